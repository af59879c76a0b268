/// A share as an exact quotient of two counts, kept as counted.
public struct Fraction: Hashable, Sendable {
  public var numerator: Int64
  public var denominator: Int64

  /// Nil when there is nothing to take a share of, or a count is below zero.
  public init?(_ numerator: Int64, of denominator: Int64) {
    guard denominator > 0, numerator >= 0 else { return nil }
    self.numerator = numerator
    self.denominator = denominator
  }

  /// The percentage rounded once, half up, with this many decimals (0 to 6): `24.9`.
  public func percent(decimals: Int = 1) -> String {
    let places = min(max(decimals, 0), 6)
    var scale: Int128 = 1
    for _ in 0..<places { scale *= 10 }
    let wide = Int128(denominator)
    let rounded = (Int128(numerator) * 100 * scale * 2 + wide) / (wide * 2)
    guard places > 0 else { return "\(rounded)" }
    let digits = String(rounded % scale)
    let zeros = String(repeating: "0", count: places - digits.count)
    return "\(rounded / scale).\(zeros)\(digits)"
  }

  /// Compares values: 1 of 2 is not less than 2 of 4.
  public func isLess(than other: Fraction) -> Bool {
    Int128(numerator) * Int128(other.denominator) < Int128(other.numerator) * Int128(denominator)
  }
}
