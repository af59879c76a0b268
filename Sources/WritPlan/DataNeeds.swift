package import WritChecker
import WritValues

/// What one rule reads of each dataset: every field some expression of it reads, and why rows have to be held.
struct DataNeeds {
  struct OfDataset {
    var fields: Set<Int> = []
    var needs: Set<DatasetPlan.Need> = []
    var indexes: [HashIndex] = []
  }

  private(set) var datasets: [Int: OfDataset] = [:]
  private let program: CheckedProgram
  private let text: ExpressionText
  /// Nodes that were seen: a let is one node wherever its name stands.
  private var seen: Set<ObjectIdentifier> = []

  init(of rule: CheckedRule, in program: CheckedProgram) {
    self.program = program
    text = ExpressionText(program: program)
    if let own = rule.dataset {
      datasets[own] = OfDataset()
      if program.datasets[own].completePer != nil { need(.coverage, of: own) }
      addSubjects(of: own)
    }
    for dataset in rule.reads where datasets[dataset] == nil { datasets[dataset] = OfDataset() }
    for expression in rule.expressions { add(expression) }
    for dataset in datasets.keys { addFrame(of: dataset) }
  }

  /// What every engine reads of a row: its key, its time, the subject it stands for.
  private mutating func addFrame(of dataset: Int) {
    let schema = program.datasets[dataset]
    var pending = Array(datasets[dataset]?.fields ?? []) + schema.key
    if let order = schema.order { pending.append(order.field) }
    if let subject = schema.completePer { pending.append(subject) }
    var fields: Set<Int> = []
    while let field = pending.popLast() {
      // A composite reference is made from other fields.
      if fields.insert(field).inserted { pending += schema.fields[field].components }
    }
    datasets[dataset]?.fields = fields
  }

  private mutating func need(_ need: DatasetPlan.Need, of dataset: Int) {
    datasets[dataset, default: OfDataset()].needs.insert(need)
  }

  private mutating func addSubjects(of dataset: Int) {
    if let subjects = ProgramPlan.subjects(of: dataset, in: program) {
      need(.subjects, of: subjects)
    }
  }

  private mutating func add(_ expression: CheckedExpression) {
    guard seen.insert(ObjectIdentifier(expression)).inserted else { return }
    switch expression.kind {
    case .field(_, let dataset, let index):
      datasets[dataset, default: OfDataset()].fields.insert(index)
    case .dereference(_, let dataset): need(.lookUp, of: dataset)
    case .inDataset(_, let dataset):
      need(.membership, of: dataset)
      addSubjects(of: dataset)
    case .comprehension(let comprehension): add(comprehension)
    case .call(let define, _): add(program.defines[define].body)
    default: break
    }
    for child in expression.children { add(child) }
  }

  private mutating func add(_ comprehension: Comprehension) {
    guard case .dataset(let dataset) = comprehension.source else { return }
    need(comprehension.joins.isEmpty ? .rows : .index, of: dataset)
    addSubjects(of: dataset)
    for (number, join) in comprehension.joins.enumerated() {
      let row = join.row
      let index = HashIndex(
        row: row, slot: comprehension.slot, isByElement: join.isByElement, isFallback: number > 0,
        text: text.text(of: row, [comprehension.slot: ""]))
      index.join(&datasets[dataset, default: OfDataset()].indexes)
    }
  }
}

extension CheckedRule {
  /// All expressions it evaluates, those of its findings included.
  package var expressions: [CheckedExpression] {
    var all = [condition].compactMap { $0 } + group.map(\.value) + [when].compactMap { $0 } + musts
    if let deadline { all += [deadline.duration, deadline.after] }
    all += [say, fix].compactMap { $0 } + evidence
    return all
  }
}

extension Comprehension.Join {
  /// The side that reads the row looked for.
  package var row: CheckedExpression {
    switch self {
    case .equal(let row, _), .inProbe(let row, _), .rowContains(let row, _): row
    }
  }

  /// The side that says what is looked for.
  package var probe: CheckedExpression {
    switch self {
    case .equal(_, let probe), .inProbe(_, let probe), .rowContains(_, let probe): probe
    }
  }

  package var isByElement: Bool {
    if case .rowContains = self { true } else { false }
  }
}
