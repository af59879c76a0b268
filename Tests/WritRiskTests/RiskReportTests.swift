import Testing
import WritValues
import _WritTestSupport

@testable import WritRisk

@Suite("Risk: figures worked out by hand") struct RiskReportTests {
  /// Two classes of four: x x x y and x y z z.
  static func skewed() throws -> RiskTable {
    try RiskTable(columns: [
      ("zip", ["1", "1", "1", "1", "2", "2", "2", "2"]),
      ("disease", ["x", "x", "x", "y", "x", "y", "z", "z"]),
    ])
  }

  @Test func `two classes with a skewed value`() throws {
    let outcome = try RiskReport.measure(
      Self.skewed(), quasiIdentifiers: ["zip"], sensitive: [.init("disease")])
    let report = try #require(outcome.report)
    #expect(report.k == 4)
    #expect(report.classes == 2)
    #expect(report.smallestClasses == [4, 4])
    let risk = try #require(report.sensitive.first)
    #expect(risk.alpha == Ratio(numerator: 3, denominator: 4))
    #expect(risk.distinctL == 2)
    // 4 / 3^(3/4)
    #expect(risk.entropyL == Decimal(millionths: 1_754_765))
    #expect(risk.recursive == RecursiveDiversity(l: 2, c: 4, cFromRarest: 1))
    #expect(risk.t == Ratio(numerator: 1, denominator: 4))
    // ln 2: z has half of the second class and a quarter of all rows.
    #expect(risk.delta == Decimal(millionths: 693_147))
    #expect(risk.basicBeta == Ratio(1))
    #expect(risk.enhancedBeta == Decimal(1))
    #expect(!risk.isOrdered)
  }

  /// The example of the paper that introduced t-closeness: nine salaries in three classes.
  @Test func `salaries at ordered and equal distance`() throws {
    let table = try RiskTable(columns: [
      ("class", ["a", "a", "a", "b", "b", "b", "c", "c", "c"]),
      ("salary", ["3000", "4000", "5000", "6000", "11000", "8000", "7000", "9000", "10000"]),
    ])
    func risk(_ order: ValueOrder) throws -> SensitiveRisk {
      let outcome = try RiskReport.measure(
        table, quasiIdentifiers: ["class"], sensitive: [.init("salary", order: order)])
      return try #require(outcome.report?.sensitive.first)
    }
    let ordered = try risk(.automatic)
    #expect(ordered.isOrdered)
    #expect(ordered.t == Ratio(numerator: 3, denominator: 8))
    let equal = try risk(.equal)
    #expect(equal.t == Ratio(numerator: 2, denominator: 3))
    #expect(equal.alpha == Ratio(numerator: 1, denominator: 3))
    #expect(equal.entropyL == Decimal(3))
    #expect(equal.recursive == RecursiveDiversity(l: 3, c: 2, cFromRarest: 2))
    #expect(equal.delta == Decimal(millionths: 1_098_612))
    #expect(equal.basicBeta == Ratio(2))
    #expect(equal.enhancedBeta == Decimal(2))
  }

  @Test func `days are ordered by their bytes where asked`() throws {
    let table = try RiskTable(columns: [
      ("class", ["a", "a", "b", "b"]),
      ("day", ["2024-03-01", "2024-03-02", "2024-04-01", "2024-05-01"]),
    ])
    func t(_ order: ValueOrder) throws -> Ratio? {
      try RiskReport.measure(
        table, quasiIdentifiers: ["class"], sensitive: [.init("day", order: order)]
      ).report?.t
    }
    // The sums of q - p are 1/4, 1/2, 1/4, 0 for the first class.
    #expect(try t(.ordered) == Ratio(numerator: 1, denominator: 3))
    #expect(try t(.automatic) == Ratio(numerator: 1, denominator: 2))
  }

  @Test func `a rare value bounds enhanced beta by its logarithm`() throws {
    let table = try RiskTable(columns: [
      ("class", ["a", "a", "b", "b", "b", "b", "b", "b"]),
      ("disease", ["x", "y", "x", "x", "x", "x", "x", "x"]),
    ])
    let report = try #require(
      try RiskReport.measure(table, quasiIdentifiers: ["class"], sensitive: [.init("disease")])
        .report)
    #expect(report.basicBeta == Ratio(3))
    // -ln(1/8) is less than 3.
    #expect(report.enhancedBeta == Decimal(millionths: 2_079_442))
    #expect(report.recursive == nil)
    #expect(report.distinctL == 1)
  }

  @Test func `who tries to recognize whom`() throws {
    let table = try RiskTable(columns: [
      ("zip", ["1", "1", "1", "2", "2", "3"]), ("sex", ["f", "f", "f", "m", "m", nil]),
    ])
    let report = try #require(
      try RiskReport.measure(table, quasiIdentifiers: ["zip", "sex"]).report)
    #expect(report.k == 1)
    #expect(report.smallestClasses == [1, 2, 3])
    #expect(report.rowsWithMissing == 1)
    #expect(report.quasiIdentifiers[1] == .init(name: "sex", distinct: 3, missing: 1))
    #expect(report.reidentification.prosecutor == Ratio(1))
    #expect(report.reidentification.marketer == Ratio(numerator: 1, denominator: 2))
    #expect(report.reidentification.uniqueRows == 1)
    #expect(report.reidentification.rowsAtHighestRisk == 1)
    #expect(report.averageClassSize == Ratio(2))
    #expect(report.population == nil)
  }

  @Test func `a population tells k-map`() throws {
    let table = try RiskTable(columns: [("zip", ["1", "1", "2"]), ("note", ["a", "b", "c"])])
    let people = try RiskTable(columns: [("zip", ["2", "1", "9", "1", "2", "1", "2", "2", nil])])
    let report = try #require(
      try RiskReport.measure(table, quasiIdentifiers: ["zip"], population: people).report)
    let figures = try #require(report.population?.figures)
    #expect(figures.kMap == 3)
    #expect(figures.journalist == Ratio(numerator: 1, denominator: 3))
    // (2/3 + 1/4) / 3
    #expect(figures.marketer == Decimal(millionths: 305_556))
    #expect(figures.populationUniqueRows == 0)
  }

  @Test func `a population without the table's people tells nothing`() throws {
    let table = try RiskTable(columns: [("zip", ["1", "1", "2", nil])])
    let people = try RiskTable(columns: [("zip", ["1", "2", "9"])])
    let outcome = try RiskReport.measure(table, quasiIdentifiers: ["zip"], population: people)
    let report = try #require(outcome.report)
    guard case .notCovered(let classes, let rows) = report.population else {
      Issue.record("covered")
      return
    }
    // Two rows against one person, and nobody whose zip is missing.
    #expect(classes == 2)
    #expect(rows == 3)
    var asked = RiskThresholds()
    asked.kMap = 1
    #expect(outcome.verdicts(asked).map(\.status) == [.untold])
  }

  @Test func `missing is a value of its own`() throws {
    let table = try RiskTable(columns: [
      ("zip", [nil, nil, "", ""]), ("disease", ["x", nil, nil, nil]),
    ])
    let report = try #require(
      try RiskReport.measure(table, quasiIdentifiers: ["zip"], sensitive: [.init("disease")])
        .report)
    #expect(report.classes == 2)
    #expect(report.k == 2)
    #expect(report.distinctL == 1)
    #expect(report.sensitive[0].column == .init(name: "disease", distinct: 2, missing: 3))
  }

  @Test func `equal numbers are one value, canonically equal texts are not`() throws {
    let table = try RiskTable(columns: [
      ("name", ["\u{E9}", "e\u{301}"]), ("salary", ["1", "1.0"]),
    ])
    let report = try #require(
      try RiskReport.measure(table, quasiIdentifiers: ["name"], sensitive: [.init("salary")])
        .report)
    #expect(report.classes == 2)
    #expect(report.t == Ratio(0))
    #expect(report.delta == .zero)
  }

  @Test func `several sensitive columns are as good as the worst`() throws {
    let table = try RiskTable(columns: [
      ("zip", ["1", "1", "2", "2"]), ("a", ["x", "y", "x", "y"]), ("b", ["u", "u", "u", "v"]),
    ])
    let sensitive = [SensitiveColumn("a"), SensitiveColumn("b")]
    let apart = try #require(
      try RiskReport.measure(table, quasiIdentifiers: ["zip"], sensitive: sensitive).report)
    #expect(apart.distinctL == 1)
    #expect(apart.alpha == Ratio(1))
    #expect(apart.sensitive.map(\.distinctL) == [2, 1])
    // Who knows b tells the two rows of zip 2 apart.
    let known = try #require(
      try RiskReport.measure(
        table, quasiIdentifiers: ["zip"], sensitive: sensitive, grouping: .othersKnown
      ).report)
    #expect(known.sensitive.map(\.distinctL) == [1, 1])
    #expect(known.k == 2)
  }

  @Test func `an empty table tells nothing`() throws {
    let table = try RiskTable(columns: [("zip", []), ("disease", [])])
    let outcome = try RiskReport.measure(
      table, quasiIdentifiers: ["zip"], sensitive: [.init("disease")])
    guard case .nothingToTell = outcome else {
      Issue.record("figures of no rows")
      return
    }
    var asked = RiskThresholds()
    asked.k = 1
    asked.t = Decimal(1)
    #expect(outcome.verdicts(asked).map(\.status) == [.untold, .untold])
    #expect(try QuasiIdentifierFinder.search(table) == nil)
    let goal = GeneralizationGoal(k: 2)
    guard
      case .nothingToTell = try Generalizer.mondrian(table, quasiIdentifiers: ["zip"], goal: goal),
      case .nothingToTell = try Generalizer.lattice(
        table, quasiIdentifiers: [.init("zip", .suppression)], goal: goal)
    else {
      Issue.record("a generalization of no rows")
      return
    }
  }

  @Test func `thresholds compare exactly`() throws {
    let outcome = try RiskReport.measure(
      Self.skewed(), quasiIdentifiers: ["zip"], sensitive: [.init("disease")])
    var asked = RiskThresholds()
    asked.k = 4
    asked.l = 3
    asked.c = 4
    asked.alpha = Decimal(millionths: 749_999)
    asked.t = Decimal(millionths: 250_000)
    asked.delta = Decimal(millionths: 693_147)
    asked.basicBeta = Decimal(millionths: 999_999)
    asked.kMap = 2
    let verdicts = outcome.verdicts(asked)
    #expect(
      verdicts.map { "\($0.key) \($0.status)" } == [
        "k holds", "l missed", "k_map untold", "recursive_c holds", "alpha missed", "t holds",
        "delta holds", "basic_beta missed",
      ])
    #expect(verdicts[2].reason == "no population is given")
    #expect(verdicts[1].asked == ">= 3")
    #expect(verdicts[1].found == "2")
  }

  @Test func `no sensitive column, nothing told of it`() throws {
    let outcome = try RiskReport.measure(Self.skewed(), quasiIdentifiers: ["zip"])
    var asked = RiskThresholds()
    asked.l = 1
    asked.t = Decimal(1)
    #expect(outcome.verdicts(asked).map(\.status) == [.untold, .untold])
  }

  @Test func `lines in a fixed order without any value`() throws {
    let table = try RiskTable(columns: [
      ("zip", ["secret1", "secret1", "secret2"]), ("disease", ["secret3", "secret4", "secret3"]),
    ])
    let report = try #require(
      try RiskReport.measure(table, quasiIdentifiers: ["zip"], sensitive: [.init("disease")])
        .report)
    let text = report.lines.map {
      "\($0.key.rawValue)\($0.column.map { " \($0)" } ?? "") = \($0.figure)"
    }
    #expect(
      text == [
        "rows = 3", "classes = 2", "k = 1", "average_class_size = 1.5", "smallest_classes = 1, 2",
        "unique_rows = 1", "rows_with_missing = 0", "prosecutor = 1", "rows_at_highest_risk = 1",
        "marketer = 0.666667", "k_map = not told: no population is given",
        "journalist = not told: no population is given",
        "quasi_identifier zip = 2 distinct, 0 missing", "alpha disease = 1", "l disease = 1",
        "entropy_l disease = 1",
        "recursive_l disease = not told: a class has one sensitive value only",
        "recursive_c disease = not told: a class has one sensitive value only",
        "recursive_c_from_rarest disease = not told: a class has one sensitive value only",
        "t disease = 0.333333", "delta disease = 0.405465", "basic_beta disease = 0.5",
        "enhanced_beta disease = 0.5",
      ])
    #expect(!text.joined().contains("secret"))
  }

  @Test func `what can't be measured is refused`() throws {
    let table = try Self.skewed()
    #expect(throws: RiskProblem.noQuasiIdentifiers) {
      try RiskReport.measure(table, quasiIdentifiers: [])
    }
    #expect(throws: RiskProblem.noSuchColumn("age", ["zip", "disease"])) {
      try RiskReport.measure(table, quasiIdentifiers: ["age"])
    }
    #expect(throws: RiskProblem.columnNamedTwice("zip")) {
      try RiskReport.measure(table, quasiIdentifiers: ["zip", "zip"])
    }
    #expect(throws: RiskProblem.inTwoRoles("zip")) {
      try RiskReport.measure(table, quasiIdentifiers: ["zip"], sensitive: [.init("zip")])
    }
    #expect(throws: RiskProblem.unevenColumns("b", rows: 1, expected: 2)) {
      try RiskTable(columns: [("a", ["1", "2"]), ("b", ["1"])])
    }
    #expect(throws: RiskProblem.columnNamedTwice("a")) {
      try RiskTable(columns: [("a", ["1"]), ("a", ["1"])])
    }
    #expect(throws: RiskProblem.unevenRow(1, cells: 1, expected: 2)) {
      var builder = try RiskTable.Builder(names: ["a", "b"])
      try builder.append(["1"])
    }
  }
}
