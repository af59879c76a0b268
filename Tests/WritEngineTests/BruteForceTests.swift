import Testing
import WritEngine
import WritModel
import WritValues
import _WritTestSupport

/// The engine against loops written down here, so plain that they can be seen to be right.
@Suite struct BruteForceTests {
  struct Event {
    var id: Int
    var second: Int64
    var user: String
    var size: Int64?
  }

  struct Grant {
    var id: Int
    var user: String?
    var role: String?
    var level: Int64?
  }

  private static let start = PolicyEvaluation.time("2026-01-05T08:00:00Z")

  private static func time(_ second: Int64) -> Timestamp {
    start.adding(microseconds: second * 1_000_000) ?? start
  }

  private func events(_ generator: inout SeededGenerator, span: Int64) -> [Event] {
    (1...150).map { id in
      Event(
        id: id, second: Int64.random(in: 0..<span, using: &generator),
        user: ["a", "b", "c", "d"].randomElement(using: &generator) ?? "a",
        size: Int.random(in: 0..<8, using: &generator) == 0
          ? nil : Int64.random(in: 0..<5, using: &generator))
    }
  }

  private func deliver(_ events: [Event], to policy: inout PolicyEvaluation) {
    let lines = events.map { event in
      let size = event.size.map { ",\"size\":\($0)" } ?? ""
      let time = Self.time(event.second)
      return "{\"id\":\(event.id),\"time\":\"\(time)\",\"user\":\"\(event.user)\"\(size)}"
    }
    policy.deliver("events", files: [RandomCompany.text(lines)])
  }

  private func policy(_ window: String) -> PolicyEvaluation {
    PolicyEvaluation(
      """
      module t
      dataset events "Events" {
        key id
        order by time lateness 10m
        id: int  time: time  user: text  size: int?
      }
      rule r "R" {
        severity low
        for e in events
        group by user = e.user
        window \(window)
        must count(e) < 6
        say "{count(e)}"
      }
      """)
  }

  /// What a group's windows come to: how many rows the earliest that fails holds, and how many others fail.
  private struct Burst: Equatable {
    var user: String
    var count: Int
    var start: Timestamp
    var end: Timestamp
    var others: Int64
  }

  private func bursts(_ policy: PolicyEvaluation) throws -> [Burst] {
    let rule = try #require(policy.evaluate().rules.first)
    #expect(rule.ledger.members == 4 && rule.ledger.noData == 0)
    return try rule.findings.map { finding in
      let window = try #require(finding.window)
      return Burst(
        user: finding.memberKey.joined(), count: Int(finding.message) ?? 0, start: window.start,
        end: window.end, others: window.others)
    }
  }

  /// Counts again for each window, over all events.
  private func recount(
    _ events: [Event], _ windows: (_ user: [Event]) -> [(start: Int64, end: Int64, isOpen: Bool)]
  ) -> [Burst] {
    Set(events.map(\.user)).sorted().compactMap { user in
      let own = events.filter { $0.user == user }
      var failing: [Burst] = []
      for window in windows(own) {
        let inside = own.filter {
          $0.second >= window.start
            && (window.isOpen ? $0.second < window.end : $0.second <= window.end)
        }
        if inside.count >= 6 {
          failing.append(
            Burst(
              user: user, count: inside.count, start: Self.time(window.start),
              end: Self.time(window.end), others: 0))
        }
      }
      guard var first = failing.min(by: { ($0.end, $0.start) < ($1.end, $1.start) }) else {
        return nil
      }
      first.others = Int64(failing.count - 1)
      return first
    }
  }

  @Test(arguments: UInt64(1)...12)
  func slidingWindows(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let events = events(&generator, span: 3_000)
    var policy = policy("sliding 5m")
    deliver(events, to: &policy)
    let expected = recount(events) { own in
      Set(own.map(\.second)).map { ($0 - 300, $0, false) }
    }
    #expect(try bursts(policy) == expected)
  }

  @Test(arguments: UInt64(1)...6)
  func tumblingWindows(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let events = events(&generator, span: 5_000)
    var policy = policy("tumbling 5m")
    deliver(events, to: &policy)
    // The start lies on the grid.
    let expected = recount(events) { own in
      Set(own.map { $0.second / 300 }).map { ($0 * 300, $0 * 300 + 300, true) }
    }
    #expect(try bursts(policy) == expected)
  }

  @Test(arguments: UInt64(1)...6)
  func sessions(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let events = events(&generator, span: 6_000)
    var policy = policy("session gap 90s")
    deliver(events, to: &policy)
    let expected = recount(events) { own in
      var sessions: [(start: Int64, end: Int64, isOpen: Bool)] = []
      for second in own.map(\.second).sorted() {
        if let last = sessions.last, second - last.end <= 90 {
          sessions[sessions.count - 1].end = second
        } else {
          sessions.append((second, second, false))
        }
      }
      return sessions
    }
    #expect(try bursts(policy) == expected)
  }

  // MARK: Groups and joins

  @Test(arguments: UInt64(1)...10)
  func groupSums(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let events = events(&generator, span: 3_000)
    var policy = PolicyEvaluation(
      """
      module t
      dataset events "Events" {
        key id
        order by time lateness 10m
        id: int  time: time  user: text  size: int?
      }
      rule sums "S" {
        severity low
        for e in events
        group by user = e.user, minute = e.time
        must sum(e.size) < 4
      }
      rule counts "C" {
        severity low
        for e in events where e.size >= 1
        group by user = e.user
        must count(e where e.size > 2) < 15
      }
      """)
    deliver(events, to: &policy)

    var sums: [String] = []
    for (key, rows) in Dictionary(grouping: events, by: { "\($0.user),\(Self.time($0.second))" }) {
      let sizes = rows.compactMap(\.size)
      let outcome =
        sizes.count < rows.count
        ? "no_data missing(size)" : sizes.reduce(0, +) < 4 ? "pass" : "fail"
      sums.append("\(key): \(outcome)")
    }
    #expect(policy.outcomes("sums").sorted() == sums.sorted())

    var counts: [String] = []
    for (user, rows) in Dictionary(grouping: events, by: \.user) {
      let sure = rows.count { ($0.size ?? 0) > 2 }
      let open = rows.count { $0.size == nil }
      let outcome = sure >= 15 ? "fail" : sure + open < 15 ? "pass" : "no_data missing(size)"
      counts.append("\(user): \(outcome)")
    }
    #expect(policy.outcomes("counts").sorted() == counts.sorted())
  }

  @Test(arguments: UInt64(1)...10)
  func joins(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    func maybe<T>(_ value: T) -> T? {
      Int.random(in: 0..<9, using: &generator) == 0 ? nil : value
    }
    let users = (0..<12).map { "u\($0)" }
    let grants = (0..<30).map { id in
      Grant(
        id: id, user: maybe(users.randomElement(using: &generator) ?? "u0"),
        role: maybe(["admin", "read"].randomElement(using: &generator) ?? "read"),
        level: maybe(Int64.random(in: 0..<5, using: &generator)))
    }
    var policy = PolicyEvaluation(
      """
      module t
      dataset users "Users" { key id  id: text }
      dataset grants "Grants" { key id  id: int  user: users?  role: text?  level: int? }
      rule anti "A" {
        severity low for u in users must none(g in grants where g.user == u and g.role == "admin")
      }
      rule semi "S" { severity low for u in users must exists(g in grants where g.user == u) }
      rule counted "C" {
        severity low for u in users must count(g in grants where g.user == u and g.level > 2) < 2
      }
      rule summed "U" {
        severity low for u in users
        must sum(g.level for g in grants where g.user is known and g.user == u) < 6
      }
      rule all "E" {
        severity low for u in users must every(g in grants where g.user == u : g.level < 4)
      }
      """)
    policy.deliver("users", files: [RandomCompany.text(users.map { #"{"id":"\#($0)"}"# })])
    policy.deliver(
      "grants",
      files: [
        RandomCompany.text(
          grants.map { grant in
            let user = grant.user.map { ",\"user\":\"\($0)\"" } ?? ""
            let role = grant.role.map { ",\"role\":\"\($0)\"" } ?? ""
            let level = grant.level.map { ",\"level\":\($0)" } ?? ""
            return "{\"id\":\(grant.id)\(user)\(role)\(level)}"
          })
      ])

    // true, false, nil: open. A conjunction is open unless an operand is false.
    func both(_ one: Bool?, _ other: Bool?) -> Bool? {
      if one == false || other == false { return false }
      return one == true && other == true ? true : nil
    }
    func outcome(_ holds: Bool?) -> String {
      holds.map { $0 ? "pass" : "fail" } ?? "no_data"
    }
    func exists(_ of: (Grant) -> Bool?) -> Bool? {
      var isOpen = false
      for grant in grants {
        let holds = of(grant)
        if holds == true { return true }
        if holds == nil { isOpen = true }
      }
      return isOpen ? nil : false
    }
    var expected: [String: [String]] = [:]
    for user in users {
      func says(_ rule: String, _ holds: Bool?) {
        expected[rule, default: []].append("\(user): \(outcome(holds))")
      }
      func owns(_ grant: Grant) -> Bool? { grant.user.map { $0 == user } }
      says("anti", exists { both(owns($0), $0.role.map { $0 == "admin" }) }.map { !$0 })
      says("semi", exists { owns($0) })
      let rows = grants.map { both(owns($0), $0.level.map { $0 > 2 }) }
      let low = rows.count { $0 == true }
      let high = rows.count { $0 != false }
      says("counted", low >= 2 ? false : high < 2 ? true : nil)
      let levels = grants.filter { $0.user == user }.map(\.level)
      says("summed", levels.contains(nil) ? nil : levels.compactMap { $0 }.reduce(0, +) < 6)
      says("all", exists { both(owns($0), $0.level.map { $0 >= 4 }) }.map { !$0 })
    }
    for (rule, lines) in expected {
      let found = policy.outcomes(rule).map { line -> String in
        line.split(separator: " ").prefix(2).joined(separator: " ")
      }
      #expect(found.sorted() == lines.sorted(), "\(rule)")
    }
  }
}
