/// How a report is shown; nothing here changes what it says.
public struct ReportOptions: Hashable, Sendable {
  /// Shows member keys that are tagged personal.
  public var showsKeys: Bool
  public var usesColor: Bool
  /// Findings shown for each rule in reports for people; nil shows all.
  public var findingLimit: Int?
  /// How long the run took; left out where nil, so that two runs print the same.
  public var milliseconds: Int64?

  public init(
    showsKeys: Bool = false, usesColor: Bool = false, findingLimit: Int? = 10,
    milliseconds: Int64? = nil
  ) {
    self.showsKeys = showsKeys
    self.usesColor = usesColor
    self.findingLimit = findingLimit
    self.milliseconds = milliseconds
  }
}
