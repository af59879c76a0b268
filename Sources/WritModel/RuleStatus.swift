/// What a rule comes to as a whole; the cases stand in the order in which the first that applies
/// is taken.
public enum RuleStatus: String, CaseIterable, Hashable, Sendable {
  /// It could not run.
  case error
  /// Open failures beyond what is tolerated.
  case fail
  /// A dataset was not delivered or is stale, or an open member is no_data.
  case noData = "no_data"
  /// No members, and no `allow empty`.
  case empty
  case pending
  /// A member is waived, and nothing open blocks.
  case waived
  /// There are members, but the rule applies to none.
  case notApplicable = "not_applicable"
  case pass

  /// Whether a gate lets it through.
  public var isThrough: Bool {
    switch self {
    case .pass, .waived, .notApplicable, .pending: true
    case .error, .fail, .noData, .empty: false
    }
  }
}
