extension ValueEncoding {
  /// Appends a new value as it is to be written where the old one stood.
  ///
  /// - Parameter isPiece: quotes can't be put around it.
  func encode(
    _ new: [UInt8], replacing old: UnsafeBufferPointer<UInt8>, isPiece: Bool, blockIndent: Int,
    into output: inout [UInt8]
  ) {
    switch self {
    case .plain: output += new
    case .jsonString: Self.appendJSON(new, to: &output)
    case .jsonNumber:
      if JSONNumber.isValid(new) {
        output += new
      } else {
        output.append(ASCII.quote)
        Self.appendJSON(new, to: &output)
        output.append(ASCII.quote)
      }
    case .csvQuoted: Self.append(new, to: &output) { $0 == ASCII.quote ? "\"\"" : nil }
    case .csvBare(let delimiter, let isOnly):
      Self.appendCell(new, delimiter, isOnly: isOnly, isPiece: isPiece, to: &output)
    case .xmlText: Self.appendMarkup(new, quote: nil, to: &output)
    case .xmlAttribute(let quote): Self.appendMarkup(new, quote: quote, to: &output)
    case .htmlBareAttribute: Self.appendBareAttribute(new, to: &output)
    case .cdata: Self.append(new, splitting: "]]>", as: "]]]]><![CDATA[>", to: &output)
    case .xmlComment:
      Self.append(new, splitting: "--", as: "- -", to: &output)
      if output.last == ASCII.minus { output.append(ASCII.space) }
    case .htmlComment:
      Self.append(new, splitting: "-->", as: "-- >", to: &output)
      if output.last == ASCII.minus { output.append(ASCII.space) }
    case .instruction: Self.append(new, splitting: "?>", as: "? >", to: &output)
    case .declaration:
      output += new.map { "<>\"'[]".utf8.contains($0) ? UInt8(ascii: "_") : $0 }
    case .attributeName:
      output += new.map {
        ASCII.isLetter($0) || ASCII.isDigit($0) || $0 >= 0x80 || $0 == ASCII.minus
          ? $0 : UInt8(ascii: "_")
      }
    case .script: Self.append(new, splitting: "</", as: "<\\/", to: &output)
    case .yamlDouble: Self.appendYAMLDouble(new, to: &output)
    case .yamlSingle:
      Self.appendYAMLSingle(new, blockIndent: blockIndent, to: &output)
    case .yamlPlain(let isFlow):
      Self.appendYAMLPlain(new, replacing: old, isFlow: isFlow, isPiece: isPiece, to: &output)
    case .yamlBlock:
      for (index, byte) in new.enumerated() {
        // A space in front would be taken for indent.
        output.append(index == 0 && ASCII.isBlank(byte) ? UInt8(ascii: "_") : byte)
        if byte == ASCII.lineFeed {
          output += [UInt8](repeating: ASCII.space, count: blockIndent)
        }
      }
    case .yamlComment:
      output += new.map { $0 == ASCII.lineFeed || $0 == ASCII.carriageReturn ? ASCII.space : $0 }
    }
  }

  private static func append(
    _ new: [UInt8], to output: inout [UInt8], escaping: (UInt8) -> StaticString?
  ) {
    for byte in new {
      if let escape = escaping(byte) {
        output.append(
          contentsOf: UnsafeBufferPointer(
            start: escape.utf8Start, count: escape.utf8CodeUnitCount))
      } else {
        output.append(byte)
      }
    }
  }

  /// Appends with each occurrence of a word written so that it does not end the construct.
  private static func append(
    _ new: [UInt8], splitting word: StaticString, as other: StaticString,
    to output: inout [UInt8]
  ) {
    new.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        if bytes.has(word, at: index) {
          output.append(
            contentsOf: UnsafeBufferPointer(
              start: other.utf8Start, count: other.utf8CodeUnitCount))
          // What ends one may begin the next: `---`.
          let last = word.utf8Start[word.utf8CodeUnitCount &- 1]
          let overlaps = last == word.utf8Start[0] && word.utf8CodeUnitCount == 2
          if overlaps { output.removeLast() }
          index &+= word.utf8CodeUnitCount &- (overlaps ? 1 : 0)
        } else {
          output.append(bytes[index])
          index &+= 1
        }
      }
    }
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? 0x30 &+ value : 0x61 &+ value &- 10
  }

  private static func appendJSON(_ new: [UInt8], to output: inout [UInt8]) {
    for byte in new {
      switch byte {
      case ASCII.quote, ASCII.backslash: output += [ASCII.backslash, byte]
      case ASCII.lineFeed: output += [ASCII.backslash, UInt8(ascii: "n")]
      case ASCII.carriageReturn: output += [ASCII.backslash, UInt8(ascii: "r")]
      case ASCII.tab: output += [ASCII.backslash, UInt8(ascii: "t")]
      case 0..<0x20:
        output += "\\u00".utf8
        output += [hexDigit(byte >> 4), hexDigit(byte & 15)]
      default: output.append(byte)
      }
    }
  }

  private static func appendCell(
    _ new: [UInt8], _ delimiter: UInt8, isOnly: Bool, isPiece: Bool, to output: inout [UInt8]
  ) {
    func isSpecial(_ byte: UInt8) -> Bool {
      byte == delimiter || byte == ASCII.quote || byte == ASCII.lineFeed
        || byte == ASCII.carriageReturn
    }
    guard new.contains(where: isSpecial) || new.isEmpty && isOnly else {
      output += new
      return
    }
    guard !isPiece else {
      output += new.map { isSpecial($0) ? UInt8(ascii: "_") : $0 }
      return
    }
    output.append(ASCII.quote)
    append(new, to: &output) { $0 == ASCII.quote ? "\"\"" : nil }
    output.append(ASCII.quote)
  }

  /// A reference to an entity that is not known stays one: it was not resolved in reading.
  private static func appendMarkup(_ new: [UInt8], quote: UInt8?, to output: inout [UInt8]) {
    new.withUnsafeBufferPointer { bytes in
      for (index, byte) in bytes.enumerated() {
        switch byte {
        case ASCII.ampersand where !Entities.isUnknownReference(bytes, index):
          output += "&amp;".utf8
        case ASCII.less: output += "&lt;".utf8
        case ASCII.greater: output += "&gt;".utf8
        case ASCII.quote where byte == quote: output += "&quot;".utf8
        case ASCII.apostrophe where byte == quote: output += "&#39;".utf8
        case ASCII.lineFeed where quote != nil: output += "&#10;".utf8
        default: output.append(byte)
        }
      }
    }
  }

  private static func appendBareAttribute(_ new: [UInt8], to output: inout [UInt8]) {
    // An attribute without quotes can't be empty.
    if new.isEmpty { output += "\"\"".utf8 }
    new.withUnsafeBufferPointer { bytes in
      for (index, byte) in bytes.enumerated() {
        let isSpecial = ASCII.isSpace(byte) || "\"'`=<>\u{0C}".utf8.contains(byte)
        if isSpecial || byte == ASCII.ampersand && !Entities.isUnknownReference(bytes, index) {
          output += "&#\(byte);".utf8
        } else {
          output.append(byte)
        }
      }
    }
    // `/>` would end the element.
    if output.last == ASCII.slash {
      output.removeLast()
      output += "&#47;".utf8
    }
  }

  // MARK: YAML

  private static func appendYAMLDouble(_ new: [UInt8], to output: inout [UInt8]) {
    for byte in new {
      switch byte {
      case ASCII.quote, ASCII.backslash: output += [ASCII.backslash, byte]
      case ASCII.lineFeed: output += "\\n".utf8
      case ASCII.carriageReturn: output += "\\r".utf8
      case ASCII.tab: output += "\\t".utf8
      case 0..<0x20, 0x7F:
        output += "\\x".utf8
        output += [hexDigit(byte >> 4), hexDigit(byte & 15)]
      default: output.append(byte)
      }
    }
  }

  /// Without escapes: a line break is an empty line, other control bytes can't be written.
  private static func appendYAMLSingle(
    _ new: [UInt8], blockIndent: Int, to output: inout [UInt8]
  ) {
    for byte in new {
      switch byte {
      case ASCII.apostrophe: output += "''".utf8
      case ASCII.lineFeed:
        output += "\n\n".utf8
        output += [UInt8](repeating: ASCII.space, count: blockIndent)
      case ASCII.tab: output.append(byte)
      case 0..<0x20, 0x7F: output.append(UInt8(ascii: "_"))
      default: output.append(byte)
      }
    }
  }

  private static func appendYAMLPlain(
    _ new: [UInt8], replacing old: UnsafeBufferPointer<UInt8>, isFlow: Bool, isPiece: Bool,
    to output: inout [UInt8]
  ) {
    if isPiece {
      output += new.map { $0 < 0x20 || ":#,[]{}".utf8.contains($0) ? UInt8(ascii: "_") : $0 }
    } else if YAMLScalar.isPlain(new, replacing: old) {
      output += new
    } else {
      output.append(ASCII.quote)
      appendYAMLDouble(new, to: &output)
      output.append(ASCII.quote)
    }
  }
}

/// Whether bytes are a number as JSON writes it (RFC 8259 section 6).
enum JSONNumber {
  static func isValid(_ bytes: [UInt8]) -> Bool {
    var index = 0
    func byte() -> UInt8 { index < bytes.count ? bytes[index] : 0 }
    func digits() -> Bool {
      let start = index
      while ASCII.isDigit(byte()) { index &+= 1 }
      return index > start
    }
    if byte() == ASCII.minus { index &+= 1 }
    if byte() == 0x30 { index &+= 1 } else if !digits() { return false }
    if byte() == UInt8(ascii: ".") {
      index &+= 1
      if !digits() { return false }
    }
    if byte() | 0x20 == UInt8(ascii: "e") {
      index &+= 1
      if byte() == UInt8(ascii: "+") || byte() == ASCII.minus { index &+= 1 }
      if !digits() { return false }
    }
    return index == bytes.count
  }
}

/// What a scalar of YAML may look like without quotes.
enum YAMLScalar {
  /// Whether a new value can stand without quotes where the old one did, and is of the same kind.
  static func isPlain(_ new: [UInt8], replacing old: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = new.first, let last = new.last else { return false }
    let isFirst = ASCII.isLetter(first) || ASCII.isDigit(first) || "/_.+(".utf8.contains(first)
    guard isFirst, last != ASCII.space, last != ASCII.colon else { return false }
    var before: UInt8 = 0
    for byte in new {
      let isSafe =
        ASCII.isLetter(byte) || ASCII.isDigit(byte) || byte >= 0xC2
        || byte & 0xC0 == 0x80 || "/_.+()-@*=;$%^~ ".utf8.contains(byte)
        || byte == ASCII.colon
      guard isSafe else { return false }
      if before == ASCII.colon, byte == ASCII.space { return false }
      before = byte
    }
    return !isTyped(new) || isTyped(Array(old))
  }

  /// Whether a reader may take it for something else than text: a number, a date, a truth value.
  private static func isTyped(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first else { return true }
    if ASCII.isDigit(first) || "+-.".utf8.contains(first) { return true }
    let word = bytes.count <= 5 ? bytes.map(ASCII.lowercased) : []
    return ["true", "false", "null", "yes", "no", "on", "off", "y", "n", "~", "nan"].contains {
      Array($0.utf8) == word
    }
  }
}
