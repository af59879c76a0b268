/// How much it matters that something does not hold; rules and controls share the scale.
public enum Severity: String, CaseIterable, Comparable, Hashable, Sendable {
  case info, low, medium, high, critical

  /// The weight of a control in severity-weighted conformity: 10, 5, 3, 1; `info` weighs nothing.
  public var weight: Int64 {
    switch self {
    case .info: 0
    case .low: 1
    case .medium: 3
    case .high: 5
    case .critical: 10
    }
  }

  private var rank: Int {
    switch self {
    case .info: 0
    case .low: 1
    case .medium: 2
    case .high: 3
    case .critical: 4
    }
  }

  public static func < (one: Severity, other: Severity) -> Bool { one.rank < other.rank }
}
