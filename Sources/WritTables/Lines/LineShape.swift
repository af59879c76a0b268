/// The shape of a line of NDJSON: the bytes between its values, and which values belong to wanted columns.
///
/// A line that matches needs no parser: its texts have no escapes, its numbers at most 18 digits and no exponent, no
/// name stands twice. Any other line is left to the parser, which gives the same rows, slower.
final class LineShape {
  /// What stands before each value and behind the last one, end to end.
  private let segments: UnsafeMutablePointer<UInt8>
  private let segmentBytes: Int
  /// Length of each segment.
  private let lengths: UnsafeMutablePointer<Int>
  /// For each value the wanted column it is, or -1.
  private let columns: UnsafeMutablePointer<Int>
  private let valueCount: Int

  deinit {
    segments.deallocate()
    lengths.deallocate()
    columns.deallocate()
  }

  private init(_ parts: [[UInt8]], _ columns: [Int]) {
    segmentBytes = parts.reduce(0) { $0 &+ $1.count }
    segments = .allocate(capacity: segmentBytes &+ LineChunk.padding)
    segments.initialize(repeating: 0, count: segmentBytes &+ LineChunk.padding)
    lengths = .allocate(capacity: parts.count)
    self.columns = .allocate(capacity: max(1, columns.count))
    valueCount = columns.count
    var next = segments
    for (index, part) in parts.enumerated() {
      lengths[index] = part.count
      next.update(from: part, count: part.count)
      next += part.count
    }
    for (index, column) in columns.enumerated() { self.columns[index] = column }
  }

  /// Learns the shape of the line at `start`; nil when it is not plain.
  static func learn(
    _ base: UnsafePointer<UInt8>, from start: Int, to end: Int, columnOf: ([UInt8]) -> Int?
  ) -> LineShape? {
    var segments: [[UInt8]] = []
    var columns: [Int] = []
    var seen: Set<[UInt8]> = []
    func part(_ from: Int, _ to: Int) -> [UInt8] {
      Array(UnsafeBufferPointer(start: base + from, count: to - from))
    }
    var open = start
    var at = PaddedJSON.skipSpace(base, start)
    guard at < end, base[at] == ASCII.openBrace else { return nil }
    at += 1
    while true {
      at = PaddedJSON.skipSpace(base, at)
      guard at < end, base[at] == ASCII.quote else { return nil }
      let nameEnd = PaddedJSON.textEnd(base, at)
      guard nameEnd > 0, nameEnd < end else { return nil }
      let name = part(at + 1, nameEnd - 1)
      guard name.allSatisfy({ $0 < 0x80 }), seen.insert(name).inserted else { return nil }
      at = PaddedJSON.skipSpace(base, nameEnd)
      guard at < end, base[at] == ASCII.colon else { return nil }
      at = PaddedJSON.skipSpace(base, at + 1)
      segments.append(part(open, at))
      columns.append(columnOf(name) ?? -1)
      let valueEnd = PaddedJSON.valueEnd(base, at, depth: 2)
      guard valueEnd > 0, valueEnd < end else { return nil }
      open = valueEnd
      at = PaddedJSON.skipSpace(base, valueEnd)
      guard at < end else { return nil }
      if base[at] == ASCII.closeBrace { break }
      guard base[at] == ASCII.comma else { return nil }
      at += 1
    }
    // Behind the object only white space may stand.
    guard PaddedJSON.skipSpace(base, at + 1) == end else { return nil }
    segments.append(part(open, end))
    return LineShape(segments, columns)
  }

  /// Where each wanted column's value lies; behind the line's text, or -1 when the line is of another shape.
  ///
  /// - Parameters:
  ///   - limit: where the bytes end and the padding begins.
  ///   - tokens: start and end of each column's value, untouched where the shape has none.
  @inline(__always)
  func match(
    _ base: UnsafePointer<UInt8>, from start: Int, limit: Int,
    _ tokens: UnsafeMutablePointer<ByteRange>
  ) -> Int {
    var at = start
    var segment = UnsafePointer(segments)
    for index in 0..<valueCount {
      let length = lengths[index]
      guard at &+ length <= limit, Self.isEqual(base + at, segment, length) else { return -1 }
      at &+= length
      segment += length
      let end = PaddedJSON.valueEnd(base, at, depth: 2)
      if end < 0 { return -1 }
      let column = columns[index]
      if column >= 0 { tokens[column] = ByteRange(start: at, end: end) }
      at = end
    }
    let length = lengths[valueCount]
    guard at &+ length <= limit, Self.isEqual(base + at, segment, length) else { return -1 }
    return at &+ length
  }

  /// Both sides may be read eight bytes further.
  @inline(__always)
  private static func isEqual(
    _ one: UnsafePointer<UInt8>, _ other: UnsafePointer<UInt8>, _ count: Int
  ) -> Bool {
    let left = UnsafeRawPointer(one)
    let right = UnsafeRawPointer(other)
    var at = 0
    while at &+ 8 <= count {
      if left.loadUnaligned(fromByteOffset: at, as: UInt64.self)
        != right.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      {
        return false
      }
      at &+= 8
    }
    if at == count { return true }
    let difference =
      UInt64(littleEndian: left.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      ^ UInt64(littleEndian: right.loadUnaligned(fromByteOffset: at, as: UInt64.self))
    return difference << UInt64(truncatingIfNeeded: (8 &- (count &- at)) &* 8) == 0
  }
}

/// JSON values without escapes or exponents, scanned where the bytes are followed by padding that ends every value.
enum PaddedJSON {
  @inline(__always)
  static func skipSpace(_ base: UnsafePointer<UInt8>, _ start: Int) -> Int {
    var at = start
    while base[at] == ASCII.space || base[at] == ASCII.tab { at &+= 1 }
    return at
  }

  /// Behind the value at the offset; -1 when it is not plain.
  @inline(__always)
  static func valueEnd(_ base: UnsafePointer<UInt8>, _ at: Int, depth: Int) -> Int {
    let byte = base[at]
    if byte == ASCII.quote { return textEnd(base, at) }
    return otherEnd(base, at, depth: depth)
  }

  @inline(never)
  private static func otherEnd(_ base: UnsafePointer<UInt8>, _ at: Int, depth: Int) -> Int {
    switch base[at] {
    case UInt8(ascii: "t"): return wordEnd(base, at, "true")
    case UInt8(ascii: "f"): return wordEnd(base, at, "false")
    case UInt8(ascii: "n"): return wordEnd(base, at, "null")
    case ASCII.openBracket: return depth > maximumDepth ? -1 : listEnd(base, at, depth: depth)
    case ASCII.openBrace: return depth > maximumDepth ? -1 : objectEnd(base, at, depth: depth)
    default: return numberEnd(base, at)
    }
  }

  private static let maximumDepth = 8
  private static let maximumMembers = 24

  /// Behind the closing quote; -1 at an escape, a control byte or a fault in UTF-8.
  @inline(__always)
  static func textEnd(_ base: UnsafePointer<UInt8>, _ quote: Int) -> Int {
    let raw = UnsafeRawPointer(base)
    var at = quote &+ 1
    var high: UInt64 = 0
    let low: UInt64 = 0x0101_0101_0101_0101
    while true {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      let quotes = word ^ 0x2222_2222_2222_2222
      let slashes = word ^ 0x5C5C_5C5C_5C5C_5C5C
      let hits =
        ((quotes &- low) & ~quotes | (slashes &- low) & ~slashes
          | (word &- 0x2020_2020_2020_2020) & ~word) & 0x8080_8080_8080_8080
      if hits != 0 {
        let bits = hits.trailingZeroBitCount
        high |= word & ((1 &<< UInt64(truncatingIfNeeded: bits & 56)) &- 1)
        at &+= bits >> 3
        break
      }
      high |= word
      at &+= 8
    }
    guard base[at] == ASCII.quote else { return -1 }
    if high & 0x8080_8080_8080_8080 != 0 {
      let text = UnsafeBufferPointer(start: base + quote + 1, count: at &- quote &- 1)
      if UTF8Check.firstFault(in: text) != nil { return -1 }
    }
    return at &+ 1
  }

  private static func wordEnd(
    _ base: UnsafePointer<UInt8>, _ at: Int, _ word: StaticString
  ) -> Int {
    for index in 0..<word.utf8CodeUnitCount where word.utf8Start[index] != base[at &+ index] {
      return -1
    }
    return at &+ word.utf8CodeUnitCount
  }

  /// A number of at most 18 digits without exponent, with its zeros where JSON wants them.
  private static func numberEnd(_ base: UnsafePointer<UInt8>, _ start: Int) -> Int {
    var at = start
    if base[at] == ASCII.minus { at &+= 1 }
    let whole = at
    while ASCII.isDigit(base[at]) { at &+= 1 }
    guard at > whole, at &- whole <= 18 else { return -1 }
    if base[whole] == ASCII.zero, at &- whole > 1 { return -1 }
    if base[at] == ASCII.point {
      let fraction = at &+ 1
      at = fraction
      while ASCII.isDigit(base[at]) { at &+= 1 }
      if at == fraction || at &- whole > 18 { return -1 }
    }
    return base[at] | 0x20 == UInt8(ascii: "e") ? -1 : at
  }

  private static func listEnd(_ base: UnsafePointer<UInt8>, _ start: Int, depth: Int) -> Int {
    var at = skipSpace(base, start &+ 1)
    if base[at] == ASCII.closeBracket { return at &+ 1 }
    while true {
      let end = valueEnd(base, at, depth: depth &+ 1)
      if end < 0 { return -1 }
      at = skipSpace(base, end)
      if base[at] == ASCII.closeBracket { return at &+ 1 }
      guard base[at] == ASCII.comma else { return -1 }
      at = skipSpace(base, at &+ 1)
    }
  }

  private static func objectEnd(_ base: UnsafePointer<UInt8>, _ start: Int, depth: Int) -> Int {
    var at = skipSpace(base, start &+ 1)
    if base[at] == ASCII.closeBrace { return at &+ 1 }
    return withUnsafeTemporaryAllocation(of: ByteRange.self, capacity: maximumMembers) { names in
      var count = 0
      while true {
        guard base[at] == ASCII.quote, count < maximumMembers else { return -1 }
        let nameEnd = textEnd(base, at)
        if nameEnd < 0 { return -1 }
        let name = ByteRange(start: at, end: nameEnd)
        for index in 0..<count where isSame(base, names[index], name) { return -1 }
        names[count] = name
        count &+= 1
        at = skipSpace(base, nameEnd)
        guard base[at] == ASCII.colon else { return -1 }
        let end = valueEnd(base, skipSpace(base, at &+ 1), depth: depth &+ 1)
        if end < 0 { return -1 }
        at = skipSpace(base, end)
        if base[at] == ASCII.closeBrace { return at &+ 1 }
        guard base[at] == ASCII.comma else { return -1 }
        at = skipSpace(base, at &+ 1)
      }
    }
  }

  private static func isSame(
    _ base: UnsafePointer<UInt8>, _ one: ByteRange, _ other: ByteRange
  ) -> Bool {
    guard one.count == other.count else { return false }
    for index in 0..<one.count where base[one.start &+ index] != base[other.start &+ index] {
      return false
    }
    return true
  }
}
