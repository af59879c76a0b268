package import WritAssessment
package import WritChecker
package import WritDiagnostics
package import WritEngine
import WritModel
import WritProject
import WritSQL
package import WritValues

/// What a run judges, and how its outcome closes a gate.
package struct RunOptions: Sendable {
  package var now: Timestamp
  package var period: Assessment.Period?
  package var gate = GateOptions()
  /// Globs over rule ids; empty is all.
  package var rules: [String] = []
  package var tags: [String] = []
  package var collectsMembers = false
  package var engine = RunEngine.native
  /// Of the server that `engine` needs, where `writ.yaml` names none.
  package var database: String?
  /// How many threads a large dataset is gone through with.
  package var threads = 1
  /// How many failures of a rule its reports show, the first by key; nil is all.
  package var failuresListed: Int?
  package var fingerprintKey: [UInt8] = []

  package init(now: Timestamp) { self.now = now }
}

/// One whole run: bind, evaluate, assess.
package struct AuditRun {
  package var assessment: Assessment?
  package var evaluation: EvaluationResult?
  package var program: CheckedProgram
  /// Everything to tell on the error stream.
  package var diagnostics: [Diagnostic]
  package var binding: DataBinder.Result
  /// The gravest of what happened.
  package var exit: ExitDecision

  package init(_ workspace: Workspace, _ options: RunOptions) {
    let checked = workspace.check()
    program = checked.program
    diagnostics = workspace.diagnostics + checked.diagnostics
    binding = DataBinder.Result()

    let parameters = ParameterReading(
      program: program, isPartial: !workspace.options.policies.isEmpty
    ).read(workspace.configuration.parameters)
    let waivers = workspace.waivers(now: options.now)
    let attestations = workspace.attestations()
    let scored = workspace.scored()
    diagnostics += parameters.diagnostics + waivers.diagnostics + attestations.diagnostics
    diagnostics += scored.diagnostics
    if let mistake = Self.exit(of: diagnostics), mistake.code == 3 || checked.program.rules.isEmpty
    {
      exit = mistake
      return
    }

    let chosen = RuleSelection(globs: options.rules, tags: options.tags).choose(from: program.rules)
    let rules = program.rules.filter { chosen.contains($0.id) }
    let runDatabase = options.engine.dialect.map {
      RunDatabase(program: checked.program, dialect: $0)
    }
    if let refusals = runDatabase?.refusals(rules), !refusals.isEmpty {
      diagnostics += refusals
      exit =
        Self.exit(of: diagnostics) ?? ExitDecision(code: 3, reason: "a rule has no form in SQL")
      return
    }
    let personalData = PersonalDetectors.reader(for: rules, of: program)
    diagnostics += personalData.diagnostics
    if let mistake = Self.exit(of: personalData.diagnostics) {
      exit = mistake
      return
    }
    binding = DataBinder(workspace: workspace, program: program).bind()
    diagnostics += binding.diagnostics

    var evaluationOptions = EvaluationOptions(
      now: options.now, period: options.period.map { ($0.start, $0.end) },
      params: parameters.values, isStrict: workspace.configuration.isStrict,
      zone: ZoneFiles.zone, fingerprintKey: options.fingerprintKey,
      collectsMembers: options.collectsMembers)
    evaluationOptions.engine = options.engine.kind
    evaluationOptions.threads = options.threads
    evaluationOptions.personalData = personalData.reader
    // What waivers cover has to be known member by member.
    evaluationOptions.failuresListed = waivers.waivers.isEmpty ? options.failuresListed : nil
    if program.rules.isEmpty {
      diagnostics.append(
        Diagnostic(
          "input/no-rule", severity: .warning, "there is no rule in \(workspace.policyPlaces)",
          help: ["name policies with `-p`, or begin a project: `writ init`"]))
    }
    if !options.rules.isEmpty || !options.tags.isEmpty, chosen.isEmpty {
      diagnostics.append(
        Diagnostic("input/no-rule", severity: .warning, "no rule matches what was asked for"))
    }
    var outcomes: SQLOutcomes?
    var session: RunDatabase.Session?
    do {
      session = try runDatabase?.open(url: options.database, workspace, binding)
      outcomes = try session.map { session in
        try SQLOutcomes(
          checked.program, rules: rules, settings: SQLSettings(evaluationOptions),
          connection: session.connection, bound: session.bound)
      }
    } catch {
      diagnostics.append(Diagnostic("engine/no-database", "\(error)"))
      exit = ExitDecision(code: 4, reason: "the database can't be used")
      return
    }
    let evaluation = ReferenceEvaluator(
      program: program, deliveries: binding.deliveries, options: evaluationOptions,
      outcomes: outcomes
    ).evaluate(rules: chosen)
    for failure in evaluation.failures {
      diagnostics.append(
        Diagnostic("input/unreadable", failure.message, at: binding.places[failure.dataset]))
    }
    if let session, let outcomes {
      diagnostics += session.notes(outcomes.loaded, binding.places)
    }
    let assessor = Assessor(
      toolVersion: WritVersion.current, now: options.now, period: options.period,
      gate: options.gate, catalogs: scored.catalogs, waivers: waivers.waivers,
      attestations: attestations.attestations)
    var assessment = assessor.assess(program, evaluation)
    let decisions = [assessment.exit] + (Self.exit(of: diagnostics).map { [$0] } ?? [])
    exit = ExitDecision.combine(decisions)
    assessment.exit = exit
    self.assessment = assessment
    self.evaluation = evaluation
  }

  /// What mistakes alone make of a run; nil when there is none.
  package static func exit(of diagnostics: [Diagnostic]) -> ExitDecision? {
    let errors = diagnostics.filter { $0.severity == .error }
    guard !errors.isEmpty else { return nil }
    let inputs = errors.count { $0.id.hasPrefix("input/") }
    let policies = errors.count - inputs
    if policies > 0 {
      return ExitDecision(
        code: 3,
        reason: policies == 1
          ? "a mistake in policies or settings" : "\(policies) mistakes in policies or settings")
    }
    return ExitDecision(
      code: 4, reason: inputs == 1 ? "an input can't be used" : "\(inputs) inputs can't be used")
  }
}

extension SQLSettings {
  init(_ options: EvaluationOptions) {
    self.init(
      now: options.now, period: options.period, params: options.params,
      isStrict: options.isStrict, zone: options.zone)
  }
}

/// Which rules a run is about.
package struct RuleSelection {
  /// Over rule ids, with or without the module; empty is all.
  let globs: [String]
  /// Empty is all.
  let tags: [String]

  package init(globs: [String], tags: [String] = []) {
    self.globs = globs
    self.tags = tags
  }

  /// The ids of the rules that fit both.
  package func choose(from rules: [CheckedRule]) -> Set<String> {
    let patterns = globs.map { Glob($0) }
    return Set(
      rules.filter { rule in
        (patterns.isEmpty
          || patterns.contains { $0.matches(rule.id) || $0.matches(Self.name(rule.id)) })
          && (tags.isEmpty || !Set(tags).isDisjoint(with: rule.tags))
      }.map(\.id))
  }

  /// `access.admin_without_mfa` may be asked for as `admin_without_mfa`.
  private static func name(_ id: String) -> String {
    id.lastIndex(of: ".").map { String(id[id.index(after: $0)...]) } ?? id
  }
}
