import WritModel
import WritReports
import WritValues

/// A finding as a tree: what was read where, which conditions decided, what would change the outcome.
struct FindingExplanation {
  var showsKeys: Bool

  func text(_ finding: Finding) -> String {
    var lines = [
      "\(finding.outcome.rawValue)  \(finding.severity.rawValue)  \(finding.rule)  \(member(finding))",
      "  \(message(finding))",
    ]
    section("because", finding.witness, &lines)
    section(
      "causes", finding.causes.map(\.description), &lines)
    section(
      "read",
      finding.reads.map { read in
        let value = read.isMasked ? " (masked)" : read.value.map { " = \($0)" } ?? " (unknown)"
        return "\(read.path)\(value)\(read.place.map { "  at \($0)" } ?? "")"
      }, &lines)
    if let window = finding.window {
      lines.append("  window    \(window.start) to \(window.end); \(window.others) others like it")
    }
    section("passes if", finding.counterfactual, &lines)
    section("evidence", finding.evidence.map { "\($0.name): \($0.value)" }, &lines)
    if let fix = finding.fix, finding.outcome == .fail { lines.append("  fix       \(fix)") }
    if !finding.controls.isEmpty {
      lines.append("  controls  \(finding.controls.map(\.description).joined(separator: ", "))")
    }
    switch finding.disposition {
    case .open: break
    case .waived(let id): lines.append("  waived by \(id)")
    case .tolerated: lines.append("  tolerated by the rule")
    case .baseline: lines.append("  known from the baseline")
    }
    lines.append("  rule version \(finding.ruleDigest)   fingerprint \(finding.fingerprint)")
    return lines.map { PrintableText.line($0) }.joined(separator: "\n") + "\n"
  }

  /// Of what can't be told a `say` would claim what nobody knows.
  private func message(_ finding: Finding) -> String {
    finding.outcome == .noData
      ? "can't be told: \(finding.causes.map(\.description).joined(separator: ", "))"
      : finding.message
  }

  private func member(_ finding: Finding) -> String {
    if finding.hidesKey(showsKeys: showsKeys) {
      return finding.reads.first { $0.place != nil }?.place
        ?? String(finding.fingerprint.prefix(11))
    }
    return finding.memberKey.joined(separator: ", ")
  }

  private func section(_ title: String, _ items: [String], _ lines: inout [String]) {
    for (index, item) in items.enumerated() {
      let head = index == 0 ? title : ""
      let gap = String(repeating: " ", count: max(1, 10 - head.count))
      lines.append("  \(head)\(gap)\(item)")
    }
  }
}
