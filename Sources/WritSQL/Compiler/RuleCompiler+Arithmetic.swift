import WritChecker
import WritDatabase
import WritDiagnostics
import WritValues

extension RuleCompiler {
  private static var least: Int64 { Int64.min }

  /// Within 64 bits, or within what a kind holds.
  private func range(_ kind: SQLKind) -> (low: String, high: String) {
    switch kind {
    case .decimal: ("-999999999999999999", "999999999999999999")
    case .time:
      (
        String(Timestamp.earliest.microseconds), String(Timestamp.latest.microseconds)
      )
    default: ("-9223372036854775808", "9223372036854775807")
    }
  }

  /// Sums, differences and products in wide arithmetic, NULL out of range.
  func wide(_ left: Fragment, _ sign: String, _ right: Fragment, _ kind: SQLKind) -> Fragment {
    let (low, high) = range(kind)
    switch dialect {
    case .sqlite:
      let result: Fragment = "(\(left) \(own: sign) \(right))"
      let isWhole: Fragment = "TYPEOF\(result) = 'integer'"
      switch kind {
      case .decimal, .time:
        return
          "CASE WHEN \(isWhole) AND \(result) BETWEEN \(own: low) AND \(own: high) THEN \(result) END"
      default: return "CASE WHEN \(isWhole) THEN \(result) END"
      }
    case .postgres:
      let result: Fragment = "(\(left)::numeric \(own: sign) \(right)::numeric)"
      return """
        CASE WHEN \(result) BETWEEN \(own: low) AND \(own: high) THEN (\(result))::bigint END
        """
    }
  }

  func arithmetic(
    _ operation: CheckedExpression.Arithmetic, _ first: Scalar, _ second: Scalar, _ scope: Scope,
    _ place: Place
  ) throws -> Scalar {
    let isInterval =
      (first.high != nil || second.high != nil) && first.kind == .int && second.kind == .int
    if isInterval, operation == .add || operation == .subtract {
      return intervals(operation, shortened(first, scope), shortened(second, scope), scope)
    }
    let one = shortened(plain(first, scope), scope)
    let other = shortened(plain(second, scope), scope)
    let result = try known(operation, one, other, scope, place)
    // A product of an interval keeps the causes of both: it is no overflow.
    return result
  }

  private func known(
    _ operation: CheckedExpression.Arithmetic, _ one: Scalar, _ other: Scalar, _ scope: Scope,
    _ place: Place
  ) throws -> Scalar {
    func result(_ kind: SQLKind, _ value: Fragment) -> Scalar {
      partial(kind, value, [one, other], SQLEncoding.undefined, scope)
    }
    func simple(_ kind: SQLKind, _ left: Fragment, _ right: Fragment) throws -> Scalar {
      switch operation {
      case .add: return result(kind, wide(left, "+", right, kind))
      case .subtract: return result(kind, wide(left, "-", right, kind))
      case .remainder: return result(kind, remainder(left, right))
      case .divide: return quotient(left, right, [one, other], scope)
      case .multiply: throw Untranslatable("a product of these types", at: place)
      }
    }
    switch (one.kind, other.kind) {
    case (.int, .int):
      if operation == .multiply { return result(.int, wide(one.value, "*", other.value, .int)) }
      return try simple(.int, one.value, other.value)
    case (.time, .time) where operation == .subtract:
      return result(.duration, wide(one.value, "-", other.value, .duration))
    case (.time, .duration) where operation == .add || operation == .subtract:
      return result(.time, wide(one.value, operation.rawValue, other.value, .time))
    case (.duration, .time) where operation == .add:
      return result(.time, wide(one.value, "+", other.value, .time))
    case (.time, .months) where operation == .add || operation == .subtract:
      return result(
        .time,
        calendarStep(one.value, other.value, isBack: operation == .subtract, scope))
    case (.months, .time) where operation == .add:
      return result(.time, calendarStep(other.value, one.value, isBack: false, scope))
    case (.duration, .duration), (.months, .months), (.bytes, .bytes):
      return try simple(one.kind, one.value, other.value)
    case (.duration, _), (.bytes, _), (.months, _):
      return result(one.kind, try scaled(operation, one.value, other, scope, place))
    case (_, .duration), (_, .bytes), (_, .months):
      guard operation == .multiply else { break }
      return result(other.kind, try scaled(.multiply, other.value, one, scope, place))
    default:
      guard let left = decimal(one, scope), let right = decimal(other, scope) else { break }
      if operation == .multiply { return result(.decimal, product(left, right)) }
      return try simple(.decimal, left, right)
    }
    throw Untranslatable("arithmetic on these types", at: place)
  }

  /// Truncated, as in every dialect; by -1 nothing remains, not even of -2^63.
  private func remainder(_ left: Fragment, _ right: Fragment) -> Fragment {
    """
    CASE WHEN \(right) = 0 THEN NULL WHEN \(right) = -1 AND \(left) IS NOT NULL THEN 0 \
    ELSE \(left) % \(right) END
    """
  }

  private func quotient(
    _ left: Fragment, _ right: Fragment, _ operands: [Scalar], _ scope: Scope
  ) -> Scalar {
    switch dialect {
    case .sqlite:
      let above: Fragment = "CASE WHEN \(right) <> 0 THEN \(left) END"
      let below = scope.bind("CASE WHEN \(right) <> 0 AND \(left) IS NOT NULL THEN \(right) END")
      return partial(.ratio, above, operands, SQLEncoding.undefined, scope, denominator: below)
    case .postgres:
      let above: Fragment =
        "CASE WHEN \(right) <> 0 THEN \(left)::numeric * SIGN(\(right)::numeric) END"
      let below = scope.bind("CASE WHEN \(right) <> 0 THEN ABS(\(right)::numeric) END")
      return partial(.ratio, above, operands, SQLEncoding.undefined, scope, denominator: below)
    }
  }

  /// A number in millionths; NULL where it has too many digits. Nil for what is no number.
  func decimal(_ scalar: Scalar, _ scope: Scope) -> Fragment? {
    switch scalar.kind {
    case .decimal: return scalar.value
    case .int:
      return scope.bind(
        """
        CASE WHEN \(scalar.value) BETWEEN -999999999999 AND 999999999999 \
        THEN \(scalar.value) * 1000000 END
        """)
    case .ratio:
      guard let below = scalar.denominator else { return nil }
      switch dialect {
      case .sqlite: return scope.bind("writ_round(\(scalar.value), \(below))")
      case .postgres:
        let rounded = scope.bind(
          roundedQuotient("(\(scalar.value) * 1000000)", below, scope))
        return scope.bind(
          "CASE WHEN ABS(\(rounded)) < 1000000000000000000 THEN \(rounded)::bigint END")
      }
    default: return nil
    }
  }

  /// In PostgreSQL: half away from zero, exactly; the divisor is positive.
  private func roundedQuotient(_ above: Fragment, _ below: Fragment, _ scope: Scope) -> Fragment {
    let top = scope.bind("ABS(\(above))")
    let sign = scope.bind("SIGN(\(above))")
    return """
      (\(sign) * (DIV(\(top), \(below)) + \
      CASE WHEN MOD(\(top), \(below)) * 2 >= \(below) THEN 1 ELSE 0 END))
      """
  }

  private func product(_ left: Fragment, _ right: Fragment) -> Fragment {
    switch dialect {
    case .sqlite: return "writ_decimal_product(\(left), \(right))"
    case .postgres:
      // A product is exact where a quotient would be rounded before it is rounded.
      let rounded: Fragment = "ROUND(\(left)::numeric * \(right)::numeric * 0.000001)"
      return "CASE WHEN ABS(\(rounded)) < 1000000000000000000 THEN (\(rounded))::bigint END"
    }
  }

  /// An amount times or divided by a number, rounded half away from zero.
  private func scaled(
    _ operation: CheckedExpression.Arithmetic, _ amount: Fragment, _ factor: Scalar,
    _ scope: Scope, _ place: Place
  ) throws -> Fragment {
    guard let number = decimal(factor, scope) else {
      throw Untranslatable("arithmetic on these types", at: place)
    }
    let isProduct = operation == .multiply
    guard isProduct || operation == .divide else {
      throw Untranslatable("arithmetic on these types", at: place)
    }
    switch dialect {
    case .sqlite:
      return "writ_scaled(\(amount), \(number), \(isProduct ? 1 : 0 as Int64))"
    case .postgres:
      let rounded: Fragment
      if isProduct {
        rounded = scope.bind("ROUND(\(amount)::numeric * \(number)::numeric * 0.000001)")
      } else {
        let below = scope.bind("NULLIF(ABS(\(number)::numeric), 0)")
        rounded = scope.bind(
          roundedQuotient(
            "(\(amount)::numeric * 1000000 * SIGN(\(number)::numeric))", below, scope))
      }
      let (low, high) = range(.int)
      return "CASE WHEN \(rounded) BETWEEN \(own: low) AND \(own: high) THEN \(rounded)::bigint END"
    }
  }

  func negate(_ operand: Scalar, _ scope: Scope, _ place: Place) throws -> Scalar {
    let short = shortened(operand, scope)
    switch operand.kind {
    case .int, .duration, .months, .bytes, .decimal:
      return partial(
        operand.kind, wide("0", "-", short.value, operand.kind), [short], SQLEncoding.undefined,
        scope)
    default: throw Untranslatable("a negation of this type", at: place)
    }
  }

  /// Sums and differences of counts keep both ends.
  private func intervals(
    _ operation: CheckedExpression.Arithmetic, _ one: Scalar, _ other: Scalar, _ scope: Scope
  ) -> Scalar {
    let causes = scope.bind(union([one, other]))
    let greatest = range(.int).high
    let (left, right) = (one.high ?? one.value, other.high ?? other.value)
    let isUnbounded: Fragment = """
      (\(causes) <> 0 AND (\(left) = \(own: greatest) OR \(right) = \(own: greatest)))
      """
    let low: Fragment
    let high: Fragment
    if operation == .add {
      low = scope.bind(wide(one.value, "+", other.value, .int))
      let sum = wide(left, "+", right, .int)
      high = scope.bind(
        """
        CASE WHEN \(isUnbounded) THEN \(own: greatest) WHEN \(low) IS NOT NULL AND \(causes) <> 0 \
        THEN COALESCE(\(sum), \(own: greatest)) ELSE \(sum) END
        """)
      let value = scope.bind("CASE WHEN \(high) IS NOT NULL THEN \(low) END")
      return overflowing(value, high, causes, scope)
    }
    low = scope.bind(wide(one.value, "-", right, .int))
    high = scope.bind(wide(left, "-", other.value, .int))
    let value = scope.bind(
      """
      CASE WHEN \(isUnbounded) OR \(high) IS NULL THEN NULL ELSE \(low) END
      """)
    return overflowing(value, high, causes, scope)
  }

  private func overflowing(
    _ value: Fragment, _ high: Fragment, _ causes: Fragment, _ scope: Scope
  ) -> Scalar {
    Scalar(
      kind: .int, value: value,
      causes: scope.bind(
        """
        CASE WHEN \(causes) <> 0 THEN \(causes) WHEN \(value) IS NULL \
        THEN \(SQLEncoding.undefined) ELSE 0 END
        """), high: high)
  }
}
