import WritCrypto
import WritModel

/// HMAC-SHA-256 of values in one domain as `pn_DOMAIN_…`: equal for equal values, and not to be undone without trying
/// values with the key. Not for use from two threads at a time.
///
/// 80 bits name the value; 20 more, also made with the key, tell one's own pseudonyms from what only looks like one.
final class Pseudonymizer {
  private let values: KeyedDigest
  private let checks: KeyedDigest
  private let prefix: [UInt8]

  init(key: SecretKey, domain: JoinDomain) throws(CryptoError) {
    values = try KeyedDigest(key: key.derived(for: "pseudonym", domain: domain.label))
    checks = try KeyedDigest(key: key.derived(for: "pseudonym check", domain: domain.label))
    prefix = Array("\(MaskedShape.pseudonymPrefix)\(domain.label)_".utf8)
  }

  func pseudonym(_ canonical: [UInt8]) throws(CryptoError) -> [UInt8] {
    let body = Base32.encode(try values.digest(canonical).prefix(10))
    return prefix + body + (try check(body))
  }

  func isOwn(_ body: [UInt8]) throws(CryptoError) -> Bool {
    ConstantTime.areEqual(try check(Array(body.prefix(16))), body.dropFirst(16))
  }

  private func check(_ body: [UInt8]) throws(CryptoError) -> [UInt8] {
    Array(Base32.encode(try checks.digest(body).prefix(3)).prefix(4))
  }
}
