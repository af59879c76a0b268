import WritValues

/// How far two values of a sensitive column are from each other.
package enum ValueOrder: String, Sendable, CaseIterable {
  /// Ordered where every value is a number, else equal.
  case automatic
  /// Any two values are equally far apart.
  case equal
  /// By number where every value is one, else by bytes.
  case ordered
}

/// The values of a column that occur, in order: numbers by size, other texts by bytes, missing
/// first. Numbers that are equal share a rank, however they are written.
struct RankedColumn {
  /// The rank of each code that occurs.
  let rankOf: [UInt32]
  /// Rows of each rank.
  let counts: [Int]
  let isOrdered: Bool
  /// The number of each rank where the column is one of numbers; nil for missing.
  let numbers: [Decimal?]?

  init(_ column: RiskColumn, order: ValueOrder) {
    let codeCounts = column.codeCounts
    let present = codeCounts.indices.filter { codeCounts[$0] > 0 }.map {
      UInt32(truncatingIfNeeded: $0)
    }
    let numberOf = order == .equal ? nil : Self.numbers(of: column, codeCounts)
    let sorted =
      numberOf.map { numbers in
        present.sorted { one, other in
          // The missing cell has no number and comes first.
          guard let left = numbers[Int(one)] else { return numbers[Int(other)] != nil }
          guard let right = numbers[Int(other)] else { return false }
          return left < right
        }
      } ?? present.sorted(by: column.dictionary.precedes)

    var rankOf = Array(repeating: UInt32(0), count: codeCounts.count)
    var counts: [Int] = []
    var ranked: [Decimal?] = []
    for (index, code) in sorted.enumerated() {
      let number = numberOf?[Int(code)]
      let isSame = number != nil && index > 0 && ranked.last == number
      if !isSame {
        counts.append(0)
        ranked.append(number)
      }
      counts[counts.count - 1] += codeCounts[Int(code)]
      rankOf[Int(code)] = UInt32(truncatingIfNeeded: counts.count - 1)
    }
    self.rankOf = rankOf
    self.counts = counts
    numbers = numberOf == nil ? nil : ranked
    isOrdered = order == .ordered || numberOf != nil
  }

  /// One number a code; nil where some value that occurs is none, or none occurs.
  private static func numbers(of column: RiskColumn, _ counts: [Int]) -> [Decimal?]? {
    var numbers = Array(repeating: Decimal?.none, count: counts.count)
    var found = false
    for index in counts.indices.dropFirst() where counts[index] > 0 {
      let code = UInt32(truncatingIfNeeded: index)
      guard let number = column.dictionary.withBytes(of: code, { Decimal.parse($0) }) else {
        return nil
      }
      numbers[index] = number
      found = true
    }
    return found ? numbers : nil
  }
}
