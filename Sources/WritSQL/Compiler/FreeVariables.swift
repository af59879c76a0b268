import WritChecker

/// What an expression reads that it does not bind itself.
struct FreeVariables {
  var slots: Set<Int> = []
  /// A group's key, rows or window, a step or the deadline.
  var readsMember = false
  /// Something that is worth working out once for all rows.
  var hasComprehension = false
}

final class FreeVariableFinder {
  private let program: CheckedProgram
  private var known: [ObjectIdentifier: FreeVariables] = [:]

  init(_ program: CheckedProgram) { self.program = program }

  func variables(of expression: CheckedExpression) -> FreeVariables {
    let id = ObjectIdentifier(expression)
    if let found = known[id] { return found }
    var found = FreeVariables()
    for part in expression.parts {
      let inner = variables(of: part)
      found.slots.formUnion(inner.slots)
      found.readsMember = found.readsMember || inner.readsMember
      found.hasComprehension = found.hasComprehension || inner.hasComprehension
    }
    switch expression.kind {
    case .slot(let slot): found.slots.insert(slot)
    case .groupKey, .windowStart, .windowEnd, .stepStart, .stepEnd, .deadline:
      found.readsMember = true
    case .comprehension(let comprehension):
      found.slots.remove(comprehension.slot)
      found.hasComprehension = true
      if case .group = comprehension.source { found.readsMember = true }
    case .call(let define, _):
      let body = variables(of: program.defines[define].body)
      found.readsMember = found.readsMember || body.readsMember
      found.hasComprehension = found.hasComprehension || body.hasComprehension
    default: break
    }
    known[id] = found
    return found
  }
}

extension CheckedExpression {
  /// The expressions it is made of, without those of the defines it calls.
  var parts: [CheckedExpression] {
    switch kind {
    case .constant, .param, .now, .periodStart, .periodEnd, .deadline, .windowStart, .windowEnd,
      .stepStart, .stepEnd, .groupKey, .slot:
      []
    case .dereference(let one, _), .field(let one, _, _), .recordField(let one, _),
      .jsonAs(let one), .not(let one), .inDataset(let one, _), .isKnown(let one),
      .isMissing(let one), .matches(let one, _), .negate(let one), .mask(let one):
      [one]
    case .mapEntry(let one, key: let other), .jsonMember(let one, key: let other),
      .and(let one, let other), .or(let one, let other), .compare(_, let one, let other),
      .ageInMonths(_, let one, let other), .inCollection(let one, let other),
      .inMap(let one, let other), .inNetwork(let one, let other), .coalesce(let one, let other),
      .arithmetic(_, let one, let other):
      [one, other]
    case .between(let one, let low, let high): [one, low, high]
    case .choice(let condition, let then, let otherwise): [condition, then, otherwise]
    case .function(_, let all), .call(_, let all), .list(let all), .template(let all): all
    case .comprehension(let comprehension):
      comprehension.parts
    }
  }
}

extension Comprehension {
  var parts: [CheckedExpression] {
    var all: [CheckedExpression] = []
    if case .collection(let expression) = source { all.append(expression) }
    return all + [condition, value, by, level].compactMap { $0 }
  }
}
