import WritDiagnostics
import WritModel
import WritValues
import WritYAML

/// What waiver and attestation files share: a list of records, people, times.
struct RecordFile {
  let log = DiagnosticLog()
  /// The records, none when the document is empty or can't be read.
  private(set) var nodes: [YAMLNode] = []

  init(_ source: SourceText, holding subject: String) {
    let parsed = YAMLReader.parse(source)
    log.report(contentsOf: parsed.diagnostics)
    switch parsed.node {
    case .sequence(let nodes, _): self.nodes = nodes
    case .mapping(let mapping) where mapping.entries.isEmpty: break
    case .scalar(let scalar) where scalar.isNull: break
    case nil: break
    case let node?:
      log.report(
        "config/wrong-type", "the file has to be a list of \(subject)", at: node.place,
        label: "this is \(node.kind)", help: ["begin each with `- `"])
    }
  }

  /// A time with its zone, or a date, which is its midnight in UTC.
  func time(_ reader: MappingReader, _ key: String) -> Located<Timestamp>? {
    guard let text = reader.text(key, required: true) else { return nil }
    if let time = Timestamp(parsing: text.value) { return Located(time, at: text.place) }
    log.report(
      "config/wrong-type", "`\(key)` has to be a date or a time with a zone", at: text.place,
      help: ["for example `2027-01-31` or `2027-01-31T12:00:00Z`"])
    return nil
  }

  /// Whether two names mean one person as far as can be told from them.
  static func isSamePerson(_ one: String, _ other: String) -> Bool {
    func plain(_ name: String) -> [Unicode.Scalar] {
      let scalars = name.lowercased().unicodeScalars.drop { $0.properties.isWhitespace }
      return Array(scalars.reversed().drop { $0.properties.isWhitespace })
    }
    return plain(one) == plain(other)
  }

  static func place(of node: YAMLNode) -> RecordPlace {
    let place = node.place
    let position = place.source.position(at: place.span.start)
    return RecordPlace(source: place.source.name, line: position.line, column: position.column)
  }
}
