/// Dates as people write them: 1985-03-12, 12/03/1985, 12.3.85, 12 March 1985, March 12th, 1985.
enum WrittenDate {
  /// Whether the text is a day a living person can have been born on. Of two numbers that could
  /// be day or month either order will do.
  static func isBirthDate(_ bytes: Bytes) -> Bool {
    var numbers = (0, 0, 0)
    var digits = (0, 0, 0)
    var count = 0
    var month = 0
    var index = 0
    while index < bytes.count {
      if bytes.isDigit(index) {
        guard count < 3 else { return false }
        let start = index
        while index < bytes.count, bytes.isDigit(index) { index += 1 }
        guard index - start <= 8 else { return false }
        let number = bytes.number(start..<index)
        switch count {
        case 0: (numbers.0, digits.0) = (number, index - start)
        case 1: (numbers.1, digits.1) = (number, index - start)
        default: (numbers.2, digits.2) = (number, index - start)
        }
        count += 1
      } else if isWord(bytes[index]) {
        let start = index
        while index < bytes.count, isWord(bytes[index]) { index += 1 }
        if let found = MonthNames.month(bytes, start..<index) {
          guard month == 0 else { return false }
          month = found
        }
      } else {
        index += 1
      }
    }
    switch (count, month) {
    case (1, 0) where digits.0 == 8: return isCompact(numbers.0)
    case (2, 1...): return isNamed(numbers.0, numbers.1, digits.0, digits.1, month)
    case (3, 0): return isNumeric(numbers, digits)
    default: return false
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool { byte.isASCIILetter || byte >= 0x80 }

  private static func isYear(_ year: Int, _ digits: Int) -> Bool {
    digits == 2 || digits == 4 && year >= 1900 && year <= 2030
  }

  private static func isDay(_ year: Int, _ digits: Int, _ month: Int, _ day: Int) -> Bool {
    isYear(year, digits)
      && (digits == 2
        ? CalendarDay.isValid(shortYear: year, month, day) : CalendarDay.isValid(year, month, day))
  }

  private static func isCompact(_ number: Int) -> Bool {
    isDay(number / 10_000, 4, number / 100 % 100, number % 100)
      || isDay(number % 10_000, 4, number / 10_000 % 100, number / 1_000_000)
  }

  private static func isNamed(
    _ one: Int, _ other: Int, _ oneDigits: Int, _ otherDigits: Int, _ month: Int
  ) -> Bool {
    oneDigits <= 2 && isDay(other, otherDigits, month, one)
      || otherDigits <= 2 && oneDigits == 4 && isDay(one, oneDigits, month, other)
  }

  private static func isNumeric(_ numbers: (Int, Int, Int), _ digits: (Int, Int, Int)) -> Bool {
    if digits.0 == 4 {
      return digits.1 <= 2 && digits.2 <= 2 && isDay(numbers.0, 4, numbers.1, numbers.2)
    }
    guard digits.0 <= 2, digits.1 <= 2 else { return false }
    return isDay(numbers.2, digits.2, numbers.1, numbers.0)
      || isDay(numbers.2, digits.2, numbers.0, numbers.1)
  }
}

/// The names of the months in languages written in Latin letters, by their first letters.
enum MonthNames {
  // The first three bytes, lower case, are enough to tell months apart in these languages.
  private static let stems: [(StaticString, Int)] = [
    ("jan", 1), ("ene", 1), ("gen", 1), ("sty", 1), ("led", 1), ("tam", 1),
    ("feb", 2), ("fev", 2), ("fév", 2), ("lut", 2), ("hel", 2),
    ("mar", 3), ("mär", 3), ("mrt", 3), ("maa", 3), ("mrz", 3),
    ("apr", 4), ("avr", 4), ("abr", 4), ("kwi", 4), ("huh", 4),
    ("may", 5), ("mai", 5), ("mag", 5), ("mei", 5), ("maj", 5), ("tou", 5),
    ("jun", 6), ("jui", 6), ("giu", 6), ("cze", 6), ("kes", 6),
    ("jul", 7), ("lug", 7), ("lip", 7), ("hei", 7),
    ("aug", 8), ("ago", 8), ("aoû", 8), ("aou", 8), ("sie", 8), ("elo", 8),
    ("sep", 9), ("set", 9), ("wrz", 9), ("syy", 9),
    ("oct", 10), ("okt", 10), ("out", 10), ("ott", 10), ("paź", 10), ("lok", 10),
    ("nov", 11), ("lis", 11),
    ("dec", 12), ("dez", 12), ("dic", 12), ("déc", 12), ("gru", 12), ("jou", 12), ("des", 12),
  ]

  static func month(_ bytes: Bytes, _ word: Range<Int>) -> Int? {
    guard word.count >= 3 else { return nil }
    // French `juillet` and `juin` differ only in the fourth letter.
    if matches(bytes, word, "juil") { return 7 }
    for (stem, month) in stems where matches(bytes, word, stem) { return month }
    return nil
  }

  private static func matches(_ bytes: Bytes, _ word: Range<Int>, _ stem: StaticString) -> Bool {
    guard stem.utf8CodeUnitCount <= word.count else { return false }
    for index in 0..<stem.utf8CodeUnitCount {
      let byte = bytes[word.lowerBound + index]
      let folded = byte.isASCIIUpper ? byte | 0x20 : byte
      if folded != stem.utf8Start[index] { return false }
    }
    return true
  }
}
