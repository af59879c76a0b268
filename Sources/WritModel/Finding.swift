public import WritValues

/// One member for which a rule does not hold or can't be told, with what shows it.
public struct Finding: Hashable, Sendable {
  /// What is done about it; a verdict is never changed by it.
  public enum Disposition: Hashable, Sendable {
    case open
    /// Covered by the waiver with this id.
    case waived(String)
    /// Within what the rule's `tolerate` lets pass.
    case tolerated
    /// Known from a baseline.
    case baseline
  }

  /// A named value that the rule's `evidence` clause asks for.
  public struct Evidence: Hashable, Sendable {
    public var name: String
    public var value: String

    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The window that gave the outcome, and how many others gave it too.
  public struct Window: Hashable, Sendable {
    public var start: Timestamp
    public var end: Timestamp
    public var others: Int64

    public init(start: Timestamp, end: Timestamp, others: Int64) {
      self.start = start
      self.end = end
      self.others = others
    }
  }

  /// Full rule id: `access.admin_without_mfa`.
  public var rule: String
  public var ruleDigest: String
  public var title: String
  public var severity: Severity
  /// Full name of the dataset whose members are judged; empty for a rule without `for`.
  public var dataset: String
  /// The parts of the member's key, as displayed.
  public var memberKey: [String]
  /// Whether a part of the key is tagged personal, so that it is shown only under `--show-keys`.
  public var isKeyPersonal: Bool
  /// Whether a part of the key is tagged secret: it is never shown.
  public var isKeySecret = false
  /// Either `fail` or `noData`.
  public var outcome: Outcome
  public var causes: [Cause]
  public var reads: [FieldRead]
  /// The smallest set of sub-conditions that forces the outcome.
  public var witness: [String]
  /// The smallest change that would flip it.
  public var counterfactual: [String]
  public var message: String
  public var fix: String?
  public var evidence: [Evidence]
  public var window: Window?
  /// Made from content, never from lines or paths.
  public var fingerprint: String
  public var disposition: Disposition
  /// The `must` conditions that do not hold, as written.
  public var failedMusts: [String]
  public var controls: [ControlID]

  public init(
    rule: String, ruleDigest: String, title: String, severity: Severity, dataset: String,
    memberKey: [String], isKeyPersonal: Bool = false, outcome: Outcome, causes: [Cause] = [],
    reads: [FieldRead] = [], witness: [String] = [], counterfactual: [String] = [],
    message: String, fix: String? = nil, evidence: [Evidence] = [], window: Window? = nil,
    fingerprint: String, disposition: Disposition = .open, failedMusts: [String] = [],
    controls: [ControlID] = []
  ) {
    self.rule = rule
    self.ruleDigest = ruleDigest
    self.title = title
    self.severity = severity
    self.dataset = dataset
    self.memberKey = memberKey
    self.isKeyPersonal = isKeyPersonal
    self.outcome = outcome
    self.causes = causes
    self.reads = reads
    self.witness = witness
    self.counterfactual = counterfactual
    self.message = message
    self.fix = fix
    self.evidence = evidence
    self.window = window
    self.fingerprint = fingerprint
    self.disposition = disposition
    self.failedMusts = failedMusts
    self.controls = controls
  }

  /// Whether a reader who asked for keys, or did not, sees a place and a digest instead of the key.
  public func hidesKey(showsKeys: Bool) -> Bool { isKeySecret || (isKeyPersonal && !showsKeys) }

  /// By rule, then key, so that two runs print the same.
  public static func inOrder(_ one: Finding, _ other: Finding) -> Bool {
    if one.rule != other.rule { return Text(one.rule) < Text(other.rule) }
    for (left, right) in zip(one.memberKey, other.memberKey) {
      let (left, right) = (Text(left), Text(right))
      if left != right { return left < right }
    }
    if one.memberKey.count != other.memberKey.count {
      return one.memberKey.count < other.memberKey.count
    }
    return one.fingerprint < other.fingerprint
  }
}
