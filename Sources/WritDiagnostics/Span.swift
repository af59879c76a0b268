/// A half-open range of byte offsets in one source text.
public struct Span: Hashable, Sendable {
  public var start: Int
  public var end: Int

  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  /// The smallest span that holds both.
  public func joined(_ other: Span) -> Span { Span(min(start, other.start), max(end, other.end)) }
}

/// A span and the text it lies in.
public struct Place: Hashable, Sendable {
  public let source: SourceText
  public var span: Span

  public init(_ source: SourceText, _ span: Span) {
    self.source = source
    self.span = span
  }

  public static func == (one: Place, other: Place) -> Bool {
    one.source.name == other.source.name && one.span == other.span
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(source.name)
    hasher.combine(span)
  }

  public var text: String { source.text(span) }
}
