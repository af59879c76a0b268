extension JSONValue {
  /// How deep arrays and objects may nest.
  public static let maximumDepth = 128

  /// Strict RFC 8259: one value in valid UTF-8 without a byte-order mark. Refused besides: a member
  /// named twice, a lone surrogate, nesting deeper than `maximumDepth`.
  public static func parse(_ bytes: [UInt8]) throws(JSONError) -> JSONValue {
    // `withUnsafeBufferPointer` would forget which error is thrown.
    try bytes.withUnsafeBufferPointer { buffer in
      Result { () throws(JSONError) in try parse(buffer) }
    }
    .get()
  }

  public static func parse(_ text: String) throws(JSONError) -> JSONValue {
    try parse(Array(text.utf8))
  }

  public static func parse(_ utf8: UnsafeBufferPointer<UInt8>) throws(JSONError) -> JSONValue {
    var parser = JSONParser(utf8: utf8)
    return try parser.document()
  }
}

private struct JSONParser {
  let utf8: UnsafeBufferPointer<UInt8>
  var position = 0

  init(utf8: UnsafeBufferPointer<UInt8>) { self.utf8 = utf8 }

  mutating func document() throws(JSONError) -> JSONValue {
    if utf8.starts(with: [0xEF, 0xBB, 0xBF]) {
      throw error("a byte-order mark is not allowed")
    }
    skipSpace()
    let value = try value(depth: 0)
    skipSpace()
    if position < utf8.count { throw error("nothing may follow the value") }
    return value
  }

  private func error(_ message: String, at offset: Int? = nil) -> JSONError {
    JSONError(offset: offset ?? position, message: message)
  }

  /// The next byte; 0, which is never valid between values, at the end.
  private var next: UInt8 { position < utf8.count ? utf8[position] : 0 }

  private mutating func skipSpace() {
    while position < utf8.count {
      switch utf8[position] {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      default: return
      }
    }
  }

  private mutating func value(depth: Int) throws(JSONError) -> JSONValue {
    switch next {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "-"), 0x30...0x39: return try number()
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default:
      throw error(
        position < utf8.count
          ? "a value is expected here" : "the text ends where a value is expected")
    }
  }

  private mutating func word(_ word: StaticString, _ value: JSONValue) throws(JSONError)
    -> JSONValue
  {
    let isNext = word.withUTF8Buffer { utf8[position...].starts(with: $0) }
    guard isNext else { throw error("a value is expected here") }
    position += word.utf8CodeUnitCount
    return value
  }

  private mutating func array(depth: Int) throws(JSONError) -> JSONValue {
    if depth >= JSONValue.maximumDepth { throw error("nesting is too deep") }
    position += 1
    var elements: [JSONValue] = []
    skipSpace()
    if next == UInt8(ascii: "]") {
      position += 1
      return .array(elements)
    }
    while true {
      skipSpace()
      elements.append(try value(depth: depth + 1))
      if try isLast(UInt8(ascii: "]"), "`,` or `]` is expected here") { return .array(elements) }
    }
  }

  private mutating func object(depth: Int) throws(JSONError) -> JSONValue {
    if depth >= JSONValue.maximumDepth { throw error("nesting is too deep") }
    position += 1
    var members: [JSONValue.Member] = []
    // Kept only for large objects: a few names are compared one by one.
    var names: Set<Text> = []
    skipSpace()
    if next == UInt8(ascii: "}") {
      position += 1
      return .object(members)
    }
    while true {
      skipSpace()
      let start = position
      guard next == UInt8(ascii: "\"") else { throw error("a name in quotes is expected here") }
      let name = try string()
      if members.count == 8 { names = Set(members.lazy.map(\.name)) }
      let isTwice =
        members.count < 8
        ? members.contains { $0.name == name } : !names.insert(name).inserted
      if isTwice { throw error("a name stands twice in one object", at: start) }
      skipSpace()
      guard next == UInt8(ascii: ":") else { throw error("`:` is expected here") }
      position += 1
      skipSpace()
      members.append(JSONValue.Member(name: name, value: try value(depth: depth + 1)))
      if try isLast(UInt8(ascii: "}"), "`,` or `}` is expected here") { return .object(members) }
    }
  }

  /// Steps over a comma or the closing bracket.
  private mutating func isLast(_ closing: UInt8, _ message: String) throws(JSONError) -> Bool {
    skipSpace()
    guard next == closing || next == UInt8(ascii: ",") else { throw error(message) }
    let isClosing = next == closing
    position += 1
    return isClosing
  }

  private mutating func number() throws(JSONError) -> JSONValue {
    let start = position
    // All bytes that could belong to it: `01` and `1.e5` are one bad number, not a number and a
    // rest.
    while position < utf8.count {
      let byte = utf8[position]
      guard byte.isAlphanumeric || byte == 0x2B || byte == 0x2D || byte == 0x2E else { break }
      position += 1
    }
    let text = UnsafeBufferPointer(rebasing: utf8[start..<position])
    guard NumberShape(text) != nil else { throw error("this is no number", at: start) }
    return .number(String(decoding: text, as: UTF8.self))
  }

  private mutating func string() throws(JSONError) -> Text {
    position += 1
    let start = position
    while position < utf8.count {
      let byte = utf8[position]
      if byte == UInt8(ascii: "\"") {
        let text = try decoded(start..<position)
        position += 1
        return Text(text)
      }
      if byte == UInt8(ascii: "\\") { return try escapedString(from: start) }
      if byte < 0x20 { throw error("a control character must be escaped") }
      position += 1
    }
    throw error("the string does not end", at: start - 1)
  }

  private func decoded(_ range: Range<Int>) throws(JSONError) -> String {
    guard let text = String(validating: utf8[range], as: UTF8.self) else {
      throw error("the string is not valid UTF-8", at: range.lowerBound)
    }
    return text
  }

  /// Goes on from the first backslash.
  private mutating func escapedString(from start: Int) throws(JSONError) -> Text {
    var text = try decoded(start..<position)
    while position < utf8.count {
      switch utf8[position] {
      case UInt8(ascii: "\""):
        position += 1
        return Text(text)
      case UInt8(ascii: "\\"):
        text.unicodeScalars.append(try escape())
      default:
        let first = position
        while position < utf8.count, next != UInt8(ascii: "\""), next != UInt8(ascii: "\\") {
          if next < 0x20 { throw error("a control character must be escaped") }
          position += 1
        }
        text += try decoded(first..<position)
      }
    }
    throw error("the string does not end", at: start - 1)
  }

  private mutating func escape() throws(JSONError) -> Unicode.Scalar {
    let start = position
    position += 1
    let letter = next
    position += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): break
    default: throw error("there is no such escape", at: start)
    }
    let first = try hexUnit(start)
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, next == UInt8(ascii: "\\") else {
      throw error("a surrogate stands alone", at: start)
    }
    position += 1
    guard next == UInt8(ascii: "u") else { throw error("a surrogate stands alone", at: start) }
    position += 1
    let second = try hexUnit(start)
    let pair = (first &- 0xD800) << 10 &+ (second &- 0xDC00) &+ 0x10000
    guard 0xDC00...0xDFFF ~= second, let scalar = Unicode.Scalar(pair) else {
      throw error("a surrogate stands alone", at: start)
    }
    return scalar
  }

  private mutating func hexUnit(_ start: Int) throws(JSONError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = Character(Unicode.Scalar(next)).hexDigitValue else {
        throw error("four hexadecimal digits are expected after `\\u`", at: start)
      }
      value = value << 4 | UInt32(digit)
      position += 1
    }
    return value
  }
}
