import WritModel

/// Controls counted by state; every share is made from these counts and never from other shares.
public struct Tally: Hashable, Sendable {
  public var passed: Int64 = 0
  public var failed: Int64 = 0
  public var notEvaluated: Int64 = 0
  public var notApplicable: Int64 = 0
  /// Applicable controls about which nothing was left untold.
  public var evaluated: Int64 = 0
  /// Failed controls whose every deviation a waiver covers.
  public var accepted: Int64 = 0
  /// Passed controls that stand on a person's word alone.
  public var attested: Int64 = 0
  /// Severity weights of the passed controls.
  public var passedWeight: Int64 = 0
  /// Severity weights of the passed and the failed ones.
  public var decidedWeight: Int64 = 0

  public init() {}

  public init(_ results: some Sequence<ControlResult>) {
    for result in results { add(result) }
  }

  public mutating func add(_ result: ControlResult) {
    let weight = result.control.severity.weight
    switch result.state {
    case .passed:
      passed += 1
      passedWeight += weight
      decidedWeight += weight
    case .failed:
      failed += 1
      decidedWeight += weight
    case .notEvaluated:
      notEvaluated += 1
    case .notApplicable:
      notApplicable += 1
      return
    }
    if result.isEvaluated { evaluated += 1 }
    if result.isAccepted { accepted += 1 }
    if result.isAttested { attested += 1 }
  }

  public var applicable: Int64 { passed + failed + notEvaluated }
  public var controls: Int64 { applicable + notApplicable }

  /// Passed of the applicable: what was not evaluated counts against. Nil when nothing applies.
  public var floor: Fraction? { Fraction(passed, of: applicable) }

  /// As if all that was not evaluated had passed. Nil when nothing applies.
  public var ceiling: Fraction? { Fraction(passed + notEvaluated, of: applicable) }

  /// Evaluated in full of the applicable. Nil when nothing applies.
  public var coverage: Fraction? { Fraction(evaluated, of: applicable) }

  /// Severity weights passed of those decided. Nil when nothing was decided.
  public var conformity: Fraction? { Fraction(passedWeight, of: decidedWeight) }
}
