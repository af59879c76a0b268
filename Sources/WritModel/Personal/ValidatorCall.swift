/// A validator of the closed library with its arguments: `weighted([3, 7, 1], 10)`.
public struct ValidatorCall: Hashable, Sendable {
  public indirect enum Argument: Hashable, Sendable {
    case integer(Int64)
    case text(String)
    /// A bare word: `table`.
    case name(String)
    case list([Argument])
  }

  public var name: String
  public var arguments: [Argument]

  public init(_ name: String, _ arguments: [Argument] = []) {
    self.name = name
    self.arguments = arguments
  }
}
