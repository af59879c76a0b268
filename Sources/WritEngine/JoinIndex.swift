import WritValues

/// Rows by the value of one side of an equality.
struct JoinIndex {
  /// The rows that have a value, ascending, as a chain of entries.
  private struct Chain {
    var first: Int32
    var last: Int32
  }

  /// Where a datum's rows go.
  enum Target {
    /// These chains, one for each value.
    case chains([Int32])
    /// What is unknown may match anything.
    case open
  }

  private var chainOf: [Value: Int32] = [:]
  private var chains: [Chain] = []
  /// By entry the row's position, and the next entry of the chain, -1 for none.
  private var positions: [Int32] = []
  private var next: [Int32] = []
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
      let chain = chainOf[key] ?? Int32(truncatingIfNeeded: chains.count)
      if Int(chain) == chains.count {
        chainOf[key] = chain
        chains.append(Chain(first: -1, last: -1))
      }
      // A list may hold a value twice; its row is one candidate.
      if !found.contains(chain) { found.append(chain) }
    }
    // An open row is a candidate for every value.
    return isOpen ? .open : .chains(found)
  }

  /// Rows come in ascending order.
  mutating func add(_ position: Int32, to target: Target) {
    switch target {
    case .open: open.append(position)
    case .chains(let targets):
      for chain in targets.lazy.map({ Int($0) }) {
        let entry = Int32(truncatingIfNeeded: positions.count)
        positions.append(position)
        next.append(-1)
        if chains[chain].last < 0 {
          chains[chain].first = entry
        } else {
          next[Int(chains[chain].last)] = entry
        }
        chains[chain].last = entry
      }
    }
  }

  /// Positions of the rows that have a value or may have it, ascending.
  func candidates(_ values: [Value]) -> [Int32] {
    if values.count == 1, let only = values.first {
      let found = positions(of: only)
      return open.isEmpty ? found : Set(found + open).sorted()
    }
    var all = Set(open)
    for value in values { all.formUnion(positions(of: value)) }
    return all.sorted()
  }

  private func positions(of value: Value) -> [Int32] {
    guard let chain = chainOf[Self.normal(value)] else { return [] }
    var found: [Int32] = []
    var entry = chains[Int(chain)].first
    while entry >= 0 {
      found.append(positions[Int(entry)])
      entry = next[Int(entry)]
    }
    return found
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
