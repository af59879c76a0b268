/// Numbers byte strings in the order they are first seen; open addressing over one arena.
///
/// One thread at a time may use it.
package final class ByteInterner {
  /// Behind a pointer: the loops then check neither for uniqueness nor for exclusive access.
  private let state: UnsafeMutablePointer<State>

  private struct State {
    /// Part of the hash above, the record's word below; 0 is free.
    var slots: UnsafeMutablePointer<UInt64>
    var mask: Int
    /// The word each code's record begins at.
    var records: UnsafeMutablePointer<UInt32>
    var recordLimit: Int
    var count: Int
    /// Records in words: code and length, then the bytes. The first word is none's.
    var arena: UnsafeMutablePointer<UInt64>
    var arenaLimit: Int
    var used: Int
  }

  package init() {
    let slots = UnsafeMutablePointer<UInt64>.allocate(capacity: 64)
    slots.initialize(repeating: 0, count: 64)
    state = .allocate(capacity: 1)
    state.initialize(
      to: State(
        slots: slots, mask: 63, records: .allocate(capacity: 16), recordLimit: 16, count: 0,
        arena: .allocate(capacity: 64), arenaLimit: 64, used: 1))
  }

  deinit {
    state.pointee.slots.deallocate()
    state.pointee.records.deallocate()
    state.pointee.arena.deallocate()
    state.deallocate()
  }

  /// How many distinct byte strings it has seen.
  package var count: Int { state.pointee.count }

  /// The bytes of a code; valid until a new one is numbered.
  package func bytes(of code: Int) -> UnsafeBufferPointer<UInt8> {
    guard code >= 0, code < state.pointee.count else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    let record = UnsafeRawPointer(
      state.pointee.arena + Int(truncatingIfNeeded: state.pointee.records[code]))
    let count = record.load(fromByteOffset: 4, as: UInt32.self)
    return UnsafeBufferPointer(
      start: (record + 8).assumingMemoryBound(to: UInt8.self),
      count: Int(truncatingIfNeeded: count))
  }

  /// The code of the bytes, new or known.
  @inline(__always)
  package func code(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let tag = ByteHash.of(bytes) >> 32
    let state = state
    let mask = state.pointee.mask
    let slots = state.pointee.slots
    let arena = UnsafeRawPointer(state.pointee.arena)
    var slot = Int(truncatingIfNeeded: tag) & mask
    while true {
      let entry = slots[slot]
      if entry == 0 { return add(bytes, tag, slot) }
      if entry >> 32 == tag {
        let record = arena + Int(truncatingIfNeeded: entry & 0xFFFF_FFFF) &* 8
        let count = record.load(fromByteOffset: 4, as: UInt32.self)
        if Int(truncatingIfNeeded: count) == bytes.count {
          guard let base = bytes.baseAddress,
            !ByteCompare.areSame(record + 8, base, bytes.count)
          else { return Int(truncatingIfNeeded: record.load(as: UInt32.self)) }
        }
      }
      slot = (slot &+ 1) & mask
    }
  }

  @inline(never)
  private func add(_ bytes: UnsafeBufferPointer<UInt8>, _ tag: UInt64, _ slot: Int) -> Int {
    let code = state.pointee.count
    let words = 1 &+ (bytes.count &+ 7) / 8
    if code == state.pointee.recordLimit { growRecords() }
    if state.pointee.used &+ words > state.pointee.arenaLimit { growArena(words) }
    let start = state.pointee.used
    let record = UnsafeMutableRawPointer(state.pointee.arena + start)
    record.storeBytes(of: UInt32(truncatingIfNeeded: code), as: UInt32.self)
    record.storeBytes(
      of: UInt32(truncatingIfNeeded: bytes.count), toByteOffset: 4, as: UInt32.self)
    if let base = bytes.baseAddress { (record + 8).copyMemory(from: base, byteCount: bytes.count) }
    state.pointee.records[code] = UInt32(truncatingIfNeeded: start)
    state.pointee.used = start &+ words
    state.pointee.count = code &+ 1
    state.pointee.slots[slot] = tag << 32 | UInt64(truncatingIfNeeded: start)
    if (code &+ 1) &* 2 > state.pointee.mask { growSlots() }
    return code
  }

  private func growRecords() {
    let limit = state.pointee.recordLimit &* 2
    let larger = UnsafeMutablePointer<UInt32>.allocate(capacity: limit)
    larger.update(from: state.pointee.records, count: state.pointee.count)
    state.pointee.records.deallocate()
    state.pointee.records = larger
    state.pointee.recordLimit = limit
  }

  private func growArena(_ extra: Int) {
    let limit = max(state.pointee.arenaLimit &* 2, state.pointee.used &+ extra)
    let larger = UnsafeMutablePointer<UInt64>.allocate(capacity: limit)
    UnsafeMutableRawPointer(larger).copyMemory(
      from: state.pointee.arena, byteCount: state.pointee.used &* 8)
    state.pointee.arena.deallocate()
    state.pointee.arena = larger
    state.pointee.arenaLimit = limit
  }

  private func growSlots() {
    let size = (state.pointee.mask &+ 1) &* 4
    let larger = UnsafeMutablePointer<UInt64>.allocate(capacity: size)
    larger.initialize(repeating: 0, count: size)
    for index in 0...state.pointee.mask {
      let entry = state.pointee.slots[index]
      if entry == 0 { continue }
      var slot = Int(truncatingIfNeeded: entry >> 32) & (size &- 1)
      while larger[slot] != 0 { slot = (slot &+ 1) & (size &- 1) }
      larger[slot] = entry
    }
    state.pointee.slots.deallocate()
    state.pointee.slots = larger
    state.pointee.mask = size &- 1
  }
}

/// A fast 64-bit hash of bytes; equal bytes hash alike, nothing more is promised.
enum ByteHash {
  @inline(__always)
  static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    guard let base = UnsafeRawPointer(bytes.baseAddress) else { return 0 }
    let count = bytes.count
    var hash = UInt64(truncatingIfNeeded: count) &* 0x9E37_79B9_7F4A_7C15
    if count >= 8 {
      var index = 0
      while index &+ 8 < count {
        hash = mix(hash ^ base.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        index &+= 8
      }
      // The last word may overlap the one before it.
      return mix(hash ^ base.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self))
    }
    if count >= 4 {
      let low = base.loadUnaligned(as: UInt32.self)
      let high = base.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self)
      return mix(hash ^ (UInt64(high) << 32 | UInt64(low)))
    }
    var rest: UInt64 = 0
    for index in 0..<count { rest = rest << 8 | UInt64(bytes[index]) }
    return mix(hash ^ rest)
  }

  @inline(__always)
  private static func mix(_ value: UInt64) -> UInt64 {
    let (high, low) = value.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return high ^ low
  }
}

/// Compares bytes eight at a time.
enum ByteCompare {
  /// Whether both hold the same `count` bytes.
  @inline(__always)
  static func areSame(_ one: UnsafeRawPointer, _ other: UnsafeRawPointer, _ count: Int) -> Bool {
    if count >= 8 {
      var index = 0
      while index &+ 8 < count {
        if word(one, index) != word(other, index) { return false }
        index &+= 8
      }
      return word(one, count &- 8) == word(other, count &- 8)
    }
    if count >= 4 {
      return half(one, 0) == half(other, 0) && half(one, count &- 4) == half(other, count &- 4)
    }
    for index in 0..<count
    where one.load(fromByteOffset: index, as: UInt8.self)
      != other.load(fromByteOffset: index, as: UInt8.self)
    {
      return false
    }
    return true
  }

  @inline(__always)
  private static func word(_ base: UnsafeRawPointer, _ offset: Int) -> UInt64 {
    base.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
  }

  @inline(__always)
  private static func half(_ base: UnsafeRawPointer, _ offset: Int) -> UInt32 {
    base.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
  }
}
