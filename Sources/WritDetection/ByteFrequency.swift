/// How often bytes occur in logs and prose, roughly: it decides which gate is the cheaper one, never
/// what is found.
enum ByteFrequency {
  /// Per ten thousand.
  private static let shares: [Double] = (0..<256).map { byte in
    switch UInt8(byte) {
    case UInt8(ascii: " "): 1300
    case UInt8(ascii: "e"), UInt8(ascii: "t"), UInt8(ascii: "a"): 550
    case UInt8(ascii: "0")...UInt8(ascii: "9"): 230
    case UInt8(ascii: "a")...UInt8(ascii: "z"): 190
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): 40
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ":"): 150
    case UInt8(ascii: "="), UInt8(ascii: ","), UInt8(ascii: "\""): 100
    case UInt8(ascii: "\n"), UInt8(ascii: "/"), UInt8(ascii: "_"): 80
    case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "("), UInt8(ascii: ")"): 40
    case UInt8(ascii: "@"): 2
    case 0x21...0x7E: 15
    case 0x80...0xFF: 4
    default: 2
    }
  }

  private static let sum = shares.reduce(0, +)

  /// Between 0 and 1.
  static func share(_ set: ByteSet) -> Double {
    var total = 0.0
    for byte in UInt8.min...UInt8.max where set.contains(byte) { total += shares[Int(byte)] }
    return total / sum
  }
}
