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
  /// Keys that several rows claimed, rejected ones or, in a stream, ones further apart than the lateness:
  /// `row(forKey:)` finds none of them.
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
    var positions: [Value: Int] = [:]
    positions.reserveCapacity(sorted.count)
    var shared = sharedKeys
    for (index, row) in sorted.enumerated() where !row.isRejected {
      if positions.updateValue(index, forKey: row.key) != nil { shared.insert(row.key) }
    }
    self.sharedKeys = shared
    self.positions = positions
  }

  /// The row with this key; nil when there is none, it was rejected, or there are several.
  package func row(forKey key: Value) -> Row? {
    sharedKeys.contains(key) ? nil : positions[key].map { rows[$0] }
  }

  /// Whether a row that was not rejected has this key.
  package func holds(_ key: Value) -> Bool { positions[key] != nil }

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
