import WritDatabase
import WritValues

/// A dataset's table read where it lies: a query that gives the columns a loaded one would have.
///
/// A value is made in SQL where the dialect can say exactly what the reader makes of it; else SQLite asks the reader
/// itself, and for PostgreSQL there is an obstacle. Every row has to have a key of its own.
struct InPlaceTable {
  /// Why rows have to be loaded.
  struct Obstacle: Error {
    var reason: String
  }

  /// What stands in a FROM clause.
  private(set) var source: String
  /// Tables of the words of closed sets, to be made first.
  private(set) var words: [(table: String, words: [Text])] = []

  private let bound: BoundTable
  private let table: DatasetTable
  private let kinds: SQLKinds
  private let dialect: SQLDialect
  private let cells: CellReaders
  private var values: [String] = []
  private var known: [Int: Field] = [:]

  /// A field in terms of the inner query: its value, and its causes where that is NULL.
  private struct Field {
    var value: String
    var causes: String
  }

  /// - Parameter stale: causes of all fields but the key; 0 where the dataset is fresh.
  /// - Throws: `Obstacle`
  init(
    _ bound: BoundTable, as table: DatasetTable, stale: Int64, kinds: SQLKinds,
    dialect: SQLDialect, cells: CellReaders
  ) throws {
    self.bound = bound
    self.table = table
    self.kinds = kinds
    self.dialect = dialect
    self.cells = cells
    source = ""
    var columns = ["b.n AS n", "\(Self.number(0, dialect)) AS x"]
    try checkKey()
    if let kind = table.keyKind { columns.append("\(try key(kind)) AS k") }
    for (index, shape) in table.shapes.sorted(by: { $0.key < $1.key }) {
      let isStale = stale != 0 && !table.schema.key.contains(index)
      switch shape {
      case .scalar(let kind, let name):
        let field =
          isStale
          ? Field(value: kind.null(dialect).text, causes: Self.number(stale, dialect))
          : try self.field(index, kind)
        columns.append("\(field.value) AS \(name)")
        columns.append(
          "CASE WHEN \(field.value) IS NULL THEN \(field.causes) ELSE \(Self.number(0, dialect)) END AS \(name)c"
        )
      case .record, .elements, .opaque:
        throw Obstacle(reason: "`\(table.schema.fields[index].name)` is no single value")
      }
    }
    let inner =
      (["row_number() OVER (ORDER BY \(bound.keyOrder.joined(separator: ", "))) - 1 AS n"]
      + values).joined(separator: ", ")
    let text = """
      (SELECT \(columns.joined(separator: ", ")) FROM (SELECT \(inner) FROM \(bound.table.sql) AS t) AS b)
      """
    // Fragments know columns of ours and parameters by what stands in their texts.
    guard Fragment.columns(in: text).isEmpty, !text.utf8.contains(SQLParameters.mark) else {
      throw Obstacle(reason: "the name of its table or of a column has signs of ours in it")
    }
    source = text
  }

  private static func number(_ number: Int64, _ dialect: SQLDialect) -> String {
    dialect == .sqlite ? "\(number)" : "\(number)::bigint"
  }

  // MARK: Keys

  private var keyParts: [Int] {
    table.schema.key.flatMap { index -> [Int] in
      let components = table.schema.fields[index].components
      return components.isEmpty ? [index] : components
    }
  }

  /// The database's order of the rows has to be that of their keys as values.
  private func checkKey() throws {
    guard table.keyKind != nil, bound.keyOrder.count == keyParts.count else {
      throw Obstacle(reason: "its key is of a type that is not ordered alike in SQL")
    }
    for part in keyParts {
      let field = table.schema.fields[part]
      guard let kind = kinds.kind(of: field.type), let column = bound.columns[part],
        !column.hasPath, isInOrder(column.column.kind, kind)
      else {
        throw Obstacle(reason: "its key `\(field.name)` is not ordered alike in SQL")
      }
    }
  }

  private func isInOrder(_ column: DatabaseColumn.Kind, _ kind: SQLKind) -> Bool {
    switch (dialect, kind) {
    case (.sqlite, .int), (.sqlite, .decimal), (.sqlite, .text), (.sqlite, .bool): true
    case (.sqlite, _): false
    case (.postgres, .int), (.postgres, .bytes), (.postgres, .decimal):
      column == .int || column == .decimal
    case (.postgres, .text):
      [.int, .text, .uuid, .blankPadded, .word].contains(column)
    case (.postgres, .bool), (.postgres, .time): true
    case (.postgres, _): false
    }
  }

  private mutating func key(_ kind: SQLKind) throws -> String {
    let parts = table.schema.key
    if parts.count == 1, let index = parts.first { return try field(index, kind).value }
    guard case .tuple(let kinds) = kind, kinds.count == parts.count else {
      throw Obstacle(reason: "its key is of a type that is not ordered alike in SQL")
    }
    return try tuple(zip(parts, kinds).map { try field($0, $1) }, kinds).value
  }

  // MARK: Fields

  private mutating func field(_ index: Int, _ kind: SQLKind) throws -> Field {
    if let field = known[index] { return field }
    let field = try make(index, kind)
    known[index] = field
    return field
  }

  private mutating func make(_ index: Int, _ kind: SQLKind) throws -> Field {
    let schema = table.schema.fields[index]
    if !schema.components.isEmpty {
      guard case .tuple(let kinds) = kind, kinds.count == schema.components.count else {
        throw Obstacle(reason: "`\(schema.name)` is no single value")
      }
      return try tuple(zip(schema.components, kinds).map { try field($0, $1) }, kinds)
    }
    let absent = SQLEncoding.bit(schema.isOptional ? .missing : .unreadable)
    guard let column = bound.columns[index] else {
      return Field(value: kind.null(dialect).text, causes: Self.number(absent, dialect))
    }
    let name = "t.\(SQLIdentifier.quoted(column.column.name))"
    let refused = Self.number(SQLEncoding.bit(.unreadable), dialect)
    let value: String
    var causes = refused
    switch dialect {
    case .sqlite:
      let cell = cells.add(kind, isPlain: kind == .text && isPlainText(schema.type), column)
      value = stored(name, kind, column, cell)
      if column.hasPath { causes = "writ_cell_causes(\(cell), \(name))" }
    case .postgres:
      value = try written(name, schema, kind, column)
    }
    let number = values.count
    values.append("\(value) AS v\(number)")
    values.append(
      "CASE WHEN \(name) IS NULL THEN \(Self.number(absent, dialect)) ELSE \(causes) END AS u\(number)"
    )
    return Field(value: "b.v\(number)", causes: "b.u\(number)")
  }

  /// Parts apart by commas, texts in hex, as `SQLEncoding` writes a tuple.
  private func tuple(_ fields: [Field], _ kinds: [SQLKind]) throws -> Field {
    var parts: [String] = []
    for (field, kind) in zip(fields, kinds) {
      if case .tuple = kind { throw Obstacle(reason: "its key has a key of several parts in it") }
      switch (dialect, kind.isText) {
      case (.sqlite, true): parts.append("lower(hex(\(field.value)))")
      case (.sqlite, false): parts.append("CAST(\(field.value) AS TEXT)")
      case (.postgres, true):
        parts.append("encode(convert_to(\(field.value), 'UTF8'), 'hex')")
      case (.postgres, false):
        parts.append(kind == .bool ? "\(field.value)::int::text" : "\(field.value)::text")
      }
    }
    // What is unknown makes the whole of it so; SQLite's hex of NULL would be empty.
    let isKnown = fields.map { "\($0.value) IS NOT NULL" }.joined(separator: " AND ")
    let joined = parts.joined(separator: " || ',' || ")
    let text = dialect == .sqlite ? joined : "(\(joined)) COLLATE \"C\""
    let causes = fields.map {
      "CASE WHEN \($0.value) IS NULL THEN \($0.causes) ELSE \(Self.number(0, dialect)) END"
    }
    return Field(
      value: "CASE WHEN \(isKnown) THEN \(text) END", causes: causes.joined(separator: " | "))
  }

  // MARK: SQLite

  private func stored(
    _ name: String, _ kind: SQLKind, _ column: BoundTable.Column, _ cell: Int
  ) -> String {
    let read = "writ_cell(\(cell), \(name))"
    guard !column.hasPath else { return read }
    return switch kind {
    case .int: "CASE typeof(\(name)) WHEN 'integer' THEN \(name) ELSE \(read) END"
    case .bool: "CASE WHEN typeof(\(name)) = 'integer' AND \(name) IN (0, 1) THEN \(name) + 0 END"
    default: read
    }
  }

  private func isPlainText(_ type: ValueType) -> Bool {
    if case .text = base(of: type) { true } else { false }
  }

  // MARK: PostgreSQL

  /// What a column's value is as a field's, NULL where it can't be read; `ColumnReading` says the same for rows that
  /// are loaded.
  private mutating func written(
    _ name: String, _ field: DatasetSchema.Field, _ kind: SQLKind, _ column: BoundTable.Column
  ) throws -> String {
    let obstacle = Obstacle(
      reason: "`\(field.name)`, \(column.column.type), is read by Writ alone")
    guard !column.hasPath, !column.column.isArray else { throw obstacle }
    switch (column.column.kind, kind) {
    case (.bool, .bool): return name
    case (.int, .int), (.int, .bytes): return "\(name)::bigint"
    case (.int, .decimal):
      return """
        CASE WHEN \(name)::bigint BETWEEN -999999999999 AND 999999999999 \
        THEN \(name)::bigint * 1000000 END
        """
    case (.decimal, .int), (.decimal, .bytes):
      return """
        CASE WHEN \(name) BETWEEN -9223372036854775808 AND 9223372036854775807 \
        AND \(name) = trunc(\(name)) THEN \(name)::bigint END
        """
    case (.decimal, .decimal):
      return """
        CASE WHEN abs(\(name)) < 1000000000000 AND abs(round(\(name), 6)) < 1000000000000 \
        THEN (round(\(name), 6) * 1000000)::bigint END
        """
    case (.int, .text), (.text, .text), (.uuid, .text), (.blankPadded, .text), (.word, .text):
      return try text("(\(name)::text COLLATE \"C\")", field, obstacle)
    case (.date, .time):
      guard isUTC || bound.zone == nil else { throw obstacle }
      return """
        CASE WHEN \(name) BETWEEN '0001-01-01'::date AND '9999-12-31'::date \
        THEN (\(name) - '1970-01-01'::date)::bigint * 86400000000 END
        """
    case (.timestamp, .time):
      // Without a zone nobody knows which instant it is.
      if bound.zone == nil { return "NULL::bigint" }
      guard isUTC else { throw obstacle }
      return instant(name, "timestamp")
    case (.zonedTimestamp, .time): return instant(name, "timestamptz")
    case (.address, .ip):
      return """
        CASE WHEN masklen(\(name)) = CASE family(\(name)) WHEN 4 THEN 32 ELSE 128 END \
        THEN (CASE family(\(name)) WHEN 4 THEN '4' ELSE '6' END \
        || encode(substr(inet_send(\(name)), 5), 'hex')) COLLATE "C" END
        """
    default: throw obstacle
    }
  }

  private mutating func text(
    _ value: String, _ field: DatasetSchema.Field, _ obstacle: Obstacle
  ) throws -> String {
    switch base(of: field.type) {
    case .text: return value
    case .closedSet(let set):
      let name = "\(table.name)_words\(words.count)"
      words.append((name, set.words))
      return "CASE WHEN \(value) IN (SELECT w.w FROM \(name) w) THEN \(value) END"
    default: throw obstacle
    }
  }

  /// Microseconds since 1970; of the years 1 to 9999, as elsewhere.
  private func instant(_ name: String, _ type: String) -> String {
    let zone = type == "timestamp" ? "" : "+00"
    return """
      CASE WHEN \(name) >= '0001-01-01 00:00:00\(zone)'::\(type) \
      AND \(name) < '10000-01-01 00:00:00\(zone)'::\(type) \
      THEN (EXTRACT(EPOCH FROM \(name)) * 1000000)::bigint END
      """
  }

  private var isUTC: Bool { bound.zone?.spans.allSatisfy { $0.offset == 0 } ?? false }

  /// What a field of the type holds: keys and references are followed.
  private func base(of type: ValueType, depth: Int = 0) -> ValueType {
    switch type {
    case .key(_, let base): return self.base(of: base, depth: depth)
    case .reference(let name), .row(let name):
      guard depth < 8, let schema = kinds.schemas[name], schema.key.count == 1,
        let index = schema.key.first
      else { return depth < 8 && kinds.schemas[name] != nil ? .poison : .text }
      return base(of: schema.fields[index].type, depth: depth + 1)
    default: return type
    }
  }
}

/// What SQLite asks about single values: the reader itself.
final class CellReaders {
  private struct Cell {
    var value: (SQLValue) -> SQLValue
    var causes: (SQLValue) -> SQLValue
  }

  private var cells: [Cell] = []

  /// - Parameter isPlain: any text is its value.
  /// - Returns: the number by which statements ask.
  func add(_ kind: SQLKind, isPlain: Bool, _ column: BoundTable.Column) -> Int {
    let read = column.read
    let causes: (SQLValue) -> SQLValue = { .int(SQLEncoding.bits(read($0).causes)) }
    if isPlain, !column.hasPath {
      cells.append(
        Cell(
          value: { value in
            switch value {
            case .text: value
            case .int(let number): .text(String(number))
            default: .null
            }
          }, causes: causes))
    } else {
      cells.append(
        Cell(
          value: { value in
            guard case .known(let known) = read(value) else { return .null }
            return SQLEncoding.encode(known, as: kind) ?? .null
          }, causes: causes))
    }
    return cells.count - 1
  }

  /// - Throws: `DatabaseError`
  func define(in connection: SQLiteConnection) throws {
    func add(_ name: String, _ part: @escaping (Cell) -> (SQLValue) -> SQLValue) throws {
      try connection.define(name: name, argumentCount: 2) { [unowned self] arguments in
        guard case .int(let number)? = arguments.first, let value = arguments.last,
          value != .null, cells.indices.contains(Int(clamping: number))
        else { return .null }
        return part(cells[Int(clamping: number)])(value)
      }
    }
    try add("writ_cell") { $0.value }
    try add("writ_cell_causes") { $0.causes }
  }
}
