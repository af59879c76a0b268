import WritChecker
import WritDiagnostics

/// Expressions' sources, each on one line; made once and shared by all findings.
final class SourceLines {
  private var texts: [ObjectIdentifier: [[Int: String]: String]] = [:]

  /// - Parameter names: what the variables in these slots are called where the reader looks: within a define its
  ///   parameters are shown as the arguments they were given.
  func text(of expression: CheckedExpression, names: [Int: String] = [:]) -> String {
    let id = ObjectIdentifier(expression)
    if let known = texts[id]?[names] { return known }
    let text = Self.make(expression, names)
    texts[id, default: [:]][names] = text
    return text
  }

  private static func make(_ expression: CheckedExpression, _ names: [Int: String]) -> String {
    let place = expression.place
    var bytes = Array(place.source.bytes[clamped(place.span, place.source.bytes.count)])
    for (span, name) in variables(in: expression, names).sorted(by: { $0.0.start > $1.0.start }) {
      bytes.replaceSubrange(
        (span.start - place.span.start)..<(span.end - place.span.start), with: Array(name.utf8))
    }
    return oneLine(String(decoding: bytes, as: UTF8.self))
  }

  private static func clamped(_ span: Span, _ count: Int) -> Range<Int> {
    let start = min(max(span.start, 0), count)
    return start..<min(max(span.end, start), count)
  }

  /// Variables written within the expression's own text, each once.
  private static func variables(
    in expression: CheckedExpression, _ names: [Int: String]
  ) -> [(Span, String)] {
    var found: [Span: String] = [:]
    func walk(_ inner: CheckedExpression) {
      if case .slot(let index) = inner.kind, let name = names[index],
        inner.place.source === expression.place.source,
        inner.place.span.start >= expression.place.span.start,
        inner.place.span.end <= expression.place.span.end
      {
        found[inner.place.span] = name
      }
      for child in inner.children { walk(child) }
    }
    walk(expression)
    return found.map { ($0.key, $0.value) }
  }

  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
