package import WritDatabase
package import WritTables
package import WritValues

/// A table or view of a database, read in place: only the columns that the schema declares, row by row.
///
/// Its rows are numbered in the order of their key; that number is what a place shows for a line.
package struct DatabaseTable: NumberedRecordSource {
  package let inputNames: [String]
  package let session: DatabaseSession
  private let query: TableQuery
  private let fields: [TableField]
  private let zone: Zone?
  private let keyType: @Sendable (DatasetName) -> ValueType

  /// - Parameters:
  ///   - name: what places are shown under: `public.users`.
  ///   - columns: the column of a field that is called otherwise; a path goes on into a JSON column.
  ///   - zone: of times that name none.
  ///   - keyType: the type of the key of another dataset, which a reference to it holds.
  /// - Throws: `DatabaseTrouble` where table and schema do not fit, and `DatabaseError`.
  package init(
    _ table: TableName, of session: DatabaseSession, name: String, schema: DatasetSchema,
    columns map: [String: String] = [:], zone: Zone? = nil,
    keyType: @escaping @Sendable (DatasetName) -> ValueType = { _ in .text }
  ) throws {
    self.session = session
    self.zone = zone
    self.keyType = keyType
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
    query = TableQuery(table: table, dialect: dialect, schema: schema, fields: fields)
    // Whether we may read it, and whether its views work, shows only when it is asked for rows.
    let probe = query.sql + " LIMIT 0"
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
    try ask(query.sql, []) { row in
      number &+= 1
      try body(record(row), Self.origin(number))
    }
    return []
  }

  package func forEachRecord(
    at numbers: [Int64], _ body: (JSONValue, RowOrigin) throws -> Void
  ) throws {
    for start in stride(from: 0, to: numbers.count, by: Self.asked) {
      let part = numbers[start..<min(numbers.count, start + Self.asked)].map { $0 &+ 1 }
      try ask(query.numbered, [query.list(part)]) { row in
        guard case .int(let number)? = row.last else { return }
        try body(record(row), Self.origin(number))
      }
    }
  }

  /// How many rows are asked for at a time.
  private static let asked = 50_000

  private func record(_ row: [SQLValue]) -> JSONValue {
    .object(zip(fields, row).compactMap { $0.member($1) })
  }

  private static func origin(_ number: Int64) -> RowOrigin {
    RowOrigin(input: 0, line: Int32(clamping: number), start: number, end: number)
  }

  private func ask(
    _ sql: String, _ parameters: [SQLValue], _ body: ([SQLValue]) throws -> Void
  ) throws {
    do {
      try session.with { try $0.query(sql, parameters, body) }
    } catch let error as DatabaseError where error.kind == .statement {
      throw DatabaseError(.statement, Self.withheld(error), state: error.state)
    }
  }

  /// For statements that read the table where it is.
  package var bound: BoundTable {
    let schema = query.schema
    let decoder = RecordDecoder(
      schema: schema, binding: binding, input: inputNames.first ?? "", keyType: keyType)
    var columns: [Int: BoundTable.Column] = [:]
    for (index, field) in schema.fields.enumerated() {
      guard let own = fields.first(where: { $0.name == field.name }) else { continue }
      columns[index] = BoundTable.Column(own.column, hasPath: !own.path.isEmpty) { value in
        decoder.datum(of: index, in: .object(own.member(value).map { [$0] } ?? []))
      }
    }
    return BoundTable(
      table: query.place, columns: columns, keyOrder: query.keyOrder, zone: zone)
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
