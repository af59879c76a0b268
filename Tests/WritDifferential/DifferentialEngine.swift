package import WritEngine
import WritTables

/// An engine that is held against the reference evaluator.
///
/// To add one: a type that names itself, says how much of its results must be the same, and evaluates.
package protocol DifferentialEngine: Sendable {
  /// For messages: `native`, `sqlite`.
  var name: String { get }
  var sameness: Sameness { get }

  /// Whether it is asked at all: a slow one takes some cases only.
  func takes(_ source: DifferentialCase) -> Bool

  func evaluate(_ prepared: PreparedCase) throws -> EngineAnswer
}

extension DifferentialEngine {
  package func takes(_ source: DifferentialCase) -> Bool { true }
}

/// How much of an engine's result must be the reference's.
package enum Sameness: Sendable {
  /// Every byte: findings, witnesses, ledgers, order, fingerprints, the reports of datasets.
  case whole
  /// For each rule the ledger, whether it ran, and each finding's key, outcome and kinds of causes.
  case verdicts
}

package struct EngineAnswer: Sendable {
  package var result: EvaluationResult
  /// Rules the engine does not take, by id, and why: these are not compared.
  package var unsupported: [String: String]

  package init(_ result: EvaluationResult, unsupported: [String: String] = [:]) {
    self.result = result
    self.unsupported = unsupported
  }
}

/// The reference evaluator: the oracle.
package struct ReferenceEngine: DifferentialEngine {
  package let name = "reference"
  package let sameness = Sameness.whole

  package init() {}

  package func evaluate(_ prepared: PreparedCase) -> EngineAnswer {
    EngineAnswer(evaluate(prepared, rules: nil))
  }

  package func evaluate(_ prepared: PreparedCase, rules: Set<String>?) -> EvaluationResult {
    var options = prepared.options
    options.engine = .reference
    return ReferenceEvaluator(
      program: prepared.program, deliveries: prepared.deliveries, options: options
    ).evaluate(rules: rules)
  }
}

/// The native engine, reading blocks of the case's size on as many threads as the case says.
package struct NativeEngine: DifferentialEngine {
  package let name = "native"
  package let sameness = Sameness.whole

  package init() {}

  package func evaluate(_ prepared: PreparedCase) -> EngineAnswer {
    var options = prepared.options
    options.engine = .native
    options.threads = prepared.source.run.threads
    options.readOptions.blockSize = prepared.source.run.blockSize
    return EngineAnswer(
      ReferenceEvaluator(
        program: prepared.program, deliveries: prepared.deliveries, options: options
      ).evaluate())
  }
}
