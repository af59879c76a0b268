import WritModel
import WritValues

/// What a score takes from a rule: its raw counts, which neither waiver nor tolerance changes.
struct RuleVerdict {
  var id: String
  var fail: Int64
  var waivedFail: Int64
  /// Members that the rule applies to.
  var population: Int64
  /// Why part of it is untold; nil when all of it is told.
  var gap: String?
  /// It has members and applies to none.
  var isIdle: Bool

  init(_ rule: AssessedRule) {
    id = rule.id
    fail = rule.ledger.fail
    waivedFail = Int64(
      rule.findings.count {
        if $0.outcome == .fail, case .waived = $0.disposition { true } else { false }
      })
    population = rule.ledger.members &- rule.ledger.notApplicable
    isIdle =
      rule.ledger.members > 0 && population == 0 && rule.blindDatasets.isEmpty
      && rule.error == nil
    gap = Self.gap(rule)
  }

  /// Of a rule that exists and was not evaluated in this run.
  init(notRun id: String) {
    self.id = id
    fail = 0
    waivedFail = 0
    population = 0
    isIdle = false
    gap = "`\(id)` was not run"
  }

  private static func gap(_ rule: AssessedRule) -> String? {
    if rule.status == .error { return "`\(rule.id)` could not run" }
    if let blind = rule.blindDatasets.first {
      return "`\(rule.id)` could not see \(blind.dataset)"
    }
    let ledger = rule.ledger
    if ledger.noData > 0 {
      return "`\(rule.id)` can't tell for \(ledger.noData) of \(ledger.members) members"
    }
    if rule.status == .empty { return "`\(rule.id)` has no members" }
    if ledger.pending > 0 { return "`\(rule.id)` is pending for \(ledger.pending) members" }
    return nil
  }
}
