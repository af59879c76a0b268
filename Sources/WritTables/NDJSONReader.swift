import WritValues

/// Reads one JSON object a line.
struct NDJSONReader {
  let source: any ByteSource
  let input: Int32
  let plan: DecodingPlan
  let options: ReadOptions

  /// Hands over each row.
  /// - Returns: how many bytes were read.
  /// - Throws: `ReadFailure` when no line is JSON, there is none, or the last one is cut off.
  ///
  /// - Parameter glance: sees the bytes of each line first; true when they need not be decoded.
  func read(
    glance: (UnsafeBufferPointer<UInt8>) throws -> Bool = { _ in false },
    _ body: (DecodedRow) throws -> Void
  ) throws -> Int64 {
    try read(glanceInPlace: { bytes, _ in try glance(bytes) }, body)
  }

  /// - Parameter glanceInPlace: the same, with the line's origin.
  func read(
    glanceInPlace: (UnsafeBufferPointer<UInt8>, RowOrigin) throws -> Bool,
    _ body: (DecodedRow) throws -> Void
  ) throws -> Int64 {
    let blocks = try ByteBlocks(source, blockSize: options.blockSize)
    try blocks.skipMark()
    var decoder = ObjectDecoder(plan: plan)
    var line = 0
    var records = 0
    var readable = 0
    var firstFault: ReadFailure?
    var searched = 0

    func note(_ decoded: DecodedRow, isJSON: Bool) throws {
      records += 1
      if isJSON {
        readable += 1
      } else if firstFault == nil {
        firstFault = ReadFailure(
          .broken, input: source.name,
          message:
            "no line is a JSON object; the first: \(Self.withoutPlace(decoded.rejectReason))",
          line: line, byte: decoded.row.origin.start)
      }
      try body(decoded)
    }

    while true {
      let window = blocks.window
      let feed = ASCII.lineFeed(in: window, from: searched)
      if feed == nil && !blocks.isAtEnd {
        if window.count > options.recordLimit {
          line += 1
          let decoded = try rejectLong(blocks, line: line)
          try note(decoded, isJSON: false)
          searched = 0
        } else {
          searched = window.count
          try blocks.fill()
        }
        continue
      }
      let length = feed ?? window.count
      if feed == nil && length == 0 { break }
      line += 1
      let bytes = window.part(ByteRange(start: 0, end: length))
      if bytes.contains(where: { !Self.isSpace($0) }) {
        let end = bytes.last == ASCII.carriageReturn ? length - 1 : length
        let origin = RowOrigin(
          input: input, line: Int32(clamping: line), start: blocks.offset,
          end: blocks.offset &+ Int64(end))
        if length <= options.recordLimit,
          try glanceInPlace(window.part(ByteRange(start: 0, end: end)), origin)
        {
          records += 1
          readable += 1
          blocks.consume(feed == nil ? length : length + 1)
          searched = 0
          continue
        }
        let place = RowPlace(name: source.name, origin: origin)
        let result =
          length > options.recordLimit
          ? (plan.rejected(longReason, place: place), false)
          : decoder.decode(window.part(ByteRange(start: 0, end: end)), place: place)
        if feed == nil, !result.1, Self.isOpenObject(bytes) {
          throw cutOff(line: line, byte: blocks.offset)
        }
        try note(result.0, isJSON: result.1)
      }
      blocks.consume(feed == nil ? length : length + 1)
      searched = 0
    }
    if records == 0 {
      throw ReadFailure(.empty, input: source.name, message: "holds no record")
    }
    if readable == 0, let firstFault { throw firstFault }
    return blocks.bytesRead
  }

  /// A reason without the byte it ends in: the failure names its own place.
  private static func withoutPlace(_ reason: String?) -> String {
    guard let reason else { return "" }
    guard reason.hasSuffix(")"), let start = reason.lastIndex(of: "(") else { return reason }
    return String(reason[..<start].reversed().drop { $0 == " " }.reversed())
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == ASCII.space || byte == ASCII.tab || byte == ASCII.carriageReturn
  }

  private static func isOpenObject(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.first { !isSpace($0) } == ASCII.openBrace
      && bytes.last { !isSpace($0) } != ASCII.closeBrace
  }

  private var longReason: String { "longer than \(options.recordLimit) bytes" }

  /// Goes past a line that does not end within the limit.
  ///
  /// - Throws: `ReadFailure` when it is an object that is cut off, and what the source throws.
  private func rejectLong(_ blocks: ByteBlocks, line: Int) throws -> DecodedRow {
    let start = blocks.offset
    var end = start
    var last: UInt8?
    var visible: (first: UInt8, last: UInt8)?
    func look(at bytes: UnsafeBufferPointer<UInt8>) {
      last = bytes.last ?? last
      guard let lastVisible = bytes.last(where: { !Self.isSpace($0) }) else { return }
      visible = (
        visible?.first ?? bytes.first { !Self.isSpace($0) } ?? lastVisible, lastVisible
      )
    }
    while true {
      if let feed = ASCII.lineFeed(in: blocks.window, from: 0) {
        look(at: blocks.window.part(ByteRange(start: 0, end: feed)))
        end = blocks.offset &+ Int64(feed)
        blocks.consume(feed + 1)
        break
      }
      look(at: blocks.window)
      blocks.consume(blocks.window.count)
      end = blocks.offset
      if blocks.isAtEnd {
        if let visible, visible.first == ASCII.openBrace, visible.last != ASCII.closeBrace {
          throw cutOff(line: line, byte: start)
        }
        break
      }
      try blocks.fill()
    }
    if last == ASCII.carriageReturn { end &-= 1 }
    let origin = RowOrigin(input: input, line: Int32(clamping: line), start: start, end: end)
    return plan.rejected(longReason, place: RowPlace(name: source.name, origin: origin))
  }

  /// Nothing is concluded from the front half of a file.
  private func cutOff(line: Int, byte: Int64) -> ReadFailure {
    ReadFailure(
      .broken, input: source.name, message: "is cut off in the middle of a record", line: line,
      byte: byte)
  }
}
