#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

import WritDetection
import WritModel

/// A type that a column may have, with what speaks for it.
struct ColumnCandidate {
  var name: String
  var category: DataCategory
  /// Of all cells, as they are repeated.
  var share: ShareInterval
  /// Of the different ones.
  private(set) var distinctShare: Double
  var needed = ColumnClassifier.neededShare
  /// The column's name speaks of it.
  var isNamed = false
  var isOfCountry = false
  private(set) var terms: [ColumnClassification.Term] = []

  init(_ name: String, _ category: DataCategory, _ cells: ColumnCells, _ hits: Set<Int>) {
    self.name = name
    self.category = category
    share = ShareInterval(hits: cells.rowCount(hits), of: cells.rows)
    distinctShare = Double(hits.count) / Double(max(1, cells.distinct.count))
  }

  /// Asks for no share of the different cells.
  mutating func countsRows() { distinctShare = 1 }

  mutating func add(_ name: String, _ weight: Double) {
    let thousandths = Int((min(max(weight, -20), 20) * 1_000).rounded())
    if thousandths != 0 { terms.append(ColumnClassification.Term(name: name, weight: thousandths)) }
  }

  var odds: Int { terms.reduce(0) { $0 &+ $1.weight } }
  var probability: Int64 { LogOdds.probability(odds) }

  /// Enough of the cells, whichever way they are counted. Of few cells no interval lies above a half: their share alone
  /// decides.
  var isFrequent: Bool {
    share.share >= needed && distinctShare >= min(needed, ColumnClassifier.neededShare) * 0.8
      && (share.bounds.low >= needed || share.count < 20 || !share.straddles(needed)
        || share.share >= needed + 0.1)
  }
}

/// Weights of what all the cells together tell.
enum ColumnEvidence {
  static let grouped = 2.2
  private static let most = 12.0
  /// Of a column's cells so many are of its type where it has one; the rest is dirt.
  private static let cleanShare = 0.9
  /// Cells are not as independent of each other as draws are.
  private static let mostCells = 200.0

  /// How much more probable so many hits are for cells of the type than for random ones.
  static func ratio(hits: Int, of count: Int, _ passing: Double) -> Double {
    guard count > 0 else { return 0 }
    let scale = min(1, mostCells / Double(count))
    let k = Double(hits) * scale
    let rest = Double(count - hits) * scale
    let weight =
      k * log(cleanShare / passing) + rest * log((1 - cleanShare) / (1 - min(passing, 0.99)))
    // Beyond what is proof, the rarer kind is the likelier one.
    return min(max(weight, -most), most) + (weight > 0 ? -log(passing) * 0.1 : 0)
  }

  /// Dates of births reach over generations and end before they begin to be of today.
  static func birthYears(_ cells: ColumnCells, _ hits: [Int]) -> Double {
    let years = hits.compactMap { CellLook.year(cells.distinct[$0].cell) }.sorted()
    guard years.count >= 20 else { return 0 }
    let low = years[years.count / 20]
    let high = years[years.count - 1 - years.count / 20]
    let middle = years[years.count / 2]
    return high - low >= 30 && low >= 1_900 && low <= 1_985 && middle <= 2_002 ? 5 : 0
  }
}
