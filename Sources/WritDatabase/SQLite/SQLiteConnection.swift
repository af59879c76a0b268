import CSQLite

/// A session with a SQLite database.
package final class SQLiteConnection: DatabaseConnection {
  package let dialect = SQLDialect.sqlite
  /// For messages.
  private let name: String
  private var handle: OpaquePointer?
  private let watch: StatementWatch
  /// A file that is read without its locks; it has to stay as it was.
  private var stillFile: StillFile?

  /// - Throws: `DatabaseError`
  package init(_ location: DatabaseLocation, _ options: DatabaseOptions = DatabaseOptions()) throws
  {
    name = location.description
    watch = StatementWatch(limit: options.statementTimeout ?? options.fallbackTimeout)
    do {
      switch location {
      case .sqlite(let path) where options.isReadOnly:
        let file = try SQLiteFile(path: path)
        try file.look()
        try open(file.address(), SQLITE_OPEN_READONLY)
        stillFile = try file.stillFile(head: head())
        if stillFile != nil {
          close()
          try open(file.address(isStill: true), SQLITE_OPEN_READONLY)
        }
      case .sqlite(let path):
        let file = try SQLiteFile(path: path)
        try open(file.address(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)
      case .sqliteTemporary:
        try open("", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)
      case .postgres:
        throw DatabaseError(.noConnection, "\(location) is no SQLite database")
      }
      try prepareSession(options)
    } catch {
      close()
      throw error
    }
  }

  deinit { sqlite3_close_v2(handle) }

  private func open(_ address: String, _ flags: Int32) throws {
    let code = sqlite3_open_v2(
      address, &handle, flags | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, nil)
    guard code == SQLITE_OK else { throw error(code, opening: true) }
  }

  /// The first bytes of the file; none where it has fewer.
  private func head() -> [UInt8] {
    var head = [UInt8](repeating: 0, count: 20)
    let code = head.withUnsafeMutableBytes {
      writ_sqlite3_head(handle, $0.baseAddress, Int32(clamping: $0.count))
    }
    return code == SQLITE_OK ? head : []
  }

  private func prepareSession(_ options: DatabaseOptions) throws {
    sqlite3_extended_result_codes(handle, 1)
    sqlite3_busy_timeout(handle, options.lockTimeout.milliseconds)
    guard writ_sqlite3_defend(handle) == SQLITE_OK else {
      throw DatabaseError(
        .noConnection, "\(name): this SQLite is too old (3.31 or later is needed)")
    }
    if options.statementTimeout ?? options.fallbackTimeout != nil {
      let watch = Unmanaged.passUnretained(watch).toOpaque()
      sqlite3_progress_handler(
        handle, 4096,
        { pointer in
          guard let pointer else { return 0 }
          return Unmanaged<StatementWatch>.fromOpaque(pointer).takeUnretainedValue().isOver ? 1 : 0
        }, watch)
    }
    try opening { try run("PRAGMA cell_size_check = ON") }
    if options.isReadOnly {
      // The first read takes the lock under which nothing changes until the end.
      try opening {
        try run("BEGIN")
        try run("SELECT count(*) FROM sqlite_schema")
      }
    } else {
      try opening { try run("SELECT count(*) FROM sqlite_schema") }
    }
  }

  private func opening(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch let failure as DatabaseError where failure.kind != .timeout {
      throw DatabaseError(.noConnection, failure.message)
    }
  }

  package func close() {
    sqlite3_close_v2(handle)
    handle = nil
  }

  /// What SQLite may be called with; it checks nothing itself.
  private func session() throws -> OpaquePointer {
    guard let handle else { throw DatabaseError(.lost, "\(name): the session is closed") }
    return handle
  }

  // MARK: Statements

  private func run(_ sql: String) throws { try query(sql, []) { _ in } }

  @discardableResult
  package func execute(_ sql: String, _ parameters: [SQLValue]) throws -> Int {
    let handle = try session()
    let before = sqlite3_total_changes64(handle)
    try query(sql, parameters) { _ in }
    return Int(clamping: sqlite3_total_changes64(handle) &- before)
  }

  package func query(
    _ sql: String, _ parameters: [SQLValue], _ body: ([SQLValue]) throws -> Void
  ) throws {
    let statement = try prepare(sql)
    try watch.during {
      try bind(parameters, to: statement)
      let count = sqlite3_column_count(statement.pointer)
      var row: [SQLValue] = []
      while try step(statement) {
        row.removeAll(keepingCapacity: true)
        for index in 0..<count { row.append(statement.value(at: index)) }
        try body(row)
      }
    }
    if let stillFile { try stillFile.check() }
  }

  package func insert(
    into table: String, columns: [String], next: () throws -> [SQLValue]?
  ) throws {
    let names = columns.map(SQLIdentifier.quoted).joined(separator: ", ")
    let places = columns.indices.map { "?\($0 &+ 1)" }.joined(separator: ", ")
    let statement = try prepare(
      "INSERT INTO \(SQLIdentifier.quoted(table)) (\(names)) VALUES (\(places))")
    try transaction {
      while let row = try next() {
        guard row.count == columns.count else {
          throw DatabaseError(
            .statement, "a row of \(row.count) values for \(columns.count) columns")
        }
        try bind(row, to: statement)
        try watch.during { _ = try step(statement) }
        sqlite3_reset(statement.pointer)
      }
    }
  }

  package func transaction<Result>(_ body: () throws -> Result) throws -> Result {
    let isOuter = sqlite3_get_autocommit(try session()) != 0
    try run(isOuter ? "BEGIN" : "SAVEPOINT writ")
    do {
      let result = try body()
      try run(isOuter ? "COMMIT" : "RELEASE writ")
      return result
    } catch {
      // Some errors have rolled all back already, and what went wrong first is what is told.
      if isOuter {
        try? run("ROLLBACK")
      } else {
        try? run("ROLLBACK TO writ")
        try? run("RELEASE writ")
      }
      throw error
    }
  }

  private func prepare(_ sql: String) throws -> SQLiteStatement {
    let handle = try session()
    var text = sql
    return try text.withUTF8 { buffer in
      try buffer.withMemoryRebound(to: CChar.self) { bytes in
        var pointer: OpaquePointer?
        var tail: UnsafePointer<CChar>?
        let code = sqlite3_prepare_v3(
          handle, bytes.baseAddress, Int32(clamping: bytes.count), 0, &pointer, &tail)
        guard code == SQLITE_OK else { throw error(code) }
        let statement = SQLiteStatement(pointer)
        let rest = tail.flatMap { tail in bytes.baseAddress.map { tail - $0 } } ?? bytes.count
        guard pointer != nil, bytes[min(max(0, rest), bytes.count)...].allSatisfy(Self.isSpace)
        else { throw DatabaseError(.statement, "\(name): one statement is run at a time") }
        return statement
      }
    }
  }

  private static func isSpace(_ byte: CChar) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 || byte == 0x3B
  }

  private func bind(_ parameters: [SQLValue], to statement: SQLiteStatement) throws {
    guard sqlite3_bind_parameter_count(statement.pointer) == parameters.count else {
      throw DatabaseError(
        .statement, "\(name): \(parameters.count) values for a statement with another count")
    }
    for (index, value) in parameters.enumerated() {
      let code = statement.bind(value, at: Int32(clamping: index &+ 1))
      guard code == SQLITE_OK else { throw error(code) }
    }
  }

  /// Whether there is a row.
  private func step(_ statement: SQLiteStatement) throws -> Bool {
    let code = sqlite3_step(statement.pointer)
    switch code {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: throw error(code)
    }
  }

  // MARK: Functions

  /// Defines a function for statements of this session; not for views and triggers of the file.
  ///
  /// - Parameter body: the same values give the same result.
  /// - Throws: `DatabaseError`
  package func define(
    name: String, argumentCount: Int, _ body: @escaping ([SQLValue]) -> SQLValue
  ) throws {
    let handle = try session()
    let function = Unmanaged.passRetained(SQLiteFunction(body)).toOpaque()
    // SQLite releases the function also where it refuses it.
    let code = sqlite3_create_function_v2(
      handle, name, Int32(clamping: argumentCount),
      SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, function, SQLiteFunction.call, nil,
      nil
    ) { pointer in
      if let pointer { Unmanaged<SQLiteFunction>.fromOpaque(pointer).release() }
    }
    guard code == SQLITE_OK else { throw error(code) }
  }

  // MARK: What there is

  package func columns(of table: TableName) throws -> [DatabaseColumn]? {
    var columns: [DatabaseColumn] = []
    try query(
      """
      SELECT name, type, "notnull" FROM pragma_table_xinfo(?1, ?2) WHERE hidden <> 1 ORDER BY cid
      """, [.text(table.name), .text(table.schema ?? "main")]
    ) { row in
      guard row.count == 3, case .text(let name) = row[0] else { return }
      var type = ""
      if case .text(let text) = row[1] { type = text }
      columns.append(
        DatabaseColumn(name: name, type: type, kind: .any, isNullable: row[2] == .int(0)))
    }
    return columns.isEmpty ? nil : columns
  }

  package func tables() throws -> [TableName] {
    var tables: [TableName] = []
    try query(
      """
      SELECT name FROM main.sqlite_schema
      WHERE type IN ('table', 'view') AND name NOT GLOB 'sqlite_*' ORDER BY name LIMIT 1000
      """, []
    ) { row in
      if case .text(let name)? = row.first { tables.append(TableName(name)) }
    }
    return tables
  }

  // MARK: Errors

  private func error(_ code: Int32, opening: Bool = false) -> DatabaseError {
    let said = handle.flatMap { sqlite3_errmsg($0) } ?? sqlite3_errstr(code)
    let message = said.map { String(cString: $0) } ?? "unknown error \(code)"
    let kind: DatabaseError.Kind
    let text: String
    switch code & 0xFF {
    case SQLITE_BUSY, SQLITE_LOCKED:
      (kind, text) = (.timeout, "another program has locked it")
    case SQLITE_INTERRUPT:
      (kind, text) = (.timeout, "a statement took too long")
    case SQLITE_NOTADB:
      (kind, text) = (.lost, "is no SQLite database")
    case SQLITE_CORRUPT:
      (kind, text) = (.lost, "is a broken SQLite database")
    case SQLITE_READONLY where code != SQLITE_READONLY:
      (kind, text) = (
        .lost, "a change to it was not finished; open it once with the program it belongs to"
      )
    case SQLITE_IOERR, SQLITE_FULL, SQLITE_CANTOPEN, SQLITE_PROTOCOL:
      (kind, text) = (.lost, message)
    default:
      (kind, text) = (.statement, message)
    }
    return DatabaseError(opening && kind != .timeout ? .noConnection : kind, "\(name): \(text)")
  }
}
