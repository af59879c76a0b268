import WritSources
import WritTables
import WritValues

/// The readers of JSON agree with the parser of values, line by line and as a document.
struct JSONTarget: FuzzTarget {
  let name = "json"
  let words = [
    "{", "}", "[", "]", ",", ":", "\"", "\"id\":", "\"id\":\"a\"", "null", "true", "false", "-0.0",
    "1E+9", "\\u0000", "\\ud83d", "\\ude00", "\\u00e9", "\\", "\\n", "{}", "[]", "\"when\":",
    "\"more\":",
    "\"profile\":{\"name\":", "\"tags\":[", "\"state\":\"on\"", "\"addr\":\"10.0.0.0/8\"", "\r\n",
    "\n",
    "\u{FEFF}", "\"_factors\":[{}]", "\"rows\":[",
  ]

  func run(_ input: [UInt8]) throws -> [String] {
    let lines = input.split(separator: 0x0A, omittingEmptySubsequences: true).prefix(12)
    for line in lines { try Self.check(line: Array(line)) }
    let source = MemorySource(name: "input", bytes: input)
    let rows = try TablePrint.check("ndjson", .ndjson(source, TablePrint.binding))
    let document = try TablePrint.check("json", .json(source, TablePrint.binding, member: nil))
    try Self.check(document: input)
    _ = try RecordPrint.check("okta", input) { OktaUsers(inputs: [$0]) }
    let members = try RecordPrint.check("github", input) { GitHubMembers(inputs: [$0]) }
    _ = InputKind.recognize(name: "input", prefix: input)
    return TablePrint.traits(rows) + TablePrint.traits(document) + members.traits
  }

  /// One line among others is read as the parser reads it.
  private static func check(line: [UInt8]) throws {
    // Before it stands a line that is fine, and it ends, so that the input does not fail as a whole.
    let first = Array("{\"id\":\"the first\\u007f\",\"when\":\"2026-01-31\"}\n".utf8)
    let source = MemorySource(name: "input", bytes: first + line + [0x0A])
    let table = try TableLoader(schema: TablePrint.schema).load([
      .ndjson(source, TablePrint.binding)
    ])
    let row = table.rows.first { $0.origin.line == 2 }
    let parsed = try? JSONValue.parse(line)
    guard let row else {
      return try expect(
        line.allSatisfy { [0x20, 0x09, 0x0D].contains($0) }, "a line without a row")
    }
    let decoder = RecordDecoder(
      schema: TablePrint.schema, binding: TablePrint.binding, input: "input")
    let expected = parsed.map { decoder.decode(object: $0, origin: row.origin).row }
    let detail = "\(row.isRejected) \(row.fields)\n\(String(describing: parsed))"
    try expect(
      row.isRejected == expected?.isRejected ?? true, "the reader and the parser differ", detail)
    if let expected {
      try expect(
        row.fields == expected.fields && row.key == expected.key,
        "the reader and the decoder differ", detail + "\n\(expected.fields)")
    }
    if let parsed { try check(written: parsed) }
  }

  /// What is written is read back.
  private static func check(written value: JSONValue) throws {
    for text in [value.compact, value.pretty()] {
      try expect((try? JSONValue.parse(text)) == value, "not read back", text)
    }
    let canonical = value.canonical
    let again = try? JSONValue.parse(canonical)
    try expect(
      again?.canonical == canonical, "the canonical form is not stable",
      String(decoding: canonical, as: UTF8.self))
  }

  /// A document that is an array gives the rows that its elements give.
  private static func check(document: [UInt8]) throws {
    guard case .array(let elements) = try? JSONValue.parse(document), !elements.isEmpty else {
      return
    }
    func known(_ input: TableInput) throws -> [String] {
      let table = try TableLoader(schema: TablePrint.schema).load([input])
      return table.rows.filter { !$0.isRejected }.map { row in
        "\(row.key) "
          + row.fields.map { datum in
            if case .known(let value) = datum { "\(value)" } else { "unknown" }
          }.joined(separator: ", ")
      } + ["\(table.report.rejectCount) rejected, \(table.report.repeats) repeated"]
    }
    let source = MemorySource(name: "input", bytes: document)
    let bound = elements.filter { $0.members?.contains { $0.name == "profile" } != true }
    guard bound.count == elements.count else { return }
    let read = try known(.json(source, FieldBinding(), member: nil))
    let given = try known(.values(elements))
    try expect(
      read == given, "a document and its elements differ",
      read.joined(separator: "\n") + "\nthen\n" + given.joined(separator: "\n"))
  }
}
