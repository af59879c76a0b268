import WritCrypto
import WritModel

/// A finding's identity across runs: rule, dataset, member key and occurrence; never a line, a path or a value.
enum Fingerprint {
  /// Findings sorted by key, each with its fingerprint; like members are told apart by their number.
  static func numbered(_ findings: [Finding], key: [UInt8]) -> [Finding] {
    var result = findings
    var occurrence = 0
    for index in result.indices {
      let isRepeat =
        index > 0 && isSame(result[index].rule, result[index - 1].rule)
        && result[index].memberKey.elementsEqual(result[index - 1].memberKey, by: isSame)
      occurrence = isRepeat ? occurrence + 1 : 0
      result[index].fingerprint = make(result[index], occurrence, key)
    }
    return result
  }

  /// By bytes: keys that only look alike are two members.
  private static func isSame(_ one: String, _ other: String) -> Bool {
    one.utf8.elementsEqual(other.utf8)
  }

  private static func make(_ finding: Finding, _ occurrence: Int, _ key: [UInt8]) -> String {
    // Lengths before the parts: no two lists of parts read the same.
    let parts = [finding.rule, finding.dataset] + finding.memberKey + [String(occurrence)]
    let message = Array(parts.map { "\($0.utf8.count):\($0)" }.joined().utf8)
    let digest =
      finding.isKeyPersonal ? Digest.hmacSHA256(key: key, message) : Digest.sha256(message)
    return "w1:" + Digest.hex(Array(digest.prefix(16)))
  }
}
