import Testing
import WritChecker
import WritPlan
import WritValues
import _WritTestSupport

/// Plans as people and programs read them. `WRIT_RECORD=1` records them and fails.
@Suite struct PlanGoldenTests {
  @Test func benchRules() throws {
    let planning = try Planning(file: "Benchmarks/policy/bench.writ")
    expectGolden(planning.text, "Goldens/bench.txt")
    let json = PlanJSON(planning.plan).value(of: planning.program.rules)
    expectGolden(json.pretty() + "\n", "Goldens/bench.json")
  }

  /// Every operator stands in one of these.
  @Test func operators() throws {
    let planning = try Planning(Planning.data + Self.rules)
    expectGolden(planning.text, "Goldens/operators.txt")
    let json = PlanJSON(planning.plan).value(of: planning.program.rules)
    expectGolden(json.pretty() + "\n", "Goldens/operators.json")
  }

  @Test func rulesOfTheLanguagePage() throws {
    expectGolden(try Planning(Self.access).text, "Goldens/language.txt")
  }

  @Test func aRuleThatAnEngineCantRun() throws {
    let planning = try Planning(
      Planning.data + "rule r \"R\" { severity low for u in users must u.name != \"\" }\n")
    let engines = [
      EngineSupport("native"), EngineSupport("sqlite"),
      EngineSupport("postgres", obstacle: "`split` has no exact form in SQL"),
    ]
    let text = PlanText(planning.plan) { _ in engines }.text(of: planning.program.rules)
    #expect(
      text == """
        plan of t.r   cost: one pass
        users   streamed once · reads id, name
        └─ must       u.name != ""
        kept     a hash of each key
        engines  native, sqlite
                 not postgres: `split` has no exact form in SQL

        """)
    let json = PlanJSON(planning.plan) { _ in engines }.value(of: planning.program.rules)
    #expect(
      json["rules"]?.elements?.first?["engines"]?.compact
        == #"[{"engine":"native","runs":true},{"engine":"sqlite","runs":true},"#
        + #"{"engine":"postgres","runs":false,"obstacle":"`split` has no exact form in SQL"}]"#)
  }

  static let rules = """
    rule filter "Conditions, the cheapest first" {
      severity low
      for u in users
      where exists(g in grants where held_by(g, u)) and u.boss.boss.level > 3 and u.level > 1
      when trusted(u) and u.name != ""
      must u.email is known and boss_of(u.boss) != u
      say "{u.id}: {u.boss.name}"
      evidence count(g in grants where g.user == u.boss)
    }

    rule joins "Joins by equality" {
      severity low
      for u in users
      must exists(g in grants where g.user == u and g.weight > u.level)
      must none(g in grants where u in g.people and g.role == u.name)
      must every(g in grants where g.role in u.roles : g.user.boss is known)
      must count(g in grants where g.user == u) + sum(g.weight for g in grants where g.user == u) > 3
      must first(g in grants where g.user == u by g.weight).role == "dev"
      must any(g in grants where g.share == u.level : g.open)
      must exists(g in grants where lower(g.role) == lower(u.name) and exists(h in hosts where h.id == g.role and h.zone == u.name))
    }

    rule marks "A stream on the other side" {
      severity low
      for u in users
      must exists(e in events where e.user == u and e.at > u.seen)
      must last(e in events where e.user == u).kind == "login"
    }

    rule by_force "No equality" {
      severity low
      for u in users
      allow cross
      must none(g in grants where g.weight > u.level)
      must sum(g.weight for g in grants where g.weight != u.level) < 9
    }

    rule once "Worked out once" {
      severity low
      for u in users
      must count(g in grants where g.weight > 9) < 3 and u.level < max(g.weight for g in grants)
      must every(p in packages : p.version != "")
      must first(g in grants where g.weight > 1 by g.share).user != u
    }

    rule nested "Collections in the row" {
      severity low
      for u in users
      must any(p in u.ports : p.port == 22 and p.open)
      must every(x in u.ports where x.port > 1024 : x.open or u.tags["open"] == "yes")
      must count(u.roles) > 1 and sum(p.port for p in u.ports) > 9
      must u.raw.name == u.name
    }

    rule references "Look-ups" {
      severity low
      for c in columns
      must c.table.owner.boss.name != "" and c.table in tables
      must c.table.owner in users
    }

    rule complete "Held for its hosts" {
      severity low
      for p in packages
      must p.version != ""
    }

    rule sliding "A ring" {
      severity low
      for e in events
      where e.kind == "failure" and e.user.level > 1
      group by user = e.user, boss = e.user.boss
      window sliding 5m
      when count(e) > 1
      must count(e where e.size > 10) < 10 and sum(e.size) < 99 and exists(g in grants where g.user == user)
      say "{user}: {count(e)} from {min(e.at)}, {distinct(e.user.name)}"
    }

    rule tumbling "Days" {
      severity low
      for e in events
      window tumbling 1d in "Europe/Berlin"
      must avg(e.size) < 10
    }

    rule session "Sittings" {
      severity low
      for e in events
      group by who = e.user
      window session gap 30m
      must window.end - window.start < 8h
    }

    rule grouped "Groups without a window" {
      severity low
      for g in grants
      group by role = g.role
      must none(g where g.open) or share(g.open) < 10%
    }

    rule steps "Each quarter" {
      severity low
      each q in period by 3mo
      must exists(e in events where e.kind == "restore" and e.at in q)
    }

    rule alone "One member" {
      severity low
      must count(users) > 1
    }

    rule constant "No data" {
      severity low
      must now > 2026-01-01
    }

    rule deadline "In time" {
      severity low
      for e in events
      when e.kind == "breach"
      must exists(g in grants where g.user == e.user)
      within 72h after e.user.seen
      fix "tell {e.user.name}"
    }

    """

  static let access = """
    module access
    param dormant_after: duration = 90d "How long an account may stay unused"
    dataset users "People and service accounts" {
      key id
      id: text  name: text  email: text?  status: "active" | "suspended" | "terminated"
      roles: set<text>  mfa: bool?  manager: users?  last_login: time?  left_at: time?
    }
    dataset resources { key id  id: text  sensitivity: "public" | "restricted"  name: text }
    dataset grants { key id  id: text  resource: resources  role: text }
    dataset events "Access log" {
      key id
      order by time lateness 10m
      id: text  time: time  actor: users?  action: text  outcome: "success" | "failure" | "unknown"
      resource: resources?  source_ip: ip?  country: text?
    }
    define active(u: users) = u.status == "active"
    rule admin_without_mfa "Administrators sign in with a second factor" {
      severity high
      for user in users
      when active(user) and "admin" in user.roles
      must user.mfa
      say "{user.id} administers systems without a second factor"
      fix "Enrol {user.id} in the identity provider's second-factor policy."
    }
    rule dormant_account "Unused accounts are disabled" {
      severity medium
      for user in users
      when active(user)
      must age(user.last_login) <= dormant_after
      say  "{user.id} last signed in {user.last_login}"
    }
    rule signin_burst "Bursts of failed sign-ins are stopped" {
      severity medium
      for e in events
      where e.action == "login" and e.outcome == "failure"
      group by user = e.actor, source = e.source_ip
      window sliding 5m
      allow empty
      must count(e) < 10
      say "{user} from {source}: {count(e)} failures within five minutes from {min(e.time)}"
    }
    rule access_after_leaving "No access after leaving" {
      severity critical
      for e in events
      when e.actor.left_at is known
      must e.time <= e.actor.left_at + 1h
      say "{e.actor.id} used {e.resource.id} {e.time - e.actor.left_at} after leaving"
    }
    rule ungranted_access "Restricted data is read under a grant" {
      severity high
      for e in events
      when e.resource.sensitivity == "restricted"
      must exists(g in grants where g.resource == e.resource and g.role in e.actor.roles)
    }

    """
}
