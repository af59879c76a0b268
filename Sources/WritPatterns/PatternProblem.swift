/// Why a pattern is refused, and where in it.
public struct PatternProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// Byte range in the pattern's UTF-8, half-open.
  public var start: Int
  public var end: Int
  /// One sentence, lowercase, no period.
  public var reason: String
  /// What to write in its place, where one is sure.
  public var hint: String?

  public init(start: Int, end: Int, reason: String, hint: String? = nil) {
    self.start = start
    self.end = end
    self.reason = reason
    self.hint = hint
  }

  public var description: String { "\(reason) (at byte \(start))" }
}
