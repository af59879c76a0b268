import WritValues

/// A coarser value in place of an exact one; what is coarse already stays as it is.
package enum Generalization: Hashable, Sendable {
  case year, month, decade
  /// The first letters and digits stay, of the others `*`.
  case prefix(Int)
  /// A whole number becomes the range of so many that it lies in: `30-39`.
  case bucket(Int64)
  /// Of a telephone number the country's code, of an account number the country.
  case country
  /// Of an address of e-mail what follows the `@`, with it.
  case domain
  /// Of an IPv4 address its /24, of an IPv6 address its /48.
  case network

  /// As a mask writes it: `year`, `prefix:3`.
  package init?(_ name: String) {
    let parts = name.split(separator: ":", omittingEmptySubsequences: false)
    switch (parts.first, parts.count) {
    case ("year", 1): self = .year
    case ("month", 1): self = .month
    case ("decade", 1): self = .decade
    case ("country", 1): self = .country
    case ("domain", 1): self = .domain
    case ("network", 1): self = .network
    case ("prefix", 2):
      guard let count = Int(parts[1]), 1...64 ~= count else { return nil }
      self = .prefix(count)
    case ("bucket", 2):
      guard let size = Int64(parts[1]), 2...1_000_000_000_000 ~= size else { return nil }
      self = .bucket(size)
    default: return nil
    }
  }

  /// Nil for a value that has nothing of what the level keeps.
  func apply(_ value: [UInt8]) -> [UInt8]? {
    switch self {
    case .year: Self.years(value).map { WrittenDate.digits($0.first, 4) }
    case .month: Self.month(value)
    case .decade: Self.decade(value)
    case .prefix(let count): Self.prefix(value, count)
    case .bucket(let size): Self.bucket(value, size)
    case .country: Self.country(value)
    case .domain: value.lastIndex(of: UInt8(ascii: "@")).map { Array(value[$0...]) }
    case .network: Self.network(value)
    }
  }

  // MARK: Dates

  private static func isDigits(_ bytes: ArraySlice<UInt8>) -> Bool {
    !bytes.isEmpty && bytes.allSatisfy { (0x30...0x39).contains($0) }
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int {
    digits.prefix(9).reduce(0) { $0 * 10 + Int($1 & 0xF) }
  }

  /// The years a date, a month, a year or a decade is of.
  private static func years(_ value: [UInt8]) -> (first: Int, last: Int)? {
    if value.count == 4, isDigits(value[...]) { return (number(value[...]), number(value[...])) }
    if isMonth(value) { return (number(value[..<4]), number(value[..<4])) }
    // Which number is the day makes no difference to the year.
    guard
      let date = (try? WrittenDate(value, order: .dmy)) ?? (try? WrittenDate(value, order: .mdy))
    else { return nil }
    return (date.year, date.year)
  }

  private static func isMonth(_ value: [UInt8]) -> Bool {
    value.count == 7 && value[4] == UInt8(ascii: "-") && isDigits(value[..<4])
      && isDigits(value[5...]) && 1...12 ~= number(value[5...])
  }

  private static func month(_ value: [UInt8]) -> [UInt8]? {
    if isMonth(value) { return value }
    guard let date = try? WrittenDate(value, order: nil) else { return nil }
    return WrittenDate.digits(date.year, 4) + [UInt8(ascii: "-")]
      + WrittenDate.digits(date.month, 2)
  }

  private static func decade(_ value: [UInt8]) -> [UInt8]? {
    let parts = value.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    if parts.count == 2, parts.allSatisfy({ $0.count == 4 && isDigits($0) }),
      number(parts[0]) % 10 == 0, number(parts[1]) == number(parts[0]) + 9
    {
      return value
    }
    return years(value).map { years in
      let first = years.first / 10 * 10
      return WrittenDate.digits(first, 4) + [UInt8(ascii: "-")] + WrittenDate.digits(first + 9, 4)
    }
  }

  // MARK: Other values

  private static func prefix(_ value: [UInt8], _ count: Int) -> [UInt8]? {
    let star = UInt8(ascii: "*")
    var result: [UInt8] = []
    var seen = 0
    for byte in value {
      // A character of UTF-8 counts once, at its first byte.
      let isContinuation = byte & 0xC0 == 0x80
      let isPayload = ValueLayout.kind(byte) != nil || byte >= 0xC0 || byte == star
      if isPayload { seen += 1 }
      if isContinuation {
        if seen <= count { result.append(byte) }
      } else {
        result.append(isPayload && seen > count ? star : byte)
      }
    }
    // Nothing would be hidden.
    return seen > count ? result : nil
  }

  private static func bucket(_ value: [UInt8], _ size: Int64) -> [UInt8]? {
    let text = String(decoding: value, as: UTF8.self)
    if let number = Int64(text), value.first != UInt8(ascii: "+") {
      let (quotient, rest) = number.quotientAndRemainder(dividingBy: size)
      let (first, isBelow) = (rest < 0 ? quotient - 1 : quotient).multipliedReportingOverflow(
        by: size)
      let (last, isAbove) = first.addingReportingOverflow(size - 1)
      guard !isBelow, !isAbove else { return nil }
      return Array(range(first, last).utf8)
    }
    // A range that is one already, of this or another size that fits into it.
    let words = text.split(separator: first(of: text), maxSplits: 1).map(String.init)
    guard words.count == 2,
      let low = Int64(words[0]), let high = Int64(words[1].drop { $0 == "." }), low <= high,
      range(low, high) == text
    else { return nil }
    let (width, isWide) = high.subtractingReportingOverflow(low)
    return !isWide && width >= size - 1 ? value : nil
  }

  /// What stands between the two ends of a range.
  private static func first(of text: String) -> Character { text.contains(".") ? "." : "-" }

  private static func range(_ first: Int64, _ last: Int64) -> String {
    first < 0 ? "\(first)..\(last)" : "\(first)-\(last)"
  }

  private static func country(_ value: [UInt8]) -> [UInt8]? {
    if value.count >= 2, value.prefix(2).allSatisfy({ (0x41...0x5A).contains($0) }),
      value.count == 2 || isDigits(value[2..<min(4, value.count)])
    {
      return Array(value.prefix(2))
    }
    var digits = value.filter { (0x30...0x39).contains($0) }[...]
    if value.first == UInt8(ascii: "+") {
    } else if digits.starts(with: [0x30, 0x30]) {
      digits = digits.dropFirst(2)
    } else {
      return nil
    }
    guard let length = CallingCode.length(digits), digits.count >= length else { return nil }
    return [UInt8(ascii: "+")] + digits.prefix(length)
  }

  private static func network(_ value: [UInt8]) -> [UInt8]? {
    let text = String(decoding: value, as: UTF8.self)
    if let address = IPAddress(parsing: text) {
      let prefix = address.isV6 ? 48 : 24
      let shift = address.width - prefix
      let bits = (address.bits >> UInt128(shift)) << UInt128(shift)
      return Array(
        Network(address: IPAddress(isV6: address.isV6, bits: bits), prefix: prefix).description.utf8
      )
    }
    guard let network = Network(parsing: text) else { return nil }
    return network.prefix <= (network.address.isV6 ? 48 : 24) ? value : nil
  }
}

/// Where the country's part of an international number ends: ITU-T E.164, list of assigned codes.
enum CallingCode {
  /// Two digits; all others but 1 and 7 have three.
  private static let twoDigits: Set<Int> = [
    20, 27, 30, 31, 32, 33, 34, 36, 39, 40, 41, 43, 44, 45, 46, 47, 48, 49, 51, 52, 53, 54, 55, 56,
    57, 58, 60, 61, 62, 63, 64, 65, 66, 81, 82, 84, 86, 90, 91, 92, 93, 94, 95, 98,
  ]

  /// Nil where there is no digit, or a 0, which no code begins with.
  static func length(_ digits: ArraySlice<UInt8>) -> Int? {
    guard let first = digits.first, first != 0x30 else { return nil }
    if first == 0x31 || first == 0x37 { return 1 }
    let two = digits.prefix(2).reduce(0) { $0 * 10 + Int($1 & 0xF) }
    return twoDigits.contains(two) ? 2 : 3
  }
}
