/// The footer of a zone file: a POSIX `TZ` text, `CET-1CEST,M3.5.0,M10.5.0/3`.
struct ZoneRule: Hashable, Sendable {
  /// Seconds ahead of UTC.
  var standard: Int32
  var summer: Summer?

  struct Summer: Hashable, Sendable {
    var offset: Int32
    var start: Day
    var end: Day
  }

  /// A day of each year, and the local second of it.
  struct Day: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
      /// 1...365; 29 February is never counted.
      case julian(Int)
      /// 0...365; 29 February is counted.
      case index(Int)
      /// A weekday (Sunday is 0) in a week (5 is the last) of a month.
      case weekday(month: Int, week: Int, weekday: Int)
    }

    var kind: Kind
    var second: Int64

    /// Local seconds since 1970 in a year.
    func localSecond(year: Int) -> Int64 {
      let day =
        switch kind {
        case .julian(let number):
          CivilTime.dayNumber(year: year, month: 1, day: 1) + Int64(number - 1)
            + (number >= 60 && CivilTime.isLeap(year) ? 1 : 0)
        case .index(let number):
          CivilTime.dayNumber(year: year, month: 1, day: 1) + Int64(number)
        case .weekday(let month, let week, let weekday):
          Self.day(year: year, month: month, week: week, weekday: weekday)
        }
      return day * 86_400 + second
    }

    private static func day(year: Int, month: Int, week: Int, weekday: Int) -> Int64 {
      let first = CivilTime.dayNumber(year: year, month: month, day: 1)
      let ahead = (weekday - CivilTime.weekday(dayNumber: first) % 7 + 7) % 7
      var day = 1 + ahead + (week - 1) * 7
      while day > CivilTime.dayCount(year: year, month: month) { day -= 7 }
      return first + Int64(day - 1)
    }
  }

  /// The offset of the latest change that is not after a second.
  func offset(at second: Int64) -> Int32 {
    guard let summer else { return standard }
    var latest = Int64.min
    var result = standard
    let year = Self.year(of: second)
    // The neighbors count too: a change may lie days beyond its year.
    for year in year - 1...year + 1 {
      let end = summer.end.localSecond(year: year) - Int64(summer.offset)
      if end <= second, end >= latest { (latest, result) = (end, standard) }
      let start = summer.start.localSecond(year: year) - Int64(standard)
      // At one instant, where summer time never ends, the start wins.
      if start <= second, start >= latest { (latest, result) = (start, summer.offset) }
    }
    return result
  }

  /// The next change after a second; nil when the offset stays.
  func change(after second: Int64) -> Int64? {
    guard let summer else { return nil }
    var next: Int64?
    let year = Self.year(of: second)
    for year in year - 1...year + 1 {
      let end = summer.end.localSecond(year: year) - Int64(summer.offset)
      if end > second { next = min(next ?? end, end) }
      let start = summer.start.localSecond(year: year) - Int64(standard)
      if start > second { next = min(next ?? start, start) }
    }
    return next
  }

  private static func year(of second: Int64) -> Int {
    let days = second / 86_400 - (second % 86_400 < 0 ? 1 : 0)
    return CivilTime.date(dayNumber: days).year
  }
}
