/// The distinct texts of one column, each with a code: 0 is the missing cell, values follow in the
/// order of their first appearance. Texts are told apart by their UTF-8 bytes.
package struct CellDictionary: Sendable {
  private var bytes: [UInt8] = []
  /// Where the text of code `i + 1` ends.
  private var ends: [Int] = []
  private var slots: [UInt32] = []

  package init() {}

  /// Codes given so far, the missing cell's among them.
  package var codeCount: Int { ends.count + 1 }

  /// The text of a code; nil for the missing cell and for codes that were never given.
  package func text(of code: UInt32) -> String? {
    range(of: code).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  /// Gives a text its code; nil once there are more than a column can hold (2³¹).
  package mutating func intern(_ text: UnsafeBufferPointer<UInt8>) -> UInt32? {
    if ends.count &* 2 >= slots.count { grow() }
    var place = firstSlot(of: text)
    while slots[place] != 0 {
      if holds(slots[place], text) { return slots[place] }
      place = (place &+ 1) & (slots.count &- 1)
    }
    guard ends.count < Int(Int32.max) else { return nil }
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
    let code = UInt32(truncatingIfNeeded: ends.count)
    slots[place] = code
    return code
  }

  package mutating func intern(_ text: String) -> UInt32? {
    var copy = text
    return copy.withUTF8 { intern($0) }
  }

  /// The code of a text that is already known.
  package func code(of text: String) -> UInt32? {
    if slots.isEmpty { return nil }
    var copy = text
    return copy.withUTF8 { text in
      var place = firstSlot(of: text)
      while slots[place] != 0 {
        if holds(slots[place], text) { return slots[place] }
        place = (place &+ 1) & (slots.count &- 1)
      }
      return nil
    }
  }

  /// The bytes of a code's text; none for the missing cell.
  func withBytes<Result>(
    of code: UInt32, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    bytes.withUnsafeBufferPointer { all in
      body(UnsafeBufferPointer(rebasing: all[range(of: code) ?? 0..<0]))
    }
  }

  /// Whether the bytes of one code sort before those of another.
  func precedes(_ one: UInt32, _ other: UInt32) -> Bool {
    guard let left = range(of: one), let right = range(of: other) else { return one < other }
    return bytes[left].lexicographicallyPrecedes(bytes[right])
  }

  private func range(of code: UInt32) -> Range<Int>? {
    let index = Int(code) - 1
    guard index >= 0, index < ends.count else { return nil }
    return (index == 0 ? 0 : ends[index - 1])..<ends[index]
  }

  private func holds(_ code: UInt32, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let range = range(of: code), range.count == text.count else { return false }
    return bytes.withUnsafeBufferPointer { all in
      for offset in 0..<text.count where all[range.lowerBound &+ offset] != text[offset] {
        return false
      }
      return true
    }
  }

  /// Seeded by the process, so that nobody can choose texts that collide. No result depends on it.
  private func firstSlot(of text: UnsafeBufferPointer<UInt8>) -> Int {
    var hasher = Hasher()
    hasher.combine(bytes: UnsafeRawBufferPointer(text))
    return hasher.finalize() & (slots.count &- 1)
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: max(16, slots.count * 2))
    for index in 0..<ends.count {
      let code = UInt32(truncatingIfNeeded: index + 1)
      var place = withBytes(of: code) { firstSlot(of: $0) }
      while slots[place] != 0 { place = (place &+ 1) & (slots.count &- 1) }
      slots[place] = code
    }
  }
}
