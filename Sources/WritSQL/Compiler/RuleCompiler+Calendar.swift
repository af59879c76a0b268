import WritDatabase
import WritValues

/// The calendar in whole numbers: both dialects divide toward zero, and no year below 1 is ever asked for.
extension RuleCompiler {
  struct Civil {
    var day: Fragment
    var timeOfDay: Fragment
    var months: Fragment
    var dayOfMonth: Fragment
  }

  private static let microsecondsPerDay: Int64 = 86_400_000_000

  /// The number of the day that holds a time, counted from 1970-01-01.
  func dayNumber(_ time: Fragment) -> Fragment {
    let day = Self.microsecondsPerDay
    return "(\(time) / \(day) - CASE WHEN \(time) % \(day) < 0 THEN 1 ELSE 0 END)"
  }

  /// Years are counted from March, so that a leap day is the last of its year, in eras of 400 years.
  func civil(_ time: Fragment, _ scope: Scope) -> Civil {
    let time = scope.bind(time)
    let day = scope.bind(dayNumber(time))
    let shifted = scope.bind("\(day) + 719468")
    let era: Fragment = "\(shifted) / 146097"
    let dayOfEra = scope.bind("\(shifted) - (\(era)) * 146097")
    let yearOfEra = scope.bind(
      """
      (\(dayOfEra) - \(dayOfEra) / 1460 + \(dayOfEra) / 36524 - \(dayOfEra) / 146096) / 365
      """)
    let dayOfYear = scope.bind(
      "\(dayOfEra) - (365 * \(yearOfEra) + \(yearOfEra) / 4 - \(yearOfEra) / 100)")
    let fromMarch = scope.bind("(5 * \(dayOfYear) + 2) / 153")
    return Civil(
      day: day, timeOfDay: "(\(time) - \(day) * \(Self.microsecondsPerDay))",
      months: scope.bind(
        """
        (\(yearOfEra) + (\(era)) * 400 + CASE WHEN \(fromMarch) >= 10 THEN 1 ELSE 0 END) * 12 \
        + CASE WHEN \(fromMarch) < 10 THEN \(fromMarch) + 2 ELSE \(fromMarch) - 10 END
        """),
      dayOfMonth: scope.bind("\(dayOfYear) - (153 * \(fromMarch) + 2) / 5 + 1"))
  }

  /// A time some months on, within its month; NULL outside the years 1 to 9999.
  func calendarStep(
    _ time: Fragment, _ months: Fragment, isBack: Bool, _ scope: Scope
  ) -> Fragment {
    let civil = civil(time, scope)
    // More would leave the calendar either way.
    let step = scope.bind(
      "CASE WHEN \(months) BETWEEN -120000 AND 120000 THEN \(own: isBack ? "0 - " : "")\(months) END"
    )
    let sum = scope.bind("\(civil.months) + \(step)")
    let total = scope.bind("CASE WHEN \(sum) >= 12 AND \(sum) < 120000 THEN \(sum) END")
    let day = scope.bind(monthLength(total))
    let within = scope.bind(
      "CASE WHEN \(civil.dayOfMonth) > \(day) THEN \(day) ELSE \(civil.dayOfMonth) END")
    let start = dayOfMonthStart(total, scope)
    return "(\(start) + \(within) - 1) * \(Self.microsecondsPerDay) + \(civil.timeOfDay)"
  }

  /// Days of a month, counted in months from the year 0.
  private func monthLength(_ months: Fragment) -> Fragment {
    let year: Fragment = "(\(months) / 12)"
    return """
      CASE WHEN \(months) % 12 IN (3, 5, 8, 10) THEN 30 WHEN \(months) % 12 <> 1 THEN 31 \
      WHEN \(year) % 4 = 0 AND (\(year) % 100 <> 0 OR \(year) % 400 = 0) THEN 29 ELSE 28 END
      """
  }

  /// The day number of the first of a month.
  func dayOfMonthStart(_ months: Fragment, _ scope: Scope) -> Fragment {
    let year = scope.bind(
      "\(months) / 12 - CASE WHEN \(months) % 12 < 2 THEN 1 ELSE 0 END")
    let fromMarch: Fragment = """
      CASE WHEN \(months) % 12 < 2 THEN \(months) % 12 + 10 ELSE \(months) % 12 - 2 END
      """
    let era = scope.bind("\(year) / 400")
    let yearOfEra = scope.bind("\(year) - \(era) * 400")
    return scope.bind(
      """
      \(era) * 146097 + \(yearOfEra) * 365 + \(yearOfEra) / 4 - \(yearOfEra) / 100 \
      + (153 * (\(fromMarch)) + 2) / 5 - 719468
      """)
  }
}
