/// A date and time of day on a calendar, without saying where: the zone gives it a place.
public struct CivilTime: Hashable, Comparable, Sendable {
  public var year: Int
  public var month: Int
  public var day: Int
  public var hour: Int
  public var minute: Int
  public var second: Int
  public var microsecond: Int

  public init(
    year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0,
    microsecond: Int = 0
  ) {
    self.year = year
    self.month = month
    self.day = day
    self.hour = hour
    self.minute = minute
    self.second = second
    self.microsecond = microsecond
  }

  /// The fields of a count of microseconds since 1970-01-01T00:00:00.
  public init(epochMicroseconds: Int64) {
    let days = Self.dayNumber(ofMicroseconds: epochMicroseconds)
    let date = Self.date(dayNumber: days)
    // The first day of the range begins below Int64.min: the wrapping difference is still right.
    let rest = epochMicroseconds &- days &* Self.microsecondsPerDay
    let seconds = Int(rest / 1_000_000)
    self.init(
      year: date.year, month: date.month, day: date.day, hour: seconds / 3600,
      minute: seconds / 60 % 60, second: seconds % 60, microsecond: Int(rest % 1_000_000))
  }

  /// Microseconds since 1970-01-01T00:00:00; nil when a field is out of range (years 1 to 9999).
  public var epochMicroseconds: Int64? {
    guard 1...9999 ~= year, 1...12 ~= month, day >= 1,
      day <= Self.dayCount(year: year, month: month), 0...23 ~= hour, 0...59 ~= minute,
      0...59 ~= second, 0...999_999 ~= microsecond
    else { return nil }
    let days = Self.dayNumber(year: year, month: month, day: day)
    let seconds = Int64(hour * 3600 + minute * 60 + second)
    return (days * 86_400 + seconds) * 1_000_000 + Int64(microsecond)
  }

  /// Monday is 1, Sunday 7.
  public var weekday: Int {
    Self.weekday(dayNumber: Self.dayNumber(year: year, month: month, day: day))
  }

  public static func < (one: CivilTime, other: CivilTime) -> Bool {
    if one.year != other.year { return one.year < other.year }
    if one.month != other.month { return one.month < other.month }
    if one.day != other.day { return one.day < other.day }
    return (one.hour, one.minute, one.second, one.microsecond)
      < (other.hour, other.minute, other.second, other.microsecond)
  }
}

extension CivilTime {
  static let microsecondsPerDay: Int64 = 86_400_000_000

  /// Days since 1970-01-01, rounded down.
  static func dayNumber(ofMicroseconds count: Int64) -> Int64 {
    let days = count / microsecondsPerDay
    return count % microsecondsPerDay < 0 ? days - 1 : days
  }

  static func weekday(dayNumber: Int64) -> Int {
    // 1970-01-01 was a Thursday.
    let rest = (dayNumber &+ 3) % 7
    return Int(rest < 0 ? rest + 7 : rest) + 1
  }

  static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// How many days a month has; the month is 1...12.
  static func dayCount(year: Int, month: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days since 1970-01-01 of a date in the proleptic Gregorian calendar.
  ///
  /// Years are counted from March, so that a leap day is the last of its year, in eras of 400
  /// years.
  static func dayNumber(year: Int, month: Int, day: Int) -> Int64 {
    let shifted = Int64(month <= 2 ? year &- 1 : year)
    let era = (shifted >= 0 ? shifted : shifted &- 399) / 400
    let yearOfEra = shifted &- era &* 400
    let monthFromMarch = Int64(month > 2 ? month &- 3 : month &+ 9)
    let dayOfYear = (153 &* monthFromMarch &+ 2) / 5 &+ Int64(day) &- 1
    let dayOfEra = yearOfEra &* 365 &+ yearOfEra / 4 &- yearOfEra / 100 &+ dayOfYear
    return era &* 146_097 &+ dayOfEra &- 719_468
  }

  static func date(dayNumber: Int64) -> (year: Int, month: Int, day: Int) {
    let shifted = dayNumber &+ 719_468
    let era = (shifted >= 0 ? shifted : shifted &- 146_096) / 146_097
    let dayOfEra = shifted &- era &* 146_097
    let yearOfEra =
      (dayOfEra &- dayOfEra / 1460 &+ dayOfEra / 36_524 &- dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra &- (365 &* yearOfEra &+ yearOfEra / 4 &- yearOfEra / 100)
    let monthFromMarch = (5 &* dayOfYear &+ 2) / 153
    let day = dayOfYear &- (153 &* monthFromMarch &+ 2) / 5 &+ 1
    let month = monthFromMarch < 10 ? monthFromMarch &+ 3 : monthFromMarch &- 9
    let year = yearOfEra &+ era &* 400 &+ (month <= 2 ? 1 : 0)
    return (Int(year), Int(month), Int(day))
  }
}
