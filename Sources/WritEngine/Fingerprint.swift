import WritCrypto
import WritModel

/// A finding's identity across runs: rule, dataset, member key and occurrence; never a line, a path or a value.
enum Fingerprint {
  /// Gives findings sorted by key their fingerprints; like members are told apart by their number.
  static func number(_ findings: inout [Finding], key: [UInt8]) {
    var occurrence = 0
    for index in findings.indices {
      let isRepeat =
        index > 0 && isSame(findings[index].rule, findings[index - 1].rule)
        && findings[index].memberKey.elementsEqual(findings[index - 1].memberKey, by: isSame)
      occurrence = isRepeat ? occurrence + 1 : 0
      let parts =
        [findings[index].rule, findings[index].dataset] + findings[index].memberKey
        + [String(occurrence)]
      findings[index].fingerprint = make(parts, key: findings[index].isKeyPersonal ? key : nil)
    }
  }

  /// By bytes: keys that only look alike are two members.
  private static func isSame(_ one: String, _ other: String) -> Bool {
    one.utf8.elementsEqual(other.utf8)
  }

  private static func make(_ parts: [String], key: [UInt8]?) -> String {
    // Lengths before the parts: no two lists of parts read the same.
    var message: [UInt8] = []
    for part in parts {
      message += String(part.utf8.count).utf8
      message.append(UInt8(ascii: ":"))
      message += part.utf8
    }
    let digest = key.map { Digest.hmacSHA256(key: $0, message) } ?? Digest.sha256(message)
    return "w1:" + Digest.hex(Array(digest.prefix(16)))
  }
}
