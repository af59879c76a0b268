/// The rows that no one can tell apart by some columns, as classes with numbers.
package struct EquivalenceClasses: Sendable {
  /// Of each row, its class.
  package private(set) var classOfRow: [UInt32]
  /// Rows of each class.
  package private(set) var sizes: [Int]

  package var count: Int { sizes.count }
  package var rowCount: Int { classOfRow.count }

  /// - Parameter columns: of one length; without columns all rows are one class.
  package init(_ columns: [CodedColumn], rowCount: Int) {
    classOfRow = [UInt32](repeating: 0, count: rowCount)
    sizes = rowCount == 0 ? [] : [rowCount]
    for column in columns { refine(by: column) }
  }

  package init(_ columns: [CodedColumn]) {
    self.init(columns, rowCount: columns.first?.codes.count ?? 0)
  }

  /// Divides the classes by the values of one more column.
  package mutating func refine(by column: CodedColumn) {
    refine(by: column.codes, valueCount: column.values.count)
  }

  /// - Parameter codes: of all rows, each below the count.
  mutating func refine(by codes: [UInt32], valueCount: Int) {
    let (cells, isTooLarge) = sizes.count.multipliedReportingOverflow(by: valueCount)
    guard codes.count == classOfRow.count else { return }
    var newSizes: [Int] = []
    // A table of all pairs where it is no larger than some rows, a hash table else.
    if !isTooLarge, cells <= max(1 << 16, 8 * codes.count) {
      var classes = [UInt32](repeating: .max, count: cells)
      for row in codes.indices {
        let cell = Int(classOfRow[row]) * valueCount + Int(codes[row])
        var number = classes[cell]
        if number == .max {
          number = UInt32(truncatingIfNeeded: newSizes.count)
          classes[cell] = number
          newSizes.append(0)
        }
        newSizes[Int(number)] += 1
        classOfRow[row] = number
      }
    } else {
      var classes = PairTable(capacity: codes.count)
      for row in codes.indices {
        let key = UInt64(classOfRow[row]) << 32 | UInt64(codes[row])
        let number = classes.number(of: key, next: UInt32(truncatingIfNeeded: newSizes.count))
        if Int(number) == newSizes.count { newSizes.append(0) }
        newSizes[Int(number)] += 1
        classOfRow[row] = number
      }
    }
    sizes = newSizes
  }

  /// Rows in the order of their classes, and where each class begins.
  func rowsByClass() -> (rows: [UInt32], starts: [Int]) {
    var starts = [Int](repeating: 0, count: sizes.count + 1)
    for (index, size) in sizes.enumerated() { starts[index + 1] = starts[index] + size }
    var next = starts
    var rows = [UInt32](repeating: 0, count: classOfRow.count)
    for (row, number) in classOfRow.enumerated() {
      rows[next[Int(number)]] = UInt32(truncatingIfNeeded: row)
      next[Int(number)] += 1
    }
    return (rows, starts)
  }
}

/// Numbers for pairs of codes, by open addressing.
private struct PairTable {
  private var keys: [UInt64]
  private var numbers: [UInt32]
  private let mask: Int

  /// - Parameter capacity: the most pairs there can be.
  init(capacity: Int) {
    var size = 16
    while size < 2 * capacity { size *= 2 }
    keys = [UInt64](repeating: .max, count: size)
    numbers = [UInt32](repeating: 0, count: size)
    mask = size - 1
  }

  mutating func number(of key: UInt64, next: UInt32) -> UInt32 {
    var place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 20) & mask
    while keys[place] != .max {
      if keys[place] == key { return numbers[place] }
      place = (place + 1) & mask
    }
    keys[place] = key
    numbers[place] = next
    return next
  }
}
