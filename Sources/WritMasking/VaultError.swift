package import WritCrypto

/// Why a vault gives or takes nothing.
package enum VaultError: Error, Hashable, Sendable {
  case file(path: String, reason: String)
  /// The file begins otherwise than a vault does.
  case notAVault(path: String)
  case wrongKey(path: String)
  /// A record in the middle was changed, taken out or moved; the number counts from 1.
  case damaged(path: String, record: Int)
  /// Another process has it open.
  case inUse(path: String)
  case unknownToken
  /// An earlier write failed; what it was to hold is not in the vault.
  case stopped
  case crypto(CryptoError)
}

extension VaultError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .file(let path, let reason): "the vault \(path) can't be used: \(reason)"
    case .notAVault(let path): "\(path) is no vault of Writ; nothing was written to it"
    case .wrongKey(let path): "the vault \(path) was sealed with another key"
    case .damaged(let path, let record):
      "the vault \(path) was changed at record \(record); restore it from a copy"
    case .inUse(let path): "the vault \(path) is in use by another run; wait for its end"
    case .unknownToken: "the token is not in the vault"
    case .stopped: "the vault takes no more after a write that failed"
    case .crypto(let error): error.description
    }
  }
}
