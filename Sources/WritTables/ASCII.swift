/// The bytes the readers know by name.
enum ASCII {
  static let tab = UInt8(ascii: "\t")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let quote = UInt8(ascii: "\"")
  static let backslash = UInt8(ascii: "\\")
  static let comma = UInt8(ascii: ",")
  static let semicolon = UInt8(ascii: ";")
  static let colon = UInt8(ascii: ":")
  static let minus = UInt8(ascii: "-")
  static let plus = UInt8(ascii: "+")
  static let point = UInt8(ascii: ".")
  static let zero = UInt8(ascii: "0")
  static let openBrace = UInt8(ascii: "{")
  static let closeBrace = UInt8(ascii: "}")
  static let openBracket = UInt8(ascii: "[")
  static let closeBracket = UInt8(ascii: "]")

  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- zero < 10 }

  /// Offset of the first line feed at or after `start`; nil when there is none.
  static func lineFeed(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    let raw = UnsafeRawBufferPointer(bytes)
    var index = max(0, start)
    while index &+ 8 <= bytes.count {
      let word = UInt64(
        littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let other = word ^ 0x0A0A_0A0A_0A0A_0A0A
      let hit = (other &- 0x0101_0101_0101_0101) & ~other & 0x8080_8080_8080_8080
      if hit != 0 { return index &+ hit.trailingZeroBitCount >> 3 }
      index &+= 8
    }
    while index < bytes.count {
      if bytes[index] == lineFeed { return index }
      index &+= 1
    }
    return nil
  }
}

/// Part of the bytes between two offsets.
struct ByteRange {
  var start: Int
  var end: Int

  var count: Int { end &- start }
}

extension UnsafeBufferPointer<UInt8> {
  /// The bytes of a range, clamped to what is there.
  @inline(__always)
  func part(_ range: ByteRange) -> UnsafeBufferPointer<UInt8> {
    let start = Swift.min(Swift.max(0, range.start), count)
    let end = Swift.min(Swift.max(start, range.end), count)
    return UnsafeBufferPointer(rebasing: self[start..<end])
  }

  var text: String { String(decoding: self, as: UTF8.self) }
}
