import WritDiagnostics
import WritSyntax
import WritValues

/// Reads the rows of a test as a dataset's schema would.
struct RowLiteral {
  let program: ProgramChecker
  let file: SourceFile

  /// One datum a field, nil where it was left out; nil after a told mistake.
  func row(_ syntax: ExpressionSyntax, of dataset: Int) -> [Datum?]? {
    let schema = program.datasets[dataset].schema
    // The parser takes nothing but records for rows.
    guard case .record(let given) = syntax.kind else { return nil }
    var row = [Datum?](repeating: nil, count: schema.fields.count)
    var isWhole = true
    for field in given {
      guard let index = schema.index(of: field.name.text) else {
        program.report(
          CheckerDiagnostics.unknownField(
            field.name.text, of: "dataset `\(schema.name.name)`",
            at: file.place(field.name.span), known: schema.fields.map(\.name)))
        isWhole = false
        continue
      }
      if row[index] != nil {
        program.report(
          CheckerDiagnostics.duplicateRowField(field.name.text, at: file.place(field.name.span)))
        isWhole = false
        continue
      }
      let known = schema.fields[index]
      let value = datum(
        field.value, known.type, isOptional: known.isOptional, path: known.name)
      row[index] = value
      if value == nil { isWhole = false }
    }
    addComposites(schema, &row)
    for index in schema.key where row[index] == nil && isWhole {
      program.report(
        CheckerDiagnostics.rowWithoutKey(
          schema.fields[index].name, of: schema.name.name, at: file.place(syntax.span)))
      isWhole = false
    }
    return isWhole ? row : nil
  }

  /// `col: columns(tbl, name)` is made from the fields it names.
  private func addComposites(_ schema: DatasetSchema, _ row: inout [Datum?]) {
    for (index, field) in schema.fields.enumerated()
    where !field.components.isEmpty && row[index] == nil {
      var values: [Value] = []
      var causes = Causes.none
      var isGiven = true
      for component in field.components {
        switch row[component] {
        case .known(let value): values.append(value)
        case .some(let other): causes = causes.union(other.causes)
        case nil: isGiven = false
        }
      }
      if !isGiven { continue }
      if !causes.isEmpty {
        row[index] = .unknown(causes)
      } else if let only = values.first, values.count == 1 {
        row[index] = .known(only)
      } else {
        row[index] = .known(.tuple(values))
      }
    }
  }

  private func datum(
    _ syntax: ExpressionSyntax, _ type: ValueType, isOptional: Bool, path: String
  ) -> Datum? {
    switch syntax.kind {
    case .null:
      return isOptional ? .missing(path) : .unknown(Causes(Cause(.unreadable, path)))
    case .name("unreadable"): return .unknown(Causes(Cause(.unreadable, path)))
    case .name("withheld"): return .unknown(Causes(Cause(.withheld, path)))
    default: break
    }
    switch (type, syntax.kind) {
    case (.list(let element), .list(let all)):
      return elements(all, element, path).map { .known(.list($0)) }
    case (.set(let element), .list(let all)):
      return elements(all, element, path).map { .known(Value.set(of: $0)) }
    case (.map(let element), .record(let fields)):
      var entries: [MapEntry] = []
      for field in fields {
        let inner = "\(path).\(field.name.text)"
        guard let value = datum(field.value, element, isOptional: false, path: inner) else {
          return nil
        }
        entries.append(MapEntry(key: Text(field.name.text), value: value))
      }
      return .known(Value.map(of: entries))
    case (.record(let record), .record(let fields)): return self.record(fields, record, path)
    case (.json, _): return json(syntax).map { .known(.json($0)) }
    case (.reference(let dataset), .list(let all)):
      return tuple(all, dataset, syntax, path)
    default:
      return program.literal(syntax, type, of: "the value of `\(path)`", in: file)
        .map { .known($0) }
    }
  }

  private func elements(
    _ all: [ExpressionSyntax], _ type: ValueType, _ path: String
  ) -> [Datum]? {
    var found: [Datum] = []
    for one in all {
      guard let value = datum(one, type, isOptional: false, path: path) else { return nil }
      found.append(value)
    }
    return found
  }

  private func record(
    _ fields: [ExpressionSyntax.RecordField], _ record: RecordType, _ path: String
  ) -> Datum? {
    var values = record.fields.map { field -> Datum in
      let inner = "\(path).\(field.name)"
      return field.isOptional ? .missing(inner) : .unknown(Causes(Cause(.unreadable, inner)))
    }
    for field in fields {
      guard let index = record.fields.firstIndex(where: { $0.name == field.name.text }) else {
        program.report(
          CheckerDiagnostics.unknownField(
            field.name.text, of: "the record `\(path)`", at: file.place(field.name.span),
            known: record.fields.map(\.name)))
        return nil
      }
      let known = record.fields[index]
      guard
        let value = datum(
          field.value, known.type, isOptional: known.isOptional, path: "\(path).\(known.name)")
      else { return nil }
      values[index] = value
    }
    return .known(.record(values))
  }

  /// A composite key written out: `["u1", "10.0.0.1"]`.
  private func tuple(
    _ all: [ExpressionSyntax], _ dataset: DatasetName, _ syntax: ExpressionSyntax, _ path: String
  ) -> Datum? {
    guard case .tuple(let parts) = program.keyBase(dataset), parts.count == all.count else {
      program.report(
        CheckerDiagnostics.mismatch(
          expected: .reference(dataset), found: .list(.text), at: file.place(syntax.span)))
      return nil
    }
    var values: [Value] = []
    for (one, type) in zip(all, parts) {
      guard let value = program.literal(one, type, of: "a part of the key", in: file) else {
        return nil
      }
      values.append(value)
    }
    return .known(.tuple(values))
  }

  private func json(_ syntax: ExpressionSyntax) -> JSONValue? {
    switch syntax.kind {
    case .null: return .null
    case .bool(let value): return .bool(value)
    case .list(let all):
      var values: [JSONValue] = []
      for one in all {
        guard let value = json(one) else { return nil }
        values.append(value)
      }
      return .array(values)
    case .record(let fields):
      var members: [JSONValue.Member] = []
      for field in fields {
        guard let value = json(field.value) else { return nil }
        members.append(JSONValue.Member(name: Text(field.name.text), value: value))
      }
      return .object(members)
    default:
      let checker = ExpressionChecker(program, file: file, frame: Frame())
      let node = checker.infer(syntax)
      if node.type.isPoison { return nil }
      switch node.kind {
      case .constant(.int(let value)): return .number(String(value))
      case .constant(.decimal(let value)): return .number(value.description)
      case .constant(.text(let text)): return .string(text)
      case .constant(.time(let time)): return .string(Text(time.description))
      default:
        program.report(
          CheckerDiagnostics.notLiteral(
            "a json value", "a text, number, bool, list or record", at: file.place(syntax.span)))
        return nil
      }
    }
  }
}
