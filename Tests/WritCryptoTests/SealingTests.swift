import Testing
import WritCrypto
import _WritTestSupport

@Suite struct SealingTests {
  private struct Sample: Sendable {
    var key: String
    var associated: [String]
    var text: String
    var sealed: String
  }

  /// RFC 5297, A.1 and A.2; the nonce of A.2 is the last of its associated data.
  private static let samples = [
    Sample(
      key: "fffefdfcfbfaf9f8f7f6f5f4f3f2f1f0f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff",
      associated: ["101112131415161718191a1b1c1d1e1f2021222324252627"],
      text: "112233445566778899aabbccddee",
      sealed: "85632d07c6e8f37f950acd320a2ecc9340c02b9690c4dc04daef7f6afe5c"),
    Sample(
      key: "7f7e7d7c7b7a79787776757473727170404142434445464748494a4b4c4d4e4f",
      associated: [
        "00112233445566778899aabbccddeeffdeaddadadeaddadaffeeddccbbaa99887766554433221100",
        "102030405060708090a0", "09f911029d74e35bd84156c5635688c0",
      ],
      text:
        "7468697320697320736f6d6520706c61696e7465787420746f20656e6372797074207573696e67205349562d414553",
      sealed:
        "7bdb6e3b432667eb06f4d14bff2fbd0fcb900f2fddbe404326601965c889bf17dba77ceb094fa663b7a3f748ba8af829ea64ad544a272e9c485b62a3fd5c0d"
    ),
  ]

  @Test(arguments: samples.indices)
  func deterministicSamples(_ index: Int) throws {
    let sample = Self.samples[index]
    let cipher = try DeterministicCipher(key: SecretKey(copying: bytes(sample.key)))
    let associated = sample.associated.map(bytes)
    for _ in 0..<2 {
      #expect(try cipher.seal(bytes(sample.text), associated: associated) == bytes(sample.sealed))
      #expect(try cipher.open(bytes(sample.sealed), associated: associated) == bytes(sample.text))
    }
  }

  @Test func deterministicTokensAreAuthentic() throws {
    let cipher = try DeterministicCipher(key: .random().derived(for: "t", size: 64))
    let other = try DeterministicCipher(key: .random().derived(for: "t", size: 64))
    let domain = [Array("customer".utf8)]
    var generator = SeededGenerator(seed: 2)
    for length in [1, 2, 15, 16, 17, 33, 500] {
      let text = (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
      let token = try cipher.seal(text, associated: domain)
      #expect(try cipher.seal(text, associated: domain) == token)
      #expect(token.count == length + DeterministicCipher.overhead)
      #expect(try cipher.open(token, associated: domain) == text)
      #expect(throws: CryptoError.notAuthentic) { try other.open(token, associated: domain) }
      #expect(throws: CryptoError.notAuthentic) {
        try cipher.open(token, associated: [Array("order".utf8)])
      }
      for index in token.indices {
        var changed = token
        changed[index] ^= 1 << UInt8.random(in: 0...7, using: &generator)
        #expect(throws: CryptoError.notAuthentic) { try cipher.open(changed, associated: domain) }
      }
      for count in 0..<token.count {
        #expect(throws: CryptoError.notAuthentic) {
          try cipher.open(Array(token.prefix(count)), associated: domain)
        }
      }
    }
    #expect(throws: CryptoError.self) { try cipher.seal([], associated: domain) }
    #expect(throws: CryptoError.self) { try cipher.seal([1], associated: [[]]) }
    #expect(throws: CryptoError.self) {
      try DeterministicCipher(key: .random().derived(for: "t", size: 40))
    }
  }

  /// "The Galois/Counter Mode of Operation" (McGrew, Viega), test case 16.
  @Test func sealedSample() throws {
    let sealing = try Sealing(
      key: SecretKey(
        copying: bytes("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308")))
    let sealed = bytes(
      """
      cafebabefacedbaddecaf888
      522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa
      8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662
      76fc6ece0f4e1768cddf8853bb2d551b
      """)
    let text = bytes(
      """
      d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72
      1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39
      """)
    let associated = bytes("feedfacedeadbeeffeedfacedeadbeefabaddad2")
    #expect(try sealing.open(sealed, associated: associated) == text)
  }

  @Test func sealedTextsAreAuthenticAndNeverAlike() throws {
    let sealing = try Sealing(key: .random())
    for length in [0, 1, 16, 1000] {
      let text = [UInt8](repeating: 7, count: length)
      let sealed = try sealing.seal(text, associated: [9])
      #expect(try sealing.seal(text, associated: [9]) != sealed)
      #expect(try sealing.open(sealed, associated: [9]) == text)
      #expect(throws: CryptoError.notAuthentic) { try sealing.open(sealed) }
      #expect(throws: CryptoError.notAuthentic) {
        try Sealing(key: .random()).open(sealed, associated: [9])
      }
      for index in sealed.indices {
        var changed = sealed
        changed[index] ^= 0x10
        #expect(throws: CryptoError.notAuthentic) { try sealing.open(changed, associated: [9]) }
      }
      #expect(throws: CryptoError.notAuthentic) {
        try sealing.open(Array(sealed.dropLast()), associated: [9])
      }
    }
    #expect(throws: CryptoError.self) { try Sealing(key: SecretKey(copying: [1])) }
  }

  @Test func randomBytesDiffer() throws {
    #expect(try RandomBytes.make(0) == [])
    #expect(try RandomBytes.make(32) != RandomBytes.make(32))
  }

  @Test func comparison() {
    #expect(ConstantTime.areEqual([1, 2], [1, 2]) && ConstantTime.areEqual([], []))
    #expect(!ConstantTime.areEqual([1, 2], [1, 3]) && !ConstantTime.areEqual([1], [1, 2]))
  }

  @Test(arguments: [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg==")])
  func base64(_ plain: String, _ coded: String) {
    #expect(Base64.encode(plain.utf8) == Array(coded.utf8))
    #expect(Base64.decode(Array(coded.utf8)) == Array(plain.utf8))
  }

  @Test(arguments: ["Z", "Zg=", "Zh==", "Zm9=", "Z===", "====", "Zg==Zg==", "Zm 9", "Zm9v\n"])
  func base64Refuses(_ text: String) { #expect(Base64.decode(Array(text.utf8)) == nil, "\(text)") }
}
