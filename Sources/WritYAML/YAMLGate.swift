import WritDiagnostics

/// Refuses what would cost too much to parse, or has line ends that tools count differently.
enum YAMLGate {
  /// So few aliases can't multiply to much; more of them don't get parsed at all.
  private static let harmlessAliases = 15

  static func refusal(of source: SourceText) -> Diagnostic? {
    if source.bytes.count > YAMLReader.maximumSize {
      return Diagnostic(
        "config/too-large", "the file has more than \(YAMLReader.maximumSize >> 20) MiB",
        at: Place(source, Span(0, 0)))
    }
    if let offset = firstInvalid(source.bytes) {
      return Diagnostic(
        "config/syntax", "the text is not UTF-8", at: Place(source, Span(offset, offset + 1)))
    }
    return lineEnd(in: source) ?? aliases(in: source)
  }

  /// The offset of the first byte that is not UTF-8.
  private static func firstInvalid(_ bytes: [UInt8]) -> Int? {
    if bytes.allSatisfy({ $0 < 0x80 }) { return nil }
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): offset += UTF8.width(scalar)
      case .emptyInput: return nil
      case .error: return min(offset, bytes.count - 1)
      }
    }
  }

  private static func lineEnd(in source: SourceText) -> Diagnostic? {
    let bytes = source.bytes
    for (offset, byte) in bytes.enumerated() where byte == 0x0D || byte == 0xC2 || byte == 0xE2 {
      let isLineEnd =
        switch byte {
        case 0x0D: offset + 1 >= bytes.count || bytes[offset + 1] != 0x0A
        case 0xC2: bytes[(offset + 1)...].first == 0x85
        default:
          bytes[(offset + 1)...].starts(with: [0x80, 0xA8])
            || bytes[(offset + 1)...].starts(with: [0x80, 0xA9])
        }
      if isLineEnd {
        return Diagnostic(
          "config/syntax", "this line end is neither LF nor CR LF",
          at: Place(source, Span(offset, offset + 1)),
          help: ["in a quoted text write it as an escape"])
      }
    }
    return nil
  }

  /// Aliases of aliases grow without bound while a document is put together.
  private static func aliases(in source: SourceText) -> Diagnostic? {
    let bytes = source.bytes
    var anchor: Int?
    var count = 0
    for (offset, byte) in bytes.enumerated() where byte == 0x26 || byte == 0x2A {
      let before = offset > 0 ? bytes[offset - 1] : 0x0A
      let after = offset + 1 < bytes.count ? bytes[offset + 1] : 0x20
      guard isBoundary(before), isNameByte(after) else { continue }
      if byte == 0x26 { anchor = anchor ?? offset } else { count += 1 }
    }
    guard let anchor, count > harmlessAliases else { return nil }
    return Diagnostic(
      "config/anchor", "anchors and aliases are not allowed",
      at: Place(source, Span(anchor, anchor + 1)), help: ["write the value where it is needed"])
  }

  private static func isBoundary(_ byte: UInt8) -> Bool {
    byte <= 0x20 || [0x5B, 0x7B, 0x2C, 0x3A, 0x3F, 0x2D].contains(byte)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || byte == 0x5F || byte == 0x2D
  }
}
