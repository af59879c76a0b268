import Foundation
import Testing
import _WritTestSupport

@testable import WritDocuments

@Suite("documents written again") struct RewritingTests {
  private func replaced(
    _ format: DocumentFormat, _ text: String, _ old: String, _ new: String
  ) throws -> String {
    try DocumentProbe(format: format).replacing(old, with: new, in: text)
  }

  static let cases: [(DocumentFormat, String, String, String, String)] = [
    (.json, #"{"a" : "x" , "b":1}"#, "x", "q\"\\\n\u{1}é", #"{"a" : "q\"\\\n\u0001é" , "b":1}"#),
    (.json, "[ 123 ]", "123", "456", "[ 456 ]"), (.json, "[123]", "123", "***", "[\"***\"]"),
    (.json, "[123]", "123", "012", "[\"012\"]"), (.json, "{\"a@b\":1}", "a@b", "c", "{\"c\":1}"),
    (.csv, "a,b\nx,y\n", "x", "1,\"2\"", "a,b\n\"1,\"\"2\"\"\",y\n"),
    (.csv, "a,b\n\"x\",y\n", "x", "q\"", "a,b\n\"q\"\"\",y\n"),
    (.csv, "a;b\nx;y\n", "x", "1,2", "a;b\n1,2;y\n"),
    (.csv, "a,b\r\n=x,y\r\n", "y", "z", "a,b\r\n=x,z\r\n"), (.csv, "a\nx\n", "x", "", "a\n\"\"\n"),
    (.xml, "<a b='x'>y</a>", "x", "1<\"'&", "<a b='1&lt;\"&#39;&amp;'>y</a>"),
    (.xml, "<a>y &z;</a>", "y &z;", "<&w; &amp", "<a>&lt;&w; &amp;amp</a>"),
    (.xml, "<a><![CDATA[x]]></a>", "x", "]]>", "<a><![CDATA[]]]]><![CDATA[>]]></a>"),
    (.xml, "<!--x--><a/>", "x", "a---", "<!--a- - - --><a/>"),
    (.html, "<p class=x>y</p>", "x", "a b>", "<p class=a&#32;b&#62;>y</p>"),
    (.html, "<script>x</script>", "x", "</script>", "<script><\\/script></script>"),
    (.yaml, "a: x # c\n", "x", "y z", "a: y z # c\n"),
    (.yaml, "a: x\n", "x", "y: #", "a: \"y: #\"\n"),
    (.yaml, "a: x\n", "x", "123", "a: \"123\"\n"), (.yaml, "a: 5\n", "5", "123", "a: 123\n"),
    (.yaml, "a: x\n", "x", "<EMAIL>", "a: \"<EMAIL>\"\n"),
    (.yaml, "a: x\n", "x", "true", "a: \"true\"\n"),
    (.yaml, "a: 'x'\n", "x", "it's", "a: 'it''s'\n"),
    (.yaml, "a: \"x\"\n", "x", "q\"\n", "a: \"q\\\"\\n\"\n"),
    (.yaml, "a: |\n  x\n  y\nb: c\n", "x\ny", "1\n2\n3", "a: |\n  1\n  2\n  3\nb: c\n"),
    (.yaml, "a: [x, y]\n", "x", "1, 2", "a: [\"1, 2\", y]\n"),
    (.yaml, "a: x\n  y\nb: c\n", "x y", "z: 1", "a: \"z: 1\"\nb: c\n"),
    (.yaml, "# x\n", " x", " y\nb", "# y b\n"),
    (.text, "x", "x", "y", "y"),
  ]

  @Test("a replaced value is encoded for its place", arguments: cases.indices)
  func encoded(index: Int) throws {
    let (format, text, old, new, expected) = Self.cases[index]
    #expect(try replaced(format, text, old, new) == expected)
  }

  @Test("the document reads back with the new values") func readBack() throws {
    let news = [
      "x", "a,b;c\t|", "q\"'\\", "line\nfeed", "<&>]]>--", "{[]}: #", "é😀", "", "-", "'", "12",
    ]
    let documents: [(DocumentFormat, String)] = [
      (.json, #"{"a":"old","b":["old",{"c":"old\n"}],"old":"z"}"#),
      (.ndjson, "{\"a\":\"old\"}\n{\"b\":\"old\"}\n"), (.csv, "k,v\n\"old\",old\nz,\"old\"\n"),
      (.xml, "<a b=\"old\" c='old'>old<d><![CDATA[old]]></d></a>"),
      (.yaml, "a: old\nb: \"old\"\nd: {e: old, f: [old, \"old\"]}\n"),
    ]
    for (format, text) in documents {
      for new in news
      where !(format == .xml && new.isEmpty) && !(format == .xml && new.contains("]]>")) {
        let probe = DocumentProbe(format: format)
        let before = try probe.run(text)
        let output = try probe.replacing("old", with: new, in: text)
        let after = try probe.run(output)
        #expect(after.fallbacks.isEmpty, "\(output)")
        // An empty scalar of YAML is no value.
        let expected = before.values.map { $0.text == "old" ? new : $0.text }.filter { !$0.isEmpty }
        #expect(
          after.values.map(\.text).filter { !$0.isEmpty } == expected, "\(format) \(new) \(output)")
      }
    }
  }

  @Test("Foundation reads what was written") func foundation() throws {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<500 {
      let text = "{\"v\":\(ReadingTests.value(0, &random))}"
      let result = try DocumentProbe(format: .json).run(text) { value in
        value.kind == .name ? .keep : .replace(Array("\"\\\n é\(value.bytes.count)".utf8))
      }
      _ = try JSONSerialization.jsonObject(with: Data(result.output))
    }
  }

  @Test("sample files come out as they were", .enabled(if: SampleFolder.isExpected))
  func samples() throws {
    let root = SampleFolder.file("data")
    let paths = (FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? [])
      .sorted()
    var counts: [DocumentFormat: Int] = [:]
    var broken: [String] = []
    for path in paths {
      guard let data = FileManager.default.contents(atPath: "\(root)/\(path)"),
        data.count < 100_000, !data.isEmpty
      else { continue }
      let bytes = Array(data)
      let format = bytes.withUnsafeBufferPointer {
        DocumentFormat.recognize(
          name: path, head: UnsafeBufferPointer(rebasing: $0.prefix(DocumentFormat.headSize)),
          isWhole: bytes.count <= DocumentFormat.headSize)
      }
      counts[format, default: 0] += 1
      guard format.isReadable else { continue }
      let probe = DocumentProbe(format: format)
      let result = try probe.run(bytes)
      #expect(result.output == bytes, "\(path)")
      if !result.fallbacks.isEmpty { broken.append(path) }
      let cuts = stride(from: 997, to: bytes.count, by: 4099).map { $0 }
      #expect(try probe.run(bytes, cuts: cuts) == result, "\(path)")
    }
    #expect(counts[.json, default: 0] > 50 && counts[.yaml, default: 0] > 50, "\(counts)")
    #expect(counts[.xml, default: 0] >= 1 && counts[.csv, default: 0] >= 4, "\(counts)")
    #expect(broken.filter { !$0.contains("truncated") } == [], "\(broken)")
  }
}
