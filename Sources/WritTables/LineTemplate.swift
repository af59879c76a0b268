/// The shape of a line of NDJSON: the bytes between its values, and which values belong to tracked columns.
///
/// A line that matches holds values that need no parser to be told apart: texts in UTF-8 without escapes, short
/// numbers, `true`, `false`, `null`, and shallow arrays and objects of these. Any other line is left to one. What
/// matches is JSON that `ObjectDecoder` accepts.
final class LineTemplate: Sendable {
  /// What stands before one value, and that value's column.
  private struct Part {
    /// Where the bytes begin in `bytes`.
    var start: Int
    var count: Int
    /// The tracked column of the value behind them, or -1.
    var column: Int
  }

  /// All parts' bytes, one behind the other.
  private let bytes: [UInt8]
  private let parts: [Part]
  /// What stands behind the last value.
  private let tail: Part

  /// Nil when the line's values are not all of the kind that matches, or a name stands twice.
  init?(_ line: UnsafeBufferPointer<UInt8>, columnOf: ([UInt8]) -> Int?) {
    var bytes: [UInt8] = []
    var parts: [Part] = []
    var seen: Set<[UInt8]> = []
    let plain = PlainJSON(line)
    var position = plain.skipSpace(0)
    var start = 0
    func part(upTo end: Int, column: Int) -> Part {
      let part = Part(start: bytes.count, count: end - start, column: column)
      bytes.append(contentsOf: line[start..<end])
      return part
    }
    guard position < line.count, line[position] == ASCII.openBrace else { return nil }
    position += 1
    while true {
      position = plain.skipSpace(position)
      guard position < line.count, line[position] == ASCII.quote else { return nil }
      let nameEnd = plain.textEnd(position)
      guard nameEnd > 0 else { return nil }
      let name = Array(line[(position + 1)..<(nameEnd - 1)])
      guard seen.insert(name).inserted else { return nil }
      position = plain.skipSpace(nameEnd)
      guard position < line.count, line[position] == ASCII.colon else { return nil }
      position = plain.skipSpace(position + 1)
      let end = plain.valueEnd(position, depth: 1)
      guard end > 0 else { return nil }
      parts.append(part(upTo: position, column: columnOf(name) ?? -1))
      start = end
      position = plain.skipSpace(end)
      guard position < line.count else { return nil }
      if line[position] == ASCII.closeBrace { break }
      guard line[position] == ASCII.comma else { return nil }
      position += 1
    }
    // Behind the object only white space may stand.
    guard plain.skipSpace(position + 1) == line.count else { return nil }
    tail = part(upTo: line.count, column: -1)
    self.bytes = bytes
    self.parts = parts
  }

  /// Where each tracked column's value lies in the line; false when the line is of another shape.
  ///
  /// Columns the shape does not have are left as they are; what is written is of no use after false.
  @inline(__always)
  func match(
    _ line: UnsafeBufferPointer<UInt8>, into tokens: UnsafeMutableBufferPointer<ByteRange>
  ) -> Bool {
    guard let start = UnsafeRawPointer(line.baseAddress), let found = tokens.baseAddress else {
      return false
    }
    let plain = PlainJSON(line)
    let tail = tail
    return bytes.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return false }
      return parts.withUnsafeBufferPointer { parts in
        var position = 0
        for index in 0..<parts.count {
          let part = parts[index]
          let begin = position &+ part.count
          if begin > line.count
            || !ByteCompare.areSame(base + part.start, start + position, part.count)
          {
            return false
          }
          let end = plain.valueEnd(begin, depth: 1)
          if end < 0 { return false }
          if part.column >= 0 { found[part.column] = ByteRange(start: begin, end: end) }
          position = end
        }
        return position &+ tail.count == line.count
          && ByteCompare.areSame(base + tail.start, start + position, tail.count)
      }
    }
  }
}

/// Finds the ends of JSON values that hold no escape, no exponent and nothing deep; strict, -1 for all else.
struct PlainJSON {
  private let base: UnsafeRawPointer?
  private let count: Int

  private static let depthLimit = 8
  private static let nameLimit = 16

  @inline(__always)
  init(_ line: UnsafeBufferPointer<UInt8>) {
    base = UnsafeRawPointer(line.baseAddress)
    count = line.count
  }

  /// 0, which JSON allows nowhere, outside the bytes.
  @inline(__always)
  private func byte(_ position: Int) -> UInt8 {
    guard let base, position < count else { return 0 }
    return base.load(fromByteOffset: position, as: UInt8.self)
  }

  @inline(__always)
  func skipSpace(_ start: Int) -> Int {
    var position = start
    while byte(position) == ASCII.space || byte(position) == ASCII.tab { position &+= 1 }
    return position
  }

  /// Behind the value at the position.
  @inline(__always)
  func valueEnd(_ position: Int, depth: Int) -> Int {
    switch byte(position) {
    case ASCII.quote: return textEnd(position)
    case UInt8(ascii: "t"): return wordEnd(position, 0x6575_7274)
    case UInt8(ascii: "f"):
      return wordEnd(position &+ 1, 0x6573_6C61)
    case UInt8(ascii: "n"): return wordEnd(position, 0x6C6C_756E)
    case ASCII.openBracket: return arrayEnd(position, depth: depth)
    case ASCII.openBrace: return objectEnd(position, depth: depth)
    default: return numberEnd(position)
    }
  }

  /// Behind the quote that closes the text at the position; -1 at an escape, a control byte, broken UTF-8, or no end.
  @inline(__always)
  func textEnd(_ quote: Int) -> Int {
    guard let base else { return -1 }
    var position = quote &+ 1
    while position &+ 8 <= count {
      let word = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: position, as: UInt64.self))
      let low: UInt64 = 0x0101_0101_0101_0101
      let quotes = word ^ 0x2222_2222_2222_2222
      let slashes = word ^ 0x5C5C_5C5C_5C5C_5C5C
      let hits =
        ((quotes &- low) & ~quotes | (slashes &- low) & ~slashes | (word &- 0x2020_2020_2020_2020)
          & ~word | word) & 0x8080_8080_8080_8080
      if hits == 0 {
        position &+= 8
        continue
      }
      position &+= hits.trailingZeroBitCount >> 3
      if base.load(fromByteOffset: position, as: UInt8.self) == ASCII.quote { return position &+ 1 }
      position = runEnd(position)
      if position < 0 { return -1 }
    }
    while position < count {
      if byte(position) == ASCII.quote { return position &+ 1 }
      position = runEnd(position)
      if position < 0 { return -1 }
    }
    return -1
  }

  /// Behind the character at the position; -1 where it may not stand in a text as it is.
  private func runEnd(_ position: Int) -> Int {
    let lead = byte(position)
    if lead < 0x80 { return lead < 0x20 || lead == ASCII.backslash ? -1 : position &+ 1 }
    guard let base else { return -1 }
    let rest = UnsafeRawBufferPointer(start: base + position, count: count &- position)
    let length = UTF8Check.sequence(in: rest.assumingMemoryBound(to: UInt8.self), at: 0)
    return length > 0 ? position &+ length : -1
  }

  /// - Parameter word: the four letters, the first in the lowest byte.
  @inline(__always)
  private func wordEnd(_ position: Int, _ word: UInt32) -> Int {
    guard let base, position &+ 4 <= count,
      UInt32(littleEndian: base.loadUnaligned(fromByteOffset: position, as: UInt32.self)) == word
    else { return -1 }
    return position &+ 4
  }

  /// A number of at most 18 digits without exponent, with its zeros where JSON wants them.
  @inline(__always)
  private func numberEnd(_ start: Int) -> Int {
    var position = start
    if byte(position) == ASCII.minus { position &+= 1 }
    let whole = position
    while ASCII.isDigit(byte(position)) { position &+= 1 }
    if position == whole || position &- whole > 18 { return -1 }
    if byte(whole) == ASCII.zero, position &- whole > 1 { return -1 }
    if byte(position) == ASCII.point {
      let fraction = position &+ 1
      position = fraction
      while ASCII.isDigit(byte(position)) { position &+= 1 }
      if position == fraction || position &- whole > 18 { return -1 }
    }
    return byte(position) | 0x20 == UInt8(ascii: "e") ? -1 : position
  }

  private func arrayEnd(_ start: Int, depth: Int) -> Int {
    if depth > Self.depthLimit { return -1 }
    var position = skipSpace(start &+ 1)
    if byte(position) == ASCII.closeBracket { return position &+ 1 }
    while true {
      position = valueEnd(position, depth: depth &+ 1)
      if position < 0 { return -1 }
      position = skipSpace(position)
      switch byte(position) {
      case ASCII.comma: position = skipSpace(position &+ 1)
      case ASCII.closeBracket: return position &+ 1
      default: return -1
      }
    }
  }

  private func objectEnd(_ start: Int, depth: Int) -> Int {
    if depth > Self.depthLimit { return -1 }
    let first = skipSpace(start &+ 1)
    if byte(first) == ASCII.closeBrace { return first &+ 1 }
    return withUnsafeTemporaryAllocation(of: ByteRange.self, capacity: Self.nameLimit) { names in
      var position = first
      var known = 0
      while true {
        guard byte(position) == ASCII.quote, known < names.count else { return -1 }
        let nameEnd = textEnd(position)
        if nameEnd < 0 { return -1 }
        let name = ByteRange(start: position &+ 1, end: nameEnd &- 1)
        for index in 0..<known where areSame(names[index], name) { return -1 }
        names[known] = name
        known &+= 1
        position = skipSpace(nameEnd)
        if byte(position) != ASCII.colon { return -1 }
        position = valueEnd(skipSpace(position &+ 1), depth: depth &+ 1)
        if position < 0 { return -1 }
        position = skipSpace(position)
        switch byte(position) {
        case ASCII.comma: position = skipSpace(position &+ 1)
        case ASCII.closeBrace: return position &+ 1
        default: return -1
        }
      }
    }
  }

  private func areSame(_ one: ByteRange, _ other: ByteRange) -> Bool {
    guard let base, one.count == other.count else { return false }
    return ByteCompare.areSame(base + one.start, base + other.start, one.count)
  }
}
