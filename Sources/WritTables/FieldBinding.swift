package import WritValues

/// How the fields of a schema are found in a source.
package struct FieldBinding: Hashable, Sendable {
  /// Field to column, or to a JSON path with dots; a field not named here is found by its own name.
  package var fieldMap: [String: String]
  /// The zone of times written without one; nil makes such a time unreadable.
  package var zone: Zone?

  package init(fieldMap: [String: String] = [:], zone: Zone? = nil) {
    self.fieldMap = fieldMap
    self.zone = zone
  }

  package func column(of field: String) -> String { fieldMap[field] ?? field }
}

/// The limits readers keep.
package struct ReadOptions: Hashable, Sendable {
  /// Bytes asked of a source at a time.
  package var blockSize = 4 << 20
  /// The longest line or CSV record.
  package var recordLimit = 16 << 20
  /// The largest JSON document, which is held whole.
  package var documentLimit = 256 << 20
  /// How many distinct values of a column are numbered before the numbers begin anew.
  package var numberedValues = 1 << 18

  package init() {}

  package init(blockSize: Int) { self.blockSize = max(1, blockSize) }
}
