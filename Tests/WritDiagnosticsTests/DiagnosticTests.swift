import Testing
import WritDiagnostics

@Suite struct SourceTextTests {
  @Test func positionsCountLinesAndCodePoints() {
    let source = SourceText(name: "a", text: "one\näöü x\r\n\nlast")
    let table: [(offset: Int, line: Int, column: Int)] = [
      (0, 1, 1), (3, 1, 4), (4, 2, 1), (6, 2, 2), (11, 2, 5), (14, 3, 1), (15, 4, 1), (19, 4, 5),
      (99, 4, 5), (-1, 1, 1),
    ]
    for row in table {
      let position = source.position(at: row.offset)
      #expect(position.line == row.line && position.column == row.column, "offset \(row.offset)")
    }
    #expect(
      source.text(Span(source.range(ofLine: 2).lowerBound, source.range(ofLine: 2).upperBound))
        == "äöü x")
    #expect(source.range(ofLine: 9).isEmpty)
  }
}

@Suite struct DiagnosticRendererTests {
  private let source = SourceText(
    name: "policies/access.writ", text: "rule\n\twhen user.status == \"actve\"\n")

  @Test func marksTheSpan() {
    let diagnostic = Diagnostic(
      "type/unknown-value", "`actve` is not a value of `users.status`",
      at: Place(source, Span(26, 33)), label: "one of active, suspended",
      help: ["did you mean `active`?"])
    #expect(
      DiagnosticRenderer().render(diagnostic) == """
        error[type/unknown-value]: `actve` is not a value of `users.status`
          --> policies/access.writ:2:22
           |
         2 |  when user.status == "actve"
           |                      ^^^^^^^ one of active, suspended
           = help: did you mean `active`?

        """)
  }

  @Test func dataNeverSteersATerminal() {
    let hostile = SourceText(name: "h", bytes: Array("a\u{1B}[2Jb\n".utf8) + [0xFF])
    let text = DiagnosticRenderer().render(Diagnostic("x/y", "m", at: Place(hostile, Span(0, 1))))
    #expect(!text.contains("\u{1B}"))
    let color = DiagnosticRenderer(color: true).render(Diagnostic("x/y", "m"))
    #expect(color.contains("\u{1B}[1;31merror"))
  }

  @Test func ordersBySourceThenPositionThenID() {
    let other = SourceText(name: "b", text: "x")
    let all = [
      Diagnostic("b/b", "2", at: Place(source, Span(3, 4))),
      Diagnostic("a/a", "3", at: Place(source, Span(3, 4))),
      Diagnostic("z/z", "1", at: Place(other, Span(0, 1))), Diagnostic("q/q", "0"),
    ]
    #expect(all.sorted(by: Diagnostic.inOrder).map(\.id) == ["q/q", "z/z", "a/a", "b/b"])
  }
}

@Suite struct SuggestionTests {
  @Test func findsNearWordsOnly() {
    let table: [(word: String, among: [String], nearest: String?)] = [
      ("actve", ["active", "suspended"], "active"), ("MFA", ["mfa"], "mfa"),
      ("emial", ["email"], "email"),
      ("x", ["status"], nil), ("users", ["users"], nil), ("ab", ["ac", "aa"], "aa"),
      (String(repeating: "a", count: 500), [String(repeating: "a", count: 499)], nil),
    ]
    for row in table {
      #expect(
        Suggestion.nearest(to: row.word, among: row.among) == row.nearest, "\(row.word.prefix(9))")
    }
  }
}
