import WritDiagnostics

extension TokenParser {
  mutating func testClause(_ word: String) throws(Unparsable) -> TestSyntax.Clause {
    advance()
    switch word {
    case "now": return .now(try primary())
    case "period":
      let from = try binary(.sum)
      try expect(.dotDot, "`..` and the period's end")
      return .period(from: from, to: try binary(.sum))
    case "param":
      let name = try dottedName("the param's name")
      try expect(.assign, "`=` and the param's value")
      return .param(name, try expression())
    case "given": return try given()
    default: return try expectation()
    }
  }

  /// `given users [ … ]`, `given users collected TIME [ … ]`
  private mutating func given() throws(Unparsable) -> TestSyntax.Clause {
    let dataset = try dottedName("a dataset")
    // Only an operand: a `[` after it begins the rows.
    let collected = takeWord("collected") ? try primary() : nil
    if kind == .leftBracket { mark(.rowsOpen) }
    try expect(.leftBracket, "`[` and the rows")
    let rows = try items(until: .rightBracket) { parser throws(Unparsable) in
      guard parser.kind == .leftBrace else {
        throw parser.unexpected("a row such as `{ id: \"a\" }`")
      }
      return try parser.primary()
    }
    return .given(dataset: dataset, collected: collected, rows: rows)
  }

  /// `expect fail "a" because missing(mfa), stale(users)`, `expect status empty`
  private mutating func expectation() throws(Unparsable) -> TestSyntax.Clause {
    if takeWord("status") { return .expectStatus(try anyName("a status such as `pass`")) }
    let outcome = try anyName("an outcome such as `fail`")
    if isWord("because") { throw unexpected("the member's key") }
    let key = try binary(.sign)
    var causes: [TestSyntax.CauseSyntax] = []
    if takeWord("because") {
      repeat { causes.append(try cause()) } while take(.comma)
    }
    return .expect(outcome: outcome, key: key, because: causes)
  }

  /// `missing(mfa)`; the detail is text, for it may name a place: its tokens, with one blank
  /// where there was any.
  private mutating func cause() throws(Unparsable) -> TestSyntax.CauseSyntax {
    let kindName = try anyName("a cause such as `missing(mfa)`")
    guard kind == .leftParenthesis else {
      return TestSyntax.CauseSyntax(kind: kindName, detail: "", span: kindName.span)
    }
    mark(.detailOpen)
    let depth = open.count
    let opening = advance()
    var detail = ""
    while open.count > depth + 1 || kind != .rightParenthesis {
      let isWrong = kind.isCloser && open.last != kind.opener
      if isWrong || kind == .endOfFile || kind == .leftBrace {
        throw unexpected("`)` to close `\(source.text(opening.span))`")
      }
      if open.count > depth + Self.depthLimit {
        report(SyntaxDiagnostics.tooDeep(place(span)))
        throw Unparsable()
      }
      if !detail.isEmpty, tokens[index].trivia.start < span.start { detail += " " }
      detail += source.text(advance().span)
    }
    advance()
    return TestSyntax.CauseSyntax(
      kind: kindName, detail: detail, span: span(from: kindName.span.start))
  }
}
