/// Tells whether a stream may hold a key twice, remembering no more than its lateness asks for.
///
/// Without an order every key is remembered. It answers "may": the caller then compares rows exactly.
struct RecentKeys {
  private let lateness: Int64?
  private var older: Set<UInt64> = []
  private var newer: Set<UInt64> = []
  private var newerSince = Int64.min
  private var latest = Int64.min

  /// - Parameter lateness: microseconds within which keys are compared; nil: always.
  init(lateness: Int64?) { self.lateness = lateness }

  /// False when the key may have been seen, or when the row comes so late that nobody can say.
  mutating func isNew(_ hash: UInt64, time: Int64) -> Bool {
    guard let lateness else { return newer.insert(hash).inserted }
    if latest == Int64.min {
      latest = time
      newerSince = time
    }
    let (floor, underflow) = latest.subtractingReportingOverflow(lateness)
    if !underflow, time < floor { return false }
    if time > latest { latest = time }
    let (age, overflow) = latest.subtractingReportingOverflow(newerSince)
    // Keys compared with the latest row are at most twice the lateness old.
    let span = lateness > Int64.max / 4 ? Int64.max : 2 * lateness + 1
    if overflow || age > span {
      older = newer
      newer = []
      newerSince = latest
    }
    return !older.contains(hash) && newer.insert(hash).inserted
  }
}
