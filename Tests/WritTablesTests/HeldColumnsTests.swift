import Testing
import WritValues
import _WritTestSupport

@testable import WritTables

/// A table in columns holds what the rows held that were decoded one by one.
@Suite struct HeldColumnsTests {
  private static let fields = [
    TableFixtures.field("id", .text),
    TableFixtures.field("part", .int, optional: true),
    TableFixtures.field("time", .time),
    TableFixtures.field("open", .bool, optional: true),
    TableFixtures.field("tags", .set(.text), optional: true),
    TableFixtures.field("ip", .ip, optional: true),
    TableFixtures.field("span", .duration, optional: true),
    TableFixtures.field("size", .bytes, optional: true),
    TableFixtures.field("share", .decimal, optional: true),
    TableFixtures.field(
      "state", .closedSet(ClosedSet(name: "t.state", words: ["on", "off"])), optional: true),
    TableFixtures.field("note", .text),
    DatasetSchema.Field(
      name: "pair", type: .tuple([.text, .int]), isOptional: true, components: [0, 1]),
  ]

  private static func schema(key: [Int], ordered: Bool) -> DatasetSchema {
    TableFixtures.schema(
      fields, key: key, order: ordered ? .init(field: 2, lateness: 3_600_000_000) : nil)
  }

  private static let samples: [String: [String]] = [
    "part": ["1", "2", "2.0", "-3", "1.5", "null", "\"x\"", "99999999999999999999"],
    "time": [
      "\"2026-01-31T10:00:00Z\"", "\"2026-01-31T10:30:00+01:00\"", "\"2026-01-31T10:00:00\"",
      "\"2026-02-01\"", "\"soon\"", "null", "5",
    ],
    "open": ["true", "false", "null", "\"true\"", "0"],
    "tags": ["[]", "[\"a\",\"b\"]", "[\"b\",\"a\"]", "[1]", "[\"a\",null]", "\"a\"", "{}"],
    "ip": ["\"10.0.0.1\"", "\"::1\"", "\"::ffff:10.0.0.1\"", "\"10.0.0\"", "null"],
    "span": ["\"5m\"", "\"1h\"", "\"x\"", "7"],
    "size": ["1024", "\"2KiB\"", "-1", "\"x\"", "1.5"],
    "share": ["0.25", "1", "\"1\"", "0.1234567"],
    "state": ["\"on\"", "\"off\"", "\"ajar\"", "null"],
    "note": ["\"é\"", "\"a\\nb\"", "\"\"", "\"日本\"", "null", "{\"x\":1}", "1e3"],
    "extra": ["[[[[1]]]]", "{\"a\":1,\"a\":2}", "{\"a\":{\"b\":[true]}}", "12"],
  ]

  private static func line(_ random: inout SeededGenerator, ids: Int) -> String {
    switch Int.random(in: 0..<60, using: &random) {
    case 0: return "{\"id\":\"x\""
    case 1: return "[]"
    case 2: return "{\"id\":7}"
    case 3: return "{\"part\":1}"
    case 4: return "{\"id\":\"x\",\"id\":\"y\"}"
    default: break
    }
    let id = Int.random(in: 0..<ids, using: &random)
    var members = ["\"id\":\"\(id % 7 == 0 ? "k\\u0061" : "ka")\(id)\""]
    for name in samples.keys.sorted() where Int.random(in: 0..<5, using: &random) > 0 {
      let all = samples[name] ?? []
      let isPlain = Int.random(in: 0..<3, using: &random) > 0
      let value = isPlain ? all[0] : all.randomElement(using: &random) ?? "null"
      members.append("\"\(name)\":\(value)")
    }
    return "{\(members.joined(separator: ","))}"
  }

  private static func inputs(_ random: inout SeededGenerator, ids: Int) -> [TableInput] {
    (0..<3).map { number in
      let count = Int.random(in: 3...60, using: &random)
      var lines = (0..<count).map { _ in line(&random, ids: ids) }
      // Some rows are delivered twice.
      for _ in 0..<(count / 5) { lines.append(lines.randomElement(using: &random) ?? "") }
      lines.append("{\"id\":\"last\(number)\",\"part\":4,\"time\":\"2026-01-31T10:00:00Z\"}")
      let zone = number == 1 ? Zone.utc : nil
      return .ndjson(
        MemorySource(name: "in\(number).ndjson", text: lines.joined(separator: "\n") + "\n"),
        FieldBinding(zone: zone))
    }
  }

  /// The rows as they were before there were columns.
  private static func rows(
    _ schema: DatasetSchema, _ inputs: [TableInput]
  ) throws -> (rows: [Row], report: ReadReport, shared: Set<Value>) {
    let reader = InputReader(
      schema: schema, inputs: inputs, options: ReadOptions(), keyType: { _ in .text })
    var report = ReadReport()
    var rows: [Row] = []
    report.bytes = try reader.read(.all) { decoded in
      rows.append(decoded.row)
      if let reason = decoded.rejectReason {
        report.add(reader.reject(decoded.row.origin, reason: reason))
      }
    }
    let keys = KeyConflicts(schema: schema).resolve(rows, names: reader.names)
    report.merge(
      keys.rejected.map { reader.reject($0, reason: KeyConflicts.reason) }, inputs: reader.names)
    report.repeats = keys.repeats
    report.rows = keys.rows.count
    let sorted = keys.rows.sorted { one, other in
      if Value.inOrder(one.key, other.key) { return true }
      if Value.inOrder(other.key, one.key) { return false }
      let times = [one, other].map { row in
        schema.order.flatMap { row.time(at: $0.field) }?.microseconds ?? 0
      }
      return (times[0], one.origin.input, one.origin.start, one.origin.line)
        < (times[1], other.origin.input, other.origin.start, other.origin.line)
    }
    return (sorted, report, keys.sharedKeys)
  }

  @Test(arguments: [
    ([0], false), ([0], true), ([0, 1], false), ([1], false), ([1], true), ([11], false),
    ([11, 2], true),
  ])
  func holdsWhatRowsHeld(key: [Int], isOrdered: Bool) throws {
    let schema = Self.schema(key: key, ordered: isOrdered)
    var random = SeededGenerator(seed: 21)
    var conflicts = 0
    var repeats = 0
    for round in 0..<12 {
      let inputs = Self.inputs(&random, ids: round % 2 == 0 ? 20 : 4000)
      let expected = try Self.rows(schema, inputs)
      let chosen: [Set<Int>?] = [nil, [4, 10], [], [11, 3]]
      for wanted in chosen {
        let table = try TableLoader(schema: schema).load(inputs, wanted: wanted)
        #expect(table.report == expected.report)
        #expect(table.sharedKeys == expected.shared)
        #expect(table.rows.map(\.key) == expected.rows.map(\.key))
        #expect(table.rows.map(\.origin) == expected.rows.map(\.origin))
        #expect(table.rows.map(\.isRejected) == expected.rows.map(\.isRejected))
        let read = DecodingPlan.wanted(DecodingPlan.Selection(wanted), schema)
        let fields = schema.fields.indices.filter { read[$0] }
        #expect(
          table.rows.map { row in fields.map { row.fields[$0] } }
            == expected.rows.map { row in fields.map { row.fields[$0] } })
        #expect(
          expected.rows.indices.map { position in
            fields.map { table.columns.datum($0, at: position) }
          } == expected.rows.map { row in fields.map { row.fields[$0] } })
        var last: [Value: Int] = [:]
        for (position, row) in expected.rows.enumerated() where !row.isRejected {
          last[row.key] = position
        }
        let keys = expected.rows.map(\.key)
        #expect(keys.map { table.holds($0) } == keys.map { last[$0] != nil })
        #expect(
          keys.map { table.position(forKey: $0) }
            == keys.map { expected.shared.contains($0) ? nil : last[$0] })
        #expect(table.position(forKey: .text("nobody")) == nil)
        #expect(table.position(forKey: .bool(true)) == nil)
      }
      conflicts += expected.shared.count
      repeats += expected.report.repeats
    }
    #expect(conflicts > 20)
    #expect(isOrdered ? repeats > 20 : repeats == 0)
  }

  @Test func streamsCompareWholeRows() throws {
    let schema = Self.schema(key: [0], ordered: true)
    var random = SeededGenerator(seed: 22)
    var repeats = 0
    for _ in 0..<20 {
      let inputs = Self.inputs(&random, ids: 40)
      func rows(_ wanted: Set<Int>?) throws -> (rows: [String], report: ReadReport) {
        var rows: [String] = []
        let report = try TableStream(schema: schema, inputs: inputs, wanted: wanted).forEachRow {
          rows.append("\($0.key) \($0.isRejected) \($0.fields[5]) \($0.fields[2]) \($0.origin)")
        }
        return (rows, report)
      }
      let all = try rows(nil)
      let some = try rows([5])
      #expect(all.rows == some.rows)
      #expect(all.report == some.report)
      repeats += all.report.repeats
    }
    #expect(repeats > 20)
  }

  /// Columns of few and of many distinct values, read from lines and given as rows.
  @Test func formsAgree() throws {
    let schema = TableFixtures.schema([
      TableFixtures.field("id", .text), TableFixtures.field("few", .text, optional: true),
      TableFixtures.field("many", .text, optional: true),
      TableFixtures.field("lists", .list(.int), optional: true),
      TableFixtures.field("number", .int, optional: true),
    ])
    let lines = (0..<9000).map { number in
      number % 13 == 0
        ? "{\"id\":\"\(number)\"}"
        : "{\"id\":\"\(number)\",\"few\":\"f\(number % 5)\",\"many\":\"m\(number)\","
          + "\"lists\":[\(number)],\"number\":\(number)}"
    }
    let inputs = [TableFixtures.ndjson(lines.joined(separator: "\n"))]
    let table = try TableLoader(schema: schema).load(inputs)
    let expected = try Self.rows(schema, inputs).rows
    #expect(table.rows.map(\.fields) == expected.map(\.fields))
    let few = try #require(table.columns.column(1))
    #expect(few.dictionary?.count == 6)
    #expect(few.dictionary?.first == .missing("few"))
    #expect(try #require(table.columns.column(2)).dictionary == nil)
    #expect(try #require(table.columns.column(3)).dictionary == nil)
    let number = try #require(table.columns.column(4))
    #expect(
      expected.indices.map { position in few.code(at: position).map { few.dictionary?[$0] } }
        == expected.map { $0.fields[1] })
    #expect(
      expected.indices.map { position in number.int(at: position).map { Value.int($0) } }
        == expected.map(\.fields[4].value))
    let given = TableLoader(schema: schema).table(of: expected, input: "given", collectedAt: nil)
    #expect(given.rows.map(\.fields) == expected.map(\.fields))
    #expect(expected.indices.allSatisfy { given.row(at: $0) === expected[$0] })
    for field in schema.fields.indices {
      let column = try #require(given.columns.column(field))
      #expect(
        expected.indices.map { column.datum(at: $0) } == expected.map { $0.fields[field] })
    }
  }

  @Test func rowsStayTheSameWhileHeld() throws {
    let lines = (0..<20_000).map { "{\"id\":\"\($0)\"}" }.joined(separator: "\n")
    let schema = TableFixtures.schema([TableFixtures.field("id", .text)])
    let table = try TableLoader(schema: schema).load([TableFixtures.ndjson(lines)])
    let held = table.row(at: 11)
    for position in 0..<table.count { _ = table.row(at: position) }
    table.cache.forget()
    #expect(table.row(at: 11) === held)
    #expect(table.row(forKey: held.key) === held)
  }

  @Test func columnsMayBeNamedOtherwise() throws {
    let schema = TableFixtures.schema([
      TableFixtures.field("id", .text), TableFixtures.field("name", .text, optional: true),
    ])
    let text = "{\"key\":\"a\",\"name\":\"x\",\"who\":{\"name\":\"y\"},\"label\":\"z\"}\n"
    let bindings = [
      ["id": "key", "name": "label"], ["id": "key", "name": "who.name"], ["id": "key"],
      ["id": "key", "name": "key"],
    ]
    let names = try bindings.map { map in
      let input = TableFixtures.ndjson(text + text, binding: FieldBinding(fieldMap: map))
      let table = try TableLoader(
        schema: TableFixtures.schema(
          schema.fields, order: nil)
      ).load([input, TableFixtures.ndjson("{\"id\":\"b\",\"name\":\"w\"}")])
      #expect(table.report.rejectCount == 2)
      let single = TableFixtures.ndjson(text, binding: FieldBinding(fieldMap: map))
      return try TableLoader(schema: schema).load([single]).rows[0].fields[1]
    }
    let expected: [Datum] = ["z", "y", "x", "a"].map { .known(.text($0)) }
    #expect(names == expected)
  }
}
