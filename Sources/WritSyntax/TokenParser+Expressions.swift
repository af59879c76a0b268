import WritDiagnostics

extension TokenParser {
  /// How tightly an operator binds; `or` is the loosest that stands between operands.
  enum Precedence: Int, Comparable {
    case or, and, not, comparison, coalesce, sum, product, sign, asOf, path

    static func < (one: Precedence, other: Precedence) -> Bool { one.rawValue < other.rawValue }

    /// The right operand of an operator that groups to the left.
    var tighter: Precedence { Precedence(rawValue: rawValue + 1) ?? .path }
  }

  enum Infix {
    case binary(ExpressionSyntax.BinaryOperator)
    case between
    case presence
    case asOf
  }

  struct Operator {
    var infix: Infix
    var precedence: Precedence
    var tokenCount = 1
  }

  // MARK: - Doors

  mutating func wholeExpression() -> ExpressionSyntax {
    let start = span.start
    do {
      let result = try expression()
      guard kind == .endOfFile else { throw unexpected("the end of the expression") }
      return result
    } catch {
      return ExpressionSyntax(.error, Span(start, max(start, tokens.last?.span.start ?? start)))
    }
  }

  mutating func expression() throws(Unparsable) -> ExpressionSyntax {
    try enter()
    defer { leave() }
    return isWord("if") ? try choice() : try binary(.or)
  }

  /// An expression; when it can't be read the clause is skipped and its place kept.
  mutating func expressionOrSkip() -> ExpressionSyntax {
    let start = span.start
    let depth = open.count
    do {
      return try expression()
    } catch {
      skipToClause(depth: depth)
      return ExpressionSyntax(.error, span(from: start))
    }
  }

  func make(_ kind: ExpressionSyntax.Kind, from start: Int) -> ExpressionSyntax {
    ExpressionSyntax(kind, span(from: start))
  }

  /// A node over others: refused when the tree becomes too high.
  mutating func grow(
    _ kind: ExpressionSyntax.Kind, _ span: Span
  ) throws(Unparsable) -> ExpressionSyntax {
    let result = ExpressionSyntax(kind, span)
    if result.height > Self.depthLimit {
      diagnostics.append(SyntaxDiagnostics.tooDeep(place(Span(span.start, span.start))))
      throw Unparsable()
    }
    return result
  }

  // MARK: - Operators

  private mutating func choice() throws(Unparsable) -> ExpressionSyntax {
    let start = span.start
    advance()
    let condition = try expression()
    try expectWord("then")
    let then = try expression()
    try expectWord("else")
    let otherwise = try expression()
    return try grow(
      .choice(condition: condition, then: then, otherwise: otherwise), span(from: start))
  }

  /// Operators that bind at least as tightly as `least`.
  mutating func binary(_ least: Precedence) throws(Unparsable) -> ExpressionSyntax {
    var left = try prefix(least)
    var hasCompared = false
    while let next = infix(), next.precedence >= least {
      switch next.precedence {
      case .or, .and:
        if case .binary(let operation) = next.infix {
          left = try chain(left, operation, next.precedence)
        }
      case .comparison:
        if hasCompared {
          report(SyntaxDiagnostics.chainedComparison(place(span)))
          let right = try comparison(left, next)
          left = ExpressionSyntax(.error, left.span.joined(right.span))
        } else {
          left = try comparison(left, next)
        }
        hasCompared = true
      default: left = try combine(left, next)
      }
    }
    return left
  }

  /// `not` and `-`, or an operand.
  private mutating func prefix(_ least: Precedence) throws(Unparsable) -> ExpressionSyntax {
    let start = span.start
    if isWord("not") || isUnknown("!") {
      if least > .not { report(SyntaxDiagnostics.needsParentheses(place(span), "not")) }
      advance()
      try enter()
      defer { leave() }
      let operand = try binary(.not)
      return try grow(.not(operand), span(from: start))
    }
    if isWord("if") {
      report(SyntaxDiagnostics.needsParentheses(place(span), "if"))
      return try expression()
    }
    if kind == .minus {
      mark(.sign)
      advance()
      // The smallest integer has no positive twin.
      if kind == .integer, source.text(span) == "9223372036854775808" {
        advance()
        return make(.int(.min), from: start)
      }
      try enter()
      defer { leave() }
      let operand = try binary(.sign)
      return try grow(.negate(operand), span(from: start))
    }
    return try postfix()
  }

  /// `a and b and c`: grouped to the left, but a long chain is made flat so that it stays shallow.
  private mutating func chain(
    _ first: ExpressionSyntax, _ operation: ExpressionSyntax.BinaryOperator,
    _ precedence: Precedence
  ) throws(Unparsable) -> ExpressionSyntax {
    var parts = [first]
    while let next = infix(), next.precedence == precedence {
      advance()
      parts.append(try binary(precedence.tighter))
    }
    return try joined(parts[...], operation)
  }

  private mutating func joined(
    _ parts: ArraySlice<ExpressionSyntax>, _ operation: ExpressionSyntax.BinaryOperator
  ) throws(Unparsable) -> ExpressionSyntax {
    guard var result = parts.first, let last = parts.last else { throw Unparsable() }
    if parts.count > 32 {
      let middle = parts.startIndex + parts.count / 2
      let left = try joined(parts[..<middle], operation)
      let right = try joined(parts[middle...], operation)
      return try grow(.binary(operation, left, right), result.span.joined(last.span))
    }
    for part in parts.dropFirst() {
      result = try grow(.binary(operation, result, part), result.span.joined(part.span))
    }
    return result
  }

  private mutating func comparison(
    _ left: ExpressionSyntax, _ next: Operator
  ) throws(Unparsable) -> ExpressionSyntax {
    let start = left.span.start
    switch next.infix {
    case .presence:
      advance()
      if takeWord("known") { return try grow(.isKnown(left), span(from: start)) }
      if takeWord("missing") { return try grow(.isMissing(left), span(from: start)) }
      throw unexpected(
        "`known` or `missing` after `is`",
        help: isWord("not") ? ["write `is missing`, or `not (x is known)`"] : ["compare with `==`"])
    case .between:
      advance()
      let low = try binary(.coalesce)
      try expectWord("and")
      let high = try binary(.coalesce)
      return try grow(.between(left, low, high), span(from: start))
    case .binary(let operation):
      if kind == .assign { report(SyntaxDiagnostics.singleEquals(place(span))) }
      for _ in 0..<next.tokenCount { advance() }
      if operation == .matches, kind != .regex {
        report(SyntaxDiagnostics.expectedRegex(place(span), found: found))
        throw Unparsable()
      }
      let right = try binary(.coalesce)
      return try grow(.binary(operation, left, right), span(from: start))
    case .asOf: throw Unparsable()
    }
  }

  private mutating func combine(
    _ left: ExpressionSyntax, _ next: Operator
  ) throws(Unparsable) -> ExpressionSyntax {
    for _ in 0..<next.tokenCount { advance() }
    let right = try binary(next.precedence.tighter)
    let span = span(from: left.span.start)
    switch next.infix {
    case .binary(let operation): return try grow(.binary(operation, left, right), span)
    default: return try grow(.asOf(left, right), span)
    }
  }

  private func isUnknown(_ text: String) -> Bool {
    kind == .unknown && source.text(span) == text
  }

  private func infix() -> Operator? {
    func binary(
      _ operation: ExpressionSyntax.BinaryOperator, _ precedence: Precedence, _ count: Int = 1
    ) -> Operator {
      Operator(infix: .binary(operation), precedence: precedence, tokenCount: count)
    }
    switch kind {
    case .equal, .assign: return binary(.equal, .comparison)
    case .notEqual: return binary(.notEqual, .comparison)
    case .less: return binary(.less, .comparison)
    case .lessOrEqual: return binary(.lessOrEqual, .comparison)
    case .greater: return binary(.greater, .comparison)
    case .greaterOrEqual: return binary(.greaterOrEqual, .comparison)
    case .coalesce: return binary(.coalesce, .coalesce)
    case .plus: return binary(.add, .sum)
    case .minus: return binary(.subtract, .sum)
    case .star: return binary(.multiply, .product)
    case .slash: return binary(.divide, .product)
    case .percentSign: return binary(.remainder, .product)
    case .unknown where isUnknown("&&"): return binary(.and, .and)
    case .unknown where isUnknown("||"): return binary(.or, .or)
    case .word: break
    default: return nil
    }
    switch word {
    case "or": return binary(.or, .or)
    case "and": return binary(.and, .and)
    case "in": return binary(.in, .comparison)
    case "not" where word(1) == "in": return binary(.notIn, .comparison, 2)
    case "matches": return binary(.matches, .comparison)
    case "starts_with": return binary(.startsWith, .comparison)
    case "ends_with": return binary(.endsWith, .comparison)
    case "contains": return binary(.contains, .comparison)
    case "subset": return binary(.subset, .comparison)
    case "between": return Operator(infix: .between, precedence: .comparison)
    case "is": return Operator(infix: .presence, precedence: .comparison)
    case "union": return binary(.union, .sum)
    case "intersect": return binary(.intersect, .sum)
    case "as" where word(1) == "of":
      return Operator(infix: .asOf, precedence: .asOf, tokenCount: 2)
    default: return nil
    }
  }
}
