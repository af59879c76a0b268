/// Letters without case and marks: `É` and `e` are one, `Ł` and `l`, `Ж` and `ж`.
enum LetterFolding {
  /// U+00C0 to U+017F; a blank is no letter.
  private static let latin: [UInt8] = Array(
    """
    aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty\
    aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllllllln\
    nnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs
    """.utf8)

  /// One letter of a text.
  struct Letter {
    var length: Int
    var isUpper: Bool
    /// The folded code point; 0 where there is no letter.
    var folded: UInt32
  }

  /// The letter that begins at `index`, which is not ASCII. Broken UTF-8 is no letter.
  static func letter(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Letter {
    let first = UInt32(bytes[index])
    let none = Letter(length: 1, isUpper: false, folded: 0)
    func tail(_ offset: Int) -> UInt32? {
      let place = index &+ offset
      guard place < bytes.count, bytes[place] & 0xC0 == 0x80 else { return nil }
      return UInt32(bytes[place] & 0x3F)
    }
    if first >= 0xC2 && first < 0xE0, let second = tail(1) {
      return folded((first & 0x1F) << 6 | second)
    }
    if first >= 0xE0 && first < 0xF0, let second = tail(1), let third = tail(2) {
      let point = (first & 0x0F) << 12 | second << 6 | third
      return vietnamese(point)
    }
    return none
  }

  private static func folded(_ point: UInt32) -> Letter {
    var letter = Letter(length: 2, isUpper: false, folded: 0)
    switch point {
    case 0xC0...0x17F:
      let base = latin[Int(point &- 0xC0)]
      if base == 0x20 { return letter }
      letter.folded = UInt32(base)
      if point < 0x100 {
        letter.isUpper = point < 0xDF
      } else {
        let isOdd = point & 1 == 1
        let isShifted = (0x139...0x148).contains(point) || (0x179...0x17E).contains(point)
        letter.isUpper = isShifted ? isOdd : (!isOdd && point != 0x138)
        if point == 0x178 { letter.isUpper = true }
      }
    case 0x1A0, 0x1A1: letter = Letter(length: 2, isUpper: point == 0x1A0, folded: 0x6F)
    case 0x1AF, 0x1B0: letter = Letter(length: 2, isUpper: point == 0x1AF, folded: 0x75)
    case 0x218, 0x219: letter = Letter(length: 2, isUpper: point == 0x218, folded: 0x73)
    case 0x21A, 0x21B: letter = Letter(length: 2, isUpper: point == 0x21A, folded: 0x74)
    case 0x18F, 0x259: letter = Letter(length: 2, isUpper: point == 0x18F, folded: 0x65)
    case 0x386...0x3AB:
      letter.isUpper = true
      letter.folded = point >= 0x391 ? point &+ 32 : point
    case 0x3AC...0x3CE: letter.folded = point
    case 0x400...0x40F:
      letter.isUpper = true
      letter.folded = point == 0x401 ? 0x435 : point &+ 80
    case 0x410...0x42F:
      letter.isUpper = true
      letter.folded = point &+ 32
    case 0x430...0x45F: letter.folded = point == 0x451 ? 0x435 : point
    case 0x490, 0x491:
      letter.isUpper = point == 0x490
      letter.folded = 0x433
    default: break
    }
    return letter
  }

  private static func vietnamese(_ point: UInt32) -> Letter {
    var letter = Letter(length: 3, isUpper: false, folded: 0)
    let base: UInt8
    switch point {
    case 0x1EA0...0x1EB7: base = UInt8(ascii: "a")
    case 0x1EB8...0x1EC7: base = UInt8(ascii: "e")
    case 0x1EC8...0x1ECB: base = UInt8(ascii: "i")
    case 0x1ECC...0x1EE3: base = UInt8(ascii: "o")
    case 0x1EE4...0x1EF1: base = UInt8(ascii: "u")
    case 0x1EF2...0x1EF9: base = UInt8(ascii: "y")
    default: return letter
    }
    letter.isUpper = point & 1 == 0
    letter.folded = UInt32(base)
    return letter
  }
}
