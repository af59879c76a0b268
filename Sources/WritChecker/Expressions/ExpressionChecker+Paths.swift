import WritDiagnostics
import WritSyntax
import WritValues

extension ExpressionChecker {
  func member(_ base: ExpressionSyntax, _ name: Name, _ span: Span) -> CheckedExpression {
    if case .name(let word) = base.kind, let found = dotted(word, base.span, name, span) {
      return found
    }
    return step(infer(base), name, span)
  }

  /// `period.start`, `VAR.end` of `each`, `shop.limit`: a dot that is no path into a value.
  private func dotted(
    _ word: String, _ wordSpan: Span, _ name: Name, _ span: Span
  ) -> CheckedExpression? {
    if variables.contains(where: { $0.name == word }) { return nil }
    if let rule, rule.stepName == word {
      return interval(word, name, start: .stepStart, end: .stepEnd, span)
    }
    if isLocal(word) || program.entry(word, in: file) != nil { return nil }
    if word == "period" {
      return interval(word, name, start: .periodStart, end: .periodEnd, span)
    }
    if word == "window" {
      guard let rule, rule.hasWindow, mode != .rows else {
        return fail(
          CheckerDiagnostics.notHere(
            word, "there is a window only after a `window` clause", at: place(wordSpan)), span)
      }
      return interval(word, name, start: .windowStart, end: .windowEnd, span)
    }
    guard isModule(word) else { return nil }
    switch program.lookUp(name.text, of: word, at: place(span), in: file) {
    case .found(let entry): return imported(entry, "\(word).\(name.text)", span)
    case .told: return poison(span)
    case .unknown:
      let known = program.modules[word]?.names { _ in true } ?? []
      return fail(
        CheckerDiagnostics.unknownName(
          "\(word).\(name.text)", at: place(span), known: known.map { "\(word).\($0)" }, help: []),
        span)
    }
  }

  private func interval(
    _ word: String, _ name: Name, start: CheckedExpression.Kind, end: CheckedExpression.Kind,
    _ span: Span
  ) -> CheckedExpression {
    switch name.text {
    case "start": node(start, .time, span)
    case "end": node(end, .time, span)
    default:
      fail(
        CheckerDiagnostics.unknownField(
          name.text, of: "`\(word)`", at: place(name.span), known: ["start", "end"]), span)
    }
  }

  private func imported(
    _ entry: Module.Entry, _ name: String, _ span: Span
  ) -> CheckedExpression {
    switch entry {
    case .param(let index): param(index, span)
    case .let(let index): moduleLet(index, span)
    case .dataset: fail(CheckerDiagnostics.datasetAsValue(name, at: place(span)), span)
    case .define: fail(CheckerDiagnostics.defineAsValue(name, at: place(span)), span)
    }
  }

  private func step(_ base: CheckedExpression, _ name: Name, _ span: Span) -> CheckedExpression {
    switch base.type {
    case .poison: return poison(span)
    case .row(let dataset): return field(rowOf(base, dataset), dataset, name, span)
    case .reference(let dataset):
      let row = followed(base, dataset, isRead: !isKey(name.text, of: dataset))
      return field(row, dataset, name, span)
    case .json:
      let key = constant(.text(Text(name.text)), .text, name.span)
      return node(.jsonMember(base, key: key), .json, span, labels: base.labels)
    case .record(let record):
      guard let index = record.fields.firstIndex(where: { $0.name == name.text }) else {
        return fail(
          CheckerDiagnostics.unknownField(
            name.text, of: "the record", at: place(name.span), known: record.fields.map(\.name)),
          span)
      }
      return node(
        .recordField(base, index: index), record.fields[index].type, span,
        labels: nestedLabels(base, name.text) ?? base.labels)
    default:
      return fail(CheckerDiagnostics.noFields(name.text, base.type, at: place(name.span)), span)
    }
  }

  /// What a field of a record gives away: its own tags and those of what it lies in. Nil where the
  /// record is not read straight from a row; then the whole's tags hold.
  private func nestedLabels(_ base: CheckedExpression, _ name: String) -> DataLabels? {
    guard let (parent, outer) = declaration(of: base), case .record(let fields, _) = parent.type,
      let field = fields.first(where: { $0.name.text == name })
    else { return nil }
    return outer.union(ProgramChecker.labels(of: field))
  }

  private func declaration(
    of node: CheckedExpression
  ) -> (field: FieldSyntax, labels: DataLabels)? {
    switch node.kind {
    case .field(_, let dataset, let index):
      let declared = program.datasets[dataset]
      let name = declared.schema.fields[index].name
      return declared.syntax.fields.first { $0.name.text == name }
        .map { ($0, ProgramChecker.ownLabels(of: $0)) }
    case .recordField(let base, let index):
      guard case .record(let record) = base.type, record.fields.indices.contains(index),
        let (parent, outer) = declaration(of: base), case .record(let fields, _) = parent.type,
        let field = fields.first(where: { $0.name.text == record.fields[index].name })
      else { return nil }
      return (field, outer.union(ProgramChecker.ownLabels(of: field)))
    default: return nil
    }
  }

  private func field(
    _ row: CheckedExpression, _ dataset: DatasetName, _ name: Name, _ span: Span
  ) -> CheckedExpression {
    guard let index = program.datasetIndices[dataset] else { return poison(span) }
    let declared = program.datasets[index]
    guard let position = declared.schema.index(of: name.text) else {
      if !declared.isUsable || declared.file.hasSyntaxError(in: declared.syntax.span) {
        return poison(span)
      }
      return fail(
        CheckerDiagnostics.unknownField(
          name.text, of: "dataset `\(program.show(dataset))`", at: place(name.span),
          known: declared.schema.fields.map(\.name)), span)
    }
    let type = declared.schema.fields[position].type
    if type.holdsPoison || !declared.isUsable { return poison(span) }
    var labels = declared.labels[position]
    if case .reference(let target) = type { labels = labels.union(program.keyLabels(target)) }
    return node(.field(row, dataset: index, index: position), type, span, labels: labels)
  }

  /// The row a row-typed expression holds: what does not stand for a row itself is followed by its key.
  func rowOf(_ base: CheckedExpression, _ dataset: DatasetName) -> CheckedExpression {
    switch base.kind {
    case .slot, .dereference, .comprehension: base
    default: followed(base, dataset)
    }
  }

  /// A reference holds the key: to read that, its dataset is not needed.
  private func isKey(_ name: String, of dataset: DatasetName) -> Bool {
    guard let index = program.datasetIndices[dataset] else { return false }
    let schema = program.datasets[index].schema
    return schema.index(of: name).map { schema.key.contains($0) } ?? false
  }

  /// A key followed to its row.
  func followed(
    _ base: CheckedExpression, _ dataset: DatasetName, isRead: Bool = true
  ) -> CheckedExpression {
    guard let index = program.datasetIndices[dataset] else { return base }
    if isRead { frame.uses.datasets.insert(index) }
    return CheckedExpression(
      .dereference(base, dataset: index), type: .row(dataset), place: base.place,
      labels: program.keyLabels(dataset))
  }

  /// `tags["owner"]`, `body["a key"]`
  func entry(
    _ base: ExpressionSyntax, _ key: ExpressionSyntax, _ span: Span
  ) -> CheckedExpression {
    let value = infer(base)
    switch value.type {
    case .poison:
      _ = infer(key)
      return poison(span)
    case .map(let element):
      let checked = check(key, .text)
      return node(.mapEntry(value, key: checked), element, span, labels: value.labels)
    case .json:
      let checked = check(key, .text)
      return node(.jsonMember(value, key: checked), .json, span, labels: value.labels)
    default:
      return fail(CheckerDiagnostics.noEntries(value.type, at: place(span)), span)
    }
  }
}
