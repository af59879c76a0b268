public import WritValues

/// One control of a framework: what it asks for, how it is judged and what shows it.
public struct Control: Hashable, Sendable {
  /// How often fresh evidence is due.
  public enum Frequency: String, CaseIterable, Hashable, Sendable {
    case continuous, daily, monthly, quarterly, yearly
    /// Each time it happens.
    case event
  }

  /// When the control counts as passed.
  public enum Criterion: Hashable, Sendable {
    /// No deviation is tolerated.
    case all
    /// The tolerable share of deviations, from 0 to 1.
    case threshold(Decimal)
  }

  public var id: ControlID
  /// Our own short words.
  public var title: String
  /// The part it rolls up to: `CC6`, `A.8`.
  public var group: String
  /// Where to read it: a clause number and no text.
  public var source: String
  public var severity: Severity
  public var frequency: Frequency
  public var criterion: Criterion
  /// Evidence kinds, the main one first.
  public var requires: [EvidenceKind]
  /// What is tested.
  public var check: String
  /// A question; "no" can make the control not applicable, with a reason.
  public var applicability: String?
  /// Links to controls of other catalogs.
  public var mapsTo: [ControlMapping]

  public init(
    id: ControlID, title: String, group: String, source: String, severity: Severity,
    frequency: Frequency, criterion: Criterion, requires: [EvidenceKind], check: String,
    applicability: String? = nil, mapsTo: [ControlMapping] = []
  ) {
    self.id = id
    self.title = title
    self.group = group
    self.source = source
    self.severity = severity
    self.frequency = frequency
    self.criterion = criterion
    self.requires = requires
    self.check = check
    self.applicability = applicability
    self.mapsTo = mapsTo
  }
}
