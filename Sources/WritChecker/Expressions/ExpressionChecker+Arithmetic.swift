import WritDiagnostics
import WritSyntax
import WritValues

extension ExpressionChecker {
  func arithmetic(
    _ operation: CheckedExpression.Arithmetic, _ left: ExpressionSyntax,
    _ right: ExpressionSyntax, _ span: Span
  ) -> CheckedExpression {
    var one = infer(left)
    var two = infer(right)
    if one.type.isPoison || two.type.isPoison { return poison(span) }
    if one.type.isJSON {
      guard let type = jsonOperand(beside: two.type, operation) else {
        return fail(CheckerDiagnostics.needsType(at: place(span)), span)
      }
      one = read(one, as: type)
    } else if two.type.isJSON {
      guard let type = jsonOperand(beside: one.type, operation) else {
        return fail(CheckerDiagnostics.needsType(at: place(span)), span)
      }
      two = read(two, as: type)
    }
    let types = (plain(one.type), plain(two.type))
    guard let type = result(operation, types.0, types.1) else {
      return fail(arithmeticMistake(operation, one, two, span), span)
    }
    return node(
      .arithmetic(operation, one, two), type, span, labels: one.labels.union(two.labels))
  }

  private func jsonOperand(
    beside type: ValueType, _ operation: CheckedExpression.Arithmetic
  ) -> ValueType? {
    switch (plain(type), operation) {
    case (.int, _): .int
    case (.decimal, _), (.duration, .multiply), (.duration, .divide): .decimal
    case (.time, .subtract), (.duration, .add), (.duration, .subtract), (.months, .add),
      (.months, .subtract):
      .time
    default: nil
    }
  }

  /// A number that is a key counts as the number.
  private func plain(_ type: ValueType) -> ValueType {
    if case .key(_, let base) = type { base } else { type }
  }

  private func result(
    _ operation: CheckedExpression.Arithmetic, _ one: ValueType, _ two: ValueType
  ) -> ValueType? {
    switch operation {
    case .add:
      switch (one, two) {
      case (.time, .duration), (.duration, .time), (.time, .months), (.months, .time): return .time
      default: return sameUnit(one, two)
      }
    case .subtract:
      switch (one, two) {
      case (.time, .time): return .duration
      case (.time, .duration), (.time, .months): return .time
      default: return sameUnit(one, two)
      }
    case .multiply:
      switch (one, two) {
      case (.duration, _) where isNumber(two), (.bytes, _) where isNumber(two): return one
      case (_, .duration) where isNumber(one), (_, .bytes) where isNumber(one): return two
      case (.months, .int): return .months
      case (.int, .months): return .months
      default: return isNumber(one) ? sameUnit(one, two) : nil
      }
    case .divide:
      switch (one, two) {
      case (.duration, .duration), (.bytes, .bytes), (.months, .months): return .decimal
      case (.duration, _) where isNumber(two), (.bytes, _) where isNumber(two): return one
      default: return isNumber(one) && isNumber(two) ? .decimal : nil
      }
    case .remainder:
      switch (one, two) {
      case (.months, .months): return nil
      default: return sameUnit(one, two)
      }
    }
  }

  private func sameUnit(_ one: ValueType, _ two: ValueType) -> ValueType? {
    if isNumber(one), isNumber(two) { return one == .int && two == .int ? .int : .decimal }
    switch (one, two) {
    case (.duration, .duration), (.bytes, .bytes), (.months, .months): return one
    default: return nil
    }
  }

  private func arithmeticMistake(
    _ operation: CheckedExpression.Arithmetic, _ one: CheckedExpression, _ two: CheckedExpression,
    _ span: Span
  ) -> Diagnostic {
    let units: [ValueType] = [.time, .duration, .months, .bytes, .int, .decimal]
    if units.contains(plain(one.type)), units.contains(plain(two.type)) {
      return CheckerDiagnostics.badUnits(operation.rawValue, one.type, two.type, at: place(span))
    }
    return CheckerDiagnostics.badOperands(operation.rawValue, one.type, two.type, at: place(span))
  }

  func negate(
    _ operand: ExpressionSyntax, hint: ValueType?, _ span: Span
  ) -> CheckedExpression {
    let value = infer(operand, hint: hint)
    if case .constant(let literal) = value.kind {
      switch literal {
      case .int(let number): return constant(.int(0 &- number), value.type, span)
      case .decimal(let number):
        return constant(.decimal(Decimal(millionths: 0 &- number.millionths)), value.type, span)
      case .duration(let number): return constant(.duration(0 &- number), value.type, span)
      case .months(let number): return constant(.months(0 &- number), value.type, span)
      default: break
      }
    }
    switch plain(value.type) {
    case .int, .decimal, .duration, .months, .bytes:
      return node(.negate(value), plain(value.type), span, labels: value.labels)
    case .json:
      return node(.negate(read(value, as: .decimal)), .decimal, span, labels: value.labels)
    case .poison: return poison(span)
    default:
      return fail(
        CheckerDiagnostics.mismatch(expected: .decimal, found: value.type, at: value.place), span)
    }
  }
}
