import Testing
import WritValues
import _WritTestSupport

@testable import WritRisk

@Suite("Risk: making tables coarser") struct GeneralizerTests {
  static let rules: [GeneralizedColumn] = [
    .init("age", .intervals(widths: [Decimal(6), Decimal(12)].compactMap { $0 })),
    .init("zip", .prefixes(keep: [3, 2])),
    .init("sex", .suppression),
  ]

  @Test func `a lattice by hand`() throws {
    let table = try RiskTable(columns: [
      ("age", ["21", "24", "35", "38"]), ("zip", ["50667", "50668", "50667", "50669"]),
      ("disease", ["x", "y", "x", "z"]),
    ])
    let result = try #require(
      try Generalizer.lattice(
        table,
        quasiIdentifiers: [
          .init("age", .intervals(widths: [Decimal(10)].compactMap { $0 })),
          .init("zip", .prefixes(keep: [4])),
        ], goal: .init(k: 2)
      ).result)
    #expect(result.levels == [1, 1])
    #expect(
      RandomTables.rows(of: result.table) == [
        ["[20,30)", "5066*", "x"], ["[20,30)", "5066*", "y"], ["[30,40)", "5066*", "x"],
        ["[30,40)", "5066*", "z"],
      ])
    // Two of four ages merged, three of three zips.
    #expect(result.loss.ncp == Decimal(millionths: 750_000))
    #expect(result.loss.discernibility == 8)
    #expect(result.loss.averageClassSize == Ratio(2))
    #expect(result.loss.averageClassSizeByK == Ratio(1))
    #expect(result.suppressedRows.isEmpty)
  }

  @Test func `leaving out one row may keep the others sharp`() throws {
    let table = try RiskTable(columns: [("zip", ["1", "1", "1", "2", "2", "2", "9"])])
    func result(_ limit: Int64) throws -> Generalization? {
      try Generalizer.lattice(
        table, quasiIdentifiers: [.init("zip", .suppression)], goal: .init(k: 3),
        suppressionLimit: Decimal(millionths: limit)
      ).result
    }
    // One of seven is more than 14 %.
    #expect(try result(140_000)?.levels == [1])
    let kept = try #require(try result(150_000))
    #expect(kept.levels == [0])
    #expect(kept.suppressedRows == [6])
    #expect(kept.keptRows == [0, 1, 2, 3, 4, 5])
    #expect(kept.table.rowCount == 6)
    #expect(kept.loss.ncp == Decimal(millionths: 142_857))
    #expect(kept.loss.discernibility == 9 + 9 + 7)
  }

  @Test func `of equal losses the one that keeps more rows`() throws {
    let table = try RiskTable(columns: [("zip", ["1", "2", "3"])])
    let result = try #require(
      try Generalizer.lattice(
        table, quasiIdentifiers: [.init("zip", .suppression)], goal: .init(k: 3),
        suppressionLimit: Decimal(millionths: 1_000_000)
      ).result)
    #expect(result.suppressedRows.isEmpty)
    #expect(result.levels == [1])
    #expect(
      result.lines.map { "\($0.key.rawValue)\($0.column.map { " \($0)" } ?? "") = \($0.figure)" }
        == [
          "kept_rows = 3", "suppressed_rows = 0", "classes = 1", "ncp = 1", "discernibility = 9",
          "average_class_size = 3", "average_class_size_by_k = 1", "level zip = 1",
        ])
  }

  @Test func `equal numbers are one sensitive value here too`() throws {
    let table = try RiskTable(columns: [("zip", ["1", "1"]), ("salary", ["5", "5.0"])])
    let goal = GeneralizationGoal(k: 2, l: 2, sensitive: ["salary"])
    guard case .outOfReach = try Generalizer.mondrian(table, quasiIdentifiers: ["zip"], goal: goal)
    else {
      Issue.record("l of 2 from one salary")
      return
    }
  }

  @Test(arguments: 0..<40)
  func `the lattice finds what trying everything finds`(seed: Int) throws {
    var generator = SeededGenerator(seed: 5000 + UInt64(seed))
    let rows = RandomTables.rows(
      Int.random(in: 6...50, using: &generator), missing: seed % 3 == 0, &generator)
    let table = try RandomTables.table(rows)
    let limit = [0, 50_000, 200_000][seed % 3]
    let goal = GeneralizationGoal(
      k: Int.random(in: 2...5, using: &generator), l: 1 + seed % 2, sensitive: ["disease"])
    let least: LossMeasure = seed % 4 < 2 ? .ncp : .discernibility
    let outcome = try Generalizer.lattice(
      table, quasiIdentifiers: Self.rules, goal: goal,
      suppressionLimit: Decimal(millionths: Int64(limit)), least: least)
    let trials = try Trials(table, goal, allowed: rows.count * limit / 1_000_000)
    guard let result = outcome.result else {
      #expect(trials.reached.isEmpty)
      return
    }
    switch least {
    case .ncp:
      let best = try #require(trials.reached.map(\.ncp).min())
      #expect(abs(result.loss.ncp.double - best) < 2e-6)
    case .discernibility:
      #expect(
        try result.loss.discernibility == Int128(#require(trials.reached.map(\.squares).min())))
    }
    let chosen = try #require(trials.reached.first { $0.levels == result.levels })
    #expect(chosen.suppressed == result.suppressedRows.count)
    #expect(result.keptRows.count + result.suppressedRows.count == rows.count)
    #expect(result.keptRows.count == result.table.rowCount)
    try Self.expectReached(result, goal)
  }

  @Test(arguments: 0..<40)
  func `Mondrian's classes reach the goal`(seed: Int) throws {
    var generator = SeededGenerator(seed: 6000 + UInt64(seed))
    let rows = RandomTables.rows(
      Int.random(in: 6...200, using: &generator), missing: seed % 3 == 0, &generator)
    let table = try RandomTables.table(rows)
    let goal = GeneralizationGoal(
      k: Int.random(in: 2...5, using: &generator), l: 1 + seed % 2, sensitive: ["disease"])
    let outcome = try Generalizer.mondrian(
      table, quasiIdentifiers: RandomTables.quasiIdentifiers, goal: goal,
      hierarchies: seed % 4 < 2 ? [] : Array(Self.rules.dropFirst()))
    guard let result = outcome.result else {
      #expect(Set(rows.map { $0[3] }).count < goal.l || rows.count < goal.k)
      return
    }
    try Self.expectReached(result, goal)
    #expect(result.table.rowCount == rows.count)
    #expect(result.suppressedRows.isEmpty)
    #expect((0...1_000_000).contains(result.loss.ncp.millionths))
    // Every cell still tells the truth, and what is not to be hidden is untouched.
    for (row, cells) in RandomTables.rows(of: result.table).enumerated() {
      #expect(Array(cells[3...]) == Array(rows[row][3...]))
      #expect(Self.covers(cells[0], number: rows[row][0]))
    }
  }

  @Test func `Mondrian cuts where it can and names what it keeps`() throws {
    let table = try RiskTable(columns: [
      ("age", ["30", "21", "29", "44", "50", "31"]), ("city", ["a", "b", "c", "a", "a", "a"]),
    ])
    let result = try #require(
      try Generalizer.mondrian(table, quasiIdentifiers: ["age", "city"], goal: .init(k: 3)).result)
    #expect(
      RandomTables.rows(of: result.table) == [
        ["[21..30]", "[a..c]"], ["[21..30]", "[a..c]"], ["[21..30]", "[a..c]"],
        ["[31..50]", "a"], ["[31..50]", "a"], ["[31..50]", "a"],
      ])
    // Ages lose 9/29 and 19/29, cities all and nothing, in three cells of twelve each.
    #expect(result.loss.ncp == Decimal(millionths: 491_379))
  }

  @Test func `a goal out of reach is said`() throws {
    let table = try RiskTable(columns: [("zip", ["1", "2"]), ("disease", ["x", "x"])])
    func reason(_ goal: GeneralizationGoal) throws -> [String] {
      let lattice = try Generalizer.lattice(
        table, quasiIdentifiers: [.init("zip", .suppression)], goal: goal)
      let mondrian = try Generalizer.mondrian(table, quasiIdentifiers: ["zip"], goal: goal)
      return [lattice, mondrian].map {
        if case .outOfReach(let reason) = $0 { reason } else { "reached" }
      }
    }
    let few = "the table has 2 rows, fewer than k = 3"
    #expect(try reason(.init(k: 3)) == [few, few])
    let poor = "'disease' has 1 distinct values, fewer than l = 2"
    #expect(try reason(.init(k: 2, l: 2, sensitive: ["disease"])) == [poor, poor])
    #expect(try reason(.init(k: 2)) == ["reached", "reached"])
    #expect(throws: RiskProblem.self) {
      try Generalizer.mondrian(table, quasiIdentifiers: ["zip"], goal: .init(k: 1))
    }
    #expect(throws: RiskProblem.self) {
      try Generalizer.mondrian(table, quasiIdentifiers: ["zip"], goal: .init(k: 2, l: 2))
    }
    #expect(throws: RiskProblem.inTwoRoles("zip")) {
      try Generalizer.mondrian(
        table, quasiIdentifiers: ["zip"], goal: .init(k: 2, sensitive: ["zip"]))
    }
    #expect(throws: RiskProblem.tooManyForLattice(quasiIdentifiers: 9, limit: 8)) {
      let names = (0..<9).map { "c\($0)" }
      return try Generalizer.lattice(
        RiskTable(columns: names.map { ($0, ["1", "1"]) }),
        quasiIdentifiers: names.map { .init($0, .suppression) }, goal: .init(k: 2))
    }
  }

  static func expectReached(_ result: Generalization, _ goal: GeneralizationGoal) throws {
    guard result.table.rowCount > 0 else { return }
    let report = try #require(
      try RiskReport.measure(
        result.table, quasiIdentifiers: RandomTables.quasiIdentifiers,
        sensitive: goal.sensitive.map { .init($0) }
      ).report)
    #expect(report.k >= goal.k)
    #expect((report.distinctL ?? goal.l) >= goal.l)
    #expect(report.classes == result.loss.classes)
  }

  private static func covers(_ cell: String?, number: String?) -> Bool {
    guard let cell, let number else { return cell == number || cell == "*" }
    if cell == "*" || cell == number { return true }
    let ends = cell.dropFirst().dropLast().split(separator: ".").compactMap { Int($0) }
    guard ends.count == 2, let age = Int(number) else { return false }
    return (ends[0]...ends[1]).contains(age)
  }
}

/// Every combination of levels, tried one by one.
private struct Trials {
  struct Trial {
    var levels: [Int]
    var suppressed: Int
    var ncp: Double
    var squares: Int
  }

  var reached: [Trial] = []

  init(_ table: RiskTable, _ goal: GeneralizationGoal, allowed: Int) throws {
    let hierarchies = try GeneralizerTests.rules.enumerated().map {
      try Hierarchy(table.columns[$0.offset], $0.element.rule)
    }
    for first in 0..<hierarchies[0].levelCount {
      for second in 0..<hierarchies[1].levelCount {
        for third in 0..<hierarchies[2].levelCount {
          let trial = Self.trial(table, goal, hierarchies, [first, second, third])
          if trial.suppressed <= allowed { reached.append(trial) }
        }
      }
    }
  }

  private static func trial(
    _ table: RiskTable, _ goal: GeneralizationGoal, _ hierarchies: [Hierarchy], _ levels: [Int]
  ) -> Trial {
    let cells = (0..<table.rowCount).map { row in
      hierarchies.indices.map {
        hierarchies[$0].label(table.columns[$0].codes[row], level: levels[$0])
      }
    }
    var classes: [[String?]: [Int]] = [:]
    for (row, cell) in cells.enumerated() { classes[cell, default: []].append(row) }
    var trial = Trial(levels: levels, suppressed: 0, ncp: 0, squares: 0)
    for (label, rows) in classes {
      let values = Set(rows.map { table.columns[3][$0] })
      if rows.count < goal.k || values.count < goal.l {
        trial.suppressed += rows.count
        trial.ncp += Double(rows.count * 3)
        trial.squares += rows.count * table.rowCount
        continue
      }
      trial.squares += rows.count * rows.count
      for column in 0..<3 {
        let leaves = Set((0..<table.rowCount).map { table.columns[column][$0] })
        let merged = Set(
          cells.indices.filter { cells[$0][column] == label[column] }.map {
            table.columns[column][$0]
          })
        if merged.count > 1 {
          trial.ncp += Double(rows.count) * Double(merged.count) / Double(leaves.count)
        }
      }
    }
    trial.ncp /= Double(3 * table.rowCount)
    return trial
  }
}
