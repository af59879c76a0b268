import CKernels

/// A set of byte values.
package struct ByteSet: Hashable, Sendable {
  private var words: SIMD4<UInt64>

  package init() { words = .zero }

  package init(_ bytes: some Sequence<UInt8>) {
    self.init()
    for byte in bytes { insert(byte) }
  }

  package static let all = ByteSet().complement
  package static let high = ByteSet(0x80...0xFF)
  static let digits = ByteSet(0x30...0x39)
  static let upper = ByteSet(0x41...0x5A)
  static let lower = ByteSet(0x61...0x7A)
  static let upperHex = ByteSet(0x41...0x46)
  static let lowerHex = ByteSet(0x61...0x66)
  static let word = ByteSet(
    Array(0x30...0x39) + Array(0x41...0x5A) + [0x5F] + Array(0x61...0x7A))

  package var isEmpty: Bool { words == .zero }

  package var count: Int { (0..<4).reduce(0) { $0 + words[$1].nonzeroBitCount } }

  package func contains(_ byte: UInt8) -> Bool {
    words[Int(byte >> 6)] >> UInt64(byte & 63) & 1 != 0
  }

  package mutating func insert(_ byte: UInt8) {
    words[Int(byte >> 6)] |= 1 << UInt64(byte & 63)
  }

  package var complement: ByteSet { with(~words) }
  package func union(_ other: ByteSet) -> ByteSet { with(words | other.words) }
  package func intersection(_ other: ByteSet) -> ByteSet { with(words & other.words) }
  package func subtracting(_ other: ByteSet) -> ByteSet { with(words & ~other.words) }

  private func with(_ words: SIMD4<UInt64>) -> ByteSet {
    var set = self
    set.words = words
    return set
  }

  package var bytes: [UInt8] { (0...255).filter(contains) }

  /// For the kernels, which know bytes from 0x80 on only all together: a set that has one of them
  /// becomes one that has them all.
  var widened: writ_byte_set {
    var set = writ_byte_set()
    set.has_high = intersection(.high).isEmpty ? 0 : 1
    withUnsafeMutableBytes(of: &set.low) { low in
      for byte in UInt8(0)..<0x80 where contains(byte) {
        low[Int(byte & 15)] |= 1 << (byte >> 4)
      }
    }
    return set
  }
}
