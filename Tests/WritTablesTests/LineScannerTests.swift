import Testing
import WritValues
import _WritTestSupport

@testable import WritTables

/// Lines as the scanner sees them: whole, in order, and never other than the decoder does.
@Suite struct LineScannerTests {
  // MARK: Chunks

  private func chunks(
    _ texts: [String], size: Int, limit: Int = 1 << 20
  ) throws -> [(input: Int, number: Int, offset: Int64, line: Int, text: String)] {
    let sources = texts.enumerated().map { MemorySource(name: "\($0)", text: $1) }
    let chunks = LineChunks(sources: sources, size: size, limit: limit)
    var found: [(Int, Int, Int64, Int, String)] = []
    while let chunk = try chunks.next() {
      let bytes = UnsafeBufferPointer(start: chunk.bytes, count: chunk.count)
      found.append(
        (
          chunk.input, chunk.number, chunk.offset, chunk.firstLine,
          String(decoding: bytes, as: UTF8.self)
        ))
      #expect((0..<LineChunk.padding).allSatisfy { chunk.bytes[chunk.count + $0] == 0 })
    }
    #expect(chunks.bytesRead == Int64(texts.reduce(0) { $0 + $1.utf8.count }))
    return found
  }

  @Test(arguments: [1, 2, 3, 5, 8, 13, 1000])
  func chunksAreWholeLines(_ size: Int) throws {
    for texts in [
      ["a\nbb\n\nccc\n"], ["a\nbb"], ["\n\n\n"], [""], ["x"], ["long line without end"],
      ["a\nb\n", "", "c\nd", "\u{FEFF}\n"],
    ] {
      let found = try chunks(texts, size: size)
      #expect(found.map(\.number) == Array(found.indices))
      for (input, text) in texts.enumerated() {
        let own = found.filter { $0.input == input }
        #expect(own.map(\.text).joined() == text)
        var (offset, line) = (0, 1)
        for (place, chunk) in own.enumerated() {
          #expect(chunk.offset == Int64(offset))
          #expect(chunk.line == line)
          #expect(chunk.text.utf8.last == ASCII.lineFeed || place == own.count - 1)
          offset += chunk.text.utf8.count
          line += chunk.text.utf8.count { $0 == ASCII.lineFeed }
        }
      }
    }
  }

  @Test func aLineLongerThanTheLimit() throws {
    for size in [1, 10, 100] {
      #expect(throws: LineScanner.Undecided.self) {
        try chunks(["a\n" + String(repeating: "x", count: 3000)], size: size, limit: 20)
      }
    }
    #expect(try chunks([String(repeating: "x", count: 20) + "\n"], size: 1, limit: 20).count == 1)
  }

  // MARK: Times

  @Test func aCachedTimeIsTheParsedTime() throws {
    var cache = TimeCache()
    var random = SeededGenerator(seed: 3)
    var texts = [
      "2026-01-31T10:00:00Z", "2026-01-31T24:00:00Z", "2026-01-31T23:59:60Z",
      "2026-01-31T23:60:00Z",
      "2026-02-30T10:00:00Z", "2026-01-31T10:00:0:Z", "2026-01-31T1 :00:00Z",
      "2026-01-31t10:00:00Z",
      "2026-01-31T10:00:00z", "2026-01-31 10:00:00Z", "2026-01-31T10:00:00+", "2026-01-31",
      "2026-01-31T10:00:00+01:00", "2026-01-31T10:00:00.5Z", "0000-01-01T00:00:00Z",
      "9999-12-31T23:59:59Z", "0001-01-01T00:00:00Z", "2024-02-29T00:00:00Z",
      "2026-01-31T10-00-00Z",
      "", "Z", "2026-01-31T10:00:00", "20260131T100000Z....", "2026-1-31T010:00:00Z",
    ]
    for _ in 0..<4000 {
      var bytes = Array((texts.prefix(24).randomElement(using: &random) ?? "").utf8)
      for _ in 0..<Int.random(in: 0...2, using: &random) where !bytes.isEmpty {
        let at = Int.random(in: 0..<bytes.count, using: &random)
        bytes[at] = Array("0123456789T:-Z /".utf8).randomElement(using: &random) ?? 0
      }
      texts.append(String(decoding: bytes, as: UTF8.self))
    }
    var known = 0
    for text in texts {
      let bytes = Array(text.utf8)
      let expected = bytes.withUnsafeBufferPointer { Timestamp.parse($0, zone: nil)?.microseconds }
      let found = (bytes + Array(repeating: 0, count: 16)).withUnsafeBufferPointer { padded in
        padded.baseAddress.flatMap { cache.microseconds($0, bytes.count, zone: nil) }
      }
      #expect(found == expected, "\(text)")
      if expected != nil { known += 1 }
    }
    #expect(known > 500)
  }

  // MARK: Shapes

  private static let schema = TableFixtures.schema([
    TableFixtures.field("id", .text), TableFixtures.field("n", .int, optional: true),
    TableFixtures.field("tags", .list(.text), optional: true),
    TableFixtures.field("more", .json, optional: true),
  ])
  private static let plan = DecodingPlan(
    schema: schema, binding: FieldBinding(), keysOnly: false, keyType: { _ in .text })

  /// The values of a line that the shape learnt from another one takes apart; nil when it does not.
  private func values(_ line: [UInt8], like known: [UInt8]) -> [Int: [UInt8]]? {
    let padding = Array(repeating: UInt8(0), count: LineChunk.padding)
    let shape = (known + padding).withUnsafeBufferPointer { bytes in
      bytes.baseAddress.flatMap { base in
        LineShape.learn(base, from: 0, to: known.count) { name in
          Self.schema.fields.firstIndex { Array($0.name.utf8) == name }
        }
      }
    }
    guard let shape else { return nil }
    return (line + padding).withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return nil }
      let tokens = UnsafeMutablePointer<ByteRange>.allocate(capacity: Self.schema.fields.count)
      defer { tokens.deallocate() }
      tokens.initialize(
        repeating: ByteRange(start: 0, end: 0), count: Self.schema.fields.count)
      guard shape.match(base, from: 0, limit: line.count, tokens) == line.count else { return nil }
      var values: [Int: [UInt8]] = [:]
      for field in Self.schema.fields.indices where tokens[field].count > 0 {
        values[field] = Array(line[tokens[field].start..<tokens[field].end])
      }
      return values
    }
  }

  /// What a shape takes, the decoder takes, with the same values.
  @Test func whatMatchesDecodesAlike() {
    var random = SeededGenerator(seed: 21)
    let values = [
      "\"a\"", "\"\"", "\"long text of more than eight bytes\"", "\"\u{FC}\u{65E5}\"", "1", "-0",
      "0.5",
      "123456789012345678", "true", "false", "null", "[]", "[1, {\"x\":[]}]", "{}",
      "{\"a\":1,\"b\":{\"a\":2}}", "[\"x\",\"y\"]",
    ]
    let pieces = Array("{}[]\",:\\u0d8ef1-+.eEtfn \r\t;\u{FC}".utf8) + [0, 0xFF, 0x80, 0x1F]
    var (matched, mutants) = (0, 0)
    for _ in 0..<1500 {
      func line() -> [UInt8] {
        let names = ["id", "n", "tags", "more", "x"]
        let members = names.map { "\"\($0)\":\(values.randomElement(using: &random) ?? "1")" }
        return Array("{\(members.joined(separator: ","))}".utf8)
      }
      let known = line()
      for round in 0..<6 {
        var other = round < 2 ? line() : known
        if round >= 2 {
          for _ in 0..<Int.random(in: 1...2, using: &random) {
            let at = Int.random(in: 0..<other.count, using: &random)
            let piece = pieces.randomElement(using: &random) ?? 0
            switch Int.random(in: 0..<3, using: &random) {
            case 0: other[at] = piece
            case 1: other.insert(piece, at: at)
            default: other.remove(at: at)
            }
          }
        }
        guard let values = self.values(other, like: known) else { continue }
        matched += 1
        if round >= 2 { mutants += 1 }
        compare(other, values)
      }
    }
    #expect(matched > 2000)
    #expect(mutants > 500)
  }

  private func compare(_ line: [UInt8], _ values: [Int: [UInt8]]) {
    let place = RowPlace(name: "in", origin: RowOrigin(input: 0, line: 1, start: 0, end: 0))
    var decoder = ObjectDecoder(plan: Self.plan)
    let (decoded, isJSON) = line.withUnsafeBufferPointer { decoder.decode($0, place: place) }
    let text = String(decoding: line, as: UTF8.self)
    #expect(isJSON, "\(text)")
    guard decoded.rejectReason == nil else { return }
    for field in Self.schema.fields.indices {
      let tokens = TokenDictionary(Self.plan.fields[field], zone: nil)
      let datum = (values[field] ?? []).withUnsafeBufferPointer {
        tokens.datum(of: $0, place: place)
      }
      #expect(datum == decoded.row.fields[field], "\(text)")
    }
  }

  @Test(arguments: [
    (#"{"id":"a","more":{"x":1,"x":2}}"#, false), (#"{"id":"a","more":{"x":1,"y":2}}"#, true),
    (#"{"id":"a","more":[1,2,]}"#, false), (#"{"id":"a","more":[01]}"#, false),
    (#"{"id":"a","more":[-]}"#, false), (#"{"id":"a","more":[1e3]}"#, false),
    (#"{"id":"a","more":["\n"]}"#, false), (#"{"id":"a","more":[ ]}"#, true),
    (#"{"id":"a","more":{ }}"#, true), (#"{"id":"a","more":tru}"#, false),
    (#"{"id":"a","more":truefalse}"#, false), (#"{"id":"a","more":1} x"#, false),
    (#"{"id":"a","id":"b"}"#, false), (#"{"id":"a"} "#, true), (#" {"id":"a"}"#, true),
    ("{}", false), (#"{"id":"a""#, false), (#"{"id":"a"#, false),
    (#"{"id":12345678901234567890}"#, false),
  ])
  func learns(_ line: String, isTaken: Bool) {
    #expect((values(Array(line.utf8), like: Array(line.utf8)) != nil) == isTaken)
  }

  // MARK: Batches

  /// Numbers of values begin anew when there are too many, and mean the same.
  @Test func valuesAreNumberedAnew() throws {
    var options = ReadOptions(blockSize: 64)
    options.numberedValues = 2
    let text = (0..<50).map { "{\"id\":\"k\($0)\",\"n\":\($0)}\n" }.joined()
    let source = MemorySource(name: "in", text: text)
    let scanner = try #require(
      LineScanner(
        schema: Self.schema, inputs: [.ndjson(source, FieldBinding())],
        columns: [LineColumn(field: 1, kind: .codes)], wanted: [1], suspects: [],
        options: options, keyType: { _ in .text }))
    let chunks = LineChunks(sources: [source], size: 64, limit: 1000)
    var (numbers, renewals) = ([Datum](), 0)
    while let chunk = try chunks.next() {
      if scanner.renew() { renewals += 1 }
      _ = try scanner.scan(chunk) { batch in
        for row in 0..<batch.count {
          let datum = try #require(batch.datum(0, row))
          #expect(try scanner.row(row).fields[1] == datum)
          numbers.append(datum)
        }
      }
    }
    #expect(numbers == (0..<50).map { .known(.int($0)) })
    #expect(renewals > 5)
  }
}
