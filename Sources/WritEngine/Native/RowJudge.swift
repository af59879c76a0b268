import WritChecker
import WritTables
import WritValues

/// Asks the reference evaluator about a row of which only the columns are known that an expression reads.
///
/// Each thread has its own, with an evaluator of its own.
final class RowJudge {
  let evaluator: Evaluator
  /// The fields of a row nobody decoded.
  private let blank: [Datum]
  /// The tracked column of each field, or -1: its codes, or its times.
  private var codeColumn: [Int]
  private var timeColumn: [Int]
  private(set) var columns: [LineColumn] = []
  private let schema: DatasetSchema

  /// Conditions of one member share its steps; one that takes a good part of them is left to the whole judgment.
  private static let shareOfSteps = 64

  /// No question took more steps so far.
  private(set) var mostSteps = 0

  /// How many steps one question may take.
  var stepsAllowed: Int { evaluator.options.stepLimit / Self.shareOfSteps }

  func note(steps: Int) { if steps > mostSteps { mostSteps = steps } }

  init(evaluator: Evaluator, schema: DatasetSchema) {
    self.evaluator = evaluator
    self.schema = schema
    blank = Array(
      repeating: .unknown(Causes(Cause(.undefined, "field"))), count: schema.fields.count)
    codeColumn = Array(repeating: -1, count: schema.fields.count)
    timeColumn = codeColumn
  }

  func isTime(_ field: Int) -> Bool { schema.fields[field].type == .time }

  /// The column of a field's codes, tracked from now on; of a field of times, its times.
  func column(of field: Int) -> Int {
    if isTime(field) { return track(field, .times, \.timeColumn) }
    return track(field, .codes, \.codeColumn)
  }

  private func track(
    _ field: Int, _ kind: LineColumn.Kind, _ known: ReferenceWritableKeyPath<RowJudge, [Int]>
  ) -> Int {
    if self[keyPath: known][field] < 0 {
      self[keyPath: known][field] = columns.count
      columns.append(LineColumn(field: field, kind: kind))
    }
    return self[keyPath: known][field]
  }

  /// What an expression over these fields comes to in a row of the batch; nil when that depends on the row's place.
  func datum(
    _ expression: CheckedExpression, _ fields: [Int], slot: Int, frame: Frame, _ batch: LineBatch,
    _ row: Int
  ) -> Datum? {
    var data = blank
    for field in fields {
      let column = isTime(field) ? timeColumn[field] : codeColumn[field]
      guard column >= 0, let datum = batch.datum(column, row) else { return nil }
      data[field] = datum
    }
    let known = Row(
      fields: data, key: .bool(false), origin: RowOrigin(input: 0, line: 0, start: 0, end: 0))
    frame.slots[slot] = .row(.row(known))
    return datum(expression, frame)
  }

  /// Nil when the evaluation went on for so long that the member as a whole might go on for too long.
  func datum(_ expression: CheckedExpression, _ frame: Frame) -> Datum? {
    evaluator.beginSteps()
    let datum = evaluator.datum(expression, frame)
    note(steps: evaluator.stepsTaken)
    return evaluator.stepsTaken > stepsAllowed ? nil : datum
  }
}
