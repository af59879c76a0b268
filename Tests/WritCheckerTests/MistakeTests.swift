import Testing
import WritChecker
import WritDiagnostics

/// What is said of one wrong clause, and of nothing else: `id: the marked text`.
@Suite struct MistakeTests {
  private static let users: [(clauses: String, said: [String])] = [
    ("must u.status == \"actve\"", ["type/unknown-value: \"actve\""]),
    ("must \"actve\" == u.status", ["type/unknown-value: \"actve\""]),
    ("must u.status in [\"active\", \"gone\"]", ["type/unknown-value: \"gone\""]),
    ("must (if u.mfa then \"on\" else \"active\") == u.status", ["type/unknown-value: \"on\""]),
    ("must (u.manager.status ?? \"on\") == u.status", ["type/unknown-value: \"on\""]),
    ("must u.nme == \"x\"", ["name/unknown-field: nme"]),
    ("must u.manager.nme == \"x\"", ["name/unknown-field: nme"]),
    ("must u.place.cty == \"x\"", ["name/unknown-field: cty"]),
    ("must status == \"active\"", ["name/unknown: status"]),
    ("must u.roles", ["type/mismatch: u.roles"]),
    ("must u.manager", ["type/mismatch: u.manager"]),
    ("must not u.mode", ["type/mismatch: u.mode"]),
    ("must u.mfa == 5", ["type/mismatch: u.mfa == 5"]),
    ("must u.manager == u.name", ["type/mismatch: u.manager == u.name"]),
    (
      "must exists(e in events where e.id == u.id and e.user == u)",
      ["type/key-mismatch: e.id == u.id"]
    ),
    ("must u in events", ["type/key-mismatch: u"]),
    ("must u.seen > \"yesterday\"", ["type/invalid-literal: \"yesterday\""]),
    ("must u.home == \"300.0.0.1\"", ["type/invalid-literal: \"300.0.0.1\""]),
    ("must u.home in [\"10.0.0.0/99\"]", ["type/invalid-literal: \"10.0.0.0/99\""]),
    ("must u.client > \"x\"", ["type/invalid-literal: \"x\""]),
    ("must u.status > \"active\"", ["type/not-ordered: u.status > \"active\""]),
    ("must now - u.seen < 3mo", ["type/unit-mismatch: now - u.seen < 3mo"]),
    ("must u.seen + u.seen > now", ["type/unit-mismatch: u.seen + u.seen"]),
    ("must u.quota + 3 > 1MiB", ["type/unit-mismatch: u.quota + 3"]),
    ("must u.name + \"x\" == \"ax\"", ["type/operands: u.name + \"x\""]),
    ("must u.raw.a == u.raw.b", ["type/json-needs-type: u.raw.a == u.raw.b"]),
    ("must any(x in u.raw.list : x.on)", ["type/json-needs-type: u.raw.list"]),
    ("must length(u.roles) > 1", ["type/mismatch: length(u.roles)"]),
    ("must count(u.roles, u.roles) > 1", ["type/arguments: count(u.roles, u.roles)"]),
    ("must lenght(u.name) > 1", ["name/unknown-function: lenght"]),
    ("must u.name contains u.manager", ["type/mismatch: u.manager"]),
    ("must \"a\" in u.name", ["type/mismatch: \"a\" in u.name"]),
    ("must u.name matches /(a+)+/", ["type/pattern: (a+)+"]),
    ("must hour(u.seen, \"Mars/Base\") > 1", ["type/unknown-zone: \"Mars/Base\""]),
    ("must u.id is known", ["type/never-missing: u.id"]),
    ("must deadline > now", ["name/not-here: deadline"]),
    ("must window.start > now", ["name/not-here: window"]),
    ("must period.strt > now", ["name/unknown-field: strt"]),
    ("must users.id == \"x\"", ["name/not-a-value: users"]),
    ("must every(e in events where e.user == u : e.nope)", ["name/unknown-field: nope"]),
    ("must none(u in users where u.mfa)", ["name/shadows: u"]),
    (
      "must none(e in events where e.time > u.seen)",
      ["join/cross: none(e in events where e.time > u.seen)"]
    ),
    (
      "must sum(e.size for e in events where e.time > u.seen) < 5",
      ["join/cross: sum(e.size for e in events where e.time > u.seen)"]
    ),
    (
      "must first(e in events where e.user == u by e.outcome) is known",
      ["type/not-ordered: e.outcome"]
    ),
    ("must sum(e.outcome for e in events where e.user == u) > 1", ["type/operands: e.outcome"]),
    ("must quantile(95, e.size for e in events) > 1", ["type/level: 95"]),
    ("must count(e where e.size > 1) > 1", ["rule/no-group: count"]),
    ("let a = b\n  let b = a\n  must a", ["name/recursion: a"]),
    ("let a = u.mfa\n  must u.mfa", ["name/unused: a"]),
    ("must u.mfa\n  say \"{u.name}\"", ["privacy/unmasked: u.name"]),
    ("must u.mfa\n  say \"{lower(u.email)}\"", ["privacy/unmasked: lower(u.email)"]),
    (
      "must u.mfa\n  say \"{u.manager.name ?? u.id}\"", ["privacy/unmasked: u.manager.name ?? u.id"]
    ),
    (
      "must u.mfa\n  fix \"{if u.mfa then u.token else u.id}\"",
      ["privacy/unmasked: if u.mfa then u.token else u.id"]
    ),
    ("must u.mfa\n  evidence u.place", ["privacy/unmasked: u.place"]),
    ("must u.mfa\n  evidence u.place.street", ["privacy/unmasked: u.place.street"]),
    ("let m = \"{u.name}\"\n  must u.mfa\n  say m", ["privacy/unmasked: u.name"]),
    (
      "must u.mfa\n  say \"{first(o in users where o.manager == u).name}\"",
      ["privacy/unmasked: first(o in users where o.manager == u).name"]
    ),
    ("must u.mfa\n  say u.mode", ["type/mismatch: u.mode"]),
    ("covers \"soc2:CC61\"\n  must u.mfa", ["control/unknown: \"soc2:CC61\""]),
    ("covers \"CC6.1\"\n  must u.mfa", ["control/malformed: \"CC6.1\""]),
    ("tolerate 101%\n  must u.mfa", ["rule/tolerance: 101%"]),
    ("severity low\n  must u.mfa", ["rule/duplicate-clause: severity low"]),
    ("when u.mfa", ["rule/no-must: example"]),
    ("within 3mo after u.name\n  must u.mfa", ["type/mismatch: u.name"]),
    ("window sliding 5m\n  must count(u) < 3", ["rule/no-order: window sliding 5m"]),
    ("group by r = u.roles\n  must count(u) < 3", ["rule/group-key: u.roles"]),
    ("group by r = u.mode\n  must u.mfa", ["name/row-after-group: u"]),
    ("group by r = u.mode\n  must count(u) < 3\n  say \"{u.id}\"", ["name/row-after-group: u"]),
    ("group by n = u.name\n  must count(u) < 3\n  say \"{n}\"", ["privacy/unmasked: n"]),
    ("group by r = u.mode\n  let ok = u.mfa\n  must ok", ["name/row-after-group: u"]),
    ("group by r = u.mode\n  where count(u) > 1\n  must count(u) < 3", ["name/not-here: count(u)"]),
    ("each q in period by 3mo\n  must q < now", ["name/not-a-value: q"]),
    ("each q in period by 0d\n  must q.start < now", ["type/not-literal: 0d"]),
  ]

  @Test("one mistake in a rule gives one diagnostic at its place", arguments: users)
  func inRule(clauses: String, said: [String]) {
    let text =
      Samples.data
      + "rule example \"An example\" {\n  severity low\n  for u in users\n  \(clauses)\n}\n"
    #expect(Checking.said(text) == said)
  }

  private static let declarations: [(text: String, said: [String])] = [
    ("param p: int = \"x\"\nlet q = p", ["name/unused: q", "type/mismatch: \"x\""]),
    (
      "param p: duration = 3mo\ndefine f(n: int) = n < 1",
      ["name/unused: p", "type/unit-mismatch: 3mo"]
    ),
    ("define f(n: int) = g(n)\ndefine g(n: int) = f(n)", ["name/recursion: f"]),
    ("define f(n: int) = f(n)", ["name/recursion: f"]),
    ("let a = a + 1", ["name/recursion: a"]),
    ("define f(n: integer) = 1", ["name/unknown-type: integer"]),
    ("define f(n: int) = n\nlet x = f(\"a\")", ["name/unused: x", "type/mismatch: \"a\""]),
    ("define f(n: int) = n\nlet x = f(1, 2)", ["name/unused: x", "type/arguments: f(1, 2)"]),
    ("dataset users { key id id: text }", ["name/duplicate: users"]),
    ("let users = 5", ["name/duplicate: users"]),
    ("retention closed { for a in users }", ["later/not-yet: retention"]),
    ("let x = personal(\"a\")", ["name/unused: x", "privacy/no-detectors: personal"]),
    (
      "let x = personal(\"a\", \"b\")",
      ["name/unused: x", "type/arguments: personal(\"a\", \"b\")"]
    ),
  ]

  @Test("one mistake in a declaration gives one diagnostic at its place", arguments: declarations)
  func inDeclaration(text: String, said: [String]) {
    #expect(Checking.said(Samples.data + text).sorted() == said)
  }

  @Test func aMistakeInADefineIsToldOnceAndItsRulesAreLeftOut() {
    let result = Checking.check(
      Samples.data + """
        define ok(u: users) = u.mfa == 5
        rule one_rule "One" { severity low for u in users must ok(u) }
        rule other_rule "Other" { severity low for u in users must ok(u) and u.mfa }
        rule fine_rule "Fine" { severity low for u in users must u.mfa }

        """)
    #expect(result.diagnostics.map(\.id) == ["type/mismatch"])
    #expect(result.program.rules.map(\.id) == ["access.fine_rule"])
  }

  @Test func fiveMistakesAreToldInOneRun() {
    let said = Checking.said(
      Samples.data + """
        rule a_rule "A" { severity hihg for u in users must u.mfa }
        rule b_rule "B" { severity low for u in usrs must u.mfa }
        rule c_rule "C" { severity low for u in users must u.mfaa }
        rule d_rule "D" { severity low for u in users must u.status == "actve" }
        rule e_rule "E" { severity low for u in users must u.mfa say "{u.email}" }

        """)
    #expect(
      said == [
        "rule/unknown-severity: hihg", "name/unknown-dataset: usrs", "name/unknown-field: mfaa",
        "type/unknown-value: \"actve\"", "privacy/unmasked: u.email",
      ])
  }

  @Test func whatSyntaxLostIsNotCalledUnknown() {
    let said = Checking.said(
      """
      module access
      dataset users { key id id: text mfa: bool? }
      define ok(u: users = u.mfa
      rule r "R" { severity low for u in users must ok(u) }

      """)
    #expect(said.allSatisfy { $0.hasPrefix("syntax/") } && !said.isEmpty, "\(said)")
  }
}
