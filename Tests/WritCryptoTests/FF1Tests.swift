import Testing
import WritCrypto
import _WritTestSupport

@Suite struct FF1Tests {
  private static let keys = [
    "2B7E151628AED2A6ABF7158809CF4F3C", "2B7E151628AED2A6ABF7158809CF4F3CEF4359D8D580AA4F",
    "2B7E151628AED2A6ABF7158809CF4F3CEF4359D8D580AA4F7F036D6F04FC6A94",
  ]
  private static let alphabet = Array("0123456789abcdefghijklmnopqrstuvwxyz".utf8)

  private func numerals(_ text: String) -> [UInt8] {
    text.utf8.compactMap { byte in Self.alphabet.firstIndex(of: byte).map { UInt8($0) } }
  }

  private func text(_ numerals: [UInt8]) -> String {
    String(decoding: numerals.map { Self.alphabet[Int($0)] }, as: UTF8.self)
  }

  /// NIST, "FF1 samples" beside SP 800-38G, all nine.
  @Test(arguments: [
    (0, 10, "", "0123456789", "2433477484"),
    (0, 10, "39383736353433323130", "0123456789", "6124200773"),
    (0, 36, "3737373770717273373737", "0123456789abcdefghi", "a9tv40mll9kdu509eum"),
    (1, 10, "", "0123456789", "2830668132"),
    (1, 10, "39383736353433323130", "0123456789", "2496655549"),
    (1, 36, "3737373770717273373737", "0123456789abcdefghi", "xbj3kv35jrawxv32ysr"),
    (2, 10, "", "0123456789", "6657667009"),
    (2, 10, "39383736353433323130", "0123456789", "1001623463"),
    (2, 36, "3737373770717273373737", "0123456789abcdefghi", "xs8a0azh2avyalyzuwd"),
  ])
  func samples(_ key: Int, _ radix: Int, _ tweak: String, _ plain: String, _ sealed: String) throws
  {
    let cipher = try FF1(
      key: SecretKey(copying: bytes(Self.keys[key])), radix: radix, tweak: bytes(tweak))
    #expect(text(try cipher.encrypt(numerals(plain))) == sealed)
    #expect(text(try cipher.decrypt(numerals(sealed))) == plain)
  }

  @Test func whatIsEncryptedComesBack() throws {
    var generator = SeededGenerator(seed: 1)
    let key = SecretKey(copying: (0..<32).map { UInt8($0) })
    for radix in [2, 3, 10, 16, 26, 36, 62, 100, 255, 256] {
      let cipher = try FF1(key: key, radix: radix, tweak: Array("customer".utf8))
      for length in [2, 3, 4, 6, 7, 8, 9, 16, 19, 20, 33, 60, 61, 128, 512] {
        let plain = (0..<length).map { _ in UInt8(Int.random(in: 0..<radix, using: &generator)) }
        guard FF1.isLargeEnough(radix: radix, length: length) else {
          #expect(throws: CryptoError.domainTooSmall) { try cipher.encrypt(plain) }
          continue
        }
        let sealed = try cipher.encrypt(plain)
        #expect(sealed.count == length && sealed.allSatisfy { Int($0) < radix })
        #expect(try cipher.decrypt(sealed) == plain)
        #expect(length < 8 || sealed != plain)
      }
    }
  }

  /// A permutation: no two of some thousand neighbors meet.
  @Test func noTwoValuesMeet() throws {
    let cipher = try FF1(
      key: SecretKey(copying: [UInt8](repeating: 7, count: 16)), radix: 10, tweak: [])
    var seen: Set<[UInt8]> = []
    for number in 0..<5000 {
      let digits = String(1_000_000 + number).utf8.map { $0 - 0x30 }
      seen.insert(try cipher.encrypt(digits))
    }
    #expect(seen.count == 5000)
  }

  @Test func extremesOfANumberComeBack() throws {
    let cipher = try FF1(
      key: SecretKey(copying: [UInt8](repeating: 9, count: 24)), radix: 10, tweak: [1])
    for digit in [UInt8(0), 9] {
      for length in 6...64 {
        let plain = [UInt8](repeating: digit, count: length)
        #expect(try cipher.decrypt(try cipher.encrypt(plain)) == plain)
      }
    }
  }

  @Test func keyAndTweakDecide() throws {
    let (one, other) = (
      SecretKey(copying: [UInt8](repeating: 1, count: 32)),
      SecretKey(copying: [UInt8](repeating: 2, count: 32))
    )
    let plain = numerals("4111111111111111")
    let sealed = try [(one, "a"), (one, "b"), (other, "a")].map { key, tweak in
      try FF1(key: key, radix: 10, tweak: Array(tweak.utf8)).encrypt(plain)
    }
    #expect(Set(sealed).count == 3)
  }

  @Test func refuses() throws {
    let key = SecretKey(copying: [UInt8](repeating: 1, count: 32))
    let cipher = try FF1(key: key, radix: 10, tweak: [])
    #expect(throws: CryptoError.domainTooSmall) { try cipher.encrypt([1, 2, 3, 4, 5]) }
    #expect(throws: CryptoError.domainTooSmall) { try cipher.encrypt([]) }
    #expect(throws: CryptoError.badNumeral) { try cipher.encrypt([1, 2, 3, 4, 5, 10]) }
    #expect(throws: CryptoError.self) { try cipher.encrypt([UInt8](repeating: 1, count: 513)) }
    #expect(throws: CryptoError.badNumeral) { try FF1(key: key, radix: 1, tweak: []) }
    #expect(throws: CryptoError.badNumeral) { try FF1(key: key, radix: 257, tweak: []) }
    #expect(throws: CryptoError.self) {
      try FF1(key: SecretKey(copying: [1, 2, 3]), radix: 10, tweak: [])
    }
  }
}
