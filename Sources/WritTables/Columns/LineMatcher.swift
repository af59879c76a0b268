/// Takes lines of NDJSON apart by the few shapes a file's lines have, which it learns as it goes.
final class LineMatcher {
  private let columns: [[UInt8]: Int]
  private let tokens: UnsafeMutableBufferPointer<ByteRange>
  private var shapes: [LineShape] = []
  private var missed = 0

  private static let noToken = ByteRange(start: 0, end: 0)
  private static let maximumShapes = 8
  /// A file of ever new shapes is not worth learning.
  private static let maximumMisses = 10_000

  /// - Parameter columns: the names of the members looked for, numbered from 0.
  init(_ columns: [[UInt8]: Int]) {
    self.columns = columns
    tokens = .allocate(capacity: columns.count)
    tokens.initialize(repeating: Self.noToken)
  }

  deinit { tokens.deallocate() }

  /// Whether the line was taken apart; `token` then tells where its values stand.
  ///
  /// - Parameter line: ends at a line feed, a carriage return or zeros; `LineChunk.padding` bytes behind it may be read.
  func match(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = line.baseAddress else { return false }
    for index in shapes.indices where takesApart(shapes[index], base, line.count) {
      if index > 0 { shapes.swapAt(index, index - 1) }
      return true
    }
    guard missed < Self.maximumMisses else { return false }
    missed += 1
    guard
      let shape = LineShape.learn(
        base, from: 0, to: line.count, columnOf: { self.columns[$0] })
    else { return false }
    if shapes.count == Self.maximumShapes { shapes.removeLast() }
    shapes.append(shape)
    return takesApart(shape, base, line.count)
  }

  @inline(__always)
  private func takesApart(
    _ shape: LineShape, _ base: UnsafePointer<UInt8>, _ count: Int
  ) -> Bool {
    for column in 0..<tokens.count { tokens[column] = Self.noToken }
    guard let found = tokens.baseAddress else { return false }
    return shape.match(base, from: 0, limit: count, found) == count
  }

  /// Where a column's value stands in the line that matched last; empty when the line has no such member.
  @inline(__always)
  func token(_ column: Int) -> ByteRange { tokens[column] }
}
