package import WritModel

/// Detectors ready to run, shared by all scanners.
package struct DetectorSet: Sendable {
  package let definitions: [DetectorDefinition]
  /// What makes it slow, and what of it can't run here.
  package let loadReport: LoadReport

  let detectors: [CompiledDetector]
  let context: ContextIndex
  let names: NameIndex
  let gate: Gate

  /// The set, or everything that is wrong with any of the definitions.
  ///
  /// - Parameter recognizers: readers that `recognize` may name.
  package static func load(
    _ definitions: [DetectorDefinition], recognizers: [any Recognizer] = []
  ) -> Result<DetectorSet, DetectorProblems> {
    let loader = DetectorLoader(definitions, recognizers)
    if !loader.problems.isEmpty { return .failure(DetectorProblems(all: loader.problems)) }
    return .success(DetectorSet(definitions, loader))
  }

  private init(_ definitions: [DetectorDefinition], _ loader: DetectorLoader) {
    self.definitions = definitions
    loadReport = loader.report
    detectors = loader.detectors
    context = ContextIndex(
      definitions.enumerated().flatMap { index, definition in
        definition.near.map { (index, $0.words, min(max(0, $0.within), Self.farthestContext)) }
      })
    names = NameIndex(definitions.enumerated().map { ($0, $1.named) })
    gate = Gate(loader.plan)
  }

  /// A word farther away than this is no context.
  static let farthestContext = 1_024
}

package struct DetectorProblems: Error, Sendable {
  package let all: [DetectorProblem]
}
