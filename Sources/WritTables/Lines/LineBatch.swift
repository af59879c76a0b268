package import WritValues

/// A column of a batch that conditions read.
package struct LineColumn: Hashable, Sendable {
  package enum Kind: Sendable {
    /// Numbers of distinct values.
    case codes
    /// Microseconds.
    case times
  }

  /// Index of the field in its schema.
  package var field: Int
  package var kind: Kind

  package init(field: Int, kind: Kind) {
    self.field = field
    self.kind = kind
  }
}

/// Up to some thousand rows of a chunk, as the columns that conditions read; valid until its scanner goes on.
package final class LineBatch {
  package static let capacity = 4096
  /// In a column of times: no plain time, and a time that is missing; all others are larger.
  package static let noTime = Int64.min
  package static let missingTime = Int64.min + 1

  /// How many plain rows there are.
  package internal(set) var count = 0
  /// Rows that are not plain, decoded; rejected ones among them.
  package internal(set) var odd: [DecodedRow] = []
  package let columns: [LineColumn]
  /// The distinct values of each column of codes.
  package internal(set) var dictionaries: [TokenDictionary]
  private let codeColumns: [UnsafeMutablePointer<UInt32>]
  private let timeColumns: [UnsafeMutablePointer<Int64>]
  let starts: UnsafeMutablePointer<Int>
  let ends: UnsafeMutablePointer<Int>
  let lines: UnsafeMutablePointer<Int>

  init(columns: [LineColumn], dictionaries: [TokenDictionary]) {
    self.columns = columns
    self.dictionaries = dictionaries
    codeColumns = columns.map { .allocate(capacity: $0.kind == .codes ? Self.capacity : 1) }
    timeColumns = columns.map { .allocate(capacity: $0.kind == .times ? Self.capacity : 1) }
    starts = .allocate(capacity: Self.capacity)
    ends = .allocate(capacity: Self.capacity)
    lines = .allocate(capacity: Self.capacity)
  }

  deinit {
    for column in codeColumns { column.deallocate() }
    for column in timeColumns { column.deallocate() }
    starts.deallocate()
    ends.deallocate()
    lines.deallocate()
  }

  /// A column of codes, one for each plain row; 0 where the line has no such member.
  @inline(__always)
  package func codes(_ column: Int) -> UnsafeMutablePointer<UInt32> { codeColumns[column] }

  /// A column of times, one for each plain row.
  @inline(__always)
  package func times(_ column: Int) -> UnsafeMutablePointer<Int64> { timeColumns[column] }

  /// What a column holds in a row; nil when that depends on the row's place.
  package func datum(_ column: Int, _ row: Int) -> Datum? {
    switch columns[column].kind {
    case .codes: return dictionaries[column].datum(Int(codeColumns[column][row]))
    case .times:
      let time = timeColumns[column][row]
      if time > Self.missingTime { return .known(.time(Timestamp(microseconds: time))) }
      return time == Self.missingTime ? dictionaries[column].datum(0) : nil
    }
  }

  /// Where a row stands in its input: bytes from the start of its chunk, and the line counted from 1.
  package func place(_ row: Int) -> (start: Int, end: Int, line: Int) {
    (starts[row], ends[row], lines[row])
  }

  func clear() {
    count = 0
    odd.removeAll(keepingCapacity: true)
  }
}
