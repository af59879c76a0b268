public import WritDiagnostics
public import WritModel
public import WritValues

/// A `test` beside its rule, checked.
public struct CheckedTest: Sendable {
  public struct Given: Sendable {
    public var dataset: Int
    public var collected: Timestamp?
    /// Rows as decoded by the schema; a field left out is nil and is told when a rule reads it:
    /// optional fields are missing, required ones were "not given".
    public var rows: [[Datum?]]
    public var places: [Place]

    public init(dataset: Int, collected: Timestamp?, rows: [[Datum?]], places: [Place]) {
      self.dataset = dataset
      self.collected = collected
      self.rows = rows
      self.places = places
    }
  }

  public struct Expectation: Sendable {
    public var outcome: Outcome
    /// The parts of the member's key as shown (`MemberKey.parts`).
    public var key: [String]
    public var causes: [Cause]
    public var place: Place

    public init(outcome: Outcome, key: [String], causes: [Cause], place: Place) {
      self.outcome = outcome
      self.key = key
      self.causes = causes
      self.place = place
    }
  }

  public var rule: String
  public var title: String
  public var now: Timestamp?
  public var period: (start: Timestamp, end: Timestamp)?
  /// Param index and value.
  public var params: [Int: Value]
  public var given: [Given]
  public var expectations: [Expectation]
  public var expectedStatuses: [(status: RuleStatus, place: Place)]
  public var place: Place

  public init(rule: String, title: String, place: Place) {
    self.rule = rule
    self.title = title
    self.place = place
    params = [:]
    given = []
    expectations = []
    expectedStatuses = []
  }
}
