import WritValues

extension JSONScanner {
  /// Checks the value that begins here and goes past it.
  mutating func skipValue(depth: Int) throws(JSONFault) {
    switch current {
    case ASCII.quote:
      _ = try string()
    case ASCII.openBrace:
      let frame = nameCount
      guard try enterObject(depth: depth) else { return }
      repeat {
        _ = try memberName()
        try skipValue(depth: depth &+ 1)
      } while try nextMember()
      try leaveObject(frame: frame)
    case ASCII.openBracket:
      guard try enterArray(depth: depth) else { return }
      repeat { try skipValue(depth: depth &+ 1) } while try nextElement()
    case UInt8(ascii: "t"): try word("true")
    case UInt8(ascii: "f"): try word("false")
    case UInt8(ascii: "n"): try word("null")
    default: _ = try number()
    }
  }

  /// The value that begins here.
  mutating func value(depth: Int) throws(JSONFault) -> JSONValue {
    switch current {
    case ASCII.quote:
      return .string(Text(text(try string())))
    case ASCII.openBrace:
      let frame = nameCount
      guard try enterObject(depth: depth) else { return .object([]) }
      var members: [JSONValue.Member] = []
      repeat {
        let name = text(try memberName().token)
        members.append(.init(name: Text(name), value: try value(depth: depth &+ 1)))
      } while try nextMember()
      try leaveObject(frame: frame)
      return .object(members)
    case ASCII.openBracket:
      guard try enterArray(depth: depth) else { return .array([]) }
      var elements: [JSONValue] = []
      repeat { elements.append(try value(depth: depth &+ 1)) } while try nextElement()
      return .array(elements)
    case UInt8(ascii: "t"):
      try word("true")
      return .bool(true)
    case UInt8(ascii: "f"):
      try word("false")
      return .bool(false)
    case UInt8(ascii: "n"):
      try word("null")
      return .null
    default:
      return .number(bytes.part(try number()).text)
    }
  }

  /// The whole of the bytes as one value; nil when they are not JSON.
  static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> JSONValue? {
    guard UTF8Check.firstFault(in: bytes) == nil else { return nil }
    var scanner = JSONScanner(bytes)
    scanner.skipSpace()
    guard let value = try? scanner.value(depth: 1), (try? scanner.finish()) != nil else {
      return nil
    }
    return value
  }
}
