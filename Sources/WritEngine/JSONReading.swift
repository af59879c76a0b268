import WritValues

/// Reads data without a schema as the type its context asks for.
enum JSONReading {
  static func read(_ datum: Datum, as type: ValueType) -> Datum {
    guard case .known(.json(let json)) = datum else { return datum }
    if json == .null { return .missing("json") }
    return value(json, as: type).map { .known($0) }
      ?? .unknown(Causes(Cause(.unreadable, "json as \(name(of: type))")))
  }

  private static func value(_ json: JSONValue, as type: ValueType) -> Value? {
    switch (type, json) {
    case (.json, _): .json(json)
    case (.bool, .bool(let value)): .bool(value)
    case (.int, .number(let text)): integer(text).map { .int($0) }
    case (.decimal, .number(let text)): Decimal(parsing: text).map { .decimal($0) }
    case (.bytes, .number(let text)): integer(text).map { .bytes($0) }
    case (.list(let element), .array(let items)):
      .list(items.map { read(.known(.json($0)), as: element) })
    case (.set(let element), .array(let items)):
      Value.set(of: items.map { read(.known(.json($0)), as: element) })
    case (_, .string(let text)): self.text(text, as: type)
    default: nil
    }
  }

  private static func text(_ text: Text, as type: ValueType) -> Value? {
    switch type {
    case .text, .reference, .key: .text(text)
    case .closedSet(let set): set.words.contains(text) ? .text(text) : nil
    case .time: Timestamp(parsing: text.string).map { .time($0) }
    case .ip: IPAddress(parsing: text.string).map { .ip($0) }
    case .network: Network(parsing: text.string).map { .network($0) }
    case .version(let scheme): Version(scheme: scheme, parsing: text.string).map { .version($0) }
    case .duration:
      if case .duration(let span)? = DurationFormat.parse(text.string) {
        .duration(span)
      } else {
        nil
      }
    case .months:
      if case .months(let months)? = DurationFormat.parse(text.string) {
        .months(months)
      } else {
        nil
      }
    case .bytes: ByteFormat.parse(text.string).map { .bytes($0) }
    default: nil
    }
  }

  /// `12` and `12.0` are whole numbers, `12.5` is not.
  private static func integer(_ text: String) -> Int64? {
    if let whole = Int64(text) { return whole }
    guard let decimal = Decimal(parsing: text), decimal.millionths % 1_000_000 == 0 else {
      return nil
    }
    return decimal.millionths / 1_000_000
  }

  private static func name(of type: ValueType) -> String {
    switch type {
    case .bool: "bool"
    case .int: "int"
    case .decimal: "decimal"
    case .time: "time"
    case .ip: "ip"
    case .text: "text"
    default: "its type"
    }
  }
}
