extension [UInt8] {
  /// The text as a JSON string, with no more escapes than it needs.
  package mutating func append(quoted text: String) {
    append(UInt8(ascii: "\""))
    let isQuoted: Void? = text.utf8.withContiguousStorageIfAvailable { appendEscaped($0) }
    if isQuoted == nil {
      var copy = text
      copy.withUTF8 { appendEscaped($0) }
    }
    append(UInt8(ascii: "\""))
  }

  private mutating func appendEscaped(_ utf8: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for (index, byte) in utf8.enumerated() where Self.needsEscape(byte) {
      append(contentsOf: utf8[start..<index])
      append(escape: byte)
      start = index + 1
    }
    append(contentsOf: utf8[start...])
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private mutating func append(escape byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): append(contentsOf: "\\\"".utf8)
    case UInt8(ascii: "\\"): append(contentsOf: "\\\\".utf8)
    case 0x08: append(contentsOf: "\\b".utf8)
    case 0x09: append(contentsOf: "\\t".utf8)
    case 0x0A: append(contentsOf: "\\n".utf8)
    case 0x0C: append(contentsOf: "\\f".utf8)
    case 0x0D: append(contentsOf: "\\r".utf8)
    default:
      append(contentsOf: (byte < 0x10 ? "\\u000" : "\\u00").utf8)
      append(contentsOf: String(byte, radix: 16).utf8)
    }
  }
}
