import Foundation
import Testing
import _WritTestSupport

/// `writ pii`: what it finds, masks and gives back, and what it leaves when something goes wrong.
@Suite("Personal data on the command line") struct PersonalDataCommandTests {
  private static let log = """
    2026-11-01T10:00:00Z INFO login user=jane.doe@example.com from 192.0.2.17
    2026-11-01T10:00:01Z INFO paid with card 4111 1111 1111 1111, order 90210
    2026-11-01T10:00:02Z INFO NHS no: 943 476 5919
    2026-11-01T10:00:03Z INFO built 6f1ed002ab5595859014ebf0951522d9 in 1730455200000 ms

    """
  private static let table = """
    id,name,email,ssn
    1,"Doe, Jane",jane@example.org,536-90-4399
    2,Robert Miller,rob@example.org,

    """
  private static let mask = """
    module masks

    mask desk "What the support desk may see" {
      financial.card partial(last: 4)
      contact.email token(key: "desk")
      government.* encrypt_format(key: "desk")
      otherwise redact
    }

    """

  private func scene(_ files: [String: String] = [:]) throws -> Scene {
    try Scene(
      [
        "writ.yaml": "policies: [policies]\n", "policies/masks.writ": Self.mask,
        "app.log": Self.log, "people.csv": Self.table,
      ].merging(files) { $1 })
  }

  // MARK: Scanning

  @Test("finds are shown by place and type, never by value")
  func scan() throws {
    let outcome = try scene().writ("pii scan app.log people.csv")
    #expect(outcome.code == 0, "\(outcome.all)")
    for line in [
      "line 1  email_address", "line 1  ipv4_address", "line 2  payment_card",
      "line 3  uk_nhs_number", "row 2, column email  email_address", "row 2, column ssn  us_ssn",
    ] {
      #expect(outcome.output.contains(line), "\(line) in \(outcome.output)")
    }
    for value in ["jane", "4111", "943 476", "536-90"] {
      #expect(!outcome.all.contains(value), "\(value)")
    }
    #expect(!outcome.output.contains("line 4"))
  }

  @Test("JSON Lines have byte offsets of the document")
  func lines() throws {
    let text = "é jane.doe@example.com\n"
    let scene = try Scene(["a.txt": text])
    let outcome = try scene.writ("pii scan -f jsonl a.txt")
    let record = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let found = try #require(record as? [String: Any])
    #expect(found["doc"] as? String == "a.txt")
    #expect(found["start"] as? Int == 3)
    #expect(found["end"] as? Int == 23)
    #expect(found["type"] as? String == "email_address")
    #expect((found["score"] as? Double ?? 0) > 0.9)
    #expect(found["also"] is [Any])
  }

  @Test("values and digests are shown when that is asked for")
  func show() throws {
    let scene = try scene([".writ/fingerprint.key": "secret"])
    let plain = try scene.writ("pii scan app.log people.csv -f json")
    #expect(plain.output.contains("\"digest\""))
    #expect(!plain.output.contains("jane"))
    let shown = try scene.writ("pii scan app.log --show -f json")
    #expect(shown.output.contains("jane.doe@example.com"))
  }

  @Test("a find is exit 0, with --fail 1")
  func fail() throws {
    let scene = try scene(["clean.txt": "nothing here\n"])
    #expect(try scene.writ("pii scan app.log").code == 0)
    #expect(try scene.writ("pii scan --fail app.log").code == 1)
    #expect(try scene.writ("pii scan --fail clean.txt").code == 0)
  }

  @Test("the gate loses nothing")
  func gate() throws {
    let scene = try scene()
    let gated = try scene.writ("pii scan -f json app.log people.csv")
    let plain = try scene.writ("pii scan -f json --no-gate app.log people.csv")
    #expect(gated.output == plain.output)
  }

  @Test("bad input is told and nothing crashes")
  func badInput() throws {
    let scene = try scene()
    let front = String(repeating: "plain text ", count: 20)
    var bytes = Array("\(front)\u{0} jane.doe@example.com \u{FF}".utf8)
    bytes += [0xFF, 0xFE, 0xC0, 0x80] + Array(" 192.0.2.1\n".utf8)
    try Data(bytes).write(to: URL(fileURLWithPath: scene.file("odd.log")))
    let odd = try scene.writ("pii scan odd.log")
    #expect(odd.code == 0, "\(odd.all)")
    #expect(odd.output.contains("email_address"))
    let missing = try scene.writ("pii scan nowhere.txt app.log")
    #expect(missing.code == 4)
    #expect(missing.output.contains("nowhere.txt"))
    #expect(missing.output.contains("payment_card"))
    try Data([0x7F, 0x45, 0x4C, 0x46] + [UInt8](repeating: 0, count: 400)).write(
      to: URL(fileURLWithPath: scene.file("program")))
    let binary = try scene.writ("pii scan program")
    #expect(binary.output.contains("skipped: a program"))
    #expect(try scene.writ("pii scan").code == 64)
    #expect(try scene.writ("pii scan app.log --threshold 200").code == 64)
  }

  @Test("an own detector whose example does not hold is a mistake at its place")
  func brokenDetector() throws {
    let detector = """
      module own

      detector badge "A badge" {
        category government.national_id
        region world
        pattern /\\bB-\\d{6}\\b/
        confidence 0.9
        example "B-12345"
        counter "B-1"
      }

      """
    let scene = try Scene(["writ.yaml": "policies: [policies]\n", "policies/own.writ": detector])
    let outcome = try scene.writ("pii scan writ.yaml")
    #expect(outcome.code == 3, "\(outcome.all)")
    #expect(outcome.errors.contains("policies/own.writ:"), "\(outcome.all)")
    #expect(outcome.errors.contains("example"))
  }

  // MARK: Masking

  @Test("a mask keeps the document valid, and what can be undone comes back")
  func masked() throws {
    let scene = try scene()
    #expect(try scene.writ("pii key new desk").code == 0)
    let mode = try FileManager.default.attributesOfItem(atPath: scene.file("keys/desk.key"))
    #expect(mode[.posixPermissions] as? Int == 0o600)
    let outcome = try scene.writ("pii mask --mask desk people.csv -o masked.csv")
    #expect(outcome.code == 0, "\(outcome.all)")
    let text = try scene.text("masked.csv")
    #expect(!text.contains("jane@") && !text.contains("536-90-4399"), "\(text)")
    #expect(text.hasPrefix("id,name,email,ssn\n"))
    #expect(text.split(separator: "\n").count == 3)
    #expect(scene.exists("masked.csv.masked.json"))
    let again = try scene.writ("pii mask --mask desk masked.csv -o twice.csv")
    #expect(again.code == 0)
    #expect(try scene.text("twice.csv") == text)
    let back = try scene.writ(
      "pii unmask masked.csv --mask desk --by ada --reason ticket-7 -o back.csv")
    #expect(back.code == 0, "\(back.all)")
    #expect(try scene.text("back.csv").contains("jane@example.org,536-90-4399"))
    let log = try scene.text(".writ/reversals.jsonl")
    #expect(log.contains("\"ada\"") && log.contains("ticket-7"))
  }

  @Test("without a key nothing is written")
  func missingKey() throws {
    let scene = try scene()
    let outcome = try scene.writ("pii mask --mask desk people.csv -o masked.csv")
    #expect(outcome.code == 4, "\(outcome.all)")
    #expect(outcome.errors.contains("writ pii key new desk"))
    #expect(!scene.exists("masked.csv"))
  }

  @Test("a key is never made over another, and never printed")
  func keys() throws {
    let scene = try scene()
    let made = try scene.writ("pii key new desk")
    let key = try scene.text("keys/desk.key")
    let secret = key.split(separator: " ")[2]
    #expect(!made.all.contains(secret))
    #expect(try scene.writ("pii key new desk").code == 4)
    #expect(try scene.text("keys/desk.key") == key)
    #expect(try scene.writ("pii key new ../desk").code == 4)
  }

  @Test("a full disk leaves the input and no half of an output")
  func fullDisk() throws {
    let scene = try scene()
    let full = try scene.writ("pii mask app.log -o /dev/full")
    #expect(full.code == 5, "\(full.all)")
    let lines = String(repeating: Self.log, count: 400)
    try scene.folder.write("big.log", lines)
    let words = ["sh", "-c", "ulimit -f 8; trap '' XFSZ; exec \"$0\" \"$@\""]
    let limited = try scene.writ("pii mask big.log -o out.log", through: words)
    #expect(limited.code == 5, "\(limited.all)")
    #expect(!scene.exists("out.log"))
    #expect(try scene.text("big.log") == lines)
    let inPlace = try scene.writ("pii mask big.log --in-place", through: words)
    #expect(inPlace.code == 5)
    #expect(try scene.text("big.log") == lines)
    #expect(!scene.files().contains { $0.contains(".writ-") })
  }

  @Test("what may be in clear gets no name of a masked file")
  func gap() throws {
    let lines = String(repeating: "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEA\n", count: 2_000)
    let key = "-----BEGIN PRIVATE KEY-----\n\(lines)-----END PRIVATE KEY-----\n"
    let scene = try Scene(["a.txt": key])
    let outcome = try scene.writ("pii mask a.txt -o out.txt")
    #expect(outcome.code == 5, "\(outcome.errors.suffix(300))")
    #expect(outcome.errors.contains("window overflow"))
    #expect(!scene.exists("out.txt"))
  }

  @Test("a crash in the middle leaves nothing under the final name")
  func crash() throws {
    let scene = try scene()
    let lines = String(repeating: Self.log, count: 3_000)
    try scene.folder.write("big.log", lines)
    let process = try WritProcess(
      ["pii", "mask", "big.log", "-o", "out.log"], in: scene.path)
    usleep(300_000)
    process.send(SIGKILL)
    _ = try process.wait()
    if scene.exists("out.log") {
      let text = try scene.text("out.log")
      #expect(text.hasSuffix("ms\n") && !text.contains("jane.doe"))
    }
    #expect(try scene.text("big.log") == lines)
  }

  @Test("the standard input, in pieces and without end of line")
  func standardInput() throws {
    let scene = try scene()
    let outcome = try scene.writ("pii mask -", input: "mail jane.doe@example.com")
    #expect(outcome.code == 0, "\(outcome.all)")
    #expect(outcome.output == "mail [EMAIL_ADDRESS]")
  }

  @Test("masking twice changes nothing")
  func idempotent() throws {
    let scene = try scene()
    for name in ["app.log", "people.csv"] {
      #expect(try scene.writ("pii mask \(name) -o once").code == 0)
      #expect(try scene.writ("pii mask once -o twice").code == 0)
      #expect(try scene.text("once") == scene.text("twice"))
    }
  }

  @Test("the detectors are listed with their class and what chance passes")
  func detectors() throws {
    let outcome = try scene().writ("pii detectors --only payment_card")
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("payment_card  financial.card  world"))
    #expect(outcome.output.contains("checksum"))
    #expect(outcome.output.contains("1 detectors"))
    let all = try scene().writ("pii detectors")
    #expect(all.output.split(separator: "\n").count > 110)
  }
}
