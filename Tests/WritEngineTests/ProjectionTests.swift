import Testing
import WritChecker
import WritTables
import WritValues
import _WritTestSupport

@testable import WritEngine

/// Only the fields that rules read are held, and no rule can tell.
@Suite struct ProjectionTests {
  /// Rows with all their fields, made before the evaluation, come to what columns come to.
  @Test(arguments: UInt64(1)...6)
  func columnsAgreeWithWholeRows(_ seed: UInt64) throws {
    for holes in [RandomCompany.Holes.none, .missing, .all] {
      var policy = PolicyEvaluation(EnginePropertyTests.text)
      policy.period = (
        PolicyEvaluation.time("2026-01-01T00:00:00Z"), PolicyEvaluation.time("2026-01-01T03:00:00Z")
      )
      RandomCompany(seed: seed, holes: holes).deliver(to: &policy)
      var whole = policy
      try whole.decodeDeliveries()
      let expected = whole.evaluate().rules.map(\.whole)
      #expect(policy.evaluate().rules.map(\.whole) == expected)
      // One rule alone reads fewer fields than all together.
      for id in EnginePropertyTests.ids {
        #expect(policy.evaluate(id).rules.map(\.whole) == whole.evaluate(id).rules.map(\.whole))
      }
    }
  }

  private static let policy = """
    module t
    dataset teams "T" {
      key area, name
      area: text  name: text  size: int?  color: text?
    }
    dataset users "U" {
      key id
      id: text  nick: text?  active: bool?  left: time?  area: text?  unit: text?
      team: teams(area, unit)?
      hue: text?  shoe: int?
    }
    dataset hosts "H" { key id  id: text  zone: text?  rack: text? }
    dataset scans "S" {
      key id
      complete per host
      id: text  host: hosts  clean: bool?  tool: text?
    }
    dataset events "E" {
      key id
      order by time lateness 1h
      id: text  time: time  user: users  kind: text?  size: int?  place: text?
    }
    define here(u: users) = u.active and not (u.left is known)
    rule a "A" {
      severity low
      for e in events
      when here(e.user)
      must e.kind != "x"
      say "{e.user.nick} {e}"
      fix "{e.place}"
    }
    rule b "B" { severity low for u in users must exists(s in scans where s.tool == u.hue) }
    rule c "C" {
      severity low
      for e in events
      group by who = e.user
      window sliding 5m
      allow empty
      must sum(e.size) < 3
    }
    rule d "D" { severity low for s in scans must s.host.zone == "z" evidence s.clean }
    rule e "E" { severity low for u in users must u.team.size > 1 }
    """

  @Test(arguments: [
    ("a", ["events: id time user kind place", "users: id nick active left"]),
    ("b", ["hosts: id", "scans: id host tool", "users: id hue"]),
    ("c", ["events: id time user size"]),
    ("d", ["hosts: id zone", "scans: id host clean"]),
    ("e", ["teams: area name size", "users: id area unit team"]),
  ])
  func readsNoMoreThanItNeeds(rule: String, expected: [String]) throws {
    let program = PolicyEvaluation(Self.policy).program
    var reads = ProgramReads(program: program)
    reads.add(try #require(program.rules.first { $0.id == "t.\(rule)" }))
    let found = reads.fields.map { dataset, fields in
      let schema = program.datasets[dataset]
      return "\(schema.name.name): "
        + fields.sorted().map { schema.fields[$0].name }.joined(separator: " ")
    }
    #expect(found.sorted() == expected)
  }
}
