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
    var text = ""
    Self.append(
      [
        "rule", "title", "severity", "outcome", "disposition", "waiver", "blocking", "dataset",
        "key", "locator", "message", "causes", "fix", "controls", "fingerprint",
      ], to: &text)
    for rule in assessment.rules {
      for finding in rule.findings {
        let name = MemberName(finding, showsKeys: options.showsKeys)
        Self.append(
          [
            finding.rule, finding.title, finding.severity.rawValue, finding.outcome.rawValue,
            FindingWords.word(finding.disposition), FindingWords.waiver(finding.disposition) ?? "",
            rule.blocks(finding) ? "true" : "false", finding.dataset, name.label,
            name.locator ?? "", FindingWords.message(finding), FindingWords.causes(finding),
            finding.fix ?? "", finding.controls.map(\.description).joined(separator: " "),
            finding.fingerprint,
          ], to: &text)
      }
    }
    return text
  }

  private static func append(_ row: [String], to text: inout String) {
    for (index, value) in row.enumerated() {
      if index > 0 { text += "," }
      text += cell(value)
    }
    text += "\r\n"
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
