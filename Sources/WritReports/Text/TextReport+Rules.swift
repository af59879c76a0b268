import WritAssessment
import WritModel

extension TextReport {
  /// A rule that needs telling about, with its findings; nil for one that simply passed.
  func ruleLines(_ rule: AssessedRule) -> [String]? {
    let summary = FindingWords.summary(rule)
    switch rule.status {
    case .pass where rule.findings.isEmpty, .notApplicable, .pending: return nil
    default: break
    }
    let word = pad(TextReport.word(rule.status).uppercased(), to: 8)
    let severity = pad(rule.severity.rawValue, to: 9)
    var head = "\(style.status(rule.status, word)) \(severity)"
    head += style.bold(PrintableText.line(rule.id)) + "  " + PrintableText.line(rule.title)
    if rule.isBlocking {
      head += "  (blocks)"
    } else if !rule.gateReason.isEmpty {
      head += "  (does not block: \(rule.gateReason))"
    }
    var lines = [head]
    if let summary { lines.append("  " + PrintableText.line(summary)) }
    let ordered = order(rule)
    let shown = ordered.prefix(max(0, options.findingLimit ?? ordered.count))
    for finding in shown { lines += findingLines(finding) }
    let others = Int64(ordered.count - shown.count) &+ rule.unlistedFailures
    if others > 0 { lines.append("  and \(others) more: writ why \(rule.id)") }
    if rule.toleratedCount > 0 {
      lines.append("  \(rule.toleratedCount) tolerated, reported all the same")
    }
    if !rule.controls.isEmpty {
      let controls = rule.controls.map(\.description).joined(separator: ", ")
      lines.append("  " + style.dim("covers \(controls)"))
    }
    return lines
  }

  /// What blocks comes first, what is waived last; by key within each.
  private func order(_ rule: AssessedRule) -> [Finding] {
    func rank(_ finding: Finding) -> Int {
      switch (finding.disposition, finding.outcome) {
      case (.open, .fail): 0
      case (.open, _): 1
      case (.tolerated, _): 2
      case (.baseline, _): 3
      case (.waived, _): 4
      }
    }
    return rule.findings.enumerated()
      .sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }
      .map(\.element)
  }

  private func findingLines(_ finding: Finding) -> [String] {
    let name = MemberName(finding, showsKeys: options.showsKeys)
    var head = "  " + PrintableText.line(name.label)
    if name.key != nil, let locator = name.locator {
      head += "  " + style.dim(PrintableText.line(locator))
    }
    switch finding.disposition {
    case .open: break
    case .waived(let id): head += "  waived by \(PrintableText.line(id))"
    case .tolerated: head += "  tolerated"
    case .baseline: head += "  in the baseline"
    }
    var lines = [head]
    if finding.outcome == .noData || !finding.message.isEmpty {
      lines.append("    " + PrintableText.line(FindingWords.message(finding)))
    }
    if let window = finding.window {
      var line = "    window \(window.start) to \(window.end)"
      if window.others > 0 { line += " and \(FindingWords.count(window.others, "other"))" }
      lines.append(line)
    }
    for item in finding.evidence {
      lines.append("    " + PrintableText.line("\(item.name) = \(item.value)"))
    }
    if let fix = finding.fix, !fix.isEmpty, finding.outcome == .fail {
      lines.append("    fix: " + PrintableText.line(fix))
    }
    return lines
  }

  private func pad(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.unicodeScalars.count))
  }
}
