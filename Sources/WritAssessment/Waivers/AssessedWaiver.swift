public import WritModel

/// A waiver and what became of it in this run.
public struct AssessedWaiver: Hashable, Sendable {
  public enum State: String, CaseIterable, Hashable, Sendable {
    /// It holds and covers at least one member.
    case active
    /// It has run out and covers nothing any more.
    case expired
    /// It holds and covers no member.
    case unused
    /// Its rule was not evaluated in this run.
    case notEvaluated = "not_evaluated"
    /// It names a rule that does not exist.
    case unknownRule = "unknown_rule"
  }

  public var waiver: Waiver
  public var state: State
  /// Failed and untold members that it fits, also where it has expired.
  public var matched: Int64
  /// It covers whatever the rule finds, or more members than one look can vouch for.
  public var isTooBroad: Bool
  /// Whole days until it expires; nil when it has.
  public var daysLeft: Int64?

  /// It holds for 30 days at most.
  public var isExpiringSoon: Bool { daysLeft.map { $0 <= 30 } ?? false }

  public init(
    waiver: Waiver, state: State, matched: Int64, isTooBroad: Bool, daysLeft: Int64?
  ) {
    self.waiver = waiver
    self.state = state
    self.matched = matched
    self.isTooBroad = isTooBroad
    self.daysLeft = daysLeft
  }
}
