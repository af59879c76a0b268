import WritSyntax
import WritValues

/// The names a rule itself gives: its row, lets, group keys and step.
final class RuleScope {
  struct Let {
    var syntax: LetSyntax
    var isUsed = false
    var checking: Set<ScopeMode> = []
    var checked: [ScopeMode: CheckedExpression] = [:]
  }

  var rowName: String?
  var rowSlot = 0
  var rowDataset: Int?
  var lets: [String: Let] = [:]
  var isGrouped = false
  var groupKeys: [CheckedRule.GroupKey] = []
  /// Names of the keys, known before their expressions are checked.
  var groupNames: [String] = []
  var hasWindow = false
  var stepName: String?
  var hasDeadline = false
}

/// Where in a rule an expression stands, for what may be named there.
enum ScopeMode: Hashable {
  /// Before grouping, or in a rule without groups.
  case rows
  /// After `group by` or `window`, outside aggregates.
  case groups
  /// Inside an aggregate over the group's rows.
  case aggregate
}
