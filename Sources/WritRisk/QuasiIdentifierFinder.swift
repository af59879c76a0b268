package import WritValues

/// A set of columns and how far it tells rows apart.
package struct QuasiIdentifierCandidate: Hashable, Sendable {
  package let columns: [String]
  package let classes: Int
  /// Rows alone in their class.
  package let uniqueRows: Int
  /// Their share of all rows.
  package let uniqueness: Ratio
  /// The rows of the smallest class.
  package let k: Int
}

/// What the search found.
package struct QuasiIdentifierSearch: Sendable {
  /// The most telling sets first: by unique rows, then classes, then fewer columns.
  package let candidates: [QuasiIdentifierCandidate]
  /// Sets that were measured.
  package let measured: Int
  /// Sets left out since a part of them already tells every row from every other.
  package let implied: Int
}

/// Measures all sets of up to three columns: which of them single people out.
package enum QuasiIdentifierFinder {
  /// More sets than this are refused rather than begun.
  package static let maximumSubsets = 20_000

  /// - Parameters:
  ///   - names: the columns to look at; nil for all.
  ///   - size: columns in a set at most, 1 to 3.
  ///   - limit: candidates to give back.
  /// - Returns: nil where the table has no rows: there is nothing to tell.
  package static func search(
    _ table: RiskTable, columns names: [String]? = nil, size: Int = 3, limit: Int = 20
  ) throws(RiskProblem) -> QuasiIdentifierSearch? {
    var columns = table.columns
    if let names {
      columns = []
      for name in names { columns.append(try table.column(name)) }
    }
    if columns.isEmpty { throw .noQuasiIdentifiers }
    let size = max(1, min(3, size))
    let sets = subsets(of: columns.count, upTo: size)
    guard sets <= maximumSubsets else { throw .tooManySubsets(sets, limit: maximumSubsets) }
    if table.rowCount == 0 { return nil }
    var walk = Walk(columns: columns, rows: table.rowCount, size: size)
    walk.extend([], EquivalenceClasses(rowCount: table.rowCount), from: 0)
    let ranked = walk.found.sorted(by: Walk.isMoreTelling)
    return QuasiIdentifierSearch(
      candidates: ranked.prefix(max(0, limit)).map(walk.candidate), measured: walk.found.count,
      implied: sets - walk.found.count)
  }

  private static func subsets(of count: Int, upTo size: Int) -> Int {
    var (total, sets) = (0, 1)
    for picked in 1...size {
      sets = sets.multipliedReportingOverflow(by: max(0, count - picked + 1)).partialValue / picked
      total += sets
      if total > maximumSubsets { break }
    }
    return total
  }
}

/// Goes through the sets, each with the classes of its first columns at hand.
private struct Walk {
  struct Found {
    var columns: [Int]
    var classes: Int
    var unique: Int
    var k: Int
  }

  let columns: [RiskColumn]
  let rows: Int
  let size: Int
  var found: [Found] = []
  private var identifying: [[Int]] = []

  init(columns: [RiskColumn], rows: Int, size: Int) {
    self.columns = columns
    self.rows = rows
    self.size = size
  }

  /// At most three deep. Sets of fewer columns first, so that what they imply is left out.
  mutating func extend(_ set: [Int], _ classes: EquivalenceClasses, from: Int) {
    for wanted in 1...size { visit(set, classes, from: from, wanted: wanted) }
  }

  private mutating func visit(
    _ set: [Int], _ classes: EquivalenceClasses, from: Int, wanted: Int
  ) {
    for index in from..<columns.count where columns.count - index >= wanted - set.count {
      let larger = set + [index]
      if identifying.contains(where: { $0.allSatisfy(larger.contains) }) { continue }
      var finer = classes
      finer.split(by: columns[index].codes, codeCount: columns[index].dictionary.codeCount)
      if larger.count < wanted {
        visit(larger, finer, from: index + 1, wanted: wanted)
        continue
      }
      let sizes = finer.sizes
      let unique = sizes.count { $0 == 1 }
      found.append(
        Found(columns: larger, classes: finer.count, unique: unique, k: sizes.min() ?? 0))
      if unique == rows { identifying.append(larger) }
    }
  }

  static func isMoreTelling(_ one: Found, _ other: Found) -> Bool {
    if one.unique != other.unique { return one.unique > other.unique }
    if one.classes != other.classes { return one.classes > other.classes }
    if one.columns.count != other.columns.count { return one.columns.count < other.columns.count }
    return one.columns.lexicographicallyPrecedes(other.columns)
  }

  func candidate(_ found: Found) -> QuasiIdentifierCandidate {
    QuasiIdentifierCandidate(
      columns: found.columns.map { columns[$0].name }, classes: found.classes,
      uniqueRows: found.unique,
      uniqueness: Ratio(numerator: Int128(found.unique), denominator: Int128(max(1, rows))),
      k: found.k)
  }
}
