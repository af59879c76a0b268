import WritChecker
import WritModel
import WritPlan
import WritTables
import WritValues

/// What is known of a grouped rule's groups while its dataset streams by: counts, and the rows of open windows.
///
/// A group all of whose windows pass, or to none of which the rule applies, is counted. The others' rows are read again
/// for the evaluator.
final class GroupTally {
  let run: RuleRun
  private let plan: GroupPlan
  private let evaluator: Evaluator
  private let frame: Frame
  private let lateness: Int64
  private let grid: TumblingGrid?
  private var ids: [[Value]: Int32] = [:]
  private var keys: [[Value]] = []
  private var states: [State] = []
  /// For each thread that counts, the group for each of its numbers.
  private var known: [Int: [Int32]] = [:]
  /// No question about a row took more steps so far.
  private var mostSteps = 0
  private var places: [(group: Int32, place: LinePlace)] = []
  private(set) var hasAllPlaces = true
  private var latest = Int64.min
  private var verdicts: [[Int64]: Verdict] = [:]

  private let placesKept: Int

  enum Verdict: UInt8 {
    case pass, notApplicable
    /// A finding, or for the evaluator to tell.
    case other
  }

  private struct State {
    var counts: [Int64]
    /// How many rows are counted.
    var rows: Int64 = 0
    var verdict: Verdict?
    var isOpen = false
    var hasSure = false
    var window = OpenWindow()
  }

  /// The rows that a window still to come may hold, in the order of time.
  private struct OpenWindow {
    var times: [Int64] = []
    var bits: [UInt32] = []
    /// The first row of the window, and the first that is in none yet.
    var first = 0
    var next = 0
    /// Of a tumbling window or a session.
    var start = Int64.min
    var end = Int64.min
  }

  /// Nil when the zone of the windows is not known.
  init?(run: RuleRun, plan: GroupPlan, evaluator: Evaluator, lateness: Int64, placesKept: Int) {
    self.run = run
    self.plan = plan
    self.evaluator = evaluator
    self.placesKept = placesKept
    self.lateness = max(0, lateness)
    frame = Frame(slotCount: run.rule.slotCount)
    if case .tumbling(let step, let name) = run.rule.window {
      var zone = Zone.utc
      if let name {
        guard let named = evaluator.zone(name) else { return nil }
        zone = named
      }
      grid = TumblingGrid(step: step, zone: zone)
    } else {
      grid = nil
    }
  }

  // MARK: Rows

  /// Takes the rows of one chunk, in their order; those in `rows` are decoded.
  ///
  /// - Parameters:
  ///   - worker: the thread that counted; `keys` are those of its groups that it had not met before.
  ///   - mostSteps: how many steps any question about a row took.
  func add(
    _ entries: [GroupEntry], of worker: Int, keys: [[Value]], _ rows: [Row], mostSteps: Int
  ) {
    self.mostSteps = max(self.mostSteps, mostSteps)
    for key in keys { known[worker, default: []].append(number(key)) }
    let numbers = known[worker] ?? []
    let rows = rows.sorted { $0.origin.line < $1.origin.line }
    var next = 0
    for entry in entries {
      while next < rows.count, rows[next].origin.line < entry.place.line {
        take(rows[next])
        next += 1
      }
      add(entry, numbers[Int(entry.group)])
    }
    for row in rows[next...] { take(row) }
  }

  /// A row that the evaluator places.
  func take(_ row: Row) {
    let rule = run.rule
    evaluator.beginSteps()
    frame.groupKeys = []
    frame.slots[rule.rowSlot] = .row(.row(row))
    defer { frame.slots[rule.rowSlot] = .empty }
    var isOpen = row.isRejected
    if let condition = rule.condition {
      switch evaluator.datum(condition, frame) {
      case .false: return
      case .true: break
      default: isOpen = true
      }
    }
    // Without a group the evaluator counts it among the strays.
    guard let key = groupKey() else { return run.take(row) }
    var entry = GroupEntry(
      group: number(key), bits: 0, isOpen: isOpen, time: 0,
      place: LinePlace(row.origin))
    for (index, aggregate) in plan.aggregates.enumerated() {
      switch truth(aggregate) {
      case .true: entry.bits |= 1 << UInt32(index)
      case .false: break
      default: entry.isOpen = true
      }
    }
    if rule.window != nil {
      if let order = rule.dataset.flatMap({ evaluator.program.datasets[$0].order?.field }),
        case .known(.time(let time)) = row.fields[order]
      {
        entry.time = time.microseconds
      } else {
        entry.isOpen = true
      }
    }
    add(entry, entry.group)
  }

  /// Whether an aggregate counts the row in the frame.
  private func truth(_ aggregate: GroupPlan.Aggregate) -> Datum {
    aggregate.comprehension.condition.map { evaluator.datum($0, frame) } ?? .true
  }

  private func number(_ key: [Value]) -> Int32 {
    if let number = ids[key] { return number }
    let number = Int32(truncatingIfNeeded: keys.count)
    ids[key] = number
    keys.append(key)
    states.append(State(counts: Array(repeating: 0, count: plan.aggregates.count)))
    return number
  }

  private func add(_ entry: GroupEntry, _ group: Int32) {
    if hasAllPlaces {
      if places.count < placesKept {
        places.append((group, entry.place))
      } else {
        places = []
        hasAllPlaces = false
      }
    }
    let index = Int(group)
    if entry.isOpen { return leave(index) }
    states[index].hasSure = true
    if states[index].isOpen { return }
    guard run.rule.window != nil else {
      count(entry.bits, by: 1, index)
      return
    }
    if entry.time > latest { latest = entry.time }
    insert(entry, index)
    // Nothing earlier can come any more.
    let (sure, underflow) = latest.subtractingReportingOverflow(lateness)
    if !underflow { advance(index, before: sure) }
  }

  private func count(_ bits: UInt32, by step: Int64, _ index: Int) {
    states[index].rows &+= step
    for bit in 0..<plan.aggregates.count where bits & (1 << UInt32(bit)) != 0 {
      states[index].counts[bit] &+= step
    }
  }

  /// Leaves a group to the evaluator; what was counted of it is dropped.
  private func leave(_ index: Int) {
    states[index].isOpen = true
    states[index].window = OpenWindow()
  }

  private func insert(_ entry: GroupEntry, _ index: Int) {
    var at = states[index].window.times.count
    while at > states[index].window.next, states[index].window.times[at - 1] > entry.time {
      at -= 1
    }
    if at > 0, at == states[index].window.next, states[index].window.times[at - 1] >= entry.time {
      // It belongs to windows that were judged without it.
      return leave(index)
    }
    states[index].window.times.insert(entry.time, at: at)
    states[index].window.bits.insert(entry.bits, at: at)
  }

  // MARK: Windows

  /// Judges the windows that end before a time.
  private func advance(_ index: Int, before limit: Int64) {
    guard let window = run.rule.window else { return }
    while !states[index].isOpen {
      let next = states[index].window.next
      guard next < states[index].window.times.count else { break }
      let time = states[index].window.times[next]
      guard time < limit else { break }
      switch window {
      case .sliding(let span): slide(index, time, span)
      case .session(let gap): join(index, time, gap)
      case .tumbling: tumble(index, time)
      }
    }
    prune(index)
  }

  /// All rows of one time end one window.
  private func slide(_ index: Int, _ time: Int64, _ span: Int64) {
    while states[index].window.next < states[index].window.times.count,
      states[index].window.times[states[index].window.next] == time
    {
      count(states[index].window.bits[states[index].window.next], by: 1, index)
      states[index].window.next += 1
    }
    while time &- states[index].window.times[states[index].window.first] > span {
      count(states[index].window.bits[states[index].window.first], by: -1, index)
      states[index].window.first += 1
    }
    judgeWindow(index)
  }

  private func join(_ index: Int, _ time: Int64, _ gap: Int64) {
    if states[index].window.next > states[index].window.first,
      time &- states[index].window.end > gap
    {
      close(index)
    }
    put(index)
    states[index].window.end = time
  }

  private func tumble(_ index: Int, _ time: Int64) {
    let isEmpty = states[index].window.next == states[index].window.first
    if isEmpty || time >= states[index].window.end {
      let bounds = grid?.window(holding: Timestamp(microseconds: time))
      let start = bounds?.start.microseconds ?? time
      // An hour that a zone's clocks go through twice may come back to the window before.
      if isEmpty || start != states[index].window.start {
        close(index)
        states[index].window.start = start
        states[index].window.end = bounds?.end.microseconds ?? time
      }
    }
    put(index)
  }

  private func put(_ index: Int) {
    // The window before may just have left the group to the evaluator.
    if states[index].isOpen { return }
    count(states[index].window.bits[states[index].window.next], by: 1, index)
    states[index].window.next += 1
  }

  /// Judges a window that no row can join any more, and starts another.
  private func close(_ index: Int) {
    guard states[index].window.next > states[index].window.first else { return }
    judgeWindow(index)
    for aggregate in plan.aggregates.indices { states[index].counts[aggregate] = 0 }
    states[index].rows = 0
    states[index].window.first = states[index].window.next
  }

  private func judgeWindow(_ index: Int) {
    let verdict = verdict(index)
    if verdict == .other { return leave(index) }
    // A pass is worse than not applicable; the group gets the worst.
    if states[index].verdict != .pass { states[index].verdict = verdict }
  }

  /// Rows before the window are in none to come; of sessions and tumbling windows only their count is needed.
  private func prune(_ index: Int) {
    let isSliding = if case .sliding? = run.rule.window { true } else { false }
    let done = isSliding ? states[index].window.first : states[index].window.next
    guard done >= 32, done * 2 >= states[index].window.times.count else { return }
    let kept = isSliding ? 0 : 1
    let gone = done - kept
    states[index].window.times.removeFirst(gone)
    states[index].window.bits.removeFirst(gone)
    states[index].window.next -= gone
    states[index].window.first = max(0, states[index].window.first - gone)
  }

  // MARK: Verdicts

  /// What the rule says of a group or the window before it.
  private func verdict(_ index: Int) -> Verdict {
    // The evaluator may come to its limit.
    if plan.steps(states[index].rows, mostSteps: mostSteps) > evaluator.options.stepLimit {
      return .other
    }
    return verdict(states[index].counts, keys[index])
  }

  private func verdict(_ counts: [Int64], _ key: [Value]) -> Verdict {
    if !plan.readsKey, let known = verdicts[counts] { return known }
    frame.groupKeys = key.map { .known($0) }
    frame.groupRows = []
    for (index, aggregate) in plan.aggregates.enumerated() {
      let datum: Datum =
        switch aggregate {
        case .count: .known(.int(counts[index]))
        case .exists: .bool(counts[index] > 0)
        case .none: .bool(counts[index] == 0)
        }
      evaluator.counted[ObjectIdentifier(aggregate.comprehension)] = datum
    }
    defer { evaluator.counted = [:] }
    evaluator.beginSteps()
    let judgment = evaluator.judge(run.rule, frame, doubt: nil)
    let verdict: Verdict =
      switch judgment.outcome {
      case .pass where !judgment.passesThoughUnknown: .pass
      case .notApplicable: .notApplicable
      default: .other
      }
    if !plan.readsKey {
      if verdicts.count > 1 << 16 { verdicts = [:] }
      verdicts[counts] = verdict
    }
    return verdict
  }

  /// Counts the groups that are settled; the others' keys are given back.
  func settle() -> Set<[Value]> {
    var open: Set<[Value]> = []
    for index in states.indices {
      if run.rule.window != nil {
        advance(index, before: Int64.max)
        if case .sliding? = run.rule.window {} else if !states[index].isOpen { close(index) }
      } else if !states[index].isOpen {
        states[index].verdict = verdict(index)
      }
      switch states[index].verdict {
      case .pass? where !states[index].isOpen && states[index].hasSure: run.countPass(1)
      case .notApplicable? where !states[index].isOpen && states[index].hasSure:
        run.countNotApplicable(1)
      default: open.insert(keys[index])
      }
    }
    openGroups = open
    return open
  }

  private var openGroups: Set<[Value]> = []

  /// Where the rows of open groups stand, with the groups' keys; nil when there were too many to remember.
  func openPlaces() -> [(key: [Value], place: LinePlace)]? {
    guard hasAllPlaces else { return nil }
    let isOpen = keys.map { openGroups.contains($0) }
    return places.filter { isOpen[Int($0.group)] }.map { (keys[Int($0.group)], $0.place) }
  }

  /// What the row's group is; nil when that is unknown.
  func key(of row: Row) -> [Value]? {
    frame.slots[run.rule.rowSlot] = .row(.row(row))
    defer { frame.slots[run.rule.rowSlot] = .empty }
    evaluator.beginSteps()
    return groupKey()
  }

  /// Of the row in the frame.
  private func groupKey() -> [Value]? {
    let key = run.rule.group.compactMap { evaluator.datum($0.value, frame).value }
    return key.count == run.rule.group.count ? key : nil
  }

  // MARK: Another pass

  /// Hands the rows of open groups to the evaluator, in a pass that counts nothing.
  func collect(
    _ batch: LineBatch, of lane: GroupLane, _ row: (Int32) throws -> Row
  ) throws {
    var found: [(group: Int32, row: Int32)] = []
    lane.judge(batch, base: 0, input: 0) { entry, row in
      found.append((entry.group, row))
    } take: { _ in
    }
    for item in found where openGroups.contains(lane.groupKeys[Int(item.group)]) {
      run.take(try row(item.row))
    }
  }

  /// The same for a row that is decoded already; one without a group was counted in the first pass.
  func collect(_ row: Row) {
    if let key = key(of: row), openGroups.contains(key) { run.take(row) }
  }
}
