import WritChecker
import WritTables
import WritValues

/// Tells from a line's codes what a rule says of most rows; the rest goes to the reference evaluator, so that every
/// finding is its.
final class RuleProbe {
  enum Verdict {
    /// Not a member, or counted already.
    case done
    /// Some condition was not evaluated for these values yet.
    case needsRow
    /// Only the reference evaluator can say.
    case take
  }

  let run: RuleRun
  private let conditions: Conditions
  private let isGrouped: Bool
  /// A rule that is judged for steps of the period looks at every row itself.
  private let isOpaque: Bool

  private struct Conditions {
    var membership: [MemoCondition] = []
    var membershipIsWhole = true
    var applicability: [MemoCondition] = []
    var applicabilityIsWhole = true
    var requirement: [MemoCondition] = []
    var requirementIsWhole = true
  }

  /// - Parameter column: the tracked column of a field, made when it is asked for.
  init(run: RuleRun, program: CheckedProgram, column: (Int) -> Int) {
    self.run = run
    let rule = run.rule
    isGrouped = rule.isGrouped
    isOpaque = rule.step != nil
    let reads = FieldReads(program: program)
    var conditions = Conditions()

    func split(_ expression: CheckedExpression?) -> (memo: [MemoCondition], isWhole: Bool) {
      guard let expression else { return ([], true) }
      var memo: [MemoCondition] = []
      var isWhole = true
      for conjunct in Self.conjuncts(expression) {
        guard let fields = reads.fields(of: conjunct, row: rule.rowSlot)?.sorted(),
          (1...2).contains(fields.count)
        else {
          isWhole = false
          continue
        }
        memo.append(
          MemoCondition(
            conjunct, first: column(fields[0]), second: fields.count > 1 ? column(fields[1]) : nil))
      }
      return (memo, isWhole)
    }
    if !isOpaque {
      (conditions.membership, conditions.membershipIsWhole) = split(rule.condition)
      (conditions.applicability, conditions.applicabilityIsWhole) = split(rule.when)
      for must in rule.musts {
        let part = split(must)
        conditions.requirement += part.memo
        conditions.requirementIsWhole = conditions.requirementIsWhole && part.isWhole
      }
    }
    self.conditions = conditions
  }

  private static func conjuncts(_ expression: CheckedExpression) -> [CheckedExpression] {
    if case .and(let one, let other) = expression.kind { return conjuncts(one) + conjuncts(other) }
    return [expression]
  }

  /// - Parameter evaluate: evaluates a condition over the line's row; nil while the row is not decoded.
  func judge(
    _ line: LineScan.Line, _ evaluate: ((CheckedExpression) -> Datum)?
  ) -> Verdict {
    if isOpaque { return .take }
    switch all(conditions.membership, line, evaluate) {
    case .no: return .done
    case .unseen: return .needsRow
    case .open: return .take
    case .yes: break
    }
    if isGrouped || !conditions.membershipIsWhole { return .take }
    switch all(conditions.applicability, line, evaluate) {
    case .no:
      run.countNotApplicable()
      return .done
    case .unseen: return .needsRow
    case .open: return .take
    case .yes: break
    }
    if !conditions.applicabilityIsWhole || !conditions.requirementIsWhole { return .take }
    switch all(conditions.requirement, line, evaluate) {
    case .yes:
      run.countPass()
      return .done
    case .unseen: return .needsRow
    case .no, .open: return .take
    }
  }

  /// The conjunction: a false one decides, whatever is open beside it.
  @inline(__always)
  private func all(
    _ parts: [MemoCondition], _ line: LineScan.Line, _ evaluate: ((CheckedExpression) -> Datum)?
  ) -> MemoCondition.Truth {
    var result = MemoCondition.Truth.yes
    for part in parts {
      var truth = part.truth(line)
      if truth == .unseen, let evaluate { truth = part.note(evaluate(part.expression), line) }
      switch truth {
      case .no: return .no
      case .unseen: result = .unseen
      case .open: if result != .unseen { result = .open }
      case .yes: break
      }
    }
    return result
  }
}
