/// Takes lines of NDJSON apart by the few shapes a file's lines have, which it learns as it goes.
final class LineMatcher {
  private let columns: [[UInt8]: Int]
  private let tokens: UnsafeMutableBufferPointer<ByteRange>
  private var templates: [LineTemplate] = []
  private var missed = 0

  private static let noToken = ByteRange(start: 0, end: 0)
  private static let maximumTemplates = 8
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
  func match(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    for index in 0..<templates.count {
      for column in 0..<tokens.count { tokens[column] = Self.noToken }
      if templates[index].match(line, into: tokens) {
        if index > 0 { templates.swapAt(index, index - 1) }
        return true
      }
    }
    guard missed < Self.maximumMisses else { return false }
    missed += 1
    guard let template = LineTemplate(line, columnOf: { self.columns[$0] }) else { return false }
    if templates.count == Self.maximumTemplates { templates.removeLast() }
    templates.append(template)
    for column in 0..<tokens.count { tokens[column] = Self.noToken }
    return template.match(line, into: tokens)
  }

  /// Where a column's value stands in the line that matched last; empty when the line has no such member.
  @inline(__always)
  func token(_ column: Int) -> ByteRange { tokens[column] }
}
