import Testing
import WritModel
import WritValues
import _WritTestSupport

@testable import WritEngine
@testable import WritTables

/// The native engine comes to what the reference comes to, on logs made from seeds.
@Suite struct NativeEnginePropertyTests {
  /// Each node the native engine is made of stands in one of these.
  static let rowRules = [
    // one column
    "when e.action == \"read\" must e.ok",
    "where e.size is known when e.ip in \"10.0.0.0/8\" must e.action in [\"read\", \"write\"]",
    "when not (e.tags is missing) must \"y\" in e.tags or \"x\" in e.tags",
    "must (e.size ?? 0) <= limit say \"{e.user} {e.size}\" evidence e.time",
    "must e.action matches /^(read|list)$/",
    // two, and more
    "when e.ok must e.size < 4 or e.action == \"read\"",
    "must e.size + count(e.tags) < 8 and (e.ok or e.action != \"write\" or e.size == 2)",
    "where busy(e) must e.ok tolerate 3",
    // what references lead to
    "when e.user.active must e.user.level >= 2",
    "must e.user.boss.active or e.resource.owner.admin",
    "when runs(e.user) must e.size <= e.user.level and e.user.boss.level > 1",
    "must e.user in users and e.resource.zone is known",
    "when e.user.admin is missing must e.resource.owner != e.user",
    // times
    "must e.time >= e.user.since and e.time < e.user.until",
    "when e.user.since <= e.user.until must e.time between e.user.since and e.user.until",
    "must e.time - e.user.since < 90m and age(e.time) > 58d",
    "when e.time + e.spent > e.user.since must e.time < e.user.until + 1mo",
    "must not (e.time > e.user.until or e.spent > 10m)",
    "must e.ok within 58d after e.time",
    "must e.ok or e.time < deadline within calm after e.time",
    // joins
    "must exists(g in grants where g.user == e.user)",
    "when e.user.active must exists(g in grants where g.user == e.user and g.resource == e.resource)",
    "must none(g in grants where g.user == e.user and g.level > e.size)",
    "must none(g in grants where g.zone == e.resource.zone and g.user == e.user and g.level > limit)",
    "must any(g in grants : g.user.boss == e.user and g.resource.owner == e.user)",
    "must count(g in grants where g.user == e.user and g.level >= e.size) <= 2",
    "must every(g in grants where g.resource == e.resource : g.zone == e.resource.zone)",
    "must exists(u in users where u.level == e.size and u.active) or none(r in resources where \"z\" in r.tags)",
  ]

  static let groupRules = [
    "group by user = e.user must count(e where not e.ok) <= 4 say \"{user} {count(e)}\"",
    "where e.action == \"write\" group by user = e.user when count(e) > 2 must exists(e where e.ok)",
    "group by action = e.action, user = e.user must none(e where e.size > e.user.level)",
    "group by boss = e.user.boss must none(e where e.action == \"read\" and not e.ok)",
    "where e.user.active group by zone = e.resource.zone must count(e) < 40 and boss_free(zone)",
    "group by user = e.user must exists(e where busy(e)) or count(e where e.ok) > 9",
    "group by user = e.user when user != \"u3\" must sum(e.size) < 90",
    "group by user = e.user must first(e).ok or last(e).ok",
    """
    where exists(g in grants where g.user == e.user and g.resource == e.resource)
    group by user = e.user must count(e where none(g in grants where g.user == e.user and g.level < e.size)) < 6
    """,
  ]

  static let windowRules = [
    "where e.ok group by user = e.user window sliding 10m must count(e) < 5",
    "group by user = e.user window sliding 1s must count(e) < 2",
    "group by user = e.user, resource = e.resource window sliding 1h when exists(e where e.ok) must count(e where busy(e)) < 3",
    "group by user = e.user window session gap 5m must count(e where not e.ok) < 4",
    "where e.action == \"write\" group by user = e.user window session gap 20m must none(e where e.size > e.user.level)",
    "group by user = e.user window tumbling 30m must count(e where e.size > limit) <= 2",
    "group by user = e.user window tumbling 1d in \"Europe/Berlin\" must count(e) < 30",
    "window tumbling 1h must count(e where e.ok) > 10",
    "window sliding 15m must count(e) < 40 and none(e where e.size > 5 and not e.ok)",
    "group by user = e.user window session gap 15m must max(e.size) < 6",
    "group by user = e.user window tumbling 20m must count(e) < 9 or window.end < now",
  ]

  static func text(_ order: String) -> String {
    var rules = rowRules + groupRules
    if !order.isEmpty { rules += windowRules }
    return RandomLog.schema(order: order) + "define boss_free(z: text) = z != \"b\"\n"
      + rules.enumerated().map { number, rule in
        "rule r\(number) \"R\" { severity low for e in events \(rule) }\n"
      }.joined()
  }

  static let orders = ["order by time lateness 10m", "order by time lateness 0s", ""]
  private static let checked = orders.map { PolicyEvaluation(text($0)) }

  @Test(arguments: UInt64(1)...12)
  func theEnginesAgree(_ seed: UInt64) {
    let kinds: [(RandomLog.Oddities, RandomLog.Oddities)] = [
      (.none, .none), (.unusual, .none), (.holes, .holes), (.all, .all), (.unusual, .holes),
    ]
    let (oddities, sides) = kinds[Int(seed) % kinds.count]
    let log = RandomLog(seed: seed, oddities, events: 80, sides: sides)
    var policy = Self.checked[Int(seed) % Self.checked.count]
    policy.isStrict = seed % 4 > 0
    deliver(log, files: seed % 3 == 0 ? 2 : 1, isSeekable: seed % 2 == 0, to: &policy)
    // Every two ways to run in some seed.
    let runs = NativeRun.all.indices.filter { ($0 &+ Int(seed)) % 3 == 0 }.map { NativeRun.all[$0] }
    let result = policy.expectOneResult(runs: runs) { options in
      if seed % 5 == 4 { options.failuresListed = 3 }
    }
    #expect(result.failures.map(\.message) == [])
    for rule in result.rules {
      #expect(rule.error == nil)
      // A log of which nothing can be said would agree with anything.
      #expect(rule.ledger.members > 0, "\(rule.rule)")
    }
    #expect(result.rules.contains { $0.ledger.pass > 0 && $0.ledger.fail > 0 })
  }

  /// What is ordinary is read once, and decides.
  @Test(arguments: [0, 2])
  func anOrdinaryLogIsReadOnce(_ order: Int) throws {
    let log = RandomLog(seed: 5, .none)
    var policy = Self.checked[order]
    let source = deliver(log, files: 1, isSeekable: true, to: &policy)
    let result = policy.evaluate { NativeRun(threads: 2, blockSize: 2000).set(&$0) }
    #expect(source.map(\.opened) == [1])
    #expect(result.rules.allSatisfy { $0.ledger.pass + $0.ledger.fail + $0.ledger.noData > 0 })
  }

  @discardableResult
  private func deliver(
    _ log: RandomLog, files: Int, isSeekable: Bool, to policy: inout PolicyEvaluation
  ) -> [WatchedSource] {
    policy.deliver("users", files: [RandomCompany.text(log.users)])
    policy.deliver("resources", files: [RandomCompany.text(log.resources)])
    policy.deliver("grants", files: [RandomCompany.text(log.grants)])
    let cut = files == 1 ? log.events.count : log.events.count / 3
    let parts = [log.events[..<cut], log.events[cut...]].filter { !$0.isEmpty }
    let sources = parts.enumerated().map { number, lines in
      WatchedSource(
        name: "events\(number).ndjson", text: lines.joined(), isSeekable: isSeekable)
    }
    policy.deliver("events", inputs: sources.map { .ndjson($0, FieldBinding()) })
    return sources
  }
}
