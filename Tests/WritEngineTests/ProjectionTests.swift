import Testing
import WritEngine
import WritValues
import _WritTestSupport

/// Only the fields that rules read are held, and no rule can tell.
@Suite struct ProjectionTests {
  /// Rows with all their fields, made before the evaluation, come to what columns come to.
  @Test(arguments: UInt64(1)...6)
  func columnsAgreeWithWholeRows(_ seed: UInt64) throws {
    for holes in [RandomCompany.Holes.none, .missing, .all] {
      var policy = PolicyEvaluation(EnginePropertyTests.text)
      policy.period = (
        PolicyEvaluation.time("2026-01-01T00:00:00Z"), PolicyEvaluation.time("2026-01-01T03:00:00Z")
      )
      RandomCompany(seed: seed, holes: holes).deliver(to: &policy)
      var whole = policy
      try whole.decodeDeliveries()
      let expected = whole.evaluate().rules.map(\.whole)
      #expect(policy.evaluate().rules.map(\.whole) == expected)
      // One rule alone reads fewer fields than all together.
      for id in EnginePropertyTests.ids {
        #expect(policy.evaluate(id).rules.map(\.whole) == whole.evaluate(id).rules.map(\.whole))
      }
    }
  }
}
