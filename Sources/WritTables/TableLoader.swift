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
    let builder = builder(wanted: nil, isDecoded: false)
    for row in rows { builder.append(row, keepsWhole: true) }
    let built = builder.build(names: [input], rows: [:])
    var report = ReadReport()
    for origin in built.rejected {
      report.add(
        Reject(
          input: input, line: Int(origin.line), start: origin.start, end: origin.end,
          reason: KeyConflicts.reason))
    }
    report.repeats = built.repeats
    report.rows = built.columns.count
    return Table(
      columns: built.columns, report: report, inputs: [input], collectedAt: collectedAt,
      sharedKeys: built.sharedKeys)
  }

  /// The table the inputs make together.
  ///
  /// - Parameter wanted: the fields somebody reads, beside key and order; nil: all. Others hold nothing.
  /// - Throws: `ReadFailure` for an input that can't be used, and what a source throws.
  package func load(
    _ inputs: [TableInput], wanted: Set<Int>? = nil, collectedAt: Timestamp? = nil
  ) throws -> Table {
    let reader = InputReader(schema: schema, inputs: inputs, options: options, keyType: keyType)
    let builder = builder(wanted: wanted, isDecoded: true)
    var report = ReadReport()
    report.bytes = try reader.read(
      DecodingPlan.Selection(wanted), begin: builder.begin, glance: builder.take
    ) { decoded in
      builder.append(decoded.row)
      if let reason = decoded.rejectReason {
        report.add(reader.reject(decoded.row.origin, reason: reason))
      }
    }
    // Repeats are alike in all declared fields, not only in those somebody reads.
    let isCompared = schema.order != nil && wanted != nil
    let built = builder.build(
      names: reader.names,
      rows: isCompared ? try wholeRows(builder.repeated, of: builder.count, reader) : [:])
    report.merge(
      built.rejected.map { reader.reject($0, reason: KeyConflicts.reason) }, inputs: reader.names)
    report.repeats = built.repeats
    report.rows = built.columns.count
    return Table(
      columns: built.columns, report: report, inputs: reader.names, collectedAt: collectedAt,
      sharedKeys: built.sharedKeys)
  }

  private func builder(wanted: Set<Int>?, isDecoded: Bool) -> TableBuilder {
    TableBuilder(
      schema: schema, wanted: DecodingPlan.wanted(DecodingPlan.Selection(wanted), schema),
      fields: schema.fields.map { DecodingPlan.Field($0, keyType: keyType) }, isDecoded: isDecoded)
  }

  /// Reads rows that share their keys once more, with all their fields.
  private func wholeRows(
    _ repeated: [Int: (key: Value, origin: RowOrigin)], of count: Int, _ reader: InputReader
  ) throws -> [Int: Row] {
    if repeated.isEmpty { return [:] }
    let keys = Set(repeated.values.map(\.key))
    var rows: [Int: Row] = [:]
    var next = 0
    _ = try reader.read(.keys, whole: { keys.contains($0) }) { decoded in
      if let known = repeated[next], known.key == decoded.row.key,
        known.origin == decoded.row.origin
      {
        rows[next] = decoded.row
      }
      next += 1
    }
    guard next == count, rows.count == repeated.count else {
      throw ReadFailure(
        .changed, input: reader.names.joined(separator: ", "), message: "changed while it was read")
    }
    return rows
  }
}
