import WritDiagnostics

/// The one way a `.writ` file is laid out.
public enum Formatter {
  /// The longest line that is made where lines may be broken.
  static let width = 100

  /// The text laid out; nil when the file has syntax errors, for then nothing is sure.
  ///
  /// Tokens stay as they are but for optional commas; comments and single blank lines are kept.
  public static func format(_ tree: SyntaxTree) -> String? {
    if tree.hasErrors { return nil }
    var writer = FormatWriter(tree)
    writer.write()
    return writer.text
  }
}

/// Writes a file segment by segment: a declaration's head, a clause, a closing brace.
private struct FormatWriter {
  private let tree: SyntaxTree
  private let builder: LayoutBuilder
  private(set) var text = ""
  private var previousGroup: String?

  init(_ tree: SyntaxTree) {
    self.tree = tree
    builder = LayoutBuilder(tree)
  }

  mutating func write() {
    let end = tree.tokens.count - 1
    var starts = tree.roles.filter { $0.value.beginsSegment }.map(\.key).sorted()
    starts.append(end)
    let later = laterEnds()
    var isInside = false
    for (start, next) in zip(starts, starts.dropFirst()) {
      switch tree.roles[start] {
      case .declaration:
        isInside = false
        writeTrivia(of: start, indent: 0, blank: blankBefore(declaration: start))
        if let laterEnd = later[start] {
          writeVerbatim(start...laterEnd)
          continue
        }
      case .blockClose:
        isInside = false
        writeTrivia(of: start, indent: 2, blank: .never)
      default:
        writeTrivia(of: start, indent: 2, blank: isInside ? .asWritten : .never)
        isInside = true
      }
      let indent = tree.roles[start] == .clause ? 2 : 0
      text += builder.segment(start..<next).rendered(width: Formatter.width, indent: indent)
      text += "\n"
    }
    if starts.count == 1 { text = "" }
    writeTrivia(of: end, indent: 0, blank: .never)
  }

  private enum Blank { case asWritten, always, never }

  /// Declarations with blocks stand apart, and so do kinds of declarations.
  private mutating func blankBefore(declaration start: Int) -> Blank {
    let word = tree.source.text(tree.tokens[start].span)
    let group = ["module", "import"].contains(word) ? "module" : word
    defer { previousGroup = group }
    guard let previousGroup else { return .asWritten }
    return group != previousGroup || !["module", "param", "let", "define"].contains(group)
      ? .always : .asWritten
  }

  /// The comments before a token, those of the line before first, and the blank lines to keep.
  private mutating func writeTrivia(
    of index: Int, indent: Int, blank: Blank, isSegment: Bool = true
  ) {
    let (comments, endsBlank) = builder.comments(before: index, isSegment: isSegment)
    var isFirst = true
    for comment in comments {
      if comment.isTrailing, !text.isEmpty {
        text.removeLast()
        text += "  \(comment.text)\n"
        continue
      }
      let keeps = comment.hasBlankLine && !(isFirst && blank == .never && index < builder.last)
      if !text.isEmpty, keeps || (isFirst && blank == .always) { text += "\n" }
      text += String(repeating: " ", count: indent) + comment.text + "\n"
      isFirst = false
    }
    if text.isEmpty || index == builder.last { return }
    if isFirst
      ? (blank == .always || (blank == .asWritten && endsBlank)) : (endsBlank && blank != .never)
    {
      text += "\n"
    }
  }

  /// The last token of each declaration that is not read yet, by its first.
  private func laterEnds() -> [Int: Int] {
    var ends: [Int: Int] = [:]
    for case .later(_, _, let span) in tree.file.declarations {
      guard let first = builder.index(at: span.start), let after = builder.index(from: span.end)
      else { continue }
      ends[first] = max(first, after - 1)
    }
    return ends
  }

  /// Keeps lines as they are, but for indentation and runs of blanks.
  private mutating func writeVerbatim(_ range: ClosedRange<Int>) {
    var depth = 0
    for index in range {
      let token = tree.tokens[index]
      if token.kind.isCloser { depth = max(0, depth - 1) }
      if index > range.lowerBound {
        let trivia = tree.source.bytes[token.triviaStart..<token.span.start]
        if trivia.contains(0x0A) {
          text += "\n"
          let inner = token.kind.isCloser ? depth + 1 : depth
          writeTrivia(
            of: index, indent: 2 * inner, blank: token.kind.isCloser ? .never : .asWritten,
            isSegment: false)
          text += String(repeating: " ", count: 2 * depth)
        } else if !trivia.isEmpty {
          text += " "
        }
      }
      text += tree.source.text(token.span)
      if token.kind.isOpener { depth += 1 }
    }
    text += "\n"
  }
}

extension TokenRole {
  fileprivate var beginsSegment: Bool {
    switch self {
    case .declaration, .clause, .blockClose: true
    default: false
    }
  }
}
