/// Something that no verdict stands on, said aloud.
public struct Untested: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case control, rule, dataset, rejects
  }

  public var kind: Kind
  /// Control id, rule id or dataset.
  public var subject: String
  /// `no rule`, `missing(mfa) for 3 of 40 members`.
  public var reason: String

  /// The reason of a rule that was not asked for.
  public static let notRun = "not run"

  public init(kind: Kind, subject: String, reason: String) {
    self.kind = kind
    self.subject = subject
    self.reason = reason
  }
}
