import WritDiagnostics

extension TokenParser {
  mutating func file() -> FileSyntax {
    var file = FileSyntax(module: nil, imports: [], declarations: [])
    var isFirst = true
    while kind != .endOfFile {
      let start = index
      block = nil
      do {
        try declaration(into: &file, isFirst: isFirst)
      } catch {
        if index == start { advance() }
        skipToDeclaration()
      }
      isFirst = false
    }
    if file.module == nil {
      let start = tokens.first?.span ?? Span(0, 0)
      let isSaid = diagnostics.contains { $0.place?.span.start == start.start }
      if !isSaid { diagnostics.append(SyntaxDiagnostics.missingModule(place(start))) }
    }
    return file
  }

  private mutating func declaration(
    into file: inout FileSyntax, isFirst: Bool
  ) throws(Unparsable) {
    guard kind == .word else {
      if kind == .rightBrace {
        report(SyntaxDiagnostics.strayBrace(place(span), inText: false))
      } else {
        report(SyntaxDiagnostics.expected(place(span), "a declaration", found: found))
      }
      throw Unparsable()
    }
    let start = span.start
    mark(.declaration)
    switch try keyword() {
    case "module":
      let token = advance()
      let name = try anyName("the module's name")
      if isFirst {
        file.module = name
      } else {
        diagnostics.append(SyntaxDiagnostics.duplicateModule(place(token.span)))
        if file.module == nil { file.module = name }
      }
    case "import":
      advance()
      file.imports.append(try anyName("the imported module's name"))
    case "dataset": file.declarations.append(.dataset(try dataset()))
    case "param": file.declarations.append(.param(try param()))
    case "let": file.declarations.append(.let(try letDeclaration(start)))
    case "define": file.declarations.append(.define(try define()))
    case "rule": file.declarations.append(.rule(try rule()))
    case "test": file.declarations.append(.test(try test()))
    case "detector": file.declarations.append(.detector(try detector()))
    case "mask": file.declarations.append(.mask(try mask()))
    default: file.declarations.append(try later())
    }
  }

  /// The declaration's word; a near miss is reported and read as what was meant.
  private mutating func keyword() throws(Unparsable) -> String {
    if Vocabulary.declarations.contains(word) { return word }
    report(SyntaxDiagnostics.unknownDeclaration(place(span), word, Vocabulary.declarations))
    guard kind(1) == .word,
      let near = Suggestion.nearest(to: word, among: Vocabulary.declarations)
    else { throw Unparsable() }
    return near
  }

  private mutating func title() -> TextLiteral? { kind == .text ? plainText() : nil }

  // MARK: - Blocks

  /// `{ clause … }`; each clause with its span, mistakes skipped one by one.
  private mutating func clauses<T>(
    _ block: Block,
    _ clause: (inout TokenParser) throws(Unparsable) -> T
  ) throws(Unparsable) -> [(clause: T, span: Span)] {
    guard kind == .leftBrace else { throw unexpected("`{` and the \(block.rawValue)'s clauses") }
    mark(.blockOpen)
    let brace = advance()
    let depth = open.count
    self.block = block
    defer { self.block = nil }
    var clauses: [(clause: T, span: Span)] = []
    while true {
      if kind == .rightBrace {
        mark(.blockClose)
        advance()
        return clauses
      }
      if kind == .endOfFile || isInnerDeclaration {
        diagnostics.append(SyntaxDiagnostics.unclosedBlock(place(brace.span)))
        open.removeAll()
        return clauses
      }
      let start = span.start
      let startIndex = index
      do {
        mark(.clause)
        let value = try clause(&self)
        clauses.append((value, span(from: start)))
      } catch {
        if index == startIndex { advance() }
        skipToClause(depth: depth)
      }
    }
  }

  /// The clause's word; a near miss is reported and read as what was meant.
  private mutating func clauseWord(_ block: Block) throws(Unparsable) -> String {
    guard kind == .word else { throw unexpected("a clause of the \(block.rawValue) or `}`") }
    if block.clauses.contains(word) { return word }
    report(SyntaxDiagnostics.unknownClause(place(span), word, in: block.rawValue, block.clauses))
    guard let near = Suggestion.nearest(to: word, among: block.clauses) else { throw Unparsable() }
    return near
  }

  /// `retention`, `erasure`: to the brace that closes it.
  private mutating func later() throws(Unparsable) -> Declaration {
    let token = advance()
    let keyword = Name(source.text(token.span), token.span)
    let name = kind == .word ? try anyName("a name") : nil
    _ = title()
    guard kind == .leftBrace else { throw unexpected("`{`") }
    let brace = advance()
    let depth = open.count
    while open.count >= depth {
      if kind == .endOfFile || isInnerDeclaration {
        diagnostics.append(SyntaxDiagnostics.unclosedBlock(place(brace.span)))
        open.removeAll()
        break
      }
      advance()
    }
    return .later(keyword: keyword, name: name, span: span(from: token.span.start))
  }

  // MARK: - param, let, define

  private mutating func param() throws(Unparsable) -> ParamSyntax {
    let start = advance().span.start
    let name = try newName("param")
    try expect(.colon, "`:` and the param's type")
    let type = try type()
    try expect(.assign, "`=` and the param's value")
    let value = try expression()
    let title = title()
    return ParamSyntax(name: name, type: type, value: value, title: title, span: span(from: start))
  }

  mutating func letDeclaration(_ start: Int) throws(Unparsable) -> LetSyntax {
    advance()
    let name = try newName("let")
    try expect(.assign, "`=` and the value")
    let value = block == nil ? try expression() : expressionOrSkip()
    return LetSyntax(name: name, value: value, span: span(from: start))
  }

  private mutating func define() throws(Unparsable) -> DefineSyntax {
    let start = advance().span.start
    let name = try newName("define")
    if kind == .leftParenthesis { mark(.tight) }
    try expect(.leftParenthesis, "`(` and the parameters")
    let parameters = try items(until: .rightParenthesis) { parser throws(Unparsable) in
      let name = try parser.newName("parameter")
      try parser.expect(.colon, "`:` and the parameter's type")
      return DefineSyntax.Parameter(name: name, type: try parser.type())
    }
    try expect(.assign, "`=` and the expression")
    let body = try expression()
    return DefineSyntax(name: name, parameters: parameters, body: body, span: span(from: start))
  }

  // MARK: - dataset

  private mutating func dataset() throws(Unparsable) -> DatasetSyntax {
    let start = advance().span.start
    var dataset = DatasetSyntax(name: try newName("dataset"), span: Span(start, start))
    dataset.title = title()
    _ = try clauses(.dataset) { parser throws(Unparsable) in
      try parser.datasetClause(into: &dataset)
    }
    dataset.span = span(from: start)
    return dataset
  }

  private mutating func datasetClause(into dataset: inout DatasetSyntax) throws(Unparsable) {
    if kind == .word, kind(1) == .colon {
      dataset.fields.append(try field())
      _ = take(.comma)
      return
    }
    let start = span.start
    switch try clauseWord(.dataset) {
    case "key":
      advance()
      dataset.key = try keyNames()
    case "fresh":
      advance()
      try expectWord("within")
      dataset.fresh = try primary()
    case "order":
      advance()
      try expectWord("by")
      dataset.orderBy = try anyName("the field that orders the rows")
      // On the same clause, for the formatter.
      if isWord("lateness"), kind(1) != .colon {
        advance()
        dataset.lateness = try primary()
      }
    case "lateness":
      advance()
      dataset.lateness = try primary()
    case "complete":
      advance()
      try expectWord("per")
      dataset.completePer = try anyName("a reference field")
    default:
      advance()
      try expectWord("from")
      _ = try anyName("a time field")
      try expectWord("to")
      _ = try anyName("a time field")
      dataset.valid = span(from: start)
    }
    _ = take(.comma)
  }

  /// `id`, `a, b` or `(a, b)`
  private mutating func keyNames() throws(Unparsable) -> [Name] {
    if take(.leftParenthesis) {
      return try items(until: .rightParenthesis) { parser throws(Unparsable) in
        try parser.anyName("a key field")
      }
    }
    var names = [try anyName("the key field")]
    // After the comma a field of the dataset may follow instead.
    while kind == .comma, kind(1) == .word, kind(2) != .colon {
      advance()
      names.append(try anyName("a key field"))
    }
    return names
  }

  // MARK: - rule and test

  private mutating func rule() throws(Unparsable) -> RuleSyntax {
    let start = advance().span.start
    let name = try anyName("the rule's name")
    let title = title()
    let clauses = try clauses(.rule) { parser throws(Unparsable) in
      try parser.ruleClause(parser.clauseWord(.rule))
    }
    return RuleSyntax(name: name, title: title, clauses: clauses, span: span(from: start))
  }

  private mutating func test() throws(Unparsable) -> TestSyntax {
    let start = advance().span.start
    let rule = try dottedName("the tested rule's name")
    let title = title()
    let clauses = try clauses(.test) { parser throws(Unparsable) in
      try parser.testClause(parser.clauseWord(.test))
    }
    return TestSyntax(rule: rule, title: title, clauses: clauses, span: span(from: start))
  }

  // MARK: - detector and mask

  private mutating func detector() throws(Unparsable) -> DetectorSyntax {
    let start = advance().span.start
    let name = try newName("detector")
    let title = title()
    let clauses = try clauses(.detector) { parser throws(Unparsable) in
      try parser.detectorClause(parser.clauseWord(.detector))
    }
    return DetectorSyntax(name: name, title: title, clauses: clauses, span: span(from: start))
  }

  private mutating func mask() throws(Unparsable) -> MaskSyntax {
    let start = advance().span.start
    let name = try newName("mask")
    let title = title()
    let lines = try clauses(.mask) { parser throws(Unparsable) in try parser.maskLine() }
    return MaskSyntax(
      name: name, title: title, lines: lines.map(\.clause), span: span(from: start))
  }
}
