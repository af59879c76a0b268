import WritChecker
import WritValues

/// Which fields the conditions of rules read.
struct FieldUse {
  private(set) var fields: [Int: Set<Int>] = [:]
  private let program: CheckedProgram
  private var seen: Set<ObjectIdentifier> = []

  init(_ program: CheckedProgram) { self.program = program }

  mutating func add(_ rule: CheckedRule) {
    if let dataset = rule.dataset { touch(dataset) }
    for dataset in rule.reads { touch(dataset) }
    for expression in rule.musts + rule.group.map(\.value) { add(expression) }
    for expression in [rule.condition, rule.when, rule.deadline?.after, rule.deadline?.duration] {
      if let expression { add(expression) }
    }
  }

  /// A dataset's order decides which row is first and which window one lies in.
  private mutating func touch(_ dataset: Int) {
    let order = program.datasets[dataset].order.map { Set([$0.field]) } ?? []
    fields[dataset, default: []].formUnion(order)
  }

  private mutating func add(_ expression: CheckedExpression) {
    guard seen.insert(ObjectIdentifier(expression)).inserted else { return }
    switch expression.kind {
    case .field(_, let dataset, let index):
      touch(dataset)
      fields[dataset, default: []].insert(index)
    case .dereference(_, let dataset), .inDataset(_, let dataset): touch(dataset)
    case .call(let define, _): add(program.defines[define].body)
    case .comprehension(let comprehension):
      if case .dataset(let dataset) = comprehension.source { touch(dataset) }
    default: break
    }
    for part in expression.parts { add(part) }
  }
}
