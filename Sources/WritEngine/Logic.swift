import WritValues

/// Strong Kleene logic: what decides, decides on either side; what stays open keeps its causes.
enum Logic {
  static func not(_ operand: Datum) -> Datum {
    switch operand {
    case .true: .false
    case .false: .true
    default: .unknown(operand.causes)
    }
  }

  static func and(_ one: Datum, _ other: Datum) -> Datum {
    if one == .false || other == .false { return .false }
    if one == .true && other == .true { return .true }
    return .unknown(one.causes.union(other.causes))
  }

  static func or(_ one: Datum, _ other: Datum) -> Datum {
    if one == .true || other == .true { return .true }
    if one == .false && other == .false { return .false }
    return .unknown(one.causes.union(other.causes))
  }

  /// About `missing` alone: another cause leaves it unknown.
  static func isKnown(_ operand: Datum) -> Datum {
    switch operand {
    case .known: .true
    case .interval(_, _, let causes): .unknown(causes)
    case .unknown(let causes): causes.contains(only: .missing) ? .false : .unknown(causes)
    }
  }
}
