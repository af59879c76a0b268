import Testing
import WritTables
import WritValues

@Suite struct JSONReaderTests {
  static let schema = TableFixtures.single(.int)

  static let documents: [(text: String, member: String?, keys: [String])] = [
    ("[{\"id\":\"a\"},\n {\"id\":\"b\"}]", nil, ["a", "b"]),
    ("{\"users\":[{\"id\":\"a\"}],\"total\":1}", nil, ["a"]),
    ("{\"users\":[{\"id\":\"a\"}],\"next\":[]}", "users", ["a"]),
    ("{\"id\":\"a\",\"roles\":[1,2]}", nil, ["a"]),
    ("{\"id\":\"x\",\"roles\":[{\"id\":\"a\"}]}", "roles", ["a"]),
  ]

  @Test(arguments: documents) func forms(
    _ text: String, _ member: String?, _ keys: [String]
  ) throws {
    let table = try TableFixtures.load(Self.schema, TableFixtures.json(text, member: member))
    #expect(table.rows.map(\.key) == keys.map { .text(Text($0)) })
  }

  @Test func places() throws {
    let text =
      "\u{FEFF}[\n{\"id\":\"a\"},{\"value\":1},\n\n{\"id\":1}, 7,\n"
      + "{\"id\":\"b\",\"x\":{\"y\":1,\"y\":2}}]"
    let table = try TableFixtures.load(Self.schema, TableFixtures.json(text))
    #expect(
      table.rows.map(\.key) == [
        .text("a"), .text("in.json:4"), .text("in.json:5"), .text("in.json@16"),
        .text("in.json@40"),
      ])
    #expect(table.report.rejectCount == 4)
    #expect(table.rows[0].origin == RowOrigin(input: 0, line: 2, start: 5, end: 15))
  }

  static let failures: [(text: String, member: String?, kind: ReadFailure.Kind, line: Int)] = [
    ("", nil, .empty, 0), (" \n ", nil, .empty, 0), ("[]", nil, .empty, 0),
    ("{\"users\":[]}", nil, .empty, 0), ("[{\"id\":\"a\"},\n{\"id\":}]", nil, .broken, 2),
    ("[{\"id\":\"a\"}", nil, .broken, 1), ("[1] 2", nil, .broken, 1), ("7", nil, .mismatch, 0),
    ("{\"a\":[],\"b\":[]}", nil, .broken, 1), ("{\"a\":1}", "b", .broken, 1),
    ("{\"a\":1,\"a\":2}", nil, .broken, 1),
  ]

  @Test(arguments: failures) func unusable(
    _ text: String, _ member: String?, _ kind: ReadFailure.Kind, _ line: Int
  ) {
    do {
      _ = try TableFixtures.load(Self.schema, TableFixtures.json(text, member: member))
      Issue.record("it was read")
    } catch {
      let failure = error as? ReadFailure
      #expect(failure?.kind == kind)
      #expect(failure?.line == line)
    }
  }

  @Test func aDocumentBeyondTheLimit() {
    var options = ReadOptions(blockSize: 8)
    options.documentLimit = 32
    let loader = TableLoader(schema: Self.schema, options: options)
    let text = "[" + Array(repeating: "{\"id\":\"a\"}", count: 20).joined(separator: ",") + "]"
    #expect(throws: ReadFailure.self) { try loader.load([TableFixtures.json(text)]) }
  }
}
