import WritChecker
import WritValues

/// The words plans are told in.
struct PlanWords {
  let program: CheckedProgram

  /// Conditions longer than this are cut: the rule itself has them whole.
  private static let longest = 96

  // MARK: Datasets

  /// A dataset as its module names it; where two modules have one of the name, with the module.
  func name(_ dataset: Int) -> String {
    let name = program.datasets[dataset].name
    let isShared = program.datasets.contains {
      $0.name.name == name.name && $0.name.module != name.module
    }
    return isShared ? name.description : name.name
  }

  func fields(_ fields: [Int], of dataset: Int) -> String {
    fields.map { program.datasets[dataset].fields[$0].name }.joined(separator: ", ")
  }

  func columns(_ fields: [Int], of dataset: Int) -> String {
    "\(fields.count) of \(program.datasets[dataset].fields.count) columns: "
      + self.fields(fields, of: dataset)
  }

  /// How its rows are found.
  func ways(_ needs: Set<DatasetPlan.Need>, _ indexes: [HashIndex]) -> [String] {
    var ways: [String] = []
    if !needs.isDisjoint(with: [.lookUp, .membership, .subjects]) { ways.append("by key") }
    for index in indexes {
      ways.append(
        "\(index.isFallback ? "spare index" : "index") on \(index.isByElement ? "each of " : "")"
          + index.text)
    }
    if !needs.isDisjoint(with: [.rows, .coverage]) { ways.append("all rows") }
    return ways
  }

  /// What is kept of a dataset that is marked.
  func counts(_ indexes: [HashIndex]) -> [String] {
    indexes.isEmpty ? ["a count"] : indexes.map { "counts by \($0.text)" }
  }

  /// Who needs it: a rule, and how many more.
  func rules(_ reasons: [DatasetPlan.Reason]) -> String {
    let rules = Set(reasons.map(\.rule)).sorted()
    return (rules.first ?? "") + (rules.count > 1 ? " and \(rules.count - 1) more" : "")
  }

  func state(_ state: GroupState) -> String {
    let rows =
      switch state.span {
      case .all: "rows"
      case .ring(let length): "ring of \(DurationFormat.describe(length))"
      case .openWindow: "rows of the open window"
      case .openSession: "rows of the open session"
      }
    return state.keys.isEmpty ? rows : "\(rows) per (\(state.keys.joined(separator: ", ")))"
  }

  // MARK: Operators

  func word(of one: PlanOperator) -> String {
    switch one.kind {
    case .lookUp: "look up"
    case .membership: "find"
    case .join(let join):
      switch join.strategy {
      case .hash: "\(join.kind.rawValue) join"
      case .cross: "cross join"
      case .once: "once"
      case .eachStep: "each step"
      }
    case .nested: "nested"
    case .aggregate: "aggregate"
    case .detection: "detect"
    case .each: "each"
    case .filter: "where"
    case .group: "group by"
    case .window: "window"
    case .when: "when"
    case .must: "must"
    case .within: "within"
    case .findings: "findings"
    }
  }

  func detail(of one: PlanOperator) -> String {
    switch one.kind {
    case .lookUp(let path, let dataset, let fields):
      let reads = fields.isEmpty ? "" : " · reads \(self.fields(fields, of: dataset))"
      return "\(name(dataset)) by \(cut(path))\(reads)"
    case .membership(let reference, let dataset): return "\(cut(reference)) among \(name(dataset))"
    case .join(let join): return detail(of: join)
    case .nested(let function, let source, let value):
      return result(of: function, value, over: source, where: one.text.isEmpty ? [] : [one.text])
    case .each(let step): return "step of \(text(of: step))"
    case .window(let window): return text(of: window)
    case .findings(let words): return words.joined(separator: ", ")
    case .aggregate, .detection, .filter, .group, .when, .must, .within: return cut(one.text)
    }
  }

  private func detail(of join: JoinPlan) -> String {
    let function = join.comprehension.function
    let name = name(join.dataset)
    var parts: [String]
    switch join.strategy {
    case .hash:
      parts = ["\(name) on \(cut(join.keys.first ?? ""))"]
      let rest = join.rest + refutation(function, join.value)
      if !rest.isEmpty { parts.append("then \(cut(rest.joined(separator: " and ")))") }
      if join.kind == .group {
        parts.append(result(of: function, join.value) + (join.by.map { " by \(cut($0))" } ?? ""))
      }
    case .cross, .once, .eachStep:
      parts = [result(of: function, join.value, over: name, where: join.rest)]
      if let by = join.by { parts.append("by \(cut(by))") }
    }
    if join.isMarked { parts.append("marks while \(name) goes by") }
    return parts.joined(separator: " · ")
  }

  private func result(
    of function: Comprehension.Function, _ value: String?, over source: String,
    where conditions: [String]
  ) -> String {
    let all = conditions + refutation(function, value)
    return "\(result(of: function, value)) over \(cut(source))"
      + (all.isEmpty ? "" : " where \(cut(all.joined(separator: " and ")))")
  }

  private func result(of function: Comprehension.Function, _ value: String?) -> String {
    guard function != .every, let value else { return function.rawValue }
    return "\(function.rawValue) of \(cut(value))"
  }

  /// `every` looks for a row for which its body does not hold.
  private func refutation(_ function: Comprehension.Function, _ value: String?) -> [String] {
    guard function == .every, let value else { return [] }
    return ["not (\(value))"]
  }

  func text(of step: CheckedRule.Step) -> String {
    switch step {
    case .microseconds(let length): DurationFormat.describe(length)
    case .months(let months): DurationFormat.describe(months: months)
    }
  }

  func text(of window: CheckedRule.Window) -> String {
    switch window {
    case .sliding(let length): return "sliding \(DurationFormat.describe(length))"
    case .session(let gap): return "session gap \(DurationFormat.describe(gap))"
    case .tumbling(let step, let zone):
      let length =
        switch step {
        case .microseconds(let length): DurationFormat.describe(length)
        case .days(let days): "\(days)d"
        case .months(let months): DurationFormat.describe(months: months)
        }
      return "tumbling \(length)" + (zone.map { " in \($0)" } ?? "")
    }
  }

  private func cut(_ text: String) -> String {
    guard text.unicodeScalars.count > Self.longest else { return text }
    var kept = String.UnicodeScalarView()
    kept.append(contentsOf: text.unicodeScalars.prefix(Self.longest - 1))
    return String(kept) + "…"
  }
}
