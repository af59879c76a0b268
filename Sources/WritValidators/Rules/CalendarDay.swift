/// The Gregorian calendar, for numbers that hold a date of birth.
enum CalendarDay {
  static func isValid(_ year: Int, _ month: Int, _ day: Int) -> Bool {
    guard month >= 1, month <= 12, day >= 1 else { return false }
    return day <= length(of: month, in: year)
  }

  /// A day whose century is not known: 29 February counts if any century had it.
  static func isValid(shortYear: Int, _ month: Int, _ day: Int) -> Bool {
    isValid(2000 &+ shortYear % 100, month, day)
  }

  private static func length(of month: Int, in year: Int) -> Int {
    switch month {
    case 2:
      year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension UnsafeBufferPointer where Element == UInt8 {
  /// YYMMDD at a place.
  func isShortYearDay(_ start: Int) -> Bool {
    CalendarDay.isValid(
      shortYear: number(start, 2), number(start &+ 2, 2), number(start &+ 4, 2))
  }

  /// DDMMYY at a place.
  func isDayShortYear(_ start: Int) -> Bool {
    CalendarDay.isValid(
      shortYear: number(start &+ 4, 2), number(start &+ 2, 2), number(start, 2))
  }

  /// YYYYMMDD at a place, in a year a living person can have been born in.
  func isLongYearDay(_ start: Int) -> Bool {
    let year = number(start, 4)
    return year >= 1850 && year <= 2099
      && CalendarDay.isValid(year, number(start &+ 4, 2), number(start &+ 6, 2))
  }
}
