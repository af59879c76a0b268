import WritDatabase
import WritValues

/// A dataset as the database holds it: `n` is the row's number, `x` why it was rejected, `k` its key.
final class DatasetTable {
  let index: Int
  let schema: DatasetSchema
  let name: String
  /// What stands in a FROM clause for its rows: the name, or a query over the table they lie in.
  var source: String
  let keyKind: SQLKind?
  /// Shapes of the fields some rule reads.
  let shapes: [Int: StoredShape]

  // What is known of its rows once they are loaded; until then the worst.
  /// What reads it is unknown with these causes; nil when it was delivered.
  var unavailable: Int64?
  var stale: Int64 = 0
  var hasRejected = true
  var hasSharedKeys = true
  /// Why a key that was not found may be there.
  var doubts: Int64 = 0
  /// Why it could not be loaded.
  var failure: String?

  init(index: Int, schema: DatasetSchema, fields: Set<Int>, kinds: SQLKinds) {
    self.index = index
    self.schema = schema
    name = "t\(index)"
    source = name
    keyKind = kinds.keyKind(of: schema.name)
    let shapes = StoredShapes(kinds: kinds)
    var made: [Int: StoredShape] = [:]
    for field in fields {
      made[field] = shapes.shape(
        of: schema.fields[field].type, table: "t\(index)", name: "f\(field)")
    }
    self.shapes = made
  }

  func columns(_ dialect: SQLDialect) -> [(name: String, type: String)] {
    var columns = [
      (name: "n", type: dialect == .sqlite ? "INTEGER PRIMARY KEY" : "bigint"),
      (name: "x", type: dialect.integer),
    ]
    if let keyKind { columns.append((name: "k", type: keyKind.columnType(dialect))) }
    for (_, shape) in shapes.sorted(by: { $0.key < $1.key }) { columns += shape.columns(dialect) }
    return columns
  }

  var elementTables: [ElementTable] {
    shapes.sorted { $0.key < $1.key }.flatMap { $0.value.tables }
  }

  var sharedName: String { "\(name)_shared" }
}
