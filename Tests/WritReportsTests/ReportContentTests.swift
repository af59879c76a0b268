import Testing
import WritAssessment
import WritModel
import WritReports
import WritValues

@Suite struct ReportContentTests {
  private let assessment = ExampleAssessment.whole

  @Test(arguments: ReportFormat.allCases) func twoRendersAreTheSame(format: ReportFormat) {
    #expect(format.render(assessment).utf8.elementsEqual(format.render(assessment).utf8))
  }

  @Test(arguments: ReportFormat.allCases)
  func aPersonalKeyIsShownOnlyWhereItIsAskedFor(format: ReportFormat) {
    #expect(!format.render(assessment).contains("ada@example.test"))
    let shown = format.render(assessment, ReportOptions(showsKeys: true))
    #expect(shown.contains("ada") && shown.contains("example.test"))
  }

  @Test(arguments: ReportFormat.allCases) func noFolderOfTheMachineIsNamed(format: ReportFormat) {
    #expect(!format.render(assessment).contains("/srv/"))
  }

  @Test(arguments: ReportFormat.allCases)
  func noControlCharacterGetsThrough(format: ReportFormat) {
    let text = format.render(assessment)
    #expect(!text.unicodeScalars.contains("\u{1B}"))
    if [.text, .markdown, .github, .csv].contains(format) {
      #expect(!format.render(assessment).unicodeScalars.contains("\u{202E}"))
    }
  }

  @Test func aCellIsNoFormula() {
    let lines = ReportFormat.csv.render(assessment).split(separator: "\r\n")
    #expect(lines.contains { $0.contains(",\"'=HYPERLINK(\"\"x\"\")\",") })
    #expect(ReportFormat.csv.render(assessment).contains(",'-1 <script>"))
  }

  @Test func countsAgreeInEveryFormat() throws {
    let json = try JSONValue.parse(JSONReport(assessment).text)
    #expect(json["schema"]?.string == "writ.findings/1")
    #expect(json["findings"]?.elements?.count == 5)
    #expect(json["rules"]?.elements?.count == 7)
    #expect(json["controls"]?.elements?.count == 4)
    let ledger = json["rules"]?.elements?[1]["ledger"]
    #expect(ledger?["fail"]?.int == 4)
    #expect(ledger?["no_data"]?.int == 1)
    let sarif = try JSONValue.parse(ReportFormat.sarif.render(assessment))
    let results = sarif["runs"]?.elements?.first?["results"]?.elements ?? []
    let named = results.filter { $0["ruleId"]?.string == "access.admin_without_mfa" }
    #expect(named.count == 5)
    #expect(named.count { $0["kind"]?.string == "fail" } == 4)
    #expect(named.count { $0["kind"]?.string == "open" } == 1)
    #expect(named.count { $0["suppressions"] != nil } == 1)
    #expect(results.allSatisfy { $0["partialFingerprints"]?["writ/v1"] != nil })
    let csv = ReportFormat.csv.render(assessment)
    #expect(csv.components("\r\n") == 7)
  }

  @Test func everyLineOfJSONLIsAnObjectWithItsKind() throws {
    let lines = ReportFormat.jsonl.render(assessment).split(separator: "\n")
    var kinds: [String] = []
    for line in lines {
      kinds.append(try JSONValue.parse(String(line))["record"]?.string ?? "")
    }
    #expect(kinds.first == "run")
    #expect(kinds.last == "exit")
    #expect(kinds.count { $0 == "finding" } == 5)
    #expect(kinds.count { $0 == "rule" } == 7)
  }

  @Test func theLastLineSaysCountsDurationAndWhy() {
    let verdict = TextReport(assessment, ReportOptions(milliseconds: 80)).verdict
    #expect(
      verdict
        == "7 rules: 1 pass, 1 not applicable, 1 pending, 1 empty, 1 no data (1 blocking), "
        + "1 fail (1 blocking), 1 error (1 blocking); 5 findings (1 waived) in 0.08 s; "
        + "exit 5: logs.too_large could not run")
  }

  @Test func findingsAreCappedForPeopleOnly() {
    let text = TextReport(assessment, ReportOptions(findingLimit: 2)).text
    #expect(text.contains("and 3 more: writ why access.admin_without_mfa"))
    #expect(!text.contains("waived by"))
  }
}

extension String {
  fileprivate func components(_ separator: String) -> Int {
    var count = 1
    var rest = self[...]
    while let range = rest.firstRange(of: separator) {
      count += 1
      rest = rest[range.upperBound...]
    }
    return count
  }
}
