/// Base64 in both alphabets, for looking into short values.
enum Base64 {
  /// Gives the decoded bytes of at most 3,072 characters; false where the text is not base64.
  static func withDecoded(_ bytes: Bytes, _ body: (Bytes) -> Bool) -> Bool {
    guard bytes.count <= 3072 else { return false }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 2304) { buffer in
      var count = 0
      var bits: UInt32 = 0
      var held = 0
      for byte in bytes {
        if byte == UInt8(ascii: "=") { break }
        guard let value = value(byte) else { return false }
        bits = bits << 6 | value
        held += 6
        if held >= 8 {
          held -= 8
          buffer[count] = UInt8(truncatingIfNeeded: bits >> UInt32(held))
          count += 1
        }
      }
      return body(Bytes(rebasing: buffer[0..<count]))
    }
  }

  private static func value(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x41...0x5A: UInt32(byte) - 0x41
    case 0x61...0x7A: UInt32(byte) - 0x47
    case 0x30...0x39: UInt32(byte) + 4
    case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
    case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
    default: nil
    }
  }
}
