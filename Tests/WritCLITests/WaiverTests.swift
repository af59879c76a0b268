import Testing
import _WritTestSupport

@Suite("writ waiver check") struct WaiverTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var waiver: String
    var code: Int32
    var line: String
    /// The note on the error stream; none where empty.
    var note: String

    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(
      name: "active", waiver: Scene.waiver(), code: 0, line: "active  covers 1, until 2026-12-31",
      note: ""),
    Case(
      name: "expired", waiver: Scene.waiver(expires: "2026-05-31"), code: 0,
      line: "expired  covers 1, until 2026-05-31", note: "warning[waiver/expired]"),
    Case(
      name: "ends at this very instant", waiver: Scene.waiver(expires: "2026-06-01"), code: 0,
      line: "expired  covers 1", note: "warning[waiver/expired]"),
    Case(
      name: "ends soon", waiver: Scene.waiver(expires: "2026-06-20"), code: 0,
      line: "active  covers 1", note: "note[waiver/expiring-soon]"),
    Case(
      name: "unused", waiver: Scene.waiver(member: "b"), code: 0, line: "unused  covers 0",
      note: "warning[waiver/unused]"),
    Case(
      name: "too broad", waiver: Scene.waiver(member: "*"), code: 0, line: "active  covers 2",
      note: "warning[waiver/too-broad]"),
    Case(
      name: "for no rule", waiver: Scene.waiver(rule: "access.nope"), code: 3,
      line: "unknown_rule  covers 0", note: "error[waiver/unknown-rule]"),
  ]

  @Test("states", arguments: cases) func state(_ expected: Case) throws {
    let scene = try Scene.small([".writ/waivers.yaml": expected.waiver])
    let outcome = try scene.writ("waiver check users.ndjson --now \(Scene.now)")
    #expect(outcome.code == expected.code, "\(outcome.all)")
    #expect(outcome.output.hasPrefix("W-1  access."), "\(outcome.all)")
    #expect(outcome.output.contains(expected.line), "\(outcome.all)")
    if expected.note.isEmpty {
      #expect(outcome.errors.isEmpty)
    } else {
      #expect(
        outcome.errors.contains("\(expected.note): .writ/waivers.yaml:1:3: "), "\(outcome.all)")
    }
  }

  @Test("none is fine, an invalid one is exit 3, a missing file exit 4") func others() throws {
    let scene = try Scene.small()
    let none = try scene.writ("waiver check users.ndjson --now \(Scene.now)")
    #expect(none.code == 0)
    #expect(none.output == "no waivers\n")
    try scene.folder.write("w.yaml", Scene.waiver(approver: "it@example.test"))
    #expect(
      try scene.writ("waiver check users.ndjson --waivers w.yaml --now \(Scene.now)").code == 3)
    #expect(try scene.writ("waiver check users.ndjson --waivers gone.yaml").code == 4)
    #expect(try scene.writ("waiver check gone.ndjson").code == 4)
  }

  @Test("a waiver opens the gate and leaves the verdict") func gate() throws {
    let scene = try Scene.small([
      "users.ndjson": Scene.Data.failing + Scene.Data.passing, ".writ/waivers.yaml": Scene.waiver(),
    ])
    let waived = try scene.writ("check users.ndjson -f json")
    #expect(waived.code == 0, "\(waived.all)")
    let report = try Report(waived.output)
    #expect(report.statuses == ["access.admin_without_mfa": "waived"])
    let ledger = report.list("rules").first?["ledger"] as? [String: Int]
    #expect(ledger?["fail"] == 1)
    #expect(ledger?["waived"] == 1)
    #expect(ledger?["open"] == 0)
    // On the day it ends the gate closes.
    #expect(try scene.writ("check users.ndjson --now 2026-12-30T23:59:59Z").code == 0)
    #expect(try scene.writ("check users.ndjson --now 2026-12-31").code == 1)
  }
}
