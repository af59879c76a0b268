/// Numbers byte strings in the order they are first seen; open addressing over one arena.
///
/// One thread at a time may use it.
package final class ByteInterner {
  /// Behind a pointer: the loops then check neither for uniqueness nor for exclusive access.
  private let state: UnsafeMutablePointer<State>

  private struct State {
    /// Part of the hash above, the code plus one below; 0 is free.
    var slots: UnsafeMutablePointer<UInt64>
    var mask: Int
    /// Where each code's bytes stand in the arena.
    var entries: UnsafeMutablePointer<Entry>
    var entryLimit: Int
    var count: Int
    var arena: UnsafeMutableRawPointer
    var arenaLimit: Int
    var used: Int
  }

  private struct Entry {
    var start: Int
    var count: Int
  }

  package init() {
    let slots = UnsafeMutablePointer<UInt64>.allocate(capacity: 64)
    slots.initialize(repeating: 0, count: 64)
    state = .allocate(capacity: 1)
    state.initialize(
      to: State(
        slots: slots, mask: 63, entries: .allocate(capacity: 16), entryLimit: 16, count: 0,
        arena: .allocate(byteCount: 256, alignment: 8), arenaLimit: 256, used: 0))
  }

  deinit {
    state.pointee.slots.deallocate()
    state.pointee.entries.deallocate()
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
    let entry = state.pointee.entries[code]
    let start = (state.pointee.arena + entry.start).assumingMemoryBound(to: UInt8.self)
    return UnsafeBufferPointer(start: start, count: entry.count)
  }

  /// The code of the bytes, new or known.
  @inline(__always)
  package func code(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let tag = ByteHash.of(bytes) >> 32
    let state = state
    let mask = state.pointee.mask
    let slots = state.pointee.slots
    var slot = Int(truncatingIfNeeded: tag) & mask
    while true {
      let entry = slots[slot]
      if entry == 0 { return add(bytes, tag, slot) }
      if entry >> 32 == tag {
        let code = Int(truncatingIfNeeded: entry & 0xFFFF_FFFF) &- 1
        let known = state.pointee.entries[code]
        if known.count == bytes.count, let base = bytes.baseAddress,
          ByteCompare.areSame(state.pointee.arena + known.start, base, bytes.count)
        {
          return code
        }
        if known.count == 0, bytes.isEmpty { return code }
      }
      slot = (slot &+ 1) & mask
    }
  }

  @inline(never)
  private func add(_ bytes: UnsafeBufferPointer<UInt8>, _ tag: UInt64, _ slot: Int) -> Int {
    let code = state.pointee.count
    if code == state.pointee.entryLimit { growEntries() }
    if state.pointee.used &+ bytes.count > state.pointee.arenaLimit { growArena(bytes.count) }
    let start = state.pointee.used
    if let base = bytes.baseAddress {
      (state.pointee.arena + start).copyMemory(from: base, byteCount: bytes.count)
    }
    state.pointee.entries[code] = Entry(start: start, count: bytes.count)
    state.pointee.used = start &+ bytes.count
    state.pointee.count = code &+ 1
    state.pointee.slots[slot] = tag << 32 | UInt64(truncatingIfNeeded: code &+ 1)
    if (code &+ 1) &* 2 > state.pointee.mask { growSlots() }
    return code
  }

  private func growEntries() {
    let limit = state.pointee.entryLimit &* 2
    let larger = UnsafeMutablePointer<Entry>.allocate(capacity: limit)
    larger.update(from: state.pointee.entries, count: state.pointee.count)
    state.pointee.entries.deallocate()
    state.pointee.entries = larger
    state.pointee.entryLimit = limit
  }

  private func growArena(_ extra: Int) {
    let limit = max(state.pointee.arenaLimit &* 2, state.pointee.used &+ extra)
    let larger = UnsafeMutableRawPointer.allocate(byteCount: limit, alignment: 8)
    larger.copyMemory(from: state.pointee.arena, byteCount: state.pointee.used)
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
