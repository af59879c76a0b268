public import WritDiagnostics

/// A word with its place.
public struct Name: Hashable, Sendable {
  public var text: String
  public var span: Span

  public init(_ text: String, _ span: Span) {
    self.text = text
    self.span = span
  }
}

/// A literal text without interpolation, with its place (quotes included).
public struct TextLiteral: Hashable, Sendable {
  /// The value, escapes resolved.
  public var value: String
  public var span: Span

  public init(_ value: String, _ span: Span) {
    self.value = value
    self.span = span
  }
}

/// A `.writ` file as its author wrote it.
public struct FileSyntax: Sendable {
  public var module: Name?
  public var imports: [Name]
  public var declarations: [Declaration]

  public init(module: Name?, imports: [Name], declarations: [Declaration]) {
    self.module = module
    self.imports = imports
    self.declarations = declarations
  }
}

public enum Declaration: Sendable {
  case dataset(DatasetSyntax)
  case param(ParamSyntax)
  case `let`(LetSyntax)
  case define(DefineSyntax)
  case rule(RuleSyntax)
  case test(TestSyntax)
  case detector(DetectorSyntax)
  case mask(MaskSyntax)
  /// `retention`, `erasure`: parsed past, the checker says "not yet".
  case later(keyword: Name, name: Name?, span: Span)
}

public struct DatasetSyntax: Sendable {
  public var name: Name
  public var title: TextLiteral?
  public var key: [Name]
  public var fresh: ExpressionSyntax?
  public var orderBy: Name?
  public var lateness: ExpressionSyntax?
  public var completePer: Name?
  /// `valid from a to b`: history, not yet.
  public var valid: Span?
  public var fields: [FieldSyntax]
  public var span: Span

  public init(
    name: Name, title: TextLiteral? = nil, key: [Name] = [], fresh: ExpressionSyntax? = nil,
    orderBy: Name? = nil, lateness: ExpressionSyntax? = nil, completePer: Name? = nil,
    valid: Span? = nil, fields: [FieldSyntax] = [], span: Span
  ) {
    self.name = name
    self.title = title
    self.key = key
    self.fresh = fresh
    self.orderBy = orderBy
    self.lateness = lateness
    self.completePer = completePer
    self.valid = valid
    self.fields = fields
    self.span = span
  }
}

public struct FieldSyntax: Sendable {
  public var name: Name
  public var type: TypeSyntax
  public var isOptional: Bool
  /// The dotted category of `@personal(contact.email)`.
  public var personal: Name?
  public var isSecret: Bool
  public var span: Span

  public init(
    name: Name, type: TypeSyntax, isOptional: Bool, personal: Name?, isSecret: Bool, span: Span
  ) {
    self.name = name
    self.type = type
    self.isOptional = isOptional
    self.personal = personal
    self.isSecret = isSecret
    self.span = span
  }
}

public indirect enum TypeSyntax: Sendable {
  /// A scalar, `json`, or a dataset (dotted when imported: `shop.accounts`).
  case named(Name)
  /// `version<deb>`
  case version(scheme: Name, span: Span)
  case closedSet([TextLiteral], span: Span)
  case list(TypeSyntax, isOptional: Bool, span: Span)
  case set(TypeSyntax, isOptional: Bool, span: Span)
  case map(TypeSyntax, isOptional: Bool, span: Span)
  case record([FieldSyntax], span: Span)
  /// `columns(tbl, name)`: a reference made from other fields.
  case composite(dataset: Name, fields: [Name], span: Span)
  case error(Span)
}

public struct ParamSyntax: Sendable {
  public var name: Name
  public var type: TypeSyntax
  public var value: ExpressionSyntax
  public var title: TextLiteral?
  public var span: Span

  public init(
    name: Name, type: TypeSyntax, value: ExpressionSyntax, title: TextLiteral?, span: Span
  ) {
    self.name = name
    self.type = type
    self.value = value
    self.title = title
    self.span = span
  }
}

public struct LetSyntax: Sendable {
  public var name: Name
  public var value: ExpressionSyntax
  public var span: Span

  public init(name: Name, value: ExpressionSyntax, span: Span) {
    self.name = name
    self.value = value
    self.span = span
  }
}

/// `define active(u: users) = u.status == "active"`
public struct DefineSyntax: Sendable {
  public struct Parameter: Sendable {
    public var name: Name
    public var type: TypeSyntax

    public init(name: Name, type: TypeSyntax) {
      self.name = name
      self.type = type
    }
  }

  public var name: Name
  public var parameters: [Parameter]
  public var body: ExpressionSyntax
  public var span: Span

  public init(name: Name, parameters: [Parameter], body: ExpressionSyntax, span: Span) {
    self.name = name
    self.parameters = parameters
    self.body = body
    self.span = span
  }
}

public struct RuleSyntax: Sendable {
  public enum Clause: Sendable {
    case severity(Name)
    case covers([TextLiteral])
    case tags([TextLiteral])
    case owner(TextLiteral)
    case rationale(TextLiteral)
    case references([TextLiteral])
    case `let`(LetSyntax)
    /// `for VAR in DATASET` (dotted when imported)
    case population(variable: Name, dataset: Name)
    /// `each VAR in period by 3mo`
    case each(variable: Name, step: ExpressionSyntax)
    case `where`(ExpressionSyntax)
    case group([GroupKey])
    case window(WindowSyntax)
    case when(ExpressionSyntax)
    case must(ExpressionSyntax)
    /// `within 24h after TIME`
    case within(ExpressionSyntax, after: ExpressionSyntax)
    case allowEmpty
    case allowCross
    /// `tolerate 2%` or `tolerate 3`
    case tolerate(ExpressionSyntax)
    case say(ExpressionSyntax)
    case fix(ExpressionSyntax)
    case evidence([ExpressionSyntax])
  }

  public struct GroupKey: Sendable {
    public var name: Name
    public var value: ExpressionSyntax

    public init(name: Name, value: ExpressionSyntax) {
      self.name = name
      self.value = value
    }
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

public enum WindowSyntax: Sendable {
  case sliding(ExpressionSyntax)
  /// `tumbling 1d in "Europe/Berlin"`
  case tumbling(ExpressionSyntax, zone: TextLiteral?)
  case session(gap: ExpressionSyntax)
}

/// `test RULE "title" { … }`
public struct TestSyntax: Sendable {
  public enum Clause: Sendable {
    case now(ExpressionSyntax)
    case period(from: ExpressionSyntax, to: ExpressionSyntax)
    case param(Name, ExpressionSyntax)
    /// `given users [ … ]`, `given users collected TIME [ … ]`; rows are record literals.
    case given(dataset: Name, collected: ExpressionSyntax?, rows: [ExpressionSyntax])
    /// `expect OUTCOME KEY [because kind(detail)]`; the key is a literal or a list of literals.
    case expect(outcome: Name, key: ExpressionSyntax, because: [CauseSyntax])
    /// `expect status STATUS`
    case expectStatus(Name)
  }

  /// `missing(mfa)`; the detail is the text between the parentheses, trimmed,
  /// each run of blanks one blank.
  public struct CauseSyntax: Sendable {
    public var kind: Name
    public var detail: String
    public var span: Span

    public init(kind: Name, detail: String, span: Span) {
      self.kind = kind
      self.detail = detail
      self.span = span
    }
  }

  public var rule: Name
  public var title: TextLiteral?
  public var clauses: [(clause: Clause, span: Span)]
  public var span: Span

  public init(
    rule: Name, title: TextLiteral?, clauses: [(clause: Clause, span: Span)], span: Span
  ) {
    self.rule = rule
    self.title = title
    self.clauses = clauses
    self.span = span
  }
}
