import WritValues

/// Finds the equalities of a comprehension by which its rows can be looked up, those behind a define included.
package struct JoinAnalysis {
  /// The define of an index, once it is checked.
  private let define: (Int) -> CheckedDefine?

  package init(define: @escaping (Int) -> CheckedDefine?) { self.define = define }

  package func joins(of comprehension: Comprehension) -> [Comprehension.Join] {
    guard let condition = comprehension.condition else { return [] }
    return Self.conjuncts(of: condition).flatMap { joins(in: $0, slot: comprehension.slot).found }
  }

  /// The equalities of one conjunct. `areAll` where they say all that the conjunct says.
  package func joins(
    in conjunct: CheckedExpression, slot: Int
  ) -> (found: [Comprehension.Join], areAll: Bool) {
    var areAll = true
    var found: [Comprehension.Join] = []
    for part in parts(of: conjunct) {
      if let join = part.flatMap({ join($0, slot: slot) }) {
        found.append(join)
      } else {
        areAll = false
      }
    }
    return (found, areAll)
  }

  package static func conjuncts(of condition: CheckedExpression) -> [CheckedExpression] {
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

  // MARK: Defines

  /// What a conjunct asks for, a call replaced by its define's conjuncts; nil for one that can't be written here.
  private func parts(of conjunct: CheckedExpression) -> [CheckedExpression?] {
    guard case .call(let index, let arguments) = conjunct.kind, let body = define(index)?.body
    else { return [conjunct] }
    return Self.conjuncts(of: body).flatMap { inner -> [CheckedExpression?] in
      switch inner.kind {
      case .compare(.equal, _, _), .inCollection, .call:
        substitute(arguments, into: inner).map { parts(of: $0) } ?? [nil]
      default: [nil]
      }
    }
  }

  /// A define's expression with what a call hands in for its parameters: both come to the same for every row.
  ///
  /// - Returns: nil where the expression has variables of its own, or grows: a call works its arguments out once, an
  ///   expression as often as they stand in it.
  private func substitute(
    _ arguments: [CheckedExpression], into node: CheckedExpression
  ) -> CheckedExpression? {
    if case .slot(let index) = node.kind {
      return arguments.indices.contains(index) ? arguments[index] : nil
    }
    guard let kind = node.kind.mapChildren({ substitute(arguments, into: $0) }) else { return nil }
    var callee: ExpressionFacts?
    if case .call(let index, _) = kind { callee = define(index)?.body.facts }
    let substituted = CheckedExpression(
      kind, type: node.type, place: node.place, labels: node.labels, callee: callee)
    let isSmall =
      substituted.facts.size <= Self.sizeLimit
      && substituted.facts.depth <= ExpressionFacts.depthLimit
    return isSmall ? substituted : nil
  }

  /// Nodes of an expression behind a define, each counted wherever it is used.
  private static let sizeLimit = 1_000

  // MARK: Equalities

  private func join(_ conjunct: CheckedExpression, slot: Int) -> Comprehension.Join? {
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
  private func isRow(_ node: CheckedExpression, _ slot: Int) -> Bool {
    let facts = node.facts
    return facts.slots == [slot] && !facts.bindsSlots && !facts.readsMember && !facts.readsStep
      && !facts.readsGroup
  }

  /// Reads something of the member, and not the bound row.
  private func isProbe(_ node: CheckedExpression, _ slot: Int) -> Bool {
    !node.facts.slots.contains(slot) && !node.facts.isConstant
  }

  /// Numbers meet in one representation; an exact quotient has none.
  private func equal(
    row: CheckedExpression, probe: CheckedExpression
  ) -> Comprehension.Join? {
    let isDecimal = row.type == .decimal || probe.type == .decimal
    if isDecimal, row.facts.hasQuotient || probe.facts.hasQuotient { return nil }
    return .equal(
      row: isDecimal ? decimal(row) : row, probe: isDecimal ? decimal(probe) : probe)
  }

  private func decimal(_ node: CheckedExpression) -> CheckedExpression {
    if node.type == .decimal { return node }
    return CheckedExpression(
      .function(.decimal, [node]), type: .decimal, place: node.place, labels: node.labels)
  }
}
