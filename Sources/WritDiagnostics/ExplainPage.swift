/// What `writ explain ID` shows: the meaning of a diagnostic, an example that triggers it and one that does not.
public struct ExplainPage: Hashable, Sendable {
  /// The kind of file the examples are.
  public enum Kind: String, Sendable {
    case policy, configuration, catalog, waivers, attestations, input
  }

  public var id: String
  /// What it means and how to mend it, in plain sentences.
  public var meaning: String
  public var kind: Kind
  /// A whole file that gives a diagnostic with this id.
  public var wrong: String
  /// The same file, mended: gives no diagnostic with this id.
  public var right: String

  public init(id: String, meaning: String, kind: Kind, wrong: String, right: String) {
    self.id = id
    self.meaning = meaning
    self.kind = kind
    self.wrong = wrong
    self.right = right
  }
}
