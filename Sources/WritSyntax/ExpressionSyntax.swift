public import WritDiagnostics
public import WritValues

/// An expression as written.
public struct ExpressionSyntax: Sendable {
  public indirect enum Kind: Sendable {
    // Literals
    case bool(Bool)
    case int(Int64)
    /// `1.5`
    case decimal(Decimal)
    /// `95%` is the decimal 0.95.
    case percent(Decimal)
    /// `90d`, `2h30m`: microseconds.
    case duration(Int64)
    /// `3mo`, `1y`: months.
    case months(Int64)
    /// `10MiB`
    case bytes(Int64)
    /// `2026-01-31`, `2026-01-31T10:00:00Z`
    case time(Timestamp)
    /// A text; one `.literal` part (or none) when nothing is interpolated.
    case text([TextPart])
    /// `/regex/i`: pattern and flags as written.
    case regex(pattern: String, flags: String)
    case list([ExpressionSyntax])
    /// Only in tests: `{ id: "a", mfa: true }`.
    case record([RecordField])
    /// `null`, only in tests' rows.
    case null

    // Names and paths
    case name(String)
    case member(ExpressionSyntax, Name)
    /// `tags["owner"]`
    case subscript_(ExpressionSyntax, key: ExpressionSyntax)
    /// A built-in function, a conversion, a define, or an aggregate over the group (`min(e.time)`).
    case call(Name, [ExpressionSyntax])
    case comprehension(Comprehension)

    // Operators
    case not(ExpressionSyntax)
    case negate(ExpressionSyntax)
    case binary(BinaryOperator, ExpressionSyntax, ExpressionSyntax)
    case between(ExpressionSyntax, ExpressionSyntax, ExpressionSyntax)
    case isKnown(ExpressionSyntax)
    case isMissing(ExpressionSyntax)
    case choice(condition: ExpressionSyntax, then: ExpressionSyntax, otherwise: ExpressionSyntax)
    case asOf(ExpressionSyntax, ExpressionSyntax)
    /// Something that could not be parsed; a diagnostic says what.
    case error
  }

  public enum TextPart: Sendable {
    case literal(String)
    case interpolation(ExpressionSyntax)
  }

  public struct RecordField: Sendable {
    public var name: Name
    public var value: ExpressionSyntax

    public init(name: Name, value: ExpressionSyntax) {
      self.name = name
      self.value = value
    }
  }

  /// `exists(e in SOURCE where …)`, `every(e in S where c : d)`, `first(e in S where c by x)`,
  /// `sum(x for e in S where c)`, `quantile(0.95, x for e in S)`, `any(p in xs : c)`,
  /// and over a group's rows `count(e where c)`, `sum(e.size where c)`: there `variable` is nil and
  /// `value` is set.
  public struct Comprehension: Sendable {
    /// `exists none every any first last one count sum min max avg distinct quantile share`
    public var function: Name
    /// The 0.95 of `quantile`.
    public var level: ExpressionSyntax?
    /// What stands before `for`, or the group form's argument.
    public var value: ExpressionSyntax?
    public var variable: Name?
    public var source: ExpressionSyntax?
    public var condition: ExpressionSyntax?
    /// What stands after `:`.
    public var body: ExpressionSyntax?
    public var by: ExpressionSyntax?

    public init(
      function: Name, level: ExpressionSyntax? = nil, value: ExpressionSyntax? = nil,
      variable: Name? = nil, source: ExpressionSyntax? = nil, condition: ExpressionSyntax? = nil,
      body: ExpressionSyntax? = nil, by: ExpressionSyntax? = nil
    ) {
      self.function = function
      self.level = level
      self.value = value
      self.variable = variable
      self.source = source
      self.condition = condition
      self.body = body
      self.by = by
    }
  }

  public enum BinaryOperator: String, Sendable {
    case or, and
    case equal = "=="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case `in`
    case notIn = "not in"
    case matches
    case startsWith = "starts_with"
    case endsWith = "ends_with"
    case contains
    case subset
    case coalesce = "??"
    case union, intersect
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
    case remainder = "%"
  }

  public var kind: Kind
  public var span: Span
  /// Levels of the tree, this one included; the parser bounds it, so that everybody may recurse.
  public let height: Int

  public init(_ kind: Kind, _ span: Span) {
    self.kind = kind
    self.span = span
    height = 1 + (kind.children.map(\.height).max() ?? 0)
  }
}

extension ExpressionSyntax.Kind {
  /// The expressions directly inside, in the order written.
  public var children: [ExpressionSyntax] {
    switch self {
    case .bool, .int, .decimal, .percent, .duration, .months, .bytes, .time, .regex, .null, .name,
      .error:
      return []
    case .text(let parts):
      return parts.compactMap {
        if case .interpolation(let expression) = $0 { expression } else { nil }
      }
    case .list(let items), .call(_, let items): return items
    case .record(let fields): return fields.map(\.value)
    case .member(let base, _): return [base]
    case .subscript_(let base, let key): return [base, key]
    case .not(let operand), .negate(let operand), .isKnown(let operand), .isMissing(let operand):
      return [operand]
    case .binary(_, let left, let right), .asOf(let left, let right): return [left, right]
    case .between(let value, let low, let high): return [value, low, high]
    case .choice(let condition, let then, let otherwise): return [condition, then, otherwise]
    case .comprehension(let parts):
      return [parts.level, parts.value, parts.source, parts.condition, parts.body, parts.by]
        .compactMap { $0 }
    }
  }
}
