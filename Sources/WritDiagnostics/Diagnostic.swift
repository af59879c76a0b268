/// Something to tell a person about a text: what is wrong, where, and what to do.
public struct Diagnostic: Hashable, Sendable {
  public enum Severity: Int, Comparable, Sendable {
    case error, warning, note

    public static func < (one: Severity, other: Severity) -> Bool { one.rawValue < other.rawValue }
  }

  /// A replacement that mends the mistake.
  public struct Fix: Hashable, Sendable {
    public var span: Span
    public var replacement: String

    public init(span: Span, replacement: String) {
      self.span = span
      self.replacement = replacement
    }
  }

  /// An id that reads, `area/kebab-name`; `writ explain` has a page for each.
  public var id: String
  public var severity: Severity
  /// One sentence, lowercase, no period, backticks around what the author wrote.
  public var message: String
  /// Absent where there is no text to point into (a missing file, a wrong flag).
  public var place: Place?
  /// Words beside the carets.
  public var label: String
  public var help: [String]
  public var fixes: [Fix]

  public init(
    _ id: String, severity: Severity = .error, _ message: String, at place: Place? = nil,
    label: String = "", help: [String] = [], fixes: [Fix] = []
  ) {
    self.id = id
    self.severity = severity
    self.message = message
    self.place = place
    self.label = label
    self.help = help
    self.fixes = fixes
  }

  /// By source, position, id, so that two runs print the same.
  public static func inOrder(_ one: Diagnostic, _ other: Diagnostic) -> Bool {
    let first = (one.place?.source.name ?? "", one.place?.span.start ?? 0, one.place?.span.end ?? 0)
    let second = (
      other.place?.source.name ?? "", other.place?.span.start ?? 0, other.place?.span.end ?? 0
    )
    if first != second { return first < second }
    return (one.id, one.message) < (other.id, other.message)
  }
}
