import WritTables
import WritValues

/// The scan that leaves lines undecoded hands over the rows that the decoder does; like codes are like values.
struct LineScanTarget: FuzzTarget {
  let name = "ndjson-lines"
  let words = [
    "{\"id\":\"a\",\"when\":\"2026-01-31\",\"state\":\"on\",\"count\":1}\n", "\"id\":\"b\"",
    "\"when\":\"2026-01-31T10:00:00Z\"", "\"count\":1", "\"count\":1.0", "\"count\":-0",
    "\"share\":0.1", "\"share\":0.10", "\"state\":\"off\"", "\"state\":null", "\"len\":\"60m\"",
    "\"len\":\"1h\"", "\"\\u0069d\":\"a\"", "true", "null", "1e3", "\r\n", "\n", " ", "\u{FEFF}",
    ",\"x\":{}", ",\"x\":[]", "\u{e9}",
  ]

  private static let binding = FieldBinding()
  /// Of each kind one: text, number, decimal, time, closed set, duration.
  private static let tracked = [6, 1, 2, 3, 9, 8]

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
    let expected = try Lines { body in
      try TableStream(
        schema: schema, inputs: inputs(input, .max), options: ReadOptions(blockSize: 1 << 14)
      ).forEachRow(body)
    }
    var shape = ""
    for size in [1, 7, 1 << 16] {
      let options = ReadOptions(blockSize: size)
      guard
        let scan = LineScan(
          schema: schema, inputs: inputs(input, size), tracked: tracked, options: options,
          keyType: { _ in .text })
      else { throw BrokenInvariant(kind: "nothing is scanned", detail: "") }
      var meanings: [String: String] = [:]
      do {
        var codes: [Int] = []
        let found = try Lines { body in
          try scan.forEachLine(
            { line in
              codes = tracked.indices.map { line.code($0) }
              return false
            },
            row: { decoded, wasGlanced in
              if wasGlanced, !decoded.row.isRejected {
                try note(codes, of: decoded.row, &meanings)
                shape = "glanced"
              }
              try body(decoded.row)
            })
        }
        try expect(
          found.failure == expected.failure, "the scan fails differently",
          "\(size): \(expected.failure)\nthen\n\(found.failure)")
        if expected.failure.isEmpty {
          try expect(
            found.rows == expected.rows, "the scan gives other rows",
            "\(size)\n" + expected.rows.joined(separator: "\n") + "\nthen\n"
              + found.rows.joined(separator: "\n"))
        }
      } catch is LineScan.Undecided {
        shape = "undecided"
      }
    }
    return [shape, "\(min(expected.rows.count, 6)) rows", expected.shape]
  }

  private static func inputs(_ bytes: [UInt8], _ size: Int) -> [TableInput] {
    [.ndjson(PieceSource(name: "input", bytes: bytes, size: size), binding)]
  }

  /// A code stands for one value, wherever it was read.
  private static func note(
    _ codes: [Int], of row: Row, _ meanings: inout [String: String]
  ) throws {
    for (code, field) in zip(codes, tracked) {
      let meaning: String =
        switch row.fields[field] {
        case .known(let value): "\(value)"
        case .unknown(let causes): "\(causes.items.map(\.kind))"
        case .interval: "interval"
        }
      let name = "\(field) \(code)"
      let known = meanings.updateValue(meaning, forKey: name) ?? meaning
      try expect(known == meaning, "a code has two meanings", "\(name): \(known), \(meaning)")
    }
  }

  /// Rows in the order of the input, with the report's counts; or the failure.
  private struct Lines {
    var rows: [String] = []
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
        shape = "\(min(report.rejectCount, 3)) rejects"
        rows = found.sorted { $0.start < $1.start }.map(\.text)
        rows.append("\(report.rows) rows, \(report.rejectCount) rejects, \(report.rejects)")
      } catch let failure as ReadFailure {
        self.failure = "\(failure)"
      }
    }
  }
}
