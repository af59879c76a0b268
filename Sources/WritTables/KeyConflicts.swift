import WritValues

/// Finds the rows that share a key and replaces them by rejected ones.
struct KeyConflicts {
  static let reason = "shares its key with another row"

  struct Result {
    var rows: [Row]
    /// Where the rows were that shared a key.
    var rejected: [RowOrigin]
    var repeats: Int
    var sharedKeys: Set<Value>
  }

  let schema: DatasetSchema

  /// What becomes of rows that share their keys.
  struct Verdict {
    /// Rows left out because they were delivered twice.
    var dropped: Set<Int> = []
    var refused: Set<Int> = []
    /// Which of the groups are more than one row, refused or further apart than the lateness.
    var groups: [Int] = []
  }

  func resolve(_ rows: [Row], names: [String]) -> Result {
    var first: [Value: Int] = [:]
    first.reserveCapacity(rows.count)
    var groupOfKey: [Value: Int] = [:]
    var groups: [[Int]] = []
    for (index, row) in rows.enumerated() where !row.isRejected {
      guard let earlier = first[row.key] else {
        first[row.key] = index
        continue
      }
      if let group = groupOfKey[row.key] {
        groups[group].append(index)
      } else {
        groupOfKey[row.key] = groups.count
        groups.append([earlier, index])
      }
    }
    if groups.isEmpty { return Result(rows: rows, rejected: [], repeats: 0, sharedKeys: []) }
    let verdict = judge(groups, names: names) { rows[$0] }
    let sharedKeys = Set(verdict.groups.compactMap { groups[$0].first.map { rows[$0].key } })
    var result = Result(
      rows: [], rejected: [], repeats: verdict.dropped.count, sharedKeys: sharedKeys)
    result.rows.reserveCapacity(rows.count)
    for (index, row) in rows.enumerated() where !verdict.dropped.contains(index) {
      if verdict.refused.contains(index) {
        result.rejected.append(row.origin)
        result.rows.append(rejected(row.origin, names))
      } else {
        result.rows.append(row)
      }
    }
    return result
  }

  /// What stands for a row that shares its key.
  func rejected(_ origin: RowOrigin, _ names: [String]) -> Row {
    RowPlace(name: RowPlace.name(origin, in: names), origin: origin)
      .rejectedRow(fields: schema.fields.count)
  }

  /// - Parameters:
  ///   - groups: rows that share a key, by group, each at least two.
  ///   - row: with all declared fields where the dataset has an order.
  func judge(_ groups: [[Int]], names: [String], row: (Int) -> Row) -> Verdict {
    var verdict = Verdict()
    for (index, group) in groups.enumerated() {
      let rows = Dictionary(
        group.map { ($0, row($0)) }, uniquingKeysWith: { first, _ in first })
      let unlike =
        schema.order == nil
        ? group : withoutRepeats(group, of: rows, names, into: &verdict.dropped)
      let meeting = colliding(unlike, of: rows)
      if unlike.count > 1 { verdict.groups.append(index) }
      verdict.refused.formUnion(meeting)
    }
    return verdict
  }

  /// The rows of a group but those alike in all declared fields to an earlier one; which is earlier
  /// their places say, not the order their inputs are given in.
  private func withoutRepeats(
    _ group: [Int], of rows: [Int: Row], _ names: [String], into dropped: inout Set<Int>
  ) -> [Int] {
    var seen: Set<[Datum]> = []
    let placed = group.compactMap { index in rows[index].map { (index: index, row: $0) } }
      .sorted { one, other in
        let (left, right) = (one.row.origin, other.row.origin)
        return (RowPlace.name(left, in: names), left.start, left.line)
          < (RowPlace.name(right, in: names), right.start, right.line)
      }
    return placed.compactMap { index, row in
      if seen.insert(row.fields).inserted { return index }
      dropped.insert(index)
      return nil
    }
  }

  /// Those of a group that meet another one: all, or in an ordered dataset those within lateness.
  private func colliding(_ group: [Int], of rows: [Int: Row]) -> [Int] {
    guard group.count > 1 else { return [] }
    guard let order = schema.order else { return group }
    var timed: [(time: Int64, index: Int)] = []
    for index in group {
      guard let time = rows[index]?.time(at: order.field) else {
        // A row whose time can't be told may be within the lateness of any other.
        return group
      }
      timed.append((time.microseconds, index))
    }
    timed.sort { ($0.time, $0.index) < ($1.time, $1.index) }
    var found: Set<Int> = []
    for position in 1..<timed.count {
      let (gap, overflow) = timed[position].time.subtractingReportingOverflow(
        timed[position - 1].time)
      if !overflow && gap <= max(0, order.lateness) {
        found.insert(timed[position].index)
        found.insert(timed[position - 1].index)
      }
    }
    return found.sorted()
  }
}
