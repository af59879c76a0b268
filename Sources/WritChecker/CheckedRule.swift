public import WritDiagnostics
public import WritModel
public import WritValues

/// A rule, checked.
public struct CheckedRule: Sendable {
  public struct GroupKey: Sendable {
    public var name: String
    public var value: CheckedExpression

    public init(name: String, value: CheckedExpression) {
      self.name = name
      self.value = value
    }
  }

  public enum Window: Sendable {
    /// Ends at each row's time t and holds [t - d, t]; microseconds.
    case sliding(Int64)
    /// Half-open, aligned to Monday 2001-01-01 00:00 in the zone; a name of the zone database, nil is UTC.
    case tumbling(TumblingStep, zone: String?)
    /// Ends when the next row is more than this many microseconds away.
    case session(Int64)
  }

  /// `1d` and its multiples are calendar days of the zone.
  public enum TumblingStep: Hashable, Sendable {
    case microseconds(Int64)
    case days(Int64)
    case months(Int64)
  }

  /// `each VAR in period by 3mo`
  public enum Step: Hashable, Sendable {
    case microseconds(Int64)
    case months(Int64)
  }

  public struct Deadline: Sendable {
    public var duration: CheckedExpression
    public var after: CheckedExpression

    public init(duration: CheckedExpression, after: CheckedExpression) {
      self.duration = duration
      self.after = after
    }
  }

  public enum Tolerance: Hashable, Sendable {
    case count(Int64)
    /// A share of all members but the not applicable: 0.02 for `2%`.
    case share(Decimal)
  }

  /// One `must`; its place is the expression's.
  public var musts: [CheckedExpression]
  /// `access.admin_without_mfa`
  public var id: String
  public var title: String
  public var severity: Severity
  public var covers: [ControlID]
  public var tags: [String]
  public var owner: String?
  public var rationale: String?
  public var references: [String]
  /// The `///` comment above the rule.
  public var summary: String
  /// Nil: one member, `all`.
  public var dataset: Int?
  /// The row variable's slot and name.
  public var rowSlot: Int
  public var rowName: String
  public var step: Step?
  public var condition: CheckedExpression?
  public var group: [GroupKey]
  public var isGrouped: Bool
  public var window: Window?
  public var when: CheckedExpression?
  public var deadline: Deadline?
  public var allowsEmpty: Bool
  public var tolerance: Tolerance?
  public var say: CheckedExpression?
  public var fix: CheckedExpression?
  public var evidence: [CheckedExpression]
  /// Slots of the frame.
  public var slotCount: Int
  /// Indices of all datasets the rule reads, its own included, sorted.
  public var reads: [Int]
  /// It asks for `personal(x)`, so what it finds depends on the detectors too.
  public var readsPersonalData: Bool
  /// Hex SHA-256 input: the rule's tokens joined by one space, with those of what it uses (defines, lets, params' ids).
  public var canonicalText: String
  public var place: Place

  public init(id: String, title: String, severity: Severity, place: Place) {
    self.id = id
    self.title = title
    self.severity = severity
    self.place = place
    musts = []
    covers = []
    tags = []
    references = []
    summary = ""
    rowSlot = 0
    rowName = ""
    group = []
    isGrouped = false
    allowsEmpty = false
    evidence = []
    slotCount = 0
    reads = []
    readsPersonalData = false
    canonicalText = ""
  }
}
