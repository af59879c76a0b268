import WritDiagnostics

/// Makes the layout of a segment: the head of a declaration or a clause.
struct LayoutBuilder {
  private let tree: SyntaxTree
  /// For each opening bracket the token that closes it.
  private let closers: [Int: Int]

  init(_ tree: SyntaxTree) {
    self.tree = tree
    var open: [Int] = []
    var closers: [Int: Int] = [:]
    for (index, token) in tree.tokens.enumerated() {
      if token.kind.isOpener { open.append(index) }
      guard token.kind.isCloser else { continue }
      // In a block that is parsed past, brackets need not match; a brace closes them.
      while token.kind == .rightBrace, let opener = open.last,
        tree.tokens[opener].kind != .leftBrace
      {
        open.removeLast()
      }
      if let opener = open.last, tree.tokens[opener].kind == token.kind.opener {
        closers[opener] = index
        open.removeLast()
      }
    }
    self.closers = closers
  }

  /// The token at the end of the file.
  var last: Int { tree.tokens.count - 1 }

  /// The comments before a segment, with those before the commas that are left out at the end of
  /// the segment before it.
  func comments(
    before index: Int, isSegment: Bool
  ) -> (comments: [Comment], endsBlank: Bool) {
    var first = index
    while isSegment, first > 0, kind(first - 1) == .comma { first -= 1 }
    return (
      comments(before: first...index),
      Comment.all(in: tree.tokens[index].trivia, of: tree.source).endsBlank
    )
  }

  /// The comments before some tokens in a row of which all but the last are left out.
  private func comments(before range: ClosedRange<Int>) -> [Comment] {
    var all: [Comment] = []
    for index in range {
      for var comment in Comment.all(in: tree.tokens[index].trivia, of: tree.source).comments {
        // Two comments never share a line: they would become one.
        if !all.isEmpty { comment.isTrailing = false }
        all.append(comment)
      }
    }
    return all
  }

  func index(at offset: Int) -> Int? {
    index(from: offset).flatMap { tree.tokens[$0].span.start == offset ? $0 : nil }
  }

  /// The first token that begins at an offset or after it.
  func index(from offset: Int) -> Int? {
    var low = 0
    var high = tree.tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tree.tokens[middle].span.start < offset { low = middle + 1 } else { high = middle }
    }
    return low < tree.tokens.count ? low : nil
  }

  /// The layout of the tokens; comments before the first are not in it.
  func segment(_ range: Range<Int>) -> Layout {
    var end = range.upperBound
    var state = State()
    // A comma after a dataset's field or clause may be left out.
    while end - 1 > range.lowerBound, kind(end - 1) == .comma { end -= 1 }
    let parts = sequence(range.lowerBound..<end, level: .clause, &state)
    guard let first = parts.first else { return .text("") }
    // Brackets of a clause that is broken itself stand deeper than the clause's own lines.
    let hasLines = parts.contains { if case .line = $0 { true } else { false } }
    if hasLines { return .group([first, .nest(Array(parts.dropFirst()))]) }
    return .group(
      [first]
        + parts.dropFirst().map {
          if case .group = $0 { $0 } else { .nest([$0]) }
        })
  }

  // MARK: - Parts

  private enum Level { case clause, brackets }

  private struct State {
    /// `between` seen whose `and` is its own.
    var betweens = 0
  }

  private func kind(_ index: Int) -> Token.Kind { tree.tokens[index].kind }
  private func text(_ index: Int) -> String { tree.source.text(tree.tokens[index].span) }

  private func sequence(_ range: Range<Int>, level: Level, _ state: inout State) -> [Layout] {
    var parts: [Layout] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if index > range.lowerBound {
        parts += separator(before: index, level: level, &state)
      }
      if kind(index) == .word, text(index) == "between" { state.betweens += 1 }
      if tree.roles[index] != .blockOpen, let closer = closers[index], closer < range.upperBound {
        let isDetail = tree.roles[index] == .detailOpen
        parts.append(isDetail ? detail(index, closer) : brackets(index, closer))
        index = closer + 1
      } else {
        parts.append(.text(text(index)))
        index += 1
      }
    }
    return parts
  }

  private func separator(
    before index: Int, level: Level, _ state: inout State
  ) -> [Layout] {
    let needsComma = tree.roles[index] == .recordField && kind(index - 1) != .comma
    var parts: [Layout] = needsComma ? [.text(",")] : []
    let isBreak = breaksBefore(index, level: level, &state)
    let found = commentLayouts(before: index...index)
    if !found.isEmpty { return parts + found + [.newLine] }
    if needsComma || (kind(index - 1) == .comma && level == .brackets) {
      parts.append(.line(flat: " "))
    } else if kind(index - 1) == .comma {
      parts.append(.fill)
    } else if isBreak {
      parts.append(.line(flat: " "))
    } else if hasBlank(index - 1, index) {
      parts.append(.text(" "))
    }
    return parts
  }

  private func commentLayouts(before range: ClosedRange<Int>) -> [Layout] {
    comments(before: range).flatMap { comment -> [Layout] in
      comment.isTrailing ? [.comment(comment.text)] : [.newLine, .text(comment.text)]
    }
  }

  /// Words before which a long expression is broken.
  private func breaksBefore(_ index: Int, level: Level, _ state: inout State) -> Bool {
    if tree.roles[index] == .bodyColon { return true }
    guard kind(index) == .word, kind(index - 1) != .dot, kind(index + 1) != .colon else {
      return false
    }
    switch text(index) {
    case "and":
      if state.betweens > 0 {
        state.betweens -= 1
        return false
      }
      return true
    case "or", "then", "else": return true
    case "where", "for", "by": return level == .brackets
    default: return false
    }
  }

  /// Brackets with what is between them, on one line or each item on its own.
  private func brackets(_ opener: Int, _ closer: Int) -> Layout {
    var end = closer
    while end - 1 > opener, kind(end - 1) == .comma { end -= 1 }
    let isTight = tree.roles[opener] == .tight
    let isBrace = kind(opener) == .leftBrace
    var inner: [Layout] = []
    var state = State()
    if opener + 1 < end {
      let found = commentLayouts(before: opener + 1...opener + 1)
      inner += found.isEmpty ? [.line(flat: isBrace ? " " : "")] : found + [.newLine]
      inner += sequence(opener + 1..<end, level: .brackets, &state)
      // A last comma, so that an added item changes one line.
      if isBrace || (kind(opener) == .leftBracket && !isTight) { inner.append(.whenBroken(",")) }
    }
    inner += commentLayouts(before: end...closer)
    var parts: [Layout] = [.text(text(opener))]
    if !inner.isEmpty { parts += [.nest(inner), .line(flat: isBrace ? " " : "")] }
    parts.append(.text(text(closer)))
    return .group(parts, mustBreak: tree.roles[opener] == .rowsOpen && rows(opener, end) > 1)
  }

  /// A cause's detail: a blank stands where one stood.
  private func detail(_ opener: Int, _ closer: Int) -> Layout {
    var parts: [Layout] = [.text(text(opener))]
    for index in opener + 1...closer {
      let found = commentLayouts(before: index...index)
      let isEdge = index == opener + 1 || index == closer
      let trivia = tree.tokens[index].trivia
      if !found.isEmpty {
        parts += found + [.newLine]
      } else if !isEdge, trivia.start < trivia.end {
        parts.append(.text(" "))
      }
      parts.append(.text(text(index)))
    }
    return .group(parts)
  }

  private func rows(_ opener: Int, _ end: Int) -> Int {
    var count = 0
    var index = opener + 1
    while index < end {
      if let closer = closers[index] {
        count += 1
        index = closer
      }
      index += 1
    }
    return count
  }

  // MARK: - Blanks

  private func hasBlank(_ left: Int, _ right: Int) -> Bool {
    if tree.roles[right] == .bodyColon { return true }
    if [.tight, .sign].contains(tree.roles[left]) { return false }
    if [.tight, .typeClose, .detailOpen].contains(tree.roles[right]) { return false }
    switch kind(right) {
    case .comma, .colon, .dot, .dotDot, .question, .rightParenthesis, .rightBracket: return false
    default: break
    }
    switch kind(left) {
    case .dot, .dotDot, .at, .leftParenthesis, .leftBracket: return false
    default: return true
    }
  }
}
