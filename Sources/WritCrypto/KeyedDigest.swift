import COpenSSL

/// HMAC-SHA-256 (RFC 2104) under one key, which is hashed once. Not for use from two threads at a time.
package final class KeyedDigest {
  package static let size = 32
  private static let blockSize = 64

  private let inner: OpaquePointer
  private let outer: OpaquePointer
  private let work: OpaquePointer

  package convenience init(key: SecretKey) throws(CryptoError) {
    try self.init { block throws(CryptoError) in
      try key.withBytes { bytes throws(CryptoError) in
        if bytes.count > Self.blockSize {
          let target = block.baseAddress?.assumingMemoryBound(to: UInt8.self)
          guard EVP_Digest(bytes.baseAddress, bytes.count, target, nil, EVP_sha256(), nil) == 1
          else { throw .unavailable("SHA-256") }
        } else {
          block.copyBytes(from: bytes)
        }
      }
    }
  }

  /// For keys that are no secret, such as HKDF's salt.
  convenience init(publicKey: [UInt8]) throws(CryptoError) {
    try self.init(key: SecretKey(copying: publicKey))
  }

  private init(
    _ fill: (UnsafeMutableRawBufferPointer) throws(CryptoError) -> Void
  ) throws(CryptoError) {
    guard let inner = EVP_MD_CTX_new() else { throw .unavailable("SHA-256") }
    guard let outer = EVP_MD_CTX_new() else {
      EVP_MD_CTX_free(inner)
      throw .unavailable("SHA-256")
    }
    guard let work = EVP_MD_CTX_new() else {
      EVP_MD_CTX_free(inner)
      EVP_MD_CTX_free(outer)
      throw .unavailable("SHA-256")
    }
    self.inner = inner
    self.outer = outer
    self.work = work
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.blockSize, alignment: 16)
    block.initializeMemory(as: UInt8.self, repeating: 0)
    defer {
      OPENSSL_cleanse(block.baseAddress, block.count)
      block.deallocate()
    }
    try fill(block)
    for (state, pad) in [(inner, UInt8(0x36)), (outer, 0x36 ^ 0x5C)] {
      for index in block.indices { block[index] ^= pad }
      guard EVP_DigestInit_ex(state, EVP_sha256(), nil) == 1,
        EVP_DigestUpdate(state, block.baseAddress, block.count) == 1
      else { throw .unavailable("SHA-256") }
    }
  }

  deinit {
    EVP_MD_CTX_free(inner)
    EVP_MD_CTX_free(outer)
    EVP_MD_CTX_free(work)
  }

  /// 32 bytes for the parts as if they were one message.
  package func digest(_ parts: [UInt8]...) throws(CryptoError) -> [UInt8] { try digest(parts) }

  package func digest(_ parts: [[UInt8]]) throws(CryptoError) -> [UInt8] {
    var result = [UInt8](repeating: 0, count: Self.size)
    var isDone = EVP_MD_CTX_copy_ex(work, inner) == 1
    for part in parts where isDone { isDone = EVP_DigestUpdate(work, part, part.count) == 1 }
    isDone =
      isDone && EVP_DigestFinal_ex(work, &result, nil) == 1
      && EVP_MD_CTX_copy_ex(work, outer) == 1
      && EVP_DigestUpdate(work, result, result.count) == 1
      && EVP_DigestFinal_ex(work, &result, nil) == 1
    guard isDone else { throw .unavailable("SHA-256") }
    return result
  }
}
