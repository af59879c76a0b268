import COpenSSL

/// Bytes that nobody can foresee.
package enum RandomBytes {
  /// From libcrypto's generator for secrets.
  package static func make(_ count: Int) throws(CryptoError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    guard let size = Int32(exactly: count), RAND_priv_bytes(&bytes, size) == 1 else {
      throw .unavailable("random numbers")
    }
    return bytes
  }
}
