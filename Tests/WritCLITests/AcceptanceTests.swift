import Foundation
import Testing
import _WritTestSupport

/// The command over real exports and generated inventories gives the answers of oracles that know
/// nothing of Writ.
@Suite("Acceptance", .enabled(if: SampleFolder.isExpected, "the sample folder is absent"))
struct AcceptanceTests {
  private func answers(_ path: String) throws -> [String: Any] {
    let data = try Data(contentsOf: URL(fileURLWithPath: SampleFolder.file(path)))
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  private func ledgers(_ report: Report) -> [String: [String: Int]] {
    var ledgers: [String: [String: Int]] = [:]
    for rule in report.list("rules") {
      if let id = rule["id"] as? String { ledgers[id] = rule["ledger"] as? [String: Int] }
    }
    return ledgers
  }

  @Test("identities: eleven questions, eleven answers") func identities() throws {
    let folder = "data/inventory/identity-and-cloud"
    let expected = try answers("\(folder)/expected.json")
    let outcome = try WritProcess.run(
      [
        "check", SampleFolder.file(folder), "-f", "json", "--now", "2026-11-01",
        "-p", PackageFolder.file("Tests/WritEngineTests/Fixtures/identity.writ"),
      ], in: "/")
    #expect(outcome.code == 1, "\(outcome.errors)")
    #expect(outcome.errors.contains("left alone: "))
    let found = ledgers(try Report(outcome.output))
    for (answer, rule, count) in [
      ("dormant_okta_90d", "dormant", "fail"), ("null_last_login_okta", "dormant", "no_data"),
      ("no_mfa_okta", "without_factor", "fail"), ("orphan_okta_accounts", "orphan", "fail"),
      ("leavers_still_active_okta", "leaver_active", "fail"),
      ("leavers_deprovisioned_late_days", "leaver_late", "fail"),
      ("pending_but_active_okta", "early", "fail"), ("movers_with_old_group", "mover", "fail"),
      ("leavers_in_github", "leaver_member", "fail"),
      ("github_owner_not_engineering", "owner_elsewhere", "fail"),
      ("unknown_github_logins", "unknown_member", "fail"),
    ] {
      let names =
        (expected[answer] as? [Any])?.count ?? (expected[answer] as? [String: Any])?.count ?? -1
      #expect(found["identity.\(rule)"]?[count] == names, "\(answer)")
    }
  }

  @Test(
    "the benchmark's rules give the oracle's counts",
    .enabled(if: ExternalTool.isExpected("python3"), "python3 is not in PATH"),
    arguments: [1000, 10000])
  func benchmark(size: Int) throws {
    let python = try #require(ExternalTool("python3"))
    let folder = try TemporaryFolder()
    let made = try python.run([
      SampleFolder.file("bench/policy/gen.py"), String(size), folder.path,
    ])
    try #require(made.code == 0, "\(made.output)")
    let expected = try #require(
      try answers("bench/policy/expected.json")[String(size)] as? [String: Int])
    let outcome = try WritProcess.run(
      [
        "check", ".", "-f", "json", "--now", "2026-06-30T00:00:00Z",
        "-p", PackageFolder.file("Benchmarks/policy/bench.writ"),
      ], in: folder.path)
    #expect(outcome.code == 1, "\(outcome.errors)")
    let found = ledgers(try Report(outcome.output))
    #expect(found.count == 8)
    for (name, count) in expected {
      // `nd1` is what rule `r1` can't tell; `r1_…` are rules.
      let isOpen = name.hasPrefix("nd")
      let prefix = isOpen ? "bench.r\(name.dropFirst(2).prefix(1))_" : "bench.\(name)"
      guard isOpen || name.hasPrefix("r") else { continue }
      let ledger = try #require(found.first { $0.key.hasPrefix(prefix) }, "\(name)").value
      #expect(ledger[isOpen ? "no_data" : "fail"] == count, "\(name)")
    }
  }
}
