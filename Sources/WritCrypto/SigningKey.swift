import COpenSSL

/// A private key that signs: P-256 or Ed25519.
///
/// Safe from any thread: the key never changes after the initializer, and libcrypto counts references atomically.
package final class SigningKey: @unchecked Sendable {
  /// Rounds of the password's digest, after the OWASP password storage cheat sheet of 2023.
  package static let standardRounds: Int32 = 600_000

  let handle: OpaquePointer
  package let algorithm: SignatureAlgorithm

  /// Takes the reference over.
  private init(owning handle: OpaquePointer) throws(SignatureError) {
    do { algorithm = try SignatureAlgorithm(handle) } catch {
      EVP_PKEY_free(handle)
      throw error
    }
    self.handle = handle
  }

  deinit { EVP_PKEY_free(handle) }

  /// A new key.
  package static func make(_ algorithm: SignatureAlgorithm) throws(SignatureError) -> SigningKey {
    let context = EVP_PKEY_CTX_new_from_name(nil, algorithm == .p256 ? "EC" : "ED25519", nil)
    defer { EVP_PKEY_CTX_free(context) }
    var key: OpaquePointer?
    guard EVP_PKEY_keygen_init(context) == 1,
      algorithm == .ed25519 || EVP_PKEY_CTX_set_group_name(context, "P-256") == 1,
      EVP_PKEY_generate(context, &key) == 1, let key
    else { throw .unavailable("keys of \(algorithm.rawValue)") }
    return try SigningKey(owning: key)
  }

  /// The key of an encrypted PKCS#8 file in PEM; one without a password is refused.
  ///
  /// - Parameter password: its bytes, which the caller wipes.
  package convenience init(pem: [UInt8], password: [UInt8]) throws(SignatureError) {
    LibraryErrors.clear()
    defer { LibraryErrors.clear() }
    let text = String(decoding: pem, as: UTF8.self)
    guard text.contains("-----BEGIN ENCRYPTED PRIVATE KEY-----") else {
      if text.contains("PRIVATE KEY-----") { throw .notEncrypted }
      throw .malformed("this is no PKCS#8 file in PEM")
    }
    let input = MemoryBIO(pem)
    guard let sealed = PEM_read_bio_PKCS8(input.handle, nil, nil, nil) else {
      throw .malformed("this is no PKCS#8 file in PEM")
    }
    defer { X509_SIG_free(sealed) }
    guard let count = Int32(exactly: password.count) else { throw .wrongPassword }
    let opened = password.withUnsafeBytes {
      PKCS8_decrypt(sealed, $0.baseAddress?.assumingMemoryBound(to: CChar.self), count)
    }
    guard let opened else { throw .wrongPassword }
    defer { PKCS8_PRIV_KEY_INFO_free(opened) }
    guard let key = EVP_PKCS82PKEY(opened) else { throw .malformed("the file holds no usable key") }
    try self.init(owning: key)
  }

  /// PKCS#8 in PEM, encrypted with AES-256 under PBKDF2 of the password.
  ///
  /// - Parameter rounds: how often the password is digested; what makes guessing dear.
  package func pem(
    password: [UInt8], rounds: Int32 = standardRounds
  ) throws(SignatureError) -> [UInt8] {
    guard let count = Int32(exactly: password.count), count > 0 else {
      throw .malformed("a password of no bytes protects nothing")
    }
    guard let plain = EVP_PKEY2PKCS8(handle) else { throw .unavailable("PKCS#8") }
    defer { PKCS8_PRIV_KEY_INFO_free(plain) }
    var salt: [UInt8]
    do { salt = try RandomBytes.make(16) } catch { throw .unavailable("random numbers") }
    let sealed = password.withUnsafeBytes {
      PKCS8_encrypt(
        -1, EVP_aes_256_cbc(), $0.baseAddress?.assumingMemoryBound(to: CChar.self), count, &salt,
        16, rounds, plain)
    }
    guard let sealed else { throw .unavailable("PBES2 with AES-256") }
    defer { X509_SIG_free(sealed) }
    let output = MemoryBIO()
    guard PEM_write_bio_PKCS8(output.handle, sealed) == 1 else { throw .unavailable("PEM") }
    return output.bytes()
  }

  package var publicKey: VerificationKey {
    get throws(SignatureError) {
      guard EVP_PKEY_up_ref(handle) == 1 else { throw .unavailable("another reference") }
      return try VerificationKey(owning: handle)
    }
  }

  /// ECDSA as DER, or the 64 bytes of Ed25519.
  package func sign(_ message: [UInt8]) throws(SignatureError) -> [UInt8] {
    let context = EVP_MD_CTX_new()
    defer { EVP_MD_CTX_free(context) }
    var size = 0
    guard
      EVP_DigestSignInit_ex(context, nil, algorithm.digestName, nil, nil, handle, nil) == 1,
      EVP_DigestSign(context, nil, &size, message, message.count) == 1
    else { throw .unavailable("signatures of \(algorithm.rawValue)") }
    var signature = [UInt8](repeating: 0, count: size)
    guard EVP_DigestSign(context, &signature, &size, message, message.count) == 1 else {
      throw .unavailable("signatures of \(algorithm.rawValue)")
    }
    signature.removeLast(signature.count - size)
    return signature
  }
}
