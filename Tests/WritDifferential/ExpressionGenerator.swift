/// Makes expressions of a wanted type.
final class ExpressionGenerator {
  typealias Scope = ExpressionScope
  typealias Expression = GeneratedExpression

  let chance: Chance
  let schema: GeneratedSchema
  /// The last dataset has thousands of rows.
  let isLarge: Bool
  private var names = 0

  init(chance: Chance, schema: GeneratedSchema, isLarge: Bool) {
    self.isLarge = isLarge
    self.chance = chance
    self.schema = schema
  }

  /// A variable's name that nothing else has.
  func freshName() -> String {
    names += 1
    return "v\(names)"
  }

  // MARK: Entry

  /// Nil when nothing here gives a value of the type.
  func make(_ type: GeneratedType, _ depth: Int, _ scope: Scope) -> Expression? {
    if depth <= 0 || chance.percent(20) {
      if let leaf = leaf(type, scope) { return leaf }
      if depth <= 0 { return nil }
    }
    for _ in 0..<3 {
      if let found = compound(type, depth, scope) { return found }
    }
    return leaf(type, scope)
  }

  /// Of a type that has literals of its own.
  func value(_ type: GeneratedType, _ depth: Int, _ scope: Scope) -> Expression {
    make(type, depth, scope) ?? literal(type)
  }

  func condition(_ depth: Int, _ scope: Scope) -> Expression {
    // A bare literal decides too much.
    for _ in 0..<3 {
      if let found = compound(.bool, depth, scope) { return found }
    }
    return value(.bool, depth, scope)
  }

  /// A type of which there is something to read here, or one that has literals.
  func anyType(_ scope: Scope, where fits: (GeneratedType) -> Bool = { _ in true }) -> GeneratedType
  {
    if chance.percent(75), let readable = chance.element(of: scope.readables), fits(readable.type),
      !scope.all(readable.type).isEmpty
    {
      return readable.type
    }
    let basic = chance.pick(
      GeneratedType.int, .text, .time, .bool, .decimal, .duration, .bytes, .months)
    return fits(basic) ? basic : .int
  }

  // MARK: Leaves

  func leaf(_ type: GeneratedType, _ scope: Scope) -> Expression? {
    if chance.percent(type.hasOwnLiteral ? 75 : 100) {
      if let readable = chance.element(of: scope.all(type)) {
        return Expression("path", type, isAtomic: true, "\(readable.text)")
      }
    }
    if type == .time, chance.oneIn(3) { return clock(scope) }
    if type.hasOwnLiteral { return literal(type) }
    if case .list(let element) = type, element.hasOwnLiteral { return listLiteral(element, type) }
    if case .set(let element) = type, element.hasOwnLiteral { return listLiteral(element, type) }
    return nil
  }

  private func clock(_ scope: Scope) -> Expression {
    var words = ["now", "period.start", "period.end"]
    if scope.hasWindow { words += ["window.start", "window.end"] }
    if scope.hasDeadline { words.append("deadline") }
    if let step = scope.step { words += ["\(step).start", "\(step).end"] }
    let word = chance.element(of: words) ?? "now"
    return Expression(word.contains(".") ? "clock" : word, .time, isAtomic: true, "\(word)")
  }

  private func listLiteral(_ element: GeneratedType, _ type: GeneratedType) -> Expression {
    let items = (0..<(1 + chance.below(3))).map { _ in literal(element) }
    return Expression("list", type, isAtomic: true, "[\(all: items)]")
  }

  /// A literal of the type; of one without own literals it needs a context that asks for the type.
  func literal(_ type: GeneratedType) -> Expression {
    Expression("literal", type, isAtomic: true, "\(literalText(type))")
  }

  func literalText(_ type: GeneratedType) -> String {
    switch type {
    case .key(let dataset):
      let parts = ValuePool.key(chance.below(6), of: dataset, in: schema)
      return literalText(of: keyType(dataset), raw: parts.first ?? "")
    case .list(let element), .set(let element):
      return "["
        + (0..<(1 + chance.below(3))).map { _ in literalText(element) }.joined(separator: ", ")
        + "]"
    case .json, .map, .record: return "\"a\""
    default:
      let pool = ValuePool.raw(type, in: schema)
      let raw = chance.element(of: chance.percent(60) ? Array(pool.prefix(5)) : pool) ?? "0"
      return literalText(of: type, raw: raw)
    }
  }

  private func literalText(of type: GeneratedType, raw: String) -> String {
    switch type {
    case .bool, .duration, .months, .bytes: raw
    case .int: raw == "416" ? "0o640" : raw
    case .decimal: raw == "0.5" && chance.oneIn(2) ? "50%" : raw.contains(".") ? raw : raw + ".0"
    case .time: raw
    case .key(let dataset): literalText(of: keyType(dataset), raw: raw)
    default: ValuePool.quoted(raw)
    }
  }

  func keyType(_ dataset: Int) -> GeneratedType {
    let table = schema.datasets[dataset]
    let type = table.fields[table.key[0]].type
    if case .key(let inner) = type { return keyType(inner) }
    return type
  }

  // MARK: Compounds

  func compound(_ type: GeneratedType, _ depth: Int, _ scope: Scope) -> Expression? {
    if type != .bool, chance.percent(18) {
      if let found = common(type, depth, scope) { return found }
    }
    switch type {
    case .bool: return boolean(depth, scope)
    case .int: return integer(depth, scope)
    case .decimal: return decimal(depth, scope)
    case .text: return text(depth, scope)
    case .time: return time(depth, scope)
    case .duration: return duration(depth, scope)
    case .months: return months(depth, scope)
    case .bytes: return bytes(depth, scope)
    case .list(let element), .set(let element): return collection(type, of: element, depth, scope)
    case .ip: return address(depth, scope)
    case .json: return json(depth, scope)
    default: return common(type, depth, scope)
    }
  }

  /// What there is for every type: a choice, a default, a define, an element or row of something.
  func common(_ type: GeneratedType, _ depth: Int, _ scope: Scope) -> Expression? {
    switch chance.below(7) {
    case 0, 1:
      guard let one = make(type, depth - 1, scope), let two = make(type, depth - 1, scope) else {
        return nil
      }
      // A literal list is no set.
      if case .set = type, one.form == "list" || two.form == "list" { return nil }
      let test = condition(depth - 1, scope)
      return Expression("if", type, "if \(bare: test) then \(one) else \(two)")
    case 2, 3:
      guard let one = leaf(type, scope), one.form != "literal" else { return nil }
      // A literal takes the type of what stands before it.
      let fits = type.isScalar && type != .json && !isComposite(type) && chance.oneIn(2)
      guard let two = fits ? literal(type) : make(type, depth - 1, scope) else { return nil }
      if case .set = type, one.form == "list" || two.form == "list" { return nil }
      return Expression("??", type, "\(one) ?? \(two)")
    case 4:
      let fitting = scope.defines.filter { $0.type == type }
      guard let define = chance.element(of: fitting) else { return nil }
      var arguments: [Expression] = []
      for parameter in define.parameters {
        guard let argument = make(parameter, depth - 1, scope) else { return nil }
        arguments.append(argument)
      }
      return Expression("define", type, isAtomic: true, "\(define.name)(\(all: arguments))")
    default: return picked(type, depth, scope)
    }
  }

  func isComposite(_ type: GeneratedType) -> Bool {
    if case .key(let dataset) = type { schema.datasets[dataset].key.count > 1 } else { false }
  }
}
