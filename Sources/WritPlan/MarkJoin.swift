package import WritChecker
package import WritValues

/// A quantifier or a count over a streamed dataset that is told by marking: the stream goes by once, and what is kept is
/// how many of its rows each value of the join's side has.
package struct MarkJoin: Sendable {
  package let comprehension: Comprehension
  package let dataset: Int
  /// The streamed row's side of the equality and the member's; nil where there is none: all rows count alike.
  package let side: CheckedExpression?
  package let probe: CheckedExpression?
  /// What else is asked of a streamed row, all of it its own.
  package let conditions: [CheckedExpression]

  /// Nil when it needs the rows themselves.
  init?(_ comprehension: Comprehension, _ program: CheckedProgram) {
    guard case .dataset(let dataset) = comprehension.source, program.datasets[dataset].order != nil
    else { return nil }
    switch comprehension.function {
    case .exists, .none, .any, .every, .count: break
    default: return nil
    }
    self.comprehension = comprehension
    self.dataset = dataset
    var conditions: [CheckedExpression] = []
    var equality: (side: CheckedExpression, probe: CheckedExpression)?
    for conjunct in comprehension.condition.map({ JoinAnalysis.conjuncts(of: $0) }) ?? [] {
      if Self.isOwn(conjunct, comprehension.slot) {
        conditions.append(conjunct)
      } else if equality == nil, let found = Self.equality(conjunct, comprehension.slot) {
        equality = found
      } else {
        return nil
      }
    }
    if let value = comprehension.value {
      guard Self.isOwn(value, comprehension.slot) else { return nil }
      conditions.append(
        comprehension.function == .every
          ? CheckedExpression(.not(value), type: .bool, place: value.place) : value)
    }
    side = equality?.side
    probe = equality?.probe
    self.conditions = conditions
    // Joins inside each other would have to be told in order.
    let all = conditions + [side].compactMap { $0 }
    guard !all.contains(where: { Self.joinsStream($0, program, depth: 0) }) else { return nil }
  }

  private static func isOwn(_ expression: CheckedExpression, _ slot: Int) -> Bool {
    let facts = expression.facts
    return facts.slots.allSatisfy { $0 == slot } && !facts.readsMember && !facts.readsStep
      && !facts.readsGroup
  }

  private static func equality(
    _ conjunct: CheckedExpression, _ slot: Int
  ) -> (side: CheckedExpression, probe: CheckedExpression)? {
    guard case .compare(.equal, let one, let other) = conjunct.kind, one.type.isIdentity,
      other.type.isIdentity
    else { return nil }
    if one.facts.slots == [slot], isOwn(one, slot), !other.facts.slots.contains(slot) {
      return (one, other)
    }
    if other.facts.slots == [slot], isOwn(other, slot), !one.facts.slots.contains(slot) {
      return (other, one)
    }
    return nil
  }

  private static func joinsStream(
    _ expression: CheckedExpression, _ program: CheckedProgram, depth: Int
  ) -> Bool {
    switch expression.kind {
    case .comprehension(let comprehension):
      if case .dataset(let dataset) = comprehension.source, program.datasets[dataset].order != nil {
        return true
      }
    case .call(let define, _):
      // Deeper ones are not looked into.
      if depth > 32 || joinsStream(program.defines[define].body, program, depth: depth + 1) {
        return true
      }
    default: break
    }
    return expression.children.contains { joinsStream($0, program, depth: depth) }
  }
}

extension CheckedProgram {
  /// The joins by which a dataset is read, when all that rules need of it can be told by marking; nil when its rows are
  /// needed.
  func markJoins(over dataset: Int, of rules: [CheckedRule]) -> [MarkJoin]? {
    guard datasets[dataset].order != nil, datasets[dataset].completePer == nil else { return nil }
    var found: [MarkJoin] = []
    var seen: Set<ObjectIdentifier> = []
    func walk(_ expression: CheckedExpression) -> Bool {
      guard seen.insert(ObjectIdentifier(expression)).inserted else { return true }
      switch expression.kind {
      case .dereference(_, dataset), .inDataset(_, dataset): return false
      case .comprehension(let comprehension):
        if case .dataset(dataset) = comprehension.source {
          guard let join = MarkJoin(comprehension, self) else { return false }
          found.append(join)
        }
      case .call(let define, _): if !walk(defines[define].body) { return false }
      default: break
      }
      return expression.children.allSatisfy(walk)
    }
    for rule in rules {
      // What is tried out on a member would have to show in the marks.
      if rule.dataset == dataset,
        let needs = DataNeeds(of: rule, in: self).datasets[dataset]?.needs, !needs.isEmpty
      {
        return nil
      }
      guard rule.expressions.allSatisfy(walk) else { return nil }
    }
    // Some other dataset's completeness may be judged by its keys.
    for schema in datasets {
      guard let field = schema.completePer, case .reference(let name) = schema.fields[field].type,
        index(of: name) == dataset
      else { continue }
      return nil
    }
    return found.isEmpty ? nil : found
  }
}

extension ValueType {
  /// Whether two values are equal just when they are alike.
  package var isIdentity: Bool {
    switch self {
    case .text, .closedSet, .reference, .row, .ip, .time, .int, .bool, .duration, .bytes: true
    case .key(_, let base): base.isIdentity
    default: false
    }
  }
}
