package import WritChecker
package import WritEngine
package import WritModel
import WritDiagnostics
import WritTables
package import WritValues

/// Makes an assessment from an evaluation: waivers, statuses, scores, gate. Pure: no file, no clock.
package struct Assessor: Sendable {
  package var toolVersion: String
  package var now: Timestamp
  package var period: Assessment.Period?
  package var gate: GateOptions
  /// The frameworks to score; none means no scores.
  package var catalogs: [ControlCatalog]
  package var waivers: [Waiver]
  package var attestations: [Attestation]

  package init(
    toolVersion: String, now: Timestamp, period: Assessment.Period? = nil,
    gate: GateOptions = GateOptions(), catalogs: [ControlCatalog] = [], waivers: [Waiver] = [],
    attestations: [Attestation] = []
  ) {
    self.toolVersion = toolVersion
    self.now = now
    self.period = period
    self.gate = gate
    self.catalogs = catalogs
    self.waivers = waivers
    self.attestations = attestations
  }

  /// `program` holds all rules; those the evaluation left out count as not run.
  package func assess(_ program: CheckedProgram, _ evaluation: EvaluationResult) -> Assessment {
    let checked = Dictionary(
      program.rules.map { (Text($0.id), $0) }, uniquingKeysWith: { first, _ in first })
    let gate = Gate(options: gate)
    var layer = WaiverLayer(waivers: waivers, now: now)
    var rules: [AssessedRule] = []
    for evaluated in evaluation.rules.sorted(by: { Text($0.rule) < Text($1.rule) }) {
      var rule = assess(evaluated, checked[Text(evaluated.rule)], &layer)
      gate.judge(&rule)
      rules.append(rule)
    }
    let datasets = assessDatasets(evaluation.datasets, program)
    let evaluatedIDs = Set(rules.map { Text($0.id) })
    let notRun = program.rules.filter { !evaluatedIDs.contains(Text($0.id)) }
      .sorted { Text($0.id) < Text($1.id) }
    let assessedWaivers = layer.results(known: Set(checked.keys), evaluated: evaluatedIDs)
    let frameworks = score(rules, notRun: notRun, datasets: datasets, program: program)
    let notes = notes(on: assessedWaivers, rules: rules, program: program)
    var decisions = [gate.decide(rules: rules, datasets: datasets)]
    let mistakes = notes.count { $0.level == .error }
    if mistakes > 0 {
      decisions.append(
        ExitDecision(
          code: 3, reason: mistakes == 1 ? "a waiver is invalid" : "\(mistakes) waivers are invalid"
        ))
    }
    return Assessment(
      toolVersion: toolVersion, now: now, period: period, rules: rules, datasets: datasets,
      waivers: assessedWaivers, notes: notes, frameworks: frameworks,
      untested: UntestedList.collect(
        datasets: datasets, rules: rules, notRun: notRun.map(\.id), frameworks: frameworks),
      exit: ExitDecision.combine(decisions))
  }

  private func assess(
    _ evaluated: RuleEvaluation, _ checked: CheckedRule?, _ layer: inout WaiverLayer
  ) -> AssessedRule {
    var ledger = evaluated.ledger
    var findings = evaluated.findings.sorted(by: Finding.inOrder)
    layer.cover(&findings, of: evaluated.rule, ledger: &ledger)
    let decision = RuleStatusDecision(
      ledger: ledger, findings: findings, unlistedFailures: evaluated.unlistedFailures,
      blindCount: evaluated.blindDatasets.count,
      error: evaluated.error ?? (checked == nil ? "it is not part of the program" : nil),
      allowsEmpty: checked?.allowsEmpty ?? false, tolerance: checked?.tolerance)
    if decision.tolerated > 0 {
      for position in findings.indices
      where findings[position].outcome == .fail && findings[position].disposition == .open {
        findings[position].disposition = .tolerated
      }
    }
    let blind = evaluated.blindDatasets.map {
      BlindSpot(dataset: $0.dataset.description, cause: $0.cause, reason: $0.reason)
    }
    var assessed = AssessedRule(
      id: evaluated.rule, title: checked?.title ?? "", severity: checked?.severity ?? .critical,
      status: decision.status, ledger: ledger, findings: findings,
      controls: Set(checked?.covers ?? []).sorted(), tags: Set(checked?.tags ?? []).sorted(),
      owner: checked?.owner, rationale: checked?.rationale, references: checked?.references ?? [],
      summary: checked?.summary ?? "", place: checked.map(place), digest: evaluated.digest,
      blindDatasets: blind.sorted { ($0.dataset, $0.cause) < ($1.dataset, $1.cause) },
      error: decision.error, toleratedCount: decision.tolerated,
      passedThoughUnknown: evaluated.passedThoughUnknown)
    assessed.unlistedFailures = evaluated.unlistedFailures
    return assessed
  }

  private func place(of rule: CheckedRule) -> RecordPlace {
    let position = rule.place.source.position(at: rule.place.span.start)
    return RecordPlace(
      source: rule.place.source.name, line: position.line, column: position.column)
  }

  private func assessDatasets(
    _ datasets: [DatasetEvaluation], _ program: CheckedProgram
  ) -> [AssessedDataset] {
    datasets.sorted { $0.name < $1.name }.map { dataset in
      AssessedDataset(
        name: dataset.name.description,
        state: dataset.isDelivered ? (dataset.isStale ? .stale : .delivered) : .notDelivered,
        collectedAt: dataset.collectedAt,
        fresh: program.index(of: dataset.name).flatMap { program.datasets[$0].fresh },
        rows: dataset.rows, rejectedRows: dataset.rejectedRows,
        rejects: dataset.rejects.map {
          AssessedDataset.Reject(
            input: $0.input, line: $0.line, start: $0.start, end: $0.end, reason: $0.reason)
        },
        inputs: dataset.inputs, reason: dataset.reason)
    }
  }

  private func score(
    _ rules: [AssessedRule], notRun: [CheckedRule], datasets: [AssessedDataset],
    program: CheckedProgram
  ) -> [FrameworkScore] {
    let scorer = Scorer(
      rules: rules, notRun: notRun.map { ($0.id, $0.covers) }, attestations: attestations, now: now)
    let states = Dictionary(
      datasets.map { (Text($0.name), $0.state) }, uniquingKeysWith: { first, _ in first })
    return catalogs.sorted {
      ($0.framework.id, $0.framework.version) < ($1.framework.id, $1.framework.version)
    }.map { catalog in
      // Rules that were not run keep their datasets in the count, so leaving them out gains nothing.
      var read: Set<Int> = []
      for rule in program.rules
      where rule.covers.contains(where: { catalog.control($0) != nil }) {
        read.formUnion(rule.reads)
      }
      let timed = read.filter {
        program.datasets.indices.contains($0) && program.datasets[$0].fresh != nil
      }
      let fresh = timed.count { states[Text(program.datasets[$0].name.description)] == .delivered }
      return scorer.score(catalog, freshness: Fraction(Int64(fresh), of: Int64(timed.count)))
    }
  }

  private func notes(
    on waivers: [AssessedWaiver], rules: [AssessedRule], program: CheckedProgram
  ) -> [AssessmentNote] {
    var notes = WaiverNotes.notes(on: waivers, knownRules: program.rules.map(\.id))
    for rule in rules where rule.passedThoughUnknown > 0 {
      let count = rule.passedThoughUnknown
      notes.append(
        AssessmentNote(
          "rule/applicability-unknown", level: .warning,
          "\(count) \(count == 1 ? "member" : "members") of `\(rule.id)` \(count == 1 ? "passes" : "pass") "
            + "although it is unknown whether the rule applies (strict: false)",
          place: rule.place))
    }
    let frameworks = Set(catalogs.map(\.framework.id))
    for attestation in attestations where frameworks.contains(attestation.control.framework) {
      if !catalogs.contains(where: { $0.control(attestation.control) != nil }) {
        notes.append(
          AssessmentNote(
            "attestation/unknown-control", level: .warning,
            "`\(attestation.control)` is no control of its catalog", place: attestation.place))
      } else if now >= attestation.expires {
        notes.append(
          AssessmentNote(
            "attestation/expired", level: .warning,
            "the attestation of `\(attestation.control)` expired \(attestation.expires)",
            place: attestation.place))
      }
    }
    return notes.sorted(by: AssessmentNote.inOrder)
  }
}
