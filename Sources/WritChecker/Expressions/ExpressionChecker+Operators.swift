import WritDiagnostics
import WritPatterns
import WritSyntax
import WritValues

extension ExpressionChecker {
  func binary(
    _ operation: ExpressionSyntax.BinaryOperator, _ left: ExpressionSyntax,
    _ right: ExpressionSyntax, hint: ValueType?, _ span: Span
  ) -> CheckedExpression {
    switch operation {
    case .or: return node(.or(condition(left), condition(right)), .bool, span)
    case .and: return node(.and(condition(left), condition(right)), .bool, span)
    case .equal: return compare(.equal, left, right, span)
    case .notEqual: return compare(.notEqual, left, right, span)
    case .less: return compare(.less, left, right, span)
    case .lessOrEqual: return compare(.lessOrEqual, left, right, span)
    case .greater: return compare(.greater, left, right, span)
    case .greaterOrEqual: return compare(.greaterOrEqual, left, right, span)
    case .in: return membership(left, right, span)
    case .notIn: return not(membership(left, right, span), span)
    case .matches: return matches(left, right, span)
    case .startsWith: return textTest(.startsWith, left, right, span)
    case .endsWith: return textTest(.endsWith, left, right, span)
    case .contains: return textTest(.contains, left, right, span)
    case .subset: return setOperation(.subset, left, right, span)
    case .union: return setOperation(.union, left, right, span)
    case .intersect: return setOperation(.intersect, left, right, span)
    case .coalesce: return coalesce(left, right, hint: hint, span)
    case .add: return arithmetic(.add, left, right, span)
    case .subtract: return arithmetic(.subtract, left, right, span)
    case .multiply: return arithmetic(.multiply, left, right, span)
    case .divide: return arithmetic(.divide, left, right, span)
    case .remainder: return arithmetic(.remainder, left, right, span)
    }
  }

  // MARK: Presence and choice

  func presence(
    _ operand: ExpressionSyntax, _ span: Span,
    _ make: (CheckedExpression) -> CheckedExpression.Kind
  ) -> CheckedExpression {
    let value = infer(operand)
    warnNeverMissing(value)
    return node(make(value), .bool, span)
  }

  /// A required field of a row at hand is never missing; one behind a reference may be.
  private func warnNeverMissing(_ value: CheckedExpression) {
    let slot: Int
    switch value.kind {
    case .field(let row, let dataset, let index):
      guard case .slot(let of) = row.kind,
        !program.datasets[dataset].schema.fields[index].isOptional
      else { return }
      slot = of
    case .slot(let of):
      guard case .row = value.type else { return }
      slot = of
    default: return
    }
    // A define may be given a reference that leads nowhere.
    guard let variable = variables.last(where: { $0.slot == slot }), variable.origin != .parameter
    else { return }
    program.report(CheckerDiagnostics.neverMissing(at: value.place))
  }

  private func coalesce(
    _ left: ExpressionSyntax, _ right: ExpressionSyntax, hint: ValueType?, _ span: Span
  ) -> CheckedExpression {
    let value = infer(left, hint: hint)
    warnNeverMissing(value)
    let other = infer(right, hint: value.type.isJSON || value.type.isPoison ? hint : value.type)
    guard let (one, two, type) = unify(value, other, span) else { return poison(span) }
    return node(
      .coalesce(one, two), type, span, labels: shownLabels(one).union(shownLabels(two)))
  }

  func choice(
    _ test: ExpressionSyntax, _ then: ExpressionSyntax, _ otherwise: ExpressionSyntax,
    hint: ValueType?, _ span: Span
  ) -> CheckedExpression {
    let test = condition(test)
    let first: CheckedExpression
    let second: CheckedExpression
    if hint == nil, isAdaptable(then), !isAdaptable(otherwise) {
      second = infer(otherwise)
      first = infer(then, hint: second.type)
    } else {
      first = infer(then, hint: hint)
      second = infer(otherwise, hint: hint ?? first.type)
    }
    guard let (one, two, type) = unify(first, second, span) else { return poison(span) }
    return node(
      .choice(condition: test, then: one, otherwise: two), type, span,
      labels: shownLabels(one).union(shownLabels(two)))
  }

  /// Both as values of one type; nil after a told mistake.
  func unify(
    _ one: CheckedExpression, _ two: CheckedExpression, _ span: Span
  ) -> (CheckedExpression, CheckedExpression, ValueType)? {
    if one.type.isPoison || two.type.isPoison { return (one, two, .poison) }
    if one.type == two.type { return (one, two, one.type) }
    if let converted = converted(two, to: one.type), !two.type.isJSON || !one.type.isJSON {
      if case .row(let dataset) = one.type { return (one, two, .reference(dataset)) }
      return (one, converted, one.type)
    }
    if let converted = converted(one, to: two.type) {
      if case .row(let dataset) = two.type { return (one, two, .reference(dataset)) }
      return (converted, two, two.type)
    }
    if case .closedSet = one.type, case .closedSet = two.type { return (one, two, .text) }
    if let shared = nominals(one).intersection(nominals(two)).min() {
      return (one, two, .reference(shared))
    }
    program.report(CheckerDiagnostics.branches(one.type, two.type, at: place(span)))
    frame.isBroken = true
    return nil
  }

  // MARK: Text

  /// An operand of a function on text.
  func textOperand(_ syntax: ExpressionSyntax) -> CheckedExpression {
    asText(infer(syntax, hint: .text))
  }

  func asText(_ value: CheckedExpression) -> CheckedExpression {
    switch value.type {
    case .text, .closedSet, .poison: return value
    case .json: return read(value, as: .text)
    case .key(_, let base) where isSame(base, .text): return value
    case .reference, .row:
      frame.isBroken = true
      program.report(CheckerDiagnostics.referenceAsText(value.type, at: value.place))
    case .list, .set, .map:
      frame.isBroken = true
      program.report(CheckerDiagnostics.collectionAsText(value.type, at: value.place))
    default: return convert(value, to: .text)
    }
    return CheckedExpression(.list([]), type: .poison, place: value.place)
  }

  private func textTest(
    _ function: CheckedExpression.Function, _ left: ExpressionSyntax, _ right: ExpressionSyntax,
    _ span: Span
  ) -> CheckedExpression {
    node(.function(function, [textOperand(left), textOperand(right)]), .bool, span)
  }

  private func matches(
    _ left: ExpressionSyntax, _ right: ExpressionSyntax, _ span: Span
  ) -> CheckedExpression {
    let value = textOperand(left)
    guard case .regex(let pattern, let flags) = right.kind else {
      if case .error = right.kind { return poison(span) }
      return fail(CheckerDiagnostics.notARegex(at: place(right.span)), span)
    }
    switch Pattern.compile(pattern, flags: flags) {
    case .success(let compiled): return node(.matches(value, compiled), .bool, span)
    case .failure(let problem):
      // The pattern begins after the slash.
      let start = min(right.span.start &+ 1 &+ max(0, problem.start), right.span.end)
      let end = min(max(right.span.start &+ 1 &+ max(0, problem.end), start &+ 1), right.span.end)
      return fail(
        CheckerDiagnostics.badPattern(
          problem.reason, hint: problem.hint, at: place(Span(start, end))), span)
    }
  }

  // MARK: Sets

  func setOperation(
    _ function: CheckedExpression.Function, _ left: ExpressionSyntax, _ right: ExpressionSyntax,
    _ span: Span
  ) -> CheckedExpression {
    var one: CheckedExpression
    var two: CheckedExpression
    if isAdaptable(left), !isAdaptable(right) {
      two = infer(right)
      one = infer(left, hint: two.type)
    } else {
      one = infer(left)
      two = infer(right, hint: one.type)
    }
    if one.type.isPoison || two.type.isPoison { return poison(span) }
    if one.type.isJSON, let element = elementType(two.type) {
      one = read(one, as: .set(jsonTarget(element)))
    } else if two.type.isJSON, let element = elementType(one.type) {
      two = read(two, as: .set(jsonTarget(element)))
    }
    guard let left = elementType(one.type), let right = elementType(two.type) else {
      let wrong = elementType(one.type) == nil ? one : two
      return fail(CheckerDiagnostics.notACollection(wrong.type, at: wrong.place), span)
    }
    guard isSame(left, right) || isSame(right, left) else {
      return fail(
        CheckerDiagnostics.incomparable(one.type, two.type, at: place(span), help: []), span)
    }
    if case .subset = function { return node(.function(function, [one, two]), .bool, span) }
    let element = left.isPoison || isSame(left, right) ? right : left
    return node(
      .function(function, [one, two]), .set(element), span,
      labels: one.labels.union(two.labels))
  }

  /// The type of what a list or set holds.
  func elementType(_ type: ValueType) -> ValueType? {
    switch type {
    case .list(let element), .set(let element): element
    default: nil
    }
  }
}
