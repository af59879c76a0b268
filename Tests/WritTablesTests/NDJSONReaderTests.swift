import Testing
import WritTables
import WritValues

@Suite struct NDJSONReaderTests {
  static let schema = TableFixtures.single(.int)

  @Test func placesAndRejects() throws {
    let text =
      "\u{FEFF}{\"id\":\"a\",\"value\":1}\r\n\n  \n{\"id\":\"b\",\"value\":\n[1]\n{\"value\":2}\n"
      + "{\"id\":null}\n{\"id\":\"c\",\"x\":1,\"x\":2}\n{\"id\":\"d\"} x\n{\"id\":\"e\",\"valu\n"
    let table = try TableFixtures.load(Self.schema, TableFixtures.ndjson(text))
    #expect(table.report.rows == 8)
    #expect(table.report.rejects.map(\.line) == [4, 5, 6, 7, 8, 9, 10])
    #expect(table.report.bytes == Int64(text.utf8.count))
    #expect(
      table.report.rejects.map { $0.reason.prefix { $0 != "(" && $0 != ":" } } == [
        "malformed JSON", "not an object", "no key", "no key", "malformed JSON",
        "malformed JSON", "malformed JSON",
      ])
    let good = try #require(table.row(forKey: .text("a")))
    #expect(good.origin == RowOrigin(input: 0, line: 1, start: 3, end: 23))
    let bad = try #require(table.rows.first { $0.key == .text("in.ndjson:8") })
    #expect(bad.isRejected)
    #expect(
      bad.fields == [
        .unknown(Causes(Cause(.unreadable, "in.ndjson:8"))),
        .unknown(Causes(Cause(.unreadable, "in.ndjson:8"))),
      ])
    #expect(table.row(forKey: bad.key) == nil)
  }

  static let broken = [
    "{\"id\":\"a\"", "{\"id\":\"a\",}", "{'id':1}", "{\"id\":01}", "{\"id\":1.}", "{\"id\":.5}",
    "{\"id\":+1}", "{\"id\":1e}", "{\"id\":tru}", "{\"id\":nulll}", "{\"id\":\"\t\"}",
    "{\"id\":\"\\x\"}", "{\"id\":\"\\ud800\"}", "{\"id\":\"\\udc00\"}", "{\"id\":\"\\u12\"}",
    "{\"id\" 1}", "{id:1}", "{\"id\":[1,]}", "{\"id\":[1 2]}", "{\"a\":1,\"\\u0061\":2}",
    "\u{FEFF}\u{FEFF}{}", "{\"id\":\"a\"}\u{0}", "{\"id\":{\"x\":1,\"x\":1}}", "NaN", "{\"id\":-}",
    "{", "\"", "{\"id\":\"a\"}}", "{\"id\":" + String(repeating: "[", count: 200),
  ]

  @Test(arguments: broken) func brokenLines(_ line: String) throws {
    let table = try TableFixtures.load(
      Self.schema, TableFixtures.ndjson("{\"id\":\"z\"}\n" + line + "\n"))
    #expect(table.report.rejects.map(\.line) == [2])
  }

  @Test func invalidUTF8() throws {
    for bytes in [
      [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82],
    ]
      as [[UInt8]]
    {
      let line = Array("{\"id\":\"".utf8) + bytes + Array("\"}\n{\"id\":\"z\"}".utf8)
      let source = MemorySource(name: "in", bytes: line)
      let table = try TableFixtures.load(Self.schema, .ndjson(source, FieldBinding()))
      #expect(table.report.rejects.map(\.line) == [1])
    }
  }

  @Test func depth() throws {
    func nested(_ depth: Int) -> String {
      "{\"id\":\"a\",\"x\":" + String(repeating: "[", count: depth)
        + String(repeating: "]", count: depth) + "}"
    }
    #expect(
      try TableFixtures.load(Self.schema, TableFixtures.ndjson(nested(127))).report.rejectCount
        == 0)
    #expect(throws: ReadFailure.self) {
      try TableFixtures.load(Self.schema, TableFixtures.ndjson(nested(128)))
    }
    #expect(
      try TableFixtures.load(Self.schema, TableFixtures.json("[" + nested(127) + "]"))
        .report.rejectCount == 0)
  }

  @Test func manyMembers() throws {
    let members = (0..<500).map { "\"k\($0)\":\($0)" }.joined(separator: ",")
    let good = "{\"id\":\"a\",\(members)}"
    let bad = "{\"id\":\"b\",\(members),\"k77\":1}"
    let table = try TableFixtures.load(Self.schema, TableFixtures.ndjson(good + "\n" + bad))
    #expect(table.report.rejects.map(\.line) == [2])
  }

  @Test func nothingUsable() {
    func kind(_ text: String) -> ReadFailure.Kind? {
      do {
        _ = try TableFixtures.load(Self.schema, TableFixtures.ndjson(text))
        return nil
      } catch {
        return (error as? ReadFailure)?.kind
      }
    }
    #expect(kind("") == .empty)
    #expect(kind("\n \n\r\n") == .empty)
    #expect(kind("\u{FEFF}") == .empty)
    #expect(kind("id,value\na,1\n") == .broken)
    #expect(kind("{\n\"id\": 1\n}") == .broken)
    #expect(kind("{}") == nil)
  }

  @Test func longLines() throws {
    var options = ReadOptions(blockSize: 16)
    options.recordLimit = 64
    let long = "{\"id\":\"\(String(repeating: "x", count: 500))\"}"
    for text in ["{\"id\":\"a\"}\n\(long)\n{\"id\":\"b\"}\n", "{\"id\":\"a\"}\n\(long)"] {
      let loader = TableLoader(schema: Self.schema, options: options)
      let table = try loader.load([TableFixtures.ndjson(text)])
      #expect(table.report.rejects.map(\.line) == [2])
      #expect(table.report.rejects.map(\.start) == [11])
      #expect(table.report.rejects.map(\.end) == [11 + Int64(long.utf8.count)])
    }
  }

  @Test("a reject's byte counts from the start of the input, as a failed input's does")
  func bytesOfRejects() throws {
    let text = "{\"id\":\"a\"}\n{\"id\":bad}\n{\"id\":\"b\"}\n"
    let rejects = try TableFixtures.load(Self.schema, TableFixtures.ndjson(text)).report.rejects
    #expect(rejects.map(\.start) == [11])
    #expect(rejects.map(\.end) == [21])
    #expect(rejects.map { $0.reason.hasSuffix("(byte 17)") } == [true])
  }

  @Test("a carriage return before the line feed is no part of the record")
  func lineEndsOfTwoBytes() throws {
    func reasons(_ end: String) throws -> [String] {
      let text = ["{\"id\":\"a\"}", "{\"id\":\"b", "{\"id\":", "\"x"].map { $0 + end }.joined()
      let table = try TableFixtures.load(Self.schema, TableFixtures.ndjson(text))
      // The bytes differ, the reasons don't.
      return table.report.rejects.map { String($0.reason.prefix { $0 != "(" }) }
    }
    #expect(try reasons("\r\n") == reasons("\n"))
    #expect(try reasons("\n").count == 3)
  }

  @Test func rejectsBeyondAThousandAreCounted() throws {
    let lines = String(repeating: "x\n", count: 1500) + "{\"id\":\"a\"}\n"
    let report = try TableFixtures.load(Self.schema, TableFixtures.ndjson(lines)).report
    #expect(report.rejectCount == 1500)
    #expect(report.rejects.count == 1000)
    #expect(report.rows == 1501)
  }
}
