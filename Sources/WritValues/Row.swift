/// One row of a dataset: a datum for each field of the schema, and where it came from.
public final class Row: Sendable {
  /// One datum a field, in the schema's order.
  public let fields: [Datum]
  /// The key: one value, or `.tuple` for a composite key; a rejected row's key is its place as
  /// text.
  public let key: Value
  public let origin: RowOrigin
  /// A row that is malformed, has no key or shares it: its every field is unknown.
  public let isRejected: Bool

  public init(fields: [Datum], key: Value, origin: RowOrigin, isRejected: Bool = false) {
    self.fields = fields
    self.key = key
    self.origin = origin
    self.isRejected = isRejected
  }
}

/// Where a row was read: a file with line and byte range, or a table of a store.
public struct RowOrigin: Hashable, Sendable {
  /// Index into the list of input names kept beside the dataset.
  public var input: Int32
  /// Counted from 1; 0 where there are no lines.
  public var line: Int32
  public var start: Int64
  public var end: Int64

  public init(input: Int32, line: Int32, start: Int64, end: Int64) {
    self.input = input
    self.line = line
    self.start = start
    self.end = end
  }
}
