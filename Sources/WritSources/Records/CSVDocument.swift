import WritTables
import WritValues

/// The records of a CSV file (RFC 4180), which is held whole: rosters are small.
struct CSVDocument {
  struct Record {
    /// As many as the header has.
    var cells: [String]
    var origin: RowOrigin
  }

  var header: [String] = []
  var records: [Record] = []
  var rejects: [Reject] = []

  /// - Parameter input: the index that origins carry.
  /// - Throws: `ReadFailure` when there is no header, its names repeat or the last record is cut off.
  init(bytes: [UInt8], name: String, input: Int32) throws(ReadFailure) {
    var scanner = CSVScanner(bytes: bytes)
    guard let first = scanner.next() else {
      throw ReadFailure(.empty, input: name, message: "holds no record")
    }
    guard first.problem == nil, let header = first.texts, header.contains(where: { !$0.isEmpty })
    else {
      throw ReadFailure(
        .broken, input: name, message: first.problem ?? "the header is not UTF-8", line: 1)
    }
    self.header = header
    for (index, column) in header.enumerated() where header[..<index].contains(column) {
      throw ReadFailure(
        .broken, input: name, message: "the header names a column twice", line: 1)
    }
    while let row = scanner.next() {
      if row.isEmpty { continue }
      if row.end == bytes.count,
        row.isUnclosed
          || bytes.last != UInt8(ascii: "\n") && row.problem == nil
            && row.cells.count < header.count
      {
        throw ReadFailure(
          .broken, input: name, message: "is cut off in the middle of a record", line: row.line,
          byte: Int64(row.start))
      }
      let problem: String? =
        if let problem = row.problem {
          problem
        } else if row.cells.count != header.count {
          "has \(row.cells.count) cells where the header has \(header.count)"
        } else {
          row.texts == nil ? "is not UTF-8" : nil
        }
      if problem == nil, let texts = row.texts {
        records.append(
          Record(
            cells: texts,
            origin: RowOrigin(
              input: input, line: Int32(clamping: row.line), start: Int64(row.start),
              end: Int64(row.end))))
      } else {
        rejects.append(
          Reject(
            input: name, line: row.line, start: Int64(row.start), end: Int64(row.end),
            reason: problem ?? "can't be read"))
      }
    }
  }
}

/// Cuts CSV into rows of cells.
struct CSVScanner {
  struct Row {
    var cells: [[UInt8]] = []
    var line = 0
    var start = 0
    var end = 0
    var problem: String?
    /// The input ends inside a quoted cell.
    var isUnclosed = false

    /// A line without anything on it.
    var isEmpty: Bool { cells.count == 1 && cells.first?.isEmpty == true && problem == nil }

    /// Nil when a cell is not UTF-8.
    var texts: [String]? {
      var texts: [String] = []
      for cell in cells {
        guard let text = String(validating: cell, as: UTF8.self) else { return nil }
        texts.append(text)
      }
      return texts
    }
  }

  private let bytes: [UInt8]
  private let delimiter: UInt8
  private var position = 0
  private var line = 1

  init(bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    delimiter = Self.delimiter(of: bytes)
  }

  /// The one of comma, semicolon and tab that the header has most of, outside quotes.
  static func delimiter(of bytes: [UInt8]) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in bytes {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == UInt8(ascii: "\n") { break }
      if byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "\t") {
        counts[byte, default: 0] += 1
      }
    }
    let choices = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    return choices.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? UInt8(ascii: ",")
  }

  /// Nil at the end.
  mutating func next() -> Row? {
    guard position < bytes.count else { return nil }
    var row = Row(line: line, start: position)
    var cell: [UInt8] = []
    var isQuoted = false
    var wasQuoted = false
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: "\n") { line += 1 }
      if isQuoted {
        if byte != UInt8(ascii: "\"") {
          cell.append(byte)
        } else if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
          cell.append(byte)
          position += 1
        } else {
          isQuoted = false
          wasQuoted = true
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\"") where cell.isEmpty && !wasQuoted:
        isQuoted = true
      case delimiter:
        row.cells.append(cell)
        cell = []
        wasQuoted = false
      case UInt8(ascii: "\n"):
        if cell.last == UInt8(ascii: "\r"), !wasQuoted { cell.removeLast() }
        row.cells.append(cell)
        row.end = position
        return row
      case UInt8(ascii: "\r") where wasQuoted:
        break
      default:
        if wasQuoted || byte == UInt8(ascii: "\"") { row.problem = "has a quote in a wrong place" }
        cell.append(byte)
      }
    }
    if isQuoted {
      row.problem = "ends within a quoted cell"
      row.isUnclosed = true
    }
    if cell.last == UInt8(ascii: "\r"), !wasQuoted { cell.removeLast() }
    row.cells.append(cell)
    row.end = position
    return row
  }
}
