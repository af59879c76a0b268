import Testing
import WritChecker
import WritDatabase
import WritEngine
import WritModel
import WritPlan
import WritSQL
import WritValues

/// A database that is wrong is found out: its rule has an error, never a result.
@Suite struct DisagreementTests {
  /// Says of each rule what it was told to.
  final class Liar: OutcomeSource {
    let outcomes: RuleOutcomes

    init(_ outcomes: RuleOutcomes) { self.outcomes = outcomes }

    func load(
      dataset: Int, stale: Causes?, sharedKeys: Set<Value>,
      rows: ((Row) throws -> Void) throws -> Void
    ) throws {}

    func setUnavailable(dataset: Int, causes: Causes) throws {}

    func outcomes(of rule: CheckedRule) throws -> RuleOutcomes { outcomes }
  }

  private static let comparison: SQLComparison = {
    var comparison = SQLComparison(
      """
      module t
      dataset users "Users" { key id  id: text  mfa: bool? }
      rule r "R" { severity low for u in users must u.mfa }
      """)
    comparison.deliver(
      "users",
      [
        #"{"id":"a","mfa":true}"#, #"{"id":"b","mfa":false}"#, #"{"id":"c"}"#,
        #"{"id":"d","mfa":true}"#,
      ])
    return comparison
  }()

  private func told(_ change: (inout RuleOutcomes) -> Void) -> RuleOutcomes {
    var outcomes = RuleOutcomes()
    outcomes.pass = 2
    outcomes.rows = [1, 2]
    outcomes.fail = 1
    outcomes.noData = 1
    outcomes.causes = [.missing: 1]
    change(&outcomes)
    return outcomes
  }

  private func error(_ change: (inout RuleOutcomes) -> Void) throws -> String? {
    let result = try Self.comparison.evaluate(outcomes: Liar(told(change)))
    let rule = try #require(result.rules.first)
    if rule.error != nil {
      #expect(rule.ledger == Ledger())
      #expect(rule.findings.isEmpty)
    }
    return rule.error
  }

  @Test func theTruthIsTaken() throws {
    #expect(try error { _ in } == nil)
  }

  @Test func liesAreErrors() throws {
    let disagree = "the database and the evaluator disagree on"
    #expect(try error { $0.fail = 0 } == "\(disagree) fail: 0 and 1 members")
    #expect(try error { $0.rows = [2] } == "\(disagree) fail: 1 and 0 members")
    #expect(try error { $0.rows = [0, 1, 2] } == "\(disagree) pass: 2 and 3 members")
    #expect(
      try error { $0.causes = [.dangling: 1] }
        == "\(disagree) causes of kind missing: 0 and 1 members")
    #expect(try error { $0.rows = [1, 9] } == "the database named a row there is not")
    #expect(try error { $0.rows = [-1] } == "the database named a row there is not")
  }

  /// A session that is gone gives no result.
  @Test func aLostDatabaseIsAnError() throws {
    let connection = try SQLite.temporary()
    connection.close()
    #expect(throws: DatabaseError.self) { try Self.comparison.evaluate(with: connection) }
  }
}
