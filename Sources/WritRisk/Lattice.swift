package import WritValues

extension Generalizer {
  /// Quasi-identifiers that the lattice search takes at most.
  package static let latticeColumns = 8
  /// Combinations of levels that it takes at most.
  package static let latticeNodes = 1 << 22

  /// Full-domain generalization: one level a column, the least loss there is.
  ///
  /// - Parameters:
  ///   - suppressionLimit: the share of rows that may be left out, 0 to 1.
  ///   - least: what is made least. The result is optimal in it.
  package static func lattice(
    _ table: RiskTable, quasiIdentifiers: [GeneralizedColumn], goal: GeneralizationGoal,
    suppressionLimit: Decimal = .zero, least: LossMeasure = .ncp
  ) throws(RiskProblem) -> GeneralizationOutcome {
    let task = try Task(table, quasiIdentifiers.map(\.name), goal)
    guard quasiIdentifiers.count <= latticeColumns else {
      throw .tooManyForLattice(quasiIdentifiers: quasiIdentifiers.count, limit: latticeColumns)
    }
    guard (0...1_000_000).contains(suppressionLimit.millionths) else {
      throw .badGoal("the suppression limit is \(suppressionLimit); it is a share from 0 to 1")
    }
    var hierarchies: [Hierarchy] = []
    for (column, spec) in zip(task.quasiIdentifiers, quasiIdentifiers) {
      hierarchies.append(try Hierarchy(column, spec.rule))
    }
    if table.rowCount == 0 { return .nothingToTell }
    if let obstacle = task.obstacle { return .outOfReach(reason: obstacle) }
    let allowed = Int(
      Int128(table.rowCount) * Int128(suppressionLimit.millionths) / Int128(1_000_000))
    var lattice = try Lattice(task, hierarchies, allowed: allowed, least: least)
    guard let best = lattice.search() else {
      return .outOfReach(reason: "no combination of levels reaches the goal")
    }
    return .generalized(try lattice.generalization(best))
  }
}

/// The combinations of levels, searched from the bottom up by a lower bound of their loss, so that
/// the first whose bound is not below the best loss found ends the search.
///
/// A combination that reaches the goal does so with every level raised: neither k nor distinct l
/// falls when classes are merged, so no more rows have to be left out. One that fails in two of its
/// columns alone fails with all of them; and one that fails rules out all combinations below it,
/// which is why after a failure the highest one on a way to the top is looked for.
private struct Lattice {
  struct Best {
    var node: Int
    var loss: Int128
    var suppressedGroups: [Bool]
    var suppressed: Int
    var units: Int128
    var sizes: [Int]
  }

  private let task: Generalizer.Task
  private let hierarchies: [Hierarchy]
  private let allowed: Int
  private let least: LossMeasure
  private let groups: RowGroups
  /// What one step of a column's level adds to the number of a combination.
  private let strides: [Int]
  private let nodeCount: Int
  /// For each column and level the loss of all rows' cells.
  private let levelLosses: [[Int128]]
  private var pairFails: [Int: Bool] = [:]
  /// The levels of combinations that fail: what is below in every column fails too.
  private var failures: [[Int]] = []
  private var evaluated = 0
  private var pruned = 0

  init(
    _ task: Generalizer.Task, _ hierarchies: [Hierarchy], allowed: Int, least: LossMeasure
  ) throws(RiskProblem) {
    var strides: [Int] = []
    var nodes = 1
    for hierarchy in hierarchies {
      strides.append(nodes)
      nodes *= hierarchy.levelCount
      if nodes > Generalizer.latticeNodes {
        throw .latticeTooLarge(limit: Generalizer.latticeNodes)
      }
    }
    self.task = task
    self.hierarchies = hierarchies
    self.allowed = allowed
    self.least = least
    self.strides = strides
    nodeCount = nodes
    groups = RowGroups(task)
    levelLosses = hierarchies.map { hierarchy in
      let counts = hierarchy.column.codeCounts
      return hierarchy.losses.map { losses in
        zip(counts, losses).reduce(Int128(0)) { $0 + Int128($1.0) * Int128($1.1) }
      }
    }
  }

  mutating func search() -> Best? {
    var best: Best?
    var seen = Array(repeating: false, count: nodeCount)
    var queue = NodeQueue()
    queue.push(.init(bound: bound(0, parent: 0), node: 0))
    seen[0] = true
    while let next = queue.pop() {
      // Of equal losses the one that leaves out fewer rows is wanted.
      if let best, next.bound > best.loss || (next.bound == best.loss && best.suppressed == 0) {
        break
      }
      var reached = next.bound
      var isDone = false
      if isBelowFailure(next.node) || failsInPairs(next.node) {
        pruned += 1
      } else {
        let result = evaluate(next.node)
        evaluated += 1
        reached = max(reached, result.bound)
        if let found = result.best {
          if best.map({ (found.loss, found.suppressed) < ($0.loss, $0.suppressed) }) ?? true {
            best = found
          }
          // Nothing is left out: more generalization can only lose more.
          isDone = found.suppressed == 0
        } else {
          climb(next.node)
        }
      }
      if isDone { continue }
      for (column, stride) in strides.enumerated() {
        let level = self.level(next.node, column)
        guard level + 1 < hierarchies[column].levelCount, !seen[next.node + stride] else {
          continue
        }
        let child = next.node + stride
        seen[child] = true
        queue.push(.init(bound: bound(child, parent: reached), node: child))
      }
    }
    return best
  }

  func generalization(_ best: Best) throws(RiskProblem) -> Generalization {
    var kept: [Int] = []
    var left: [Int] = []
    for (row, group) in groups.classes.classOf.enumerated() {
      if best.suppressedGroups[Int(group)] { left.append(row) } else { kept.append(row) }
    }
    let levels = hierarchies.indices.map { level(best.node, $0) }
    let table = try task.write(kept: kept) { column, row in
      hierarchies[column].label(
        task.quasiIdentifiers[column].codes[row], level: levels[column])
    }
    return Generalization(
      quasiIdentifiers: task.quasiIdentifiers.map(\.name), table: table, keptRows: kept,
      suppressedRows: left,
      loss: InformationLoss(
        units: best.units, columns: hierarchies.count, rows: task.table.rowCount,
        sizes: best.sizes, k: task.goal.k),
      levels: levels,
      search: LatticeSearch(nodes: nodeCount, evaluated: evaluated, pruned: pruned))
  }

  private func level(_ node: Int, _ column: Int) -> Int {
    node / strides[column] % hierarchies[column].levelCount
  }

  /// No table of this combination or of one above it loses less.
  private func bound(_ node: Int, parent: Int128) -> Int128 {
    switch least {
    case .ncp: hierarchies.indices.reduce(Int128(0)) { $0 + levelLosses[$1][level(node, $1)] }
    case .discernibility: parent
    }
  }

  private func isBelowFailure(_ node: Int) -> Bool {
    let levels = hierarchies.indices.map { level(node, $0) }
    return failures.contains { failure in
      for column in levels.indices where levels[column] > failure[column] { return false }
      return true
    }
  }

  /// Remembers the last combination that fails on one way from a failing one to the top, which
  /// reaches the goal. The ways differ from call to call, so that they fence off different parts.
  private mutating func climb(_ node: Int) {
    var path = [node]
    var column = failures.count % hierarchies.count
    var stuck = 0
    while stuck < hierarchies.count, let last = path.last {
      if level(last, column) + 1 < hierarchies[column].levelCount {
        path.append(last + strides[column])
        stuck = 0
      } else {
        stuck += 1
      }
      column = (column + 1) % hierarchies.count
    }
    var (failing, reaching) = (0, path.count)
    while reaching - failing > 1 {
      let middle = (failing + reaching) / 2
      evaluated += 1
      if judge(path[middle]).isReached { reaching = middle } else { failing = middle }
    }
    failures.append(hierarchies.indices.map { level(path[failing], $0) })
  }

  /// Whether two columns alone leave too many rows in classes below k.
  private mutating func failsInPairs(_ node: Int) -> Bool {
    let count = hierarchies.count
    if count < 3 { return false }
    for one in 0..<count {
      for other in one + 1..<count {
        let (low, high) = (level(node, one), level(node, other))
        // At most 8 columns and 2²² levels in each.
        let key = ((one * 8 + other) << 44) | (low << 22) | high
        if let known = pairFails[key] {
          if known { return true }
          continue
        }
        var classes = groups.one
        split(&classes, one, low)
        split(&classes, other, high)
        var small = 0
        for size in groups.sizes(of: classes) where size < task.goal.k { small += size }
        pairFails[key] = small > allowed
        if small > allowed { return true }
      }
    }
    return false
  }

  private func split(_ classes: inout EquivalenceClasses, _ column: Int, _ level: Int) {
    let map = hierarchies[column].codes[level]
    classes.split(
      by: groups.codes[column].map { map[Int($0)] },
      codeCount: hierarchies[column].labels[level].codeCount)
  }

  private struct Judgment {
    var classes: EquivalenceClasses
    var sizes: [Int]
    var isBad: [Bool]
    var suppressed: Int
    var isReached: Bool
  }

  private func judge(_ node: Int) -> Judgment {
    var classes = groups.one
    for column in hierarchies.indices { split(&classes, column, level(node, column)) }
    let sizes = groups.sizes(of: classes)
    var isBad = sizes.map { $0 < task.goal.k }
    if task.goal.l > 1 { groups.mark(&isBad, classes, below: task.goal.l) }
    let suppressed = zip(sizes, isBad).reduce(0) { $0 + ($1.1 ? $1.0 : 0) }
    return Judgment(
      classes: classes, sizes: sizes, isBad: isBad, suppressed: suppressed,
      isReached: suppressed <= allowed)
  }

  /// The combination's loss where it reaches the goal, and what it says of those above it.
  private func evaluate(_ node: Int) -> (best: Best?, bound: Int128) {
    let judgment = judge(node)
    let (sizes, isBad, suppressed) = (judgment.sizes, judgment.isBad, judgment.suppressed)
    // Merging classes never makes this sum less, and a suppressed row costs no less than its class.
    let squares = sizes.reduce(Int128(0)) { $0 + Int128($1) * Int128($1) }
    let bound = least == .discernibility ? squares : 0
    guard judgment.isReached else { return (nil, bound) }

    let bad = judgment.classes.classOf.map { isBad[Int($0)] }
    let rows = task.table.rowCount
    var units: Int128 = 0
    for column in hierarchies.indices {
      let losses = hierarchies[column].losses[level(node, column)]
      for (group, code) in groups.codes[column].enumerated() {
        let loss = bad[group] ? Hierarchy.wholeCell : losses[Int(code)]
        units += Int128(loss) * Int128(groups.rows[group])
      }
    }
    let kept = zip(sizes, isBad).filter { !$0.1 }.map(\.0)
    let discernibility =
      kept.reduce(Int128(0)) { $0 + Int128($1) * Int128($1) } + Int128(suppressed) * Int128(rows)
    return (
      Best(
        node: node, loss: least == .ncp ? units : discernibility, suppressedGroups: bad,
        suppressed: suppressed,
        units: units, sizes: kept), bound
    )
  }
}

/// Rows that agree in all quasi-identifiers, taken together once: every combination merges them.
private struct RowGroups {
  /// Of rows.
  let classes: EquivalenceClasses
  /// Rows of each group.
  let rows: [Int]
  /// For each column the code of each group.
  let codes: [[UInt32]]
  /// All groups in one class.
  let one: EquivalenceClasses
  /// For each sensitive column the distinct pairs of a group and a code.
  private let pairs: [(groups: [UInt32], codes: [UInt32], codeCount: Int)]

  init(_ task: Generalizer.Task) {
    let classes = EquivalenceClasses(
      rowCount: task.table.rowCount, columns: task.quasiIdentifiers)
    self.classes = classes
    rows = classes.sizes
    let first = classes.firstRows
    codes = task.quasiIdentifiers.map { column in first.map { column.codes[$0] } }
    one = EquivalenceClasses(rowCount: classes.count)
    pairs =
      task.goal.l < 2
      ? []
      : task.sensitive.map { column in
        var finer = classes
        finer.split(by: column.codes, codeCount: column.dictionary.codeCount)
        let first = finer.firstRows
        return (
          first.map { classes.classOf[$0] }, first.map { column.codes[$0] },
          column.dictionary.codeCount
        )
      }
  }

  /// Rows of each class of groups.
  func sizes(of classes: EquivalenceClasses) -> [Int] {
    var sizes = Array(repeating: 0, count: classes.count)
    for (group, id) in classes.classOf.enumerated() { sizes[Int(id)] &+= rows[group] }
    return sizes
  }

  /// Marks classes of groups with fewer distinct sensitive values.
  func mark(_ isBad: inout [Bool], _ classes: EquivalenceClasses, below l: Int) {
    for pair in pairs {
      let ids = pair.groups.map { classes.classOf[Int($0)] }
      var finer = EquivalenceClasses(classOf: ids, count: classes.count)
      finer.split(by: pair.codes, codeCount: pair.codeCount)
      var distinct = Array(repeating: 0, count: classes.count)
      for index in finer.firstRows { distinct[Int(ids[index])] &+= 1 }
      for (id, count) in distinct.enumerated() where count < l { isBad[id] = true }
    }
  }
}

extension EquivalenceClasses {
  /// The first row of each class.
  var firstRows: [Int] {
    var first: [Int] = []
    first.reserveCapacity(count)
    for (row, id) in classOf.enumerated() where Int(id) == first.count { first.append(row) }
    return first
  }
}

/// Combinations by bound, then number: a binary heap.
private struct NodeQueue {
  struct Entry {
    var bound: Int128
    var node: Int

    static func < (one: Entry, other: Entry) -> Bool {
      (one.bound, one.node) < (other.bound, other.node)
    }
  }

  private var heap: [Entry] = []

  mutating func push(_ entry: Entry) {
    heap.append(entry)
    var child = heap.count - 1
    while child > 0, heap[child] < heap[(child - 1) / 2] {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func pop() -> Entry? {
    guard let top = heap.first else { return nil }
    let last = heap.removeLast()
    if heap.isEmpty { return top }
    heap[0] = last
    var parent = 0
    while 2 * parent + 1 < heap.count {
      var child = 2 * parent + 1
      if child + 1 < heap.count, heap[child + 1] < heap[child] { child += 1 }
      guard heap[child] < heap[parent] else { break }
      heap.swapAt(child, parent)
      parent = child
    }
    return top
  }
}
