/// What a rule comes to for one member.
public enum Outcome: String, CaseIterable, Hashable, Sendable {
  case pass
  case fail
  case noData = "no_data"
  case notApplicable = "not_applicable"
  case pending

  /// Worst first: fail, no_data, pending, pass, not_applicable; a group gets its worst window's.
  public static let worstFirst: [Outcome] = [.fail, .noData, .pending, .pass, .notApplicable]

  public func isWorse(than other: Outcome) -> Bool { rank < other.rank }

  private var rank: Int {
    switch self {
    case .fail: 0
    case .noData: 1
    case .pending: 2
    case .pass: 3
    case .notApplicable: 4
    }
  }
}
