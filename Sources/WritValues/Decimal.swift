/// A decimal number in millionths: 18 digits, six after the point.
public struct Decimal: Hashable, Comparable, Sendable {
  public var millionths: Int64

  public init(millionths: Int64) { self.millionths = millionths }

  /// Nil when it has more than the 12 digits before the point.
  public init?(_ whole: Int64) {
    guard whole.magnitude <= 999_999_999_999 else { return nil }
    self.init(millionths: whole * 1_000_000)
  }

  /// Nil beyond 18 digits.
  init?(wideMillionths: Int128) {
    guard wideMillionths.magnitude < 1_000_000_000_000_000_000 else { return nil }
    self.init(millionths: Int64(truncatingIfNeeded: wideMillionths))
  }

  public static func < (one: Decimal, other: Decimal) -> Bool { one.millionths < other.millionths }
}

extension Decimal {
  public static let zero = Decimal(millionths: 0)

  /// Nil on overflow, as below.
  public func adding(_ other: Decimal) -> Decimal? {
    Decimal(wideMillionths: Int128(millionths) + Int128(other.millionths))
  }

  public func subtracting(_ other: Decimal) -> Decimal? {
    Decimal(wideMillionths: Int128(millionths) - Int128(other.millionths))
  }

  /// The product, rounded half away from zero.
  public func multiplied(by other: Decimal) -> Decimal? {
    let product = Int128(millionths) * Int128(other.millionths)
    return Decimal(wideMillionths: Self.divided(product, by: 1_000_000))
  }

  public var negated: Decimal? { Decimal(wideMillionths: 0 - Int128(millionths)) }
  public var absolute: Decimal? { Decimal(wideMillionths: Int128(millionths.magnitude)) }

  /// The nearest whole number, halves away from zero.
  public func rounded() -> Int64? {
    Int64(exactly: Self.divided(Int128(millionths), by: 1_000_000))
  }

  /// The largest whole number not above.
  public func floor() -> Int64? {
    millionths / 1_000_000 - (millionths % 1_000_000 < 0 ? 1 : 0)
  }

  /// The smallest whole number not below.
  public func ceil() -> Int64? {
    millionths / 1_000_000 + (millionths % 1_000_000 > 0 ? 1 : 0)
  }

  /// The quotient by a small positive number, rounded half away from zero.
  private static func divided(_ value: Int128, by divisor: Int128) -> Int128 {
    let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
    guard Int128(remainder.magnitude) * 2 >= divisor else { return quotient }
    return value < 0 ? quotient - 1 : quotient + 1
  }
}

extension Decimal: CustomStringConvertible {
  /// As few digits as will do: `95`, `1.5`, `-0.000001`.
  public var description: String {
    let (whole, fraction) = millionths.magnitude.quotientAndRemainder(dividingBy: 1_000_000)
    let sign = millionths < 0 ? "-" : ""
    if fraction == 0 { return "\(sign)\(whole)" }
    var digits = String(fraction + 1_000_000).dropFirst()
    while digits.last == "0" { digits.removeLast() }
    return "\(sign)\(whole).\(digits)"
  }
}
