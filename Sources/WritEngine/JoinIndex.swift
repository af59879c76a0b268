import WritValues

/// Rows by the value of one side of an equality.
struct JoinIndex {
  private var positions: [Value: [Int32]] = [:]
  /// Rows whose side is unknown: they may match anything.
  private(set) var open: [Int32] = []

  mutating func add(_ position: Int32, _ datum: Datum) {
    guard let value = datum.value, value.isWhole else {
      open.append(position)
      return
    }
    // A list may hold a value twice; its row is one candidate.
    let key = Self.normal(value)
    if positions[key]?.last != position { positions[key, default: []].append(position) }
  }

  mutating func addOpen(_ position: Int32) { open.append(position) }

  /// Positions of the rows that have the value or may have it, ascending.
  func candidates(_ values: [Value]) -> [Int32] {
    if values.count == 1, let only = values.first {
      let found = positions[Self.normal(only)] ?? []
      return open.isEmpty ? found : Array(Set(found + open)).sorted()
    }
    var all = Set(open)
    for value in values { all.formUnion(positions[Self.normal(value)] ?? []) }
    return all.sorted()
  }

  /// Numbers that compare equal must hash alike.
  private static func normal(_ value: Value) -> Value {
    switch value {
    case .decimal(let decimal) where decimal.millionths % 1_000_000 == 0:
      .int(decimal.millionths / 1_000_000)
    case .ratio(let ratio):
      ratio.rounded.flatMap { Ratio($0) == ratio ? normal(.decimal($0)) : nil } ?? value
    default: value
    }
  }
}

extension Value {
  /// Whether nothing inside it is unknown, so that it equals another value or does not.
  var isWhole: Bool {
    switch self {
    case .list(let elements), .set(let elements), .record(let elements):
      elements.allSatisfy { $0.value?.isWhole ?? false }
    case .map(let entries): entries.allSatisfy { $0.value.value?.isWhole ?? false }
    default: true
    }
  }
}
