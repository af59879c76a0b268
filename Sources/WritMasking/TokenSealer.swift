import WritCrypto
import WritModel

/// AES-SIV of values in one domain as `tk_DOMAIN_…`: equal for equal bytes, authentic, and reversed with the key.
/// Not for use from two threads at a time.
final class TokenSealer {
  private let cipher: DeterministicCipher
  private let domain: JoinDomain

  init(key: SecretKey, domain: JoinDomain) throws(CryptoError) {
    cipher = try DeterministicCipher(key: key.derived(for: "token", domain: domain.label, size: 64))
    self.domain = domain
  }

  func seal(_ value: [UInt8]) throws(CryptoError) -> [UInt8] {
    let sealed = try cipher.seal(value, associated: [domain.bytes])
    return Array("\(MaskedShape.tokenPrefix)\(domain.label)_".utf8) + Base32.encode(sealed)
  }

  /// - Parameter body: what follows the label.
  func open(_ body: [UInt8]) throws(CryptoError) -> [UInt8] {
    guard let sealed = Base32.decode(body) else { throw .notAuthentic }
    return try cipher.open(sealed, associated: [domain.bytes])
  }
}
