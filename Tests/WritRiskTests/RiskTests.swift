import Foundation
import Testing
import WritRisk
import _WritTestSupport

@Suite struct RiskTests {
  // MARK: Definitions, word by word and slowly

  private struct Slow {
    let classes: [[Int]]
    let values: [String]

    init(_ table: RandomTable, sensitive place: Int, known: [Int]) {
      var groups: [[String]: [Int]] = [:]
      for (row, cells) in table.rows.enumerated() {
        groups[known.map { cells[$0] }, default: []].append(row)
      }
      classes = Array(groups.values)
      values = table.rows.map { $0[place] }
    }

    func share(_ value: String, _ rows: [Int]) -> Double {
      Double(rows.count { values[$0] == value }) / Double(rows.count)
    }

    var all: [Int] { Array(values.indices) }
    var distinct: [String] { Array(Set(values)) }

    func most(_ body: ([Int]) -> Double) -> Double { classes.map(body).max() ?? 0 }

    var orderedT: Double {
      let order = distinct.sorted { (Double($0) ?? 0) < (Double($1) ?? 0) }
      return most { rows in
        var (sum, work) = (0.0, 0.0)
        for value in order {
          sum += share(value, rows) - share(value, all)
          work += abs(sum)
        }
        return work / Double(order.count - 1)
      }
    }
  }

  private func isClose(_ one: Double, _ other: Double) -> Bool { abs(one - other) < 1e-9 }

  @Test(arguments: [(1, 20), (2, 60), (3, 250)], [false, true])
  func figuresAreThoseOfTheDefinitions(_ shape: (seed: UInt64, rows: Int), _ knowsOthers: Bool) {
    let table = RandomTable(seed: shape.seed, rows: shape.rows)
    let report = RiskReport(
      quasiIdentifiers: table.quasiIdentifiers, sensitive: [table.illness, table.income],
      knowsOthers: knowsOthers)
    let plain = Slow(table, sensitive: 3, known: [0, 1, 2])
    #expect(report.k == plain.classes.map(\.count).min())
    #expect(report.classCount == plain.classes.count)
    #expect(report.attacker.uniqueRows == plain.classes.count { $0.count == 1 })
    #expect(isClose(report.attacker.prosecutorMaximum, 1 / Double(report.k)))
    #expect(
      isClose(report.attacker.prosecutorAverage, Double(plain.classes.count) / Double(shape.rows)))
    for (index, place) in [3, 4].enumerated() {
      let known = [0, 1, 2] + (knowsOthers ? [7 - place] : [])
      let slow = Slow(table, sensitive: place, known: known)
      let risk = report.sensitive[index]
      func shares(_ rows: [Int]) -> [(Double, Double)] {
        slow.distinct.map { (slow.share($0, rows), slow.share($0, slow.all)) }
      }
      #expect(isClose(risk.alpha, slow.most { rows in shares(rows).map(\.0).max() ?? 0 }))
      #expect(risk.distinctL == slow.classes.map { rows in shares(rows).count { $0.0 > 0 } }.min())
      let entropy = -slow.most { rows in
        shares(rows).filter { $0.0 > 0 }.reduce(0) { $0 + $1.0 * log($1.0) }
      }
      #expect(isClose(risk.entropyL, exp(entropy)))
      #expect(
        isClose(
          risk.equalT, slow.most { rows in shares(rows).reduce(0) { $0 + abs($1.0 - $1.1) } / 2 }))
      if place == 4 { #expect(isClose(risk.orderedT ?? -1, slow.orderedT)) }
      #expect(
        isClose(
          risk.delta,
          slow.most { rows in
            shares(rows).filter { $0.0 > 0 }.map { abs(log($0.0 / $0.1)) }.max() ?? 0
          }))
      let beta = slow.most { rows in shares(rows).map { ($0.0 - $0.1) / $0.1 }.max() ?? 0 }
      #expect(isClose(risk.basicBeta, beta))
      let enhanced = slow.distinct.map { min(beta, -log(slow.share($0, slow.all))) }.max() ?? 0
      #expect(isClose(risk.enhancedBeta, enhanced))
      if risk.distinctL > 1 {
        let c = slow.classes.map { rows -> Int in
          let falling = slow.distinct.map { value in rows.count { slow.values[$0] == value } }
            .filter { $0 > 0 }.sorted(by: >)
          var c = 1
          while falling[0] >= c * falling[(risk.distinctL - 1)...].reduce(0, +) { c += 1 }
          return c
        }.max()
        #expect(risk.recursiveC == c)
      } else {
        #expect(risk.recursiveC == nil && risk.recursiveCFromRarest == nil)
      }
    }
  }

  // MARK: pyCANON

  private static let python = ProcessInfo.processInfo.environment["WRIT_PYCANON"]

  /// `WRIT_PYCANON` is a Python that can import pycanon: `python3 -m venv V; V/bin/pip install pycanon`.
  @Test(
    .enabled(if: python != nil, "WRIT_PYCANON names no Python with pycanon"),
    arguments: [(5, 40), (6, 400)], [false, true])
  func figuresAreThoseOfPyCANON(_ shape: (seed: UInt64, rows: Int), _ knowsOthers: Bool) throws {
    let table = RandomTable(seed: shape.seed, rows: shape.rows)
    let folder = try TemporaryFolder()
    let data = try folder.write("data.csv", table.csv)
    let script = try folder.write(
      "ask.py",
      """
      import sys
      import pandas as pd
      from pycanon import anonymity as a, metrics as m
      d = pd.read_csv(sys.argv[1], dtype={"age": str, "zip": str})
      g = sys.argv[2] == "gen"
      q = ["age", "zip", "sex"]
      print(a.k_anonymity(d, q), m.average_rir(d, q), m.max_rir(d, q), 0, 0, 0, 0, 0, 0, 0)
      for n, s in enumerate(["illness", "income"]):
          k = q if g else q + [["income", "illness"][n]]
          s = [s]
          c = a.recursive_c_l_diversity(d, k, s)
          print(a.alpha_k_anonymity(d, k, s)[0], a.l_diversity(d, k, s), a.entropy_l_diversity(d, k, s),
                c[0], a.t_closeness(d, k, s), a.delta_disclosure(d, k, s),
                a.basic_beta_likeness(d, k, s), a.enhanced_beta_likeness(d, k, s), 0, 0)
      """)
    let tool = try #require(ExternalTool("env"))
    let outcome = try tool.run([
      "-u", "PYTHONPATH", Self.python ?? "", "-W", "ignore", script, data,
      knowsOthers ? "own" : "gen",
    ])
    let lines = outcome.output.split(separator: "\n").map {
      $0.split(separator: " ").compactMap { Double($0) }
    }
    try #require(lines.count == 3 && lines.allSatisfy { $0.count == 10 }, "\(outcome.output)")
    let report = RiskReport(
      quasiIdentifiers: table.quasiIdentifiers, sensitive: [table.illness, table.income],
      knowsOthers: knowsOthers)
    #expect(Double(report.k) == lines[0][0])
    #expect(isClose(report.attacker.classAverage, lines[0][1]))
    #expect(isClose(report.attacker.prosecutorMaximum, lines[0][2]))
    for (risk, line) in zip(report.sensitive, lines.dropFirst()) {
      #expect(isClose(risk.alpha, line[0]) && Double(risk.distinctL) == line[1])
      // It cuts e^entropy, whose last digit may fall on either side of a whole number.
      #expect(
        abs(risk.entropyL.rounded(.down) - line[2]) < 0.5
          || abs(risk.entropyL - risk.entropyL.rounded()) < 1e-9)
      #expect(
        line[3].isNaN
          ? risk.recursiveCFromRarest == nil : Double(risk.recursiveCFromRarest ?? -1) == line[3])
      #expect(isClose(risk.t, line[4]), "\(risk.t) \(line[4])")
      #expect(isClose(risk.delta, line[5]))
      #expect(isClose(risk.basicBeta, line[6]) && isClose(risk.enhancedBeta, line[7]))
    }
  }

  // MARK: Edges

  @Test func emptyAndSingleTables() {
    let none = RiskReport(
      quasiIdentifiers: [CodedColumn("a", [])], sensitive: [CodedColumn("b", [])])
    #expect(none.k == 0 && none.classCount == 0 && none.distinctL == 0 && none.t == 0)
    let one = RiskReport(
      quasiIdentifiers: [CodedColumn("a", ["x"])], sensitive: [CodedColumn("b", ["1"])])
    #expect(one.k == 1 && one.distinctL == 1 && one.t == 0 && one.sensitive[0].orderedT == 0)
    #expect(one.attacker.prosecutorMaximum == 1)
    let all = RiskReport(quasiIdentifiers: [], sensitive: [CodedColumn("b", ["1", "2"])])
    #expect(all.classCount == 1 && all.distinctL == 2)
    #expect(RiskReport(quasiIdentifiers: [], sensitive: []).k == 0)
  }

  @Test func missingValuesAreValues() {
    let column = CodedColumn("a", [nil, "x", nil, "x"])
    #expect(column.values == [nil, "x"] && column.codes == [0, 1, 0, 1])
    #expect(EquivalenceClasses([column]).sizes == [2, 2])
  }

  @Test func numbersAreOrderedAsNumbers() {
    let column = CodedColumn("a", ["10", "9", "-1", "2e1"])
    #expect(column.values == ["-1", "9", "10", "2e1"] && column.numbers == [-1, 9, 10, 20])
    #expect(CodedColumn("a", ["10", "9", "nan"]).numbers == nil)
    // Canonically equal texts are two values.
    #expect(CodedColumn("a", ["\u{E9}", "e\u{301}"]).values.count == 2)
  }

  /// Both ways to number classes give the same ones.
  @Test func manyValuesMakeTheSameClasses() {
    var generator = SeededGenerator(seed: 9)
    let rows = 3000
    let columns = (0..<3).map { place in
      CodedColumn(
        "c\(place)",
        (0..<rows).map { _ in
          String(Int.random(in: 0..<900, using: &generator) / (place == 2 ? 300 : 1))
        })
    }
    let classes = EquivalenceClasses(columns)
    var numbers: [[UInt32]: UInt32] = [:]
    for row in 0..<rows {
      let key = columns.map { $0.codes[row] }
      let number = numbers[key] ?? classes.classOfRow[row]
      numbers[key] = number
      #expect(number == classes.classOfRow[row])
    }
    #expect(numbers.count == classes.count && Set(numbers.values).count == classes.count)
  }

  @Test func aPopulationLowersTheRisk() {
    let sample = [CodedColumn("zip", ["1", "1", "2"])]
    let population = [CodedColumn("zip", ["1", "1", "1", "1", "2", "2", "3"])]
    let risk = AttackerRisk(sample, population: population)
    #expect(risk.k == 1 && risk.populationK == 2)
    #expect(risk.journalistMaximum == 0.5 && isClose(risk.marketer, (2.0 / 4 + 1.0 / 2) / 3))
    #expect(isClose(risk.prosecutorAverage, 2.0 / 3) && risk.shareBelow[5] == 1)
  }

  @Test func combinationsThatTellPeopleApartAreFound() {
    var generator = SeededGenerator(seed: 10)
    let rows = 200
    let columns = [
      CodedColumn("id", (0..<rows).map { "u\($0)" }),
      CodedColumn("constant", (0..<rows).map { _ in "x" }),
      CodedColumn("day", (0..<rows).map { _ in String(Int.random(in: 1...31, using: &generator)) }),
      CodedColumn("zip", (0..<rows).map { _ in String(Int.random(in: 1...30, using: &generator)) }),
      CodedColumn("sex", (0..<rows).map { _ in Bool.random(using: &generator) ? "f" : "m" }),
    ]
    let finder = QuasiIdentifierFinder(columns)
    #expect(finder.identifiers.map(\.columns) == [["id"]])
    #expect(finder.findings.first?.columns == ["day", "zip", "sex"])
    #expect(
      !finder.findings.contains { $0.columns.contains("id") || $0.columns.contains("constant") })
    for finding in finder.findings {
      let chosen = columns.filter { finding.columns.contains($0.name) }
      #expect(finding.uniqueRows == EquivalenceClasses(chosen).sizes.count { $0 == 1 })
    }
    #expect(
      QuasiIdentifierFinder(columns, largest: 2).findings.allSatisfy { $0.columns.count <= 2 })
    #expect(QuasiIdentifierFinder([]).findings.isEmpty)
  }
}
