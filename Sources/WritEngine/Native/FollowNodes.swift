import WritChecker
import WritTables
import WritValues

/// Where the row of a held dataset is that a column's reference points at, found once for each distinct key.
final class Following {
  private let column: Int
  private let table: Table
  private var known: [Int32] = []

  /// No such row, or none that is certain: the evaluator tells why.
  static let nowhere: Int32 = -1
  private static let unseen: Int32 = -2

  init(column: Int, table: Table) {
    self.column = column
    self.table = table
  }

  func positions(_ batch: LineBatch, _ rows: RowNumbers, _ out: UnsafeMutablePointer<Int32>) {
    let codes = batch.codes(column)
    let missing = batch.dictionaries[column].count - known.count
    if missing > 0 { known.append(contentsOf: repeatElement(Self.unseen, count: missing)) }
    for index in rows.indices {
      let code = Int(codes[Int(rows[index])])
      var position = known[code]
      if position == Self.unseen {
        position = find(batch.dictionaries[column], code)
        known[code] = position
      }
      out[index] = position
    }
  }

  private func find(_ values: TokenDictionary, _ code: Int) -> Int32 {
    guard case .known(let key)? = values.datum(code), let position = table.position(forKey: key)
    else { return Self.nowhere }
    return Int32(truncatingIfNeeded: position)
  }

  func forget() { known = [] }
}

/// A coded field of the row a reference points at; its last code stands for all the evaluator has to look at.
final class FollowCode: CodeNode {
  private let following: Following
  private let codes: [UInt32]
  private let count: Int
  private let scratch = Scratch<Int32>()

  /// Nil when the field is not held in codes.
  init?(_ following: Following, _ column: Column) {
    guard let codes = column.codes, let dictionary = column.dictionary else { return nil }
    self.following = following
    self.codes = codes
    count = dictionary.count
  }

  override func limit(_ batch: LineBatch) -> Int { count + 1 }
  override var openCode: Int? { count }

  override func codes(
    _ batch: LineBatch, _ rows: RowNumbers, _ out: UnsafeMutablePointer<UInt32>
  ) {
    following.positions(batch, rows, scratch.pointer)
    for index in rows.indices {
      let position = Int(scratch.pointer[index])
      let code = position < 0 ? UInt32.max : codes[position]
      out[index] = min(code, UInt32(truncatingIfNeeded: count))
    }
  }

  override func forget() { following.forget() }
}

/// A number of the row a reference points at.
final class FollowNumber: NumberNode {
  private let following: Following
  private let column: Column
  private let scratch = Scratch<Int32>()

  init(_ following: Following, _ column: Column) {
    self.following = following
    self.column = column
  }

  override func numbers(
    _ batch: LineBatch, _ rows: RowNumbers, _ out: UnsafeMutablePointer<Int64>,
    _ state: UnsafeMutablePointer<UInt8>
  ) {
    following.positions(batch, rows, scratch.pointer)
    for index in rows.indices {
      let position = Int(scratch.pointer[index])
      let number = position < 0 ? nil : column.int(at: position)
      out[index] = number ?? 0
      state[index] = number == nil ? Truth.open : Truth.yes
    }
  }

  override func forget() { following.forget() }
}
