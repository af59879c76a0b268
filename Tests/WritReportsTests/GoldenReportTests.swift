import Testing
import WritReports
import _WritTestSupport

@Suite struct GoldenReportTests {
  @Test(arguments: ReportFormat.allCases) func everyFormat(format: ReportFormat) {
    expectGolden(format.render(ExampleAssessment.whole), "Goldens/whole.\(format.rawValue)")
  }

  @Test(arguments: ReportFormat.allCases) func nothingAtAll(format: ReportFormat) {
    expectGolden(format.render(ExampleAssessment.nothing), "Goldens/nothing.\(format.rawValue)")
  }

  @Test func textWithKeysColorsAndDuration() {
    let options = ReportOptions(
      showsKeys: true, usesColor: true, findingLimit: 2, milliseconds: 1_234)
    expectGolden(TextReport(ExampleAssessment.whole, options).text, "Goldens/options.text")
  }

  @Test func theSchema() {
    expectGolden(JSONReport.schema, "Goldens/findings.schema.json")
  }
}
