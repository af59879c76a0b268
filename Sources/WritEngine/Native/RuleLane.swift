import WritChecker
import WritTables
import WritValues

/// Rows on their way through a rule's conditions.
final class Selection {
  private let rows = Scratch<Int32>()
  private let marks = Scratch<UInt8>()
  private let truths = Scratch<UInt8>()
  private(set) var count = 0

  /// Starts with all plain rows of a batch.
  func fill(_ all: Int) {
    count = all
    for index in 0..<all {
      rows.pointer[index] = Int32(truncatingIfNeeded: index)
      marks.pointer[index] = 0
    }
  }

  var numbers: RowNumbers { RowNumbers(start: rows.pointer, count: count) }

  func isMarked(_ index: Int) -> Bool { marks.pointer[index] != 0 }

  /// Drops the rows for which a condition is false and marks those for which one is open.
  ///
  /// - Returns: how many were dropped.
  func narrow(
    _ nodes: [ConditionNode], _ batch: LineBatch, dropped: (Int32) -> Void = { _ in }
  ) -> Int {
    let before = count
    for node in nodes where count > 0 {
      node.judge(batch, numbers, truths.pointer)
      let (rows, marks, truths) = (rows.pointer, marks.pointer, truths.pointer)
      var kept = 0
      for index in 0..<count {
        let truth = truths[index]
        if truth == Truth.no {
          dropped(rows[index])
          continue
        }
        rows[kept] = rows[index]
        marks[kept] = marks[index] | (truth & Truth.open)
        kept &+= 1
      }
      count = kept
    }
    return before - count
  }

  /// Takes out the marked rows, or all.
  func take(all: Bool, _ body: (Int32) -> Void) {
    var kept = 0
    for index in 0..<count {
      if all || marks.pointer[index] != 0 {
        body(rows.pointer[index])
      } else {
        rows.pointer[kept] = rows.pointer[index]
        kept &+= 1
      }
    }
    count = kept
  }
}

/// A rule's conditions over the rows of one thread.
final class RuleLane {
  let run: RuleRun
  private let membership: [ConditionNode]
  private let isMembershipWhole: Bool
  private let applicability: [ConditionNode]
  private let isApplicabilityWhole: Bool
  private let requirement: [ConditionNode]
  private let isRequirementWhole: Bool
  /// A rule that is judged for each step of the period looks at every row itself.
  private let isOpaque: Bool
  private let selection = Selection()

  init(run: RuleRun, compiler: BatchCompiler) {
    self.run = run
    let rule = run.rule
    isOpaque = rule.step != nil
    (membership, isMembershipWhole) = compiler.conjunction(isOpaque ? nil : rule.condition)
    (applicability, isApplicabilityWhole) = compiler.conjunction(isOpaque ? nil : rule.when)
    let parts = isOpaque ? [] : rule.musts.map { compiler.conjunction($0) }
    requirement = parts.flatMap(\.nodes)
    isRequirementWhole = parts.allSatisfy(\.isWhole)
  }

  /// Counts the members that surely pass or to which the rule surely does not apply; the others are for the evaluator.
  func judge(_ batch: LineBatch, take: (Int32) -> Void) {
    selection.fill(batch.count)
    if isOpaque { return selection.take(all: true, take) }
    _ = selection.narrow(membership, batch)
    selection.take(all: !isMembershipWhole, take)
    run.countNotApplicable(selection.narrow(applicability, batch))
    selection.take(all: !isApplicabilityWhole, take)
    _ = selection.narrow(requirement, batch, dropped: take)
    selection.take(all: !isRequirementWhole, take)
    run.countPass(selection.count)
  }

  func forget() {
    for node in membership + applicability + requirement { node.forget() }
  }
}
