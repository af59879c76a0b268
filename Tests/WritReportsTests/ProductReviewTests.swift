import Testing
import WritAssessment
import WritModel
@testable import WritReports

/// What a review of the whole product found in reports.
@Suite("Reports, reviewed") struct ProductReviewTests {
  @Test(
    "data is no command to a CI that reads the log",
    arguments: [
      ("::error file=x::hi", "\u{FFFD}:error file=x::hi"),
      ("  ::stop-commands::x", "  \u{FFFD}:stop-commands::x"),
      ("a ##[group]b", "a \u{FFFD}#[group]b"),
      ("##vso[task.setvariable]b", "\u{FFFD}#vso[task.setvariable]b"),
      ("::1", "::1"), ("::ffff:10.0.0.1 is not ::1", "::ffff:10.0.0.1 is not ::1"),
      ("a ::error::b", "a ::error::b"), ("# a [b]", "# a [b]"), ("##", "##"), ("", ""),
    ])
  func commands(text: String, shown: String) {
    #expect(PrintableText.line(text) == shown)
  }

  @Test(
    "no cell is a formula, also not behind spaces or in wide signs",
    arguments: ["=1", " =1", "\t+1", "-1", "@a", "＝1", "＋1", "－1", "＠a"])
  func formulas(text: String) {
    #expect(CSVReport.cell(text).hasPrefix("'"))
  }

  @Test("an address in data is no link in Markdown")
  func addresses() {
    #expect(MarkdownReport.escape("see https://x.test") == "see https&#58;//x.test")
    #expect(MarkdownReport.escape("see www.x.test") == "see www&#46;x.test")
    #expect(MarkdownReport.escape("10:30, a.b") == "10:30, a.b")
  }

  @Test("many rules that were not asked for are one line")
  func notRun() {
    var assessment = ExampleAssessment.nothing
    assessment.untested = (1...20).map {
      Untested(kind: .rule, subject: "a.r\($0)", reason: Untested.notRun)
    }
    let text = TextReport(assessment).text
    #expect(
      text.contains(
        "  20 rules, not run: a.r1, a.r2, a.r3, a.r4, a.r5, a.r6, a.r7, a.r8 and 12 more\n"))
    assessment.untested.removeLast(18)
    #expect(TextReport(assessment).text.contains("  rule a.r2: not run\n"))
  }

  @Test("controls without a rule are gathered in Markdown too")
  func gathered() {
    let lines = MarkdownReport(ExampleAssessment.whole).text.split(separator: "\n")
    #expect(!lines.contains { $0.hasPrefix("- control ") })
  }
}
