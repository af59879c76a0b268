import WritValues

extension Generalizer {
  /// Multidimensional generalization: the rows are cut in two at a median again and again, as long
  /// as both parts reach the goal. Keeps every row; good, not optimal.
  ///
  /// Without a hierarchy a cell becomes the range of its class, `[20..29]`, by number where all the
  /// column's values are numbers, else by bytes. With one it becomes the lowest level at which the
  /// class agrees. A class in which some rows lack the value and others do not has `*`.
  package static func mondrian(
    _ table: RiskTable, quasiIdentifiers names: [String], goal: GeneralizationGoal,
    hierarchies rules: [GeneralizedColumn] = []
  ) throws(RiskProblem) -> GeneralizationOutcome {
    let task = try Task(table, names, goal)
    var dimensions: [Dimension] = []
    for column in task.quasiIdentifiers {
      let rule = rules.first { $0.name.utf8.elementsEqual(column.name.utf8) }?.rule
      dimensions.append(try Dimension(column, rule))
    }
    for rule in rules where !names.contains(where: { $0.utf8.elementsEqual(rule.name.utf8) }) {
      throw .noSuchColumn(rule.name, names)
    }
    if table.rowCount == 0 { return .nothingToTell }
    if let obstacle = task.obstacle { return .outOfReach(reason: obstacle) }
    var partition = Partition(task, dimensions)
    partition.cut()
    return .generalized(try partition.generalization())
  }
}

/// A quasi-identifier as an axis: values in order, how far apart, and what a stretch is called.
private struct Dimension {
  let column: RiskColumn
  /// The place of each code on the axis.
  let rankOf: [UInt32]
  private let isMissing: [Bool]
  /// One code a rank.
  private let codeOf: [UInt32]
  private let numbers: [Decimal?]?
  private let hierarchy: Hierarchy?

  init(_ column: RiskColumn, _ rule: HierarchyRule?) throws(RiskProblem) {
    self.column = column
    if let rule {
      let hierarchy = try Hierarchy(column, rule)
      (rankOf, codeOf) = Self.ranked(hierarchy)
      self.hierarchy = hierarchy
      numbers = nil
    } else {
      let ranked = RankedColumn(column, order: .automatic)
      rankOf = ranked.rankOf
      numbers = ranked.numbers
      hierarchy = nil
      var codeOf = Array(repeating: UInt32(0), count: ranked.counts.count)
      for (code, count) in column.codeCounts.enumerated().reversed() where count > 0 {
        codeOf[Int(rankOf[code])] = UInt32(truncatingIfNeeded: code)
      }
      self.codeOf = codeOf
    }
    isMissing = codeOf.map { $0 == 0 }
  }

  var rankCount: Int { codeOf.count }

  /// The length of a stretch as a share of the axis, in units of 2⁻³².
  func span(_ low: Int, _ high: Int) -> UInt64 {
    if low >= high { return 0 }
    guard let width = numericWidth(low, high) else {
      return UInt64(high - low) * Hierarchy.wholeCell / UInt64(max(1, rankCount - 1))
    }
    return width
  }

  /// What telling only the stretch loses of a cell, in units of 2⁻³².
  func loss(_ low: Int, _ high: Int) -> UInt64 {
    if low >= high { return 0 }
    if let hierarchy {
      let level = commonLevel(low, high, hierarchy)
      return hierarchy.losses[level][Int(codeOf[low])]
    }
    if isMissing[low] { return Hierarchy.wholeCell }
    if let width = numericWidth(low, high) { return width }
    return UInt64(high - low + 1) * Hierarchy.wholeCell / UInt64(max(1, rankCount))
  }

  func label(_ low: Int, _ high: Int) -> String? {
    if let hierarchy {
      return hierarchy.label(codeOf[low], level: commonLevel(low, high, hierarchy))
    }
    if low >= high { return text(low) }
    if isMissing[low] { return Hierarchy.suppressed }
    return "[\(text(low) ?? "")..\(text(high) ?? "")]"
  }

  private func text(_ rank: Int) -> String? {
    // Numbers that are equal may be written in several ways: one of them stands for all.
    if let number = numbers?[rank] { return number.description }
    return column.dictionary.text(of: codeOf[rank])
  }

  /// Nil where one end is no number; the axis then is the distance of the ranks.
  private func numericWidth(_ low: Int, _ high: Int) -> UInt64? {
    guard let numbers, let from = numbers[low], let to = numbers[high],
      let first = numbers.first(where: { $0 != nil }) ?? nil, let last = numbers.last ?? nil,
      last > first
    else { return nil }
    let width = Int128(to.millionths) - Int128(from.millionths)
    let whole = Int128(last.millionths) - Int128(first.millionths)
    return UInt64(truncatingIfNeeded: width * Int128(Hierarchy.wholeCell) / whole)
  }

  private func commonLevel(_ low: Int, _ high: Int, _ hierarchy: Hierarchy) -> Int {
    if low == high { return 0 }
    // Ranks follow the hierarchy, so that the ends agree only where all between them do.
    let (one, other) = (Int(codeOf[low]), Int(codeOf[high]))
    return hierarchy.codes.firstIndex { $0[one] == $0[other] } ?? hierarchy.levelCount - 1
  }

  /// Values group by group, from the top level down, in order of bytes within one.
  private static func ranked(_ hierarchy: Hierarchy) -> (rankOf: [UInt32], codeOf: [UInt32]) {
    let counts = hierarchy.column.codeCounts
    var present = counts.indices.filter { counts[$0] > 0 }.map { UInt32(truncatingIfNeeded: $0) }
    present.sort { one, other in
      for level in (0..<hierarchy.levelCount).reversed() {
        let codes = hierarchy.codes[level]
        let (left, right) = (codes[Int(one)], codes[Int(other)])
        if left != right { return hierarchy.labels[level].precedes(left, right) }
      }
      return false
    }
    var rankOf = Array(repeating: UInt32(0), count: counts.count)
    for (rank, code) in present.enumerated() {
      rankOf[Int(code)] = UInt32(truncatingIfNeeded: rank)
    }
    return (rankOf, present)
  }
}

/// The rows in an order in which each class is a stretch.
private struct Partition {
  private let task: Generalizer.Task
  private let dimensions: [Dimension]
  private let ranks: [[UInt32]]
  private var rows: [UInt32]
  /// Finished classes, as ranges of `rows`.
  private var classes: [Range<Int>] = []
  private var distinct: [DistinctCounter]

  init(_ task: Generalizer.Task, _ dimensions: [Dimension]) {
    self.task = task
    self.dimensions = dimensions
    ranks = dimensions.map { dimension in
      dimension.column.codes.map { dimension.rankOf[Int($0)] }
    }
    rows = (0..<task.table.rowCount).map { UInt32(truncatingIfNeeded: $0) }
    distinct = task.goal.l < 2 ? [] : task.sensitive.map { DistinctCounter($0) }
  }

  mutating func cut() {
    var open = [0..<rows.count]
    while let range = open.popLast() {
      if let middle = cut(range) {
        open.append(middle..<range.upperBound)
        open.append(range.lowerBound..<middle)
      } else {
        classes.append(range)
      }
    }
  }

  /// Sorts a class into two parts along the longest side that allows it; nil where none does.
  private mutating func cut(_ range: Range<Int>) -> Int? {
    if range.count < 2 * task.goal.k { return nil }
    let sides = dimensions.indices.map { index in
      let (low, high) = bounds(range, index)
      return (index: index, span: dimensions[index].span(low, high))
    }
    for side in sides.sorted(by: { ($1.span, $0.index) < ($0.span, $1.index) })
    where side.span > 0 {
      for limit in medians(range, side.index) {
        let middle = divide(range, side.index, upTo: limit)
        if reaches(range.lowerBound..<middle) && reaches(middle..<range.upperBound) {
          return middle
        }
      }
    }
    return nil
  }

  /// The lowest and highest rank of a class.
  private func bounds(_ range: Range<Int>, _ dimension: Int) -> (Int, Int) {
    let ranks = ranks[dimension]
    var (low, high) = (UInt32.max, UInt32(0))
    for place in range {
      let rank = ranks[Int(rows[place])]
      low = min(low, rank)
      high = max(high, rank)
    }
    return (Int(low), Int(high))
  }

  /// The last ranks of the lower part: up to the median, or up to the value before it; the more
  /// even cut first.
  private func medians(_ range: Range<Int>, _ dimension: Int) -> [UInt32] {
    let ranks = ranks[dimension]
    let sorted = range.map { ranks[Int(rows[$0])] }.sorted()
    let median = sorted[sorted.count / 2]
    let before = sorted.partitioningIndex { $0 >= median }
    let through = sorted.partitioningIndex { $0 > median }
    var limits: [(limit: UInt32, uneven: Int)] = []
    if through < sorted.count { limits.append((median, abs(sorted.count - 2 * through))) }
    if before > 0 { limits.append((sorted[before - 1], abs(sorted.count - 2 * before))) }
    limits.sort { ($0.uneven, $0.limit) < ($1.uneven, $1.limit) }
    return limits.map(\.limit)
  }

  /// Rows up to a rank first, in their order; where the others begin.
  private mutating func divide(
    _ range: Range<Int>, _ dimension: Int, upTo limit: UInt32
  ) -> Int {
    let ranks = ranks[dimension]
    let (low, high) = (
      rows[range].filter { ranks[Int($0)] <= limit }, rows[range].filter { ranks[Int($0)] > limit }
    )
    rows.replaceSubrange(range, with: low + high)
    return range.lowerBound + low.count
  }

  private mutating func reaches(_ range: Range<Int>) -> Bool {
    if range.count < task.goal.k { return false }
    return distinct.indices.allSatisfy {
      distinct[$0].reaches(task.goal.l, rows[range])
    }
  }

  func generalization() throws(RiskProblem) -> Generalization {
    var classOf = Array(repeating: 0, count: rows.count)
    var labels: [[String?]] = []
    var units: Int128 = 0
    for (index, range) in classes.enumerated() {
      for place in range { classOf[Int(rows[place])] = index }
      labels.append(
        dimensions.indices.map { dimension in
          let (low, high) = bounds(range, dimension)
          units += Int128(dimensions[dimension].loss(low, high)) * Int128(range.count)
          return dimensions[dimension].label(low, high)
        })
    }
    let kept = Array(0..<rows.count)
    let table = try task.write(kept: kept) { column, row in labels[classOf[row]][column] }
    let written = EquivalenceClasses(
      rowCount: table.rowCount,
      columns: table.columns.filter { column in
        dimensions.contains { $0.column.name.utf8.elementsEqual(column.name.utf8) }
      })
    return Generalization(
      quasiIdentifiers: task.quasiIdentifiers.map(\.name), table: table, keptRows: kept,
      suppressedRows: [],
      loss: InformationLoss(
        units: units, columns: dimensions.count, rows: rows.count, sizes: written.sizes,
        k: task.goal.k),
      levels: nil, search: nil)
  }
}

/// Counts distinct values of stretches of rows without clearing in between.
private struct DistinctCounter {
  private let codes: [UInt32]
  private var stamps: [UInt64]
  private var stamp: UInt64 = 0

  init(_ column: RiskColumn) {
    codes = column.codes
    stamps = Array(repeating: 0, count: column.dictionary.codeCount)
  }

  mutating func reaches(_ l: Int, _ rows: ArraySlice<UInt32>) -> Bool {
    stamp &+= 1
    var count = 0
    for row in rows where stamps[Int(codes[Int(row)])] != stamp {
      stamps[Int(codes[Int(row)])] = stamp
      count += 1
      if count >= l { return true }
    }
    return l <= 0
  }
}

extension [UInt32] {
  /// The first place of a sorted array from which a condition holds.
  fileprivate func partitioningIndex(where holds: (UInt32) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
