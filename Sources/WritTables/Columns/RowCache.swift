import WritValues

/// The rows that were made from columns and may still be in use.
///
/// A row is the same object as long as somebody holds it: evaluation tells rows apart by identity.
final class RowCache {
  private var rows: ContiguousArray<Row?>
  private var made: ContiguousArray<Int> = []
  private var limit = RowCache.leastLimit

  private static let leastLimit = 4096

  init(count: Int) { rows = ContiguousArray(repeating: nil, count: count) }

  @inline(__always)
  func row(at position: Int, make: () -> Row) -> Row {
    if let row = rows[position] { return row }
    if made.count >= limit { forget() }
    let row = make()
    rows[position] = row
    made.append(position)
    return row
  }

  /// Lets go of the rows nobody else holds.
  func forget() {
    var kept: ContiguousArray<Int> = []
    for position in made {
      if isKnownUniquelyReferenced(&rows[position]) {
        rows[position] = nil
      } else {
        kept.append(position)
      }
    }
    made = kept
    // Where many are held, as groups do, looking for the others each time would not pay.
    limit = max(Self.leastLimit, kept.count &* 2)
  }
}
