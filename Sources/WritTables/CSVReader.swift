import WritValues

/// Reads CSV (RFC 4180) with a header.
struct CSVReader {
  let source: any ByteSource
  let input: Int32
  let plan: DecodingPlan
  let options: ReadOptions

  /// Hands over each row.
  /// - Returns: how many bytes were read.
  /// - Throws: `ReadFailure` without a usable header or a record, and when the last one is cut off.
  func read(_ body: (DecodedRow) throws -> Void) throws -> Int64 {
    let blocks = try ByteBlocks(source, blockSize: options.blockSize)
    let opening = try opening(blocks)
    var scanner = CSVScanner(delimiter: opening.delimiter)
    var line = opening.lines + 1
    let header = opening.header
    var records = 0
    while let length = try next(&scanner, blocks, line: line) {
      let bytes = blocks.window.part(ByteRange(start: 0, end: length))
      let origin = RowOrigin(
        input: input, line: Int32(clamping: line), start: blocks.offset,
        end: blocks.offset &+ Int64(contentLength(bytes)))
      if !scanner.isBlank {
        records += 1
        if isCut(scanner, bytes, header) {
          throw ReadFailure(
            .broken, input: source.name, message: "is cut off in the middle of a record",
            line: line, byte: blocks.offset)
        }
        let place = RowPlace(name: source.name, origin: origin)
        try body(decode(scanner, bytes, header: header, place: place))
      }
      line += scanner.innerLines + 1
      blocks.consume(length)
    }
    if records == 0 {
      throw ReadFailure(.empty, input: source.name, message: "holds no record")
    }
    return blocks.bytesRead
  }

  /// What comes before the first record.
  struct Opening {
    var delimiter: UInt8
    var header: Header
    /// Bytes and line ends up to the first record.
    var bytes: Int64
    var lines: Int
  }

  /// - Throws: `ReadFailure` without a usable header.
  func opening() throws -> Opening {
    try opening(try ByteBlocks(source, blockSize: options.blockSize))
  }

  private func opening(_ blocks: ByteBlocks) throws -> Opening {
    try blocks.skipMark()
    var line = 1
    var scanner = CSVScanner(delimiter: try Self.delimiter(blocks, limit: options.recordLimit))
    while let length = try next(&scanner, blocks, line: line) {
      let bytes = blocks.window.part(ByteRange(start: 0, end: length))
      let header =
        scanner.isBlank
        ? nil : try self.header(scanner, bytes, line: line, start: blocks.offset)
      line += scanner.innerLines + 1
      blocks.consume(length)
      if let header {
        return Opening(
          delimiter: scanner.delimiter, header: header, bytes: blocks.offset, lines: line - 1)
      }
    }
    throw ReadFailure(.empty, input: source.name, message: "holds no record")
  }

  /// Scans the next record; nil at the end.
  func next(
    _ scanner: inout CSVScanner, _ blocks: ByteBlocks, line: Int
  ) throws -> Int? {
    scanner.startRecord()
    while true {
      let window = blocks.window
      if window.count > 0 || blocks.isAtEnd {
        if window.count == 0 { return nil }
        if let length = scanner.scan(window, isLast: blocks.isAtEnd) { return length }
        if window.count > options.recordLimit {
          throw ReadFailure(
            .broken, input: source.name,
            message: "a record is longer than \(options.recordLimit) bytes: is a quote left open?",
            line: line, byte: blocks.offset)
        }
      }
      try blocks.fill()
    }
  }

  func contentLength(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var length = bytes.count
    if length > 0, bytes[length - 1] == ASCII.lineFeed { length -= 1 }
    if length > 0, bytes[length - 1] == ASCII.carriageReturn { length -= 1 }
    return length
  }

  /// - Parameter limit: the longest header.
  static func delimiter(of source: any ByteSource, limit: Int) throws -> UInt8 {
    let blocks = try ByteBlocks(source, blockSize: 1 << 16)
    try blocks.skipMark()
    return try delimiter(blocks, limit: limit)
  }

  /// `,` unless the header is cut more often by `;` or a tab. The header may hold quoted line ends, so
  /// its end is looked for however the blocks fall.
  static func delimiter(_ blocks: ByteBlocks, limit: Int) throws -> UInt8 {
    var counts: [(delimiter: UInt8, count: Int)] = [
      (ASCII.comma, 0), (ASCII.semicolon, 0), (ASCII.tab, 0),
    ]
    var hasContent = false
    var isQuoted = false
    var searched = 0
    search: while true {
      for byte in blocks.window[searched...] {
        if !hasContent, byte == ASCII.lineFeed || byte == ASCII.carriageReturn { continue }
        hasContent = true
        if byte == ASCII.quote { isQuoted.toggle() }
        if isQuoted { continue }
        if byte == ASCII.lineFeed { break search }
        for index in counts.indices where counts[index].delimiter == byte {
          counts[index].count += 1
        }
      }
      searched = blocks.window.count
      if blocks.isAtEnd || searched > limit { break }
      try blocks.fill()
    }
    var best = counts[0]
    for candidate in counts where candidate.count > best.count { best = candidate }
    return best.delimiter
  }

  // MARK: Header

  struct Header {
    /// The column of each field; nil where the file has none.
    var columns: [Int?]
    var count: Int
  }

  private func header(
    _ scanner: CSVScanner, _ bytes: UnsafeBufferPointer<UInt8>, line: Int, start: Int64
  ) throws -> Header {
    func failure(_ kind: ReadFailure.Kind, _ message: String) -> ReadFailure {
      ReadFailure(kind, input: source.name, message: message, line: line, byte: start)
    }
    if UTF8Check.firstFault(in: bytes) != nil {
      throw failure(.broken, "the header is not UTF-8")
    }
    if let fault = scanner.fault { throw failure(.broken, "the header: \(fault)") }
    var positions: [Text: Int] = [:]
    for (index, cell) in scanner.cells.enumerated() {
      let name = Text(withText(of: cell, in: bytes) { $0.text })
      if name.string.isEmpty { continue }
      if positions.updateValue(index, forKey: name) != nil {
        throw failure(.broken, "the header names two columns `\(name)`")
      }
    }
    let columns = plan.fields.map { field in
      field.components.isEmpty ? positions[Text(plan.binding.column(of: field.name))] : nil
    }
    for column in plan.keyColumns where positions[Text(column)] == nil {
      throw failure(.mismatch, "the header has no column `\(column)`, which the key needs")
    }
    // A column that was named is expected: without it every row would only seem to lack the field.
    for (field, column) in plan.binding.fieldMap.sorted(by: { $0.key < $1.key })
    where positions[Text(column)] == nil && plan.fields.contains(where: { $0.name == field }) {
      throw failure(
        .mismatch, "the header has no column `\(column)`, which is named for `\(field)`")
    }
    return Header(columns: columns, count: scanner.cells.count)
  }

  // MARK: Rows

  /// The file ends inside the record: in a quoted cell, or without a line end and with cells missing.
  func isCut(
    _ scanner: CSVScanner, _ bytes: UnsafeBufferPointer<UInt8>, _ header: Header
  ) -> Bool {
    scanner.isUnclosed
      || bytes.last != ASCII.lineFeed && scanner.fault == nil && scanner.cells.count < header.count
  }

  func decode(
    _ scanner: CSVScanner, _ bytes: UnsafeBufferPointer<UInt8>, header: Header, place: RowPlace
  ) -> DecodedRow {
    if let offset = UTF8Check.firstFault(in: bytes) {
      return plan.rejected("invalid UTF-8 (byte \(place.byte(offset)))", place: place)
    }
    if let fault = scanner.fault { return plan.rejected("\(fault)", place: place) }
    let cells = scanner.cells
    guard cells.count == header.count else {
      return plan.rejected(
        "\(cells.count) cells where the header has \(header.count)", place: place)
    }
    var data = plan.blank
    for index in plan.fields.indices where plan.wanted[index] {
      guard let column = header.columns[index] else {
        data[index] = plan.absent(index, place: place)
        continue
      }
      data[index] = withText(of: cells[column], in: bytes) { text in
        if text.isEmpty { return plan.absent(index, place: place) }
        let field = plan.fields[index]
        return field.shape.datum(
          cell: text, path: field.name, place: place, zone: plan.binding.zone)
          ?? place.unreadable(field.name)
      }
    }
    let decoded = plan.row(data, place: place)
    if let whole = plan.planForWhole(decoded) {
      return CSVReader(source: source, input: input, plan: whole, options: options)
        .decode(scanner, bytes, header: header, place: place)
    }
    return decoded
  }

  /// Works on a cell's text, quotes written twice made one.
  func withText<Result>(
    of cell: CSVScanner.Cell, in bytes: UnsafeBufferPointer<UInt8>,
    _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    let part = bytes.part(cell.range)
    if !cell.hasDoubledQuotes { return body(part) }
    var text: [UInt8] = []
    text.reserveCapacity(part.count)
    var isSecond = false
    for byte in part {
      isSecond = byte == ASCII.quote && !isSecond
      if isSecond || byte != ASCII.quote { text.append(byte) }
    }
    return text.withUnsafeBufferPointer(body)
  }
}
