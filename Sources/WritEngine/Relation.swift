import WritChecker
import WritValues

/// Comparisons and membership over what may be unknown.
enum Relation {
  static func compare(
    _ comparison: CheckedExpression.Comparison, _ one: Datum, _ other: Datum
  ) -> Datum {
    switch (one, other) {
    case (.known(let left), .known(let right)): return compare(comparison, left, right)
    case (.unknown, _), (_, .unknown): return .unknown(one.causes.union(other.causes))
    default: return compareIntervals(comparison, one, other)
    }
  }

  private static func compare(
    _ comparison: CheckedExpression.Comparison, _ one: Value, _ other: Value
  ) -> Datum {
    switch comparison {
    case .equal: return equal(one, other)
    case .notEqual: return Logic.not(equal(one, other))
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      guard let order = order(one, other) else {
        return .unknown(Causes(Cause(.undefined, "order of unlike values")))
      }
      switch comparison {
      case .less: return .bool(order < 0)
      case .lessOrEqual: return .bool(order <= 0)
      case .greater: return .bool(order > 0)
      default: return .bool(order >= 0)
      }
    }
  }

  /// Decided when both ends agree.
  private static func compareIntervals(
    _ comparison: CheckedExpression.Comparison, _ one: Datum, _ other: Datum
  ) -> Datum {
    let open = Datum.unknown(one.causes.union(other.causes))
    guard let left = ends(one), let right = ends(other) else { return open }
    switch comparison {
    case .less:
      return left.high < right.low ? .true : left.low >= right.high ? .false : open
    case .lessOrEqual:
      return left.high <= right.low ? .true : left.low > right.high ? .false : open
    case .greater:
      return left.low > right.high ? .true : left.high <= right.low ? .false : open
    case .greaterOrEqual:
      return left.low >= right.high ? .true : left.high < right.low ? .false : open
    case .equal, .notEqual:
      guard left.high < right.low || right.high < left.low else { return open }
      return .bool(comparison == .notEqual)
    }
  }

  /// Both ends of a count as exact numbers.
  private static func ends(_ datum: Datum) -> (low: Ratio, high: Ratio)? {
    switch datum {
    case .interval(let low, let high, _): (Ratio(low), Ratio(high))
    case .known(.int(let value)): (Ratio(value), Ratio(value))
    case .known(.decimal(let value)): (Ratio(value), Ratio(value))
    case .known(.ratio(let value)): (value, value)
    default: nil
    }
  }

  static func order(_ one: Value, _ other: Value) -> Int? {
    Value.compareNumeric(one, other) ?? Value.compare(one, other)
  }

  static func equal(_ one: Value, _ other: Value) -> Datum {
    switch (one, other) {
    case (.list(let left), .list(let right)):
      return left.count == right.count ? all(zip(left, right)) : .false
    case (.record(let left), .record(let right)):
      return left.count == right.count ? all(zip(left, right)) : .false
    case (.list(let left), .set(let right)), (.set(let right), .list(let left)):
      return Logic.and(subset(left, right), subset(right, left))
    case (.set(let left), .set(let right)):
      return Logic.and(subset(left, right), subset(right, left))
    case (.map(let left), .map(let right)):
      guard left.map(\.key) == right.map(\.key) else { return .false }
      return all(zip(left.map(\.value), right.map(\.value)))
    default:
      if let order = Value.compareNumeric(one, other) { return .bool(order == 0) }
      return .bool(one == other)
    }
  }

  private static func all(_ pairs: some Sequence<(Datum, Datum)>) -> Datum {
    var result = Datum.true
    for (one, other) in pairs {
      result = Logic.and(result, compare(.equal, one, other))
      if result == .false { return .false }
    }
    return result
  }

  /// `x in collection`
  static func isMember(_ element: Datum, of collection: Datum) -> Datum {
    guard let elements = collection.elements else { return .unknown(collection.causes) }
    var result = Datum.false
    for candidate in elements {
      result = Logic.or(result, compare(.equal, element, candidate))
      if result == .true { return .true }
    }
    return result
  }

  static func subset(_ one: [Datum], _ other: [Datum]) -> Datum {
    var result = Datum.true
    for element in one {
      result = Logic.and(result, isMember(element, of: .known(.list(other))))
      if result == .false { return .false }
    }
    return result
  }

  static func isKey(_ key: Datum, of map: Datum) -> Datum {
    guard case .known(.text(let name)) = key, case .known(.map(let entries)) = map else {
      return .unknown(key.causes.union(map.causes))
    }
    return .bool(entries.contains { $0.key == name })
  }

  static func isInside(_ address: Datum, _ networks: Datum) -> Datum {
    if let elements = networks.elements {
      var result = Datum.false
      for network in elements {
        result = Logic.or(result, isInside(address, network))
        if result == .true { return .true }
      }
      return result
    }
    switch (address, networks) {
    case (.known(.ip(let ip)), .known(.network(let network))): return .bool(network.contains(ip))
    case (.known(.network(let inner)), .known(.network(let network))):
      return .bool(network.contains(inner))
    default: return .unknown(address.causes.union(networks.causes))
    }
  }
}

extension Datum {
  /// The elements of a known list, set or json list.
  var elements: [Datum]? {
    switch self {
    case .known(.list(let elements)), .known(.set(let elements)): elements
    case .known(.json(.array(let elements))): elements.map { .known(.json($0)) }
    default: nil
    }
  }
}
