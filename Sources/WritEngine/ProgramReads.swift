import WritChecker
import WritValues

/// Which datasets expressions look rows up in or join, so that they must be held in memory.
struct ProgramReads {
  private(set) var held: Set<Int> = []
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
    if let subjects = Self.subjects(of: dataset, program) { held.insert(subjects) }
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

extension CheckedExpression {
  /// The expressions it is made of, without those of the defines it calls.
  var children: [CheckedExpression] {
    switch kind {
    case .constant, .param, .now, .periodStart, .periodEnd, .deadline, .windowStart, .windowEnd,
      .stepStart, .stepEnd, .groupKey, .slot:
      []
    case .dereference(let one, _), .field(let one, _, _), .recordField(let one, _),
      .jsonAs(let one),
      .not(let one), .inDataset(let one, _), .isKnown(let one), .isMissing(let one),
      .matches(let one, _), .negate(let one), .mask(let one):
      [one]
    case .mapEntry(let one, key: let other), .jsonMember(let one, key: let other),
      .and(let one, let other),
      .or(let one, let other), .compare(_, let one, let other), .ageInMonths(_, let one, let other),
      .inCollection(let one, let other), .inMap(let one, let other), .inNetwork(let one, let other),
      .coalesce(let one, let other), .arithmetic(_, let one, let other):
      [one, other]
    case .between(let one, let low, let high): [one, low, high]
    case .choice(let condition, let then, let otherwise): [condition, then, otherwise]
    case .function(_, let arguments), .call(_, let arguments), .list(let arguments),
      .template(let arguments):
      arguments
    case .comprehension(let comprehension):
      [comprehension.condition, comprehension.value, comprehension.by, comprehension.level]
        .compactMap { $0 }
        + (comprehension.collection.map { [$0] } ?? [])
    }
  }
}

extension Comprehension {
  var collection: CheckedExpression? {
    if case .collection(let expression) = source { expression } else { nil }
  }
}
