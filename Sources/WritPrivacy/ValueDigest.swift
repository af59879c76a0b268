import WritCrypto

/// What stands for a value where the value itself must not be shown.
enum ValueDigest {
  /// Twelve hexadecimal digits, equal for equal values; nil without a key, since anybody could find the value of a
  /// digest without one by trying.
  static func of(_ value: [UInt8], key: [UInt8]) -> String? {
    if key.isEmpty { return nil }
    return Digest.hex(Array(Digest.hmacSHA256(key: key, value).prefix(6)))
  }
}
