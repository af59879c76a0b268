/// The two dialects Writ speaks.
package enum SQLDialect: String, CaseIterable, Sendable { case sqlite, postgres }

/// A value that goes to a database or comes from one.
package enum SQLValue: Hashable, Sendable {
  case null
  case int(Int64)
  case real(Double)
  case text(String)
  case bytes([UInt8])
}

/// One session with a database. Not shared between threads.
package protocol DatabaseConnection: AnyObject {
  var dialect: SQLDialect { get }

  /// Runs one statement that gives back no rows.
  ///
  /// - Parameter parameters: for `?1`, `?2`, … in SQLite and `$1`, `$2`, … in PostgreSQL, where they go as text:
  ///   a statement casts them (`$1::bigint`).
  /// - Returns: how many rows it changed.
  /// - Throws: `DatabaseError`
  @discardableResult
  func execute(_ sql: String, _ parameters: [SQLValue]) throws -> Int

  /// Hands over each row as it comes; never holds the whole answer.
  ///
  /// - Throws: `DatabaseError`, and what the body throws.
  func query(_ sql: String, _ parameters: [SQLValue], _ body: ([SQLValue]) throws -> Void) throws

  /// Adds rows to a table, in bulk. `next` gives one row's values after another, nil at the end.
  func insert(into table: String, columns: [String], next: () throws -> [SQLValue]?) throws

  /// All of the body or nothing.
  func transaction<Result>(_ body: () throws -> Result) throws -> Result

  /// Ends the session; using it afterwards is an error.
  func close()
}

/// What a database refused or could not do.
package struct DatabaseError: Error, Hashable, Sendable, CustomStringConvertible {
  package enum Kind: String, Sendable {
    /// The client library is not on this machine.
    case noLibrary
    /// There is no such file, host or database, or it did not let us in.
    case noConnection
    /// The session ended in the middle of something.
    case lost
    /// The statement took longer than it may.
    case timeout
    /// The statement is wrong, or its data.
    case statement
  }

  package var kind: Kind
  /// For people, without passwords.
  package var message: String
  /// The five characters of SQLSTATE, where the database gives them.
  package var state: String?

  package init(_ kind: Kind, _ message: String, state: String? = nil) {
    self.kind = kind
    self.message = message
    self.state = state
  }

  package var description: String { message }
}
