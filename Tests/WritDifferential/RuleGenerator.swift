/// Invents the params, lets, defines and rules of a case.
final class RuleGenerator {
  private let chance: Chance
  private let schema: GeneratedSchema
  private let expressions: ExpressionGenerator
  /// What the module declares, for all rules.
  private var module: ExpressionScope
  private(set) var declarations: [GeneratedDeclaration] = []
  /// What the run sets params to.
  private(set) var settings: [(param: String, value: String)] = []
  /// Thousands of rows: nothing that holds each against each.
  private let isLarge: Bool

  init(chance: Chance, schema: GeneratedSchema, isLarge: Bool) {
    self.chance = chance
    self.schema = schema
    self.isLarge = isLarge
    expressions = ExpressionGenerator(chance: chance, schema: schema, isLarge: isLarge)
    module = ExpressionScope(schema: schema)
    for number in 0..<chance.below(3) { declareParam(number) }
    for number in 0..<chance.below(2) { declareLet(number) }
    for number in 0..<chance.below(3) { declareDefine(number) }
  }

  private var depth: Int { isLarge ? 2 : chance.pick(1, 2, 2, 3, 4) }

  // MARK: Declarations

  private func declareParam(_ number: Int) {
    let type: GeneratedType = chance.pick(
      .int, .duration, .text, .decimal, .time, .bytes, .months, .bool, .list(.text), .ip, .network)
    let name = "p\(number)"
    declarations.append(
      GeneratedDeclaration(
        kind: "param", name: name, head: "param \(name): \(schema.text(of: type)) = ",
        value: expressions.literal(type), tail: " \"A param\""))
    module.add(constant: .init(text: name, type: type))
    if type != .list(.text), chance.oneIn(4) {
      let raw = chance.element(of: ValuePool.raw(type, in: schema)) ?? ""
      settings.append((name, raw))
    }
  }

  private func declareLet(_ number: Int) {
    let type = chance.pick(
      GeneratedType.int, .duration, .text, .decimal, .time, .list(.int), .list(.text), .bool)
    let name = "l\(number)"
    guard let value = expressions.make(type, 2, module) else { return }
    declarations.append(
      GeneratedDeclaration(kind: "let", name: name, head: "let \(name) = ", value: value))
    module.add(constant: .init(text: name, type: type, isTagged: true))
  }

  private func declareDefine(_ number: Int) {
    let name = "g\(number)"
    var scope = module
    var parameters: [(name: String, type: GeneratedType)] = []
    let row = chance.below(schema.datasets.count)
    parameters.append((expressions.freshName(), chance.oneIn(5) ? .int : .key(row)))
    if chance.oneIn(3) {
      parameters.append((expressions.freshName(), chance.pick(.int, .time, .text)))
    }
    for parameter in parameters { scope.add(variable: parameter.name, parameter.type) }
    let type = chance.pick(GeneratedType.bool, .bool, .int, .text, .time, .decimal)
    guard let body = expressions.make(type, isLarge ? 1 : 3, scope) else { return }
    let head = parameters.map { "\($0.name): \(schema.text(of: $0.type))" }.joined(separator: ", ")
    declarations.append(
      GeneratedDeclaration(
        kind: "define", name: name, head: "define \(name)(\(head)) = ", value: body))
    module.defines.append(.init(name: name, parameters: parameters.map(\.type), type: type))
  }

  // MARK: Rules

  func rule(_ number: Int) -> GeneratedRule {
    var rule = GeneratedRule(name: "r\(number)")
    rule.severity = chance.pick("low", "medium", "high", "critical", "info")
    var scope = module
    if chance.percent(isLarge ? 8 : 50) {
      scope.allowsCross = true
      rule.allowances.append("allow cross")
    }
    if chance.oneIn(9), !isLarge {
      rule.each = ("q", chance.pick("3mo", "1mo", "30d", "2mo", "45d"))
      scope.step = "q"
    }
    if chance.percent(88) {
      // Mostly the last, which is the log.
      let dataset =
        isLarge || chance.oneIn(2) ? schema.datasets.count - 1 : chance.below(schema.datasets.count)
      rule.population = ("e", schema.datasets[dataset].name)
      addRows(dataset, to: &rule, &scope)
    }
    addMembers(to: &rule, scope)
    if chance.oneIn(8) { rule.allowances.append("allow empty") }
    if chance.oneIn(12) { rule.allowances.append(chance.pick("tolerate 2", "tolerate 20%")) }
    return rule
  }

  private func addRows(
    _ dataset: Int, to rule: inout GeneratedRule, _ scope: inout ExpressionScope
  ) {
    var rows = scope
    rows.add(variable: "e", .key(dataset))
    if chance.percent(40) { rule.condition = expressions.condition(depth, rows) }
    let hasWindow = schema.datasets[dataset].order != nil && chance.percent(35)
    if hasWindow { rule.window = window() }
    guard hasWindow || chance.percent(20) else {
      scope = rows
      return
    }
    if !hasWindow || chance.percent(75) { addGroups(rows, to: &rule, &scope) }
    scope.groupRow = ("e", dataset)
    scope.hasWindow = hasWindow
  }

  private func addGroups(
    _ rows: ExpressionScope, to rule: inout GeneratedRule, _ scope: inout ExpressionScope
  ) {
    var open = rows
    open.hidesTagged = chance.oneIn(2)
    for number in 0..<(1 + chance.below(2)) {
      let type = expressions.anyType(open) { $0.isScalar }
      guard type.isScalar else { continue }
      let value =
        chance.percent(75) ? expressions.leaf(type, open) : expressions.make(type, 2, open)
      guard let value, value.form != "literal" else { continue }
      rule.groups.append(.init(name: "k\(number)", value: value))
    }
    if rule.groups.isEmpty {
      rule.groups.append(
        .init(name: "k0", value: GeneratedExpression("path", .bool, isAtomic: true, "e == e")))
    }
    for key in rule.groups {
      scope.add(variable: key.name, key.value.type, isTagged: !open.hidesTagged)
    }
  }

  private func window() -> String {
    switch chance.below(3) {
    case 0: "sliding \(chance.pick("5m", "1h", "1d", "1us"))"
    case 1:
      "tumbling \(chance.pick("10m", "1h", "1d", "1w", "1mo", "2d", "25h"))"
        + (chance.oneIn(2) ? "" : " in \"\(chance.element(of: ValuePool.zones) ?? "UTC")\"")
    default: "session gap \(chance.pick("5m", "30m", "1d"))"
    }
  }

  // MARK: Members

  private func addMembers(to rule: inout GeneratedRule, _ scope: ExpressionScope) {
    var scope = scope
    let hasWithin = chance.oneIn(7)
    if hasWithin {
      let length = expressions.literal(chance.pick(.duration, .months))
      rule.within = (length, expressions.value(.time, 2, scope))
    }
    scope.hasDeadline = hasWithin || rule.each != nil
    if chance.oneIn(5), rule.population != nil {
      let type = expressions.anyType(scope) { $0 != .json && $0.hasOwnLiteral }
      if type.hasOwnLiteral, let value = expressions.make(type, 2, scope) {
        rule.lets.append(.init(name: "x0", value: value))
        scope.add(.init(text: "x0", type: type, isTagged: true))
      }
    }
    if chance.percent(55) { rule.when = expressions.condition(depth, scope) }
    for _ in 0..<(chance.oneIn(4) ? 2 : 1) {
      rule.musts.append(expressions.condition(depth, scope))
    }
    var shown = scope
    shown.hidesTagged = true
    shown.defines = []
    if chance.percent(60) { rule.say = expressions.template("say", 2, shown) }
    if chance.oneIn(5) { rule.fix = expressions.template("fix", 2, shown) }
    if chance.percent(25) {
      for _ in 0..<(1 + chance.below(2)) {
        let type = expressions.anyType(shown)
        if let value = expressions.make(type, 2, shown) { rule.evidence.append(value) }
      }
      if chance.oneIn(4), let value = expressions.readable(scope, where: { $0.isScalar }) {
        rule.evidence.append(
          GeneratedExpression("mask", .text, isAtomic: true, "mask(\(bare: value))"))
      }
    }
  }
}
