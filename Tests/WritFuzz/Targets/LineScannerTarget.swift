import WritTables
import WritValues

/// The scanner that leaves lines undecoded comes to the rows that the decoder does, whatever the chunks; what its columns
/// hold is what the rows hold.
struct LineScannerTarget: FuzzTarget {
  let name = "ndjson-lines"
  let words = [
    "{\"id\":\"a\",\"when\":\"2026-01-31\",\"state\":\"on\",\"count\":1}\n", "\"id\":\"b\"",
    "\"when\":\"2026-01-31T10:00:00Z\"", "\"count\":1", "\"count\":1.0", "\"count\":-0",
    "\"share\":0.1", "\"share\":0.10", "\"state\":\"off\"", "\"state\":null", "\"len\":\"60m\"",
    "\"len\":\"1h\"", "\"\\u0069d\":\"a\"", "true", "null", "1e3", "\r\n", "\n", " ", "\u{FEFF}",
    ",\"x\":{}", ",\"x\":[]", "\u{e9}",
  ]

  private static let binding = FieldBinding()
  /// Of each kind one: text, number, decimal, closed set, duration, network; and times.
  private static let columns =
    [6, 1, 2, 9, 8, 7, 3].map { LineColumn(field: $0, kind: .codes) }
    + [LineColumn(field: 3, kind: .times)]

  func run(_ input: [UInt8]) throws -> [String] {
    var traits: [String] = []
    for lateness in [nil, 0, 3_600_000_000] as [Int64?] {
      traits += try Self.check(input, lateness: lateness)
    }
    return traits
  }

  private static func check(_ input: [UInt8], lateness: Int64?) throws -> [String] {
    var schema = TablePrint.schema
    schema.order = lateness.map { DatasetSchema.Order(field: 3, lateness: $0) }
    let expected = try Rows { body in
      try TableStream(
        schema: schema, inputs: inputs(input, .max), options: ReadOptions(blockSize: 1 << 14)
      ).forEachRow(body)
    }
    var words: [String] = []
    for size in [1, 40, 1 << 16] {
      guard let found = try scanned(input, schema, size) else {
        words.append("undecided")
        continue
      }
      try expect(
        expected.failure.isEmpty, "what fails is scanned", "\(size): \(expected.failure)")
      try expect(
        found.lines == expected.lines, "the scanner comes to other rows",
        "\(size)\n" + expected.lines.joined(separator: "\n") + "\nthen\n"
          + found.lines.joined(separator: "\n"))
      words.append("scanned")
    }
    return Set(words).sorted() + ["\(min(expected.lines.count, 6)) rows", expected.shape]
  }

  /// As the engine goes about it; nil where it would leave the input to the decoder.
  private static func scanned(
    _ input: [UInt8], _ schema: DatasetSchema, _ size: Int
  ) throws -> Rows? {
    do {
      return try scanned(input, schema, size, suspects: nil)
    } catch is LineScanner.Undecided {
      do {
        let suspects = try Suspects(
          chunks(input, size), try scanner(schema, [], []), lateness: schema.order?.lateness)
        return try scanned(input, schema, size, suspects: suspects)
      } catch is LineScanner.Undecided {
        return nil
      }
    }
  }

  private static func scanned(
    _ input: [UInt8], _ schema: DatasetSchema, _ size: Int, suspects: Suspects?
  ) throws -> Rows {
    let scanner = try scanner(schema, columns, suspects?.keys ?? [])
    let chunks = chunks(input, size)
    return try Rows { body in
      var ledger = LineLedger(schema: schema, names: ["input"], suspects: suspects)
      while let chunk = try chunks.next() {
        let tally = try scanner.scan(chunk) { batch in
          for row in batch.odd { try body(row.row) }
          for index in 0..<batch.count {
            let row = try scanner.row(index)
            try compare(batch, index, row)
            try body(row)
          }
        }
        try ledger.add(tally)
      }
      for row in try ledger.close(bytes: chunks.bytesRead) { try body(row) }
      return ledger.report
    }
  }

  private static func scanner(
    _ schema: DatasetSchema, _ columns: [LineColumn], _ suspects: Set<UInt64>
  ) throws -> LineScanner {
    guard
      let scanner = LineScanner(
        schema: schema, inputs: inputs([], 1), columns: columns,
        wanted: Set(schema.fields.indices), suspects: suspects, options: ReadOptions(),
        keyType: { _ in .text })
    else { throw BrokenInvariant(kind: "nothing is scanned", detail: "") }
    return scanner
  }

  private static func chunks(_ input: [UInt8], _ size: Int) -> LineChunks {
    LineChunks(
      sources: [PieceSource(name: "input", bytes: input, size: max(1, size / 3))], size: size,
      limit: ReadOptions().recordLimit)
  }

  private static func inputs(_ bytes: [UInt8], _ size: Int) -> [TableInput] {
    [.ndjson(PieceSource(name: "input", bytes: bytes, size: size), binding)]
  }

  /// What a column says of a row, the row says.
  private static func compare(_ batch: LineBatch, _ index: Int, _ row: Row) throws {
    for (number, column) in columns.enumerated() {
      let decoded = row.fields[column.field]
      let detail = "field \(column.field): \(decoded)"
      if let datum = batch.datum(number, index) {
        try expect(datum == decoded, "a column differs from its row", "\(detail), \(datum)")
      } else {
        // Only what can't be read is told with its place.
        try expect(decoded.value == nil, "a column does not know what its row does", detail)
      }
    }
  }

  /// Rows in the order of the input and the report's counts; or the failure.
  private struct Rows {
    var lines: [String] = []
    var failure = ""
    var shape = ""

    /// - Throws: what is no `ReadFailure`.
    init(_ read: ((Row) throws -> Void) throws -> ReadReport) throws {
      var found: [(start: Int64, text: String)] = []
      do {
        let report = try read { row in
          found.append(
            (row.origin.start, "\(row.key) \(row.isRejected) \(row.fields) \(row.origin)"))
        }
        shape = "\(min(report.rejectCount, 3)) rejects, \(min(report.repeats, 2)) repeats"
        lines = found.sorted { ($0.start, $0.text) < ($1.start, $1.text) }.map(\.text)
        lines.append(
          "\(report.rows) rows, \(report.repeats) repeats, \(report.rejectCount) rejects, "
            + "\(report.bytes) bytes, \(report.rejects)")
      } catch let failure as ReadFailure {
        self.failure = "\(failure)"
      }
    }
  }
}
