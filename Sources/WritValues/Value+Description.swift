extension Value: CustomStringConvertible {
  /// As people read it: text plain, times in RFC 3339, collections in brackets.
  public var description: String {
    switch self {
    case .bool(let value): value ? "true" : "false"
    case .int(let value): String(value)
    case .decimal(let value): value.description
    case .ratio(let value): value.description
    case .text(let value): value.string
    case .time(let value): value.description
    case .duration(let value): DurationFormat.describe(value)
    case .months(let value): DurationFormat.describe(months: value)
    case .bytes(let value): ByteFormat.describe(value)
    case .ip(let value): value.description
    case .network(let value): value.description
    case .version(let value): value.description
    case .list(let elements), .set(let elements):
      "[" + elements.map(\.description).joined(separator: ", ") + "]"
    case .map(let entries):
      "{" + entries.map { "\($0.key): \($0.value)" }.joined(separator: ", ") + "}"
    case .record(let fields):
      "{" + fields.map(\.description).joined(separator: ", ") + "}"
    case .json(let value): value.string ?? value.compact
    case .tuple(let parts): "[" + parts.map(\.description).joined(separator: ", ") + "]"
    }
  }
}

extension Datum: CustomStringConvertible {
  /// The value; else the ends of the interval, or the causes.
  public var description: String {
    switch self {
    case .known(let value): value.description
    case .interval(let low, .max, _): "\(low) or more"
    case .interval(let low, let high, _): "\(low) to \(high)"
    case .unknown(let causes): causes.items.map(\.description).joined(separator: ", ")
    }
  }
}
