public import WritDiagnostics

/// A `.writ` file, read: its tokens, its declarations, and what is wrong with its shape.
public struct SyntaxTree: Sendable {
  public let source: SourceText
  /// Lossless: trivia and texts, one after the other, are the source's bytes.
  public let tokens: [Token]
  public let file: FileSyntax
  /// In order; recovery goes on after a mistake, so these are all mistakes of the file's shape.
  public let diagnostics: [Diagnostic]
  /// What a token is where its text alone does not tell; for the formatter.
  let roles: [Int: TokenRole]

  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// The tokens of a span joined by single spaces, without comments and trailing commas: stays the
  /// same however the text is laid out.
  public func canonicalText(_ span: Span) -> String {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].span.start < span.start { low = middle + 1 } else { high = middle }
    }
    var texts: [String] = []
    for index in low..<max(low, tokens.count) {
      let token = tokens[index]
      if token.span.end > span.end || token.kind == .endOfFile { break }
      if token.kind == .comma, index + 1 < tokens.count, tokens[index + 1].kind.isCloser {
        continue
      }
      texts.append(source.text(token.span))
    }
    return texts.joined(separator: " ")
  }
}

extension SyntaxTree {
  /// The canonical text of a rule, from which its version digest is made.
  public func canonicalText(of rule: RuleSyntax) -> String { canonicalText(rule.span) }
}

/// What the parser knows of a token and the formatter needs.
enum TokenRole: Sendable {
  case declaration
  /// The first word of a clause, or the name of a dataset's field.
  case clause
  /// Braces that hold clauses.
  case blockOpen
  case blockClose
  /// `(` of a call, `[` of a subscript, `<` of a type: no blank around.
  case tight
  case typeClose
  /// A `-` before its operand.
  case sign
  /// The `:` before what must hold for every row.
  case bodyColon
  /// The name of a record type's field; a comma before it may be left out.
  case recordField
  /// The `(` before a cause's detail, whose blanks are part of it.
  case detailOpen
  /// The `[` before a test's rows.
  case rowsOpen
}

extension Token.Kind {
  var isOpener: Bool { self == .leftBrace || self == .leftParenthesis || self == .leftBracket }
  var isCloser: Bool { self == .rightBrace || self == .rightParenthesis || self == .rightBracket }
}
