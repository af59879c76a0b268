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
      SELECT \(columns) FROM \(dialect == .sqlite ? inMain.sql : table.sql) AS t \
      ORDER BY \(order.joined(separator: ", "))
      """
  }

  private var inMain: TableName { TableName(schema: table.schema ?? "main", table.name) }

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
    let key = schema.key.flatMap { index -> [Int] in
      guard schema.fields.indices.contains(index) else { return [] }
      let components = schema.fields[index].components
      return components.isEmpty ? [index] : components
    }
    let first = (key + [schema.order?.field].compactMap { $0 })
      .filter { schema.fields.indices.contains($0) }.map { schema.fields[$0].name }
    var seen: Set<Text> = []
    let columns = (first.compactMap { name in fields.first { $0.name == name } } + fields)
      .map(\.column).filter { seen.insert(Text($0.name)).inserted }
    return columns.enumerated().map { index, column in
      term(column, isKey: index < first.count)
    }
  }

  private func term(_ column: DatabaseColumn, isKey: Bool) -> String {
    guard dialect == .postgres else { return "\(name(column)) COLLATE BINARY" }
    let natural: Set<DatabaseColumn.Kind> = [
      .bool, .int, .decimal, .uuid, .date, .timestamp, .zonedTimestamp, .address, .network,
    ]
    // An index on the key gives this order without a sort.
    if isKey, !column.isArray, natural.contains(column.kind) { return name(column) }
    return "\(name(column))::text COLLATE \"C\""
  }
}
