import Foundation
import Testing
import _WritTestSupport

/// A folder with policies, data and settings, and the command to run in it.
struct Scene {
  let folder: TemporaryFolder

  /// Instant at which scenes are judged.
  static let now = "2026-06-01T00:00:00Z"

  init(_ files: [String: String] = [:]) throws {
    folder = try TemporaryFolder()
    for (name, text) in files { try folder.write(name, text) }
  }

  /// One rule over `users`, with its test and four users: a fails, b passes, c can't be told, d is
  /// not applicable.
  static func small(_ files: [String: String] = [:]) throws -> Scene {
    try Scene(
      ["policies/access.writ": Policy.access, "users.ndjson": Data.users].merging(files) { $1 })
  }

  var path: String { folder.path }

  func file(_ name: String) -> String { "\(folder.path)/\(name)" }

  func text(_ name: String) throws -> String {
    String(
      decoding: try Foundation.Data(contentsOf: URL(fileURLWithPath: file(name))), as: UTF8.self)
  }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: file(name)) }

  /// Every file below the folder, by relative path, sorted.
  func files() -> [String] {
    let found = FileManager.default.enumerator(atPath: path)?.allObjects ?? []
    return found.compactMap { $0 as? String }.filter { name in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: file(name), isDirectory: &isFolder)
        && !isFolder.boolValue
    }.sorted()
  }

  /// Runs words as a shell would cut them; `check` and its like are judged at the scene's time.
  @discardableResult
  func writ(
    _ words: String, input: String? = nil, environment: [String: String] = [:],
    through wrapper: [String] = []
  ) throws -> WritProcess.Outcome {
    var arguments = words.split(separator: " ").map { String($0) }
    if let verb = arguments.first, ["check", "audit", "why"].contains(verb),
      !arguments.contains("--now")
    {
      arguments += ["--now", Self.now]
    }
    return try WritProcess.run(
      arguments, in: path, input: input, environment: environment, through: wrapper)
  }

  enum Policy {
    static let access = """
      module access

      dataset users "People" {
        key id
        id: text
        mfa: bool?
        roles: set<text>
      }

      rule admin_without_mfa "Administrators sign in with a second factor" {
        severity high
        covers "soc2:CC6.1"
        tags "identity"
        for user in users
        when "admin" in user.roles
        must user.mfa
        say "{user.id} administers without a second factor"
      }

      test admin_without_mfa "a missing factor is not a pass" {
        now 2026-03-01
        given users [{ id: "a", roles: ["admin"], mfa: false }, { id: "b", roles: ["admin"] }]
        expect fail "a"
        expect no_data "b" because missing(mfa)
      }

      """

    /// One rule for each status, and a key that is personal.
    static let statuses = """
      module all

      dataset users {
        key id
        id: text
        mfa: bool?
        roles: set<text>
      }

      dataset tickets {
        key id
        id: text
        opened: time
        closed: time?
      }

      dataset people {
        key mail
        mail: text @personal(contact.email)
        trained: bool
      }

      dataset nowhere {
        key id
        id: text
      }

      rule failing "Fails" {
        severity high
        covers "soc2:CC6.1", "iso27001:A.8.5", "gdpr:Art.32"
        tags "identity"
        for u in users
        when "admin" in u.roles
        must u.mfa
        say "{u.id} has no second factor"
        fix "enroll {u.id}"
        evidence u.mfa
      }

      rule passing "Passes" {
        severity medium
        covers "soc2:CC6.2"
        for u in users
        must u.id != ""
      }

      rule unknown "Can't be told" {
        severity low
        tags "identity", "quick"
        for u in users
        where u.id == "c"
        must u.mfa
      }

      rule none_applies "Applies to none" {
        severity low
        for u in users
        when "owner" in u.roles
        must u.mfa
      }

      rule not_yet "Tickets are closed within a month" {
        severity medium
        for t in tickets
        must t.closed is known
        within 30d after t.opened
      }

      rule nobody "No members" {
        severity info
        for t in tickets
        where t.id == "none"
        must t.closed is known
      }

      rule accepted "Waived" {
        severity critical
        for t in tickets
        must t.closed is known
      }

      rule undelivered "Nothing delivers it" {
        severity info
        for n in nowhere
        must n.id != ""
      }

      rule untrained "People are trained" {
        severity medium
        for p in people
        must p.trained
        say "{mask(p.mail)} is not trained"
      }

      """
  }

  enum Data {
    static let users = """
      {"id":"a","roles":["admin"],"mfa":false}
      {"id":"b","roles":["admin"],"mfa":true}
      {"id":"c","roles":["admin"]}
      {"id":"d","roles":[],"mfa":false}

      """
    static let passing = #"{"id":"b","roles":["admin"],"mfa":true}"# + "\n"
    static let failing = #"{"id":"a","roles":["admin"],"mfa":false}"# + "\n"
    static let untold = #"{"id":"c","roles":["admin"]}"# + "\n"
  }

  /// A project in which every status but `error` occurs.
  static func allStatuses() throws -> Scene {
    try Scene([
      "writ.yaml": """
      frameworks: [soc2, iso27001, gdpr]
      datasets:
        users: users.ndjson
        tickets: tickets.csv
        people: people.json

      """,
      "policies/all.writ": Policy.statuses, "users.ndjson": Data.users,
      "tickets.csv": "id,opened,closed\nt1,2026-05-20T00:00:00Z,\n",
      "people.json": #"[{"mail":"x@example.test","trained":false}]"#,
      ".writ/waivers.yaml": waiver(rule: "all.accepted", member: "t1"),
    ])
  }

  static func waiver(
    id: String = "W-1", rule: String = "access.admin_without_mfa", member: String = "a",
    owner: String = "it@example.test", approver: String = "ciso@example.test",
    expires: String? = "2026-12-31", more: String = ""
  ) -> String {
    """
    - id: \(id)
      rule: \(rule)
      scope: { member: "\(member)" }
      reason: on order
      owner: \(owner)
      approver: \(approver)
    \(expires.map { "  expires: \($0)\n" } ?? "")\(more)
    """
  }
}

/// A JSON report as values.
struct Report {
  let json: [String: Any]

  init(_ text: String) throws {
    let value = try JSONSerialization.jsonObject(with: Foundation.Data(text.utf8))
    json = try #require(value as? [String: Any])
  }

  func list(_ name: String) -> [[String: Any]] { json[name] as? [[String: Any]] ?? [] }

  /// Rule to status.
  var statuses: [String: String] {
    var statuses: [String: String] = [:]
    for rule in list("rules") {
      if let id = rule["id"] as? String { statuses[id] = rule["status"] as? String }
    }
    return statuses
  }

  /// Outcome, rule and key of each finding, in the report's order.
  var findings: [String] {
    list("findings").map { finding in
      let key = (finding["key"] as? [String])?.joined(separator: ",") ?? "-"
      return "\(finding["outcome"] ?? "") \(finding["rule"] ?? "") \(key)"
    }
  }

  var fingerprints: [String] { list("findings").compactMap { $0["fingerprint"] as? String } }

  /// The report without the lines and bytes at which rows stand.
  func withoutPlaces() throws -> String {
    let bare = Self.strip(json)
    let data = try JSONSerialization.data(withJSONObject: bare, options: [.sortedKeys])
    return String(decoding: data, as: UTF8.self)
  }

  private static func strip(_ value: Any) -> Any {
    if let list = value as? [Any] { return list.map(strip) }
    guard let members = value as? [String: Any] else { return value }
    let places: Set<String> = ["locator", "line", "column", "start", "end", "source", "input"]
    return members.filter { !places.contains($0.key) }.mapValues(strip)
  }
}
