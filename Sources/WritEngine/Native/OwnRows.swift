import WritTables
import WritValues

/// The rows of a dataset that is held too: what is tried out on a member has to show wherever else the rule meets it.
final class OwnRows {
  private let table: Table
  /// Where rejected rows are.
  private lazy var rejected: [RowOrigin: Int] = Dictionary(
    table.columns.rejectedPositions.map { (table.columns.origin(at: $0), $0) },
    uniquingKeysWith: { first, _ in first })

  init(table: Table) { self.table = table }

  /// The held row that stands where this one does; nil when there is none.
  func row(like row: Row) -> Row? {
    if row.isRejected { return rejected[row.origin].map { table.row(at: $0) } }
    guard var position = table.columns.position(forKey: row.key) else { return nil }
    // Rows that share a key are neighbors, and the last of them is the one that is found.
    while table.columns.origin(at: position) != row.origin {
      guard position > 0, table.columns.key(at: position - 1) == row.key else { return nil }
      position -= 1
    }
    return table.row(at: position)
  }
}
