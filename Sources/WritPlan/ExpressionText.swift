import WritChecker
import WritDiagnostics
import WritValues

/// Expressions as people wrote them, on one line.
struct ExpressionText {
  let program: CheckedProgram

  /// The source, a comprehension that has an operator of its own shortened to `exists(grants …)`.
  func source(of expression: CheckedExpression) -> String {
    let place = expression.place
    let bytes = place.source.bytes
    var cuts: [(span: Span, text: String)] = []
    collect(expression, within: place, &cuts)
    cuts.sort { $0.span.start < $1.span.start }
    var line: [UInt8] = []
    var position = clamped(place.span.start, bytes.count)
    for cut in cuts where cut.span.start >= position {
      line += bytes[position..<clamped(cut.span.start, bytes.count)]
      line += Array(cut.text.utf8)
      position = clamped(cut.span.end, bytes.count)
    }
    let end = clamped(place.span.end, bytes.count)
    if end > position { line += bytes[position..<end] }
    return Self.oneLine(String(decoding: line, as: UTF8.self))
  }

  private func clamped(_ offset: Int, _ count: Int) -> Int { min(max(offset, 0), count) }

  private func collect(
    _ expression: CheckedExpression, within place: Place,
    _ cuts: inout [(span: Span, text: String)]
  ) {
    let span = expression.place.span
    guard expression.place.source === place.source, span.start >= place.span.start,
      span.end <= place.span.end
    else { return }
    if case .comprehension(let comprehension) = expression.kind, comprehension.condition != nil,
      let name = name(ofSource: comprehension)
    {
      cuts.append((span, "\(comprehension.function.rawValue)(\(name) …)"))
      return
    }
    for child in expression.children { collect(child, within: place, &cuts) }
  }

  private func name(ofSource comprehension: Comprehension) -> String? {
    switch comprehension.source {
    case .dataset(let dataset): program.datasets[dataset].name.name
    case .collection(let collection): Self.oneLine(collection.place.text)
    case .group: nil
    }
  }

  /// The expression written anew, its variables under the names given: those of a define's parameters are what the
  /// call handed in. A row under the empty name is left out, so that only its fields are named.
  func text(of node: CheckedExpression, _ names: [Int: String]) -> String {
    switch node.kind {
    case .slot(let slot):
      guard let name = names[slot] else { return Self.oneLine(node.place.text) }
      return name.isEmpty ? key(of: node.type) : name
    case .dereference(let reference, _): return text(of: reference, names)
    case .field(let base, let dataset, let index):
      return member(program.datasets[dataset].fields[index].name, of: base, names)
    case .recordField(let base, let index):
      guard case .record(let record) = base.type, record.fields.indices.contains(index) else {
        return Self.oneLine(node.place.text)
      }
      return member(record.fields[index].name, of: base, names)
    case .mapEntry(let base, let key): return "\(text(of: base, names))[\(text(of: key, names))]"
    case .jsonMember(let base, let key):
      if case .constant(.text(let name)) = key.kind { return member(name.string, of: base, names) }
      return "\(text(of: base, names))[\(text(of: key, names))]"
    case .jsonAs(let base): return text(of: base, names)
    case .function(.decimal, let arguments)
    where arguments.count == 1 && arguments[0].place == node.place:
      // A conversion that nobody wrote.
      return text(of: arguments[0], names)
    case .function(let function, let arguments):
      return "\(function.rawValue)(\(list(arguments, names)))"
    case .call(let define, let arguments):
      let id = program.defines[define].id
      let name = id.split(separator: ".").last.map(String.init) ?? id
      return "\(name)(\(list(arguments, names)))"
    case .arithmetic(let operation, let one, let other):
      return "\(operand(one, names)) \(operation.rawValue) \(operand(other, names))"
    case .compare(let comparison, let one, let other):
      return "\(operand(one, names)) \(comparison.rawValue) \(operand(other, names))"
    case .inCollection(let one, let other):
      return "\(operand(one, names)) in \(operand(other, names))"
    case .not(let operand): return "not \(self.operand(operand, names))"
    case .and(let one, let other): return "\(operand(one, names)) and \(operand(other, names))"
    case .or(let one, let other): return "\(operand(one, names)) or \(operand(other, names))"
    case .isKnown(let operand): return "\(self.operand(operand, names)) is known"
    case .isMissing(let operand): return "\(self.operand(operand, names)) is missing"
    default: return Self.oneLine(node.place.text)
    }
  }

  private func member(
    _ name: String, of base: CheckedExpression, _ names: [Int: String]
  ) -> String {
    if case .slot(let slot) = base.kind, names[slot]?.isEmpty ?? false { return name }
    return "\(text(of: base, names)).\(name)"
  }

  private func operand(_ node: CheckedExpression, _ names: [Int: String]) -> String {
    let text = text(of: node, names)
    switch node.kind {
    case .arithmetic, .compare, .inCollection, .not, .and, .or, .isKnown, .isMissing:
      return "(\(text))"
    default: return text
    }
  }

  private func list(_ nodes: [CheckedExpression], _ names: [Int: String]) -> String {
    nodes.map { text(of: $0, names) }.joined(separator: ", ")
  }

  private func key(of type: ValueType) -> String {
    guard case .row(let name) = type, let dataset = program.index(of: name) else { return "it" }
    let schema = program.datasets[dataset]
    return schema.key.map { schema.fields[$0].name }.joined(separator: ", ")
  }

  static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
