package import WritValues

/// Rows of a dataset, one after another; may be gone through more than once.
package protocol RowStream {
  var schema: DatasetSchema { get }
  /// The names that `RowOrigin.input` points into.
  var inputs: [String] { get }
  var collectedAt: Timestamp? { get }

  /// Hands over each row; the report is whole only after the last one.
  func forEachRow(_ body: (Row) throws -> Void) throws -> ReadReport
}
