import Testing
import WritValues
import _WritTestSupport

@testable import WritTables

/// Records of CSV in batches of columns are the rows the reader makes of them, byte for byte, however chunks are cut.
@Suite struct CSVLineTests {
  private static let binding = FieldBinding(fieldMap: ["word": "State"])
  private static let columns =
    [1, 2, 3, 4, 5].map { LineColumn(field: $0, kind: .codes) }
    + [LineColumn(field: 3, kind: .times)]

  private static func schema(_ lateness: Int64?, isNumber: Bool) -> DatasetSchema {
    var schema = TableFixtures.schema([
      TableFixtures.field("id", isNumber ? .int : .text),
      TableFixtures.field("name", .text, optional: true),
      TableFixtures.field("count", .int), TableFixtures.field("when", .time, optional: true),
      TableFixtures.field(
        "word", .closedSet(ClosedSet(name: "t.w", words: ["on", "off"])), optional: true),
      TableFixtures.field("list", .list(.int), optional: true),
    ])
    schema.order = lateness.map { DatasetSchema.Order(field: 3, lateness: $0) }
    return schema
  }

  /// Rows and report, or why there are none.
  private static func print(_ read: ((Row) throws -> Void) throws -> ReadReport) throws -> [String]
  {
    var found: [(start: Int64, text: String)] = []
    do {
      let report = try read { row in
        found.append((row.origin.start, "\(row.key) \(row.isRejected) \(row.fields) \(row.origin)"))
      }
      return found.sorted { ($0.start, $0.text) < ($1.start, $1.text) }.map(\.text) + [
        "\(report.rows) \(report.repeats) \(report.rejectCount) \(report.bytes) \(report.rejects)"
      ]
    } catch let failure as ReadFailure {
      return ["\(failure)"]
    }
  }

  /// How often rows came in columns.
  private struct Seen {
    var plain = 0
    var decided = 0
    var undecided = 0
  }

  private static func scanned(
    _ sources: [any ByteSource], _ schema: DatasetSchema, _ options: ReadOptions,
    _ suspects: Suspects?, _ seen: inout Seen
  ) throws -> [String]? {
    let inputs = sources.map { TableInput.csv($0, binding) }
    func scanner(_ columns: [LineColumn], _ suspects: Set<UInt64>) -> LineScanner? {
      LineScanner(
        schema: schema, inputs: inputs, columns: columns, wanted: Set(schema.fields.indices),
        suspects: suspects, options: options, keyType: { _ in .text })
    }
    guard let lines = LineScanner.sources(of: inputs),
      let scanner = scanner(columns, suspects?.keys ?? [])
    else { return nil }
    func chunks() -> LineChunks {
      LineChunks(sources: lines, size: options.blockSize, limit: options.recordLimit)
    }
    do {
      return try print { body in
        var ledger = LineLedger(schema: schema, names: lines.map(\.name), suspects: suspects)
        let chunks = chunks()
        while let chunk = try chunks.next() {
          let tally = try scanner.scan(chunk) { batch in
            for row in batch.odd { try body(row.row) }
            for index in 0..<batch.count {
              let row = try scanner.row(index)
              seen.plain += 1
              for (number, column) in columns.enumerated() {
                if let datum = batch.datum(number, index) {
                  #expect(datum == row.fields[column.field])
                } else {
                  #expect(row.fields[column.field].value == nil)
                }
              }
              // As a row of a group is read again.
              let origin = row.origin
              let bytes = try lines[chunk.input].bytes(
                from: origin.start, count: Int(origin.end - origin.start))
              if let bytes {
                let again = try scanner.row(
                  bytes, input: chunk.input, line: Int(origin.line), start: origin.start)
                #expect(again.fields == row.fields && again.origin == row.origin)
              }
              try body(row)
            }
          }
          try ledger.add(tally)
        }
        for row in try ledger.close(bytes: chunks.bytesRead) { try body(row) }
        return ledger.report
      }
    } catch is LineScanner.Undecided {
      guard suspects == nil, let keys = self.keys(inputs, schema, options) else { return nil }
      return try scanned(sources, schema, options, keys, &seen)
    }
  }

  private static func keys(
    _ inputs: [TableInput], _ schema: DatasetSchema, _ options: ReadOptions
  ) -> Suspects? {
    guard let lines = LineScanner.sources(of: inputs),
      let scanner = LineScanner(
        schema: schema, inputs: inputs, columns: [], wanted: [], suspects: [], options: options,
        keyType: { _ in .text })
    else { return nil }
    return try? Suspects(
      LineChunks(sources: lines, size: options.blockSize, limit: options.recordLimit), scanner,
      lateness: schema.order?.lateness)
  }

  private static func compare(_ texts: [[UInt8]], _ schema: DatasetSchema, _ seen: inout Seen)
    throws
  {
    let sources = texts.enumerated().map { MemorySource(name: "\($0).csv", bytes: $1) }
    for size in [1, 7, 64, 1 << 16] {
      for limit in [40, 1 << 20] {
        var options = ReadOptions(blockSize: size)
        options.recordLimit = limit
        guard let found = try scanned(sources, schema, options, nil, &seen) else {
          seen.undecided += 1
          continue
        }
        seen.decided += 1
        let stream = TableStream(
          schema: schema, inputs: sources.map { .csv($0, binding) }, options: options)
        let expected = try print { try stream.forEachRow($0) }
        #expect(
          found == expected,
          "\(size) \(limit) \(texts.map { String(decoding: $0, as: UTF8.self).debugDescription })")
      }
    }
  }

  private static func record(_ number: Int, _ random: inout SeededGenerator) -> String {
    func one(_ texts: [String]) -> String { texts.randomElement(using: &random) ?? "" }
    let isOdd = Int.random(in: 0..<8, using: &random) == 0
    let key = isOdd ? one(["", "-0", "1.0", "\"\(number)\"", "7"]) : "\(number)"
    let name = one(["a", "b b", "\"quoted\"", "", "\u{FC}\u{65E5}"])
    let odd = one([
      "\"two\nlines\"", "\"a,b\"", "\"say \"\"x\"\"\"", "\"\"", "x\"y", "\"x\"y", "\"x\"\r,\"q",
      "end\r", "\"end\"\r", "\u{1F}", "\"\n\n\"",
    ])
    let count = isOdd ? one(["1.0", "x", "", "\"5\"", "9223372036854775808"]) : "\(number % 5)"
    let time = "2026-01-31T1\(number / 60 % 10):\(10 + number % 50):00Z"
    let when = isOdd ? one(["", "2026-01-31", "x", time, "\"\(time)\""]) : time
    let word = one(["on", "off", "\"on\"", "", "On"])
    let list = one(["", "\"[1,2]\"", "[1]", "[", "\"[\"\"x\"\"]\""])
    var cells = [key, isOdd ? odd : name, count, when, word, list]
    if isOdd, Int.random(in: 0..<4, using: &random) == 0 { cells.removeLast() }
    if isOdd, Int.random(in: 0..<6, using: &random) == 0 { cells.append("more") }
    return cells.joined(separator: ",")
  }

  @Test(arguments: UInt64(1)..<5) func randomRecords(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var seen = Seen()
    for round in 0..<25 {
      let schema = Self.schema([nil, 0, 3_600_000_000][round % 3], isNumber: round % 2 == 0)
      let texts = (0..<(1 + round % 2)).map { file -> [UInt8] in
        var text = round % 5 == 0 ? "\u{FEFF}" : ""
        if round % 7 == 0 { text += "\n\r\n" }
        let end = round % 4 == 1 ? "\r\n" : "\n"
        text +=
          (round % 6 == 0
            ? "id,name,count,when,State,\"li" + "st\"" : "id,name,count,when,State,list") + end
        for number in 0..<(5 + round) {
          text += Self.record(number + file * 40, &random) + end
          if Int.random(in: 0..<20, using: &random) == 0 { text += end }
        }
        var bytes = Array(text.utf8)
        switch round % 8 {
        case 2: bytes.removeLast()
        case 5: bytes[Int.random(in: 40..<bytes.count, using: &random)] = 0xFF
        case 7: bytes.removeLast(Int.random(in: 0..<20, using: &random))
        default: break
        }
        return bytes
      }
      try Self.compare(texts, schema, &seen)
    }
    #expect(seen.plain > 1000, "\(seen)")
    #expect(seen.decided > 40, "\(seen)")
  }

  @Test func mutatedBytes() throws {
    var random = SeededGenerator(seed: 9)
    var seen = Seen()
    let pieces = Array("\",;\n\r\t10a[]".utf8) + [0xC3, 0xBC, 0xFF, 0]
    for round in 0..<150 {
      var text = "id,name,count,when,State,list\n"
      for number in 0..<6 { text += Self.record(number, &random) + "\n" }
      var bytes = Array(text.utf8)
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let at = Int.random(in: 0..<bytes.count, using: &random)
        let piece = pieces.randomElement(using: &random) ?? 0
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[at] = piece
        case 1: bytes.insert(piece, at: at)
        default: bytes.remove(at: at)
        }
      }
      try Self.compare([bytes], Self.schema(nil, isNumber: round % 2 == 0), &seen)
    }
    #expect(seen.decided > 300, "\(seen)")
  }

  @Test func recordsEndWhereTheScannerSaysSo() {
    var random = SeededGenerator(seed: 5)
    let pieces = ["\"", "\"", ",", "\n", "\r", "a", "\r\n", "\"\"", "b"]
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 0...14, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }.joined()
      Array(text.utf8).withUnsafeBufferPointer { bytes in
        var last = 0
        while true {
          var scanner = CSVScanner(delimiter: ASCII.comma)
          scanner.startRecord()
          let rest = UnsafeBufferPointer(rebasing: bytes[last...])
          guard let length = scanner.scan(rest, isLast: false) else { break }
          last += length
        }
        let ends = CSVRecordEnds(delimiter: ASCII.comma)
        let found =
          ends.last(in: bytes, hasMark: false)
          ?? (bytes.lastIndex(of: ASCII.lineFeed).map { $0 + 1 } ?? 0)
        #expect(found == last, "\(text.debugDescription)")
      }
    }
  }
}
