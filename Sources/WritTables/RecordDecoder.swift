package import WritValues

/// Decodes records that are JSON values already, by the rules of the readers.
package struct RecordDecoder: Sendable {
  private let plan: DecodingPlan
  private let input: String
  private let paths: [[Text]]

  package init(
    schema: DatasetSchema, binding: FieldBinding = FieldBinding(), input: String,
    keyType: (DatasetName) -> ValueType = { _ in .text }
  ) {
    self.init(
      plan: DecodingPlan(schema: schema, binding: binding, keysOnly: false, keyType: keyType),
      input: input)
  }

  init(plan: DecodingPlan, input: String) {
    self.plan = plan
    self.input = input
    paths = plan.fields.map { field in
      guard let path = plan.binding.fieldMap[field.name] else { return [Text(field.name)] }
      return path.split(separator: ".", omittingEmptySubsequences: false).map { Text(String($0)) }
    }
  }

  package func decode(object: JSONValue, origin: RowOrigin) -> DecodedRow {
    let place = RowPlace(name: input, origin: origin)
    guard case .object(let members) = object else {
      return plan.rejected("not an object", place: place)
    }
    if Set(members.lazy.map(\.name)).count < members.count {
      return plan.rejected("a member stands twice", place: place)
    }
    var data = plan.blank
    for index in plan.fields.indices where plan.wanted[index] {
      data[index] = datum(index, in: object, place: place)
    }
    let decoded = plan.row(data, place: place)
    if let whole = plan.planForWhole(decoded) {
      return RecordDecoder(plan: whole, input: input).decode(object: object, origin: origin)
    }
    return decoded
  }

  /// One field of a record whose place nobody asks for.
  package func datum(of field: Int, in object: JSONValue) -> Datum {
    guard plan.fields.indices.contains(field) else { return .unknown(.none) }
    let nowhere = RowOrigin(input: 0, line: 0, start: 0, end: 0)
    return datum(field, in: object, place: RowPlace(name: input, origin: nowhere))
  }

  private func datum(_ index: Int, in object: JSONValue, place: RowPlace) -> Datum {
    let field = plan.fields[index]
    switch Self.find(paths[index][...], in: object) {
    case .value(.null), .absent: return plan.absent(index, place: place)
    case .blocked: return place.unreadable(field.name)
    case .value(let value):
      return field.shape.datum(value, path: field.name, place: place, zone: plan.binding.zone)
        ?? place.unreadable(field.name)
    }
  }

  private enum Finding {
    case value(JSONValue)
    case absent
    /// What the path goes through is no object.
    case blocked
  }

  private static func find(_ path: ArraySlice<Text>, in object: JSONValue) -> Finding {
    guard let head = path.first else { return .absent }
    let literal =
      path.count == 1 ? head : Text(path.lazy.map(\.string).joined(separator: "."))
    if let value = object[literal] { return .value(value) }
    guard path.count > 1, let inner = object[head] else { return .absent }
    switch inner {
    case .null: return .absent
    case .object: return find(path.dropFirst(), in: inner)
    default: return .blocked
    }
  }
}
