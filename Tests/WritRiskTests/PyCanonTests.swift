import Testing
import WritRisk
import WritValues
import _WritTestSupport

/// pyCANON, where set-up could install it, on the same tables.
@Suite("Risk: figures agree with pyCANON", .enabled("pycanon is missing") { PyCanon.isExpected })
struct PyCanonTests {
  @Test func `random tables`() throws {
    let folder = try TemporaryFolder()
    var tables: [RiskTable] = []
    var generator = SeededGenerator(seed: 41)
    for index in 0..<5 {
      let rows = RandomTables.rows(15 + 9 * index, &generator)
      tables.append(try RandomTables.table(rows))
      let lines = [RandomTables.names] + rows.map { $0.map { $0 ?? "" } }
      try folder.write(
        "\(index).csv", lines.map { $0.joined(separator: ",") }.joined(separator: "\n"))
    }
    let theirs = try PyCanon.figures(folder, count: tables.count)
    try #require(theirs.count == tables.count * 4)
    for (index, table) in tables.enumerated() {
      for (offset, sensitive) in [["disease"], ["salary"], ["disease", "salary"]].enumerated() {
        try compare(table, sensitive, .apart, theirs[index * 4 + offset])
      }
      try compare(table, ["disease", "salary"], .othersKnown, theirs[index * 4 + 3])
    }
  }

  private func compare(
    _ table: RiskTable, _ sensitive: [String], _ grouping: SensitiveGrouping,
    _ theirs: [Double]
  ) throws {
    try #require(theirs.count == 10)
    let report = try #require(
      try RiskReport.measure(
        table, quasiIdentifiers: RandomTables.quasiIdentifiers,
        sensitive: sensitive.map { SensitiveColumn($0) }, grouping: grouping
      ).report)
    let ours = [
      Double(report.k), report.alpha?.double, report.distinctL.map(Double.init), report.t?.double,
      report.delta?.double, report.basicBeta?.double, report.enhancedBeta?.double,
    ]
    for (one, other) in zip(ours, theirs) { #expect(abs(try #require(one) - other) < 1e-6) }
    // pyCANON cuts the entropy's l down to a whole number, at times one below an exact one.
    let entropy = try #require(report.entropyL).double
    #expect(theirs[7] <= entropy + 1e-6 && entropy - 1e-6 < theirs[7] + 1)
    // Its c takes a class's values from the rarest up.
    if grouping == .apart {
      #expect(theirs[8] == (report.recursive.map { Double($0.cFromRarest) } ?? -1))
    }
    #expect(abs(theirs[9] - report.averageClassSize.double / Double(report.k)) < 1e-9)
  }
}

enum PyCanon {
  static let isExpected: Bool = {
    let probe = "import importlib.util as u; raise SystemExit(u.find_spec('pycanon') is None)"
    return (try? ExternalTool("python3")?.run(["-c", probe]).code) == 0
  }()

  /// A line for each table and set of sensitive columns.
  static func figures(_ folder: TemporaryFolder, count: Int) throws -> [[Double]] {
    let path = try folder.write("figures.py", script)
    let tool = try #require(ExternalTool("python3"))
    let (code, output) = try tool.run([path, folder.path, "\(count)"])
    try #require(code == 0, "\(output)")
    return output.split(separator: "\n").filter { $0.hasPrefix("figures ") }.map {
      $0.split(separator: " ").dropFirst().compactMap { Double($0) }
    }
  }

  private static let script = """
    import math, sys
    import pandas
    from pycanon import anonymity as a, metrics as m

    folder, count = sys.argv[1], int(sys.argv[2])
    names = ["age", "zip", "sex"]
    for index in range(count):
        table = pandas.read_csv(f"{folder}/{index}.csv")
        for secret, gen in [(["disease"], True), (["salary"], True), (["disease", "salary"], True),
                            (["disease", "salary"], False)]:
            alpha, k = a.alpha_k_anonymity(table, names, secret, gen)
            c = a.recursive_c_l_diversity(table, names, secret)[0]
            print("figures", k, alpha, a.l_diversity(table, names, secret, gen),
                  a.t_closeness(table, names, secret, gen),
                  a.delta_disclosure(table, names, secret, gen),
                  a.basic_beta_likeness(table, names, secret, gen),
                  a.enhanced_beta_likeness(table, names, secret, gen),
                  a.entropy_l_diversity(table, names, secret, gen),
                  -1 if math.isnan(c) else c, m.average_ecsize(table, table, names))
    """
}
