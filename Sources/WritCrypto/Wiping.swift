import COpenSSL

extension [UInt8] {
  /// Overwrites the bytes, which the compiler may not leave out.
  package mutating func wipe() { OPENSSL_cleanse(&self, count) }
}
