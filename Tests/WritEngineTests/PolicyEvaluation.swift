import Foundation
import Testing
import WritChecker
import WritDatabase
import WritDiagnostics
import WritModel
import WritSQL
import WritSyntax
import WritValues

@testable import WritEngine
@testable import WritTables

/// A policy text, checked, and the data it is evaluated over: what every test of this folder starts from.
struct PolicyEvaluation {
  var program: CheckedProgram
  var now = PolicyEvaluation.time("2026-03-01T00:00:00Z")
  var period: (start: Timestamp, end: Timestamp)?
  var isStrict = true
  var engine = EngineKind.native
  private var deliveries: [DatasetName: DatasetDelivery] = [:]

  /// A policy with a mistake is a mistake of the test.
  init(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let tree = Parser.parse(SourceText(name: "policy.writ", text: text))
    let environment = CheckEnvironment(
      knownControls: nil, readsPersonalData: true, knownZone: { _ in true })
    let result = Checker.check([tree], environment: environment)
    if result.hasErrors {
      Issue.record(
        "\(DiagnosticRenderer().render(result.diagnostics))", sourceLocation: sourceLocation)
    }
    program = result.program
  }

  // MARK: Data

  /// Delivers NDJSON as a reader gets it; several texts are several files: `users.ndjson`,
  /// `users-2.ndjson`.
  mutating func deliver(
    _ dataset: String, _ texts: String..., collected: String? = nil, covered: [String] = []
  ) {
    deliver(
      dataset, files: texts, collected: collected.map(Self.time),
      covered: covered.map { .text(Text($0)) })
  }

  mutating func deliver(
    _ dataset: String, files: [String], collected: Timestamp? = nil, covered: [Value] = []
  ) {
    let inputs = files.enumerated().map { index, text -> TableInput in
      let name = index == 0 ? "\(dataset).ndjson" : "\(dataset)-\(index + 1).ndjson"
      return .ndjson(MemorySource(name: name, text: text), FieldBinding())
    }
    deliver(dataset, inputs: inputs, collected: collected, covered: covered)
  }

  mutating func deliver(
    _ dataset: String, inputs: [TableInput], collected: Timestamp? = nil, covered: [Value] = []
  ) {
    deliveries[name(dataset)] = DatasetDelivery(
      inputs: inputs, collectedAt: collected, covered: covered)
  }

  mutating func withhold(_ dataset: String, because reason: String) {
    deliveries[name(dataset)] = .unavailable(reason)
  }

  /// Delivers what is delivered, of one file each, as rows with all their fields.
  mutating func decodeDeliveries() throws {
    let schemas = Dictionary(
      program.datasets.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    for (name, delivery) in deliveries {
      guard let schema = schemas[name], delivery.unavailable == nil else { continue }
      let reader = InputReader(
        schema: schema, inputs: delivery.inputs, options: ReadOptions(),
        keyType: { KeyTypes.type(of: $0, schemas, depth: 0) })
      var rows: [Row] = []
      _ = try reader.read(.all) { rows.append($0.row) }
      var given = DatasetDelivery(
        rows: rows, inputName: reader.names.first ?? "", collectedAt: delivery.collectedAt)
      given.covered = delivery.covered
      deliveries[name] = given
    }
  }

  private func name(_ dataset: String) -> DatasetName {
    program.datasets.first { $0.name.name == dataset }?.name
      ?? DatasetName(module: "t", name: dataset)
  }

  // MARK: Evaluation

  /// All rules, or those whose short names are given.
  func evaluate(_ rules: String..., collectsMembers: Bool = true) -> EvaluationResult {
    evaluate(rules: rules) { $0.collectsMembers = collectsMembers }
  }

  /// - Parameter change: what else is to be other than usual.
  func evaluate(
    rules: [String] = [], _ change: (inout EvaluationOptions) -> Void
  ) -> EvaluationResult {
    var options = EvaluationOptions(
      now: now, period: period, isStrict: isStrict, zone: { Zones.named($0) })
    options.engine = engine
    change(&options)
    let evaluator = ReferenceEvaluator(program: program, deliveries: deliveries, options: options)
    return evaluator.evaluate(rules: rules.isEmpty ? nil : Set(rules.map { "t.\($0)" }))
  }

  /// What the rules come to whose outcomes a database finds, and of the others what keeps them from it.
  ///
  /// - Throws: `DatabaseError`
  func evaluate(
    with connection: any DatabaseConnection
  ) throws -> (result: EvaluationResult, refused: [String: String]) {
    let support = SQLSupport(program, dialect: connection.dialect) { Zones.named($0) }
    var refused: [String: String] = [:]
    for rule in program.rules { refused[rule.id] = support.refusal(of: rule)?.construct }
    let rules = program.rules.filter { refused[$0.id] == nil }
    let outcomes = try SQLOutcomes(
      program, rules: rules,
      settings: SQLSettings(
        now: now, period: period, isStrict: isStrict, zone: { Zones.named($0) }),
      connection: connection)
    var options = EvaluationOptions(
      now: now, period: period, isStrict: isStrict, zone: { Zones.named($0) },
      collectsMembers: false)
    options.engine = .reference
    let evaluator = ReferenceEvaluator(
      program: program, deliveries: deliveries, options: options, outcomes: outcomes)
    return (evaluator.evaluate(rules: Set(rules.map(\.id))), refused)
  }

  /// What one rule says of each member: `a: no_data missing(flag)`.
  func outcomes(_ rule: String, sourceLocation: SourceLocation = #_sourceLocation) -> [String] {
    guard let evaluation = evaluate(rule).rules.first else {
      Issue.record("no rule t.\(rule)", sourceLocation: sourceLocation)
      return []
    }
    #expect(evaluation.ledger.isBalanced, sourceLocation: sourceLocation)
    return evaluation.lines
  }

  static func time(_ text: String) -> Timestamp {
    guard let time = Timestamp(parsing: text) else {
      Issue.record("no time: \(text)")
      return Timestamp(microseconds: 0)
    }
    return time
  }
}

extension RuleEvaluation {
  var lines: [String] {
    members.map { member in
      let causes = member.causes.map { " \($0)" }.joined()
      return "\(member.key.joined(separator: ",")): \(member.outcome.rawValue)\(causes)"
    }
  }

  /// Everything a report is made from, but the places of rows: these move when rows do.
  var unplaced: String {
    let findings = findings.map { finding -> Finding in
      var finding = finding
      finding.reads = finding.reads.map {
        FieldRead(path: $0.path, value: $0.value, isMasked: $0.isMasked)
      }
      return finding
    }
    return "\(rule) \(ledger) \(findings) \(blindDatasets) \(error ?? "") \(members)"
  }

  /// Everything a report is made from.
  var whole: String { "\(rule) \(ledger) \(findings) \(blindDatasets) \(error ?? "") \(members)" }
}

/// Zones of the machine's database.
enum Zones {
  static func named(_ name: String) -> Zone? {
    let file = URL(fileURLWithPath: "/usr/share/zoneinfo/\(name)")
    guard let data = try? Data(contentsOf: file) else { return nil }
    return Zone(name: name, tzif: Array(data))
  }
}
