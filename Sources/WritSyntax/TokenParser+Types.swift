import WritDiagnostics

extension TokenParser {
  /// `name: type? @personal(category)`
  mutating func field() throws(Unparsable) -> FieldSyntax {
    let start = span.start
    let name = try anyName("a field's name")
    try expect(.colon, "`:` and the field's type")
    let depth = open.count
    var type: TypeSyntax
    do {
      type = try self.type()
    } catch {
      // The field stays known, so that rules that read it are not blamed.
      type = .error(span(from: start))
      if block == .dataset { skipToClause(depth: depth) } else { throw Unparsable() }
    }
    let isOptional = take(.question)
    var personal: Name?
    var isSecret = false
    while kind == .at {
      advance()
      guard kind == .word else { throw unexpected("`personal(…)` or `secret` after `@`") }
      switch word {
      case "secret":
        advance()
        isSecret = true
      case "personal":
        advance()
        if kind == .leftParenthesis { mark(.tight) }
        try expect(.leftParenthesis, "`(` and a category of personal data")
        personal = try dottedName("a category of personal data")
        try expect(.rightParenthesis)
      default:
        report(SyntaxDiagnostics.unknownAttribute(place(span), word))
        advance()
        if take(.leftParenthesis) {
          while kind != .rightParenthesis, kind == .word || kind == .dot || kind == .comma {
            advance()
          }
          try expect(.rightParenthesis)
        }
      }
    }
    return FieldSyntax(
      name: name, type: type, isOptional: isOptional, personal: personal, isSecret: isSecret,
      span: span(from: start))
  }

  mutating func type() throws(Unparsable) -> TypeSyntax {
    try enter()
    defer { leave() }
    let start = span.start
    switch kind {
    case .text:
      var words = [plainText()]
      while take(.bar) { words.append(try expectText("a word of the closed set")) }
      return .closedSet(words, span: span(from: start))
    case .leftBrace:
      advance()
      let fields = try fields()
      return .record(fields, span: span(from: start))
    // A type forgotten: the word is the next field's name.
    case .word where kind(1) != .colon: return try namedType()
    default: throw unexpected("a type")
    }
  }

  /// A record's fields, separated by commas or blanks.
  private mutating func fields() throws(Unparsable) -> [FieldSyntax] {
    let outer = block
    block = nil
    defer { block = outer }
    var fields: [FieldSyntax] = []
    while kind != .rightBrace {
      mark(.recordField)
      fields.append(try field())
      _ = take(.comma)
    }
    advance()
    return fields
  }

  private mutating func namedType() throws(Unparsable) -> TypeSyntax {
    let start = span.start
    let name = try dottedName("a type")
    if kind == .less {
      switch name.text {
      case "version":
        mark(.tight)
        advance()
        let scheme = try anyName("`semver`, `deb`, `rpm` or `pep440`")
        try closeType()
        return .version(scheme: scheme, span: span(from: start))
      case "list", "set", "map":
        mark(.tight)
        advance()
        let element = try type()
        let isOptional = take(.question)
        try closeType()
        let span = span(from: start)
        switch name.text {
        case "list": return .list(element, isOptional: isOptional, span: span)
        case "set": return .set(element, isOptional: isOptional, span: span)
        default: return .map(element, isOptional: isOptional, span: span)
        }
      default: throw unexpected("no `<` after `\(name.text)`")
      }
    }
    if kind == .leftParenthesis {
      mark(.tight)
      advance()
      let fields = try items(until: .rightParenthesis) { parser throws(Unparsable) in
        try parser.anyName("a field of this dataset")
      }
      return .composite(dataset: name, fields: fields, span: span(from: start))
    }
    return .named(name)
  }

  private mutating func closeType() throws(Unparsable) {
    if kind == .greater { mark(.typeClose) }
    try expect(.greater)
  }
}
