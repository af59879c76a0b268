import Testing
import WritDiagnostics

@testable import WritSyntax

/// Every id has a text that triggers it and nothing else, and one that does not.
struct DiagnosticExampleTests {
  static let pages = SyntaxDiagnostics.pages.filter { $0.kind == .policy }

  @Test(arguments: pages)
  func triggersAndDoesNot(_ page: ExplainPage) {
    #expect(parse(page.wrong).diagnostics.map(\.id) == [page.id])
    #expect(parse(page.right).diagnostics.map(\.id) == [])
  }

  @Test func invalidUTF8() {
    let tree = Parser.parse(SourceText(name: "t", bytes: Array("module a //".utf8) + [0xE9]))
    #expect(tree.diagnostics.map(\.id) == ["syntax/invalid-utf8"])
  }

  @Test func everyIDHasAPage() {
    #expect(SyntaxDiagnostics.pages.map(\.id) == SyntaxDiagnostics.ids)
    let described = SyntaxDiagnostics.pages.filter { $0.kind != .policy }
    #expect(described.map(\.id) == ["syntax/invalid-utf8"])
  }

  @Test func rightExamplesAreFormatted() {
    for page in Self.pages {
      #expect(Formatter.format(parse(page.right)) == page.right, "\(page.id)")
    }
  }

  @Test func fixesMendTheMistake() {
    var mended = 0
    for page in Self.pages {
      for diagnostic in parse(page.wrong).diagnostics {
        guard let fix = diagnostic.fixes.first else { continue }
        var bytes = Array(page.wrong.utf8)
        bytes.replaceSubrange(fix.span.start..<fix.span.end, with: Array(fix.replacement.utf8))
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(parse(text).diagnostics.isEmpty, "\(text)")
        mended += 1
      }
    }
    #expect(mended > 3)
  }
}
