import WritValues

/// Finds the equalities of a comprehension by which its rows can be looked up.
enum JoinAnalysis {
  static func joins(of comprehension: Comprehension) -> [Comprehension.Join] {
    guard let condition = comprehension.condition else { return [] }
    return conjuncts(of: condition).compactMap { join($0, slot: comprehension.slot) }
  }

  static func conjuncts(of condition: CheckedExpression) -> [CheckedExpression] {
    var found: [CheckedExpression] = []
    var pending = [condition]
    while let next = pending.popLast() {
      if case .and(let one, let two) = next.kind {
        pending.append(two)
        pending.append(one)
      } else {
        found.append(next)
      }
    }
    return found
  }

  private static func join(_ conjunct: CheckedExpression, slot: Int) -> Comprehension.Join? {
    switch conjunct.kind {
    case .compare(.equal, let one, let two):
      if isRow(one, slot), isProbe(two, slot) { return equal(row: one, probe: two) }
      if isRow(two, slot), isProbe(one, slot) { return equal(row: two, probe: one) }
    case .inCollection(let element, let collection):
      if isRow(element, slot), isProbe(collection, slot), !element.facts.hasQuotient {
        return .inProbe(row: element, probe: collection)
      }
      if isRow(collection, slot), isProbe(element, slot), !element.facts.hasQuotient {
        return .rowContains(row: collection, probe: element)
      }
    default: break
    }
    return nil
  }

  /// Reads the bound row and nothing else; an index evaluates it by itself, in a frame of one row.
  private static func isRow(_ node: CheckedExpression, _ slot: Int) -> Bool {
    let facts = node.facts
    return facts.slots == [slot] && !facts.bindsSlots && !facts.readsMember && !facts.readsStep
      && !facts.readsGroup
  }

  /// Reads something of the member, and not the bound row.
  private static func isProbe(_ node: CheckedExpression, _ slot: Int) -> Bool {
    !node.facts.slots.contains(slot) && !node.facts.isConstant
  }

  /// Numbers meet in one representation; an exact quotient has none.
  private static func equal(
    row: CheckedExpression, probe: CheckedExpression
  ) -> Comprehension.Join? {
    let isDecimal = row.type == .decimal || probe.type == .decimal
    if isDecimal, row.facts.hasQuotient || probe.facts.hasQuotient { return nil }
    return .equal(
      row: isDecimal ? decimal(row) : row, probe: isDecimal ? decimal(probe) : probe)
  }

  private static func decimal(_ node: CheckedExpression) -> CheckedExpression {
    if node.type == .decimal { return node }
    return CheckedExpression(
      .function(.decimal, [node]), type: .decimal, place: node.place, labels: node.labels)
  }
}
