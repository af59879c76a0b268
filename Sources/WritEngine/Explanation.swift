import WritChecker
import WritDiagnostics
import WritModel
import WritTables
import WritValues

/// Why a member came out as it did, and what would change it: read off the rule's own conditions.
struct Explanation {
  let evaluator: Evaluator
  let rule: CheckedRule
  /// With the rule's row called as the rule calls it.
  let lines: SourceLines
  let frame: Frame
  /// The rule's requirements that do not hold, each with what it came to and what made it so.
  private(set) var failedMusts: [FailedMust] = []

  init(evaluator: Evaluator, rule: CheckedRule, lines: SourceLines, frame: Frame) {
    self.evaluator = evaluator
    self.rule = rule
    self.lines = lines
    self.frame = frame
    for must in rule.musts {
      let value = evaluator.datum(must, frame)
      if value == .true { continue }
      failedMusts.append(FailedMust(must: must, value: value, atoms: atoms(of: must, frame, lines)))
    }
  }

  struct FailedMust {
    var must: CheckedExpression
    var value: Datum
    var atoms: [Atom]
  }

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
    var lines: SourceLines
  }

  // MARK: Fields read

  /// Every field the conditions read of the member and of what it refers to, each once.
  func fields() -> [ReadField] {
    // The row variable stands for no row where a group is judged.
    guard !rule.isGrouped else { return [] }
    var collector = FieldCollector(evaluator: evaluator)
    if let condition = rule.condition { collector.collect(condition, frame, lines) }
    if let when = rule.when { collector.collect(when, frame, lines) }
    for must in rule.musts { collector.collect(must, frame, lines) }
    return collector.fields
  }

  // MARK: Witness

  func witness() -> [String] {
    var atoms: [Atom] = []
    if let when = rule.when {
      atoms += self.atoms(of: when, frame, lines)
    }
    let isForced = failedMusts.contains { $0.value == .false }
    for failed in failedMusts {
      // One false requirement forces a failure; the unknown ones beside it do not matter.
      if isForced, failed.value != .false { continue }
      atoms += failed.atoms
    }
    var witness: [String] = []
    for atom in atoms {
      let line = "\(atom.lines.text(of: atom.expression)) is \(Self.word(atom.value))"
      if !witness.contains(line) { witness.append(line) }
    }
    return witness
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
    of expression: CheckedExpression, _ frame: Frame, _ lines: SourceLines
  ) -> [Atom] {
    switch expression.kind {
    case .not(let operand): return atoms(of: operand, frame, lines)
    case .and(let one, let other): return pair(one, other, deciding: .false, frame, lines)
    case .or(let one, let other): return pair(one, other, deciding: .true, frame, lines)
    case .call(let define, let arguments) where expression.type == .bool:
      let inner = evaluator.defineFrame(define, arguments, frame)
      return atoms(
        of: evaluator.program.defines[define].body, inner, lines.body(of: expression, arguments))
    default:
      let value = evaluator.datum(expression, frame)
      return [Atom(expression: expression, value: value, frame: frame, lines: lines)]
    }
  }

  private func pair(
    _ one: CheckedExpression, _ other: CheckedExpression, deciding: Datum, _ frame: Frame,
    _ lines: SourceLines
  ) -> [Atom] {
    let left = evaluator.datum(one, frame)
    let right = evaluator.datum(other, frame)
    switch (left == deciding, right == deciding) {
    case (false, true): return atoms(of: other, frame, lines)
    case (true, false): return atoms(of: one, frame, lines)
    case (true, true):
      let first = atoms(of: one, frame, lines)
      let second = atoms(of: other, frame, lines)
      return second.count < first.count ? second : first
    case (false, false):
      // Where neither decides, both were needed; left open, only the operands that left it so.
      let isOpen = left.value == nil || right.value == nil
      return (isOpen && left.value != nil ? [] : atoms(of: one, frame, lines))
        + (isOpen && right.value != nil ? [] : atoms(of: other, frame, lines))
    }
  }

  // MARK: Counterfactual

  /// A change of one field, else of two, after which the member passes; empty when none is found among
  /// the values the rule itself compares with.
  func counterfactual() -> [String] {
    var changes: [Change] = []
    for failed in failedMusts {
      for atom in failed.atoms where changes.count < Self.triedChanges {
        changes += self.changes(for: atom)
      }
    }
    if changes.count > Self.triedChanges {
      changes.removeLast(changes.count - Self.triedChanges)
    }
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
    var path: String

    var text: String { "\(path) = \(value)" }
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
    collector.collect(atom.expression, atom.frame, atom.lines)
    return collector.fields.flatMap { field -> [Change] in
      guard let row = field.row else { return [] }
      let key = FieldKey(row: row, index: field.index)
      return candidates(for: field, in: atom).filter { .known($0) != field.datum }.map {
        Change(key: key, value: $0, path: field.path)
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

  init(evaluator: Evaluator) { self.evaluator = evaluator }

  mutating func collect(
    _ expression: CheckedExpression, _ frame: Frame, _ lines: SourceLines
  ) {
    switch expression.kind {
    case .field(let base, let dataset, let index):
      collect(base, frame, lines)
      let path = lines.path(of: expression)
      guard !fields.contains(where: { $0.path == path }) else { return }
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
      for argument in arguments { collect(argument, frame, lines) }
      collect(
        evaluator.program.defines[define].body,
        evaluator.defineFrame(define, arguments, frame),
        lines.body(of: expression, arguments))
    case .comprehension(let comprehension):
      // Rows of a join are many; what the member itself brings to it counts.
      for join in comprehension.joins {
        switch join {
        case .equal(_, let probe), .inProbe(_, let probe), .rowContains(_, let probe):
          collect(probe, frame, lines)
        }
      }
      if let collection = comprehension.collection { collect(collection, frame, lines) }
    default:
      for child in expression.children { collect(child, frame, lines) }
    }
  }
}
