package import WritCrypto

/// Why a mask can't be used. The command ends with 4 where a key is missing, and with 3 for the rest.
package struct MaskProblem: Error, Hashable, Sendable, CustomStringConvertible {
  package enum Kind: Hashable, Sendable {
    case unknownOperator
    /// An operator that is known and never done: an unkeyed digest, FF3.
    case refusedOperator
    case wrongArgument
    case missingKey(KeyFileError)
    case vault(VaultError)
    case crypto(CryptoError)
  }

  package var kind: Kind
  package var message: String
  package var help: String?

  package var description: String { help.map { "\(message); \($0)" } ?? message }

  init(_ kind: Kind, _ message: String, help: String? = nil) {
    self.kind = kind
    self.message = message
    self.help = help
  }

  package var isMissingKey: Bool {
    if case .missingKey = kind { return true }
    return false
  }
}
