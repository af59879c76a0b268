/// An exact quotient of two integers; the denominator is positive.
public struct Ratio: Sendable {
  public var numerator: Int128
  public var denominator: Int128

  public init(numerator: Int128, denominator: Int128) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// In lowest terms, with a positive denominator; nil for a division by zero and on overflow.
  public init?(_ dividend: Int128, over divisor: Int128) {
    if divisor == 0 { return nil }
    let reduced = Reduced(Ratio(numerator: dividend, denominator: divisor))
    guard let below = Int128(exactly: reduced.below) else { return nil }
    if reduced.isNegative {
      guard reduced.above <= Int128.min.magnitude else { return nil }
      numerator = 0 &- Int128(truncatingIfNeeded: reduced.above)
    } else {
      guard let above = Int128(exactly: reduced.above) else { return nil }
      numerator = above
    }
    denominator = below
  }

  public init(_ whole: Int64) { self.init(numerator: Int128(whole), denominator: 1) }

  public init(_ decimal: Decimal) {
    self.init(numerator: Int128(decimal.millionths), denominator: 1_000_000)
  }

  /// The nearest decimal, halves away from zero; nil when it has more than 18 digits.
  public var rounded: Decimal? {
    let reduced = Reduced(self)
    if reduced.below == 0 { return nil }
    let (whole, rest) = reduced.above.quotientAndRemainder(dividingBy: reduced.below)
    if whole >= 1_000_000_000_000 { return nil }
    let wide = rest.multipliedFullWidth(by: 1_000_000)
    // The rest is below the divisor, so the quotient is below a million.
    let (millionths, left) = reduced.below.dividingFullWidth(wide)
    let up: Int128 = left >= reduced.below - left ? 1 : 0
    let magnitude = Int128(whole) * 1_000_000 + Int128(millionths) + up
    return Decimal(wideMillionths: reduced.isNegative ? -magnitude : magnitude)
  }

  /// Sign and magnitudes in lowest terms: what equality, order and hash go by.
  private struct Reduced: Hashable {
    var isNegative: Bool
    var above: UInt128
    var below: UInt128

    init(_ ratio: Ratio) {
      above = ratio.numerator.magnitude
      below = ratio.denominator.magnitude
      isNegative = ratio.numerator != 0 && (ratio.numerator < 0) != (ratio.denominator < 0)
      var (divisor, rest) = (above, below)
      while rest != 0 { (divisor, rest) = (rest, divisor % rest) }
      if divisor > 1 {
        above /= divisor
        below /= divisor
      }
    }

    func isLess(than other: Reduced) -> Bool {
      let left = above.multipliedFullWidth(by: other.below)
      let right = other.above.multipliedFullWidth(by: below)
      return (left.high, left.low) < (right.high, right.low)
    }
  }
}

extension Ratio: Hashable, Comparable {
  public static func == (one: Ratio, other: Ratio) -> Bool { Reduced(one) == Reduced(other) }

  public func hash(into hasher: inout Hasher) { hasher.combine(Reduced(self)) }

  public static func < (one: Ratio, other: Ratio) -> Bool {
    let (left, right) = (Reduced(one), Reduced(other))
    if left.isNegative != right.isNegative { return left.isNegative }
    return left.isNegative ? right.isLess(than: left) : left.isLess(than: right)
  }
}

extension Ratio: CustomStringConvertible {
  /// Rounded to six places; as a fraction where that has too many digits.
  public var description: String { rounded?.description ?? "\(numerator)/\(denominator)" }
}
