public import WritValues

/// What one run came to: the one value from which every report is made, so that their counts agree.
public struct Assessment: Hashable, Sendable {
  public var toolVersion: String
  /// The time at which everything was judged.
  public var now: Timestamp
  public var period: Period?
  /// Sorted by id.
  public var rules: [AssessedRule]
  /// Sorted by name.
  public var datasets: [AssessedDataset]
  /// Sorted by id.
  public var waivers: [AssessedWaiver]
  /// Sorted by id, then message.
  public var notes: [AssessmentNote]
  /// Sorted by framework.
  public var frameworks: [FrameworkScore]
  /// What no verdict stands on.
  public var untested: [Untested]
  public var exit: ExitDecision

  /// The audited time, half-open.
  public struct Period: Hashable, Sendable {
    public var start: Timestamp
    public var end: Timestamp

    public init(start: Timestamp, end: Timestamp) {
      self.start = start
      self.end = end
    }
  }

  public init(
    toolVersion: String, now: Timestamp, period: Period? = nil, rules: [AssessedRule],
    datasets: [AssessedDataset] = [], waivers: [AssessedWaiver] = [],
    notes: [AssessmentNote] = [], frameworks: [FrameworkScore] = [], untested: [Untested] = [],
    exit: ExitDecision
  ) {
    self.toolVersion = toolVersion
    self.now = now
    self.period = period
    self.rules = rules
    self.datasets = datasets
    self.waivers = waivers
    self.notes = notes
    self.frameworks = frameworks
    self.untested = untested
    self.exit = exit
  }

  /// The findings of all rules, by rule, then key.
  public var findings: [AssessedFinding] {
    rules.flatMap { rule in
      rule.findings.map { AssessedFinding(finding: $0, isBlocking: rule.blocks($0)) }
    }
  }
}
