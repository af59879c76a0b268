/// Durations as text: `2h30m`, `90d`, `1.5s`; calendar steps: `3mo`, `1y6mo`.
public enum DurationFormat {
  public enum Parsed: Hashable, Sendable {
    /// Microseconds.
    case duration(Int64)
    case months(Int64)
  }

  /// The shortest compound of days, hours, minutes and seconds; `parse` reads it back.
  public static func describe(_ microseconds: Int64) -> String {
    if microseconds == 0 { return "0s" }
    var text = microseconds < 0 ? "-" : ""
    var rest = microseconds.magnitude
    for (unit, size) in scale.prefix(3) where rest >= size {
      text += "\(rest / size)\(unit)"
      rest %= size
    }
    if rest > 0 {
      text += "\(rest / 1_000_000)"
      let fraction = rest % 1_000_000
      if fraction > 0 {
        var digits = String(fraction + 1_000_000).dropFirst()
        while digits.last == "0" { digits.removeLast() }
        text += ".\(digits)"
      }
      text += "s"
    }
    return text
  }

  /// `3mo`, `1y`, `1y6mo`.
  public static func describe(months: Int64) -> String {
    if months == 0 { return "0mo" }
    let count = months.magnitude
    return (months < 0 ? "-" : "") + (count >= 12 ? "\(count / 12)y" : "")
      + (count % 12 > 0 ? "\(count % 12)mo" : "")
  }

  /// Units `w d h m s ms us`, or `y mo`, in strictly falling order and never mixed; only seconds
  /// may have a fraction. Nil for anything else and on overflow.
  public static func parse(_ text: String) -> Parsed? {
    guard let scanner = UnitScanner(text), let first = scanner.parts.first else { return nil }
    let isCalendar = calendarScale.contains { $0.unit == first.unit }
    let units = isCalendar ? calendarScale : weeks + scale
    var next = 0
    var total: UInt64 = 0
    for part in scanner.parts {
      guard let index = units[next...].firstIndex(where: { $0.unit == part.unit }) else {
        return nil
      }
      if part.millionths != nil && part.unit != "s" { return nil }
      next = index + 1
      let (product, wide) = part.amount.multipliedReportingOverflow(by: units[index].size)
      let (sum, over) = total.addingReportingOverflow(product)
      let (all, beyond) = sum.addingReportingOverflow(part.millionths ?? 0)
      if wide || over || beyond { return nil }
      total = all
    }
    guard let count = scanner.signed(total) else { return nil }
    return isCalendar ? .months(count) : .duration(count)
  }

  private typealias Unit = (unit: Substring, size: UInt64)
  private static let calendarScale: [Unit] = [("y", 12), ("mo", 1)]
  private static let weeks: [Unit] = [("w", 604_800_000_000)]
  private static let scale: [Unit] = [
    ("d", 86_400_000_000), ("h", 3_600_000_000), ("m", 60_000_000), ("s", 1_000_000),
    ("ms", 1000), ("us", 1),
  ]
}
