import WritDiagnostics
import WritSyntax
import WritValues

extension ExpressionChecker {
  /// Whether the type comes from the context: texts without interpolation and lists of them.
  func isAdaptable(_ syntax: ExpressionSyntax) -> Bool {
    switch syntax.kind {
    case .text(let parts):
      parts.allSatisfy {
        if case .literal = $0 { true } else { false }
      }
    case .list(let elements): elements.allSatisfy(isAdaptable)
    case .choice(_, let then, let otherwise): isAdaptable(then) && isAdaptable(otherwise)
    case .name: literal(behind: syntax) != nil
    default: false
    }
  }

  /// The text, or list of texts, that a let's name stands for, with the file it is written in; nil for any other
  /// expression. A let stands for its expression, so its literal too takes the type its context asks for.
  func literal(
    behind syntax: ExpressionSyntax, depth: Int = 0
  ) -> (syntax: ExpressionSyntax, file: SourceFile)? {
    // Lets that go in a circle are told where they are checked.
    guard case .name(let name) = syntax.kind, depth < 16,
      !variables.contains(where: { $0.name == name })
    else { return nil }
    let value: ExpressionSyntax
    let source: SourceFile
    if let known = rule?.lets[name] {
      (value, source) = (known.syntax.value, file)
    } else {
      if isLocal(name) { return nil }
      guard case .let(let index) = program.entry(name, in: file) else { return nil }
      (value, source) = (program.lets[index].syntax.value, program.lets[index].file)
    }
    let inner = ExpressionChecker(
      program, file: source, frame: frame, rule: source === file ? rule : nil, mode: mode)
    if case .name = value.kind { return inner.literal(behind: value, depth: depth + 1) }
    switch value.kind {
    case .text, .list: return inner.isAdaptable(value) ? (value, source) : nil
    default: return nil
    }
  }

  /// Whether values of the type are written as texts but are none.
  func isWrittenAsText(_ type: ValueType) -> Bool {
    switch type {
    case .list(let element), .set(let element): return isWrittenAsText(element)
    default:
      switch program.scalarBase(type) {
      case .closedSet, .ip, .network, .time, .version: return true
      default: return isNominal(type)
      }
    }
  }

  func integer(_ value: Int64, hint: ValueType?, _ span: Span) -> CheckedExpression {
    if case .decimal = hint, let decimal = Decimal(value) {
      return constant(.decimal(decimal), .decimal, span)
    }
    if let hint, isNominal(hint), program.scalarBase(hint) == .int {
      return constant(.int(value), literalType(hint), span)
    }
    return constant(.int(value), .int, span)
  }

  /// The type of a literal that stands for a key.
  private func literalType(_ hint: ValueType) -> ValueType {
    if case .row(let dataset) = hint { return .reference(dataset) }
    return hint
  }

  func text(
    _ parts: [ExpressionSyntax.TextPart], hint: ValueType?, _ span: Span
  ) -> CheckedExpression {
    var plain = ""
    var isTemplate = false
    for part in parts {
      switch part {
      case .literal(let text): plain += text
      case .interpolation: isTemplate = true
      }
    }
    if isTemplate { return template(parts, span) }
    guard let hint else { return constant(.text(Text(plain)), .text, span) }
    let target = program.scalarBase(hint)
    if case .tuple = target {
      return fail(CheckerDiagnostics.compositeLiteral(hint, at: place(span)), span)
    }
    switch LiteralTyping.read(plain, as: target) {
    case .value(let value):
      if target.isPoison || target.isJSON { return constant(value, .text, span) }
      return constant(value, literalType(hint), span)
    case .unknownWord(let set):
      let words = set.words.map(\.string)
      return fail(
        CheckerDiagnostics.unknownValue(plain, of: set.name, at: place(span), words: words), span)
    case .invalid(let type):
      return fail(CheckerDiagnostics.invalidLiteral(plain, type, at: place(span)), span)
    case .unsuited: return constant(.text(Text(plain)), .text, span)
    }
  }

  private func template(
    _ parts: [ExpressionSyntax.TextPart], _ span: Span
  ) -> CheckedExpression {
    var nodes: [CheckedExpression] = []
    var labels = DataLabels.none
    for part in parts {
      switch part {
      case .literal(let text): nodes.append(constant(.text(Text(text)), .text, span))
      case .interpolation(let syntax):
        let value = infer(syntax)
        labels = labels.union(shownLabels(value))
        nodes.append(value)
      }
    }
    return node(.template(nodes), .text, span, labels: labels)
  }

  func list(
    _ elements: [ExpressionSyntax], hint: ValueType?, _ span: Span
  ) -> CheckedExpression {
    var element: ValueType?
    var isSet = false
    switch hint {
    case .list(let type): element = type
    case .set(let type): (element, isSet) = (type, true)
    default: break
    }
    var nodes: [CheckedExpression] = []
    if let element {
      nodes = elements.map { check($0, element) }
    } else {
      // The first element that is no bare literal says the type of the others.
      let leading = elements.firstIndex { !isAdaptable($0) } ?? 0
      let known = elements.indices.contains(leading) ? infer(elements[leading]) : nil
      let type = known.map { listed($0.type) }
      for (index, syntax) in elements.enumerated() {
        nodes.append(index == leading ? known ?? infer(syntax) : infer(syntax, hint: type))
      }
      element = commonType(of: nodes)
      if let element { nodes = nodes.map { convert($0, to: element) } }
    }
    let type = element ?? .poison
    let labels = nodes.reduce(DataLabels.none) { $0.union(shownLabels($1)) }
    let values = nodes.compactMap { one -> Datum? in
      if case .constant(let value) = one.kind { .known(value) } else { nil }
    }
    if values.count == nodes.count {
      return constant(
        isSet ? Value.set(of: values) : .list(values), isSet ? .set(type) : .list(type), span)
    }
    let plain = node(.list(nodes), .list(type), span, labels: labels)
    if !isSet { return plain }
    // The union with nothing makes a set of a list.
    let nothing = constant(.list([]), .list(type), span)
    return node(.function(.union, [plain, nothing]), .set(type), span, labels: labels)
  }

  /// What an element of a list is: a row stands there as its key.
  private func listed(_ type: ValueType) -> ValueType {
    if case .row(let dataset) = type { .reference(dataset) } else { type }
  }

  private func commonType(of nodes: [CheckedExpression]) -> ValueType? {
    guard let first = nodes.first(where: { !$0.type.isPoison }) else { return nil }
    if nodes.contains(where: { $0.type == .decimal }), nodes.allSatisfy({ isNumber($0.type) }) {
      return .decimal
    }
    return listed(first.type)
  }

  /// What printing a node would give away: a row prints as its key.
  func shownLabels(_ node: CheckedExpression) -> DataLabels {
    if case .row(let dataset) = node.type { return program.keyLabels(dataset) }
    return node.labels
  }
}
