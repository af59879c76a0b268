import WritValues

/// Why bytes are not JSON; the message holds none of them.
struct JSONFault: Error {
  var offset: Int
  var message: StaticString
}

/// A string as it stands: the bytes between its quotes.
struct StringToken {
  var range: ByteRange
  var hasEscapes: Bool
}

/// Walks strict JSON (RFC 8259) that is known to be UTF-8, over bytes it does not own.
///
/// All reads go through `byte(_:)`, which is 0 outside the bytes, and 0 is allowed nowhere in JSON.
struct JSONScanner {
  /// Objects and arrays inside each other, the outermost counted.
  static let depthLimit = 128

  private(set) var bytes: UnsafeBufferPointer<UInt8>
  var position = 0
  private let depthLimit: Int
  /// Duplicate names are refused; off for a first look at the structure of a document.
  private let checksNames: Bool
  private var names: [MemberName] = []

  private struct MemberName {
    var hash: UInt64
    var token: StringToken
  }

  init(
    _ bytes: UnsafeBufferPointer<UInt8>, checksNames: Bool = true,
    depthLimit: Int = JSONScanner.depthLimit
  ) {
    self.bytes = bytes
    self.checksNames = checksNames
    self.depthLimit = depthLimit
  }

  /// Starts over on other bytes, keeping its memory.
  mutating func reset(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    position = 0
    names.removeAll(keepingCapacity: true)
  }

  @inline(__always)
  func byte(_ index: Int) -> UInt8 {
    UInt(bitPattern: index) < UInt(bitPattern: bytes.count) ? bytes[index] : 0
  }

  var current: UInt8 { @inline(__always) get { byte(position) } }
  var isAtEnd: Bool { position >= bytes.count }

  func fault(_ message: StaticString, at offset: Int? = nil) -> JSONFault {
    JSONFault(offset: min(offset ?? position, bytes.count), message: message)
  }

  @inline(__always)
  mutating func skipSpace() {
    while true {
      switch byte(position) {
      case ASCII.space, ASCII.tab, ASCII.lineFeed, ASCII.carriageReturn: position &+= 1
      default: return
      }
    }
  }

  /// Only white space may follow.
  mutating func finish() throws(JSONFault) {
    skipSpace()
    if !isAtEnd { throw fault("something follows the value") }
  }

  // MARK: Members and elements

  /// Enters an object; false when it is empty, and already left.
  mutating func enterObject(depth: Int) throws(JSONFault) -> Bool {
    try enter(closedBy: ASCII.closeBrace, depth: depth)
  }

  /// Enters an array; false when it is empty, and already left.
  mutating func enterArray(depth: Int) throws(JSONFault) -> Bool {
    try enter(closedBy: ASCII.closeBracket, depth: depth)
  }

  private mutating func enter(closedBy close: UInt8, depth: Int) throws(JSONFault) -> Bool {
    if depth > depthLimit { throw fault("nested too deeply") }
    position &+= 1
    skipSpace()
    if current == close {
      position &+= 1
      return false
    }
    return true
  }

  /// How many names are noted: what `leaveObject` wants back.
  var nameCount: Int { names.count }

  /// Reads a member's name and stands at its value.
  mutating func memberName() throws(JSONFault) -> (token: StringToken, hash: UInt64) {
    guard current == ASCII.quote else { throw fault("a member's name is expected") }
    let token = try string()
    let hash = hash(of: token)
    if checksNames { names.append(MemberName(hash: hash, token: token)) }
    skipSpace()
    guard current == ASCII.colon else { throw fault("`:` is expected after a member's name") }
    position &+= 1
    skipSpace()
    return (token, hash)
  }

  /// Goes to the next member; false when the object ended.
  mutating func nextMember() throws(JSONFault) -> Bool {
    try next(closedBy: ASCII.closeBrace, "`,` or `}` is expected")
  }

  /// Goes to the next element; false when the array ended.
  mutating func nextElement() throws(JSONFault) -> Bool {
    try next(closedBy: ASCII.closeBracket, "`,` or `]` is expected")
  }

  private mutating func next(
    closedBy close: UInt8, _ message: StaticString
  ) throws(JSONFault) -> Bool {
    skipSpace()
    switch current {
    case ASCII.comma:
      position &+= 1
      skipSpace()
      return true
    case close:
      position &+= 1
      return false
    default:
      throw fault(message)
    }
  }

  /// Refuses a name that stands twice in the object entered at `frame` names.
  mutating func leaveObject(frame: Int) throws(JSONFault) {
    guard checksNames else { return }
    defer { names.removeSubrange(min(frame, names.count)...) }
    let count = names.count &- frame
    if count < 2 { return }
    if count > 24 { return try refuseRepeats(frame: frame) }
    var later = frame &+ 1
    while later < names.count {
      var earlier = frame
      while earlier < later {
        if names[earlier].hash == names[later].hash {
          return try refuseRepeats(frame: frame)
        }
        earlier &+= 1
      }
      later &+= 1
    }
  }

  private func refuseRepeats(frame: Int) throws(JSONFault) {
    var seen: Set<Text> = []
    for name in names[frame...] where !seen.insert(Text(text(name.token))).inserted {
      throw fault("a member stands twice", at: name.token.range.start)
    }
  }

  /// A hash of the name's text that does not depend on how it is escaped.
  private func hash(of token: StringToken) -> UInt64 {
    if token.hasEscapes {
      var name = text(token)
      return name.withUTF8 { NameHash.of($0) }
    }
    return NameHash.of(bytes.part(token.range))
  }

  // MARK: Scalars

  /// Reads the string that begins here.
  mutating func string() throws(JSONFault) -> StringToken {
    let start = position &+ 1
    var index = start
    var hasEscapes = false
    while true {
      index = stringStop(from: index)
      switch byte(index) {
      case ASCII.quote:
        position = index &+ 1
        return StringToken(range: ByteRange(start: start, end: index), hasEscapes: hasEscapes)
      case ASCII.backslash:
        hasEscapes = true
        index = try escapeEnd(index)
      default:
        throw index >= bytes.count
          ? fault("a string is not closed", at: position)
          : fault("a control character in a string", at: index)
      }
    }
  }

  /// The first quote, backslash or control character from here on, or the end.
  @inline(__always)
  private func stringStop(from start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    let ones: UInt64 = 0x0101_0101_0101_0101
    var index = start
    while index &+ 8 <= bytes.count {
      let word = UInt64(
        littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let quote = word ^ 0x2222_2222_2222_2222
      let slash = word ^ 0x5C5C_5C5C_5C5C_5C5C
      let hit =
        ((quote &- ones) & ~quote | (slash &- ones) & ~slash
          | (word &- 0x2020_2020_2020_2020) & ~word) & 0x8080_8080_8080_8080
      if hit != 0 { return index &+ hit.trailingZeroBitCount >> 3 }
      index &+= 8
    }
    while index < bytes.count {
      let next = bytes[index]
      if next == ASCII.quote || next == ASCII.backslash || next < 0x20 { return index }
      index &+= 1
    }
    return bytes.count
  }

  /// Checks the escape that begins at a backslash; the offset after it.
  private func escapeEnd(_ start: Int) throws(JSONFault) -> Int {
    switch byte(start &+ 1) {
    case ASCII.quote, ASCII.backslash, UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return start &+ 2
    case UInt8(ascii: "u"):
      guard let unit = hexUnit(start &+ 2) else { throw fault("a broken escape", at: start) }
      switch unit {
      case 0xDC00...0xDFFF:
        throw fault("half of a surrogate pair", at: start)
      case 0xD800...0xDBFF:
        guard byte(start &+ 6) == ASCII.backslash, byte(start &+ 7) == UInt8(ascii: "u"),
          let low = hexUnit(start &+ 8), (0xDC00...0xDFFF).contains(low)
        else { throw fault("half of a surrogate pair", at: start) }
        return start &+ 12
      default:
        return start &+ 6
      }
    default:
      throw fault("a broken escape", at: start)
    }
  }

  private func hexUnit(_ start: Int) -> UInt32? {
    var unit: UInt32 = 0
    for offset in 0..<4 {
      let digit = byte(start &+ offset)
      switch digit {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): unit = unit << 4 | UInt32(digit &- 0x30)
      case UInt8(ascii: "a")...UInt8(ascii: "f"): unit = unit << 4 | UInt32(digit &- 0x57)
      case UInt8(ascii: "A")...UInt8(ascii: "F"): unit = unit << 4 | UInt32(digit &- 0x37)
      default: return nil
      }
    }
    return unit
  }

  /// The text a string stands for.
  func text(_ token: StringToken) -> String {
    if !token.hasEscapes { return bytes.part(token.range).text }
    var output: [UInt8] = []
    output.reserveCapacity(token.range.count)
    var index = token.range.start
    while index < token.range.end {
      let next = byte(index)
      guard next == ASCII.backslash else {
        output.append(next)
        index &+= 1
        continue
      }
      let letter = byte(index &+ 1)
      index &+= 2
      switch letter {
      case UInt8(ascii: "b"): output.append(0x08)
      case UInt8(ascii: "f"): output.append(0x0C)
      case UInt8(ascii: "n"): output.append(0x0A)
      case UInt8(ascii: "r"): output.append(0x0D)
      case UInt8(ascii: "t"): output.append(0x09)
      case UInt8(ascii: "u"):
        var code = hexUnit(index) ?? 0xFFFD
        index &+= 4
        if code & 0xFC00 == 0xD800, let low = hexUnit(index &+ 2) {
          code = 0x10000 &+ (code & 0x3FF) << 10 &+ low & 0x3FF
          index &+= 6
        }
        output.append(contentsOf: Character(Unicode.Scalar(code) ?? "\u{FFFD}").utf8)
      default: output.append(letter)
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// Reads the number that begins here.
  mutating func number() throws(JSONFault) -> ByteRange {
    let start = position
    if current != ASCII.minus && !ASCII.isDigit(current) { throw fault("a value is expected") }
    if current == ASCII.minus { position &+= 1 }
    if current == ASCII.zero {
      position &+= 1
    } else {
      try digits()
    }
    if current == ASCII.point {
      position &+= 1
      try digits()
    }
    if current | 0x20 == UInt8(ascii: "e") {
      position &+= 1
      if current == ASCII.plus || current == ASCII.minus { position &+= 1 }
      try digits()
    }
    if ASCII.isDigit(current) { throw fault("a number begins with 0") }
    return ByteRange(start: start, end: position)
  }

  private mutating func digits() throws(JSONFault) {
    guard ASCII.isDigit(current) else { throw fault("a digit is expected") }
    repeat { position &+= 1 } while ASCII.isDigit(current)
  }

  /// Reads `true`, `false` or `null`.
  mutating func word(_ word: StaticString) throws(JSONFault) {
    let length = word.utf8CodeUnitCount
    let matches = word.withUTF8Buffer { expected in
      for offset in 0..<length where byte(position &+ offset) != expected[offset] { return false }
      return true
    }
    guard matches else { throw fault("not a JSON value") }
    position &+= length
  }
}

/// A hash of a member's name, to find it among the declared ones.
enum NameHash {
  @inline(__always)
  static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let raw = UnsafeRawBufferPointer(bytes)
    var hash = UInt64(truncatingIfNeeded: bytes.count) &* 0x9E37_79B9_7F4A_7C15
    var index = 0
    while index &+ 8 <= bytes.count {
      mix(&hash, UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)))
      index &+= 8
    }
    var rest: UInt64 = 0
    while index < bytes.count {
      rest = rest << 8 | UInt64(bytes[index])
      index &+= 1
    }
    mix(&hash, rest)
    return hash
  }

  @inline(__always)
  private static func mix(_ hash: inout UInt64, _ word: UInt64) {
    hash = (hash ^ word) &* 0xD6E8_FEB8_6659_FD93
    hash ^= hash >> 32
  }
}
