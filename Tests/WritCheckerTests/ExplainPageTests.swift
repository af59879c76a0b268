import Testing
import WritChecker
import WritDiagnostics

@Suite struct ExplainPageTests {
  @Test(
    "every page's wrong example gives its id and the right one does not",
    arguments: CheckerDiagnostics.pages)
  func examples(page: ExplainPage) {
    let wrong = Checking.check(page.wrong).diagnostics
    #expect(wrong.contains { $0.id == page.id }, "\(DiagnosticRenderer().render(wrong))")
    let others = wrong.filter { $0.id != page.id && $0.severity == .error }
    #expect(others.isEmpty, "one mistake, one diagnostic: \(DiagnosticRenderer().render(others))")
    let right = Checking.check(page.right).diagnostics
    #expect(!right.contains { $0.id == page.id }, "\(DiagnosticRenderer().render(right))")
    let errors = right.filter { $0.severity == .error }
    #expect(errors.isEmpty, "\(DiagnosticRenderer().render(errors))")
  }

  @Test func pagesAreSortedAndUnique() {
    let ids = CheckerDiagnostics.pages.map(\.id)
    #expect(ids == Set(ids).sorted())
  }
}
