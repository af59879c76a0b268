import WritDiagnostics
import WritSyntax
import WritValues

extension ProgramChecker {
  func checkDatasets() {
    for index in datasets.indices { checkFields(index) }
    for index in datasets.indices { checkKey(index) }
    for index in datasets.indices { checkKeyCycle(index) }
    for index in datasets.indices {
      let dataset = datasets[index]
      for field in dataset.syntax.fields {
        if case .composite(_, let parts, let span) = field.type {
          checkComposite(index, field: field.name.text, parts: parts, span: span)
        }
      }
      checkClauses(index)
    }
  }

  private func checkFields(_ index: Int) {
    let syntax = datasets[index].syntax
    let file = datasets[index].file
    if let valid = syntax.valid {
      report(CheckerDiagnostics.notYet("valid from", name: nil, at: file.place(valid)))
    }
    var places: [String: Place] = [:]
    for field in syntax.fields {
      let name = field.name.text
      let place = file.place(field.name.span)
      if let first = places[name] {
        report(CheckerDiagnostics.duplicateName("field `\(name)`", at: place, first))
        continue
      }
      places[name] = place
      let type = resolve(field.type, in: file, owner: "\(syntax.name.text).\(name)")
      checkCategories(field, in: file)
      let labels = ProgramChecker.labels(of: field)
      datasets[index].schema.fields.append(
        DatasetSchema.Field(
          name: name, type: type, isOptional: field.isOptional, personal: labels.personal.first,
          isSecret: labels.isSecret))
      datasets[index].labels.append(labels)
    }
  }

  static func ownLabels(of field: FieldSyntax) -> DataLabels {
    DataLabels(personal: field.personal.map { [$0.text] } ?? [], isSecret: field.isSecret)
  }

  /// A tag of a category that is not known still protects its field, so it is no error.
  private func checkCategories(_ field: FieldSyntax, in file: SourceFile) {
    if let tag = field.personal {
      _ = category(tag, in: file, severity: .warning)
    }
    for nested in ProgramChecker.nestedFields(field.type) { checkCategories(nested, in: file) }
  }

  /// A nested field's tags are those of the whole, too: the value holds it.
  static func labels(of field: FieldSyntax) -> DataLabels {
    var labels = ownLabels(of: field)
    for nested in nestedFields(field.type) { labels = labels.union(self.labels(of: nested)) }
    return labels
  }

  private static func nestedFields(_ type: TypeSyntax) -> [FieldSyntax] {
    switch type {
    case .record(let fields, _): fields
    case .list(let element, _, _), .set(let element, _, _), .map(let element, _, _):
      nestedFields(element)
    case .named, .version, .closedSet, .composite, .error: []
    }
  }

  private func checkKey(_ index: Int) {
    let syntax = datasets[index].syntax
    let file = datasets[index].file
    let schema = datasets[index].schema
    guard !syntax.key.isEmpty else {
      datasets[index].isUsable = false
      if !file.hasSyntaxError(in: syntax.span) {
        report(CheckerDiagnostics.noKey(syntax.name.text, at: file.place(syntax.name.span)))
      }
      return
    }
    for name in syntax.key {
      guard let position = fieldIndex(name, of: index) else {
        datasets[index].isUsable = false
        continue
      }
      let field = schema.fields[position]
      if schema.key.contains(position) || datasets[index].schema.key.contains(position) {
        report(CheckerDiagnostics.duplicateKeyField(name.text, at: file.place(name.span)))
        continue
      }
      if field.isOptional {
        report(CheckerDiagnostics.optionalKey(name.text, at: file.place(name.span)))
        datasets[index].isUsable = false
      }
      if !ProgramChecker.canBeKey(field.type) {
        report(CheckerDiagnostics.keyType(name.text, field.type, at: file.place(name.span)))
        datasets[index].isUsable = false
      }
      datasets[index].schema.key.append(position)
    }
    let key = datasets[index].schema.key
    guard key.count == 1, let only = key.first else { return }
    switch schema.fields[only].type {
    case .reference, .poison: break
    case let base: datasets[index].schema.fields[only].type = .key(schema.name, base: base)
    }
  }

  private static func canBeKey(_ type: ValueType) -> Bool {
    switch type {
    case .bool, .int, .text, .time, .ip, .network, .version, .closedSet, .reference, .poison: true
    default: false
    }
  }

  /// A key that is a reference to a dataset whose key is a reference back has no base.
  private func checkKeyCycle(_ index: Int) {
    let start = datasets[index].schema.name
    var seen: Set<DatasetName> = [start]
    var pending: [(name: DatasetName, depth: Int)] = [(start, 0)]
    while let (name, depth) = pending.popLast() {
      guard let current = datasetIndices[name] else { continue }
      let schema = datasets[current].schema
      for position in schema.key {
        guard case .reference(let target) = schema.fields[position].type else { continue }
        if target == start || depth >= ProgramChecker.keyDepth {
          let syntax = datasets[index].syntax
          let place = datasets[index].file.place(syntax.name.span)
          report(CheckerDiagnostics.keyCycle(syntax.name.text, at: place))
          datasets[index].isUsable = false
          return
        }
        if seen.insert(target).inserted { pending.append((target, depth + 1)) }
      }
    }
  }

  private func checkComposite(_ index: Int, field: String, parts: [Name], span: Span) {
    let file = datasets[index].file
    guard let position = datasets[index].schema.index(of: field),
      case .reference(let target) = datasets[index].schema.fields[position].type,
      let targetIndex = datasetIndices[target], datasets[targetIndex].isUsable
    else { return }
    var components: [Int] = []
    for part in parts {
      guard let component = fieldIndex(part, of: index) else { return }
      components.append(component)
    }
    let schema = datasets[targetIndex].schema
    guard components.count == schema.key.count else {
      report(
        CheckerDiagnostics.compositeShape(
          "`\(target.name)` has a key of \(schema.key.count) and \(components.count) are given",
          at: file.place(span)))
      return
    }
    for (component, key) in zip(components, schema.key) {
      let own = datasets[index].schema.fields[component]
      let other = schema.fields[key]
      if !componentFits(own.type, other.type) {
        report(
          CheckerDiagnostics.compositeShape(
            "`\(own.name)` is \(own.type.word) and `\(target.name).\(other.name)` is "
              + other.type.word, at: file.place(span)))
        return
      }
      if own.isOptional { datasets[index].schema.fields[position].isOptional = true }
    }
    datasets[index].schema.fields[position].components = components
    for component in components {
      let labels = datasets[index].labels[component]
      datasets[index].labels[position] = datasets[index].labels[position].union(labels)
    }
  }

  private func componentFits(_ own: ValueType, _ other: ValueType) -> Bool {
    if own.holdsPoison || other.holdsPoison { return true }
    if case .reference(let one) = own, case .reference(let two) = other { return one == two }
    let left = scalarBase(own)
    let right = scalarBase(other)
    if case .closedSet = left, case .closedSet = right { return true }
    if case .closedSet = left { return right == .text }
    if case .closedSet = right { return left == .text }
    return left == right
  }

  private func checkClauses(_ index: Int) {
    let syntax = datasets[index].syntax
    let file = datasets[index].file
    if let fresh = syntax.fresh {
      datasets[index].schema.fresh = span(fresh, of: "fresh within", in: file)
    }
    if let name = syntax.orderBy, let position = fieldIndex(name, of: index) {
      let field = datasets[index].schema.fields[position]
      if field.type.isPoison {
        datasets[index].isUsable = false
      } else if scalarBase(field.type) != .time || field.isOptional {
        report(CheckerDiagnostics.orderType(name.text, at: file.place(name.span)))
      } else {
        let lateness = syntax.lateness.flatMap { span($0, of: "lateness", in: file) } ?? 0
        datasets[index].schema.order = DatasetSchema.Order(field: position, lateness: lateness)
      }
    }
    if let name = syntax.completePer, let position = fieldIndex(name, of: index) {
      if case .reference = datasets[index].schema.fields[position].type {
        datasets[index].schema.completePer = position
      } else if !datasets[index].schema.fields[position].type.isPoison {
        report(CheckerDiagnostics.completeType(name.text, at: file.place(name.span)))
      }
    }
  }

  /// A duration written out; everything else is a mistake.
  private func span(
    _ syntax: ExpressionSyntax, of clause: String, in file: SourceFile
  ) -> Int64? {
    switch syntax.kind {
    case .duration(let microseconds): return microseconds
    case .error: return nil
    case .months:
      report(CheckerDiagnostics.monthsAsDuration(at: file.place(syntax.span)))
      return nil
    default:
      report(
        CheckerDiagnostics.notLiteral(
          "`\(clause)`", "a duration like `26h`", at: file.place(syntax.span)))
      return nil
    }
  }

  /// The field's index; an unknown one is told.
  private func fieldIndex(_ name: Name, of dataset: Int) -> Int? {
    let schema = datasets[dataset].schema
    if let index = schema.index(of: name.text) { return index }
    let file = datasets[dataset].file
    if !file.hasSyntaxError(in: datasets[dataset].syntax.span) {
      report(
        CheckerDiagnostics.unknownField(
          name.text, of: "dataset `\(schema.name.name)`", at: file.place(name.span),
          known: schema.fields.map(\.name)))
    }
    return nil
  }
}
