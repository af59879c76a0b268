package import WritValues

/// All rows of a dataset, held in memory.
package struct Table: RowStream {
  package let schema: DatasetSchema
  /// Sorted by key.
  package let rows: [Row]
  package let report: ReadReport
  /// The names that `RowOrigin.input` points into.
  package let inputs: [String]
  package let collectedAt: Timestamp?
  /// Keys that several rows claimed: `row(forKey:)` finds none of them.
  package let sharedKeys: Set<Value>
  private let positions: [Value: Int]

  package init(
    schema: DatasetSchema, rows: [Row], report: ReadReport, inputs: [String],
    collectedAt: Timestamp? = nil, sharedKeys: Set<Value> = []
  ) {
    self.schema = schema
    let sorted = rows.sorted { Self.precedes($0, $1) }
    self.rows = sorted
    self.report = report
    self.inputs = inputs
    self.collectedAt = collectedAt
    self.sharedKeys = sharedKeys
    var positions: [Value: Int] = [:]
    positions.reserveCapacity(sorted.count)
    for (index, row) in sorted.enumerated() where !row.isRejected { positions[row.key] = index }
    self.positions = positions
  }

  /// The row with this key; nil when there is none or it was rejected.
  package func row(forKey key: Value) -> Row? { positions[key].map { rows[$0] } }

  package func forEachRow(_ body: (Row) throws -> Void) throws -> ReadReport {
    for row in rows { try body(row) }
    return report
  }

  private static func precedes(_ one: Row, _ other: Row) -> Bool {
    if Value.inOrder(one.key, other.key) { return true }
    if Value.inOrder(other.key, one.key) { return false }
    return (one.origin.input, one.origin.start, one.origin.line)
      < (other.origin.input, other.origin.start, other.origin.line)
  }
}
