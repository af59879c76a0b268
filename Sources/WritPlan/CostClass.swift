/// How the work of a rule grows with its data, cheapest first.
package enum CostClass: Int, CaseIterable, Comparable, Sendable {
  /// No row is read.
  case constant
  /// One pass over the rows.
  case onePass
  /// One pass, with a look-up by key for rows.
  case lookUp
  /// One pass, with all rows of another dataset that an equality leads to.
  case hashJoin
  /// One pass, with all detectors run over a text of each row.
  case detector
  /// The rows are gathered in groups, and sorted where there are windows.
  case group
  /// Every row is held against every row of another dataset.
  case cross

  package static func < (one: CostClass, other: CostClass) -> Bool { one.rawValue < other.rawValue }

  /// As people read it.
  package var title: String {
    switch self {
    case .constant: "constant"
    case .onePass: "one pass"
    case .lookUp: "look-up"
    case .hashJoin: "hash join"
    case .detector: "detector"
    case .group: "group"
    case .cross: "cross"
    }
  }

  /// As JSON has it.
  package var word: String {
    switch self {
    case .constant: "constant"
    case .onePass: "one_pass"
    case .lookUp: "look_up"
    case .hashJoin: "hash_join"
    case .detector: "detector"
    case .group: "group"
    case .cross: "cross"
    }
  }
}
