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

  public init(
    knownControls: [ControlID]? = nil, validators: [ValidatorSignature]? = nil,
    readings: Set<String>? = nil,
    knownZone: @escaping @Sendable (String) -> Bool = { $0 == "UTC" }
  ) {
    self.knownControls = knownControls
    self.knownZone = knownZone
    self.validators = validators
    self.readings = readings
  }
}
