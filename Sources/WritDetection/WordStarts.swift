/// Where words begin in a text, as masks of 64 bytes that are made in advance.
final class WordStarts {
  private static let blocks = 64

  /// A word begins behind what is no part of one, and where a capital follows a small letter.
  private static let masks = StartMasks([
    StartRule(previous: wordBytes.complement, first: wordBytes),
    StartRule(previous: ByteSet(0x61...0x7A), first: ByteSet(0x41...0x5A)),
  ])
  private static let wordBytes = ByteSet((UInt8.min...UInt8.max).filter(WordHash.isWordByte))

  private let masks = WordStarts.masks
  private let words: UnsafeMutableBufferPointer<UInt64>
  /// The part of the text that `words` are for.
  private var from = 0
  private var to = 0

  init() {
    words = .allocate(capacity: Self.blocks)
    words.initialize(repeating: 0)
  }

  deinit { words.deallocate() }

  func forget() {
    from = 0
    to = 0
  }

  /// The mask that holds a place, with the offset of its first bit.
  @inline(__always)
  func word(
    at place: Int, _ text: UnsafePointer<UInt8>, _ count: Int
  ) -> (bits: UInt64, offset: Int) {
    if place < from || place >= to { fill(place, text, count) }
    let block = (place &- from) >> 6
    return (words[block], from &+ (block << 6))
  }

  private func fill(_ place: Int, _ text: UnsafePointer<UInt8>, _ count: Int) {
    // Blocks that the text does not fill are made anew when there is more of it.
    let whole = max(1, min(Self.blocks, (count - place) / 64))
    from = place
    to = place + whole * 64
    masks.fill(UnsafeMutableBufferPointer(rebasing: words[0..<whole]), from: text + place)
    if to > count {
      words[whole - 1] &= (1 << UInt64(count - place)) - 1
      to = from
    }
  }
}

/// Tells most words from those that may end a phrase, by their first four bytes.
final class PrefixFilter: @unchecked Sendable {
  private let bits: UnsafeMutablePointer<UInt64>
  private static let size = 16

  /// - Parameter words: without case, as `key` reads them.
  init(_ words: [[UInt8]]) {
    bits = .allocate(capacity: 1 << (Self.size - 6))
    bits.initialize(repeating: 0, count: 1 << (Self.size - 6))
    let folding = FoldingTable()
    for word in words {
      // Two ends: the word's own, and that of its plural.
      for end in [[UInt8(0)], [UInt8(ascii: "s"), 0]] {
        let padded = word + end + [0, 0, 0]
        padded.withUnsafeBufferPointer { bytes in
          guard let base = bytes.baseAddress else { return }
          let slot = Self.slot(key(base, folding.table).value)
          bits[Int(slot >> 6)] |= 1 << (slot & 63)
        }
      }
    }
  }

  deinit { bits.deallocate() }

  private static func slot(_ key: UInt32) -> UInt64 {
    UInt64((key &* 0x9E37_79B1) >> UInt32(32 - size))
  }

  /// The first bytes of a word, case folded, and how many of four belong to it. Bytes past ASCII are
  /// all taken for one.
  @inline(__always)
  func key(
    _ text: UnsafePointer<UInt8>, _ table: UnsafePointer<UInt8>
  ) -> (value: UInt32, length: Int) {
    var value: UInt32 = 0
    var length = 0
    while length < 4 {
      let folded = table[Int(text[length])]
      if folded == 0 { break }
      value = value << 8 | UInt32(folded >= 0x80 ? 0x80 : folded)
      length &+= 1
    }
    return (value, length)
  }

  @inline(__always)
  func mayBegin(_ key: UInt32) -> Bool {
    let slot = Self.slot(key)
    return (bits[Int(slot >> 6)] >> (slot & 63)) & 1 != 0
  }
}
