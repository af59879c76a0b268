package import WritDatabase
package import WritTables
package import WritValues

/// A table or view of a database, read in place: only the columns that the schema declares, row by row.
///
/// Its rows are numbered in the order of their key; that number is what a place shows for a line.
package struct DatabaseTable: RecordSource {
  package let inputNames: [String]
  private let session: DatabaseSession
  private let sql: String
  private let fields: [TableField]
  private let zone: Zone?

  /// - Parameters:
  ///   - name: what places are shown under: `public.users`.
  ///   - columns: the column of a field that is called otherwise; a path goes on into a JSON column.
  ///   - zone: of times that name none.
  ///   - keyType: the type of the key of another dataset, which a reference to it holds.
  /// - Throws: `DatabaseTrouble` where table and schema do not fit, and `DatabaseError`.
  package init(
    _ table: TableName, of session: DatabaseSession, name: String, schema: DatasetSchema,
    columns map: [String: String] = [:], zone: Zone? = nil,
    keyType: @escaping (DatasetName) -> ValueType = { _ in .text }
  ) throws {
    self.session = session
    self.zone = zone
    inputNames = [name]
    let table =
      table.schema == nil && session.location.isPostgres
      ? TableName(schema: "public", table.name) : table
    let (dialect, found) = try session.with { connection in
      guard let columns = try connection.columns(of: table) else {
        throw DatabaseTrouble(noTable: table, known: try connection.tables())
      }
      return (connection.dialect, columns)
    }
    fields = try TableField.fields(
      of: schema, in: found, table: table, dialect: dialect, map: map, keyType: keyType)
    sql = TableQuery(table: table, dialect: dialect, schema: schema, fields: fields).sql
    // Whether we may read it, and whether its views work, shows only when it is asked for rows.
    let probe = sql + " LIMIT 0"
    do {
      try session.with { connection in try connection.query(probe, []) { _ in } }
    } catch let error as DatabaseError where error.kind == .statement {
      throw DatabaseTrouble(.access, Self.withheld(error))
    }
  }

  /// How its records are bound to the schema's fields.
  package var binding: FieldBinding {
    FieldBinding(
      fieldMap: Dictionary(
        fields.compactMap { field in field.wrapped.map { (field.name, $0) } },
        uniquingKeysWith: { $1 }), zone: zone)
  }

  package func forEachRecord(_ body: (JSONValue, RowOrigin) throws -> Void) throws -> [Reject] {
    var number: Int64 = 0
    do {
      try session.with { connection in
        try connection.query(sql, []) { row in
          number &+= 1
          let members = zip(fields, row).compactMap { $0.member($1) }
          try body(
            .object(members),
            RowOrigin(input: 0, line: Int32(clamping: number), start: number, end: number))
        }
      }
    } catch let error as DatabaseError where error.kind == .statement {
      throw DatabaseError(.statement, Self.withheld(error), state: error.state)
    }
    return []
  }

  /// What PostgreSQL says of data it can't compute with repeats the data, which may be personal.
  private static func withheld(_ error: DatabaseError) -> String {
    guard let state = error.state,
      ["22", "23", "P0"].contains(where: { state.hasPrefix($0) })
    else { return error.message }
    return "a value can't be computed (SQLSTATE \(state))"
  }
}

extension DatabaseLocation {
  fileprivate var isPostgres: Bool { if case .postgres = self { true } else { false } }
}

/// Why a table can't deliver a dataset, and which key of the settings is about it.
package struct DatabaseTrouble: Error, Hashable, Sendable, CustomStringConvertible {
  package enum Subject: Hashable, Sendable {
    /// There is none of that name.
    case table
    /// The table is there, and the database does not hand it out.
    case access
    /// The field for which there is no fitting column.
    case field(String)
  }

  package var subject: Subject
  package var description: String
  /// Names that may be meant.
  package var candidates: [String]
  package var help: [String] = []

  init(
    _ subject: Subject, _ description: String, candidates: [String] = [], help: [String] = []
  ) {
    self.subject = subject
    self.description = description
    self.candidates = candidates
    self.help = help
  }

  fileprivate init(noTable table: TableName, known: [TableName]) {
    // One of that name in another schema is likelier meant than one of another name.
    let alike = known.filter { Text($0.name.lowercased()) == Text(table.name.lowercased()) }
    self.init(
      .table, "there is no table or view `\(table)`",
      candidates: alike.isEmpty ? known.map(\.description) : [],
      help: alike.prefix(3).map { "there is `\($0)`" })
  }
}
