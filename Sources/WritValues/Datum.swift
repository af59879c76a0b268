/// What an expression comes to: a value, an interval a count lies in, or unknown with its causes.
public enum Datum: Hashable, Sendable {
  case known(Value)
  /// A count between two ends, both possible; the upper end is `Int64.max` when nothing bounds it.
  case interval(Int64, Int64, Causes)
  case unknown(Causes)

  public static let `true` = Datum.known(.bool(true))
  public static let `false` = Datum.known(.bool(false))

  public static func bool(_ value: Bool) -> Datum { value ? .true : .false }
  public static func missing(_ path: String) -> Datum { .unknown(Causes(Cause(.missing, path))) }

  public var value: Value? {
    if case .known(let value) = self { value } else { nil }
  }

  /// Empty for a known value.
  public var causes: Causes {
    switch self {
    case .known: .none
    case .interval(_, _, let causes), .unknown(let causes): causes
    }
  }
}
