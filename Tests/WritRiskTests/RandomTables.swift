import WritRisk
import WritValues
import _WritTestSupport

/// Small invented tables: quasi-identifiers `age` (numbers), `zip` and `sex` (texts), sensitive
/// `disease` (texts) and `salary` (numbers).
enum RandomTables {
  static let quasiIdentifiers = ["age", "zip", "sex"]
  static let names = quasiIdentifiers + ["disease", "salary"]

  static func rows(
    _ count: Int, missing: Bool = false, _ generator: inout SeededGenerator
  ) -> [[String?]] {
    let ages = Int.random(in: 2...12, using: &generator)
    let zips = Int.random(in: 1...6, using: &generator)
    let diseases = Int.random(in: 1...6, using: &generator)
    let salaries = Int.random(in: 2...20, using: &generator)
    return (0..<count).map { _ in
      var row: [String?] = [
        "\(18 + 3 * Int.random(in: 0..<ages, using: &generator))",
        "z\(100 + 7 * Int.random(in: 0..<zips, using: &generator))",
        Bool.random(using: &generator) ? "f" : "m",
        "d\(min(Int.random(in: 0..<diseases, using: &generator), 4))",
        "\(1000 * Int.random(in: 0..<salaries, using: &generator))",
      ]
      if missing {
        for index in row.indices where Int.random(in: 0..<12, using: &generator) == 0 {
          row[index] = nil
        }
      }
      return row
    }
  }

  static func table(_ rows: [[String?]], names: [String] = names) throws -> RiskTable {
    var builder = try RiskTable.Builder(names: names)
    for row in rows { try builder.append(row) }
    return builder.finish()
  }

  static func rows(of table: RiskTable) -> [[String?]] {
    (0..<table.rowCount).map { row in table.columns.map { $0[row] } }
  }
}

/// The same figures the slow way, straight from the definitions.
struct PlainFigures {
  var sizes: [Int] = []
  var alpha = 0.0
  var l = Int.max
  var tEqual = 0.0
  var tOrdered = 0.0
  var maxLift = 0.0
  var minLift = Double.infinity

  init(_ rows: [[String?]], quasiIdentifiers: [Int], sensitive: Int) {
    var classes: [[String?]: [[String?]]] = [:]
    for row in rows { classes[quasiIdentifiers.map { row[$0] }, default: []].append(row) }
    sizes = classes.values.map(\.count).sorted()
    func number(_ text: String?) -> Double { text.flatMap(Double.init) ?? -1 }
    let values = Set(rows.map { $0[sensitive] }).sorted { number($0) < number($1) }
    func share(_ value: String?, _ rows: [[String?]]) -> Double {
      Double(rows.count { $0[sensitive] == value }) / Double(rows.count)
    }
    let p = values.map { share($0, rows) }
    for members in classes.values {
      let q = values.map { share($0, members) }
      alpha = max(alpha, q.max() ?? 0)
      l = min(l, q.count { $0 > 0 })
      tEqual = max(tEqual, zip(p, q).reduce(0) { $0 + abs($1.0 - $1.1) } / 2)
      var (sum, work) = (0.0, 0.0)
      for (p, q) in zip(p, q) {
        sum += q - p
        work += abs(sum)
        maxLift = max(maxLift, q / p)
        if q > 0 { minLift = min(minLift, q / p) }
      }
      if values.count > 1 { tOrdered = max(tOrdered, work / Double(values.count - 1)) }
    }
  }
}

extension Ratio {
  var double: Double { Double(numerator) / Double(denominator) }
}

extension Decimal {
  var double: Double { Double(millionths) / 1_000_000 }
}

extension RiskOutcome {
  var report: RiskReport? { if case .measured(let report) = self { report } else { nil } }
}

extension GeneralizationOutcome {
  var result: Generalization? { if case .generalized(let result) = self { result } else { nil } }
}
