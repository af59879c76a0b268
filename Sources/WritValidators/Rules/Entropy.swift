#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Shannon's entropy of a short text.
enum Entropy {
  /// Bits per byte, from 0 to 8.
  static func bitsPerByte(_ bytes: Bytes) -> Double {
    guard !bytes.isEmpty else { return 0 }
    return withUnsafeTemporaryAllocation(of: UInt16.self, capacity: 256) { counts in
      counts.initialize(repeating: 0)
      for byte in bytes { counts[Int(byte)] &+= 1 }
      var sum = 0.0
      for count in counts where count > 1 { sum += Double(count) * log2(Double(count)) }
      let total = Double(bytes.count)
      return log2(total) - sum / total
    }
  }
}
