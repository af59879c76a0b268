public import WritValues

/// What was delivered of a dataset.
public struct AssessedDataset: Hashable, Sendable {
  public enum State: String, CaseIterable, Hashable, Sendable {
    case delivered
    case stale
    case notDelivered = "not_delivered"
  }

  /// A record that could not be used.
  public struct Reject: Hashable, Sendable {
    public var input: String
    /// Counted from 1; 0 where there are no lines.
    public var line: Int
    /// Byte range in the input.
    public var start: Int64
    public var end: Int64
    public var reason: String

    public init(input: String, line: Int, start: Int64 = 0, end: Int64 = 0, reason: String) {
      self.input = input
      self.line = line
      self.start = start
      self.end = end
      self.reason = reason
    }
  }

  public var name: String
  public var state: State
  public var collectedAt: Timestamp?
  /// Microseconds after its collection at which it is stale; nil when it never is.
  public var fresh: Int64?
  /// Accepted and rejected ones.
  public var rows: Int64
  public var rejectedRows: Int64
  /// The first rejects.
  public var rejects: [Reject]
  public var inputs: [String]
  /// Why it is stale or not delivered; empty otherwise.
  public var reason: String

  public init(
    name: String, state: State = .delivered, collectedAt: Timestamp? = nil, fresh: Int64? = nil,
    rows: Int64, rejectedRows: Int64 = 0, rejects: [Reject] = [], inputs: [String] = [],
    reason: String = ""
  ) {
    self.name = name
    self.state = state
    self.collectedAt = collectedAt
    self.fresh = fresh
    self.rows = rows
    self.rejectedRows = rejectedRows
    self.rejects = rejects
    self.inputs = inputs
    self.reason = reason
  }
}
