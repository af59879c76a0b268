import WritDiagnostics

extension TokenParser {
  // MARK: - Paths

  /// An operand with what hangs on it: `.name`, `["key"]`, `(arguments)`.
  mutating func postfix() throws(Unparsable) -> ExpressionSyntax {
    let start = span.start
    var left = try primary()
    // The dotted name so far, which a `(` makes a call: `shop.active(u)`.
    var path: Name?
    if case .name(let text) = left.kind, left.span.end - start == text.utf8.count {
      path = Name(text, left.span)
    }
    while true {
      if kind == .dot {
        advance()
        let name = try anyName("a name after `.`")
        left = try grow(.member(left, name), span(from: start))
        path = path.map { Name("\($0.text).\(name.text)", $0.span.joined(name.span)) }
      } else if kind == .leftBracket {
        mark(.tight)
        advance()
        let key = try expression()
        try expect(.rightBracket, "`]` after the key")
        left = try grow(.subscript_(left, key: key), span(from: start))
        path = nil
      } else if kind == .leftParenthesis, let name = path {
        left = try call(name)
        path = nil
      } else {
        return left
      }
    }
  }

  /// An operand alone.
  mutating func primary() throws(Unparsable) -> ExpressionSyntax {
    let start = span.start
    switch kind {
    case .integer, .decimal, .percent, .quantity, .time: return number()
    case .text:
      let token = advance()
      return try grow(.text(textParts(token)), token.span)
    case .regex:
      let token = advance()
      return make(regex(token), from: start)
    case .leftParenthesis:
      advance()
      let inner = try expression()
      try expect(.rightParenthesis, "`)`")
      return ExpressionSyntax(inner.kind, span(from: start))
    case .leftBracket:
      advance()
      let items = try items(until: .rightBracket) { parser throws(Unparsable) in
        try parser.expression()
      }
      return try grow(.list(items), span(from: start))
    case .leftBrace:
      if block != .test {
        report(
          SyntaxDiagnostics.testOnly(
            place(span), "a record", help: "compare its fields one by one"))
      }
      return try record()
    case .word: return try wordOperand()
    default: throw expectedOperand()
    }
  }

  private mutating func wordOperand() throws(Unparsable) -> ExpressionSyntax {
    let start = span.start
    switch word {
    case "true", "false":
      let token = advance()
      return ExpressionSyntax(.bool(source.text(token.span) == "true"), token.span)
    case "null":
      if block != .test {
        report(
          SyntaxDiagnostics.testOnly(place(span), "`null`", help: "ask `x is missing`"))
      }
      advance()
      return make(.null, from: start)
    default:
      if Vocabulary.operators.contains(word) || looksLikeClause(isDeep: open.last != .leftBrace)
        || isInnerDeclaration || (block == nil && beginsTopLevel)
      {
        throw expectedOperand()
      }
      let token = advance()
      return ExpressionSyntax(.name(source.text(token.span)), token.span)
    }
  }

  /// Where an operand is missing at the end of a `let`, the next declaration is not the operand.
  private var beginsTopLevel: Bool {
    guard looksLikeDeclaration else { return false }
    switch word {
    case "let": return kind(2) == .assign
    case "import", "module": return kind(1) == .word
    default: return false
    }
  }

  private mutating func expectedOperand() -> Unparsable {
    report(SyntaxDiagnostics.expectedExpression(place(span), found: found))
    return Unparsable()
  }

  /// What stands between brackets, separated by commas; a last comma is fine.
  mutating func items<T>(
    until closer: Token.Kind, _ item: (inout TokenParser) throws(Unparsable) -> T
  ) throws(Unparsable) -> [T] {
    var items: [T] = []
    while kind != closer {
      items.append(try item(&self))
      if kind == closer { break }
      if take(.comma) { continue }
      let mistake = unexpected("`,` or \(closer.rawValue)")
      // A comma forgotten between items hides no other mistake.
      guard beginsItem else { throw mistake }
    }
    advance()
    return items
  }

  private var beginsItem: Bool {
    switch kind {
    case .text, .leftBrace, .integer, .decimal, .percent, .quantity, .time: true
    case .word: kind(1) == .colon
    default: false
    }
  }

  private mutating func record() throws(Unparsable) -> ExpressionSyntax {
    try enter()
    defer { leave() }
    let start = span.start
    advance()
    let fields = try items(until: .rightBrace) { parser throws(Unparsable) in
      let name: Name
      if parser.kind == .text {
        let text = parser.plainText()
        name = Name(text.value, text.span)
      } else {
        name = try parser.anyName("a field's name")
      }
      try parser.expect(.colon)
      return ExpressionSyntax.RecordField(name: name, value: try parser.expression())
    }
    return try grow(.record(fields), span(from: start))
  }

  // MARK: - Calls and comprehensions

  private mutating func call(_ name: Name) throws(Unparsable) -> ExpressionSyntax {
    mark(.tight)
    advance()
    if Vocabulary.walkers.contains(name.text), kind == .word, word(1) == "in" {
      return try walk(name)
    }
    var arguments: [ExpressionSyntax] = []
    while kind != .rightParenthesis {
      arguments.append(try expression())
      if Vocabulary.comprehensions.contains(name.text), isWord("for") || isWord("where") {
        return try aggregate(name, arguments)
      }
      if kind == .rightParenthesis { break }
      guard take(.comma) else { throw unexpected("`,` or `)`") }
    }
    advance()
    return try grow(.call(name, arguments), span(from: name.span.start))
  }

  /// `exists(e in SOURCE where c)`, `every(e in SOURCE where c : d)`, `first(e in SOURCE by x)`
  private mutating func walk(_ name: Name) throws(Unparsable) -> ExpressionSyntax {
    var parts = ExpressionSyntax.Comprehension(function: name)
    try source(&parts)
    if takeWord("by") { parts.by = try expression() }
    if kind == .colon { mark(.bodyColon) }
    if take(.colon) {
      parts.body = try expression()
    } else if name.text == "every" {
      throw unexpected("`:` and what must hold for every one")
    }
    try expect(.rightParenthesis, "`)` to close `\(name.text)`")
    return try grow(.comprehension(parts), span(from: name.span.start))
  }

  /// What follows the value: `for e in SOURCE where c`, or `where c` over a group's rows.
  private mutating func aggregate(
    _ name: Name, _ arguments: [ExpressionSyntax]
  ) throws(Unparsable) -> ExpressionSyntax {
    var parts = ExpressionSyntax.Comprehension(function: name)
    let expected = name.text == "quantile" ? 2 : 1
    guard arguments.count == expected else {
      throw unexpected(
        expected == 2
          ? "a level, a value and `for` in `quantile`" : "one value before `for` in `\(name.text)`")
    }
    parts.level = expected == 2 ? arguments.first : nil
    parts.value = arguments.last
    if takeWord("for") {
      try source(&parts)
    } else if takeWord("where") {
      parts.condition = try expression()
    }
    try expect(.rightParenthesis, "`)` to close `\(name.text)`")
    return try grow(.comprehension(parts), span(from: name.span.start))
  }

  /// `e in SOURCE where c`
  private mutating func source(
    _ parts: inout ExpressionSyntax.Comprehension
  ) throws(Unparsable) {
    parts.variable = try newName("variable")
    try expectWord("in")
    parts.source = try binary(.coalesce)
    if takeWord("where") { parts.condition = try expression() }
  }
}
