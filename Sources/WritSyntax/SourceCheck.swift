import WritDiagnostics

/// What no source text may hold anywhere: broken UTF-8, control bytes, hidden characters.
enum SourceCheck {
  static func isControl(_ byte: UInt8) -> Bool {
    (byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D) || byte == 0x7F
  }

  /// One diagnostic of each kind at its first place: a wrong encoding is one mistake.
  static func diagnostics(_ source: SourceText) -> [Diagnostic] {
    var found: [Diagnostic] = []
    if let place = source.bytes.firstIndex(where: isControl) {
      found.append(
        SyntaxDiagnostics.controlCharacter(
          Place(source, Span(place, place + 1)), source.bytes[place])
      )
    }
    if String(validating: source.bytes, as: UTF8.self) == nil {
      if let span = firstInvalid(source.bytes) {
        found.append(SyntaxDiagnostics.invalidUTF8(Place(source, span)))
      }
    } else if let span = firstHidden(source.bytes) {
      found.append(SyntaxDiagnostics.hiddenCharacter(Place(source, span)))
    }
    return found
  }

  private static func firstInvalid(_ bytes: [UInt8]) -> Span? {
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let scalar): offset += scalar.count
      case .error(let length): return Span(offset, offset + length)
      case .emptyInput: return nil
      }
    }
  }

  /// Marks that turn the direction of writing show a reader another program than the one that runs.
  private static func firstHidden(_ bytes: [UInt8]) -> Span? {
    for index in bytes.indices.dropLast(2) where bytes[index] == 0xE2 {
      let second = bytes[index + 1]
      let third = bytes[index + 2]
      if (second == 0x80 && (0xAA...0xAE).contains(third))
        || (second == 0x81 && (0xA6...0xA9).contains(third))
      {
        return Span(index, index + 3)
      }
    }
    return nil
  }
}
