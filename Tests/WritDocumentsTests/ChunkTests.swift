import Testing
import _WritTestSupport

@testable import WritDocuments

/// Whatever the chunks, the values are the same; and what nobody replaces comes out as it was.
@Suite("documents in chunks") struct ChunkTests {
  static let samples: [(DocumentFormat, String)] = [
    (
      .json,
      #"{"people":[{"name":"A\u0301\"\\\n","n":-1.5e3,"ok":true},[],{}],"\ud83d\ude00":"\ud83d\ude00 x \ud800"}"#
    ),
    (.json, "\u{FEFF}[1, 2 , \"a\",{\"b\" : null}]\n {\"second\":\"one\"} "),
    (.json, #"{"a":"x" "b":"y@example.com"}"#),
    (.json, #"{"a":"never closed, ann@example.com"#),
    (.json, "[[[[[[\"deep\"]]]]]]"),
    (
      .ndjson,
      "{\"a\":\"1\"}\n{\"b\":\"broken\n{\"c\":\"2\",\"d\":[3,\"4\"]}\r\n\nx y\n{\"e\":\"5\"}"
    ),
    (
      .csv,
      "name,e-mail\r\n\"Ann \"\"X\"\"\",ann@example.com\r\nBob,\"two\nlines\",third\r\n\r\nonly\r\n"
    ),
    (.csv, "a;b\n1;\"x\"y\n;\n\"\";z\n\"open, never closed"),
    (.csv, "a\tb\n\"q\" ,2"),
    (
      .xml,
      "<?xml version=\"1.0\"?>\n<!DOCTYPE a [<!ENTITY b \"c>\">]>\n<a x:id='1 &amp; 2' b = \"\">t &lt; &#x41;&unknown; <b/><![CDATA[ raw ]] ]]> tail</a><!-- note - -->\n"
    ),
    (.xml, "<a><b>text</b <c d='"),
    (
      .html,
      "<!DOCTYPE html><p class=x data-e=a@example.com hidden>1 < 2 &commat; <br/>x<script>if (a</b/.x) {}</SCRIPT><style>p{}</style><img alt=y/>end &am"
    ),
    (
      .yaml,
      "# note\nname: Ann O'Neil # who\n\"quoted key\": 'it''s'\nlist:\n- a\n- b: c\n  d: \"x\\u0041\\\n    y\"\n- - e\n  - f\ntext: |\n  one\n    two\n\n  three\nfold: >-\n  a\n  b\nflow: {a: [1, 'x', y z], b: \"c\", d: {e: f}}\n---\n*alias : &x !t value\nlong: first\n  second\n  third\nurl: http://example.com/#x\nempty:\n"
    ),
    (.yaml, "a: \"never closed\nb: c\n"),
    (.yaml, "key: 'x' odd\n\tb: c\n? d\n: e\n- [a, b\n  , c]\n..."),
    (.text, "any text\nat all"),
  ]

  static let limits: [DocumentLimits] = [
    DocumentLimits(), DocumentLimits(pieceSize: 16, depth: 4),
  ]

  @Test("cut anywhere", arguments: samples.indices, limits.indices)
  func everyCut(index: Int, limit: Int) throws {
    let (format, text) = Self.samples[index]
    let probe = DocumentProbe(format: format, limits: Self.limits[limit])
    let bytes = Array(text.utf8)
    let whole = try probe.run(bytes)
    #expect(whole.output == bytes)
    #expect(!whole.values.isEmpty)
    for cut in 0...bytes.count {
      let cuts = try probe.run(bytes, cuts: [cut])
      try #require(cuts == whole, "cut at \(cut) of \(text)")
    }
    let single = try probe.run(bytes, cuts: Array(0..<bytes.count))
    #expect(single == whole)
  }

  /// Bytes that matter to some format, in random order.
  static func document(_ words: [String], _ random: inout SeededGenerator) -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 1...30, using: &random) {
      bytes += (words.randomElement(using: &random) ?? "").utf8
      if Int.random(in: 0..<40, using: &random) == 0 {
        bytes.append(UInt8.random(in: 0...255, using: &random))
      }
    }
    return bytes
  }

  static let words: [(DocumentFormat, [String])] = [
    (
      .json,
      [
        "{", "}", "[", "]", ",", ":", "\"a\"", "\"b\":", "\"\\u00e9\"", "\"", "\\", "1", "true",
        "-0.5", " ", "\n", "\\ud83d", "\"x@y.example\"", "é",
      ]
    ),
    (.ndjson, ["{", "}", "[1]", ",", "\"a\":", "\"b\"", "\n", "\n", "{\"a\":\"b\"}\n", "\"", "x"]),
    (.csv, [",", ";", "\"", "\"\"", "\n", "\r\n", "\r", "abc", "1", "\"x,y\"", "\t", "é", " "]),
    (
      .xml,
      [
        "<a>", "</a>", "<b c=\"", "\"", ">", "<", "&amp;", "&", "&#65;", "<!--", "-->", "<![CDATA[",
        "]]>", "<?p", "?>", "<!D [", "]", "text", " ", "'", "=", "/>", "é",
      ]
    ),
    (
      .html,
      [
        "<p>", "</p>", "<a b=c", "\"", ">", "<script>", "</script>", "<style>", "</", "<!--", "-->",
        "&nbsp;", "&", "x", " ", "=", "/", "'",
      ]
    ),
    (
      .yaml,
      [
        "a: ", "b:\n", "- ", "\n", "\n  ", "\n    ", "\"", "'", "x", "#", " # c\n", "|\n", ">-\n",
        "[", "]", "{", "}", ",", ": ", "&a ", "*a", "!t ", "---\n", "\\", "\t", "\r\n", "é", "?",
      ]
    ),
  ]

  @Test("random documents", arguments: words.indices)
  func random(index: Int) throws {
    let (format, words) = Self.words[index]
    var random = SeededGenerator(seed: UInt64(index) + 7)
    for _ in 0..<1500 {
      let bytes = Self.document(words, &random)
      let limits = DocumentLimits(
        pieceSize: [16, 24, 1 << 20].randomElement(using: &random) ?? 16, depth: 8)
      let probe = DocumentProbe(format: format, limits: limits)
      let whole = try probe.run(bytes)
      let cuts = (0..<3).map { _ in Int.random(in: 0...bytes.count, using: &random) }.sorted()
      let parts = try probe.run(bytes, cuts: cuts)
      try #require(
        whole == parts, "\(String(decoding: bytes, as: UTF8.self)) \(bytes) \(cuts) \(limits)")
      try #require(whole.output == bytes)
    }
  }
}
