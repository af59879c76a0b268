import WritDatabase
import WritValues

/// A declared field and the column it is read from.
struct TableField: Sendable {
  let name: String
  let column: DatabaseColumn
  /// The member under which the value stands where any value would fit, so that one that can't be read has a form.
  let wrapped: String?
  private let target: ColumnTarget
  private let reading: ColumnReading
  /// Goes on into a JSON column.
  let path: [Text]

  var isText: Bool { target == .text }

  /// The member of a record; nil for NULL.
  func member(_ value: SQLValue) -> JSONValue.Member? {
    if value == .null { return nil }
    var read = reading.read(value)
    for step in path {
      guard let inner = read else { break }
      switch inner {
      case .object: read = inner[step] ?? .null
      case .null: break
      default: read = nil
      }
    }
    if wrapped != nil {
      read = read.map { .object([JSONValue.Member(name: "v", value: $0)]) } ?? .bool(false)
    }
    return JSONValue.Member(name: Text(name), value: read ?? target.refused)
  }

  /// The fields that have a column: each that the schema declares, but for an optional one whose column is not there.
  static func fields(
    of schema: DatasetSchema, in columns: [DatabaseColumn], table: TableName, dialect: SQLDialect,
    map: [String: String], keyType: (DatasetName) -> ValueType
  ) throws -> [TableField] {
    try schema.fields.enumerated().compactMap { index, field in
      guard field.components.isEmpty else { return nil }
      let source = map[field.name] ?? field.name
      guard let (column, path) = find(source, in: columns, isMapped: map[field.name] != nil) else {
        if field.isOptional, map[field.name] == nil, !schema.key.contains(index) { return nil }
        throw DatabaseTrouble(
          .field(field.name), "`\(table)` has no column `\(source)` for the field `\(field.name)`",
          candidates: columns.map(\.name),
          help: map[field.name] == nil ? ["`fields` names a column that is called otherwise"] : [])
      }
      let target = ColumnTarget(field.type, keyType: keyType)
      guard
        let reading = ColumnReading(
          of: column, dialect: dialect, for: path.isEmpty ? target : .structure)
      else {
        throw DatabaseTrouble(
          .field(field.name),
          "column `\(column.name)` of `\(table)` is \(column.type), which can't be read as the field "
            + "`\(field.name)`, a \(field.type.word)",
          help: ["a view can cast it; docs/reference/writ-yaml.md lists what is read as what"])
      }
      return TableField(
        name: field.name, column: column, wrapped: target == .json ? "\(field.name).v" : nil,
        target: target, reading: reading, path: path)
    }
  }

  /// A column whose name has the dots comes before the path they spell.
  private static func find(
    _ source: String, in columns: [DatabaseColumn], isMapped: Bool
  ) -> (DatabaseColumn, [Text])? {
    if let column = columns.first(where: { Text($0.name) == Text(source) }) { return (column, []) }
    guard isMapped else { return nil }
    var steps = source.split(separator: ".", omittingEmptySubsequences: false)[...]
    var path: [Text] = []
    while steps.count > 1, let last = steps.popLast() {
      path.insert(Text(String(last)), at: 0)
      let head = Text(steps.joined(separator: "."))
      if let column = columns.first(where: { Text($0.name) == head }),
        column.kind == .json || column.kind == .any, !column.isArray
      {
        return (column, path)
      }
    }
    return nil
  }
}

/// What a field takes, as far as reading it from a column goes.
indirect enum ColumnTarget: Hashable, Sendable {
  case bool, int, decimal, size, text, time, duration, months, address, network, version
  case list(ColumnTarget)
  /// Map, record, tuple: made from JSON.
  case structure
  case json
  case none

  init(_ type: ValueType, depth: Int = 0, keyType: (DatasetName) -> ValueType) {
    switch type {
    case .bool: self = .bool
    case .int: self = .int
    case .decimal: self = .decimal
    case .bytes: self = .size
    case .text, .closedSet: self = .text
    case .time: self = .time
    case .duration: self = .duration
    case .months: self = .months
    case .ip: self = .address
    case .network: self = .network
    case .version: self = .version
    case .key(_, let base): self.init(base, depth: depth, keyType: keyType)
    case .reference(let name), .row(let name):
      self = depth < 8 ? Self(keyType(name), depth: depth + 1, keyType: keyType) : .text
    case .list(let element), .set(let element):
      self = .list(Self(element, depth: depth, keyType: keyType))
    case .map, .record, .tuple: self = .structure
    case .json: self = .json
    case .poison: self = .none
    }
  }

  /// A JSON value that no field of this kind takes: what can't be read is unreadable, with its place, where a rule
  /// reads it.
  var refused: JSONValue { self == .bool ? .string("") : .bool(false) }
}

extension ValueType {
  /// For a message.
  fileprivate var word: String {
    switch self {
    case .bool: "bool"
    case .int: "int"
    case .decimal: "decimal"
    case .text: "text"
    case .time: "time"
    case .duration: "duration"
    case .months: "months"
    case .bytes: "bytes"
    case .ip: "ip"
    case .network: "network"
    case .version: "version"
    case .closedSet: "closed set"
    case .key(_, let base): base.word
    case .reference(let name), .row(let name): "reference to \(name.name)"
    case .list(let element): "list of \(element.word)"
    case .set(let element): "set of \(element.word)"
    case .map(let element): "map of \(element.word)"
    case .record: "record"
    case .json: "json"
    case .tuple: "composite key"
    case .poison: "unknown type"
    }
  }
}
