/// Bytes that sort as versions do.
struct VersionKey {
  /// Begins with 1, so that what is no version (0) comes first.
  private(set) var bytes: [UInt8] = [1]

  mutating func append(_ byte: UInt8) { bytes.append(byte) }

  mutating func append(contentsOf part: some Sequence<UInt8>) { bytes.append(contentsOf: part) }

  /// A number of any length: how many digits it has without leading zeros, then the digits.
  mutating func append(number digits: ArraySlice<UInt8>) {
    let significant = digits.drop { $0 == UInt8(ascii: "0") }
    let count = significant.count
    if count < 255 {
      bytes.append(UInt8(count))
    } else {
      bytes.append(255)
      for shift in stride(from: 56, through: 0, by: -8) {
        bytes.append(UInt8(truncatingIfNeeded: count >> shift))
      }
    }
    bytes.append(contentsOf: significant)
  }
}

extension UInt8 {
  var isDigit: Bool { self &- 0x30 < 10 }
  var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
  var isAlphanumeric: Bool { isDigit || isLetter }
}
