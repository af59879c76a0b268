extension PostgresConnection {
  package func columns(of table: TableName) throws -> [DatabaseColumn]? {
    // A domain is followed to its type, an array to its elements.
    let sql = """
      WITH RECURSIVE types AS (
        SELECT a.attnum, a.attname, format_type(a.atttypid, a.atttypmod) AS declared, a.attnotnull,
          t.oid, t.typtype, t.typcategory, t.typbasetype, t.typelem, 0 AS arrays, 0 AS step
        FROM pg_attribute a
          JOIN pg_class c ON c.oid = a.attrelid
          JOIN pg_namespace n ON n.oid = c.relnamespace
          JOIN pg_type t ON t.oid = a.atttypid
        WHERE n.nspname = $1 AND c.relname = $2 AND c.relkind IN ('r', 'v', 'm', 'f', 'p')
          AND a.attnum > 0 AND NOT a.attisdropped
        UNION ALL
        SELECT s.attnum, s.attname, s.declared, s.attnotnull,
          t.oid, t.typtype, t.typcategory, t.typbasetype, t.typelem,
          s.arrays + CASE WHEN s.typtype = 'd' THEN 0 ELSE 1 END, s.step + 1
        FROM types s
          JOIN pg_type t ON t.oid = CASE WHEN s.typtype = 'd' THEN s.typbasetype ELSE s.typelem END
        WHERE s.typtype = 'd' OR s.typcategory = 'A' AND s.typelem <> 0
      )
      SELECT DISTINCT ON (attnum) attname, declared, attnotnull, oid, typtype, typcategory, arrays
      FROM types ORDER BY attnum, step DESC
      """
    var columns: [DatabaseColumn] = []
    try query(sql, [.text(table.schema ?? "public"), .text(table.name)]) { row in
      guard row.count == 7, case .text(let name) = row[0], case .text(let type) = row[1],
        case .int(let identifier) = row[3], case .int(let arrays) = row[6]
      else { return }
      var kind = Self.kind(of: identifier)
      if kind == .other, row[4] == .text("e") { kind = .word }
      if kind == .other, row[5] == .text("S") { kind = .text }
      if arrays > 1 { kind = .other }
      columns.append(
        DatabaseColumn(
          name: name, type: type, kind: kind, isNullable: row[2] == .int(0), isArray: arrays > 0))
    }
    return columns.isEmpty ? nil : columns
  }

  /// - Parameter type: the object identifier of a built-in type; these never change.
  private static func kind(of type: Int64) -> DatabaseColumn.Kind {
    switch type {
    case 16: .bool
    case 20, 21, 23, 26: .int
    case 1700: .decimal
    case 700, 701: .real
    case 18, 19, 25, 774, 829, 1043: .text
    case 1042: .blankPadded
    case 2950: .uuid
    case 17: .bytes
    case 1082: .date
    case 1114: .timestamp
    case 1184: .zonedTimestamp
    case 1186: .interval
    case 869: .address
    case 650: .network
    case 114, 3802: .json
    default: .other
    }
  }

  package func tables() throws -> [TableName] {
    var tables: [TableName] = []
    try query(
      """
      SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'v', 'm', 'f', 'p') AND n.nspname !~ '^pg_'
        AND n.nspname <> 'information_schema'
      ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C" LIMIT 1000
      """, []
    ) { row in
      if row.count == 2, case .text(let schema) = row[0], case .text(let name) = row[1] {
        tables.append(TableName(schema: schema, name))
      }
    }
    return tables
  }
}
