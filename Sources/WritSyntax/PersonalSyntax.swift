public import WritDiagnostics

/// `detector NAME "TITLE" { … }`: how one kind of personal data is recognized.
public struct DetectorSyntax: Sendable {
  public enum Clause: Sendable {
    /// A dotted category.
    case category(Name)
    case region([Name])
    /// The pattern between its slashes, with its flags; the span covers both.
    case pattern(source: String, flags: String, span: Span)
    case recognize(Name)
    case validate([OperationSyntax])
    case exclude([Name])
    /// `near ["card"] within 50`
    case near([TextLiteral], within: ExpressionSyntax)
    case named([TextLiteral])
    /// `confidence 0.5, near 0.95`: the first has no word.
    case confidence([(word: Name?, value: ExpressionSyntax)])
    case example([TextLiteral])
    case counter([TextLiteral])
  }

  public var name: Name
  public var title: TextLiteral?
  /// Each clause with its whole span, in the order written.
  public var clauses: [(clause: Clause, span: Span)]
  public var span: Span

  public init(
    name: Name, title: TextLiteral?, clauses: [(clause: Clause, span: Span)], span: Span
  ) {
    self.name = name
    self.title = title
    self.clauses = clauses
    self.span = span
  }
}

/// `mask NAME "TITLE" { … }`: what becomes of each category in a masked copy.
public struct MaskSyntax: Sendable {
  public struct Line: Sendable {
    /// The dotted category; nil for `otherwise`.
    public var category: Name?
    /// `government.*` rather than `government`.
    public var isSubtree: Bool
    public var operation: OperationSyntax
    public var span: Span

    public init(category: Name?, isSubtree: Bool, operation: OperationSyntax, span: Span) {
      self.category = category
      self.isSubtree = isSubtree
      self.operation = operation
      self.span = span
    }
  }

  public var name: Name
  public var title: TextLiteral?
  public var lines: [Line]
  public var span: Span

  public init(name: Name, title: TextLiteral?, lines: [Line], span: Span) {
    self.name = name
    self.title = title
    self.lines = lines
    self.span = span
  }
}

/// A validator or an operator with its arguments: `weighted([3, 7, 1], 10)`, `partial(last: 4)`.
public struct OperationSyntax: Sendable {
  public indirect enum Value: Sendable {
    case integer(Int64)
    /// Microseconds.
    case duration(Int64)
    case flag(Bool)
    case text(String)
    case name(String)
    case list([Argument])
    /// Another literal, or one that was reported.
    case other(String)
  }

  public struct Argument: Sendable {
    public var label: Name?
    public var value: Value
    /// Of the value.
    public var span: Span

    public init(label: Name?, value: Value, span: Span) {
      self.label = label
      self.value = value
      self.span = span
    }
  }

  public var name: Name
  public var arguments: [Argument]
  public var span: Span

  public init(name: Name, arguments: [Argument], span: Span) {
    self.name = name
    self.arguments = arguments
    self.span = span
  }
}
