import Testing
import WritDatabase
import WritSQL

/// Groups, windows, steps of the audit period.
@Suite struct GroupRuleTests {
  static let rules = [
    "for e in events group by user = e.user must count(e) < 6",
    "for e in events where e.kind == \"in\" group by user = e.user, size = e.size must count(e) < 2",
    "for e in events where e.size > 1 group by kind = lower(e.kind) when max(e.size) > 1 must sum(e.size) < 30",
    "for e in events group by user = e.user must first(e).kind == \"in\" and last(e).size < 4",
    "for e in events group by active = e.user.active must share(e.size > 2) < 50% and distinct(e.kind) < 4",
    "for e in events group by user = e.user must count(e where e.kind == \"out\") >= 1 and user.active",
    "for e in events group by source = e.source must none(e where exists(g in grants where g.user == e.user and g.open))",
    "for u in users group by boss = u.boss must none(u where u.level >= 5) and count(u) >= 1",
    "for u in users group by kind = u.kind, active = u.active must avg(u.score) < 1.5 and min(u.seen) < 2026-01-01",
    "for g in grants group by host = g.host must count(g) < 3",
    "for g in grants where g.open group by level = g.level within 20d after 2026-02-15 must count(g) < 1",
    "for e in events where e.kind == \"in\" group by user = e.user window sliding 10m allow empty when max(e.size) > 1 must count(e) < 3",
    "for e in events group by user = e.user window sliding 1h must sum(e.size) < 9 and count(e where e.kind == \"in\") < 3",
    "for e in events window sliding 5m must distinct(e.user) < 4 and window.end - window.start == 5m",
    "for e in events group by kind = e.kind, user = e.user window tumbling 30m must sum(e.size) < 9 and share(e.size > 2) < 75%",
    "for e in events group by user = e.user window tumbling 1d in \"Europe/Berlin\" must count(e) <= 4",
    "for e in events window tumbling 1mo in \"America/New_York\" must count(e) < 20 and window.start < now",
    "for e in events where e.size != 2 group by user = e.user window session gap 15m must count(e where e.kind == \"out\") >= 1",
    "for e in events where e.size > 0 group by kind = e.kind window session gap 20m must window.end - window.start <= 1h",
    "for e in events window session gap 1h must first(e).size < 4 and last(e).time == window.end",
    "each h in period by 1h must exists(e in events where e.time in h and e.kind == \"in\") and h.start < now",
    "each h in period by 40m for u in users when u.active must count(e in events where e.user == u and e.time in h) < 2",
    "each h in period by 1h for e in events where e.time in h must e.size < 4 or h.end > deadline",
    "each h in period by 1h for e in events where e.time in h group by user = e.user must count(e) < 2",
  ]

  private static let checked = SQLComparison(RowRuleTests.policy(rules))

  private func comparison(_ seed: UInt64) -> SQLComparison {
    var comparison = Self.checked
    comparison.period = (
      SQLComparison.time("2026-01-01T00:00:00Z"), SQLComparison.time("2026-01-01T03:20:00Z")
    )
    comparison.isStrict = seed % 3 > 0
    return comparison
  }

  @Test(arguments: UInt64(1)...5)
  func groupsAgree(_ seed: UInt64) throws {
    for holes in [0, 120, 350] {
      var comparison = comparison(seed)
      RandomData(seed: seed &+ 80, holes: holes).deliver(to: &comparison)
      let compared = try comparison.compare("seed \(seed) holes \(holes)")
      #expect(compared.count == Self.rules.count)
    }
  }

  @Test func nothingIsRefused() {
    #expect(Self.checked.refusals(.sqlite) == [:])
    #expect(Self.checked.refusals(.postgres) == [:])
  }

  @Test func emptyStaleAndUnseenSourcesAgree() throws {
    for name in ["users", "grants", "events"] {
      var unseen = comparison(1)
      RandomData(seed: 92, holes: 80).deliver(to: &unseen)
      unseen.withhold(name)
      try unseen.compare("without \(name)")
      unseen.deliver(name, [])
      try unseen.compare("with no \(name)")
    }
    var stale = comparison(2)
    RandomData(seed: 91, holes: 80).deliver(to: &stale, users: "2026-02-01T00:00:00Z")
    try stale.compare("stale")
  }
}
