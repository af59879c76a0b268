import Testing
import WritEngine
import WritModel
import _WritTestSupport

/// The laws of strong Kleene logic, and what the joins have to do with each other, on conditions made
/// from seeds: each side of a law is a rule, and every member must come out alike under both.
@Suite struct LogicPropertyTests {
  private struct Law {
    var name: String
    var one: String
    var other: String
    /// Whether the two also have the same causes.
    var sharesCauses = true
  }

  private static let atoms = [
    "u.active", "u.admin", "u.level > 2", "u.level == 3", "u.score <= 1.5", "\"admin\" in u.roles",
    "u.boss.active", "u.boss.boss.admin", "u.boss in users", "u.seen < 2026-01-01T01:00:00Z",
    "u.level is known", "u.boss.level is missing", "(u.active ?? false)", "u.id < \"u5\"",
    "u.level + 1 > u.score", "u.level between 1 and 3", "u.score / u.level > 0.5",
    "exists(g in grants where g.user == u)", "count(g in grants where u in g.users) > 1",
    "any(n in u.names : n == \"read\")", "count(u.roles) >= 2",
  ]

  private static func condition(_ depth: Int, _ generator: inout SeededGenerator) -> String {
    guard depth > 0, Int.random(in: 0..<5, using: &generator) > 0 else {
      return atoms.randomElement(using: &generator) ?? "u.active"
    }
    let one = condition(depth - 1, &generator)
    switch Int.random(in: 0..<6, using: &generator) {
    case 0: return "not (\(one))"
    case 1, 2: return "((\(one)) and (\(condition(depth - 1, &generator))))"
    case 3, 4: return "((\(one)) or (\(condition(depth - 1, &generator))))"
    default:
      let (then, otherwise) = (condition(depth - 1, &generator), condition(depth - 1, &generator))
      return "(if \(one) then \(then) else \(otherwise))"
    }
  }

  private static func laws(_ a: String, _ b: String, _ c: String) -> [Law] {
    [
      Law(name: "and commutes", one: "(\(a)) and (\(b))", other: "(\(b)) and (\(a))"),
      Law(name: "or commutes", one: "(\(a)) or (\(b))", other: "(\(b)) or (\(a))"),
      Law(
        name: "and associates", one: "((\(a)) and (\(b))) and (\(c))",
        other: "(\(a)) and ((\(b)) and (\(c)))"),
      Law(name: "not and", one: "not ((\(a)) and (\(b)))", other: "not (\(a)) or not (\(b))"),
      Law(name: "not or", one: "not ((\(a)) or (\(b)))", other: "not (\(a)) and not (\(b))"),
      Law(name: "not not", one: "not not (\(a))", other: "(\(a))"),
      Law(name: "and with itself", one: "(\(a)) and (\(a))", other: "(\(a))"),
      Law(
        name: "and over or", one: "(\(a)) and ((\(b)) or (\(c)))",
        other: "((\(a)) and (\(b))) or ((\(a)) and (\(c)))", sharesCauses: false),
      Law(
        name: "or over and", one: "(\(a)) or ((\(b)) and (\(c)))",
        other: "((\(a)) or (\(b))) and ((\(a)) or (\(c)))", sharesCauses: false),
      Law(
        name: "absorption", one: "(\(a)) and ((\(a)) or (\(b)))", other: "(\(a))",
        sharesCauses: false),
      Law(name: "is true", one: "(\(a)) == true", other: "(\(a))"),
      Law(name: "is not true", one: "(\(a)) != true", other: "not (\(a))"),
      Law(name: "is false", one: "(\(a)) == false", other: "not (\(a))"),
      Law(name: "among both", one: "(\(a)) in [true]", other: "(\(a))"),
      Law(name: "two requirements", one: "(\(a)) must (\(b))", other: "(\(a)) and (\(b))"),
    ]
  }

  @Test(arguments: UInt64(1)...6)
  func lawsOfLogic(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let conditions = (0..<3).map { _ in Self.condition(2, &generator) }
    try check(Self.laws(conditions[0], conditions[1], conditions[2]), seed)
  }

  /// `exists`, `none`, `every` and `count` say one thing in four ways.
  @Test(arguments: UInt64(1)...6)
  func joinsSayOneThing(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed &+ 500)
    let rows = [
      "g.user == u", "u in g.users", "g.role in u.roles", "g.level > u.level", "g.open",
      "g.role == \"admin\"", "g.user.active", "g.level is known", "g.user is missing",
      "u.level == g.level", "g.user in users",
    ]
    func condition() -> String {
      let picked = rows.shuffled(using: &generator).prefix(2)
      return picked.joined(separator: Bool.random(using: &generator) ? " and " : " or ")
    }
    var laws: [Law] = []
    for _ in 0..<6 {
      let c = condition()
      let d = condition()
      func count(_ condition: String) -> String { "count(g in grants where \(condition))" }
      laws += [
        Law(
          name: "exists is a count", one: "exists(g in grants where \(c))",
          other: "\(count(c)) >= 1"),
        Law(
          name: "none is not exists", one: "none(g in grants where \(c))",
          other: "not exists(g in grants where \(c))"),
        Law(
          name: "none is a count of zero", one: "none(g in grants where \(c))",
          other: "\(count(c)) == 0"),
        Law(
          name: "every is none that does not", one: "every(g in grants where \(c) : \(d))",
          other: "none(g in grants where (\(c)) and not (\(d)))"),
        Law(
          name: "counts add up", one: "\(count(c)) >= 2",
          other: "not (\(count(c)) < 2)"),
        Law(
          name: "all are with or without", one: "\(count(c)) <= \(count("g.id >= 0"))",
          other: "\(count(c)) < \(count("g.id >= 0")) + 1", sharesCauses: false),
      ]
    }
    laws += [
      Law(
        name: "any is exists", one: "any(n in u.names : n == \"read\")",
        other: "exists(n in u.names where n == \"read\")"),
      Law(
        name: "membership is any", one: "\"read\" in u.names",
        other: "any(n in u.names : n == \"read\")"),
      Law(
        name: "a count of elements", one: "count(n in u.names where n == \"read\") >= 1",
        other: "\"read\" in u.names"),
    ]
    try check(laws, seed)
  }

  /// A look-up by an equality finds what a comparison with every row finds.
  @Test(arguments: UInt64(1)...8)
  func hashJoinsAgreeWithCrossJoins(_ seed: UInt64) throws {
    // The same condition twice; the second hides the equality from whoever looks for one.
    let conditions = [
      ("g.user == u", "not (g.user != u)"),
      ("g.user == u and g.open", "not (g.user != u) and g.open"),
      ("g.user == u.boss", "not (g.user != u.boss)"),
      ("g.user.boss == u.boss", "not (g.user.boss != u.boss)"),
      ("g.level == u.level", "not (g.level != u.level)"),
      ("g.level == u.score", "not (g.level != u.score)"),
      ("g.role in u.roles", "not (g.role not in u.roles)"),
      ("g.role in u.names", "not (g.role not in u.names)"),
      ("u in g.users", "not (u not in g.users)"),
      ("u.boss in g.users", "not (u.boss not in g.users)"),
      (
        "lower(g.role) == lower(first(n in u.names))",
        "not (lower(g.role) != lower(first(n in u.names)))"
      ),
      ("g.user == u and u in g.users", "not (g.user != u) and not (u not in g.users)"),
      ("g.role == \"admin\" and g.user == u", "g.role == \"admin\" and not (g.user != u)"),
      // Behind a define, and one behind another.
      ("held_by(g, u)", "not (g.user != u)"),
      ("held_by(g, u.boss)", "not (g.user != u.boss)"),
      ("alike(g.level, u.score)", "not (g.level != u.score)"),
      ("open_held_by(g, u)", "not (g.user != u) and g.open"),
      ("shared(g, u) and g.open", "not (u not in g.users) and g.open"),
      (
        "held_by(g, first(x in users where x == u.boss))",
        "not (g.user != first(x in users where x == u.boss))"
      ),
    ]
    var laws: [Law] = []
    for (hashed, crossed) in conditions {
      for shape in [
        "count(g in grants where COND) == 1", "exists(g in grants where COND)",
        "sum(g.level for g in grants where COND) < 3", "every(g in grants where COND : g.open)",
        "first(g in grants where COND).id < 12",
      ] {
        laws.append(
          Law(
            name: hashed, one: shape.replacing("COND", with: hashed),
            other: shape.replacing("COND", with: crossed)))
      }
    }
    let defines = """
      define held_by(g: grants, x: users) = g.user == x
      define alike(a: decimal, b: decimal) = a == b
      define open_held_by(g: grants, x: users) = g.open and held_by(g, x)
      define shared(g: grants, x: users) = x in g.users

      """
    try check(laws, seed, defines: defines)
  }

  /// Evaluates both sides of each law for every user of a company with holes.
  private func check(_ laws: [Law], _ seed: UInt64, defines: String = "") throws {
    let rules = laws.enumerated().map { index, law in
      """
      rule one\(index) "One" { severity low for u in users allow cross must \(law.one) }
      rule other\(index) "Other" { severity low for u in users allow cross must \(law.other) }
      """
    }
    var policy = PolicyEvaluation(
      RandomCompany.schema + defines + rules.joined(separator: "\n"))
    RandomCompany(seed: seed, holes: .all).deliver(to: &policy)
    let found = policy.evaluate().rules
    let evaluations = Dictionary(uniqueKeysWithValues: found.map { ($0.rule, $0) })
    for (index, law) in laws.enumerated() {
      let one = try #require(evaluations["t.one\(index)"], "\(law.name): \(law.one)")
      let other = try #require(evaluations["t.other\(index)"], "\(law.name): \(law.other)")
      for (left, right) in zip(one.members, other.members) {
        #expect(
          left.key == right.key && left.outcome == right.outcome
            && (!law.sharesCauses || left.causes == right.causes),
          "\(law.name)\n\(law.one)\n  \(left)\n\(law.other)\n  \(right)")
      }
      #expect(one.members.count == other.members.count)
    }
  }
}
