import WritChecker
import WritTables
import WritValues

/// The rows' side of an equality, evaluated once for each distinct value where it reads one field only.
struct JoinSide {
  let evaluator: Evaluator
  let side: CheckedExpression
  /// The slot that holds the row.
  let slot: Int
  let table: Table
  /// Whether the side's elements are compared, not the side.
  let isElements: Bool

  func index() -> JoinIndex {
    var index = JoinIndex()
    let plain = plainField
    let coded = codedField.flatMap { table.columns.column($0) }
    var targets = Array(
      repeating: JoinIndex.Target?.none, count: coded?.dictionary?.count ?? 0)
    let frame = Frame(slotCount: slot + 1)

    func data(at position: Int) -> [Datum] {
      let datum: Datum
      if let plain {
        datum = table.columns.datum(plain, at: position)
      } else {
        frame.slots[slot] = .row(
          table.isRejected(at: position)
            ? .row(table.row(at: position)) : .held(table.columns, position))
        datum = evaluator.datum(side, frame)
      }
      if !isElements { return [datum] }
      return datum.elements ?? [.unknown(datum.causes)]
    }

    for position in 0..<table.count {
      let row = Int32(truncatingIfNeeded: position)
      guard let code = coded?.code(at: position), !table.isRejected(at: position) else {
        index.add(row, to: index.target(of: data(at: position)))
        continue
      }
      let target = targets[code] ?? index.target(of: data(at: position))
      targets[code] = target
      index.add(row, to: target)
    }
    index.seal()
    return index
  }

  /// The field the side is, when its column can be asked instead of a row.
  private var plainField: Int? {
    guard case .field(let base, let dataset, let field) = side.kind,
      case .slot(let row) = base.kind, row == slot, let stored = evaluator.datasets[dataset],
      stored.stale == nil || stored.schema.key.contains(field)
    else { return nil }
    return field
  }

  /// The only field the side reads of the row.
  private var codedField: Int? {
    if let plainField { return plainField }
    // The steps that inner comprehensions take are counted for each row.
    guard !comprehends(side),
      let fields = FieldReads(program: evaluator.program)
        .fields(of: side, row: slot), fields.count == 1
    else { return nil }
    return fields.first
  }

  private func comprehends(_ expression: CheckedExpression) -> Bool {
    switch expression.kind {
    case .comprehension: true
    case .call(let define, let arguments):
      comprehends(evaluator.program.defines[define].body) || arguments.contains(where: comprehends)
    default: expression.children.contains(where: comprehends)
    }
  }
}
