import Foundation
import Testing
import WritSources
import WritTables
import WritValues
import _WritTestSupport

@Suite struct RosterTests {
  @Test func `columns are known by their usual headers`() throws {
    let people = try records(
      .hr,
      "\u{FEFF}employee_id;WORK EMAIL;Employment Status;Hire Date;Termination date;Job title\r\n"
        + "E1;Ann@Example.Test;On Leave;2020-01-31;;\"Head; \"\"Ops\"\"\r\nNight\"\r\n")
    #expect(
      people == [
        [
          "id": "E1", "email": "ann@example.test", "status": "leave",
          "title": "Head; \"Ops\"\r\nNight", "hired_at": "2020-01-31",
        ]
      ])
  }

  @Test func `a column of another name is named`() throws {
    let people = try records(
      .hr, "Nr,Zustand,Austritt\n7,Terminated,2026-01-01\n",
      options: ImportOptions(fields: ["id": "Nr", "status": "Zustand", "left_at": "Austritt"]))
    #expect(people == [["id": "7", "status": "terminated", "left_at": "2026-01-01"]])
  }

  @Test func `a column that is not there is refused`() {
    #expect(throws: ReadFailure.self) {
      try records(.hr, "ID,Status\n7,x\n", options: ImportOptions(fields: ["left_at": "Austritt"]))
    }
    #expect(throws: ReadFailure.self) { try records(.hr, "Name,Status\n7,x\n") }
    #expect(throws: ReadFailure.self) { try records(.hr, "ID,ID\n7,x\n") }
    #expect(throws: ReadFailure.self) { try records(.hr, "ID,Status\n") }
    #expect(throws: ReadFailure.self) { try records(.hr, "") }
  }

  @Test func `a ragged or broken row is rejected with its place`() throws {
    let text = "ID,Status\n1,active\n2\n3,\"a\"b\n\n"
    let found = try read(HRRoster(inputs: [MemorySource(name: "hr.csv", text: text)]))
    #expect(found.records == [["id": "1", "status": "active"]])
    #expect(found.rejects.map(\.line) == [3, 4])
    #expect(throws: ReadFailure.self) { try records(.hr, "ID,Status\n1,active\n4,\"active\n") }
  }

  @Test func `a word nobody knows stays`() throws {
    let people = try records(.hr, "ID,Status\n1,Garden Leave\n2,PRE-HIRE\n")
    #expect(people.map { $0.text("status") } == ["garden_leave", "pending"])
  }
}

@Suite struct AccountTests {
  @Test func `an account of Okta`() throws {
    let users = try records(
      .okta,
      """
      [{"id": "u1", "status": "LOCKED_OUT", "lastLogin": null, "statusChanged": "2026-01-01T00:00:00Z",
        "profile": {"login": "Ann@x.test", "email": "ANN@X.TEST", "employeeNumber": null},
        "_groups": ["Everyone", {"profile": {"name": "Ops"}}],
        "_factors": [{"factorType": "push", "status": "ACTIVE"}, {"factorType": "sms", "status": "PENDING_ACTIVATION"}]},
       {"id": "u2", "status": "ACTIVE", "profile": {"login": "b"}, "_factors": []},
       {"id": "u3", "status": "ACTIVE", "profile": {"login": "c"}}]
      """)
    #expect(
      users == [
        [
          "id": "u1", "login": "Ann@x.test", "email": "ann@x.test", "status": "locked_out",
          "status_changed": "2026-01-01T00:00:00Z", "groups": ["Everyone", "Ops"],
          "factors": ["push"], "mfa": true,
        ],
        ["id": "u2", "login": "b", "status": "active", "factors": [], "mfa": false],
        ["id": "u3", "login": "c", "status": "active"],
      ])
  }

  @Test func `a member of GitHub`() throws {
    let members = try records(
      .github,
      """
      {"members": [{"login": "a", "id": 7, "role": "admin", "saml_name_id": "A@X.test",
        "two_factor_enabled": false, "last_active": null},
        {"login": "ghost", "id": 8, "role": "member", "saml_name_id": null, "two_factor_enabled": null}]}
      """)
    #expect(
      members == [
        ["login": "a", "id": 7, "role": "owner", "email": "a@x.test", "mfa": false],
        ["login": "ghost", "id": 8, "role": "member"],
      ])
  }

  @Test func `places of records and rejects`() throws {
    let text = "[\n {\"login\": \"a\"},\n 7,\n {\"login\": \"a\", \"login\": \"b\"}\n]"
    let found = try read(GitHubMembers(inputs: [MemorySource(name: "m", text: text)]))
    #expect(found.origins == [RowOrigin(input: 0, line: 2, start: 3, end: 17)])
    #expect(found.rejects.map(\.line) == [3, 4])
  }

  @Test(arguments: [
    "", "[]", "[{\"login\": \"a\"}", "[{\"login\": \"a", "x", "[{}] 1", "[{},,{}]", "[1 2]",
  ])
  func `a document that is cut or no JSON is refused`(text: String) {
    #expect(throws: ReadFailure.self) { try records(.github, text) }
  }
}

@Suite(.enabled("no sample folder") { SampleFolder.isExpected }) struct IdentitySampleTests {
  private static let folder = "data/inventory/identity-and-cloud/"
  private let staff: [String: JSONValue]
  private let accounts: [JSONValue]
  private let members: [JSONValue]
  private let expected: JSONValue

  init() throws {
    let people = try sampleRecords(.hr, Self.folder + "hr_roster.csv")
    #expect(people.records.count == 160)
    #expect(people.rejects.isEmpty)
    staff = Dictionary(
      uniqueKeysWithValues: people.records.compactMap { person in
        person.text("email").map { ($0, person) }
      })
    accounts = try sampleRecords(.okta, Self.folder + "okta_users.json").records
    members = try sampleRecords(.github, Self.folder + "github_org_members.json").records
    expected = try JSONValue.parse(
      DiskFileSystem().read(SampleFolder.file(Self.folder + "expected.json")))
  }

  private func expect(
    _ key: String, _ found: [String?], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let answer = expected[Text(key)]?.elements?.compactMap(\.string)
    #expect(found.compactMap { $0 }.sorted() == answer, sourceLocation: sourceLocation)
  }

  private func person(_ account: JSONValue) -> JSONValue? {
    account.text("email").flatMap { staff[$0] }
  }

  /// Whole UTC days from one date to another.
  private func days(_ from: String?, _ to: String?) throws -> Int64 {
    let start = try #require(Timestamp(parsing: String((from ?? "").prefix(10))))
    let end = try #require(Timestamp(parsing: String((to ?? "").prefix(10))))
    return (end.microseconds - start.microseconds) / 86_400_000_000
  }

  @Test func `the eleven answers about people and accounts`() throws {
    let active = accounts.filter { $0.text("status") == "active" }
    expect(
      "dormant_okta_90d",
      try active.filter {
        try $0.text("last_login") != nil && (days($0.text("last_login"), "2026-11-01")) > 90
      }.map { $0.text("email") })
    expect("no_mfa_okta", active.filter { $0["mfa"]?.bool == false }.map { $0.text("email") })
    expect(
      "null_last_login_okta",
      active.filter { $0.text("last_login") == nil }.map { $0.text("email") })
    expect("orphan_okta_accounts", accounts.filter { person($0) == nil }.map { $0.text("email") })
    expect(
      "pending_but_active_okta",
      active.filter { person($0)?.text("status") == "pending" }.map { $0.text("email") })
    expect(
      "leavers_still_active_okta",
      active.filter { person($0)?.text("status") == "terminated" }.map { $0.text("email") })
    expect(
      "movers_with_old_group",
      accounts.filter { account in
        guard let old = person(account)?["previous_department"] else { return false }
        return account["groups"]?.elements?.contains(old) == true
      }.map { $0.text("email") })
    expect(
      "leavers_in_github",
      members.filter { person($0)?.text("status") == "terminated" }.map { $0.text("email") })
    expect(
      "github_owner_not_engineering",
      members.filter {
        $0.text("role") == "owner" && person($0) != nil
          && person($0)?.text("department") != "Engineering"
      }.map { $0.text("email") })
    expect(
      "unknown_github_logins", members.filter { person($0) == nil }.map { $0.text("login") })
    var late: [String: Int64] = [:]
    for account in accounts where account.text("status") != "active" {
      guard let person = person(account), person.text("status") == "terminated" else { continue }
      let count = try days(person.text("left_at"), account.text("status_changed"))
      if count > 1 { late[account.text("email") ?? ""] = count }
    }
    let answer = try #require(expected["leavers_deprovisioned_late_days"]?.members)
    #expect(
      late
        == Dictionary(
          uniqueKeysWithValues: answer.compactMap { member in
            member.value.int.map { (member.name.string, $0) }
          }))
  }
}
