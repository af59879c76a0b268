import Testing
import WritDiagnostics

@testable import WritSyntax

struct ExpressionTests {
  static let precedence: [(String, String)] = [
    ("a or b and c", "(or a (and b c))"),
    ("a and b or c and d", "(or (and a b) (and c d))"),
    ("not a and b", "(and (not a) b)"),
    ("not not a", "(not (not a))"),
    ("not x in y", "(not (in x y))"),
    ("x not in y", "(not in x y)"),
    ("not x not in y", "(not (not in x y))"),
    ("a == b and c != d", "(and (== a b) (!= c d))"),
    ("a == b ?? c", "(== a (?? b c))"),
    ("a ?? b + 1", "(?? a (+ b 1))"),
    ("a - b - c", "(- (- a b) c)"),
    ("a + b * c % d / e", "(+ a (/ (% (* b c) d) e))"),
    ("-a * b", "(* (neg a) b)"),
    ("a - -b", "(- a (neg b))"),
    ("-x as of t", "(neg (as-of x t))"),
    ("(e.actor as of e.time).roles", "(as-of e.actor e.time).roles"),
    ("x as of t.u + 1d", "(+ (as-of x t.u) dur:86400000000)"),
    ("x between 1 and 2 and y", "(and (between x 1 2) y)"),
    ("not x between a + 1 and b or c", "(or (not (between x (+ a 1) b)) c)"),
    ("x is known and y is missing", "(and (known x) (missing y))"),
    ("x ?? y is missing", "(missing (?? x y))"),
    ("a union b intersect c", "(intersect (union a b) c)"),
    ("a union b subset c", "(subset (union a b) c)"),
    ("if a then b else if c then d else e", "(if a b (if c d e))"),
    ("if a or b then 1 else 2 + 3", "(if (or a b) 1 (+ 2 3))"),
    ("x matches /^a+$/i and y", "(and (matches x /^a+$/i) y)"),
    ("x starts_with \"a\"", "(starts_with x 'a')"),
    ("tags[\"owner\"].name", "tags['owner'].name"),
    ("a.where.in.not", "a.where.in.not"),
    ("e.time <= e.actor.left_at + 1h", "(<= e.time (+ e.actor.left_at dur:3600000000))"),
    ("[1, \"a\", [],]", "[1 'a' []]"),
    ("shop.active(u, 1)", "(shop.active u 1)"),
    ("age(t) <= 3mo", "(<= (age t) mo:3)"),
    ("now - period.start", "(- now period.start)"),
  ]

  static let comprehensions: [(String, String)] = [
    (
      "exists(e in S where e.x == 1)",
      "(exists each=e in=S where=(== e.x 1))"
    ),
    ("none(e in shop.orders)", "(none each=e in=shop.orders)"),
    ("every(e in S where c : d)", "(every each=e in=S where=c body=d)"),
    ("any(p in host.ports : p.open)", "(any each=p in=host.ports body=p.open)"),
    ("first(e in S where c by e.x).y", "(first each=e in=S where=c by=e.x).y"),
    ("one(e in S)", "(one each=e in=S)"),
    ("count(e in S where c)", "(count each=e in=S where=c)"),
    ("count(xs)", "(count xs)"),
    ("count(e where e.ok)", "(count of=e where=e.ok)"),
    ("min(e.time where c)", "(min of=e.time where=c)"),
    ("min(a, b)", "(min a b)"),
    ("sum(e.size for e in S where c)", "(sum of=e.size each=e in=S where=c)"),
    ("distinct(e.x for e in xs union ys)", "(distinct of=e.x each=e in=(union xs ys))"),
    ("quantile(0.95, e.x for e in S)", "(quantile level=dec:950000 of=e.x each=e in=S)"),
    ("share(e.x in [1] for e in S)", "(share of=(in e.x [1]) each=e in=S)"),
    (
      "exists(a in A where none(b in B where b.x == a.x))",
      "(exists each=a in=A where=(none each=b in=B where=(== b.x a.x)))"
    ),
  ]

  static let literals: [(String, String)] = [
    ("true", "true"), ("0", "0"), ("9223372036854775807", "9223372036854775807"),
    ("-9223372036854775808", "-9223372036854775808"), ("0o640", "416"), ("1.5", "dec:1500000"),
    ("95%", "pct:950000"), ("0.5%", "pct:5000"), ("2h30m", "dur:9000000000"),
    ("500ms", "dur:500000"), ("1w", "dur:604800000000"), ("1y", "mo:12"), ("1y6mo", "mo:18"),
    ("10MiB", "bytes:10485760"), ("5kB", "bytes:5000"), ("3B", "bytes:3"),
    ("1970-01-02", "time:86400000000"), ("1970-01-01T01:00:00+01:00", "time:0"),
    (#""a\n\t\"\\\u{e9}""#, "'a\n\t\"\\é'"), (#""{{x}}""#, "'{x}'"),
    (#""{a.b} is {c - 1h}""#, "'<a.b> is <(- c dur:3600000000)>'"), (#""""#, "''"),
  ]

  @Test(arguments: precedence + comprehensions + literals)
  func reads(_ text: String, _ expected: String) {
    let (expression, diagnostics) = Parser.parseExpression(SourceText(name: "t", text: text))
    #expect(diagnostics.map(\.message) == [])
    #expect(SyntaxDescription.short(expression) == expected)
  }

  @Test func spansIncludeParenthesesAndOperands() {
    let text = "  (a + b) * f(c) "
    let source = SourceText(name: "t", text: text)
    let (expression, _) = Parser.parseExpression(source)
    #expect(source.text(expression.span) == "(a + b) * f(c)")
    #expect(expression.kind.children.map { source.text($0.span) } == ["(a + b)", "f(c)"])
  }

  @Test func interpolationsPointIntoTheFile() {
    let source = SourceText(name: "t", text: #""x {user.id} y""#)
    let (expression, _) = Parser.parseExpression(source)
    #expect(expression.kind.children.map { source.text($0.span) } == ["user.id"])
  }

  @Test func longChainsStayShallow() {
    let text = Array(repeating: "a == 1", count: 5000).joined(separator: " or ")
    let (expression, diagnostics) = Parser.parseExpression(SourceText(name: "t", text: text))
    #expect(diagnostics.isEmpty)
    #expect(expression.height < 60)
  }

  static let deep: [String] = [
    String(repeating: "(", count: 100_000),
    String(repeating: "not ", count: 100_000) + "a",
    String(repeating: "-", count: 100_000) + "a",
    String(repeating: "[", count: 300) + String(repeating: "]", count: 300),
    String(repeating: "f(", count: 100_000) + "a",
    "a" + String(repeating: ".b", count: 100_000),
    "a" + String(repeating: " + b", count: 100_000),
    "a" + String(repeating: "[0]", count: 100_000),
    String(repeating: "if ", count: 100_000),
    String(repeating: "a == not ", count: 100_000) + "a",
  ]

  @Test(arguments: deep)
  func deepNestingIsRefused(_ text: String) {
    let (_, diagnostics) = Parser.parseExpression(SourceText(name: "t", text: text))
    #expect(diagnostics.contains { $0.id == "syntax/too-deep" })
  }
}
