import Testing
import WritTables
import WritValues
import _WritTestSupport

@Suite struct SharedKeyTests {
  private func event(_ id: String, minute: Int, actor: String = "x") -> String {
    let text = Timestamp(microseconds: Int64(minute) * 60_000_000)
    return "{\"id\":\"\(id)\",\"time\":\"\(text)\",\"actor\":\"\(actor)\"}"
  }

  private func stream(_ lines: [String]) throws -> (keys: [String], report: ReadReport) {
    let stream = TableStream(
      schema: TableFixtures.events,
      inputs: [TableFixtures.ndjson(lines.joined(separator: "\n"))],
      options: ReadOptions(blockSize: 64))
    var keys: [String] = []
    let report = try stream.forEachRow { keys.append("\($0.key)") }
    return (keys.sorted(), report)
  }

  private func table(_ lines: [String]) throws -> Table {
    try TableFixtures.load(
      TableFixtures.events, TableFixtures.ndjson(lines.joined(separator: "\n")))
  }

  @Test func heldRowsThatShareAKey() throws {
    let table = try TableFixtures.load(
      TableFixtures.single(.int),
      TableFixtures.ndjson(
        "{\"id\":\"a\",\"value\":1}\n{\"id\":\"b\"}\n{\"id\":\"a\",\"value\":1}\n"))
    #expect(
      table.rows.map(\.key) == [.text("b"), .text("in.ndjson:1"), .text("in.ndjson:3")])
    #expect(table.rows.map(\.isRejected) == [false, true, true])
    #expect(table.report.rejects.map(\.line) == [1, 3])
    #expect(table.report.rows == 3)
    #expect(table.sharedKeys == [.text("a")])
    #expect(table.row(forKey: .text("a")) == nil)
  }

  @Test func streamedRows() throws {
    let lines = [
      event("a", minute: 0), event("a", minute: 0), event("b", minute: 0),
      event("b", minute: 10), event("c", minute: 0), event("c", minute: 11),
      event("d", minute: 0), event("d", minute: 0, actor: "y"), event("e", minute: 5),
      "{\"id\":\"f\"}", event("f", minute: 900), "{\"id\":\"g\"}",
    ]
    let expected = [
      "a", "c", "c", "e", "g", "in.ndjson:10", "in.ndjson:11", "in.ndjson:3", "in.ndjson:4",
      "in.ndjson:7", "in.ndjson:8",
    ]
    let (keys, report) = try stream(lines)
    #expect(keys == expected)
    #expect(report.repeats == 1)
    #expect(report.rejects.map(\.line) == [3, 4, 7, 8, 10, 11])
    #expect(report.rows == 11)
    let held = try table(lines)
    #expect(held.rows.map { "\($0.key)" }.sorted() == expected)
    #expect(held.report == report)
  }

  /// What is rejected depends on the rows, not on their order or on which way they are read.
  @Test func orderOfTheInputDoesNotMatter() throws {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<60 {
      var lines: [String] = []
      for _ in 0..<Int.random(in: 1...30, using: &random) {
        let id = "k\(Int.random(in: 0..<6, using: &random))"
        let minute = Int.random(in: 0..<40, using: &random)
        lines.append(event(id, minute: minute, actor: Bool.random(using: &random) ? "x" : "y"))
      }
      let first = try stream(lines)
      let held = try table(lines)
      #expect(held.rows.map { "\($0.key)" }.sorted() == first.keys)
      #expect(held.report == first.report)
      let second = try stream(lines.shuffled(using: &random))
      #expect(
        first.keys.filter { !$0.hasPrefix("in.") } == second.keys.filter { !$0.hasPrefix("in.") })
      #expect(first.report.rejectCount == second.report.rejectCount)
      #expect(first.report.repeats == second.report.repeats)
    }
  }

  @Test func aSourceThatChangesBetweenThePasses() {
    let source = ChangingSource()
    let stream = TableStream(
      schema: TableFixtures.events, inputs: [.ndjson(source, FieldBinding())])
    do {
      _ = try stream.forEachRow { _ in }
      Issue.record("it was not noticed")
    } catch {
      #expect((error as? ReadFailure)?.kind == .changed)
    }
  }

  @Test func recordsOfAnImporter() throws {
    let table = try TableFixtures.load(
      TableFixtures.single(.int), TableFixtures.ndjson("{\"id\":\"a\",\"value\":1}"),
      .records(Records(), FieldBinding(fieldMap: ["value": "v.w"])))
    #expect(table.inputs == ["in.ndjson", "one.log", "two.log"])
    #expect(table.rows.map(\.key) == [.text("a"), .text("b"), .text("c"), .text("two.log:9")])
    #expect(table.rows.map(\.origin.input) == [0, 1, 2, 2])
    #expect(table.rows[1].fields[1] == .known(.int(2)))
    #expect(
      table.report.rejects == [
        Reject(input: "two.log", line: 9, start: 5, end: 6, reason: "not understood")
      ])
  }

  private struct Records: RecordSource {
    var inputNames: [String] { ["one.log", "two.log"] }

    func forEachRecord(_ body: (JSONValue, RowOrigin) throws -> Void) throws -> [Reject] {
      try body(
        ["id": "b", "v": ["w": 2]], RowOrigin(input: 0, line: 1, start: 0, end: 1))
      try body(["id": "c"], RowOrigin(input: 1, line: 1, start: 0, end: 1))
      return [Reject(input: "two.log", line: 9, start: 5, end: 6, reason: "not understood")]
    }
  }

  /// Holds one line more each time it is opened.
  private final class ChangingSource: ByteSource, @unchecked Sendable {
    let name = "live"
    private var count = 0

    func open() throws -> any ByteStream {
      count += 1
      let lines = (0..<count).map { "{\"id\":\"\($0)\",\"time\":\"2026-01-01\"}" }
      return try MemorySource(name: name, text: lines.joined(separator: "\n")).open()
    }
  }
}
