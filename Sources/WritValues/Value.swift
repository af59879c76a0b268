/// A value of the Writ language.
public enum Value: Hashable, Sendable {
  case bool(Bool)
  case int(Int64)
  case decimal(Decimal)
  /// A quotient that is compared exactly and rounded only when it is printed or stored.
  case ratio(Ratio)
  /// A text, or a member of a closed set.
  case text(Text)
  case time(Timestamp)
  /// Microseconds.
  case duration(Int64)
  /// Calendar months: `3mo` is 3, `1y` is 12.
  case months(Int64)
  /// A size in bytes.
  case bytes(Int64)
  case ip(IPAddress)
  case network(Network)
  case version(Version)
  case list([Datum])
  /// Members in the order of `Value.inOrder`, without repeats; an element that can't be read stays
  /// in.
  case set([Datum])
  /// Entries sorted by key.
  case map([MapEntry])
  /// Fields in the order of the record type.
  case record([Datum])
  case json(JSONValue)
  /// A composite key.
  case tuple([Value])
}

/// One entry of a `map<T>`.
public struct MapEntry: Hashable, Sendable {
  public var key: Text
  public var value: Datum

  public init(key: Text, value: Datum) {
    self.key = key
    self.value = value
  }
}
