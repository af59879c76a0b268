import WritTables
import WritValues

/// The rows of a dataset that is held too: what is tried out on a member has to show wherever else the rule meets it.
final class OwnRows {
  private let table: Table
  /// Where the rows are that no key leads to: rejected ones, and those that share theirs.
  private lazy var keyless: [RowOrigin: Int] = {
    let columns = table.columns
    var positions = columns.rejectedPositions
    if !table.sharedKeys.isEmpty {
      positions += (0..<columns.count).filter { table.sharedKeys.contains(columns.key(at: $0)) }
    }
    return Dictionary(
      positions.map { (columns.origin(at: $0), $0) }, uniquingKeysWith: { first, _ in first })
  }()

  init(table: Table) { self.table = table }

  /// The held row that stands where this one does; nil when there is none.
  func row(like row: Row) -> Row? {
    if !row.isRejected, let position = table.position(forKey: row.key),
      table.columns.origin(at: position) == row.origin
    {
      return table.row(at: position)
    }
    return keyless[row.origin].map { table.row(at: $0) }
  }
}
