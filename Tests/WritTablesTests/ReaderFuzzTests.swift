import Testing
import WritTables
import WritValues
import _WritTestSupport

/// Mutated inputs: nothing crashes, blocks of any size give the same rows, and the readers agree
/// with the JSON parser.
@Suite struct ReaderFuzzTests {
  static let schema = TableFixtures.schema([
    TableFixtures.field("id", .text), TableFixtures.field("count", .int, optional: true),
    TableFixtures.field("when", .time), TableFixtures.field("tags", .set(.text), optional: true),
    TableFixtures.field("more", .json, optional: true),
    TableFixtures.field("name", .text, optional: true),
  ])
  static let binding = FieldBinding(fieldMap: ["name": "profile.name"])

  static let line =
    "{\"id\":\"a\\u00e9\",\"count\":-12.0e1,\"when\":\"2026-01-31T10:00:00Z\",\"tags\":[\"b\",\"a\"],"
    + "\"more\":{\"x\":[true,false,null,{\"y\":{}}]},\"profile\":{\"name\":\"\u{e9}\"},\"skip\":[1]}"
  static let csv =
    "id,count,when,tags,more,profile.name\r\na,1,2026-01-31,\"[\"\"x\"\"]\",{},\"x\ny\"\r\n"
    + "\"b\",,2026-02-01T00:00:00Z,,\"{\"\"a\"\":1}\",z\r\n"
  static let pieces = Array("{}[]\",:\\u0d8ef1-+.eEtfn \n\r\t;\u{e9}".utf8) + [0, 0xFF, 0x80]

  private func mutate(
    _ text: [UInt8], _ random: inout SeededGenerator
  ) -> [UInt8] {
    var bytes = text
    for _ in 0..<Int.random(in: 1...3, using: &random) where !bytes.isEmpty {
      let at = Int.random(in: 0..<bytes.count, using: &random)
      let piece = Self.pieces.randomElement(using: &random) ?? 0
      switch Int.random(in: 0..<5, using: &random) {
      case 0: bytes[at] = piece
      case 1: bytes.insert(piece, at: at)
      case 2: bytes.remove(at: at)
      case 3: bytes.removeSubrange(at...)
      default:
        let end = min(bytes.count, at + Int.random(in: 1...20, using: &random))
        bytes.insert(contentsOf: bytes[at..<end], at: at)
      }
    }
    return bytes
  }

  private func outcome(_ input: TableInput, blockSize: Int) -> [String] {
    do {
      let loader = TableLoader(
        schema: Self.schema, options: ReadOptions(blockSize: blockSize))
      return TableFixtures.print(try loader.load([input]))
    } catch {
      return ["\(error)"]
    }
  }

  @Test func linesAgreeWithTheParser() throws {
    var random = SeededGenerator(seed: 1)
    let loader = TableLoader(schema: Self.schema)
    let decoder = RecordDecoder(schema: Self.schema, binding: Self.binding, input: "in")
    for _ in 0..<4000 {
      let bytes = mutate(Array(Self.line.utf8), &random).filter { $0 != 0x0A }
      // The second line keeps the input from failing as a whole.
      let input = TableInput.ndjson(
        MemorySource(name: "in", bytes: bytes + Array("\n{\"id\":\"zz\"}".utf8)), Self.binding)
      let table = try loader.load([input])
      let row = table.rows.first { $0.origin.line == 1 }
      guard let row else {
        #expect(bytes.allSatisfy { [0x20, 0x09, 0x0D].contains($0) })
        continue
      }
      let parsed = try? JSONValue.parse(bytes)
      let expected = parsed.map { decoder.decode(object: $0, origin: row.origin).row }
      #expect(row.isRejected == expected?.isRejected ?? true, "\(bytes)")
      if let expected {
        #expect(row.fields == expected.fields, "\(bytes)")
        #expect(row.key == expected.key)
      }
    }
  }

  @Test func blocksOfAnySize() {
    var random = SeededGenerator(seed: 2)
    let lines = Array((Self.line + "\n{\"id\":\"b\"}\r\n\n" + Self.line).utf8)
    for round in 0..<300 {
      let text = round == 0 ? lines : mutate(lines, &random)
      let document = Array("{\"rows\":[".utf8) + text.filter { $0 != 0x0A } + Array("]}".utf8)
      let table = round == 0 ? Array(Self.csv.utf8) : mutate(Array(Self.csv.utf8), &random)
      let inputs: [TableInput] = [
        .ndjson(MemorySource(name: "in", bytes: text), Self.binding),
        .json(MemorySource(name: "in", bytes: document), Self.binding, member: nil),
        .csv(MemorySource(name: "in", bytes: table), Self.binding),
      ]
      for input in inputs {
        let whole = outcome(input, blockSize: 1 << 20)
        for size in [1, 2, 3, 7, 31] { #expect(outcome(input, blockSize: size) == whole) }
      }
    }
  }

  @Test("a block may end anywhere") func everyBlockSize() {
    // Two bytes short of a whole line, a line end of two, an escape, letters of two to four bytes.
    let lines = Array(
      ("\u{FEFF}" + Self.line
        + "\r\n\r\n{\"id\":\"b\\ud83d\\ude00\"}\n{\"id\":\"\u{20ac}\u{1F600}\",\"x\n"
        + "{\"id\":\"c\"}").utf8)
    let table = Array(("\u{FEFF}" + Self.csv + "\"d\n\"\"e\",1,2026-01-01,,,\u{1F600}").utf8)
    let document = Array(
      "{\"rows\":[\(Self.line),\n {\"id\":\"\\u20ac\"}],\"more\":null}\r\n".utf8)
    let inputs: [(count: Int, input: TableInput)] = [
      (lines.count, .ndjson(MemorySource(name: "in", bytes: lines), Self.binding)),
      (table.count, .csv(MemorySource(name: "in", bytes: table), Self.binding)),
      (
        document.count,
        .json(MemorySource(name: "in", bytes: document), Self.binding, member: nil)
      ),
    ]
    for (count, input) in inputs {
      let whole = outcome(input, blockSize: 1 << 20)
      #expect(whole.count > 2, "\(whole)")
      for size in 1...(count + 1) { #expect(outcome(input, blockSize: size) == whole, "\(size)") }
    }
  }

  @Test func truncatedAnywhere() {
    let lines = Array((Self.line + "\n" + Self.line).utf8)
    for end in lines.indices {
      let part = Array(lines[..<end])
      _ = outcome(
        .json(MemorySource(name: "in", bytes: part), Self.binding, member: nil), blockSize: 64)
      let rows = outcome(
        .ndjson(MemorySource(name: "in", bytes: part), Self.binding), blockSize: 64)
      #expect(!rows.isEmpty)
    }
    let cells = Array(Self.csv.utf8)
    for end in cells.indices {
      let rows = outcome(
        .csv(MemorySource(name: "in", bytes: Array(cells[..<end])), Self.binding), blockSize: 5)
      #expect(!rows.isEmpty)
    }
  }

  @Test func noise() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<500 {
      let count = Int.random(in: 0...200, using: &random)
      let bytes = (0..<count).map { _ in
        Bool.random(using: &random)
          ? Self.pieces.randomElement(using: &random) ?? 0
          : UInt8.random(in: 0...255, using: &random)
      }
      let source = MemorySource(name: "in", bytes: bytes)
      for input in [
        .ndjson(source, Self.binding), .json(source, Self.binding, member: nil),
        .csv(source, Self.binding),
      ] as [TableInput] {
        #expect(outcome(input, blockSize: 16) == outcome(input, blockSize: 1000))
      }
    }
  }
}
