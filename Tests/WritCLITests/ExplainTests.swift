import Foundation
import Testing
import Writ
import WritDiagnostics
import WritDatabase
import _WritTestSupport

/// Every diagnostic has a page, and its examples do what the page says, through the door a user takes.
@Suite("writ explain") struct ExplainTests {
  @Test("without an id it lists all") func list() throws {
    let outcome = try Scene().writ("explain")
    let ids = ExplainPages.all.map(\.id)
    #expect(outcome.output.split(separator: "\n").map { String($0) } == ids)
    #expect(ids == Set(ids).sorted())
    #expect(ids.count > 100)
  }

  @Test("it shows the meaning and both examples", arguments: ExplainPages.all)
  func show(page: ExplainPage) throws {
    let outcome = try Scene().writ("explain \(page.id)")
    #expect(outcome.code == 0)
    #expect(outcome.output.hasPrefix("\(page.id)\n\n\(page.meaning)"))
    for example in [page.wrong, page.right] {
      for line in example.split(separator: "\n") {
        #expect(outcome.output.contains("    \(line)\n"), "\(line)")
      }
    }
  }

  /// What only programs that use the library otherwise meet; the checker's own tests show these.
  private static let unmet: Set = ["privacy/no-detectors"]

  @Test("the command has detectors", arguments: ExplainPages.all.filter { unmet.contains($0.id) })
  func detectorsAreThere(page: ExplainPage) throws {
    let outcome = try run(page.wrong, page.kind)
    #expect(!outcome.errors.contains("error["), "\(outcome.all)")
    #expect(outcome.code != 3, "\(outcome.all)")
  }

  @Test(
    "the examples do what the page says",
    arguments: ExplainPages.all.filter { $0.kind != .input && !unmet.contains($0.id) })
  func examples(page: ExplainPage) throws {
    let wrong = try run(page.wrong, page.kind)
    #expect(wrong.errors.contains("[\(page.id)]"), "\(wrong.all)")
    let right = try run(page.right, page.kind)
    #expect(!right.errors.contains("[\(page.id)]"), "\(right.all)")
    #expect(!right.errors.contains("error["), "\(right.all)")
    #expect(right.code != 3, "\(right.all)")
  }

  /// The commands behind the pages whose examples are described rather than given.
  private static let described: [String: (wrong: Door, right: Door)] = [
    "config/too-large": (
      Door([".writ/waivers.yaml": String(repeating: "# waivers\n", count: 500_000)]),
      Door([".writ/waivers.yaml": String(repeating: "# waivers\n", count: 250_000) + "[]\n"])
    ),
    "engine/loaded": (
      Door(
        ["writ.yaml": "datasets:\n  users: { from: sqlite, path: app.db, table: users }\n"],
        "check . --engine sqlite"),
      Door([:], "check users.ndjson --engine sqlite")
    ),
    "engine/no-database": (
      Door([:], "check users.ndjson --engine postgres"),
      Door([:], "check users.ndjson --engine sqlite")
    ),
    "engine/not-translatable": (
      Door(listed, "check users.ndjson -p list.writ --engine sqlite"),
      Door(listed, "check users.ndjson -p list.writ --engine native")
    ),
    "input/incomplete": (
      Door(host, "audit -p host.writ --root root"),
      Door(
        host.merging(["root/usr/sbin/sshd": "", "root/etc/ssh/sshd_config": "Port 22\n"]) { $1 },
        "audit -p host.writ --root root")
    ),
    "input/no-dataset": (
      Door(["people.ndjson": Scene.Data.users], "check people.ndjson"),
      Door(["people.ndjson": Scene.Data.users], "check -i users=people.ndjson")
    ),
    "input/no-rule": (
      Door([:], "check users.ndjson --rule nothing*"), Door([:], "check users.ndjson --rule *")
    ),
    "input/unfit-column": (
      Door(database("fields: { mfa: login }"), "check ."), Door(database("fields: {}"), "check .")
    ),
    "input/unknown-table": (
      Door(database("", table: "user"), "check ."), Door(database(""), "check .")
    ),
    "input/unknown-kind": (Door(["users.bin": "\u{0}\u{1}"], "check users.bin"), Door([:])),
    "input/unreadable": (Door([:], "check missing.ndjson"), Door([:])),
    "input/key": (
      Door(masked("pseudonym(key: \"support\")"), "pii mask notes.txt -p desk.writ --mask desk"),
      Door(
        masked("pseudonym(key: \"support\")"), "pii mask notes.txt -p desk.writ --mask desk",
        before: "pii key new support")
    ),
    "privacy/example": (
      Door(detecting("A-[0-9]{5}"), "pii scan notes.txt -p badge.writ"),
      Door(detecting("A-[0-9]{4}"), "pii scan notes.txt -p badge.writ")
    ),
    "privacy/mask": (
      Door(
        masked("vault(name: \"support\")").merging([".writ/vaults": ""]) { $1 },
        "pii mask notes.txt -p desk.writ --mask desk", before: "pii key new support"),
      Door(
        masked("vault(name: \"support\")"), "pii mask notes.txt -p desk.writ --mask desk",
        before: "pii key new support")
    ),
    "syntax/invalid-utf8": (
      Door(["p.writ": "module a\u{1}"], "check -p p.writ", invalid: "p.writ"), Door([:])
    ),
  ]

  private static func database(_ more: String, table: String = "users") -> [String: String] {
    [
      "writ.yaml": """
      datasets:
        users: { from: sqlite, path: app.db, table: \(table)\(more.isEmpty ? "" : ", ")\(more) }

      """
    ]
  }

  private static func masked(_ operation: String) -> [String: String] {
    [
      "notes.txt": "mail ada@example.com\n",
      "desk.writ": """
      module desk

      mask desk "What the desk may see" {
        contact.email \(operation)
        otherwise redact
      }

      """,
    ]
  }

  private static func detecting(_ pattern: String) -> [String: String] {
    [
      "notes.txt": "badge A-1234\n",
      "badge.writ": """
      module badge

      detector badge "Badge number" {
        category employment.employee_id
        pattern /\\b\(pattern)\\b/
        confidence 0.8
        example "A-1234"
        counter "A-12"
      }

      """,
    ]
  }

  private static let listed = [
    "list.writ": """
    module list

    dataset users {
      key id
      id: text
    }

    rule some "Something is listed" {
      severity low
      for u in users
      must "a" in split(u.id, ",")
    }

    """
  ]

  private static let host = [
    "root/etc/hostname": "larkfield\n", "root/etc/passwd": "root:x:0:0::/root:/bin/sh\n",
    "host.writ": """
    module host

    dataset host_sshd_effective {
      key host, id
      host: text
      id: text
    }

    rule some "Something is set" {
      severity low
      for s in host_sshd_effective
      must s.id != ""
    }

    """,
  ]

  private struct Door {
    var files: [String: String]
    var command: String
    /// A file whose last byte is no UTF-8.
    var invalid: String?
    /// A command that makes ready.
    var before: String?

    init(
      _ files: [String: String], _ command: String = "check users.ndjson", invalid: String? = nil,
      before: String? = nil
    ) {
      self.before = before
      self.files = files
      self.command = command
      self.invalid = invalid
    }

    func run() throws -> WritProcess.Outcome {
      let scene = try Scene.small(files)
      let database = try DatabaseLocation.sqlite(path: scene.file("app.db")).open()
      try database.execute("CREATE TABLE users (id TEXT, mfa INTEGER, roles TEXT)", [])
      database.close()
      if let invalid {
        let url = URL(fileURLWithPath: scene.file(invalid))
        var bytes = try Data(contentsOf: url)
        bytes.removeLast()
        bytes.append(0xFF)
        try bytes.write(to: url)
      }
      if let before {
        let outcome = try scene.writ(before)
        try #require(outcome.code == 0, "\(outcome.all)")
      }
      return try scene.writ(command)
    }
  }

  /// What no policy can bring about that the checker lets through: it is told should a machine's pattern library
  /// take less than this one's.
  private static let unreached: Set = ["privacy/detector"]

  @Test(
    "what is described happens",
    arguments: ExplainPages.all.filter { $0.kind == .input && !unreached.contains($0.id) })
  func described(page: ExplainPage) throws {
    let doors = try #require(Self.described[page.id], "no command shows \(page.id)")
    let wrong = try doors.wrong.run()
    #expect(wrong.errors.contains("[\(page.id)]"), "\(wrong.all)")
    let right = try doors.right.run()
    #expect(!right.errors.contains("[\(page.id)]"), "\(right.all)")
  }

  /// Notes are part of the report, so both streams count as said.
  private func run(_ example: String, _ kind: ExplainPage.Kind) throws -> WritProcess.Outcome {
    let now = "--now 2026-11-01T00:00:00Z"
    var files = ["policies/access.writ": Self.policy, "users.ndjson": Self.users]
    let scene: Scene
    var command = "check -i users=users.ndjson"
    switch kind {
    case .policy:
      files = ["example.writ": example, "users.ndjson": Self.users]
      command = "check -p example.writ"
    case .configuration:
      files["writ.yaml"] = example
      files["users.csv"] = "id,active,mfa\nu42,true,false\n"
      files["data/users.ndjson"] = Self.users
      if example.contains("users:") { command = "check" }
    case .catalog: files["controls/example/catalog.yaml"] = example
    case .waivers: files[".writ/waivers.yaml"] = example
    case .attestations: files[".writ/attestations.yaml"] = example
    case .input: break
    }
    scene = try Scene(files)
    var outcome = try scene.writ("\(command) \(now)")
    outcome.errors += outcome.output
    return outcome
  }

  private static let policy = """
    module access

    param dormant_after: duration = 90d "How long an account may stay unused"

    dataset users {
      key id
      id: text
      active: bool?
      mfa: bool?
    }

    rule admin_without_mfa "Administrators sign in with a second factor" {
      severity high
      covers "soc2:CC6.1"
      for u in users
      when u.active
      must u.mfa
    }

    """

  /// Two that fail, and one to whom the rule may apply or not.
  private static let users = """
    {"id":"u42","active":true,"mfa":false}
    {"id":"u43","active":true,"mfa":false}
    {"id":"u44","mfa":true}

    """

  @Test("every id that the sources report has a page") func complete() throws {
    let pages = Set(ExplainPages.all.map(\.id))
    let areas = Set(pages.compactMap { $0.split(separator: "/").first.map { String($0) } })
    let folder = PackageFolder.file("Sources")
    var unexplained: Set<String> = []
    let names = FileManager.default.enumerator(atPath: folder)?.allObjects ?? []
    for case let name as String in names where name.hasSuffix(".swift") {
      let data = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)"))
      for match in String(decoding: data, as: UTF8.self).matches(of: #/"([a-z]+)\/([a-z0-9-]+)"/#) {
        let id = "\(match.output.1)/\(match.output.2)"
        if areas.contains(String(match.output.1)), !pages.contains(id) { unexplained.insert(id) }
      }
    }
    #expect(unexplained.isEmpty, "\(unexplained.sorted())")
  }
}
