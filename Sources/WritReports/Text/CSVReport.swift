public import WritAssessment
import WritModel

/// The findings as CSV (RFC 4180), one a row; no cell is a formula to a spreadsheet.
public struct CSVReport: Sendable {
  private let assessment: Assessment
  private let options: ReportOptions

  public init(_ assessment: Assessment, _ options: ReportOptions = ReportOptions()) {
    self.assessment = assessment
    self.options = options
  }

  public var text: String {
    var rows = [
      [
        "rule", "title", "severity", "outcome", "disposition", "waiver", "blocking", "dataset",
        "key", "locator", "message", "causes", "fix", "controls", "fingerprint",
      ]
    ]
    for item in assessment.findings {
      let finding = item.finding
      let name = MemberName(finding, showsKeys: options.showsKeys)
      rows.append([
        finding.rule, finding.title, finding.severity.rawValue, finding.outcome.rawValue,
        FindingWords.word(finding.disposition), FindingWords.waiver(finding.disposition) ?? "",
        item.isBlocking ? "true" : "false", finding.dataset, name.label, name.locator ?? "",
        FindingWords.message(finding), FindingWords.causes(finding), finding.fix ?? "",
        finding.controls.map(\.description).joined(separator: " "), finding.fingerprint,
      ])
    }
    return rows.map { $0.map(Self.cell).joined(separator: ",") + "\r\n" }.joined()
  }

  /// On one line, quoted where needed; an apostrophe keeps spreadsheets from calculating with it.
  static func cell(_ text: String) -> String {
    var cell = PrintableText.line(text)
    // Some programs skip spaces, or take the wide forms for the narrow ones.
    let first = cell.unicodeScalars.first { $0 != " " }
    if let first, "=+-@＝＋－＠".unicodeScalars.contains(first) { cell = "'" + cell }
    let isPlain = cell.utf8.allSatisfy { $0 != 0x22 && $0 != 0x2C }
    if isPlain { return cell }
    var quoted = "\""
    for scalar in cell.unicodeScalars {
      if scalar == "\"" { quoted += "\"" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }
}
