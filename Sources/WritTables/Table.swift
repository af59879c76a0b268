package import WritValues

/// All rows of a dataset, held in memory as columns; rows are made when somebody asks for one.
///
/// One thread at a time may use it; `columns` may be shared.
package final class Table: RowStream {
  package let columns: HeldColumns
  package let report: ReadReport
  /// The names that `RowOrigin.input` points into.
  package let inputs: [String]
  package let collectedAt: Timestamp?
  /// Keys that several rows claimed, rejected ones or, in a stream, ones further apart than the lateness:
  /// `row(forKey:)` finds none of them.
  package let sharedKeys: Set<Value>
  let cache: RowCache

  init(
    columns: HeldColumns, report: ReadReport, inputs: [String], collectedAt: Timestamp?,
    sharedKeys: Set<Value>
  ) {
    self.columns = columns
    self.report = report
    self.inputs = inputs
    self.collectedAt = collectedAt
    self.sharedKeys = sharedKeys
    cache = RowCache(count: columns.count)
  }

  /// The same columns with rows of its own.
  package func forAnotherThread() -> Table {
    Table(
      columns: columns, report: report, inputs: inputs, collectedAt: collectedAt,
      sharedKeys: sharedKeys)
  }

  package var schema: DatasetSchema { columns.schema }
  package var count: Int { columns.count }

  /// The row at a position, by key; the same object as long as somebody holds it.
  package func row(at position: Int) -> Row {
    cache.row(at: position) { columns.makeRow(at: position) }
  }

  package func isRejected(at position: Int) -> Bool { columns.isRejected(at: position) }

  /// Where the row with this key is; nil when there is none, it was rejected, or there are several.
  package func position(forKey key: Value) -> Int? {
    if !sharedKeys.isEmpty, sharedKeys.contains(key) { return nil }
    return columns.position(forKey: key)
  }

  /// The row with this key; nil when there is none, it was rejected, or there are several.
  package func row(forKey key: Value) -> Row? { position(forKey: key).map { row(at: $0) } }

  /// Whether a row that was not rejected has this key.
  package func holds(_ key: Value) -> Bool { columns.position(forKey: key) != nil }

  /// All rows, sorted by key.
  package var rows: Rows { Rows(table: self) }

  package struct Rows: RandomAccessCollection {
    fileprivate let table: Table

    package var startIndex: Int { 0 }
    package var endIndex: Int { table.count }
    package subscript(position: Int) -> Row { table.row(at: position) }
  }

  package func forEachRow(_ body: (Row) throws -> Void) throws -> ReadReport {
    for row in rows { try body(row) }
    return report
  }
}
