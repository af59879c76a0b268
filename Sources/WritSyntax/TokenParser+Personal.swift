import WritDiagnostics

extension TokenParser {
  // MARK: - Detectors

  mutating func detectorClause(_ word: String) throws(Unparsable) -> DetectorSyntax.Clause {
    advance()
    switch word {
    case "category": return .category(try dottedName("a category of personal data"))
    case "region": return .region(try names("`world` or a country's two letters"))
    case "pattern":
      guard kind == .regex else {
        throw unexpected("the pattern between slashes", help: ["write `pattern /…/`"])
      }
      let token = advance()
      guard case .regex(let pattern, let flags) = regex(token) else { throw Unparsable() }
      return .pattern(source: pattern, flags: flags, span: token.span)
    case "recognize": return .recognize(try anyName("a reader such as `person_names`"))
    case "validate": return .validate(try operations("a validator such as `luhn`"))
    case "exclude": return .exclude(try names("a detector or a reading such as `epoch`"))
    case "near":
      let words = try bracketedTexts("a word in quotes")
      try expectWord("within")
      return .near(words, within: try primary())
    case "named": return .named(try bracketedTexts("a name in quotes"))
    case "confidence": return .confidence(try confidences())
    case "example": return .example(try textList("an example in quotes"))
    default: return .counter(try textList("a counter-example in quotes"))
    }
  }

  private mutating func names(_ what: String) throws(Unparsable) -> [Name] {
    var names = [try anyName(what)]
    while take(.comma) { names.append(try anyName(what)) }
    return names
  }

  private mutating func bracketedTexts(_ what: String) throws(Unparsable) -> [TextLiteral] {
    try expect(.leftBracket, "`[` and \(what)")
    return try items(until: .rightBracket) { parser throws(Unparsable) in
      try parser.expectText(what)
    }
  }

  /// `0.5, near 0.95, named 0.95`
  private mutating func confidences() throws(Unparsable) -> [(Name?, ExpressionSyntax)] {
    var values: [(Name?, ExpressionSyntax)] = []
    repeat {
      let word = kind == .word ? try anyName("`near` or `named`") : nil
      guard [.integer, .decimal, .percent].contains(kind) else {
        throw unexpected("a probability such as `0.95`")
      }
      values.append((word, number()))
    } while take(.comma)
    return values
  }

  // MARK: - Masks

  /// `financial.card partial(last: 4)`, `government.* redact`, `otherwise keep`
  mutating func maskLine() throws(Unparsable) -> MaskSyntax.Line {
    let start = span.start
    guard kind == .word else { throw unexpected("a category, `otherwise` or `}`") }
    let isOtherwise = word == "otherwise" && kind(1) != .dot
    let category = try dottedName("a category of personal data")
    var isSubtree = false
    if kind == .dot {
      advance()
      try expect(.star, "a part of the category or `*`")
      isSubtree = true
    }
    let operation = try operation("an operator such as `redact`")
    return MaskSyntax.Line(
      category: isOtherwise ? nil : category, isSubtree: isSubtree, operation: operation,
      span: span(from: start))
  }

  // MARK: - Calls

  private mutating func operations(_ what: String) throws(Unparsable) -> [OperationSyntax] {
    var all = [try operation(what)]
    while take(.comma) { all.append(try operation(what)) }
    return all
  }

  /// `luhn`, `length(13, 19)`, `partial(last: 4)`
  private mutating func operation(_ what: String) throws(Unparsable) -> OperationSyntax {
    let name = try anyName(what)
    guard kind == .leftParenthesis else {
      return OperationSyntax(name: name, arguments: [], span: name.span)
    }
    mark(.tight)
    advance()
    let arguments = try items(until: .rightParenthesis) { parser throws(Unparsable) in
      try parser.argument()
    }
    return OperationSyntax(name: name, arguments: arguments, span: span(from: name.span.start))
  }

  private mutating func argument() throws(Unparsable) -> OperationSyntax.Argument {
    try enter()
    defer { leave() }
    var label: Name?
    if kind == .word, kind(1) == .colon {
      label = try anyName("an argument's name")
      advance()
    }
    let start = span.start
    let value = try argumentValue()
    return OperationSyntax.Argument(label: label, value: value, span: span(from: start))
  }

  private mutating func argumentValue() throws(Unparsable) -> OperationSyntax.Value {
    switch kind {
    case .text: return .text(plainText().value)
    case .word:
      let name = try anyName("an argument")
      return switch name.text {
      case "true": .flag(true)
      case "false": .flag(false)
      default: .name(name.text)
      }
    case .minus:
      mark(.sign)
      advance()
      guard kind == .integer else { throw unexpected("a whole number after `-`") }
      // A literal never reaches the one number that has no negative.
      if case .int(let value) = number().kind { return .integer(-value) }
      return .other("a number")
    case .integer, .decimal, .percent, .quantity, .time:
      let what = kind.rawValue
      return switch number().kind {
      case .int(let value): .integer(value)
      case .duration(let microseconds): .duration(microseconds)
      default: .other(what)
      }
    case .leftBracket:
      advance()
      return .list(
        try items(until: .rightBracket) { parser throws(Unparsable) in try parser.argument() })
    default: throw unexpected("a number, a text, a name or a list")
    }
  }
}
