import Testing
import WritDatabase
import WritSQL
import _WritTestSupport

/// What invented cases found the databases to say wrong, made small.
@Suite struct FoundTests {
  private static let declarations = """
    module t
    dataset logs "Log" { key id  order by at  id: text  at: time  f0: int?  f1: logs?  f2: list<int>? }
    dataset users "Users" { key id  id: text  log: logs?  name: text?  least: int? }
    dataset nobody "Nobody" { key id  id: text }
    define late(u: logs) = quantile(0.5, now for n in nobody) > max(now, now)
    param net: ip = "10.0.1.1" "An address"
    """

  private static let rules = [
    // A choice of conditions that are always known, turned round
    "for u in users must not (false or (3mo is known))",
    "for u in users must not (false and (1 < 2))",
    "for u in users where not (not ((\"a\" ends_with \"owner\") or (1 < 0))) must false",
    "for u in users when not ((not (now == now)) and (now > now)) must u.name == \"x\"",
    "for u in users must not (period.end in period)",
    // Rows of a log that share their key
    "for u in users must u.log.f0 == 1",
    "for u in users must u.log.f0 in [1, 2]",
    "for u in users must u.log.f2 is known",
    "for u in users must exists(l in logs where l.f0 == u.log.f0)",
    "for l in logs must none(k in logs where k.f1 != k.f1.f1)",
    "for l in logs group by k = l must k.f0 > 0",
    // A null that something is compared with
    "for u in users must late(u.log)",
    // The least number by -1
    "for u in users must u.least % -1 == 0",
    // The deadline of rows in no group
    "for u in users group by k = u.log.f0 > 0 when deadline != now must false within 0mo after now",
    // One row's values behind candidates of another
    "for u in users must every(v in users where (count(users) < 2 or v.log == v.log) : v.name != \"y\")",
    "for u in users must exists(v in users where v.name == \"x\" or count(users) >= 9)",
    "must none(n in [2, 3] where any(m in [1, 0] where count(v in users where v.id == \"a\") > 3 : m == n))",
  ]

  private static func comparison() -> SQLComparison {
    var comparison = SQLComparison(
      declarations + "\n"
        + rules.enumerated().map { index, rule in
          "rule r\(index) \"R\" { severity low allow cross \(rule) }"
        }.joined(separator: "\n"))
    comparison.deliver(
      "logs",
      [
        #"{"id":"k1","at":"2026-02-27T11:00:00Z","f0":1,"f1":"k1","f2":[1]}"#,
        #"{"id":"k1","at":"2026-02-28T11:00:00Z","f0":2,"f1":"k2"}"#,
        #"{"id":"k2","at":"2026-02-28T12:00:00Z","f0":2,"f1":"k1","f2":[]}"#,
      ])
    comparison.withhold("nobody")
    comparison.deliver(
      "users",
      [
        #"{"id":"a","log":"k1","name":"x","least":-9223372036854775808}"#,
        #"{"id":"b","log":"k2","name":"y"}"#,
        #"{"id":"c","log":"none"}"#, #"{"id":"d"}"#,
      ])
    return comparison
  }

  @Test func sqliteAgrees() throws {
    #expect(try Self.comparison().compare().count == Self.rules.count)
  }

  @Test(.enabled(if: PostgresServer.isExpected, "PostgreSQL is absent"))
  func postgresAgrees() throws {
    let compared = try Self.comparison().compare(on: {
      try DatabaseLocation.postgres(url: PostgresServer.shared().url()).open()
    })
    #expect(compared.count == Self.rules.count)
  }
}
