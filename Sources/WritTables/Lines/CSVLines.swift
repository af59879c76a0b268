import WritValues

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A source whose lines are CSV: a record may hold line ends.
struct CSVLineSource: ByteSource {
  let base: any ByteSource

  var name: String { base.name }
  func open() throws -> any ByteStream { try base.open() }
  func bytes(from start: Int64, count: Int) throws -> [UInt8]? {
    try base.bytes(from: start, count: count)
  }

  /// What cells are apart by.
  ///
  /// - Parameter limit: the longest header.
  func delimiter(limit: Int) throws -> UInt8 {
    try CSVReader.delimiter(of: base, limit: limit)
  }
}

/// Where records end, as `CSVScanner` sees it.
struct CSVRecordEnds {
  let delimiter: UInt8

  /// Behind the last record that ends in bytes which begin with one, 0 where none does; nil where every line feed ends
  /// one.
  ///
  /// - Parameter hasMark: a byte order mark may stand first.
  func last(in bytes: UnsafeBufferPointer<UInt8>, hasMark: Bool) -> Int? {
    guard let base = bytes.baseAddress, memchr(base, Int32(ASCII.quote), bytes.count) != nil else {
      return nil
    }
    var position =
      hasMark && bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF
      ? 3 : 0
    var last = 0
    while let end = next(bytes, from: position) {
      last = end
      position = end
    }
    return last
  }

  /// Behind the record that begins here; nil where it does not end.
  private func next(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var position = start
    while position < bytes.count {
      guard bytes[position] == ASCII.quote else {
        // A cell that is not quoted ends at a delimiter or with the record, quotes in it or not.
        while position < bytes.count, bytes[position] != delimiter,
          bytes[position] != ASCII.lineFeed
        {
          position &+= 1
        }
        if position == bytes.count { return nil }
        if bytes[position] == ASCII.lineFeed { return position &+ 1 }
        position &+= 1
        continue
      }
      position &+= 1
      while position < bytes.count {
        guard bytes[position] == ASCII.quote else {
          position &+= 1
          continue
        }
        guard position &+ 1 < bytes.count, bytes[position &+ 1] == ASCII.quote else { break }
        position &+= 2
      }
      // Behind the closing quote; anything but a delimiter or line end makes the rest a plain cell.
      position &+= 1
      if position >= bytes.count { return nil }
      if bytes[position] == delimiter {
        position &+= 1
        continue
      }
      if bytes[position] == ASCII.carriageReturn {
        position &+= 1
        if position >= bytes.count { return nil }
        // What follows a return that ends no line is text, be it a delimiter.
        if bytes[position] != ASCII.lineFeed { position &+= 1 }
      }
      while position < bytes.count, bytes[position] != delimiter,
        bytes[position] != ASCII.lineFeed
      {
        position &+= 1
      }
      if position == bytes.count { return nil }
      if bytes[position] == ASCII.lineFeed { return position &+ 1 }
      position &+= 1
    }
    return nil
  }
}

/// How the records of one CSV input become tokens.
struct CSVLines {
  private let reader: CSVReader
  private let opening: CSVReader.Opening
  /// Which of the scanner's tokens each column of the file is; -1 for none.
  private let tokenOfColumn: [Int]

  /// - Parameter fields: the scanner's tokens.
  /// - Throws: `ReadFailure` without a usable header.
  init(_ reader: CSVReader, fields: [Int]) throws {
    self.reader = reader
    let opening = try reader.opening()
    self.opening = opening
    var tokens = Array(repeating: -1, count: opening.header.count)
    for (token, field) in fields.enumerated() {
      if let column = opening.header.columns[field] { tokens[column] = token }
    }
    tokenOfColumn = tokens
  }

  /// How many bytes of a chunk come before the first record.
  func skipped(in chunk: LineChunk) -> Int {
    Int(clamping: min(max(0, opening.bytes &- chunk.offset), Int64(chunk.count)))
  }

  /// Takes a record without odd cells apart.
  ///
  /// - Returns: behind its last cell, and where the next record starts; nil where only the reader can tell what it is.
  @inline(__always)
  func tokens(
    _ base: UnsafePointer<UInt8>, _ at: Int, _ count: Int,
    _ tokens: UnsafeMutablePointer<ByteRange>
  ) -> (end: Int, next: Int)? {
    let delimiter = opening.delimiter
    let columns = tokenOfColumn.count
    return tokenOfColumn.withUnsafeBufferPointer { map in
      var position = at
      var column = 0
      while column < columns {
        let start: Int
        var end: Int
        if position < count, base[position] == ASCII.quote {
          start = position &+ 1
          end = start
          while end < count, base[end] != ASCII.quote, base[end] != ASCII.lineFeed { end &+= 1 }
          guard end < count, base[end] == ASCII.quote else { return nil }
          position = end &+ 1
          if position < count, base[position] == ASCII.carriageReturn,
            position &+ 1 == count || base[position &+ 1] == ASCII.lineFeed
          {
            position &+= 1
          }
          guard
            position == count || base[position] == delimiter
              || base[position] == ASCII.lineFeed,
            base[position &- 1] != ASCII.carriageReturn || column &+ 1 == columns
          else { return nil }
        } else {
          start = position
          while position < count {
            let byte = base[position]
            if byte == delimiter || byte == ASCII.lineFeed { break }
            if byte == ASCII.quote { return nil }
            position &+= 1
          }
          end = position
          if position == count || base[position] == ASCII.lineFeed, end > start,
            base[end &- 1] == ASCII.carriageReturn
          {
            end &-= 1
            // One more is a part of the cell.
            if end > start, base[end &- 1] == ASCII.carriageReturn { return nil }
          }
        }
        let token = map[column]
        if token >= 0 { tokens[token] = ByteRange(start: start, end: end) }
        column &+= 1
        if position < count, base[position] == delimiter {
          position &+= 1
          continue
        }
        // The record ends here: with all its cells, and not as an empty line.
        guard column == columns, columns > 1 || position > at &+ 1 else { return nil }
        var text = position
        if text > at, base[text &- 1] == ASCII.carriageReturn { text &-= 1 }
        return (text, position < count ? position &+ 1 : count)
      }
      return nil
    }
  }

  /// The record that begins here, read as ever; nil for a line with nothing on it.
  ///
  /// - Parameters:
  ///   - line: its first.
  ///   - make: its place, by where its text ends.
  /// - Returns: also where the next one starts, and how many line ends it holds beside its own.
  /// - Throws: `LineScanner.Undecided` where the input is cut off in it.
  func record(
    _ base: UnsafePointer<UInt8>, _ at: Int, _ count: Int, limit: Int,
    place make: (Int) -> RowPlace
  ) throws -> (row: DecodedRow?, next: Int, innerLines: Int) {
    var scanner = CSVScanner(delimiter: opening.delimiter)
    scanner.startRecord()
    let rest = UnsafeBufferPointer(start: base + at, count: count &- at)
    guard let length = scanner.scan(rest, isLast: true), length > 0, length <= limit else {
      throw LineScanner.Undecided()
    }
    if scanner.isBlank { return (nil, at &+ length, scanner.innerLines) }
    let bytes = rest.part(ByteRange(start: 0, end: length))
    if reader.isCut(scanner, bytes, opening.header) { throw LineScanner.Undecided() }
    let place = make(at &+ reader.contentLength(bytes))
    return (
      reader.decode(scanner, bytes, header: opening.header, place: place), at &+ length,
      scanner.innerLines
    )
  }

  /// The same where it is known to be one.
  func record(
    _ base: UnsafePointer<UInt8>, _ at: Int, _ count: Int, place: RowPlace
  ) -> DecodedRow? {
    (try? record(base, at, count, limit: .max) { _ in place })?.row
  }

  /// The row of a record that is read again, its line end left away.
  func row(_ bytes: [UInt8], place: RowPlace) -> Row {
    // A return at the end of the text is a part of it.
    let whole = bytes + [ASCII.carriageReturn, ASCII.lineFeed]
    return whole.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress,
        let decoded = record(base, 0, buffer.count, place: place)
      else { return place.rejectedRow(fields: opening.header.columns.count) }
      return decoded.row
    }
  }
}

extension LineScanner {
  /// Goes through the records of a chunk of CSV.
  func scan(
    _ chunk: LineChunk, _ lines: CSVLines, _ tally: inout Tally, _ body: (LineBatch) throws -> Void
  ) throws {
    let base = UnsafePointer(chunk.bytes)
    let count = chunk.count
    var at = lines.skipped(in: chunk)
    var line = chunk.firstLine
    for index in 0..<at where base[index] == ASCII.lineFeed { line &+= 1 }
    let isASCII = Self.isASCII(base, count)
    batch.clear()
    for token in 0..<tokenCount { tokens[token] = Self.noToken }
    while at < count {
      if let (end, next) = lines.tokens(base, at, count, tokens), next &- at <= limit,
        let key = plainKey(base), let time = plainTime(base),
        suspects.isEmpty || !suspects.contains(key),
        isASCII
          || UTF8Check.firstFault(
            in: UnsafeBufferPointer(start: base + at, count: end &- at)) == nil
      {
        let row = batch.count
        batch.starts[row] = at
        batch.ends[row] = end
        batch.lines[row] = line
        fill(base, row)
        batch.count = row &+ 1
        tally.keys.append(key)
        tally.times.append(time)
        at = next
      } else {
        let first = line
        let found = try lines.record(base, at, count, limit: limit) { end in
          place(at, end, first, of: chunk)
        }
        if let decoded = found.row {
          tally.readable &+= 1
          try note(decoded, &tally)
        }
        at = found.next
        line &+= found.innerLines
      }
      line &+= 1
      if batch.count == LineBatch.capacity || batch.odd.count == LineBatch.capacity {
        try flush(&tally, body)
      }
    }
    try flush(&tally, body)
  }

  private static func isASCII(_ base: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    let raw = UnsafeRawPointer(base)
    var index = 0
    var bits: UInt64 = 0
    while index &+ 8 <= count {
      bits |= raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      index &+= 8
    }
    while index < count {
      bits |= UInt64(base[index]) << 56
      index &+= 1
    }
    return bits & 0x8080_8080_8080_8080 == 0
  }
}
