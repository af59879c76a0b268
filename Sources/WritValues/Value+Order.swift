extension Value {
  /// A total order across all values, for the keys of findings and the members of sets; numbers of
  /// different types are in the order of what they are worth.
  public static func inOrder(_ one: Value, _ other: Value) -> Bool { order(one, other) < 0 }

  /// A set: members in order, without repeats. Each unknown element stays, for it may be any value.
  public static func set(of elements: [Datum]) -> Value {
    var members: [Datum] = []
    members.reserveCapacity(elements.count)
    for element in elements.sorted(by: Datum.inOrder) {
      if case .known = element, members.last == element { continue }
      members.append(element)
    }
    return .set(members)
  }

  /// A map: entries by key; of several with one key the last.
  public static func map(of entries: [MapEntry]) -> Value {
    var kept: [MapEntry] = []
    kept.reserveCapacity(entries.count)
    let sorted = entries.enumerated().sorted {
      $0.element.key == $1.element.key ? $0.offset < $1.offset : $0.element.key < $1.element.key
    }
    for (_, entry) in sorted {
      if kept.last?.key == entry.key { kept.removeLast() }
      kept.append(entry)
    }
    return .map(kept)
  }

  /// -1, 0 or 1 between numbers of any type, exactly; nil when one is no number.
  public static func compareNumeric(_ one: Value, _ other: Value) -> Int? {
    switch (one, other) {
    case (.int(let left), .int(let right)): return sign(left, right)
    case (.decimal(let left), .decimal(let right)): return sign(left, right)
    case (.int(let left), .decimal(let right)):
      return sign(Int128(left) * 1_000_000, Int128(right.millionths))
    case (.decimal(let left), .int(let right)):
      return sign(Int128(left.millionths), Int128(right) * 1_000_000)
    default:
      guard let left = one.ratio, let right = other.ratio else { return nil }
      return sign(left, right)
    }
  }

  /// -1, 0 or 1 between values that the language orders: numbers of any type, and texts, times,
  /// durations, months, sizes, addresses, and versions of one scheme; nil for all else.
  public static func compare(_ one: Value, _ other: Value) -> Int? {
    switch (one, other) {
    case (.text(let left), .text(let right)): sign(left, right)
    case (.time(let left), .time(let right)): sign(left, right)
    case (.duration(let left), .duration(let right)): sign(left, right)
    case (.months(let left), .months(let right)): sign(left, right)
    case (.bytes(let left), .bytes(let right)): sign(left, right)
    case (.ip(let left), .ip(let right)): sign(left, right)
    case (.version(let left), .version(let right)):
      left.scheme == right.scheme ? sign(left, right) : nil
    default: compareNumeric(one, other)
    }
  }

  private var ratio: Ratio? {
    switch self {
    case .int(let value): Ratio(value)
    case .decimal(let value): Ratio(value)
    case .ratio(let value): value
    default: nil
    }
  }

  private static func sign<T: Comparable>(_ one: T, _ other: T) -> Int {
    one < other ? -1 : other < one ? 1 : 0
  }

  fileprivate static func order(_ one: Value, _ other: Value) -> Int {
    if let result = compare(one, other) {
      // Equal worth, different type: the order must tell them apart, as `==` does.
      return result != 0 ? result : sign(one.rank, other.rank)
    }
    let (left, right) = (one.rank, other.rank)
    if left != right { return left < right ? -1 : 1 }
    switch (one, other) {
    case (.bool(let left), .bool(let right)): return sign(left ? 1 : 0, right ? 1 : 0)
    case (.network(let left), .network(let right)): return sign(left, right)
    case (.version(let left), .version(let right)): return sign(left, right)
    case (.list(let left), .list(let right)), (.set(let left), .set(let right)),
      (.record(let left), .record(let right)):
      return lexicographic(left, right, Datum.order)
    case (.map(let left), .map(let right)):
      return lexicographic(left, right) { one, other in
        let result = sign(one.key, other.key)
        return result != 0 ? result : Datum.order(one.value, other.value)
      }
    case (.json(let left), .json(let right)): return JSONValue.order(left, right)
    case (.tuple(let left), .tuple(let right)): return lexicographic(left, right, order)
    default: return 0
    }
  }

  private var rank: Int {
    switch self {
    case .bool: 0
    case .int: 1
    case .decimal: 2
    case .ratio: 3
    case .text: 4
    case .time: 5
    case .duration: 6
    case .months: 7
    case .bytes: 8
    case .ip: 9
    case .network: 10
    case .version: 11
    case .list: 12
    case .set: 13
    case .map: 14
    case .record: 15
    case .json: 16
    case .tuple: 17
    }
  }
}

extension Datum {
  /// A total order: what is known, by value; then intervals; then what is unknown.
  public static func inOrder(_ one: Datum, _ other: Datum) -> Bool { order(one, other) < 0 }

  fileprivate static func order(_ one: Datum, _ other: Datum) -> Int {
    switch (one, other) {
    case (.known(let left), .known(let right)): return Value.order(left, right)
    case (.interval(let low, let high, let causes), .interval(let low2, let high2, let causes2)):
      if low != low2 { return low < low2 ? -1 : 1 }
      if high != high2 { return high < high2 ? -1 : 1 }
      return order(causes, causes2)
    case (.unknown(let left), .unknown(let right)): return order(left, right)
    case (.known, _), (.interval, .unknown): return -1
    default: return 1
    }
  }

  private static func order(_ one: Causes, _ other: Causes) -> Int {
    if one == other { return 0 }
    return one.items.lexicographicallyPrecedes(other.items) ? -1 : 1
  }
}

extension JSONValue {
  fileprivate static func order(_ one: JSONValue, _ other: JSONValue) -> Int {
    let (left, right) = (one.rank, other.rank)
    if left != right { return left < right ? -1 : 1 }
    switch (one, other) {
    case (.bool(let left), .bool(let right)): return left == right ? 0 : right ? -1 : 1
    case (.number(let left), .number(let right)): return order(number: left, right)
    case (.string(let left), .string(let right)): return left == right ? 0 : left < right ? -1 : 1
    case (.array(let left), .array(let right)): return lexicographic(left, right, order)
    case (.object(let left), .object(let right)):
      return lexicographic(left, right) { one, other in
        if one.name != other.name { return one.name < other.name ? -1 : 1 }
        return order(one.value, other.value)
      }
    default: return 0
    }
  }

  /// By worth to six places where it fits a decimal, then by text; what does not fit comes last.
  private static func order(number one: String, _ other: String) -> Int {
    switch (Decimal(parsing: one), Decimal(parsing: other)) {
    case (let left?, let right?) where left != right: return left < right ? -1 : 1
    case (_?, nil): return -1
    case (nil, _?): return 1
    default: return Text(one) == Text(other) ? 0 : Text(one) < Text(other) ? -1 : 1
    }
  }

  private var rank: Int {
    switch self {
    case .null: 0
    case .bool: 1
    case .number: 2
    case .string: 3
    case .array: 4
    case .object: 5
    }
  }
}

/// The order of the first elements that differ; else the shorter comes first.
private func lexicographic<T>(_ one: [T], _ other: [T], _ element: (T, T) -> Int) -> Int {
  for (left, right) in zip(one, other) {
    let result = element(left, right)
    if result != 0 { return result }
  }
  return one.count - other.count
}
