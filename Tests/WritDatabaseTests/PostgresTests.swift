import Foundation
import Testing
import WritDatabase
import _WritTestSupport

@Suite("PostgreSQL", .enabled(if: PostgresServer.isExpected, "PostgreSQL is absent"))
struct PostgresTests {
  private let server: PostgresServer

  init() throws { server = try PostgresServer.shared() }

  private func writer() throws -> PostgresConnection { try PostgresConnection(url: server.url()) }

  private func reader(_ limit: Duration? = nil) throws -> PostgresConnection {
    var options = DatabaseOptions(isReadOnly: true, statementTimeout: limit)
    options.lockTimeout = .milliseconds(50)
    return try PostgresConnection(url: server.url(), options)
  }

  private func rows(
    _ connection: any DatabaseConnection, _ sql: String, _ parameters: [SQLValue] = []
  ) throws -> [[SQLValue]] {
    var rows: [[SQLValue]] = []
    try connection.query(sql, parameters) { rows.append($0) }
    return rows
  }

  private func failure(_ body: () throws -> Void) -> DatabaseError? {
    do {
      try body()
      return nil
    } catch {
      return error as? DatabaseError
    }
  }

  static let values: [(SQLValue, String)] = [
    (.null, "text"), (.int(.min), "bigint"), (.int(.max), "bigint"), (.int(-1), "smallint"),
    (.real(0.1), "double precision"), (.real(-1e300), "double precision"),
    (.real(.infinity), "double precision"), (.real(0.5), "real"),
    (.text(""), "text"), (.text("\\N"), "text"), (.text("a\tb\nc\rd\\.\\"), "text"),
    (.text("\\."), "text"), (.text("'; DROP TABLE t; --"), "text"),
    (.text("größer 🙂"), "text"), (.text("$1 ?1 %s"), "text"),
    (.bytes([]), "bytea"), (.bytes([0, 255, 0, 92, 10]), "bytea"), (.int(1), "integer"),
    (.text("123456789012345678901234567890.5"), "numeric"),
  ]

  @Test("a value comes back as it went, as a parameter and through COPY", arguments: values)
  func roundTrip(value: SQLValue, type: String) throws {
    let connection = try writer()
    #expect(try rows(connection, "SELECT $1::\(type)", [value]) == [[value]])
    try connection.execute("CREATE TEMPORARY TABLE t (v \(type))", [])
    var once: [[SQLValue]] = [[value]]
    try connection.insert(into: "t", columns: ["v"]) { once.popLast() }
    #expect(try rows(connection, "SELECT v FROM t") == [[value]])
  }

  @Test("bools come as whole numbers, and what is not a number is one")
  func bools() throws {
    let connection = try writer()
    #expect(try rows(connection, "SELECT true, false, NULL::bool") == [[.int(1), .int(0), .null]])
    let row = try rows(connection, "SELECT 'NaN'::float8")
    guard case .real(let number)? = row.first?.first else {
      Issue.record("\(row)")
      return
    }
    #expect(number.isNaN)
  }

  @Test("a NUL is refused, not cut at")
  func nul() throws {
    let connection = try writer()
    #expect(failure { try connection.execute("SELECT $1", [.text("a\0b")]) }?.state == "22021")
    #expect(failure { try connection.execute("SELECT 1\0", []) }?.kind == .statement)
    try connection.execute("CREATE TEMPORARY TABLE t (v text)", [])
    var once: [[SQLValue]] = [[.text("a\0b")]]
    #expect(
      failure { try connection.insert(into: "t", columns: ["v"]) { once.popLast() } }?.state
        == "22021")
    #expect(try rows(connection, "SELECT count(*) FROM t") == [[.int(0)]])
  }

  @Test("quotes end no name")
  func names() throws {
    let connection = try writer()
    let table = TableName(schema: "public", "we\"ird; --")
    try connection.execute("DROP TABLE IF EXISTS \(table.sql)", [])
    try connection.execute(
      """
      CREATE TABLE \(table.sql) ("a""b" varchar(9) NOT NULL, c char(3)[], d numeric(9,2))
      """, [])
    #expect(
      try connection.columns(of: TableName("we\"ird; --")) == [
        DatabaseColumn(
          name: "a\"b", type: "character varying(9)", kind: .text, isNullable: false),
        DatabaseColumn(name: "c", type: "character(3)[]", kind: .blankPadded, isArray: true),
        DatabaseColumn(name: "d", type: "numeric(9,2)", kind: .decimal),
      ])
    #expect(try connection.columns(of: TableName(schema: "public", "none")) == nil)
    #expect(try connection.columns(of: TableName(schema: "x' OR '1'='1", "none")) == nil)
    #expect(try connection.tables().contains(table))
    let temporary = "od\"d"
    try connection.execute(
      "CREATE TEMPORARY TABLE \(SQLIdentifier.quoted(temporary)) (\"x\"\"y\" int)", [])
    var one: [[SQLValue]] = [[.int(4)]]
    try connection.insert(into: temporary, columns: ["x\"y"]) { one.popLast() }
    #expect(try rows(connection, "SELECT \"x\"\"y\" FROM \"od\"\"d\"") == [[.int(4)]])
    try connection.execute("DROP TABLE \(table.sql)", [])
  }

  @Test("kinds of columns, through domains, arrays and views")
  func kinds() throws {
    let connection = try writer()
    for statement in [
      "DROP SCHEMA IF EXISTS kinds CASCADE", "CREATE SCHEMA kinds",
      "CREATE TYPE kinds.mood AS ENUM ('sad', 'ok')",
      "CREATE DOMAIN kinds.age AS integer CHECK (value > 0)",
      "CREATE DOMAIN kinds.elder AS kinds.age",
      "CREATE DOMAIN kinds.ages AS kinds.elder[]",
      "CREATE TYPE kinds.pair AS (a int, b int)",
      """
      CREATE TABLE kinds.all (
        a bool, b kinds.elder, c kinds.ages, d kinds.mood, e kinds.mood[], f uuid, g timestamptz,
        h timestamp, i date, j inet, k cidr, l interval, m json, n jsonb, o kinds.pair, p point,
        q bytea, r float4, s numeric, t name, gone int)
      """,
      "ALTER TABLE kinds.all DROP COLUMN gone",
      "CREATE VIEW kinds.seen AS SELECT * FROM kinds.all",
      "CREATE MATERIALIZED VIEW kinds.kept AS SELECT * FROM kinds.all",
    ] { try connection.execute(statement, []) }
    let expected: [(String, DatabaseColumn.Kind, Bool)] = [
      ("a", .bool, false), ("b", .int, false), ("c", .int, true), ("d", .word, false),
      ("e", .word, true), ("f", .uuid, false), ("g", .zonedTimestamp, false),
      ("h", .timestamp, false), ("i", .date, false), ("j", .address, false),
      ("k", .network, false), ("l", .interval, false), ("m", .json, false), ("n", .json, false),
      ("o", .other, false), ("p", .other, false), ("q", .bytes, false), ("r", .real, false),
      ("s", .decimal, false), ("t", .text, false),
    ]
    for name in ["all", "seen", "kept"] {
      let columns = try connection.columns(of: TableName(schema: "kinds", name)) ?? []
      #expect(columns.map(\.name) == expected.map(\.0))
      #expect(columns.map(\.kind) == expected.map(\.1))
      #expect(columns.map(\.isArray) == expected.map(\.2))
    }
    try connection.execute("DROP SCHEMA kinds CASCADE", [])
  }

  @Test("200,000 rows come one at a time, in little memory")
  func streams() throws {
    let connection = try writer()
    var seen = 0
    let before = try residentBytes()
    var most = before
    try connection.query(
      "SELECT i, repeat('x', 1000) FROM generate_series(1, 200000) AS i", []
    ) { row in
      seen += 1
      if row[0] != .int(Int64(seen)) { Issue.record("row \(seen) is \(row[0])") }
      if seen % 10_000 == 0 { most = max(most, try residentBytes()) }
    }
    #expect(seen == 200_000)
    // All of it is 200 MB.
    #expect(most - before < 64 << 20, "\(most - before)")
  }

  private func residentBytes() throws -> Int {
    let text = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
    return (Int(text.split(separator: " ").dropFirst().first ?? "") ?? 0) * 4096
  }

  @Test("many rows go in through COPY")
  func bulk() throws {
    let connection = try writer()
    try connection.execute("CREATE TEMPORARY TABLE t (i bigint, v text)", [])
    var count: Int64 = 0
    try connection.insert(into: "t", columns: ["v", "i"]) {
      count += 1
      return count > 50_000 ? nil : [.text("row\t\(count)"), .int(count)]
    }
    #expect(
      try rows(connection, "SELECT count(*), sum(i), max(v) FROM t WHERE v = E'row\\t' || i")
        == [[.int(50_000), .text("1250025000"), .text("row\t9999")]])
  }

  @Test("a row body may throw, and the next statement runs", arguments: [false, true])
  func throwingBody(isReadOnly: Bool) throws {
    struct Stop: Error {}
    let connection = try isReadOnly ? reader() : writer()
    for _ in 0..<3 {
      #expect(throws: Stop.self) {
        try connection.query("SELECT i FROM generate_series(1, 1000000) AS i", []) { _ in
          throw Stop()
        }
      }
      #expect(try rows(connection, "SELECT 1") == [[.int(1)]])
    }
    try connection.executeTemporary("CREATE TEMPORARY TABLE t (v int)")
    var count = 0
    #expect(throws: Stop.self) {
      try connection.insert(into: "t", columns: ["v"]) {
        count += 1
        if count == 50_000 { throw Stop() }
        return [.int(9)]
      }
    }
    #expect(try rows(connection, "SELECT count(*) FROM t") == [[.int(0)]])
  }

  @Test("a session does one thing at a time")
  func busy() throws {
    let connection = try writer()
    var inner: DatabaseError?
    try connection.query("SELECT 1", []) { _ in
      inner = failure { try connection.execute("SELECT 2", []) }
    }
    #expect(inner?.kind == .statement)
    #expect(try rows(connection, "SELECT 3") == [[.int(3)]])
  }

  @Test("errors have their state")
  func errors() throws {
    let connection = try writer()
    #expect(failure { try connection.execute("SELEC", []) }?.state == "42601")
    #expect(failure { try connection.execute("", []) }?.kind == .statement)
    #expect(failure { try connection.execute("SELECT 1; SELECT 2", []) }?.state == "42601")
    #expect(failure { try connection.execute("SELECT 1/0", []) }?.state == "22012")
    try connection.execute("CREATE TEMPORARY TABLE t (v int PRIMARY KEY)", [])
    #expect(try connection.execute("INSERT INTO t VALUES (1), (2)", []) == 2)
    #expect(failure { try connection.execute("INSERT INTO t VALUES (1)", []) }?.state == "23505")
    var twice: [[SQLValue]] = [[.int(5)], [.int(5)]]
    let refused = failure { try connection.insert(into: "t", columns: ["v"]) { twice.popLast() } }
    #expect(refused?.state == "23505")
    var wrong: [[SQLValue]] = [[.int(5), .int(6)]]
    #expect(failure { try connection.insert(into: "t", columns: ["v"]) { wrong.popLast() } } != nil)
    #expect(failure { try connection.insert(into: "no", columns: ["v"]) { nil } }?.state == "42P01")
    #expect(try connection.execute("DELETE FROM t WHERE v = $1::int", [.int(2)]) == 1)
    #expect(failure { try connection.execute("COPY t TO STDOUT", []) }?.kind == .statement)
    #expect(failure { try connection.execute("SELECT 1", []) }?.kind == .lost)
  }

  @Test("a transaction is all or nothing, within another too")
  func transactions() throws {
    struct Stop: Error {}
    let connection = try writer()
    try connection.execute("CREATE TEMPORARY TABLE t (v int)", [])
    #expect(throws: Stop.self) {
      try connection.transaction {
        try connection.execute("INSERT INTO t VALUES (1)", [])
        throw Stop()
      }
    }
    try connection.transaction {
      try connection.execute("INSERT INTO t VALUES (3)", [])
      #expect(throws: Stop.self) {
        try connection.transaction {
          try connection.execute("INSERT INTO t VALUES (4)", [])
          throw Stop()
        }
      }
    }
    // A failure that was caught is no success.
    let refused = failure {
      try connection.transaction {
        try connection.execute("INSERT INTO t VALUES (5)", [])
        _ = try? connection.execute("SELECT 1/0", [])
      }
    }
    #expect(refused?.kind == .statement)
    #expect(try rows(connection, "SELECT v FROM t") == [[.int(3)]])
  }

  // MARK: Reading only

  @Test("a reader sees one state, writes nothing and still has temporary tables")
  func readOnly() throws {
    let owner = try writer()
    try owner.execute("DROP TABLE IF EXISTS public.held", [])
    try owner.execute("CREATE TABLE public.held (v int)", [])
    try owner.execute("INSERT INTO public.held VALUES (1)", [])
    let session = try reader()
    try owner.execute("INSERT INTO public.held VALUES (2)", [])
    #expect(try rows(session, "SELECT v FROM public.held") == [[.int(1)]])
    for statement in [
      "INSERT INTO public.held VALUES (3)", "DELETE FROM public.held", "DROP TABLE public.held",
      "CREATE TABLE public.more (v int)", "SELECT nextval('public.no')",
      "SET TRANSACTION READ WRITE",
      "WITH x AS (DELETE FROM public.held RETURNING v) SELECT v FROM x",
    ] { #expect(failure { try session.execute(statement, []) } != nil, "\(statement)") }
    #expect(
      failure { try session.execute("INSERT INTO public.held VALUES (3)", []) }?.state == "25006")
    try session.executeTemporary("CREATE TEMPORARY TABLE own (v int)")
    try session.executeTemporary("CREATE INDEX ON own (v)")
    var one: [[SQLValue]] = [[.int(7)]]
    try session.insert(into: "own", columns: ["v"]) { one.popLast() }
    #expect(try session.execute("INSERT INTO own SELECT v FROM public.held", []) == 1)
    #expect(failure { try session.execute("SELECT 1/0", []) }?.state == "22012")
    #expect(try rows(session, "SELECT v FROM own ORDER BY v") == [[.int(1)], [.int(7)]])
    struct Stop: Error {}
    #expect(throws: Stop.self) {
      try session.transaction {
        try session.execute("DELETE FROM own", [])
        throw Stop()
      }
    }
    #expect(try rows(session, "SELECT count(*) FROM own") == [[.int(2)]])
    session.close()
    #expect(
      try rows(owner, "SELECT count(*), to_regclass('public.more') FROM public.held")
        == [[.int(2), .null]])
    try owner.execute("DROP TABLE public.held", [])
  }

  @Test("functions that others define stand in for none")
  func searchPath() throws {
    let owner = try writer()
    try owner.execute(
      """
      CREATE OR REPLACE FUNCTION public.lower(text) RETURNS text LANGUAGE sql AS $$ SELECT 'mine' $$
      """, [])
    #expect(try rows(owner, "SELECT lower('A'::text)") == [[.text("a")]])
    try owner.execute("DROP FUNCTION public.lower(text)", [])
    let settings = try rows(
      try reader(),
      """
      SELECT current_setting('TimeZone'), current_setting('client_encoding'),
        current_setting('transaction_isolation'), current_setting('standard_conforming_strings')
      """)
    #expect(settings == [[.text("UTC"), .text("UTF8"), .text("repeatable read"), .text("on")]])
  }

  // MARK: Trouble

  @Test("a statement has its time")
  func timeout() throws {
    let session = try reader(.milliseconds(50))
    let failure = failure { try session.execute("SELECT pg_sleep(60)", []) }
    #expect(failure?.kind == .timeout)
    #expect(failure?.state == "57014")
    #expect(try rows(session, "SELECT 1") == [[.int(1)]])
  }

  @Test("what others have locked is waited for, not for ever")
  func locked() throws {
    let owner = try writer()
    try owner.execute("DROP TABLE IF EXISTS public.locked", [])
    try owner.execute("CREATE TABLE public.locked (v int)", [])
    try owner.transaction {
      try owner.execute("LOCK TABLE public.locked", [])
      let session = try reader()
      let failure = failure { _ = try rows(session, "SELECT v FROM public.locked") }
      #expect(failure?.kind == .timeout)
      #expect(failure?.state == "55P03")
    }
    try owner.execute("DROP TABLE public.locked", [])
  }

  @Test("a session that is ended is lost")
  func terminated() throws {
    let session = try reader()
    let owner = try writer()
    guard case .int(let process)? = try rows(session, "SELECT pg_backend_pid()").first?.first
    else { return }
    try owner.execute("SELECT pg_terminate_backend($1::int)", [.int(process)])
    let failure = failure {
      for _ in 0..<100 { try session.execute("SELECT pg_sleep(0.05)", []) }
    }
    #expect(failure?.kind == .lost, "\(failure as Any)")
    #expect(self.failure { try session.execute("SELECT 1", []) }?.kind == .lost)
  }

  @Test("a server that dies in the middle of an answer is lost, and so is a bulk insert")
  func killed() throws {
    let own = try PostgresServer()
    let url = own.url()
    let session = try PostgresConnection(url: url, DatabaseOptions(isReadOnly: true))
    let other = try PostgresConnection(url: url)
    try other.execute("CREATE TEMPORARY TABLE t (v text)", [])
    var seen = 0
    let lost = failure {
      try session.query(
        "SELECT i, repeat('x', 1000) FROM generate_series(1, 1000000) AS i", []
      ) { _ in
        seen += 1
        if seen == 100 { own.kill() }
      }
    }
    #expect(lost?.kind == .lost, "\(lost as Any)")
    #expect(seen < 1_000_000)
    let unsent = failure {
      var count = 0
      try other.insert(into: "t", columns: ["v"]) {
        count += 1
        return count > 100_000 ? nil : [.text(String(repeating: "x", count: 100))]
      }
    }
    #expect(unsent?.kind == .lost, "\(unsent as Any)")
    let none = failure { _ = try PostgresConnection(url: url) }
    #expect(none?.kind == .noConnection)
    #expect(none?.message.contains("s3cret") == false)
  }

  @Test("who is not let in is told so, without the password")
  func refused() throws {
    for url in [
      "postgres://\(PostgresServer.user):wr%40ng-s3cret@127.0.0.1:\(server.port)/postgres",
      "host=127.0.0.1 port=\(server.port) user=\(PostgresServer.user) password='wr@ng s3cret' dbname=postgres",
    ] {
      let failure = failure { _ = try PostgresConnection(url: url) }
      #expect(failure?.kind == .noConnection)
      #expect(failure?.message.contains("s3cret") == false, "\(failure as Any)")
      #expect(failure?.message.contains("password authentication failed") == true)
    }
    let keywords =
      "host=127.0.0.1 port=\(server.port) user=\(PostgresServer.user) password='\(PostgresServer.password)'"
      + " dbname = postgres"
    #expect(try rows(try PostgresConnection(url: keywords), "SELECT 1") == [[.int(1)]])
  }
}
