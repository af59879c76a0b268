import Testing
import WritDiagnostics
import WritYAML
import _WritTestSupport

@Suite struct YAMLReaderTests {
  private func read(_ text: String) -> (node: YAMLNode?, diagnostics: [Diagnostic]) {
    YAMLReader.parse(SourceText(name: "t.yaml", text: text))
  }

  /// The tree in one line: plain scalars bare, others quoted.
  private func describe(_ node: YAMLNode?) -> String {
    switch node {
    case nil: "nil"
    case .scalar(let scalar): scalar.isPlain ? scalar.text : "'\(scalar.text)'"
    case .sequence(let nodes, _): "[\(nodes.map { describe($0) }.joined(separator: ", "))]"
    case .mapping(let mapping):
      "{\(mapping.entries.map { "\($0.key.text): \(describe($0.value))" }.joined(separator: ", "))}"
    }
  }

  @Test(arguments: [
    ("", "{}"), ("# nothing\n", "{}"), ("a: 1", "{a: 1}"), ("a: '1'", "{a: '1'}"),
    ("country: no", "{country: no}"), ("on: yes", "{on: yes}"), ("a:\n", "{a: }"),
    ("t: 2026-11-01T00:00:00Z", "{t: 2026-11-01T00:00:00Z}"), ("n: 0o17", "{n: 0o17}"),
    ("a: [x, {b: c}]", "{a: [x, {b: c}]}"), ("- a\n- b: c\n", "[a, {b: c}]"),
    ("a: |\n  x\n  y\n", "{a: 'x\ny\n'}"), ("a: >\n  x\n  y\n", "{a: 'x y\n'}"),
    ("a: \"\\u00e9\"", "{a: 'é'}"), ("a: x # c", "{a: x}"), ("<<: x", "{<<: x}"),
    ("\u{FEFF}a: b", "{a: b}"), ("a: b\r\nc: d\r\n", "{a: b, c: d}"), ("~: x", "{~: x}"),
    ("a: R&D and a*b", "{a: R&D and a*b}"), ("a: !!str 5", "{a: 5}"), ("- - - x", "[[[x]]]"),
  ])
  func reads(_ text: String, _ expected: String) {
    let result = read(text)
    #expect(result.diagnostics.isEmpty)
    #expect(describe(result.node) == expected)
  }

  @Test(arguments: [
    ("a: [", "config/syntax", 1, 5), ("a: b: c", "config/syntax", 1, 5),
    ("a:\n\tb: c", "config/syntax", 2, 1), ("a: b\n c: d", "config/syntax", 2, 3),
    ("a: \"x", "config/syntax", 1, 6), ("a: 1\nb: 2\na: 3", "config/duplicate-key", 1, 1),
    ("a: 1\n'a': 2", "config/duplicate-key", 1, 1),
    ("x:\n  b: 1\n  b: 2", "config/duplicate-key", 2, 3),
    ("a: &x 1", "config/anchor", 1, 4), ("a: &x [1]\nb: *x", "config/anchor", 1, 4),
    ("a: *x", "config/anchor", 1, 4), ("a: 1\n---\nb: 2", "config/several-documents", 2, 1),
    ("a: !env X", "config/tag", 1, 4), ("a: !!int 5", "config/tag", 1, 4),
    ("a: !!set {x}", "config/tag", 1, 4), ("[a]: b", "config/wrong-type", 1, 1),
    ("{a: b}: c", "config/wrong-type", 1, 1), ("a: b\rc: d", "config/syntax", 1, 5),
    ("a: b\u{2028}c", "config/syntax", 1, 5), ("a: \u{1}", "config/syntax", 1, 4),
    ("a: \u{0}b", "config/syntax", 1, 4), ("é: [\n", "config/syntax", 2, 1),
  ])
  func refuses(_ text: String, _ id: String, _ line: Int, _ column: Int) {
    let result = read(text)
    #expect(result.node == nil, "\(text)")
    #expect(result.diagnostics.first?.id == id, "\(text)")
    let place = result.diagnostics.first?.place
    let position = place.map { $0.source.position(at: $0.span.start) }
    #expect(position?.line == line, "\(text): \(String(describing: position))")
    #expect(position?.column == column, "\(text): \(String(describing: position))")
  }

  @Test func tabsAreNamed() {
    #expect(read("a:\n\tb: c").diagnostics.first?.help.contains { $0.contains("tabs") } == true)
  }

  @Test func placesCoverWhatWasWritten() {
    let result = read("é: 'it''s'\nlist: [ \"a\\\"b\", c ]\n")
    guard case .mapping(let mapping) = result.node, mapping.entries.count == 2,
      case .sequence(let items, let list) = mapping.entries[1].value
    else {
      Issue.record("not a mapping of two")
      return
    }
    #expect(mapping.entries[0].key.place.text == "é")
    #expect(mapping.entries[0].value.place.text == "'it''s'")
    #expect(items.map(\.place.text) == ["\"a\\\"b\"", "c"])
    #expect(list.text == "[ \"a\\\"b\", c ]")
  }

  @Test func invalidBytesHaveAPlace() {
    let result = YAMLReader.parse(SourceText(name: "t", bytes: [0x61, 0x3A, 0x20, 0xFF, 0x0A]))
    #expect(result.diagnostics.first?.id == "config/syntax")
    #expect(result.diagnostics.first?.place?.span == Span(3, 4))
  }

  @Test(.timeLimit(.minutes(1)))
  func laughsAreFew() {
    var bomb = "a0: &a0 [x, x]\n"
    for level in 1...40 { bomb += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
    #expect(read(bomb).diagnostics.first?.id == "config/anchor")
    #expect(read(bomb + "? *a40\n: x\n").diagnostics.first?.id == "config/anchor")
    let few = "a: &a [x, x]\nb: &b [*a, *a, *a]\nc: &c [*b, *b, *b]\n? *c\n: x\n"
    #expect(read(few).diagnostics.first?.id == "config/anchor")
  }

  @Test func sizeAndDepthAreBounded() {
    let large = "a: " + String(repeating: "x", count: YAMLReader.maximumSize)
    #expect(read(large).diagnostics.first?.id == "config/too-large")
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + "x" + String(repeating: "]", count: depth)
    }
    #expect(read(nested(64)).diagnostics.isEmpty)
    #expect(read(nested(65)).diagnostics.first?.id == "config/too-deep")
    #expect(read(nested(900)).diagnostics.first?.id == "config/too-deep")
    #expect(read(nested(5000)).diagnostics.first?.id == "config/syntax")
    #expect(read(String(repeating: "- ", count: 100_000) + "x").diagnostics.isEmpty == false)
    #expect(read(String(repeating: "{a: ", count: 100_000)).diagnostics.isEmpty == false)
  }

  @Test(.timeLimit(.minutes(2)))
  func noBytesCrashIt() {
    let seed = """
      policies: [policies]
      params: { access.dormant_after: 60d }
      datasets:
        users: users.ndjson
        staff: { from: hr, path: "hr.csv", fields: { left_at: 'Termination Date' } }
        note: |
          text & more
      """
    var generator = SeededGenerator(seed: 3)
    let marks: [UInt8] =
      Array("&*!|>[]{},:-?#'\"%@`\n\t\r \\~\u{0}".utf8) + [0xFF, 0xC2, 0x85, 0xE2]
    for _ in 0..<5000 {
      var bytes = Array(seed.utf8)
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        if bytes.isEmpty { break }
        let index = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes[index] = marks.randomElement(using: &generator) ?? 0
        case 1: bytes.insert(marks.randomElement(using: &generator) ?? 0, at: index)
        case 2: bytes.remove(at: index)
        default: bytes = Array(bytes[..<max(1, index)])
        }
      }
      let result = YAMLReader.parse(SourceText(name: "t", bytes: bytes))
      #expect((result.node == nil) == !result.diagnostics.isEmpty)
      _ = DiagnosticRenderer().render(result.diagnostics)
      for diagnostic in result.diagnostics {
        let span = diagnostic.place?.span ?? Span(0, 0)
        #expect(0 <= span.start && span.start <= span.end && span.end <= bytes.count)
      }
    }
  }
}
