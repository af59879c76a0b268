import WritCrypto
import WritModel
import WritValidators

/// Invented values of the same kind, chosen by the value and a key, from ranges that are set aside for examples, so that
/// none reaches anybody. Of one key and one domain; not for use from two threads at a time.
///
/// Equal values give equal ones; different values may meet where the range is small: 762 IPv4 addresses, 100 numbers a
/// code. Kinds without such a range are refused.
struct Synthesis {
  private let digest: KeyedDigest

  init(key: SecretKey, domain: JoinDomain) throws(CryptoError) {
    digest = try KeyedDigest(key: key.derived(for: "synthetic", domain: domain.label))
  }

  func apply(_ value: [UInt8], _ context: ValueContext) throws(MaskRefusal) -> [UInt8] {
    do {
      var choice = try SeededChoice(digest, CanonicalValue.of(value, context))
      if let made = try Self.make(value, context, &choice) { return made }
    } catch { throw .crypto(error) }
    throw .noReservedRange
  }

  private static func make(
    _ value: [UInt8], _ context: ValueContext, _ choice: inout SeededChoice
  ) throws(CryptoError) -> [UInt8]? {
    let words = Set(context.category.path + context.detector.split(separator: "_").map(String.init))
    if words.contains("email") { return try email(&choice) }
    if words.contains("phone") { return try phone(value, &choice) }
    if context.category.path.contains("card") { return try card(value, context, &choice) }
    if words.contains("mac_address") || words.contains("mac") { return try mac(value, &choice) }
    if words.contains("ip_address") || words.contains("ip") { return try address(value, &choice) }
    if words.contains("url") || words.contains("domain") || words.contains("hostname") {
      return try host(value, &choice)
    }
    if words.contains("person"), words.contains("birth_date") || words.contains("date") {
      return try date(value, &choice)
    }
    if words.contains("person"), words.contains("name") { return try name(value, &choice) }
    if words.contains("address"), words.contains("street") || words.contains("contact") {
      return try street(&choice)
    }
    return nil
  }

  /// RFC 2606 sets example.com, .net and .org aside.
  private static func email(_ choice: inout SeededChoice) throws(CryptoError) -> [UInt8] {
    let given = try choice.pick(SyntheticNames.given, or: "Ada").utf8
    let family = try choice.pick(SyntheticNames.family, or: "Berg").utf8
    // With the name about 52 bits: no two of a million addresses meet.
    let mark = Base32.encode(
      try (0..<5).map { _ throws(CryptoError) in UInt8(try choice.number(below: 256)) })
    let host = try choice.pick(["example.com", "example.org", "example.net"], or: "example.com")
    let local = (Array(given) + [0x2E] + Array(family)).map { $0 == 0x2E ? $0 : $0 | 0x20 }
    return local + [0x2E] + mark + [0x40] + Array(host.utf8)
  }

  /// Numbers for film and print: of the North American plan 555-0100 to 0199 of each area, and those that Ofcom (GB),
  /// Arcep (FR) and the Bundesnetzagentur (DE) set aside.
  private static func phone(
    _ value: [UInt8], _ choice: inout SeededChoice
  ) throws(CryptoError) -> [UInt8] {
    var digits = value.filter { (0x30...0x39).contains($0) }
    var country: [UInt8] = [0x31]
    let isInternational = value.first == UInt8(ascii: "+") || digits.starts(with: [0x30, 0x30])
    if isInternational {
      if digits.starts(with: [0x30, 0x30]) { digits.removeFirst(2) }
      country = Array(digits.prefix(CallingCode.length(digits[...]) ?? 1))
    }
    let tail = try (0..<3).map { _ throws(CryptoError) in try choice.digit() }
    let national: [UInt8] =
      switch country {
      case Array("44".utf8): Array("7700900".utf8) + tail
      case Array("33".utf8): Array("63998".utf8) + tail + [try choice.digit()]
      case Array("49".utf8): Array("3023125".utf8) + tail
      default:
        Array(
          String(try choice.pick([202, 212, 303, 312, 415, 503, 617, 702, 808, 907], or: 202)).utf8)
          + Array("55501".utf8) + tail.prefix(2)
      }
    if ![Array("44".utf8), Array("33".utf8), Array("49".utf8)].contains(country) {
      country = [0x31]
    }
    let prefix = Array("+".utf8) + country
    let length = national.count + (isInternational ? country.count : 0)
    // Where the value has as many digits, they take its form; `00` counts with the country.
    let places = value.count { (0x30...0x39).contains($0) }
    if value.first == UInt8(ascii: "+"), places == length { return fill(value, country + national) }
    if !isInternational, places == 10, country == [0x31] { return fill(value, national) }
    return prefix + [0x20] + national
  }

  private static func fill(_ value: [UInt8], _ digits: [UInt8]) -> [UInt8] {
    var rest = digits[...]
    return value.map { (0x30...0x39).contains($0) ? rest.popFirst() ?? 0x30 : $0 }
  }

  /// No standard sets card numbers aside; these beginnings are those that payment processors publish for tests.
  private static func card(
    _ value: [UInt8], _ context: ValueContext, _ choice: inout SeededChoice
  ) throws(CryptoError) -> [UInt8]? {
    let count = value.count { (0x30...0x39).contains($0) }
    guard 12...19 ~= count else { return nil }
    let prefix =
      switch count {
      case 14: "305693"
      case 15: "378282"
      default: try choice.pick(["411111", "400000", "555555", "601111"], or: "411111")
      }
    var digits = Array(prefix.utf8)
    while digits.count < count - 1 { digits.append(try choice.digit()) }
    return fill(value, digits + [luhn(digits)])
  }

  /// ISO/IEC 7812-1, annex B.
  private static func luhn(_ payload: [UInt8]) -> UInt8 {
    var sum = 0
    for (index, digit) in payload.reversed().enumerated() {
      let value = Int(digit & 0xF) * (index % 2 == 0 ? 2 : 1)
      sum += value > 9 ? value - 9 : value
    }
    return 0x30 + UInt8((10 - sum % 10) % 10)
  }

  /// RFC 5737 and RFC 3849.
  private static func address(
    _ value: [UInt8], _ choice: inout SeededChoice
  ) throws(CryptoError) -> [UInt8] {
    guard value.contains(UInt8(ascii: ":")) else {
      let network = try choice.pick(["192.0.2", "198.51.100", "203.0.113"], or: "192.0.2")
      return Array("\(network).\(1 + (try choice.number(below: 254)))".utf8)
    }
    var groups: [String] = []
    for _ in 0..<6 { groups.append(String(try choice.number(below: 65_536), radix: 16)) }
    return Array("2001:db8:\(groups.joined(separator: ":"))".utf8)
  }

  /// RFC 7042, 2.1.2: 00-00-5E-00-53-00 to FF.
  private static func mac(
    _ value: [UInt8], _ choice: inout SeededChoice
  ) throws(CryptoError) -> [UInt8] {
    let last = try choice.number(below: 256)
    let isUpper = value.contains { (0x41...0x46).contains($0) }
    let digits = "00005e0053" + (last < 16 ? "0" : "") + String(last, radix: 16)
    var rest = Array((isUpper ? digits.uppercased() : digits).utf8)[...]
    let made = value.map { ValueLayout.kind($0) != nil ? rest.popFirst() ?? 0x30 : $0 }
    return rest.isEmpty ? made : Array("00:00:5e:00:53:".utf8) + Array(digits.utf8.suffix(2))
  }

  private static func host(
    _ value: [UInt8], _ choice: inout SeededChoice
  ) throws(CryptoError) -> [UInt8] {
    let mark = Base32.encode(
      try (0..<5).map { _ throws(CryptoError) in UInt8(try choice.number(below: 256)) })
    let host = Array("h".utf8) + mark + Array(".example.com".utf8)
    let scheme = Array("://".utf8)
    guard
      let place = value.indices.first(where: { value[$0...].starts(with: scheme) })
    else { return host }
    return value[..<(place + scheme.count)] + host + [UInt8(ascii: "/")]
  }

  /// As many words as there were, so that a given name alone stays one.
  private static func name(
    _ value: [UInt8], _ choice: inout SeededChoice
  ) throws(CryptoError) -> [UInt8] {
    let count = value.split(whereSeparator: { $0 == 0x20 }).count
    let given = try choice.pick(SyntheticNames.given, or: "Ada")
    guard count > 1 else { return Array(given.utf8) }
    return Array("\(given) \(try choice.pick(SyntheticNames.family, or: "Berg"))".utf8)
  }

  private static func street(_ choice: inout SeededChoice) throws(CryptoError) -> [UInt8] {
    let number = 1 + (try choice.number(below: 999))
    return Array("\(number) \(try choice.pick(SyntheticNames.streets, or: "Example")) Street".utf8)
  }

  /// Another day of the same year.
  private static func date(
    _ value: [UInt8], _ choice: inout SeededChoice
  ) throws(CryptoError) -> [UInt8]? {
    let orders: [DateOrder?] = [nil, .dmy, .mdy]
    guard let date = orders.lazy.compactMap({ try? WrittenDate(value, order: $0) }).first else {
      return nil
    }
    // Up to 12, so that it is a date whichever number is read as the day.
    return date.written(
      year: date.year, month: 1 + (try choice.number(below: 12)),
      day: 1 + (try choice.number(below: 12)))
  }
}
