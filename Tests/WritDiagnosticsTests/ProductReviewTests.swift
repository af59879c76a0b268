import Testing
import WritDiagnostics

/// What a review of the whole product found in diagnostics.
@Suite("Diagnostics, reviewed") struct ProductReviewTests {
  @Test("no part of a diagnostic steers a terminal or begins a line of its own")
  func steering() {
    let evil = "a\u{1B}[31m\n::error::b\u{202E}"
    let source = SourceText(name: evil, text: "x\u{202E}y")
    let text = DiagnosticRenderer().render(
      Diagnostic("a/b", evil, at: Place(source, Span(0, 1)), label: evil, help: [evil]))
    #expect(!text.contains("\u{1B}") && !text.contains("\n::") && !text.contains("\u{202E}"))
  }
}
