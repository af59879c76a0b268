package import WritChecker
import WritEngine
package import WritModel
import WritValues

/// Settles a rule's status from its balanced ledger: the first that applies.
package struct RuleStatusDecision {
  package var status: RuleStatus
  /// Open failures that the rule's `tolerate` lets pass.
  var tolerated: Int64
  /// Why the status is `error`; nil otherwise.
  var error: String?

  package init(
    ledger: Ledger, findings: [Finding], unlistedFailures: Int64 = 0, blindCount: Int,
    error: String?, allowsEmpty: Bool, tolerance: CheckedRule.Tolerance?
  ) {
    tolerated = 0
    self.error = error ?? Self.imbalance(ledger, findings, unlistedFailures)
    guard self.error == nil else {
      status = .error
      return
    }
    let open = findings.filter { $0.disposition == .open }
    let failures = unlistedFailures &+ Int64(open.count { $0.outcome == .fail })
    let untold = open.count { $0.outcome == .noData }
    let isTolerated = Self.tolerates(failures, of: ledger, under: tolerance)
    if failures > 0, isTolerated { tolerated = failures }
    if failures > 0, !isTolerated {
      status = .fail
    } else if blindCount > 0 || untold > 0 {
      status = .noData
    } else if ledger.members == 0 {
      status = allowsEmpty ? .pass : .empty
    } else if ledger.pending > 0 {
      status = .pending
    } else if ledger.waived > 0 {
      status = .waived
    } else if ledger.notApplicable == ledger.members {
      status = .notApplicable
    } else {
      status = .pass
    }
  }

  /// A share is of all members but the not applicable, compared exactly.
  private static func tolerates(
    _ failures: Int64, of ledger: Ledger, under tolerance: CheckedRule.Tolerance?
  ) -> Bool {
    switch tolerance {
    case nil: failures == 0
    case .count(let limit): failures <= limit
    case .share(let share):
      Int128(failures) * 1_000_000
        <= Int128(share.millionths) * Int128(ledger.members &- ledger.notApplicable)
    }
  }

  /// No member may be lost between evaluation and report.
  private static func imbalance(
    _ ledger: Ledger, _ findings: [Finding], _ unlistedFailures: Int64
  ) -> String? {
    if !ledger.isBalanced { return "its ledger does not balance" }
    var fail = unlistedFailures
    var noData: Int64 = 0
    var waived: Int64 = 0
    for finding in findings {
      if finding.outcome == .fail { fail += 1 } else { noData += 1 }
      if case .waived = finding.disposition { waived += 1 }
    }
    return fail == ledger.fail && noData == ledger.noData && waived == ledger.waived
      ? nil : "its findings do not add up to its ledger"
  }
}
