import WritValues

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The few figures that need a logarithm. They are rounded to a millionth, and thresholds are
/// compared with what was rounded: the last bits, in which libraries differ, decide nothing.
enum Millionths {
  static func log(_ value: Double) -> Double {
    #if canImport(Glibc)
      Glibc.log(value)
    #else
      Darwin.log(value)
    #endif
  }

  static func exp(_ value: Double) -> Double {
    #if canImport(Glibc)
      Glibc.exp(value)
    #else
      Darwin.exp(value)
    #endif
  }

  /// The nearest millionth; zero for what is no number, the largest decimal for what is beyond it.
  static func rounded(_ value: Double) -> Decimal {
    let scaled = (value * 1_000_000).rounded()
    if scaled.isNaN { return .zero }
    if abs(scaled) >= 1e18 {
      return Decimal(millionths: scaled < 0 ? -999_999_999_999_999_999 : 999_999_999_999_999_999)
    }
    return Decimal(millionths: Int64(scaled))
  }
}
