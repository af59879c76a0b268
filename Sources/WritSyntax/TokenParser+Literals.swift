import WritDiagnostics
import WritValues

extension TokenParser {
  // MARK: - Numbers and times

  /// The number, quantity or time at the current token.
  mutating func number() -> ExpressionSyntax {
    let token = tokens[index]
    let text = source.text(token.span)
    let value: ExpressionSyntax.Kind?
    switch token.kind {
    case .integer: value = integer(text, radix: 10)
    case .decimal: value = decimal(text).map(ExpressionSyntax.Kind.decimal)
    case .percent: value = percent(text)
    case .quantity: value = quantity(text)
    default: value = time(text)
    }
    advance()
    return ExpressionSyntax(value ?? .error, token.span)
  }

  private mutating func integer(_ text: String, radix: Int) -> ExpressionSyntax.Kind? {
    // A leading zero means octal to some readers and nothing to others.
    if radix == 10, text.utf8.count > 1, text.hasPrefix("0") {
      report(SyntaxDiagnostics.badNumber(place(span)))
      return nil
    }
    guard let value = Int64(text, radix: radix) else {
      report(SyntaxDiagnostics.numberTooLarge(place(span)))
      return nil
    }
    return .int(value)
  }

  private mutating func decimal(_ text: String) -> Decimal? {
    let parts = text.split(separator: ".")
    if let whole = parts.first, whole.utf8.count > 1, whole.hasPrefix("0") {
      report(SyntaxDiagnostics.badNumber(place(span)))
      return nil
    }
    let fraction = parts.count > 1 ? parts[1] : ""
    guard fraction.utf8.count <= 6, let value = Decimal(parsing: text) else {
      report(SyntaxDiagnostics.numberTooLarge(place(span)))
      return nil
    }
    return value
  }

  private mutating func percent(_ text: String) -> ExpressionSyntax.Kind? {
    guard let value = decimal(String(text.dropLast())) else { return nil }
    guard value.millionths % 100 == 0 else {
      report(SyntaxDiagnostics.numberTooLarge(place(span)))
      return nil
    }
    return .percent(Decimal(millionths: value.millionths / 100))
  }

  private mutating func quantity(_ text: String) -> ExpressionSyntax.Kind? {
    if text.hasPrefix("0o"), text.utf8.count > 2,
      text.utf8.dropFirst(2).allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "7") })
    {
      return integer(String(text.dropFirst(2)), radix: 8)
    }
    switch DurationFormat.parse(text) {
    case .duration(let microseconds): return .duration(microseconds)
    case .months(let months): return .months(months)
    case nil: break
    }
    if let bytes = ByteFormat.parse(text) { return .bytes(bytes) }
    // A long number with a right unit is too large; anything else is no number.
    let unit = text.drop { $0.isNumber }
    let isUnit = DurationFormat.parse("1\(unit)") != nil || ByteFormat.parse("1\(unit)") != nil
    report(
      isUnit
        ? SyntaxDiagnostics.numberTooLarge(place(span)) : SyntaxDiagnostics.badNumber(place(span)))
    return nil
  }

  private mutating func time(_ text: String) -> ExpressionSyntax.Kind? {
    guard let value = Timestamp(parsing: text) else {
      report(SyntaxDiagnostics.badTime(place(span)))
      return nil
    }
    return .time(value)
  }

  // MARK: - Texts

  /// The text at the current token, which must hold no expression.
  mutating func plainText() -> TextLiteral {
    let token = tokens[index]
    let start = index
    var value = ""
    for part in textParts(token) {
      switch part {
      case .literal(let text): value += text
      case .interpolation(let expression):
        if start == index {
          diagnostics.append(SyntaxDiagnostics.plainText(place(expression.span)))
        }
      }
    }
    advance()
    return TextLiteral(value, token.span)
  }

  mutating func expectText(_ what: String) throws(Unparsable) -> TextLiteral {
    guard kind == .text else { throw unexpected(what) }
    return plainText()
  }

  /// `"a", "b"`
  mutating func textList(_ what: String) throws(Unparsable) -> [TextLiteral] {
    var texts = [try expectText(what)]
    while take(.comma) { texts.append(try expectText(what)) }
    return texts
  }

  /// The pattern and flags as written.
  func regex(_ token: Token) -> ExpressionSyntax.Kind {
    let text = source.bytes[token.span.start..<token.span.end]
    guard !token.isReported, let slash = text.lastIndex(of: UInt8(ascii: "/")) else {
      return .error
    }
    let pattern = String(
      decoding: text[(token.span.start + 1)..<max(slash, token.span.start + 1)], as: UTF8.self)
    let flags = String(decoding: text[(slash + 1)...], as: UTF8.self)
    return .regex(pattern: pattern, flags: flags)
  }

  /// The parts of a text: escapes resolved, each `{…}` read as an expression.
  mutating func textParts(_ token: Token) -> [ExpressionSyntax.TextPart] {
    let bytes = source.bytes
    let end = max(token.span.start + 1, token.isReported ? token.span.end : token.span.end - 1)
    var position = token.span.start + 1
    var parts: [ExpressionSyntax.TextPart] = []
    var literal: [UInt8] = []

    func flush(_ literal: inout [UInt8], _ parts: inout [ExpressionSyntax.TextPart]) {
      if !literal.isEmpty { parts.append(.literal(String(decoding: literal, as: UTF8.self))) }
      literal = []
    }

    while position < end {
      let byte = bytes[position]
      let next = position + 1 < end ? bytes[position + 1] : 0
      switch byte {
      case UInt8(ascii: "\\"):
        position = escape(at: position, end, into: &literal)
      case UInt8(ascii: "{") where next == byte, UInt8(ascii: "}") where next == byte:
        literal.append(byte)
        position += 2
      case UInt8(ascii: "}"):
        let span = Span(position, position + 1)
        diagnostics.append(SyntaxDiagnostics.strayBrace(place(span), inText: true))
        position += 1
      case UInt8(ascii: "{"):
        guard let close = bytes[position..<end].firstIndex(of: UInt8(ascii: "}")) else {
          // In a text that is not closed the brace is no second mistake.
          if !token.isReported {
            let span = Span(position, position + 1)
            diagnostics.append(SyntaxDiagnostics.unclosedInterpolation(place(span)))
          }
          position = end
          break
        }
        flush(&literal, &parts)
        parts.append(.interpolation(interpolation(position + 1..<close)))
        position = close + 1
      default:
        literal.append(byte)
        position += 1
      }
    }
    flush(&literal, &parts)
    return parts
  }

  private mutating func interpolation(_ range: Range<Int>) -> ExpressionSyntax {
    let (tokens, lexical) = Lexer.tokenize(source, in: range)
    var inner = TokenParser(source, tokens)
    inner.nesting = nesting
    inner.endName = "`}`"
    let result = inner.wholeExpression()
    diagnostics += lexical + inner.diagnostics
    return result
  }

  /// Resolves the escape at `start` and says where it ends.
  private mutating func escape(at start: Int, _ end: Int, into literal: inout [UInt8]) -> Int {
    let bytes = source.bytes
    let letter = start + 1 < end ? bytes[start + 1] : 0
    switch letter {
    case UInt8(ascii: "n"): literal.append(0x0A)
    case UInt8(ascii: "t"): literal.append(0x09)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): literal.append(letter)
    case UInt8(ascii: "u") where start + 2 < end && bytes[start + 2] == UInt8(ascii: "{"):
      guard let close = bytes[start..<end].firstIndex(of: UInt8(ascii: "}")) else { break }
      let digits = String(decoding: bytes[(start + 3)..<close], as: UTF8.self)
      if (1...6).contains(digits.utf8.count), !digits.hasPrefix("+"), !digits.hasPrefix("-"),
        let code = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(code)
      {
        literal += Array(String(scalar).utf8)
      } else {
        diagnostics.append(SyntaxDiagnostics.badEscape(place(Span(start, close + 1))))
      }
      return close + 1
    default: break
    }
    if ![UInt8(ascii: "n"), UInt8(ascii: "t"), UInt8(ascii: "\""), UInt8(ascii: "\\")].contains(
      letter)
    {
      // The span holds whole characters.
      var stop = min(start + 2, end)
      while stop < end, bytes[stop] & 0xC0 == 0x80 { stop += 1 }
      diagnostics.append(SyntaxDiagnostics.badEscape(place(Span(start, stop))))
      return stop
    }
    return start + 2
  }
}
