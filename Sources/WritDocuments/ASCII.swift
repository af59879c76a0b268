/// The bytes the grammars know by name.
enum ASCII {
  static let tab = UInt8(ascii: "\t")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let quote = UInt8(ascii: "\"")
  static let apostrophe = UInt8(ascii: "'")
  static let backslash = UInt8(ascii: "\\")
  static let comma = UInt8(ascii: ",")
  static let colon = UInt8(ascii: ":")
  static let hash = UInt8(ascii: "#")
  static let minus = UInt8(ascii: "-")
  static let openBrace = UInt8(ascii: "{")
  static let closeBrace = UInt8(ascii: "}")
  static let openBracket = UInt8(ascii: "[")
  static let closeBracket = UInt8(ascii: "]")
  static let less = UInt8(ascii: "<")
  static let greater = UInt8(ascii: ">")
  static let equal = UInt8(ascii: "=")
  static let slash = UInt8(ascii: "/")
  static let ampersand = UInt8(ascii: "&")

  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  @inline(__always)
  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  @inline(__always)
  static func isBlank(_ byte: UInt8) -> Bool { byte == space || byte == tab }

  @inline(__always)
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == space || byte == lineFeed || byte == carriageReturn || byte == tab
  }

  static func lowercased(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

  static func hexDigit(_ byte: UInt8) -> UInt32? {
    if isDigit(byte) { return UInt32(byte &- 0x30) }
    let letter = byte | 0x20
    return letter &- 0x61 < 6 ? UInt32(letter &- 0x61 &+ 10) : nil
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// 0 outside.
  @inline(__always)
  func at(_ index: Int) -> UInt8 {
    UInt(bitPattern: index) < UInt(bitPattern: count) ? self[index] : 0
  }

  /// Index of the first such byte in a range; nil when there is none.
  func first(_ byte: UInt8, from start: Int, to end: Int) -> Int? {
    first(byte, byte, from: start, to: end)
  }

  /// Index of the first byte that is one of two.
  @inline(__always)
  func first(_ one: UInt8, _ other: UInt8, from start: Int, to end: Int) -> Int? {
    guard let base = baseAddress else { return nil }
    let end = Swift.min(end, count)
    var index = Swift.max(0, start)
    let raw = UnsafeRawPointer(base)
    let low: UInt64 = 0x0101_0101_0101_0101
    let high: UInt64 = 0x8080_8080_8080_8080
    let ones = UInt64(one) &* low
    let others = UInt64(other) &* low
    while index &+ 8 <= end {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let a = word ^ ones
      let b = word ^ others
      let hit = (((a &- low) & ~a) | ((b &- low) & ~b)) & high
      if hit != 0 { return index &+ hit.trailingZeroBitCount >> 3 }
      index &+= 8
    }
    while index < end {
      if base[index] == one || base[index] == other { return index }
      index &+= 1
    }
    return nil
  }

  /// Whether the bytes at an index are those of a word; letters in any case where asked for.
  func has(_ word: StaticString, at index: Int, anyCase: Bool = false) -> Bool {
    let length = word.utf8CodeUnitCount
    guard index >= 0, index &+ length <= count else { return false }
    for step in 0..<length {
      let byte = self[index &+ step]
      let wanted = word.utf8Start[step]
      guard byte == wanted || anyCase && ASCII.lowercased(byte) == wanted else { return false }
    }
    return true
  }

  /// Index of the first place where a word is.
  func first(_ word: StaticString, from start: Int, to end: Int, anyCase: Bool = false) -> Int? {
    var index = start
    let head = word.utf8Start[0]
    while let found = first(head, from: index, to: end) {
      if has(word, at: found, anyCase: anyCase) { return found }
      index = found &+ 1
    }
    return nil
  }
}
