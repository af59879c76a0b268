import WritChecker
import WritValues

/// What of a grouped rule can be told by counting: its key parts and the aggregates its conditions ask for.
struct GroupPlan {
  enum Aggregate {
    /// How many rows satisfy a condition; nil is all.
    case count(Comprehension)
    /// Whether one does, or none does.
    case exists(Comprehension)
    case none(Comprehension)

    var comprehension: Comprehension {
      switch self {
      case .count(let one), .exists(let one), .none(let one): one
      }
    }
  }

  var aggregates: [Aggregate]
  /// Whether the conditions read the group's key, so that what holds for one group says nothing of another.
  var readsKey: Bool
  /// How often aggregates are asked for, and the comprehensions within their conditions.
  private var asked = 0
  private var nested = 0

  /// Rows carry their truths in the bits of a word.
  static let maximumAggregates = 32

  /// Nil when the rule needs more than counts.
  init?(_ rule: CheckedRule, _ program: CheckedProgram) {
    guard rule.isGrouped, rule.deadline == nil, rule.step == nil else { return nil }
    aggregates = []
    readsKey = false
    for expression in [rule.when].compactMap({ $0 }) + rule.musts {
      guard add(expression, rule.rowSlot) else { return nil }
    }
    guard aggregates.count <= Self.maximumAggregates else { return nil }
    for aggregate in aggregates {
      let comprehension = aggregate.comprehension
      for part in [comprehension.condition, comprehension.value].compactMap({ $0 }) {
        nested += Self.comprehensions(in: part, program)
      }
    }
  }

  private static func comprehensions(
    in expression: CheckedExpression, _ program: CheckedProgram
  ) -> Int {
    var count = expression.children.reduce(0) { $0 + comprehensions(in: $1, program) }
    if case .comprehension = expression.kind { count += 1 }
    if case .call(let define, _) = expression.kind {
      count += comprehensions(in: program.defines[define].body, program)
    }
    return count
  }

  /// More steps the evaluator can't need to judge this many rows.
  ///
  /// - Parameter mostSteps: how many any question about a row took.
  func steps(_ rows: Int64, mostSteps: Int) -> Int64 {
    let (inner, isWide) = Int64(nested).multipliedReportingOverflow(by: Int64(mostSteps))
    let (each, isWider) = Int64(asked).multipliedReportingOverflow(by: inner &+ 1)
    let (all, isWidest) = rows.multipliedReportingOverflow(by: each)
    return isWide || isWider || isWidest ? Int64.max : all
  }

  private mutating func add(_ expression: CheckedExpression, _ rowSlot: Int) -> Bool {
    switch expression.kind {
    case .deadline, .windowStart, .windowEnd, .stepStart, .stepEnd: return false
    case .slot(let slot): if slot == rowSlot { return false }
    case .groupKey: readsKey = true
    case .comprehension(let comprehension):
      if case .group = comprehension.source {
        guard let aggregate = Self.aggregate(comprehension) else { return false }
        asked += 1
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
