/// From log-odds to a probability without floating point, so that it is the same everywhere.
enum LogisticCurve {
  /// Millionths at every quarter of a unit from 0 to 8; the curve is symmetric.
  private static let points: [Int64] = [
    500_000, 562_177, 622_459, 679_179, 731_059, 777_300, 817_574, 851_953, 880_797, 904_651,
    924_142, 939_913, 952_574, 962_673, 970_688, 977_023, 982_014, 985_936, 989_013, 991_423,
    993_307, 994_780, 995_930, 996_827, 997_527, 998_073, 998_499, 998_831, 999_089, 999_290,
    999_447, 999_570, 999_665,
  ]

  /// - Parameter odds: log-odds in thousandths.
  static func millionths(_ odds: Int) -> Int64 {
    let size = min(odds.magnitude, 7_999)
    let index = Int(size / 250)
    let rest = Int64(size % 250)
    let value = points[index] + (points[index + 1] - points[index]) * rest / 250
    return odds < 0 ? 1_000_000 - value : value
  }
}
