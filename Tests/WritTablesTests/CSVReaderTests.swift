import Testing
import WritTables
import WritValues

@Suite struct CSVReaderTests {
  static let schema = TableFixtures.schema([
    TableFixtures.field("id", .text), TableFixtures.field("note", .text, optional: true),
    TableFixtures.field("size", .int, optional: true),
  ])

  /// Key, note and line of each row that was not rejected.
  private func rows(_ text: String, blockSize: Int = 1 << 20) throws -> [String] {
    try TableFixtures.load(Self.schema, TableFixtures.csv(text), blockSize: blockSize)
      .rows.filter { !$0.isRejected }
      .map { "\($0.key)|\($0.fields[1].value.map { "\($0)" } ?? "-")|\($0.origin.line)" }
  }

  static let torture: [(text: String, rows: [String])] = [
    ("id,note\na,x\nb,y\n", ["a|x|2", "b|y|3"]),
    ("id,note\r\na,x\r\nb,y", ["a|x|2", "b|y|3"]),
    ("\u{FEFF}id,note\na,x", ["a|x|2"]),
    ("id,note\na,\"x\ny\"\nb,z\n", ["a|x\ny|2", "b|z|4"]),
    ("id,note\na,\"x\r\ny\"\r\nb,\r\n", ["a|x\r\ny|2", "b|-|4"]),
    ("id,note\na,\"say \"\"hi\"\"\"\n", ["a|say \"hi\"|2"]),
    ("id,note\na,\"\"\"\"\n", ["a|\"|2"]),
    ("id,note\n\"a\",\"\"\n", ["a|-|2"]),
    ("id,note\na, x \n", ["a| x |2"]),
    ("id,note\na,\"x,y;z\"\n", ["a|x,y;z|2"]),
    ("id;note\na;x,y\n", ["a|x,y|2"]),
    ("id\tnote\na\tx;y,z\n", ["a|x;y,z|2"]),
    ("\"i\"\"d\",id,note\n1,a,x\n", ["a|x|2"]),
    ("\"a,b;c;d\",id,note\n1,a,x\n", ["a|x|2"]),
    ("note,extra,id,,\nx,1,a,,\n", ["a|x|2"]),
    ("\n\r\nid,note\n\na,x\n\n\nb,y\n\n", ["a|x|5", "b|y|8"]),
    ("id\na\nb", ["a|-|2", "b|-|3"]),
    ("id,note\na,x\ny\n", ["a|x|2"]),
    ("id,note\na,x,z\nb,y\n", ["b|y|3"]),
    ("id,note\na,x\"y\nb,y\n", ["b|y|3"]),
    ("id,note\na,\"x\"y\nb,y\n", ["b|y|3"]),
    ("id,note\na,\"x\" \nb,y\n", ["b|y|3"]),
    ("id,note\na,\"x\"\r!\nb,y\n", ["b|y|3"]),
    ("id,note\n,x\nb,y\n", ["b|y|3"]),
    ("id,note\na,e\u{301}\u{1F600}\n", ["a|e\u{301}\u{1F600}|2"]),
    ("id,note\na,\"x\"\r", ["a|x|2"]),
    ("id,note\na,x\r", ["a|x|2"]),
    ("id,note\na,x\ry\n", ["a|x\ry|2"]),
  ]

  /// Nothing is concluded from the front half of a file.
  @Test func aFileCutInTheMiddleOfARecordIsNoInput() {
    for text in ["id,note\nb,y\na,\"x\n,,\n", "id,note\nb,y\na,\"x"] {
      #expect(throws: ReadFailure.self) {
        try TableFixtures.load(Self.schema, TableFixtures.csv(text))
      }
    }
    #expect(throws: ReadFailure.self) {
      try TableFixtures.load(
        Self.schema, TableFixtures.ndjson("{\"id\":\"a\"}\n{\"id\":\"b\",\"no"))
    }
  }

  @Test(arguments: torture) func everyBlockSize(_ text: String, _ expected: [String]) throws {
    for size in [1, 2, 3, 7, 64, 1 << 20] {
      #expect(try rows(text, blockSize: size) == expected, "blocks of \(size)")
    }
  }

  @Test func rejects() throws {
    let text =
      "id,note\na\nb,1,2\nc,\"x\"y\nd,x\"\n,e\nf,ok\n"
    let table = try TableFixtures.load(Self.schema, TableFixtures.csv(text))
    #expect(
      table.report.rejects.map { "\($0.line): \($0.reason)" } == [
        "2: 1 cells where the header has 2", "3: 3 cells where the header has 2",
        "4: text after a closing quote", "5: a quote inside a cell that is not quoted",
        "6: no key: `id` is missing or can't be read",
      ])
    #expect(table.report.rejects.map(\.start) == [8, 10, 16, 23, 28])
    #expect(table.report.rejects.map(\.end) == [9, 15, 22, 27, 30])
  }

  @Test func headerMapping() throws {
    let binding = FieldBinding(fieldMap: ["id": "Employee ID", "note": "A.B"])
    let table = try TableFixtures.load(
      Self.schema, TableFixtures.csv("Employee ID,A.B,size\n7,x,3\n", binding: binding))
    #expect(
      table.rows[0].fields == [.known(.text("7")), .known(.text("x")), .known(.int(3))])
  }

  @Test func aColumnThatIsNotThere() throws {
    let schema = TableFixtures.schema([
      TableFixtures.field("id", .text), TableFixtures.field("note", .text, optional: true),
      TableFixtures.field("size", .int),
    ])
    let table = try TableFixtures.load(schema, TableFixtures.csv("id\na\n"))
    #expect(
      table.rows[0].fields == [
        .known(.text("a")), .missing("note"),
        .unknown(Causes(Cause(.unreadable, "in.csv:2: size"))),
      ])
  }

  static let failures: [(text: String, kind: ReadFailure.Kind)] = [
    ("", .empty), ("\n\n", .empty), ("id,note\n", .empty), ("id,note", .empty),
    ("id,id\na,b\n", .broken), ("name,note\na,b\n", .mismatch), ("{\"id\":1}\n", .broken),
    ("id,\"note\na,b\n", .broken), ("id,\"note\"x\na,b\n", .broken),
  ]

  @Test(arguments: failures) func unusable(_ text: String, _ kind: ReadFailure.Kind) {
    do {
      _ = try TableFixtures.load(Self.schema, TableFixtures.csv(text))
      Issue.record("it was read")
    } catch {
      #expect((error as? ReadFailure)?.kind == kind)
    }
  }

  /// The line end in the first name once hid the `;` behind it from small blocks.
  @Test(arguments: [1, 7, 1 << 20])
  func theDelimiterIsFoundBehindAQuotedLineEnd(_ blockSize: Int) throws {
    let text = "\"first\nline,,\";id;note\na;b;c\n"
    let table = try TableFixtures.load(
      Self.schema, TableFixtures.csv(text), blockSize: blockSize)
    #expect(table.rows.map(\.key) == [.text("b")])
  }

  @Test func aRecordBeyondTheLimit() {
    var options = ReadOptions(blockSize: 8)
    options.recordLimit = 32
    let loader = TableLoader(schema: Self.schema, options: options)
    let text = "id,note\na,\"" + String(repeating: "x\n", count: 100)
    #expect(throws: ReadFailure.self) { try loader.load([TableFixtures.csv(text)]) }
  }
}
