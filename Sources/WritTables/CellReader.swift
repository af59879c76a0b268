import WritValues

/// Takes the cells of a table as texts.
package protocol CellSink {
  /// A column, numbered from 0 as they are told; one of NDJSON may come after rows that lack it.
  mutating func addColumn(_ name: String) throws
  /// A row; `cell` gives a column's text, nil where it is missing.
  mutating func addRow(_ cell: (_ column: Int) -> UnsafeBufferPointer<UInt8>?) throws
}

/// Reads a CSV or NDJSON file as texts, whatever its columns are.
///
/// Figures of a table are those of all its rows: a record that can't be read ends the reading.
package struct CellReader {
  private let source: any ByteSource
  private let options: ReadOptions

  package init(_ source: any ByteSource, options: ReadOptions = ReadOptions()) {
    self.source = source
    self.options = options
  }

  /// An empty cell of CSV, a member of NDJSON that is null or not there are missing. Of NDJSON the columns are the
  /// outermost members; numbers are taken as written, lists and objects as JSON.
  ///
  /// - Throws: `ReadFailure`, what the source throws, and what `sink` throws.
  package func read(into sink: inout some CellSink) throws {
    let blocks = try ByteBlocks(source, blockSize: options.blockSize)
    try blocks.skipMark()
    var first: UInt8?
    while first == nil {
      first = blocks.window.first { $0 > ASCII.space }
      if first == nil, blocks.isAtEnd { throw failure("holds no record", .empty) }
      if first == nil { try blocks.fill() }
    }
    switch first {
    case ASCII.openBrace: try readObjects(blocks, into: &sink)
    case ASCII.openBracket:
      throw failure("is a JSON array; CSV and NDJSON, one object a line, are read")
    default: try readRecords(blocks, into: &sink)
    }
  }

  private func failure(
    _ message: String, _ kind: ReadFailure.Kind = .broken, line: Int = 0, byte: Int64 = 0
  ) -> ReadFailure {
    ReadFailure(kind, input: source.name, message: message, line: line, byte: byte)
  }

  // MARK: CSV

  private func readRecords(_ blocks: ByteBlocks, into sink: inout some CellSink) throws {
    let plan = DecodingPlan(
      schema: DatasetSchema(name: DatasetName(module: "", name: ""), fields: [], key: []),
      binding: FieldBinding(), selection: .all, keyType: { _ in .text })
    let reader = CSVReader(source: source, input: 0, plan: plan, options: options)
    var scanner = CSVScanner(
      delimiter: try CSVReader.delimiter(blocks, limit: options.recordLimit))
    var line = 1
    var header: CSVReader.Header?
    var row = CellRow()
    while let length = try reader.next(&scanner, blocks, line: line) {
      let bytes = blocks.window.part(ByteRange(start: 0, end: length))
      if !scanner.isBlank {
        if let fault = UTF8Check.firstFault(in: bytes) {
          throw failure("invalid UTF-8", line: line, byte: blocks.offset &+ Int64(fault))
        }
        if let fault = scanner.fault {
          throw failure("\(fault)", line: line, byte: blocks.offset)
        }
        row.removeAll()
        for cell in scanner.cells {
          reader.withText(of: cell, in: bytes) { row.append($0.isEmpty ? nil : $0) }
        }
        if let header {
          guard row.count == header.count, !reader.isCut(scanner, bytes, header) else {
            throw failure(
              "\(row.count) cells where the header has \(header.count)", line: line,
              byte: blocks.offset)
          }
          try row.withCells { try sink.addRow($0) }
        } else {
          header = CSVReader.Header(columns: [], count: row.count)
          for column in 0..<row.count { try sink.addColumn(row.text(column)) }
        }
      }
      line += scanner.innerLines + 1
      blocks.consume(length)
    }
  }

  // MARK: NDJSON

  private func readObjects(_ blocks: ByteBlocks, into sink: inout some CellSink) throws {
    var columns: [Text: Int] = [:]
    var row = CellRow()
    var cells: [JSONValue] = []
    var line = 0
    var searched = 0
    while true {
      let window = blocks.window
      let feed = ASCII.lineFeed(in: window, from: searched)
      if window.count > options.recordLimit, (feed ?? window.count) > options.recordLimit {
        throw failure(
          "longer than \(options.recordLimit) bytes", line: line + 1, byte: blocks.offset)
      }
      if feed == nil, !blocks.isAtEnd {
        searched = window.count
        try blocks.fill()
        continue
      }
      let length = feed ?? window.count
      if feed == nil, length == 0 { return }
      line += 1
      let bytes = window.part(ByteRange(start: 0, end: length))
      if bytes.contains(where: { $0 > ASCII.space }) {
        guard case .object(let members)? = JSONScanner.parse(bytes) else {
          throw failure("is no JSON object", line: line, byte: blocks.offset)
        }
        for index in cells.indices { cells[index] = .null }
        for member in members {
          if let known = columns[member.name] {
            cells[known] = member.value
          } else {
            columns[member.name] = cells.count
            cells.append(member.value)
            try sink.addColumn(member.name.string)
          }
        }
        row.removeAll()
        for cell in cells { row.append(cell) }
        try row.withCells { try sink.addRow($0) }
      }
      blocks.consume(feed == nil ? length : length + 1)
      searched = 0
    }
  }
}

/// The cells of one row, in memory that the next one uses again.
private struct CellRow {
  private var bytes: [UInt8] = []
  private var ranges: [ByteRange?] = []

  var count: Int { ranges.count }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    ranges.removeAll(keepingCapacity: true)
  }

  mutating func append(_ text: UnsafeBufferPointer<UInt8>?) {
    let start = bytes.count
    if let text { bytes.append(contentsOf: text) }
    ranges.append(text == nil ? nil : ByteRange(start: start, end: bytes.count))
  }

  mutating func append(_ value: JSONValue) {
    let start = bytes.count
    switch value {
    case .null: return ranges.append(nil)
    case .string(let text): bytes.append(contentsOf: text.string.utf8)
    case .bool, .number, .array, .object: bytes.append(contentsOf: value.compact.utf8)
    }
    ranges.append(ByteRange(start: start, end: bytes.count))
  }

  func text(_ column: Int) -> String {
    guard let range = ranges[column] else { return "" }
    return String(decoding: bytes[range.start..<range.end], as: UTF8.self)
  }

  func withCells(
    _ body: ((_ column: Int) -> UnsafeBufferPointer<UInt8>?) throws -> Void
  ) throws {
    try bytes.withUnsafeBufferPointer { all in
      try body { column in ranges[column].map { all.part($0) } }
    }
  }
}
