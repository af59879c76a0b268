import COpenSSL

/// A public key: P-256 or Ed25519.
///
/// Safe from any thread: the key never changes after the initializer.
package final class VerificationKey: @unchecked Sendable {
  let handle: OpaquePointer
  package let algorithm: SignatureAlgorithm

  /// Takes the reference over.
  init(owning handle: OpaquePointer) throws(SignatureError) {
    do { algorithm = try SignatureAlgorithm(handle) } catch {
      EVP_PKEY_free(handle)
      throw error
    }
    self.handle = handle
  }

  deinit { EVP_PKEY_free(handle) }

  /// A SubjectPublicKeyInfo in PEM.
  package convenience init(pem: [UInt8]) throws(SignatureError) {
    defer { LibraryErrors.clear() }
    let input = MemoryBIO(pem)
    guard let key = PEM_read_bio_PUBKEY(input.handle, nil, nil, nil) else {
      throw .malformed("this is no public key in PEM")
    }
    try self.init(owning: key)
  }

  /// The SubjectPublicKeyInfo in PEM, the same for the same key.
  package var pem: [UInt8] {
    let output = MemoryBIO()
    return PEM_write_bio_PUBKEY(output.handle, handle) == 1 ? output.bytes() : []
  }

  /// The 32 bytes of an Ed25519 key; empty for others.
  package var rawBytes: [UInt8] {
    var size = 32
    var bytes = [UInt8](repeating: 0, count: size)
    guard algorithm == .ed25519, EVP_PKEY_get_raw_public_key(handle, &bytes, &size) == 1 else {
      return []
    }
    return bytes
  }

  package func isSame(as other: VerificationKey) -> Bool {
    EVP_PKEY_eq(handle, other.handle) == 1
  }

  /// Whether the signature is this key's over exactly these bytes.
  package func accepts(_ signature: [UInt8], of message: [UInt8]) -> Bool {
    let context = EVP_MD_CTX_new()
    defer {
      EVP_MD_CTX_free(context)
      LibraryErrors.clear()
    }
    guard
      EVP_DigestVerifyInit_ex(context, nil, algorithm.digestName, nil, nil, handle, nil) == 1
    else { return false }
    return EVP_DigestVerify(context, signature, signature.count, message, message.count) == 1
  }
}
