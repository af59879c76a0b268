import Testing
import WritChecker
import WritDiagnostics
import WritModel
import WritValues

@Suite struct ProgramTests {
  private let result = Checking.check(Samples.all)

  private func rule(_ name: String) throws -> CheckedRule {
    try #require(result.program.rules.first { $0.id == "access.\(name)" })
  }

  private func rule(of clauses: String) throws -> CheckedRule {
    let result = Checking.check(
      Samples.data
        + "rule example \"An example\" {\n  severity low\n  for u in users\n  \(clauses)\n}\n")
    #expect(!result.hasErrors, "\(DiagnosticRenderer().render(result.diagnostics))")
    return try #require(result.program.rules.first)
  }

  @Test func theSampleHoldsNoMistake() {
    #expect(result.diagnostics.isEmpty, "\(DiagnosticRenderer().render(result.diagnostics))")
    #expect(
      result.program.rules.map(\.id) == [
        "access.burst", "access.cross", "access.many", "access.no_mfa", "access.reviewed",
      ])
    #expect(
      result.program.datasets.map(\.name.name) == [
        "columns", "events", "grants", "tables", "users",
      ])
  }

  @Test func theHeadOfARule() throws {
    let rule = try rule("no_mfa")
    #expect(rule.severity == .high)
    #expect(rule.covers.map(\.description) == ["soc2:CC6.1", "soc2:CC7.2"])
    #expect(rule.tags == ["identity"])
    #expect(rule.owner == "security")
    #expect(rule.summary == "A stolen password alone opens nothing.\nIt needs a second factor.")
    #expect(rule.tolerance == .share(Decimal(millionths: 20_000)))
    #expect(rule.reads == [4])
  }

  @Test func theCanonicalTextHoldsWhatTheRuleUses() throws {
    let text = try rule("no_mfa").canonicalText
    #expect(text.hasPrefix("rule no_mfa \"Administrators"))
    #expect(text.contains("access.active: define active ( u : users ) = u . status == \"active\""))
    #expect(text.hasSuffix("\nparam access.admins"))
    let spaced = Samples.all.replacing(
      "when active(u) and admin", with: "when   active( u )\n and admin")
    let other = Checking.check(spaced).program.rules.first { $0.id == "access.no_mfa" }
    #expect(other?.canonicalText == text)
  }

  @Test func schemas() throws {
    let users = result.program.datasets[4]
    #expect(users.fields[0].type == .key(users.name, base: .text))
    #expect(users.fields[1].personal == "person.name")
    #expect(users.fields[3].isSecret)
    #expect(users.fresh == 93_600_000_000)
    let events = result.program.datasets[1]
    #expect(events.order == DatasetSchema.Order(field: 1, lateness: 600_000_000))
    #expect(events.completePer == 2)
    let columns = result.program.datasets[0]
    #expect(columns.fields[3].components == [1, 2])
    #expect(columns.fields[3].type == .reference(DatasetName(module: "access", name: "tables")))
  }

  @Test func joinsAreFound() throws {
    func joins(_ must: String) throws -> [Comprehension.Join] {
      guard case .comprehension(let comprehension) = try rule(of: "must \(must)").musts[0].kind
      else { return [] }
      #expect(comprehension.isCorrelated)
      return comprehension.joins
    }
    #expect(try joins("exists(g in grants where g.user == u)").count == 1)
    #expect(
      try joins("exists(g in grants where u.manager == g.user.manager and g.id != \"\")").count == 1
    )
    #expect(try joins("none(e in events where e.user in u.deputies)").count == 1)
    #expect(try joins("none(g in grants where u.name in g.roles)").count == 1)
    #expect(
      try joins("exists(g in grants where lower(g.id) == lower(u.name) and g.user == u)").count == 2
    )
    let mixed = try joins("exists(e in events where e.size == u.score)")
    guard case .equal(let row, let probe) = mixed.first else {
      Issue.record("no join of an int with a decimal")
      return
    }
    #expect(row.type == .decimal && probe.type == .decimal)
  }

  @Test func joinsAreFoundBehindDefines() throws {
    func joins(_ define: String, _ condition: String) throws -> [Comprehension.Join] {
      let result = Checking.check(
        Samples.data + define + "\n" + """
          rule r "R" {
            severity low
            for u in users
            allow cross
            must none(g in grants where \(condition))
          }

          """)
      #expect(!result.hasErrors, "\(DiagnosticRenderer().render(result.diagnostics))")
      guard case .comprehension(let comprehension) = result.program.rules.first?.musts[0].kind
      else { return [] }
      return comprehension.joins
    }
    #expect(
      try joins("define held_by(g: grants, x: users) = g.user == x", "held_by(g, u)").count == 1)
    #expect(
      try joins("define held_by(g: grants, x: users) = g.user == x", "held_by(g, u.manager)").count
        == 1)
    #expect(
      try joins(
        "define a(x: text, y: text) = lower(x) == y and b(x)\ndefine b(x: text) = x != \"\"",
        "a(g.id, u.name)"
      ).count == 1)
    #expect(
      try joins(
        "define a(g: grants, x: users) = b(x.manager, g)\n"
          + "define b(x: users, g: grants) = g.user == x",
        "a(g, u)"
      ).count == 1)
    // Not an equality, beside an `or`, with variables of its own, of rows alone, against a constant.
    #expect(try joins("define a(g: grants, x: users) = g.user != x", "a(g, u)").isEmpty)
    #expect(
      try joins("define a(g: grants, x: users) = g.user == x or x.mfa", "a(g, u)").isEmpty)
    #expect(
      try joins(
        "define a(g: grants, x: users) = count(r in g.roles where r == x.name) == length(x.name)",
        "a(g, u)"
      ).isEmpty)
    #expect(try joins("define a(g: grants) = g.user.name == g.id", "a(g)").isEmpty)
    #expect(try joins("define a(g: grants, x: text) = g.id == x", "a(g, \"k\")").isEmpty)
  }

  @Test func anEqualityBehindADefineNeedsNoPermission() {
    let rule =
      "rule r \"R\" { severity low for u in users must none(e in events where held_by(e, u)) }\n"
    #expect(
      Checking.said(Samples.data + "define held_by(e: events, x: users) = e.user == x\n" + rule)
        == [])
    #expect(
      Checking.said(Samples.data + "define held_by(e: events, x: users) = e.time > x.seen\n" + rule)
        == ["join/cross: none(e in events where held_by(e, u))"])
  }

  @Test func whatReadsNoMemberIsComputedOnce() throws {
    let rule = try rule(of: "must exists(e in events where e.size > 3 and e.time < now)")
    guard case .comprehension(let comprehension) = rule.musts[0].kind else {
      Issue.record("no comprehension")
      return
    }
    #expect(!comprehension.isCorrelated && comprehension.joins.isEmpty)
  }

  @Test func monthsOnEitherSide() throws {
    let rule = try rule(of: "must age(u.seen) <= 3mo and 3mo >= age(u.seen)")
    guard case .and(let one, let two) = rule.musts[0].kind,
      case .ageInMonths(let first, _, _) = one.kind, case .ageInMonths(let second, _, _) = two.kind
    else {
      Issue.record("not compared in months")
      return
    }
    #expect(first == .lessOrEqual && second == .lessOrEqual)
  }

  @Test func literalsTakeTheirType() throws {
    func literal(_ must: String) throws -> Value? {
      guard case .compare(_, _, let right) = try rule(of: "must \(must)").musts[0].kind,
        case .constant(let value) = right.kind
      else { return nil }
      return value
    }
    #expect(
      try literal("u.home == \"::ffff:10.0.0.1\"") == .ip(IPAddress(isV6: false, bits: 0x0A00_0001))
    )
    #expect(try literal("u.score == 3") == .decimal(Decimal(millionths: 3_000_000)))
    #expect(try literal("u.manager == \"joe\"") == .text("joe"))
    #expect(
      try literal("u.seen == \"1970-01-02\"") == .time(Timestamp(microseconds: 86_400_000_000)))
    #expect(
      try literal("u.roles == [\"b\", \"a\", \"b\"]")
        == .set([.known(.text("a")), .known(.text("b"))]))
    #expect(try literal("u.mode == -3") == .int(-3))
    #expect(try literal("u.quota == 1KiB") == .bytes(1024))
  }

  @Test func readingAKeyNeedsNoOtherDataset() throws {
    let result = Checking.check(
      Samples.data + "rule r \"R\" { severity low for e in events must e.user.id != \"x\" }\n")
    #expect(result.program.rules.first?.reads == [1])
  }

  @Test func groupsAndWindows() throws {
    let rule = try rule("burst")
    #expect(rule.isGrouped && rule.group.map(\.name) == ["user", "source"])
    guard case .sliding(let size) = rule.window else {
      Issue.record("no sliding window")
      return
    }
    #expect(size == 300_000_000)
    let each = try self.rule("reviewed")
    #expect(each.step == .months(3) && each.dataset == nil)
  }

  @Test func testsAreDecoded() throws {
    let test = try #require(result.program.tests.first)
    #expect(test.rule == "access.no_mfa")
    #expect(test.now?.description == "2026-03-01T00:00:00Z")
    #expect(test.params == [0: .duration(2_592_000_000_000)] || test.params.count == 1)
    let given = try #require(test.given.first)
    #expect(given.dataset == 4 && given.rows.count == 2 && given.collected != nil)
    let users = result.program.datasets[4]
    let mfa = try #require(users.index(of: "mfa"))
    #expect(given.rows[0][mfa] == .false)
    #expect(given.rows[1][mfa] == .unknown(Causes(Cause(.unreadable, "mfa"))))
    let email = try #require(users.index(of: "email"))
    #expect(given.rows[0][email] == nil)
    #expect(given.rows[1][email] == .missing("email"))
    let raw = try #require(users.index(of: "raw"))
    #expect(
      given.rows[0][raw]
        == .known(
          .json(
            .object([
              .init(
                name: "a", value: .array([.number("1"), .number("2.5"), .null, .string("x")]))
            ]))))
    #expect(test.expectations.map(\.key) == [["a"], ["b"]])
    #expect(test.expectations[1].causes == [Cause(.unreadable, "mfa")])
    #expect(test.expectedStatuses.map(\.status) == [.fail])
  }

  @Test func compositeReferencesOfTestsAreMade() throws {
    let result = Checking.check(
      Samples.data + """
        rule r "R" { severity low for c in columns must c.table.owner is known }
        test r "t" {
          given columns [{ id: 1, base: "b", tab: "t" }, { id: 2, base: "b" }]
          given tables [{ base: "b", name: "t" }]
          expect fail 1
        }

        """)
    #expect(!result.hasErrors, "\(DiagnosticRenderer().render(result.diagnostics))")
    let test = try #require(result.program.tests.first)
    #expect(test.given[0].rows[0][3] == .known(.tuple([.text("b"), .text("t")])))
    #expect(test.given[0].rows[1][3] == nil)
    #expect(test.expectations[0].key == ["1"])
  }

  @Test func paramsFromAConfiguration() throws {
    func value(_ type: String, _ text: String) -> Value? {
      let result = Checking.check(
        Samples.data
          + "param p: \(type) = \(type == "users" ? "\"x\"" : type == "text" ? "\"\"" : "1d")\n")
      return result.program.params.first.flatMap {
        ParamReader.value(text, of: $0, in: result.program)
      }
    }
    #expect(value("duration", "60d") == .duration(5_184_000_000_000))
    #expect(value("duration", "2mo") == nil)
    #expect(value("text", "60d") == .text("60d"))
    #expect(value("users", "joe") == .text("joe"))
  }
}
