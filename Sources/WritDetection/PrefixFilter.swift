import CKernels

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

  private static func slot(_ folded: UInt32, length: Int) -> UInt64 {
    let key = length >= 4 ? folded : folded & (1 << UInt32(8 * length) - 1)
    return UInt64((key &* 0x9E37_79B1) >> UInt32(32 - size))
  }

  /// Writes the starts of words in a range that may end a phrase, and gives their number.
  func filter(
    _ text: UnsafePointer<UInt8>, _ range: Range<Int>, _ masks: TextMasks,
    into found: UnsafeMutablePointer<Int64>
  ) -> Int {
    guard let starts = masks.words(Gate.Mask.wordStarts), let inside = masks.words(Gate.Mask.words)
    else { return 0 }
    return writ_filter_words(
      text, masks.from, range.lowerBound, range.upperBound, starts, inside, bits, found)
  }
}
