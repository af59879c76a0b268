public import WritValues

/// A statement by a person that a control works, where no data can show it.
public struct Attestation: Hashable, Sendable {
  public var control: ControlID
  public var statement: String
  public var by: String
  /// Another person than the one who states it.
  public var approver: String
  public var at: Timestamp
  /// The first instant at which the statement no longer counts.
  public var expires: Timestamp
  public var place: RecordPlace

  public init(
    control: ControlID, statement: String, by: String, approver: String, at: Timestamp,
    expires: Timestamp, place: RecordPlace
  ) {
    self.control = control
    self.statement = statement
    self.by = by
    self.approver = approver
    self.at = at
    self.expires = expires
    self.place = place
  }

  /// Whether it counts at this time: already made, not yet expired.
  public func holds(at now: Timestamp) -> Bool { at <= now && now < expires }
}
