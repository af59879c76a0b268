import WritChecker
import WritValues

/// Which datasets expressions look rows up in or join, so that they must be held in memory.
struct ProgramReads {
  private(set) var held: Set<Int> = []
  /// Those that are judged by the rows of another one, and of which all rows are asked for.
  private(set) var judged: Set<Int> = []
  private var seenDefines: Set<Int> = []
  private let program: CheckedProgram

  init(program: CheckedProgram) { self.program = program }

  mutating func add(_ rule: CheckedRule) {
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
    judged.insert(dataset)
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
    case .dereference(_, let dataset): held.insert(dataset)
    case .inDataset(_, let dataset):
      held.insert(dataset)
      addJudgedBy(dataset)
    case .comprehension(let comprehension):
      if case .dataset(let dataset) = comprehension.source {
        held.insert(dataset)
        addJudgedBy(dataset)
      }
    case .call(let define, _):
      if seenDefines.insert(define).inserted { add(program.defines[define].body) }
    default: break
    }
    for child in expression.children { add(child) }
  }
}
