/// Divides the rows again and again at the median of the column that is spread widest, as long as both parts keep k rows
/// and ℓ sensitive values (Mondrian, LeFevre et al. 2006, strict). For many columns, and without hierarchies.
package struct MondrianGeneralizer: Sendable {
  package let k: Int
  package let l: Int

  package init(k: Int, l: Int = 1) {
    self.k = max(1, k)
    self.l = max(1, l)
  }

  /// Nil where the whole table has fewer rows than k, or fewer sensitive values than ℓ.
  package func generalize(
    _ columns: [CodedColumn], sensitive: CodedColumn? = nil
  ) -> GeneralizedTable? {
    let count = columns.first?.codes.count ?? 0
    guard count >= k, columns.allSatisfy({ $0.codes.count == count }) else { return nil }
    var rows = Array(0..<count)
    guard isAllowed(rows[...], sensitive) else { return nil }
    let spans = columns.map { Self.span($0, 0, $0.values.count - 1) }
    var waiting = [0..<count]
    var parts: [Range<Int>] = []
    while let part = waiting.popLast() {
      if let middle = split(&rows, part, columns, spans, sensitive) {
        waiting.append(middle..<part.upperBound)
        waiting.append(part.lowerBound..<middle)
      } else {
        parts.append(part)
      }
    }
    return table(rows, parts, columns, spans)
  }

  /// How far apart two values of a column are: their difference for numbers, their places else.
  private static func span(_ column: CodedColumn, _ low: Int, _ high: Int) -> Double {
    guard high > low else { return 0 }
    if let numbers = column.numbers { return numbers[high] - numbers[low] }
    return Double(high - low)
  }

  private static func bounds(
    _ rows: ArraySlice<Int>, _ column: CodedColumn
  ) -> (low: Int, high: Int) {
    var (low, high) = (Int.max, 0)
    for row in rows {
      let code = Int(column.codes[row])
      low = min(low, code)
      high = max(high, code)
    }
    return (min(low, high), high)
  }

  private func isAllowed(_ rows: ArraySlice<Int>, _ sensitive: CodedColumn?) -> Bool {
    guard rows.count >= k else { return false }
    guard l > 1, let sensitive else { return true }
    var seen: Set<UInt32> = []
    return rows.contains { row in
      seen.insert(sensitive.codes[row])
      return seen.count >= l
    }
  }

  /// Sorts a part by the first column that can divide it, widest first, and gives where; nil where none can.
  private func split(
    _ rows: inout [Int], _ part: Range<Int>, _ columns: [CodedColumn], _ spans: [Double],
    _ sensitive: CodedColumn?
  ) -> Int? {
    guard part.count >= 2 * k else { return nil }
    let widths = columns.indices.map { place -> Double in
      let (low, high) = Self.bounds(rows[part], columns[place])
      return spans[place] > 0 ? Self.span(columns[place], low, high) / spans[place] : 0
    }
    for place in columns.indices.sorted(by: { (widths[$0], $1) > (widths[$1], $0) })
    where widths[place] > 0 {
      let codes = columns[place].codes
      rows[part].sort { (codes[$0], $0) < (codes[$1], $1) }
      let median = codes[rows[part.lowerBound + part.count / 2]]
      // Equal values stay together: before the median's run, else after it.
      let before = rows[part].firstIndex { codes[$0] >= median } ?? part.lowerBound
      let after = rows[part].firstIndex { codes[$0] > median } ?? part.upperBound
      for middle in [before, after] where middle > part.lowerBound && middle < part.upperBound {
        if isAllowed(rows[part.lowerBound..<middle], sensitive),
          isAllowed(rows[middle..<part.upperBound], sensitive)
        {
          return middle
        }
      }
    }
    return nil
  }

  private func table(
    _ rows: [Int], _ parts: [Range<Int>], _ columns: [CodedColumn], _ spans: [Double]
  ) -> GeneralizedTable {
    var made = columns.map { (name: $0.name, rows: [String](repeating: "", count: rows.count)) }
    var penalty = 0.0
    for part in parts {
      for (place, column) in columns.enumerated() {
        let (low, high) = Self.bounds(rows[part], column)
        let name = Self.name(column, low, high)
        for row in rows[part] { made[place].rows[row] = name }
        if spans[place] > 0 {
          penalty += Self.span(column, low, high) / spans[place] * Double(part.count)
        }
      }
    }
    let loss = InformationLoss(
      cellPenalty: penalty, cells: rows.count * columns.count, sizes: parts.map(\.count),
      suppressedRows: 0)
    return GeneralizedTable(columns: made, keptRows: Array(rows.indices), loss: loss)
  }

  /// One value, or the ends of a range in the column's order.
  private static func name(_ column: CodedColumn, _ low: Int, _ high: Int) -> String {
    let (first, last) = (column.values[low] ?? "", column.values[high] ?? "")
    return low == high ? first : "\(first)..\(last)"
  }
}
