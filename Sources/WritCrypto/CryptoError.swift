/// Why a cryptographic operation gave nothing.
package enum CryptoError: Error, Hashable, Sendable {
  /// The installed libcrypto has no such algorithm, or its policy forbids it.
  case unavailable(String)
  /// The sealed bytes were changed, or another key or domain sealed them.
  case notAuthentic
  /// The input is too short or too long for the operation, or there is nothing to seal.
  case badLength(String)
  /// A numeral is not below the radix, or a character is not in the alphabet.
  case badNumeral
  /// Fewer than a million values: all of them could be tried.
  case domainTooSmall
}

extension CryptoError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unavailable(let name):
      "libcrypto offers no \(name); install OpenSSL 3 with its default provider"
    case .notAuthentic: "the sealed value was changed, or another key or domain sealed it"
    case .badLength(let what): what
    case .badNumeral: "the value has a character outside of the alphabet"
    case .domainTooSmall:
      "the value has fewer than a million possible forms, so that all could be tried"
    }
  }
}
