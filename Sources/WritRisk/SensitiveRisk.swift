package import WritValues

/// What the equivalence classes give away about one sensitive column.
///
/// `p` is a value's share of all rows, `q` its share of a class. Everything is exact but what needs
/// a logarithm; that is rounded to a millionth.
package struct SensitiveRisk: Sendable {
  package let column: RiskColumnProfile
  /// Whether `t` uses the ordered distance.
  package let isOrdered: Bool
  /// (α,k): the largest share one value has of a class.
  package let alpha: Ratio
  /// Fewest distinct values in a class.
  package let distinctL: Int
  /// `exp` of the smallest entropy of a class.
  package let entropyL: Decimal
  /// Recursive (c,l) at `l`; nil where `l` is 1, for which it is not defined.
  package let recursive: RecursiveDiversity?
  /// The largest distance of a class's distribution from that of all rows, 0 to 1.
  package let t: Ratio
  /// The largest |ln(q / p)| of a value that occurs in the class.
  package let delta: Decimal
  /// The largest (q - p) / p.
  package let basicBeta: Ratio
  /// The lesser of basic β and -ln p of the rarest value.
  package let enhancedBeta: Decimal
}

/// Recursive (c,l)-diversity: in every class the most frequent value occurs less than `c` times as
/// often as the `l`-th, the next and so on together (Machanavajjhala et al. 2007).
package struct RecursiveDiversity: Hashable, Sendable {
  package let l: Int
  /// The least whole number that will do.
  package let c: Int
  /// The same count with the values of a class taken from the rarest up, as pyCANON does; 1 or 2.
  package let cFromRarest: Int
}

/// A sensitive column with the classes it is measured in.
struct SensitiveMeasurement {
  let column: RiskColumn
  let order: ValueOrder
  let members: ClassMembers

  var risk: SensitiveRisk {
    let ranked = RankedColumn(column, order: order)
    let global = GlobalDistribution(counts: ranked.counts)
    var counts = ClassCounts(column: column, ranked: ranked)
    var worst = WorstClass(isOrdered: ranked.isOrdered)
    for index in 0..<members.count {
      counts.load(members[index])
      worst.take(counts, global)
    }
    return SensitiveRisk(
      column: column.profile, isOrdered: ranked.isOrdered, alpha: worst.alpha,
      distinctL: worst.distinct, entropyL: Millionths.rounded(Millionths.exp(worst.entropy)),
      recursive: recursive(l: worst.distinct, ranked), t: worst.distance(global),
      delta: Millionths.rounded(worst.delta(global)), basicBeta: worst.basicBeta(global),
      enhancedBeta: worst.enhancedBeta(global))
  }

  /// Recursive diversity at an `l` that no class falls below; nil at 1.
  func recursive(l: Int) -> RecursiveDiversity? {
    recursive(l: l, RankedColumn(column, order: order))
  }

  private func recursive(l: Int, _ ranked: RankedColumn) -> RecursiveDiversity? {
    if l < 2 { return nil }
    var counts = ClassCounts(column: column, ranked: ranked)
    var search = RecursiveSearch(l: l)
    for index in 0..<members.count {
      counts.load(members[index])
      search.take(counts)
    }
    return search.result
  }
}

/// How often each value occurs in all rows.
struct GlobalDistribution {
  let counts: [Int]
  let rows: Int
  /// Rows of all ranks below; one entry more than there are ranks.
  let below: [Int]
  /// Sums of `below[1...]`: how the ordered distance skips ranks that a class lacks.
  let belowSums: [Int]

  init(counts: [Int]) {
    self.counts = counts
    var below = [0]
    var sums = [0]
    below.reserveCapacity(counts.count + 1)
    sums.reserveCapacity(counts.count + 1)
    var (total, sum) = (0, 0)
    for count in counts {
      // At most 2³¹ rows of at most 2³¹ values: both fit.
      total &+= count
      sum &+= total
      below.append(total)
      sums.append(sum)
    }
    rows = total
    self.below = below
    belowSums = sums
  }
}

/// How often each value occurs in one class; only the values that do are touched.
struct ClassCounts {
  private(set) var rows = 0
  /// Ranks that occur, ascending.
  private(set) var ranks: [Int32] = []
  private var counts: [UInt32]
  private let codes: [UInt32]
  private let rankOf: [UInt32]

  init(column: RiskColumn, ranked: RankedColumn) {
    codes = column.codes
    rankOf = ranked.rankOf
    counts = Array(repeating: 0, count: ranked.counts.count)
  }

  subscript(rank: Int32) -> Int { Int(counts[Int(rank)]) }

  mutating func load(_ members: ArraySlice<UInt32>) {
    for rank in ranks { counts[Int(rank)] = 0 }
    ranks.removeAll(keepingCapacity: true)
    rows = members.count
    for row in members {
      let rank = Int(rankOf[Int(codes[Int(row)])])
      if counts[rank] == 0 { ranks.append(Int32(truncatingIfNeeded: rank)) }
      counts[rank] &+= 1
    }
    if ranks.count > 1 { ranks.sort() }
  }
}

/// The largest of every measure over the classes seen, kept as counts so that nothing is rounded
/// before the comparison.
private struct WorstClass {
  let isOrdered: Bool
  var distinct = Int.max
  var entropy = Double.infinity
  private var most = Quotient(above: 0, below: 1)
  private var far = Quotient(above: 0, below: 1)
  private var highLift = Quotient(above: 0, below: 1)
  private var lowLift: Quotient?

  init(isOrdered: Bool) { self.isOrdered = isOrdered }

  mutating func take(_ counts: ClassCounts, _ global: GlobalDistribution) {
    let rows = counts.rows
    var largest = 0
    var logs = 0.0
    for rank in counts.ranks {
      let count = counts[rank]
      largest = max(largest, count)
      if count > 1 { logs += Double(count) * Millionths.log(Double(count)) }
      let lift = Quotient(
        above: Int128(count), below: Int128(global.counts[Int(rank)]) * Int128(rows))
      if highLift < lift { highLift = lift }
      if lowLift.map({ lift < $0 }) ?? true { lowLift = lift }
    }
    distinct = min(distinct, counts.ranks.count)
    let share = Quotient(above: Int128(largest), below: Int128(rows))
    if most < share { most = share }
    entropy = min(entropy, Millionths.log(Double(rows)) - logs / Double(rows))
    let work = isOrdered ? orderedWork(counts, global) : equalWork(counts, global)
    let distance = Quotient(above: work, below: Int128(rows))
    if far < distance { far = distance }
  }

  var alpha: Ratio { most.ratio }

  func distance(_ global: GlobalDistribution) -> Ratio {
    let steps = isOrdered ? max(1, global.counts.count - 1) : 1
    return Ratio(
      numerator: far.above, denominator: far.below * Int128(global.rows) * Int128(steps))
  }

  func basicBeta(_ global: GlobalDistribution) -> Ratio {
    Ratio(
      numerator: highLift.above * Int128(global.rows) - highLift.below,
      denominator: highLift.below)
  }

  func delta(_ global: GlobalDistribution) -> Double {
    let low = lowLift.map { -Millionths.log($0.times(global.rows)) } ?? 0
    return max(0, Millionths.log(highLift.times(global.rows)), low)
  }

  func enhancedBeta(_ global: GlobalDistribution) -> Decimal {
    let rarest = global.counts.min() ?? global.rows
    let bound = Millionths.rounded(
      Millionths.log(Double(global.rows)) - Millionths.log(Double(rarest)))
    return min(basicBeta(global).rounded ?? bound, bound)
  }

  /// Half of Σ|q - p|, times the rows of the class and of the table: the rows that would have to
  /// change their value.
  private func equalWork(_ counts: ClassCounts, _ global: GlobalDistribution) -> Int128 {
    var work = 0
    for rank in counts.ranks {
      let more = counts[rank] &* global.rows &- global.counts[Int(rank)] &* counts.rows
      // A class that has more than its share of some values has less of others, by as much.
      if more > 0 { work &+= more }
    }
    return Int128(work)
  }

  /// Σ|Σ(q - p)| over the ranks, times the rows of the class and of the table. Between two ranks of
  /// the class the inner sum only falls, so that it changes its sign once.
  private func orderedWork(_ counts: ClassCounts, _ global: GlobalDistribution) -> Int128 {
    var work: Int128 = 0
    var seen = 0
    var from = 0
    for rank in counts.ranks {
      work += Self.run(from..<Int(rank), seen: seen, counts.rows, global)
      from = Int(rank)
      seen &+= counts[rank]
    }
    return work + Self.run(from..<global.counts.count, seen: seen, counts.rows, global)
  }

  private static func run(
    _ ranks: Range<Int>, seen: Int, _ rows: Int, _ global: GlobalDistribution
  ) -> Int128 {
    if ranks.isEmpty { return 0 }
    let level = seen &* global.rows
    // The first rank whose rows so far, scaled to the class, are more than the class has.
    var (low, high) = (ranks.lowerBound, ranks.upperBound)
    while low < high {
      let middle = (low &+ high) / 2
      if global.below[middle &+ 1] &* rows > level { high = middle } else { low = middle &+ 1 }
    }
    func sum(_ part: Range<Int>) -> Int128 {
      Int128(part.count) * Int128(level)
        - Int128(rows)
        * Int128(global.belowSums[part.upperBound] &- global.belowSums[part.lowerBound])
    }
    return sum(ranks.lowerBound..<low) - sum(low..<ranks.upperBound)
  }
}

/// The least `c` of recursive diversity.
private struct RecursiveSearch {
  let l: Int
  private var c = 1
  private var fromRarest = 1

  init(l: Int) { self.l = l }

  var result: RecursiveDiversity { RecursiveDiversity(l: l, c: c, cFromRarest: fromRarest) }

  mutating func take(_ counts: ClassCounts) {
    let sorted = counts.ranks.map { counts[$0] }.sorted()
    guard sorted.count >= l, let rarest = sorted.first, let most = sorted.last else { return }
    let tail = sorted.dropLast(l - 1).reduce(0, &+)
    c = max(c, most / tail &+ 1)
    let rest = sorted.dropFirst(l - 1).reduce(0, &+)
    fromRarest = max(fromRarest, rarest / rest &+ 1)
  }
}

/// A quotient of counts, compared exactly.
private struct Quotient {
  var above: Int128
  var below: Int128

  static func < (one: Quotient, other: Quotient) -> Bool {
    one.above * other.below < other.above * one.below
  }

  var ratio: Ratio { Ratio(numerator: above, denominator: below) }

  func times(_ factor: Int) -> Double { Double(above * Int128(factor)) / Double(below) }
}
