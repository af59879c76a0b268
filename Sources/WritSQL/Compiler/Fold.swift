import WritChecker
import WritDatabase
import WritDiagnostics
import WritValues

/// An aggregate of values that are all known: what is gathered of each outer row's candidates, and what that makes.
struct Fold {
  let function: Comprehension.Function
  let valueKind: SQLKind
  /// Of the result.
  let kind: SQLKind
  private let value: Fragment
  private let sure: Fragment
  private let dialect: SQLDialect

  init(
    _ function: Comprehension.Function, value: Fragment, kind: SQLKind, sure: Fragment,
    dialect: SQLDialect, place: Place
  ) throws {
    self.function = function
    self.value = value
    self.sure = sure
    self.dialect = dialect
    valueKind = kind
    let isAmount: Bool
    switch kind {
    case .int, .decimal, .duration, .bytes: isAmount = true
    default: isAmount = false
    }
    let result: SQLKind?
    switch function {
    case .sum: result = isAmount || kind == .months ? kind : nil
    case .min, .max, .quantile: result = kind.isOrdered && kind != .ratio ? kind : nil
    case .distinct: result = kind == .ratio ? nil : .int
    case .avg:
      result = !isAmount ? nil : kind == .int || kind == .decimal ? .ratio : kind
    case .share: result = kind == .bool ? .ratio : nil
    default: result = nil
    }
    guard let result else {
      throw Untranslatable("`\(function.rawValue)` of these values", at: place)
    }
    self.kind = result
  }

  /// Aggregates over the candidates of one outer row.
  func columns(_ level: Fragment?) -> [Fragment] {
    let only: Fragment = "FILTER (WHERE \(sure))"
    switch function {
    case .sum, .avg:
      let total: [Fragment]
      switch dialect {
      // SQLite's own sum fails where it overflows: its halves don't.
      case .sqlite: total = ["SUM(\(value) >> 32) \(only)", "SUM(\(value) & 4294967295) \(only)"]
      case .postgres: total = ["SUM(\(value)::numeric) \(only)"]
      }
      guard function == .avg, valueKind == .int else { return total }
      return total + [
        """
        COUNT(*) FILTER (WHERE \(sure) AND \(value) NOT BETWEEN -999999999999 AND 999999999999)
        """
      ]
    case .distinct: return ["COUNT(DISTINCT \(value)) \(only)"]
    case .min: return ["MIN(\(value)) \(only)"]
    case .max: return ["MAX(\(value)) \(only)"]
    case .quantile:
      return [
        """
        MIN(\(value)) FILTER (WHERE \(sure) \
        AND (p.w * 1000000 >= \(level ?? "0") * p.wn OR p.w = p.wn))
        """
      ]
    case .share: return ["COUNT(*) FILTER (WHERE \(sure) AND \(value))"]
    default: return []
    }
  }

  /// - Parameters:
  ///   - columns: NULL where there is no candidate.
  ///   - number: of the sure members.
  ///   - open: causes that leave the value open.
  func result(
    _ columns: [Fragment], number: Fragment, open: Fragment, _ scope: Scope
  ) -> Scalar {
    let null = kind.null(dialect)
    let isEmpty: Fragment = "\(number) = 0"
    func answer(_ value: Fragment, empty: Fragment?, below: Fragment? = nil) -> Scalar {
      let known = scope.bind(
        "CASE WHEN \(open) <> 0 THEN \(null) WHEN \(isEmpty) THEN \(empty ?? null) ELSE \(value) END"
      )
      let ifEmpty = empty == nil ? SQLEncoding.missing : 0
      return Scalar(
        kind: kind, value: known,
        causes: scope.bind(
          """
          CASE WHEN \(open) <> 0 THEN \(open) WHEN \(isEmpty) THEN \(ifEmpty) \
          WHEN \(known) IS NULL THEN \(SQLEncoding.undefined) ELSE 0 END
          """),
        denominator: below.map {
          scope.bind("CASE WHEN \(known) IS NOT NULL THEN \($0) END")
        })
    }
    switch function {
    case .sum: return answer(sum(columns, scope), empty: "0")
    case .distinct: return answer(columns[0], empty: "0")
    case .share:
      return answer(ratio(columns[0]), empty: nil, below: ratio(number))
    case .avg: return average(columns, number, scope, answer)
    default: return answer(columns[0], empty: nil)
    }
  }

  private func ratio(_ value: Fragment) -> Fragment {
    dialect == .postgres ? "\(value)::numeric" : value
  }

  /// Wide arithmetic before one range check.
  private func sum(_ columns: [Fragment], _ scope: Scope) -> Fragment {
    let limits: (low: String, high: String) =
      kind == .decimal
      ? ("-999999999999999999", "999999999999999999")
      : ("-9223372036854775808", "9223372036854775807")
    switch dialect {
    case .postgres:
      return """
        CASE WHEN \(columns[0]) BETWEEN \(own: limits.low) AND \(own: limits.high) \
        THEN \(columns[0])::bigint END
        """
    case .sqlite:
      let high = scope.bind("\(columns[0]) + (\(columns[1]) >> 32)")
      let total = scope.bind(
        """
        CASE WHEN \(high) BETWEEN -2147483648 AND 2147483647 \
        THEN (\(high) << 32) | (\(columns[1]) & 4294967295) END
        """)
      return kind == .decimal
        ? "CASE WHEN \(total) BETWEEN \(own: limits.low) AND \(own: limits.high) THEN \(total) END"
        : total
    }
  }

  private func average(
    _ columns: [Fragment], _ number: Fragment, _ scope: Scope,
    _ answer: (Fragment, Fragment?, Fragment?) -> Scalar
  ) -> Scalar {
    if kind != .ratio {
      let value: Fragment
      switch dialect {
      case .sqlite: value = "writ_average(\(columns[0]), \(columns[1]), \(number))"
      case .postgres:
        let top = scope.bind("ABS(\(columns[0]))")
        let size = scope.bind(
          """
          DIV(\(top), NULLIF(\(number), 0)) + \
          CASE WHEN MOD(\(top), NULLIF(\(number), 0)) * 2 >= \(number) THEN 1 ELSE 0 END
          """)
        value = """
          CASE WHEN \(size) <= 9223372036854775807 THEN (SIGN(\(columns[0])) * \(size))::bigint END
          """
      }
      return answer(value, nil, nil)
    }
    let isInt = valueKind == .int
    let scale: Fragment = isInt ? "\(number)" : "\(number) * 1000000"
    var total: Fragment =
      dialect == .sqlite ? "writ_total(\(columns[0]), \(columns[1]))" : columns[0]
    if isInt, let large = columns.last {
      total = "CASE WHEN \(large) = 0 THEN \(total) END"
    }
    return answer(total, nil, ratio("(\(scale))"))
  }
}
