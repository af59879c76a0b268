/// One bit a row.
package struct Bitmap: Sendable {
  private var words: [UInt64] = []
  package private(set) var count = 0

  package init() {}

  package mutating func append(_ bit: Bool) {
    if count & 63 == 0 { words.append(0) }
    if bit { words[count >> 6] |= 1 << UInt64(truncatingIfNeeded: count & 63) }
    count &+= 1
  }

  /// False outside the rows.
  package subscript(index: Int) -> Bool {
    @inline(__always)
    get {
      guard index >= 0, index < count else { return false }
      return words[index >> 6] >> UInt64(truncatingIfNeeded: index & 63) & 1 == 1
    }
  }
}
