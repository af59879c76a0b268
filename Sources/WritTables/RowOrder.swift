package import WritValues

/// The order of rows that is the same however they were delivered: by key, and of rows further apart than the lateness
/// that share one by time. Rows alike in both are told apart by their places.
package struct RowOrder {
  private let field: Int?

  package init(_ schema: DatasetSchema) { field = schema.order?.field }

  package func precedes(_ one: Row, _ other: Row) -> Bool {
    if Value.inOrder(one.key, other.key) { return true }
    if Value.inOrder(other.key, one.key) { return false }
    let (left, right) = (time(of: one), time(of: other))
    return left == right ? Self.precedes(one.origin, other.origin) : left < right
  }

  static func precedes(_ one: RowOrigin, _ other: RowOrigin) -> Bool {
    (one.input, one.start, one.line) < (other.input, other.start, other.line)
  }

  /// Microseconds; 0 where it is not known.
  package func time(of row: Row) -> Int64 { field.flatMap { row.time(at: $0) }?.microseconds ?? 0 }
}
