import WritChecker
import WritCrypto

/// The version of a rule: a digest of what it says, so that any change of meaning shows.
enum RuleDigest {
  static func digest(of rule: CheckedRule) -> String {
    String(Digest.sha256Hex(rule.canonicalText).prefix(16))
  }
}
