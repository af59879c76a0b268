import Testing
import WritEngine
import WritModel
import WritValues
import _WritTestSupport

/// Where windows begin and end, and what a group with windows comes to.
@Suite struct WindowTests {
  private static let schema = """
    module t
    dataset events "Events" {
      key id
      order by time lateness 10m
      id: int  time: time  user: text?  failed: bool?
    }

    """

  private func policy(_ clauses: String) -> PolicyEvaluation {
    PolicyEvaluation(
      Self.schema
        + """
        rule r "R" {
          severity low
          for e in events
          \(clauses)
        }
        """)
  }

  private static let burst = """
    where e.failed
    group by user = e.user
    window sliding 5m
    must count(e) < 10
    """

  private static let start = PolicyEvaluation.time("2026-01-05T08:00:00Z")

  /// Events at these microseconds after the start.
  private func events(_ offsets: [Int64], user: String = "a") -> [String] {
    offsets.enumerated().map { index, offset in
      let time = Self.start.adding(microseconds: offset) ?? Self.start
      return #"{"id":\#(index + 1),"time":"\#(time)","user":"\#(user)","failed":true}"#
    }
  }

  private static let second: Int64 = 1_000_000

  // MARK: Sliding

  @Test(
    arguments: [
      (Int64(300_000_000), 10, "fail"), (301_000_000, 10, "pass"), (300_000_001, 10, "pass"),
      (299_999_999, 10, "fail"), (300_000_000, 9, "pass"), (0, 10, "fail"), (0, 9, "pass"),
    ])
  func tenInFiveMinutes(_ span: Int64, _ count: Int64, _ outcome: String) {
    var policy = policy(Self.burst)
    let offsets = (0..<count).map { $0 == count - 1 ? span : $0 * span / count }
    policy.deliver("events", files: [events(offsets).joined(separator: "\n")])
    #expect(policy.outcomes("r") == ["a: \(outcome)"])
  }

  @Test func theEarliestWindowIsShownAndTheOthersCounted() throws {
    var policy = policy(
      Self.burst + "\nsay \"{user}: {count(e)} from {min(e.time)}, {window.start} to {window.end}\""
    )
    // Three windows hold ten or more; a fourth, much later, holds ten once more.
    let offsets = (0..<12).map { $0 * Self.second } + (0..<10).map { (5000 + $0) * Self.second }
    policy.deliver("events", files: [events(offsets).joined(separator: "\n")])
    let finding = try #require(policy.evaluate().rules.first?.findings.first)
    #expect(
      finding.window
        == Finding.Window(
          start: PolicyEvaluation.time("2026-01-05T07:55:09Z"),
          end: PolicyEvaluation.time("2026-01-05T08:00:09Z"), others: 3))
    #expect(
      finding.message
        == "a: 10 from 2026-01-05T08:00:00Z, 2026-01-05T07:55:09Z to 2026-01-05T08:00:09Z")
  }

  @Test func equalTimeStampsShareAWindow() throws {
    var policy = policy(Self.burst)
    policy.deliver(
      "events", files: [events(Array(repeating: 0, count: 12)).joined(separator: "\n")])
    let finding = try #require(policy.evaluate().rules.first?.findings.first)
    #expect(finding.window?.others == 0)
  }

  @Test(arguments: UInt64(1)...20)
  func eventsOutOfOrder(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var lines: [String] = []
    for number in 1...120 {
      let offset = Int64.random(in: 0..<2_000, using: &generator) * Self.second
      let time = try #require(Self.start.adding(microseconds: offset))
      let user = ["a", "b", "c"].randomElement(using: &generator) ?? "a"
      // Now and then the user, the time or the outcome is not there.
      var fields = [#""id":\#(number)"#]
      if Int.random(in: 0..<50, using: &generator) > 0 { fields.append(#""time":"\#(time)""#) }
      if Int.random(in: 0..<40, using: &generator) > 0 { fields.append(#""user":"\#(user)""#) }
      if Int.random(in: 0..<40, using: &generator) > 0 { fields.append(#""failed":true"#) }
      lines.append("{\(fields.joined(separator: ","))}")
    }
    for clauses in [
      Self.burst, Self.burst.replacing("sliding 5m", with: "tumbling 5m"),
      Self.burst.replacing("sliding 5m", with: "session gap 40s"),
    ] {
      var ordered = policy(clauses)
      ordered.deliver("events", files: [lines.joined(separator: "\n")])
      var shuffled = policy(clauses)
      let mixed = lines.shuffled(using: &generator)
      shuffled.deliver(
        "events",
        files: [mixed[..<50], mixed[50...]].map { $0.joined(separator: "\n") })
      let one = try #require(ordered.evaluate().rules.first)
      let other = try #require(shuffled.evaluate().rules.first)
      #expect(one.ledger.isBalanced)
      // Causes that name a place follow their rows.
      #expect(one.ledger == other.ledger)
      #expect(one.findings.map(\.fingerprint) == other.findings.map(\.fingerprint))
      #expect(one.findings.map(\.window) == other.findings.map(\.window))
      #expect(one.findings.map(\.outcome) == other.findings.map(\.outcome))
    }
  }

  @Test func doubtfulRowsMayOrMayNotCount() {
    // Nine that failed, and one that perhaps did.
    var policy = policy(Self.burst)
    var lines = events((0..<9).map { $0 * Self.second })
    lines.append(#"{"id":10,"time":"2026-01-05T08:00:30Z","user":"a"}"#)
    policy.deliver("events", files: [lines.joined(separator: "\n")])
    #expect(policy.outcomes("r") == ["a: no_data missing(failed)"])

    // Ten that did are enough, whatever the other one is.
    lines.append(#"{"id":11,"time":"2026-01-05T08:00:20Z","user":"a","failed":true}"#)
    policy.deliver("events", files: [lines.joined(separator: "\n")])
    #expect(policy.outcomes("r") == ["a: fail"])
  }

  @Test func aRowWithoutItsTimeMayLieInAnyWindow() {
    var policy = policy(Self.burst)
    var lines = events((0..<9).map { $0 * Self.second })
    lines.append(#"{"id":10,"time":"yesterday","user":"a","failed":true}"#)
    lines += events([0], user: "b").map { $0.replacing("\"id\":1", with: "\"id\":20") }
    lines.append(#"{"id":21,"user":"c","failed":true}"#)
    policy.deliver("events", files: [lines.joined(separator: "\n")])
    #expect(
      policy.outcomes("r") == [
        "a: no_data unreadable(events.ndjson:10: time)", "b: pass",
        "c: no_data unreadable(events.ndjson:12: time)",
      ])
  }

  @Test func groupsThatCannotBeTold() {
    var policy = policy(
      """
      where e.failed
      group by user = e.user, id = e.id
      must count(e) < 10
      """)
    policy.deliver(
      "events",
      """
      {"id":1,"time":"2026-01-05T08:00:00Z","user":"a","failed":true}
      {"id":2,"time":"2026-01-05T08:00:00Z","failed":true}
      {"id":3,"time":"2026-01-05T08:00:00Z","user":"b","failed":false}
      {"id":4,"time":"2026-01-05T08:00:00Z","user":"c"}
      {"id":5,"time":"2026-01-05T08:00:00Z","user":0,"failed":true}
      not json
      """)
    #expect(
      policy.outcomes("r") == [
        "?,?: no_data missing(user) unreadable(events.ndjson:5: user) unreadable(events.ndjson:6)",
        "a,1: pass",
        // A group without a certain row may not be one.
        "c,4: no_data missing(failed)",
      ])
    policy.isStrict = false
    #expect(policy.outcomes("r").last == "c,4: pass missing(failed)")
  }

  @Test func theGroupGetsItsWorstWindow() throws {
    // A window each hour: one fails, one is open, one passes, one does not apply.
    let clauses = """
      group by user = e.user
      window tumbling 1h
      when count(e) > 1
      must count(e where e.failed) == 0
      """
    func line(_ id: Int, _ hour: Int, _ failed: String) -> String {
      #"{"id":\#(id),"time":"2026-01-05T0\#(hour):10:00Z","user":"a","failed":\#(failed)}"#
    }
    let single = [line(1, 1, "true")]
    let passing = [line(2, 2, "false"), line(3, 2, "false")]
    let open = [line(4, 3, "null"), line(5, 3, "false")]
    let failing = [line(6, 4, "true"), line(7, 4, "null")]
    for (lines, outcome) in [
      (single, "not_applicable"), (single + passing, "pass"),
      (passing + open, "no_data missing(failed)"), (single + passing + open + failing, "fail"),
    ] {
      var policy = policy(clauses)
      policy.deliver("events", files: [lines.joined(separator: "\n")])
      #expect(policy.outcomes("r") == ["a: \(outcome)"])
    }
  }

  // MARK: Tumbling

  /// The windows a rule that always fails cuts around an event, as `start end`.
  private func window(_ window: String, holding time: String) throws -> String {
    var policy = policy("group by user = e.user window \(window) must count(e) == 0")
    policy.deliver("events", #"{"id":1,"time":"\#(time)","user":"a"}"#)
    let found = try #require(policy.evaluate().rules.first?.findings.first?.window)
    return "\(found.start) \(found.end)"
  }

  @Test(
    arguments: [
      ("tumbling 1h", "2026-01-05T08:59:59.999999Z", "2026-01-05T08:00:00Z 2026-01-05T09:00:00Z"),
      ("tumbling 1h", "2026-01-05T09:00:00Z", "2026-01-05T09:00:00Z 2026-01-05T10:00:00Z"),
      ("tumbling 1d", "2026-01-05T23:00:00Z", "2026-01-05T00:00:00Z 2026-01-06T00:00:00Z"),
      // Weeks begin on Mondays: the grid stands on Monday 2001-01-01.
      ("tumbling 7d", "2026-01-11T23:59:59Z", "2026-01-05T00:00:00Z 2026-01-12T00:00:00Z"),
      ("tumbling 7d", "2000-12-31T23:59:59Z", "2000-12-25T00:00:00Z 2001-01-01T00:00:00Z"),
      ("tumbling 1mo", "2026-02-28T12:00:00Z", "2026-02-01T00:00:00Z 2026-03-01T00:00:00Z"),
      ("tumbling 3mo", "2026-02-28T12:00:00Z", "2026-01-01T00:00:00Z 2026-04-01T00:00:00Z"),
      ("tumbling 1y", "2026-02-28T12:00:00Z", "2026-01-01T00:00:00Z 2027-01-01T00:00:00Z"),
      ("tumbling 1y", "1999-02-28T12:00:00Z", "1999-01-01T00:00:00Z 2000-01-01T00:00:00Z"),
      // The day of 23 hours.
      (
        "tumbling 1d in \"Europe/Berlin\"", "2026-03-29T21:59:59.999999Z",
        "2026-03-28T23:00:00Z 2026-03-29T22:00:00Z"
      ),
      (
        "tumbling 1d in \"Europe/Berlin\"", "2026-03-29T22:00:00Z",
        "2026-03-29T22:00:00Z 2026-03-30T22:00:00Z"
      ),
      (
        "tumbling 1d in \"Europe/Berlin\"", "2026-03-28T22:59:59Z",
        "2026-03-27T23:00:00Z 2026-03-28T23:00:00Z"
      ),
      // The day of 25 hours.
      (
        "tumbling 1d in \"Europe/Berlin\"", "2026-10-25T22:59:59Z",
        "2026-10-24T22:00:00Z 2026-10-25T23:00:00Z"
      ),
      (
        "tumbling 1d in \"Europe/Berlin\"", "2026-10-25T23:00:00Z",
        "2026-10-25T23:00:00Z 2026-10-26T23:00:00Z"
      ),
      // The week and the month with the missing hour.
      (
        "tumbling 7d in \"Europe/Berlin\"", "2026-03-29T21:00:00Z",
        "2026-03-22T23:00:00Z 2026-03-29T22:00:00Z"
      ),
      (
        "tumbling 1mo in \"Europe/Berlin\"", "2026-03-31T21:00:00Z",
        "2026-02-28T23:00:00Z 2026-03-31T22:00:00Z"
      ),
      // Hours are hours: no local day begins with a window of theirs but by chance.
      (
        "tumbling 1h in \"Europe/Berlin\"", "2026-03-29T01:30:00Z",
        "2026-03-29T01:00:00Z 2026-03-29T02:00:00Z"
      ),
    ])
  func tumblingWindows(_ clause: String, _ time: String, _ bounds: String) throws {
    #expect(try window(clause, holding: time) == bounds)
  }

  @Test func tumblingIsHalfOpen() {
    for (last, outcome) in [("09:59:59.999999", "fail"), ("10:00:00", "pass")] {
      var policy = policy("group by user = e.user window tumbling 1h must count(e) < 2")
      policy.deliver(
        "events",
        #"{"id":1,"time":"2026-01-05T09:00:00Z","user":"a"}"# + "\n"
          + #"{"id":2,"time":"2026-01-05T\#(last)Z","user":"a"}"#)
      #expect(policy.outcomes("r") == ["a: \(outcome)"])
    }
  }

  // MARK: Sessions

  @Test func aSessionEndsWhenTheNextRowIsMoreThanTheGapAway() throws {
    for (gap, outcome) in [(1_800 * Self.second, "fail"), (1_800 * Self.second + 1, "pass")] {
      var policy = policy("group by user = e.user window session gap 30m must count(e) < 3")
      policy.deliver(
        "events",
        files: [events([0, 900 * Self.second, 900 * Self.second + gap]).joined(separator: "\n")])
      let rule = try #require(policy.evaluate().rules.first)
      #expect(rule.lines == ["a: \(outcome)"])
      if outcome == "fail" {
        #expect(rule.findings.first?.window?.start.description == "2026-01-05T08:00:00Z")
        #expect(rule.findings.first?.window?.end.description == "2026-01-05T08:45:00Z")
      }
    }
  }
}
