package import WritValues

/// Reads a dataset as a stream that is never held whole.
///
/// It goes through its inputs twice: the first pass notes a hash of each key with its time, the
/// second hands on every row whose key is sure to be its own, and last those to be compared.
package struct TableStream: RowStream, Sendable {
  package let schema: DatasetSchema
  package let inputs: [String]
  package let collectedAt: Timestamp?
  private let reader: InputReader
  private let wanted: Set<Int>?

  /// - Parameters:
  ///   - wanted: the fields somebody reads, beside key and order; nil: all.
  ///   - keyType: the type of the key of another dataset, which a reference to it holds.
  package init(
    schema: DatasetSchema, inputs: [TableInput], wanted: Set<Int>? = nil,
    collectedAt: Timestamp? = nil, options: ReadOptions = ReadOptions(),
    keyType: @escaping @Sendable (DatasetName) -> ValueType = { _ in .text }
  ) {
    self.schema = schema
    self.collectedAt = collectedAt
    self.wanted = wanted
    reader = InputReader(schema: schema, inputs: inputs, options: options, keyType: keyType)
    self.inputs = reader.names
  }

  /// Hands over each row, in the order of the inputs but for those whose key had to be compared.
  /// - Throws: `ReadFailure` for an input that can't be used, and what a source or the body throws.
  package func forEachRow(_ body: (Row) throws -> Void) throws -> ReadReport {
    var sketch = KeySketch(order: schema.order)
    _ = try reader.read(.keys) { sketch.note($0.row) }
    let suspects = sketch.suspects()

    var report = ReadReport()
    var held: [Row] = []
    var digest = KeySketch.Digest()
    // Repeats are alike in all declared fields, not only in those somebody reads.
    var isSuspect: (@Sendable (Value) -> Bool)?
    if schema.order != nil, wanted != nil, !suspects.isEmpty {
      isSuspect = { suspects.contains(KeySketch.hash($0)) }
    }
    report.bytes = try reader.read(DecodingPlan.Selection(wanted), whole: isSuspect) { decoded in
      let row = decoded.row
      digest.note(row)
      if let reason = decoded.rejectReason {
        report.add(reader.reject(row.origin, reason: reason))
      } else if suspects.contains(KeySketch.hash(row.key)) {
        held.append(row)
        return
      }
      report.rows += 1
      try body(row)
    }
    guard digest == sketch.digest else { throw changed }
    let keys = KeyConflicts(schema: schema).resolve(held, names: inputs)
    for row in keys.rows { try body(row) }
    report.rows += keys.rows.count
    report.repeats = keys.repeats
    report.merge(
      keys.rejected.map { reader.reject($0, reason: KeyConflicts.reason) }, inputs: inputs)
    return report
  }

  /// Hands over the rows of these numbers where the one input can be asked for them; they are taken to be sound, with
  /// a key that no other row has.
  ///
  /// - Parameter numbers: rising, from 0 in the order of the input.
  /// - Throws: `ReadFailure` where one of them is not there or is not sound, and what the source or the body throws.
  package func forEachRow(at numbers: [Int64], _ body: (Row) throws -> Void) throws {
    var count = 0
    try reader.read(numbers, DecodingPlan.Selection(wanted)) { decoded in
      guard decoded.rejectReason == nil else { throw changed }
      count += 1
      try body(decoded.row)
    }
    guard count == numbers.count else { throw changed }
  }

  /// Whether rows can be asked for by their numbers.
  package var isNumbered: Bool { reader.isNumbered }

  private var changed: ReadFailure {
    ReadFailure(
      .changed, input: inputs.joined(separator: ", "), message: "changed while it was read")
  }
}
