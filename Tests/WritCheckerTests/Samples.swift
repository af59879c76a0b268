/// Policies that use most of the language and hold no mistake.
enum Samples {
  static let data = """
    module access

    dataset users "People" {
      key id
      fresh within 26h
      id: text
      name: text @personal(person.name)
      email: text? @personal(contact.email)
      token: text? @secret
      status: "active" | "suspended" | "terminated"
      roles: set<text>
      mfa: bool?
      manager: users?
      seen: time?
      left: time?
      home: ip?
      tags: map<text>
      place: { city: text, street: text? @personal(contact.address) }
      raw: json
      client: version<semver>
      mode: int
      quota: bytes
      score: decimal?
      deputies: list<users>
      ports: list<int>
    }

    dataset events "Access log" {
      key id
      order by time lateness 10m
      complete per user
      id: text
      time: time
      user: users
      action: text
      outcome: "success" | "failure"
      size: int
      source: ip?
    }

    dataset grants "Grants" {
      key id
      id: text
      user: users
      roles: list<text>
      until: time?
    }

    dataset tables "Tables" {
      key base, name
      base: text
      name: text
      owner: users?
    }

    dataset columns "Columns" {
      key id
      id: int
      base: text
      tab: text
      table: tables(base, tab)
    }

    """

  static let rules = """
    param limit: duration = 90d "How long"
    param admins: set<text> = ["root", "admin"]
    param nets: list<network> = ["10.0.0.0/8", "192.168.0.1"]
    let staff = count(p in users where p.status == "active")
    define active(u: users) = u.status == "active"
    define boss(u: users) = u.manager

    /// A stolen password alone opens nothing.
    /// It needs a second factor.
    rule no_mfa "Administrators have a second factor" {
      severity high
      covers "soc2:CC6.1", "soc2:CC7.2"
      tags "identity"
      owner "security"
      for u in users
      let admin = "admin" in u.roles or u.name in admins
      when active(u) and admin
      must u.mfa
      tolerate 2%
      say "{u.id} {mask(u.email)} has none"
      fix "Enroll {u.id}"
      evidence u.seen, mask(u.token)
    }
    rule many "Many things hold" {
      severity low
      for u in users
      must age(u.seen) <= limit and age(u.seen) < 3mo and u.seen + 3mo > now
      must u.manager == u or u.manager == "joe" or u.id == "x" or boss(u).status == u.status
      must u.home in nets and u.home in "10.0.0.0/8" and u.home != "10.0.0.1"
      must u.client >= "1.2.3" and u.tags["owner"] == "x" and "owner" in u.tags
      must u.place.city == "B" and u.raw.a.b == 5 and u.raw.list["x y"] == "s"
      must mode_within(u.mode, 0o640) and u.quota < 10MiB and u.quota / 1MiB > 2.5
      must u.name matches /^a+$/i and u.name starts_with "x" and length(lower(u.name)) > 3
      must max(u.ports) > 1 and any(d in u.deputies : active(d)) and (u.score ?? 1) < 5
      must first(g in grants where g.user == u by g.until).until > now
      must none(g in grants where g.user == u and "root" in g.roles) and staff > 3
      must exists(c in columns where c.table.owner == u)
      must hour(u.seen, "Europe/Berlin") >= 8 and u.seen between 2026-01-01 and now
    }
    rule burst "Bursts" {
      severity medium
      for e in events
      where e.action == "login" and e.outcome == "failure"
      group by user = e.user, source = e.source
      window sliding 5m
      allow empty
      when count(e where e.size > 3) > 0
      must count(e) < 10 and max(e.time) <= window.end
      within 24h after window.end
      say "{user} {source} {count(e)} {min(e.time)} {deadline}"
    }
    rule reviewed "Each quarter is reviewed" {
      severity low
      each q in period by 3mo
      must exists(g in grants where g.until in q) and q.start < now
      say "{q.start} to {q.end}"
    }
    rule cross "Held against all" {
      severity low
      for u in users
      allow cross
      must none(e in events where e.time > u.left)
    }
    test no_mfa "a missing factor is not a pass" {
      now 2026-03-01
      param limit = 30d
      given users collected 2026-02-28 [
        { id: "a", status: "active", roles: ["admin"], mfa: false, raw: { a: [1, 2.5, null, "x"] } },
        { id: "b", status: "active", roles: ["admin"], mfa: unreadable, name: "b", email: null },
      ]
      expect fail "a"
      expect no_data "b" because unreadable(mfa)
      expect status fail
    }

    """

  static let all = data + rules
}
