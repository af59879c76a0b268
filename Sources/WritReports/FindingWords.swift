import WritAssessment
import WritModel
import WritValues

/// The words reports share, so that they say the same of a finding or a rule.
enum FindingWords {
  static func word(_ disposition: Finding.Disposition) -> String {
    switch disposition {
    case .open: "open"
    case .waived: "waived"
    case .tolerated: "tolerated"
    case .baseline: "baseline"
    }
  }

  static func waiver(_ disposition: Finding.Disposition) -> String? {
    if case .waived(let id) = disposition { id } else { nil }
  }

  /// What happened, from the rule's `say`, else from its title; of what can't be told only why, since
  /// a `say` would claim what nobody knows.
  static func message(_ finding: Finding) -> String {
    if finding.outcome == .noData { return "can't be told: \(causes(finding))" }
    return finding.message.isEmpty ? finding.title : finding.message
  }

  static func causes(_ finding: Finding) -> String {
    finding.causes.map(\.description).joined(separator: ", ")
  }

  /// One sentence about a rule that has no findings to speak for it; nil where it needs none.
  static func summary(_ rule: AssessedRule) -> String? {
    switch rule.status {
    case .error: return "could not run: \(rule.error ?? "unknown reason")"
    case .empty: return "no members: nothing was judged"
    case .pending: return "pending for \(count(rule.ledger.pending, "member"))"
    case .notApplicable: return "applies to none of \(count(rule.ledger.members, "member"))"
    case .noData:
      let blind = rule.blindDatasets.map {
        $0.cause.description + ($0.reason.isEmpty ? "" : " (\($0.reason))")
      }
      return blind.isEmpty ? nil : blind.joined(separator: "; ")
    case .pass, .waived, .fail: return nil
    }
  }

  static func count(_ number: Int64, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
