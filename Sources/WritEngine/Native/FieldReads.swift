import WritChecker
import WritValues

/// Which fields of the streamed row an expression's value depends on.
struct FieldReads {
  let program: CheckedProgram

  /// Nil when it depends on more than fields: the row's key, the clock of a window, a group.
  func fields(of expression: CheckedExpression, row slot: Int) -> Set<Int>? {
    fields(expression, rows: [slot])
  }

  /// - Parameter rows: slots of the frame that hold the streamed row.
  private func fields(_ expression: CheckedExpression, rows: Set<Int>) -> Set<Int>? {
    switch expression.kind {
    case .deadline, .windowStart, .windowEnd, .stepStart, .stepEnd, .groupKey: return nil
    case .slot(let index): return rows.contains(index) ? nil : []
    case .field(let base, let dataset, let index):
      guard case .slot(let slot) = base.kind, rows.contains(slot) else {
        return fields(base, rows: rows)
      }
      let schema = program.datasets[dataset]
      return schema.fields[index].components.isEmpty ? [index] : nil
    case .call(let define, let arguments):
      var inner: Set<Int> = []
      var found: Set<Int> = []
      for (index, argument) in arguments.enumerated() {
        if case .slot(let slot) = argument.kind, rows.contains(slot) {
          inner.insert(index)
        } else {
          guard let more = fields(argument, rows: rows) else { return nil }
          found.formUnion(more)
        }
      }
      guard let body = fields(program.defines[define].body, rows: inner) else { return nil }
      return found.union(body)
    case .comprehension(let comprehension):
      if case .group = comprehension.source { return nil }
      return all(expression.children, rows: rows.subtracting([comprehension.slot]))
    default:
      return all(expression.children, rows: rows)
    }
  }

  private func all(_ expressions: [CheckedExpression], rows: Set<Int>) -> Set<Int>? {
    var found: Set<Int> = []
    for expression in expressions {
      guard let more = fields(expression, rows: rows) else { return nil }
      found.formUnion(more)
    }
    return found
  }
}
