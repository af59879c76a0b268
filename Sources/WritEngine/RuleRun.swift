import WritChecker
import WritModel
import WritPlan
import WritTables
import WritValues

/// One rule on its way over its population.
final class RuleRun {
  let rule: CheckedRule
  let evaluator: Evaluator
  let digest: String
  private let frame: Frame
  private let findings: FindingBuilder
  private let steps: [(start: Timestamp, end: Timestamp)]
  private var groups: [Int: GroupSet] = [:]
  private var result: RuleEvaluation
  private var tally = Tally()
  private var found: [(finding: Finding, time: Int64)] = []
  /// The keys of the failures listed so far, sorted.
  private var listed: [ListedKey] = []
  /// How many failures were found and are no longer among them.
  private var displaced = 0
  private var told: [(member: MemberOutcome, time: Int64)] = []

  private let order: RowOrder?

  private struct Tally {
    var pass: Int64 = 0
    var fail: Int64 = 0
    var noData: Int64 = 0
    var notApplicable: Int64 = 0
    var pending: Int64 = 0
    var unknownPass: Int64 = 0
  }

  init(rule: CheckedRule, evaluator: Evaluator, inputs: @escaping (Int, Int32) -> String) {
    self.rule = rule
    self.evaluator = evaluator
    digest = RuleDigest.digest(of: rule)
    order = rule.dataset.map { RowOrder(evaluator.program.datasets[$0]) }
    frame = Frame(slotCount: rule.slotCount)
    findings = FindingBuilder(rule: rule, digest: digest, evaluator: evaluator, inputName: inputs)
    result = RuleEvaluation(
      rule: rule.id, digest: digest, ledger: Ledger(), findings: [], blindDatasets: [])
    steps = PeriodSteps.steps(rule.step, evaluator.options.period) ?? []
    if rule.step != nil, evaluator.options.period == nil {
      result.error = "the rule asks for each step of the audit period and no period is given"
    } else if rule.step != nil, steps.isEmpty {
      result.error = "the audit period has no step or too many"
    }
    result.blindDatasets = Self.blind(rule, evaluator)
  }

  /// Datasets the rule can't see, those among them that tell which subjects there must be.
  private static func blind(_ rule: CheckedRule, _ evaluator: Evaluator) -> [BlindDataset] {
    var blind = Set(rule.reads.compactMap { evaluator.datasets[$0]?.blind })
    for index in rule.reads {
      guard evaluator.datasets[index]?.subjectsUnknown != nil,
        let subjects = ProgramPlan.subjects(of: index, in: evaluator.program),
        let unseen = evaluator.datasets[subjects]?.blind,
        asks(rule, who: subjects, evaluator)
      else { continue }
      blind.insert(unseen)
    }
    return blind.sorted { $0.dataset < $1.dataset }
  }

  /// Whether the rule itself asks for whom a dataset has to be collected; a look-up of one row does not.
  private static func asks(_ rule: CheckedRule, who subjects: Int, _ evaluator: Evaluator) -> Bool {
    let plan = ProgramPlan(program: evaluator.program, rules: [rule])
    return plan.datasets[subjects].reasons.contains { $0.need == .subjects }
  }

  // MARK: Members

  /// A rule without `for`: one member, or one for each step.
  func judgeAll() {
    guard result.error == nil else { return }
    eachStep { step in
      self.member(key: step == nil ? [.text("all")] : [], row: nil, doubt: nil)
    }
  }

  func take(_ row: Row) {
    guard result.error == nil else { return }
    frame.slots[rule.rowSlot] = .row(.row(row))
    eachStep { _ in
      self.evaluator.beginSteps()
      var doubt: Causes?
      if row.isRejected { doubt = row.rejection }
      if let condition = self.rule.condition {
        switch self.evaluator.datum(condition, self.frame) {
        case .false: return
        case .true: break
        case let open: doubt = (doubt ?? .none).union(open.causes)
        }
      }
      if self.rule.isGrouped {
        self.group(row, doubt)
      } else {
        self.member(key: Self.parts(row.key), row: row, doubt: doubt)
      }
    }
  }

  /// A subject nobody collected from is a no_data member of its own.
  func uncovered(_ subject: Row, isPersonal: Bool) {
    guard result.error == nil else { return }
    // What is shown of it must not be that of the row before.
    frame.slots[rule.rowSlot] = .row(.row(subject))
    eachStep { _ in
      let judgment = Judgment.noData(subject.rejection)
      self.evaluator.setDeadline(self.rule, self.frame)
      self.count(judgment)
      self.report(
        judgment, key: Self.parts(subject.key), row: nil, window: nil, hidesKey: isPersonal)
    }
  }

  private func eachStep(_ body: ((start: Timestamp, end: Timestamp)?) -> Void) {
    if rule.step == nil {
      body(nil)
      return
    }
    for step in steps {
      frame.step = step
      body(step)
    }
    frame.step = nil
  }

  static func parts(_ key: Value) -> [Value] {
    if case .tuple(let parts) = key { return parts }
    return [key]
  }

  private func member(key: [Value], row: Row?, doubt: Causes?) {
    evaluator.beginSteps()
    var judgment = evaluator.judge(rule, frame, doubt: doubt)
    // Not even a lenient project lets a row pass that nobody could read.
    if let row, row.isRejected, judgment.outcome == .pass { judgment = .noData(row.rejection) }
    count(judgment)
    report(judgment, key: key, row: row, window: nil)
  }

  /// Members that surely pass, without their rows.
  func countPass(_ members: Int) { tally.pass += Int64(members) }

  /// Members the rule surely does not apply to, without their rows.
  func countNotApplicable(_ members: Int) { tally.notApplicable += Int64(members) }

  /// Takes over what another run of the same rule found in other rows.
  func merge(_ other: RuleRun) {
    tally.pass += other.tally.pass
    tally.fail += other.tally.fail
    tally.noData += other.tally.noData
    tally.notApplicable += other.tally.notApplicable
    tally.pending += other.tally.pending
    tally.unknownPass += other.tally.unknownPass
    found += other.found
    told += other.told
  }

  /// Members a database counted.
  func count(pass: Int64, notApplicable: Int64) {
    tally.pass += pass
    tally.notApplicable += notApplicable
  }

  /// Whether it can't run at all.
  var hasError: Bool { result.error != nil }

  /// No result but why there is none.
  func broken(_ reason: String) -> RuleEvaluation {
    var broken = RuleEvaluation(
      rule: rule.id, digest: digest, ledger: Ledger(), findings: [],
      blindDatasets: result.blindDatasets)
    broken.error = reason
    return broken
  }

  private func count(_ judgment: Judgment) {
    switch judgment.outcome {
    case .pass: tally.pass += 1
    case .fail: tally.fail += 1
    case .noData: tally.noData += 1
    case .notApplicable: tally.notApplicable += 1
    case .pending: tally.pending += 1
    }
    if judgment.passesThoughUnknown { tally.unknownPass += 1 }
  }

  private func report(
    _ judgment: Judgment, key: [Value], row: Row?, window: Finding.Window?, hidesKey: Bool = false
  ) {
    let key = frame.step.map { key + [.time($0.start)] } ?? key
    let time = time(of: row)
    if evaluator.options.collectsMembers {
      let member = MemberOutcome(
        key: key.map(\.description), outcome: judgment.outcome, causes: judgment.causes.items)
      told.append((member, time))
    }
    if judgment.outcome == .fail || judgment.outcome == .noData {
      if judgment.outcome == .fail, !isListed(key, time) { return }
      var finding = findings.finding(judgment, key: key, row: row, window: window, frame: frame)
      finding.isKeyPersonal = finding.isKeyPersonal || hidesKey
      found.append((finding, time))
      if let limit = evaluator.options.failuresListed { dropDisplaced(limit) }
    }
  }

  // MARK: What is listed

  /// Whether a failure is among the first by key so far; one that it displaces is no longer listed.
  private func isListed(_ key: [Value], _ time: Int64) -> Bool {
    guard let limit = evaluator.options.failuresListed else { return true }
    let entry = ListedKey(parts: key.map { Text($0.description) }, time: time)
    if listed.count >= limit {
      guard let last = listed.last, entry < last else { return false }
      listed.removeLast()
      displaced += 1
    }
    let place = listed.firstIndex { entry < $0 } ?? listed.count
    listed.insert(entry, at: place)
    return true
  }

  /// Keys that come ever earlier displace one failure after the other: they must not pile up.
  private func dropDisplaced(_ limit: Int) {
    guard displaced > max(limit, 1000), let last = listed.last else { return }
    found = found.filter { entry in
      guard entry.finding.outcome == .fail else { return true }
      return !(last < ListedKey(parts: entry.finding.memberKey.map { Text($0) }, time: entry.time))
    }
    displaced = 0
  }

  private struct ListedKey: Comparable {
    var parts: [Text]
    var time: Int64

    static func < (one: ListedKey, other: ListedKey) -> Bool {
      one.parts == other.parts
        ? one.time < other.time : one.parts.lexicographicallyPrecedes(other.parts)
    }
  }

  /// Drops the failures that others displaced; `found` is sorted.
  private func dropUnlisted() {
    guard let limit = evaluator.options.failuresListed else { return }
    var kept: Int64 = 0
    found = found.filter { entry in
      guard entry.finding.outcome == .fail else { return true }
      if kept >= limit { return false }
      kept += 1
      return true
    }
    result.unlistedFailures = tally.fail - kept
  }

  /// In a stream rows further apart than its lateness may share a key: their time tells them apart.
  private func time(of row: Row?) -> Int64 { row.flatMap { order?.time(of: $0) } ?? 0 }

  // MARK: Groups

  private final class GroupSet {
    var members: [[Value]: [GroupRow]] = [:]
    /// Equal versions may be written differently: of a key that holds some, how it is shown.
    var spellings: [[Value]: [Value]] = [:]
    /// Rows whose group can't be told.
    var strays: Int64 = 0
    var strayCauses = Causes.none
  }

  private func group(_ row: Row, _ doubt: Causes?) {
    let step = frame.step.map { Int(truncatingIfNeeded: $0.start.microseconds) } ?? 0
    let set = groups[step] ?? GroupSet()
    groups[step] = set
    var key: [Value] = []
    var causes = Causes.none
    for part in rule.group {
      let datum = evaluator.datum(part.value, frame)
      if let value = datum.value { key.append(value) }
      causes = causes.union(datum.causes)
    }
    if key.count < rule.group.count {
      set.strays += 1
      set.strayCauses = set.strayCauses.union(causes)
    } else {
      set.members[key, default: []].append(GroupRow(row: row, doubt: doubt))
      if let spelling = Self.spelling(key) {
        let known = set.spellings[key].flatMap(Self.spelling)
        if known.map(spelling.lexicographicallyPrecedes) ?? true { set.spellings[key] = key }
      }
    }
  }

  /// The versions of a key as they are written; nil when it holds none.
  private static func spelling(_ key: [Value]) -> [Text]? {
    let texts = key.compactMap { value -> Text? in
      if case .version(let version) = value { version.text } else { nil }
    }
    return texts.isEmpty ? nil : texts
  }

  private func judgeGroups() {
    let bounds: [(start: Timestamp, end: Timestamp)?] = rule.step == nil ? [nil] : steps
    for step in bounds {
      let id = step.map { Int(truncatingIfNeeded: $0.start.microseconds) } ?? 0
      guard let set = groups[id] else { continue }
      frame.step = step
      frame.slots[rule.rowSlot] = .empty
      let keys = set.members.keys.sorted { one, other in
        one.lexicographicallyPrecedes(other) { Value.inOrder($0, $1) }
      }
      for key in keys { judgeGroup(set.spellings[key] ?? key, set.members[key] ?? []) }
      if set.strays > 0 {
        let judgment = Judgment.noData(set.strayCauses)
        frame.groupKeys = rule.group.map { _ in .unknown(set.strayCauses) }
        frame.groupRows = []
        evaluator.setDeadline(rule, frame)
        count(judgment)
        report(judgment, key: rule.group.map { _ in .text("?") }, row: nil, window: nil)
      }
    }
    frame.step = nil
  }

  private func judgeGroup(_ key: [Value], _ arrived: [GroupRow]) {
    // Not as they came: what is shown of a group is the same however its rows were delivered.
    let rows = order.map { order in arrived.sorted { order.precedes($0.row, $1.row) } } ?? arrived
    frame.groupKeys = key.map { .known($0) }
    let shown = key.isEmpty ? [Value.text("all")] : key
    guard let window = rule.window, let dataset = rule.dataset else {
      frame.groupRows = rows
      frame.window = nil
      evaluator.beginSteps()
      let judgment = evaluator.judge(rule, frame, doubt: Self.doubt(rows))
      count(judgment)
      report(judgment, key: shown, row: nil, window: nil)
      return
    }
    let windows = Windows(evaluator: evaluator, schema: evaluator.program.datasets[dataset])
      .windows(of: rows, window)
    guard !windows.bounds.isEmpty else {
      let judgment = Judgment.noData(windows.strayCauses)
      frame.groupRows = rows
      evaluator.setDeadline(rule, frame)
      count(judgment)
      report(judgment, key: shown, row: nil, window: nil)
      return
    }
    let groupDoubt = Self.doubt(rows)
    var worst: (judgment: Judgment, index: Int, others: Int64)?
    for (index, bound) in windows.bounds.enumerated() {
      select(windows, bound)
      evaluator.beginSteps()
      var judgment = evaluator.judge(rule, frame, doubt: groupDoubt)
      // A window that may not be there can't fail.
      if judgment.outcome == .fail, let doubt = Self.doubt(frame.groupRows) {
        judgment = .noData(doubt)
      } else if judgment.outcome == .fail, windows.areBoundsOpen {
        judgment = .noData(windows.openCauses)
      }
      if let known = worst, known.judgment.rank <= judgment.rank {
        if known.judgment.rank == judgment.rank { worst?.others += 1 }
      } else {
        worst = (judgment, index, 0)
      }
    }
    guard let worst else { return }
    if let open = judgeOpen(windows), open.rank < worst.judgment.rank {
      count(open)
      report(open, key: shown, row: nil, window: nil)
      return
    }
    let bound = windows.bounds[worst.index]
    select(windows, bound)
    count(worst.judgment)
    report(
      worst.judgment, key: shown, row: nil,
      window: Finding.Window(start: bound.start, end: bound.end, others: worst.others))
    frame.window = nil
  }

  /// What uncertain rows may come to in windows other than those that are known: nothing passes
  /// that might fail in one of them.
  private func judgeOpen(_ windows: Windows.Result) -> Judgment? {
    frame.window = nil
    var worst: Judgment?
    for range in windows.openRanges {
      frame.groupRows = windows.openRows(range)
      evaluator.beginSteps()
      var judgment = evaluator.judge(rule, frame, doubt: nil)
      if judgment.outcome == .fail { judgment = .noData(windows.openCauses) }
      if worst.map({ judgment.rank < $0.rank }) ?? true { worst = judgment }
      // Nothing is worse where nothing fails.
      if judgment.outcome == .noData { break }
    }
    return worst
  }

  private func select(_ windows: Windows.Result, _ bound: Windows.Bound) {
    frame.window = (bound.start, bound.end)
    frame.groupRows = Array(windows.rows[bound.rows]) + windows.strays
  }

  /// In a group without a certain row it is unknown whether the rule applies.
  private static func doubt(_ rows: [GroupRow]) -> Causes? {
    if rows.contains(where: { $0.doubt == nil }) { return nil }
    return rows.reduce(Causes.none) { $0.union($1.doubt ?? .none) }
  }

  // MARK: Result

  /// By key, then time. Findings are large: their keys are compared, and most often nothing needs to move.
  private func sortFound() {
    let keys = found.indices.map { index in
      ListedKey(
        parts: found[index].finding.memberKey.map { Text($0) }, time: found[index].time)
    }
    let isSorted = zip(keys, keys.dropFirst()).allSatisfy { !($1 < $0) }
    if isSorted { return }
    found = keys.indices.sorted { keys[$0] < keys[$1] }.map { found[$0] }
  }

  func finish() -> RuleEvaluation {
    if rule.isGrouped { judgeGroups() }
    let members = tally.pass + tally.fail + tally.noData + tally.notApplicable + tally.pending
    result.ledger = Ledger(
      members: members, pass: tally.pass, fail: tally.fail, noData: tally.noData,
      notApplicable: tally.notApplicable, pending: tally.pending, waived: 0,
      open: tally.fail + tally.noData)
    result.passedThoughUnknown = tally.unknownPass
    sortFound()
    dropUnlisted()
    result.findings = found.map(\.finding)
    found = []
    Fingerprint.number(&result.findings, key: evaluator.options.fingerprintKey)
    told.sort { one, other in
      let (left, right) = (one.member.key.map { Text($0) }, other.member.key.map { Text($0) })
      return left == right ? one.time < other.time : left.lexicographicallyPrecedes(right)
    }
    result.members = told.map(\.member)
    return result
  }
}
