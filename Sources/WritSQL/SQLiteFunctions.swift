import WritDatabase
import WritPatterns
import WritValues

/// What SQLite's own functions can't say: whole Unicode, texts with a zero byte, wide arithmetic, zones.
struct SQLiteFunctions {
  let patterns: PatternTable
  let zone: @Sendable (String) -> Zone?

  private typealias Body = ([SQLValue]) -> SQLValue?

  /// - Throws: `DatabaseError`
  func define(in connection: SQLiteConnection) throws {
    func add(_ name: String, _ count: Int, _ body: @escaping Body) throws {
      try connection.define(name: "writ_\(name)", argumentCount: count) { arguments in
        // What is unknown stays so.
        arguments.contains(.null) ? .null : body(arguments) ?? .null
      }
    }
    try defineText(add)
    try defineNumbers(add)
    try defineZones(add)
  }

  // MARK: Text

  private func defineText(_ add: (String, Int, @escaping Body) throws -> Void) throws {
    let patterns = patterns
    try add("matches", 2) { arguments in
      guard case .int(let number) = arguments[0], let text = Self.text(arguments[1]),
        patterns.patterns.indices.contains(Int(number))
      else { return nil }
      return switch patterns.patterns[Int(number)].matches(text) {
      case .yes: .int(1)
      case .no: .int(0)
      case .limit: nil
      }
    }
    try add("starts_with", 2) { Self.test($0) { $0.starts(with: $1) } }
    try add("ends_with", 2) { Self.test($0) { $0.reversed().starts(with: $1.reversed()) } }
    try add("contains", 2) { Self.test($0) { Self.place(of: $1, in: $0, from: 0) != nil } }
    try add("lower", 1) { Self.text($0[0]).map { .text(UnicodeText.lower($0)) } }
    try add("upper", 1) { Self.text($0[0]).map { .text(UnicodeText.upper($0)) } }
    try add("trim", 1) { Self.text($0[0]).map { .text(Self.trimmed($0)) } }
    try add("length", 1) { Self.text($0[0]).map { .int(Int64(UnicodeText.length($0))) } }
    try add("replace", 3) { arguments in
      guard let text = Self.text(arguments[0]), let old = Self.text(arguments[1]),
        let new = Self.text(arguments[2])
      else { return nil }
      return .text(Self.replaced(text, old, new))
    }
    try add("int", 1) { Self.text($0[0]).flatMap { Int64($0) }.map { .int($0) } }
    try add("decimal", 1) {
      Self.text($0[0]).flatMap { Decimal(parsing: $0) }.map { .int($0.millionths) }
    }
    try add("time", 1) {
      Self.text($0[0]).flatMap { Timestamp(parsing: $0) }.map { .int($0.microseconds) }
    }
    try add("ip", 1) {
      Self.text($0[0]).flatMap { IPAddress(parsing: $0) }.map { .text(SQLEncoding.address($0)) }
    }
    try add("text_part", 2) { Self.part($0).flatMap(Self.unhex).map { .text($0) } }
    try add("int_part", 2) { Self.part($0).flatMap { Int64($0) }.map { .int($0) } }
  }

  private static func text(_ value: SQLValue) -> String? {
    if case .text(let text) = value { text } else { nil }
  }

  private static func test(
    _ arguments: [SQLValue], _ body: ([UInt8], [UInt8]) -> Bool
  ) -> SQLValue? {
    guard let one = text(arguments[0]), let other = text(arguments[1]) else { return nil }
    return .int(body(Array(one.utf8), Array(other.utf8)) ? 1 : 0)
  }

  private static func place(of needle: [UInt8], in hay: [UInt8], from start: Int) -> Int? {
    if needle.isEmpty { return start }
    guard hay.count - start >= needle.count else { return nil }
    return (start...(hay.count - needle.count)).first {
      hay[$0..<($0 + needle.count)].elementsEqual(needle)
    }
  }

  private static func replaced(_ text: String, _ old: String, _ new: String) -> String {
    let (hay, needle) = (Array(text.utf8), Array(old.utf8))
    if needle.isEmpty { return text }
    var result: [UInt8] = []
    var start = 0
    while let found = place(of: needle, in: hay, from: start) {
      result += hay[start..<found]
      result += new.utf8
      start = found + needle.count
    }
    return String(decoding: result + hay[start...], as: UTF8.self)
  }

  private static func trimmed(_ text: String) -> String {
    var scalars = text.unicodeScalars[...]
    while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return String(String.UnicodeScalarView(scalars))
  }

  private static func part(_ arguments: [SQLValue]) -> String? {
    guard let text = text(arguments[0]), case .int(let number) = arguments[1] else { return nil }
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    let index = Int(number) - 1
    return parts.indices.contains(index) ? String(parts[index]) : nil
  }

  private static func unhex(_ text: String) -> String? {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while rest.count >= 2 {
      let pair = String(decoding: rest.prefix(2), as: UTF8.self)
      guard let byte = UInt8(pair, radix: 16) else { return nil }
      bytes.append(byte)
      rest = rest.dropFirst(2)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  // MARK: Numbers

  private func defineNumbers(_ add: (String, Int, @escaping Body) throws -> Void) throws {
    try add("order", 4) { arguments in
      guard let left = Self.ratio(arguments[0], arguments[1]),
        let right = Self.ratio(arguments[2], arguments[3])
      else { return nil }
      return .int(left < right ? -1 : right < left ? 1 : 0)
    }
    try add("round", 2) { arguments in
      Self.ratio(arguments[0], arguments[1])?.rounded.map { .int($0.millionths) }
    }
    for (name, move) in [("whole", 0), ("floor", -1), ("ceil", 1)] {
      try add(name, 2) { arguments in
        Self.ratio(arguments[0], arguments[1]).flatMap { Self.whole($0, move) }.map { .int($0) }
      }
    }
    try add("decimal_product", 2) { arguments in
      guard case .int(let left) = arguments[0], case .int(let right) = arguments[1] else {
        return nil
      }
      return Decimal(millionths: left).multiplied(by: Decimal(millionths: right))
        .map { .int($0.millionths) }
    }
    try add("scaled", 3) { arguments in
      guard case .int(let amount) = arguments[0], case .int(let factor) = arguments[1] else {
        return nil
      }
      let (above, below) =
        arguments[2] == .int(1)
        ? (Int128(amount) * Int128(factor), 1_000_000 as Int128)
        : (Int128(amount) * 1_000_000, Int128(factor))
      return Self.rounded(above, over: below).flatMap { Int64(exactly: $0) }.map { .int($0) }
    }
    try add("total", 2) { arguments in
      Self.total(arguments).map { total in
        Int64(exactly: total).map { .int($0) } ?? .text(String(total))
      }
    }
    try add("average", 3) { arguments in
      guard let total = Self.total(arguments), case .int(let count) = arguments[2] else {
        return nil
      }
      return Self.rounded(total, over: Int128(count)).flatMap { rounded in
        Int64(exactly: rounded.magnitude).map { .int(rounded < 0 ? 0 - $0 : $0) }
      }
    }
  }

  private static func wide(_ value: SQLValue) -> Int128? {
    switch value {
    case .int(let number): Int128(number)
    case .text(let text): Int128(text)
    default: nil
    }
  }

  private static func ratio(_ above: SQLValue, _ below: SQLValue) -> Ratio? {
    guard let above = wide(above), let below = wide(below) else { return nil }
    return Ratio(above, over: below)
  }

  /// A sum whose halves were added apart.
  private static func total(_ arguments: [SQLValue]) -> Int128? {
    guard case .int(let high) = arguments[0], case .int(let low) = arguments[1] else { return nil }
    return Int128(high) << 32 + Int128(low)
  }

  /// Half away from zero.
  private static func rounded(_ above: Int128, over below: Int128) -> Int128? {
    if below == 0 { return nil }
    let isNegative = (above < 0) != (below < 0)
    let (quotient, rest) = above.magnitude.quotientAndRemainder(dividingBy: below.magnitude)
    let rounded = quotient + (rest * 2 >= below.magnitude ? 1 : 0)
    return isNegative ? 0 - Int128(rounded) : Int128(rounded)
  }

  /// - Parameter move: -1 down, 1 up, 0 to the nearest, halves away from zero.
  private static func whole(_ ratio: Ratio, _ move: Int) -> Int64? {
    let (quotient, rest) = ratio.numerator.quotientAndRemainder(dividingBy: ratio.denominator)
    switch move {
    case 0:
      if rest.magnitude * 2 < ratio.denominator.magnitude { return Int64(exactly: quotient) }
      return Int64(exactly: rest < 0 ? quotient - 1 : quotient + 1)
    case 1: return Int64(exactly: rest > 0 ? quotient + 1 : quotient)
    default: return Int64(exactly: rest < 0 ? quotient - 1 : quotient)
    }
  }

  // MARK: Zones

  private func defineZones(_ add: (String, Int, @escaping Body) throws -> Void) throws {
    let cache = ZoneCache(zone)
    try add("date", 2) { cache.zoned($0) { .int($0.localMidnight(of: $1).microseconds) } }
    try add("hour", 2) { cache.zoned($0) { .int(Int64($0.components(at: $1).hour)) } }
    try add("weekday", 2) { cache.zoned($0) { .int(Int64($0.components(at: $1).weekday)) } }
  }

  private final class ZoneCache {
    private let find: @Sendable (String) -> Zone?
    private var known: [String: Zone?] = [:]

    init(_ find: @escaping @Sendable (String) -> Zone?) { self.find = find }

    func zoned(_ arguments: [SQLValue], _ body: (Zone, Timestamp) -> SQLValue) -> SQLValue? {
      guard case .int(let time) = arguments[0], case .text(let name) = arguments[1] else {
        return nil
      }
      let zone: Zone?
      if let found = known[name] {
        zone = found
      } else {
        zone = find(name)
        known[name] = zone
      }
      return zone.map { body($0, Timestamp(microseconds: time)) }
    }
  }
}
