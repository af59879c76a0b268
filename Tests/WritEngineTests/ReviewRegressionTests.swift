import Testing
import WritChecker
import WritEngine
import WritModel
import WritTables
import WritValues

/// What uncertain rows may come to: nothing passes that might fail, nothing fails that may not be there.
struct WindowUncertaintyTests {
  private func outcomes(_ clauses: String, _ lines: String...) -> [String] {
    var policy = PolicyEvaluation(
      """
      module t
      dataset events "Events" {
        key id
        order by time lateness 10m
        id: text  time: time  user: text  ok: bool?
      }
      rule r "R" {
        severity low
        for e in events
        \(clauses)
      }
      """)
    policy.deliver("events", files: [lines.joined(separator: "\n")])
    return policy.outcomes("r")
  }

  private func event(_ id: String, _ time: String, ok: String? = "true") -> String {
    let flag = ok.map { #","ok":\#($0)"# } ?? ""
    return #"{"id":"\#(id)","time":"\#(time)","user":"a"\#(flag)}"#
  }

  private let sessions = "where e.ok group by u = e.user window session gap 5m"

  @Test func aSessionThatMayFallApartIsNotTold() {
    let events = [
      event("1", "2026-01-01T00:00:00Z"), event("2", "2026-01-01T00:01:00Z"),
      event("3", "2026-01-01T00:05:00Z", ok: nil),
      event("4", "2026-01-01T00:09:00Z"), event("5", "2026-01-01T00:10:00Z"),
    ].joined(separator: "\n")
    // One of four or five, or two of two.
    #expect(outcomes("\(sessions) must count(e) >= 3", events) == ["a: no_data missing(ok)"])
    #expect(outcomes("\(sessions) must count(e) < 4", events) == ["a: no_data missing(ok)"])
    #expect(outcomes("\(sessions) must count(e) < 6", events) == ["a: pass"])
  }

  @Test func anUncertainRowWithinASessionOnlyCountsPerhaps() {
    let events = [
      event("1", "2026-01-01T00:00:00Z"), event("2", "2026-01-01T00:01:00Z", ok: nil),
      event("3", "2026-01-01T00:02:00Z"),
    ].joined(separator: "\n")
    #expect(outcomes("\(sessions) must count(e) < 2", events) == ["a: fail"])
    #expect(outcomes("\(sessions) must count(e) >= 2", events) == ["a: pass"])
  }

  @Test(arguments: ["tumbling 1d", "sliding 5m", "session gap 2h"])
  func aRowOfUnknownTimeMayHaveAWindowOfItsOwn(_ window: String) {
    let rows = [
      event("1", "2026-01-01T00:00:00Z"), event("2", "2026-01-01T00:00:00Z"),
      event("3", "some day"),
    ].joined(separator: "\n")
    let clauses = "group by u = e.user window \(window)"
    #expect(
      outcomes("\(clauses) must count(e) >= 2", rows)
        == ["a: no_data unreadable(events.ndjson:3: time)"])
    #expect(outcomes("\(clauses) must count(e) < 4", rows) == ["a: pass"])
  }

  @Test func farApartRowsNeverShareAWindow() {
    let rows = [
      event("1", "2026-01-01T00:00:00Z"), event("2", "2026-02-01T00:00:00Z"),
      event("3", "2026-03-01T00:00:00Z"), event("4", "some day"),
    ].joined(separator: "\n")
    #expect(
      outcomes("group by u = e.user window sliding 5m must count(e) < 3", rows) == ["a: pass"])
  }

  @Test func aGroupWithACertainRowIsJudgedInEachWindow() {
    let rows = [
      event("1", "2026-01-01T00:00:00Z"), event("2", "2026-01-01T05:00:00Z", ok: nil),
    ].joined(separator: "\n")
    let clauses = "where e.ok group by u = e.user window sliding 5m"
    #expect(outcomes("\(clauses) must count(e) < 3", rows) == ["a: pass"])
    // The second window may not be there.
    #expect(
      outcomes("\(clauses) must window.start < 2026-01-01T01:00:00Z", rows)
        == ["a: no_data missing(ok)"])
  }

  @Test(arguments: ["1y", "1mo", "1d", "7d", "1h", "100000000d", "1000000mo"])
  func theLastMomentsLieInAWindow(_ step: String) {
    let rows = [
      event("1", "2026-01-01T00:00:00Z"), event("2", "9999-12-31T23:59:59.999999Z", ok: "false"),
    ].joined(separator: "\n")
    #expect(
      outcomes(
        "group by u = e.user window tumbling \(step) must count(e where not e.ok) == 0", rows)
        == ["a: fail"])
  }
}

struct ReviewRegressionTests {
  @Test func aSubjectNobodyCollectedIsNotShownAsAnother() throws {
    var policy = PolicyEvaluation(
      """
      module t
      dataset hosts "Hosts" { key id  id: text @personal(person.name) }
      dataset ports "Ports" {
        key id
        complete per host
        id: text  host: hosts  open: bool
      }
      rule r "R" { severity low for p in ports must not p.open say "{p.open} there" }
      """)
    policy.deliver("hosts", #"{"id":"anna"}"# + "\n" + #"{"id":"bert"}"#)
    policy.deliver("ports", #"{"id":"p1","host":"anna","open":true}"#)
    let rule = try #require(policy.evaluate().rules.first)
    let silent = try #require(rule.findings.first { $0.outcome == .noData })
    #expect(silent.isKeyPersonal)
    #expect(silent.message == "unknown: unavailable(ports of [masked]) there")
    #expect(silent.reads.allSatisfy { $0.input.isEmpty && $0.value == nil })
    #expect(silent.witness.allSatisfy { !$0.contains("bert") })
  }

  @Test func personalElementsAreNotOfferedAsChanges() throws {
    var policy = PolicyEvaluation(
      """
      module t
      dataset users "Users" {
        key id
        id: text  nick: text  mails: list<text> @personal(contact.email)
      }
      rule r "R" { severity low for u in users must u.nick in u.mails }
      """)
    policy.deliver("users", #"{"id":"a","nick":"x","mails":["anna@example.com"]}"#)
    let finding = try #require(policy.evaluate().rules.first?.findings.first)
    #expect(finding.counterfactual.isEmpty)
  }

  @Test func nestedComprehensionsComeToAnEnd() throws {
    let names = (0..<12).map { "x\($0)" }
    let open = names.map { "any(\($0) in h.xs : " }.joined()
    let condition = open + "x0 + x11 == -1" + String(repeating: ")", count: names.count)
    let policy = PolicyEvaluation(
      """
      module t
      dataset hosts "Hosts" { key id  id: text  xs: list<int> }
      rule r "R" { severity low for h in hosts must \(condition) }
      rule few "F" { severity low for h in hosts must count(x in h.xs where x > 0) >= 9 }
      """)
    let rows = #"{"id":"a","xs":[0,1,2,3,4,5,6,7,8,9]}"# + "\n" + #"{"id":"b","xs":[]}"#
    let name = try #require(policy.program.datasets.first?.name)
    let input = TableInput.ndjson(MemorySource(name: "hosts.ndjson", text: rows), FieldBinding())
    var options = EvaluationOptions(now: policy.now, collectsMembers: true)
    options.stepLimit = 10_000
    let evaluator = ReferenceEvaluator(
      program: policy.program, deliveries: [name: DatasetDelivery(inputs: [input])],
      options: options)
    let members = evaluator.evaluate().rules.map { rule in
      rule.members.map { member in
        "\(member.outcome.rawValue) \(member.causes.map(\.description).joined())"
      }
    }
    #expect(members == [["pass ", "fail "], ["no_data limit(steps)", "fail "]])
  }
}
