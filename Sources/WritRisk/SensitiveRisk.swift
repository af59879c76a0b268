#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How much the classes of some columns give away about one sensitive column.
///
/// The definitions are those of pyCANON (Sáinz-Pardo Díaz, López García: A Python library to check the level of anonymity
/// of a dataset, Scientific Data 9, 785, 2022), after the papers that are named at each.
package struct SensitiveRisk: Hashable, Sendable {
  package let column: String
  /// (α,k)-anonymity (Wong et al. 2006): the largest share that one value has in a class.
  package let alpha: Double
  /// ℓ-diversity (Machanavajjhala et al. 2007): the fewest distinct values of a class.
  package let distinctL: Int
  /// e to the smallest entropy of a class; its whole part is entropy ℓ.
  package let entropyL: Double
  /// The smallest whole c of recursive (c,ℓ)-diversity with the distinct ℓ: in each class the most frequent value is rarer
  /// than c times all from the ℓ-th on. Nil where ℓ is 1.
  package let recursiveC: Int?
  /// The same as pyCANON computes it, which counts from the rarest value on instead of from the most frequent.
  package let recursiveCFromRarest: Int?
  /// t-closeness (Li et al. 2007): the largest distance of a class from the whole table; all values equally far apart.
  package let equalT: Double
  /// The same for a column of numbers, neighbors being 1 step apart; nil for others.
  package let orderedT: Double?
  /// δ-disclosure (Brickell, Shmatikov 2008): the largest |ln| of a value's share in a class by its share in the table.
  package let delta: Double
  /// Basic β-likeness (Cao, Karras 2012): the largest relative gain of a value's share.
  package let basicBeta: Double
  /// Enhanced β-likeness: that gain, or for the rarest value −ln of its share, whichever is less.
  package let enhancedBeta: Double

  /// t as pyCANON picks it: ordered for numbers, equal for texts.
  package var t: Double { orderedT ?? equalT }

  package init(_ sensitive: CodedColumn, in classes: EquivalenceClasses) {
    column = sensitive.name
    let spread = Spread(sensitive, rowCount: classes.rowCount)
    var (alpha, entropy, delta, beta) = (0.0, Double.infinity, 0.0, -Double.infinity)
    var (equalT, orderedT) = (0.0, 0.0)
    var distinct = Int.max
    let isOrdered = sensitive.numbers != nil
    let counts = ClassCounts(sensitive, classes)
    counts.forEach { values, size in
      distinct = min(distinct, values.count)
      var (sum, known, difference) = (0.0, 0.0, 0.0)
      for (value, count) in values {
        let (share, whole) = (Double(count) / Double(size), spread.shares[value])
        alpha = max(alpha, share)
        sum -= share * log(share)
        known += whole
        difference += abs(share - whole)
        delta = max(delta, abs(log(share / whole)))
        beta = max(beta, (share - whole) / whole)
      }
      entropy = min(entropy, sum)
      // A value that the class has not differs by its share of the whole.
      equalT = max(equalT, 0.5 * (difference + max(0, 1 - known)))
      if isOrdered { orderedT = max(orderedT, spread.orderedDistance(values, size: size)) }
    }
    let isEmpty = classes.count == 0
    self.alpha = alpha
    distinctL = isEmpty ? 0 : distinct
    entropyL = isEmpty ? 0 : exp(entropy)
    self.equalT = equalT
    self.orderedT = isOrdered ? orderedT : nil
    self.delta = delta
    basicBeta = isEmpty ? 0 : beta
    let rarest = spread.shares.filter { $0 > 0 }.min() ?? 1
    enhancedBeta = min(basicBeta, -log(rarest))
    (recursiveC, recursiveCFromRarest) = Self.recursive(counts, l: distinctL)
  }

  private static func recursive(_ counts: ClassCounts, l: Int) -> (Int?, Int?) {
    guard l > 1 else { return (nil, nil) }
    var (c, fromRarest) = (0, 0)
    counts.forEach { values, _ in
      let rising = values.map(\.count).sorted()
      guard let rarest = rising.first, let most = rising.last, rising.count >= l else { return }
      c = max(c, most / rising.dropLast(l - 1).reduce(0, +) + 1)
      fromRarest = max(fromRarest, rarest / rising.dropFirst(l - 1).reduce(0, +) + 1)
    }
    return (c, fromRarest)
  }
}

/// How often each value of a column stands in each class.
private struct ClassCounts {
  private let codes: [UInt32]
  private let valueCount: Int
  private let rows: [UInt32]
  private let starts: [Int]

  init(_ column: CodedColumn, _ classes: EquivalenceClasses) {
    codes = column.codes
    valueCount = column.values.count
    (rows, starts) = classes.rowsByClass()
  }

  /// Values rising within a class.
  func forEach(_ body: (_ values: [(value: Int, count: Int)], _ size: Int) -> Void) {
    var counts = [Int](repeating: 0, count: valueCount)
    var touched: [Int] = []
    var values: [(value: Int, count: Int)] = []
    for index in starts.indices.dropLast() {
      touched.removeAll(keepingCapacity: true)
      values.removeAll(keepingCapacity: true)
      let range = starts[index]..<starts[index + 1]
      for row in rows[range] {
        let value = Int(codes[Int(row)])
        if counts[value] == 0 { touched.append(value) }
        counts[value] += 1
      }
      touched.sort()
      for value in touched {
        values.append((value, counts[value]))
        counts[value] = 0
      }
      body(values, range.count)
    }
  }
}

/// A column's values in the whole table.
private struct Spread {
  /// Of all rows.
  let shares: [Double]
  /// Shares of all values up to each, and the sums of these.
  private var totals: [Double] = []
  private var sums: [Double] = [0]

  init(_ column: CodedColumn, rowCount: Int) {
    var counts = [Int](repeating: 0, count: column.values.count)
    for code in column.codes { counts[Int(code)] += 1 }
    shares = counts.map { Double($0) / Double(max(1, rowCount)) }
    var before = 0
    for count in counts {
      before += count
      let total = Double(before) / Double(max(1, rowCount))
      totals.append(total)
      sums.append((sums.last ?? 0) + total)
    }
  }

  /// The work to move the class's values to where the table's are: between two values of the class its own total stands
  /// still and the table's rises, so that a run of values takes a look-up, not a walk.
  func orderedDistance(_ values: [(value: Int, count: Int)], size: Int) -> Double {
    guard shares.count > 1 else { return 0 }
    var (distance, seen, from) = (0.0, 0, 0)
    for (value, count) in values {
      distance += run(from..<value, own: Double(seen) / Double(size))
      seen += count
      from = value
    }
    distance += run(from..<shares.count, own: 1)
    return distance / Double(shares.count - 1)
  }

  /// Sum of |own − total| over a run of values.
  private func run(_ range: Range<Int>, own: Double) -> Double {
    guard !range.isEmpty else { return 0 }
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if totals[middle] > own { high = middle } else { low = middle + 1 }
    }
    let below = own * Double(low - range.lowerBound) - (sums[low] - sums[range.lowerBound])
    let above = sums[range.upperBound] - sums[low] - own * Double(range.upperBound - low)
    return below + above
  }
}
