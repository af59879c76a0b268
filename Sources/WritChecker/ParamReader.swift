public import WritValues

/// Reads the value a configuration gives a param: written as in a rule, without quotes around a text.
public enum ParamReader {
  /// Nil when the text is no value of the param's type.
  public static func value(
    _ text: String, of param: CheckedParam, in program: CheckedProgram
  ) -> Value? {
    scalar(text, param.type, program)
  }

  /// The items of a param that is a list or a set; nil when one of them does not fit.
  public static func value(
    _ items: [String], of param: CheckedParam, in program: CheckedProgram
  ) -> Value? {
    switch param.type {
    case .list(let element): elements(items, element, program).map { .list($0) }
    case .set(let element): elements(items, element, program).map { Value.set(of: $0) }
    default: nil
    }
  }

  private static func elements(
    _ items: [String], _ type: ValueType, _ program: CheckedProgram
  ) -> [Datum]? {
    var found: [Datum] = []
    for item in items {
      guard let value = scalar(item, type, program) else { return nil }
      found.append(.known(value))
    }
    return found
  }

  private static func scalar(
    _ text: String, _ type: ValueType, _ program: CheckedProgram
  ) -> Value? {
    switch type {
    case .bool: return text == "true" ? .bool(true) : text == "false" ? .bool(false) : nil
    case .int: return Int64(text).map { .int($0) }
    case .decimal: return decimal(text).map { .decimal($0) }
    case .duration:
      if case .duration(let length) = DurationFormat.parse(text) { return .duration(length) }
      return nil
    case .months:
      if case .months(let count) = DurationFormat.parse(text) { return .months(count) }
      return nil
    case .bytes: return ByteFormat.parse(text).map { .bytes($0) }
    case .reference(let dataset), .key(let dataset, _):
      return key(dataset, program, depth: 0).flatMap { scalar(text, $0, program) }
    default:
      if case .value(let value) = LiteralTyping.read(text, as: type) { return value }
      return nil
    }
  }

  private static func decimal(_ text: String) -> Decimal? {
    guard text.hasSuffix("%") else { return Decimal(parsing: text) }
    return Decimal(parsing: String(text.dropLast()))?
      .multiplied(by: Decimal(millionths: 10_000))
  }

  /// The scalar a dataset's key is made of; nil when it is composite.
  private static func key(
    _ dataset: DatasetName, _ program: CheckedProgram, depth: Int
  ) -> ValueType? {
    guard depth < 32, let index = program.index(of: dataset) else { return nil }
    let schema = program.datasets[index]
    guard schema.key.count == 1, let only = schema.key.first else { return nil }
    switch schema.fields[only].type {
    case .key(_, let base): return base
    case .reference(let target): return key(target, program, depth: depth + 1)
    case let type: return type
    }
  }
}
