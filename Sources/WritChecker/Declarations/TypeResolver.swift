import WritDiagnostics
import WritSyntax
import WritValues

extension ProgramChecker {
  static let scalars: [String: ValueType] = [
    "bool": .bool, "int": .int, "decimal": .decimal, "text": .text, "time": .time,
    "duration": .duration, "months": .months, "bytes": .bytes, "ip": .ip, "network": .network,
    "json": .json,
  ]

  /// The type a text names; `owner` is what a closed set is called in messages (`users.status`).
  func resolve(_ syntax: TypeSyntax, in file: SourceFile, owner: String) -> ValueType {
    switch syntax {
    case .named(let name): return resolve(name, in: file)
    case .version(let scheme, _):
      if let known = VersionScheme(rawValue: scheme.text) { return .version(known) }
      report(
        CheckerDiagnostics.unknownScheme(
          scheme.text, at: file.place(scheme.span), known: VersionScheme.allCases.map(\.rawValue)))
      return .poison
    case .closedSet(let words, _):
      var seen: Set<Text> = []
      for word in words where !seen.insert(Text(word.value)).inserted {
        report(CheckerDiagnostics.duplicateWord(word.value, at: file.place(word.span)))
      }
      return .closedSet(ClosedSet(name: owner, words: words.map { Text($0.value) }))
    case .list(let element, _, _): return .list(resolve(element, in: file, owner: owner))
    case .set(let element, _, let span):
      let type = resolve(element, in: file, owner: owner)
      if case .json = type {
        report(CheckerDiagnostics.setOfJSON(at: file.place(span)))
        return .poison
      }
      return .set(type)
    case .map(let element, _, _): return .map(resolve(element, in: file, owner: owner))
    case .record(let fields, _):
      var seen: [String: Place] = [:]
      var known: [RecordType.Field] = []
      for field in fields {
        let place = file.place(field.name.span)
        if let first = seen[field.name.text] {
          report(CheckerDiagnostics.duplicateName("field `\(field.name.text)`", at: place, first))
          continue
        }
        seen[field.name.text] = place
        known.append(
          RecordType.Field(
            name: field.name.text,
            type: resolve(field.type, in: file, owner: "\(owner).\(field.name.text)"),
            isOptional: field.isOptional))
      }
      return .record(RecordType(fields: known))
    case .composite(let dataset, _, _):
      guard let index = self.dataset(dataset, in: file) else { return .poison }
      return .reference(datasets[index].schema.name)
    case .error: return .poison
    }
  }

  private func resolve(_ name: Name, in file: SourceFile) -> ValueType {
    if let scalar = ProgramChecker.scalars[name.text] { return scalar }
    let place = file.place(name.span)
    switch lookUp(name, in: file) {
    case .found(.dataset(let index)): return .reference(datasets[index].schema.name)
    case .found: report(CheckerDiagnostics.notADataset(name.text, at: place))
    case .unknown:
      let known = Array(ProgramChecker.scalars.keys) + datasetNames(in: file)
      report(CheckerDiagnostics.unknownType(name.text, at: place, known: known))
    case .told: break
    }
    return .poison
  }
}

extension ValueType {
  /// How messages name the type.
  var word: String {
    switch self {
    case .bool: "bool"
    case .int: "int"
    case .decimal: "decimal"
    case .text: "text"
    case .time: "time"
    case .duration: "duration"
    case .months: "months"
    case .bytes: "bytes"
    case .ip: "ip"
    case .network: "network"
    case .version(let scheme): "version<\(scheme.rawValue)>"
    case .closedSet(let set): "value of \(set.name)"
    case .key(let dataset, _): "key of \(dataset.name)"
    case .reference(let dataset): "reference to \(dataset.name)"
    case .row(let dataset): "row of \(dataset.name)"
    case .list(let element): "list<\(element.word)>"
    case .set(let element): "set<\(element.word)>"
    case .map(let element): "map<\(element.word)>"
    case .record: "record"
    case .json: "json"
    case .tuple: "composite key"
    case .poison: "unknown"
    }
  }

  var isPoison: Bool { if case .poison = self { true } else { false } }
  var isJSON: Bool { if case .json = self { true } else { false } }

  /// A poison anywhere within.
  var holdsPoison: Bool {
    switch self {
    case .poison: true
    case .key(_, let base): base.holdsPoison
    case .list(let element), .set(let element), .map(let element): element.holdsPoison
    case .record(let record): record.fields.contains { $0.type.holdsPoison }
    default: false
    }
  }
}
