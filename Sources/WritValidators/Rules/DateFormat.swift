/// The order of year, month and day in a number: `YYMMDD`.
struct DateFormat: Sendable {
  private let year: Range<Int>
  private let month: Int
  private let day: Int
  private let length: Int

  /// Nil unless the text is one YYYY or YY, one MM and one DD in some order.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    func run(_ letter: Character) -> Range<Int>? {
      guard let code = letter.asciiValue, let first = bytes.firstIndex(of: code),
        let last = bytes.lastIndex(of: code),
        bytes[first...last].allSatisfy({ $0 == code })
      else { return nil }
      return first..<last + 1
    }
    guard let year = run("Y"), let month = run("M"), let day = run("D"), month.count == 2,
      day.count == 2, year.count == 2 || year.count == 4, bytes.count == year.count + 4
    else { return nil }
    self.year = year
    self.month = month.lowerBound
    self.day = day.lowerBound
    length = bytes.count
  }

  func validator(at start: Int) -> Validator {
    Validator(reading: .compact, lengths: start + length...128) { bytes in
      guard bytes.areDigits(start..<start + length) else { return false }
      let year = bytes.number(start + self.year.lowerBound, self.year.count)
      let month = bytes.number(start + self.month, 2)
      let day = bytes.number(start + self.day, 2)
      guard self.year.count == 4 else {
        return CalendarDay.isValid(shortYear: year, month, day)
      }
      return (1850...2099).contains(year) && CalendarDay.isValid(year, month, day)
    }
  }
}
