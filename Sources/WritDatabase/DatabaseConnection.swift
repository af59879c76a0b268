/// One session with a database. Not shared between threads.
package protocol DatabaseConnection: AnyObject {
  var dialect: SQLDialect { get }

  /// Whether temporary tables can be made: a server that only repeats another has none.
  var hasTemporaryTables: Bool { get }

  /// Runs one statement that gives back no rows.
  ///
  /// - Parameter parameters: for `?1`, `?2`, … in SQLite and `$1`, `$2`, … in PostgreSQL, where they go as text:
  ///   a statement casts them (`$1::bigint`).
  /// - Returns: how many rows it changed.
  /// - Throws: `DatabaseError`
  @discardableResult
  func execute(_ sql: String, _ parameters: [SQLValue]) throws -> Int

  /// Runs a statement that defines or drops something temporary: `CREATE TEMPORARY TABLE`, an index on one.
  ///
  /// The one way past `readOnly`, so nothing that was read ever becomes a part of it.
  /// - Throws: `DatabaseError`
  func executeTemporary(_ sql: String) throws

  /// Makes a temporary table of what a query gives; the query itself runs read-only where the session is.
  ///
  /// - Parameter table: a name of ours.
  /// - Throws: `DatabaseError`
  func makeTemporary(_ table: String, as query: String, _ parameters: [SQLValue]) throws

  /// Hands over each row as it comes; never holds the whole answer.
  ///
  /// Whole numbers and PostgreSQL's bools (1 and 0) come as `int`, floating point as `real`, blobs as `bytes`, all else
  /// as `text`. A text of SQLite that is not UTF-8 comes as `bytes`, so that nothing is mended in silence.
  /// - Throws: `DatabaseError`, and what the body throws.
  func query(_ sql: String, _ parameters: [SQLValue], _ body: ([SQLValue]) throws -> Void) throws

  /// Adds rows to a table, in bulk. `next` gives one row's values after another, nil at the end. All rows or none.
  ///
  /// - Parameter table: one name, quoted here; found as the database finds a name without a schema.
  /// - Throws: `DatabaseError`, and what `next` throws.
  func insert(into table: String, columns: [String], next: () throws -> [SQLValue]?) throws

  /// All of the body or nothing; may be nested.
  func transaction<Result>(_ body: () throws -> Result) throws -> Result

  /// The columns of a table or view, in order; nil where there is none of that name.
  ///
  /// - Throws: `DatabaseError`
  func columns(of table: TableName) throws -> [DatabaseColumn]?

  /// The tables and views of users, for suggestions; at most a thousand.
  ///
  /// - Throws: `DatabaseError`
  func tables() throws -> [TableName]

  /// Ends the session; using it afterwards is an error.
  func close()
}

extension DatabaseConnection {
  package var hasTemporaryTables: Bool { true }

  package func makeTemporary(
    _ table: String, as query: String, _ parameters: [SQLValue]
  ) throws {
    try execute("CREATE TEMPORARY TABLE \(table) AS \(query)", parameters)
  }

  package func executeTemporary(_ sql: String) throws { try execute(sql, []) }
}
