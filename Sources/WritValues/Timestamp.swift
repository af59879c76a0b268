/// A point in time: UTC, microseconds since 1970-01-01T00:00:00Z.
public struct Timestamp: Hashable, Comparable, Sendable {
  public var microseconds: Int64

  public init(microseconds: Int64) { self.microseconds = microseconds }

  /// A civil time in UTC; nil when a field is out of range (years 1 to 9999).
  public init?(
    year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0,
    microsecond: Int = 0
  ) {
    let civil = CivilTime(
      year: year, month: month, day: day, hour: hour, minute: minute, second: second,
      microsecond: microsecond)
    guard let count = civil.epochMicroseconds else { return nil }
    self.init(microseconds: count)
  }

  /// 0001-01-01T00:00:00Z.
  public static let earliest = Timestamp(microseconds: -62_135_596_800_000_000)
  /// 9999-12-31T23:59:59.999999Z.
  public static let latest = Timestamp(microseconds: 253_402_300_799_999_999)

  public static func < (one: Timestamp, other: Timestamp) -> Bool {
    one.microseconds < other.microseconds
  }

  /// The time within the years 1 to 9999; nil outside.
  var inRange: Timestamp? { Self.earliest <= self && self <= Self.latest ? self : nil }
}

extension Timestamp {
  /// The date and time of day in UTC.
  public var civil: CivilTime { CivilTime(epochMicroseconds: microseconds) }

  /// The day of the week in UTC: Monday is 1, Sunday 7.
  public var weekday: Int {
    CivilTime.weekday(dayNumber: CivilTime.dayNumber(ofMicroseconds: microseconds))
  }

  /// Nil outside the years 1 to 9999.
  public func adding(microseconds count: Int64) -> Timestamp? {
    let (sum, overflow) = microseconds.addingReportingOverflow(count)
    return overflow ? nil : Timestamp(microseconds: sum).inRange
  }

  /// A calendar step in UTC that stays within the month: 31 January and one month is the last day
  /// of February. Nil outside the years 1 to 9999.
  public func adding(months count: Int64) -> Timestamp? {
    let from = civil
    let (sum, overflow) = Int64(from.year * 12 + from.month - 1).addingReportingOverflow(count)
    guard !overflow, sum >= 12, sum < 10_000 * 12 else { return nil }
    var to = from
    to.year = Int(sum / 12)
    to.month = Int(sum % 12) + 1
    to.day = min(from.day, CivilTime.dayCount(year: to.year, month: to.month))
    return to.epochMicroseconds.map { Timestamp(microseconds: $0) }
  }

  /// Microseconds from another time to this one; nil when there are too many.
  public func microseconds(since other: Timestamp) -> Int64? {
    let (difference, overflow) = microseconds.subtractingReportingOverflow(other.microseconds)
    return overflow ? nil : difference
  }
}

extension Timestamp: CustomStringConvertible {
  /// RFC 3339 in UTC: `2026-01-31T10:00:00Z`, with a fraction only where there is one.
  public var description: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(28)
    civil.write(to: &bytes)
    bytes.append(UInt8(ascii: "Z"))
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension CivilTime: CustomStringConvertible {
  /// `2026-01-31T10:00:00`, without a zone.
  public var description: String {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  func write(to bytes: inout [UInt8]) {
    if year < 0 { bytes.append(UInt8(ascii: "-")) }
    Self.write(Int(clamping: year.magnitude), width: 4, to: &bytes)
    bytes.append(UInt8(ascii: "-"))
    Self.write(month, width: 2, to: &bytes)
    bytes.append(UInt8(ascii: "-"))
    Self.write(day, width: 2, to: &bytes)
    bytes.append(UInt8(ascii: "T"))
    Self.write(hour, width: 2, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    Self.write(minute, width: 2, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    Self.write(second, width: 2, to: &bytes)
    guard microsecond > 0 else { return }
    var fraction = microsecond
    var width = 6
    while fraction % 10 == 0 {
      fraction /= 10
      width -= 1
    }
    bytes.append(UInt8(ascii: "."))
    Self.write(fraction, width: width, to: &bytes)
  }

  /// Appends a number of at least `width` digits.
  private static func write(_ number: Int, width: Int, to bytes: inout [UInt8]) {
    let start = bytes.count
    var rest = number
    repeat {
      bytes.append(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    while bytes.count - start < width { bytes.append(UInt8(ascii: "0")) }
    bytes[start...].reverse()
  }
}
