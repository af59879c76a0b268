/// Where a database is.
package enum DatabaseLocation: Hashable, Sendable, CustomStringConvertible {
  case sqlite(path: String)
  /// A database of this session alone, on disk where it grows, gone with it.
  case sqliteTemporary
  /// `postgres://user@host/name`, or keywords: `host=… dbname=…`.
  case postgres(url: String)

  /// For people: never with a password.
  package var description: String {
    switch self {
    case .sqlite(let path): path
    case .sqliteTemporary: "a temporary database"
    case .postgres(let url): ConnectionText(url).shown
    }
  }

  /// - Throws: `DatabaseError`
  package func open(_ options: DatabaseOptions = DatabaseOptions()) throws -> any DatabaseConnection
  {
    switch self {
    case .sqlite, .sqliteTemporary: try SQLiteConnection(self, options)
    case .postgres(let url): try PostgresConnection(url: url, options)
    }
  }
}

/// How a session is opened.
package struct DatabaseOptions: Hashable, Sendable {
  /// Nothing but temporary tables can be written, and all statements see the one state the database had at first.
  package var isReadOnly = false
  /// For one statement and the taking of its rows; nil sets no limit.
  package var statementTimeout: Duration?
  /// The same where the server sets no limit of its own.
  package var fallbackTimeout: Duration?
  package var connectTimeout: Duration = .seconds(10)
  /// How long a statement waits for what another session has locked.
  package var lockTimeout: Duration = .seconds(30)

  package init(isReadOnly: Bool = false, statementTimeout: Duration? = nil) {
    self.isReadOnly = isReadOnly
    self.statementTimeout = statementTimeout
  }

  /// A statement that has run so long is taken to hang.
  package static let patience: Duration = .seconds(30 * 60)
}

extension Duration {
  /// Whole milliseconds, at least one, within what 32 bits hold.
  var milliseconds: Int32 {
    let (seconds, attoseconds) = components
    if seconds >= 2_000_000 { return 2_000_000_000 }
    return Int32(clamping: max(1, seconds &* 1000 &+ attoseconds / 1_000_000_000_000_000))
  }
}
