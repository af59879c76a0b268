public import WritDiagnostics
public import WritPatterns
public import WritValues

/// An expression with its names resolved and its type known.
///
/// Variables live in numbered slots of the frame: a slot holds a row (type `.row`) or an element of a
/// collection. A `let` is the same node wherever its name stands.
public final class CheckedExpression: Sendable {
  public indirect enum Kind: Sendable {
    /// A literal, already of the type its context asks for.
    case constant(Value)
    case param(Int)
    case now
    case periodStart
    case periodEnd
    /// `deadline` of a `within` clause, or VAR.end of `each`.
    case deadline
    case windowStart
    case windowEnd
    case stepStart
    case stepEnd
    /// A group's key value, by its index.
    case groupKey(Int)

    /// The row or element a variable holds. A row used as a value is its key.
    case slot(Int)
    /// A reference followed to its row: type `.row`; dangling where no row has the key.
    case dereference(CheckedExpression, dataset: Int)
    /// A field of a row-typed expression (`.slot` or `.dereference` of type `.row`).
    case field(CheckedExpression, dataset: Int, index: Int)
    /// A field of a record value.
    case recordField(CheckedExpression, index: Int)
    /// `tags["owner"]` on a map.
    case mapEntry(CheckedExpression, key: CheckedExpression)
    /// A path step into json; `type` is what the context asks for (`.json` when it asks nothing).
    case jsonMember(CheckedExpression, key: CheckedExpression)
    /// A json value read as `type` (text, int, decimal, bool, time, …); wrong kind is `unreadable`.
    case jsonAs(CheckedExpression)

    case not(CheckedExpression)
    case and(CheckedExpression, CheckedExpression)
    case or(CheckedExpression, CheckedExpression)
    case compare(Comparison, CheckedExpression, CheckedExpression)
    /// `age(t) <= 3mo` reads `now <= t + 3mo`: compares now with `time` stepped by `months`.
    case ageInMonths(Comparison, time: CheckedExpression, months: CheckedExpression)
    /// `x in collection` (list or set).
    case inCollection(CheckedExpression, CheckedExpression)
    /// `ref in DATASET`
    case inDataset(CheckedExpression, dataset: Int)
    /// `"k" in map`
    case inMap(CheckedExpression, CheckedExpression)
    /// `ip in network`, or in a list or set of networks.
    case inNetwork(CheckedExpression, CheckedExpression)
    case between(CheckedExpression, CheckedExpression, CheckedExpression)
    case isKnown(CheckedExpression)
    case isMissing(CheckedExpression)
    case coalesce(CheckedExpression, CheckedExpression)
    case matches(CheckedExpression, Pattern)
    case choice(condition: CheckedExpression, then: CheckedExpression, otherwise: CheckedExpression)

    case negate(CheckedExpression)
    case arithmetic(Arithmetic, CheckedExpression, CheckedExpression)
    case function(Function, [CheckedExpression])
    /// A define; the frame is new, arguments may be rows.
    case call(define: Int, [CheckedExpression])
    case list([CheckedExpression])
    /// A text with interpolations; each part is a constant text or an expression of any type.
    case template([CheckedExpression])
    case comprehension(Comprehension)
    /// `mask(x)`: shown as a mask, never in clear.
    case mask(CheckedExpression)
  }

  public enum Comparison: String, Sendable {
    case equal = "=="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
  }

  /// The operands' types tell which: numbers, time ± duration or months, duration ± duration, bytes.
  public enum Arithmetic: String, Sendable {
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
    case remainder = "%"
  }

  public enum Function: String, CaseIterable, Sendable {
    case startsWith = "starts_with"
    case endsWith = "ends_with"
    case contains
    case lower, upper, trim, length, split, replace, nfc
    case abs, min, max, round, floor, ceil
    case modeWithin = "mode_within"
    /// `age(t)` is `now - t`.
    case age
    /// `date(t, zone)` its midnight; `hour(t, zone)`; `weekday(t, zone)` 1 = Monday. The zone is a text constant.
    case date, hour, weekday
    case text, int, decimal, time, ip, json
    /// A json list, or another json value as a list of one.
    case items
    case count
    case union, intersect, subset
    /// The category of personal data that detectors find in a text; missing when they find none.
    case personal
  }

  public let kind: Kind
  public let type: ValueType
  public let place: Place
  /// Personal data categories and secrets that flow into the value.
  public let labels: DataLabels
  /// What it reads and how large it is.
  package let facts: ExpressionFacts

  public convenience init(
    _ kind: Kind, type: ValueType, place: Place, labels: DataLabels = .none
  ) {
    self.init(kind, type: type, place: place, labels: labels, callee: nil)
  }

  /// `callee` is what is known of the define that a call names.
  init(
    _ kind: Kind, type: ValueType, place: Place, labels: DataLabels, callee: ExpressionFacts?
  ) {
    self.kind = kind
    self.type = type
    self.place = place
    self.labels = labels
    facts = ExpressionFacts(of: kind, callee: callee)
  }
}

/// What a value would give away if it were printed.
public struct DataLabels: Hashable, Sendable {
  /// Categories, sorted.
  public var personal: [String]
  public var isSecret: Bool

  public init(personal: [String] = [], isSecret: Bool = false) {
    self.personal = personal
    self.isSecret = isSecret
  }

  public static let none = DataLabels()

  public var isEmpty: Bool { personal.isEmpty && !isSecret }

  public func union(_ other: DataLabels) -> DataLabels {
    if other.isEmpty { return self }
    if isEmpty { return other }
    return DataLabels(
      personal: Set(personal).union(other.personal).sorted(), isSecret: isSecret || other.isSecret)
  }
}

/// A quantifier or an aggregate over rows of a dataset, elements of a collection, or a group's rows.
public final class Comprehension: Sendable {
  public enum Function: String, CaseIterable, Sendable {
    case exists, none, every, any, first, last, one
    case count, sum, min, max, avg, distinct, quantile, share
  }

  public enum Source: Sendable {
    case dataset(Int)
    /// A list or set (or json list) valued expression.
    case collection(CheckedExpression)
    /// The rows of the group or window; `slot` is then the rule's row variable.
    case group
  }

  /// An equality by which candidate rows are found without looking at all of them; the whole condition is
  /// still evaluated for each candidate.
  public enum Join: Sendable {
    /// `f(row) == probe`
    case equal(row: CheckedExpression, probe: CheckedExpression)
    /// `f(row) in probe`, where probe is a list or set
    case inProbe(row: CheckedExpression, probe: CheckedExpression)
    /// `probe in f(row)`, where f(row) is a list or set
    case rowContains(row: CheckedExpression, probe: CheckedExpression)
  }

  public let function: Function
  public let source: Source
  /// The bound variable's slot.
  public let slot: Int
  /// `where`, and for `any`/`exists` written with a colon the body too; nil is true.
  public let condition: CheckedExpression?
  /// `every`'s body, or what is summed, compared or shared; `first`/`last`: nil.
  public let value: CheckedExpression?
  /// `by x` of first and last.
  public let by: CheckedExpression?
  /// The level of `quantile`, 0 to 1.
  public let level: CheckedExpression?
  /// All equalities found; empty when none can be hashed.
  public let joins: [Join]
  /// False when nothing outside the comprehension is read but params and clocks: its value is one for all members.
  public let isCorrelated: Bool

  public init(
    function: Function, source: Source, slot: Int, condition: CheckedExpression?,
    value: CheckedExpression? = nil, by: CheckedExpression? = nil, level: CheckedExpression? = nil,
    joins: [Join] = [], isCorrelated: Bool
  ) {
    self.function = function
    self.source = source
    self.slot = slot
    self.condition = condition
    self.value = value
    self.by = by
    self.level = level
    self.joins = joins
    self.isCorrelated = isCorrelated
  }
}
