/// How a value is written in its document.
enum ValueEncoding {
  /// As it is.
  case plain
  /// Between the quotes of a JSON string (RFC 8259).
  case jsonString
  /// A number of JSON, not quoted.
  case jsonNumber
  /// Between the quotes of a cell.
  case csvQuoted
  /// A cell without quotes, and the delimiter.
  case csvBare(UInt8, isOnly: Bool)
  case xmlText
  /// Between the quotes of an attribute.
  case xmlAttribute(UInt8)
  /// An attribute of HTML without quotes.
  case htmlBareAttribute
  /// The name of an attribute that has no value.
  case attributeName
  case cdata
  case xmlComment
  case htmlComment
  case instruction
  case declaration
  case script
  case yamlDouble
  case yamlSingle
  case yamlPlain(isFlow: Bool)
  /// Lines of a literal or folded block, the first one's indent left out.
  case yamlBlock
  case yamlComment

  /// The byte that begins every unit that is not a byte for itself; nil where there is none.
  private var escape: UInt8? {
    switch self {
    case .jsonString: ASCII.backslash
    case .csvQuoted: ASCII.quote
    case .xmlText, .xmlAttribute, .htmlBareAttribute: ASCII.ampersand
    case .yamlBlock, .yamlPlain: ASCII.lineFeed
    default: nil
    }
  }

  // MARK: Decoding

  /// What some written bytes stand for: up to four bytes, the first lowest.
  struct Unit {
    var length: Int
    var bytes: UInt32
    var count: Int

    init(length: Int, byte: UInt8) {
      self.length = length
      bytes = UInt32(byte)
      count = 1
    }

    /// A scalar that is none is U+FFFD.
    init(length: Int, scalar: UInt32) {
      self.length = length
      bytes = 0
      count = 0
      let scalar = Unicode.Scalar(scalar) ?? "\u{FFFD}"
      for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
        bytes |= UInt32(byte) << (8 &* UInt32(count))
        count &+= 1
      }
    }

    /// Line breaks inside a scalar of YAML: one is a space, each more is itself.
    init(length: Int, breaks: Int) {
      self.length = length
      count = min(4, max(1, breaks &- 1))
      bytes = breaks <= 1 ? 0x20 : 0x0A0A_0A0A
    }

    func byte(_ index: Int) -> UInt8 { UInt8(truncatingIfNeeded: bytes >> (8 &* UInt32(index))) }
  }

  /// The unit at an index; its length is beyond the end where bytes are missing.
  private func unit(
    in raw: UnsafeBufferPointer<UInt8>, at index: Int, blockIndent: Int
  ) -> Unit {
    let byte = raw[index]
    switch self {
    case .jsonString where byte == ASCII.backslash: return Self.jsonEscape(raw, index)
    case .csvQuoted where byte == ASCII.quote: return Unit(length: 2, byte: byte)
    case .xmlText where byte == ASCII.ampersand, .xmlAttribute where byte == ASCII.ampersand,
      .htmlBareAttribute where byte == ASCII.ampersand:
      return Entities.unit(raw, index)
    case .yamlDouble where byte == ASCII.backslash: return Self.yamlEscape(raw, index)
    case .yamlDouble where byte == ASCII.lineFeed, .yamlSingle where byte == ASCII.lineFeed,
      .yamlPlain where byte == ASCII.lineFeed:
      return Self.fold(raw, index)
    case .yamlSingle where byte == ASCII.apostrophe: return Unit(length: 2, byte: byte)
    case .yamlBlock where byte == ASCII.lineFeed:
      var end = index &+ 1
      while end &- index <= blockIndent, raw.at(end) == ASCII.space { end &+= 1 }
      return Unit(length: end &- index, byte: byte)
    default: return Unit(length: 1, byte: byte)
    }
  }

  private static func hex(_ raw: UnsafeBufferPointer<UInt8>, _ start: Int, _ count: Int) -> UInt32?
  {
    var value: UInt32 = 0
    for index in start..<(start &+ count) {
      guard let digit = ASCII.hexDigit(raw.at(index)) else { return nil }
      value = value << 4 | digit
    }
    return value
  }

  private static func jsonEscape(_ raw: UnsafeBufferPointer<UInt8>, _ index: Int) -> Unit {
    let byte = raw.at(index &+ 1)
    switch byte {
    case UInt8(ascii: "b"): return Unit(length: 2, byte: 8)
    case UInt8(ascii: "f"): return Unit(length: 2, byte: 12)
    case UInt8(ascii: "n"): return Unit(length: 2, byte: 10)
    case UInt8(ascii: "r"): return Unit(length: 2, byte: 13)
    case UInt8(ascii: "t"): return Unit(length: 2, byte: 9)
    case UInt8(ascii: "u"):
      guard index &+ 6 <= raw.count else { return Unit(length: 6, byte: ASCII.backslash) }
      guard let first = hex(raw, index &+ 2, 4) else {
        return Unit(length: 1, byte: ASCII.backslash)
      }
      guard first & 0xFC00 == 0xD800 else { return Unit(length: 6, scalar: first) }
      let next = index &+ 6
      // It may be cut off within the second half.
      if next >= raw.count || raw[next] == ASCII.backslash,
        next &+ 1 >= raw.count || raw[next &+ 1] == UInt8(ascii: "u")
      {
        guard next &+ 6 <= raw.count else { return Unit(length: 12, scalar: 0xFFFD) }
        if let second = hex(raw, next &+ 2, 4), second & 0xFC00 == 0xDC00 {
          let scalar = 0x10000 &+ ((first & 0x3FF) << 10 | second & 0x3FF)
          return Unit(length: 12, scalar: scalar)
        }
      }
      return Unit(length: 6, scalar: 0xFFFD)
    default: return Unit(length: 2, byte: byte)
    }
  }

  private static func yamlEscape(_ raw: UnsafeBufferPointer<UInt8>, _ index: Int) -> Unit {
    let byte = raw.at(index &+ 1)
    let digits: Int
    switch byte {
    case UInt8(ascii: "0"): return Unit(length: 2, byte: 0)
    case UInt8(ascii: "a"): return Unit(length: 2, byte: 7)
    case UInt8(ascii: "b"): return Unit(length: 2, byte: 8)
    case UInt8(ascii: "t"), ASCII.tab: return Unit(length: 2, byte: 9)
    case UInt8(ascii: "n"): return Unit(length: 2, byte: 10)
    case UInt8(ascii: "v"): return Unit(length: 2, byte: 11)
    case UInt8(ascii: "f"): return Unit(length: 2, byte: 12)
    case UInt8(ascii: "r"): return Unit(length: 2, byte: 13)
    case UInt8(ascii: "e"): return Unit(length: 2, byte: 27)
    case UInt8(ascii: "N"): return Unit(length: 2, scalar: 0x85)
    case UInt8(ascii: "_"): return Unit(length: 2, scalar: 0xA0)
    case UInt8(ascii: "L"): return Unit(length: 2, scalar: 0x2028)
    case UInt8(ascii: "P"): return Unit(length: 2, scalar: 0x2029)
    case ASCII.lineFeed:
      // A line break that is escaped joins what is around it.
      var unit = Unit(length: fold(raw, index &+ 1).length &+ 1, byte: 0)
      unit.count = 0
      return unit
    case UInt8(ascii: "x"): digits = 2
    case UInt8(ascii: "u"): digits = 4
    case UInt8(ascii: "U"): digits = 8
    default: return Unit(length: 2, byte: byte)
    }
    guard index &+ 2 &+ digits <= raw.count else {
      return Unit(length: 2 &+ digits, byte: ASCII.backslash)
    }
    guard let scalar = hex(raw, index &+ 2, digits) else {
      return Unit(length: 1, byte: ASCII.backslash)
    }
    if digits == 4, scalar & 0xFC00 == 0xD800 { return jsonEscape(raw, index) }
    return Unit(length: 2 &+ digits, scalar: scalar)
  }

  private static func fold(_ raw: UnsafeBufferPointer<UInt8>, _ index: Int) -> Unit {
    var breaks = 0
    var end = index
    while ASCII.isSpace(raw.at(end)), end < raw.count {
      if raw[end] == ASCII.lineFeed {
        guard breaks < 5 else { break }
        breaks &+= 1
      }
      end &+= 1
    }
    return Unit(length: end &- index, breaks: breaks)
  }

  /// Appends what the written bytes stand for.
  func decode(
    _ raw: UnsafeBufferPointer<UInt8>, blockIndent: Int, into buffer: inout [UInt8]
  ) {
    if case .yamlDouble = self {
    } else if case .yamlSingle = self {
    } else if let escape {
      decode(raw, escape: escape, blockIndent: blockIndent, into: &buffer)
      return
    } else {
      buffer.append(contentsOf: raw)
      return
    }
    var index = 0
    while index < raw.count { index = append(raw, index, blockIndent, to: &buffer) }
  }

  /// Runs without escapes are copied as they are.
  private func decode(
    _ raw: UnsafeBufferPointer<UInt8>, escape: UInt8, blockIndent: Int, into buffer: inout [UInt8]
  ) {
    var index = 0
    while let next = raw.first(escape, from: index, to: raw.count) {
      buffer.append(contentsOf: raw[index..<next])
      index = append(raw, next, blockIndent, to: &buffer)
    }
    buffer.append(contentsOf: raw[min(index, raw.count)...])
  }

  private func append(
    _ raw: UnsafeBufferPointer<UInt8>, _ index: Int, _ blockIndent: Int, to buffer: inout [UInt8]
  ) -> Int {
    let unit = unit(in: raw, at: index, blockIndent: blockIndent)
    // What is cut off stands for itself.
    guard index &+ unit.length <= raw.count else {
      buffer.append(raw[index])
      return index &+ 1
    }
    for step in 0..<unit.count { buffer.append(unit.byte(step)) }
    return index &+ unit.length
  }

  /// Where the byte at an index of what was decoded is written.
  func rawIndex(
    of decodedIndex: Int, in raw: UnsafeBufferPointer<UInt8>, blockIndent: Int
  ) -> Int {
    var index = 0
    var left = max(0, decodedIndex)
    while index < raw.count {
      let unit = unit(in: raw, at: index, blockIndent: blockIndent)
      let isCut = index &+ unit.length > raw.count
      let count = isCut ? 1 : unit.count
      if left < count || left == 0 && count > 0 { return index }
      left &-= count
      index &+= isCut ? 1 : unit.length
    }
    return raw.count
  }

  /// How many bytes of a piece hold whole units and whole characters; all, where that would be none.
  func wholeUnits(in raw: UnsafeBufferPointer<UInt8>, blockIndent: Int) -> Int {
    var index = 0
    while index < raw.count {
      if let escape {
        guard let next = raw.first(escape, from: index, to: raw.count) else {
          index = raw.count
          break
        }
        index = next
      }
      let length = unit(in: raw, at: index, blockIndent: blockIndent).length
      // A unit that reaches the end may go on behind it.
      let mayGrow = index &+ length == raw.count && length > 1
      guard index &+ length <= raw.count, !mayGrow else { break }
      if escape == nil, length == 1 {
        if case .yamlDouble = self {
        } else if case .yamlSingle = self {
        } else {
          index = raw.count
          break
        }
      }
      index &+= length
    }
    var end = min(index, raw.count)
    if end == raw.count {
      // The start of a character that may be cut off.
      var lead = end &- 1
      while lead > 0, end &- lead < 4, raw[lead] & 0xC0 == 0x80 { lead &-= 1 }
      if lead > 0, raw[lead] >= 0xC0 { end = lead }
    }
    return end > 0 ? end : raw.count
  }
}
