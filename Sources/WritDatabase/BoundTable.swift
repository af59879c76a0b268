package import WritValues

/// A table or view that holds a dataset's rows, for statements that read them where they are.
package struct BoundTable: Sendable {
  /// Where a field's values are.
  package struct Column: Sendable {
    package var column: DatabaseColumn
    /// Goes on into a JSON column.
    package var hasPath: Bool
    /// What is made of a value, its place aside.
    package var read: @Sendable (SQLValue) -> Datum

    package init(
      _ column: DatabaseColumn, hasPath: Bool, read: @escaping @Sendable (SQLValue) -> Datum
    ) {
      self.column = column
      self.hasPath = hasPath
      self.read = read
    }
  }

  /// With its schema.
  package var table: TableName
  /// By the index of the field; a field that is absent here has no column.
  package var columns: [Int: Column]
  /// How rows are sorted by their key, as terms over the alias `t`.
  package var keyOrder: [String]
  /// Of times that name none.
  package var zone: Zone?

  package init(
    table: TableName, columns: [Int: Column], keyOrder: [String], zone: Zone?
  ) {
    self.table = table
    self.columns = columns
    self.keyOrder = keyOrder
    self.zone = zone
  }
}
