import WritValues

/// A date as it is written, and where its parts stand; written again with another day it keeps its form.
///
/// `2026-03-01`, `2026/3/1`, `20260301`, `1.3.2026`, `01/03/2026`, `1 March 2026`, `March 1st, 2026`, each also with a time
/// of day after it, which stays; years of two digits are of one century, 2000 to 2099.
struct WrittenDate {
  private enum Part {
    case year(width: Int)
    case month(width: Int)
    case monthName(MonthNames.Style)
    case day(width: Int)
    /// `st`, `nd`, `rd`, `th`
    case ordinal
  }

  private struct Piece {
    var range: Range<Int>
    var part: Part
  }

  private let bytes: [UInt8]
  private let pieces: [Piece]
  private let hasShortYear: Bool
  private(set) var year: Int
  private(set) var month: Int
  private(set) var day: Int

  // MARK: Reading

  /// - Parameter order: which of two numbers is the day, where a date does not tell.
  init(_ bytes: [UInt8], order: DateOrder?) throws(MaskRefusal) {
    let words = Self.words(bytes)
    guard let first = words.first, first.range.lowerBound == 0 else { throw .noDate }
    var date: (pieces: [Piece], order: [Int])?
    if first.isDigits, first.range.count == 8 {
      let pieces = [
        Piece(range: 0..<4, part: .year(width: 4)), Piece(range: 4..<6, part: .month(width: 2)),
        Piece(range: 6..<8, part: .day(width: 2)),
      ]
      date = Self.endsDate(bytes, at: 8) ? (pieces, []) : nil
    } else if first.isDigits, words.count >= 3, words[1].isDigits, words[2].isDigits {
      date = try Self.numeric(bytes, words, order).map { ($0, []) }
    } else {
      date = Self.named(bytes, words).map { ($0, []) }
    }
    guard let pieces = date?.pieces else { throw .noDate }
    self.bytes = bytes
    self.pieces = pieces
    (year, month, day) = (0, 0, 0)
    var isShort = false
    for piece in pieces {
      switch piece.part {
      case .year(let width):
        year = Self.number(bytes[piece.range]) + (width == 2 ? 2000 : 0)
        isShort = width == 2
      case .month: month = Self.number(bytes[piece.range])
      case .monthName: month = MonthNames.months(bytes[piece.range]).first?.month ?? 0
      case .day: day = Self.number(bytes[piece.range])
      case .ordinal: break
      }
    }
    hasShortYear = isShort
    guard dayNumber != nil else { throw .noDate }
  }

  private struct Word {
    var range: Range<Int>
    var isDigits: Bool
  }

  /// Runs of digits and of letters; at most eight, a date has fewer.
  private static func words(_ bytes: [UInt8]) -> [Word] {
    var words: [Word] = []
    var index = 0
    while index < bytes.count, words.count < 8 {
      let isDigit = (0x30...0x39).contains(bytes[index])
      guard isDigit || isLetter(bytes[index]) else {
        index += 1
        continue
      }
      let start = index
      while index < bytes.count,
        isDigit ? (0x30...0x39).contains(bytes[index]) : isLetter(bytes[index])
      {
        index += 1
      }
      words.append(Word(range: start..<index, isDigits: isDigit))
    }
    return words
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte >= 0x80
  }

  /// At most four digits are a part of a date.
  private static func number(_ digits: ArraySlice<UInt8>) -> Int {
    digits.prefix(4).reduce(0) { $0 * 10 + Int($1 & 0xF) }
  }

  /// Nothing, or something that can follow a date: a time, a bracket, but no further number or word.
  private static func endsDate(_ bytes: [UInt8], at end: Int) -> Bool {
    guard end < bytes.count else { return true }
    let next = bytes[end]
    if next == UInt8(ascii: "T") || next == UInt8(ascii: "t") {
      return end + 1 < bytes.count && (0x30...0x39).contains(bytes[end + 1])
    }
    guard !isLetter(next), !(0x30...0x39).contains(next) else { return false }
    // `1.2.2026.4` is a version.
    let isJoined = [0x2D, 0x2E, 0x2F].contains(next)
    return !(isJoined && end + 1 < bytes.count && (0x30...0x39).contains(bytes[end + 1]))
  }

  private static func numeric(
    _ bytes: [UInt8], _ words: [Word], _ order: DateOrder?
  ) throws(MaskRefusal) -> [Piece]? {
    let ranges = words.prefix(3).map(\.range)
    let separator = bytes[ranges[0].upperBound]
    guard [0x2D, 0x2E, 0x2F].contains(separator),
      ranges[1].lowerBound == ranges[0].upperBound + 1,
      ranges[2].lowerBound == ranges[1].upperBound + 1,
      bytes[ranges[1].upperBound] == separator, endsDate(bytes, at: ranges[2].upperBound)
    else { return nil }
    let widths = ranges.map(\.count)
    guard 1...2 ~= widths[1] else { return nil }
    if widths[0] == 4, 1...2 ~= widths[2] {
      return [
        Piece(range: ranges[0], part: .year(width: 4)),
        Piece(range: ranges[1], part: .month(width: widths[1])),
        Piece(range: ranges[2], part: .day(width: widths[2])),
      ]
    }
    guard 1...2 ~= widths[0], widths[2] == 4 || widths[2] == 2 else { return nil }
    // Points are written between day and month, never between month and day; the rest is either way.
    guard let order = separator == 0x2E ? .dmy : order else { throw .ambiguousDate }
    let isDayFirst = order == .dmy
    return [
      Piece(range: ranges[0], part: isDayFirst ? .day(width: widths[0]) : .month(width: widths[0])),
      Piece(range: ranges[1], part: isDayFirst ? .month(width: widths[1]) : .day(width: widths[1])),
      Piece(range: ranges[2], part: .year(width: widths[2])),
    ]
  }

  private static func named(_ bytes: [UInt8], _ words: [Word]) -> [Piece]? {
    var pieces: [Piece] = []
    var hasMonth = false
    for word in words {
      guard pieces.count < 4 else { break }
      if let last = pieces.last, case .year = last.part { break }
      let text = bytes[word.range]
      if word.isDigits {
        let hasDay = pieces.contains { if case .day = $0.part { true } else { false } }
        if !hasDay, 1...2 ~= text.count {
          pieces.append(Piece(range: word.range, part: .day(width: text.count)))
        } else if hasDay, hasMonth, text.count == 4 || text.count == 2 {
          pieces.append(Piece(range: word.range, part: .year(width: text.count)))
        } else {
          return nil
        }
      } else if let month = MonthNames.months(text).first, !hasMonth {
        pieces.append(Piece(range: word.range, part: .monthName(month.style)))
        hasMonth = true
      } else if let last = pieces.last, case .day = last.part,
        last.range.upperBound == word.range.lowerBound,
        ["st", "nd", "rd", "th"].contains(where: { $0.utf8.elementsEqual(text) })
      {
        pieces.append(Piece(range: word.range, part: .ordinal))
      } else if !pieces.isEmpty, ["de", "of"].contains(where: { $0.utf8.elementsEqual(text) }) {
        continue
      } else {
        return nil
      }
    }
    guard let last = pieces.last, case .year = last.part, hasMonth,
      endsDate(bytes, at: last.range.upperBound)
    else { return nil }
    return pieces
  }

  // MARK: Days

  private static let dayLength: Int64 = 86_400_000_000
  /// Days of a century of years of two digits, and its first one.
  private static let century = (first: Int64(10_957), count: Int64(36_525))

  /// Days since 1970-01-01; nil for a date that the calendar does not have.
  private var dayNumber: Int64? {
    guard let time = CivilTime(year: year, month: month, day: day).epochMicroseconds else {
      return nil
    }
    return time >= 0 ? time / Self.dayLength : -((-time) / Self.dayLength)
  }

  /// The same form with another date, so many days later. Years of two digits go round within their century.
  func shifted(by days: Int) throws(MaskRefusal) -> [UInt8] {
    guard var number = dayNumber else { throw .noDate }
    number += Int64(days)
    if hasShortYear {
      let (first, count) = Self.century
      number = first + ((number - first) % count + count) % count
    }
    // Years 1 to 9999.
    guard -719_162...2_932_896 ~= number else { throw .dateOutOfRange }
    let date = CivilTime(epochMicroseconds: number * Self.dayLength)
    return written(year: date.year, month: date.month, day: date.day)
  }

  func written(year: Int, month: Int, day: Int) -> [UInt8] {
    var result: [UInt8] = []
    var done = 0
    for piece in pieces {
      result += bytes[done..<piece.range.lowerBound]
      done = piece.range.upperBound
      switch piece.part {
      case .year(let width): result += Self.digits(width == 2 ? year % 100 : year, width)
      case .month(let width): result += Self.digits(month, width)
      case .monthName(let style): result += MonthNames.name(month, style)
      case .day(let width): result += Self.digits(day, width)
      case .ordinal: result += Self.ordinal(day).utf8
      }
    }
    return result + bytes[done...]
  }

  static func digits(_ number: Int, _ width: Int) -> [UInt8] {
    let digits = Array(String(number).utf8)
    return [UInt8](repeating: 0x30, count: max(0, width - digits.count)) + digits
  }

  private static func ordinal(_ day: Int) -> String {
    if 11...13 ~= day { return "th" }
    return switch day % 10 {
    case 1: "st"
    case 2: "nd"
    case 3: "rd"
    default: "th"
    }
  }
}
