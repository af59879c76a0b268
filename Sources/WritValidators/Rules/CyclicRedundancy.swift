/// CRC-32 as in ITU-T V.42 and gzip.
enum CyclicRedundancy {
  static func crc32(_ bytes: Bytes) -> UInt32 {
    let table = table
    var state: UInt32 = .max
    for byte in bytes {
      state = table[Int((state ^ UInt32(byte)) & 0xFF)] ^ (state >> 8)
    }
    return ~state
  }

  private static let table: [UInt32] = (0..<256).map { index in
    var value = UInt32(index)
    for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
    return value
  }

  /// `ghp_` and its like: characters, then six of base 62 that are their CRC-32.
  static func hasTokenTail(_ bytes: Bytes) -> Bool {
    guard let underscore = bytes.lastIndex(of: UInt8(ascii: "_")),
      bytes.count - underscore > 12
    else { return false }
    let tail = bytes.count - 6
    let body = Bytes(rebasing: bytes[underscore + 1..<tail])
    var value: UInt64 = 0
    for index in tail..<bytes.count {
      guard let digit = base62(bytes[index]) else { return false }
      value = value * 62 + digit
    }
    return value == UInt64(crc32(body))
  }

  private static func base62(_ byte: UInt8) -> UInt64? {
    switch byte {
    case 0x30...0x39: UInt64(byte) - 0x30
    case 0x41...0x5A: UInt64(byte) - 0x41 + 10
    case 0x61...0x7A: UInt64(byte) - 0x61 + 36
    default: nil
    }
  }
}
