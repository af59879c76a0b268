/// A body of controls in one version: SOC 2, ISO/IEC 27001, the GDPR.
public struct Framework: Hashable, Sendable {
  /// The prefix rules use: `soc2`.
  public var id: String
  public var version: String
  public var title: String
  public var license: License

  /// Whose words a catalog holds.
  public enum License: String, CaseIterable, Sendable {
    /// Nothing is quoted.
    case ownWords = "own-words"
    /// Quotes a text that is free to quote.
    case publicText = "public-text"
  }

  public init(id: String, version: String, title: String, license: License) {
    self.id = id
    self.version = version
    self.title = title
    self.license = license
  }
}
