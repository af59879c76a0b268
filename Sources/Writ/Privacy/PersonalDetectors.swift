package import WritChecker
package import WritDetection
package import WritDiagnostics
package import WritModel
import WritPrivacy
import WritSyntax
import WritValidators

/// The detectors and masks of a run: those the program carries, and the project's, which replace them by name.
package struct PersonalDetectors: Sendable {
  package let definitions: [DetectorDefinition]
  package let masks: [MaskDefinition]
  /// Mistakes of the project's policies.
  package let diagnostics: [Diagnostic]
  /// The project's.
  private let own: [CheckedDetector]

  /// The carried detectors alone.
  package static var builtIn: PersonalDetectors { PersonalDetectors(own: [], masks: [], []) }

  package init(_ workspace: Workspace) {
    let checked = workspace.check()
    self.init(
      own: checked.program.detectors, masks: checked.program.masks.map(\.definition),
      workspace.diagnostics + checked.diagnostics)
  }

  /// Those of a program whose mistakes are told elsewhere.
  package init(_ program: CheckedProgram) {
    self.init(own: program.detectors, masks: program.masks.map(\.definition), [])
  }

  private init(own: [CheckedDetector], masks: [MaskDefinition], _ diagnostics: [Diagnostic]) {
    let names = Set(own.map(\.definition.name))
    definitions =
      (Self.carried.filter { !names.contains($0.name) } + own.map(\.definition))
      .sorted { $0.name < $1.name }
    self.masks = [Self.redaction] + masks.filter { $0.name != Self.redaction.name }
    self.own = own
    self.diagnostics = diagnostics
  }

  /// What masks where no mask is named.
  package static let redaction = MaskDefinition(
    name: "redact", title: "Every value becomes the name of its type", lines: [],
    otherwise: MaskDefinition.Operation("redact"))

  /// Parsed and checked once a run; a test holds that there is no mistake in them.
  private static let carried: [DetectorDefinition] = checkedCarried.program.detectors.map(
    \.definition)

  package static var checkedCarried: CheckResult {
    let trees = BuiltInDetectors.all.map {
      Parser.parse(SourceText(name: $0.name, text: $0.text))
    }
    return Checker.check(
      trees,
      environment: CheckEnvironment(
        knownControls: [], validators: ValidatorLibrary.signatures,
        readings: Set(ValidatorLibrary.readings.keys), knownZone: { _ in false }))
  }

  // MARK: Running

  /// The detectors ready to run; nil after mistakes. The project's examples and counter-examples must hold.
  package func load() -> (set: DetectorSet?, diagnostics: [Diagnostic]) {
    let set: DetectorSet
    switch DetectorSet.load(definitions, recognizers: NameReader.all) {
    case .success(let loaded): set = loaded
    case .failure(let problems): return (nil, problems.all.map(diagnostic))
    }
    let broken = own.flatMap { brokenExamples($0, set) }
    return broken.isEmpty ? (set, []) : (nil, broken)
  }

  /// What answers `personal(x)`; nil where none of these rules asks, and after mistakes.
  package static func reader(
    for rules: [CheckedRule], of program: CheckedProgram
  ) -> (reader: PersonalDataReader?, diagnostics: [Diagnostic]) {
    guard rules.contains(where: \.readsPersonalData) else { return (nil, []) }
    let loaded = PersonalDetectors(program).load()
    return (loaded.set.map { PersonalDataReader($0) }, loaded.diagnostics)
  }

  private func diagnostic(_ problem: DetectorProblem) -> Diagnostic {
    let definition = definitions[problem.detector]
    let written = own.first { $0.definition.name == definition.name }
    return Diagnostic(
      "privacy/detector", "`\(definition.name)`, \(problem.section): \(problem.reason)",
      at: written?.recognitionPlace, help: problem.help.map { [$0] } ?? [])
  }

  private func brokenExamples(_ detector: CheckedDetector, _ set: DetectorSet) -> [Diagnostic] {
    let definition = detector.definition
    guard let index = definitions.firstIndex(where: { $0.name == definition.name }),
      !set.loadReport.unavailable.contains(index)
    else { return [] }
    func finds(_ text: String, threshold: Int64) -> Bool {
      var options = TextScanner.Options()
      options.detectors = [index]
      options.threshold = threshold
      let scanner = TextScanner(set, options: options)
      return scanner?.scanValue(Array(text.utf8), key: nil).finds.isEmpty == false
    }
    func broken(_ place: Place, _ message: String) -> Diagnostic {
      Diagnostic("privacy/example", "`\(definition.name)` \(message)", at: place)
    }
    // An example must be recognized, be it unsure without context; a counter-example must not be reported.
    let missed = zip(definition.examples, detector.examplePlaces).filter {
      !finds($0.0, threshold: 1)
    }
    let taken = zip(definition.counters, detector.counterPlaces).filter {
      finds($0.0, threshold: TextScanner.Options().threshold)
    }
    return missed.map { broken($0.1, "finds nothing in its example") }
      + taken.map { broken($0.1, "finds something in its counter-example") }
  }
}
