extension ExpressionGenerator {
  // MARK: Numbers

  func integer(_ depth: Int, _ scope: Scope) -> Expression? {
    func int() -> Expression { value(.int, depth - 1, scope) }
    // In a group aggregates are what there is to say.
    if depth > 1, scope.groupRow != nil, chance.oneIn(2) { return aggregate(.int, depth, scope) }
    switch chance.below(20) {
    case 0..<4:
      let sign = chance.pick("+", "-", "*", "+", "-")
      return Expression(sign, .int, "\(int()) \(sign) \(int())")
    case 4: return Expression("%", .int, "\(int()) % \(int())")
    case 5: return Expression("negate", .int, "-\(int())")
    case 6: return Expression("abs", .int, isAtomic: true, "abs(\(bare: int()))")
    case 7:
      let word = chance.pick("min", "max")
      return Expression("\(word) of", .int, isAtomic: true, "\(word)(\(all: [int(), int()]))")
    case 8, 9:
      let word = chance.pick("round", "floor", "ceil")
      return Expression(
        word, .int, isAtomic: true, "\(word)(\(bare: value(.decimal, depth - 1, scope)))")
    case 10:
      let type = chance.pick(GeneratedType.text, .decimal, .json)
      guard let inner = make(type, depth - 1, scope) else { return nil }
      return Expression("int()", .int, isAtomic: true, "int(\(bare: inner))")
    case 11, 12:
      return Expression(
        "length", .int, isAtomic: true, "length(\(bare: value(.text, depth - 1, scope)))")
    case 13:
      let word = chance.pick("hour", "weekday")
      return Expression(
        word, .int, isAtomic: true, "\(word)(\(bare: value(.time, depth - 1, scope))\(zone()))")
    case 14:
      guard
        let found = readable(
          scope, where: { if case .map = $0 { true } else { $0.element != nil } })
      else { return nil }
      return Expression("count of", .int, isAtomic: true, "count(\(bare: found))")
    default: return depth > 1 ? aggregate(.int, depth, scope) : nil
    }
  }

  func decimal(_ depth: Int, _ scope: Scope) -> Expression? {
    func number() -> Expression {
      value(chance.oneIn(4) ? .int : .decimal, depth - 1, scope)
    }
    func exact() -> Expression { value(.decimal, depth - 1, scope) }
    if depth > 1, scope.groupRow != nil, chance.oneIn(2) {
      return aggregate(.decimal, depth, scope)
    }
    switch chance.below(16) {
    case 0..<3:
      let sign = chance.pick("+", "-", "*")
      return Expression(sign, .decimal, "\(exact()) \(sign) \(number())")
    case 3..<6: return Expression("/", .decimal, "\(number()) / \(number())")
    case 6:
      let type = chance.pick(GeneratedType.duration, .bytes, .months)
      return Expression(
        "/ of amounts", .decimal,
        "\(value(type, depth - 1, scope)) / \(value(type, depth - 1, scope))")
    case 7: return Expression("%", .decimal, "\(exact()) % \(number())")
    case 8:
      return chance.oneIn(2)
        ? Expression("negate", .decimal, "-\(exact())")
        : Expression("abs", .decimal, isAtomic: true, "abs(\(bare: exact()))")
    case 9:
      let word = chance.pick("min", "max")
      return Expression(
        "\(word) of", .decimal, isAtomic: true, "\(word)(\(all: [exact(), number()]))")
    case 10:
      let type = chance.pick(GeneratedType.text, .int, .json)
      guard let inner = make(type, depth - 1, scope) else { return nil }
      return Expression("decimal()", .decimal, isAtomic: true, "decimal(\(bare: inner))")
    default: return depth > 1 ? aggregate(.decimal, depth, scope) : nil
    }
  }

  // MARK: Text

  func text(_ depth: Int, _ scope: Scope) -> Expression? {
    func text() -> Expression { value(.text, depth - 1, scope) }
    switch chance.below(12) {
    case 0..<2:
      let word = chance.pick("lower", "upper", "trim", "nfc")
      return Expression(word, .text, isAtomic: true, "\(word)(\(bare: text()))")
    case 2:
      return Expression(
        "replace", .text, isAtomic: true, "replace(\(all: [text(), text(), text()]))")
    case 3, 4:
      let type = anyType(scope) { $0.isScalar && !self.isComposite($0) }
      guard type.isScalar, !isComposite(type), let inner = make(type, depth - 1, scope) else {
        return nil
      }
      return Expression("text()", .text, isAtomic: true, "text(\(bare: inner))")
    case 5, 6: return template("text", depth, scope)
    case 7:
      let word = chance.pick("min", "max")
      return Expression("\(word) of", .text, isAtomic: true, "\(word)(\(all: [text(), text()]))")
    case 8:
      return Expression(
        "first of split", .text, isAtomic: true,
        "\(chance.pick("first", "last"))(split(\(all: [text(), literal(.text)])))")
    default: return depth > 1 ? aggregate(.text, depth, scope) : nil
    }
  }

  /// `"literal {expression}"`; what is interpolated holds no quotes or braces.
  func template(_ form: String, _ depth: Int, _ scope: Scope) -> Expression {
    var parts: [Expression.Part] = [.text("\"")]
    for _ in 0..<(1 + chance.below(2)) {
      parts.append(.text(chance.pick("", "x ", " é{{", "a\\n", ": ")))
      guard let inner = interpolated(depth, scope) else { continue }
      parts += [.text("{"), .bare(inner), .text("}")]
    }
    parts.append(.text("\""))
    return Expression(
      form == "text" ? "interpolation" : form, .text, isAtomic: true, .init(parts: parts))
  }

  private func interpolated(_ depth: Int, _ scope: Scope) -> Expression? {
    for _ in 0..<6 {
      let type = anyType(scope) { $0.isScalar }
      guard type.isScalar, let inner = make(type, depth - 1, scope) else { continue }
      let isPlain = !inner.text.utf8.contains { $0 == 0x22 || $0 == 0x7B || $0 == 0x7D }
      if isPlain { return inner }
    }
    return nil
  }

  // MARK: Times and amounts

  func zone() -> String {
    chance.oneIn(2) ? "" : ", \"\(chance.element(of: ValuePool.zones) ?? "UTC")\""
  }

  func time(_ depth: Int, _ scope: Scope) -> Expression? {
    func time() -> Expression { value(.time, depth - 1, scope) }
    switch chance.below(12) {
    case 0..<3:
      let sign = chance.pick("+", "-")
      let amount = value(chance.pick(.duration, .months), depth - 1, scope)
      return Expression("time \(sign)", .time, "\(time()) \(sign) \(amount)")
    case 3, 4: return Expression("date", .time, isAtomic: true, "date(\(bare: time())\(zone()))")
    case 5:
      let type = chance.pick(GeneratedType.text, .json)
      guard let inner = make(type, depth - 1, scope) else { return nil }
      return Expression("time()", .time, isAtomic: true, "time(\(bare: inner))")
    case 6:
      let word = chance.pick("min", "max")
      return Expression("\(word) of", .time, isAtomic: true, "\(word)(\(all: [time(), time()]))")
    case 7: return leaf(.time, scope)
    default: return depth > 1 ? aggregate(.time, depth, scope) : nil
    }
  }

  func duration(_ depth: Int, _ scope: Scope) -> Expression? {
    if chance.oneIn(4) {
      let one = value(.time, depth - 1, scope)
      return Expression("time - time", .duration, "\(one) - \(value(.time, depth - 1, scope))")
    }
    if chance.oneIn(3) {
      return Expression(
        "age", .duration, isAtomic: true, "age(\(bare: value(.time, depth - 1, scope)))")
    }
    return amount(.duration, depth, scope)
  }

  func bytes(_ depth: Int, _ scope: Scope) -> Expression? { amount(.bytes, depth, scope) }

  private func amount(_ type: GeneratedType, _ depth: Int, _ scope: Scope) -> Expression? {
    func amount() -> Expression { value(type, depth - 1, scope) }
    func number() -> Expression { value(chance.pick(.int, .decimal), depth - 1, scope) }
    switch chance.below(9) {
    case 0, 1:
      let sign = chance.pick("+", "-")
      return Expression("amount \(sign)", type, "\(amount()) \(sign) \(amount())")
    case 2: return Expression("amount *", type, "\(amount()) * \(number())")
    case 3: return Expression("amount /", type, "\(amount()) / \(number())")
    case 4: return Expression("amount %", type, "\(amount()) % \(amount())")
    case 5:
      return chance.oneIn(2)
        ? Expression("negate", type, "-\(amount())")
        : Expression("abs", type, isAtomic: true, "abs(\(bare: amount()))")
    case 6:
      let word = chance.pick("min", "max")
      return Expression("\(word) of", type, isAtomic: true, "\(word)(\(all: [amount(), amount()]))")
    default: return depth > 1 ? aggregate(type, depth, scope) : nil
    }
  }

  func months(_ depth: Int, _ scope: Scope) -> Expression? {
    func months() -> Expression { value(.months, depth - 1, scope) }
    switch chance.below(5) {
    case 0:
      let sign = chance.pick("+", "-")
      return Expression("amount \(sign)", .months, "\(months()) \(sign) \(months())")
    case 1: return Expression("amount *", .months, "\(months()) * \(value(.int, depth - 1, scope))")
    case 2: return Expression("negate", .months, "-\(months())")
    default: return depth > 1 ? aggregate(.months, depth, scope) : nil
    }
  }

  // MARK: Addresses, json

  func address(_ depth: Int, _ scope: Scope) -> Expression? {
    if chance.oneIn(2) {
      let inner =
        chance.oneIn(2)
        ? literal(.ip) : value(.text, depth - 1, scope)
      return Expression("ip()", .ip, isAtomic: true, "ip(\(bare: inner))")
    }
    return common(.ip, depth, scope)
  }

  func json(_ depth: Int, _ scope: Scope) -> Expression? {
    if chance.oneIn(3) {
      let text =
        chance.oneIn(2)
        ? value(.text, depth - 1, scope)
        : Expression("literal", .text, isAtomic: true, "\"{{\\\"a\\\":[1,null,\\\"b\\\"]}}\"")
      return Expression("json()", .json, isAtomic: true, "json(\(bare: text))")
    }
    return leaf(.json, scope)
  }

  // MARK: Collections

  func collection(
    _ type: GeneratedType, of element: GeneratedType, _ depth: Int, _ scope: Scope
  ) -> Expression? {
    if case .set = type, chance.oneIn(2) {
      guard let one = make(chance.oneIn(2) ? type : .list(element), depth - 1, scope),
        let two = make(type, depth - 1, scope)
      else { return nil }
      let word = chance.pick("union", "intersect")
      return Expression(word, type, "\(one) \(word) \(two)")
    }
    if type == .list(.text), chance.oneIn(2) {
      return Expression(
        "split", type, isAtomic: true,
        "split(\(all: [value(.text, depth - 1, scope), value(.text, 0, scope)]))")
    }
    if type == .list(.json) {
      guard let inner = make(.json, depth - 1, scope) else { return nil }
      return Expression("items", type, isAtomic: true, "items(\(bare: inner))")
    }
    if case .list = type, element.hasOwnLiteral {
      let items = (0..<(1 + chance.below(3))).map { _ in value(element, depth - 1, scope) }
      return Expression("list", type, isAtomic: true, "[\(all: items)]")
    }
    return common(type, depth, scope)
  }
}
