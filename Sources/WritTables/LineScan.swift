package import WritValues

/// One pass over a stream of NDJSON that decodes only the lines somebody asks for.
///
/// It hands over exactly the rows `TableStream` would, or throws `LineScan.Undecided` as soon as it can't be sure of
/// that: a key that may stand twice, a row later than the lateness. The caller then starts again with `TableStream`.
package final class LineScan {
  /// Only an exact comparison of rows can tell how to go on.
  package struct Undecided: Error {
    package init() {}
  }

  /// A line of a known shape, not decoded.
  package struct Line {
    fileprivate let scan: LineScan

    /// The number of a column's value among the distinct ones seen; like bytes have like numbers. 0 where the line has
    /// no such member.
    package func code(_ column: Int) -> Int { scan.code(column) }
  }

  private let schema: DatasetSchema
  private let sources: [(source: any ByteSource, binding: FieldBinding)]
  private let options: ReadOptions
  private let keyType: @Sendable (DatasetName) -> ValueType
  package let inputs: [String]

  /// The fields whose values are wanted as codes, by their names in the source.
  private let columnNames: [[UInt8]: Int]
  private let keyColumn: Int
  private let orderColumn: Int?
  private var interners: [ByteInterner]
  private var codes: [Int]
  private let tokens: UnsafeMutableBufferPointer<ByteRange>
  private var line = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  private var templates: [LineTemplate] = []
  private var missed = 0

  private static let noToken = ByteRange(start: 0, end: 0)
  private static let maximumTemplates = 8

  /// Nil where lines can't be told apart without decoding them all.
  package init?(
    schema: DatasetSchema, inputs: [TableInput], tracked: [Int], options: ReadOptions,
    keyType: @escaping @Sendable (DatasetName) -> ValueType
  ) {
    var sources: [(any ByteSource, FieldBinding)] = []
    for input in inputs {
      guard case .ndjson(let source, let binding) = input, binding.fieldMap.isEmpty else {
        return nil
      }
      sources.append((source, binding))
    }
    // Alike bytes must mean alike values in all of them.
    guard sources.allSatisfy({ $0.1 == sources.first?.1 }) else { return nil }
    // A key of another type may be written in several ways.
    guard schema.key.count == 1, let key = schema.key.first, Self.isText(schema.fields[key].type),
      schema.fields.allSatisfy({ $0.components.isEmpty })
    else { return nil }
    self.schema = schema
    self.sources = sources
    self.options = options
    self.keyType = keyType
    self.inputs = inputs.flatMap(\.names)
    var fields = tracked
    if !fields.contains(key) { fields.append(key) }
    if let order = schema.order?.field, !fields.contains(order) { fields.append(order) }
    var names: [[UInt8]: Int] = [:]
    for (column, field) in fields.enumerated() {
      names[Array(schema.fields[field].name.utf8)] = column
    }
    columnNames = names
    keyColumn = fields.firstIndex(of: key) ?? 0
    orderColumn = schema.order.flatMap { fields.firstIndex(of: $0.field) }
    interners = fields.map { _ in ByteInterner() }
    codes = fields.map { _ in -1 }
    tokens = .allocate(capacity: fields.count)
    tokens.initialize(repeating: Self.noToken)
  }

  deinit { tokens.deallocate() }

  private static func isText(_ type: ValueType) -> Bool {
    switch type {
    case .text: true
    case .key(_, let base): isText(base)
    default: false
    }
  }

  /// - Parameters:
  ///   - glance: sees each line of a known shape; true when that was enough, false asks for its row.
  ///   - row: gets the rows asked for, and those of all other lines.
  package func forEachLine(
    _ glance: (Line) throws -> Bool, row: (DecodedRow, _ wasGlanced: Bool) throws -> Void
  ) throws -> ReadReport {
    var report = ReadReport()
    var keys = RecentKeys(lateness: schema.order.map { max(0, $0.lateness) })
    var base: Int32 = 0
    for (source, binding) in sources {
      let plan = DecodingPlan(
        schema: schema, binding: binding, keysOnly: false, keyType: keyType)
      let reader = NDJSONReader(source: source, input: base, plan: plan, options: options)
      var wasGlanced = false
      report.bytes &+= try reader.read(
        glance: { bytes in
          wasGlanced = false
          guard self.match(bytes) else { return false }
          guard let hash = self.keyHash(), let time = self.time(binding.zone) else { return false }
          guard keys.isNew(hash, time: time) else { throw Undecided() }
          wasGlanced = true
          if try glance(Line(scan: self)) {
            report.rows += 1
            return true
          }
          return false
        },
        { decoded in
          if !wasGlanced, decoded.rejectReason == nil {
            guard let hash = Self.hash(decoded.row.key), let time = self.time(of: decoded.row),
              keys.isNew(hash, time: time)
            else { throw Undecided() }
          }
          if let reason = decoded.rejectReason {
            report.add(
              Reject(
                input: source.name, line: Int(decoded.row.origin.line),
                start: decoded.row.origin.start, end: decoded.row.origin.end, reason: reason))
          }
          report.rows += 1
          try row(decoded, wasGlanced)
        })
      base += 1
    }
    return report
  }

  // MARK: Lines

  private func match(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    line = bytes
    for index in codes.indices { codes[index] = -1 }
    for index in templates.indices {
      for column in tokens.indices { tokens[column] = Self.noToken }
      if templates[index].match(bytes, into: tokens) {
        if index > 0 { templates.swapAt(index, index - 1) }
        return true
      }
    }
    // A log of ever new shapes is not worth learning.
    guard missed < 10_000 else { return false }
    missed += 1
    guard let template = LineTemplate(bytes, columnOf: { self.columnNames[$0] }) else {
      return false
    }
    if templates.count == Self.maximumTemplates { templates.removeLast() }
    templates.append(template)
    for column in tokens.indices { tokens[column] = Self.noToken }
    return template.match(bytes, into: tokens)
  }

  private func code(_ column: Int) -> Int {
    let known = codes[column]
    if known >= 0 { return known }
    let token = tokens[column]
    let code = token.count == 0 ? 0 : interners[column].code(of: line.part(token)) &+ 1
    codes[column] = code
    return code
  }

  /// Hash of the text between the quotes; nil when the key is no text.
  private func keyHash() -> UInt64? {
    let token = tokens[keyColumn]
    guard token.count > 2, line[token.start] == ASCII.quote else { return nil }
    return ByteHash.of(line.part(ByteRange(start: token.start &+ 1, end: token.end &- 1)))
  }

  private static func hash(_ key: Value) -> UInt64? {
    guard case .text(let text) = key else { return nil }
    var copy = text.string
    return copy.withUTF8 { ByteHash.of($0) }
  }

  /// Microseconds by which the stream is ordered; 0 where it has no order, nil where the line has no readable time.
  private func time(_ zone: Zone?) -> Int64? {
    guard let orderColumn else { return 0 }
    let token = tokens[orderColumn]
    guard token.count > 2, line[token.start] == ASCII.quote else { return nil }
    let text = line.part(ByteRange(start: token.start &+ 1, end: token.end &- 1))
    return Timestamp.parse(text, zone: zone)?.microseconds
  }

  private func time(of row: Row) -> Int64? {
    guard let order = schema.order else { return 0 }
    return row.time(at: order.field)?.microseconds
  }
}
