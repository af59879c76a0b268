import WritChecker
import WritValues

/// Arithmetic that never traps: overflow and division by zero are unknown, `undefined`.
enum Calculation {
  static func calculate(
    _ operation: CheckedExpression.Arithmetic, _ one: Datum, _ other: Datum
  ) -> Datum {
    switch (one, other) {
    case (.known(let left), .known(let right)):
      guard let value = calculate(operation, left, right) else {
        let isZero = Relation.order(right, .int(0)) == 0 || right.isZeroAmount
        let byZero = isZero && (operation == .divide || operation == .remainder)
        return undefined(byZero ? "division by zero" : "overflow")
      }
      return .known(value)
    case (.interval, .known(.int)), (.known(.int), .interval), (.interval, .interval):
      return intervals(operation, one, other)
    default:
      return .unknown(one.causes.union(other.causes))
    }
  }

  static func undefined(_ what: String) -> Datum { .unknown(Causes(Cause(.undefined, what))) }

  static func negate(_ operand: Datum) -> Datum {
    guard case .known(let value) = operand else { return .unknown(operand.causes) }
    switch value {
    case .int(let number): return calculate(.subtract, .known(.int(0)), .known(.int(number)))
    case .decimal(let number):
      return number.negated.map { .known(.decimal($0)) } ?? undefined("overflow")
    case .ratio(let ratio):
      return .known(.ratio(Ratio(numerator: 0 &- ratio.numerator, denominator: ratio.denominator)))
    case .duration(let span):
      return wrap(span.multipliedReportingOverflow(by: -1)).map { .known(.duration($0)) }
        ?? undefined("overflow")
    case .months(let months):
      return wrap(months.multipliedReportingOverflow(by: -1)).map { .known(.months($0)) }
        ?? undefined("overflow")
    case .bytes(let bytes):
      return wrap(bytes.multipliedReportingOverflow(by: -1)).map { .known(.bytes($0)) }
        ?? undefined("overflow")
    default: return undefined("negation")
    }
  }

  /// Sums and differences of counts keep both ends; anything else about an interval is open.
  private static func intervals(
    _ operation: CheckedExpression.Arithmetic, _ one: Datum, _ other: Datum
  ) -> Datum {
    let causes = one.causes.union(other.causes)
    guard let left = one.ends, let right = other.ends else { return .unknown(causes) }
    let unbounded = left.high == Int64.max || right.high == Int64.max
    switch operation {
    case .add:
      guard let low = wrap(left.low.addingReportingOverflow(right.low)) else {
        return .unknown(causes)
      }
      let high = unbounded ? nil : wrap(left.high.addingReportingOverflow(right.high))
      return .interval(low, high ?? Int64.max, causes)
    case .subtract:
      guard !unbounded, let low = wrap(left.low.subtractingReportingOverflow(right.high)),
        let high = wrap(left.high.subtractingReportingOverflow(right.low))
      else { return .unknown(causes) }
      return .interval(low, high, causes)
    case .multiply, .divide, .remainder: return .unknown(causes)
    }
  }

  private static func calculate(
    _ operation: CheckedExpression.Arithmetic, _ one: Value, _ other: Value
  ) -> Value? {
    switch (one, other) {
    case (.int(let left), .int(let right)): return integers(operation, left, right)
    case (.time(let left), .time(let right)):
      return operation == .subtract ? left.microseconds(since: right).map { .duration($0) } : nil
    case (.time(let time), .duration(let span)):
      guard
        let step = operation == .subtract
          ? wrap((0 as Int64).subtractingReportingOverflow(span)) : span
      else { return nil }
      return time.adding(microseconds: step).map { .time($0) }
    case (.duration(let span), .time(let time)):
      return operation == .add ? time.adding(microseconds: span).map { .time($0) } : nil
    case (.time(let time), .months(let months)):
      guard
        let step = operation == .subtract
          ? wrap((0 as Int64).subtractingReportingOverflow(months)) : months
      else { return nil }
      return time.adding(months: step).map { .time($0) }
    case (.months(let months), .time(let time)):
      return operation == .add ? time.adding(months: months).map { .time($0) } : nil
    case (.duration(let left), .duration(let right)):
      return amounts(operation, left, right).map { $0.asAmount { .duration($0) } }
    case (.months(let left), .months(let right)):
      return amounts(operation, left, right).map { $0.asAmount { .months($0) } }
    case (.bytes(let left), .bytes(let right)):
      return amounts(operation, left, right).map { $0.asAmount { .bytes($0) } }
    case (.duration(let span), _): return scaled(operation, span, other).map { .duration($0) }
    case (.bytes(let size), _): return scaled(operation, size, other).map { .bytes($0) }
    case (.months(let months), _): return scaled(operation, months, other).map { .months($0) }
    case (_, .duration(let span)):
      return operation == .multiply ? scaled(.multiply, span, one).map { .duration($0) } : nil
    case (_, .bytes(let size)):
      return operation == .multiply ? scaled(.multiply, size, one).map { .bytes($0) } : nil
    case (_, .months(let months)):
      return operation == .multiply ? scaled(.multiply, months, one).map { .months($0) } : nil
    default: return decimals(operation, one, other)
    }
  }

  private static func integers(
    _ operation: CheckedExpression.Arithmetic, _ left: Int64, _ right: Int64
  ) -> Value? {
    switch operation {
    case .add: return wrap(left.addingReportingOverflow(right)).map { .int($0) }
    case .subtract: return wrap(left.subtractingReportingOverflow(right)).map { .int($0) }
    case .multiply: return wrap(left.multipliedReportingOverflow(by: right)).map { .int($0) }
    case .divide: return Ratio(Int128(left), over: Int128(right)).map { .ratio($0) }
    case .remainder:
      return remainder(left, right).map { .int($0) }
    }
  }

  private static func decimals(
    _ operation: CheckedExpression.Arithmetic, _ one: Value, _ other: Value
  ) -> Value? {
    guard let left = one.asDecimal, let right = other.asDecimal else { return nil }
    switch operation {
    case .add: return left.adding(right).map { .decimal($0) }
    case .subtract: return left.subtracting(right).map { .decimal($0) }
    case .multiply: return left.multiplied(by: right).map { .decimal($0) }
    case .divide:
      return Ratio(Int128(left.millionths), over: Int128(right.millionths)).map { .ratio($0) }
    case .remainder:
      return remainder(left.millionths, right.millionths)
        .map { .decimal(Decimal(millionths: $0)) }
    }
  }

  private enum Amount {
    case amount(Int64)
    case quotient(Ratio)

    func asAmount(_ make: (Int64) -> Value) -> Value {
      switch self {
      case .amount(let amount): make(amount)
      case .quotient(let ratio): .ratio(ratio)
      }
    }
  }

  /// Durations with durations, sizes with sizes: their quotient is a plain number.
  private static func amounts(
    _ operation: CheckedExpression.Arithmetic, _ left: Int64, _ right: Int64
  ) -> Amount? {
    switch operation {
    case .add: wrap(left.addingReportingOverflow(right)).map { .amount($0) }
    case .subtract: wrap(left.subtractingReportingOverflow(right)).map { .amount($0) }
    case .divide: Ratio(Int128(left), over: Int128(right)).map { .quotient($0) }
    case .remainder: remainder(left, right).map { .amount($0) }
    case .multiply: nil
    }
  }

  /// An amount times or divided by a number, rounded half away from zero.
  private static func scaled(
    _ operation: CheckedExpression.Arithmetic, _ amount: Int64, _ factor: Value
  ) -> Int64? {
    guard let factor = factor.asDecimal else { return nil }
    let numerator: Int128
    let denominator: Int128
    switch operation {
    case .multiply:
      (numerator, denominator) = (Int128(amount) * Int128(factor.millionths), 1_000_000)
    case .divide:
      (numerator, denominator) = (Int128(amount) * 1_000_000, Int128(factor.millionths))
    case .add, .subtract, .remainder: return nil
    }
    if denominator == 0 { return nil }
    let isNegative = (numerator < 0) != (denominator < 0)
    let top = numerator.magnitude
    let bottom = denominator.magnitude
    let rounded = top / bottom + (top % bottom * 2 >= bottom ? 1 : 0)
    return Int64(exactly: isNegative ? 0 - Int128(rounded) : Int128(rounded))
  }

  /// Nil for a division by zero alone: the smallest number by -1 leaves nothing, though its quotient is too large.
  private static func remainder(_ left: Int64, _ right: Int64) -> Int64? {
    right == 0 ? nil : right == -1 ? 0 : left % right
  }

  static func wrap<Number>(_ result: (partialValue: Number, overflow: Bool)) -> Number? {
    result.overflow ? nil : result.partialValue
  }
}

extension Value {
  /// A number as a decimal; a quotient is rounded here, half away from zero.
  var asDecimal: Decimal? {
    switch self {
    case .int(let number): Decimal(number)
    case .decimal(let number): number
    case .ratio(let ratio): ratio.rounded
    default: nil
    }
  }

  var isZeroAmount: Bool {
    switch self {
    case .duration(0), .bytes(0), .months(0): true
    default: false
    }
  }
}

extension Datum {
  var ends: (low: Int64, high: Int64)? {
    switch self {
    case .known(.int(let value)): (value, value)
    case .interval(let low, let high, _): (low, high)
    default: nil
    }
  }
}
