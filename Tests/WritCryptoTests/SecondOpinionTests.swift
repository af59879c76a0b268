import Testing
import WritCrypto
import _WritTestSupport

/// What the `openssl` command says of the same keys and messages.
@Suite struct SecondOpinionTests {
  @Test(.enabled(if: ExternalTool.isExpected("openssl"), "the command openssl is absent"))
  func keyedDigestsAgree() throws {
    let tool = try #require(ExternalTool("openssl"))
    let folder = try TemporaryFolder()
    var generator = SeededGenerator(seed: 3)
    for length in [1, 31, 32, 64, 65, 200] {
      let key = (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
      let message = String(repeating: "Ada ", count: length)
      let path = try folder.write("message", message)
      let outcome = try tool.run([
        "mac", "-digest", "SHA256", "-macopt", "hexkey:\(Digest.hex(key))", "-in", path, "HMAC",
      ])
      let ours = try KeyedDigest(key: SecretKey(copying: key)).digest(Array(message.utf8))
      #expect(outcome.output.lowercased().contains(Digest.hex(ours)), "\(outcome.output)")
    }
  }

  @Test(.enabled(if: ExternalTool.isExpected("openssl"), "the command openssl is absent"))
  func derivedKeysAgree() throws {
    let tool = try #require(ExternalTool("openssl"))
    let secret = [UInt8](1...32)
    let outcome = try tool.run([
      "kdf", "-keylen", "64", "-kdfopt", "digest:SHA256", "-kdfopt",
      "hexkey:\(Digest.hex(secret))", "-kdfopt", "salt:writ-1", "-kdfopt",
      "hexinfo:\(Digest.hex([5] + Array("tokencustomer".utf8)))", "HKDF",
    ])
    let digits = outcome.output.lowercased().filter(\.isHexDigit)
    let theirs = SecretKey(copying: bytes(digits))
    let ours = try SecretKey(copying: secret).derived(for: "token", domain: "customer", size: 64)
    #expect(outcome.code == 0 && ours.equals(theirs), "\(outcome.output)")
  }
}
