/// Text: the value is the stream, in pieces.
///
/// Whoever scans text should take the chunks themselves; this is for what is left of a broken document.
final class TextGrammar: Grammar {
  var path: String { "" }

  func scan(_ walk: DocumentWalk) throws -> StaticString? {
    let end = walk.bytes.count
    let found = try walk.pieces(.plain, .text, key: DocumentWalk.noKey, grammar: self) { _, _ in nil
    }
    if case .unterminated = found { _ = try walk.rest(end) }
    return nil
  }
}
