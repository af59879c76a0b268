import COpenSSL

/// Keys made from keys, so that one secret serves several purposes and none tells about another:
/// HKDF-SHA-256 (RFC 5869).
package enum KeyDerivation {
  /// - Parameter size: in bytes, at most 8160.
  package static func hkdf(
    _ secret: SecretKey, salt: [UInt8], info: [UInt8], size: Int
  ) throws(CryptoError) -> SecretKey {
    guard 1...(255 * KeyedDigest.size) ~= size else {
      throw .badLength("a derived key has 1 to 8160 bytes")
    }
    let extraction = try KeyedDigest(publicKey: salt)
    var material = secret.withBytes { Array($0) }
    defer { wipe(&material) }
    var root = try extraction.digest(material)
    defer { wipe(&root) }
    let expansion = try KeyedDigest(key: SecretKey(copying: root))
    var block: [UInt8] = []
    var all: [UInt8] = []
    defer {
      wipe(&block)
      wipe(&all)
    }
    var counter: UInt8 = 0
    while all.count < size {
      counter &+= 1
      block = try expansion.digest(block, info, [counter])
      all += block
    }
    return SecretKey(copying: all.prefix(size))
  }

  private static func wipe(_ bytes: inout [UInt8]) { OPENSSL_cleanse(&bytes, bytes.count) }
}

extension SecretKey {
  /// The key for one purpose in one domain; none can be computed from another.
  ///
  /// - Parameter size: in bytes.
  package func derived(
    for purpose: String, domain: String = "", size: Int = standardSize
  ) throws(CryptoError) -> SecretKey {
    let purpose = Array(purpose.utf8)
    // The length first: no two pairs of purpose and domain are written alike.
    let info = [UInt8(truncatingIfNeeded: purpose.count)] + purpose + Array(domain.utf8)
    return try KeyDerivation.hkdf(self, salt: Array("writ-1".utf8), info: info, size: size)
  }

  /// 16 hexadecimal digits that tell keys apart and say nothing about them.
  package func identifier() throws(CryptoError) -> String {
    let derived = try derived(for: "identifier", size: 8)
    return derived.withBytes { Digest.hex(Array($0)) }
  }
}
