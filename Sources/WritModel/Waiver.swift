public import WritValues

/// A failure that someone with a name accepts, for a reason, until a date.
public struct Waiver: Hashable, Sendable {
  public var id: String
  /// Full rule id: `access.admin_without_mfa`.
  public var rule: String
  /// Members it covers; one that fits is enough.
  public var members: [MemberPattern]
  public var reason: String
  public var owner: String
  /// Another person than the owner.
  public var approver: String
  public var ticket: String?
  /// The first instant at which the waiver no longer holds.
  public var expires: Timestamp
  public var place: RecordPlace

  public init(
    id: String, rule: String, members: [MemberPattern], reason: String, owner: String,
    approver: String, ticket: String? = nil, expires: Timestamp, place: RecordPlace
  ) {
    self.id = id
    self.rule = rule
    self.members = members
    self.reason = reason
    self.owner = owner
    self.approver = approver
    self.ticket = ticket
    self.expires = expires
    self.place = place
  }

  /// Whether rule and member key are the waiver's; says nothing about its expiry.
  public func covers(rule: String, memberKey: [String]) -> Bool {
    self.rule == rule && members.contains { $0.matches(memberKey) }
  }

  public func isExpired(at now: Timestamp) -> Bool { now >= expires }
}
