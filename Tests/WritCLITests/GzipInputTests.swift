import Foundation
import Testing
import _WritTestSupport

/// A compressed file is the file: told by its bytes, wherever a file is read.
@Suite("Compressed input") struct GzipInputTests {
  private func write(_ scene: Scene, _ name: String, _ bytes: [UInt8]) throws {
    try scene.folder.write(name, "")
    try Data(bytes).write(to: URL(fileURLWithPath: scene.file(name)))
  }

  @Test(
    "however it is given",
    arguments: [
      "check users.ndjson.gz", "check -i users=users.ndjson.gz", "check -i users=odd.bin",
      "check inbox", "check -i users=users.json.gz", "check -i users=users.csv.gz",
    ], ["native", "reference"])
  func given(_ words: String, _ engine: String) throws {
    let plain = try Scene.small().writ("check users.ndjson --format json --engine \(engine)")
    let scene = try Scene.small()
    let lines = Scene.Data.users
    let half = lines.utf8.count / 2
    let bytes =
      GzipFile.member(Array(lines.utf8.prefix(half)))
      + GzipFile.member(Array(lines.utf8.dropFirst(half)))
    for name in ["users.ndjson.gz", "odd.bin", "inbox/users.ndjson.gz"] {
      try write(scene, name, bytes)
    }
    let objects = lines.split(separator: "\n").joined(separator: ",")
    try write(scene, "users.json.gz", GzipFile.member("[\(objects)]"))
    try write(
      scene, "users.csv.gz",
      GzipFile.member(
        "id,mfa,roles\na,false,\"[\"\"admin\"\"]\"\nb,true,\"[\"\"admin\"\"]\"\n"
          + "c,,\"[\"\"admin\"\"]\"\nd,,[]\n"))
    let outcome = try scene.writ("\(words) --format json --engine \(engine)")
    #expect(outcome.code == plain.code, "\(outcome.all)")
    let report = try Report(outcome.output)
    #expect(report.findings == (try Report(plain.output)).findings)
    #expect(report.findings.count > 1)
    #expect(report.statuses == (try Report(plain.output)).statuses)
  }

  @Test("places are those of the text")
  func places() throws {
    let scene = try Scene.small()
    let text = Scene.Data.passing + "broken\n" + Scene.Data.failing
    try write(scene, "users.gz", GzipFile.member(text))
    let outcome = try scene.writ("check -i users=users.gz")
    #expect(outcome.all.contains("users.gz:2: malformed JSON"), "\(outcome.all)")
    #expect(outcome.all.contains("users.gz:3"), "\(outcome.all)")
    #expect(outcome.code == 1)
  }

  @Test("on the standard input")
  func standardInput() throws {
    let scene = try Scene.small()
    try write(scene, "in.gz", GzipFile.member(Scene.Data.users))
    let words = ["sh", "-c", "exec \"$0\" \"$@\" < in.gz"]
    let outcome = try scene.writ("check -i users=-", through: words)
    #expect(outcome.code == 1, "\(outcome.all)")
    #expect(outcome.all.contains("stdin:1"), "\(outcome.all)")
    try write(scene, "in.gz", Array(GzipFile.member(Scene.Data.users).dropLast(5)))
    let cut = try scene.writ("check -i users=-", through: words)
    #expect(cut.code == 4, "\(cut.all)")
    #expect(cut.all.contains("stdin: is cut off (gzip)"), "\(cut.all)")
  }

  private static let logPolicy = """
    module logs

    dataset auth_events "Sign-ins" {
      key id
      order by time
      id: text
      time: time
      actor: text?
      outcome: text
    }

    rule failed "Sign-ins succeed" {
      severity high
      for e in auth_events
      must e.outcome != "failure" or e.time < 2000-01-01
    }

    """

  /// A line of a log without a year; the port tells the lines apart.
  private static func line(_ date: String, _ port: Int) -> String {
    "\(date) 10:00:00 host sshd[1]: Failed password for root from 192.0.2.7 port \(port) ssh2\n"
  }

  @Test("rotated logs, of which the old ones are compressed, go on from year to year")
  func rotated() throws {
    let logs = [
      ("auth.log.2", Self.line("Dec 30", 1)),
      ("auth.log.1", Self.line("Dec 31", 2) + Self.line("Jan  1", 3)),
      ("auth.log", Self.line("Jan  2", 4)),
    ]
    let settings = """
      datasets:
        auth_events: { from: sshd, path: "logs/auth.log*", year: 2025 }

      """
    var reports: [[String]] = []
    for compressed in [[], ["auth.log.2"], ["auth.log.1", "auth.log.2"]] {
      let scene = try Scene(["policies/logs.writ": Self.logPolicy, "writ.yaml": settings])
      for (name, text) in logs {
        if compressed.contains(name) {
          try write(scene, "logs/\(name).gz", GzipFile.member(text))
        } else {
          try scene.folder.write("logs/\(name)", text)
        }
      }
      let outcome = try scene.writ("check --format json --now 2026-02-01")
      let report = try Report(outcome.output)
      #expect(report.findings.count == 4, "\(outcome.all)")
      reports.append(
        report.findings.map { $0.replacingOccurrences(of: ".gz:", with: ":") }.sorted())
      #expect(outcome.output.contains("2025-12-30T10:00:00Z"), "\(outcome.output)")
      #expect(outcome.output.contains("2026-01-02T10:00:00Z"), "\(outcome.output)")
    }
    #expect(reports[0] == reports[1])
    #expect(reports[0] == reports[2])
  }
}
