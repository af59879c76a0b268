import Foundation
import Testing
import WritCrypto
import _WritTestSupport

@Suite struct KeyedDigestTests {
  /// RFC 4231, cases 1 to 4, 6 and 7.
  @Test(arguments: [
    (
      String(repeating: "0b", count: 20), "4869205468657265",
      "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
    ),
    (
      "4a656665", "7768617420646f2079612077616e7420666f72206e6f7468696e673f",
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    ),
    (
      String(repeating: "aa", count: 20), String(repeating: "dd", count: 50),
      "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"
    ),
    (
      "0102030405060708090a0b0c0d0e0f10111213141516171819", String(repeating: "cd", count: 50),
      "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"
    ),
    (
      String(repeating: "aa", count: 131),
      "54657374205573696e67204c6172676572205468616e20426c6f636b2d53697a65204b6579202d2048617368204b6579204669727374",
      "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
    ),
  ])
  func vectors(_ key: String, _ message: String, _ digest: String) throws {
    let keyed = try KeyedDigest(key: SecretKey(copying: bytes(key)))
    // Twice: a digest leaves no trace in the next.
    for _ in 0..<2 { #expect(Digest.hex(try keyed.digest(bytes(message))) == digest) }
    #expect(Digest.hex(Digest.hmacSHA256(key: bytes(key), bytes(message))) == digest)
  }

  @Test func partsAreOneMessage() throws {
    let keyed = try KeyedDigest(key: SecretKey(copying: [1, 2, 3]))
    #expect(try keyed.digest([1], [2, 3], []) == keyed.digest([1, 2, 3]))
  }

  /// RFC 5869, A.1 to A.3.
  @Test(arguments: [
    (
      String(repeating: "0b", count: 22), "000102030405060708090a0b0c", "f0f1f2f3f4f5f6f7f8f9", 42,
      "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865"
    ),
    (
      (0..<80).map { String(format: "%02x", $0) }.joined(),
      (0x60..<0xB0).map { String(format: "%02x", $0) }.joined(),
      (0xB0...0xFF).map { String(format: "%02x", $0) }.joined(), 82,
      """
      b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c59045a99cac7827271cb41c65e590e09
      da3275600c2f09b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87
      """
    ),
    (
      String(repeating: "0b", count: 22), "", "", 42,
      "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8"
    ),
  ])
  func derivation(_ secret: String, _ salt: String, _ info: String, _ size: Int, _ key: String)
    throws
  {
    let derived = try KeyDerivation.hkdf(
      SecretKey(copying: bytes(secret)), salt: bytes(salt), info: bytes(info), size: size)
    #expect(derived.equals(SecretKey(copying: bytes(key))))
  }

  @Test func purposesAndDomainsAreApart() throws {
    let key = SecretKey(copying: [UInt8](repeating: 3, count: 32))
    let pairs = [("a", "b"), ("ab", ""), ("", "ab"), ("a", ""), ("b", "a")]
    let derived = try pairs.map { try key.derived(for: $0.0, domain: $0.1) }
    for one in derived.indices {
      for other in derived.indices where one != other {
        #expect(!derived[one].equals(derived[other]))
      }
    }
    #expect(try key.identifier().utf8.count == 16)
    #expect(
      try key.identifier() == SecretKey(copying: [UInt8](repeating: 3, count: 32)).identifier())
    #expect(throws: CryptoError.self) {
      try KeyDerivation.hkdf(key, salt: [], info: [], size: 8161)
    }
  }
}
