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
