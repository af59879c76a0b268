import Testing
import WritDiagnostics
import WritModel
import WritProject
import WritValues

@Suite struct RecordFileTests {
  private func source(_ text: String) -> SourceText { SourceText(name: "w.yaml", text: text) }

  private func waiver(_ changes: [String: String] = [:], without absent: String = "") -> String {
    let entry = [
      ("id", "W-1"), ("rule", "access.dormant"), ("scope", "{ member: \"u1\" }"),
      ("reason", "on order"), ("owner", "it@example.test"), ("approver", "ciso@example.test"),
      ("ticket", "SEC-1"), ("expires", "2027-01-31"),
    ]
    let lines = entry.filter { $0.0 != absent }.map { key, value in
      "  \(key): \(changes[key] ?? value)\n"
    }
    return "-\n" + lines.joined()
  }

  @Test func readsAWaiver() throws {
    let (waivers, diagnostics) = WaiverFile.parse(source(waiver()))
    #expect(diagnostics.isEmpty, "\(DiagnosticRenderer().render(diagnostics))")
    let waiver = try #require(waivers.first)
    #expect(waiver.covers(rule: "access.dormant", memberKey: ["u1"]))
    #expect(!waiver.covers(rule: "access.dormant", memberKey: ["u2"]))
    #expect(!waiver.covers(rule: "access.other", memberKey: ["u1"]))
    #expect(waiver.ticket == "SEC-1")
    #expect(waiver.place.line == 2 && waiver.place.source == "w.yaml")
    let end = try #require(Timestamp(parsing: "2027-01-31T00:00:00Z"))
    #expect(waiver.expires == end && waiver.isExpired(at: end))
    #expect(!waiver.isExpired(at: Timestamp(microseconds: end.microseconds - 1)))
  }

  @Test(arguments: [
    ("{ member: \"u*\" }", ["u17"], true), ("{ member: \"u?\" }", ["u17"], false),
    ("{ members: [a, b] }", ["b"], true), ("{ member: [u1, 10.*] }", ["u1", "10.0.0.1"], true),
    ("{ member: [u1, 10.*] }", ["u1"], false), ("{ member: \"*\" }", ["u1", "x"], true),
    ("{ members: [[u1, x], [u2, y]] }", ["u2", "y"], true), ("{ member: 'a\\*' }", ["ab"], false),
    ("{ member: 'a\\*' }", ["a*"], true),
  ])
  func scopes(_ scope: String, _ key: [String], _ expected: Bool) throws {
    let (waivers, diagnostics) = WaiverFile.parse(source(waiver(["scope": scope])))
    #expect(diagnostics.isEmpty)
    #expect(waivers.first?.covers(rule: "access.dormant", memberKey: key) == expected)
  }

  @Test(arguments: [
    ("scope", "{}", "config/missing-key"), ("scope", "u1", "config/wrong-type"),
    ("scope", "{ membr: u }", "config/unknown-key"),
    ("scope", "{ members: [] }", "config/wrong-type"),
    ("scope", "{ member: a, members: [b] }", "config/unused-key"),
    ("scope", "{ member: {a: b} }", "config/wrong-type"),
    ("scope", "{ member: }", "config/wrong-type"),
    ("reason", "", "config/wrong-type"), ("reason", "'  '", "config/wrong-type"),
    ("approver", "it@example.test", "waiver/own-approval"),
    ("approver", "' IT@example.test '", "waiver/own-approval"),
    ("rule", "'*'", "config/wrong-type"),
    ("rule", "dormant", "config/wrong-type"), ("expires", "soon", "config/wrong-type"),
    ("expires", "2027-02-30", "config/wrong-type"), ("expires", "2027-11-02", "waiver/too-long"),
    ("ticket", "", "config/wrong-type"), ("owner", "[a]", "config/wrong-type"),
  ])
  func refuses(_ key: String, _ value: String, _ id: String) throws {
    let now = try #require(Timestamp(parsing: "2026-11-01T00:00:00Z"))
    let (waivers, diagnostics) = WaiverFile.parse(source(waiver([key: value])), now: now)
    #expect(waivers.isEmpty)
    #expect(diagnostics.first?.id == id, "\(key): \(value) \(diagnostics.map(\.id))")
  }

  @Test(arguments: ["id", "rule", "scope", "reason", "owner", "approver", "expires"])
  func requires(_ key: String) {
    let (waivers, diagnostics) = WaiverFile.parse(source(waiver(without: key)))
    #expect(waivers.isEmpty)
    #expect(diagnostics.map(\.message) == ["a waiver needs the key `\(key)`"])
  }

  @Test func whatExpiredIsReadAllTheSame() throws {
    let now = try #require(Timestamp(parsing: "2027-01-31T00:00:00Z"))
    let (waivers, diagnostics) = WaiverFile.parse(source(waiver()), now: now)
    #expect(diagnostics.isEmpty && waivers.count == 1)
    let (yearly, tooLong) = WaiverFile.parse(
      source(waiver(["expires": "2028-01-31T00:00:00Z"])), now: now)
    #expect(tooLong.isEmpty && yearly.count == 1)
  }

  @Test func oneMistakeHidesNoOtherWaiver() {
    let text = waiver() + waiver(["id": "W-2", "reason": "''"]) + waiver(["id": "W-3"]) + waiver()
    let (waivers, diagnostics) = WaiverFile.parse(source(text))
    #expect(waivers.map(\.id) == ["W-1", "W-3"])
    #expect(diagnostics.map(\.id) == ["config/wrong-type", "waiver/duplicate-id"])
  }

  @Test(arguments: ["", "[]", "# none"])
  func noWaivers(_ text: String) {
    #expect(WaiverFile.parse(source(text)).diagnostics.isEmpty)
  }

  @Test(arguments: ["id: W-1", "x", "{waivers: []}"])
  func onlyAList(_ text: String) {
    #expect(WaiverFile.parse(source(text)).diagnostics.map(\.id) == ["config/wrong-type"])
  }

  @Test func readsAnAttestation() throws {
    let text = """
      - control: soc2:CC1.2
        statement: the board met
        by: secretary@example.test
        approver: chair@example.test
        at: 2026-03-05
        expires: 2026-06-30
      """
    let (attestations, diagnostics) = AttestationFile.parse(source(text))
    #expect(diagnostics.isEmpty)
    let attestation = try #require(attestations.first)
    #expect(attestation.control == ControlID(framework: "soc2", id: "CC1.2"))
    #expect(attestation.holds(at: attestation.at) && !attestation.holds(at: attestation.expires))
    let own = text.replacing("chair@", with: "secretary@")
    #expect(
      AttestationFile.parse(source(own)).diagnostics.map(\.id) == ["attestation/own-approval"])
    let early = text.replacing("2026-06-30", with: "2026-03-05")
    #expect(
      AttestationFile.parse(source(early)).diagnostics.map(\.id) == ["attestation/ends-early"])
    let bare = text.replacing("soc2:", with: "")
    #expect(AttestationFile.parse(source(bare)).diagnostics.map(\.id) == ["config/wrong-type"])
  }
}
