import WritValues

/// The one set of rules by which every reader turns what it found into values; nil means that it
/// does not fit the type.
extension Shape {
  /// From a text: a JSON string, or a CSV cell of a type that is written as text.
  func datum(text: UnsafeBufferPointer<UInt8>, zone: Zone?) -> Datum? {
    switch self {
    case .text: .known(.text(Text(text.text)))
    case .word(let words): words.datum(text)
    case .time: Timestamp.parse(text, zone: zone).map { .known(.time($0)) }
    case .ip: IPAddress.parse(text).map { .known(.ip($0)) }
    case .network: Network.parse(text).map { .known(.network($0)) }
    case .version(let scheme):
      Version(scheme: scheme, parsing: text.text).map { .known(.version($0)) }
    case .duration:
      if case .duration(let length)? = DurationFormat.parse(text.text) {
        .known(.duration(length))
      } else {
        nil
      }
    case .months:
      if case .months(let count)? = DurationFormat.parse(text.text) {
        .known(.months(count))
      } else {
        nil
      }
    case .bytes: ByteFormat.parse(text.text).map { .known(.bytes($0)) }
    case .json: .known(.json(.string(Text(text.text))))
    case .bool, .int, .decimal, .list, .set, .map, .record, .tuple, .none: nil
    }
  }

  /// From a number in JSON's grammar.
  func datum(number: UnsafeBufferPointer<UInt8>) -> Datum? {
    switch self {
    case .int: WholeNumber.parse(number).map { .known(.int($0)) }
    case .bytes: WholeNumber.parse(number).map { .known(.bytes($0)) }
    case .decimal: Decimal.parse(number).map { .known(.decimal($0)) }
    case .json: .known(.json(.number(number.text)))
    default: nil
    }
  }

  func datum(bool: Bool) -> Datum? {
    switch self {
    case .bool: .bool(bool)
    case .json: .known(.json(.bool(bool)))
    default: nil
    }
  }

  /// From a parsed JSON value that is not null.
  func datum(_ value: JSONValue, path: String, place: RowPlace, zone: Zone?) -> Datum? {
    switch (self, value) {
    case (.json, _):
      return .known(.json(value))
    case (_, .string(let text)):
      var copy = text.string
      return copy.withUTF8 { datum(text: $0, zone: zone) }
    case (_, .number(let number)):
      var copy = number
      return copy.withUTF8 { datum(number: $0) }
    case (_, .bool(let bool)):
      return datum(bool: bool)
    case (.list(let element), .array(let values)):
      return .known(.list(element.data(values, path: path, place: place, zone: zone)))
    case (.set(let element), .array(let values)):
      return .known(Value.set(of: element.data(values, path: path, place: place, zone: zone)))
    case (.tuple(let shapes), .array(let values)) where shapes.count == values.count:
      var parts: [Value] = []
      for (shape, part) in zip(shapes, values) {
        guard case .known(let known)? = shape.datum(part, path: path, place: place, zone: zone)
        else { return nil }
        parts.append(known)
      }
      return .known(.tuple(parts))
    case (.map(let element), .object(let members)):
      return .known(
        Value.map(
          of: members.map { member in
            MapEntry(
              key: member.name,
              value: member.value == .null
                ? .missing(path)
                : element.datum(member.value, path: path, place: place, zone: zone)
                  ?? place.unreadable(path))
          }))
    case (.record(let parts), .object):
      return .known(
        .record(
          parts.map { part in
            guard let member = value[part.name], member != .null else {
              return part.isOptional ? part.missing : place.unreadable(part.path)
            }
            return part.shape.datum(member, path: part.path, place: place, zone: zone)
              ?? place.unreadable(part.path)
          }))
    default:
      return nil
    }
  }

  /// The elements of a collection; one that does not fit stays, unknown.
  private func data(
    _ values: [JSONValue], path: String, place: RowPlace, zone: Zone?
  ) -> [Datum] {
    values.map { value in
      datum(value, path: path, place: place, zone: zone) ?? place.unreadable(path)
    }
  }

  /// From a CSV cell that is not empty.
  func datum(
    cell: UnsafeBufferPointer<UInt8>, path: String, place: RowPlace, zone: Zone?
  ) -> Datum? {
    switch self {
    case .bool:
      return Self.bool(cell).map { .bool($0) }
    case .int, .decimal:
      return Self.isNumber(cell) ? datum(number: cell) : nil
    case .bytes:
      return Self.isNumber(cell) ? datum(number: cell) : datum(text: cell, zone: zone)
    case .list, .set, .map, .record, .tuple, .json:
      guard let value = JSONScanner.parse(cell), value != .null else { return nil }
      return datum(value, path: path, place: place, zone: zone)
    case .text, .time, .duration, .months, .ip, .network, .version, .word, .none:
      return datum(text: cell, zone: zone)
    }
  }

  private static func isNumber(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    var scanner = JSONScanner(cell)
    return (try? scanner.number()) != nil && scanner.isAtEnd
  }

  private static func bool(_ cell: UnsafeBufferPointer<UInt8>) -> Bool? {
    func reads(_ word: StaticString) -> Bool {
      word.withUTF8Buffer { word in
        word.count == cell.count && zip(word, cell).allSatisfy { $0 == $1 | 0x20 }
      }
    }
    return reads("true") ? true : reads("false") ? false : nil
  }
}

/// Whole numbers in JSON's grammar: `1.0` and `1e3` are whole, `1.5` is not.
enum WholeNumber {
  static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> Int64? {
    var magnitude: UInt64 = 0
    var zeros = 0
    var fraction = 0
    var isFraction = false
    var index = bytes.first == ASCII.minus ? 1 : 0
    let isNegative = index == 1
    while index < bytes.count {
      let byte = bytes[index]
      index &+= 1
      if byte == ASCII.point {
        isFraction = true
      } else if ASCII.isDigit(byte) {
        if isFraction { fraction &+= 1 }
        zeros &+= 1
        if byte == ASCII.zero { continue }
        guard let shifted = shift(magnitude, by: zeros) else { return nil }
        let (sum, overflow) = shifted.addingReportingOverflow(UInt64(byte &- ASCII.zero))
        if overflow { return nil }
        magnitude = sum
        zeros = 0
      } else {
        break
      }
    }
    if magnitude == 0 { return 0 }
    let scale = zeros &- fraction &+ exponent(bytes, from: index)
    guard scale >= 0, let whole = shift(magnitude, by: scale) else { return nil }
    if isNegative {
      return whole <= Int64.min.magnitude ? Int64(truncatingIfNeeded: 0 &- whole) : nil
    }
    return Int64(exactly: whole)
  }

  /// What stands after the `e`; far beyond any use it stays where it is.
  private static func exponent(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    var isNegative = false
    if index < bytes.count, bytes[index] == ASCII.minus || bytes[index] == ASCII.plus {
      isNegative = bytes[index] == ASCII.minus
      index &+= 1
    }
    var exponent = 0
    while index < bytes.count, ASCII.isDigit(bytes[index]) {
      exponent = min(1 << 40, exponent &* 10 &+ Int(bytes[index] &- ASCII.zero))
      index &+= 1
    }
    return isNegative ? 0 &- exponent : exponent
  }

  private static func shift(_ magnitude: UInt64, by places: Int) -> UInt64? {
    if magnitude == 0 { return 0 }
    if places > 19 { return nil }
    var result = magnitude
    for _ in 0..<places {
      let (product, overflow) = result.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      result = product
    }
    return result
  }
}
