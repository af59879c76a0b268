/// Where `now` comes from; the wall clock is only one of them.
public struct Clock: Sendable {
  public var now: @Sendable () -> Timestamp

  public init(now: @escaping @Sendable () -> Timestamp) { self.now = now }

  /// A clock that stands still.
  public static func fixed(_ time: Timestamp) -> Clock { Clock { time } }
}
