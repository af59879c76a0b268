/// RFC 4648 base 32 in lower case and without padding: safe in any text, one word to a reader of words.
enum Base32 {
  private static let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)

  /// Five bits each, the first ones first; bits left over are filled up with zeros.
  static func encode(_ bytes: some Collection<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count * 8 + 4) / 5)
    var bits: UInt32 = 0
    var count: UInt32 = 0
    for byte in bytes {
      bits = bits << 8 | UInt32(byte)
      count += 8
      while count >= 5 {
        count -= 5
        text.append(alphabet[Int(bits >> count & 0x1F)])
      }
    }
    if count > 0 { text.append(alphabet[Int(bits << (5 - count) & 0x1F)]) }
    return text
  }

  static func isDigit(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x32...0x37).contains(byte)
  }

  /// Nil for another character, or where the text is not the one spelling of its bytes.
  static func decode(_ text: some Collection<UInt8>) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count * 5 / 8)
    var bits: UInt32 = 0
    var count: UInt32 = 0
    for byte in text {
      guard isDigit(byte) else { return nil }
      bits = bits << 5 | UInt32(byte >= 0x61 ? byte - 0x61 : byte - 0x32 + 26)
      count += 5
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> count))
      }
    }
    return count < 5 && bits & (1 << count &- 1) == 0 ? bytes : nil
  }
}
