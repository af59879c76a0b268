import Foundation
import Testing
import _WritTestSupport

/// Same rules, same inputs, same instant: same bytes, however the inputs were listed.
@Suite("Determinism") struct DeterminismTests {
  /// Users in a seeded order, some of them alike in all but the key.
  private static func rows(seed: UInt64?) -> [String] {
    var rows = (0..<60).map { index -> String in
      let mfa = ["", #","mfa":true"#, #","mfa":false"#][index % 3]
      return #"{"id":"u\#(index)","roles":["\#(index % 4 == 0 ? "user" : "admin")"]\#(mfa)}"#
    }
    if let seed {
      var generator = SeededGenerator(seed: seed)
      rows.shuffle(using: &generator)
    }
    return rows
  }

  private static func lines(_ rows: some Sequence<String>) -> String {
    rows.map { $0 + "\n" }.joined()
  }

  private static let formats = [
    "text", "json", "jsonl", "sarif", "junit", "github", "gitlab", "markdown", "csv",
  ]

  @Test("two runs, in two places, give the same bytes", arguments: formats)
  func twice(format: String) throws {
    let first = try Scene.allStatuses()
    let second = try Scene.allStatuses()
    for verb in ["text", "json"].contains(format) ? ["check", "audit --root ."] : ["check"] {
      let outcome = try first.writ("\(verb) -f \(format)")
      #expect(!outcome.output.isEmpty)
      #expect(try first.writ("\(verb) -f \(format)").output == outcome.output)
      // Nothing names the folder, so another one changes nothing.
      #expect(try second.writ("\(verb) -f \(format)").output == outcome.output)
      #expect(!outcome.all.contains(first.path))
    }
  }

  @Test("the environment changes nothing") func environment() throws {
    let scene = try Scene.allStatuses()
    let outcome = try scene.writ("check -f json")
    let other = try scene.writ(
      "check -f json",
      environment: [
        "TZ": "Asia/Tokyo", "LC_ALL": "tr_TR.UTF-8", "LANG": "de_DE.UTF-8", "COLUMNS": "40",
        "HOME": "/nowhere",
      ])
    #expect(other.output == outcome.output)
  }

  @Test("the order of rows changes nothing but their places", arguments: [1, 2, 3] as [UInt64])
  func rows(seed: UInt64) throws {
    func report(_ seed: UInt64?) throws -> Report {
      let scene = try Scene.small(["users.ndjson": Self.lines(Self.rows(seed: seed))])
      return try Report(scene.writ("check users.ndjson -f json").output)
    }
    let plain = try report(nil)
    let shuffled = try report(seed)
    #expect(plain.findings.count == 30)
    #expect(try shuffled.withoutPlaces() == plain.withoutPlaces())
    #expect(shuffled.fingerprints == plain.fingerprints)
  }

  @Test("the order in which files are named changes nothing") func files() throws {
    let rows = Self.rows(seed: 7)
    var files: [String: String] = ["users.ndjson": ""]
    for part in 0..<4 {
      files["part\(part).ndjson"] = Self.lines(rows[(part * 15)..<(part * 15 + 15)])
    }
    let scene = try Scene.small(files)
    let orders = [[0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 3, 1]]
    let reports = try orders.map { order in
      let inputs = order.map { "-i users=part\($0).ndjson" }.joined(separator: " ")
      return try scene.writ("check -f json \(inputs)").output
    }
    #expect(try Report(reports[0]).findings.count == 30)
    #expect(Set(reports).count == 1)
  }

  @Test("a repeated name is one input") func twiceNamed() throws {
    let scene = try Scene.small()
    let once = try scene.writ("check users.ndjson -f json")
    #expect(try scene.writ("check users.ndjson users.ndjson -f json").output == once.output)
    #expect(
      try scene.writ("check -i users=users.ndjson -i users=users.ndjson -f json").output
        == once.output)
  }

  @Test("the names of policy files change nothing but places") func policies() throws {
    let parts = Scene.Policy.statuses.components(separatedBy: "\nrule ")
    let declarations = parts[0] + "\n"
    let rules = parts.dropFirst().map { "module all\n\nrule " + $0 }
    func scene(_ names: [String]) throws -> Scene {
      let scene = try Scene.allStatuses()
      try FileManager.default.removeItem(atPath: scene.file("policies/all.writ"))
      try scene.folder.write("policies/\(names[0]).writ", declarations)
      for (name, rule) in zip(names.dropFirst(), rules) {
        try scene.folder.write("policies/\(name).writ", rule)
      }
      return scene
    }
    let names = "abcdefghij".map { String($0) }
    #expect(rules.count == names.count - 1)
    let plain = try Report(scene(names).writ("check -f json").output)
    let reversed = try Report(scene(names.reversed()).writ("check -f json").output)
    #expect(plain.statuses.count == 9)
    #expect(try reversed.withoutPlaces() == plain.withoutPlaces())
  }

  @Test("a fingerprint is of the content, not of the place") func fingerprints() throws {
    let rows = Self.lines(Self.rows(seed: nil))
    let scene = try Scene.small(["users.ndjson": rows])
    let plain = try Report(scene.writ("check users.ndjson -f json").output).fingerprints
    #expect(Set(plain).count == 30)
    #expect(plain.allSatisfy { $0.hasPrefix("w1:") })
    // Blank lines above, other fields beside, another folder, another instant.
    let moved = try Scene.small([
      "policies/access.writ": "\n\n// moved\n" + Scene.Policy.access,
      "deep/er/users.ndjson": "\n\n\n"
        + rows.replacingOccurrences(of: "{\"id\"", with: "{\"note\":\"x\",\"id\""),
    ])
    let other = try Report(
      moved.writ("check deep/er/users.ndjson -f json --now 2026-07-01T12:00:00Z").output)
    #expect(other.fingerprints == plain)
  }
}
