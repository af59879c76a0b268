import Foundation
import Testing
import WritEngine
import WritModel
import WritSources
import WritTables
import WritValues
import _WritTestSupport

/// A policy over an HR roster, Okta accounts and GitHub members finds whom an answer sheet names, and
/// nobody else.
@Suite(.enabled("no sample folder") { SampleFolder.isExpected }) struct IdentityPolicyTests {
  private let rules: [RuleEvaluation]
  /// What the answers call an account or a member: its mail address, else its login.
  private let names: [String: String]
  private let expected: JSONValue

  init() throws {
    let folder = "data/inventory/identity-and-cloud/"
    func bytes(_ path: String) throws -> [UInt8] {
      Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    }
    expected = try JSONValue.parse(try bytes(SampleFolder.file(folder + "expected.json")))
    let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let text = try String(
      contentsOf: fixtures.appendingPathComponent("Fixtures/identity.writ"), encoding: .utf8)
    var policy = PolicyEvaluation(text)
    policy.now = PolicyEvaluation.time("2026-11-01T00:00:00Z")
    var names: [String: String] = [:]
    for (dataset, kind, key, file) in [
      ("staff", ImportKind.hr, "id", "hr_roster.csv"),
      ("okta_users", .okta, "id", "okta_users.json"),
      ("github_members", .github, "login", "github_org_members.json"),
    ] {
      let input = MemorySource(name: file, bytes: try bytes(SampleFolder.file(folder + file)))
      let source = try #require(Importer.source(kind, inputs: [input]))
      policy.deliver(dataset, inputs: [.records(source, FieldBinding())])
      _ = try source.forEachRecord { record, _ in
        guard let id = record[Text(key)]?.string else { return }
        names[id] = record["email"]?.string ?? id
      }
    }
    self.names = names
    let result = policy.evaluate()
    #expect(result.failures.isEmpty)
    #expect(result.datasets.allSatisfy { $0.rejectedRows == 0 })
    rules = result.rules
  }

  private func findings(_ rule: String, _ outcome: Outcome = .fail) throws -> [Finding] {
    let evaluation = try #require(rules.first { $0.rule == "identity.\(rule)" })
    #expect(evaluation.ledger.isBalanced)
    return evaluation.findings.filter { $0.outcome == outcome }
  }

  private func name(_ finding: Finding) -> String {
    finding.memberKey.first.flatMap { names[$0] } ?? ""
  }

  @Test(
    arguments: [
      ("dormant_okta_90d", "dormant", Outcome.fail), ("null_last_login_okta", "dormant", .noData),
      ("no_mfa_okta", "without_factor", .fail), ("orphan_okta_accounts", "orphan", .fail),
      ("leavers_still_active_okta", "leaver_active", .fail),
      ("pending_but_active_okta", "early", .fail), ("movers_with_old_group", "mover", .fail),
      ("leavers_in_github", "leaver_member", .fail),
      ("github_owner_not_engineering", "owner_elsewhere", .fail),
      ("unknown_github_logins", "unknown_member", .fail),
    ])
  func theAnswersByName(_ answer: String, _ rule: String, _ outcome: Outcome) throws {
    let named = try #require(expected[Text(answer)]?.elements).compactMap(\.string)
    #expect(try findings(rule, outcome).map(name).sorted() == named.sorted())
  }

  @Test func theDaysLeaversAccountsStayedOpen() throws {
    let answer = try #require(expected["leavers_deprovisioned_late_days"]?.members)
    let days = try findings("leaver_late").map { "\(name($0)) \($0.evidence.map(\.value))" }
    let named = answer.map { "\($0.name) [\"\($0.value.int ?? 0)d\"]" }
    #expect(days.sorted() == named.sorted())
  }
}
