package import WritChecker
import WritValues

/// What rules of a program ask of its datasets, and what each rule does with them: values, made before any data is read.
package struct ProgramPlan: Sendable {
  package let program: CheckedProgram
  package let rules: [CheckedRule]
  /// One for each dataset of the program, by its index there.
  package let datasets: [DatasetPlan]

  /// - Parameter rules: those that run together; what they need of a dataset is what all of them need.
  package init(program: CheckedProgram, rules: [CheckedRule]) {
    self.program = program
    self.rules = rules
    var datasets = program.datasets.enumerated().map { DatasetPlan(dataset: $0, name: $1.name) }
    var fields = Array(repeating: Set<Int>(), count: datasets.count)
    for rule in rules {
      let needs = DataNeeds(of: rule, in: program)
      if let own = rule.dataset { datasets[own].walkedBy.append(rule.id) }
      for (dataset, need) in needs.datasets {
        fields[dataset].formUnion(need.fields)
        datasets[dataset].reasons += need.needs.sorted().map {
          DatasetPlan.Reason(rule: rule.id, need: $0)
        }
        for index in need.indexes { index.join(&datasets[dataset].indexes) }
      }
    }
    for index in datasets.indices {
      datasets[index].fields = fields[index].sorted()
      if datasets[index].isHeld {
        datasets[index].marks = program.markJoins(over: index, of: rules) ?? []
      }
    }
    self.datasets = datasets
  }

  /// Indices of the datasets that are held in memory.
  package var held: Set<Int> { Set(datasets.filter(\.isHeld).map(\.dataset)) }

  /// Indices of the datasets that are read at all.
  package var read: Set<Int> { Set(datasets.filter { $0.access != .unread }.map(\.dataset)) }

  private var marked: Set<ObjectIdentifier> {
    Set(datasets.lazy.flatMap(\.marks).map { ObjectIdentifier($0.comprehension) })
  }

  package func plan(of rule: CheckedRule) -> RulePlan {
    RulePlanner(program, marked: marked).plan(rule)
  }

  /// The dataset by whose rows another one's completeness is judged (`complete per host`); nil where there is none.
  package static func subjects(of dataset: Int, in program: CheckedProgram) -> Int? {
    let schema = program.datasets[dataset]
    guard let field = schema.completePer, case .reference(let name) = schema.fields[field].type
    else { return nil }
    return program.index(of: name)
  }
}
