import WritChecker

/// What evaluating an expression for one member takes, so that the cheapest condition comes first.
struct ExpressionCosts {
  private let program: CheckedProgram
  private var known: [ObjectIdentifier: CostClass] = [:]

  init(_ program: CheckedProgram) { self.program = program }

  mutating func cost(of node: CheckedExpression) -> CostClass {
    let id = ObjectIdentifier(node)
    if let cost = known[id] { return cost }
    var cost = own(node)
    for child in node.children { cost = max(cost, self.cost(of: child)) }
    known[id] = cost
    return cost
  }

  private mutating func own(_ node: CheckedExpression) -> CostClass {
    switch node.kind {
    case .slot, .field: .onePass
    case .dereference, .inDataset: .lookUp
    case .call(let define, _): cost(of: program.defines[define].body)
    case .comprehension(let comprehension): Self.cost(of: comprehension)
    case .function(.personal, _): .detector
    default: .constant
    }
  }

  /// Of finding the rows, without what is evaluated for them.
  static func cost(of comprehension: Comprehension) -> CostClass {
    switch comprehension.source {
    case .collection, .group: .onePass
    case .dataset:
      switch comprehension.strategy {
      case .cross: .cross
      case .hash: .hashJoin
      case .once, .eachStep: .onePass
      }
    }
  }

  /// Whether it is worked out once for all members.
  static func isOnce(_ comprehension: Comprehension) -> Bool {
    guard case .dataset = comprehension.source else { return false }
    return comprehension.strategy == .once
  }

  /// The conditions joined by `and`, cheapest first, else as they are written.
  mutating func ordered(_ condition: CheckedExpression?) -> [CheckedExpression] {
    guard let condition else { return [] }
    var ranked: [(cost: CostClass, place: Int, node: CheckedExpression)] = []
    for (place, node) in JoinAnalysis.conjuncts(of: condition).enumerated() {
      ranked.append((cost(of: node), place, node))
    }
    ranked.sort { ($0.cost, $0.place) < ($1.cost, $1.place) }
    return ranked.map(\.node)
  }
}

extension Comprehension {
  /// How its rows are found; of no meaning for collections and groups.
  var strategy: JoinPlan.Strategy {
    if !joins.isEmpty { return .hash }
    if isCross { return .cross }
    return isCorrelated ? .eachStep : .once
  }
}
