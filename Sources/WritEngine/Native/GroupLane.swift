import WritChecker
import WritTables
import WritValues

/// A grouped rule's conditions over the rows of one thread: which group each row is in, and what counts there.
final class GroupLane {
  let rule: CheckedRule
  let plan: GroupPlan
  private let membership: [ConditionNode]
  private let keys: [ValueCode]
  private let conditions: [(bit: UInt32, node: ConditionNode)]
  private let everyBits: UInt32
  /// The tracked column of the time by which windows are cut; nil where there are none.
  private let timeColumn: Int?
  private let selection = Selection()
  private let codes: [Scratch<UInt32>]
  private let truths = Scratch<UInt8>()
  private let bits = Scratch<UInt32>()
  private let open = Scratch<UInt8>()
  /// Groups by their key's codes, numbered by this thread.
  private var groups: [UInt64: Int32] = [:]
  private(set) var groupKeys: [[Value]] = []

  /// Nil when the rule can't be told by counting, or its key by columns.
  init?(rule: CheckedRule, compiler: BatchCompiler, order: Int?) {
    guard let plan = GroupPlan(rule, compiler.program), rule.group.count <= 2 else { return nil }
    self.rule = rule
    self.plan = plan
    let (nodes, isWhole) = compiler.conjunction(rule.condition)
    guard isWhole else { return nil }
    membership = nodes
    var keys: [ValueCode] = []
    for part in rule.group {
      // Equal versions may be written in several ways, and a key is shown as the least of them.
      if case .version = part.value.type { return nil }
      guard let code = compiler.values(part.value) else { return nil }
      keys.append(code)
    }
    self.keys = keys
    codes = keys.map { _ in Scratch() }
    var conditions: [(UInt32, ConditionNode)] = []
    var always: UInt32 = 0
    for (index, aggregate) in plan.aggregates.enumerated() {
      let bit = UInt32(1) << UInt32(index)
      guard let condition = aggregate.comprehension.condition else {
        always |= bit
        continue
      }
      let (nodes, isWhole) = compiler.conjunction(condition)
      guard isWhole else { return nil }
      conditions.append((bit, JunctionCondition(nodes, deciding: Truth.no)))
    }
    self.conditions = conditions.map { (bit: $0.0, node: $0.1) }
    everyBits = always
    if rule.window != nil {
      guard let order else { return nil }
      timeColumn = compiler.judge.column(of: order)
    } else {
      timeColumn = nil
    }
  }

  /// - Parameters:
  ///   - entry: gets each row of a group, with its number in the batch.
  ///   - take: gets the rows only the evaluator can place.
  func judge(
    _ batch: LineBatch, base: Int64, input: Int, entry: (GroupEntry, Int32) -> Void,
    take: (Int32) -> Void
  ) {
    selection.fill(batch.count)
    _ = selection.narrow(membership, batch)
    let rows = selection.numbers
    guard !rows.isEmpty else { return }
    for (index, key) in keys.enumerated() { key.codes(batch, rows, codes[index].pointer) }
    for index in rows.indices {
      bits.pointer[index] = everyBits
      open.pointer[index] = selection.isMarked(index) ? 1 : 0
    }
    for (bit, node) in conditions {
      node.judge(batch, rows, truths.pointer)
      for index in rows.indices {
        let truth = truths.pointer[index]
        if truth == Truth.yes { bits.pointer[index] |= bit }
        if truth == Truth.open { open.pointer[index] = 1 }
      }
    }
    for index in rows.indices {
      let row = Int(rows[index])
      guard let group = group(at: index) else {
        take(rows[index])
        continue
      }
      var time: Int64 = 0
      if let timeColumn {
        time = batch.times(timeColumn)[row]
        if time <= LineBatch.missingTime { open.pointer[index] = 1 }
      }
      let place = batch.place(row)
      entry(
        GroupEntry(
          group: group, bits: bits.pointer[index], isOpen: open.pointer[index] != 0, time: time,
          place: LinePlace(
            start: base &+ Int64(place.start),
            count: Int32(truncatingIfNeeded: place.end &- place.start),
            line: Int32(clamping: place.line), input: Int32(clamping: input))), rows[index])
    }
  }

  /// Nil when a part of the key is unknown.
  private func group(at index: Int) -> Int32? {
    var id: UInt64 = 0
    for part in codes {
      let code = part.pointer[index]
      if code == 0 { return nil }
      id = id << 32 | UInt64(code)
    }
    if let known = groups[id] { return known }
    let group = Int32(truncatingIfNeeded: groupKeys.count)
    groups[id] = group
    groupKeys.append(
      keys.indices.map { keys[$0].values[Int(codes[$0].pointer[index])] })
    return group
  }

  func forget() {
    for node in membership { node.forget() }
    for key in keys { key.forget() }
    for condition in conditions { condition.node.forget() }
  }
}
