typealias Bytes = UnsafeBufferPointer<UInt8>

extension UInt8 {
  @inline(__always) var isASCIIDigit: Bool { self &- 0x30 < 10 }
  @inline(__always) var isASCIIUpper: Bool { self &- 0x41 < 26 }
  @inline(__always) var isASCIILower: Bool { self &- 0x61 < 26 }
  @inline(__always) var isASCIILetter: Bool { (self | 0x20).isASCIILower }
  @inline(__always) var isASCIIAlphanumeric: Bool { isASCIIDigit || isASCIILetter }
  @inline(__always) var isHexadecimal: Bool { isASCIIDigit || (self | 0x20) &- 0x61 < 6 }

  /// 0–9 for digits, 10–35 for letters of either case; nonsense, never a trap, for the rest.
  @inline(__always) var base36: Int {
    isASCIIDigit ? Int(self &- 0x30) : Int(self | 0x20) &- 87
  }
}

// Every rule asks for the length first (`Validator` does it by the declared lengths), so none of
// these checks an index again.
extension UnsafeBufferPointer where Element == UInt8 {
  var hasOnlyDigits: Bool {
    for byte in self where !byte.isASCIIDigit { return false }
    return true
  }

  var hasOnlyUpperAndDigits: Bool {
    for byte in self where !byte.isASCIIDigit && !byte.isASCIIUpper { return false }
    return true
  }

  /// 0–9 or 10–35 at a place.
  @inline(__always) func value(_ index: Int) -> Int { self[index].base36 }

  @inline(__always) var lastValue: Int { self[count &- 1].base36 }

  @inline(__always) func isDigit(_ index: Int) -> Bool { self[index].isASCIIDigit }

  @inline(__always) func isUpper(_ index: Int) -> Bool { self[index].isASCIIUpper }

  func areDigits(_ range: Range<Int>) -> Bool {
    for index in range where !self[index].isASCIIDigit { return false }
    return true
  }

  func areUpper(_ range: Range<Int>) -> Bool {
    for index in range where !self[index].isASCIIUpper { return false }
    return true
  }

  /// The digits of a range as a number; the caller knows that they are digits and at most 18.
  func number(_ range: Range<Int>) -> Int {
    var number = 0
    for index in range { number = number &* 10 &+ value(index) }
    return number
  }

  func number(_ start: Int, _ length: Int) -> Int { number(start..<start &+ length) }

  /// The digits of a range, taken as one number, modulo a small modulus.
  func remainder(_ range: Range<Int>, _ modulus: Int) -> Int {
    var remainder = 0
    for index in range { remainder = (remainder &* 10 &+ value(index)) % modulus }
    return remainder
  }

  /// Whether all characters are the same: nobody is given 000000000.
  var isUniform: Bool {
    guard let first else { return true }
    for byte in self where byte != first { return false }
    return true
  }

  func isEqual(_ start: Int, _ text: StaticString) -> Bool {
    guard start &+ text.utf8CodeUnitCount <= count else { return false }
    for index in 0..<text.utf8CodeUnitCount where self[start &+ index] != text.utf8Start[index] {
      return false
    }
    return true
  }

  func hasPrefix(_ text: StaticString) -> Bool { isEqual(0, text) }
}

extension StaticString {
  /// Whether a byte is among the characters.
  func has(_ byte: UInt8) -> Bool {
    for index in 0..<utf8CodeUnitCount where utf8Start[index] == byte { return true }
    return false
  }

  /// Whether `byte` is the character at a place that may lie outside.
  func has(_ byte: UInt8, at index: Int) -> Bool {
    index >= 0 && index < utf8CodeUnitCount && utf8Start[index] == byte
  }

  /// Whether a two-character word, such as a country code, is one of the words of this list,
  /// which are written without anything between them.
  func hasPair(_ one: UInt8, _ other: UInt8) -> Bool {
    var index = 0
    while index &+ 1 < utf8CodeUnitCount {
      if utf8Start[index] == one, utf8Start[index &+ 1] == other { return true }
      index &+= 2
    }
    return false
  }
}
