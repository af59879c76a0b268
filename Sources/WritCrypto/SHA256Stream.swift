import COpenSSL

/// SHA-256 of bytes that come piece by piece.
package struct SHA256Stream: ~Copyable {
  private let context: OpaquePointer?
  private var isGood: Bool

  package init() {
    context = EVP_MD_CTX_new()
    isGood = EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1
  }

  package mutating func update(_ bytes: UnsafeRawBufferPointer) {
    guard isGood, let address = bytes.baseAddress else { return }
    isGood = EVP_DigestUpdate(context, address, bytes.count) == 1
  }

  package mutating func update(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { update($0) }
  }

  /// 32 bytes; empty only where libcrypto offers no SHA-256. Later bytes are not seen.
  package mutating func finish() -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: 32)
    let isDone = isGood && EVP_DigestFinal_ex(context, &digest, nil) == 1
    isGood = false
    return isDone ? digest : []
  }

  deinit { EVP_MD_CTX_free(context) }
}
