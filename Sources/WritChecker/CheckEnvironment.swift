public import WritModel

/// What the checker must be told from outside.
public struct CheckEnvironment: Sendable {
  /// The controls `covers` may name; nil: ids are only checked for their form.
  public var knownControls: [ControlID]?
  /// Whether the zone database has the name.
  public var knownZone: @Sendable (String) -> Bool
  /// The validators of the library; nil: calls of validators are only checked for their form.
  public var validators: [ValidatorSignature]?
  /// The readings that `exclude` may name beside detectors; nil: any name will do.
  public var readings: Set<String>?
  /// Whether whoever evaluates the program reads personal data for `personal(x)`; where nobody does, a rule that asks
  /// is refused, for "none found" would be a lie.
  public var readsPersonalData: Bool

  public init(
    knownControls: [ControlID]? = nil, validators: [ValidatorSignature]? = nil,
    readings: Set<String>? = nil, readsPersonalData: Bool = false,
    knownZone: @escaping @Sendable (String) -> Bool = { $0 == "UTC" }
  ) {
    self.knownControls = knownControls
    self.knownZone = knownZone
    self.validators = validators
    self.readings = readings
    self.readsPersonalData = readsPersonalData
  }
}
