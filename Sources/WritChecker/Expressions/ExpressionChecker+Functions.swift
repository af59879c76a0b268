import WritDiagnostics
import WritModel
import WritSyntax
import WritValues

extension ExpressionChecker {
  func call(
    _ name: Name, _ arguments: [ExpressionSyntax], hint: ValueType?, _ span: Span
  ) -> CheckedExpression {
    if let aggregate = Comprehension.Function(rawValue: name.text),
      let found = shortAggregate(aggregate, arguments, span)
    {
      return found
    }
    switch name.text {
    case "mask":
      guard let value = one(name, arguments, span) else { return poison(span) }
      return node(.mask(infer(value)), .text, span)
    default: break
    }
    if let function = CheckedExpression.Function(rawValue: name.text) {
      return builtIn(function, name, arguments, span)
    }
    return callDefine(name, arguments, span)
  }

  // MARK: Defines

  private func callDefine(
    _ name: Name, _ arguments: [ExpressionSyntax], _ span: Span
  ) -> CheckedExpression {
    let found = program.lookUp(name, in: file)
    guard case .found(.define(let index)) = found else {
      for argument in arguments { _ = infer(argument) }
      if case .told = found { return poison(span) }
      return fail(
        CheckerDiagnostics.unknownFunction(
          name.text, at: place(name.span), known: knownFunctions()), span)
    }
    program.checkDefine(index, from: place(name.span))
    let define = program.defines[index]
    let count = define.parameters.count
    guard define.state == .checked, let body = define.checked?.body else {
      for argument in arguments { _ = infer(argument) }
      return poison(span)
    }
    guard arguments.count == count else {
      return fail(
        CheckerDiagnostics.argumentCount(
          name.text, expected: "\(count)", found: arguments.count, at: place(span)), span)
    }
    let values = zip(arguments, define.parameters).map { check($0, $1) }
    frame.uses.defines.insert(index)
    frame.uses.add(define.uses)
    frame.crossJoins += define.crossJoins
    return CheckedExpression(
      .call(define: index, values), type: body.type, place: place(span),
      labels: define.labels(of: values), callee: body.facts)
  }

  private func knownFunctions() -> [String] {
    let own = program.modules[file.module]?.names {
      if case .define = $0 { true } else { false }
    }
    return (own ?? []) + CheckedExpression.Function.allCases.map(\.rawValue)
      + Comprehension.Function.allCases.map(\.rawValue) + ["mask"]
  }

  // MARK: Built-in functions

  private func builtIn(
    _ function: CheckedExpression.Function, _ name: Name, _ arguments: [ExpressionSyntax],
    _ span: Span
  ) -> CheckedExpression {
    switch function {
    case .startsWith, .endsWith, .contains:
      return texts(function, name, arguments, 2, .bool, span)
    case .lower, .upper, .trim, .nfc: return texts(function, name, arguments, 1, .text, span)
    case .length: return length(name, arguments, span)
    case .split: return texts(function, name, arguments, 2, .list(.text), span)
    case .replace: return texts(function, name, arguments, 3, .text, span)
    case .abs:
      guard let value = measure(name, arguments, span) else { return poison(span) }
      return node(.function(.abs, [value]), value.type, span, labels: value.labels)
    case .min, .max: return extreme(function, name, arguments, span)
    case .round, .floor, .ceil:
      guard let value = one(name, arguments, span) else { return poison(span) }
      let number = self.number(value)
      return node(.function(function, [number]), .int, span, labels: number.labels)
    case .modeWithin:
      guard let values = exactly(2, name, arguments, span) else { return poison(span) }
      return node(.function(function, values.map { check($0, .int) }), .bool, span)
    case .age:
      guard let value = one(name, arguments, span) else { return poison(span) }
      let time = check(value, .time)
      return node(.function(.age, [time]), .duration, span, labels: time.labels)
    case .date: return zoned(.date, .time, name, arguments, span)
    case .hour, .weekday: return zoned(function, .int, name, arguments, span)
    case .text, .int, .decimal, .time, .ip, .json:
      return conversion(function, name, arguments, span)
    case .items:
      guard let value = one(name, arguments, span) else { return poison(span) }
      let json = infer(value)
      if !json.type.isJSON, !json.type.isPoison {
        return fail(
          CheckerDiagnostics.mismatch(expected: .json, found: json.type, at: json.place), span)
      }
      return node(.function(.items, [json]), .list(.json), span, labels: json.labels)
    case .count: return count(name, arguments, span)
    case .personal: return personal(name, arguments, span)
    case .union, .intersect, .subset:
      guard let values = exactly(2, name, arguments, span) else { return poison(span) }
      return setOperation(function, values[0], values[1], span)
    }
  }

  private func exactly(
    _ count: Int, _ name: Name, _ arguments: [ExpressionSyntax], _ span: Span
  ) -> [ExpressionSyntax]? {
    if arguments.count == count { return arguments }
    program.report(
      CheckerDiagnostics.argumentCount(
        name.text, expected: "\(count)", found: arguments.count, at: place(span)))
    return nil
  }

  func one(
    _ name: Name, _ arguments: [ExpressionSyntax], _ span: Span
  ) -> ExpressionSyntax? {
    exactly(1, name, arguments, span)?.first
  }

  private func texts(
    _ function: CheckedExpression.Function, _ name: Name, _ arguments: [ExpressionSyntax],
    _ count: Int, _ type: ValueType, _ span: Span
  ) -> CheckedExpression {
    guard let values = exactly(count, name, arguments, span) else { return poison(span) }
    let nodes = values.map(textOperand)
    let carries = type != .bool
    let labels = nodes.reduce(DataLabels.none) { $0.union($1.labels) }
    return node(.function(function, nodes), type, span, labels: carries ? labels : .none)
  }

  private func length(
    _ name: Name, _ arguments: [ExpressionSyntax], _ span: Span
  ) -> CheckedExpression {
    guard let value = one(name, arguments, span) else { return poison(span) }
    let checked = infer(value, hint: .text)
    if elementType(checked.type) != nil {
      return fail(CheckerDiagnostics.lengthOfCollection(at: place(span)), span)
    }
    return node(.function(.length, [asText(checked)]), .int, span)
  }

  /// A number; json is read as one.
  private func number(_ syntax: ExpressionSyntax) -> CheckedExpression {
    let value = infer(syntax)
    switch value.type {
    case .int, .decimal, .poison, .key(_, base: .int): return value
    default: return convert(value, to: .decimal)
    }
  }

  /// A number, duration or size.
  private func measure(
    _ name: Name, _ arguments: [ExpressionSyntax], _ span: Span
  ) -> CheckedExpression? {
    guard let syntax = one(name, arguments, span) else { return nil }
    let value = infer(syntax)
    switch value.type {
    case .int, .decimal, .duration, .bytes, .months, .poison: return value
    default: return convert(value, to: .decimal)
    }
  }

  /// `min(a, b)`: the least of several values.
  private func extreme(
    _ function: CheckedExpression.Function, _ name: Name, _ arguments: [ExpressionSyntax],
    _ span: Span
  ) -> CheckedExpression {
    guard arguments.count >= 2 else {
      return fail(
        CheckerDiagnostics.argumentCount(
          name.text, expected: "at least 2", found: arguments.count, at: place(span)), span)
    }
    let leading = arguments.firstIndex { !isAdaptable($0) } ?? 0
    let first = infer(arguments[leading])
    var nodes: [CheckedExpression] = []
    for (index, syntax) in arguments.enumerated() {
      nodes.append(index == leading ? first : infer(syntax, hint: first.type))
    }
    let isDecimal = nodes.contains { $0.type == .decimal } && nodes.allSatisfy { isNumber($0.type) }
    let type: ValueType = isDecimal ? .decimal : first.type
    if !isOrdered(type) {
      return fail(CheckerDiagnostics.notOrdered(type, at: place(span)), span)
    }
    let values = nodes.map { convert($0, to: type) }
    let labels = values.reduce(DataLabels.none) { $0.union($1.labels) }
    return node(.function(function, values), type, span, labels: labels)
  }

  /// `hour(t, "Europe/Berlin")`; without a zone it is UTC.
  private func zoned(
    _ function: CheckedExpression.Function, _ type: ValueType, _ name: Name,
    _ arguments: [ExpressionSyntax], _ span: Span
  ) -> CheckedExpression {
    guard (1...2).contains(arguments.count) else {
      return fail(
        CheckerDiagnostics.argumentCount(
          name.text, expected: "1 or 2", found: arguments.count, at: place(span)), span)
    }
    let time = check(arguments[0], .time)
    var zone = constant(.text("UTC"), .text, span)
    if arguments.count == 2 {
      zone = infer(arguments[1], hint: .text)
      guard case .constant(.text(let text)) = zone.kind else {
        if zone.type.isPoison { return poison(span) }
        return fail(
          CheckerDiagnostics.notLiteral(
            "a zone", "a text like `\"Europe/Berlin\"`", at: place(arguments[1].span)), span)
      }
      if !program.environment.knownZone(text.string) {
        return fail(
          CheckerDiagnostics.unknownZone(text.string, at: place(arguments[1].span)), span)
      }
    }
    return node(.function(function, [time, zone]), type, span, labels: time.labels)
  }

  private func conversion(
    _ function: CheckedExpression.Function, _ name: Name, _ arguments: [ExpressionSyntax],
    _ span: Span
  ) -> CheckedExpression {
    guard let syntax = one(name, arguments, span) else { return poison(span) }
    let value = infer(syntax)
    let type: ValueType
    switch function {
    case .int: type = .int
    case .decimal: type = .decimal
    case .time: type = .time
    case .ip: type = .ip
    case .json: type = .json
    default: type = .text
    }
    if value.type.isPoison { return poison(span) }
    guard canConvert(value.type, to: type) else {
      return fail(
        CheckerDiagnostics.noConversion(name.text, value.type, at: value.place), span)
    }
    return node(.function(function, [value]), type, span, labels: shownLabels(value))
  }

  private func canConvert(_ from: ValueType, to type: ValueType) -> Bool {
    let base = program.scalarBase(from)
    switch type {
    case .text:
      switch base {
      case .list, .set, .map, .record, .tuple: return false
      default: return true
      }
    case .json: return base == .text
    case .int, .decimal: return isNumber(base) || base == .text || base == .json
    default: return base == type || base == .text || base == .json
    }
  }

  /// Its values are the categories, so that a misspelt one is told. What was found is no longer
  /// personal itself.
  private func personal(
    _ name: Name, _ arguments: [ExpressionSyntax], _ span: Span
  ) -> CheckedExpression {
    guard let syntax = one(name, arguments, span) else { return poison(span) }
    let value = textOperand(syntax)
    if !program.environment.readsPersonalData {
      return fail(CheckerDiagnostics.noDetectors(at: place(name.span)), span)
    }
    frame.uses.readsPersonalData = true
    return node(.function(.personal, [value]), ExpressionChecker.categories, span)
  }

  private static let categories = ValueType.closedSet(
    ClosedSet(name: "personal(x)", words: DataCategoryTree.names.map { Text($0) }))

  /// `count(xs)`: how many a list, set or map holds.
  private func count(
    _ name: Name, _ arguments: [ExpressionSyntax], _ span: Span
  ) -> CheckedExpression {
    guard let syntax = one(name, arguments, span) else { return poison(span) }
    if case .dataset(let index) = namedDataset(syntax) {
      return wholeCount(of: index, span)
    }
    let value = infer(syntax)
    switch value.type {
    case .list, .set, .map: return node(.function(.count, [value]), .int, span)
    case .poison: return poison(span)
    case .json: return fail(CheckerDiagnostics.needsItems(at: value.place), span)
    default: return fail(CheckerDiagnostics.notACollection(value.type, at: value.place), span)
    }
  }
}
