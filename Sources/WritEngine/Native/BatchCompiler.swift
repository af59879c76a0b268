import WritChecker
import WritTables
import WritValues

/// Compiles conditions over a streamed row to nodes over its columns.
struct BatchCompiler {
  let program: CheckedProgram
  let judge: RowJudge
  let slot: Int
  let frame: Frame
  private let reads: FieldReads

  init(program: CheckedProgram, judge: RowJudge, slot: Int, slotCount: Int) {
    self.program = program
    self.judge = judge
    self.slot = slot
    frame = Frame(slotCount: slotCount)
    reads = FieldReads(program: program)
  }

  /// The conjuncts of a condition, those that cost least first; `isWhole` is false when some can't be compiled, so that
  /// the evaluator has to look at whatever they are asked about.
  func conjunction(_ expression: CheckedExpression?) -> (nodes: [ConditionNode], isWhole: Bool) {
    guard let expression else { return ([], true) }
    var nodes: [(cost: Int, node: ConditionNode)] = []
    var isWhole = true
    for conjunct in JoinAnalysis.conjuncts(of: expression) {
      guard let fields = fields(of: conjunct), let node = condition(conjunct, fields) else {
        isWhole = false
        continue
      }
      nodes.append((Self.cost(node), node))
    }
    return (nodes.sorted { $0.cost < $1.cost }.map(\.node), isWhole)
  }

  /// Sorted; nil when the value depends on more than fields.
  func fields(of expression: CheckedExpression) -> [Int]? {
    reads.fields(of: expression, row: slot)?.sorted()
  }

  private static func disjuncts(of expression: CheckedExpression) -> [CheckedExpression] {
    guard case .or(let one, let other) = expression.kind else { return [expression] }
    return disjuncts(of: one) + disjuncts(of: other)
  }

  private static func cost(_ node: ConditionNode) -> Int {
    switch node {
    case is ConstantCondition: 0
    case is MemoCondition: 1
    case is CompareCondition: 2
    case is NotCondition, is JunctionCondition: 3
    case is PairCondition: 4
    default: 5
    }
  }

  func question(_ expression: CheckedExpression, _ fields: [Int]) -> Question {
    Question(expression, fields, slot: slot, frame: frame, judge)
  }

  // MARK: Conditions

  private func condition(_ expression: CheckedExpression, _ fields: [Int]) -> ConditionNode? {
    if fields.isEmpty {
      frame.slots[slot] = .empty
      return ConstantCondition(Truth.of(judge.datum(expression, frame)))
    }
    let sources = sources(of: expression, fields)
    if let sources, sources.count == 1 {
      return MemoCondition(sources[0], question(track(expression), fields))
    }
    switch expression.kind {
    case .comprehension(let comprehension):
      if let node = semiJoin(comprehension) {
        _ = track(expression)
        return node
      }
    case .compare(let comparison, let one, let other):
      if let left = number(one), let right = number(other), one.type == other.type {
        return CompareCondition(comparison, left, right)
      }
    case .between(let value, let low, let high):
      if value.type == low.type, value.type == high.type, let middle = number(value),
        let again = number(value), let from = number(low), let to = number(high)
      {
        return JunctionCondition(
          [
            CompareCondition(.lessOrEqual, from, middle),
            CompareCondition(.lessOrEqual, again, to),
          ], deciding: Truth.no)
      }
    case .not(let operand):
      if let node = condition(operand, fields) { return NotCondition(node) }
    case .and: return junction(expression, isAnd: true, fields)
    case .or: return junction(expression, isAnd: false, fields)
    default: break
    }
    if let sources, sources.count == 2 {
      return PairCondition(sources[0], sources[1], question(track(expression), fields))
    }
    return EachCondition(question(track(expression), fields))
  }

  /// The columns a question reads have to be tracked, be they asked for by no node.
  private func track(_ expression: CheckedExpression) -> CheckedExpression {
    for field in fields(of: expression) ?? [] { _ = judge.column(of: field) }
    return expression
  }

  private func junction(
    _ expression: CheckedExpression, isAnd: Bool, _ fields: [Int]
  ) -> ConditionNode? {
    var nodes: [ConditionNode] = []
    for operand in isAnd
      ? JoinAnalysis.conjuncts(of: expression) : Self.disjuncts(of: expression)
    {
      guard let own = self.fields(of: operand), let node = condition(operand, own) else {
        return nil
      }
      nodes.append(node)
    }
    return JunctionCondition(nodes, deciding: isAnd ? Truth.no : Truth.yes)
  }

  // MARK: Codes and numbers

  /// What an expression takes from the row: a field of its own, or one of a row that it refers to.
  private enum Root: Hashable {
    case own(Int)
    case followed(reference: Int, dataset: Int, field: Int)
  }

  /// Nil for what is neither.
  private func root(_ expression: CheckedExpression) -> Root? {
    guard case .field(let base, _, let index) = expression.kind else { return nil }
    if case .slot(slot) = base.kind { return .own(index) }
    if case .dereference(let reference, let dataset) = base.kind,
      case .field(let inner, _, let field) = reference.kind, case .slot(slot) = inner.kind
    {
      return .followed(reference: field, dataset: dataset, field: index)
    }
    return nil
  }

  private func roots(_ expression: CheckedExpression) -> Set<Root> {
    switch expression.kind {
    case .field(let base, _, _): return root(expression).map { [$0] } ?? roots(base)
    case .call: return Set((fields(of: expression) ?? []).map { .own($0) })
    default: return expression.children.reduce(into: []) { $0.formUnion(roots($1)) }
    }
  }

  /// The columns of codes that settle an expression's value: of what it takes, else of its fields; nil when there are
  /// times among them, which are ever new.
  private func sources(of expression: CheckedExpression, _ fields: [Int]) -> [CodeNode]? {
    let roots = roots(expression).sorted { Self.rank($0) < Self.rank($1) }
    if roots.count <= 2 {
      let nodes = roots.compactMap { code(of: $0) }
      if nodes.count == roots.count { return nodes }
    }
    let nodes = fields.compactMap { code(of: .own($0)) }
    return nodes.count == fields.count ? nodes : nil
  }

  private static func rank(_ root: Root) -> (Int, Int, Int) {
    switch root {
    case .own(let field): (field, -1, -1)
    case .followed(let reference, let dataset, let field): (reference, dataset, field)
    }
  }

  private func code(of root: Root) -> CodeNode? {
    switch root {
    case .own(let field):
      return judge.isTime(field) ? nil : ColumnCode(judge.column(of: field))
    case .followed(let reference, let dataset, let field):
      guard let (following, column) = follow(reference, dataset, field) else { return nil }
      return FollowCode(following, column)
    }
  }

  /// The held column a path through a reference ends in.
  private func follow(
    _ reference: Int, _ dataset: Int, _ field: Int
  ) -> (Following, Column)? {
    guard !judge.isTime(reference), let stored = judge.evaluator.datasets[dataset],
      stored.unavailable == nil, stored.stale == nil, let table = stored.table,
      let column = table.columns.column(field)
    else { return nil }
    return (Following(column: judge.column(of: reference), table: table), column)
  }

  /// The numbered values of an expression over one column; nil when it is none.
  func values(_ expression: CheckedExpression) -> ValueCode? {
    guard let fields = fields(of: expression), fields.count == 1,
      let sources = sources(of: expression, fields), sources.count == 1
    else { return nil }
    return ValueCode(sources[0], question(track(expression), fields))
  }

  func number(_ expression: CheckedExpression) -> NumberNode? {
    switch expression.type {
    case .time, .duration, .int, .bytes: break
    default: return nil
    }
    guard let fields = fields(of: expression) else { return nil }
    if fields.isEmpty {
      frame.slots[slot] = .empty
      return MemoNumber.number(judge.datum(expression, frame)).map { ConstantNumber($0) }
    }
    switch root(expression) {
    case .own(let index)? where judge.isTime(index): return TimeColumn(judge.column(of: index))
    case .followed(let reference, let dataset, let field)?:
      if let (following, column) = follow(reference, dataset, field), column.numbers != nil {
        return FollowNumber(following, column)
      }
    default: break
    }
    if let sources = sources(of: expression, fields), sources.count == 1 {
      return MemoNumber(sources[0], question(track(expression), fields))
    }
    switch expression.kind {
    case .arithmetic(.add, let one, let other) where Self.isStretch(one) && Self.isStretch(other):
      return sum(one, other, isDifference: false)
    case .arithmetic(.subtract, let one, let other)
    where Self.isStretch(one) && Self.isStretch(other):
      return sum(one, other, isDifference: true)
    case .function(.age, let arguments) where arguments.count == 1:
      guard let time = number(arguments[0]) else { return nil }
      return SumNumber(
        ConstantNumber(judge.evaluator.options.now.microseconds), time, isDifference: true)
    default: return nil
    }
  }

  private func sum(
    _ one: CheckedExpression, _ other: CheckedExpression, isDifference: Bool
  ) -> NumberNode? {
    guard let left = number(one), let right = number(other) else { return nil }
    return SumNumber(left, right, isDifference: isDifference)
  }

  private static func isStretch(_ expression: CheckedExpression) -> Bool {
    expression.type == .time || expression.type == .duration
  }
}
