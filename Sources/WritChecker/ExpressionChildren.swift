extension CheckedExpression {
  /// The expressions right below this one, without the bodies of the defines it calls.
  package var children: [CheckedExpression] { kind.children }
}

extension CheckedExpression.Kind {
  /// The expressions right below this one.
  var children: [CheckedExpression] {
    switch self {
    case .constant, .param, .now, .periodStart, .periodEnd, .deadline, .windowStart, .windowEnd,
      .stepStart, .stepEnd, .groupKey, .slot:
      []
    case .dereference(let one, _), .field(let one, _, _), .recordField(let one, _),
      .jsonAs(let one), .not(let one), .inDataset(let one, _), .isKnown(let one),
      .isMissing(let one), .matches(let one, _), .negate(let one), .mask(let one):
      [one]
    case .mapEntry(let one, let two), .jsonMember(let one, let two), .and(let one, let two),
      .or(let one, let two), .compare(_, let one, let two), .ageInMonths(_, let one, let two),
      .inCollection(let one, let two), .inMap(let one, let two), .inNetwork(let one, let two),
      .coalesce(let one, let two), .arithmetic(_, let one, let two):
      [one, two]
    case .between(let one, let two, let three), .choice(let one, let two, let three):
      [one, two, three]
    case .function(_, let all), .call(_, let all), .list(let all), .template(let all): all
    case .comprehension(let comprehension): comprehension.children
    }
  }

  /// The same kind over other children; nil where `body` gives nil, and for a comprehension, whose slot would have to
  /// be another one.
  func mapChildren(_ body: (CheckedExpression) -> CheckedExpression?) -> CheckedExpression.Kind? {
    var isWhole = true
    func map(_ node: CheckedExpression) -> CheckedExpression {
      guard isWhole, let mapped = body(node) else {
        isWhole = false
        return node
      }
      return mapped
    }
    let mapped: CheckedExpression.Kind
    switch self {
    case .constant, .param, .now, .periodStart, .periodEnd, .deadline, .windowStart, .windowEnd,
      .stepStart, .stepEnd, .groupKey, .slot:
      mapped = self
    case .dereference(let one, let dataset): mapped = .dereference(map(one), dataset: dataset)
    case .field(let one, let dataset, let index):
      mapped = .field(map(one), dataset: dataset, index: index)
    case .recordField(let one, let index): mapped = .recordField(map(one), index: index)
    case .mapEntry(let one, let key): mapped = .mapEntry(map(one), key: map(key))
    case .jsonMember(let one, let key): mapped = .jsonMember(map(one), key: map(key))
    case .jsonAs(let one): mapped = .jsonAs(map(one))
    case .not(let one): mapped = .not(map(one))
    case .and(let one, let two): mapped = .and(map(one), map(two))
    case .or(let one, let two): mapped = .or(map(one), map(two))
    case .compare(let comparison, let one, let two):
      mapped = .compare(comparison, map(one), map(two))
    case .ageInMonths(let comparison, let time, let months):
      mapped = .ageInMonths(comparison, time: map(time), months: map(months))
    case .inCollection(let one, let two): mapped = .inCollection(map(one), map(two))
    case .inDataset(let one, let dataset): mapped = .inDataset(map(one), dataset: dataset)
    case .inMap(let one, let two): mapped = .inMap(map(one), map(two))
    case .inNetwork(let one, let two): mapped = .inNetwork(map(one), map(two))
    case .between(let one, let two, let three): mapped = .between(map(one), map(two), map(three))
    case .isKnown(let one): mapped = .isKnown(map(one))
    case .isMissing(let one): mapped = .isMissing(map(one))
    case .coalesce(let one, let two): mapped = .coalesce(map(one), map(two))
    case .matches(let one, let pattern): mapped = .matches(map(one), pattern)
    case .choice(let condition, let then, let otherwise):
      mapped = .choice(condition: map(condition), then: map(then), otherwise: map(otherwise))
    case .negate(let one): mapped = .negate(map(one))
    case .arithmetic(let operation, let one, let two):
      mapped = .arithmetic(operation, map(one), map(two))
    case .function(let function, let all): mapped = .function(function, all.map(map))
    case .call(let define, let all): mapped = .call(define: define, all.map(map))
    case .list(let all): mapped = .list(all.map(map))
    case .template(let all): mapped = .template(all.map(map))
    case .mask(let one): mapped = .mask(map(one))
    case .comprehension: return nil
    }
    return isWhole ? mapped : nil
  }
}

extension Comprehension {
  package var children: [CheckedExpression] {
    var all: [CheckedExpression] = []
    if let collection { all.append(collection) }
    all += [condition, value, by, level].compactMap { $0 }
    return all
  }

  /// What it goes over, where that is a collection.
  package var collection: CheckedExpression? {
    if case .collection(let expression) = source { expression } else { nil }
  }

  /// What it reads of the place it stands in: its own variable left out.
  package var free: ExpressionFacts {
    var facts = ExpressionFacts()
    for child in children { facts.add(child.facts) }
    facts.slots.removeAll { $0 == slot }
    return facts
  }

  /// Whether every row of its dataset is held against everything it is asked for: no equality leads to them.
  package var isCross: Bool {
    guard case .dataset = source, joins.isEmpty else { return false }
    // Steps of an audit period are few; rows and groups are not.
    let free = free
    return !free.slots.isEmpty || free.readsMember || free.readsGroup
  }
}
