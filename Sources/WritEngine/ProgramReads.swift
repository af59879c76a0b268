import WritChecker
import WritValues

/// Which datasets expressions look rows up in or join, so that they must be held in memory, and which of their
/// fields they read.
struct ProgramReads {
  private(set) var held: Set<Int> = []
  /// By dataset the fields that expressions read, with those that rows are told apart, ordered and counted by.
  ///
  /// A dataset none is read of has no entry.
  private(set) var fields: [Int: Set<Int>] = [:]
  private var seenDefines: Set<Int> = []
  private let program: CheckedProgram

  init(program: CheckedProgram) { self.program = program }

  mutating func add(_ rule: CheckedRule) {
    if let dataset = rule.dataset { addRows(of: dataset) }
    if let dataset = rule.dataset, program.datasets[dataset].completePer != nil {
      held.insert(dataset)
      addJudgedBy(dataset)
    }
    var expressions = rule.musts + rule.evidence + rule.group.map(\.value)
    expressions += [rule.condition, rule.when, rule.say, rule.fix].compactMap { $0 }
    if let deadline = rule.deadline { expressions += [deadline.duration, deadline.after] }
    for expression in expressions { add(expression) }
  }

  private mutating func addJudgedBy(_ dataset: Int) {
    guard let subjects = Self.subjects(of: dataset, program) else { return }
    held.insert(subjects)
    addRows(of: subjects)
  }

  /// What is read of rows whatever the expressions are.
  private mutating func addRows(of dataset: Int) {
    guard fields[dataset] == nil else { return }
    let schema = program.datasets[dataset]
    fields[dataset] = []
    for index in schema.key { addField(index, of: dataset) }
    if let order = schema.order?.field { addField(order, of: dataset) }
    if let subject = schema.completePer { addField(subject, of: dataset) }
  }

  private mutating func addField(_ index: Int, of dataset: Int) {
    addRows(of: dataset)
    fields[dataset, default: []].insert(index)
    let schema = program.datasets[dataset]
    guard schema.fields.indices.contains(index) else { return }
    fields[dataset, default: []].formUnion(schema.fields[index].components)
  }

  /// The dataset by whose rows another one's completeness is judged.
  static func subjects(of dataset: Int, _ program: CheckedProgram) -> Int? {
    let schema = program.datasets[dataset]
    guard let field = schema.completePer, case .reference(let name) = schema.fields[field].type
    else { return nil }
    return program.index(of: name)
  }

  private mutating func add(_ expression: CheckedExpression) {
    switch expression.kind {
    case .field(_, let dataset, let index): addField(index, of: dataset)
    case .dereference(_, let dataset):
      held.insert(dataset)
      addRows(of: dataset)
    case .inDataset(_, let dataset):
      held.insert(dataset)
      addRows(of: dataset)
      addJudgedBy(dataset)
    case .comprehension(let comprehension):
      if case .dataset(let dataset) = comprehension.source {
        held.insert(dataset)
        addRows(of: dataset)
        addJudgedBy(dataset)
      }
      for join in comprehension.joins {
        switch join {
        case .equal(let row, let probe), .inProbe(let row, let probe),
          .rowContains(let row, let probe):
          add(row)
          add(probe)
        }
      }
    case .call(let define, _):
      if seenDefines.insert(define).inserted { add(program.defines[define].body) }
    default: break
    }
    for child in expression.children { add(child) }
  }
}
