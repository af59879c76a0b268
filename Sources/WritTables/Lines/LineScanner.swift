package import WritValues

/// Turns chunks of NDJSON or CSV into batches of columns; each thread has its own.
package final class LineScanner {
  /// Only a reader that goes line by line, or an exact comparison of rows, can tell how to go on.
  package struct Undecided: Error {
    package init() {}
  }

  /// What became of the lines of a chunk.
  package struct Tally {
    /// Which of the inputs they are lines of.
    package var input = 0
    package var rows = 0
    /// Lines that are JSON objects.
    package var readable = 0
    package var rejects: [Reject] = []
    /// Hash of each accepted row's key, and the time by which the dataset is ordered (0 where it is not).
    package var keys: [UInt64] = []
    package var times: [Int64] = []
    /// Keys of rows whose time can't be told.
    package var timeless: [UInt64] = []
    /// Rows whose key is among the suspects; they stand in no batch.
    package var held: [Row] = []

    package init() {}
  }

  private let schema: DatasetSchema
  let plan: DecodingPlan
  let names: [String]
  private let zone: Zone?
  let limit: Int
  /// The wanted fields by their names in the source, and which of them each column is made of.
  private let tokenNames: [[UInt8]: Int]
  let tokenCount: Int
  private let columnTokens: [Int]
  /// The parts of the key, and which of them are numbers.
  let keyTokens: [(token: Int, isNumber: Bool)]
  private let orderToken: Int?
  let tokens: UnsafeMutablePointer<ByteRange>
  private var decoder: ObjectDecoder
  private var shapes: [LineShape] = []
  private var missed = 0
  private var clock = TimeCache()
  private(set) var chunk: LineChunk?
  /// How each input is read as CSV; none where they are NDJSON.
  private(set) var csv: [CSVLines] = []
  private let isCSV: Bool
  package let batch: LineBatch
  let suspects: Set<UInt64>

  private static let maximumShapes = 8
  private let maximumValues: Int
  /// A log of ever new shapes is not worth learning.
  private static let maximumMisses = 10_000
  static let noToken = ByteRange(start: 0, end: 0)

  /// Nil where lines can't be told apart without decoding them all.
  ///
  /// - Parameters:
  ///   - wanted: the fields that decoded rows hold, beside key and order.
  ///   - suspects: hashes of keys that other rows may hold too; such rows hold every field.
  package init?(
    schema: DatasetSchema, inputs: [TableInput], columns: [LineColumn], wanted: Set<Int>,
    suspects: Set<UInt64>, options: ReadOptions, keyType: (DatasetName) -> ValueType
  ) {
    guard let sources = Self.sources(of: inputs), let binding = inputs.first?.binding,
      inputs.allSatisfy({ $0.binding == binding }),
      schema.fields.allSatisfy({ $0.components.isEmpty })
    else { return nil }
    // A key of another type may be written in several ways.
    let keyTypes = schema.key.map { Self.base(of: schema.fields[$0].type, keyType) }
    guard keyTypes.allSatisfy({ $0 == .text || $0 == .int }) else { return nil }
    self.schema = schema
    names = sources.map(\.name)
    zone = binding.zone
    limit = options.recordLimit
    maximumValues = options.numberedValues
    let isSuspect: (@Sendable (Value) -> Bool)? =
      suspects.isEmpty
      ? nil : { @Sendable key in Self.hash(key).map { suspects.contains($0) } ?? false }
    let plan = DecodingPlan(
      schema: schema, binding: binding, selection: .some(wanted), whole: isSuspect,
      keyType: keyType)
    self.suspects = suspects
    decoder = ObjectDecoder(plan: plan)
    var fields: [Int] = []
    func token(_ field: Int) -> Int {
      if let known = fields.firstIndex(of: field) { return known }
      fields.append(field)
      return fields.count - 1
    }
    columnTokens = columns.map { token($0.field) }
    keyTokens = zip(schema.key, keyTypes).map { (token($0), $1 == .int) }
    orderToken = schema.order.map { token($0.field) }
    var names: [[UInt8]: Int] = [:]
    for (index, field) in fields.enumerated() {
      let name = schema.fields[field].name
      let column = binding.column(of: name)
      // A name with dots may be a path.
      guard column == name || !column.contains("."),
        names.updateValue(index, forKey: Array(column.utf8)) == nil
      else { return nil }
    }
    tokenNames = names
    tokenCount = fields.count
    tokens = .allocate(capacity: fields.count)
    tokens.initialize(repeating: Self.noToken, count: fields.count)
    self.plan = plan
    isCSV = sources.allSatisfy { $0 is CSVLineSource }
    batch = LineBatch(columns: columns, dictionaries: Self.dictionaries(columns, plan, isCSV))
    guard isCSV else { return }
    for (number, source) in sources.enumerated() {
      let reader = CSVReader(
        source: source, input: Int32(clamping: number), plan: plan, options: options)
      // Whoever reads it record by record tells what is wrong with its header.
      guard let lines = try? CSVLines(reader, fields: fields) else { return nil }
      csv.append(lines)
    }
  }

  private static func dictionaries(
    _ columns: [LineColumn], _ plan: DecodingPlan, _ isCSV: Bool
  ) -> [TokenDictionary] {
    columns.map { TokenDictionary(plan.fields[$0.field], zone: plan.binding.zone, isCSV: isCSV) }
  }

  /// Numbers the values of a column anew when it holds ever new ones, so that memory does not grow with the log.
  ///
  /// - Returns: whether it did; codes learnt before then mean nothing.
  package func renew() -> Bool {
    guard batch.dictionaries.contains(where: { $0.count > maximumValues }) else {
      return false
    }
    batch.dictionaries = Self.dictionaries(batch.columns, plan, isCSV)
    return true
  }

  deinit { tokens.deallocate() }

  /// The byte sources of inputs that are NDJSON all, or CSV all; else nil.
  package static func sources(of inputs: [TableInput]) -> [any ByteSource]? {
    var sources: [any ByteSource] = []
    for input in inputs {
      switch input {
      case .ndjson(let source, _): sources.append(source)
      case .csv(let source, _): sources.append(CSVLineSource(base: source))
      case .json, .records, .values: return nil
      }
    }
    let tables = sources.count { $0 is CSVLineSource }
    return sources.isEmpty || (tables > 0 && tables < sources.count) ? nil : sources
  }

  /// What a key or a reference holds.
  private static func base(
    of type: ValueType, _ keyType: (DatasetName) -> ValueType
  ) -> ValueType {
    switch type {
    case .key(_, let base): base
    case .reference(let name): keyType(name)
    default: type
    }
  }

  // MARK: Chunks

  /// Goes through the lines of a chunk.
  ///
  /// - Throws: `Undecided` for a last line that is cut off, and what the body throws.
  package func scan(_ chunk: LineChunk, _ body: (LineBatch) throws -> Void) throws -> Tally {
    self.chunk = chunk
    defer { self.chunk = nil }
    var tally = Tally()
    tally.input = chunk.input
    if csv.indices.contains(chunk.input) {
      try scan(chunk, csv[chunk.input], &tally, body)
      return tally
    }
    let base = UnsafePointer(chunk.bytes)
    let count = chunk.count
    var at = 0
    var line = chunk.firstLine
    if chunk.offset == 0, count >= 3, base[0] == 0xEF, base[1] == 0xBB, base[2] == 0xBF { at = 3 }
    batch.clear()
    while at < count {
      let end = match(base, at, count)
      // A line that its end alone may make too long is measured by itself.
      if end >= 0, let key = plainKey(base), let time = plainTime(base), end &- at < limit,
        suspects.isEmpty || !suspects.contains(key)
      {
        let row = batch.count
        batch.starts[row] = at
        batch.ends[row] = end
        batch.lines[row] = line
        fill(base, row)
        batch.count = row &+ 1
        tally.keys.append(key)
        tally.times.append(time)
        at = Self.behindFeed(base, end, count)
      } else {
        at = try odd(base, at, count, line, &tally)
      }
      line &+= 1
      if batch.count == LineBatch.capacity || batch.odd.count == LineBatch.capacity {
        try flush(&tally, body)
      }
    }
    try flush(&tally, body)
    return tally
  }

  func flush(_ tally: inout Tally, _ body: (LineBatch) throws -> Void) throws {
    if batch.count == 0, batch.odd.isEmpty { return }
    tally.rows &+= batch.count &+ batch.odd.count
    tally.readable &+= batch.count
    try body(batch)
    batch.clear()
  }

  /// Behind the line of a known or new shape, its line feed not counted; -1 for any other.
  @inline(__always)
  private func match(_ base: UnsafePointer<UInt8>, _ at: Int, _ count: Int) -> Int {
    for index in shapes.indices {
      for token in 0..<tokenCount { tokens[token] = Self.noToken }
      let end = shapes[index].match(base, from: at, limit: count, tokens)
      if end >= 0, Self.endsLine(base, end, count) {
        if index > 0 { shapes.swapAt(index, index - 1) }
        return end
      }
    }
    return learn(base, at, count)
  }

  @inline(never)
  private func learn(_ base: UnsafePointer<UInt8>, _ at: Int, _ count: Int) -> Int {
    guard missed < Self.maximumMisses else { return -1 }
    missed += 1
    let end = Self.lineEnd(base, at, count).text
    guard let shape = LineShape.learn(base, from: at, to: end, columnOf: { tokenNames[$0] }) else {
      return -1
    }
    if shapes.count == Self.maximumShapes { shapes.removeLast() }
    shapes.append(shape)
    for token in 0..<tokenCount { tokens[token] = Self.noToken }
    return shape.match(base, from: at, limit: count, tokens)
  }

  @inline(__always)
  private static func endsLine(_ base: UnsafePointer<UInt8>, _ end: Int, _ count: Int) -> Bool {
    if end == count || base[end] == ASCII.lineFeed { return true }
    return base[end] == ASCII.carriageReturn
      && (end &+ 1 == count || base[end &+ 1] == ASCII.lineFeed)
  }

  @inline(__always)
  private static func behindFeed(_ base: UnsafePointer<UInt8>, _ end: Int, _ count: Int) -> Int {
    if end >= count { return count }
    return base[end] == ASCII.lineFeed ? end &+ 1 : min(count, end &+ 2)
  }

  /// Where the line's text ends, and where its bytes do.
  private static func lineEnd(
    _ base: UnsafePointer<UInt8>, _ at: Int, _ count: Int
  ) -> (text: Int, feed: Int?) {
    let rest = UnsafeBufferPointer(start: base + at, count: count &- at)
    let feed = ASCII.lineFeed(in: rest, from: 0).map { at &+ $0 }
    var end = feed ?? count
    if end > at, base[end &- 1] == ASCII.carriageReturn { end &-= 1 }
    return (end, feed)
  }

  // MARK: Rows

  /// Alike for the same key, be it decoded or plain; nil for a key that is no text and no number.
  static func hash(_ key: Value) -> UInt64? {
    switch key {
    case .text(let text):
      var copy = text.string
      return copy.withUTF8 { ByteHash.of($0) }
    case .int(let number):
      var copy = String(number)
      return copy.withUTF8 { ByteHash.of($0) }
    case .tuple(let parts):
      var whole: UInt64 = 0
      for part in parts {
        guard let hash = hash(part) else { return nil }
        whole = combine(whole, hash)
      }
      return whole
    default: return nil
    }
  }

  @inline(__always)
  private static func combine(_ one: UInt64, _ other: UInt64) -> UInt64 {
    (one ^ other) &* 0x9E37_79B9_7F4A_7C15 ^ (one >> 29)
  }

  /// Hash of the key; nil where a part of it is not plainly a text or a whole number.
  @inline(__always)
  func plainKey(_ base: UnsafePointer<UInt8>) -> UInt64? {
    if keyTokens.count == 1 { return plainPart(base, keyTokens[0].token, keyTokens[0].isNumber) }
    var whole: UInt64 = 0
    for part in keyTokens {
      guard let hash = plainPart(base, part.token, part.isNumber) else { return nil }
      whole = Self.combine(whole, hash)
    }
    return whole
  }

  @inline(__always)
  private func plainPart(
    _ base: UnsafePointer<UInt8>, _ number: Int, _ isNumber: Bool
  ) -> UInt64? {
    let token = tokens[number]
    if isNumber { return plainNumber(base, token) }
    if isCSV {
      return token.count == 0
        ? nil
        : ByteHash.of(UnsafeBufferPointer(start: base + token.start, count: token.count))
    }
    guard token.count > 2, base[token.start] == ASCII.quote else { return nil }
    return ByteHash.of(
      UnsafeBufferPointer(start: base + token.start + 1, count: token.count &- 2))
  }

  /// A whole number has one spelling but for `-0` and a fraction of zeros.
  private func plainNumber(_ base: UnsafePointer<UInt8>, _ token: ByteRange) -> UInt64? {
    guard token.count > 0 else { return nil }
    let bytes = UnsafeBufferPointer(start: base + token.start, count: token.count)
    let digits = bytes[0] == ASCII.minus ? bytes.dropFirst() : bytes[...]
    guard let first = digits.first, digits.allSatisfy({ ASCII.isDigit($0) }),
      first != ASCII.zero || bytes.count == 1
    else { return nil }
    return ByteHash.of(bytes)
  }

  /// The time by which the dataset is ordered; nil where the line has no readable one.
  @inline(__always)
  func plainTime(_ base: UnsafePointer<UInt8>) -> Int64? {
    guard let orderToken else { return 0 }
    return time(base, tokens[orderToken])
  }

  @inline(__always)
  private func time(_ base: UnsafePointer<UInt8>, _ token: ByteRange) -> Int64? {
    if isCSV {
      return token.count == 0
        ? nil : clock.microseconds(base + token.start, token.count, zone: zone)
    }
    guard token.count > 2, base[token.start] == ASCII.quote else { return nil }
    return clock.microseconds(base + token.start + 1, token.count &- 2, zone: zone)
  }

  @inline(__always)
  func fill(_ base: UnsafePointer<UInt8>, _ row: Int) {
    for column in columnTokens.indices {
      let token = tokens[columnTokens[column]]
      switch batch.columns[column].kind {
      case .codes:
        batch.codes(column)[row] =
          token.count == 0
          ? 0
          : UInt32(
            truncatingIfNeeded: batch.dictionaries[column].code(
              of: UnsafeBufferPointer(start: base + token.start, count: token.count)))
      case .times: batch.times(column)[row] = time(base, token) ?? unplainTime(base, token)
      }
    }
  }

  private func unplainTime(_ base: UnsafePointer<UInt8>, _ token: ByteRange) -> Int64 {
    token.count == 0 || !isCSV && base[token.start] == UInt8(ascii: "n")
      ? LineBatch.missingTime : LineBatch.noTime
  }

  /// Decodes a line that is not plain; gives back where the next one starts.
  private func odd(
    _ base: UnsafePointer<UInt8>, _ at: Int, _ count: Int, _ line: Int, _ tally: inout Tally
  ) throws -> Int {
    let (end, feed) = Self.lineEnd(base, at, count)
    let next = feed.map { $0 &+ 1 } ?? count
    // A carriage return counts for the line's length and is no part of its text.
    guard (feed ?? count) &- at <= limit else { throw Undecided() }
    let bytes = UnsafeBufferPointer(start: base + at, count: end &- at)
    if bytes.allSatisfy({ $0 == ASCII.space || $0 == ASCII.tab || $0 == ASCII.carriageReturn }) {
      return next
    }
    let (decoded, isJSON) = decode(bytes, at, end, line)
    if isJSON { tally.readable &+= 1 } else if feed == nil { throw Undecided() }
    try note(decoded, &tally)
    return next
  }

  /// Takes a row that is not plain.
  func note(_ decoded: DecodedRow, _ tally: inout Tally) throws {
    if let reason = decoded.rejectReason {
      let origin = decoded.row.origin
      tally.rejects.append(
        Reject(
          input: names[Int(origin.input)], line: Int(origin.line), start: origin.start,
          end: origin.end, reason: reason))
    } else {
      guard let key = Self.hash(decoded.row.key) else { throw Undecided() }
      if let time = schema.order.map({ decoded.row.time(at: $0.field)?.microseconds }) ?? 0 {
        tally.keys.append(key)
        tally.times.append(time)
      } else {
        tally.timeless.append(key)
      }
      if suspects.contains(key) {
        tally.held.append(decoded.row)
        return
      }
    }
    batch.odd.append(decoded)
  }

  private func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ line: Int
  ) -> (decoded: DecodedRow, isJSON: Bool) {
    guard let chunk else { return decoder.decode(bytes, place: nowhere) }
    return decoder.decode(bytes, place: place(start, end, line, of: chunk))
  }

  func place(_ start: Int, _ end: Int, _ line: Int, of chunk: LineChunk) -> RowPlace {
    RowPlace(
      name: names[chunk.input],
      origin: RowOrigin(
        input: Int32(clamping: chunk.input), line: Int32(clamping: line),
        start: chunk.offset &+ Int64(start), end: chunk.offset &+ Int64(end)))
  }

  private var nowhere: RowPlace {
    RowPlace(name: "", origin: RowOrigin(input: 0, line: 0, start: 0, end: 0))
  }

  /// The row of a line that is read again, rejected or not.
  ///
  /// - Throws: `Undecided` when there is no such input.
  package func row(
    _ bytes: [UInt8], input: Int, line: Int, start: Int64
  ) throws -> Row {
    guard names.indices.contains(input) else { throw Undecided() }
    let place = RowPlace(
      name: names[input],
      origin: RowOrigin(
        input: Int32(clamping: input), line: Int32(clamping: line), start: start,
        end: start &+ Int64(bytes.count)))
    if csv.indices.contains(input) { return csv[input].row(bytes, place: place) }
    return bytes.withUnsafeBufferPointer { decoder.decode($0, place: place).decoded.row }
  }

  /// A plain row of the batch, whole.
  ///
  /// - Throws: `Undecided` when it is no row after all; its line was counted already.
  package func row(_ index: Int) throws -> Row {
    guard let chunk, index < batch.count else { throw Undecided() }
    let (start, end, line) = batch.place(index)
    if csv.indices.contains(chunk.input) {
      let place = place(start, end, line, of: chunk)
      let decoded = csv[chunk.input].record(
        UnsafePointer(chunk.bytes), start, chunk.count, place: place)
      guard let decoded, decoded.rejectReason == nil else { throw Undecided() }
      return decoded.row
    }
    let bytes = UnsafeMutableBufferPointer(start: chunk.bytes + start, count: end &- start)
    let decoded = decode(UnsafeBufferPointer(bytes), start, end, line).decoded
    if decoded.rejectReason != nil { throw Undecided() }
    return decoded.row
  }
}
