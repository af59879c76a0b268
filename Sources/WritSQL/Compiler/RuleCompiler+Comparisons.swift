import WritChecker
import WritDatabase
import WritDiagnostics
import WritValues

extension RuleCompiler {
  func compare(
    _ comparison: CheckedExpression.Comparison, _ one: Scalar, _ other: Scalar, _ scope: Scope,
    _ place: Place
  ) throws -> Scalar {
    let (one, other) = (shortened(one, scope), shortened(other, scope))
    let causes = union([one, other])
    guard one.high != nil || other.high != nil else {
      return Scalar(
        kind: .bool, value: try order(comparison, one, other, place), causes: causes)
    }
    return try compareIntervals(comparison, one, other, causes, scope, place)
  }

  func shortened(_ scalar: Scalar, _ scope: Scope) -> Scalar {
    var short = scalar
    short.value = scope.short(scalar.value)
    short.causes = scope.short(scalar.causes)
    short.high = scalar.high.map { scope.short($0) }
    short.denominator = scalar.denominator.map { scope.short($0) }
    return short
  }

  /// Decided when both ends agree.
  private func compareIntervals(
    _ comparison: CheckedExpression.Comparison, _ one: Scalar, _ other: Scalar, _ causes: Fragment,
    _ scope: Scope, _ place: Place
  ) throws -> Scalar {
    func end(_ scalar: Scalar, isHigh: Bool) -> Scalar {
      var end = scalar
      if isHigh, let high = scalar.high { end.value = high }
      return end
    }
    func test(
      _ comparison: CheckedExpression.Comparison, _ left: (Scalar, Bool), _ right: (Scalar, Bool)
    ) throws -> Fragment {
      try order(
        comparison, end(left.0, isHigh: left.1), end(right.0, isHigh: right.1), place)
    }
    let yes: Fragment
    let no: Fragment
    switch comparison {
    case .less:
      yes = try test(.less, (one, true), (other, false))
      no = try test(.greaterOrEqual, (one, false), (other, true))
    case .lessOrEqual:
      yes = try test(.lessOrEqual, (one, true), (other, false))
      no = try test(.greater, (one, false), (other, true))
    case .greater:
      yes = try test(.greater, (one, false), (other, true))
      no = try test(.lessOrEqual, (one, true), (other, false))
    case .greaterOrEqual:
      yes = try test(.greaterOrEqual, (one, false), (other, true))
      no = try test(.less, (one, true), (other, false))
    case .equal, .notEqual:
      let apart: Fragment = """
        (\(try test(.less, (one, true), (other, false))) OR \
        \(try test(.greater, (one, false), (other, true))))
        """
      let equal: Fragment = """
        (\(causes) = 0 AND \(try test(.equal, (one, false), (other, false))))
        """
      yes = comparison == .equal ? equal : apart
      no = comparison == .equal ? apart : equal
    }
    let value = scope.bind(
      """
      CASE WHEN \(scope.short(yes)) THEN TRUE WHEN \(scope.short(no)) THEN FALSE \
      ELSE \(SQLKind.bool.null(dialect)) END
      """)
    return Scalar(
      kind: .bool, value: value, causes: "CASE WHEN \(value) IS NULL THEN \(causes) ELSE 0 END")
  }

  /// A condition over two values; NULL where one is.
  func order(
    _ comparison: CheckedExpression.Comparison, _ one: Scalar, _ other: Scalar, _ place: Place
  ) throws -> Fragment {
    let sign = comparison.sign
    switch (one.kind, other.kind) {
    case (.ratio, _), (_, .ratio):
      guard let left = fraction(one), let right = fraction(other) else { break }
      if dialect == .sqlite {
        return """
          (writ_order(\(left.above), \(left.below), \(right.above), \(right.below)) \(own: sign) 0)
          """
      }
      return """
        (\(left.above)::numeric * \(right.below)::numeric \(own: sign) \
        \(right.above)::numeric * \(left.below)::numeric)
        """
    case (.int, .decimal): return mixed(comparison, one.value, other.value)
    case (.decimal, .int): return mixed(comparison.turned, other.value, one.value)
    case (let left, let right) where left == right:
      if comparison != .equal, comparison != .notEqual, !left.isOrdered { break }
      return "(\(one.value) \(own: sign) \(other.value))"
    default: break
    }
    throw Untranslatable("a comparison of these types", at: place)
  }

  /// Above and below the line, the latter positive in PostgreSQL.
  func fraction(_ scalar: Scalar) -> (above: Fragment, below: Fragment)? {
    switch scalar.kind {
    case .ratio: scalar.denominator.map { (scalar.value, $0) }
    case .int: (scalar.value, "1")
    case .decimal: (scalar.value, "1000000")
    default: nil
    }
  }

  /// A whole number against millionths, without a product that might overflow.
  private func mixed(
    _ comparison: CheckedExpression.Comparison, _ whole: Fragment, _ millionths: Fragment
  ) -> Fragment {
    let quotient: Fragment = "(\(millionths)) / 1000000"
    let rest: Fragment = "(\(millionths)) % 1000000"
    let floor: Fragment = "(\(quotient) - CASE WHEN \(rest) < 0 THEN 1 ELSE 0 END)"
    let ceiling: Fragment = "(\(quotient) + CASE WHEN \(rest) > 0 THEN 1 ELSE 0 END)"
    return switch comparison {
    case .less: "(\(whole) < \(ceiling))"
    case .lessOrEqual: "(\(whole) <= \(floor))"
    case .greater: "(\(whole) > \(floor))"
    case .greaterOrEqual: "(\(whole) >= \(ceiling))"
    case .equal:
      "CASE WHEN \(rest) <> 0 AND \(whole) IS NOT NULL THEN FALSE ELSE \(whole) = \(quotient) END"
    case .notEqual:
      "CASE WHEN \(rest) <> 0 AND \(whole) IS NOT NULL THEN TRUE ELSE \(whole) <> \(quotient) END"
    }
  }

  // MARK: Networks

  /// Whether an address or a network lies in a network; both are texts of the same width within a family.
  func inside(_ one: Scalar, _ network: Fragment, _ place: Place) throws -> Fragment {
    let half: Fragment = "LENGTH(\(network)) / 2"
    let low: Fragment = "SUBSTR(\(network), 1, \(half))"
    let high: Fragment = "SUBSTR(\(network), \(half) + 1)"
    switch one.kind {
    case .ip:
      return "(\(one.value) >= \(low) AND \(one.value) <= \(high))"
    case .network:
      let inner: Fragment = "LENGTH(\(one.value)) / 2"
      return """
        (SUBSTR(\(one.value), 1, \(inner)) >= \(low) AND SUBSTR(\(one.value), \(inner) + 1) <= \(high))
        """
    default: throw Untranslatable("a network test of this type", at: place)
    }
  }
}

extension CheckedExpression.Comparison {
  var sign: String {
    switch self {
    case .equal: "="
    case .notEqual: "<>"
    default: rawValue
    }
  }

  /// With its sides exchanged.
  var turned: Self {
    switch self {
    case .equal, .notEqual: self
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    }
  }
}
