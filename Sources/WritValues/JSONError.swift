/// Why bytes are not JSON, and where.
public struct JSONError: Error, Hashable, Sendable {
  /// Bytes before the mistake.
  public var offset: Int
  public var message: String

  public init(offset: Int, message: String) {
    self.offset = offset
    self.message = message
  }
}
