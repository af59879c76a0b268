import Testing
import WritDiagnostics

@testable import WritSyntax

struct RecoveryTests {
  static let table: [String] = [
    // Five mistakes, five diagnostics.
    """
    module access
    param dormant_after: duration = «bad-number»90q
    rule one "One" {
      «unknown-clause»sevrity high
      for user in users
      when a < b «chained-comparison»< c
      must exists(g in grants where g.x ==
      «expected-expression»say "hello"
      fix «unexpected-character»'x'
    }
    """,
    "«missing-module»let x = 1",
    "module a let x = 1 «duplicate-module»module b",
    "module a import b dataset c { key id id: «expected»= d: text }",
    // The next field is not the forgotten type.
    "module a dataset c { key id\n id:\n «expected»name: text @«unknown-attribute»personl(x.y) z: int }",
    "module a rule r «unclosed-block»{ must a\nrule s { must «expected-expression»} rule t { must x }",
    "module a rule r «unclosed-block»{ must a",
    "module a «unknown-declaration»ruel r { «unknown-clause»mst x }",
    "module a «unknown-declaration»foo bar { let x = 1 } let y = «expected-expression»",
    "module a let x = \n«expected-expression»let y = 2",
    "module a «stray-brace»} let y = 2",
    "module a let x = f(1, «expected-expression»] let y = (2 «expected»let z = 3",
    "module a rule r { must (a and «expected-expression») say \"{b «expected»c}\" when x «unexpected-character»;}",
    "module a rule r { say \"«unclosed-interpolation»{x\" fix \"«stray-brace»}\" owner \"«bad-escape»\\q\" }",
    "module a rule r { say \"{«expected-expression»}\" must a «single-equals»= 1 }",
    "module a rule r { covers «expected»soc2 must x is «expected»not known allow «expected»all }",
    "module a rule r { for «reserved-word»time in users group by «reserved-word»age = x must y }",
    "module a define «reserved-word»count(«reserved-word»now: users) = x param «reserved-word»in: int = 3",
    "module a rule r { must 1 + «needs-parentheses»not x and 2 * «needs-parentheses»if a then b else c }",
    "module a rule r { must x matches «expected-regex»\"a\" must x matches «unclosed-regex»/a\n say \"\" }",
    "module a let x = «number-too-large»9223372036854775808 let y = «bad-number»007 let z = «number-too-large»1.1234567",
    "module a let x = «bad-time»2026-02-30 let y = «bad-time»2026-01-01T10:00:00 let z = «bad-number»3x",
    "module a let x = «test-only»null let y = «test-only»{ a: 1 }",
    "module a rule r \"x {«plain-text»y}\" { must z }",
    "module a let x = «unclosed-string»\"abc\nlet y = 1",
    "module a test r { expect fail «expected»because missing(x) now 2026-01-01 given «expected»[] expect pass \"a\" }",
    "module a test r { given u [ { id: 1 } «expected»{ id: 2 } ] «unknown-clause»expct pass \"a\" }",
    "module a retention m «unclosed-block»{ x { y }\nrule r { must x }",
    "module a mask m «unclosed-block»{ x.y redact\nrule r { must x }",
    "module a mask m { x «expected»{ y } a.b «expected»}",
    "module a mask m { a.b «expected»\"x\" c.* partial(last «expected»4) otherwise keep }",
    "module a mask m { a.«expected»+ keep otherwise «expected»}",
    "module a mask m { a.b partial(last: «expected»+) c.d redact «unexpected-character»; }",
    "module a detector d { «unknown-clause»categry a.b pattern «expected»\"x\" example \"y\" }",
    "module a detector d { near «expected»\"x\" within 5 named [\"a\" «expected»\"b\"] region «expected»\"de\" }",
    "module a detector d { near [\"x\"] «expected»before 5 exclude a counter \"y\" }",
    "module a detector d { pattern «unclosed-regex»/abc\n validate luhn(«expected»{) example \"{«plain-text»x}\" }",
    "module a detector «reserved-word»count { validate f(-«expected»\"x\") confidence 0.5, near «expected»}",
    "module a rule r { must a «unexpected-character»&& b «unexpected-character»|| «unexpected-character»!c }",
    "module a rule r { must \"«hidden-character»\u{202E}\" }",
    "module a «control-character»\u{0}let x = 1",
  ]

  @Test(arguments: table)
  func eachMistakeIsToldOnce(_ marked: String) {
    let source = MarkedSource(marked)
    let tree = parse(source.text)
    #expect(
      places(tree.diagnostics) == source.marks,
      "\(DiagnosticRenderer().render(tree.diagnostics))")
  }

  @Test func invalidUTF8IsToldOnce() {
    let bytes =
      Array("module a // gr".utf8) + [0xFC, 0xDF] + Array("e\nlet x = ".utf8) + [0xFF, 0x31]
    let tree = Parser.parse(SourceText(name: "t", bytes: bytes))
    #expect(places(tree.diagnostics) == ["14 syntax/invalid-utf8"])
  }

  @Test func mistakesKeepTheirClauseInPlace() throws {
    let tree = parse("module a rule r { severity high must ( say \"x\" within 3 must y }")
    guard case .rule(let rule) = try #require(tree.file.declarations.first) else {
      Issue.record("no rule")
      return
    }
    var words: [String] = []
    for (clause, _) in rule.clauses {
      switch clause {
      case .must(let condition): words.append("must \(SyntaxDescription.short(condition))")
      case .within(let length, _): words.append("within \(SyntaxDescription.short(length))")
      case .say: words.append("say")
      case .severity(let name): words.append(name.text)
      default: words.append("other")
      }
    }
    #expect(words == ["high", "must error", "say", "within error", "must y"])
    #expect(tree.diagnostics.count == 2)
  }

  @Test func theDeepestTypesAndCausesAreRefused() {
    let type = String(repeating: "list<", count: 100_000)
    #expect(parse("module a param x: \(type)").diagnostics.map(\.id) == ["syntax/too-deep"])
    let cause = String(repeating: "(", count: 100_000)
    let found = parse("module a test r { expect fail 1 because missing\(cause)").diagnostics
    #expect(found.map(\.id).contains("syntax/too-deep"))
    let rows = String(repeating: "{a: [", count: 100_000)
    let deep = parse("module a test r { given u [\(rows)").diagnostics
    #expect(deep.map(\.id).contains("syntax/too-deep"))
  }
}
