package import WritDiagnostics

/// Cuts bytes into tokens; every byte belongs to one token's trivia or text, whatever they are.
package struct Lexer {
  private let source: SourceText
  private let end: Int
  private var position: Int
  private var tokens: [Token] = []
  private var diagnostics: [Diagnostic] = []
  /// `pattern` introduces a regex in a detector only; elsewhere it is a name like others.
  private var braceDepth = 0
  private var isInDetector = false

  private init(_ source: SourceText, _ range: Range<Int>) {
    self.source = source
    position = range.lowerBound
    end = range.upperBound
  }

  /// The tokens of a range, the last an `.endOfFile` that holds what is left, and what is wrong.
  package static func tokenize(
    _ source: SourceText, in range: Range<Int>? = nil
  ) -> (tokens: [Token], diagnostics: [Diagnostic]) {
    var lexer = Lexer(source, range ?? 0..<source.bytes.count)
    lexer.run()
    return (lexer.tokens, lexer.diagnostics)
  }

  private mutating func run() {
    var triviaStart = position
    // A byte order mark at the very start is blank.
    if position == 0, byte(0) == 0xEF, byte(1) == 0xBB, byte(2) == 0xBF { position = 3 }
    while true {
      skipTrivia()
      let start = position
      guard start < end else {
        tokens.append(Token(kind: .endOfFile, triviaStart: triviaStart, span: Span(start, start)))
        return
      }
      let before = diagnostics.count
      let kind = scan()
      // A scan that does not move would never end.
      if position == start { position += 1 }
      tokens.append(
        Token(
          kind: kind, triviaStart: triviaStart, span: Span(start, position),
          isReported: kind == .unknown || diagnostics.count > before))
      if kind == .leftBrace { braceDepth += 1 }
      if kind == .rightBrace {
        braceDepth = max(0, braceDepth - 1)
        if braceDepth == 0 { isInDetector = false }
      }
      if kind == .word, braceDepth == 0 { isInDetector = text(start) == "detector" || isInDetector }
      triviaStart = position
    }
  }

  /// The byte `offset` after the position, 0 past the end.
  private func byte(_ offset: Int) -> UInt8 {
    let place = position + offset
    return place >= 0 && place < end ? source.bytes[place] : 0
  }

  private func text(_ start: Int) -> String { source.text(Span(start, position)) }

  private mutating func skipTrivia() {
    while position < end {
      switch byte(0) {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "/"):
        while position < end, byte(0) != 0x0A { position += 1 }
      default: return
      }
    }
  }

  private mutating func scan() -> Token.Kind {
    let first = byte(0)
    if first.isDigit { return scanNumber() }
    if first.isWordStart {
      while byte(0).isWordPart, position < end { position += 1 }
      return .word
    }
    switch first {
    case UInt8(ascii: "\""): return scanText()
    case UInt8(ascii: "/") where expectsRegex: return scanRegex()
    case UInt8(ascii: "{"): return take(1, .leftBrace)
    case UInt8(ascii: "}"): return take(1, .rightBrace)
    case UInt8(ascii: "("): return take(1, .leftParenthesis)
    case UInt8(ascii: ")"): return take(1, .rightParenthesis)
    case UInt8(ascii: "["): return take(1, .leftBracket)
    case UInt8(ascii: "]"): return take(1, .rightBracket)
    case UInt8(ascii: ","): return take(1, .comma)
    case UInt8(ascii: ":"): return take(1, .colon)
    case UInt8(ascii: "."): return either(UInt8(ascii: "."), .dotDot, .dot)
    case UInt8(ascii: "="): return either(UInt8(ascii: "="), .equal, .assign)
    case UInt8(ascii: "<"): return either(UInt8(ascii: "="), .lessOrEqual, .less)
    case UInt8(ascii: ">"): return either(UInt8(ascii: "="), .greaterOrEqual, .greater)
    case UInt8(ascii: "?"): return either(UInt8(ascii: "?"), .coalesce, .question)
    case UInt8(ascii: "!") where byte(1) == UInt8(ascii: "="): return take(2, .notEqual)
    case UInt8(ascii: "|") where byte(1) != UInt8(ascii: "|"): return take(1, .bar)
    case UInt8(ascii: "+"): return take(1, .plus)
    case UInt8(ascii: "-"): return take(1, .minus)
    case UInt8(ascii: "*"): return take(1, .star)
    case UInt8(ascii: "/"): return take(1, .slash)
    case UInt8(ascii: "%"): return take(1, .percentSign)
    case UInt8(ascii: "@"): return take(1, .at)
    default: return scanUnknown()
    }
  }

  private mutating func take(_ count: Int, _ kind: Token.Kind) -> Token.Kind {
    position += count
    return kind
  }

  private mutating func either(
    _ second: UInt8, _ double: Token.Kind, _ single: Token.Kind
  ) -> Token.Kind {
    byte(1) == second ? take(2, double) : take(1, single)
  }

  // MARK: - Numbers and times

  private mutating func scanNumber() -> Token.Kind {
    if let length = timeLength() { return take(length, .time) }
    skipDigits()
    var kind = Token.Kind.integer
    if byte(0) == UInt8(ascii: "."), byte(1).isDigit {
      position += 1
      skipDigits()
      kind = .decimal
    }
    if byte(0) == UInt8(ascii: "%") { return take(1, .percent) }
    guard byte(0).isWordStart else { return kind }
    // `0o640` is a number too; the parser reads what the letters mean.
    while byte(0).isWordPart { position += 1 }
    return .quantity
  }

  private mutating func skipDigits() {
    while byte(0).isDigit { position += 1 }
  }

  /// `2026-01-31` with what follows of `T10:00:00.5+02:00`; nil when it is no date.
  private func timeLength() -> Int? {
    for (offset, isDash) in [
      false, false, false, false, true, false, false, true, false, false,
    ].enumerated()
    where isDash ? byte(offset) != UInt8(ascii: "-") : !byte(offset).isDigit { return nil }
    var length = 10
    if byte(length).isDigit { return nil }
    guard byte(length) | 0x20 == UInt8(ascii: "t"), byte(length + 1).isDigit else { return length }
    length += 1
    while byte(length).isDigit || byte(length) == UInt8(ascii: ":")
      || (byte(length) == UInt8(ascii: ".") && byte(length + 1).isDigit)
    {
      length += 1
    }
    let sign = byte(length)
    if sign | 0x20 == UInt8(ascii: "z") { return length + 1 }
    if sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), byte(length + 1).isDigit {
      length += 1
      while byte(length).isDigit || byte(length) == UInt8(ascii: ":") { length += 1 }
    }
    return length
  }

  // MARK: - Texts and patterns

  private mutating func scanText() -> Token.Kind {
    let start = position
    position += 1
    while position < end {
      switch byte(0) {
      case UInt8(ascii: "\""):
        position += 1
        return .text
      case 0x0A, 0x0D: return unclosedText(start)
      case UInt8(ascii: "\\") where position + 1 < end && byte(1) != 0x0A && byte(1) != 0x0D:
        position += 2
      default: position += 1
      }
    }
    return unclosedText(start)
  }

  private mutating func unclosedText(_ start: Int) -> Token.Kind {
    diagnostics.append(SyntaxDiagnostics.unclosedString(Place(source, Span(start, position))))
    return .text
  }

  /// A `/` begins a pattern after `matches`, and after a detector's `pattern`; else it divides.
  private var expectsRegex: Bool {
    guard let last = tokens.last, last.kind == .word else { return false }
    if let before = tokens.dropLast().last, before.kind == .dot { return false }
    switch source.text(last.span) {
    case "matches": return true
    case "pattern": return isInDetector
    default: return false
    }
  }

  private mutating func scanRegex() -> Token.Kind {
    let start = position
    position += 1
    while position < end, byte(0) != 0x0A, byte(0) != 0x0D {
      switch byte(0) {
      case UInt8(ascii: "/"):
        position += 1
        while byte(0).isWordPart { position += 1 }
        return .regex
      case UInt8(ascii: "\\") where position + 1 < end && byte(1) != 0x0A && byte(1) != 0x0D:
        position += 2
      default: position += 1
      }
    }
    diagnostics.append(SyntaxDiagnostics.unclosedRegex(Place(source, Span(start, position))))
    return .regex
  }

  // MARK: - What begins no token

  private mutating func scanUnknown() -> Token.Kind {
    let start = position
    let first = byte(0)
    if first == UInt8(ascii: "'") {
      skipSingleQuoted()
    } else if first < 0x80 {
      // `&&`, `||` and their like are one mistake.
      position += 1
      if first == UInt8(ascii: "&") || first == UInt8(ascii: "|"), byte(0) == first {
        position += 1
      }
    } else {
      while byte(0) >= 0x80 { position += 1 }
    }
    let span = Span(start, position)
    // Control bytes and broken encoding are told once for the whole file.
    let isEncoding =
      SourceCheck.isControl(first)
      || String(validating: source.bytes[start..<position], as: UTF8.self) == nil
    if !isEncoding {
      diagnostics.append(
        SyntaxDiagnostics.unexpectedCharacter(Place(source, span), source.text(span)))
    }
    return .unknown
  }

  private mutating func skipSingleQuoted() {
    var ahead = 1
    while position + ahead < end, byte(ahead) != 0x0A, byte(ahead) != 0x0D {
      if byte(ahead) == UInt8(ascii: "'") {
        position += ahead + 1
        return
      }
      ahead += 1
    }
    position += 1
  }
}

extension UInt8 {
  var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }

  fileprivate var isWordStart: Bool {
    let lower = self | 0x20
    return (lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z")) || self == UInt8(ascii: "_")
  }

  fileprivate var isWordPart: Bool { isWordStart || isDigit }
}
