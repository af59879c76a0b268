import WritTables
import WritValues

/// Schemas and shorthand the tests of this folder share.
enum TableFixtures {
  static func schema(
    _ fields: [DatasetSchema.Field], key: [Int] = [0], order: DatasetSchema.Order? = nil
  ) -> DatasetSchema {
    DatasetSchema(
      name: DatasetName(module: "t", name: "rows"), fields: fields, key: key, order: order)
  }

  static func field(
    _ name: String, _ type: ValueType, optional: Bool = false
  ) -> DatasetSchema.Field {
    DatasetSchema.Field(name: name, type: type, isOptional: optional)
  }

  /// `id: text, value: TYPE?`
  static func single(_ type: ValueType, optional: Bool = true) -> DatasetSchema {
    schema([field("id", .text), field("value", type, optional: optional)])
  }

  static let events = schema(
    [
      field("id", .text), field("time", .time), field("actor", .text, optional: true),
      field("size", .int, optional: true),
    ], order: DatasetSchema.Order(field: 1, lateness: 600_000_000))

  static func ndjson(_ text: String, binding: FieldBinding = FieldBinding()) -> TableInput {
    .ndjson(MemorySource(name: "in.ndjson", text: text), binding)
  }

  static func json(
    _ text: String, binding: FieldBinding = FieldBinding(), member: String? = nil
  ) -> TableInput {
    .json(MemorySource(name: "in.json", text: text), binding, member: member)
  }

  static func csv(_ text: String, binding: FieldBinding = FieldBinding()) -> TableInput {
    .csv(MemorySource(name: "in.csv", text: text), binding)
  }

  static func load(
    _ schema: DatasetSchema, _ inputs: TableInput..., blockSize: Int = 1 << 20
  ) throws -> Table {
    try TableLoader(schema: schema, options: ReadOptions(blockSize: blockSize)).load(inputs)
  }

  /// Everything that is to be the same however a table was read.
  static func print(_ row: Row) -> String {
    "\(row.key) \(row.isRejected) \(row.fields) \(row.origin)"
  }

  static func print(_ table: Table) -> [String] {
    table.rows.map { print($0) } + ["\(table.report)"]
  }
}
