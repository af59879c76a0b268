import Foundation
import Testing
import WritDatabase
import _WritTestSupport

@Suite("SQLite") struct SQLiteTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private var path: String { "\(folder.path)/odd name?%.db" }

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

  private func writer() throws -> SQLiteConnection { try SQLiteConnection(.sqlite(path: path)) }

  private func reader(_ limit: Duration? = nil) throws -> SQLiteConnection {
    var options = DatabaseOptions(isReadOnly: true, statementTimeout: limit)
    options.lockTimeout = .milliseconds(20)
    return try SQLiteConnection(.sqlite(path: path), options)
  }

  static let values: [SQLValue] = [
    .null, .int(.min), .int(.max), .int(0), .real(0.1), .real(-1e300), .text(""), .text("a\0b"),
    .text("'; DROP TABLE t; --"), .text("größer 🙂"), .bytes([]), .bytes([0, 255, 0]),
  ]

  @Test("a value comes back as it went", arguments: values)
  func roundTrip(value: SQLValue) throws {
    let connection = try SQLiteConnection(.sqliteTemporary)
    #expect(try rows(connection, "SELECT ?1", [value]) == [[value]])
    try connection.execute("CREATE TABLE t (v)", [])
    var once: [[SQLValue]] = [[value]]
    try connection.insert(into: "t", columns: ["v"]) { once.popLast() }
    #expect(try rows(connection, "SELECT v FROM t") == [[value]])
  }

  @Test("a text that is not UTF-8 comes as its bytes")
  func notUTF8() throws {
    let connection = try SQLiteConnection(.sqliteTemporary)
    #expect(try rows(connection, "SELECT CAST(x'61ff' AS TEXT)") == [[.bytes([0x61, 0xFF])]])
  }

  @Test("quotes end no name")
  func names() throws {
    let connection = try writer()
    let table = TableName("we\"ird; --")
    try connection.execute("CREATE TABLE \(table.sql) (\"a\"\"b\" TEXT NOT NULL, c)", [])
    var one: [[SQLValue]] = [[.text("x"), .int(1)]]
    try connection.insert(into: table.name, columns: ["a\"b", "c"]) { one.popLast() }
    #expect(
      try rows(connection, "SELECT \"a\"\"b\", c FROM \(table.sql)") == [[.text("x"), .int(1)]])
    #expect(
      try connection.columns(of: table) == [
        DatabaseColumn(name: "a\"b", type: "TEXT", kind: .any, isNullable: false),
        DatabaseColumn(name: "c", type: "", kind: .any),
      ])
    #expect(try connection.columns(of: TableName("weird")) == nil)
    #expect(try connection.tables() == [table])
    // A misspelled name is never a text.
    #expect(failure { try connection.execute("SELECT \"nope\" FROM \(table.sql)", []) } != nil)
  }

  @Test(
    "one statement at a time",
    arguments: ["SELECT 1; DELETE FROM t", "", "-- nothing", "SELECT", "SELECT 1 x y"])
  func oneStatement(sql: String) throws {
    let connection = try SQLiteConnection(.sqliteTemporary)
    #expect(failure { try connection.execute(sql, []) }?.kind == .statement)
    #expect(try connection.execute(" SELECT 1 ;\n", []) == 0)
  }

  @Test("a transaction is all or nothing, within another too")
  func transactions() throws {
    struct Stop: Error {}
    let connection = try SQLiteConnection(.sqliteTemporary)
    try connection.execute("CREATE TABLE t (v)", [])
    #expect(throws: Stop.self) {
      try connection.transaction {
        #expect(try connection.execute("INSERT INTO t VALUES (1), (2)", []) == 2)
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
    #expect(try rows(connection, "SELECT v FROM t") == [[.int(3)]])
    var count = 0
    #expect(throws: Stop.self) {
      try connection.insert(into: "t", columns: ["v"]) {
        count += 1
        if count == 3 { throw Stop() }
        return [.int(9)]
      }
    }
    #expect(try rows(connection, "SELECT v FROM t") == [[.int(3)]])
  }

  @Test("a row body may throw, and the next statement runs")
  func throwingBody() throws {
    struct Stop: Error {}
    let connection = try SQLiteConnection(.sqliteTemporary)
    #expect(throws: Stop.self) {
      try connection.query("SELECT 1 UNION ALL SELECT 2", []) { _ in throw Stop() }
    }
    #expect(try rows(connection, "SELECT 1") == [[.int(1)]])
  }

  @Test("functions of ours")
  func functions() throws {
    let connection = try SQLiteConnection(.sqliteTemporary)
    try connection.define(name: "twice", argumentCount: 1) { values in
      switch values.first {
      case .text(let text): .text(text + text)
      case .int(let number): .int(number &* 2)
      case .bytes(let bytes): .bytes(bytes + bytes)
      case .real(let number): .real(number * 2)
      default: .null
      }
    }
    #expect(
      try rows(connection, "SELECT twice('a'), twice(4), twice(x'01'), twice(0.5), twice(NULL)")
        == [[.text("aa"), .int(8), .bytes([1, 1]), .real(1), .null]])
    #expect(failure { try connection.execute("SELECT twice(1, 2)", []) }?.kind == .statement)
  }

  @Test("a reader writes nothing, and leaves nothing", arguments: ["delete", "wal"])
  func readOnly(mode: String) throws {
    let connection = try writer()
    try connection.query("PRAGMA journal_mode = \(mode)", []) { _ in }
    try connection.execute("CREATE TABLE t (v)", [])
    try connection.execute("INSERT INTO t VALUES (1)", [])
    connection.close()
    let before = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    let session = try reader()
    #expect(try rows(session, "SELECT v FROM t") == [[.int(1)]])
    let refused = failure { try session.execute("INSERT INTO t VALUES (2)", []) }
    #expect(refused?.kind == .statement)
    #expect(refused?.message.contains("readonly") == true)
    #expect(failure { try session.execute("CREATE TABLE u (v)", []) }?.kind == .statement)
    try session.executeTemporary("CREATE TEMP TABLE own (v)")
    var one: [[SQLValue]] = [[.int(7)]]
    try session.insert(into: "own", columns: ["v"]) { one.popLast() }
    #expect(try rows(session, "SELECT own.v, t.v FROM own, t") == [[.int(7), .int(1)]])
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == before)
    session.close()
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == bytes)
    #expect(failure { try session.execute("SELECT 1", []) }?.kind == .lost)
  }

  @Test("a reader sees one state, or says that it changed", arguments: ["delete", "wal"])
  func snapshot(mode: String) throws {
    let connection = try writer()
    try connection.query("PRAGMA journal_mode = \(mode)", []) { _ in }
    try connection.execute("CREATE TABLE t (v)", [])
    try connection.execute("INSERT INTO t VALUES (1)", [])
    let session = try reader()
    #expect(try rows(session, "SELECT v FROM t") == [[.int(1)]])
    connection.close()
    var options = DatabaseOptions()
    options.lockTimeout = .milliseconds(20)
    let late = try SQLiteConnection(.sqlite(path: path), options)
    let refused = failure { try late.execute("INSERT INTO t VALUES (2)", []) }
    #expect((refused?.kind == .timeout) == (mode == "delete"))
    #expect(try rows(session, "SELECT v FROM t") == [[.int(1)]])
  }

  @Test("a database at rest that changes while it is read is not believed")
  func changedWhileRead() throws {
    let connection = try writer()
    try connection.query("PRAGMA journal_mode = wal", []) { _ in }
    try connection.execute("CREATE TABLE t (v)", [])
    connection.close()
    let session = try reader()
    let late = try writer()
    try late.execute("INSERT INTO t VALUES (2)", [])
    let refused = failure { _ = try rows(session, "SELECT v FROM t") }
    #expect(refused?.kind == .lost)
    #expect(refused?.message.hasSuffix("changed while it was read") == true)
  }

  @Test("a statement has its time")
  func timeout() throws {
    try writer().execute("CREATE TABLE t (v)", [])
    let session = try reader(.milliseconds(30))
    let endless = """
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n
      """
    #expect(failure { try session.execute(endless, []) }?.kind == .timeout)
    #expect(try rows(session, "SELECT 1") == [[.int(1)]])
  }

  @Test("a locked database is waited for, not for ever")
  func locked() throws {
    let connection = try writer()
    try connection.execute("CREATE TABLE t (v)", [])
    try connection.execute("BEGIN EXCLUSIVE", [])
    let refused = failure { _ = try reader() }
    #expect(refused?.kind == .timeout)
    #expect(refused?.message == "\(path): another program has locked it")
  }

  @Test("files that are no database are said to be none")
  func noDatabase() throws {
    func opening(_ path: String) -> DatabaseError? {
      failure {
        _ = try SQLiteConnection(.sqlite(path: path), DatabaseOptions(isReadOnly: true))
      }
    }
    let none = "\(folder.path)/none.db"
    #expect(opening(none) == DatabaseError(.noConnection, "\(none): does not exist"))
    #expect(!FileManager.default.fileExists(atPath: none))
    #expect(
      opening(folder.path) == DatabaseError(.noConnection, "\(folder.path): is no file"))
    for text in ["", "hello", String(repeating: "x", count: 5000)] {
      let file = try folder.write("text.db", text)
      #expect(opening(file) == DatabaseError(.noConnection, "\(file): is no SQLite database"))
    }
    #expect(opening("")?.kind == .noConnection)
    #expect(opening(":memory:")?.message == ":memory:: does not exist")
  }

  @Test("a broken page is an error, never fewer rows")
  func broken() throws {
    let connection = try writer()
    try connection.execute("CREATE TABLE t (v)", [])
    var count: Int64 = 0
    try connection.insert(into: "t", columns: ["v"]) {
      count += 1
      return count > 5000 ? nil : [.text("row \(count) " + String(repeating: "x", count: 50))]
    }
    connection.close()
    let url = URL(fileURLWithPath: path)
    let whole = try Data(contentsOf: url)
    var holed = whole
    holed.replaceSubrange(40960..<45056, with: Data(repeating: 0xA5, count: 4096))
    try holed.write(to: url)
    #expect(failure { _ = try rows(try reader(), "SELECT v FROM t") }?.kind == .lost)
    try whole.prefix(whole.count / 2).write(to: url)
    let cut = failure { _ = try rows(try reader(), "SELECT v FROM t") }
    #expect(cut?.kind == .lost || cut?.kind == .noConnection)
  }

  @Test("an unfinished change is no state to judge")
  func hotJournal() throws {
    let connection = try writer()
    try connection.execute("CREATE TABLE t (v)", [])
    try connection.execute("INSERT INTO t VALUES (1)", [])
    try connection.query("PRAGMA cache_size = 1", []) { _ in }
    try connection.query("PRAGMA cache_spill = 1", []) { _ in }
    try connection.execute("BEGIN", [])
    for _ in 0..<200 {
      try connection.execute("INSERT INTO t VALUES (randomblob(3000))", [])
    }
    // What a machine that lost its power leaves: a copy of the file with its journal.
    let copy = try TemporaryFolder()
    let other = "\(copy.path)/t.db"
    try FileManager.default.copyItem(atPath: path, toPath: other)
    try FileManager.default.copyItem(atPath: path + "-journal", toPath: other + "-journal")
    let refused = failure {
      let session = try SQLiteConnection(
        .sqlite(path: other), DatabaseOptions(isReadOnly: true))
      _ = try rows(session, "SELECT v FROM t")
    }
    #expect(refused?.kind == .noConnection || refused?.kind == .lost, "\(refused as Any)")
  }

  @Test("rows come one at a time")
  func streams() throws {
    let connection = try SQLiteConnection(.sqliteTemporary)
    var seen = 0
    try connection.query(
      """
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 200000)
      SELECT i, 'row ' || i FROM n
      """, []
    ) { row in
      seen += 1
      if row[0] != .int(Int64(seen)) { Issue.record("row \(seen) is \(row)") }
    }
    #expect(seen == 200_000)
  }
}
