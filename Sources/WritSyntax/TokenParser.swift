import WritDiagnostics

/// Thrown after a diagnostic was reported; the clause or declaration around it recovers.
struct Unparsable: Error {}

/// Recursive descent over tokens. What it reads is in the extensions; here is how it moves, reports
/// and recovers.
struct TokenParser {
  /// Deeper expressions are refused, so that everybody after the parser may recurse.
  static let depthLimit = 200

  enum Block: String {
    case dataset, rule, test, detector, mask

    var clauses: [String] {
      switch self {
      case .dataset: Vocabulary.datasetClauses
      case .rule: Vocabulary.ruleClauses
      case .test: Vocabulary.testClauses
      case .detector: Vocabulary.detectorClauses
      // Its lines begin with a category, any word.
      case .mask: []
      }
    }
  }

  let source: SourceText
  let tokens: [Token]
  /// The text of each word, empty for other tokens.
  private let words: [String]
  private(set) var index = 0
  /// The brackets opened and not yet closed before `index`.
  var open: [Token.Kind] = []
  private var lastReported = -1
  var nesting = 0
  /// What the end of these tokens is to a reader.
  var endName = Token.Kind.endOfFile.rawValue
  var block: Block?
  var diagnostics: [Diagnostic] = []
  var roles: [Int: TokenRole] = [:]

  init(_ source: SourceText, _ tokens: [Token]) {
    self.source = source
    // Every access relies on a last token that is never passed.
    self.tokens =
      tokens.last?.kind == .endOfFile
      ? tokens
      : tokens + [
        Token(
          kind: .endOfFile, triviaStart: source.bytes.count,
          span: Span(source.bytes.count, source.bytes.count))
      ]
    words = self.tokens.map { $0.kind == .word ? source.text($0.span) : "" }
  }

  // MARK: - Looking

  var kind: Token.Kind { tokens[index].kind }
  var span: Span { tokens[index].span }
  var word: String { words[index] }

  func kind(_ ahead: Int) -> Token.Kind { tokens[min(index + ahead, tokens.count - 1)].kind }
  func word(_ ahead: Int) -> String { words[min(index + ahead, tokens.count - 1)] }
  func isWord(_ text: String) -> Bool { kind == .word && word == text }

  /// From a start to the end of the last token read.
  func span(from start: Int) -> Span {
    Span(start, index > 0 ? max(start, tokens[index - 1].span.end) : start)
  }

  func place(_ span: Span) -> Place { Place(source, span) }

  var found: String {
    switch kind {
    case .endOfFile: endName
    case .text, .regex: kind.rawValue
    default: "`\(source.text(span).prefix(40))`"
    }
  }

  // MARK: - Moving

  @discardableResult
  mutating func advance() -> Token {
    let token = tokens[index]
    if token.kind.isOpener { open.append(token.kind) }
    if token.kind.isCloser { close(token.kind.opener) }
    if index < tokens.count - 1 { index += 1 }
    return token
  }

  /// A brace closes what was left open inside it; another closer only what its brace holds.
  private mutating func close(_ opener: Token.Kind) {
    if opener == .leftBrace {
      if let place = open.lastIndex(of: opener) { open.removeSubrange(place...) }
      return
    }
    // Only a little way back: thousands of wrong closers must not each look at everything.
    for place in open.indices.suffix(64).reversed() {
      if open[place] == .leftBrace { return }
      if open[place] == opener { return open.removeSubrange(place...) }
    }
  }

  mutating func take(_ wanted: Token.Kind) -> Bool {
    guard kind == wanted else { return false }
    advance()
    return true
  }

  mutating func takeWord(_ text: String) -> Bool {
    guard isWord(text) else { return false }
    advance()
    return true
  }

  mutating func mark(_ role: TokenRole) { roles[index] = role }

  // MARK: - Expecting

  @discardableResult
  mutating func expect(
    _ wanted: Token.Kind, _ what: String? = nil
  ) throws(Unparsable) -> Token {
    guard kind == wanted else { throw unexpected(what ?? wanted.rawValue) }
    return advance()
  }

  mutating func expectWord(_ text: String) throws(Unparsable) {
    guard takeWord(text) else { throw unexpected("`\(text)`") }
  }

  /// Any word, as a field's or a group's member name may be.
  mutating func anyName(_ what: String) throws(Unparsable) -> Name {
    guard kind == .word else { throw unexpected(what) }
    let token = advance()
    return Name(source.text(token.span), token.span)
  }

  /// `users`, `shop.accounts`
  mutating func dottedName(_ what: String) throws(Unparsable) -> Name {
    var name = try anyName(what)
    while kind == .dot, kind(1) == .word {
      advance()
      let part = try anyName(what)
      name = Name("\(name.text).\(part.text)", name.span.joined(part.span))
    }
    return name
  }

  /// A name that is being given: no word of expressions.
  mutating func newName(_ what: String) throws(Unparsable) -> Name {
    guard kind == .word else { throw unexpected("a name for the \(what)") }
    let isOperator = Vocabulary.operators.contains(word)
    if Vocabulary.reserved.contains(word) {
      report(SyntaxDiagnostics.reservedWord(place(span), word, what))
      // A word like `in` here is more likely a name forgotten: what follows would fit nowhere.
      if isOperator, kind(1) == .word { throw Unparsable() }
    }
    return try anyName(what)
  }

  // MARK: - Reporting

  /// Adds a diagnostic unless the token it is about was reported already.
  mutating func report(_ diagnostic: Diagnostic) {
    if let place = diagnostic.place?.span.start, place == span.start {
      if tokens[index].isReported || lastReported == index { return }
      lastReported = index
    }
    diagnostics.append(diagnostic)
  }

  /// Reports that something else was expected at the current token.
  mutating func unexpected(
    _ what: String, help: [String] = [], fixes: [Diagnostic.Fix] = []
  ) -> Unparsable {
    report(
      SyntaxDiagnostics.expected(place(span), what, found: found, help: help, fixes: fixes))
    return Unparsable()
  }

  // MARK: - Depth

  mutating func enter() throws(Unparsable) {
    guard nesting < Self.depthLimit else {
      report(SyntaxDiagnostics.tooDeep(place(span)))
      throw Unparsable()
    }
    nesting += 1
  }

  mutating func leave() { nesting -= 1 }

  // MARK: - Recovering

  /// Skips to where the next clause, declaration or end of the block stands.
  ///
  /// `depth` is how many brackets were open when the block's clause began.
  mutating func skipToClause(depth: Int) {
    while kind != .endOfFile {
      if isInnerDeclaration { break }
      if kind == .rightBrace, open.lastIndex(of: .leftBrace).map({ $0 < depth }) ?? true { break }
      if looksLikeClause(isDeep: open.count > depth) { break }
      advance()
    }
    if open.count > depth { open.removeSubrange(depth...) }
  }

  /// Skips to where the next declaration stands.
  mutating func skipToDeclaration() {
    open.removeAll()
    while kind != .endOfFile {
      if isInnerDeclaration || (open.isEmpty && looksLikeDeclaration) { break }
      advance()
    }
    open.removeAll()
  }

  /// Whether a clause of the block begins here, judged by what follows the word: clause words are
  /// names elsewhere.
  func looksLikeClause(isDeep: Bool) -> Bool {
    guard kind == .word, index == 0 || tokens[index - 1].kind != .dot else { return false }
    switch block {
    case .dataset:
      if kind(1) == .colon { return !isDeep }
      switch word {
      case "key": return kind(1) == .word || kind(1) == .leftParenthesis
      case "fresh": return word(1) == "within"
      case "order": return word(1) == "by"
      case "complete": return word(1) == "per"
      case "valid": return word(1) == "from"
      case "lateness": return kind(1) == .quantity
      default: return false
      }
    case .rule: return looksLikeRuleClause(isDeep: isDeep)
    case .test:
      switch word {
      case "now": return kind(1) == .time
      case "period": return kind(1) == .time
      case "given": return kind(1) == .word
      case "expect": return kind(1) == .word
      case "param": return kind(1) == .word
      default: return false
      }
    case .detector: return looksLikeDetectorClause
    case .mask:
      return !isDeep
        && (word == "otherwise" || (kind(1) == .dot && [.word, .star].contains(kind(2))))
    case nil: return false
    }
  }

  private var looksLikeDetectorClause: Bool {
    switch word {
    case "category", "region", "recognize", "validate", "exclude": kind(1) == .word
    case "pattern": kind(1) == .regex
    case "near", "named": kind(1) == .leftBracket
    case "confidence": [.integer, .decimal, .percent].contains(kind(1))
    case "example", "counter": kind(1) == .text
    default: false
    }
  }

  private func looksLikeRuleClause(isDeep: Bool) -> Bool {
    switch word {
    // Two names in a row are no expression.
    case "severity", "allow", "window":
      return kind(1) == .word && !Vocabulary.operators.contains(word(1))
    case "covers", "tags", "owner", "rationale", "references", "say", "fix": return kind(1) == .text
    case "let": return kind(1) == .word && kind(2) == .assign
    case "for", "each": return !isDeep && kind(1) == .word && word(2) == "in"
    case "group": return word(1) == "by"
    case "tolerate": return [.integer, .percent].contains(kind(1))
    case "where": return !isDeep && beginsOperand(1)
    case "when", "must", "evidence", "within": return beginsOperand(1)
    default: return false
    }
  }

  private func beginsOperand(_ ahead: Int) -> Bool {
    switch kind(ahead) {
    case .word: !Vocabulary.operators.contains(word(ahead)) || ["not", "if"].contains(word(ahead))
    case .text, .integer, .decimal, .percent, .quantity, .time, .leftParenthesis: true
    default: false
    }
  }

  /// A declaration where one may stand.
  var looksLikeDeclaration: Bool {
    guard kind == .word, Vocabulary.declarations.contains(word), kind(1) == .word else {
      return false
    }
    return index == 0 || tokens[index - 1].kind != .dot
  }

  /// A declaration seen inside a block: the block's end is missing, for no clause looks so.
  var isInnerDeclaration: Bool {
    guard kind == .word, kind(1) == .word, index == 0 || tokens[index - 1].kind != .dot else {
      return false
    }
    switch word {
    case "rule", "dataset", "test", "detector", "mask", "retention", "erasure":
      return kind(2) == .leftBrace || (kind(2) == .text && kind(3) == .leftBrace)
    case "define": return kind(2) == .leftParenthesis && kind(3) == .word && kind(4) == .colon
    case "param": return kind(2) == .colon
    default: return false
    }
  }
}

extension Token.Kind {
  /// The opener a closer belongs to; itself for other tokens.
  var opener: Token.Kind {
    switch self {
    case .rightBrace: .leftBrace
    case .rightParenthesis: .leftParenthesis
    case .rightBracket: .leftBracket
    default: self
    }
  }
}
