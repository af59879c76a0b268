import Testing
import WritChecker
import WritDiagnostics
import WritPlan
import WritValues
import _WritTestSupport

/// What is read of each dataset, and what has to be held.
@Suite struct DatasetPlanTests {
  private func plan(_ clauses: String) throws -> Planning {
    try Planning(Planning.data + "rule r \"R\" {\n  severity low\n  \(clauses)\n}\n")
  }

  @Test("fields of every clause are read, and no other") func fields() throws {
    let clauses = [
      "for u in users must u.email is known": ["id", "email"],
      "for u in users where u.level > 1 must true": ["id", "level"],
      "for u in users when u.seen is known must true": ["id", "seen"],
      "for u in users must true within 1d after u.seen": ["id", "seen"],
      "for u in users must true say \"{u.name}\"": ["id", "name"],
      "for u in users must true fix \"{u.name}\"": ["id", "name"],
      "for u in users must true evidence u.tags": ["id", "tags"],
      "for u in users group by l = u.level must l > 1": ["id", "level"],
      "for u in users group by l = u.level must count(u where u.seen is known) > 1": [
        "id", "level", "seen",
      ],
      "for u in users must any(p in u.ports : p.open)": ["id", "ports"],
      "for u in users let x = u.raw.a must x == \"1\"": ["id", "raw"],
      "for u in users must boss_of(u) is known": ["id", "boss"],
      "for u in users must u != \"a\"": ["id"],
    ]
    for (text, fields) in clauses {
      #expect(try plan(text).fields("users") == fields, "\(text)")
    }
  }

  @Test func aReferenceMadeOfOtherFieldsReadsThem() throws {
    let plan = try plan("for c in columns must c.table.owner is known")
    #expect(try plan.fields("columns") == ["id", "base", "tab", "table"])
    #expect(try plan.fields("tables") == ["base", "name", "owner"])
  }

  @Test func aStreamsTimeAndAKeyOfSeveralPartsAreRead() throws {
    let plan = try plan(
      "for e in events must exists(g in grants where g.user == e.user)")
    #expect(try plan.fields("events") == ["id", "at", "user"])
    #expect(try plan.fields("grants") == ["user", "role"])
    #expect(try plan.dataset("users").access == .unread)
  }

  @Test("what is looked up or joined is held, what is only walked is streamed") func held() throws {
    let clauses: [String: [String]] = [
      "for u in users must u.email is known": [],
      "for e in events must e.user.level > 1": ["users"],
      // Where a finding says what the reference holds it also says where it stands.
      "for e in events must e.user.id != \"a\"": ["users"],
      "for e in events must e.user != \"a\"": [],
      "for e in events must e.user in users": ["users"],
      "for e in events must true say \"{e.user.name}\"": ["users"],
      "for u in users must exists(e in events where e.user == u)": ["events"],
      "for u in users must count(g in grants where g.open) > 1": ["grants"],
      "for u in users must trusted(u)": ["grants"],
      "for u in users must trusted(u.boss)": ["grants", "users"],
      "for p in packages must p.version != \"\"": ["hosts", "packages"],
      "for u in users must exists(p in packages where p.name == u.name)": ["hosts", "packages"],
      "for u in users must exists(p in packages where p.host.zone == u.name)": [
        "hosts", "packages",
      ],
      "must count(users) > 1": ["users"],
      "for e in events group by u = e.user must count(e) > 1": [],
      "for e in events group by u = e.user must count(e where e.user.level > 1) > 1": ["users"],
    ]
    for (text, held) in clauses {
      let plan = try plan(text)
      let found = plan.plan.datasets.filter(\.isHeld).map(\.name.name).sorted()
      #expect(found == held, "\(text)")
      #expect(plan.plan.held == Set(plan.plan.datasets.filter(\.isHeld).map(\.dataset)))
      #expect(plan.plan.held.isSubset(of: plan.plan.read))
    }
  }

  @Test func whoNeedsItAndHow() throws {
    let plan = try Planning(
      Planning.data + """
        rule a "A" { severity low for e in events must e.user.level > 1 }
        rule b "B" { severity low for e in events must exists(u in users where u.name == e.kind) }
        rule c "C" { severity low for u in users must u.level > 1 }
        rule d "D" {
          severity low
          for e in events
          must exists(u in users where u.id == e.kind and u.name == e.kind)
        }

        """)
    let users = try plan.dataset("users")
    #expect(
      users.reasons.map { "\($0.rule) \($0.need.rawValue)" } == [
        "t.a look_up", "t.b index", "t.d index",
      ])
    #expect(users.walkedBy == ["t.c"])
    #expect(users.isKeyed && users.access == .held)
    // One rule's spare index is another one's first choice.
    #expect(users.indexes.map(\.text) == ["name", "id"])
    #expect(users.indexes.map(\.isFallback) == [false, false])
    #expect(try plan.dataset("events").walkedBy == ["t.a", "t.b", "t.d"])
    #expect(try plan.dataset("events").access == .streamed)
  }

  @Test func aPlanOfFewerRulesReadsLess() throws {
    let all = try Planning(file: "Benchmarks/policy/bench.writ")
    let few = all.program.rules.filter { $0.id == "bench.r7_geo" }
    let plan = ProgramPlan(program: all.program, rules: few)
    #expect(plan.held.isEmpty)
    #expect(plan.read.count == 1)
  }

  /// Whatever a rule may look at is read, found by another walk over all its expressions.
  @Test("no field is forgotten", arguments: ["Benchmarks/policy/bench.writ", "operators"])
  func nothingIsForgotten(file: String) throws {
    let planning =
      file == "operators"
      ? try Planning(Planning.data + PlanGoldenTests.rules) : try Planning(file: file)
    for rule in planning.program.rules {
      let plan = ProgramPlan(program: planning.program, rules: [rule])
      var pending = rule.expressions
      while let node = pending.popLast() {
        switch node.kind {
        case .field(_, let dataset, let index):
          #expect(plan.datasets[dataset].fields.contains(index), "\(rule.id): \(node.place.text)")
        case .dereference(_, let dataset), .inDataset(_, let dataset):
          #expect(plan.datasets[dataset].isHeld, "\(rule.id): \(node.place.text)")
        case .comprehension(let comprehension):
          if case .dataset(let dataset) = comprehension.source {
            #expect(plan.datasets[dataset].isHeld, "\(rule.id): \(node.place.text)")
          }
          pending += comprehension.joins.flatMap { [$0.row, $0.probe] }
        case .call(let define, _): pending.append(planning.program.defines[define].body)
        default: break
        }
        pending += node.children
      }
      for dataset in plan.datasets where dataset.access != .unread {
        let schema = planning.program.datasets[dataset.dataset]
        #expect(Set(schema.key).isSubset(of: dataset.fields))
        if let order = schema.order { #expect(dataset.fields.contains(order.field)) }
      }
    }
  }
}
