import Foundation
import Testing
import WritEngine
import WritModel
import WritTables
import WritValues
import _WritTestSupport

/// Eight rules over a generated inventory give the counts of an oracle that knows nothing of Writ.
@Suite struct BenchRuleTests {
  private static let isExpected =
    SampleFolder.isExpected && ExternalTool.isExpected("python3")

  private static var policyFile: URL {
    var package = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { package.deleteLastPathComponent() }
    return package.appendingPathComponent("Benchmarks/policy/bench.writ")
  }

  @Test(
    .enabled(if: isExpected, "the sample folder or python3 is absent"),
    arguments: [
      (1000, EngineKind.reference), (1000, .native), (10000, .native),
    ])
  func countsAreTheOraclesCounts(_ size: Int, _ engine: EngineKind) throws {
    let folder = try TemporaryFolder()
    let python = try #require(ExternalTool("python3"))
    let made = try python.run([
      SampleFolder.file("bench/policy/gen.py"), String(size), folder.path,
    ])
    try #require(made.code == 0, "\(made.output)")
    let oracle = try Data(
      contentsOf: URL(fileURLWithPath: SampleFolder.file("bench/policy/expected.json")))
    let expected = try #require(
      try JSONValue.parse(Array(oracle))[Text(String(size))]?.members)

    var policy = PolicyEvaluation(try String(contentsOf: Self.policyFile, encoding: .utf8))
    policy.engine = engine
    policy.now = PolicyEvaluation.time("2026-06-30T00:00:00Z")
    for name in ["users", "hosts", "resources", "grants", "events"] {
      let data = try Data(contentsOf: URL(fileURLWithPath: "\(folder.path)/\(name).ndjson"))
      policy.deliver(
        name,
        inputs: [
          .ndjson(MemorySource(name: "\(name).ndjson", bytes: Array(data)), FieldBinding())
        ])
    }
    let result = policy.evaluate(collectsMembers: false)
    #expect(result.failures.isEmpty)
    for dataset in result.datasets { #expect(dataset.rejectedRows == 0, "\(dataset.rejects)") }
    for (name, count) in expected.map({ ($0.name.string, $0.value.int) }) {
      // `nd1` is what rule `r1` can't tell.
      let isOpen = name.hasPrefix("nd")
      let prefix = isOpen ? "bench.r\(name.dropFirst(2).prefix(1))_" : "bench.\(name)"
      let rule = try #require(result.rules.first { $0.rule.hasPrefix(prefix) }, "\(name)")
      #expect(rule.ledger.isBalanced)
      #expect((isOpen ? rule.ledger.noData : rule.ledger.fail) == count, "\(name)")
    }
  }
}
