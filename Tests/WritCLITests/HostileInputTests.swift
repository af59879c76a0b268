import Foundation
import Testing
import _WritTestSupport

/// Bytes that nobody sent in good faith: a reject or an error with its cause, the same on every engine, never a pass.
@Suite("Hostile input") struct HostileInputTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var file: String
    var bytes: @Sendable () -> [UInt8]
    var code: Int32
    var says: [String]
    /// Settings besides; nil gives the file to `-i rows=`.
    var settings: String?

    init(
      _ name: String, _ file: String, _ code: Int32, _ says: [String], settings: String? = nil,
      _ bytes: @escaping @Sendable () -> [UInt8]
    ) {
      self.name = name
      self.file = file
      self.bytes = bytes
      self.code = code
      self.says = says
      self.settings = settings
    }

    var testDescription: String { name }
  }

  private static let policy = """
    module m

    dataset rows "Rows" {
      key id
      id: text
      n: int?
      d: decimal?
      at: time?
      doc: json?
    }

    rule small "Numbers are small" {
      severity high
      for r in rows
      when r.n is known
      must r.n < 1000
    }

    rule all "Every row is judged" {
      severity high
      for r in rows
      must r.id != "" and r.n ?? 0 < 1000 and r.d ?? 0 < 1000 and r.doc.x ?? 0 < 1000
    }

    """

  private static let good = "{\"id\":\"a\",\"n\":1,\"d\":0.5}\n"

  @Test("is told", arguments: cases) func told(_ bad: Case) throws {
    let scene = try Scene(["policies/m.writ": Self.policy])
    try Data(bad.bytes()).write(to: URL(fileURLWithPath: scene.file(bad.file)))
    var words = "check -i rows=\(bad.file)"
    if let settings = bad.settings {
      try scene.folder.write("writ.yaml", settings)
      words = "check"
    }
    var outputs: [String] = []
    for engine in ["native", "reference"] {
      let outcome = try scene.writ("\(words) --engine \(engine)")
      #expect(outcome.code == bad.code, "\(engine)\n\(String(outcome.all.prefix(4000)))")
      for text in bad.says {
        #expect(outcome.all.contains(text), "\(text)\n\(String(outcome.all.prefix(4000)))")
      }
      let report = try scene.writ("\(words) --engine \(engine) --format json")
      outputs.append(outcome.all + report.all)
      let statuses = try Report(report.output).statuses
      #expect(statuses["m.all"] != "pass", "\(statuses)")
      #expect(statuses["m.small"] != "pass", "\(statuses)")
    }
    #expect(outputs[0] == outputs[1])
  }

  private static func line(_ rest: String) -> @Sendable () -> [UInt8] {
    { Array((good + rest + "\n{\"id\":\"z\",\"n\":2}\n").utf8) }
  }

  private static let deepArray = String(repeating: "[", count: 10_000)
  private static let deepObject = String(repeating: "{\"x\":", count: 10_000)

  static let cases: [Case] = lines + numbers + files + tables

  // MARK: Lines

  private static let lines: [Case] = [
    Case("a broken line", "a.ndjson", 2, ["a.ndjson:2: malformed JSON"], line("{\"id\":\"b\",")),
    Case("no object", "a.ndjson", 2, ["a.ndjson:2: not an object"], line("[1]")),
    Case("NaN", "a.ndjson", 2, ["a.ndjson:2: malformed JSON"], line("{\"id\":\"b\",\"n\":NaN}")),
    Case(
      "Infinity", "a.ndjson", 2, ["a.ndjson:2: malformed JSON"],
      line("{\"id\":\"b\",\"d\":-Infinity}")),
    Case(
      "a leading zero", "a.ndjson", 2, ["a.ndjson:2: malformed JSON: a number begins with 0"],
      line("{\"id\":\"b\",\"n\":007}")),
    Case(
      "a member twice", "a.ndjson", 2, ["a.ndjson:2: malformed JSON: a member stands twice"],
      line("{\"id\":\"b\",\"n\":1,\"\\u006e\":2000}")),
    Case(
      "half of a surrogate pair", "a.ndjson", 2,
      ["a.ndjson:2: malformed JSON: half of a surrogate pair"],
      line("{\"id\":\"b\\ud83d\",\"n\":1}")),
    Case(
      "a NUL byte", "a.ndjson", 2, ["a.ndjson:2: malformed JSON"],
      settings: "datasets:\n  rows: { from: ndjson, path: a.ndjson }\n",
      line("{\"id\":\"b\u{0}\",\"n\":1}")),
    Case(
      "invalid UTF-8", "a.ndjson", 2, ["a.ndjson:2: invalid UTF-8"],
      {
        line("{\"id\":\"b#\",\"n\":1}")().map { $0 == UInt8(ascii: "#") ? 0xFF : $0 }
      }),
    Case(
      "arrays 10,000 deep", "a.ndjson", 2, ["a.ndjson:2: malformed JSON: nested too deeply"],
      line("{\"id\":\"b\",\"doc\":\(deepArray)")),
    Case(
      "objects 10,000 deep, undeclared", "a.ndjson", 2,
      ["a.ndjson:2: malformed JSON: nested too deeply"],
      line("{\"id\":\"b\",\"more\":\(deepObject)1\(String(repeating: "}", count: 10_001))")),
    Case(
      "a line of 20 MB", "a.ndjson", 2, ["a.ndjson:2: longer than 16777216 bytes"],
      line("{\"id\":\"b\",\"n\":1,\"pad\":\"\(String(repeating: "x", count: 20_000_000))\"}")),
    Case(
      "a line of 20 MB without an end", "a.ndjson", 4,
      ["a.ndjson:2: is cut off in the middle of a record"],
      { Array(good.utf8) + [UInt8](repeating: UInt8(ascii: "{"), count: 20_000_000) }),
  ]

  // MARK: Numbers

  private static let numbers: [Case] = [
    Case(
      "a whole number too large", "a.ndjson", 2, ["unreadable(a.ndjson:2: n)"],
      line("{\"id\":\"b\",\"n\":9223372036854775808}")),
    Case(
      "a number of 400 digits", "a.ndjson", 2, ["unreadable(a.ndjson:2: n)"],
      line("{\"id\":\"b\",\"n\":1\(String(repeating: "0", count: 400))}")),
    Case(
      "1e400", "a.ndjson", 2, ["unreadable(a.ndjson:2: n)"],
      line("{\"id\":\"b\",\"n\":1e400,\"d\":1e400}")),
    Case(
      "an exponent of 30 digits", "a.ndjson", 2, ["unreadable(a.ndjson:2: n)"],
      line("{\"id\":\"b\",\"n\":1e\(String(repeating: "9", count: 30))}")),
    Case(
      "a number in quotes", "a.ndjson", 2, ["unreadable(a.ndjson:2: n)"],
      line("{\"id\":\"b\",\"n\":\"1\"}")),
  ]

  // MARK: Files

  private static let many = (1...200).map { "{\"id\":\"k\($0)\",\"n\":1}\n" }.joined()

  private static func gzip(_ name: String, _ text: String) -> Case {
    Case(name, "a.ndjson.gz", 4, ["a.ndjson.gz: \(text)"]) { [] }
  }

  private static func with(_ bad: Case, _ bytes: @escaping @Sendable () -> [UInt8]) -> [Case] {
    var told = bad
    told.bytes = bytes
    // The same where nothing looks at the file before it is read.
    var read = told
    read.name += ", read as NDJSON"
    read.settings = "datasets:\n  rows: { from: ndjson, path: a.ndjson.gz }\n"
    return [told, read]
  }

  private static let files: [Case] =
    with(gzip("gzip, cut in half", "is cut off (gzip)")) {
      let whole = GzipFile.member(many)
      return Array(whole[..<(whole.count / 2)])
    }
    + with(gzip("gzip, cut in its second member", "is cut off (gzip)")) {
      Array((GzipFile.member(many) + GzipFile.member(good)).dropLast(9))
    }
    + with(gzip("gzip, with a wrong checksum", "is damaged: its gzip checksum is wrong")) {
      var bytes = GzipFile.member(many)
      bytes[bytes.count - 5] ^= 1
      return bytes
    }
    + with(gzip("gzip, with something behind it", "has something behind its last gzip member")) {
      GzipFile.member(many) + Array("\n".utf8)
    } + [
      Case(
        "gzip, cut off behind what is looked at first", "a.ndjson.gz", 4,
        ["a.ndjson.gz: is cut off (gzip)"],
        {
          let lines = (1...4000).map { "{\"id\":\"k\($0)\",\"n\":1,\"d\":0.5}\n" }.joined()
          return Array(GzipFile.member(lines).dropLast())
        }),
      Case(
        "gzip, whole, with a broken line", "a.ndjson.gz", 2, ["a.ndjson.gz:201: malformed JSON"],
        { GzipFile.member(many) + GzipFile.member("{\"id\"\n" + good) }),
      Case(
        "gzip, of one long line of 30 MB", "a.ndjson.gz", 2,
        ["a.ndjson.gz:2: longer than 16777216 bytes"],
        { GzipFile.member(good) + GzipFile.member(repeating: 0x5B, count: 30_000_000) }),
      Case(
        "gzip, of nothing", "a.ndjson.gz", 4, ["`a.ndjson.gz` is empty"], { GzipFile.member([]) }),
      Case(
        "UTF-16", "a.ndjson", 4, ["a.ndjson: is UTF-16; convert it to UTF-8"],
        { [0xFF, 0xFE] + good.utf8.flatMap { [$0, 0] } }),
      Case(
        "UTF-32, read as CSV", "a.csv", 4, ["a.csv: is UTF-32; convert it to UTF-8"],
        settings: "datasets:\n  rows: { from: csv, path: a.csv }\n",
        { [0, 0, 0xFE, 0xFF] + "id,n\na,1\n".utf8.flatMap { [0, 0, 0, $0] } }),
      Case(
        "a document 10,000 deep", "a.json", 4, ["a.json:1: nested too deeply"],
        { Array("[{\"id\":\"a\",\"n\":1,\"doc\":\(deepArray)".utf8) }),
      Case(
        "a document cut off", "a.json.gz", 4, ["a.json.gz:1: "],
        { GzipFile.member("[{\"id\":\"a\",\"n\":1},{\"id\":\"b\",") }),
    ]

  // MARK: CSV

  private static let tables: [Case] = [
    Case(
      "CSV, invalid UTF-8", "a.csv", 2, ["a.csv:3: invalid UTF-8"],
      { Array("id,n\na,1\nb".utf8) + [0xC3, 0x28] + Array(",1\n".utf8) }),
    Case(
      "CSV, a quote left open over 20 MB", "a.csv", 4, ["a.csv:3: ", "is a quote left open?"],
      {
        Array("id,n\na,1\nb,\"".utf8) + [UInt8](repeating: UInt8(ascii: "x"), count: 20_000_000)
          + Array("\nc,1\n".utf8)
      }),
    Case(
      "CSV, a number too large", "a.csv", 2, ["unreadable(a.csv:3: n)"],
      { Array("id,n\na,1\nb,9223372036854775808\n".utf8) }),
    Case(
      "CSV, NaN", "a.csv", 2, ["unreadable(a.csv:3: n)"], { Array("id,n\na,1\nb,NaN\n".utf8) }),
    Case(
      "CSV, JSON 10,000 deep in a cell", "a.csv", 2, ["unreadable(a.csv:3: doc)"],
      { Array("id,n,doc\na,1,{}\nb,1,\(deepArray)\nc,9999999999999999999,\n".utf8) }),
  ]
}
