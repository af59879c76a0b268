import WritValues

/// Finds a row by its key when keys are texts: open addressing over their hashes.
struct TextIndex: Sendable {
  /// Part of the hash above, the row plus one below; 0 is free.
  private var slots: [UInt64]
  private var count = 0

  /// A row that is found no longer.
  private static let gone: UInt64 = 0xFFFF_FFFF

  init() { slots = Array(repeating: 0, count: 64) }

  /// Notes the row, unless its key is known.
  ///
  /// - Parameter isKey: whether a row noted before has this key.
  /// - Returns: the row that has the key already.
  @inline(__always)
  mutating func add(
    _ key: UnsafeBufferPointer<UInt8>, row: Int, isKey: (Int) -> Bool
  ) -> Int? {
    let tag = ByteHash.of(key) >> 32
    let mask = slots.count &- 1
    var slot = Int(truncatingIfNeeded: tag) & mask
    while slots[slot] != 0 {
      if slots[slot] >> 32 == tag {
        let known = Int(truncatingIfNeeded: slots[slot] & Self.gone) &- 1
        if isKey(known) { return known }
      }
      slot = (slot &+ 1) & mask
    }
    slots[slot] = tag << 32 | UInt64(truncatingIfNeeded: row &+ 1)
    count &+= 1
    if count &* 2 > slots.count { grow() }
    return nil
  }

  /// The row with this key.
  @inline(__always)
  func row(_ key: UnsafeBufferPointer<UInt8>, in texts: TextArena) -> Int? {
    let tag = ByteHash.of(key) >> 32
    return slots.withUnsafeBufferPointer { slots in
      texts.withTexts { texts in
        let mask = slots.count &- 1
        var slot = Int(truncatingIfNeeded: tag) & mask
        while slots[slot] != 0 {
          if slots[slot] >> 32 == tag, slots[slot] & Self.gone != Self.gone {
            let known = Int(truncatingIfNeeded: slots[slot] & Self.gone) &- 1
            if texts.isText(key, at: known) { return known }
          }
          slot = (slot &+ 1) & mask
        }
        return nil
      }
    }
  }

  /// Gives rows other numbers; those that get none are found no longer.
  mutating func renumber(_ number: (Int) -> Int?) {
    for slot in slots.indices where slots[slot] != 0 && slots[slot] & Self.gone != Self.gone {
      let row = Int(truncatingIfNeeded: slots[slot] & Self.gone) &- 1
      let low = number(row).map { UInt64(truncatingIfNeeded: $0 &+ 1) } ?? Self.gone
      slots[slot] = slots[slot] & ~Self.gone | low
    }
  }

  private mutating func grow() {
    var larger = Array(repeating: UInt64(0), count: slots.count &* 2)
    for entry in slots where entry != 0 {
      var slot = Int(truncatingIfNeeded: entry >> 32) & (larger.count &- 1)
      while larger[slot] != 0 { slot = (slot &+ 1) & (larger.count &- 1) }
      larger[slot] = entry
    }
    slots = larger
  }
}
