import CKernels

/// Tells most words from those that may end a phrase, by their first eight bytes.
final class PrefixFilter: @unchecked Sendable {
  private let bits: UnsafeMutablePointer<UInt64>
  private static let size = 16

  init(_ words: [[UInt8]]) {
    bits = .allocate(capacity: 1 << (Self.size - 6))
    bits.initialize(repeating: 0, count: 1 << (Self.size - 6))
    for word in words {
      // The word's own end, and that of its plural.
      for end in [[], [UInt8(ascii: "s")]] {
        let slot = Self.slot((word + end).prefix(8))
        bits[Int(slot >> 6)] |= 1 << (slot & 63)
      }
    }
  }

  deinit { bits.deallocate() }

  /// As `writ_filter_words` has it.
  private static func slot(_ word: ArraySlice<UInt8>) -> UInt64 {
    var key: UInt64 = 0x2020_2020_2020_2020
    for (place, byte) in word.enumerated() { key |= UInt64(byte) << UInt64(8 * place) }
    return (key &* 0x9E37_79B9_7F4A_7C15) >> UInt64(64 - size)
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
