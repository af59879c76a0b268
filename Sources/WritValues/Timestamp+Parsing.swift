extension Timestamp {
  /// RFC 3339: `2026-01-31T10:00:00Z`, `2026-01-31 12:00:00.25+02:00`, or a bare date, its
  /// midnight.
  ///
  /// What has no offset is read in `zone`; without a zone only a bare date is read, in UTC. A
  /// fraction finer than a microsecond is cut. Nil for a second of 60 and outside the years 1 to
  /// 9999.
  public init?(parsing text: String, zone: Zone? = nil) {
    var copy = text
    guard let time = copy.withUTF8({ Self.parse($0, zone: zone) }) else { return nil }
    self = time
  }

  public init?(parsing text: some StringProtocol, zone: Zone? = nil) {
    self.init(parsing: String(text), zone: zone)
  }

  /// The same from bytes, without allocating.
  public static func parse(_ utf8: UnsafeBufferPointer<UInt8>, zone: Zone? = nil) -> Timestamp? {
    var reader = DigitReader(utf8: utf8)
    guard let year = reader.number(digits: 4), reader.skip(UInt8(ascii: "-")),
      let month = reader.number(digits: 2), reader.skip(UInt8(ascii: "-")),
      let day = reader.number(digits: 2)
    else { return nil }
    var civil = CivilTime(year: year, month: month, day: day)
    if reader.isAtEnd {
      return civil.placed(in: zone, orUTC: true)
    }
    guard
      reader.skip(UInt8(ascii: "T")) || reader.skip(UInt8(ascii: " "))
        || reader.skip(UInt8(ascii: "t")),
      let hour = reader.number(digits: 2), reader.skip(UInt8(ascii: ":")),
      let minute = reader.number(digits: 2), reader.skip(UInt8(ascii: ":")),
      let second = reader.number(digits: 2)
    else { return nil }
    civil.hour = hour
    civil.minute = minute
    civil.second = second
    if reader.skip(UInt8(ascii: ".")) {
      guard let fraction = reader.microseconds() else { return nil }
      civil.microsecond = fraction
    }
    if reader.isAtEnd { return civil.placed(in: zone, orUTC: false) }
    guard let count = civil.epochMicroseconds, let offset = reader.offsetSeconds(), reader.isAtEnd
    else { return nil }
    return Timestamp(microseconds: count - Int64(offset) * 1_000_000).inRange
  }
}

extension CivilTime {
  fileprivate func placed(in zone: Zone?, orUTC: Bool) -> Timestamp? {
    if let zone { return zone.timestamp(fromLocal: self) }
    return orUTC ? epochMicroseconds.map { Timestamp(microseconds: $0) } : nil
  }
}

/// Reads runs of ASCII digits.
private struct DigitReader {
  let utf8: UnsafeBufferPointer<UInt8>
  var position = 0

  init(utf8: UnsafeBufferPointer<UInt8>) { self.utf8 = utf8 }

  var isAtEnd: Bool { position == utf8.count }

  mutating func skip(_ byte: UInt8) -> Bool {
    guard position < utf8.count, utf8[position] == byte else { return false }
    position += 1
    return true
  }

  mutating func digit() -> Int? {
    guard position < utf8.count else { return nil }
    let value = utf8[position] &- UInt8(ascii: "0")
    guard value < 10 else { return nil }
    position += 1
    return Int(value)
  }

  mutating func number(digits: Int) -> Int? {
    var value = 0
    for _ in 0..<digits {
      guard let next = digit() else { return nil }
      value = value * 10 + next
    }
    return value
  }

  /// A fraction of a second of any length, at least one digit; what is finer is cut.
  mutating func microseconds() -> Int? {
    guard var value = digit() else { return nil }
    var count = 1
    while let next = digit() {
      if count < 6 { value = value * 10 + next }
      count += 1
    }
    while count < 6 {
      value *= 10
      count += 1
    }
    return value
  }

  /// `Z` or `+02:00`, in seconds.
  mutating func offsetSeconds() -> Int? {
    if skip(UInt8(ascii: "Z")) || skip(UInt8(ascii: "z")) { return 0 }
    let isNegative = skip(UInt8(ascii: "-"))
    guard isNegative || skip(UInt8(ascii: "+")), let hours = number(digits: 2), hours < 24,
      skip(UInt8(ascii: ":")), let minutes = number(digits: 2), minutes < 60
    else { return nil }
    let seconds = hours * 3600 + minutes * 60
    return isNegative ? -seconds : seconds
  }
}
