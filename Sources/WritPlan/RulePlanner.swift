import WritChecker
import WritDiagnostics
import WritValues

/// Lays a checked rule out as operators: each look-up, join and aggregate before the first condition that needs it.
struct RulePlanner {
  /// A variable of a frame, as the plan names it.
  private struct Variable {
    var name: String
    /// The scope it is bound in; the rule's own is 0.
    var depth: Int
    /// The look-up that gives its row, where it stands for one: scope and position.
    var lookUp: LookUp?
  }

  private struct LookUp {
    var depth: Int
    var position: Int
  }

  private struct Scope {
    var operators: [PlanOperator] = []
    /// Positions of what stands once, however often it is asked for.
    var known: [String: Int] = [:]
  }

  /// The variables in sight, by slot. A define's are those of its call.
  private struct Frame {
    var variables: [Int: Variable] = [:]
    /// Tells one call of a define from another; nil for the rule's own frame.
    var call: Int?

    var isDefine: Bool { call != nil }

    var names: [Int: String] { variables.mapValues(\.name) }
  }

  private let program: CheckedProgram
  private let text: ExpressionText
  private let analysis: JoinAnalysis
  private var costs: ExpressionCosts
  private var scopes = [Scope()]
  /// Calls of defines that were seen, by define and arguments.
  private var calls: [String: Int] = [:]

  /// Joins that are told by marking.
  private let marked: Set<ObjectIdentifier>

  init(_ program: CheckedProgram, marked: Set<ObjectIdentifier>) {
    self.program = program
    self.marked = marked
    text = ExpressionText(program: program)
    analysis = JoinAnalysis { program.defines[$0] }
    costs = ExpressionCosts(program)
  }

  func plan(_ rule: CheckedRule) -> RulePlan {
    var planner = self
    return planner.lay(rule)
  }

  // MARK: Clauses

  private mutating func lay(_ rule: CheckedRule) -> RulePlan {
    var frame = Frame()
    if rule.dataset != nil {
      frame.variables[rule.rowSlot] = Variable(name: rule.rowName, depth: 0)
    }
    if let step = rule.step { add(PlanOperator(kind: .each(step), cost: .constant)) }
    lay(rule.condition, as: .filter, frame)
    layGroup(rule, frame)
    lay(rule.when, as: .when, frame)
    if let deadline = rule.deadline {
      visit(deadline.duration, frame)
      visit(deadline.after, frame)
    }
    for must in rule.musts {
      for part in costs.ordered(must) { visit(part, frame) }
      add(PlanOperator(kind: .must, text: text.source(of: must), cost: .constant))
    }
    if let deadline = rule.deadline {
      let span = text.source(of: deadline.duration)
      let start = text.source(of: deadline.after)
      add(PlanOperator(kind: .within, text: "\(span) after \(start)", cost: .constant))
    }
    layFindings(rule, frame)

    let operators = scopes[0].operators
    var cost = rule.dataset == nil ? CostClass.constant : rule.isGrouped ? .group : .onePass
    for one in operators { cost = max(cost, one.wholeCost) }
    return RulePlan(
      rule: rule.id, dataset: rule.dataset, cost: cost, operators: operators,
      state: rule.isGrouped ? state(of: rule) : nil)
  }

  private mutating func lay(
    _ condition: CheckedExpression?, as kind: PlanOperator.Kind, _ frame: Frame
  ) {
    var last = ""
    for part in costs.ordered(condition) {
      visit(part, frame)
      let line = text.source(of: part)
      // `t in VAR` is written once and asks for two things.
      if line != last { add(PlanOperator(kind: kind, text: line, cost: .constant)) }
      last = line
    }
  }

  private mutating func layGroup(_ rule: CheckedRule, _ frame: Frame) {
    guard rule.isGrouped else { return }
    for key in rule.group { visit(key.value, frame) }
    if !rule.group.isEmpty {
      let keys = rule.group.map { key in
        let source = text.source(of: key.value)
        return source == key.name ? source : "\(key.name) = \(source)"
      }
      add(
        PlanOperator(
          kind: .group(rule.group.map(\.name)), text: keys.joined(separator: ", "), cost: .group))
    }
    if let window = rule.window { add(PlanOperator(kind: .window(window), cost: .group)) }
  }

  /// What only findings show is looked up and joined for them alone.
  private mutating func layFindings(_ rule: CheckedRule, _ frame: Frame) {
    var words: [String] = []
    if rule.say != nil { words.append("say") }
    if rule.fix != nil { words.append("fix") }
    if !rule.evidence.isEmpty { words.append("evidence") }
    guard !words.isEmpty else { return }
    let before = scopes[0].operators.count
    for shown in [rule.say, rule.fix].compactMap({ $0 }) + rule.evidence { visit(shown, frame) }
    let inner = Array(scopes[0].operators[before...])
    scopes[0].operators.removeSubrange(before...)
    add(PlanOperator(kind: .findings(words), cost: .constant, inner: inner))
  }

  private func state(of rule: CheckedRule) -> GroupState {
    let span: GroupState.Span
    switch rule.window {
    case nil: span = .all
    case .sliding(let length): span = .ring(length)
    case .tumbling: span = .openWindow
    case .session: span = .openSession
    }
    return GroupState(span: span, keys: rule.group.map(\.name))
  }

  // MARK: Expressions

  private mutating func add(_ one: PlanOperator) { add(one, at: scopes.count - 1) }

  private mutating func add(_ one: PlanOperator, at depth: Int) {
    scopes[depth].operators.append(one)
  }

  private mutating func visit(_ node: CheckedExpression, _ frame: Frame) {
    switch node.kind {
    case .field(let base, _, let index):
      let row = row(base, frame)
      if let row { note(index, read: row) }
    case .dereference: _ = row(node, frame)
    case .inDataset(let reference, let dataset):
      visit(reference, frame)
      let path = text.text(of: reference, frame.names)
      let kind = PlanOperator.Kind.membership(reference: path, dataset: dataset)
      addOnce(
        PlanOperator(kind: kind, cost: .lookUp), "in \(dataset) \(path)", of: reference, frame)
    case .call(let define, let arguments):
      let inner = self.frame(of: arguments, of: define, frame)
      visit(program.defines[define].body, inner)
    case .comprehension(let comprehension): join(comprehension, node, frame)
    case .function(.personal, let arguments):
      for argument in arguments {
        visit(argument, frame)
        let path = text.text(of: argument, frame.names)
        addOnce(
          PlanOperator(kind: .detection, text: path, cost: .detector), "detect \(path)",
          of: argument, frame)
      }
    default:
      for child in node.children { visit(child, frame) }
    }
  }

  /// Visits a row-typed expression; gives back the look-up that finds the row, if one does.
  private mutating func row(_ node: CheckedExpression, _ frame: Frame) -> LookUp? {
    switch node.kind {
    case .slot(let slot): return frame.variables[slot]?.lookUp
    case .dereference(let reference, let dataset):
      visit(reference, frame)
      let path = text.text(of: reference, frame.names)
      let kind = PlanOperator.Kind.lookUp(path: path, dataset: dataset, fields: [])
      return addOnce(
        PlanOperator(kind: kind, cost: .lookUp), "to \(dataset) \(path)", of: reference, frame)
    default:
      visit(node, frame)
      return nil
    }
  }

  /// Where the innermost of its variables is bound.
  private func depth(of node: CheckedExpression, _ frame: Frame) -> Int {
    node.facts.slots.reduce(0) { max($0, frame.variables[$1]?.depth ?? 0) }
  }

  /// Adds a look-up where its reference is known, unless it is there.
  @discardableResult
  private mutating func addOnce(
    _ one: PlanOperator, _ id: String, of reference: CheckedExpression, _ frame: Frame
  ) -> LookUp {
    let depth = min(depth(of: reference, frame), scopes.count - 1)
    if let known = scopes[depth].known[id] { return LookUp(depth: depth, position: known) }
    let position = scopes[depth].operators.count
    scopes[depth].known[id] = position
    add(one, at: depth)
    return LookUp(depth: depth, position: position)
  }

  /// The same for what comes to the same: an expression's words where the rule has them, else its node and the call it
  /// stands in.
  private func identity(of node: CheckedExpression, _ frame: Frame) -> String {
    frame.isDefine
      ? "\(ObjectIdentifier(node)) \(frame.call ?? 0)" : ExpressionText.oneLine(node.place.text)
  }

  private mutating func note(_ field: Int, read row: LookUp) {
    guard
      case .lookUp(let path, let dataset, var fields) =
        scopes[row.depth].operators[row.position].kind, !fields.contains(field)
    else { return }
    fields.append(field)
    fields.sort()
    scopes[row.depth].operators[row.position].kind = .lookUp(
      path: path, dataset: dataset, fields: fields)
  }

  /// A define's parameters, named as what they were given.
  private mutating func frame(
    of arguments: [CheckedExpression], of define: Int, _ outer: Frame
  ) -> Frame {
    let given = arguments.map { identity(of: $0, outer) }
    let call = "\(define)(\(given.joined(separator: ", ")))"
    var inner = Frame(call: calls[call] ?? calls.count)
    calls[call] = inner.call
    for (slot, argument) in arguments.enumerated() {
      var lookUp: LookUp?
      if case .row = argument.type {
        lookUp = row(argument, outer)
      } else {
        visit(argument, outer)
      }
      inner.variables[slot] = Variable(
        name: Self.short(text.text(of: argument, outer.names)), depth: depth(of: argument, outer),
        lookUp: lookUp)
    }
    return inner
  }

  /// Names of arguments may hold those of arguments, and so on: what nobody can read is cut.
  private static func short(_ name: String) -> String {
    name.utf8.count <= 200 ? name : "…"
  }

  // MARK: Comprehensions

  private mutating func join(
    _ comprehension: Comprehension, _ node: CheckedExpression, _ outer: Frame
  ) {
    let id = "over \(identity(of: node, outer))"
    let isOnce = ExpressionCosts.isOnce(comprehension)
    let depth = isOnce ? 0 : scopes.count - 1
    if scopes[depth].known[id] != nil { return }
    if let collection = comprehension.collection { visit(collection, outer) }
    scopes.append(Scope())
    var frame = outer
    frame.variables[comprehension.slot] = Variable(
      name: name(of: comprehension, outer), depth: scopes.count - 1)
    for part in costs.ordered(comprehension.condition) { visit(part, frame) }
    for part in [comprehension.value, comprehension.by].compactMap({ $0 }) { visit(part, frame) }
    let inner = scopes.removeLast().operators
    if let level = comprehension.level { visit(level, outer) }

    // What reads nothing of the member is worked out once, wherever it stands.
    scopes[depth].known[id] = scopes[depth].operators.count
    let cost = ExpressionCosts.cost(of: comprehension)
    switch comprehension.source {
    case .group:
      add(PlanOperator(kind: .aggregate, text: show(node, outer), cost: cost, inner: inner))
    case .collection(let collection):
      let kind = PlanOperator.Kind.nested(
        comprehension.function, source: text.text(of: collection, outer.names),
        value: comprehension.value.map { show($0, frame) })
      let condition = conditions(comprehension, frame).joined(separator: " and ")
      add(PlanOperator(kind: kind, text: condition, cost: cost, inner: inner))
    case .dataset(let dataset):
      let plan = joinPlan(comprehension, dataset, frame)
      add(PlanOperator(kind: .join(plan), cost: cost, inner: inner), at: depth)
    }
  }

  /// The variable's own name, found where it is used.
  private func name(of comprehension: Comprehension, _ outer: Frame) -> String {
    if case .group = comprehension.source, let known = outer.variables[comprehension.slot] {
      return known.name
    }
    var pending = comprehension.children
    while let node = pending.popLast() {
      if case .slot(comprehension.slot) = node.kind {
        return ExpressionText.oneLine(node.place.text)
      }
      // Substituted nodes stand elsewhere, but their slots are this frame's.
      if node.facts.slots.contains(comprehension.slot) { pending += node.children }
    }
    if case .dataset(let dataset) = comprehension.source {
      return program.datasets[dataset].name.name
    }
    return "it"
  }

  private func show(_ node: CheckedExpression, _ frame: Frame) -> String {
    frame.isDefine ? text.text(of: node, frame.names) : text.source(of: node)
  }

  private mutating func conditions(_ comprehension: Comprehension, _ frame: Frame) -> [String] {
    costs.ordered(comprehension.condition).map { show($0, frame) }
  }

  private mutating func joinPlan(
    _ comprehension: Comprehension, _ dataset: Int, _ frame: Frame
  ) -> JoinPlan {
    let keys = comprehension.joins.map { key($0, frame) }
    var rest: [String] = []
    var isKeyed = false
    for part in costs.ordered(comprehension.condition) {
      let (found, areAll) = analysis.joins(in: part, slot: comprehension.slot)
      // What the first equality says is said; an engine tries the first that is written.
      if !isKeyed, areAll, found.count == 1, key(found[0], frame) == keys.first {
        isKeyed = true
        continue
      }
      let line = show(part, frame)
      if line != rest.last { rest.append(line) }
    }
    let strategy = comprehension.strategy
    let kind: JoinPlan.Kind =
      switch comprehension.function {
      case .exists, .any: .semi
      case .none, .every: .anti
      default: .group
      }
    return JoinPlan(
      comprehension: comprehension, kind: kind, strategy: strategy, dataset: dataset,
      keys: keys, rest: rest,
      value: comprehension.value.map { show($0, frame) },
      by: comprehension.by.map { show($0, frame) },
      isMarked: marked.contains(ObjectIdentifier(comprehension)))
  }

  private func key(_ join: Comprehension.Join, _ frame: Frame) -> String {
    // Sides that stand behind a define hold this frame's variables already.
    let row = text.text(of: join.row, frame.names)
    let probe = text.text(of: join.probe, frame.names)
    return switch join {
    case .equal: "\(row) == \(probe)"
    case .inProbe: "\(row) in \(probe)"
    case .rowContains: "\(probe) in \(row)"
    }
  }
}
