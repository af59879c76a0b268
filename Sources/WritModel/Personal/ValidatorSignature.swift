/// What a validator of the closed library is called and takes: `weighted(weights, modulus)`.
public struct ValidatorSignature: Hashable, Sendable {
  /// One argument, by its place in the call.
  public struct Parameter: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable {
      case integer, text, name, list
    }

    public var name: String
    public var kind: Kind
    /// Only arguments at the end can be left out.
    public var isOptional: Bool

    public init(_ name: String, _ kind: Kind, isOptional: Bool = false) {
      self.name = name
      self.kind = kind
      self.isOptional = isOptional
    }
  }

  /// The word in `validate`: `mod11`.
  public var name: String
  public var parameters: [Parameter]
  /// One sentence for people: what it accepts.
  public var summary: String
  /// The standard or authority that states the rule.
  public var source: String

  public init(name: String, parameters: [Parameter] = [], summary: String, source: String) {
    self.name = name
    self.parameters = parameters
    self.summary = summary
    self.source = source
  }
}
