public import WritModel

/// From where on the gate is closed.
public struct GateOptions: Hashable, Sendable {
  /// What becomes of a population that could not be judged.
  public enum NoData: String, CaseIterable, Hashable, Sendable { case fail, warn }

  /// Rules of this severity and above block; nil: no failure does.
  public var failOn: Severity?
  public var noData: NoData

  public init(failOn: Severity? = .high, noData: NoData = .fail) {
    self.failOn = failOn
    self.noData = noData
  }

  /// Without a severity for failures, what can't be told still blocks as under `high`.
  var noDataFrom: Severity { failOn ?? .high }
}
