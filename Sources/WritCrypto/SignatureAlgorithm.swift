import COpenSSL

/// What a key signs with.
package enum SignatureAlgorithm: String, CaseIterable, Hashable, Sendable {
  /// ECDSA over P-256 with SHA-256.
  case p256
  /// RFC 8032.
  case ed25519

  init(_ key: OpaquePointer) throws(SignatureError) {
    if EVP_PKEY_is_a(key, "ED25519") == 1 {
      self = .ed25519
      return
    }
    var name = [CChar](repeating: 0, count: 64)
    var size = 0
    if EVP_PKEY_is_a(key, "EC") == 1,
      EVP_PKEY_get_group_name(key, &name, name.count, &size) == 1
    {
      let group = String(
        decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      if group == "prime256v1" || group == "P-256" {
        self = .p256
        return
      }
      throw .wrongAlgorithm("an EC key on \(group)")
    }
    let type = EVP_PKEY_get0_type_name(key).map { String(cString: $0) } ?? "the key"
    throw .wrongAlgorithm("a key of type \(type)")
  }

  /// The digest that is taken first; Ed25519 has its own.
  var digestName: String? { self == .p256 ? "SHA256" : nil }
}
