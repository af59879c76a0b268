public import WritModel

/// A finding, and whether it is one of those that close the gate.
public struct AssessedFinding: Hashable, Sendable {
  public var finding: Finding
  public var isBlocking: Bool

  public init(finding: Finding, isBlocking: Bool) {
    self.finding = finding
    self.isBlocking = isBlocking
  }
}
