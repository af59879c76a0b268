import WritModel

/// How a report names the member of a finding: by its key, or, where the key is personal and keys
/// are not shown, by a locator and a digest.
struct MemberName {
  /// The key's parts; nil when they are hidden.
  let key: [String]?
  /// Where the member's row was read: `users.ndjson:12`.
  let locator: String?
  /// Tells members apart without naming them.
  var digest: String { String((fingerprint.split(separator: ":").last ?? "").prefix(12)) }

  private let fingerprint: String

  init(_ finding: Finding, showsKeys: Bool) {
    key = finding.hidesKey(showsKeys: showsKeys) ? nil : finding.memberKey
    locator = Self.place(of: finding).map { SourcePath.shown($0.input, line: $0.line) }
    fingerprint = finding.fingerprint
  }

  /// The member's own row is the first that was read.
  static func place(of finding: Finding) -> FieldRead? {
    finding.reads.first { !$0.input.isEmpty }
  }

  /// On one line: `u-17`, `u-17, 10.0.0.1`, or `users.ndjson:12 #3f9a2c1d0b1e`.
  var label: String {
    if let key { return key.joined(separator: ", ") }
    return [locator, "#\(digest)"].compactMap { $0 }.joined(separator: " ")
  }
}
