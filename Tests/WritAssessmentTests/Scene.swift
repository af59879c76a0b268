import WritAssessment
import WritChecker
import WritDiagnostics
import WritEngine
import WritModel
import WritTables
import WritValues

/// A small run built by hand: rules, their members' outcomes, catalogs and waivers.
struct Scene {
  static let now = Timestamp(microseconds: 1_780_000_000_000_000)
  static let day: Int64 = 86_400_000_000

  var rules: [CheckedRule] = []
  var evaluations: [RuleEvaluation] = []
  var schemas: [DatasetSchema] = []
  var datasets: [DatasetEvaluation] = []
  var catalogs: [ControlCatalog] = []
  var waivers: [Waiver] = []
  var attestations: [Attestation] = []
  var gate = GateOptions()

  mutating func dataset(
    _ name: String, fresh: Int64? = nil, isDelivered: Bool = true, isStale: Bool = false,
    rejected: Int64 = 0
  ) {
    let full = DatasetName(module: "m", name: name)
    schemas.append(
      DatasetSchema(
        name: full, fields: [DatasetSchema.Field(name: "id", type: .text)], key: [0], fresh: fresh))
    datasets.append(
      DatasetEvaluation(
        name: full, isDelivered: isDelivered, isStale: isStale, collectedAt: nil, rows: 10,
        rejectedRows: rejected, rejects: [], inputs: ["\(name).ndjson"], reason: ""))
  }

  /// Outcomes by letter: p pass, f fail, u no_data, n not applicable, w pending. The members are
  /// named `m0`, `m1`, …
  mutating func rule(
    _ id: String, _ outcomes: String, severity: Severity = .high, covers: [String] = [],
    reads: [Int] = [], allowsEmpty: Bool = false, tolerance: CheckedRule.Tolerance? = nil,
    blind: Bool = false, error: String? = nil, isRun: Bool = true
  ) {
    let source = SourceText(name: "m.writ", text: "rule")
    var rule = CheckedRule(
      id: id, title: "Title of \(id)", severity: severity, place: Place(source, Span(0, 4)))
    rule.covers = covers.compactMap { ControlID(parsing: $0) }
    rule.reads = reads
    rule.allowsEmpty = allowsEmpty
    rule.tolerance = tolerance
    rules.append(rule)
    guard isRun else { return }
    var ledger = Ledger()
    var findings: [Finding] = []
    for (index, letter) in outcomes.enumerated() {
      let outcome: Outcome =
        switch letter {
        case "p": .pass
        case "f": .fail
        case "u": .noData
        case "w": .pending
        default: .notApplicable
        }
      ledger.add(outcome)
      guard outcome == .fail || outcome == .noData else { continue }
      findings.append(
        Finding(
          rule: id, ruleDigest: "d", title: rule.title, severity: severity, dataset: "m.users",
          memberKey: ["m\(index)"], outcome: outcome,
          causes: outcome == .noData ? [Cause(.missing, "mfa")] : [], message: "m\(index)",
          fingerprint: "writ1:\(id)/m\(index)", controls: rule.covers))
    }
    let blindDatasets =
      blind
      ? [
        BlindDataset(
          dataset: DatasetName(module: "m", name: "users"), cause: Cause(.unavailable, "m.users"),
          reason: "not delivered")
      ] : []
    evaluations.append(
      RuleEvaluation(
        rule: id, digest: "d", ledger: ledger, findings: findings, blindDatasets: blindDatasets,
        error: error))
  }

  mutating func waiver(_ id: String, _ rule: String, _ members: [String], days: Int64 = 100) {
    waivers.append(
      Waiver(
        id: id, rule: rule, members: members.map { MemberPattern(parts: [Glob($0)]) },
        reason: "until the new system is there", owner: "a@example.test",
        approver: "b@example.test",
        expires: Timestamp(microseconds: Scene.now.microseconds + days * Scene.day),
        place: RecordPlace(source: "waivers.yaml", line: 1, column: 1)))
  }

  /// A framework `f` with controls `C1`, `C2`, … in groups of two.
  mutating func catalog(
    _ severities: [Severity], criterion: Control.Criterion = .all,
    requires: [EvidenceKind] = [.inventory]
  ) {
    let framework = Framework(id: "f", version: "1", title: "Framework", license: .ownWords)
    let controls = severities.enumerated().map { index, severity in
      Control(
        id: ControlID(framework: "f", id: "C\(index + 1)"), title: "Control \(index + 1)",
        group: "G\(index / 2)", source: "s", severity: severity, frequency: .daily,
        criterion: criterion, requires: requires, check: "c")
    }
    catalogs.append(ControlCatalog(framework: framework, controls: controls))
  }

  func assess() -> Assessment {
    let program = CheckedProgram(
      datasets: schemas, datasetPlaces: [], params: [], defines: [],
      rules: rules, tests: [])
    let assessor = Assessor(
      toolVersion: "0.0.0", now: Scene.now, gate: gate, catalogs: catalogs, waivers: waivers,
      attestations: attestations)
    return assessor.assess(program, EvaluationResult(rules: evaluations, datasets: datasets))
  }

  func status() -> RuleStatus? { assess().rules.first?.status }
}
