import Testing
import WritDatabase
import WritSQL

/// The database and the evaluator agree on rules over rows, whatever the data.
@Suite struct RowRuleTests {
  static let scalar = [
    "for u in users must u.active",
    "for u in users when u.active must u.level <= 3 and not (u.level == 2)",
    "for u in users where u.level > 1 when u.active or u.score > 1 must u.score <= 2",
    "for u in users where u.active and u.level != 3 must u.score >= 1.5 or u.level < 2",
    "for u in users must u.level between 1 and 4",
    "for u in users must u.score > u.level",
    "for u in users must u.score == u.level or u.level == u.score",
    "for u in users must u.score != u.level and u.level >= u.score",
    "for u in users must u.kind in [\"person\", \"robot\"]",
    "for u in users must u.kind == \"person\" or u.id < \"u4\"",
    "for u in users must u.level in [1, 2, 3] and u.score not in [0.5, 2]",
    "for u in users must u.seen is known and u.level is known",
    "for u in users must u.seen is missing or u.boss is missing",
    "for u in users must (u.level ?? 0) < 3",
    "for u in users must (u.score ?? 1) < 2 and (u.active ?? true)",
    "for u in users must if u.active then u.level < 3 else u.score < 2",
    "for u in users must (if u.active then u.level else 2) == 2",
    "for u in users must (if u.active then 1 else 1) == 1",
    "for u in users must u.level + 1 < 4 and u.level - u.level == 0",
    "for u in users must u.level * 3 > -10 and -u.level < 3",
    "for u in users must u.score + 1 > u.level and u.score * u.score < 6",
    "for u in users must u.score * 1.5 - 0.25 < u.level * 2",
    "for u in users must u.level / 2 >= 1 and u.score / u.level < 1",
    "for u in users must u.level % 2 == 1 or u.score % 2 == 0.5",
    "for u in users must u.level / 3 == u.score / 3 or u.level / 4 < 0.3",
    "for u in users must abs(u.level) < 3 and abs(u.score) > 0.1",
    "for u in users must min(u.level, 3) > 0 and max(u.level, 1, 2) < 5",
    "for u in users must round(u.score) == 1 or floor(u.score) == 0 or ceil(u.score) == 3",
    "for u in users must round(u.level / 2) == 1 or floor(u.level / 2) < 0 or ceil(u.level / 4) == 1",
    "for u in users must mode_within(u.level, 0o5)",
    "for u in users must age(u.seen) < 58d",
    "for u in users must age(u.seen) <= 2mo",
    "for u in users must u.seen + 1mo < now and u.seen - 1y < now",
    "for u in users must u.seen + u.left < 2026-01-31",
    "for u in users must now - u.seen > u.left * 2 or u.left / 3 > 20m",
    "for u in users must u.left / 1h > 2.4 and u.disk * 2 > 3KiB",
    "for u in users must u.left * 1.5 + 1m > 3m and u.left % 1h == 0s",
    "for u in users must u.disk / 2 < 1200B and u.disk + 1KiB >= 2KiB and u.disk / 1KiB < 3",
    "for u in users must date(u.seen) < 2026-01-05 and hour(u.seen) < 2 and weekday(u.seen) != 4",
    "for u in users must date(u.seen, \"Europe/Berlin\") == 2025-12-31T23:00:00Z",
    "for u in users must hour(u.seen, \"America/Sao_Paulo\") < 23 or weekday(u.seen, \"Asia/Kolkata\") > 4",
    "for u in users must length(u.id) == 2 and u.id starts_with \"u\" and not (u.id ends_with \"3\")",
    "for u in users must u.home.city contains \"\u{EF}\" or lower(u.home.city) == \"audit\"",
    "for u in users must upper(u.home.city) == \"WR\u{CF}TE\" or trim(u.home.city) == \"pad\"",
    "for u in users must replace(u.home.city, \"a\", \"oo\") != \"ooudit\" and length(u.home.city) < 5",
    "for u in users must u.home.floor < 3 and u.home.city is known",
    "for u in users must u.home is known",
    "for u in users must u.home is missing or u.home.city is missing",
    "for u in users must text(u.level) == \"2\" or int(u.score) == 2 or text(u.active) == \"true\"",
    "for u in users must u.tags[\"owner\"] == \"admin\" or \"env\" in u.tags",
    "for u in users must u.tags is known and (u.tags[\"tier\"] ?? \"none\") != \"read\"",
    "for u in users must \"admin\" in u.roles",
    "for u in users must u.id in u.names or \"read\" not in u.names",
    "for u in users must u.home.floor in u.home.zips",
    "for u in users must count(u.roles) < 3 and count(u.names) != 1",
    "for u in users must count(u.names) + count(u.roles) > 2",
    "for u in users must count(u.names) - count(u.roles) >= 0 and count(u.names) * 2 < 5",
    "for u in users must \"admin\" in (u.roles ?? [])",
    "for u in users must age(u.seen) < 60d within 30d after u.seen",
    "for u in users when u.active must u.level > 3 and u.score > 1 within 59d after u.seen",
    "for u in users must u.names subset u.roles and not (u.roles subset [\"admin\", \"read\"])",
    "for u in users must [\"read\", u.home.city] subset u.names or [\"admin\"] subset u.roles",
    "for h in hosts must h.release is known and h.raw is missing",
    "for h in hosts must h.address in \"10.0.0.0/24\"",
    "for h in hosts must h.address in h.networks",
    "for h in hosts must h.address == \"10.0.0.1\" or h.address < \"192.0.0.0\"",
    "for h in hosts must h.zone == \"z0\" and h.number < 2",
    "for e in events where e.kind == \"in\" must e.size < 4 and e.time < 2026-01-01T02:00:00Z",
    "for e in events must e.source in [\"10.0.0.0/8\", \"::/0\"]",
  ]

  static let paths = [
    "for u in users must u.boss.active and u.boss.boss.level < 4",
    "for u in users must u.boss.boss.boss.active",
    "for u in users must u.boss == u.boss.boss or u.boss.id == \"u1\"",
    "for u in users must u.boss in users",
    "for u in users must u.boss is known and u.boss.level is known",
    "for u in users must u.boss.seen is missing",
    "for u in users must \"admin\" in u.boss.roles and count(u.boss.names) < 2",
    "for u in users must u.boss.home.floor < 3 and u.boss.tags[\"env\"] == \"read\"",
    "for u in users must u.boss.kind == \"robot\" and u.boss.home.city is known",
    "for g in grants must g.host.address in \"10.0.0.0/8\"",
    "for g in grants must g.host.owner.active and g.host.number < 3 and g.host.zone == \"z0\"",
    "for g in grants must g.host in hosts and g.user in users",
    "for g in grants must g.host is known or g.user.boss is missing",
    "for e in events when e.user.active must e.size < 4 and e.user.level >= 1",
  ]

  static func policy(_ rules: [String]) -> String {
    RandomData.schema
      + rules.enumerated().map { "rule r\($0) \"R\" { severity low \($1) allow cross }\n" }.joined()
  }

  private static let checkedScalar = SQLComparison(policy(scalar))
  private static let checkedPaths = SQLComparison(policy(paths))

  @Test(arguments: UInt64(1)...6)
  func scalarsAgree(_ seed: UInt64) throws {
    for holes in [0, 150, 400] {
      var comparison = Self.checkedScalar
      comparison.isStrict = seed % 3 > 0
      RandomData(seed: seed, holes: holes).deliver(to: &comparison)
      let compared = try comparison.compare("seed \(seed) holes \(holes)")
      #expect(compared.count == Self.scalar.count)
    }
  }

  @Test func nothingIsRefused() {
    #expect(Self.checkedScalar.refusals(.sqlite) == [:])
    #expect(Self.checkedPaths.refusals(.sqlite) == [:])
    #expect(Self.checkedScalar.refusals(.postgres) == [:])
    #expect(Self.checkedPaths.refusals(.postgres) == [:])
  }

  @Test(arguments: UInt64(1)...6)
  func pathsAgree(_ seed: UInt64) throws {
    for holes in [0, 150, 400] {
      var comparison = Self.checkedPaths
      comparison.isStrict = seed % 3 > 0
      RandomData(seed: seed, holes: holes).deliver(to: &comparison)
      let compared = try comparison.compare("seed \(seed) holes \(holes)")
      #expect(compared.count == Self.paths.count)
    }
  }

  @Test func staleAndUnseenDatasetsAgree() throws {
    var stale = Self.checkedPaths
    RandomData(seed: 3, holes: 100).deliver(to: &stale, users: "2026-02-01T00:00:00Z")
    try stale.compare("stale")
    var unseen = Self.checkedPaths
    RandomData(seed: 4, holes: 100).deliver(to: &unseen)
    unseen.withhold("users")
    try unseen.compare("unseen")
  }
}
