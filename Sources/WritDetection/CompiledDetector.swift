import WritModel
import WritPatterns
import WritValidators

/// A definition ready to run; filled in by the loader and never changed once it is part of a set.
final class CompiledDetector: @unchecked Sendable {
  var pattern: DetectorPattern?
  var code: DetectorCode?
  /// Whether an end that the automaton finds as the only one is the match's end.
  var isExact = false
  let validators: [Validator]
  /// Readings that win over a bare candidate.
  var excludedReadings: [Validator] = []
  /// Detectors that win over a candidate that is no surer than theirs.
  var excludedDetectors: [Int] = []
  let bare: Int
  let near: Int
  let named: Int
  /// Whether each match begins with the same three bytes or more.
  var hasLiteralPrefix = false
  /// The separators' term where a match has some.
  var separators: Int
  /// Bytes from a start on that decide what is found there.
  var need: Int
  /// Bytes before a start that decide.
  var reachBefore = 1

  init(bare: Int, near: Int?, named: Int?, validators: [Validator]) {
    self.bare = bare
    self.near = near ?? bare
    self.named = named ?? bare
    self.validators = validators
    separators =
      validators.contains { $0.reading != .raw }
      ? Self.separatorsWithChecksum : Self.separatorsAlone
    need = Self.reachBehind
  }

  /// A grouping of digits is worth more where a checksum says that the digits fit together.
  static let separatorsWithChecksum = 1_500
  static let separatorsAlone = 500
  /// How far behind a value a word of `near` is looked for.
  static let reachBehind = 48
}

/// What of a detector can't be used.
package struct DetectorProblem: Error, Hashable, Sendable {
  /// Index in the definitions.
  package var detector: Int
  /// What is meant, in the words of the declaration: `pattern`, `validate`, `exclude`.
  package var section: String
  /// One sentence, lowercase, no period.
  package var reason: String
  package var help: String?
}
