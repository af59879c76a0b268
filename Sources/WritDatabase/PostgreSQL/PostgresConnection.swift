import CPostgreSQL

/// A session with a PostgreSQL server.
///
/// A read-only session is one `REPEATABLE READ` transaction from its first statement to its end. Each statement runs
/// behind a savepoint that is set to read only: what fails leaves the transaction as it was, and definitions of
/// temporary tables, which PostgreSQL counts as writing, can stand outside.
package final class PostgresConnection: DatabaseConnection {
  package let dialect = SQLDialect.postgres
  /// For messages.
  private let name: String
  private var session: OpaquePointer?
  /// All within one transaction that reads one state.
  private var isSnapshot = false
  /// A server that only repeats another takes no definitions, not even temporary ones.
  private var isReplica = false
  private var depth = 0
  private var isBusy = false

  /// - Throws: `DatabaseError`
  package init(url: String, _ options: DatabaseOptions = DatabaseOptions()) throws {
    let text = ConnectionText(url)
    name = text.shown
    if let reason = writ_libpq_load() {
      throw DatabaseError(
        .noLibrary,
        "PostgreSQL's client library is not on this machine; on Debian: apt-get install libpq5 (\(String(cString: reason)))"
      )
    }
    guard text.isSound, writ_pq_understands(url) != 0 else {
      throw DatabaseError(
        .noConnection,
        "the address of a PostgreSQL server can't be read: it is `postgres://user:password@host:port/name` with "
          + "special characters percent-encoded, or `host=… dbname=…` with values in single quotes")
    }
    do {
      try connect(url, options)
      try prepareSession(options)
    } catch {
      close()
      throw error
    }
  }

  deinit { close() }

  package func close() {
    if let session { writ_pq_finish(session) }
    session = nil
  }

  // MARK: Opening

  private func connect(_ url: String, _ options: DatabaseOptions) throws {
    let seconds = (options.connectTimeout.milliseconds &+ 999) / 1000
    // What stands before the URL is a default, what stands after it holds.
    let settings: [(String, String)] = [
      ("connect_timeout", String(max(2, seconds))),
      ("keepalives_idle", "30"), ("keepalives_interval", "10"), ("keepalives_count", "3"),
      ("fallback_application_name", "writ"), ("dbname", url), ("client_encoding", "UTF8"),
    ]
    session = CStrings.with(settings.map(\.0) + [nil]) { names in
      CStrings.with(settings.map(\.1) + [nil]) { writ_pq_connect(names, $0, 1) }
    }
    guard let session else { throw DatabaseError(.noConnection, "\(name): out of memory") }
    guard writ_pq_status(session) == WRIT_PQ_CONNECTION_OK else {
      throw DatabaseError(.noConnection, "\(name): \(said(session))")
    }
    writ_pq_silence(session)
  }

  private func prepareSession(_ options: DatabaseOptions) throws {
    var settings = [
      // Unqualified names are ours: nothing a user of the database has made stands in for a function.
      "search_path = pg_catalog, pg_temp", "TimeZone = 'UTC'", "DateStyle = 'ISO, YMD'",
      "IntervalStyle = 'iso_8601'", "bytea_output = 'hex'", "extra_float_digits = 3",
      "standard_conforming_strings = on", "idle_in_transaction_session_timeout = 0",
      "lock_timeout = \(options.lockTimeout.milliseconds)",
    ]
    if let limit = options.statementTimeout {
      settings.append("statement_timeout = \(limit.milliseconds)")
    }
    for setting in settings { try run("SET \(setting)") }
    if options.statementTimeout == nil, let limit = options.fallbackTimeout {
      // Also a limit in the address, in `PGOPTIONS` or of the role stays.
      try query(
        """
        SELECT set_config('statement_timeout', $1, false) \
        WHERE current_setting('statement_timeout') IN ('0', '')
        """, [.text(String(limit.milliseconds))]
      ) { _ in }
    }
    guard options.isReadOnly else { return }
    try run("SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY")
    try query("SELECT pg_is_in_recovery()", []) { isReplica = $0.first == .int(1) }
    try run(
      "BEGIN ISOLATION LEVEL REPEATABLE READ, \(isReplica ? "READ ONLY" : "READ WRITE")")
    isSnapshot = true
    try execute("SELECT 1", [])
  }

  // MARK: Statements

  @discardableResult
  package func execute(_ sql: String, _ parameters: [SQLValue]) throws -> Int {
    try guarded { try answer(sql, parameters) { _ in } }
  }

  package func query(
    _ sql: String, _ parameters: [SQLValue], _ body: ([SQLValue]) throws -> Void
  ) throws {
    _ = try guarded { try answer(sql, parameters, body) }
  }

  package func executeTemporary(_ sql: String) throws {
    try guarded(readOnly: false) { _ = try answer(sql, []) { _ in } }
  }

  package var hasTemporaryTables: Bool { !isReplica }

  package func makeTemporary(
    _ table: String, as query: String, _ parameters: [SQLValue]
  ) throws {
    guard isSnapshot else {
      try execute("CREATE TEMPORARY TABLE \(table) AS \(query)", parameters)
      return
    }
    // What defines the table reads no row, and what reads rows writes nothing but the table.
    try guarded(readOnly: false) {
      _ = try answer(
        "CREATE TEMPORARY TABLE \(table) AS \(query) WITH NO DATA", parameters
      ) { _ in }
    }
    try execute("INSERT INTO \(table) \(query)", parameters)
  }

  package func insert(
    into table: String, columns: [String], next: () throws -> [SQLValue]?
  ) throws {
    let names = columns.map(SQLIdentifier.quoted).joined(separator: ", ")
    try guarded {
      try copy("COPY \(SQLIdentifier.quoted(table)) (\(names)) FROM STDIN", columns.count, next)
    }
  }

  package func transaction<Result>(_ body: () throws -> Result) throws -> Result {
    let point = "writ_\(depth)"
    let isOuter = depth == 0 && !isSnapshot
    try run(isOuter ? "BEGIN" : "SAVEPOINT \(point)")
    depth += 1
    defer { depth -= 1 }
    do {
      let result = try body()
      let session = try open()
      guard writ_pq_transaction_status(session) != WRIT_PQ_TRANSACTION_FAILED else {
        throw DatabaseError(.statement, "\(name): a statement of the transaction has failed")
      }
      try run(isOuter ? "COMMIT" : "RELEASE \(point)")
      return result
    } catch {
      // What went wrong first is what is told.
      try? run(isOuter ? "ROLLBACK" : "ROLLBACK TO \(point); RELEASE \(point)")
      throw error
    }
  }

  /// Within a snapshot: all or nothing of the body, and by default nothing but temporary tables written.
  private func guarded<Result>(readOnly: Bool = true, _ body: () throws -> Result) throws -> Result
  {
    guard isSnapshot else { return try body() }
    try run("SAVEPOINT writ" + (readOnly ? "; SET TRANSACTION READ ONLY" : ""))
    do {
      let result = try body()
      try run("RELEASE writ")
      return result
    } catch {
      try? run("ROLLBACK TO writ; RELEASE writ")
      throw error
    }
  }

  private func open() throws -> OpaquePointer {
    guard let session else { throw DatabaseError(.lost, "\(name): the session is closed") }
    if isBusy {
      throw DatabaseError(.statement, "\(name): a statement of this session is still running")
    }
    return session
  }

  /// Statements of ours, without values and rows.
  private func run(_ sql: String) throws {
    let session = try open()
    guard let result = PostgresResult(writ_pq_execute(session, sql)) else {
      throw error(nil, session)
    }
    guard result.status == WRIT_PQ_COMMAND_OK else { throw error(result, session) }
  }

  /// - Returns: how many rows were changed.
  private func answer(
    _ sql: String, _ parameters: [SQLValue], _ body: ([SQLValue]) throws -> Void
  ) throws -> Int {
    let session = try open()
    guard !sql.utf8.contains(0) else {
      throw DatabaseError(.statement, "\(name): a statement holds a NUL byte")
    }
    let texts = try parameters.map { try $0.postgresText() }
    let count = Int32(clamping: texts.count)
    guard CStrings.with(texts, { writ_pq_send(session, sql, count, $0) }) == 1 else {
      throw error(nil, session)
    }
    writ_pq_single_rows(session)
    isBusy = true
    defer { isBusy = false }
    do {
      return try take(from: session, body)
    } catch {
      // The rest of the answer is asked for no more, and taken off the line.
      writ_pq_cancel(session)
      drain(session)
      throw error
    }
  }

  private func take(from session: OpaquePointer, _ body: ([SQLValue]) throws -> Void) throws -> Int
  {
    var forms: [PostgresForm]?
    var row: [SQLValue] = []
    var changed = 0
    while let result = PostgresResult(writ_pq_next_result(session)) {
      switch result.status {
      case WRIT_PQ_SINGLE_TUPLE, WRIT_PQ_TUPLES_OK:
        let known = forms ?? result.forms()
        forms = known
        for index in 0..<writ_pq_row_count(result.pointer) {
          result.values(row: index, forms: known, into: &row)
          try body(row)
        }
      case WRIT_PQ_COMMAND_OK:
        changed += result.changedRows
      case WRIT_PQ_COPY_IN, WRIT_PQ_COPY_OUT, WRIT_PQ_COPY_BOTH:
        // It waits for data that nobody gives; there is no other way out.
        close()
        throw DatabaseError(.statement, "\(name): COPY is no statement to run this way")
      default:
        throw error(result, session)
      }
    }
    return changed
  }

  private func drain(_ session: OpaquePointer) {
    guard self.session != nil else { return }
    while PostgresResult(writ_pq_next_result(session)) != nil {}
  }

  // MARK: COPY

  private func copy(_ sql: String, _ width: Int, _ next: () throws -> [SQLValue]?) throws {
    let session = try open()
    guard let started = PostgresResult(writ_pq_execute(session, sql)) else {
      throw error(nil, session)
    }
    guard started.status == WRIT_PQ_COPY_IN else { throw error(started, session) }
    isBusy = true
    defer { isBusy = false }
    do {
      var lines = CopyLines()
      while let row = try next() {
        guard row.count == width else {
          throw DatabaseError(.statement, "a row of \(row.count) values for \(width) columns")
        }
        try lines.add(row)
        if lines.bytes.count >= 1 << 16 {
          try send(lines, session)
          lines.removeAll()
        }
      }
      try send(lines, session)
    } catch {
      writ_pq_copy_end(session, "stopped")
      drain(session)
      throw error
    }
    guard writ_pq_copy_end(session, nil) == 1 else { throw error(nil, session) }
    var failure: DatabaseError?
    while let result = PostgresResult(writ_pq_next_result(session)) {
      if result.status != WRIT_PQ_COMMAND_OK { failure = failure ?? error(result, session) }
    }
    if let failure { throw failure }
  }

  private func send(_ lines: CopyLines, _ session: OpaquePointer) throws {
    if lines.bytes.isEmpty { return }
    let sent = lines.bytes.withUnsafeBytes { buffer in
      writ_pq_copy_data(
        session, buffer.bindMemory(to: CChar.self).baseAddress, Int32(clamping: buffer.count))
    }
    guard sent == 1 else { throw error(nil, session) }
  }

  // MARK: Errors

  private func error(_ result: PostgresResult?, _ session: OpaquePointer) -> DatabaseError {
    let state = result?.field(WRIT_PQ_FIELD_STATE)
    let message = result?.field(WRIT_PQ_FIELD_MESSAGE) ?? said(session)
    let kind: DatabaseError.Kind =
      switch state {
      case "57014", "55P03": .timeout
      case "57P01", "57P02", "57P03", "57P04", "57P05", "25P03": .lost
      case let state? where state.hasPrefix("08"): .lost
      default: writ_pq_status(session) == WRIT_PQ_CONNECTION_OK ? .statement : .lost
      }
    return DatabaseError(kind, "\(name): \(message)", state: state)
  }

  /// The library's last message, its first line.
  private func said(_ session: OpaquePointer) -> String {
    let text = writ_pq_error(session).map { String(cString: $0) } ?? ""
    let line = text.split(whereSeparator: \.isNewline).first ?? "unknown error"
    return String(line)
  }
}

/// Texts as C takes them.
enum CStrings {
  /// - Parameter texts: none of them holds a NUL.
  static func with<Result>(
    _ texts: [String?], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) throws -> Result
  ) rethrows -> Result {
    var bytes: [CChar] = []
    var starts: [Int?] = []
    for text in texts {
      starts.append(text == nil ? nil : bytes.count)
      guard let text else { continue }
      for byte in text.utf8 { bytes.append(CChar(bitPattern: byte)) }
      bytes.append(0)
    }
    return try bytes.withUnsafeBufferPointer { buffer in
      let pointers = starts.map { start in
        start.flatMap { start in buffer.baseAddress.map { $0 + start } }
      }
      return try pointers.withUnsafeBufferPointer { try body($0.baseAddress) }
    }
  }
}
