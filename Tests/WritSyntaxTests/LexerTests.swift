import Testing
import WritDiagnostics

@testable import WritSyntax

struct LexerTests {
  typealias Kind = Token.Kind

  static let table: [(String, [Kind])] = [
    ("", []),
    ("  // only a comment", []),
    ("rule a_1 _x", [.word, .word, .word]),
    ("12 1.5 95% 10 % 3", [.integer, .decimal, .percent, .integer, .percentSign, .integer]),
    ("90d 2h30m 3mo 10MiB 0o640", [.quantity, .quantity, .quantity, .quantity, .quantity]),
    ("2026-01-31", [.time]),
    ("2026-01-31T10:00:00Z", [.time]),
    ("2026-01-31T10:00:00.25+02:00", [.time]),
    ("2026-01-01..2026-04-01", [.time, .dotDot, .time]),
    ("2026-1-1", [.integer, .minus, .integer, .minus, .integer]),
    ("1..2", [.integer, .dotDot, .integer]),
    (#""a \" b" "c""#, [.text, .text]),
    ("x matches /a\\/b/i", [.word, .word, .regex]),
    ("a / b", [.word, .slash, .word]),
    ("x.matches / 2", [.word, .dot, .word, .slash, .integer]),
    ("pattern / 2", [.word, .slash, .integer]),
    ("detector d { pattern /[0-9]+/ }", [.word, .word, .leftBrace, .word, .regex, .rightBrace]),
    (
      "== != <= >= < > = ?? ? | @ , : .",
      [
        .equal, .notEqual, .lessOrEqual, .greaterOrEqual, .less, .greater, .assign, .coalesce,
        .question, .bar, .at, .comma, .colon, .dot,
      ]
    ),
    ("a && b ; 'c d' é", [.word, .unknown, .word, .unknown, .unknown, .unknown]),
    ("set<list<text>>", [.word, .less, .word, .less, .word, .greater, .greater]),
    ("\"open\nnext", [.text, .word]),
  ]

  @Test(arguments: table)
  func kinds(_ text: String, _ kinds: [Kind]) {
    let (tokens, _) = Lexer.tokenize(SourceText(name: "t", text: text))
    #expect(tokens.dropLast().map(\.kind) == kinds)
    #expect(tokens.last?.kind == .endOfFile)
  }

  @Test func byteOrderMarkIsBlank() {
    let source = SourceText(name: "t", bytes: [0xEF, 0xBB, 0xBF] + Array("module a".utf8))
    let tree = Parser.parse(source)
    #expect(tree.diagnostics.isEmpty)
    #expect(tree.tokens.first?.triviaStart == 0)
    #expect(tree.file.module?.text == "a")
  }

  @Test func windowsLineEndsAreBlank() {
    let tree = parse("module a\r\n// c\r\nlet x = 1\r\n")
    #expect(tree.diagnostics.isEmpty)
    #expect(Formatter.format(tree) == "module a\n\n// c\nlet x = 1\n")
  }
}
