public import WritAssessment
import WritModel

/// The report for people at a terminal: findings, ledgers, scores, what was not tested, the verdict.
public struct TextReport: Sendable {
  let assessment: Assessment
  let options: ReportOptions

  public init(_ assessment: Assessment, _ options: ReportOptions = ReportOptions()) {
    self.assessment = assessment
    self.options = options
  }

  var style: TerminalStyle { TerminalStyle(isOn: options.usesColor) }

  public var text: String {
    var sections: [[String]] = assessment.rules.compactMap(ruleLines)
    sections += [
      noteLines, ledgerLines, frameworkLines, failedControlLines, untestedLines, [verdict],
    ]
    return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }
      .joined(separator: "\n")
  }

  /// The last line: counts, duration, and why this exit code.
  public var verdict: String {
    let rules = assessment.rules
    var parts: [String] = []
    for status in RuleStatus.allCases.reversed() {
      let count = rules.count { $0.status == status }
      guard count > 0 else { continue }
      let blocking = rules.count { $0.status == status && $0.isBlocking }
      parts.append(
        "\(count) \(TextReport.word(status))" + (blocking > 0 ? " (\(blocking) blocking)" : ""))
    }
    let findings = rules.reduce(Int64(0)) { $0 &+ Int64($1.findings.count) &+ $1.unlistedFailures }
    let waived = rules.reduce(Int64(0)) { $0 &+ $1.ledger.waived }
    let tolerated = rules.reduce(Int64(0)) { $0 &+ $1.toleratedCount }
    var line = FindingWords.count(Int64(rules.count), "rule")
    if !parts.isEmpty { line += ": " + parts.joined(separator: ", ") }
    line += "; \(FindingWords.count(findings, "finding"))"
    var set: [String] = []
    if waived > 0 { set.append("\(waived) waived") }
    if tolerated > 0 { set.append("\(tolerated) tolerated") }
    if !set.isEmpty { line += " (\(set.joined(separator: ", ")))" }
    if let milliseconds = options.milliseconds {
      let hundredths = max(0, milliseconds) / 10
      line += " in \(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100) s"
    }
    return line + "; exit \(assessment.exit.code): \(PrintableText.line(assessment.exit.reason))"
  }

  /// Status as shown: `no data`.
  static func word(_ status: RuleStatus) -> String {
    switch status {
    case .noData: "no data"
    case .notApplicable: "not applicable"
    default: status.rawValue
    }
  }

  private var noteLines: [String] {
    assessment.notes.map { note in
      let place = note.place.map { "  \(SourcePath.shown($0.source)):\($0.line):\($0.column)" }
      return PrintableText.line("\(note.level.rawValue)[\(note.id)]: \(note.message)\(place ?? "")")
    }
  }

  private var ledgerLines: [String] {
    guard !assessment.rules.isEmpty else { return [] }
    var layout = ColumnLayout(
      [
        "rule", "status", "members", "pass", "fail", "no_data", "n/a", "pending", "waived", "open",
      ], left: 2)
    for rule in assessment.rules {
      let ledger = rule.ledger
      layout.rows.append(
        [PrintableText.line(rule.id), rule.status.rawValue]
          + [
            ledger.members, ledger.pass, ledger.fail, ledger.noData, ledger.notApplicable,
            ledger.pending, ledger.waived, ledger.open,
          ].map { String($0) })
    }
    return [style.bold("Ledgers")] + layout.lines
  }
}
