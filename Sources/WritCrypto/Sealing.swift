import COpenSSL

/// AES-256-GCM with a random nonce: the same text is never sealed alike, and a change is noticed.
package struct Sealing: Sendable {
  private static let nonceSize = 12
  private static let tagSize = 16
  /// How much longer a sealed text is.
  package static let overhead = nonceSize + tagSize

  private let key: SecretKey

  /// - Parameter key: 32 bytes. Seal at most 2³² texts with one key (NIST SP 800-38D, 8.3).
  package init(key: SecretKey) throws(CryptoError) {
    guard key.count == 32 else { throw .badLength("a key for AES-256-GCM has 32 bytes") }
    self.key = key
  }

  /// Nonce, sealed text, tag.
  package func seal(_ text: [UInt8], associated: [UInt8] = []) throws(CryptoError) -> [UInt8] {
    guard text.count <= 1 << 30 else {
      throw .badLength("AES-GCM takes texts of up to 1 GiB")
    }
    let nonce = try RandomBytes.make(Self.nonceSize)
    let context = try start(isSealing: true, nonce, associated)
    defer { EVP_CIPHER_CTX_free(context) }
    var sealed = [UInt8](repeating: 0, count: text.count)
    var tag = [UInt8](repeating: 0, count: Self.tagSize)
    var count: Int32 = 0
    guard
      text.isEmpty
        || EVP_EncryptUpdate(
          context, &sealed, &count, text, Int32(truncatingIfNeeded: text.count)) == 1,
      Int(count) == text.count, EVP_EncryptFinal_ex(context, &tag, &count) == 1,
      EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_GET_TAG, Int32(Self.tagSize), &tag) == 1
    else { throw .unavailable("AES-256-GCM") }
    return nonce + sealed + tag
  }

  /// The text; throws where it was changed or sealed with another key or associated data.
  package func open(_ sealed: [UInt8], associated: [UInt8] = []) throws(CryptoError) -> [UInt8] {
    guard sealed.count >= Self.overhead, sealed.count <= 1 << 30 else { throw .notAuthentic }
    let context = try start(isSealing: false, Array(sealed.prefix(Self.nonceSize)), associated)
    defer { EVP_CIPHER_CTX_free(context) }
    let body = Array(sealed.dropFirst(Self.nonceSize).dropLast(Self.tagSize))
    var tag = Array(sealed.suffix(Self.tagSize))
    var text = [UInt8](repeating: 0, count: body.count)
    var count: Int32 = 0
    guard
      body.isEmpty
        || EVP_DecryptUpdate(
          context, &text, &count, body, Int32(truncatingIfNeeded: body.count)) == 1,
      Int(count) == body.count,
      EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, Int32(Self.tagSize), &tag) == 1
    else { throw .unavailable("AES-256-GCM") }
    var rest = [UInt8](repeating: 0, count: Self.tagSize)
    guard EVP_DecryptFinal_ex(context, &rest, &count) == 1 else { throw .notAuthentic }
    return text
  }

  private func start(
    isSealing: Bool, _ nonce: [UInt8], _ associated: [UInt8]
  ) throws(CryptoError) -> OpaquePointer {
    guard let context = EVP_CIPHER_CTX_new() else { throw .unavailable("AES-256-GCM") }
    var count: Int32 = 0
    let isReady = key.withBytes { bytes in
      EVP_CipherInit_ex2(
        context, EVP_aes_256_gcm(), bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), nonce,
        isSealing ? 1 : 0, nil) == 1
    }
    guard isReady,
      associated.isEmpty
        || EVP_CipherUpdate(
          context, nil, &count, associated, Int32(truncatingIfNeeded: associated.count)) == 1
    else {
      EVP_CIPHER_CTX_free(context)
      throw .unavailable("AES-256-GCM")
    }
    return context
  }
}
