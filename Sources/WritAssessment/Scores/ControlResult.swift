public import WritModel

/// What the rules that cover a control, or a person's word, say of it.
public struct ControlResult: Hashable, Sendable {
  public enum State: String, CaseIterable, Hashable, Sendable {
    case passed
    case failed
    /// Never counted as passed.
    case notEvaluated = "not_evaluated"
    /// All its rules have members and apply to none.
    case notApplicable = "not_applicable"
  }

  public var control: Control
  public var state: State
  /// Rules of the program that cover it, sorted.
  public var rules: [String]
  /// Whether nothing about it was left untold; a failed control need not be.
  public var isEvaluated: Bool
  /// Whether it passes by a person's word alone.
  public var isAttested: Bool
  /// Failed members of its rules; a waiver takes none away.
  public var deviations: Int64
  /// Those of them that a waiver covers.
  public var waived: Int64
  /// Members that its rules apply to.
  public var population: Int64
  /// Why it is failed, not evaluated or not applicable; empty when it passed.
  public var reason: String

  /// Whether it failed and waivers cover every deviation.
  public var isAccepted: Bool { state == .failed && deviations > 0 && deviations == waived }

  public init(
    control: Control, state: State, rules: [String] = [], isEvaluated: Bool,
    isAttested: Bool = false, deviations: Int64 = 0, waived: Int64 = 0, population: Int64 = 0,
    reason: String = ""
  ) {
    self.control = control
    self.state = state
    self.rules = rules
    self.isEvaluated = isEvaluated
    self.isAttested = isAttested
    self.deviations = deviations
    self.waived = waived
    self.population = population
    self.reason = reason
  }
}
