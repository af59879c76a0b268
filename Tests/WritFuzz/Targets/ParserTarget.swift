import WritChecker
import WritDiagnostics
import WritSyntax

/// Nothing is lost, and what has no error can be laid out to mean the same.
struct ParserTarget: FuzzTarget {
  let name = "parser"
  let words = PolicyWords.all

  var moreSeeds: [[UInt8]] {
    (SyntaxDiagnostics.pages + CheckerDiagnostics.pages).filter { $0.kind == .policy }
      .flatMap { [Array($0.wrong.utf8), Array($0.right.utf8)] } + Seeds.policies()
  }

  func run(_ input: [UInt8]) throws -> [String] {
    let source = SourceText(name: "input", bytes: input)
    let tree = Parser.parse(source)
    let known = Set(SyntaxDiagnostics.ids)
    try LexerTarget.check(tree.tokens, 0..<input.count)
    let kept = tree.tokens.flatMap { token in
      input[token.triviaStart..<token.span.start] + input[token.span.start..<token.span.end]
    }
    try expect(kept == input, "bytes are lost")
    try PlaceCheck.check(tree.diagnostics, of: [source], known: known)
    let (_, diagnostics) = Parser.parseExpression(source)
    try PlaceCheck.check(diagnostics, of: [source], known: known)
    let text = Formatter.format(tree)
    try expect((text == nil) == tree.hasErrors, "laid out with errors, or not without")
    if let text { try Self.checkLayout(text, of: tree) }
    return PlaceCheck.traits(tree.diagnostics)
      + Set(tree.tokens.map { $0.kind == .word ? source.text($0.span) : $0.kind.rawValue })
      .intersection(Self.telling)
  }

  /// Tokens whose company makes an input worth keeping.
  private static let telling = Set(PolicyWords.all)

  private static func checkLayout(_ text: String, of tree: SyntaxTree) throws {
    let again = Parser.parse(SourceText(name: "laid out", text: text))
    try expect(!again.hasErrors, "the layout has errors", text)
    try expect(Formatter.format(again) == text, "the layout is not stable", text)
    let rules = tree.file.declarations.compactMap(Self.rule).map { tree.canonicalText(of: $0) }
    let others = again.file.declarations.compactMap(Self.rule).map { again.canonicalText(of: $0) }
    try expect(rules == others, "a rule's canonical text changes", "\(rules)\n\(others)")
  }

  private static func rule(_ declaration: Declaration) -> RuleSyntax? {
    if case .rule(let rule) = declaration { rule } else { nil }
  }
}
