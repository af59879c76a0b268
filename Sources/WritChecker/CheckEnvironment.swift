public import WritModel

/// What the checker must be told from outside.
public struct CheckEnvironment: Sendable {
  /// The controls `covers` may name; nil: ids are only checked for their form.
  public var knownControls: [ControlID]?
  /// Whether the zone database has the name.
  public var knownZone: @Sendable (String) -> Bool

  public init(
    knownControls: [ControlID]? = nil,
    knownZone: @escaping @Sendable (String) -> Bool = { $0 == "UTC" }
  ) {
    self.knownControls = knownControls
    self.knownZone = knownZone
  }
}
