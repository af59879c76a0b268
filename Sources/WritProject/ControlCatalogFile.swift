public import WritDiagnostics
public import WritModel
import WritValues
import WritYAML

/// Reads `controls/<framework>/<version>/catalog.yaml`; controls/README.md describes its keys.
public enum ControlCatalogFile {
  /// The only form there is.
  public static let schema = "writ.controls/1"

  private static let keys = ["schema", "framework", "version", "title", "license", "controls"]
  private static let controlKeys = [
    "id", "title", "group", "source", "severity", "frequency", "criterion", "requires", "check",
    "applicability", "maps_to",
  ]

  /// The catalog and what is wrong with it; nil when it can't even be told which one it is.
  /// Controls with a mistake are left out.
  public static func parse(
    _ source: SourceText
  ) -> (catalog: ControlCatalog?, diagnostics: [Diagnostic]) {
    let parsed = YAMLReader.parse(source)
    guard let root = parsed.node else { return (nil, parsed.diagnostics) }
    let log = DiagnosticLog()
    guard let reader = MappingReader(root, subject: "a control catalog", keys: keys, log: log)
    else {
      return (nil, log.diagnostics)
    }
    if let written = reader.text("schema", required: true), written.value != schema {
      log.report(
        "config/unknown-value", "`\(written.value)` is not a form of control catalogs",
        at: written.place, help: ["write `schema: \(schema)`"])
    }
    let framework = framework(reader, log: log)
    let title = reader.text("title", required: true)
    let license = reader.word("license", as: Framework.License.self, required: true)
    let version = reader.text("version", required: true)
    let nodes = reader.list("controls", required: true)
    if let nodes, nodes.value.isEmpty {
      log.report("config/wrong-type", "a catalog without controls", at: nodes.place)
    }
    guard let framework, let title, let license, let version else { return (nil, log.diagnostics) }
    var controls: [Control] = []
    var seen: Set<String> = []
    for node in nodes?.value ?? [] {
      guard let control = control(node, of: framework, log: log) else { continue }
      if !seen.insert(control.value.id.id).inserted {
        log.report(
          "config/duplicate-value", "`\(control.value.id)` stands twice in the catalog",
          at: control.place)
        continue
      }
      controls.append(control.value)
    }
    let catalog = ControlCatalog(
      framework: Framework(
        id: framework, version: version.value, title: title.value, license: license.value),
      controls: controls)
    return (catalog, log.diagnostics)
  }

  private static func framework(_ reader: MappingReader, log: DiagnosticLog) -> String? {
    guard let name = reader.text("framework", required: true) else { return nil }
    if ControlID.isFramework(name.value) { return name.value }
    log.report(
      "config/wrong-type", "a framework is named in lowercase letters, digits and `-`",
      at: name.place)
    return nil
  }

  private static func control(
    _ node: YAMLNode, of framework: String, log: DiagnosticLog
  ) -> Located<Control>? {
    guard let reader = MappingReader(node, subject: "a control", keys: controlKeys, log: log) else {
      return nil
    }
    let id = reader.text("id", required: true)
    let title = reader.text("title", required: true)
    let group = reader.text("group", required: true)
    let source = reader.text("source", required: true)
    let severity = reader.word(
      "severity", among: [Severity.critical, .high, .medium, .low], required: true)
    let frequency = reader.word("frequency", as: Control.Frequency.self, required: true)
    let criterion = criterion(reader, log: log)
    let requires = reader.words("requires", as: EvidenceKind.self, required: true)
    if let requires, requires.isEmpty {
      log.report(
        "config/wrong-type", "`requires` names no kind of evidence",
        at: reader.place(ofKey: "requires"))
    }
    let check = reader.text("check", required: true)
    let mapsTo = mappings(reader, log: log)
    guard let id, let title, let group, let source, let severity, let frequency, let criterion,
      let requires, let check
    else { return nil }
    guard ControlID.isLocal(id.value) else {
      log.report(
        "config/wrong-type", "a control's id has letters, digits and `._-()` only", at: id.place)
      return nil
    }
    let control = Control(
      id: ControlID(framework: framework, id: id.value), title: title.value, group: group.value,
      source: source.value, severity: severity.value, frequency: frequency.value,
      criterion: criterion, requires: requires.map(\.value), check: check.value,
      applicability: reader.text("applicability")?.value, mapsTo: mapsTo)
    return Located(control, at: id.place)
  }

  /// `all` or `{threshold: "5%"}`.
  private static func criterion(
    _ reader: MappingReader, log: DiagnosticLog
  ) -> Control.Criterion? {
    guard let node = reader.node("criterion", required: true) else { return nil }
    switch node {
    case .scalar(let scalar) where scalar.text == "all": return .all
    case .mapping:
      guard
        let inner = MappingReader(node, subject: "a criterion", keys: ["threshold"], log: log),
        let text = inner.text("threshold", required: true)
      else { return nil }
      if let share = share(text.value) { return .threshold(share) }
      log.report(
        "config/wrong-type", "`threshold` has to be a percentage between 0 and 100",
        at: text.place, help: ["for example `\"5%\"`"])
      return nil
    default:
      log.report(
        "config/wrong-type", "`criterion` has to be `all` or `{threshold: \"5%\"}`",
        at: node.place)
      return nil
    }
  }

  /// A percentage as a share: `5%` is 0.05. Nil when it has more than four places after the point.
  private static func share(_ text: String) -> Decimal? {
    guard text.utf8.last == 0x25 else { return nil }
    let digits = text.dropLast()
    let parts = digits.utf8.split(separator: 0x2E, omittingEmptySubsequences: false)
    let areDigits = parts.allSatisfy { part in
      !part.isEmpty && part.allSatisfy { (0x30...0x39).contains($0) }
    }
    guard parts.count <= 2, areDigits, parts.count < 2 || parts[1].count <= 4,
      let percent = Decimal(parsing: String(digits))
    else { return nil }
    let millionths = percent.millionths / 100
    return (0...1_000_000).contains(millionths) ? Decimal(millionths: millionths) : nil
  }

  private static func mappings(_ reader: MappingReader, log: DiagnosticLog) -> [ControlMapping] {
    guard let list = reader.list("maps_to") else { return [] }
    var mappings: [ControlMapping] = []
    for node in list.value {
      guard
        let inner = MappingReader(
          node, subject: "a link", keys: ["control", "relation", "reason"], log: log)
      else { continue }
      let control = controlID(inner, "control", log: log)
      let relation = inner.word(
        "relation", as: ControlMapping.Relation.self, required: true)
      let reason = inner.text("reason", required: true)
      guard let control, let relation, let reason else { continue }
      if mappings.contains(where: { $0.control == control.value }) {
        log.report(
          "config/duplicate-value", "there are two links to `\(control.value)`",
          at: control.place)
        continue
      }
      mappings.append(
        ControlMapping(
          control: control.value, relation: relation.value, reason: reason.value))
    }
    return mappings
  }

  /// A control of any framework: `soc2:CC6.1`.
  static func controlID(
    _ reader: MappingReader, _ key: String, log: DiagnosticLog
  ) -> Located<ControlID>? {
    guard let text = reader.text(key, required: true) else { return nil }
    if let id = ControlID(parsing: text.value) { return Located(id, at: text.place) }
    log.report(
      "config/wrong-type", "`\(key)` has to be a framework and an id", at: text.place,
      help: ["for example `soc2:CC6.1`"])
    return nil
  }
}
