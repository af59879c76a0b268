public import WritModel
public import WritValues

/// One rule after waivers and tolerance, and what it means for the gate.
public struct AssessedRule: Hashable, Sendable {
  /// `access.admin_without_mfa`
  public var id: String
  public var title: String
  public var severity: Severity
  public var status: RuleStatus
  /// Balanced, unless the status is `error`.
  public var ledger: Ledger
  /// By key, each with what is done about it.
  public var findings: [Finding]
  /// Failures beyond those in `findings`, counted only; their keys come later.
  public var unlistedFailures: Int64 = 0
  public var controls: [ControlID]
  public var tags: [String]
  public var owner: String?
  public var rationale: String?
  public var references: [String]
  /// The comment above the rule.
  public var summary: String
  /// Where the rule is written.
  public var place: RecordPlace?
  /// Version digest of the rule.
  public var digest: String
  /// Datasets it reads and could not see.
  public var blindDatasets: [BlindSpot]
  /// Why it could not run.
  public var error: String?
  /// Failures that `tolerate` lets pass; they stay open in the ledger.
  public var toleratedCount: Int64
  /// Members that pass although their applicability is unknown.
  public var passedThoughUnknown: Int64
  public var isBlocking: Bool
  /// Why it closes the gate, or why it does not although it is not through; empty where it is.
  public var gateReason: String

  public init(
    id: String, title: String, severity: Severity, status: RuleStatus, ledger: Ledger,
    findings: [Finding] = [], controls: [ControlID] = [], tags: [String] = [],
    owner: String? = nil, rationale: String? = nil, references: [String] = [],
    summary: String = "", place: RecordPlace? = nil, digest: String = "",
    blindDatasets: [BlindSpot] = [], error: String? = nil, toleratedCount: Int64 = 0,
    passedThoughUnknown: Int64 = 0, isBlocking: Bool = false, gateReason: String = ""
  ) {
    self.id = id
    self.title = title
    self.severity = severity
    self.status = status
    self.ledger = ledger
    self.findings = findings
    self.controls = controls
    self.tags = tags
    self.owner = owner
    self.rationale = rationale
    self.references = references
    self.summary = summary
    self.place = place
    self.digest = digest
    self.blindDatasets = blindDatasets
    self.error = error
    self.toleratedCount = toleratedCount
    self.passedThoughUnknown = passedThoughUnknown
    self.isBlocking = isBlocking
    self.gateReason = gateReason
  }

  /// The module it stands in: `access`.
  public var module: String {
    id.lastIndex(of: ".").map { String(id[..<$0]) } ?? ""
  }

  /// Its name within the module.
  public var name: String {
    id.lastIndex(of: ".").map { String(id[id.index(after: $0)...]) } ?? id
  }

  /// Whether this finding of the rule is one that closes the gate.
  public func blocks(_ finding: Finding) -> Bool {
    guard isBlocking, finding.disposition == .open else { return false }
    return status == .fail ? finding.outcome == .fail : true
  }

  /// How often each cause left a member untold, most frequent first.
  public var causeCounts: [CauseCount] {
    var counts: [Cause: Int64] = [:]
    for finding in findings where finding.outcome == .noData {
      for cause in Set(finding.causes) { counts[cause, default: 0] += 1 }
    }
    return counts.map { CauseCount(cause: $0.key, count: $0.value) }.sorted {
      $0.count != $1.count ? $0.count > $1.count : $0.cause < $1.cause
    }
  }
}

/// A cause and the number of members it left untold.
public struct CauseCount: Hashable, Sendable {
  public var cause: Cause
  public var count: Int64

  public init(cause: Cause, count: Int64) {
    self.cause = cause
    self.count = count
  }
}

/// A dataset that a rule reads and could not see, and why.
public struct BlindSpot: Hashable, Sendable {
  public var dataset: String
  public var cause: Cause
  /// For people: `collected 30h ago, fresh within 26h`.
  public var reason: String

  public init(dataset: String, cause: Cause, reason: String) {
    self.dataset = dataset
    self.cause = cause
    self.reason = reason
  }
}
