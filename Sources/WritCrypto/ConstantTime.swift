import COpenSSL

/// Comparison whose duration says nothing about where two secrets differ.
package enum ConstantTime {
  /// The lengths are no secret.
  package static func areEqual(_ one: some Collection<UInt8>, _ other: some Collection<UInt8>)
    -> Bool
  {
    let (one, other) = (Array(one), Array(other))
    return one.count == other.count && CRYPTO_memcmp(one, other, one.count) == 0
  }
}
