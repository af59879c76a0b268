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

  func resolve(_ rows: [Row], names: [String]) -> Result {
    var first: [Value: Int] = [:]
    first.reserveCapacity(rows.count)
    var groups: [Value: [Int]] = [:]
    for (index, row) in rows.enumerated() where !row.isRejected {
      if let earlier = first[row.key] {
        groups[row.key, default: [earlier]].append(index)
      } else {
        first[row.key] = index
      }
    }
    if groups.isEmpty { return Result(rows: rows, rejected: [], repeats: 0, sharedKeys: []) }
    var dropped: Set<Int> = []
    var refused: Set<Int> = []
    var sharedKeys: Set<Value> = []
    for (key, group) in groups {
      let unlike =
        schema.order == nil ? group : withoutRepeats(group, of: rows, names, into: &dropped)
      let meeting = colliding(unlike, of: rows)
      if !meeting.isEmpty { sharedKeys.insert(key) }
      refused.formUnion(meeting)
    }
    var result = Result(rows: [], rejected: [], repeats: dropped.count, sharedKeys: sharedKeys)
    result.rows.reserveCapacity(rows.count)
    for (index, row) in rows.enumerated() where !dropped.contains(index) {
      if refused.contains(index) {
        result.rejected.append(row.origin)
        let name = RowPlace.name(row.origin, in: names)
        result.rows.append(
          RowPlace(name: name, origin: row.origin).rejectedRow(fields: schema.fields.count))
      } else {
        result.rows.append(row)
      }
    }
    return result
  }

  /// The rows of a group but those alike in all declared fields to an earlier one; which is earlier
  /// their places say, not the order their inputs are given in.
  private func withoutRepeats(
    _ group: [Int], of rows: [Row], _ names: [String], into dropped: inout Set<Int>
  ) -> [Int] {
    var seen: Set<[Datum]> = []
    let placed = group.sorted { one, other in
      let (left, right) = (rows[one].origin, rows[other].origin)
      return (RowPlace.name(left, in: names), left.start, left.line)
        < (RowPlace.name(right, in: names), right.start, right.line)
    }
    return placed.filter { index in
      if seen.insert(rows[index].fields).inserted { return true }
      dropped.insert(index)
      return false
    }
  }

  /// Those of a group that meet another one: all, or in an ordered dataset those within lateness.
  private func colliding(_ group: [Int], of rows: [Row]) -> [Int] {
    guard group.count > 1 else { return [] }
    guard let order = schema.order else { return group }
    var timed: [(time: Int64, index: Int)] = []
    for index in group {
      guard let time = rows[index].time(at: order.field) else {
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
