import Foundation
import Testing
import _WritTestSupport

/// The flags that choose what is judged and what closes the gate.
@Suite("The gate") struct GateTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var flags: String
    /// File of users: one of those of the scene.
    var users: String
    var code: Int32

    var testDescription: String { "\(users) \(flags)" }
  }

  static let cases: [Case] = [
    Case(flags: "", users: "fail", code: 1), Case(flags: "", users: "pass", code: 0),
    Case(flags: "", users: "untold", code: 2), Case(flags: "", users: "both", code: 1),
    Case(flags: "--fail-on critical", users: "fail", code: 0),
    Case(flags: "--fail-on high", users: "fail", code: 1),
    Case(flags: "--fail-on low", users: "fail", code: 1),
    Case(flags: "--fail-on never", users: "fail", code: 0),
    // Never turns 1 into 0 and nothing else.
    Case(flags: "--fail-on never", users: "untold", code: 2),
    Case(flags: "--fail-on never", users: "rejected", code: 2),
    Case(flags: "--no-data warn", users: "both", code: 1),
    Case(flags: "--no-data warn", users: "mixed", code: 0),
    Case(flags: "--no-data fail", users: "mixed", code: 2),
    Case(flags: "--no-data warn", users: "rejected", code: 0),
    // Where nothing was evaluated, nothing turns it into a pass.
    Case(flags: "--no-data warn", users: "untold", code: 2),
    Case(flags: "--no-data warn --fail-on never", users: "untold", code: 2),
    Case(flags: "--fail-on critical", users: "untold", code: 2),
  ]

  private static let users = [
    "pass": Scene.Data.passing, "fail": Scene.Data.failing, "untold": Scene.Data.untold,
    "both": Scene.Data.failing + Scene.Data.untold,
    "mixed": Scene.Data.passing + Scene.Data.untold,
    "rejected": Scene.Data.passing + "not json\n",
  ]

  @Test("severities and missing data", arguments: cases) func gate(_ gate: Case) throws {
    let scene = try Scene.small(["data.ndjson": Self.users[gate.users] ?? ""])
    let outcome = try scene.writ("check -i users=data.ndjson \(gate.flags)")
    #expect(outcome.code == gate.code, "\(outcome.all)")
    #expect(outcome.output.contains("exit \(gate.code): "), "\(outcome.all)")
  }

  @Test(
    "--rule and --tag choose rules",
    arguments: [
      (
        "",
        [
          "accepted", "failing", "nobody", "none_applies", "not_yet", "passing", "undelivered",
          "unknown", "untrained",
        ]
      ),
      ("--rule all.failing", ["failing"]), ("--rule failing", ["failing"]),
      ("--rule *ing", ["failing", "passing"]),
      ("--rule all.n*", ["nobody", "none_applies", "not_yet"]),
      ("--tag identity", ["failing", "unknown"]), ("--tag quick", ["unknown"]),
      ("--tag quick --tag identity", ["failing", "unknown"]),
      ("--rule failing --tag quick", []),
    ])
  func choose(flags: String, names: [String]) throws {
    let scene = try Scene.allStatuses()
    let outcome = try scene.writ("check -f json \(flags)")
    #expect(try Report(outcome.output).statuses.keys.sorted() == names.map { "all.\($0)" })
  }

  @Test("a personal key is a place and a digest, but under --show-keys")
  func personalKeys() throws {
    let scene = try Scene.allStatuses()
    for format in [
      "text", "json", "jsonl", "sarif", "junit", "github", "gitlab", "markdown", "csv",
    ] {
      let hidden = try scene.writ("check -f \(format)")
      #expect(!hidden.all.contains("x@example.test"), "\(format)\n\(hidden.all)")
    }
    let hidden = try scene.writ("why untrained")
    #expect(hidden.code == 0)
    #expect(!hidden.all.contains("x@example.test"), "\(hidden.all)")
    #expect(hidden.output.contains("people.json:1"), "\(hidden.all)")
    let shown = try scene.writ("check -f json --show-keys")
    #expect(shown.output.contains(#"["x@example.test"]"#), "\(shown.all)")
    #expect(
      try Report(shown.output).fingerprints
        == Report(try scene.writ("check -f json").output).fingerprints)
  }

  @Test("-i delivers by dataset or kind, and replaces what writ.yaml binds")
  func inputs() throws {
    let scene = try Scene.small([
      "writ.yaml": "datasets:\n  users: users.ndjson\n", "more.ndjson": Scene.Data.passing,
      "users.json": "[\(Scene.Data.passing.dropLast())]", "a=b.ndjson": Scene.Data.passing,
    ])
    #expect(try scene.writ("check").code == 1)
    for command in [
      "check -i users=more.ndjson", "check -i access.users=more.ndjson", "check -i json=users.json",
      "check users.json", "check -i users=a=b.ndjson", "check --input users=more.ndjson",
    ] {
      let outcome = try scene.writ(command)
      #expect(outcome.code == 0, "\(command)\n\(outcome.all)")
    }
    let parts = try scene.writ("check -f json -i users=users.ndjson -i users=plus.ndjson")
    #expect(parts.code == 4, "a part that is missing is not left out: \(parts.all)")
    try scene.folder.write("plus.ndjson", #"{"id":"z","roles":["admin"],"mfa":false}"# + "\n")
    let both = try scene.writ("check -f json -i users=users.ndjson -i users=plus.ndjson")
    #expect(
      try Report(both.output).findings.filter { $0.hasPrefix("fail") } == [
        "fail access.admin_without_mfa a", "fail access.admin_without_mfa z",
      ])
  }

  @Test("every reader takes -") func standardInput() throws {
    let scene = try Scene.small()
    for command in ["check -i users=-", "check -i users=- -p policies"] {
      let outcome = try scene.writ(command, input: Scene.Data.failing)
      #expect(outcome.code == 1, "\(outcome.all)")
      #expect(outcome.output.contains("stdin:1"), "\(outcome.all)")
    }
    #expect(try scene.writ("check users.ndjson -p -", input: Scene.Policy.access).code == 1)
    #expect(
      try scene.writ("check users.ndjson -p -", input: "modul x").errors.contains("stdin:1:1"))
    #expect(try scene.writ("test -", input: Scene.Policy.access).code == 0)
    let empty = try scene.writ("check -i users=-")
    #expect(empty.code == 4, "\(empty.all)")
  }

  @Test("several formats at once, each file whole, nothing left behind") func outputs() throws {
    let scene = try Scene.small(["old.json": "old", "deep/.keep": ""])
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o640], ofItemAtPath: scene.file("old.json"))
    try FileManager.default.createSymbolicLink(
      atPath: scene.file("link.xml"), withDestinationPath: "deep/target.xml")
    try scene.folder.write("deep/target.xml", "old")
    let before = scene.files()
    let outcome = try scene.writ(
      "check users.ndjson -f text -f json=old.json -f sarif=deep/new.sarif -f junit=link.xml "
        + "-f csv=/dev/null")
    #expect(outcome.code == 1, "\(outcome.all)")
    #expect(outcome.output.contains("exit 1: "))
    #expect(scene.files() == (before + ["deep/new.sarif"]).sorted())
    #expect(try Report(scene.text("old.json")).findings.count == 2)
    let mode = try FileManager.default.attributesOfItem(atPath: scene.file("old.json"))[
      .posixPermissions]
    #expect(mode as? Int == 0o640)
    #expect(try scene.text("deep/target.xml").contains("<testsuite"))
    let link = try FileManager.default.destinationOfSymbolicLink(atPath: scene.file("link.xml"))
    #expect(link == "deep/target.xml")
    let type = try FileManager.default.attributesOfItem(atPath: "/dev/null")[.type]
    #expect(type as? FileAttributeType == .typeCharacterSpecial)
  }

  @Test("an output that can't be written is exit 4 and named") func unwritable() throws {
    let scene = try Scene.small()
    let before = scene.files()
    let outcome = try scene.writ("check users.ndjson -f json=none/out.json")
    #expect(outcome.code == 4)
    #expect(outcome.errors.contains("none/out.json can't be written"), "\(outcome.all)")
    #expect(scene.files() == before)
  }

  @Test("-q says nothing but results and errors") func quiet() throws {
    let scene = try Scene.small([
      "writ.yaml": "datasets:\n  userz: users.ndjson\n", "inbox/readme.txt": "hello",
    ])
    let loud = try scene.writ("check users.ndjson inbox -f json")
    #expect(loud.errors.contains("warning[config/unknown-dataset]"), "\(loud.all)")
    #expect(loud.errors.contains("left alone: inbox/readme.txt"))
    #expect(loud.errors.contains("exit 1: "))
    let quiet = try scene.writ("check users.ndjson inbox -f json -q")
    #expect(quiet.errors.isEmpty, "\(quiet.all)")
    #expect(quiet.output == loud.output)
    let broken = try scene.writ("check gone.ndjson -q")
    #expect(broken.errors.contains("`gone.ndjson` does not exist"))
  }
}
