import WritValues

/// The head of a syslog line, and the message after it.
struct SyslogLine {
  enum Stamp {
    case at(Timestamp)
    /// Without a year; the civil time's year means nothing.
    case yearless(CivilTime)
    case missing
  }

  var stamp: Stamp
  var host: ByteText?
  var program: ByteText?
  var pid: Int?
  var message: ByteText

  /// BSD syslog (`Mar 27 13:06:56 host sshd[1]: …`), the same with an RFC 3339 time, or RFC 5424;
  /// each may begin with a priority in angle brackets. Nil for another line.
  init?(_ line: ArraySlice<UInt8>, zone: Zone) {
    var rest = ByteText(line)
    if rest.starts(with: "<"), let close = line.prefix(5).firstIndex(of: UInt8(ascii: ">")) {
      guard ByteText(line[(line.startIndex + 1)..<close]).number(limit: 191) != nil else {
        return nil
      }
      rest = ByteText(line[(close + 1)...])
      if let modern = rest.dropping(prefix: "1 ") {
        guard let whole = SyslogLine(modern: modern, zone: zone) else { return nil }
        self = whole
        return
      }
    }
    if let head = BSDTime(rest) {
      stamp = head.year.flatMap { head.civil(year: $0, zone: zone) } ?? .yearless(head.time)
      rest = head.rest
    } else {
      let (first, after) = rest.word()
      guard let time = Self.time(first, zone: zone) else { return nil }
      stamp = .at(time)
      rest = after
    }
    let (host, after) = rest.word()
    guard !host.isEmpty else { return nil }
    self.host = host
    message = after
    if let tag = Self.tag(after) {
      program = tag.program
      pid = tag.pid
      message = tag.rest
    }
  }

  private init?(modern: ByteText, zone: Zone) {
    var fields: [ByteText] = []
    var rest = modern
    for _ in 0..<5 {
      let (field, after) = rest.word()
      guard !field.isEmpty else { return nil }
      fields.append(field)
      rest = after
    }
    if fields[0] == "-" {
      stamp = .missing
    } else {
      guard let time = Self.time(fields[0], zone: zone) else { return nil }
      stamp = .at(time)
    }
    host = fields[1] == "-" ? nil : fields[1]
    program = fields[2] == "-" ? nil : fields[2]
    pid = fields[3].number(limit: 99_999_999)
    guard let text = Self.afterStructuredData(rest) else { return nil }
    message = text
    // A byte-order mark says that the message is UTF-8.
    if message.bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      message = ByteText(message.bytes.dropFirst(3))
    }
  }

  private static func time(_ word: ByteText, zone: Zone) -> Timestamp? {
    guard word.bytes.count >= 19, 48...57 ~= (word.bytes.first ?? 0) else { return nil }
    return word.bytes.withUnsafeBufferPointer { Timestamp.parse($0, zone: zone) }
  }

  /// `program[pid]: ` and what follows; nil when the text does not begin so.
  private static func tag(_ text: ByteText) -> (program: ByteText, pid: Int?, rest: ByteText)? {
    let bytes = text.bytes
    guard
      let stop = bytes.prefix(129).firstIndex(where: {
        $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: " ")
      }), stop > bytes.startIndex
    else { return nil }
    let program = ByteText(bytes[..<stop])
    var next = stop
    var pid: Int?
    if bytes[next] == UInt8(ascii: "[") {
      guard let close = bytes[next...].prefix(13).firstIndex(of: UInt8(ascii: "]")) else {
        return nil
      }
      pid = ByteText(bytes[(next + 1)..<close]).number(limit: 99_999_999)
      next = close + 1
    }
    guard next < bytes.endIndex, bytes[next] == UInt8(ascii: ":") else { return nil }
    next += 1
    if next < bytes.endIndex, bytes[next] == UInt8(ascii: " ") { next += 1 }
    return (program, pid, ByteText(bytes[next...]))
  }

  /// The message after `-` or `[id name="value"]…`, in which `\` escapes; nil when it is not closed.
  private static func afterStructuredData(_ text: ByteText) -> ByteText? {
    if let rest = text.dropping(prefix: "- ") { return rest }
    if text == "-" { return ByteText(text.bytes[text.bytes.endIndex...]) }
    var index = text.bytes.startIndex
    let bytes = text.bytes
    guard bytes.first == UInt8(ascii: "[") else { return nil }
    var isQuoted = false
    while index < bytes.endIndex {
      let byte = bytes[index]
      index += 1
      if isQuoted {
        if byte == UInt8(ascii: "\\") { index += 1 }
        if byte == UInt8(ascii: "\"") { isQuoted = false }
      } else if byte == UInt8(ascii: "\"") {
        isQuoted = true
      } else if byte == UInt8(ascii: "]") {
        guard index < bytes.endIndex else { return ByteText(bytes[bytes.endIndex...]) }
        if bytes[index] == UInt8(ascii: "[") { continue }
        return bytes[index] == UInt8(ascii: " ") ? ByteText(bytes[(index + 1)...]) : nil
      }
    }
    return nil
  }
}

/// `Mar 27 13:06:56`, `Mar  7 13:06:56.123`, `Mar 27 2026 13:06:56`, each followed by a space.
private struct BSDTime {
  var time: CivilTime
  var year: Int?
  var rest: ByteText

  init?(_ text: ByteText) {
    guard text.bytes.count >= 16, let month = Self.month(text.bytes.prefix(3)) else { return nil }
    var rest = ByteText(text.bytes.dropFirst(3))
    guard rest.starts(with: " ") else { return nil }
    rest = ByteText(rest.bytes.dropFirst())
    if rest.starts(with: " ") { rest = ByteText(rest.bytes.dropFirst()) }
    var (word, after) = rest.word()
    guard let day = word.number(limit: 31), day >= 1, word.bytes.count <= 2 else { return nil }
    (word, after) = after.word()
    if word.bytes.count == 4, let year = word.number(limit: 9999) {
      self.year = year
      (word, after) = after.word()
    }
    guard let clock = Self.clock(word) else { return nil }
    time = CivilTime(
      year: 0, month: month, day: day, hour: clock.hour, minute: clock.minute,
      second: clock.second, microsecond: clock.microsecond)
    self.rest = after
  }

  func civil(year: Int, zone: Zone) -> SyslogLine.Stamp? {
    var time = time
    time.year = year
    return zone.timestamp(fromLocal: time).map { .at($0) }
  }

  private static func month(_ bytes: ArraySlice<UInt8>) -> Int? {
    let names: [StaticString] = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let word = ByteText(bytes)
    return names.firstIndex { word == $0 }.map { $0 + 1 }
  }

  private static func clock(
    _ word: ByteText
  ) -> (hour: Int, minute: Int, second: Int, microsecond: Int)? {
    let bytes = Array(word.bytes)
    guard bytes.count >= 8, bytes[2] == UInt8(ascii: ":"), bytes[5] == UInt8(ascii: ":"),
      let hour = ByteText(bytes[0..<2]).number(limit: 23),
      let minute = ByteText(bytes[3..<5]).number(limit: 59),
      // A leap second has no place of its own: it is read as the second before it.
      let second = ByteText(bytes[6..<8]).number(limit: 60)
    else { return nil }
    var fraction = 0
    if bytes.count > 8 {
      guard bytes[8] == UInt8(ascii: "."), bytes.count > 9 else { return nil }
      for index in 0..<6 {
        let byte = 9 + index < bytes.count ? bytes[9 + index] : 48
        guard 48...57 ~= byte else { return nil }
        fraction = fraction * 10 + Int(byte - 48)
      }
    }
    return (hour, minute, min(second, 59), fraction)
  }
}

/// Gives lines without a year the year they were written in.
///
/// The first line is of the given year. A line at most seven days before the latest one above it came
/// late; one that would be further back is of the next year.
struct YearRule {
  /// Nil when no year was given: such lines have no time.
  private var year: Int?
  private var latest: CivilTime?
  private static let lateness: Int64 = 7 * 86_400 * 1_000_000

  init(year: Int?) { self.year = year }

  var hasYear: Bool { year != nil }

  /// The time with its year; nil when no year was given or the date is in none.
  mutating func place(_ time: CivilTime) -> CivilTime? {
    guard let year else { return nil }
    var time = time
    guard let latest, let latestCount = latest.epochMicroseconds else {
      time.year = year
      guard time.epochMicroseconds != nil else { return nil }
      latest = time
      return time
    }
    for candidate in (latest.year - 1)...(latest.year + 1) {
      time.year = candidate
      guard let count = time.epochMicroseconds, count >= latestCount - Self.lateness else {
        continue
      }
      if count > latestCount { self.latest = time }
      return time
    }
    return nil
  }
}
