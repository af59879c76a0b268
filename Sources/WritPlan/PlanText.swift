package import WritChecker
import WritValues

/// Plans as an aligned tree for people.
package struct PlanText {
  private let plan: ProgramPlan
  private let engines: (CheckedRule) -> [EngineSupport]
  private let words: PlanWords

  /// - Parameter engines: which engines run a rule, and why others do not.
  package init(
    _ plan: ProgramPlan,
    engines: @escaping (CheckedRule) -> [EngineSupport] = { _ in EngineSupport.always }
  ) {
    self.plan = plan
    self.engines = engines
    words = PlanWords(program: plan.program)
  }

  /// The plans of these rules, and what they read together where they are several. Ends with a line end.
  package func text(of rules: [CheckedRule]) -> String {
    var parts = rules.map { lines(of: $0).joined(separator: "\n") }
    if rules.count > 1 { parts.append(together(rules).joined(separator: "\n")) }
    return parts.joined(separator: "\n\n") + "\n"
  }

  // MARK: One rule

  private func lines(of rule: CheckedRule) -> [String] {
    let one = plan.plan(of: rule)
    let needs = DataNeeds(of: rule, in: plan.program)
    let cost = one.cost == .cross ? "cross, which the rule allows" : one.cost.title
    var lines = ["plan of \(rule.id)   cost: \(cost)", population(of: rule, needs)]
    tree(one.operators, "", &lines)
    section("held", held(needs, .held), &lines)
    section("marked", held(needs, .marked), &lines)
    section("kept", [kept(rule, one.state)].filter { !$0.isEmpty }, &lines)
    section("engines", engineLines(rule), &lines)
    return lines
  }

  private func population(of rule: CheckedRule, _ needs: DataNeeds) -> String {
    guard let own = rule.dataset else { return "one member, of no dataset" }
    let dataset = plan.datasets[own]
    let others = dataset.walkedBy.filter { $0 != rule.id }.count
    let shared = others == 0 ? "" : " with \(others) other rule\(others == 1 ? "" : "s")"
    let access =
      dataset.access == .held ? "held for \(words.rules(dataset.reasons)), walked" : "streamed"
    let fields = words.fields(needs.datasets[own]?.fields.sorted() ?? [], of: own)
    return "\(words.name(own))   \(access) once\(shared) · reads \(fields)"
  }

  private func tree(_ operators: [PlanOperator], _ indent: String, _ lines: inout [String]) {
    for (index, one) in operators.enumerated() {
      let isLast = index == operators.count - 1
      let word = words.word(of: one)
      let gap = String(repeating: " ", count: max(1, 11 - word.unicodeScalars.count))
      let detail = words.detail(of: one)
      lines.append("\(indent)\(isLast ? "└─" : "├─") \(word)\(detail.isEmpty ? "" : gap + detail)")
      tree(one.inner, indent + (isLast ? "   " : "│  "), &lines)
    }
  }

  private func section(_ title: String, _ rows: [String], _ lines: inout [String]) {
    for (index, row) in rows.enumerated() {
      let head = index == 0 ? title : ""
      lines.append(head + String(repeating: " ", count: 9 - head.count) + row)
    }
  }

  private func held(_ needs: DataNeeds, _ access: DatasetPlan.Access) -> [String] {
    let held = needs.datasets.filter {
      !$0.value.needs.isEmpty && plan.datasets[$0.key].access == access
    }.sorted { $0.key < $1.key }
    let names = held.map { words.name($0.key) }
    let width = names.map(\.unicodeScalars.count).max() ?? 0
    return zip(held, names).map { entry, name in
      let (dataset, need) = entry
      let columns = words.columns(need.fields.sorted(), of: dataset)
      let ways =
        access == .held ? words.ways(need.needs, need.indexes) : words.counts(need.indexes)
      let gap = String(repeating: " ", count: width - name.unicodeScalars.count + 2)
      return ([name + gap + columns] + ways).joined(separator: " · ")
    }
  }

  private func kept(_ rule: CheckedRule, _ state: GroupState?) -> String {
    var kept: [String] = []
    if let own = rule.dataset, plan.datasets[own].access != .held {
      let order = plan.program.datasets[own].order
      kept.append(
        order.map { "keys within \(DurationFormat.describe($0.lateness))" } ?? "a hash of each key")
    }
    if let state { kept.append(words.state(state)) }
    return kept.joined(separator: " · ")
  }

  private func engineLines(_ rule: CheckedRule) -> [String] {
    let all = engines(rule)
    let able = all.filter { $0.obstacle == nil }.map(\.engine).joined(separator: ", ")
    return (able.isEmpty ? [] : [able])
      + all.compactMap { one in one.obstacle.map { "not \(one.engine): \($0)" } }
  }

  // MARK: Several rules

  private func together(_ rules: [CheckedRule]) -> [String] {
    let read = plan.datasets.filter { $0.access != .unread }
    let width = read.map { words.name($0.dataset).unicodeScalars.count }.max() ?? 0
    var lines = ["data of all \(plan.rules.count) rules"]
    for dataset in read {
      let name = words.name(dataset.dataset)
      let gap = String(repeating: " ", count: width - name.unicodeScalars.count + 2)
      let access =
        switch dataset.access {
        case .held: "held      "
        case .marked: "marked    "
        default: "streamed  "
        }
      let columns = plan.program.datasets[dataset.dataset].fields.count
      var parts = ["\(dataset.fields.count) of \(columns) columns"]
      parts +=
        dataset.access == .marked
        ? words.counts(dataset.indexes)
        : words.ways(Set(dataset.reasons.map(\.need)), dataset.indexes)
      let walks = dataset.walkedBy.count
      if walks > 0 { parts.append("walked once for \(walks) rule\(walks == 1 ? "" : "s")") }
      if dataset.isHeld {
        parts.append("\(dataset.access.rawValue) for \(words.rules(dataset.reasons))")
      }
      lines.append(name + gap + access + parts.joined(separator: " · "))
    }
    return lines
  }
}
