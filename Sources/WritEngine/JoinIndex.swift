import WritValues

/// Rows by the value of one side of an equality.
struct JoinIndex {
  /// Where a datum's rows go.
  enum Target {
    /// To these values, by their numbers.
    case values([Int32])
    /// What is unknown may match anything.
    case open
  }

  private var numberOf: [Value: Int32] = [:]
  /// Rows in the order they came, each with the number of a value it holds.
  private var entries: [(number: Int32, position: Int32)] = []
  /// The rows of all values, ascending for each, and where those of each value end.
  private var positions: [Int32] = []
  private var ends: [Int] = []
  /// Rows whose side is unknown: they may match anything.
  private var open: [Int32] = []

  /// Where rows go that hold one of these.
  mutating func target(of data: [Datum]) -> Target {
    var found: [Int32] = []
    var isOpen = false
    for datum in data {
      guard let value = datum.value, value.isWhole else {
        isOpen = true
        continue
      }
      let key = Self.normal(value)
      let number = numberOf[key] ?? Int32(truncatingIfNeeded: numberOf.count)
      numberOf[key] = number
      // A list may hold a value twice; its row is one candidate.
      if !found.contains(number) { found.append(number) }
    }
    // An open row is a candidate for every value.
    return isOpen ? .open : .values(found)
  }

  /// Rows come in ascending order.
  mutating func add(_ position: Int32, to target: Target) {
    switch target {
    case .open: open.append(position)
    case .values(let numbers):
      for number in numbers { entries.append((number, position)) }
    }
  }

  /// Sorts the rows by their values: no more are added.
  mutating func seal() {
    ends = Array(repeating: 0, count: numberOf.count)
    for entry in entries { ends[Int(entry.number)] += 1 }
    for number in ends.indices.dropFirst() { ends[number] += ends[number - 1] }
    positions = Array(repeating: 0, count: entries.count)
    // From the back, so that what is counted down ends as the start of each value's rows.
    var next = ends
    for entry in entries.reversed() {
      next[Int(entry.number)] -= 1
      positions[next[Int(entry.number)]] = entry.position
    }
    entries = []
  }

  /// Positions of the rows that have a value or may have it, ascending.
  func candidates(_ values: [Value]) -> ArraySlice<Int32> {
    if values.count == 1, let only = values.first, open.isEmpty { return positions(of: only) }
    var all = Set(open)
    for value in values { all.formUnion(positions(of: value)) }
    return all.sorted()[...]
  }

  private func positions(of value: Value) -> ArraySlice<Int32> {
    guard let number = numberOf[Self.normal(value)] else { return [] }
    let index = Int(number)
    return positions[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
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
