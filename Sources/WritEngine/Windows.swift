import WritChecker
import WritPlan
import WritValues

/// Cuts a group's rows into windows over the dataset's order.
struct Windows {
  let evaluator: Evaluator
  let schema: DatasetSchema

  struct Bound {
    var start: Timestamp
    var end: Timestamp
    /// Indices into the sorted rows.
    var rows: Range<Int>
  }

  struct Result {
    var rows: [GroupRow]
    /// Rows whose time is unknown: they may lie in any window.
    var strays: [GroupRow]
    var strayCauses: Causes
    var bounds: [Bound]
    /// Why there may be windows other than `bounds`; empty when there are none.
    var openCauses = Causes.none
    /// Whether even `bounds` may not be windows: uncertain rows join or part sessions.
    var areBoundsOpen = false

    /// The rows that may share a window other than `bounds`, each perhaps in it.
    var openRanges: [Range<Int>] = []

    /// What such a window may hold.
    func openRows(_ range: Range<Int>) -> [GroupRow] {
      let known = rows[range].map { row in
        GroupRow(row: row.row, doubt: openCauses.union(row.doubt ?? .none))
      }
      // A window that only one row can have made holds it.
      if strays.count == 1, !areBoundsOpen, let only = strays.first {
        return known + [GroupRow(row: only.row, doubt: nil)]
      }
      return known + strays
    }
  }

  func windows(of rows: [GroupRow], _ window: CheckedRule.Window) -> Result {
    var timed: [(time: Timestamp, row: GroupRow)] = []
    var result = Result(rows: [], strays: [], strayCauses: .none, bounds: [])
    for row in rows {
      let time = time(of: row.row)
      if case .known(.time(let known)) = time {
        timed.append((known, row))
      } else {
        let causes = (row.doubt ?? .none).union(time.causes)
        result.strays.append(GroupRow(row: row.row, doubt: causes))
        result.strayCauses = result.strayCauses.union(causes)
      }
    }
    timed.sort { one, other in
      one.time != other.time
        ? one.time < other.time : Value.inOrder(one.row.row.key, other.row.row.key)
    }
    result.rows = timed.map(\.row)
    let times = timed.map(\.time)
    result.bounds =
      switch window {
      case .sliding(let span): sliding(times, span)
      case .session(let gap): sessions(times, gap)
      case .tumbling(let step, let zone): tumbling(times, step, zone)
      }
    markOpen(&result, window, timed)
    return result
  }

  /// Where uncertain rows leave open which windows there are.
  private func markOpen(
    _ result: inout Result, _ window: CheckedRule.Window,
    _ timed: [(time: Timestamp, row: GroupRow)]
  ) {
    result.openCauses = result.strayCauses
    switch window {
    case .sliding:
      // What lies in one window is part of a known one, and rows of unknown time.
      if !result.strays.isEmpty { result.openRanges = result.bounds.map(\.rows) }
    case .tumbling:
      if !result.strays.isEmpty { result.openRanges = [0..<0] }
    case .session(let gap):
      // Without its uncertain rows a session may fall apart; rows of unknown time may join some.
      let sure = timed.filter { $0.row.doubt == nil }
      let parts = sessions(sure.map(\.time), gap)
      let wholes = result.bounds.filter { bound in
        result.rows[bound.rows].contains { $0.doubt == nil }
      }
      result.areBoundsOpen = !result.strays.isEmpty || parts.count != wholes.count
      guard result.areBoundsOpen else { return }
      result.openRanges = [result.rows.indices]
      for row in result.rows { result.openCauses = result.openCauses.union(row.doubt ?? .none) }
    }
  }

  private func time(of row: Row) -> Datum {
    guard let order = schema.order, order.field < row.fields.count else {
      return .unknown(Causes(Cause(.undefined, "order")))
    }
    if row.isRejected { return row.fields[order.field] }
    if let dataset = evaluator.program.index(of: schema.name),
      let stale = evaluator.datasets[dataset]?.stale, !schema.key.contains(order.field)
    {
      return .unknown(stale)
    }
    return row.fields[order.field]
  }

  /// A window for each distinct time t, holding [t - span, t].
  private func sliding(_ times: [Timestamp], _ span: Int64) -> [Bound] {
    var bounds: [Bound] = []
    var first = 0
    for (index, time) in times.enumerated() {
      if index + 1 < times.count, times[index + 1] == time { continue }
      while distance(times[first], time) > span { first += 1 }
      bounds.append(
        Bound(
          start: time.adding(microseconds: 0 - span) ?? .earliest, end: time,
          rows: first..<(index + 1)))
    }
    return bounds
  }

  private func sessions(_ times: [Timestamp], _ gap: Int64) -> [Bound] {
    var bounds: [Bound] = []
    var first = 0
    for (index, time) in times.enumerated()
    where index + 1 == times.count || distance(time, times[index + 1]) > gap {
      bounds.append(Bound(start: times[first], end: time, rows: first..<(index + 1)))
      first = index + 1
    }
    return bounds
  }

  private func distance(_ one: Timestamp, _ other: Timestamp) -> Int64 {
    other.microseconds(since: one) ?? Int64.max
  }

  private func tumbling(
    _ times: [Timestamp], _ step: CheckedRule.TumblingStep, _ zoneName: String?
  ) -> [Bound] {
    var zone = Zone.utc
    if let zoneName {
      guard let named = evaluator.zone(zoneName) else { return [] }
      zone = named
    }
    let grid = TumblingGrid(step: step, zone: zone)
    var bounds: [Bound] = []
    for (index, time) in times.enumerated() {
      if let last = bounds.last, time < last.end {
        bounds[bounds.count - 1].rows = last.rows.lowerBound..<(index + 1)
        continue
      }
      let (start, end) = grid.window(holding: time)
      if let last = bounds.last, last.start == start {
        bounds[bounds.count - 1].rows = last.rows.lowerBound..<(index + 1)
      } else {
        bounds.append(Bound(start: start, end: end, rows: index..<(index + 1)))
      }
    }
    return bounds
  }
}
