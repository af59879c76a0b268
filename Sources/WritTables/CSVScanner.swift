/// Finds the cells of one CSV record (RFC 4180) at a time, over a window that may still grow.
struct CSVScanner {
  struct Cell {
    var range: ByteRange
    /// It holds quotes written twice.
    var hasDoubledQuotes: Bool
  }

  private enum Phase {
    case cellStart, plain, quoted, quoteSeen, returnSeen
  }

  let delimiter: UInt8
  private(set) var cells: [Cell] = []
  /// Why the record can't be used.
  private(set) var fault: StaticString?
  /// The input ends inside a quoted cell.
  private(set) var isUnclosed = false
  /// Line feeds in the record, its own end not counted.
  private(set) var innerLines = 0
  private var phase = Phase.cellStart
  private var position = 0
  private var cellStart = 0
  private var cellEnd = 0
  private var isQuoted = false
  private var hasDoubledQuotes = false

  init(delimiter: UInt8) { self.delimiter = delimiter }

  /// Makes ready for the next record, at the start of the window.
  mutating func startRecord() {
    cells.removeAll(keepingCapacity: true)
    fault = nil
    isUnclosed = false
    innerLines = 0
    position = 0
    beginCell(at: 0)
  }

  /// The record is a line without anything on it.
  var isBlank: Bool { cells.count == 1 && cells[0].range.count == 0 && !isQuoted }

  /// Goes on in the window that begins at the record's start.
  /// - Returns: the offset after the record; nil when it does not end in the window.
  mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) -> Int? {
    while position < bytes.count {
      let byte = bytes[position]
      switch phase {
      case .cellStart, .plain:
        if byte == delimiter {
          endCell(at: position)
          beginCell(at: position &+ 1)
        } else if byte == ASCII.lineFeed {
          endLine(bytes, at: position)
          position &+= 1
          return position
        } else if byte == ASCII.quote {
          if case .cellStart = phase {
            phase = .quoted
            isQuoted = true
            cellStart = position &+ 1
          } else if fault == nil {
            fault = "a quote inside a cell that is not quoted"
          }
        } else {
          phase = .plain
        }
      case .quoted:
        if byte == ASCII.quote {
          phase = .quoteSeen
          cellEnd = position
        } else if byte == ASCII.lineFeed {
          innerLines &+= 1
        }
      case .quoteSeen, .returnSeen:
        if byte == ASCII.lineFeed {
          cells.append(quotedCell)
          position &+= 1
          return position
        }
        if case .quoteSeen = phase {
          switch byte {
          case ASCII.quote:
            hasDoubledQuotes = true
            phase = .quoted
          case ASCII.carriageReturn:
            phase = .returnSeen
          case delimiter:
            cells.append(quotedCell)
            beginCell(at: position &+ 1)
          default:
            noteTextAfterQuote()
          }
        } else {
          noteTextAfterQuote()
        }
      }
      position &+= 1
    }
    guard isLast else { return nil }
    switch phase {
    case .cellStart, .plain:
      endLine(bytes, at: position)
    case .quoted:
      fault = "a quoted cell is not closed"
      isUnclosed = true
    case .quoteSeen, .returnSeen:
      cells.append(quotedCell)
    }
    return position
  }

  private var quotedCell: Cell {
    Cell(
      range: ByteRange(start: cellStart, end: cellEnd), hasDoubledQuotes: hasDoubledQuotes)
  }

  private mutating func noteTextAfterQuote() {
    if fault == nil { fault = "text after a closing quote" }
    phase = .plain
  }

  private mutating func beginCell(at start: Int) {
    phase = .cellStart
    cellStart = start
    isQuoted = false
    hasDoubledQuotes = false
  }

  private mutating func endCell(at end: Int) {
    cells.append(Cell(range: ByteRange(start: cellStart, end: end), hasDoubledQuotes: false))
  }

  private mutating func endLine(_ bytes: UnsafeBufferPointer<UInt8>, at end: Int) {
    let hasReturn = end > cellStart && bytes[end &- 1] == ASCII.carriageReturn
    endCell(at: hasReturn ? end &- 1 : end)
  }
}
