public import WritAssessment
import WritModel

/// A summary in Markdown, for a pull request or a job's page.
public struct MarkdownReport: Sendable {
  private let assessment: Assessment
  private let options: ReportOptions

  public init(_ assessment: Assessment, _ options: ReportOptions = ReportOptions()) {
    self.assessment = assessment
    self.options = options
  }

  public var text: String {
    let sections = [
      ["# Writ: results of tests", "", Self.escape(TextReport(assessment, options).verdict)],
      scoreLines, ruleLines, findingLines, noteLines, untestedLines,
    ]
    return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }
      .joined(separator: "\n")
  }

  private var scoreLines: [String] {
    guard !assessment.frameworks.isEmpty else { return [] }
    var lines = [
      "## Scores", "",
      "| framework | floor | ceiling | coverage | conformity | freshness | failed | accepted |",
      "|---|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for score in assessment.frameworks {
      let tally = score.tally
      lines.append(
        row([
          "\(score.framework.id) \(score.framework.version)",
          tally.applicable == 0 ? "nothing applicable" : shown(tally.floor), shown(tally.ceiling),
          shown(tally.coverage), shown(tally.conformity), shown(score.freshness),
          String(tally.failed), String(tally.accepted),
        ]))
    }
    return lines
  }

  private var ruleLines: [String] {
    guard !assessment.rules.isEmpty else { return [] }
    var lines = [
      "## Rules", "",
      "| rule | severity | status | members | pass | fail | no data | n/a | pending | waived | open |",
      "|---|---|---|---:|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for rule in assessment.rules {
      let ledger = rule.ledger
      let counts = [
        ledger.members, ledger.pass, ledger.fail, ledger.noData, ledger.notApplicable,
        ledger.pending, ledger.waived, ledger.open,
      ]
      let status = TextReport.word(rule.status) + (rule.isBlocking ? " (blocks)" : "")
      lines.append(row([rule.id, rule.severity.rawValue, status] + counts.map { String($0) }))
    }
    return lines
  }

  private var findingLines: [String] {
    var lines: [String] = []
    for rule in assessment.rules where !rule.findings.isEmpty {
      lines += ["", "### \(Self.escape(rule.id)): \(Self.escape(rule.title))", ""]
      let shown = rule.findings.prefix(max(0, options.findingLimit ?? rule.findings.count))
      for finding in shown {
        let name = MemberName(finding, showsKeys: options.showsKeys)
        var line = "- **\(Self.escape(name.label))**"
        if name.key != nil, let locator = name.locator { line += " (\(Self.escape(locator)))" }
        line += " \(Self.escape(FindingWords.message(finding)))"
        if finding.disposition != .open { line += " *\(FindingWords.word(finding.disposition))*" }
        lines.append(line)
      }
      let others = Int64(rule.findings.count - shown.count) &+ rule.unlistedFailures
      if others > 0 { lines.append("- and \(others) more") }
    }
    return lines.isEmpty ? [] : ["## Findings"] + lines
  }

  private var noteLines: [String] {
    guard !assessment.notes.isEmpty else { return [] }
    return ["## Notes", ""] + assessment.notes.map { "- \($0.id): \(Self.escape($0.message))" }
  }

  private var untestedLines: [String] {
    guard !assessment.untested.isEmpty else { return [] }
    return ["## Not tested", ""]
      + TextReport(assessment, options).untestedSummary.map { "- \(Self.escape($0))" }
  }

  private func row(_ cells: [String]) -> String {
    "| " + cells.map(Self.escape).joined(separator: " | ") + " |"
  }

  private func shown(_ fraction: Fraction?) -> String {
    guard let fraction else { return "-" }
    return "\(fraction.percent())% (\(fraction.numerator)/\(fraction.denominator))"
  }

  /// Text from data neither marks up nor links nor breaks a table.
  static func escape(_ text: String) -> String {
    var result = ""
    let scalars = Array(PrintableText.line(text).unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      // A bare address would become a link: `https://…`, `www.…`.
      case ":" where scalars[index...].starts(with: "://".unicodeScalars): result += "&#58;"
      case "." where scalars[..<index].suffix(3).elementsEqual("www".unicodeScalars):
        result += "&#46;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      case "\\", "`", "*", "_", "[", "]", "|", "#", "!", "~":
        result += "\\"
        result.unicodeScalars.append(scalar)
      // Keeps a name from notifying people who are called so.
      case "@": result += "&#64;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
