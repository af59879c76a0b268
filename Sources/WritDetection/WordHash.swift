/// The hash of a word without regard to case, byte by byte, and of words that follow one another.
///
/// Case is folded in ASCII and in the two-byte Latin, Greek and Cyrillic letters.
struct WordHash {
  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let prime: UInt64 = 0x0000_0100_0000_01B3
  /// Joins the hashes of words; odd, so that no word is lost.
  static let step: UInt64 = 0x9E37_79B9_7F4A_7C15

  private(set) var value = WordHash.seed

  @inline(__always)
  mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* Self.prime
  }

  /// Finished, so that low bits depend on all bytes.
  @inline(__always)
  var finished: UInt64 { Self.finish(value) }

  @inline(__always)
  static func finish(_ value: UInt64) -> UInt64 {
    let mixed = (value ^ (value >> 32)) &* 0xD6E8_FEB8_6659_FD93
    return mixed ^ (mixed >> 29)
  }

  /// Letters and digits of ASCII and every byte past it make words.
  @inline(__always)
  static func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte >= 0x30 && byte <= 0x39) || isLetter(byte)
  }

  @inline(__always)
  static func isLetter(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return lower >= 0x61 && lower <= 0x7A
  }

  @inline(__always)
  static func isUpper(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }

  /// The byte without case, given the one before it.
  @inline(__always)
  static func folded(_ byte: UInt8, after previous: UInt8) -> UInt8 {
    if isUpper(byte) { return byte | 0x20 }
    return byte < 0x80 ? byte : foldedPastASCII(byte, after: previous)
  }

  /// A byte of a letter of two bytes. The cases of some Cyrillic and Greek letters differ in both
  /// bytes: there the first one is brought to one value too.
  private static func foldedPastASCII(_ byte: UInt8, after lead: UInt8) -> UInt8 {
    switch (lead, byte) {
    case (_, 0xD1): return 0xD0
    case (_, 0xCF): return 0xCE
    case (0xC3, 0x80...0x9E): return byte == 0x97 ? byte : byte + 0x20
    case (0xC4, 0x80...0xB7), (0xC5, 0x8A...0xB7): return byte | 1
    case (0xC4, 0xB9...0xBE), (0xC5, 0x81...0x88), (0xC5, 0xB9...0xBE):
      return byte % 2 == 1 ? byte + 1 : byte
    case (0xD0, 0x90...0x9F), (0xCE, 0x91...0x9F): return byte + 0x20
    case (0xD0, 0xA0...0xAF), (0xCE, 0xA0...0xA9): return byte - 0x20
    default: return byte
    }
  }
}

/// The words of a text that is given whole, each as its hash.
enum WordList {
  static func hashes(of text: some Collection<UInt8>) -> [UInt64] {
    words(of: Array(text)).map(\.hash)
  }

  static func words(of text: [UInt8]) -> [(hash: UInt64, start: Int, end: Int)] {
    text.withUnsafeBufferPointer { bytes in
      bytes.baseAddress.map { words($0, 0..<bytes.count) } ?? []
    }
  }

  /// Words are runs of letters and digits; a change from lower to upper case begins another.
  static func words(
    _ text: UnsafePointer<UInt8>, _ range: Range<Int>
  ) -> [(hash: UInt64, start: Int, end: Int)] {
    var words: [(hash: UInt64, start: Int, end: Int)] = []
    var hash = WordHash()
    var start = -1
    var previous: UInt8 = 0
    for place in range {
      let byte = text[place]
      let isInside = WordHash.isWordByte(byte)
      let isHump = WordHash.isUpper(byte) && previous >= 0x61 && previous <= 0x7A
      if start >= 0, !isInside || isHump {
        words.append((hash.finished, start, place))
        hash = WordHash()
        start = -1
      }
      if isInside {
        if start < 0 { start = place }
        hash.add(WordHash.folded(byte, after: previous))
      }
      previous = byte
    }
    if start >= 0 { words.append((hash.finished, start, range.upperBound)) }
    return words
  }

  /// All letters and digits as if they were one word.
  static func joined(_ text: some Collection<UInt8>) -> UInt64 {
    var hash = WordHash()
    var previous: UInt8 = 0
    for byte in text {
      if WordHash.isWordByte(byte) { hash.add(WordHash.folded(byte, after: previous)) }
      previous = byte
    }
    return hash.finished
  }

  /// The hash of words that follow one another.
  static func phrase(_ words: some BidirectionalCollection<UInt64>) -> UInt64 {
    var sum: UInt64 = 0
    var factor: UInt64 = 1
    for word in words.reversed() {
      sum &+= word &* factor
      factor &*= WordHash.step
    }
    return sum
  }
}

/// For each byte: 0 if it is no part of a word, itself without case in ASCII, itself past ASCII.
final class FoldingTable: @unchecked Sendable {
  let table: UnsafePointer<UInt8>

  init() {
    let fresh = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
    for byte in UInt8.min...UInt8.max {
      fresh[Int(byte)] =
        !WordHash.isWordByte(byte) ? 0 : byte < 0x80 ? WordHash.folded(byte, after: 0) : byte
    }
    table = UnsafePointer(fresh)
  }

  deinit { table.deallocate() }
}
