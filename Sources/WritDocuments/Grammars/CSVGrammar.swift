/// Delimited records (RFC 4180 and what is met in the field): the delimiter and the header row found by content, rows
/// of any width, line feeds in quotes.
final class CSVGrammar: Grammar {
  private enum Open { case none, quoted, bare }

  private var dialect: CSVDialect?
  private var keys: [[UInt8]] = []
  private var row = 1
  private var column = 0
  private var open = Open.none
  /// A quoted cell was read: a delimiter or the end of the record follows.
  private var isBehindCell = false

  var path: String {
    let name = keys.indices.contains(column) ? String(decoding: keys[column], as: UTF8.self) : ""
    return "row \(row), column \(name.isEmpty ? String(column + 1) : name)"
  }

  var columnIndex: Int? { column }

  func scan(_ walk: DocumentWalk) throws -> StaticString? {
    let bytes = walk.bytes
    guard let dialect = dialect(for: walk) else { return nil }
    let delimiter = dialect.delimiter
    let limit = walk.limits.pieceSize
    if open != .none {
      guard try content(walk, delimiter) else { return nil }
    }
    var position = walk.position
    defer { walk.position = max(walk.position, position) }
    let isLast = walk.isLast
    while position < bytes.count {
      let byte = bytes[position]
      if isBehindCell {
        if byte == delimiter {
          column &+= 1
        } else if byte == ASCII.lineFeed {
          column = 0
          row &+= 1
        } else if byte == ASCII.carriageReturn {
          position &+= 1
          continue
        } else {
          return "a quoted cell goes on behind its quote"
        }
        position &+= 1
        isBehindCell = false
        continue
      }
      if byte == ASCII.quote {
        guard let end = Self.quote(bytes, position &+ 1, limit, isLast: isLast) else {
          if !isLast, bytes.count &- position <= limit &+ 32 { return nil }
          guard bytes.count &- position > limit else { return "a quoted cell is not closed" }
          open = .quoted
          walk.position = position &+ 1
          guard try content(walk, delimiter) else {
            position = walk.position
            return nil
          }
          position = walk.position
          continue
        }
        let next = bytes.at(end &+ 1)
        if end &+ 1 == bytes.count || next == delimiter || next == ASCII.lineFeed
          || next == ASCII.carriageReturn
        {
          let start = position &+ 1
          try cell(
            walk, start, end, .csvQuoted,
            hasEscapes: bytes.first(ASCII.quote, from: start, to: end) != nil)
          position = end &+ 1
          isBehindCell = true
          continue
        }
        // Not a quoted cell: its quote is a byte like others.
      }
      guard let end = Self.bareEnd(bytes, position, limit, delimiter) else {
        let available = bytes.count &- position
        if available <= limit {
          guard isLast else { return nil }
          try cell(
            walk, position, bytes.count, bare(delimiter, dialect), hasEscapes: false)
          position = bytes.count
          return nil
        }
        if !isLast, available <= limit &+ 32 { return nil }
        open = .bare
        walk.position = position
        guard try content(walk, delimiter) else {
          position = walk.position
          return nil
        }
        position = walk.position
        continue
      }
      let isEmptyLine = column == 0 && bytes[end] == ASCII.lineFeed && end &- position <= 1
      var last = end
      if last > position, bytes[last] == ASCII.lineFeed, bytes[last &- 1] == ASCII.carriageReturn {
        last &-= 1
      }
      if !(isEmptyLine && last == position) {
        try cell(walk, position, last, bare(delimiter, dialect), hasEscapes: false)
      }
      position = end &+ 1
      if bytes[end] == ASCII.lineFeed {
        column = 0
        row &+= 1
      } else {
        column &+= 1
      }
    }
    return nil
  }

  private func bare(_ delimiter: UInt8, _ dialect: CSVDialect) -> ValueEncoding {
    .csvBare(delimiter, isOnly: column == 0 && dialect.columns == 1)
  }

  private func dialect(for walk: DocumentWalk) -> CSVDialect? {
    if let dialect { return dialect }
    let bytes = walk.bytes
    guard walk.isLast || bytes.count > CSVDialect.sampleSize else { return nil }
    let isWhole = bytes.count <= CSVDialect.sampleSize
    let sample = UnsafeBufferPointer(rebasing: bytes.prefix(CSVDialect.sampleSize))
    let found = CSVDialect.find(in: sample, isWhole: isWhole)
    dialect = found
    if bytes.has("\u{FEFF}", at: 0) { walk.position = 3 }
    return found
  }

  @inline(__always)
  private func cell(
    _ walk: DocumentWalk, _ start: Int, _ end: Int, _ encoding: ValueEncoding, hasEscapes: Bool
  ) throws {
    if row == 1, dialect?.hasHeader ?? false {
      var name: [UInt8] = []
      encoding.decode(
        UnsafeBufferPointer(rebasing: walk.bytes[start..<end]), blockIndent: 0, into: &name)
      keys.append(Array(name.prefix(KeyStack.longest)))
      try walk.value(
        start, end, encoding, .name, hasEscapes: hasEscapes, key: DocumentWalk.noKey, grammar: self)
      return
    }
    guard column < keys.count else {
      try walk.value(
        start, end, encoding, .value, hasEscapes: hasEscapes, key: DocumentWalk.noKey, grammar: self
      )
      return
    }
    try keys[column].withUnsafeBufferPointer { key in
      try walk.value(
        start, end, encoding, .value, hasEscapes: hasEscapes, key: key, grammar: self)
    }
  }

  /// Goes on with a cell that is long.
  private func content(_ walk: DocumentWalk, _ delimiter: UInt8) throws -> Bool {
    let bytes = walk.bytes
    let isQuoted = open == .quoted
    let isLast = walk.isLast
    let key = keys.indices.contains(column) ? keys[column] : []
    let found = try key.withUnsafeBufferPointer { key in
      try walk.pieces(
        isQuoted ? .csvQuoted : .csvBare(delimiter, isOnly: false), .value, key: key, grammar: self
      ) { start, limit in
        isQuoted
          ? Self.quote(bytes, start, limit &- start, isLast: isLast)
          : Self.bareEnd(bytes, start, limit &- start, delimiter)
      }
    }
    switch found {
    case .more: return false
    case .unterminated where isQuoted: return false
    case .unterminated:
      _ = try walk.rest(bytes.count, .value)
      open = .none
      return true
    case .ended: break
    }
    open = .none
    if isQuoted { walk.position &+= 1 }
    isBehindCell = true
    return true
  }

  /// The quote that closes the cell which begins at `start`.
  private static func quote(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int, isLast: Bool
  ) -> Int? {
    let last = min(bytes.count, start &+ limit &+ 1)
    var index = start
    while let found = bytes.first(ASCII.quote, from: index, to: last) {
      if found &+ 1 == bytes.count { return isLast ? found : nil }
      if bytes[found &+ 1] != ASCII.quote { return found }
      index = found &+ 2
    }
    return nil
  }

  @inline(__always)
  private static func bareEnd(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int, _ delimiter: UInt8
  ) -> Int? {
    bytes.first(delimiter, ASCII.lineFeed, from: start, to: start &+ limit &+ 1)
  }
}
