import Testing
import WritDatabase
import WritSQL

/// Quantifiers and aggregates over datasets and collections, joined and not.
@Suite struct ComprehensionTests {
  static let rules = [
    "for u in users must exists(g in grants where g.user == u)",
    "for u in users must none(g in grants where g.user == u and g.open)",
    "for u in users must every(g in grants where g.user == u : g.role in u.roles)",
    "for u in users must exists(g in grants where g.user == u and g.level > u.score)",
    "for u in users must exists(g in grants where g.level > u.score)",
    "for u in users must exists(g in grants where u in g.users)",
    "for u in users must exists(g in grants where g.role in u.roles and g.open)",
    "for u in users must count(g in grants where g.user == u and g.open) <= 1",
    "for u in users must count(g in grants where g.user == u) == count(g in grants where u in g.users)",
    "for u in users must count(g in grants where g.level == u.level) * 2 > 1",
    "for u in users must count(g in grants where g.level == u.score) - 1 >= 1",
    "for u in users must count(g in grants where g.role == u.home.city) + count(u.names) < 3",
    "for u in users must (count(g in grants where g.user == u) ?? 7) < 3",
    "for u in users must count(g in grants where g.user == u) is known",
    "for u in users must (if u.active then count(g in grants where g.user == u) else 1) < 2",
    "for u in users must sum(g.level for g in grants where u in g.users) < 5",
    "for u in users must sum(e.size for e in events where e.user == u) between 0 and 9",
    "for u in users must min(g.level for g in grants where g.user == u) < 1",
    "for u in users must max(e.time for e in events where e.user == u) < 2026-01-01T02:00:00Z",
    "for u in users must avg(e.size for e in events where e.user == u) > 1.5",
    "for u in users must avg(g.level for g in grants where g.user == u) >= u.score",
    "for u in users must avg(v.left for v in users where v.active == u.active) > 1h",
    "for u in users must distinct(e.kind for e in events where e.user == u) == 2",
    "for u in users must quantile(0.5, e.size for e in events where e.user == u) < 3",
    "for u in users must quantile(95%, g.level for g in grants where g.role in u.roles) < 2",
    "for u in users must share(e.size > 2 for e in events where e.user == u) < 40%",
    "for u in users must share(g.open for g in grants where g.user == u) <= 0.5",
    "for u in users must first(g in grants where g.user == u).open",
    "for u in users must last(g in grants where g.user == u).open ?? true",
    "for u in users must first(g in grants where g.user == u by g.level).role == \"read\"",
    "for u in users must last(g in grants where g.user == u by g.level).level > 1",
    "for u in users must first(e in events where e.user == u).kind == \"in\"",
    "for u in users must last(e in events where e.user == u).size < 3",
    "for u in users must one(g in grants where g.user == u).open",
    "for u in users must one(v in users where v.boss == u).active",
    "for u in users must first(g in grants).open and last(g in grants).open",
    "for u in users must first(v in users) != u and last(v in users).level is known",
    "for u in users must first(e in events).size is known",
    "for u in users must first(h in hosts where h.owner == u) in hosts",
    "for u in users must first(g in grants where g.user == u) is known",
    "for u in users must first(g in grants where g.user == u).host.owner.active",
    "for u in users must any(n in u.names : n == \"read\")",
    "for u in users must none(n in u.names where n in u.roles)",
    "for u in users must every(n in u.roles : length(n) > 4)",
    "for u in users must count(n in u.names where n == \"admin\") < 1",
    "for u in users must exists(n in u.boss.names where n == u.home.city)",
    "for u in users must sum(z for z in u.home.zips) > 3",
    "for u in users must max(z for z in u.home.zips) == 2 and min(z for z in u.home.zips) >= 0",
    "for u in users must any(w in [\"admin\", \"read\"] : w in u.roles)",
    "for u in users must every(w in [\"admin\", \"read\"] : exists(g in grants where g.user == u and g.role == w))",
    "for h in hosts must none(p in h.ports where p.port == 22 and p.cidr == \"0.0.0.0/0\")",
    "for h in hosts must every(p in h.ports : p.port in [80, 443] or \"10.1.2.3\" in p.cidr)",
    "for h in hosts must any(p in h.ports : any(t in p.tags : t == \"admin\" and p.port == 22))",
    "for h in hosts must count(p in h.ports where \"read\" in p.tags) < 2",
    "for h in hosts must exists(g in grants where g.host == h and g.open)",
    "for h in hosts must none(e in events where e.source in h.networks)",
    "for h in hosts must first(p in h.ports by p.port).port == 22",
    "for h in hosts must last(p in h.ports).port != 443",
    "for g in grants must exists(v in users where v == g.user and v.boss.active)",
    "for g in grants must exists(h in hosts where h == g.host and h.owner == g.user)",
    "for g in grants must exists(v in users where v.boss == g.user.boss and v.home.floor > 2)",
    "for u in users must exists(g in grants where g.user == u and exists(e in events where e.user == g.user and e.size > g.level))",
    "for u in users must count(g in grants where g.user == u and count(e in events where e.user == g.user) > 3) < 2",
    "for u in users must every(g in grants where g.user == u : none(h in hosts where h == g.host and h.number > count(u.names)))",
    "for e in events when e.user.active must none(g in grants where g.user == e.user and g.role == \"read\" and g.level > 1)",
    "for e in events when exists(v in users where v == e.user and v.level > 1) must exists(g in grants where g.host.zone == \"z0\" and g.user == e.user)",
    "for e in events must e.size <= max(v.level for v in users) and e.size >= min(v.level for v in users)",
    "for e in events must lower(e.kind) == \"in\" and exists(f in events where lower(f.kind) == lower(e.kind) and f.time > e.time)",
    "must share(u.active for u in users) > 50% and count(g in grants where g.open) > 9",
    "must exists(e in events where e.size > 3) and none(h in hosts where h.address is missing)",
    "must count(e in events) > 39 and sum(e.size for e in events) < 200",
    "must every(u in users : exists(g in grants where g.user == u))",
    "must first(e in events).time < now and last(u in users).id == \"u8\"",
    "must avg(u.score for u in users) < 2 and quantile(0.9, u.level for u in users) <= 4",
    "for u in users when held(u) > 1 must risky(u, 3)",
    "for u in users must person(u.id) is known and person(u.home.city).level > 2",
    "for g in grants must person(text(g.user.id)).active",
    "let idle = count(v in users where not v.active) for u in users must idle < 4 or u.level < 3",
  ]

  static let defines = """
    define held(u: users) = count(g in grants where g.user == u)
    define risky(u: users, most: int) = u.level < most or exists(g in grants where g.user == u and g.level > u.score)
    define person(id: text) = first(v in users where v.id == id)

    """

  private static let checked = SQLComparison(
    RowRuleTests.policy(rules) + defines)

  @Test(arguments: UInt64(1)...5)
  func comprehensionsAgree(_ seed: UInt64) throws {
    for holes in [0, 120, 350] {
      var comparison = Self.checked
      comparison.isStrict = seed % 3 > 0
      RandomData(seed: seed &+ 40, holes: holes).deliver(to: &comparison)
      let compared = try comparison.compare("seed \(seed) holes \(holes)")
      #expect(compared.count == Self.rules.count)
    }
  }

  @Test func nothingIsRefused() {
    #expect(Self.checked.refusals(.sqlite) == [:])
    #expect(Self.checked.refusals(.postgres) == [:])
  }

  @Test func emptyStaleAndUnseenSourcesAgree() throws {
    var stale = Self.checked
    RandomData(seed: 61, holes: 80).deliver(to: &stale, users: "2026-02-01T00:00:00Z")
    try stale.compare("stale")
    for name in ["users", "grants", "events", "hosts"] {
      var unseen = Self.checked
      RandomData(seed: 62, holes: 80).deliver(to: &unseen)
      unseen.withhold(name)
      try unseen.compare("without \(name)")
      unseen.deliver(name, [])
      try unseen.compare("with no \(name)")
    }
  }
}
