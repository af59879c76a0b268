/// Why a key, a certificate or a signature is of no use. Nothing in it tells about a password or a key.
package enum SignatureError: Error, Hashable, Sendable {
  /// The installed libcrypto has no such algorithm, or its policy forbids it.
  case unavailable(String)
  /// The bytes are not what they are said to be.
  case malformed(String)
  /// The file holds a private key without a password.
  case notEncrypted
  case wrongPassword
  /// Neither P-256 nor Ed25519.
  case wrongAlgorithm(String)
  /// The key of the certificate is another one.
  case otherKey
  /// The signature does not belong to these bytes and this key.
  case notAuthentic(String)
}

extension SignatureError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unavailable(let name):
      "libcrypto offers no \(name); install OpenSSL 3 with its default provider"
    case .malformed(let what): what
    case .notEncrypted:
      "the key is not protected by a password; "
        + "`openssl pkcs8 -topk8 -v2 aes-256-cbc -in KEY -out NEW` protects it"
    case .wrongPassword: "the password does not open the key"
    case .wrongAlgorithm(let found): "\(found) is no P-256 or Ed25519 key"
    case .otherKey: "the certificate is that of another key"
    case .notAuthentic(let reason): reason
    }
  }
}
