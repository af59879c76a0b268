/// Where a record was written: a source's name with line and column, counted from 1.
public struct RecordPlace: Hashable, Sendable, CustomStringConvertible {
  public var source: String
  public var line: Int
  public var column: Int

  public init(source: String, line: Int, column: Int) {
    self.source = source
    self.line = line
    self.column = column
  }

  public var description: String { "\(source):\(line):\(column)" }
}
