import WritChecker
import WritTables
import WritValues

/// One thread's part of a native scan: its columns, its conditions, and an evaluator of its own.
final class NativeWorker {
  let scanner: LineScanner
  let evaluator: Evaluator
  /// Rules whose members are rows.
  let lanes: [RuleLane]
  /// Grouped rules told by counting.
  let groups: [GroupLane]
  /// Grouped rules that see every row.
  let others: [CheckedRule]
  private let judge: RowJudge
  private let own: OwnRows?

  /// What a chunk came to, for the thread that puts all of them in order.
  struct Output {
    var tally = LineScanner.Tally()
    var entries: [[GroupEntry]]
    /// The keys of the groups that each counted rule met first in this chunk, in the order of this thread's numbers.
    var groupKeys: [[[Value]]] = []
    /// No question about a row took more steps so far.
    var mostSteps = 0
    /// Rows the evaluator places: for each counted rule, and for all rules that see every row.
    var taken: [[Row]]
    var rows: [Row] = []
  }

  /// Nil where the dataset can't be read so.
  init?(
    scan: NativeScan, stored: StoredDataset, rules: [CheckedRule], suspects: Set<UInt64>
  ) {
    let evaluator = scan.evaluator()
    self.evaluator = evaluator
    let runs = rules.filter { !$0.isGrouped }.map { scan.run($0, evaluator) }
    own = evaluator.datasets[scan.dataset]?.table.map { OwnRows(table: $0) }
    let judge = RowJudge(evaluator: evaluator, schema: stored.schema)
    self.judge = judge
    func compiler(_ rule: CheckedRule) -> BatchCompiler {
      BatchCompiler(
        program: scan.program, judge: judge, slot: rule.rowSlot, slotCount: rule.slotCount)
    }
    lanes = runs.map { RuleLane(run: $0, compiler: compiler($0.rule)) }
    var groups: [GroupLane] = []
    var others: [CheckedRule] = []
    for rule in rules where rule.isGrouped {
      let order = stored.schema.order?.field
      if let lane = GroupLane(rule: rule, compiler: compiler(rule), order: order) {
        groups.append(lane)
      } else {
        others.append(rule)
      }
    }
    self.groups = groups
    self.others = others
    guard
      let scanner = LineScanner(
        schema: stored.schema, inputs: stored.delivery.inputs, columns: judge.columns,
        wanted: scan.wanted, suspects: suspects, options: scan.options, keyType: scan.keyType)
    else { return nil }
    self.scanner = scanner
  }

  /// Forgets what was learnt of columns that hold ever new values.
  func renew() {
    guard scanner.renew() else { return }
    for lane in lanes { lane.forget() }
    for group in groups { group.forget() }
  }

  func process(_ chunk: LineChunk) throws -> Output {
    renew()
    var output = Output(
      entries: Array(repeating: [], count: groups.count),
      taken: Array(repeating: [], count: groups.count))
    let known = groups.map(\.groupKeys.count)
    output.tally = try scanner.scan(chunk) { batch in try self.judge(batch, chunk, &output) }
    output.groupKeys = zip(groups, known).map { Array($0.groupKeys[$1...]) }
    output.mostSteps = judge.mostSteps
    return output
  }

  /// A row that all rules whose members are rows look at themselves.
  func take(_ row: Row) {
    let row = held(row)
    for lane in lanes { lane.run.take(row) }
  }

  /// The row that stands for it where the dataset is held too.
  private func held(_ row: Row) -> Row { own?.row(like: row) ?? row }

  private func judge(_ batch: LineBatch, _ chunk: LineChunk, _ output: inout Output) throws {
    for decoded in batch.odd {
      take(decoded.row)
      for index in groups.indices { output.taken[index].append(decoded.row) }
      if !others.isEmpty { output.rows.append(decoded.row) }
    }
    guard batch.count > 0 else { return }
    var decoded: [Int32: Row] = [:]
    func row(_ index: Int32) throws -> Row {
      if let known = decoded[index] { return known }
      let row = try scanner.row(Int(index))
      decoded[index] = row
      return row
    }
    var asked: [Int32] = []
    for lane in lanes {
      asked.removeAll(keepingCapacity: true)
      lane.judge(batch) { asked.append($0) }
      for index in asked {
        lane.run.take(held(try row(index)))
      }
    }
    for (number, group) in groups.enumerated() {
      asked.removeAll(keepingCapacity: true)
      group.judge(batch, base: chunk.offset, input: chunk.input) {
        entry, _ in
        output.entries[number].append(entry)
      } take: {
        asked.append($0)
      }
      for index in asked { output.taken[number].append(try row(index)) }
    }
    if !others.isEmpty {
      for index in 0..<batch.count { output.rows.append(try row(Int32(truncatingIfNeeded: index))) }
    }
  }
}
