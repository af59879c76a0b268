import WritValues

/// Reads a JSON document: an array of objects, an object that holds one, or one object.
struct JSONReader {
  let source: any ByteSource
  let input: Int32
  let plan: DecodingPlan
  let member: String?
  let options: ReadOptions

  /// Hands over each row.
  /// - Returns: how many bytes were read.
  /// - Throws: `ReadFailure` when the document is broken, or holds no records where it should.
  func read(_ body: (DecodedRow) throws -> Void) throws -> Int64 {
    let blocks = try ByteBlocks(source, blockSize: options.blockSize)
    try blocks.skipMark()
    while !blocks.isAtEnd {
      if blocks.window.count > options.documentLimit {
        throw failure(
          .broken,
          "larger than \(options.documentLimit) bytes; as NDJSON it is read line by line")
      }
      try blocks.fill()
    }
    let bytes = blocks.window
    if bytes.allSatisfy({ $0 <= ASCII.space }) { throw failure(.empty, "holds no record") }
    let records = try records(in: bytes, offset: blocks.offset)
    if records.isEmpty { throw failure(.empty, "holds no record") }

    var decoder = ObjectDecoder(plan: plan)
    var line = 1
    var counted = 0
    var lastLine = 0
    for record in records {
      for byte in bytes.part(ByteRange(start: counted, end: record.start))
      where byte == ASCII.lineFeed { line += 1 }
      counted = record.start
      // Several records on one line are told apart by their bytes.
      let origin = RowOrigin(
        input: input, line: line == lastLine ? 0 : Int32(clamping: line),
        start: blocks.offset &+ Int64(record.start), end: blocks.offset &+ Int64(record.end))
      lastLine = line
      let place = RowPlace(name: source.name, origin: origin)
      try body(decoder.decode(bytes.part(record), place: place).decoded)
    }
    return blocks.bytesRead
  }

  private func failure(_ kind: ReadFailure.Kind, _ message: String) -> ReadFailure {
    ReadFailure(kind, input: source.name, message: message)
  }

  /// Where the records stand, once the document's structure is known to be sound.
  private func records(
    in bytes: UnsafeBufferPointer<UInt8>, offset: Int64
  ) throws -> [ByteRange] {
    func failure(at byte: Int, _ message: String) -> ReadFailure {
      let before = bytes.part(ByteRange(start: 0, end: byte))
      let line = before.reduce(1) { $1 == ASCII.lineFeed ? $0 + 1 : $0 }
      return ReadFailure(
        .broken, input: source.name, message: message, line: line, byte: offset &+ Int64(byte))
    }
    if let fault = UTF8Check.firstFault(in: bytes) { throw failure(at: fault, "invalid UTF-8") }
    do throws(JSONFault) {
      // A record may itself be as deep as a line of NDJSON.
      var scanner = JSONScanner(
        bytes, checksNames: false, depthLimit: JSONScanner.depthLimit + 2)
      scanner.skipSpace()
      let start = scanner.position
      switch scanner.current {
      case ASCII.openBracket:
        let elements = try elements(&scanner, depth: 1)
        try scanner.finish()
        return elements
      case ASCII.openBrace:
        let document = try document(&scanner)
        try scanner.finish()
        return try chosen(document, whole: ByteRange(start: start, end: scanner.position))
      default:
        try scanner.skipValue(depth: 1)
        try scanner.finish()
      }
    } catch {
      throw failure(at: error.offset, "\(error.message)")
    }
    throw self.failure(.mismatch, "neither an array of objects nor an object")
  }

  private func elements(
    _ scanner: inout JSONScanner, depth: Int
  ) throws(JSONFault) -> [ByteRange] {
    guard try scanner.enterArray(depth: depth) else { return [] }
    var ranges: [ByteRange] = []
    repeat {
      let start = scanner.position
      try scanner.skipValue(depth: depth + 1)
      ranges.append(ByteRange(start: start, end: scanner.position))
    } while try scanner.nextElement()
    return ranges
  }

  private struct Document {
    var names: Set<Text> = []
    var arrays: [(name: Text, elements: [ByteRange])] = []
  }

  private func document(_ scanner: inout JSONScanner) throws(JSONFault) -> Document {
    var document = Document()
    guard try scanner.enterObject(depth: 1) else { return document }
    repeat {
      let token = try scanner.memberName().token
      let name = Text(scanner.text(token))
      if !document.names.insert(name).inserted {
        throw scanner.fault("a member stands twice", at: token.range.start)
      }
      if scanner.current == ASCII.openBracket {
        document.arrays.append((name, try elements(&scanner, depth: 2)))
      } else {
        try scanner.skipValue(depth: 2)
      }
    } while try scanner.nextMember()
    return document
  }

  /// An object that has the key is one record; another one holds an array of them.
  private func chosen(_ document: Document, whole: ByteRange) throws(JSONFault) -> [ByteRange] {
    if let member {
      for array in document.arrays where array.name == Text(member) { return array.elements }
      throw JSONFault(offset: whole.start, message: "the named member is not there or no array")
    }
    let hasKey = plan.keyColumns.allSatisfy { column in
      document.names.contains(Text(column))
        || column.split(separator: ".").first.map { document.names.contains(Text(String($0))) }
          ?? false
    }
    if hasKey || document.arrays.isEmpty { return [whole] }
    guard document.arrays.count == 1, let only = document.arrays.first else {
      throw JSONFault(
        offset: whole.start, message: "it holds several arrays: name the member that is meant")
    }
    return only.elements
  }
}
