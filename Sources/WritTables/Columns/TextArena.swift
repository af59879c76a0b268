/// Texts one behind the other, by row.
struct TextArena: Sendable {
  private var bytes: ContiguousArray<UInt8> = []
  private var ends: ContiguousArray<Int> = []

  @inline(__always)
  mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
  }

  @inline(__always)
  func withText<Result>(at row: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    guard row >= 0, row < ends.count else {
      return body(UnsafeBufferPointer(start: nil, count: 0))
    }
    let start = row == 0 ? 0 : ends[row &- 1]
    let end = ends[row]
    return bytes.withUnsafeBufferPointer { all in
      body(UnsafeBufferPointer(rebasing: all[start..<end]))
    }
  }

  /// The texts without a check for each.
  struct Texts {
    fileprivate let bytes: UnsafeBufferPointer<UInt8>
    fileprivate let ends: UnsafeBufferPointer<Int>

    @inline(__always)
    func isText(_ text: UnsafeBufferPointer<UInt8>, at row: Int) -> Bool {
      guard row >= 0, row < ends.count else { return false }
      let start = row == 0 ? 0 : ends[row &- 1]
      guard ends[row] &- start == text.count else { return false }
      guard let base = bytes.baseAddress, let other = text.baseAddress else { return true }
      return ByteCompare.areSame(base + start, other, text.count)
    }
  }

  @inline(__always)
  func withTexts<Result>(_ body: (Texts) -> Result) -> Result {
    bytes.withUnsafeBufferPointer { bytes in
      ends.withUnsafeBufferPointer { ends in body(Texts(bytes: bytes, ends: ends)) }
    }
  }

  func reordered(_ order: [UInt32]) -> TextArena {
    var result = TextArena()
    result.ends.reserveCapacity(order.count)
    result.bytes.reserveCapacity(bytes.count)
    for row in order { withText(at: Int(row)) { result.append($0) } }
    return result
  }
}
