import WritChecker
import WritValues

/// Aggregates of values that are all known.
enum Folding {
  static func fold(
    _ function: Comprehension.Function, _ values: [Value], type: ValueType, level: Decimal?,
    empty: String
  ) -> Datum {
    switch function {
    case .sum: return sum(values, type)
    case .distinct: return .known(.int(distinct(values)))
    default: break
    }
    guard let first = values.first else { return .missing(empty) }
    switch function {
    case .min, .max:
      var best = first
      for value in values.dropFirst() {
        guard let order = Relation.order(value, best) else {
          return Calculation.undefined("order of unlike values")
        }
        if function == .min ? order < 0 : order > 0 { best = value }
      }
      return .known(best)
    case .avg: return average(values, type)
    case .share:
      let holding = values.count { $0 == .bool(true) }
      return Ratio(Int128(holding), over: Int128(values.count)).map { .known(.ratio($0)) }
        ?? .missing(empty)
    case .quantile:
      let sorted = values.sorted { (Relation.order($0, $1) ?? 0) < 0 }
      // Nearest rank: the smallest value with at least the share at or below it.
      let share = Int128(level?.millionths ?? 0) * Int128(sorted.count)
      let rank = max(1, min(Int128(sorted.count), (share + 999_999) / 1_000_000))
      return .known(sorted[Int(rank) - 1])
    default: return Calculation.undefined(function.rawValue)
    }
  }

  private static func distinct(_ values: [Value]) -> Int64 {
    let sorted = values.sorted { Value.inOrder($0, $1) }
    var count: Int64 = 0
    var previous: Value?
    for value in sorted {
      if previous.map({ Relation.equal($0, value) }) != .true { count += 1 }
      previous = value
    }
    return count
  }

  /// Wide arithmetic before one range check.
  private static func sum(_ values: [Value], _ type: ValueType) -> Datum {
    switch type {
    case .int: return whole(values).map { .known(.int($0)) } ?? overflow
    case .duration: return whole(values).map { .known(.duration($0)) } ?? overflow
    case .bytes: return whole(values).map { .known(.bytes($0)) } ?? overflow
    case .months: return whole(values).map { .known(.months($0)) } ?? overflow
    default:
      var total: Int128 = 0
      for value in values {
        guard let decimal = value.asDecimal else { return overflow }
        total += Int128(decimal.millionths)
      }
      let limit: Int128 = 999_999_999_999_999_999
      guard total.magnitude <= limit.magnitude, let millionths = Int64(exactly: total) else {
        return overflow
      }
      return .known(.decimal(Decimal(millionths: millionths)))
    }
  }

  private static let overflow = Calculation.undefined("overflow")

  private static func whole(_ values: [Value]) -> Int64? {
    var total: Int128 = 0
    for value in values { total += Int128(amount(value)) }
    return Int64(exactly: total)
  }

  private static func amount(_ value: Value) -> Int64 {
    switch value {
    case .int(let amount), .duration(let amount), .bytes(let amount), .months(let amount): amount
    default: 0
    }
  }

  private static func average(_ values: [Value], _ type: ValueType) -> Datum {
    let count = Int128(values.count)
    switch values.first {
    case .duration, .bytes:
      var total: Int128 = 0
      for value in values { total += Int128(amount(value)) }
      let half = (total.magnitude % count.magnitude) * 2 >= count.magnitude ? 1 : 0 as UInt128
      let rounded = total.magnitude / count.magnitude + half
      guard let size = Int64(exactly: rounded) else { return overflow }
      let signed = total < 0 ? 0 - size : size
      if case .bytes = type { return .known(.bytes(signed)) }
      return .known(.duration(signed))
    default:
      var total: Int128 = 0
      for value in values {
        guard let decimal = value.asDecimal else { return overflow }
        total += Int128(decimal.millionths)
      }
      return Ratio(total, over: count * 1_000_000).map { .known(.ratio($0)) } ?? overflow
    }
  }
}
