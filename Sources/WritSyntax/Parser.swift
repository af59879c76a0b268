public import WritDiagnostics

/// Reads `.writ` text; never fails, whatever the bytes are.
public enum Parser {
  public static func parse(_ source: SourceText) -> SyntaxTree {
    let (tokens, lexical) = Lexer.tokenize(source)
    var parser = TokenParser(source, tokens)
    let file = parser.file()
    let found = SourceCheck.diagnostics(source) + lexical + parser.diagnostics
    return SyntaxTree(
      source: source, tokens: tokens, file: file,
      diagnostics: found.sorted(by: Diagnostic.inOrder), roles: parser.roles)
  }

  /// One expression that is the whole text.
  public static func parseExpression(_ source: SourceText) -> (ExpressionSyntax, [Diagnostic]) {
    let (tokens, lexical) = Lexer.tokenize(source)
    var parser = TokenParser(source, tokens)
    let expression = parser.wholeExpression()
    let found = SourceCheck.diagnostics(source) + lexical + parser.diagnostics
    return (expression, found.sorted(by: Diagnostic.inOrder))
  }
}
