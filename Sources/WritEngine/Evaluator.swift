import WritChecker
import WritDiagnostics
import WritPatterns
import WritTables
import WritValues

/// Evaluates checked expressions over rows, one at a time and by the book: the oracle of all engines.
///
/// Nothing here throws or traps: what can't be told is a datum with its causes.
final class Evaluator {
  let program: CheckedProgram
  let options: EvaluationOptions
  let datasets: [Int: StoredDataset]
  let masks: Masking
  let lines: SourceLines
  /// Values of comprehensions that read no variable.
  private var constants: [ObjectIdentifier: Datum] = [:]
  private var constantRows: [ObjectIdentifier: RowReference] = [:]
  var indexes: [ObjectIdentifier: JoinIndex] = [:]
  /// Rows and elements looked at since the member, or what is shown of it, was begun.
  private var steps = 0
  var zones: [String: Zone?] = [:]
  /// What joins over streamed datasets came to, which nobody holds.
  var marks: [ObjectIdentifier: MarkTable] = [:]
  /// Aggregates over a group whose rows were counted and not kept.
  var counted: [ObjectIdentifier: Datum] = [:]

  init(
    program: CheckedProgram, options: EvaluationOptions, datasets: [Int: StoredDataset],
    masks: Masking
  ) {
    self.program = program
    self.options = options
    self.datasets = datasets
    self.masks = masks
    lines = SourceLines(program: program)
  }

  /// Each member may take as many steps as any other, whichever came before it.
  func beginSteps() { steps = 0 }

  var stepsTaken: Int { steps }

  /// Nil as long as the member may look at one more row.
  func step() -> Causes? {
    guard steps < options.stepLimit else { return Causes(Cause(.limit, "steps")) }
    steps += 1
    return nil
  }

  /// Steps of what is worked out once for all members are no member's.
  func uncounted<Result>(_ body: () -> Result) -> Result {
    let saved = steps
    steps = 0
    defer { steps = saved }
    return body()
  }

  /// What the expression comes to in this frame.
  func datum(_ expression: CheckedExpression, _ frame: Frame) -> Datum {
    switch expression.kind {
    case .constant(let value): return .known(value)
    case .param(let index): return .known(options.params[index] ?? program.params[index].value)
    case .now: return .known(.time(options.now))
    case .periodStart: return period(options.period?.start)
    case .periodEnd: return period(options.period?.end)
    case .deadline: return frame.deadline ?? .unknown(Causes(Cause(.undefined, "deadline")))
    case .windowStart: return clock(frame.window?.start, "window.start")
    case .windowEnd: return clock(frame.window?.end, "window.end")
    case .stepStart: return clock(frame.step?.start, "step start")
    case .stepEnd: return clock(frame.step?.end, "step end")
    case .groupKey(let index):
      return index < frame.groupKeys.count ? frame.groupKeys[index] : .missing("group key")
    case .slot(let index):
      if case .element(let datum) = frame.slots[index] { return datum }
      return key(of: row(expression, frame))
    case .dereference: return key(of: row(expression, frame))
    case .field(let base, let dataset, let index): return field(base, dataset, index, frame)
    case .recordField(let base, let index): return recordField(base, index, frame)
    case .mapEntry(let base, let key): return mapEntry(base, key, frame)
    case .jsonMember(let base, let key): return jsonMember(base, key, frame)
    case .jsonAs(let base): return JSONReading.read(datum(base, frame), as: expression.type)
    case .not(let operand): return Logic.not(datum(operand, frame))
    case .and(let one, let other):
      let left = datum(one, frame)
      return left == .false ? .false : Logic.and(left, datum(other, frame))
    case .or(let one, let other):
      let left = datum(one, frame)
      return left == .true ? .true : Logic.or(left, datum(other, frame))
    case .compare(let comparison, let one, let other):
      return Relation.compare(comparison, datum(one, frame), datum(other, frame))
    case .ageInMonths(let comparison, let time, let months):
      return Relation.compare(
        comparison, .known(.time(options.now)),
        Calculation.calculate(.add, datum(time, frame), datum(months, frame)))
    case .inCollection(let one, let other):
      return Relation.isMember(datum(one, frame), of: datum(other, frame))
    case .inDataset(let one, let dataset): return isKey(datum(one, frame), of: dataset)
    case .inMap(let one, let other):
      return Relation.isKey(datum(one, frame), of: datum(other, frame))
    case .inNetwork(let one, let other):
      return Relation.isInside(datum(one, frame), datum(other, frame))
    case .between(let one, let low, let high):
      let value = datum(one, frame)
      return Logic.and(
        Relation.compare(.lessOrEqual, datum(low, frame), value),
        Relation.compare(.lessOrEqual, value, datum(high, frame)))
    case .isKnown(let operand): return Logic.isKnown(datum(operand, frame))
    case .isMissing(let operand): return Logic.not(Logic.isKnown(datum(operand, frame)))
    case .coalesce(let one, let other):
      let value = datum(one, frame)
      if case .unknown(let causes) = value, causes.contains(only: .missing) {
        return datum(other, frame)
      }
      return value
    case .matches(let operand, let pattern):
      guard case .known(.text(let text)) = datum(operand, frame) else {
        return .unknown(datum(operand, frame).causes)
      }
      switch pattern.matches(text.string) {
      case .yes: return .true
      case .no: return .false
      case .limit: return .unknown(Causes(Cause(.limit, "matches")))
      }
    case .choice(let condition, let then, let otherwise):
      switch datum(condition, frame) {
      case .true: return datum(then, frame)
      case .false: return datum(otherwise, frame)
      case let open:
        let one = datum(then, frame)
        return one.value != nil && one == datum(otherwise, frame) ? one : .unknown(open.causes)
      }
    case .negate(let operand): return Calculation.negate(datum(operand, frame))
    case .arithmetic(let operation, let one, let other):
      return Calculation.calculate(operation, datum(one, frame), datum(other, frame))
    case .function(let function, let arguments):
      return call(function, arguments.map { datum($0, frame) }, type: expression.type)
    case .call(let define, let arguments):
      return datum(program.defines[define].body, defineFrame(define, arguments, frame))
    case .list(let elements): return .known(.list(elements.map { datum($0, frame) }))
    case .template(let parts): return template(parts, frame)
    case .comprehension(let comprehension):
      return comprehend(comprehension, expression, frame)
    case .mask(let operand):
      let value = datum(operand, frame)
      return value.value.map { .known(.text(Text(masks.mask($0)))) } ?? value
    }
  }

  /// The row a row-typed expression stands for.
  func row(_ expression: CheckedExpression, _ frame: Frame) -> RowReference {
    switch expression.kind {
    case .slot(let index):
      switch frame.slots[index] {
      case .row(let reference): return reference
      case .element(let datum): return .unknown(datum.causes)
      case .empty: return .unknown(Causes(Cause(.undefined, "row")))
      }
    case .dereference(let reference, let dataset):
      return follow(datum(reference, frame), into: dataset, reference)
    case .comprehension(let comprehension):
      let id = ObjectIdentifier(comprehension)
      if let known = constantRows[id] { return known }
      let isConstant = isConstant(comprehension)
      guard isConstant else { return pick(comprehension, type: expression.type, frame) }
      let inner = frame.overrides.isEmpty ? frame : Frame(slotCount: frame.slots.count)
      let reference = uncounted { pick(comprehension, type: expression.type, inner) }
      constantRows[id] = reference
      return reference
    case .choice(let condition, let then, let otherwise):
      switch datum(condition, frame) {
      case .true: return row(then, frame)
      case .false: return row(otherwise, frame)
      case let open: return .unknown(open.causes)
      }
    case .call(let define, let arguments):
      return row(program.defines[define].body, defineFrame(define, arguments, frame))
    default:
      return .unknown(Causes(Cause(.undefined, "row")))
    }
  }

  /// The frame of a define's body: its arguments in the first slots.
  func defineFrame(_ define: Int, _ arguments: [CheckedExpression], _ frame: Frame) -> Frame {
    let definition = program.defines[define]
    let inner = Frame(slotCount: definition.slotCount)
    inner.overrides = frame.overrides
    inner.groupKeys = frame.groupKeys
    inner.deadline = frame.deadline
    inner.step = frame.step
    inner.window = frame.window
    for (index, argument) in arguments.enumerated() where index < definition.slotCount {
      if case .row = argument.type {
        inner.slots[index] = .row(row(argument, frame))
      } else {
        inner.slots[index] = .element(datum(argument, frame))
      }
    }
    return inner
  }

  private func comprehend(
    _ comprehension: Comprehension, _ expression: CheckedExpression, _ frame: Frame
  ) -> Datum {
    let id = ObjectIdentifier(comprehension)
    if let known = constants[id] ?? counted[id] { return known }
    let isConstant = isConstant(comprehension)
    // What is kept for all members must not hold a change tried out for one of them.
    let inner = isConstant && !frame.overrides.isEmpty ? Frame(slotCount: frame.slots.count) : frame
    let value: Datum
    if case .row = expression.type {
      value = key(of: row(expression, inner))
    } else if isConstant {
      value = uncounted { aggregate(comprehension, type: expression.type, inner) }
    } else {
      value = aggregate(comprehension, type: expression.type, inner)
    }
    if isConstant { constants[id] = value }
    return value
  }

  private func isConstant(_ comprehension: Comprehension) -> Bool {
    if comprehension.isCorrelated { return false }
    if case .dataset = comprehension.source { return true }
    return false
  }

  private func period(_ time: Timestamp?) -> Datum {
    time.map { .known(.time($0)) } ?? .unknown(Causes(Cause(.undefined, "period")))
  }

  private func clock(_ time: Timestamp?, _ name: String) -> Datum {
    time.map { .known(.time($0)) } ?? .unknown(Causes(Cause(.undefined, name)))
  }

  private func template(_ parts: [CheckedExpression], _ frame: Frame) -> Datum {
    var text = ""
    var causes = Causes.none
    for part in parts {
      let value = datum(part, frame)
      switch value {
      case .known(let known): text += known.description
      case .interval, .unknown: causes = causes.union(value.causes)
      }
    }
    return causes.isEmpty ? .known(.text(Text(text))) : .unknown(causes)
  }

  /// A text for people: what is unknown prints its causes.
  func rendered(_ expression: CheckedExpression, _ frame: Frame) -> String {
    if case .template(let parts) = expression.kind {
      return parts.map { rendered($0, frame) }.joined()
    }
    beginSteps()
    switch datum(expression, frame) {
    case .known(let value): return value.description
    case .interval(let low, Int64.max, _): return "at least \(low)"
    case .interval(let low, let high, _): return "\(low) to \(high)"
    case .unknown(let causes):
      return "unknown: " + causes.items.map(\.description).joined(separator: ", ")
    }
  }
}
