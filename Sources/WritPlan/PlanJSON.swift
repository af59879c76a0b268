package import WritChecker
package import WritValues

/// Plans as one JSON document, `writ.plan/1`.
package struct PlanJSON {
  private let plan: ProgramPlan
  private let engines: (CheckedRule) -> [EngineSupport]
  private let words: PlanWords

  package init(
    _ plan: ProgramPlan,
    engines: @escaping (CheckedRule) -> [EngineSupport] = { _ in EngineSupport.always }
  ) {
    self.plan = plan
    self.engines = engines
    words = PlanWords(program: plan.program)
  }

  /// These rules, and every dataset that some rule of the plan reads.
  package func value(of rules: [CheckedRule]) -> JSONValue {
    [
      "schema": "writ.plan/1", "rules": .array(rules.map(rule)),
      "datasets": .array(plan.datasets.filter { $0.access != .unread }.map(dataset)),
    ]
  }

  private func text(_ text: String) -> JSONValue { .text(text) }

  private func name(_ dataset: Int) -> JSONValue {
    .text(plan.program.datasets[dataset].name.description)
  }

  private func fields(_ fields: some Sequence<Int>, of dataset: Int) -> JSONValue {
    .array(fields.sorted().map { .text(plan.program.datasets[dataset].fields[$0].name) })
  }

  // MARK: Datasets

  private func dataset(_ one: DatasetPlan) -> JSONValue {
    [
      "name": .text(one.name.description), "access": .text(one.access.rawValue),
      "reads": fields(one.fields, of: one.dataset),
      "columns": .int(plan.program.datasets[one.dataset].fields.count),
      "walked_by": .array(one.walkedBy.map(text)),
      "held_for": .array(
        one.reasons.map { ["rule": .text($0.rule), "need": .text($0.need.rawValue)] }),
      "by_key": .bool(one.isKeyed), "indexes": .array(one.indexes.map(index)),
    ]
  }

  private func index(_ one: HashIndex) -> JSONValue {
    [
      "on": .text(one.text), "each_element": .bool(one.isByElement),
      "spare": .bool(one.isFallback),
    ]
  }

  // MARK: Rules

  private func rule(_ rule: CheckedRule) -> JSONValue {
    let one = plan.plan(of: rule)
    let needs = DataNeeds(of: rule, in: plan.program)
    var members: [JSONValue.Member] = [
      .init(name: "id", value: .text(rule.id)), .init(name: "cost", value: .text(one.cost.word)),
    ]
    if let own = rule.dataset {
      members.append(.init(name: "dataset", value: name(own)))
      let read = needs.datasets[own]?.fields ?? []
      members.append(.init(name: "reads", value: fields(read, of: own)))
    }
    let held = needs.datasets.filter { !$0.value.needs.isEmpty }.sorted { $0.key < $1.key }
    members.append(.init(name: "operators", value: .array(one.operators.map(value))))
    members.append(
      .init(
        name: "held",
        value: .array(
          held.map { dataset, need in
            [
              "dataset": name(dataset), "reads": fields(need.fields, of: dataset),
              "needs": .array(need.needs.sorted().map { .text($0.rawValue) }),
              "indexes": .array(need.indexes.map(index)),
            ]
          })))
    if let state = one.state {
      members.append(.init(name: "kept", value: .text(words.state(state))))
    }
    members.append(.init(name: "engines", value: .array(engines(rule).map(engine))))
    return .object(members)
  }

  private func engine(_ one: EngineSupport) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init(name: "engine", value: .text(one.engine)),
      .init(name: "runs", value: .bool(one.obstacle == nil)),
    ]
    if let obstacle = one.obstacle {
      members.append(.init(name: "obstacle", value: .text(obstacle)))
    }
    return .object(members)
  }

  private func value(_ one: PlanOperator) -> JSONValue {
    var members: [JSONValue.Member] = [.init(name: "operator", value: .text(word(of: one)))]
    func add(_ name: Text, _ value: JSONValue) {
      members.append(.init(name: name, value: value))
    }
    switch one.kind {
    case .lookUp(let path, let dataset, let read):
      add("dataset", name(dataset))
      add("reference", .text(path))
      add("reads", fields(read, of: dataset))
    case .membership(let reference, let dataset):
      add("dataset", name(dataset))
      add("reference", .text(reference))
    case .join(let join):
      add("dataset", name(join.dataset))
      add("strategy", .text(join.strategy.rawValue))
      add("function", .text(join.comprehension.function.rawValue))
      add("on", .array(join.keys.map(text)))
      add("then", .array(join.rest.map(text)))
      if let value = join.value { add("value", .text(value)) }
      if let by = join.by { add("by", .text(by)) }
      add("marks", .bool(join.isMarked))
    case .nested(let function, let source, let value):
      add("function", .text(function.rawValue))
      add("source", .text(source))
      if let value { add("value", .text(value)) }
    case .each(let step): add("step", .text(words.text(of: step)))
    case .group(let keys): add("keys", .array(keys.map(text)))
    case .window(let window): add("window", .text(words.text(of: window)))
    case .findings(let clauses): add("clauses", .array(clauses.map(text)))
    case .aggregate, .detection, .filter, .when, .must, .within: break
    }
    if !one.text.isEmpty { add("expression", .text(one.text)) }
    add("cost", .text(one.cost.word))
    if !one.inner.isEmpty { add("inner", .array(one.inner.map(value))) }
    return .object(members)
  }

  private func word(of one: PlanOperator) -> String {
    switch one.kind {
    case .lookUp: "look_up"
    case .membership: "find"
    case .join(let join): "\(join.kind.rawValue)_join"
    case .nested: "nested"
    case .aggregate: "aggregate"
    case .detection: "detect"
    case .each: "each"
    case .filter: "where"
    case .group: "group"
    case .window: "window"
    case .when: "when"
    case .must: "must"
    case .within: "within"
    case .findings: "findings"
    }
  }
}
