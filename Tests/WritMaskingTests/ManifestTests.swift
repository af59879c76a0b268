import Foundation
import Testing
import WritCrypto
import WritMasking
import WritModel
import _WritTestSupport

@Suite struct ManifestTests {
  @Test func aManifestSaysWhatMaskedTheFile() throws {
    let mask = try mask(.init("encrypt_format", ["key": .text("k")]))
    #expect(!mask.isRecognizable)
    let digest = Digest.sha256Hex("masked")
    let manifest = try MaskManifest(mask, digest: digest)
    let read = try #require(MaskManifest(manifest.bytes))
    #expect(read == manifest)
    #expect(read.standing(of: digest) == .masked)
    #expect(read.standing(of: Digest.sha256Hex("edited")) == .changed)
    #expect(try read.foreignKeys(in: mask) == [])
    let other = try WritMaskingTests.mask(
      .init("encrypt_format", ["key": .text("k")]), keys: ["k": key("other")])
    #expect(try read.foreignKeys(in: other) == ["k"])
    #expect(MaskManifest.path(beside: "a.csv") == "a.csv.masked.json")
  }

  @Test(arguments: [
    "", "{}", "[]", "{\"writ_mask\":2}",
    "{\"writ_mask\":1,\"mask\":\"m\",\"sha256\":\"00\",\"keys\":{},\"recognizable\":true}",
    "{\"writ_mask\":1,\"mask\":\"m\"}",
  ])
  func whatIsNoManifestIsNil(_ text: String) { #expect(MaskManifest(bytes(text)) == nil) }

  @Test func theLogOfReversalsOnlyGrows() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/reversals.jsonl"
    let log = ReversalLog(path: path)
    #expect(try log.entries() == [])
    let entries = (0..<3).map { number in
      ReversalLog.Entry(
        reversal: Reversal(
          by: "ada@example.test", reason: "SUP-\(number)\n\"", time: Int64(number)),
        mask: "m", source: "a.csv")
    }
    for entry in entries { try log.append(entry) }
    #expect(try log.entries() == entries)
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    let whole = try Data(contentsOf: URL(filePath: path))
    // A crash while an entry was written: it is gone, and the next one stands in its place.
    try (whole + Data("{\"at\":3".utf8)).write(to: URL(filePath: path))
    try log.append(entries[0])
    #expect(try log.entries() == entries + [entries[0]])
    var changed = String(decoding: whole, as: UTF8.self)
    changed.replace("SUP-0", with: "SUP-9")
    try Data(changed.utf8).write(to: URL(filePath: path))
    #expect(throws: ReversalLog.Failure.damaged(path: path, line: 2)) { try log.entries() }
    #expect(throws: ReversalLog.Failure.self) { try log.append(entries[0]) }
    #expect(throws: ReversalLog.Failure.self) {
      try ReversalLog(path: "\(folder.path)/no/log").append(entries[0])
    }
  }

  @Test(
    arguments: [
      ("[PAYMENT_CARD]", MaskedShape.placeholder(name: "PAYMENT_CARD")),
      ("<PERSON_NAME_3>", .number(name: "PERSON_NAME", 3)),
      ("pn_a_abcdefghijklmnopqrst", .pseudonym(label: "a", body: bytes("abcdefghijklmnopqrst"))),
      (
        "tk_a_b_abcdefghijklmnopqrstuv", .token(label: "a_b", body: bytes("abcdefghijklmnopqrstuv"))
      ),
      ("vt_a_22222222222222222222", .vault(label: "a", body: bytes("22222222222222222222"))),
      ("[payment]", nil), ("[]", nil), ("<A_0>", nil), ("<_1>", nil), ("<A>", nil), ("<>", nil),
      ("pn_a_abc", nil), ("pn__abcdefghijklmnopqrst", nil), ("pn_a_abcdefghijklmnopqrs1", nil),
      ("pn_abcdefghijklmnopqrst", nil), ("tk_", nil), ("", nil), ("p", nil), ("<1", nil),
      ("[", nil), (">", nil),
    ] as [(String, MaskedShape?)])
  func shapes(_ value: String, _ shape: MaskedShape?) {
    #expect(MaskedShape(bytes(value)) == shape)
  }

  @Test func tokensAreFoundInText() throws {
    let masker = try masker(.init("token", ["key": .text("k")]))
    let context = try context("email_address", "contact.email")
    let token = text(masker.apply(bytes("ada@example.com"), context).bytes)
    for line in [token, "\"\(token)\"", "mail=\(token), seen", "<a>\(token)</a>", "(\(token))."] {
      let found = MaskedShape.tokens(in: bytes(line))
      #expect(found.map { text(Array(bytes(line)[$0])) } == [token], "\(line)")
    }
    #expect(MaskedShape.tokens(in: bytes("\(token) \(token)")).count == 2)
    for line in ["X\(token)", "\(token)X", "tk_ vt_a_b pn_", ""] {
      #expect(MaskedShape.tokens(in: bytes(line)).isEmpty, "\(line)")
    }
  }

  /// Labels that the input makes up fill no memory and are nobody's.
  @Test func manyForeignLabelsAreNotOurs() throws {
    let masker = try masker(.init("pseudonym", ["key": .text("k")]))
    for number in 0..<600 {
      #expect(!masker.isMasked(bytes("pn_x\(number)_abcdefghijklmnopqrst")))
    }
  }
}
