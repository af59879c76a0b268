/// Comprehensions: over datasets, collections and the rows of a group.
extension ExpressionGenerator {
  private struct Source {
    /// `v in d0`; empty for a group's rows.
    var head: [Expression.Part]
    /// What stands in the place of a row: the bound variable, or the group's.
    var row: String
    var element: GeneratedType
    /// For what stands inside.
    var scope: Scope
    var condition: Expression?
    var isGroup = false

    /// ` for v in d0 where …`, or ` where …`
    var tail: [Expression.Part] {
      (isGroup ? [] : [.text(" for ")] + head) + filter
    }

    /// `v in d0 where …`, or `e where …`
    var front: [Expression.Part] { (isGroup ? [.text(row)] : head) + filter }

    private var filter: [Expression.Part] {
      condition.map { [.text(" where "), .operand($0)] } ?? []
    }
  }

  // MARK: Forms

  func quantifier(_ depth: Int, _ scope: Scope) -> Expression? {
    var word = chance.pick("exists", "none", "every", "any", "exists", "none")
    guard let source = source(depth, scope, wantsCondition: word != "every") else { return nil }
    // Over a group's rows there is no colon.
    if source.isGroup, word == "every" || word == "any" { word = "exists" }
    var parts: [Expression.Part] = [.text("\(word)(")] + source.front
    if word == "every" || word == "any" {
      parts += [.text(" : "), .bare(condition(depth - 2, source.scope))]
    }
    parts.append(.text(")"))
    return Expression(word + suffix(source), .bool, isAtomic: true, .init(parts: parts))
  }

  /// An aggregate that gives the type.
  func aggregate(
    _ type: GeneratedType, _ depth: Int, _ scope: Scope, function: String? = nil
  ) -> Expression? {
    guard let word = function ?? chance.element(of: functions(giving: type)) else { return nil }
    if word == "count", !isLarge, chance.oneIn(6), let dataset = chance.element(of: schema.datasets)
    {
      return Expression("count dataset", .int, isAtomic: true, "count(\(dataset.name))")
    }
    guard let source = source(depth, scope, wantsCondition: word == "count") else { return nil }
    if word == "count" {
      return Expression(
        "count" + suffix(source), .int, isAtomic: true,
        .init(parts: [.text("count(")] + source.front + [.text(")")]))
    }
    guard let value = summand(word, type, depth, source) else { return nil }
    var parts: [Expression.Part] = [.text("\(word)(")]
    if word == "quantile" {
      parts.append(.text(chance.pick("0.5, ", "0.95, ", "0, ", "1, ", "25%, ")))
    }
    parts += [.operand(value)] + source.tail + [.text(")")]
    return Expression(word + suffix(source), type, isAtomic: true, .init(parts: parts))
  }

  private func suffix(_ source: Source) -> String {
    if source.isGroup { return " group" }
    if case .key = source.element, source.head.count == 1 { return " rows" }
    return " items"
  }

  private func functions(giving type: GeneratedType) -> [String] {
    switch type {
    case .int: ["count", "count", "sum", "min", "max", "distinct", "quantile"]
    case .decimal: ["avg", "share", "sum", "min", "max", "quantile"]
    case .duration, .bytes: ["sum", "min", "max", "avg", "quantile"]
    case .text, .time, .months: ["min", "max", "quantile"]
    default: []
    }
  }

  private func summand(
    _ word: String, _ type: GeneratedType, _ depth: Int, _ source: Source
  ) -> Expression? {
    if source.isGroup {
      // The short form is told by its mention of the row.
      let wanted: GeneratedType? = word == "share" ? .bool : word == "distinct" ? nil : type
      let ofRow = source.scope.readables.filter {
        $0.text.hasPrefix("\(source.row).") && $0.type == wanted ?? $0.type && $0.type != .json
          && !(source.scope.hidesTagged && $0.isTagged)
      }
      guard let readable = chance.element(of: ofRow) else { return nil }
      let path = Expression("path", readable.type, isAtomic: true, "\(readable.text)")
      if chance.oneIn(3), readable.type == .int {
        return Expression("+", .int, "\(path) + \(value(.int, depth - 2, source.scope))")
      }
      if chance.oneIn(3), readable.type == .bool { return Expression("not", .bool, "not \(path)") }
      return path
    }
    switch word {
    case "share": return condition(depth - 2, source.scope)
    case "distinct":
      let wanted = anyType(source.scope) { $0 != .json }
      return make(wanted, depth - 2, source.scope)
    case "avg" where type == .decimal:
      return value(chance.pick(.int, .decimal), depth - 2, source.scope)
    default: return value(type, depth - 2, source.scope)
    }
  }

  /// `first`, `last` and `one` of rows or items, or a field behind one.
  func picked(_ type: GeneratedType, _ depth: Int, _ scope: Scope) -> Expression? {
    guard depth > 1, let source = source(depth, scope, wantsCondition: true) else { return nil }
    let inside = ExpressionScope.paths(from: "", source.element, false, depth: 0, schema)
      .filter { $0.type == type && !(scope.hidesTagged && $0.isTagged) }
    guard let path = chance.element(of: inside) else { return nil }
    let word = chance.pick("first", "last", "one", "first")
    var parts: [Expression.Part] = [.text("\(word)(")] + source.front
    if word != "one", !source.isGroup, chance.oneIn(3) {
      let by = anyType(source.scope) { $0.isOrdered }
      if by.isOrdered, let order = make(by, depth - 2, source.scope) {
        parts += [.text(" by "), .operand(order)]
      }
    }
    parts.append(.text(")\(path.text)"))
    return Expression(word + suffix(source), type, isAtomic: true, .init(parts: parts))
  }

  // MARK: Sources

  private func source(_ depth: Int, _ scope: Scope, wantsCondition: Bool) -> Source? {
    if let group = scope.groupRow, chance.percent(70) {
      return groupSource(group, depth, scope)
    }
    if chance.percent(scope.joinDepth == 0 ? 65 : 30), scope.joinDepth < 2 {
      return datasetSource(depth, scope, wantsCondition: wantsCondition)
    }
    return collectionSource(depth, scope, wantsCondition: wantsCondition)
  }

  private func groupSource(
    _ group: (name: String, dataset: Int), _ depth: Int, _ scope: Scope
  ) -> Source {
    var inner = scope
    inner.groupRow = nil
    inner.add(variable: group.name, .key(group.dataset))
    var source = Source(
      head: [], row: group.name, element: .key(group.dataset), scope: inner, isGroup: true)
    if chance.oneIn(2) { source.condition = condition(depth - 2, inner) }
    return source
  }

  private func collectionSource(_ depth: Int, _ scope: Scope, wantsCondition: Bool) -> Source? {
    var found = readable(scope) { $0.element != nil }
    if found == nil || chance.oneIn(4) {
      found = make(
        chance.pick(.list(.text), .list(.int), .list(.json), .set(.int)), depth - 2, scope)
    }
    guard let collection = found, let element = collection.type.element else { return nil }
    let name = freshName()
    var inner = scope
    inner.add(variable: name, element, isTagged: true)
    // What it holds may be tagged, for all that is known here.
    var source = Source(
      head: [.text("\(name) in "), .operand(collection)], row: name, element: element, scope: inner)
    if wantsCondition ? chance.percent(80) : chance.oneIn(3) {
      source.condition = condition(depth - 2, inner)
    }
    return source
  }

  private func datasetSource(_ depth: Int, _ scope: Scope, wantsCondition: Bool) -> Source? {
    // Thousands of rows are not held against each other.
    let number = chance.below(schema.datasets.count - (isLarge ? 1 : 0))
    if isLarge, schema.datasets.count == 1 { return nil }
    let name = freshName()
    let head: [Expression.Part] = [.text("\(name) in \(schema.datasets[number].name)")]
    var inner = scope
    inner.joinDepth += 1
    inner.groupRow = nil
    inner.add(variable: name, .key(number))
    var alone = scope.constantScope
    alone.joinDepth = inner.joinDepth
    alone.add(variable: name, .key(number))
    var source = Source(head: head, row: name, element: .key(number), scope: alone)
    if scope.isConstant || chance.oneIn(6) {
      // Evaluated once for all.
      if wantsCondition || chance.oneIn(2) { source.condition = condition(depth - 2, alone) }
      return source
    }
    if let equality = equality(alone, name, scope), chance.percent(scope.allowsCross ? 60 : 90) {
      source.scope = inner
      source.condition =
        chance.oneIn(2)
        ? equality
        : Expression("and", .bool, "\(equality) and \(condition(depth - 2, inner))")
      return source
    }
    if scope.allowsCross {
      source.scope = inner
      if wantsCondition || chance.oneIn(2) { source.condition = condition(depth - 2, inner) }
    } else if wantsCondition {
      source.condition = condition(depth - 2, alone)
    }
    return source
  }

  /// Says by which value the bound row is found.
  private func equality(_ bound: Scope, _ name: String, _ outer: Scope) -> Expression? {
    let constants = Set(outer.constants.map(\.text))
    func row(_ type: GeneratedType) -> Expression? {
      chance.element(
        of: bound.all(type).filter { $0.text == name || $0.text.hasPrefix("\(name).") }
      )
      .map { Expression("path", type, isAtomic: true, "\($0.text)") }
    }
    func probe(_ type: GeneratedType) -> Expression? {
      chance.element(of: outer.all(type).filter { !constants.contains($0.text) })
        .map { Expression("path", type, isAtomic: true, "\($0.text)") }
    }
    for _ in 0..<8 {
      guard let readable = chance.element(of: outer.readables) else { return nil }
      let type = readable.type
      if let element = type.element {
        if let one = row(element), let many = probe(type) {
          return Expression("join in probe", .bool, "\(one) in \(many)")
        }
        continue
      }
      guard type.isScalar else { continue }
      guard let outside = probe(type) else { continue }
      if chance.oneIn(4), let many = row(.list(type)) ?? row(.set(type)) {
        return Expression("join row contains", .bool, "\(outside) in \(many)")
      }
      guard let inside = row(type) else { continue }
      if type == .text, chance.oneIn(4) {
        return Expression(
          "join function", .bool, "lower(\(bare: inside)) == lower(\(bare: outside))")
      }
      return chance.oneIn(3)
        ? Expression("join", .bool, "\(outside) == \(inside)")
        : Expression("join", .bool, "\(inside) == \(outside)")
    }
    return nil
  }
}
