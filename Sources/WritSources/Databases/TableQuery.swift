import WritDatabase
import WritValues

/// The statement that reads a table: the declared columns, in the order of the key.
struct TableQuery {
  let table: TableName
  let dialect: SQLDialect
  let schema: DatasetSchema
  let fields: [TableField]

  var sql: String {
    // A table with none of the fields can't be: the key is one of them.
    let columns = fields.map { selection($0.column) }.joined(separator: ", ")
    return """
      SELECT \(columns) FROM \(place.sql) AS t ORDER BY \(order.joined(separator: ", "))
      """
  }

  /// The same rows by their numbers, the parameter's, from 1; the number comes last.
  var numbered: String {
    let columns = fields.enumerated().map { "\(selection($1.column)) AS c\($0)" }
    let names = fields.indices.map { "q.c\($0), " }.joined()
    let wanted =
      dialect == .sqlite
      ? "IN (SELECT value FROM json_each(?1))" : "= ANY ($1::bigint[])"
    return """
      SELECT \(names)q.n FROM (SELECT \(columns.joined(separator: ", ")), \
      row_number() OVER (ORDER BY \(order.joined(separator: ", "))) AS n FROM \(place.sql) AS t) AS q \
      WHERE q.n \(wanted) ORDER BY q.n
      """
  }

  /// The parameter of `numbered`.
  func list(_ numbers: [Int64]) -> SQLValue {
    let list = numbers.map(String.init).joined(separator: ",")
    return .text(dialect == .sqlite ? "[\(list)]" : "{\(list)}")
  }

  /// As statements name it.
  var place: TableName {
    dialect == .sqlite ? TableName(schema: table.schema ?? "main", table.name) : table
  }

  private func name(_ column: DatabaseColumn) -> String {
    "t.\(SQLIdentifier.quoted(column.name))"
  }

  private func selection(_ column: DatabaseColumn) -> String {
    guard dialect == .postgres else { return name(column) }
    switch column.kind {
    // Blanks at the end of `char(n)` mean nothing, and the cast drops them.
    case .bool, .int, .real, .blankPadded:
      return "\(name(column))::text\(column.isArray ? "[]" : "")"
    default: return name(column)
    }
  }

  /// Key, order, then all the rest, so that rows have one order whatever the plan.
  private var order: [String] {
    let first = key + [schema.order?.field].compactMap { $0 }
    var seen: Set<Text> = []
    let fields = (own(first) + fields).filter { seen.insert(Text($0.column.name)).inserted }
    return fields.enumerated().map { index, field in term(field, isKey: index < first.count) }
  }

  /// The order of the key alone.
  var keyOrder: [String] { own(key).map { term($0, isKey: true) } }

  private var key: [Int] {
    schema.key.flatMap { index -> [Int] in
      guard schema.fields.indices.contains(index) else { return [] }
      let components = schema.fields[index].components
      return components.isEmpty ? [index] : components
    }
  }

  private func own(_ indices: [Int]) -> [TableField] {
    indices.filter { schema.fields.indices.contains($0) }.map { schema.fields[$0].name }
      .compactMap { name in fields.first { $0.name == name } }
  }

  private func term(_ field: TableField, isKey: Bool) -> String {
    let column = field.column
    guard dialect == .postgres else {
      // Numbers that are read as texts are in the order of texts.
      let isText = isKey && field.isText && !column.hasTextAffinity
      return "\(isText ? "CAST(\(name(column)) AS TEXT)" : name(column)) COLLATE BINARY"
    }
    if isKey, field.isText, column.kind == .int { return "\(name(column))::text COLLATE \"C\"" }
    let natural: Set<DatabaseColumn.Kind> = [
      .bool, .int, .decimal, .uuid, .date, .timestamp, .zonedTimestamp, .address, .network,
    ]
    // An index on the key gives this order without a sort.
    if isKey, !column.isArray, natural.contains(column.kind) { return name(column) }
    return "\(name(column))::text COLLATE \"C\""
  }
}

extension DatabaseColumn {
  /// Whether SQLite stores whole numbers in it as texts.
  fileprivate var hasTextAffinity: Bool {
    let type = type.uppercased()
    return !type.contains("INT") && ["CHAR", "CLOB", "TEXT"].contains { type.contains($0) }
  }
}
