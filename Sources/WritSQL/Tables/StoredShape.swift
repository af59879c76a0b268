import WritDatabase
import WritValues

/// The columns a field is kept in.
indirect enum StoredShape {
  /// `f3` is the value, `f3c` its causes.
  case scalar(SQLKind, String)
  /// Each field has columns of its own; what is unknown of all is unknown in each. `f3c` is the record's causes.
  case record([StoredShape], String)
  /// Elements are rows of a table; `f3c` is the collection's causes.
  case elements(ElementTable, String)
  /// What no column holds exactly: what it is, for people; `f3c` is its causes.
  case opaque(String, String)

  /// Columns with their types.
  func columns(_ dialect: SQLDialect) -> [(name: String, type: String)] {
    switch self {
    case .scalar(let kind, let name):
      [(name, kind.columnType(dialect)), (name + "c", dialect.integer)]
    case .record(let fields, let name):
      fields.flatMap { $0.columns(dialect) } + [(name + "c", dialect.integer)]
    case .elements(_, let name), .opaque(_, let name): [(name + "c", dialect.integer)]
    }
  }

  var tables: [ElementTable] {
    switch self {
    case .scalar, .opaque: []
    case .record(let fields, _): fields.flatMap(\.tables)
    case .elements(let table, _): [table] + table.element.tables
    }
  }
}

extension SQLDialect {
  var integer: String { self == .sqlite ? "INTEGER" : "bigint" }
}

/// The elements of all values of one collection: `n` is an element's number, `p` that of the row it belongs to, `i` its
/// place and, of a map, `k` its key.
final class ElementTable {
  let name: String
  let element: StoredShape
  let isMap: Bool
  var count: Int64 = 0

  init(name: String, element: StoredShape, isMap: Bool) {
    self.name = name
    self.element = element
    self.isMap = isMap
  }

  func columns(_ dialect: SQLDialect) -> [(name: String, type: String)] {
    var columns = [
      (name: "n", type: dialect == .sqlite ? "INTEGER PRIMARY KEY" : "bigint"),
      (name: "p", type: dialect.integer), (name: "i", type: dialect.integer),
    ]
    if isMap { columns.append((name: "k", type: SQLKind.text.columnType(dialect))) }
    return columns + element.columns(dialect)
  }
}

/// Makes shapes of types.
struct StoredShapes {
  let kinds: SQLKinds

  func shape(of type: ValueType, table: String, name: String) -> StoredShape {
    if let kind = kinds.kind(of: type) { return .scalar(kind, name) }
    switch type {
    case .list(let element), .set(let element):
      return elements(element, table, name, isMap: false)
    case .map(let element): return elements(element, table, name, isMap: true)
    case .record(let record):
      return .record(
        record.fields.enumerated().map {
          shape(of: $1.type, table: table, name: "\(name)_\($0)")
        }, name)
    case .version: return .opaque("a version", name)
    case .json: return .opaque("json", name)
    default: return .opaque("a value of this type", name)
    }
  }

  private func elements(
    _ type: ValueType, _ table: String, _ name: String, isMap: Bool
  ) -> StoredShape {
    let own = "\(table)_\(name)"
    return .elements(
      ElementTable(name: own, element: shape(of: type, table: own, name: "e"), isMap: isMap), name)
  }
}
