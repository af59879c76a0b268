import WritChecker
import WritValues

extension Evaluator {
  /// A built-in function of known arguments; an unknown argument makes it unknown.
  func call(
    _ function: CheckedExpression.Function, _ arguments: [Datum], type: ValueType
  ) -> Datum {
    if function == .count, let elements = arguments.first?.elements {
      return .known(.int(Int64(elements.count)))
    }
    if function == .count, case .known(.map(let entries))? = arguments.first {
      return .known(.int(Int64(entries.count)))
    }
    var causes = Causes.none
    var values: [Value] = []
    for argument in arguments {
      if let value = argument.value { values.append(value) }
      causes = causes.union(argument.causes)
    }
    guard values.count == arguments.count, let first = values.first else {
      // A count of a collection nobody delivered lies anywhere from 0 up.
      return function == .count ? .interval(0, Int64.max, causes) : .unknown(causes)
    }
    if let result = collections(function, values) { return result }
    if function == .personal { return personal(first) }
    let value: Value? =
      switch function {
      case .startsWith, .endsWith, .contains, .lower, .upper, .trim, .length, .split, .replace,
        .nfc:
        Self.text(function, values)
      case .abs, .min, .max, .round, .floor, .ceil, .modeWithin: Self.number(function, values)
      case .age, .date, .hour, .weekday: time(function, values)
      case .text: .text(Text(first.description))
      case .int, .decimal, .time, .ip, .json: Self.convert(function, first)
      case .items: Self.items(first)
      case .count, .union, .intersect, .subset, .personal: nil
      }
    return value.map { .known($0) } ?? Calculation.undefined("\(function.rawValue)")
  }

  /// Without detectors nothing is known, least of all that there is nothing.
  private func personal(_ value: Value) -> Datum {
    guard let reading = options.personalData else {
      return .unknown(Causes(Cause(.unavailable, "detectors")))
    }
    var text = if case .text(let text) = value { text.string } else { value.description }
    return switch text.withUTF8({ reading.answer(for: $0) }) {
    case .category(let category): .known(.text(Text(category)))
    case .nothing: .missing("personal data")
    case .untold: .unknown(Causes(Cause(.limit, "detectors")))
    }
  }

  private func collections(
    _ function: CheckedExpression.Function, _ values: [Value]
  ) -> Datum? {
    guard values.count == 2, let left = Datum.known(values[0]).elements,
      let right = Datum.known(values[1]).elements
    else { return nil }
    switch function {
    case .union: return .known(Value.set(of: left + right))
    case .intersect:
      var members: [Datum] = []
      for element in left {
        switch Relation.isMember(element, of: .known(.list(right))) {
        case .true: members.append(element)
        case .false: break
        case let open: members.append(.unknown(open.causes))
        }
      }
      return .known(Value.set(of: members))
    case .subset: return Relation.subset(left, right)
    default: return nil
    }
  }

  private static func text(_ function: CheckedExpression.Function, _ values: [Value]) -> Value? {
    let texts = values.map { value in
      if case .text(let text) = value { text } else { Text(value.description) }
    }
    let subject = Array(texts[0].string.utf8)
    let other = texts.count > 1 ? Array(texts[1].string.utf8) : []
    switch function {
    case .startsWith: return .bool(subject.starts(with: other))
    case .endsWith: return .bool(subject.reversed().starts(with: other.reversed()))
    case .contains:
      return .bool(other.isEmpty || firstRange(of: other, in: subject, from: 0) != nil)
    case .lower: return .text(Text(UnicodeText.lower(texts[0].string)))
    case .upper: return .text(Text(UnicodeText.upper(texts[0].string)))
    case .trim: return .text(Text(trimmed(texts[0].string)))
    case .length: return .int(Int64(texts[0].string.unicodeScalars.count))
    case .nfc: return .text(Text(UnicodeText.nfc(texts[0].string)))
    case .split:
      if other.isEmpty {
        return .list(texts[0].string.unicodeScalars.map { .known(.text(Text(String($0)))) })
      }
      return .list(pieces(of: subject, separator: other).map { .known(.text(Text($0))) })
    case .replace:
      guard texts.count == 3, !other.isEmpty else { return .text(texts[0]) }
      return .text(Text(pieces(of: subject, separator: other).joined(separator: texts[2].string)))
    default: return nil
    }
  }

  private static func pieces(of subject: [UInt8], separator: [UInt8]) -> [String] {
    var pieces: [String] = []
    var start = 0
    while let found = firstRange(of: separator, in: subject, from: start) {
      pieces.append(String(decoding: subject[start..<found], as: UTF8.self))
      start = found + separator.count
    }
    pieces.append(String(decoding: subject[start...], as: UTF8.self))
    return pieces
  }

  private static func firstRange(of needle: [UInt8], in hay: [UInt8], from start: Int) -> Int? {
    guard !needle.isEmpty, hay.count - start >= needle.count else { return nil }
    for offset in start...(hay.count - needle.count)
    where hay[offset..<(offset + needle.count)].elementsEqual(needle) {
      return offset
    }
    return nil
  }

  /// Without white space at both ends: space, tab, line feed, carriage return and the rest of Unicode's.
  private static func trimmed(_ text: String) -> String {
    var scalars = text.unicodeScalars[...]
    while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return String(String.UnicodeScalarView(scalars))
  }

  private static func number(_ function: CheckedExpression.Function, _ values: [Value]) -> Value? {
    let first = values[0]
    switch function {
    case .abs:
      guard let order = Relation.order(first, zero(like: first)) else { return nil }
      return order < 0 ? Calculation.negate(.known(first)).value : first
    case .min, .max:
      var best = first
      for value in values.dropFirst() {
        guard let order = Relation.order(value, best) else { return nil }
        if function == .min ? order < 0 : order > 0 { best = value }
      }
      return best
    case .round: return exactRound(first).map { .int($0) }
    case .floor: return exactFloor(first).map { .int($0) }
    case .ceil:
      return exactFloor(first).flatMap { floor in
        Relation.order(first, .int(floor)) == 0
          ? .int(floor) : Calculation.wrap(floor.addingReportingOverflow(1)).map { .int($0) }
      }
    case .modeWithin:
      guard case .int(let mode) = first, values.count == 2, case .int(let limit) = values[1] else {
        return nil
      }
      return .bool(mode & ~limit == 0)
    default: return nil
    }
  }

  /// The nearest whole number, halves away from zero; of an exact quotient, not of its rounding.
  private static func exactRound(_ value: Value) -> Int64? {
    switch value {
    case .int(let number): return number
    case .decimal(let number): return number.rounded()
    case .ratio(let ratio):
      let (quotient, remainder) = ratio.numerator.quotientAndRemainder(
        dividingBy: ratio.denominator)
      if remainder.magnitude &* 2 < ratio.denominator.magnitude { return Int64(exactly: quotient) }
      return Int64(exactly: remainder < 0 ? quotient &- 1 : quotient &+ 1)
    default: return nil
    }
  }

  /// The floor of an exact quotient, not of its rounding.
  private static func exactFloor(_ value: Value) -> Int64? {
    switch value {
    case .int(let number): return number
    case .decimal(let number): return number.floor()
    case .ratio(let ratio):
      let (quotient, remainder) = ratio.numerator.quotientAndRemainder(
        dividingBy: ratio.denominator)
      return Int64(exactly: remainder < 0 ? quotient - 1 : quotient)
    default: return nil
    }
  }

  private static func zero(like value: Value) -> Value {
    switch value {
    case .duration: .duration(0)
    case .months: .months(0)
    case .bytes: .bytes(0)
    default: .int(0)
    }
  }

  private func time(_ function: CheckedExpression.Function, _ values: [Value]) -> Value? {
    guard case .time(let time) = values[0] else { return nil }
    if function == .age { return options.now.microseconds(since: time).map { .duration($0) } }
    var zone = Zone.utc
    if values.count > 1, case .text(let name) = values[1] {
      guard let named = self.zone(name.string) else { return nil }
      zone = named
    }
    switch function {
    case .date: return .time(zone.localMidnight(of: time))
    case .hour: return .int(Int64(zone.components(at: time).hour))
    case .weekday: return .int(Int64(zone.components(at: time).weekday))
    default: return nil
    }
  }

  func zone(_ name: String) -> Zone? {
    if let known = zones[name] { return known }
    let zone = options.zone(name)
    zones[name] = zone
    return zone
  }

  private static func convert(_ function: CheckedExpression.Function, _ value: Value) -> Value? {
    if case .json(let json) = value {
      let type: ValueType =
        switch function {
        case .int: .int
        case .decimal: .decimal
        case .time: .time
        case .ip: .ip
        default: .json
        }
      return JSONReading.read(.known(.json(json)), as: type).value
    }
    guard case .text(let text) = value else {
      switch function {
      case .int: return exactFloorTowardZero(value).map { .int($0) }
      case .decimal: return value.asDecimal.map { .decimal($0) }
      default: return nil
      }
    }
    switch function {
    case .int: return Int64(text.string).map { .int($0) }
    case .decimal: return Decimal(parsing: text.string).map { .decimal($0) }
    case .time: return Timestamp(parsing: text.string).map { .time($0) }
    case .ip: return IPAddress(parsing: text.string).map { .ip($0) }
    case .json:
      return (try? JSONValue.parse(Array(text.string.utf8))).map { .json($0) }
    default: return nil
    }
  }

  /// `int(1.9)` is 1, `int(-1.9)` is -1.
  private static func exactFloorTowardZero(_ value: Value) -> Int64? {
    switch value {
    case .int(let number): number
    case .decimal(let number): number.millionths / 1_000_000
    case .ratio(let ratio): Int64(exactly: ratio.numerator / ratio.denominator)
    default: nil
    }
  }

  private static func items(_ value: Value) -> Value? {
    guard case .json(let json) = value else { return nil }
    if case .array(let elements) = json { return .list(elements.map { .known(.json($0)) }) }
    return .list([.known(value)])
  }
}
