extension ZoneRule {
  /// Nil when the text is no `TZ` rule, or names summer time without saying when it is.
  init?(parsing text: String) {
    var reader = RuleReader(rest: Array(text.utf8)[...])
    guard reader.skipName(), let west = reader.time(hours: 24) else { return nil }
    standard = Int32(-west)
    guard !reader.rest.isEmpty else { return }
    guard reader.skipName() else { return nil }
    var offset = standard + 3600
    if reader.rest.first != UInt8(ascii: ",") {
      guard let west = reader.time(hours: 24) else { return nil }
      offset = Int32(-west)
    }
    guard reader.skip(","), let start = reader.day(), reader.skip(","), let end = reader.day(),
      reader.rest.isEmpty
    else { return nil }
    summer = Summer(offset: offset, start: start, end: end)
  }
}

private struct RuleReader {
  var rest: ArraySlice<UInt8>

  mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard let byte = rest.first, UInt32(byte) == character.value else { return false }
    rest = rest.dropFirst()
    return true
  }

  /// `CET`, or `<+03>` in brackets.
  mutating func skipName() -> Bool {
    if skip("<") {
      guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return false }
      rest = rest[(end + 1)...]
      return true
    }
    let name = rest.prefix(while: \.isLetter)
    rest = rest[name.endIndex...]
    return name.count >= 3
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int? {
    let digits = rest.prefix(while: \.isDigit)
    guard 1...3 ~= digits.count, let value = Int(String(decoding: digits, as: UTF8.self)),
      range ~= value
    else { return nil }
    rest = rest[digits.endIndex...]
    return value
  }

  /// `-3`, `2:30`, `167:59:59`, in seconds.
  mutating func time(hours limit: Int) -> Int64? {
    let isNegative = skip("-")
    if !isNegative { _ = skip("+") }
    guard let hours = number(0...limit) else { return nil }
    var seconds = hours * 3600
    if skip(":") {
      guard let minutes = number(0...59) else { return nil }
      seconds += minutes * 60
      if skip(":") {
        guard let more = number(0...59) else { return nil }
        seconds += more
      }
    }
    return Int64(isNegative ? -seconds : seconds)
  }

  mutating func day() -> ZoneRule.Day? {
    let kind: ZoneRule.Day.Kind
    if skip("M") {
      guard let month = number(1...12), skip("."), let week = number(1...5), skip("."),
        let weekday = number(0...6)
      else { return nil }
      kind = .weekday(month: month, week: week, weekday: weekday)
    } else if skip("J") {
      guard let number = number(1...365) else { return nil }
      kind = .julian(number)
    } else {
      guard let number = number(0...365) else { return nil }
      kind = .index(number)
    }
    guard skip("/") else { return ZoneRule.Day(kind: kind, second: 7200) }
    guard let second = time(hours: 167) else { return nil }
    return ZoneRule.Day(kind: kind, second: second)
  }
}
