/// Numbers byte strings in the order they are first seen; open addressing over one arena.
struct ByteInterner {
  private var arena: [UInt8] = []
  private var offsets: [Int] = [0]
  private var hashes: [UInt64] = []
  /// Codes plus one; 0 is free.
  private var slots: [UInt32]

  init() { slots = Array(repeating: 0, count: 1024) }

  /// The code of the bytes, new or known.
  mutating func code(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let hash = ByteHash.of(bytes)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count &- 1)
    while true {
      let entry = slots[slot]
      if entry == 0 { break }
      let code = Int(entry) &- 1
      if hashes[code] == hash, equals(code, bytes) { return code }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
    let code = hashes.count
    slots[slot] = UInt32(truncatingIfNeeded: code &+ 1)
    hashes.append(hash)
    arena.append(contentsOf: bytes)
    offsets.append(arena.count)
    if hashes.count &* 2 > slots.count { grow() }
    return code
  }

  private func equals(_ code: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = offsets[code]
    guard offsets[code &+ 1] &- start == bytes.count else { return false }
    for index in 0..<bytes.count where arena[start &+ index] != bytes[index] { return false }
    return true
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count &* 2)
    for (code, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (slots.count &- 1)
      while slots[slot] != 0 { slot = (slot &+ 1) & (slots.count &- 1) }
      slots[slot] = UInt32(truncatingIfNeeded: code &+ 1)
    }
  }
}

/// A fast 64-bit hash of bytes; equal bytes hash alike, nothing more is promised.
enum ByteHash {
  @inline(__always)
  static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let raw = UnsafeRawBufferPointer(bytes)
    var hash = UInt64(truncatingIfNeeded: bytes.count) &* 0x9E37_79B9_7F4A_7C15
    var index = 0
    while index &+ 8 <= bytes.count {
      hash = mix(hash ^ raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      index &+= 8
    }
    var rest: UInt64 = 0
    while index < bytes.count {
      rest = rest << 8 | UInt64(bytes[index])
      index &+= 1
    }
    return mix(hash ^ rest)
  }

  @inline(__always)
  private static func mix(_ value: UInt64) -> UInt64 {
    let (high, low) = value.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return high ^ low
  }
}
