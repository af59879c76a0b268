import Testing
import WritValues
import _WritTestSupport

@testable import WritRisk

@Suite("Risk: what holds for every table") struct RiskPropertyTests {
  @Test(arguments: 0..<40)
  func `figures agree with the definitions taken literally`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let rows = RandomTables.rows(
      Int.random(in: 1...120, using: &generator), missing: seed % 2 == 0, &generator)
    let table = try RandomTables.table(rows)
    let report = try #require(
      try RiskReport.measure(
        table, quasiIdentifiers: RandomTables.quasiIdentifiers,
        sensitive: [.init("disease"), .init("salary")]
      ).report)
    for (index, risk) in report.sensitive.enumerated() {
      let plain = PlainFigures(rows, quasiIdentifiers: [0, 1, 2], sensitive: 3 + index)
      #expect(report.k == plain.sizes[0])
      #expect(report.smallestClasses == Array(plain.sizes.prefix(10)))
      #expect(report.reidentification.uniqueRows == plain.sizes.count { $0 == 1 })
      #expect(risk.distinctL == plain.l)
      #expect(abs(risk.alpha.double - plain.alpha) < 1e-9)
      #expect(abs(risk.t.double - (risk.isOrdered ? plain.tOrdered : plain.tEqual)) < 1e-9)
      #expect(abs(risk.basicBeta.double - (plain.maxLift - 1)) < 1e-9)
      #expect(risk.isOrdered == (index == 1) || rows.allSatisfy { $0[4] == nil })
    }
  }

  /// More values than the classes have rows: the ordered distance skips most ranks.
  @Test func `ordered distance over sparse classes`() throws {
    var generator = SeededGenerator(seed: 77)
    let rows: [[String?]] = (0..<400).map { _ in
      [
        "\(Int.random(in: 0..<60, using: &generator))",
        "\(Int.random(in: 0..<3000, using: &generator))",
      ]
    }
    let table = try RandomTables.table(rows, names: ["zip", "salary"])
    let report = try #require(
      try RiskReport.measure(table, quasiIdentifiers: ["zip"], sensitive: [.init("salary")]).report)
    let plain = PlainFigures(rows, quasiIdentifiers: [0], sensitive: 1)
    #expect(abs((report.t?.double ?? -1) - plain.tOrdered) < 1e-9)
  }

  @Test(arguments: 0..<20)
  func `raising a level never lowers k or l`(seed: Int) throws {
    var generator = SeededGenerator(seed: 1000 + UInt64(seed))
    let table = try RandomTables.table(RandomTables.rows(60, missing: true, &generator))
    let hierarchies = try [
      Hierarchy(table.columns[0], .intervals(widths: [Decimal(6), Decimal(12)].compactMap { $0 })),
      Hierarchy(table.columns[1], .prefixes(keep: [3, 2])),
      Hierarchy(table.columns[2], .suppression),
    ]
    func figures(_ levels: [Int]) throws -> (k: Int, l: Int) {
      let rows = (0..<table.rowCount).map { row in
        hierarchies.indices.map {
          hierarchies[$0].label(table.columns[$0].codes[row], level: levels[$0])
        }
          + [table.columns[3][row], table.columns[4][row]]
      }
      let report = try #require(
        try RiskReport.measure(
          RandomTables.table(rows), quasiIdentifiers: RandomTables.quasiIdentifiers,
          sensitive: [.init("disease")]
        ).report)
      return (report.k, report.distinctL ?? 0)
    }
    var levels = [0, 0, 0]
    var before = try figures(levels)
    while let index = levels.indices.filter({ levels[$0] + 1 < hierarchies[$0].levelCount })
      .randomElement(using: &generator)
    {
      levels[index] += 1
      let after = try figures(levels)
      #expect(after.k >= before.k)
      #expect(after.l >= before.l)
      before = after
    }
    #expect(before.k == table.rowCount)
  }

  @Test(arguments: 0..<10)
  func `the order of rows changes nothing`(seed: Int) throws {
    var generator = SeededGenerator(seed: 2000 + UInt64(seed))
    let rows = RandomTables.rows(80, missing: true, &generator)
    let sensitive = [SensitiveColumn("disease"), SensitiveColumn("salary")]
    func lines(_ rows: [[String?]]) throws -> [RiskLine]? {
      try RiskReport.measure(
        RandomTables.table(rows), quasiIdentifiers: RandomTables.quasiIdentifiers,
        sensitive: sensitive
      ).report?.lines
    }
    let lines1 = try lines(rows)
    #expect(lines1 != nil)
    #expect(try lines1 == lines(rows.shuffled(using: &generator)))
  }

  @Test(arguments: 0..<10)
  func `a table is its own population`(seed: Int) throws {
    var generator = SeededGenerator(seed: 3000 + UInt64(seed))
    let table = try RandomTables.table(RandomTables.rows(70, missing: true, &generator))
    let report = try #require(
      try RiskReport.measure(
        table, quasiIdentifiers: RandomTables.quasiIdentifiers, population: table
      ).report)
    let figures = try #require(report.population?.figures)
    #expect(figures.kMap == report.k)
    #expect(figures.journalist == report.reidentification.prosecutor)
    #expect(figures.marketer == report.reidentification.marketer.rounded)
    #expect(figures.populationUniqueRows == report.reidentification.uniqueRows)
  }

  @Test(arguments: 0..<10)
  func `the finder measures every set of up to three columns`(seed: Int) throws {
    var generator = SeededGenerator(seed: 4000 + UInt64(seed))
    let rows = RandomTables.rows(30, missing: true, &generator)
    let search = try #require(
      try QuasiIdentifierFinder.search(RandomTables.table(rows), limit: 100))
    #expect(search.measured + search.implied == 5 + 10 + 10)
    #expect(search.measured == search.candidates.count)
    for candidate in search.candidates {
      let indices = candidate.columns.compactMap { RandomTables.names.firstIndex(of: $0) }
      let plain = PlainFigures(rows, quasiIdentifiers: indices, sensitive: 3)
      #expect(candidate.classes == plain.sizes.count)
      #expect(candidate.uniqueRows == plain.sizes.count { $0 == 1 })
      #expect(candidate.k == plain.sizes[0])
    }
    for (one, other) in zip(search.candidates, search.candidates.dropFirst()) {
      #expect(one.uniqueRows >= other.uniqueRows)
    }
  }

  @Test func `a key makes the sets around it superfluous`() throws {
    let table = try RiskTable(columns: [
      ("id", ["1", "2", "3", "4"]), ("a", ["x", "x", "y", "y"]), ("b", ["u", "v", "u", "v"]),
      ("c", ["x", "x", "x", "x"]),
    ])
    let search = try #require(try QuasiIdentifierFinder.search(table))
    #expect(search.candidates.prefix(2).map(\.columns) == [["id"], ["a", "b"]])
    #expect(search.candidates[1].uniqueness == Ratio(1))
    // Three sets of two and three of three columns have `id`, `a b c` has `a b`.
    #expect(search.implied == 7)
    #expect(search.measured == 7)
  }

  /// Cells, rules and files of random bytes: refused or measured, never a crash.
  @Test(arguments: 0..<30)
  func `nothing breaks on any text`(seed: Int) throws {
    var generator = SeededGenerator(seed: 7000 + UInt64(seed))
    let alphabet = Array("019-.:;,\"*eT \n\u{0}\u{301}é".unicodeScalars)
    func text() -> String {
      var scalars = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...12, using: &generator) {
        alphabet.randomElement(using: &generator).map { scalars.append($0) }
      }
      return String(scalars)
    }
    let rows: [[String?]] = (0..<40).map { _ in (0..<3).map { $0 == 0 ? "1" : text() } }
    let table = try RandomTables.table(rows, names: ["a", "b", "c"])
    for order in ValueOrder.allCases {
      let outcome = try RiskReport.measure(
        table, quasiIdentifiers: ["a"], sensitive: [.init("b", order: order), .init("c")],
        population: table)
      let report = try #require(outcome.report)
      #expect(report.k == 40)
      // A single class is distributed as all rows are.
      #expect(report.t == Ratio(0))
      #expect(report.lines.count > 20)
    }
    let mondrian = try Generalizer.mondrian(
      table, quasiIdentifiers: ["b", "c"], goal: .init(k: 3))
    #expect(mondrian.result?.table.rowCount == 40)
    for name in ["intervals:", "prefixes:", "dates:", ""] {
      _ = HierarchyRule(parsing: name + text())
    }
    _ = try? HierarchyFile(parsing: text())
    let rules: [HierarchyRule] = [
      .intervals(widths: [Decimal(millionths: 3)], from: Decimal(millionths: -5)), .dates([.year]),
      .prefixes(keep: [3, 1]),
    ]
    for rule in rules { _ = try? Hierarchy(table.columns[2], rule) }
  }

  @Test func `too many sets are refused before they are begun`() throws {
    let table = try RiskTable(columns: (0..<60).map { ("c\($0)", ["1"]) })
    #expect(throws: RiskProblem.self) { try QuasiIdentifierFinder.search(table) }
    #expect(throws: Never.self) { try QuasiIdentifierFinder.search(table, size: 2) }
  }
}
