import Testing
import WritDiagnostics
import WritYAML

@Suite struct MappingReaderTests {
  private enum Level: String, CaseIterable { case low, high }

  private func reader(
    _ text: String, keys: [String] = ["a", "b", "path"]
  ) -> (reader: MappingReader?, log: DiagnosticLog) {
    let log = DiagnosticLog()
    let parsed = YAMLReader.parse(SourceText(name: "t.yaml", text: text))
    log.report(contentsOf: parsed.diagnostics)
    let reader = parsed.node.flatMap {
      MappingReader($0, subject: "a thing", keys: keys, log: log)
    }
    return (reader, log)
  }

  @Test func unknownKeysComeWithAHint() {
    let (_, log) = reader("a: 1\npaht: x\nzzzzzz: y")
    #expect(log.diagnostics.map(\.id) == ["config/unknown-key", "config/unknown-key"])
    #expect(log.diagnostics[0].help == ["did you mean `path`?"])
    #expect(log.diagnostics[0].fixes.map(\.replacement) == ["path"])
    #expect(log.diagnostics[0].place?.text == "paht")
    #expect(log.diagnostics[1].label == "one of a, b, path")
  }

  @Test(arguments: [
    ("true", true), ("false", false), ("yes", nil), ("no", nil), ("True", nil), ("'true'", nil),
    ("1", nil), ("", nil), ("[true]", nil),
  ])
  func bools(_ text: String, _ expected: Bool?) {
    let (reader, log) = reader("a: \(text)")
    #expect(reader?.bool("a")?.value == expected)
    #expect(log.diagnostics.map(\.id) == (expected == nil ? ["config/wrong-type"] : []))
  }

  @Test(arguments: [
    ("12", 12), ("-3", -3), ("007", 7), ("0x10", nil), ("1_000", nil), ("1.0", nil), ("'12'", nil),
    ("+5", nil), ("9223372036854775808", nil), ("101", nil), ("null", nil),
  ])
  func ints(_ text: String, _ expected: Int64?) {
    let (reader, log) = reader("a: \(text)")
    #expect(reader?.int("a", in: -5...100)?.value == expected)
    #expect(log.diagnostics.map(\.id) == (expected == nil ? ["config/wrong-type"] : []))
  }

  @Test(arguments: [
    ("x", "x"), ("no", "no"), ("12", "12"), ("'null'", "null"), ("null", nil), ("~", nil),
    ("", nil),
    ("''", nil), ("' '", nil), ("[x]", nil), ("{x: y}", nil),
  ])
  func texts(_ text: String, _ expected: String?) {
    let (reader, log) = reader("a: \(text)")
    #expect(reader?.text("a")?.value == expected)
    #expect(log.diagnostics.map(\.id) == (expected == nil ? ["config/wrong-type"] : []))
  }

  @Test func missingKeysAreNamed() {
    let (reader, log) = reader("a: 1")
    #expect(reader?.text("b") == nil)
    #expect(log.diagnostics.isEmpty)
    #expect(reader?.text("b", required: true) == nil)
    #expect(log.diagnostics.map(\.message) == ["a thing needs the key `b`"])
  }

  @Test func lists() {
    let (fine, noMistake) = reader("a: [x, 'y']\nb: []")
    #expect(fine?.texts("a")?.map(\.value) == ["x", "y"])
    #expect(fine?.texts("b")?.isEmpty == true)
    #expect(noMistake.diagnostics.isEmpty)
    let (one, log) = reader("a: x")
    #expect(one?.texts("a") == nil)
    #expect(log.diagnostics.first?.help == ["write `[x]` for a list of one"])
    let (odd, mistakes) = reader("a: [x, [y], '', x]")
    #expect(odd?.texts("a") == nil)
    #expect(
      mistakes.diagnostics.map(\.id) == [
        "config/wrong-type", "config/wrong-type", "config/duplicate-value",
      ])
  }

  @Test func wordsOfASet() {
    let (reader, log) = reader("a: hihg\nb: [low, high]")
    #expect(reader?.word("a", as: Level.self) == nil)
    #expect(reader?.words("b", as: Level.self)?.map(\.value) == [.low, .high])
    #expect(log.diagnostics.map(\.id) == ["config/unknown-value"])
    #expect(log.diagnostics.first?.help == ["did you mean `high`?"])
  }

  @Test func maps() {
    let (reader, log) = reader("a: {x: 1, y: [2]}\nb: 1")
    #expect(reader?.textMap("a")?.map(\.value.value) == ["1"])
    #expect(reader?.map("b") == nil)
    #expect(log.diagnostics.map(\.id) == ["config/wrong-type", "config/wrong-type"])
  }

  @Test func onlyMappingsHaveKeys() {
    let (reader, log) = reader("[a]")
    #expect(reader == nil)
    #expect(log.diagnostics.map(\.label) == ["this is a list"])
  }
}
