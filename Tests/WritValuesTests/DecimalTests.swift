import Testing
import WritValues
import _WritTestSupport

@Suite struct DecimalTests {
  @Test(arguments: [
    ("1.5", "1.5"), ("95", "95"), ("-0.000001", "-0.000001"), ("0", "0"), ("-0", "0"),
    ("1.0000005", "1.000001"), ("-1.0000005", "-1.000001"), ("1.00000049999", "1"),
    ("1e3", "1000"), ("1.25E-2", "0.0125"), ("5e-7", "0.000001"), ("4e-7", "0"), ("-4e-7", "0"),
    ("1e-400", "0"), ("0e999999999999", "0"), ("999999999999.999999", "999999999999.999999"),
    ("0.000012345e10", "123450"), ("123.4560", "123.456"),
  ])
  func reads(text: String, printed: String) {
    #expect(Decimal(parsing: text)?.description == printed)
  }

  @Test(arguments: [
    "", "-", "+1", "01", "1.", ".5", "1e", "1e+", "0x10", " 1", "1 ", "NaN", "--1", "1_000",
    "1000000000000", "999999999999.9999995", "1e12", "1e400", "1e99999999999999999999", "１",
  ])
  func refuses(text: String) {
    #expect(Decimal(parsing: text) == nil)
  }

  @Test func roundsHalfAwayFromZero() {
    let table: [(String, Int64, Int64, Int64)] = [
      ("1.5", 2, 1, 2), ("-1.5", -2, -2, -1), ("0.499999", 0, 0, 1), ("-0.5", -1, -1, 0),
      ("7", 7, 7, 7), ("-0.000001", 0, -1, 0),
    ]
    for (text, rounded, floor, ceil) in table {
      let number = Decimal(parsing: text)
      #expect(number?.rounded() == rounded)
      #expect(number?.floor() == floor)
      #expect(number?.ceil() == ceil)
    }
  }

  @Test func neverOverflowsInSilence() {
    let largest = Decimal(millionths: 999_999_999_999_999_999)
    let one = Decimal(millionths: 1)
    #expect(largest.adding(one) == nil)
    #expect(largest.adding(Decimal(millionths: -1))?.description == "999999999999.999998")
    #expect(Decimal(millionths: -largest.millionths).subtracting(one) == nil)
    #expect(largest.multiplied(by: largest) == nil)
    #expect(Decimal(1_000_000_000_000) == nil)
    #expect(Decimal(-999_999_999_999)?.description == "-999999999999")
    #expect(Decimal(millionths: .min).negated == nil)
    #expect(Decimal(millionths: .min).multiplied(by: Decimal(millionths: .min)) == nil)
    #expect(Decimal(millionths: 1).multiplied(by: Decimal(millionths: 500_000))?.millionths == 1)
    #expect(Decimal(millionths: -1).multiplied(by: Decimal(millionths: 499_999)) == .zero)
  }
}

@Suite struct RatioTests {
  @Test func comparesExactly() {
    let third = Ratio(numerator: 1, denominator: 3)
    #expect(third == Ratio(numerator: 2, denominator: 6))
    #expect(third.hashValue == Ratio(numerator: 2, denominator: 6).hashValue)
    #expect(third > Ratio(Decimal(millionths: 333_333)))
    #expect(third < Ratio(Decimal(millionths: 333_334)))
    let huge = Ratio(numerator: .max, denominator: .max - 1)
    #expect(Ratio(1) < huge)
    #expect(huge < Ratio(numerator: .max - 1, denominator: .max - 2))
    #expect(Ratio(numerator: .min, denominator: 1) < Ratio(numerator: .min, denominator: 2))
  }

  @Test func isNothingOverZero() {
    #expect(Ratio(1, over: 0) == nil)
    #expect(Ratio(6, over: -4)?.description == "-1.5")
    #expect(Ratio(.min, over: -1) == nil)
    #expect(Ratio(.min, over: 1)?.numerator == .min)
    // No such value is made by `over:`, yet nothing may trap on one.
    let broken = Ratio(numerator: 1, denominator: 0)
    #expect(broken.rounded == nil)
    #expect(broken == broken && !(broken < broken))
  }

  @Test(
    arguments: [
      (2, 3, "0.666667"), (-2, 3, "-0.666667"), (1, 2_000_000, "0.000001"),
      (-1, 2_000_000, "-0.000001"),
      (1, 2_000_001, "0"), (10, 5, "2"), (999_999_999_999, 1, "999999999999"),
    ] as [(Int64, Int64, String)])
  func rounds(above: Int64, below: Int64, printed: String) {
    #expect(Ratio(Int128(above), over: Int128(below))?.rounded?.description == printed)
  }

  @Test func printsWhatFitsNoDecimal() {
    #expect(Ratio(numerator: 1_000_000_000_000, denominator: 1).description == "1000000000000/1")
  }

  @Test func agreesWithWideArithmetic() {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<2000 {
      let (a, c) = (
        Int64.random(in: -99...99, using: &generator), Int64.random(in: -99...99, using: &generator)
      )
      let (b, d) = (
        Int64.random(in: 1...99, using: &generator), Int64.random(in: 1...99, using: &generator)
      )
      let left = Ratio(numerator: Int128(a), denominator: Int128(b))
      let right = Ratio(numerator: Int128(c), denominator: Int128(d))
      #expect((left < right) == (a * d < c * b))
      #expect((left == right) == (a * d == c * b))
    }
  }
}
