import WritChecker
import WritDiagnostics
import WritValues

/// Expressions' sources, each on one line, as the reader of a finding knows their variables: within a define its
/// parameters are shown as the arguments they were given. Made once and shared by all findings.
final class SourceLines {
  /// What the variables in these slots are called; the others are called as written.
  private let names: [Int: String]
  private let program: CheckedProgram
  /// As written; nil where this is it. It owns all the others.
  private unowned let written: SourceLines?
  private var texts: [ObjectIdentifier: String] = [:]
  private var paths: [ObjectIdentifier: String] = [:]
  private var named: [[Int: String]: SourceLines] = [:]
  private var bodies: [ObjectIdentifier: Body] = [:]

  /// A define's body may stand in its own bodies: what it names need not be new.
  private struct Body {
    unowned let lines: SourceLines
  }

  convenience init(program: CheckedProgram) {
    self.init(program: program, names: [:], written: nil)
  }

  private init(program: CheckedProgram, names: [Int: String], written: SourceLines?) {
    self.program = program
    self.names = names
    self.written = written
  }

  /// The same sources where the variables have names.
  func naming(_ names: [Int: String]) -> SourceLines {
    let root = written ?? self
    if names.isEmpty { return root }
    if let known = root.named[names] { return known }
    let lines = SourceLines(program: program, names: names, written: root)
    root.named[names] = lines
    return lines
  }

  /// Those of the body of the define that is called with these arguments.
  func body(of call: CheckedExpression, _ arguments: [CheckedExpression]) -> SourceLines {
    let id = ObjectIdentifier(call)
    if let known = bodies[id] { return known.lines }
    var inner: [Int: String] = [:]
    for (index, argument) in arguments.enumerated() { inner[index] = path(of: argument) }
    let lines = naming(inner)
    bodies[id] = Body(lines: lines)
    return lines
  }

  func text(of expression: CheckedExpression) -> String {
    let id = ObjectIdentifier(expression)
    if let known = texts[id] { return known }
    let text = Self.make(expression, names)
    texts[id] = text
    return text
  }

  /// As the rule's reader would write what is read: a define's parameter is the argument it was given.
  func path(of expression: CheckedExpression) -> String {
    let id = ObjectIdentifier(expression)
    if let known = paths[id] { return known }
    let path = makePath(expression)
    paths[id] = path
    return path
  }

  private func makePath(_ expression: CheckedExpression) -> String {
    switch expression.kind {
    case .slot(let index): names[index] ?? expression.place.text
    case .dereference(let reference, _): path(of: reference)
    case .field(let base, let dataset, let index):
      "\(path(of: base)).\(program.datasets[dataset].fields[index].name)"
    default: (written ?? self).text(of: expression)
    }
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
