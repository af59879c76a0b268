import Foundation
import Testing
import _WritTestSupport

@testable import WritDocuments

@Suite("values of documents") struct ReadingTests {
  private func lines(_ format: DocumentFormat, _ text: String) throws -> [String] {
    try DocumentProbe(format: format).run(text).values.map {
      "\($0.kind) \($0.offset) [\($0.key ?? "")] \($0.path): \($0.text)"
    }
  }

  @Test("JSON") func json() throws {
    #expect(
      try lines(.json, #"{"people":[{"e-mail":"a\u0040b","n":7},true]}"#) == [
        "name 2 [] $.people: people", "name 13 [people] $.people[0].e-mail: e-mail",
        "value 22 [e-mail] $.people[0].e-mail: a@b", "name 33 [people] $.people[0].n: n",
        "number 36 [n] $.people[0].n: 7",
      ])
  }

  @Test("NDJSON goes on behind a line that is broken") func ndjson() throws {
    let result = try DocumentProbe(format: .ndjson).run("{\"a\":1}\n{\"b\" x@y}\n{\"c\":2}\n")
    #expect(result.values.map(\.text) == ["a", "1", "b", "x@y}", "c", "2"])
    #expect(result.values.last?.path == "line 3, $.c")
    #expect(
      result.fallbacks == [
        DocumentFallback(offset: 13, reason: "a colon is missing", isLine: true)
      ])
  }

  @Test("CSV: delimiter, header, quotes, rows of any width") func csv() throws {
    #expect(
      try lines(.csv, "name;note\r\n\"A \"\"x\"\"\";\"two\nlines\"\r\nB;1;more\r\n") == [
        "name 0 [] row 1, column name: name", "name 5 [] row 1, column note: note",
        "value 12 [name] row 2, column name: A \"x\"",
        "value 22 [note] row 2, column note: two\nlines",
        "value 34 [name] row 3, column name: B", "value 36 [note] row 3, column note: 1",
        "value 38 [] row 3, column 3: more",
      ])
    // Data in the first row is not taken for names.
    let plain = try DocumentProbe(format: .csv).run("1,a@example.com\n2,b@example.com\n")
    #expect(plain.values.allSatisfy { $0.kind == .value && $0.key == nil })
  }

  @Test("XML and HTML") func markup() throws {
    #expect(
      try lines(.xml, "<u:a id='1&amp;2'>t &#x40; &x;<![CDATA[<r>]]><!-- c --></u:a>") == [
        "value 9 [id] /a/@id: 1&2", "value 18 [a] /a: t @ &x;", "value 39 [a] /a: <r>",
        "comment 49 [a] /a:  c ",
      ])
    let html = try DocumentProbe(format: .html).run(
      "<p>a &lt; b<br><input value=x@y checked><script>if (a</b/.x) {}</script>tail")
    #expect(
      html.values.map(\.text) == ["a < b", "x@y", "checked", "if (a</b/.x) {}", "tail"])
    #expect(html.values[1].path == "/p/input/@value")
    #expect(html.fallbacks.isEmpty)
  }

  @Test("YAML") func yaml() throws {
    let result = try DocumentProbe(format: .yaml).run(
      """
      # a note
      name: Ann O'Neil # who
      "q k": 'it''s'
      list:
      - a
      - b: &x !t c
        d: "x\\u0041\\
          y"
      text: |
        one
          two

        three
      flow: {a: [1, 'x', y z], b: "c"}
      long: first
        second
      url: http://example.com/#x
      """)
    let expected = [
      "$:  a note", "$.name: name", "$.name: Ann O'Neil", "$.name:  who", "$[\"q k\"]: q k",
      "$[\"q k\"]: it's", "$.list: list", "$.list[0]: a", "$.list[1].b: b", "$.list[1].b: c",
      "$.list[1].d: d", "$.list[1].d: xAy", "$.text: text", "$.text: one\n  two\n\nthree",
      "$.flow: flow", "$.flow.a: a", "$.flow.a[0]: 1", "$.flow.a[1]: x", "$.flow.a[2]: y z",
      "$.flow.b: b", "$.flow.b: c", "$.long: long", "$.long: first second", "$.url: url",
      "$.url: http://example.com/#x",
    ]
    #expect(result.values.map { "\($0.path): \($0.text)" } == expected)
    #expect(result.fallbacks.isEmpty)
  }

  @Test("offsets point at what was written") func offsets() throws {
    let text = #"["\u00e9x\ud83d\ude00y"]"#
    var reader = DocumentReader(.json)
    var offsets: [Int64] = []
    try Array(text.utf8).withUnsafeBufferPointer { bytes in
      try reader.feed(bytes, isLast: true) { value in
        offsets = (0...value.bytes.count).map { value.sourceOffset(of: $0) }
        return .keep
      }
    }
    #expect(offsets == [2, 2, 8, 9, 9, 9, 9, 21, 22])
  }

  // MARK: Against another parser

  private static func strings(_ object: Any, _ found: inout [String]) {
    switch object {
    case let text as String: found.append(text)
    case let list as [Any]: for one in list { strings(one, &found) }
    case let members as [String: Any]:
      for (name, value) in members {
        found.append(name)
        strings(value, &found)
      }
    default: break
    }
  }

  static func value(_ depth: Int, _ random: inout SeededGenerator) -> String {
    switch Int.random(in: 0..<(depth > 3 ? 5 : 7), using: &random) {
    case 0: return "\(Int.random(in: -1_000_000...1_000_000, using: &random))"
    case 1: return "[true,null , -0.5e3]"
    case 2, 3, 4: return string(&random)
    case 5:
      return "["
        + (0..<Int.random(in: 0...4, using: &random)).map { _ in value(depth + 1, &random) }
        .joined(separator: " ,\n") + "]"
    default:
      return "{"
        + (0..<Int.random(in: 0...4, using: &random)).map {
          "\"k\($0)\" : \(value(depth + 1, &random))"
        }.joined(separator: ",") + "}"
    }
  }

  static func string(_ random: inout SeededGenerator) -> String {
    let parts = [
      "a", "é", "😀", "\\\"", "\\\\", "\\/", "\\n", "\\t", "\\u00e9", "\\ud83d\\ude00", "\\u0000",
      " ", "x@example.com", "{", "]", ",",
    ]
    let count = Int.random(in: 0...8, using: &random)
    return "\"" + (0..<count).map { _ in parts.randomElement(using: &random) ?? "" }.joined() + "\""
  }

  @Test("strings are those that Foundation reads") func foundation() throws {
    var random = SeededGenerator(seed: 41)
    var compared = 0
    for _ in 0..<1500 {
      let text = "[\(Self.value(0, &random))]"
      let object = try JSONSerialization.jsonObject(with: Data(text.utf8))
      var expected: [String] = []
      Self.strings(object, &expected)
      let result = try DocumentProbe(format: .json).run(text)
      #expect(result.fallbacks.isEmpty, "\(text)")
      let found = result.values.filter { $0.kind != .number }.map(\.text)
      compared += found.count
      try #require(found.sorted() == expected.sorted(), "\(text)")
    }
    #expect(compared > 2000)
  }

  // MARK: Broken and hostile

  @Test("a long value comes in pieces, and what is held back comes again") func pieces() throws {
    let long = String(repeating: "0123456789", count: 30)
    for (format, text) in [
      (DocumentFormat.json, "[\"\(long)\"]"), (.csv, "a,b\n\(long),\"\(long)\"\n"),
      (.xml, "<a b='\(long)'>\(long)</a>"), (.yaml, "a: \(long)\nb: '\(long)'\n"), (.text, long),
    ] {
      let probe = DocumentProbe(format: format, limits: DocumentLimits(pieceSize: 64))
      let result = try probe.run(Array(text.utf8)) { value in
        value.part == .piece ? .front(40, nil) : .keep
      }
      #expect(String(decoding: result.output, as: UTF8.self) == text)
      #expect(result.values.allSatisfy { $0.bytes.count <= 64 })
      let pieces = result.values.filter { $0.part == .piece }
      #expect(pieces.count >= 6, "\(format)")
      // 24 bytes of each come again.
      for (one, next) in zip(pieces, pieces.dropFirst()) where next.offset == one.offset + 40 {
        #expect(one.bytes.suffix(24) == next.bytes.prefix(24))
      }
    }
  }

  @Test("what can't be read is handed over as text from there") func fallback() throws {
    let cases: [(DocumentFormat, String, String)] = [
      (.json, "{\"a\":1} x a@example.com", "x a@example.com"),
      (.json, "{\"a\":\"open a@example.com", "\"open a@example.com"),
      (.csv, "a,b\n1,\"open a@example.com\n", "\"open a@example.com\n"),
      (.xml, "<a>ok</a><b c='a@example.com", "a@example.com"),
      (.xml, "<a><!-- a@example.com", " a@example.com"),
      (.yaml, "a: \"open a@example.com\n", "open a@example.com\n"),
    ]
    for (format, text, rest) in cases {
      let result = try DocumentProbe(format: format).run(text)
      #expect(result.values.last?.text == rest, "\(text)")
      #expect(result.values.last?.kind == .text)
      #expect(result.fallbacks.count == 1, "\(text)")
    }
  }

  @Test("too deep is text") func depth() throws {
    let text = String(repeating: "[", count: 3000) + "\"a@example.com\""
    let result = try DocumentProbe(format: .json).run(text)
    #expect(
      result.fallbacks == [
        DocumentFallback(offset: 512, reason: "it is nested too deeply", isLine: false)
      ])
    #expect(result.values.last?.text.hasSuffix("a@example.com\"") ?? false)
  }

  @Test("bytes that are not UTF-8, and NUL, come as they stand") func odd() throws {
    let bytes: [UInt8] = [0x5B, 0x22, 0xFF, 0, 0x80, 0x22, 0x5D]
    let result = try DocumentProbe(format: .json).run(bytes)
    #expect(result.values.map(\.bytes) == [[0xFF, 0, 0x80]])
    #expect(result.fallbacks.isEmpty)
  }
}
