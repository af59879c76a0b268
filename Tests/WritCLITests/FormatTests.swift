import Foundation
import Testing
import _WritTestSupport

/// Reports of the command, in the judgment of programs of others and of one another.
@Suite("Formats") struct FormatTests {
  @Test("the scene has every status") func statuses() throws {
    let report = try Report(try Scene.allStatuses().writ("check -f json").output)
    #expect(
      report.statuses == [
        "all.accepted": "waived", "all.failing": "fail", "all.nobody": "empty",
        "all.none_applies": "not_applicable", "all.not_yet": "pending", "all.passing": "pass",
        "all.undelivered": "no_data", "all.unknown": "no_data", "all.untrained": "fail",
      ])
    #expect(report.json["schema"] as? String == "writ.findings/1")
    for rule in report.list("rules") {
      let ledger = try #require(rule["ledger"] as? [String: Int])
      func count(_ names: String...) -> Int { names.map { ledger[$0] ?? -1 }.reduce(0, +) }
      #expect(
        count("members") == count("pass", "fail", "no_data", "not_applicable", "pending"))
      #expect(count("fail", "no_data") == count("waived", "open"))
    }
  }

  @Test(
    "JSON is as `writ schema findings` says",
    .enabled(
      if: ExternalTool.isExpected("check-jsonschema"), "check-jsonschema is not in PATH"))
  func schema() throws {
    let tool = try #require(ExternalTool("check-jsonschema"))
    let scene = try Scene.allStatuses()
    try scene.folder.write("schema.json", try scene.writ("schema findings").output)
    try scene.writ("check -f json=a.json --show-keys")
    try scene.writ("audit -f json=b.json --period 2026-01-01..2026-07-01")
    try scene.writ("check -f json=c.json -p none.writ")
    try scene.folder.write("none.writ", "module none\n")
    try scene.writ("check -f json=d.json -p none.writ")
    for name in ["a.json", "b.json", "d.json"] {
      let result = try tool.run([
        "--no-cache", "--schemafile", scene.file("schema.json"), scene.file(name),
      ])
      #expect(result.code == 0, "\(name): \(result.output)")
    }
  }

  @Test(
    "SARIF is valid",
    .enabled(if: ExternalTool.isExpected("check-jsonschema"), "check-jsonschema is not in PATH"),
    .enabled(if: SampleFolder.isExpected, "the sample folder is absent"))
  func sarif() throws {
    let tool = try #require(ExternalTool("check-jsonschema"))
    let scene = try Scene.allStatuses()
    try scene.writ("check -f sarif=a.sarif")
    let result = try tool.run([
      "--no-cache", "--schemafile", SampleFolder.file("schemas/sarif/sarif-schema-2.1.0.json"),
      scene.file("a.sarif"),
    ])
    #expect(result.code == 0, "\(result.output)")
  }

  @Test(
    "JUnit is valid",
    .enabled(if: ExternalTool.isExpected("xmllint"), "xmllint is not in PATH"),
    .enabled(if: SampleFolder.isExpected, "the sample folder is absent"))
  func junit() throws {
    let tool = try #require(ExternalTool("xmllint"))
    let scene = try Scene.allStatuses()
    try scene.writ("check -f junit=a.xml")
    let result = try tool.run([
      "--nonet", "--noout", "--schema", SampleFolder.file("schemas/junit/junit-10.xsd"),
      scene.file("a.xml"),
    ])
    #expect(result.code == 0, "\(result.output)")
  }

  @Test("formats are siblings: one run, the same counts") func counts() throws {
    let scene = try Scene.allStatuses()
    let outcome = try scene.writ(
      "check -v -f text -f json=a.json -f jsonl=a.jsonl -f sarif=a.sarif -f csv=a.csv -f gitlab=a.gitlab"
    )
    let report = try Report(scene.text("a.json"))
    let count = report.findings.count
    #expect(count == 5, "\(report.findings)")
    #expect(outcome.output.contains("; \(count) findings (1 waived)"), "\(outcome.all)")
    let lines = try scene.text("a.jsonl").split(separator: "\n")
    #expect(lines.count { $0.hasPrefix(#"{"record":"finding""#) } == count)
    #expect(lines.count { $0.hasPrefix(#"{"record":"rule""#) } == report.statuses.count)
    // A heading, then a line each.
    #expect(try scene.text("a.csv").split(whereSeparator: \.isNewline).count == count + 1)
    let sarif = try Report(scene.text("a.sarif"))
    let results = sarif.list("runs").flatMap { $0["results"] as? [[String: Any]] ?? [] }
    let prints = results.compactMap { result in
      (result["partialFingerprints"] as? [String: String])?.values.first
    }
    #expect(Set(report.fingerprints).isSubset(of: Set(prints)), "\(prints)")
    let gitlab = try JSONSerialization.jsonObject(
      with: Foundation.Data(try scene.text("a.gitlab").utf8))
    let issues = try #require(gitlab as? [[String: Any]])
    #expect(Set(issues.compactMap { $0["fingerprint"] as? String }).count == issues.count)
  }

  @Test("findings come by rule, then key; a waived failure stays a failure") func order() throws {
    let report = try Report(try Scene.allStatuses().writ("check -f json --show-keys").output)
    #expect(
      report.findings == [
        "fail all.accepted t1", "fail all.failing a", "no_data all.failing c",
        "no_data all.unknown c", "fail all.untrained x@example.test",
      ], "\(report.findings)")
    #expect(
      report.findings.map { $0.split(separator: " ")[1] }
        == report.findings.map {
          $0.split(separator: " ")[1]
        }.sorted())
    let waived = report.list("findings").first { $0["rule"] as? String == "all.accepted" }
    #expect(waived?["outcome"] as? String == "fail")
    #expect(waived?["disposition"] as? String == "waived")
    #expect(waived?["waiver"] as? String == "W-1")
  }

  @Test(
    "results go to the standard output, nothing else does",
    arguments: ["json", "jsonl", "sarif", "junit", "github", "gitlab", "markdown", "csv", "text"])
  func streams(format: String) throws {
    let scene = try Scene.small(["inbox/readme.txt": "hello", "people.txt": "hello"])
    let outcome = try scene.writ("check users.ndjson inbox -f \(format)")
    #expect(outcome.code == 1)
    #expect(outcome.errors.contains("left alone: inbox/readme.txt"))
    #expect(!outcome.output.contains("left alone"))
    let alone = try scene.writ("check users.ndjson -f \(format)")
    #expect(alone.output == outcome.output)
    // Not a terminal: no escape, whatever the environment says.
    #expect(!outcome.output.utf8.contains(0x1B))
    #expect(!outcome.errors.utf8.contains(0x1B))
  }

  @Test("color is for terminals, or when asked for") func color() throws {
    let scene = try Scene.small()
    #expect(!(try scene.writ("check users.ndjson").output.utf8.contains(0x1B)))
    #expect(try scene.writ("check users.ndjson --color always").output.utf8.contains(0x1B))
    let never = try scene.writ("check users.ndjson --color never", environment: ["NO_COLOR": ""])
    #expect(!never.output.utf8.contains(0x1B))
    // Machines get none at all.
    #expect(
      !(try scene.writ("check users.ndjson -f json --color always").output.utf8.contains(0x1B)))
  }

  static let hasTerminal =
    (try? ExternalTool("script")?.run(["-q", "-c", "true", "/dev/null"]))?.code == 0

  @Test(
    "NO_COLOR holds on a terminal",
    .enabled(if: hasTerminal, "script can't make a pseudo-terminal here"))
  func terminal() throws {
    let tool = try #require(ExternalTool("script"))
    let scene = try Scene.small()
    let command = "\(WritProcess.binary) check users.ndjson --now \(Scene.now)"
    let colored = try tool.run([
      "-q", "-c", "cd '\(scene.path)' && env -u NO_COLOR TERM=xterm \(command)", "/dev/null",
    ])
    #expect(colored.output.utf8.contains(0x1B), "\(colored.output)")
    let plain = try tool.run([
      "-q", "-c", "cd '\(scene.path)' && NO_COLOR=1 TERM=xterm \(command)", "/dev/null",
    ])
    #expect(!plain.output.utf8.contains(0x1B), "\(plain.output)")
  }

  @Test("data never steers the terminal that shows it") func hostileData() throws {
    let scene = try Scene.small([
      "users.ndjson": #"{"id":"a\u001b[2J\n::error::x\u202e","roles":["admin"],"mfa":false}"# + "\n"
    ])
    for format in ["text", "markdown", "github", "csv", "junit", "json", "sarif"] {
      let outcome = try scene.writ("check users.ndjson -f \(format)")
      #expect(outcome.code == 1)
      #expect(!outcome.all.utf8.contains(0x1B), "\(format)")
      #expect(!outcome.all.contains("\n::error::x"), "\(format)")
    }
    let why = try scene.writ("why access.admin_without_mfa users.ndjson")
    #expect(!why.all.utf8.contains(0x1B))
  }

  @Test("a reader who has gone is silence and exit 0")
  func brokenPipe() throws {
    let tool = try #require(ExternalTool("bash"))
    let scene = try Scene.small()
    for command in ["controls list", "controls coverage", "check users.ndjson -f json", "explain"] {
      // The reader ends before the first byte is written.
      let script = """
        cd '\(scene.path)' && mkfifo pipe && exec 3<>pipe && exec 4>pipe && exec 3>&- && \
        '\(WritProcess.binary)' \(command) >&4; echo "code $?"; rm pipe
        """
      let result = try tool.run(["-c", script])
      #expect(result.output == "code 0\n", "\(command): \(result.output)")
    }
    let head = try tool.run([
      "-c",
      "cd '\(scene.path)'; set -o pipefail; '\(WritProcess.binary)' controls list | head -n 1; echo $?",
    ])
    #expect(head.output.hasSuffix("controls)\n0\n"), "\(head.output)")
  }
}
