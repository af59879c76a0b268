/// The shape of a line of NDJSON: the bytes between its values, and which values belong to tracked columns.
///
/// A line that matches holds plain values only: texts in ASCII without escapes, short numbers, `true`, `false`,
/// `null`. Such a line needs no parser; any other is left to one.
struct LineTemplate {
  /// What stands before each value, and after the last one.
  private let segments: [[UInt8]]
  /// For each value the tracked column it is, or -1.
  private let columns: [Int]

  /// Nil when the line's values are not all plain or a name stands twice.
  init?(_ line: UnsafeBufferPointer<UInt8>, columnOf: ([UInt8]) -> Int?) {
    var segments: [[UInt8]] = []
    var columns: [Int] = []
    var seen: Set<[UInt8]> = []
    var position = Self.skipSpace(line, 0)
    var start = 0
    guard position < line.count, line[position] == ASCII.openBrace else { return nil }
    position += 1
    while true {
      position = Self.skipSpace(line, position)
      guard position < line.count, line[position] == ASCII.quote,
        let nameEnd = Self.plainTextEnd(line, position)
      else { return nil }
      let name = Array(line[(position + 1)..<(nameEnd - 1)])
      guard seen.insert(name).inserted else { return nil }
      position = Self.skipSpace(line, nameEnd)
      guard position < line.count, line[position] == ASCII.colon else { return nil }
      position = Self.skipSpace(line, position + 1)
      guard let end = Self.valueEnd(line, position) else { return nil }
      segments.append(Array(line[start..<position]))
      columns.append(columnOf(name) ?? -1)
      start = end
      position = Self.skipSpace(line, end)
      guard position < line.count else { return nil }
      if line[position] == ASCII.closeBrace { break }
      guard line[position] == ASCII.comma else { return nil }
      position += 1
    }
    // Behind the object only white space may stand.
    guard Self.skipSpace(line, position + 1) == line.count else { return nil }
    segments.append(Array(line[start...]))
    self.segments = segments
    self.columns = columns
  }

  /// Where each tracked column's value lies in the line; false when the line is of another shape.
  @inline(__always)
  func match(
    _ line: UnsafeBufferPointer<UInt8>, into tokens: UnsafeMutableBufferPointer<ByteRange>
  ) -> Bool {
    var position = 0
    for index in columns.indices {
      position = Self.after(segments[index], line, position)
      if position < 0 { return false }
      guard let end = Self.valueEnd(line, position) else { return false }
      let column = columns[index]
      if column >= 0 { tokens[column] = ByteRange(start: position, end: end) }
      position = end
    }
    return Self.after(segments[columns.count], line, position) == line.count
  }

  /// The offset behind a segment; -1 when it does not stand there.
  @inline(__always)
  private static func after(
    _ segment: [UInt8], _ line: UnsafeBufferPointer<UInt8>, _ position: Int
  ) -> Int {
    let end = position &+ segment.count
    if end > line.count { return -1 }
    return segment.withUnsafeBufferPointer { bytes in
      for index in bytes.indices where bytes[index] != line[position &+ index] { return -1 }
      return end
    }
  }

  private static func skipSpace(_ line: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var position = start
    while position < line.count, line[position] == ASCII.space || line[position] == ASCII.tab {
      position += 1
    }
    return position
  }

  /// Behind a plain value at the position; nil when it is none.
  @inline(__always)
  private static func valueEnd(_ line: UnsafeBufferPointer<UInt8>, _ position: Int) -> Int? {
    guard position < line.count else { return nil }
    switch line[position] {
    case ASCII.quote: return plainTextEnd(line, position)
    case UInt8(ascii: "t"): return wordEnd(line, position, "true")
    case UInt8(ascii: "f"): return wordEnd(line, position, "false")
    case UInt8(ascii: "n"): return wordEnd(line, position, "null")
    default: return numberEnd(line, position)
    }
  }

  /// Behind the closing quote; nil at an escape, a control byte, a byte beyond ASCII, or no end.
  @inline(__always)
  private static func plainTextEnd(
    _ line: UnsafeBufferPointer<UInt8>, _ quote: Int
  ) -> Int? {
    let raw = UnsafeRawBufferPointer(line)
    var position = quote &+ 1
    while position &+ 8 <= line.count {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: position, as: UInt64.self))
      let low: UInt64 = 0x0101_0101_0101_0101
      let quotes = word ^ 0x2222_2222_2222_2222
      let slashes = word ^ 0x5C5C_5C5C_5C5C_5C5C
      let hits =
        ((quotes &- low) & ~quotes | (slashes &- low) & ~slashes | (word &- 0x2020_2020_2020_2020)
          & ~word | word) & 0x8080_8080_8080_8080
      if hits != 0 {
        position &+= hits.trailingZeroBitCount >> 3
        return line[position] == ASCII.quote ? position &+ 1 : nil
      }
      position &+= 8
    }
    while position < line.count {
      let byte = line[position]
      if byte == ASCII.quote { return position &+ 1 }
      if byte == ASCII.backslash || byte < 0x20 || byte >= 0x80 { return nil }
      position &+= 1
    }
    return nil
  }

  private static func wordEnd(
    _ line: UnsafeBufferPointer<UInt8>, _ position: Int, _ word: StaticString
  ) -> Int? {
    let end = position &+ word.utf8CodeUnitCount
    guard end <= line.count else { return nil }
    for index in 0..<word.utf8CodeUnitCount where word.utf8Start[index] != line[position &+ index] {
      return nil
    }
    return end
  }

  /// A number of at most 18 digits without exponent, with its zeros where JSON wants them.
  private static func numberEnd(_ line: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
    var position = start
    if line[position] == ASCII.minus { position &+= 1 }
    let whole = position
    while position < line.count, ASCII.isDigit(line[position]) { position &+= 1 }
    guard position > whole, position &- whole <= 18 else { return nil }
    if line[whole] == ASCII.zero, position &- whole > 1 { return nil }
    if position < line.count, line[position] == ASCII.point {
      let fraction = position &+ 1
      position = fraction
      while position < line.count, ASCII.isDigit(line[position]) { position &+= 1 }
      if position == fraction || position &- whole > 18 { return nil }
    }
    if position < line.count, line[position] | 0x20 == UInt8(ascii: "e") { return nil }
    return position
  }
}
