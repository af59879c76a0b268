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

  func reordered(_ order: [UInt32]) -> TextArena {
    var result = TextArena()
    result.ends.reserveCapacity(order.count)
    result.bytes.reserveCapacity(bytes.count)
    for row in order { withText(at: Int(row)) { result.append($0) } }
    return result
  }
}
