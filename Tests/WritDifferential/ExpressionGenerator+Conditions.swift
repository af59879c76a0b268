extension ExpressionGenerator {
  func boolean(_ depth: Int, _ scope: Scope) -> Expression? {
    switch chance.below(34) {
    case 0..<4:
      return Expression(
        "and", .bool, "\(condition(depth - 1, scope)) and \(condition(depth - 1, scope))")
    case 4..<7:
      return Expression(
        "or", .bool, "\(condition(depth - 1, scope)) or \(condition(depth - 1, scope))")
    case 7, 8: return Expression("not", .bool, "not \(condition(depth - 1, scope))")
    case 9..<15: return comparison(depth, scope)
    case 15: return between(depth, scope)
    case 16..<19: return membership(depth, scope)
    case 19..<22: return presence(depth, scope)
    case 22..<24: return textTest(depth, scope)
    case 24..<30: return depth > 1 ? quantifier(depth, scope) : comparison(depth, scope)
    case 30: return ageInMonths(depth, scope)
    case 31: return countComparison(depth, scope)
    case 32: return oddTest(depth, scope)
    default: return common(.bool, depth, scope)
    }
  }

  // MARK: Comparison

  private func comparison(_ depth: Int, _ scope: Scope) -> Expression? {
    let type = anyType(scope) {
      switch $0 {
      case .map, .record: false
      default: true
      }
    }
    if type == .json { return jsonComparison(scope) }
    guard let one = make(type, depth - 1, scope) else { return nil }
    var sign = chance.pick("==", "==", "!=")
    if type.isOrdered, chance.percent(65) { sign = chance.pick("<", "<=", ">", ">=") }
    let two: Expression
    let takesLiteral = type.isScalar && !isComposite(type)
    if takesLiteral, chance.percent(type.hasOwnLiteral ? 30 : 50) {
      two = literal(type)
    } else if type == .int, chance.oneIn(4) {
      two = value(.decimal, depth - 1, scope)
    } else {
      guard let other = make(type, depth - 1, scope) else { return nil }
      two = other
    }
    if one.form == "literal", two.form == "literal" { return nil }
    if chance.oneIn(5) { return Expression(sign, .bool, "\(two) \(sign) \(one)") }
    return Expression(sign, .bool, "\(one) \(sign) \(two)")
  }

  private func jsonComparison(_ scope: Scope) -> Expression? {
    guard let one = leaf(.json, scope) else { return nil }
    let type = chance.pick(GeneratedType.int, .text, .bool, .decimal, .time, .duration)
    let sign = chance.pick("==", "!=", "==")
    return Expression("json path", .bool, "\(one) \(sign) \(value(type, 1, scope))")
  }

  private func between(_ depth: Int, _ scope: Scope) -> Expression? {
    let type = anyType(scope) { $0.isOrdered }
    guard type.isOrdered, let subject = make(type, depth - 1, scope), subject.form != "literal"
    else {
      return nil
    }
    let low = type.hasOwnLiteral ? value(type, depth - 1, scope) : literal(type)
    let high = type.hasOwnLiteral ? value(type, depth - 1, scope) : literal(type)
    return Expression("between", .bool, "\(subject) between \(low) and \(high)")
  }

  private func ageInMonths(_ depth: Int, _ scope: Scope) -> Expression {
    let sign = chance.pick("<", "<=", ">", ">=", "==")
    return Expression(
      "age in months", .bool,
      "age(\(bare: value(.time, depth - 1, scope))) \(sign) \(value(.months, 0, scope))")
  }

  private func countComparison(_ depth: Int, _ scope: Scope) -> Expression? {
    let sign = chance.pick("<", "<=", ">", ">=", "==", "!=")
    if scope.groupRow != nil, depth > 1, chance.oneIn(2),
      let share = aggregate(.decimal, depth, scope)
    {
      return Expression(sign, .bool, "\(share) \(sign) \(chance.pick("0.5", "1.5", "0", "100%"))")
    }
    guard let count = aggregate(.int, depth, scope, function: chance.oneIn(3) ? nil : "count")
    else {
      return nil
    }
    return Expression(sign, .bool, "\(count) \(sign) \(chance.pick("0", "1", "2", "3"))")
  }

  // MARK: Membership

  private func membership(_ depth: Int, _ scope: Scope) -> Expression? {
    let word = chance.pick("in", "in", "not in")
    switch chance.below(8) {
    case 0, 1:
      let type = anyType(scope) { $0.isScalar }
      guard type.isScalar, !isComposite(type), let one = make(type, depth - 1, scope),
        one.form != "literal"
      else { return nil }
      let items = (0..<(1 + chance.below(3))).map { _ in literal(type) }
      return Expression("in list", .bool, "\(one) \(word) [\(all: items)]")
    case 2, 3:
      guard let collection = readable(scope, where: { $0.element != nil }),
        let element = collection.type.element, element != .network, element != .json
      else { return nil }
      let isLiteral = element.isScalar && !isComposite(element) && chance.oneIn(2)
      guard let one = isLiteral ? literal(element) : make(element, depth - 1, scope) else {
        return nil
      }
      return Expression("in collection", .bool, "\(one) \(word) \(collection)")
    case 4:
      guard let map = readable(scope, where: { if case .map = $0 { true } else { false } }) else {
        return nil
      }
      return Expression("in map", .bool, "\(value(.text, depth - 1, scope)) in \(map)")
    case 5:
      guard
        let reference = readable(scope, where: { if case .key = $0 { true } else { false } }),
        case .key(let dataset) = reference.type
      else { return nil }
      return Expression(
        "in dataset", .bool, "\(reference) \(word) \(schema.datasets[dataset].name)")
    case 6:
      guard let one = make(.ip, depth - 1, scope) else { return nil }
      if chance.oneIn(3), let network = leaf(.network, scope) {
        return Expression("in network", .bool, "\(one) \(word) \(network)")
      }
      if chance.oneIn(2) {
        return Expression("in network", .bool, "\(one) \(word) \(literal(.network))")
      }
      return Expression(
        "in networks", .bool, "\(one) \(word) [\(all: [literal(.network), literal(.network)])]")
    default:
      let one = value(.time, depth - 1, scope)
      return Expression("in period", .bool, "\(one) in \(scope.step ?? "period")")
    }
  }

  /// Something to read whose type fits.
  func readable(_ scope: Scope, where fits: (GeneratedType) -> Bool) -> Expression? {
    let found = scope.readables.filter { fits($0.type) && !(scope.hidesTagged && $0.isTagged) }
    return chance.element(of: found).map {
      Expression("path", $0.type, isAtomic: true, "\($0.text)")
    }
  }

  // MARK: Presence

  private func presence(_ depth: Int, _ scope: Scope) -> Expression? {
    let type = anyType(scope)
    guard let value = chance.percent(70) ? leaf(type, scope) : make(type, depth - 1, scope) else {
      return nil
    }
    let word = chance.pick("known", "missing")
    return Expression("is \(word)", .bool, "\(value) is \(word)")
  }

  // MARK: Text

  private func textTest(_ depth: Int, _ scope: Scope) -> Expression? {
    let one = value(.text, depth - 1, scope)
    switch chance.below(5) {
    case 0, 1:
      let pattern = chance.element(of: ValuePool.patterns) ?? "/a/"
      return Expression("matches", .bool, "\(one) matches \(pattern)")
    case 2:
      return Expression(
        "starts_with", .bool, "\(one) starts_with \(value(.text, depth - 1, scope))")
    case 3:
      return Expression("ends_with", .bool, "\(one) ends_with \(value(.text, depth - 1, scope))")
    default:
      return Expression("contains", .bool, "\(one) contains \(value(.text, depth - 1, scope))")
    }
  }

  private func oddTest(_ depth: Int, _ scope: Scope) -> Expression? {
    if chance.oneIn(2) {
      return Expression(
        "mode_within", .bool, isAtomic: true,
        "mode_within(\(all: [value(.int, depth - 1, scope), literal(.int)]))")
    }
    guard let one = readable(scope, where: { $0.element != nil }), let element = one.type.element,
      let two = make(chance.oneIn(2) ? .set(element) : .list(element), depth - 1, scope)
    else { return nil }
    return Expression("subset", .bool, "\(one) subset \(two)")
  }
}
