package import WritModel
package import WritTables
package import WritValues

/// What one evaluation of a program over its datasets came to, before waivers and scores.
package struct EvaluationResult: Sendable {
  /// Sorted by rule id.
  package var rules: [RuleEvaluation]
  /// The datasets that some evaluated rule reads, sorted by name.
  package var datasets: [DatasetEvaluation]
  /// Inputs that could not be used.
  package var failures: [InputFailure]

  package init(
    rules: [RuleEvaluation], datasets: [DatasetEvaluation], failures: [InputFailure] = []
  ) {
    self.rules = rules
    self.datasets = datasets
    self.failures = failures
  }
}

/// An input that was delivered and can't be used: broken, empty, gone.
package struct InputFailure: Sendable {
  package var dataset: DatasetName
  /// With place, for people: `users.json:3: a string is not closed (byte 57)`.
  package var message: String

  package init(dataset: DatasetName, error: any Error) {
    self.dataset = dataset
    message = "\(error)"
  }
}

/// One rule's members counted by outcome, and its findings.
package struct RuleEvaluation: Sendable {
  package var rule: String
  package var digest: String
  /// `waived` is 0 and `open` is `fail + noData`: waivers are laid over later.
  package var ledger: Ledger
  /// Every failed and every no_data member, by key.
  package var findings: [Finding]
  /// Failed members beyond those that were asked for; their keys come later than those of all that are listed.
  package var unlistedFailures: Int64 = 0
  /// Datasets the rule reads that were not delivered or are stale: these alone make it no_data.
  package var blindDatasets: [BlindDataset]
  /// Why it could not run; nil when it ran.
  package var error: String?
  /// Members that pass although their applicability is unknown (only under `strict: false`).
  package var passedThoughUnknown: Int64
  /// Every member's outcome, by key; filled only on demand (tests, `why`).
  package var members: [MemberOutcome]

  package init(
    rule: String, digest: String, ledger: Ledger, findings: [Finding],
    blindDatasets: [BlindDataset], error: String? = nil, passedThoughUnknown: Int64 = 0,
    members: [MemberOutcome] = []
  ) {
    self.rule = rule
    self.digest = digest
    self.ledger = ledger
    self.findings = findings
    self.blindDatasets = blindDatasets
    self.error = error
    self.passedThoughUnknown = passedThoughUnknown
    self.members = members
  }
}

/// A dataset a rule can't see, and why.
package struct BlindDataset: Hashable, Sendable {
  package var dataset: DatasetName
  package var cause: Cause
  /// For people: `needs root to read /etc/shadow`, `collected 30h ago, fresh within 26h`.
  package var reason: String

  package init(dataset: DatasetName, cause: Cause, reason: String) {
    self.dataset = dataset
    self.cause = cause
    self.reason = reason
  }
}

/// One member and what the rule says of it.
package struct MemberOutcome: Hashable, Sendable {
  /// The parts of its key as shown.
  package var key: [String]
  package var outcome: Outcome
  package var causes: [Cause]

  package init(key: [String], outcome: Outcome, causes: [Cause]) {
    self.key = key
    self.outcome = outcome
    self.causes = causes
  }
}

/// What was read of a dataset.
package struct DatasetEvaluation: Sendable {
  package var name: DatasetName
  package var isDelivered: Bool
  package var isStale: Bool
  package var collectedAt: Timestamp?
  /// Accepted rows and rejected ones.
  package var rows: Int64
  package var rejectedRows: Int64
  /// The first rejects, with place and reason.
  package var rejects: [Reject]
  package var inputs: [String]
  /// Why it is not delivered or stale; empty otherwise.
  package var reason: String

  package init(
    name: DatasetName, isDelivered: Bool, isStale: Bool, collectedAt: Timestamp?, rows: Int64,
    rejectedRows: Int64, rejects: [Reject], inputs: [String], reason: String
  ) {
    self.name = name
    self.isDelivered = isDelivered
    self.isStale = isStale
    self.collectedAt = collectedAt
    self.rows = rows
    self.rejectedRows = rejectedRows
    self.rejects = rejects
    self.inputs = inputs
    self.reason = reason
  }
}
