import WritTables
import WritValues

/// What readers make of an input, to be compared.
enum TablePrint {
  static let schema = DatasetSchema(
    name: DatasetName(module: "fuzz", name: "rows"),
    fields: [
      field("id", .text, optional: false), field("count", .int), field("share", .decimal),
      field("when", .time, optional: false), field("tags", .set(.text)), field("more", .json),
      field("name", .text), field("addr", .network), field("len", .duration),
      field("state", .closedSet(ClosedSet(name: "rows.state", words: ["on", "off"]))),
      field("version", .version(.semver)), field("labels", .map(.text)),
    ], key: [0])
  static let binding = FieldBinding(fieldMap: ["name": "profile.name"])

  private static func field(
    _ name: String, _ type: ValueType, optional: Bool = true
  ) -> DatasetSchema.Field {
    DatasetSchema.Field(name: name, type: type, isOptional: optional)
  }

  /// The rows and the report, or the failure.
  static func lines(_ input: TableInput, blockSize: Int) -> [String] {
    do {
      let table = try TableLoader(schema: schema, options: ReadOptions(blockSize: blockSize))
        .load([input])
      return table.rows.map { "\($0.key) \($0.isRejected) \($0.fields) \($0.origin)" }
        + ["\(table.report)"]
    } catch {
      return ["\(error)"]
    }
  }

  /// The same with blocks of any size.
  /// - Throws: `BrokenInvariant`.
  static func check(_ kind: String, _ input: TableInput) throws -> [String] {
    let whole = lines(input, blockSize: 1 << 20)
    for size in [1, 7] {
      let blocks = lines(input, blockSize: size)
      try expect(
        blocks == whole, "\(kind): blocks of \(size) give other rows",
        whole.joined(separator: "\n") + "\nthen\n" + blocks.joined(separator: "\n"))
    }
    return whole
  }

  /// The shape of what came out, without its values.
  static func traits(_ lines: [String]) -> [String] {
    guard let last = lines.last else { return [] }
    let shape = String(
      String.UnicodeScalarView(last.unicodeScalars.filter { !("0"..."9").contains($0) }))
    return ["\(min(lines.count, 8)) lines", String(shape.prefix(300))]
  }
}
