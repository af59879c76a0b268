import Testing
import WritTables
import WritValues

/// The decoding rules, each through every reader it applies to.
@Suite struct DecodingRuleTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var type: ValueType
    var json: String
    var expected: Datum?
    var testDescription: String { "\(type) \(json)" }

    /// - Parameter expected: nil for `unreadable`.
    init(_ type: ValueType, _ json: String, _ expected: Datum?) {
      self.type = type
      self.json = json
      self.expected = expected
    }

    init(_ type: ValueType, _ json: String, value: Value) {
      self.init(type, json, .known(value))
    }
  }

  static let states = ValueType.closedSet(ClosedSet(name: "t.state", words: ["active", "off"]))
  static let port = ValueType.record(
    RecordType(fields: [
      .init(name: "number", type: .int, isOptional: false),
      .init(name: "open", type: .bool, isOptional: true),
    ]))
  static let dataset = DatasetName(module: "t", name: "users")
  static let unreadable = Datum.unknown(Causes(Cause(.unreadable, "in.ndjson:1: value")))
  static let missing = Datum.missing("value")

  static let cases: [Case] = [
    Case(.bool, "true", value: .bool(true)), Case(.bool, "false", value: .bool(false)),
    Case(.bool, "\"true\"", nil), Case(.bool, "1", nil), Case(.bool, "null", missing),
    Case(.int, "12", value: .int(12)), Case(.int, "-0", value: .int(0)),
    Case(.int, "1.0", value: .int(1)), Case(.int, "1.5", nil),
    Case(.int, "1e3", value: .int(1000)), Case(.int, "1200e-2", value: .int(12)),
    Case(.int, "12e-2", nil), Case(.int, "0e999999999999999999999", value: .int(0)),
    Case(.int, "1e999999999999999999999", nil), Case(.int, "1e-999999999999999999999", nil),
    Case(.int, "9223372036854775807", value: .int(.max)),
    Case(.int, "-9223372036854775808", value: .int(.min)),
    Case(.int, "9223372036854775808", nil), Case(.int, "-9223372036854775809", nil),
    Case(.int, "100000000000000000000000", nil), Case(.int, "\"12\"", nil),
    Case(.int, "true", nil), Case(.int, "[]", nil),
    Case(.decimal, "1.5", value: .decimal(Decimal(millionths: 1_500_000))),
    Case(.decimal, "12", value: .decimal(Decimal(millionths: 12_000_000))),
    Case(.decimal, "\"1.5\"", nil), Case(.decimal, "1e30", nil),
    Case(.text, "\"a\\u00e9\\n\\ud83d\\ude00\"", value: .text("a\u{e9}\n\u{1F600}")),
    Case(.text, "\"\"", value: .text("")), Case(.text, "1", nil), Case(.text, "{}", nil),
    Case(.text, "true", nil),
    Case(
      .time, "\"2026-01-31T10:00:00Z\"",
      value: .time(Timestamp(microseconds: 1_769_853_600_000_000))),
    Case(.time, "\"2026-01-31T10:00:00\"", nil), Case(.time, "1769853600", nil),
    Case(.duration, "\"90d\"", value: .duration(90 * 86_400_000_000)),
    Case(.duration, "\"3mo\"", nil), Case(.duration, "90", nil),
    Case(.months, "\"3mo\"", value: .months(3)), Case(.months, "\"90d\"", nil),
    Case(.bytes, "1024", value: .bytes(1024)),
    Case(.bytes, "\"10MiB\"", value: .bytes(10 << 20)), Case(.bytes, "1.5", nil),
    Case(
      .ip, "\"10.0.0.1\"", value: .ip(IPAddress(isV6: false, bits: 0x0A00_0001))),
    Case(
      .ip, "\"::ffff:10.0.0.1\"", value: .ip(IPAddress(isV6: false, bits: 0x0A00_0001))),
    Case(.ip, "\"10.0.0.256\"", nil),
    Case(
      .network, "\"10.0.0.0/8\"",
      value: .network(Network(address: IPAddress(isV6: false, bits: 0x0A00_0000), prefix: 8))),
    Case(.network, "\"x\"", nil), Case(.version(.semver), "\"1.x\"", nil),
    Case(states, "\"active\"", value: .text("active")), Case(states, "\"gone\"", nil),
    Case(.reference(dataset), "\"u1\"", value: .text("u1")),
    Case(.key(dataset, base: .int), "7", value: .int(7)),
    Case(
      .list(.text), "[\"b\",\"a\",\"b\"]",
      value: .list([.known(.text("b")), .known(.text("a")), .known(.text("b"))])),
    Case(
      .set(.text), "[\"b\",\"a\",\"b\"]",
      value: .set([.known(.text("a")), .known(.text("b"))])),
    Case(.list(.int), "[1,\"x\",null]", value: .list([.known(.int(1)), unreadable, unreadable])),
    Case(.list(.text), "\"a\"", nil), Case(.list(.text), "{}", nil),
    Case(
      .map(.int), "{\"b\":2,\"a\":1,\"c\":null}",
      value: .map([
        MapEntry(key: "a", value: .known(.int(1))), MapEntry(key: "b", value: .known(.int(2))),
        MapEntry(key: "c", value: missing),
      ])),
    Case(
      port, "{\"open\":true,\"number\":22,\"more\":[]}",
      value: .record([.known(.int(22)), .true])),
    Case(
      port, "{}",
      value: .record([
        .unknown(Causes(Cause(.unreadable, "in.ndjson:1: value.number"))),
        .missing("value.open"),
      ])),
    Case(port, "[]", nil),
    Case(
      .json, "{\"a\":[1.50,null]}",
      value: .json(
        .object([.init(name: "a", value: .array([.number("1.50"), .null]))]))),
    Case(.json, "\"x\"", value: .json(.string("x"))), Case(.json, "null", missing),
    Case(.poison, "1", nil),
  ]

  @Test(arguments: cases) func fromNDJSON(_ rule: Case) throws {
    let table = try TableFixtures.load(
      TableFixtures.single(rule.type),
      TableFixtures.ndjson("{\"id\":\"a\",\"value\":\(rule.json)}"))
    #expect(table.rows[0].fields[1] == rule.expected ?? Self.unreadable)
    #expect(table.report.rejectCount == 0)
  }

  @Test(arguments: cases) func fromParsedValue(_ rule: Case) throws {
    let object = try JSONValue.parse("{\"id\":\"a\",\"value\":\(rule.json)}")
    let table = try TableFixtures.load(
      TableFixtures.single(rule.type), .values([object], name: "in.ndjson"))
    #expect(table.rows[0].fields[1] == rule.expected ?? Self.unreadable)
  }

  @Test func absentIsMissingOrUnreadable() throws {
    for source in ["{\"id\":\"a\"}", "{\"id\":\"a\",\"value\":null}"] {
      let optional = try TableFixtures.load(
        TableFixtures.single(.text), TableFixtures.ndjson(source))
      #expect(optional.rows[0].fields[1] == .missing("value"))
      let required = try TableFixtures.load(
        TableFixtures.single(.text, optional: false), TableFixtures.ndjson(source))
      #expect(required.rows[0].fields[1] == Self.unreadable)
    }
  }

  static let cells: [Case] = [
    Case(.bool, "true", value: .bool(true)), Case(.bool, "FALSE", value: .bool(false)),
    Case(.bool, "yes", nil), Case(.bool, "1", nil),
    Case(.int, "12", value: .int(12)), Case(.int, "12x", nil), Case(.int, "+1", nil),
    Case(.int, " 1", nil), Case(.int, "", missing),
    Case(.decimal, "1.25", value: .decimal(Decimal(millionths: 1_250_000))),
    Case(.decimal, "\"1,25\"", nil), Case(.bytes, "10MiB", value: .bytes(10 << 20)),
    Case(.bytes, "1024", value: .bytes(1024)), Case(.text, "12", value: .text("12")),
    Case(.text, "\"\"", missing), Case(.duration, "2h", value: .duration(7_200_000_000)),
    Case(states, "off", value: .text("off")), Case(states, "Off", nil),
    Case(.list(.text), "\"[\"\"a\"\"]\"", value: .list([.known(.text("a"))])),
    Case(.set(.int), "\"[2,1]\"", value: .set([.known(.int(1)), .known(.int(2))])),
    Case(.list(.text), "a;b", nil), Case(.set(.text), "null", nil),
    Case(.json, "\"{\"\"a\"\":1}\"", value: .json(["a": 1])), Case(.json, "{a}", nil),
  ]

  @Test(arguments: cells) func fromCSV(_ rule: Case) throws {
    let table = try TableFixtures.load(
      TableFixtures.single(rule.type), TableFixtures.csv("id,value\na,\(rule.json)\n"))
    let unreadable = Datum.unknown(Causes(Cause(.unreadable, "in.csv:2: value")))
    #expect(table.rows[0].fields[1] == rule.expected ?? unreadable)
  }

  @Test func zoneOfTheBinding() throws {
    let input = TableFixtures.ndjson(
      "{\"id\":\"a\",\"value\":\"2026-01-31T10:00:00\"}", binding: FieldBinding(zone: .utc))
    let table = try TableFixtures.load(TableFixtures.single(.time), input)
    #expect(
      table.rows[0].fields[1]
        == .known(.time(Timestamp(microseconds: 1_769_853_600_000_000))))
  }

  static let paths: [(json: String, expected: Datum)] = [
    ("{\"id\":\"a\",\"p\":{\"q\":{\"r\":\"x\"}}}", .known(.text("x"))),
    ("{\"id\":\"a\",\"p\":{\"q\":{\"r\":\"x\"}},\"p.q.r\":\"y\"}", .known(.text("y"))),
    ("{\"id\":\"a\",\"p.q.r\":\"y\",\"p\":{\"q\":{\"r\":\"x\"}}}", .known(.text("y"))),
    ("{\"id\":\"a\",\"p\":{\"q\":{\"r\":\"x\"},\"q.r\":\"z\"}}", .known(.text("z"))),
    ("{\"id\":\"a\",\"p.q.r\":null,\"p\":{\"q\":{\"r\":\"x\"}}}", missing),
    ("{\"id\":\"a\",\"p\":null}", missing), ("{\"id\":\"a\",\"p\":{}}", missing),
    ("{\"id\":\"a\",\"p\":{\"q\":null}}", missing), ("{\"id\":\"a\"}", missing),
    ("{\"id\":\"a\",\"p\":\"x\"}", unreadable), ("{\"id\":\"a\",\"p\":[{}]}", unreadable),
    ("{\"id\":\"a\",\"p\":1,\"p.q.r\":\"y\"}", .known(.text("y"))),
    ("{\"id\":\"a\",\"\\u0070\":{\"q\":{\"\\u0072\":\"x\"}}}", .known(.text("x"))),
  ]

  @Test(arguments: paths) func pathsWithDots(_ json: String, _ expected: Datum) throws {
    let binding = FieldBinding(fieldMap: ["value": "p.q.r"])
    let schema = TableFixtures.single(.text)
    let table = try TableFixtures.load(schema, TableFixtures.ndjson(json, binding: binding))
    #expect(table.rows[0].fields[1] == expected)
    let decoder = RecordDecoder(schema: schema, binding: binding, input: "in.ndjson")
    let origin = RowOrigin(input: 0, line: 1, start: 0, end: 0)
    let decoded = decoder.decode(object: try JSONValue.parse(json), origin: origin)
    #expect(decoded.row.fields[1] == expected)
  }

  @Test func oneColumnForSeveralFields() throws {
    let schema = TableFixtures.schema([
      TableFixtures.field("id", .text), TableFixtures.field("all", .json, optional: true),
      TableFixtures.field("login", .text, optional: true),
      TableFixtures.field("again", .text, optional: true),
    ])
    let binding = FieldBinding(
      fieldMap: ["all": "p", "login": "p.login", "again": "p.login"])
    let table = try TableFixtures.load(
      schema, TableFixtures.ndjson("{\"p\":{\"login\":\"x\"},\"id\":\"a\"}", binding: binding))
    #expect(
      table.rows[0].fields == [
        .known(.text("a")), .known(.json(["login": "x"])), .known(.text("x")),
        .known(.text("x")),
      ])
  }

  @Test func compositeKeysAndReferences() throws {
    var reference = TableFixtures.field("col", .reference(Self.dataset), optional: true)
    reference.components = [0, 1]
    let schema = TableFixtures.schema(
      [
        TableFixtures.field("tbl", .text), TableFixtures.field("name", .text, optional: true),
        reference,
      ], key: [0])
    let table = try TableFixtures.load(
      schema, TableFixtures.ndjson("{\"tbl\":\"a\",\"name\":\"n\"}\n{\"tbl\":\"b\"}"))
    #expect(table.rows[0].fields[2] == .known(.tuple([.text("a"), .text("n")])))
    #expect(table.rows[1].fields[2] == .missing("name"))
    let pairs = TableFixtures.schema(Array(schema.fields.prefix(2)), key: [0, 1])
    let second = try TableFixtures.load(
      pairs, TableFixtures.ndjson("{\"tbl\":\"a\",\"name\":\"n\"}\n{\"tbl\":\"b\"}"))
    #expect(second.row(forKey: .tuple([.text("a"), .text("n")])) != nil)
    #expect(second.report.rejectCount == 1)
  }

  @Test func referencesHoldTheTypeOfTheKey() throws {
    let schema = TableFixtures.single(.reference(Self.dataset))
    let loader = TableLoader(schema: schema) { _ in .tuple([.text, .int]) }
    let table = try loader.load([
      TableFixtures.ndjson(
        "{\"id\":\"a\",\"value\":[\"x\",1]}\n{\"id\":\"b\",\"value\":[\"x\"]}")
    ])
    #expect(table.rows[0].fields[1] == .known(.tuple([.text("x"), .int(1)])))
    #expect(table.rows[1].fields[1].value == nil)
  }

  @Test func aKeyThatRefersToItselfEnds() throws {
    let loader = TableLoader(schema: TableFixtures.single(.reference(Self.dataset))) {
      .reference($0)
    }
    let table = try loader.load([TableFixtures.ndjson("{\"id\":\"a\",\"value\":\"x\"}")])
    #expect(table.rows[0].fields[1] == .known(.text("x")))
  }
}
