import Foundation
import Testing
import WritChecker
import WritDatabase
import WritDiagnostics
import WritEngine
import WritModel
import WritPlan
import WritSQL
import WritSyntax
import WritTables
import WritValues

/// A policy over data, judged by the reference evaluator alone and with a database that finds the outcomes.
struct SQLComparison {
  var program: CheckedProgram
  var now = SQLComparison.time("2026-03-01T00:00:00Z")
  var period: (start: Timestamp, end: Timestamp)?
  var isStrict = true
  private var deliveries: [DatasetName: DatasetDelivery] = [:]

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

  mutating func deliver(_ dataset: String, _ lines: [String], collected: String? = nil) {
    let text = lines.map { $0 + "\n" }.joined()
    deliveries[name(dataset)] = DatasetDelivery(
      inputs: [.ndjson(MemorySource(name: "\(dataset).ndjson", text: text), FieldBinding())],
      collectedAt: collected.map(Self.time))
  }

  mutating func deliver(_ dataset: String, _ source: any RecordSource) {
    deliveries[name(dataset)] = DatasetDelivery(inputs: [.records(source, FieldBinding())])
  }

  mutating func withhold(_ dataset: String) {
    deliveries[name(dataset)] = .unavailable("not today")
  }

  private func name(_ dataset: String) -> DatasetName {
    program.datasets.first { $0.name.name == dataset }?.name
      ?? DatasetName(module: "t", name: dataset)
  }

  static func time(_ text: String) -> Timestamp {
    guard let time = Timestamp(parsing: text) else {
      Issue.record("no time: \(text)")
      return Timestamp(microseconds: 0)
    }
    return time
  }

  // MARK: Evaluation

  func evaluate(
    _ ids: Set<String>? = nil, collectsMembers: Bool = false,
    with connection: (any DatabaseConnection)? = nil, outcomes: (any OutcomeSource)? = nil
  ) throws -> EvaluationResult {
    var options = EvaluationOptions(
      now: now, period: period, isStrict: isStrict, zone: { Zones.named($0) },
      collectsMembers: collectsMembers)
    options.engine = .reference
    let rules = program.rules.filter { ids?.contains($0.id) ?? true }
    let settings = SQLSettings(
      now: now, period: period, isStrict: isStrict, zone: { Zones.named($0) })
    let found: (any OutcomeSource)? = try connection.map {
      try SQLOutcomes(program, rules: rules, settings: settings, connection: $0)
    }
    return ReferenceEvaluator(
      program: program, deliveries: deliveries, options: options, outcomes: found ?? outcomes
    ).evaluate(rules: ids)
  }

  /// Rules a dialect can't say, with what of them.
  func refusals(_ dialect: SQLDialect) -> [String: String] {
    let support = SQLSupport(program, dialect: dialect) { Zones.named($0) }
    var refusals: [String: String] = [:]
    for rule in program.rules { refusals[rule.id] = support.refusal(of: rule)?.construct }
    return refusals
  }

  /// Expects the same of each rule, and gives back the rules that were compared.
  @discardableResult
  func compare(
    _ what: String = "", on connection: () throws -> any DatabaseConnection = SQLite.temporary,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Set<String> {
    let connection = try connection()
    let refused = refusals(connection.dialect)
    let ids = Set(program.rules.map(\.id)).subtracting(refused.keys)
    let alone = try evaluate(ids)
    let found = try evaluate(ids, with: connection)
    for (one, other) in zip(alone.rules, found.rules) {
      if let error = other.error, one.error == nil {
        Issue.record("\(one.rule) \(what): \(error)", sourceLocation: sourceLocation)
      } else if one.whole != other.whole {
        Issue.record(
          "\(one.rule) \(what)\n- \(one.whole)\n+ \(other.whole)", sourceLocation: sourceLocation)
      }
    }
    #expect("\(alone.datasets)" == "\(found.datasets)", sourceLocation: sourceLocation)
    connection.close()
    return ids
  }
}

enum SQLite {
  static func temporary() throws -> any DatabaseConnection {
    try SQLiteConnection(.sqliteTemporary)
  }
}

extension RuleEvaluation {
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
