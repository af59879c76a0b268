import COpenSSL

/// AES on single blocks of 16 bytes, for FF1. Not for use from two threads at a time.
final class BlockCipher {
  static let size = 16

  private let context: OpaquePointer

  /// - Parameter key: 16, 24 or 32 bytes.
  init(key: SecretKey) throws(CryptoError) {
    let cipher: OpaquePointer? =
      switch key.count {
      case 16: EVP_aes_128_ecb()
      case 24: EVP_aes_192_ecb()
      case 32: EVP_aes_256_ecb()
      default: nil
      }
    guard let cipher else { throw .badLength("a key for AES has 16, 24 or 32 bytes") }
    guard let context = EVP_CIPHER_CTX_new() else { throw .unavailable("AES") }
    let isReady = key.withBytes {
      EVP_EncryptInit_ex2(
        context, cipher, $0.baseAddress?.assumingMemoryBound(to: UInt8.self), nil, nil) == 1
    }
    guard isReady, EVP_CIPHER_CTX_set_padding(context, 0) == 1 else {
      EVP_CIPHER_CTX_free(context)
      throw .unavailable("AES")
    }
    self.context = context
  }

  deinit { EVP_CIPHER_CTX_free(context) }

  /// Encrypts a block where it lies; false when the library refuses.
  func encrypt(_ block: UnsafeMutablePointer<UInt8>) -> Bool {
    var count: Int32 = 0
    return EVP_EncryptUpdate(context, block, &count, block, Int32(Self.size)) == 1
      && count == Int32(Self.size)
  }
}
