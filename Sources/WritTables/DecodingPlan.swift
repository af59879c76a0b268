import WritValues

/// A schema and its binding, compiled for the readers.
final class DecodingPlan: Sendable {
  struct Field: Sendable {
    var name: String
    var shape: Shape
    var isOptional: Bool
    var missing: Datum
    var components: [Int]

    init(_ field: DatasetSchema.Field, keyType: (DatasetName) -> ValueType) {
      name = field.name
      shape = Shape(field.type, path: field.name, keyType: keyType)
      isOptional = field.isOptional
      missing = .missing(field.name)
      components = field.components
    }

    /// What it is when the source holds nothing for it.
    func absent(place: RowPlace) -> Datum { isOptional ? missing : place.unreadable(name) }
  }

  let schema: DatasetSchema
  let binding: FieldBinding
  let fields: [Field]
  let root: PathNode
  /// The fields this pass reads.
  let wanted: [Bool]
  /// Rows that are decoded once more, with more of their fields.
  let whole: WholeRows?
  /// What a row holds before its fields are read.
  let blank: [Datum]

  /// Which fields a pass over the inputs reads, beside key and order.
  enum Selection: Sendable {
    case all
    case keys
    case some(Set<Int>)

    init(_ wanted: Set<Int>?) { self = wanted.map { .some($0) } ?? .all }
  }

  /// Rows whose every field is read, though other rows' are not.
  struct WholeRows: Sendable {
    var plan: DecodingPlan
    var isWanted: @Sendable (Value) -> Bool
  }

  convenience init(
    schema: DatasetSchema, binding: FieldBinding, keysOnly: Bool,
    keyType: (DatasetName) -> ValueType
  ) {
    self.init(
      schema: schema, binding: binding, selection: keysOnly ? .keys : .all, keyType: keyType)
  }

  /// - Parameter whole: tells by their keys the rows that are read with all their fields nevertheless.
  init(
    schema: DatasetSchema, binding: FieldBinding, selection: Selection,
    whole: (@Sendable (Value) -> Bool)? = nil, keyType: (DatasetName) -> ValueType
  ) {
    self.schema = schema
    self.binding = binding
    fields = schema.fields.map { Field($0, keyType: keyType) }
    wanted = Self.wanted(selection, schema)
    self.whole = whole.map { isWanted in
      WholeRows(
        plan: DecodingPlan(
          schema: schema, binding: binding, selection: .all, keyType: keyType),
        isWanted: isWanted)
    }
    blank = Array(repeating: .false, count: fields.count)
    root = PathNode(
      schema.fields.enumerated().compactMap { index, field in
        guard field.components.isEmpty else { return nil }
        let column = binding.column(of: field.name)
        let isPath = binding.fieldMap[field.name] != nil
        return (
          index,
          isPath ? column.split(separator: ".", omittingEmptySubsequences: false) : [column[...]]
        )
      })
  }

  /// Key and order are always read, and what a composite reference is made from goes with it.
  static func wanted(_ selection: Selection, _ schema: DatasetSchema) -> [Bool] {
    var chosen: Set<Int>
    switch selection {
    case .all: return schema.fields.map { _ in true }
    case .keys: chosen = []
    case .some(let fields): chosen = fields
    }
    if let order = schema.order?.field { chosen.insert(order) }
    chosen.formUnion(schema.key)
    for index in chosen where schema.fields.indices.contains(index) {
      chosen.formUnion(schema.fields[index].components)
    }
    return schema.fields.indices.map { chosen.contains($0) }
  }

  /// The plan by which a row is to be decoded once more.
  func planForWhole(_ decoded: DecodedRow) -> DecodingPlan? {
    guard let whole, !decoded.row.isRejected, whole.isWanted(decoded.row.key) else { return nil }
    return whole.plan
  }

  /// The columns or paths the key is made from.
  var keyColumns: [String] {
    schema.key.filter { schema.fields.indices.contains($0) }.flatMap { index in
      let components = schema.fields[index].components
      return (components.isEmpty ? [index] : components)
        .filter { schema.fields.indices.contains($0) }
        .map { binding.column(of: schema.fields[$0].name) }
    }
  }

  /// What a field is when the source holds nothing for it.
  func absent(_ index: Int, place: RowPlace) -> Datum { fields[index].absent(place: place) }

  /// Makes the row of decoded fields: composite references, then the key.
  func row(_ decoded: consuming [Datum], place: RowPlace) -> DecodedRow {
    var data = decoded
    for (index, field) in fields.enumerated() where !field.components.isEmpty && wanted[index] {
      data[index] = Self.composite(field.components, of: data)
    }
    guard let key = Self.key(of: data, schema) else {
      return rejected(noKeyReason(data), place: place)
    }
    return DecodedRow(row: Row(fields: data, key: key, origin: place.origin), rejectReason: nil)
  }

  func rejected(_ reason: String, place: RowPlace) -> DecodedRow {
    DecodedRow(row: place.rejectedRow(fields: fields.count), rejectReason: reason)
  }

  static func composite(_ components: [Int], of data: [Datum]) -> Datum {
    var parts: [Value] = []
    var causes = Causes.none
    for index in components where data.indices.contains(index) {
      switch data[index] {
      case .known(let value): parts.append(value)
      case .unknown(let more), .interval(_, _, let more): causes = causes.union(more)
      }
    }
    return causes.isEmpty ? .known(.tuple(parts)) : .unknown(causes)
  }

  static func key(of data: [Datum], _ schema: DatasetSchema) -> Value? {
    if schema.key.count == 1, let index = schema.key.first, data.indices.contains(index) {
      return data[index].value
    }
    var parts: [Value] = []
    for index in schema.key {
      guard data.indices.contains(index), let value = data[index].value else { return nil }
      parts.append(value)
    }
    return parts.isEmpty ? nil : .tuple(parts)
  }

  private func noKeyReason(_ data: [Datum]) -> String {
    for index in schema.key where data.indices.contains(index) && data[index].value == nil {
      return "no key: `\(fields[index].name)` is missing or can't be read"
    }
    return "no key"
  }
}

/// A tree of member names that leads to the declared fields.
final class PathNode: Sendable {
  struct Child: Sendable {
    var name: [UInt8]
    var hash: UInt64
    /// Fields that end here.
    var fields: [Int]
    /// Where longer paths go on.
    var node: PathNode?
    /// Fields that end further down.
    var beneath: [Int]
  }

  let children: [Child]

  /// A name with dots in it comes before the path it spells.
  init(_ paths: [(field: Int, path: [Substring])]) {
    var order: [Text] = []
    var ending: [Text: [Int]] = [:]
    var leading: [Text: [(field: Int, path: [Substring])]] = [:]
    func note(_ name: Text) {
      if ending[name] == nil && leading[name] == nil { order.append(name) }
    }
    for (field, path) in paths {
      let literal = Text(path.joined(separator: "."))
      note(literal)
      ending[literal, default: []].append(field)
      guard path.count > 1, let head = path.first.map({ Text(String($0)) }) else { continue }
      note(head)
      leading[head, default: []].append((field, Array(path.dropFirst())))
    }
    children = order.map { name in
      let inner = leading[name] ?? []
      let bytes = Array(name.string.utf8)
      return Child(
        name: bytes, hash: bytes.withUnsafeBufferPointer { NameHash.of($0) },
        fields: ending[name] ?? [], node: inner.isEmpty ? nil : PathNode(inner),
        beneath: inner.map(\.field))
    }
  }

  /// The child of this name; `hint` is where it is likely to be.
  @inline(__always)
  func child(hash: UInt64, hint: Int, matches: ([UInt8]) -> Bool) -> Int? {
    if hint < children.count, children[hint].hash == hash, matches(children[hint].name) {
      return hint
    }
    for index in children.indices where children[index].hash == hash {
      if matches(children[index].name) { return index }
    }
    return nil
  }
}
