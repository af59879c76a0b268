package import WritTables
package import WritValues

/// What a collector found, and whether it could see everything.
package struct CollectedTable: RecordSource {
  package struct Record: Hashable, Sendable {
    package var value: JSONValue
    /// Its input is an index into the table's sources.
    package var origin: RowOrigin

    package init(value: JSONValue, origin: RowOrigin) {
      self.value = value
      self.origin = origin
    }
  }

  package var records: [Record] = []
  /// Whether nothing is missing that this table is meant to hold.
  package var isComplete = true
  /// Why there is no table at all, naming the privilege that was missing; nil when there is one.
  package var unavailable: String?
  /// The paths that were read, in the order of `RowOrigin.input`.
  package var sources: [String] = []
  /// What stands in the way of completeness, one sentence each.
  package var notes: [String] = []
  package var rejects: [Reject] = []

  package init() {}

  /// A table that could not be read.
  package init(unavailable reason: String) {
    unavailable = reason
    isComplete = false
  }

  package var inputNames: [String] { sources }

  package func forEachRecord(_ body: (JSONValue, RowOrigin) throws -> Void) throws -> [Reject] {
    for record in records { try body(record.value, record.origin) }
    return rejects
  }

  /// Notes that something could not be seen.
  mutating func note(_ text: String) {
    isComplete = false
    if !notes.contains(text) { notes.append(text) }
  }

  /// The index of a source, added when it is new.
  mutating func source(_ path: String) -> Int32 {
    if let index = sources.firstIndex(of: path) { return Int32(clamping: index) }
    sources.append(path)
    return Int32(clamping: sources.count - 1)
  }

  mutating func add(_ record: JSONValue, from path: String, line: Int = 0) {
    let origin = RowOrigin(input: source(path), line: Int32(clamping: line), start: 0, end: 0)
    records.append(Record(value: record, origin: origin))
  }

  mutating func add(_ record: JSONValue, from path: String, at line: TextLine) {
    let origin = RowOrigin(
      input: source(path), line: Int32(clamping: line.number), start: Int64(line.start),
      end: Int64(line.end))
    records.append(Record(value: record, origin: origin))
  }

  /// Rows that are there and were not seen, nobody knows how many: each reason stands as one rejected row, so that no
  /// rule over the table passes for them.
  package mutating func missRows(of path: String, reason: String) {
    rejects.append(Reject(input: path, line: 0, start: 0, end: 0, reason: reason))
    _ = source(path)
    isComplete = false
  }

  mutating func reject(_ line: TextLine, of path: String, reason: String) {
    rejects.append(
      Reject(
        input: path, line: line.number, start: Int64(line.start), end: Int64(line.end),
        reason: reason))
    isComplete = false
  }
}

/// A line of a small file held whole.
struct TextLine {
  var text: ByteText
  /// Counted from 1.
  var number: Int
  var start: Int
  var end: Int

  static func lines(of bytes: [UInt8]) -> [TextLine] {
    var lines: [TextLine] = []
    var start = 0
    while start < bytes.count {
      let stop = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      var text = bytes[start..<stop]
      if text.last == UInt8(ascii: "\r") { text.removeLast() }
      lines.append(
        TextLine(text: ByteText(text), number: lines.count + 1, start: start, end: stop))
      start = stop + 1
    }
    return lines
  }

  /// The parts between a delimiter, empty ones among them.
  func fields(by delimiter: UInt8) -> [String] {
    text.bytes.split(separator: delimiter, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// The parts between runs of spaces and tabs.
  var words: [String] {
    text.bytes.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
      .map { String(decoding: $0, as: UTF8.self) }
  }
}
