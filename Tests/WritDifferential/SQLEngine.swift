import WritChecker
package import WritDatabase
import WritEngine
import WritModel
import WritSQL
import _WritTestSupport

/// A database that finds the outcomes, a session of its own for each case.
package struct SQLEngine: DifferentialEngine {
  package let name: String
  package let sameness = Sameness.whole
  private let location: DatabaseLocation
  /// Takes the cases whose seeds this divides.
  private let stride: UInt64

  package init(name: String, at location: DatabaseLocation, stride: UInt64 = 1) {
    self.name = name
    self.location = location
    self.stride = max(1, stride)
  }

  package static let sqlite = SQLEngine(name: "sqlite", at: .sqliteTemporary)

  /// The server of a URL, else one that is started for this process; nil where PostgreSQL is absent.
  ///
  /// - Throws: where PostgreSQL is expected and does not start.
  package static func postgres(url: String?, stride: UInt64 = 1) throws -> SQLEngine? {
    if url == nil, !PostgresServer.isExpected { return nil }
    let url = try url ?? PostgresServer.shared().url()
    return SQLEngine(name: "postgres", at: .postgres(url: url), stride: stride)
  }

  package func takes(_ source: DifferentialCase) -> Bool { source.seed % stride == 0 }

  /// - Throws: `DatabaseError`
  package func evaluate(_ prepared: PreparedCase) throws -> EngineAnswer {
    let connection = try location.open(DatabaseOptions(statementTimeout: .seconds(30)))
    defer { connection.close() }
    var unsupported = refusals(prepared, connection.dialect)
    var result = try evaluate(prepared, without: unsupported, connection)
    let zeros = result.rules.filter { isZeroByte($0.error) }
    if !zeros.isEmpty {
      for rule in zeros { unsupported[rule.rule] = "a zero byte" }
      let other = try location.open()
      defer { other.close() }
      result = try evaluate(prepared, without: unsupported, other)
    }
    return EngineAnswer(result, unsupported: unsupported)
  }

  /// PostgreSQL holds no text with a zero byte and says so: docs/explanation/engines.md.
  private func isZeroByte(_ error: String?) -> Bool {
    name == "postgres" && error?.contains("zero byte") == true
  }

  private func refusals(_ prepared: PreparedCase, _ dialect: SQLDialect) -> [String: String] {
    let support = SQLSupport(
      prepared.program, dialect: dialect, zone: prepared.options.zone)
    var refusals: [String: String] = [:]
    for rule in prepared.program.rules { refusals[rule.id] = support.refusal(of: rule)?.construct }
    return refusals
  }

  private func evaluate(
    _ prepared: PreparedCase, without unsupported: [String: String],
    _ connection: any DatabaseConnection
  ) throws -> EvaluationResult {
    var options = prepared.options
    options.engine = .reference
    let rules = prepared.program.rules.filter { unsupported[$0.id] == nil }
    let settings = SQLSettings(
      now: options.now, period: options.period, params: options.params,
      isStrict: options.isStrict, zone: options.zone)
    let outcomes = try SQLOutcomes(
      prepared.program, rules: rules, settings: settings, connection: connection)
    return ReferenceEvaluator(
      program: prepared.program, deliveries: prepared.deliveries, options: options,
      outcomes: outcomes
    ).evaluate(rules: Set(rules.map(\.id)))
  }
}
