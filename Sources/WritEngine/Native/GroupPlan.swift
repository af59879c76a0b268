import WritChecker
import WritValues

/// What of a grouped rule can be told by counting: its key parts and the aggregates its conditions ask for.
struct GroupPlan {
  enum Aggregate {
    /// How many rows satisfy a condition; nil is all.
    case count(Comprehension)
    /// Whether one does, none does, all do.
    case exists(Comprehension)
    case none(Comprehension)
    case every(Comprehension)

    var comprehension: Comprehension {
      switch self {
      case .count(let one), .exists(let one), .none(let one), .every(let one): one
      }
    }
  }

  var aggregates: [Aggregate]
  /// Whether the conditions read the group's key, so that what holds for one group says nothing of another.
  var readsKey: Bool

  /// Rows carry their truths in the bits of a word.
  static let maximumAggregates = 32

  /// Nil when the rule needs more than counts.
  init?(_ rule: CheckedRule) {
    guard rule.isGrouped, rule.deadline == nil, rule.step == nil else { return nil }
    aggregates = []
    readsKey = false
    for expression in [rule.when].compactMap({ $0 }) + rule.musts {
      guard add(expression, rule.rowSlot) else { return nil }
    }
    guard aggregates.count <= Self.maximumAggregates else { return nil }
  }

  private mutating func add(_ expression: CheckedExpression, _ rowSlot: Int) -> Bool {
    switch expression.kind {
    case .deadline, .windowStart, .windowEnd, .stepStart, .stepEnd: return false
    case .slot(let slot): if slot == rowSlot { return false }
    case .groupKey: readsKey = true
    case .comprehension(let comprehension):
      if case .group = comprehension.source {
        guard let aggregate = Self.aggregate(comprehension) else { return false }
        if !aggregates.contains(where: { $0.comprehension === comprehension }) {
          aggregates.append(aggregate)
        }
        return true
      }
    default: break
    }
    return expression.children.allSatisfy { add($0, rowSlot) }
  }

  private static func aggregate(_ comprehension: Comprehension) -> Aggregate? {
    switch comprehension.function {
    case .count: .count(comprehension)
    case .exists, .any: .exists(comprehension)
    case .none: .none(comprehension)
    case .every: .every(comprehension)
    default: nil
    }
  }
}

/// One row of a group, as much of it as is kept.
struct GroupEntry {
  var group: Int32
  /// A bit for each aggregate whose condition holds.
  var bits: UInt32
  /// Whether more than its values has to be asked: its group is left to the evaluator.
  var isOpen: Bool
  var time: Int64
  var place: LinePlace
}

/// Where a line stands, to be read again.
struct LinePlace: Hashable {
  var start: Int64
  var count: Int32
  var line: Int32
  var input: Int32
}

extension LinePlace {
  init(_ origin: RowOrigin) {
    self.init(
      start: origin.start, count: Int32(clamping: origin.end - origin.start), line: origin.line,
      input: origin.input)
  }
}
