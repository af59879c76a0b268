import COpenSSL

/// AES-SIV (RFC 5297): equal texts in one domain give equal tokens, and a token that was changed is noticed.
/// Not for use from two threads at a time.
package final class DeterministicCipher {
  /// How much longer a sealed text is.
  package static let overhead = 16

  private let cipher: OpaquePointer
  private let context: OpaquePointer
  private let key: SecretKey

  /// - Parameter key: 32, 48 or 64 bytes, for AES of half the length.
  package init(key: SecretKey) throws(CryptoError) {
    let name = "AES-\(key.count * 4)-SIV"
    guard [32, 48, 64].contains(key.count) else {
      throw .badLength("a key for AES-SIV has 32, 48 or 64 bytes")
    }
    guard let cipher = EVP_CIPHER_fetch(nil, name, nil) else { throw .unavailable(name) }
    guard let context = EVP_CIPHER_CTX_new() else {
      EVP_CIPHER_free(cipher)
      throw .unavailable(name)
    }
    self.cipher = cipher
    self.context = context
    self.key = key
  }

  deinit {
    EVP_CIPHER_CTX_free(context)
    EVP_CIPHER_free(cipher)
  }

  /// The synthetic vector (16 bytes) and after it as many bytes as the text has.
  ///
  /// - Parameter associated: what the token is bound to; no part may be empty.
  package func seal(_ text: [UInt8], associated: [[UInt8]]) throws(CryptoError) -> [UInt8] {
    try start(isSealing: true, text, associated)
    var sealed = [UInt8](repeating: 0, count: text.count)
    var vector = [UInt8](repeating: 0, count: Self.overhead)
    var count: Int32 = 0
    var rest: Int32 = 0
    guard
      EVP_EncryptUpdate(context, &sealed, &count, text, Int32(truncatingIfNeeded: text.count)) == 1,
      Int(count) == text.count, EVP_EncryptFinal_ex(context, nil, &rest) == 1,
      EVP_CIPHER_CTX_ctrl(
        context, EVP_CTRL_AEAD_GET_TAG, Int32(Self.overhead), &vector) == 1
    else { throw .unavailable("AES-SIV") }
    return vector + sealed
  }

  /// The text; throws where it was changed or bound to something else.
  package func open(_ token: [UInt8], associated: [[UInt8]]) throws(CryptoError) -> [UInt8] {
    guard token.count > Self.overhead else { throw .notAuthentic }
    var vector = Array(token.prefix(Self.overhead))
    let sealed = Array(token.dropFirst(Self.overhead))
    try start(isSealing: false, sealed, associated) { () throws(CryptoError) in
      guard
        EVP_CIPHER_CTX_ctrl(
          context, EVP_CTRL_AEAD_SET_TAG, Int32(Self.overhead), &vector) == 1
      else { throw .unavailable("AES-SIV") }
    }
    var text = [UInt8](repeating: 0, count: sealed.count)
    var count: Int32 = 0
    var rest: Int32 = 0
    guard
      EVP_DecryptUpdate(context, &text, &count, sealed, Int32(truncatingIfNeeded: sealed.count))
        == 1, Int(count) == sealed.count, EVP_DecryptFinal_ex(context, nil, &rest) == 1
    else { throw .notAuthentic }
    return text
  }

  /// The library takes the text in one piece, and forgets associated data that is empty (CVE-2023-2975).
  private func start(
    isSealing: Bool, _ text: [UInt8], _ associated: [[UInt8]],
    afterKey: () throws(CryptoError) -> Void = {}
  ) throws(CryptoError) {
    guard !text.isEmpty, text.count <= 1 << 30, associated.allSatisfy({ !$0.isEmpty }) else {
      throw .badLength("AES-SIV takes texts of 1 byte to 1 GiB and no empty associated data")
    }
    let isReady = key.withBytes { bytes in
      EVP_CIPHER_CTX_reset(context) == 1
        && EVP_CipherInit_ex2(
          context, cipher, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), nil,
          isSealing ? 1 : 0, nil) == 1
    }
    guard isReady else { throw .unavailable("AES-SIV") }
    try afterKey()
    var count: Int32 = 0
    for part in associated {
      guard
        EVP_CipherUpdate(context, nil, &count, part, Int32(truncatingIfNeeded: part.count)) == 1
      else { throw .unavailable("AES-SIV") }
    }
  }
}
