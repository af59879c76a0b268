import Testing
import WritDatabase
import WritEngine
import WritModel
import WritSQL
import _WritTestSupport

/// PostgreSQL finds the same outcomes.
@Suite(.enabled(if: PostgresServer.isExpected, "PostgreSQL is absent"))
struct PostgresTests {
  private func open() throws -> any DatabaseConnection {
    try DatabaseLocation.postgres(url: PostgresServer.shared().url()).open()
  }

  private func compare(_ comparison: SQLComparison, _ what: String) throws {
    try comparison.compare(what, on: open)
  }

  @Test func rowsAgree() throws {
    for (seed, holes) in [(1, 0), (2, 150), (3, 400)] as [(UInt64, Int)] {
      var scalar = SQLComparison(RowRuleTests.policy(RowRuleTests.scalar + RowRuleTests.paths))
      scalar.isStrict = seed != 3
      RandomData(seed: seed, holes: holes).deliver(to: &scalar)
      try compare(scalar, "seed \(seed)")
    }
  }

  @Test func comprehensionsAgree() throws {
    for (seed, holes) in [(4, 0), (5, 120), (6, 350)] as [(UInt64, Int)] {
      var comparison = SQLComparison(
        RowRuleTests.policy(ComprehensionTests.rules) + ComprehensionTests.defines)
      RandomData(seed: seed, holes: holes).deliver(to: &comparison)
      try compare(comparison, "seed \(seed)")
    }
  }

  @Test func groupsAgree() throws {
    for (seed, holes) in [(7, 0), (8, 120), (9, 350)] as [(UInt64, Int)] {
      var comparison = SQLComparison(RowRuleTests.policy(GroupRuleTests.rules))
      comparison.period = (
        SQLComparison.time("2026-01-01T00:00:00Z"), SQLComparison.time("2026-01-01T03:20:00Z")
      )
      RandomData(seed: seed, holes: holes).deliver(to: &comparison)
      try compare(comparison, "seed \(seed)")
    }
  }

  /// A text no column can hold makes its rules errors, never passes.
  @Test func zeroBytesAreRefused() throws {
    var comparison = SQLComparison(
      """
      module t
      dataset users "Users" { key id  id: text  name: text }
      dataset hosts "Hosts" { key id  id: text }
      rule a "A" { severity low for u in users must u.name != "x" }
      rule b "B" { severity low for h in hosts must h.id != "x" }
      """)
    comparison.deliver("users", [#"{"id":"a","name":"y\u0000z"}"#])
    comparison.deliver("hosts", [#"{"id":"a"}"#])
    let connection = try open()
    let result = try comparison.evaluate(with: connection)
    connection.close()
    #expect(result.rules.first?.error?.contains("zero byte") == true)
    #expect(result.rules.last?.error == nil)
    #expect(result.rules.last?.ledger.pass == 1)
  }
}
