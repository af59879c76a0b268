#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Probabilities as log-odds, in thousandths of a natural logarithm's unit, so that evidence adds up.
package enum LogOdds {
  /// From a probability in millionths; certainty either way is a millionth short of it.
  package static func of(_ millionths: Int64) -> Int {
    let share = Double(min(max(millionths, 1), 999_999)) / 1_000_000
    return Int((log(share / (1 - share)) * 1_000).rounded())
  }

  /// Back to millionths.
  package static func probability(_ odds: Int) -> Int64 {
    let bounded = Double(min(max(odds, -20_000), 20_000)) / 1_000
    return Int64((1_000_000 / (1 + exp(-bounded))).rounded())
  }
}
