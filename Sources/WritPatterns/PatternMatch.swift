/// What a search comes to.
public enum PatternMatch: Hashable, Sendable {
  case yes
  case no
  /// It can't be told within the limits of time and memory.
  case limit
}
