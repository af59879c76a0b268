import WritChecker
import WritDiagnostics
import WritModel
import WritTables
import WritValues

/// Why a member came out as it did, and what would change it: read off the rule's own conditions.
struct Explanation {
  let evaluator: Evaluator
  let rule: CheckedRule
  let frame: Frame

  struct ReadField {
    var path: String
    var expression: CheckedExpression
    var dataset: Int
    var index: Int
    var datum: Datum
    var row: Row?

    var origin: RowOrigin? { row?.origin }
  }

  /// A condition that can't be taken apart, with the frame it stands in.
  struct Atom {
    var expression: CheckedExpression
    var value: Datum
    var frame: Frame
    var names: [Int: String]
  }

  private var names: [Int: String] { rule.rowName.isEmpty ? [:] : [rule.rowSlot: rule.rowName] }

  // MARK: Fields read

  /// Every field the conditions read of the member and of what it refers to, each once.
  func fields() -> [ReadField] {
    var collector = FieldCollector(evaluator: evaluator)
    let conditions = [rule.condition, rule.when].compactMap { $0 } + rule.musts
    // The row variable stands for no row where a group is judged.
    guard !rule.isGrouped else { return [] }
    for condition in conditions { collector.collect(condition, frame, names) }
    return collector.fields
  }

  // MARK: Witness

  func witness() -> [String] {
    var atoms: [Atom] = []
    if let when = rule.when {
      atoms += self.atoms(of: when, frame, names)
    }
    var holds = Datum.true
    for must in rule.musts { holds = Logic.and(holds, evaluator.datum(must, frame)) }
    for must in rule.musts where evaluator.datum(must, frame) != .true {
      // One false requirement forces a failure; the unknown ones beside it do not matter.
      if holds == .false, evaluator.datum(must, frame) != .false { continue }
      atoms += self.atoms(of: must, frame, names)
    }
    var seen: Set<String> = []
    let lines = atoms.map { atom in
      let source = evaluator.lines.text(of: atom.expression, names: atom.names)
      return "\(source) is \(Self.word(atom.value))"
    }
    return lines.filter { seen.insert($0).inserted }
  }

  private static func word(_ datum: Datum) -> String {
    switch datum {
    case .known(let value): value.description
    case .interval, .unknown:
      "unknown: " + datum.causes.items.map(\.description).joined(separator: ", ")
    }
  }

  /// The fewest atoms that force the condition's value.
  private func atoms(
    of expression: CheckedExpression, _ frame: Frame, _ names: [Int: String]
  ) -> [Atom] {
    let value = evaluator.datum(expression, frame)
    switch expression.kind {
    case .not(let operand): return atoms(of: operand, frame, names)
    case .and(let one, let other): return pair(one, other, value, deciding: .false, frame, names)
    case .or(let one, let other): return pair(one, other, value, deciding: .true, frame, names)
    case .call(let define, let arguments) where expression.type == .bool:
      let inner = evaluator.defineFrame(define, arguments, frame)
      let innerNames = FieldCollector.names(of: arguments, evaluator, names)
      return atoms(of: evaluator.program.defines[define].body, inner, innerNames)
    default: return [Atom(expression: expression, value: value, frame: frame, names: names)]
    }
  }

  private func pair(
    _ one: CheckedExpression, _ other: CheckedExpression, _ value: Datum, deciding: Datum,
    _ frame: Frame, _ names: [Int: String]
  ) -> [Atom] {
    let left = evaluator.datum(one, frame)
    let right = evaluator.datum(other, frame)
    if value == deciding {
      if left != deciding { return atoms(of: other, frame, names) }
      if right != deciding { return atoms(of: one, frame, names) }
      let first = atoms(of: one, frame, names)
      let second = atoms(of: other, frame, names)
      return second.count < first.count ? second : first
    }
    if value == Logic.not(deciding) {
      return atoms(of: one, frame, names) + atoms(of: other, frame, names)
    }
    // Open: only the operands that left it open.
    return (left.value == nil ? atoms(of: one, frame, names) : [])
      + (right.value == nil ? atoms(of: other, frame, names) : [])
  }

  // MARK: Counterfactual

  /// A change of one field, else of two, after which the member passes; empty when none is found among
  /// the values the rule itself compares with.
  func counterfactual() -> [String] {
    var changes: [Change] = []
    for must in rule.musts where evaluator.datum(must, frame) != .true {
      for atom in atoms(of: must, frame, names) { changes += self.changes(for: atom) }
    }
    changes = Array(changes.prefix(Self.triedChanges))
    for change in changes where passes([change]) { return [change.text] }
    for (index, one) in changes.enumerated() {
      for other in changes[(index + 1)...] where other.key != one.key && passes([one, other]) {
        return [one.text, other.text]
      }
    }
    return []
  }

  private static let triedChanges = 12

  private struct Change {
    var key: FieldKey
    var value: Value
    var text: String
  }

  private func passes(_ changes: [Change]) -> Bool {
    let deadline = frame.deadline
    defer {
      frame.overrides = [:]
      frame.deadline = deadline
    }
    for change in changes { frame.overrides[change.key] = .known(change.value) }
    return evaluator.judge(rule, frame, doubt: nil).outcome == .pass
  }

  private func changes(for atom: Atom) -> [Change] {
    var collector = FieldCollector(evaluator: evaluator)
    collector.collect(atom.expression, atom.frame, atom.names)
    return collector.fields.flatMap { field -> [Change] in
      guard let row = field.row else { return [] }
      let key = FieldKey(row: row, index: field.index)
      return candidates(for: field, in: atom).filter { .known($0) != field.datum }.map {
        Change(key: key, value: $0, text: "\(field.path) = \($0.description)")
      }
    }
  }

  private func candidates(for field: ReadField, in atom: Atom) -> [Value] {
    let type = evaluator.program.datasets[field.dataset].fields[field.index].type
    switch type {
    case .bool: return [.bool(true), .bool(false)]
    case .closedSet(let set): return set.words.map { .text($0) }
    default: break
    }
    switch atom.expression.kind {
    case .compare(_, let one, let other), .ageInMonths(_, let one, let other):
      let isLeft = mentions(one, field)
      let side = isLeft ? one : other
      let limit = isLeft ? other : one
      // Values of other fields may be personal: only the rule's own values are offered.
      guard limit.labels.isEmpty, let value = evaluator.datum(limit, atom.frame).value else {
        return []
      }
      if case .function(.age, _) = side.kind, case .duration(let span) = value {
        return around(evaluator.options.now.adding(microseconds: 0 &- span))
      }
      if case .ageInMonths = atom.expression.kind, case .months(let months) = value {
        return around(evaluator.options.now.adding(months: 0 &- months))
      }
      guard case .field = side.kind else { return [] }
      return neighbors(of: value)
    case .inCollection(_, let list):
      guard list.labels.isEmpty else { return [] }
      return evaluator.datum(list, atom.frame).elements?.prefix(4).compactMap(\.value) ?? []
    default: return []
    }
  }

  private func mentions(_ expression: CheckedExpression, _ field: ReadField) -> Bool {
    expression === field.expression || expression.children.contains { mentions($0, field) }
  }

  private func around(_ time: Timestamp?) -> [Value] { time.map { neighbors(of: .time($0)) } ?? [] }

  /// The value itself and one unit to each side.
  private func neighbors(of value: Value) -> [Value] {
    switch value {
    case .int(let number): [value, .int(number &+ 1), .int(number &- 1)]
    case .duration(let span): [value, .duration(span &+ 1), .duration(span &- 1)]
    case .bytes(let size): [value, .bytes(size &+ 1), .bytes(size &- 1)]
    case .time(let time):
      [value] + [1, -1].compactMap { time.adding(microseconds: $0).map { .time($0) } }
    default: [value]
    }
  }
}

/// Walks a condition and notes each field it reads, with the row it was read from.
struct FieldCollector {
  let evaluator: Evaluator
  private(set) var fields: [Explanation.ReadField] = []
  private var seen: Set<String> = []

  init(evaluator: Evaluator) { self.evaluator = evaluator }

  mutating func collect(
    _ expression: CheckedExpression, _ frame: Frame, _ names: [Int: String]
  ) {
    switch expression.kind {
    case .field(let base, let dataset, let index):
      collect(base, frame, names)
      let path = Self.path(expression, evaluator, names)
      guard seen.insert(path).inserted else { return }
      var row: Row?
      switch evaluator.row(base, frame) {
      case .row(let found): row = found
      case .held(_, let position): row = evaluator.datasets[dataset]?.table?.row(at: position)
      case .dangling, .unknown: break
      }
      fields.append(
        Explanation.ReadField(
          path: path, expression: expression, dataset: dataset, index: index,
          datum: evaluator.datum(expression, frame), row: row))
    case .call(let define, let arguments):
      for argument in arguments { collect(argument, frame, names) }
      collect(
        evaluator.program.defines[define].body,
        evaluator.defineFrame(define, arguments, frame),
        Self.names(of: arguments, evaluator, names))
    case .comprehension(let comprehension):
      // Rows of a join are many; what the member itself brings to it counts.
      for join in comprehension.joins {
        switch join {
        case .equal(_, let probe), .inProbe(_, let probe), .rowContains(_, let probe):
          collect(probe, frame, names)
        }
      }
      if let collection = comprehension.collection { collect(collection, frame, names) }
    default:
      for child in expression.children { collect(child, frame, names) }
    }
  }

  static func names(
    of arguments: [CheckedExpression], _ evaluator: Evaluator, _ names: [Int: String]
  ) -> [Int: String] {
    var inner: [Int: String] = [:]
    for (index, argument) in arguments.enumerated() {
      inner[index] = path(argument, evaluator, names)
    }
    return inner
  }

  /// As the rule's reader would write it: a define's parameter is the argument it was given.
  static func path(
    _ expression: CheckedExpression, _ evaluator: Evaluator, _ names: [Int: String]
  ) -> String {
    switch expression.kind {
    case .slot(let index): return names[index] ?? expression.place.text
    case .dereference(let reference, _): return path(reference, evaluator, names)
    case .field(let base, let dataset, let index):
      return
        "\(path(base, evaluator, names)).\(evaluator.program.datasets[dataset].fields[index].name)"
    default: return evaluator.lines.text(of: expression)
    }
  }
}
