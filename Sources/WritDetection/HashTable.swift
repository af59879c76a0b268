/// Hashes to small numbers, by open addressing; never changed once it is made.
///
/// Unchecked because the compiler can't see that nothing writes behind the pointers after `init`.
final class HashTable: @unchecked Sendable {
  private let keys: UnsafeMutablePointer<UInt64>
  private let values: UnsafeMutablePointer<Int32>
  /// One bit for each value of the highest bits: most words are told apart from all others by it.
  private let bits: UnsafeMutablePointer<UInt64>
  private let mask: UInt64
  private static let filterBits: UInt64 = 14

  init(_ entries: [UInt64: Int32]) {
    var size = 4
    while size < entries.count * 3 { size *= 2 }
    keys = .allocate(capacity: size)
    keys.initialize(repeating: 0, count: size)
    values = .allocate(capacity: size)
    values.initialize(repeating: -1, count: size)
    bits = .allocate(capacity: 1 << (Self.filterBits - 6))
    bits.initialize(repeating: 0, count: 1 << (Self.filterBits - 6))
    mask = UInt64(size - 1)
    for (key, value) in entries {
      var slot = key & mask
      while values[Int(slot)] >= 0 { slot = (slot + 1) & mask }
      keys[Int(slot)] = key
      values[Int(slot)] = value
      let top = key >> (64 - Self.filterBits)
      bits[Int(top >> 6)] |= 1 << (top & 63)
    }
  }

  deinit {
    keys.deallocate()
    values.deallocate()
    bits.deallocate()
  }

  /// Whether the key may be there.
  @inline(__always)
  func mayHold(_ key: UInt64) -> Bool {
    let top = key >> (64 - Self.filterBits)
    return (bits[Int(top >> 6)] >> (top & 63)) & 1 != 0
  }

  /// The key's number; -1 when it is not there.
  subscript(_ key: UInt64) -> Int32 {
    var slot = key & mask
    while true {
      let value = values[Int(slot)]
      if value < 0 || keys[Int(slot)] == key { return value }
      slot = (slot &+ 1) & mask
    }
  }
}
