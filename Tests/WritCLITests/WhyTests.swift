import Testing
import _WritTestSupport

@Suite("writ why") struct WhyTests {
  @Test("a failure: what was read where, what decided, what would change it") func failure() throws
  {
    let scene = try Scene.small()
    let report = try Report(scene.writ("check users.ndjson -f json").output)
    let print = try #require(report.fingerprints.first)
    let outcome = try scene.writ("why access.admin_without_mfa/a users.ndjson")
    #expect(outcome.code == 0)
    for line in [
      "fail  high  access.admin_without_mfa  a\n", "  a administers without a second factor\n",
      "user.mfa = false  at users.ndjson:1\n", "user.mfa is false\n",
      "  passes if user.mfa = true\n", "  controls  soc2:CC6.1\n", "fingerprint \(print)\n",
    ] {
      #expect(outcome.output.contains(line), "\(line)\n\(outcome.all)")
    }
    // By fingerprint, by its beginning, by the rule's last name.
    for name in [print, String(print.prefix(12)), "admin_without_mfa/a"] {
      #expect(try scene.writ("why \(name) users.ndjson").output == outcome.output, "\(name)")
    }
  }

  @Test("what can't be told claims nothing but its cause") func unknown() throws {
    let outcome = try Scene.small().writ("why access.admin_without_mfa/c users.ndjson")
    #expect(outcome.output.contains("no_data  high  access.admin_without_mfa  c\n"))
    #expect(outcome.output.contains("missing(mfa)"))
    #expect(!outcome.output.contains("c administers"), "\(outcome.all)")
  }

  @Test(
    "a member without a finding has an answer, too",
    arguments: [("b", "pass"), ("d", "not_applicable")])
  func member(key: String, word: String) throws {
    let outcome = try Scene.small().writ("why access.admin_without_mfa/\(key) users.ndjson")
    #expect(outcome.code == 0)
    #expect(outcome.output == "access.admin_without_mfa  \(key)  \(word)\n")
  }

  @Test("a rule's name shows all its findings; nothing is exit 64") func rule() throws {
    let scene = try Scene.small()
    let outcome = try scene.writ("why admin_without_mfa users.ndjson")
    #expect(outcome.output.contains("  a\n"))
    #expect(outcome.output.contains("  c\n"))
    let nothing = try scene.writ("why access.admin_without_mfa/zz users.ndjson")
    #expect(nothing.code == 64)
    #expect(nothing.output.isEmpty)
  }
}
