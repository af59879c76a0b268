import WritChecker
import WritPlan
import WritTables
import WritValues

/// `exists(g in DATASET where g.x == a and …)`: the rows of the dataset by the values of `g.x`, looked up once for each
/// value of `a`; what else is asked of a pair is asked once for each pair of values.
final class SemiJoin: ConditionNode {
  /// A condition with one side of the dataset's row and one of the member.
  final class Residual {
    let question: Question
    let member: ValueCode
    /// For each row of the dataset the number of its side's value; 0 where that is unknown.
    let sides: [UInt32]
    private var known: [UInt64: UInt8] = [:]
    let codes = Scratch<UInt32>()

    private static let limit = 1 << 18

    init(_ question: Question, member: ValueCode, sides: [UInt32]) {
      self.question = question
      self.member = member
      self.sides = sides
    }

    func forget() {
      member.forgetValues()
      known = [:]
    }

    func truth(
      _ position: Int32, _ index: Int, evaluate: (Question) -> UInt8
    ) -> UInt8 {
      let side = sides[Int(position)]
      let code = codes.pointer[index]
      // An unknown side is one the evaluator looks at.
      if side == 0 || code == 0 { return Truth.open }
      let pair = UInt64(side) << 32 | UInt64(code)
      if let truth = known[pair] { return truth }
      let truth = evaluate(question)
      if known.count >= Self.limit { known.removeAll(keepingCapacity: true) }
      known[pair] = truth
      return truth
    }
  }

  private let probe: ValueCode
  private let positions: [Value: [Int32]]
  private let residuals: [Residual]
  private let isNegated: Bool
  private let table: Table
  private let frame: Frame
  private let slot: Int
  private let judge: RowJudge
  private let codes = Scratch<UInt32>()
  /// The candidates of each value of the probe, as far as they were asked for.
  private var candidates: [[Int32]?] = []

  init(
    probe: ValueCode, positions: [Value: [Int32]], residuals: [Residual], isNegated: Bool,
    table: Table, frame: Frame, slot: Int, judge: RowJudge
  ) {
    self.probe = probe
    self.positions = positions
    self.residuals = residuals
    self.isNegated = isNegated
    self.table = table
    self.frame = frame
    self.slot = slot
    self.judge = judge
  }

  override func judge(_ batch: LineBatch, _ rows: RowNumbers, _ out: UnsafeMutablePointer<UInt8>) {
    var most = 0
    defer { judge.note(steps: most) }
    probe.codes(batch, rows, codes.pointer)
    for residual in residuals { residual.member.codes(batch, rows, residual.codes.pointer) }
    while candidates.count < probe.values.count { candidates.append(nil) }
    for index in rows.indices {
      let code = Int(codes.pointer[index])
      if code == 0 {
        out[index] = Truth.open
        continue
      }
      if candidates[code] == nil {
        let found = positions[probe.values[code]] ?? []
        candidates[code] = found
        most = max(most, found.count)
      }
      var result = Truth.no
      for position in candidates[code] ?? [] {
        let truth = truth(position, index, batch, Int(rows[index]))
        if truth == Truth.yes {
          result = Truth.yes
          break
        }
        if truth == Truth.open { result = Truth.open }
      }
      out[index] = isNegated && result != Truth.open ? result ^ 1 : result
    }
  }

  private func truth(_ position: Int32, _ index: Int, _ batch: LineBatch, _ row: Int) -> UInt8 {
    var result = Truth.yes
    for residual in residuals {
      let truth = residual.truth(position, index) { question in
        frame.slots[slot] = .row(.row(table.row(at: Int(position))))
        defer { frame.slots[slot] = .empty }
        return Truth.of(question.datum(batch, row))
      }
      if truth == Truth.no { return Truth.no }
      if truth == Truth.open { result = Truth.open }
    }
    return result
  }

  override func forget() {
    probe.forgetValues()
    candidates = []
    for residual in residuals { residual.forget() }
  }
}

extension BatchCompiler {
  /// The semi or anti join an `exists` or `none` over a held dataset is; nil where it has to be asked as a whole.
  func semiJoin(_ comprehension: Comprehension) -> ConditionNode? {
    let isNegated = comprehension.function == .none
    guard comprehension.function == .exists || comprehension.function == .any || isNegated,
      case .dataset(let dataset) = comprehension.source, let condition = comprehension.condition,
      let stored = judge.evaluator.datasets[dataset], stored.unavailable == nil,
      stored.stale == nil, stored.phantoms.isEmpty, let table = stored.table,
      table.count <= min(Self.largestSide, judge.stepsAllowed)
    else { return nil }
    let conjuncts = JoinAnalysis.conjuncts(of: condition)
    for (number, conjunct) in conjuncts.enumerated() {
      guard case .compare(.equal, let one, let other) = conjunct.kind,
        one.type.isIdentity, other.type.isIdentity
      else { continue }
      for (side, member) in [(one, other), (other, one)] {
        guard isOfRow(side, comprehension.slot), let probe = values(member),
          let numbered = numbered(side, comprehension.slot, table)
        else { continue }
        var positions: [Value: [Int32]] = [:]
        for (position, code) in numbered.codes.enumerated() {
          // A row whose side is unknown may match anything.
          if code == 0 { return nil }
          positions[numbered.values[Int(code)], default: []].append(
            Int32(truncatingIfNeeded: position))
        }
        var residuals: [SemiJoin.Residual] = []
        for (index, rest) in conjuncts.enumerated() where index != number {
          guard let residual = residual(rest, comprehension.slot, table) else { return nil }
          residuals.append(residual)
        }
        return SemiJoin(
          probe: probe, positions: positions, residuals: residuals, isNegated: isNegated,
          table: table, frame: frame, slot: comprehension.slot, judge: judge)
      }
    }
    return nil
  }

  /// Sides are numbered row by row: beyond this the whole question is asked for each pair instead.
  private static let largestSide = 1 << 17

  private func residual(
    _ expression: CheckedExpression, _ slot: Int, _ table: Table
  ) -> SemiJoin.Residual? {
    let operands = expression.children
    guard operands.count == 2, let fields = fields(of: expression), fields.count == 1 else {
      return nil
    }
    if case .call = expression.kind { return nil }
    if case .comprehension = expression.kind { return nil }
    for (side, member) in [(operands[0], operands[1]), (operands[1], operands[0])] {
      guard isOfRow(side, slot), let code = values(member),
        let numbered = numbered(side, slot, table)
      else { continue }
      return SemiJoin.Residual(question(expression, fields), member: code, sides: numbered.codes)
    }
    return nil
  }

  /// Reads the dataset's row and nothing of the member.
  private func isOfRow(_ expression: CheckedExpression, _ slot: Int) -> Bool {
    let facts = expression.facts
    return facts.slots == [slot] && !facts.readsMember && !facts.readsStep && !facts.readsGroup
  }

  /// The distinct values of a side, numbered from 1, and each row's.
  private func numbered(
    _ side: CheckedExpression, _ slot: Int, _ table: Table
  ) -> (codes: [UInt32], values: [Value])? {
    var numbers: [Value: UInt32] = [:]
    var values: [Value] = [.bool(false)]
    var codes: [UInt32] = []
    codes.reserveCapacity(table.count)
    defer { frame.slots[slot] = .empty }
    for position in 0..<table.count {
      frame.slots[slot] = .row(.row(table.row(at: position)))
      guard case .known(let value)? = judge.datum(side, frame), value.isWhole else {
        codes.append(0)
        continue
      }
      if let known = numbers[value] {
        codes.append(known)
        continue
      }
      let number = UInt32(truncatingIfNeeded: values.count)
      numbers[value] = number
      values.append(value)
      codes.append(number)
    }
    return (codes, values)
  }
}
