import WritDiagnostics
import WritSyntax

/// Every byte is in one token, in order.
struct LexerTarget: FuzzTarget {
  let name = "lexer"
  let words = PolicyWords.all

  func run(_ input: [UInt8]) throws -> [String] {
    let source = SourceText(name: "input", bytes: input)
    let (tokens, diagnostics) = Lexer.tokenize(source)
    try Self.check(tokens, 0..<input.count)
    try PlaceCheck.check(diagnostics, of: [source], known: Set(SyntaxDiagnostics.ids))
    let part = (input.count / 3)..<(input.count / 3 * 2)
    try Self.check(Lexer.tokenize(source, in: part).tokens, part)
    return Set(tokens.map(\.kind.rawValue)) + PlaceCheck.traits(diagnostics)
  }

  /// - Throws: `BrokenInvariant`.
  static func check(_ tokens: [Token], _ range: Range<Int>) throws {
    var position = range.lowerBound
    for token in tokens {
      try expect(
        token.triviaStart == position && token.span.start >= position
          && token.span.end >= token.span.start, "tokens do not meet", "at \(position): \(token)")
      try expect(
        token.kind == .endOfFile || token.span.end > token.span.start, "an empty token",
        "\(token)")
      position = token.span.end
    }
    try expect(position == range.upperBound, "bytes without a token", "from \(position)")
    try expect(
      tokens.last?.kind == .endOfFile && tokens.count { $0.kind == .endOfFile } == 1,
      "not one end of file")
  }
}
