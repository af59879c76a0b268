package import WritValues

/// Reads a dataset whole.
package struct TableLoader: Sendable {
  private let schema: DatasetSchema
  private let keyType: @Sendable (DatasetName) -> ValueType
  private let options: ReadOptions

  /// - Parameter keyType: the type of the key of another dataset, which a reference to it holds.
  package init(
    schema: DatasetSchema, options: ReadOptions = ReadOptions(),
    keyType: @escaping @Sendable (DatasetName) -> ValueType = { _ in .text }
  ) {
    self.schema = schema
    self.options = options
    self.keyType = keyType
  }

  /// The table of rows that are decoded already; `input` is the name of their places.
  package func table(of rows: [Row], input: String, collectedAt: Timestamp?) -> Table {
    let keys = KeyConflicts(schema: schema).resolve(rows, names: [input])
    var report = ReadReport()
    for origin in keys.rejected {
      report.add(
        Reject(
          input: input, line: Int(origin.line), start: origin.start, end: origin.end,
          reason: KeyConflicts.reason))
    }
    report.repeats = keys.repeats
    report.rows = keys.rows.count
    return Table(
      schema: schema, rows: keys.rows, report: report, inputs: [input], collectedAt: collectedAt,
      sharedKeys: keys.sharedKeys)
  }

  /// The table the inputs make together.
  /// - Throws: `ReadFailure` for an input that can't be used, and what a source throws.
  package func load(_ inputs: [TableInput], collectedAt: Timestamp? = nil) throws -> Table {
    let reader = InputReader(schema: schema, inputs: inputs, options: options, keyType: keyType)
    var report = ReadReport()
    var rows: [Row] = []
    report.bytes = try reader.read(keysOnly: false) { decoded in
      rows.append(decoded.row)
      if let reason = decoded.rejectReason {
        report.add(reader.reject(decoded.row.origin, reason: reason))
      }
    }
    let keys = KeyConflicts(schema: schema).resolve(rows, names: reader.names)
    report.merge(
      keys.rejected.map { reader.reject($0, reason: KeyConflicts.reason) }, inputs: reader.names)
    report.repeats = keys.repeats
    report.rows = keys.rows.count
    return Table(
      schema: schema, rows: keys.rows, report: report, inputs: reader.names,
      collectedAt: collectedAt, sharedKeys: keys.sharedKeys)
  }
}
