import WritDatabase
import WritValues

/// Writes the rows of a dataset into its temporary tables.
final class TableWriter {
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  private final class Target {
    let name: String
    let columns: [String]
    var rows: [[SQLValue]] = []

    init(_ name: String, _ columns: [(name: String, type: String)]) {
      self.name = name
      self.columns = columns.map(\.name)
    }
  }

  private let connection: any DatabaseConnection
  private let table: DatasetTable
  private let main: Target
  private var elements: [String: Target] = [:]
  private var pending = 0
  private var count: Int64 = 0

  /// Rows and elements kept before they are sent.
  private static let batch = 20_000

  init(_ table: DatasetTable, _ connection: any DatabaseConnection) {
    self.table = table
    self.connection = connection
    main = Target(table.name, table.columns(connection.dialect))
  }

  func write(
    stale: Causes?, sharedKeys: Set<Value>, rows: ((Row) throws -> Void) throws -> Void
  ) throws {
    let dialect = connection.dialect
    try create(main.name, table.columns(dialect))
    for child in table.elementTables {
      child.count = 0
      elements[child.name] = Target(child.name, child.columns(dialect))
      try create(child.name, child.columns(dialect))
    }
    table.stale = stale.map(SQLEncoding.bits) ?? 0
    table.hasRejected = false
    table.doubts = 0
    try rows { try add($0) }
    try flush()
    try finish(sharedKeys)
  }

  private func create(_ name: String, _ columns: [(name: String, type: String)]) throws {
    let list = columns.map { "\($0.name) \($0.type)" }.joined(separator: ", ")
    try connection.executeTemporary("CREATE TEMPORARY TABLE \(name) (\(list))")
  }

  /// Indexes for look-ups, and what the planner wants to know.
  private func finish(_ sharedKeys: Set<Value>) throws {
    let isPostgres = connection.dialect == .postgres
    var names = [main.name]
    if table.keyKind != nil {
      try connection.executeTemporary("CREATE INDEX \(main.name)_k ON \(main.name) (k)")
    }
    if isPostgres {
      try connection.executeTemporary("CREATE INDEX \(main.name)_n ON \(main.name) (n)")
    }
    for child in table.elementTables {
      names.append(child.name)
      try connection.executeTemporary("CREATE INDEX \(child.name)_p ON \(child.name) (p)")
    }
    table.hasSharedKeys = !sharedKeys.isEmpty
    if let kind = table.keyKind, !sharedKeys.isEmpty {
      let name = table.sharedName
      try create(name, [("k", kind.columnType(connection.dialect))])
      var keys = sharedKeys.compactMap { SQLEncoding.encode($0, as: kind) }.makeIterator()
      try connection.insert(into: name, columns: ["k"]) { keys.next().map { [$0] } }
      names.append(name)
    }
    if isPostgres { for name in names { try connection.executeTemporary("ANALYZE \(name)") } }
  }

  // MARK: Rows

  private func add(_ row: Row) throws {
    var values: [SQLValue] = [.int(count)]
    let rejection =
      row.isRejected ? row.fields.lazy.map(\.causes).first { !$0.isEmpty } ?? .none : .none
    values.append(.int(SQLEncoding.bits(rejection)))
    if row.isRejected {
      table.hasRejected = true
      table.doubts |= SQLEncoding.bits(rejection)
    }
    if let kind = table.keyKind {
      if row.isRejected {
        values.append(.null)
      } else if let key = SQLEncoding.encode(row.key, as: kind) {
        values.append(try checked(key))
      } else {
        throw Failure(description: "a key of \(table.schema.name) is of another type")
      }
    }
    for (field, shape) in table.shapes.sorted(by: { $0.key < $1.key }) {
      guard field < row.fields.count else {
        throw Failure(description: "a row of \(table.schema.name) lacks fields")
      }
      var datum = row.fields[field]
      if table.stale != 0, !row.isRejected, !table.schema.key.contains(field) {
        datum = .unknown(Causes(Cause(.stale, table.schema.name.name)))
      }
      try add(datum, shape, owner: count, to: &values)
    }
    main.rows.append(values)
    count += 1
    pending += 1
    if pending >= Self.batch { try flush() }
  }

  private func add(
    _ datum: Datum, _ shape: StoredShape, owner: Int64, to values: inout [SQLValue]
  ) throws {
    let causes = SQLEncoding.bits(datum.causes)
    switch shape {
    case .scalar(let kind, _):
      if case .known(let value) = datum {
        guard let encoded = SQLEncoding.encode(value, as: kind) else {
          throw Failure(description: "a value of \(table.schema.name) is of another type")
        }
        values.append(try checked(encoded))
      } else {
        values.append(.null)
      }
      values.append(.int(causes))
    case .record(let fields, _):
      var parts: [Datum] = []
      if case .known(.record(let known)) = datum { parts = known }
      for (index, field) in fields.enumerated() {
        let part = index < parts.count ? parts[index] : .unknown(datum.causes)
        try add(part, field, owner: owner, to: &values)
      }
      values.append(.int(causes))
    case .elements(let child, _):
      values.append(.int(causes))
      try add(elements: datum, child, owner: owner)
    case .opaque: values.append(.int(causes))
    }
  }

  private func add(elements datum: Datum, _ child: ElementTable, owner: Int64) throws {
    guard case .known(let value) = datum else { return }
    let entries: [(key: String?, value: Datum)]
    switch value {
    case .list(let elements), .set(let elements): entries = elements.map { (nil, $0) }
    case .map(let members): entries = members.map { ($0.key.string, $0.value) }
    default: throw Failure(description: "a value of \(table.schema.name) is of another type")
    }
    for (place, entry) in entries.enumerated() {
      let number = child.count
      child.count += 1
      var values: [SQLValue] = [.int(number), .int(owner), .int(Int64(place))]
      if child.isMap { values.append(try checked(.text(entry.key ?? ""))) }
      try add(entry.value, child.element, owner: number, to: &values)
      elements[child.name]?.rows.append(values)
      pending += 1
    }
  }

  /// PostgreSQL has no text with a zero byte.
  private func checked(_ value: SQLValue) throws -> SQLValue {
    if connection.dialect == .postgres, case .text(let text) = value, text.utf8.contains(0) {
      throw Failure(
        description:
          "a text of \(table.schema.name) holds a zero byte, which PostgreSQL can't store")
    }
    return value
  }

  private func flush() throws {
    for target in [main] + elements.values.sorted(by: { $0.name < $1.name }) {
      guard !target.rows.isEmpty else { continue }
      var rows = target.rows.makeIterator()
      target.rows = []
      try connection.insert(into: target.name, columns: target.columns) { rows.next() }
    }
    pending = 0
  }
}
