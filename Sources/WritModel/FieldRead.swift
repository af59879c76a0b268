/// A field that was read to judge a member, and where its row stands.
public struct FieldRead: Hashable, Sendable {
  /// As the rule reads it: `user.manager.email`.
  public var path: String
  /// Nil when it is unknown or masked.
  public var value: String?
  /// Whether a tag hides the value.
  public var isMasked: Bool
  /// For people: `users.ndjson:12`; nil where the row has no place.
  public var place: String?
  /// Name of the input, empty where there is none.
  public var input: String
  /// Counted from 1; 0 where there are no lines.
  public var line: Int64
  /// Byte range of the row in the input, half-open.
  public var start: Int64
  public var end: Int64

  public init(
    path: String, value: String?, isMasked: Bool = false, place: String? = nil,
    input: String = "", line: Int64 = 0, start: Int64 = 0, end: Int64 = 0
  ) {
    self.path = path
    self.value = value
    self.isMasked = isMasked
    self.place = place
    self.input = input
    self.line = line
    self.start = start
    self.end = end
  }
}
