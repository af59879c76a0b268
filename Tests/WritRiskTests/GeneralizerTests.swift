import Testing
import WritRisk
import _WritTestSupport

@Suite struct GeneralizerTests {
  private func zipHierarchy(_ column: CodedColumn) throws -> Hierarchy {
    var rows: [String: [String]] = [:]
    for value in column.values.compactMap({ $0 }) {
      rows[value] = ["\(value.prefix(3))*", "*"]
    }
    return try Hierarchy(column, rows: rows)
  }

  private func k(_ table: GeneralizedTable) -> Int {
    EquivalenceClasses(table.columns.map { CodedColumn($0.name, $0.rows) }).sizes.min() ?? 0
  }

  // MARK: Lattice

  /// The best of all nodes, found by looking at each.
  @Test(
    arguments: [(21, 2, 0.0), (22, 3, 0.0), (23, 5, 0.05), (24, 12, 0.0), (25, 4, 0.2)]
      as [(UInt64, Int, Double)])
  func theLatticeFindsTheBestNode(_ seed: UInt64, _ k: Int, _ suppression: Double) throws {
    let table = RandomTable(seed: seed, rows: 150)
    let columns = table.quasiIdentifiers
    let hierarchies = [
      try Hierarchy(
        columns[0],
        rows: [
          "20": ["20-39", "*"], "30": ["20-39", "*"], "40": ["40-59", "*"], "50": ["40-59", "*"],
        ]),
      try zipHierarchy(columns[1]), try Hierarchy(allOrNothing: columns[2]),
    ]
    let result = try LatticeGeneralizer(k: k, suppression: suppression)
      .generalize(columns, by: hierarchies)
    #expect(result.nodeCount == 18 && result.visited <= 18)
    #expect(self.k(result.table) >= k)
    #expect(result.table.loss.suppressedRows <= Int(150 * suppression))
    #expect(result.table.keptRows.count + result.table.loss.suppressedRows == 150)
    // The same by names, one node after the other.
    func name(_ place: Int, _ level: Int, _ value: String) -> String {
      switch (place, level) {
      case (_, 0): value
      case (0, 1): (Int(value) ?? 0) < 40 ? "20-39" : "40-59"
      case (1, 1): "\(value.prefix(3))*"
      default: "*"
      }
    }
    let weights: [[Double]] = [[0, 1.0 / 3, 1], [0, 1, 1], [0, 1]]
    var best = Double.infinity
    for age in 0..<3 {
      for zip in 0..<3 {
        for sex in 0..<2 {
          let node = [age, zip, sex]
          var groups: [[String]: Int] = [:]
          for row in table.rows {
            groups[(0..<3).map { name($0, node[$0], row[$0]) }, default: 0] += 1
          }
          let suppressed = groups.values.filter { $0 < k }.reduce(0, +)
          guard suppressed <= Int(150 * suppression) else { continue }
          let penalty = (0..<3).reduce(0) { $0 + weights[$1][node[$1]] }
          best = min(best, (Double(150 - suppressed) * penalty + Double(3 * suppressed)) / 450)
        }
      }
    }
    #expect(abs(result.table.loss.ncp - best) < 1e-9)
  }

  @Test func whatCanNotBeDoneIsSaid() throws {
    let column = CodedColumn("a", ["x", "y"])
    let hierarchy = try Hierarchy(allOrNothing: column)
    #expect(throws: LatticeGeneralizer.Problem.impossible) {
      try LatticeGeneralizer(k: 3).generalize([column], by: [hierarchy])
    }
    #expect(throws: LatticeGeneralizer.Problem.mismatch) {
      try LatticeGeneralizer(k: 1).generalize([column], by: [])
    }
    let many = Array(repeating: column, count: 20)
    #expect(throws: LatticeGeneralizer.Problem.self) {
      try LatticeGeneralizer(k: 1).generalize(many, by: Array(repeating: hierarchy, count: 20))
    }
    #expect(throws: Hierarchy.Problem.missing(value: "y")) {
      try Hierarchy(column, rows: ["x": ["*"]])
    }
    #expect(throws: Hierarchy.Problem.self) { try Hierarchy(column, rows: ["x": ["*"], "y": []]) }
    #expect(throws: Hierarchy.Problem.divides(level: 2, value: "y")) {
      try Hierarchy(column, rows: ["x": ["g", "1"], "y": ["g", "2"]])
    }
  }

  @Test func nothingIsLostWhereNothingHasTo() throws {
    let column = CodedColumn("a", ["x", "x", "y", "y"])
    let result = try LatticeGeneralizer(k: 2).generalize(
      [column], by: [Hierarchy(allOrNothing: column)])
    #expect(
      result.levels == [0] && result.table.loss.ncp == 0 && result.table.loss.discernibility == 8)
    #expect(result.table.columns[0].rows == ["x", "x", "y", "y"])
  }

  // MARK: Mondrian

  @Test(arguments: [2, 5, 20], [1, 2, 3])
  func everyPartHasRowsAndValues(_ k: Int, _ l: Int) throws {
    var generator = SeededGenerator(seed: UInt64(k * 10 + l))
    let rows = 400
    let columns = [
      CodedColumn(
        "age", (0..<rows).map { _ in String(Int.random(in: 18...90, using: &generator)) }),
      CodedColumn(
        "zip", (0..<rows).map { _ in String(Int.random(in: 10_000...10_400, using: &generator)) }),
      CodedColumn(
        "city", (0..<rows).map { _ in ["Bonn", "Cork", "Lyon"].randomElement(using: &generator) }),
    ]
    let sensitive = CodedColumn(
      "ill", (0..<rows).map { _ in String(Int.random(in: 0...3, using: &generator)) })
    let table = try #require(
      MondrianGeneralizer(k: k, l: l).generalize(columns, sensitive: sensitive))
    let classes = EquivalenceClasses(table.columns.map { CodedColumn($0.name, $0.rows) })
    #expect(classes.sizes.allSatisfy { $0 >= k } && table.keptRows.count == rows)
    #expect(SensitiveRisk(sensitive, in: classes).distinctL >= l)
    #expect(k > 5 || classes.count > 10)
    #expect(table.loss.ncp > 0 && table.loss.ncp < 1)
    #expect(table.loss.discernibility <= Double(rows * rows))
    // Every value lies in the range it became.
    for row in 0..<rows {
      let age = try #require(Int(columns[0].values[Int(columns[0].codes[row])] ?? ""))
      let ends = table.columns[0].rows[row].split(separator: ".").compactMap { Int($0) }
      #expect(ends.first ?? 999 <= age && age <= ends.last ?? 0)
    }
  }

  @Test func tooSmallATableIsRefused() {
    let column = CodedColumn("a", ["x", "y"])
    #expect(MondrianGeneralizer(k: 3).generalize([column]) == nil)
    #expect(
      MondrianGeneralizer(k: 2, l: 2).generalize([column], sensitive: CodedColumn("s", ["1", "1"]))
        == nil)
    #expect(MondrianGeneralizer(k: 2).generalize([column])?.columns[0].rows == ["x..y", "x..y"])
  }
}
