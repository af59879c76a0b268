/// Where words begin in a text, as masks of 64 bytes that are made in advance.
final class WordStarts {
  private static let blocks = 64

  /// A word begins behind what is no part of one, and where a capital follows a small letter.
  private static let masks = StartMasks([
    StartRule(previous: wordBytes.complement, first: wordBytes),
    StartRule(previous: ByteSet(0x61...0x7A), first: ByteSet(0x41...0x5A)),
  ])
  private static let wordBytes = ByteSet((UInt8.min...UInt8.max).filter(WordHash.isWordByte))

  private static let insideMasks = StartMasks([StartRule(first: wordBytes)])

  private let masks = WordStarts.masks
  private let insideMasks = WordStarts.insideMasks
  private let words: UnsafeMutableBufferPointer<UInt64>
  private let inside: UnsafeMutableBufferPointer<UInt64>
  /// The part of the text that `words` are for.
  private var from = 0
  private var to = 0

  init() {
    words = .allocate(capacity: Self.blocks)
    words.initialize(repeating: 0)
    inside = .allocate(capacity: Self.blocks)
    inside.initialize(repeating: 0)
  }

  deinit {
    words.deallocate()
    inside.deallocate()
  }

  func forget() {
    from = 0
    to = 0
  }

  /// For the block that holds a place: where words begin, which bytes belong to words, and the offset of
  /// the first bit.
  @inline(__always)
  func word(
    at place: Int, _ text: UnsafePointer<UInt8>, _ count: Int
  ) -> (starts: UInt64, inside: UInt64, offset: Int) {
    if place < from || place >= to { fill(place, text, count) }
    let block = (place &- from) >> 6
    return (words[block], inside[block], from &+ (block << 6))
  }

  private func fill(_ place: Int, _ text: UnsafePointer<UInt8>, _ count: Int) {
    // Blocks that the text does not fill are made anew when there is more of it.
    let whole = max(1, min(Self.blocks, (count - place) / 64))
    from = place
    to = place + whole * 64
    masks.fill(UnsafeMutableBufferPointer(rebasing: words[0..<whole]), from: text + place)
    insideMasks.fill(UnsafeMutableBufferPointer(rebasing: inside[0..<whole]), from: text + place)
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

  init(_ words: [[UInt8]]) {
    bits = .allocate(capacity: 1 << (Self.size - 6))
    bits.initialize(repeating: 0, count: 1 << (Self.size - 6))
    for word in words {
      // The word's own end, and that of its plural.
      for end in [[], [UInt8(ascii: "s")]] {
        let first = (word + end).prefix(4)
        var key: UInt32 = 0
        for (place, byte) in first.enumerated() { key |= UInt32(byte) << UInt32(8 * place) }
        let slot = Self.slot(key | 0x2020_2020, length: first.count)
        bits[Int(slot >> 6)] |= 1 << (slot & 63)
      }
    }
  }

  deinit { bits.deallocate() }

  @inline(__always)
  private static func slot(_ folded: UInt32, length: Int) -> UInt64 {
    let key = length >= 4 ? folded : folded & (1 << UInt32(8 &* length) &- 1)
    return UInt64((key &* 0x9E37_79B1) >> UInt32(32 &- size))
  }

  /// - Parameters:
  ///   - text: at the word's first byte; four bytes are read.
  ///   - length: bytes of the word, if they are less than four.
  @inline(__always)
  func mayBegin(_ text: UnsafePointer<UInt8>, length: Int) -> Bool {
    let bytes = UnsafeRawPointer(text).loadUnaligned(as: UInt32.self).littleEndian
    // Case is not folded here in letters past ASCII.
    if bytes & 0x8080_8080 != 0 { return true }
    let slot = Self.slot(bytes | 0x2020_2020, length: length)
    return (bits[Int(slot >> 6)] >> (slot & 63)) & 1 != 0
  }
}
