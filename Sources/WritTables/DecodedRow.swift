package import WritValues

/// A row as decoded; when it was rejected, with the reason.
package struct DecodedRow: Sendable {
  package var row: Row
  /// Never holds a value of the record.
  package var rejectReason: String?
}
