import WritDiagnostics

/// A comment, and how it stood among the lines.
struct Comment {
  var text: String
  /// On the line of the token before it.
  var isTrailing: Bool
  /// A blank line stood before it.
  var hasBlankLine: Bool

  /// The comments of a token's trivia, and whether a blank line stands right before the token.
  static func all(in trivia: Span, of source: SourceText) -> (comments: [Comment], endsBlank: Bool)
  {
    var comments: [Comment] = []
    var lineFeeds = 0
    var position = trivia.start
    let isFirst = trivia.start == 0
    while position < trivia.end {
      switch source.bytes[position] {
      case 0x0A:
        lineFeeds += 1
        position += 1
      case UInt8(ascii: "/"):
        var end = position
        while end < trivia.end, source.bytes[end] != 0x0A { end += 1 }
        var text = source.bytes[position..<end]
        while let last = text.last, last == 0x20 || last == 0x09 || last == 0x0D {
          text.removeLast()
        }
        comments.append(
          Comment(
            text: String(decoding: text, as: UTF8.self), isTrailing: lineFeeds == 0 && !isFirst,
            hasBlankLine: lineFeeds > 1))
        lineFeeds = 0
        position = end
      default: position += 1
      }
    }
    return (comments, lineFeeds > 1)
  }
}
