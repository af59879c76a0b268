import Foundation
import Testing
import WritDatabase
import WritSources
import WritTables
import WritValues
import _WritTestSupport

/// A column's value read as a field's type.
struct ColumnCase: Sendable, CustomTestStringConvertible {
  var column: String
  var value: String
  var type: ValueType
  /// The value as text; nil: it is not read.
  var expected: String?

  init(_ column: String, _ value: String, _ type: ValueType, _ expected: String?) {
    self.column = column
    self.value = value
    self.type = type
    self.expected = expected
  }

  var testDescription: String { "\(value) in \(column) as \(type)" }
}

enum TableScene {
  static let words = ValueType.closedSet(ClosedSet(name: "t.v", words: ["on", "off"]))
  static let record = ValueType.record(
    RecordType(fields: [
      RecordType.Field(name: "a", type: .int, isOptional: false),
      RecordType.Field(name: "b", type: .text, isOptional: true),
    ]))

  static func schema(_ type: ValueType, isOptional: Bool = false) -> DatasetSchema {
    DatasetSchema(
      name: DatasetName(module: "m", name: "t"),
      fields: [
        DatasetSchema.Field(name: "id", type: .text),
        DatasetSchema.Field(name: "v", type: type, isOptional: isOptional),
      ], key: [0])
  }

  static func rows(_ table: DatabaseTable, _ schema: DatasetSchema) throws -> [Row] {
    var rows: [Row] = []
    let stream = TableStream(schema: schema, inputs: [.records(table, table.binding)])
    _ = try stream.forEachRow { rows.append($0) }
    return rows.sorted { $0.origin.line < $1.origin.line }
  }

  static func expect(_ row: Row?, _ expected: String?, _ place: String) {
    switch row?.fields.last {
    case .known(let value)?: #expect(value.description == expected)
    case .unknown(let causes)?:
      #expect(expected == nil, "\(causes)")
      #expect(causes.items.map(\.description) == ["unreadable(\(place): v)"])
    default: Issue.record("\(row as Any)")
    }
  }
}

@Suite("Tables of SQLite") struct SQLiteTableTests {
  private let folder: TemporaryFolder
  private var location: DatabaseLocation { .sqlite(path: "\(folder.path)/t.db") }

  init() throws { folder = try TemporaryFolder() }

  private func run(_ statements: String...) throws {
    let connection = try location.open()
    for statement in statements { try connection.execute(statement, []) }
    connection.close()
  }

  private func table(
    _ name: String, _ schema: DatasetSchema, _ map: [String: String] = [:], zone: Zone? = nil
  ) throws -> DatabaseTable {
    try DatabaseTable(
      TableName(name), of: try DatabaseSession(location), name: "t.db/\(name)", schema: schema,
      columns: map, zone: zone)
  }

  static let cases: [ColumnCase] = [
    ColumnCase("", "1", .bool, "true"), ColumnCase("", "0", .bool, "false"),
    ColumnCase("", "2", .bool, nil), ColumnCase("", "'true'", .bool, nil),
    ColumnCase("", "1.0", .bool, nil),
    ColumnCase("INTEGER", "9223372036854775807", .int, "9223372036854775807"),
    ColumnCase("INTEGER", "-9223372036854775808", .int, "-9223372036854775808"),
    ColumnCase("REAL", "3", .int, "3"), ColumnCase("REAL", "3.5", .int, nil),
    ColumnCase("TEXT", "3", .int, nil), ColumnCase("", "x'33'", .int, nil),
    ColumnCase("", "7", .decimal, "7"), ColumnCase("REAL", "0.1", .decimal, "0.1"),
    ColumnCase("REAL", "9e999", .decimal, nil), ColumnCase("TEXT", "'0.1'", .decimal, nil),
    ColumnCase("TEXT", "'größer '", .text, "größer "), ColumnCase("INTEGER", "42", .text, "42"),
    ColumnCase("", "4.5", .text, nil), ColumnCase("", "x'6162'", .text, nil),
    ColumnCase("", "CAST(x'61ff' AS TEXT)", .text, nil),
    ColumnCase("TEXT", "'on'", TableScene.words, "on"),
    ColumnCase("TEXT", "'On'", TableScene.words, nil),
    ColumnCase("TEXT", "'2026-01-31T10:00:00.25+02:00'", .time, "2026-01-31T08:00:00.25Z"),
    ColumnCase("TEXT", "'2026-01-31 10:00:00'", .time, nil),
    ColumnCase("", "1769853600", .time, nil),
    ColumnCase("TEXT", "'2h30m'", .duration, "2h30m"), ColumnCase("", "90", .duration, nil),
    ColumnCase("TEXT", "'1y2mo'", .months, "1y2mo"),
    ColumnCase("TEXT", "'10.0.0.1'", .ip, "10.0.0.1"), ColumnCase("TEXT", "'10.0.0'", .ip, nil),
    ColumnCase("TEXT", "'10.0.0.0/8'", .network, "10.0.0.0/8"),
    ColumnCase("", "1024", .bytes, "1KiB"), ColumnCase("TEXT", "'10MiB'", .bytes, "10MiB"),
    ColumnCase("TEXT", "'1.2.3'", .version(.semver), "1.2.3"),
    ColumnCase("TEXT", "'[\"a\",\"b\"]'", .list(.text), "[a, b]"),
    ColumnCase("TEXT", "'[1'", .list(.int), nil), ColumnCase("TEXT", "'a,b'", .set(.text), nil),
    ColumnCase("TEXT", "'{\"a\":1}'", .json, "{\"a\":1}"),
    ColumnCase("TEXT", "'{bad'", .json, nil), ColumnCase("", "5", .json, nil),
  ]

  @Test("a value is read by its storage class, exactly or not at all", arguments: cases)
  func value(example: ColumnCase) throws {
    try run(
      "CREATE TABLE t (id TEXT, v \(example.column))",
      "INSERT INTO t VALUES ('a', \(example.value))")
    let schema = TableScene.schema(example.type)
    TableScene.expect(
      try TableScene.rows(try table("t", schema), schema).first, example.expected, "t.db/t:1")
  }

  @Test("NULL is missing where the field is optional", arguments: [ValueType.int, .json, .bool])
  func null(type: ValueType) throws {
    try run("CREATE TABLE t (id, v)", "INSERT INTO t VALUES ('a', NULL), ('b', NULL)")
    let schema = TableScene.schema(type, isOptional: true)
    let rows = try TableScene.rows(try table("t", schema), schema)
    #expect(rows.map { $0.fields.last?.description } == ["missing(v)", "missing(v)"])
    let needed = TableScene.schema(type)
    TableScene.expect(
      try TableScene.rows(try table("t", needed), needed).first, nil, "t.db/t:1")
  }

  @Test("rows are numbered in the order of the key, views and odd names included")
  func order() throws {
    try run(
      "CREATE TABLE \"od\"\"d\" (\"i d\" TEXT COLLATE NOCASE, \"v\"\"\" INTEGER)",
      "INSERT INTO \"od\"\"d\" VALUES ('b', 2), ('B', 4), ('a', 1), (NULL, 0), ('c', 3)",
      "CREATE VIEW w AS SELECT \"i d\" AS id, \"v\"\"\" AS v FROM \"od\"\"d\"")
    let schema = TableScene.schema(.int)
    let odd = try TableScene.rows(
      try table("od\"d", schema, ["id": "i d", "v": "v\""]), schema)
    #expect(
      odd.map { "\($0.origin.line) \($0.key) \($0.isRejected)" } == [
        "1 t.db/od\"d:1 true", "2 B false", "3 a false", "4 b false", "5 c false",
      ])
    let seen = try TableScene.rows(try table("w", schema), schema)
    #expect(seen.map(\.key.description) == ["t.db/w:1", "B", "a", "b", "c"])
    #expect(seen.dropFirst().map { $0.fields[1].description } == ["4", "1", "2", "3"])
  }

  @Test("a path goes on into JSON")
  func path() throws {
    try run(
      "CREATE TABLE t (id TEXT, p TEXT, \"p.x\" TEXT)",
      """
      INSERT INTO t VALUES ('a', '{"n":{"v":1}}', 'x'), ('b', '{"n":{}}', 'x'),
        ('c', '{"n":7}', 'x'), ('d', NULL, 'x')
      """)
    let schema = TableScene.schema(.int, isOptional: true)
    let rows = try TableScene.rows(try table("t", schema, ["v": "p.n.v"]), schema)
    #expect(
      rows.map { $0.fields[1].description }
        == ["1", "missing(v)", "unreadable(t.db/t:3: v)", "missing(v)"])
    let text = TableScene.schema(.text)
    let named = try TableScene.rows(try table("t", text, ["v": "p.x"]), text)
    #expect(named.first?.fields[1].description == "x")
  }

  @Test("times without a zone are read in the one that is named")
  func zone() throws {
    try run(
      "CREATE TABLE t (id, v)", "INSERT INTO t VALUES ('a', '2026-01-31 10:00:00')")
    let zone = try #require(
      FileManager.default.contents(atPath: "/usr/share/zoneinfo/Etc/GMT-1").flatMap {
        Zone(name: "Etc/GMT-1", tzif: Array($0))
      })
    let schema = TableScene.schema(.time)
    let rows = try TableScene.rows(try table("t", schema, zone: zone), schema)
    #expect(rows.first?.fields[1].description == "2026-01-31T09:00:00Z")
  }

  @Test("what does not fit is told before a row is read")
  func trouble() throws {
    try run("CREATE TABLE users (id TEXT, name TEXT)")
    let schema = TableScene.schema(.int)
    func trouble(_ body: () throws -> Void) -> DatabaseTrouble? {
      do {
        try body()
        return nil
      } catch {
        return error as? DatabaseTrouble
      }
    }
    let none = trouble { _ = try table("usrs", schema) }
    #expect(none?.subject == .table)
    #expect(none?.candidates == ["users"])
    let field = trouble { _ = try table("users", schema) }
    #expect(field?.subject == .field("v"))
    #expect(field?.description == "`users` has no column `v` for the field `v`")
    // A column that is named has to be there, also for an optional field.
    let optional = TableScene.schema(.int, isOptional: true)
    #expect(trouble { _ = try table("users", optional) } == nil)
    #expect(trouble { _ = try table("users", optional, ["v": "nam"]) }?.subject == .field("v"))
  }

  @Test("rows that can't be told apart are rejected, however often they are read")
  func repeated() throws {
    try run("CREATE TABLE t (id, v)", "INSERT INTO t VALUES ('a', 1), ('a', 2), ('b', 3)")
    let schema = TableScene.schema(.int)
    let source = try table("t", schema)
    for _ in 0..<2 {
      let rows = try TableScene.rows(source, schema)
      #expect(rows.map(\.key.description) == ["t.db/t:1", "t.db/t:2", "b"])
    }
  }
}

@Suite(
  "Tables of PostgreSQL", .enabled(if: PostgresServer.isExpected, "PostgreSQL is absent"))
struct PostgresTableTests {
  private let location: DatabaseLocation

  init() throws { location = .postgres(url: try PostgresServer.shared().url()) }

  /// A schema of its own for each test.
  private func inSchema(_ name: String, _ body: (any DatabaseConnection) throws -> Void) throws {
    let connection = try location.open()
    try connection.execute("DROP SCHEMA IF EXISTS \(name) CASCADE", [])
    try connection.execute("CREATE SCHEMA \(name)", [])
    try body(connection)
    try connection.execute("DROP SCHEMA \(name) CASCADE", [])
  }

  private func table(
    _ table: TableName, _ schema: DatasetSchema, _ map: [String: String] = [:], zone: Zone? = nil
  ) throws -> DatabaseTable {
    try DatabaseTable(
      table, of: try DatabaseSession(location), name: "\(table)", schema: schema, columns: map,
      zone: zone)
  }

  static let cases: [ColumnCase] = [
    ColumnCase("bool", "true", .bool, "true"), ColumnCase("bool", "false", .bool, "false"),
    ColumnCase("int2", "-32768", .int, "-32768"), ColumnCase("int4", "7", .decimal, "7"),
    ColumnCase("int8", "9223372036854775807", .int, "9223372036854775807"),
    ColumnCase("int8", "12", .text, "12"), ColumnCase("int8", "2048", .bytes, "2KiB"),
    ColumnCase("numeric", "12.50", .decimal, "12.5"), ColumnCase("numeric", "3.00", .int, "3"),
    ColumnCase("numeric", "3.5", .int, nil), ColumnCase("numeric", "'NaN'", .decimal, nil),
    ColumnCase("numeric", "'Infinity'", .decimal, nil),
    ColumnCase("numeric", "1e30", .decimal, nil),
    ColumnCase("float8", "0.1", .decimal, "0.1"), ColumnCase("float4", "0.1", .decimal, "0.1"),
    ColumnCase("float8", "'NaN'", .decimal, nil), ColumnCase("float8", "1e-3", .decimal, "0.001"),
    ColumnCase("float8", "1e16", .decimal, nil),
    ColumnCase("text", "'größer '", .text, "größer "),
    ColumnCase("varchar(5)", "'a b'", .text, "a b"),
    ColumnCase("char(5)", "'ab'", .text, "ab"), ColumnCase("name", "'ab'", .text, "ab"),
    ColumnCase(
      "uuid", "'A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11'", .text,
      "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11"),
    ColumnCase("binding.state", "'on'", TableScene.words, "on"),
    ColumnCase("binding.state", "'lost'", TableScene.words, nil),
    ColumnCase("char(4)", "'on'", TableScene.words, "on"),
    ColumnCase(
      "timestamptz", "'2026-01-31 10:00:00.123456+02'", .time, "2026-01-31T08:00:00.123456Z"),
    ColumnCase("timestamptz", "'infinity'", .time, nil),
    ColumnCase("timestamptz", "'-infinity'", .time, nil),
    ColumnCase("timestamptz", "'0044-03-15 BC'", .time, nil),
    ColumnCase("timestamptz", "'12026-01-01'", .time, nil),
    ColumnCase("timestamp", "'2026-01-31 10:00:00'", .time, nil),
    ColumnCase("date", "'2026-01-31'", .time, "2026-01-31T00:00:00Z"),
    ColumnCase("date", "'infinity'", .time, nil),
    ColumnCase("text", "'2026-01-31T10:00:00Z'", .time, "2026-01-31T10:00:00Z"),
    ColumnCase("interval", "'1 day 02:30:00.5'", .duration, "1d2h30m0.5s"),
    ColumnCase("interval", "'-90 seconds'", .duration, "-1m30s"),
    ColumnCase("interval", "'1 day -1 hours'", .duration, "23h"),
    ColumnCase("interval", "'0'", .duration, "0s"),
    ColumnCase("interval", "'1 month'", .duration, nil),
    ColumnCase("interval", "'1 year 2 months'", .months, "1y2mo"),
    ColumnCase("interval", "'1 month 1 day'", .months, nil),
    ColumnCase("inet", "'10.0.0.1'", .ip, "10.0.0.1"),
    ColumnCase("inet", "'10.0.0.1/8'", .ip, nil), ColumnCase("inet", "'::1'", .ip, "::1"),
    ColumnCase("inet", "'10.0.0.1'", .network, "10.0.0.1/32"),
    ColumnCase("cidr", "'10.0.0.0/8'", .network, "10.0.0.0/8"),
    ColumnCase("jsonb", "'{\"a\": 1.50}'", .json, "{\"a\":1.50}"),
    ColumnCase("json", "'[1, 2]'", .list(.int), "[1, 2]"),
    ColumnCase("jsonb", "'\"on\"'", TableScene.words, "on"),
    ColumnCase("jsonb", "'1'", .text, nil),
    ColumnCase("jsonb", "'{\"a\": 1}'", TableScene.record, "{1, missing(v.b)}"),
    ColumnCase("text[]", "ARRAY['a', 'b,\"}', '', 'NULL']", .list(.text), "[a, b,\"}, , NULL]"),
    ColumnCase("text[]", "'{}'", .set(.text), "[]"),
    ColumnCase("int4[]", "'{3,1}'", .list(.int), "[3, 1]"),
    ColumnCase("bool[]", "'{t,f}'", .list(.bool), "[true, false]"),
    ColumnCase("char(3)[]", "'{a,b}'", .list(.text), "[a, b]"),
    ColumnCase(
      "timestamptz[]", "'{2026-01-31 10:00:00Z}'", .list(.time), "[2026-01-31T10:00:00Z]"),
    ColumnCase("binding.state[]", "'{on,off}'", .list(TableScene.words), "[on, off]"),
    ColumnCase("int4[]", "'{{1,2},{3,4}}'", .list(.int), nil),
    ColumnCase("int4[]", "'[5:6]={1,2}'", .list(.int), nil),
    ColumnCase("binding.age", "33", .int, "33"),
  ]

  @Test("a value is read by its column's type, exactly or not at all")
  func values() throws {
    try inSchema("binding") { connection in
      try connection.execute("CREATE TYPE binding.state AS ENUM ('on', 'off', 'lost')", [])
      try connection.execute("CREATE DOMAIN binding.age AS int CHECK (value > 0)", [])
      for (index, example) in Self.cases.enumerated() {
        let name = TableName(schema: "binding", "t\(index)")
        try connection.execute("CREATE TABLE \(name.sql) (id text, v \(example.column))", [])
        try connection.execute("INSERT INTO \(name.sql) VALUES ('a', \(example.value))", [])
        let schema = TableScene.schema(example.type)
        let row = try TableScene.rows(try table(name, schema), schema).first
        let seen = row?.fields.last
        if seen?.value?.description != example.expected {
          Issue.record("\(example.testDescription): \(seen as Any)")
        }
        if example.expected == nil {
          #expect(seen?.causes.items.map(\.description) == ["unreadable(\(name):1: v)"])
        }
      }
    }
  }

  @Test(
    "types that have nothing in common are refused before a row is read",
    arguments: [
      ("text", .int), ("text", .bool), ("text", .decimal), ("float8", .int), ("bool", .text),
      ("bytea", .text), ("point", .text), ("timestamptz", .text), ("int4", .time),
      ("numeric", .text), ("text", .list(.text)), ("int4[]", .int), ("text", .json),
      ("time", .time), ("text[]", .json), ("uuid", .ip), ("int8", .bool),
    ] as [(String, ValueType)])
  func unfit(column: String, type: ValueType) throws {
    let name = "unfit_\(abs("\(column) \(type)".utf8.reduce(7) { ($0 &* 31 &+ Int($1)) % 99991 }))"
    try inSchema(name) { connection in
      try connection.execute("CREATE TABLE \(name).t (id text, v \(column))", [])
      do {
        _ = try table(TableName(schema: name, "t"), TableScene.schema(type))
        Issue.record("read")
      } catch let trouble as DatabaseTrouble {
        #expect(trouble.subject == .field("v"))
        #expect(trouble.description.hasPrefix("column `v` of `\(name).t` is "))
      }
    }
  }

  @Test("rows are in the order of the key's bytes, NULL is missing, elements stay")
  func order() throws {
    try inSchema("ordering") { connection in
      try connection.execute(
        "CREATE TABLE ordering.\"Od\"\"d\" (\"i d\" text COLLATE \"en-x-icu\", v int[])", [])
      try connection.execute(
        """
        INSERT INTO ordering."Od""d" VALUES ('b', '{1,NULL}'), ('B', NULL), ('a', '{}'), (NULL, '{2}')
        """, [])
      let schema = TableScene.schema(.list(.int), isOptional: true)
      let rows = try TableScene.rows(
        try table(TableName(schema: "ordering", "Od\"d"), schema, ["id": "i d"]), schema)
      #expect(rows.map(\.key.description) == ["B", "a", "b", "ordering.\"Od\"\"d\":4"])
      #expect(rows.first?.fields[1].description == "missing(v)")
      guard case .known(.list(let elements))? = rows[2].fields.last else {
        Issue.record("\(rows[2].fields)")
        return
      }
      #expect(elements.count == 2)
      #expect(elements[0] == .known(.int(1)))
      #expect(elements[1].value == nil)
    }
  }

  @Test("two passes see one state, whoever writes between them")
  func snapshot() throws {
    try inSchema("passes") { connection in
      try connection.execute("CREATE TABLE passes.t (id int PRIMARY KEY, v int)", [])
      try connection.execute("INSERT INTO passes.t SELECT i, i FROM generate_series(1, 5) i", [])
      let schema = TableScene.schema(.int)
      let source = try table(TableName(schema: "passes", "t"), schema)
      for _ in 0..<3 {
        #expect(try TableScene.rows(source, schema).count == 5)
        try connection.execute(
          "INSERT INTO passes.t SELECT max(id) + 1, 0 FROM passes.t", [])
      }
    }
  }

  @Test("what may not be read is told, and other columns than the declared ones are not asked for")
  func permission() throws {
    try inSchema("rights") { connection in
      let secret = PostgresServer.password
      try connection.execute("DROP ROLE IF EXISTS reader", [])
      try connection.execute(
        "CREATE ROLE reader LOGIN PASSWORD '\(secret)'", [])
      try connection.execute("CREATE TABLE rights.t (id int, v int, salary int)", [])
      try connection.execute("INSERT INTO rights.t VALUES (1, 2, 3)", [])
      try connection.execute("GRANT USAGE ON SCHEMA rights TO reader", [])
      let url = try PostgresServer.shared().url()
        .replacingOccurrences(of: PostgresServer.user, with: "reader")
      let schema = TableScene.schema(.int)
      func read() throws -> [Row] {
        let source = try DatabaseTable(
          TableName(schema: "rights", "t"), of: try DatabaseSession(.postgres(url: url)),
          name: "rights.t", schema: schema)
        return try TableScene.rows(source, schema)
      }
      do {
        _ = try read()
        Issue.record("read")
      } catch let trouble as DatabaseTrouble {
        #expect(trouble.subject == .access)
        #expect(trouble.description.contains("permission denied"))
        #expect(!trouble.description.contains("s3cret"))
      }
      try connection.execute("GRANT SELECT (id, v) ON rights.t TO reader", [])
      #expect(try read().map(\.key.description) == ["1"])
      try connection.execute("REVOKE ALL ON rights.t FROM reader", [])
      try connection.execute("DROP OWNED BY reader", [])
      try connection.execute("DROP ROLE reader", [])
    }
  }

  @Test("a view that fails tells no data")
  func failingView() throws {
    try inSchema("failing") { connection in
      try connection.execute("CREATE TABLE failing.base (id text, v text)", [])
      try connection.execute(
        "INSERT INTO failing.base VALUES ('a', '1'), ('b', 'ada@example.test')", [])
      try connection.execute(
        "CREATE VIEW failing.t AS SELECT id, v::int AS v FROM failing.base", [])
      let schema = TableScene.schema(.int)
      let source = try table(TableName(schema: "failing", "t"), schema)
      do {
        _ = try TableScene.rows(source, schema)
        Issue.record("read")
      } catch let error as DatabaseError {
        #expect(error.message == "a value can't be computed (SQLSTATE 22P02)")
      }
    }
  }

  @Test("a time without a zone is read in the one that is named")
  func zone() throws {
    try inSchema("zones") { connection in
      try connection.execute("CREATE TABLE zones.t (id text, v timestamp)", [])
      try connection.execute("INSERT INTO zones.t VALUES ('a', '2026-01-31 10:00:00')", [])
      let zone = try #require(
        FileManager.default.contents(atPath: "/usr/share/zoneinfo/Etc/GMT-1").flatMap {
          Zone(name: "Etc/GMT-1", tzif: Array($0))
        })
      let schema = TableScene.schema(.time)
      let rows = try TableScene.rows(
        try table(TableName(schema: "zones", "t"), schema, zone: zone), schema)
      #expect(rows.first?.fields[1].description == "2026-01-31T09:00:00Z")
    }
  }
}
