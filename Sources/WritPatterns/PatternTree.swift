/// A regular expression as it was read. Rules write the portable subset; the cases marked so occur
/// only in detectors' patterns.
public indirect enum PatternTree: Hashable, Sendable {
  /// Matches the empty text.
  case empty
  case scalar(Unicode.Scalar)
  /// `.`: all but line feed.
  case any
  /// `\d \w \s` and their negations, ASCII.
  case shorthand(Shorthand, isNegated: Bool)
  /// `\p{…}`: a Unicode property by its name.
  case property(String, isNegated: Bool)
  case set([SetItem], isNegated: Bool)
  /// `^`: the very start.
  case start
  /// `$`: the very end.
  case end
  /// `\b`, or `\B` when negated.
  case wordBoundary(isNegated: Bool)
  case group(PatternTree)
  case sequence([PatternTree])
  case choice([PatternTree])
  /// `maximum` nil means unbounded.
  case `repeat`(PatternTree, minimum: Int, maximum: Int?)
  /// Detectors only: `(?=…)`, `(?!…)`, `(?<=…)`, `(?<!…)`; takes no text.
  case look(Look, PatternTree)
  /// Detectors only: `(?>…)`; what it matched is not tried otherwise.
  case atomic(PatternTree)
  /// Detectors only: a repeat followed by `?`, shortest first.
  case lazy(PatternTree)
  /// Detectors only: a repeat followed by `+`, never given back.
  case possessive(PatternTree)
  /// Detectors only: `(?i:…)`, or the whole under the flag `i`.
  case caseless(PatternTree)

  /// Which way a look-around looks, and for what.
  public struct Look: Hashable, Sendable {
    public var isBehind: Bool
    public var isNegated: Bool

    public init(isBehind: Bool, isNegated: Bool) {
      self.isBehind = isBehind
      self.isNegated = isNegated
    }
  }

  public enum Shorthand: String, Hashable, Sendable { case digit, word, space }

  /// One item between brackets.
  public enum SetItem: Hashable, Sendable {
    case scalar(Unicode.Scalar)
    case range(Unicode.Scalar, Unicode.Scalar)
    case shorthand(Shorthand, isNegated: Bool)
    case property(String, isNegated: Bool)
    /// `[:alpha:]`, ASCII.
    case posix(String, isNegated: Bool)
  }

  /// Whether some repeat within has no upper bound.
  public var holdsUnboundedRepeat: Bool {
    switch self {
    case .empty, .scalar, .any, .shorthand, .property, .set, .start, .end, .wordBoundary: false
    case .group(let inner), .look(_, let inner), .atomic(let inner), .lazy(let inner),
      .possessive(let inner), .caseless(let inner):
      inner.holdsUnboundedRepeat
    case .sequence(let parts), .choice(let parts): parts.contains(where: \.holdsUnboundedRepeat)
    case .repeat(let inner, _, let maximum): maximum == nil || inner.holdsUnboundedRepeat
    }
  }

  /// How many positions it has when counted repeats are written out; saturates.
  public var size: Int {
    switch self {
    case .empty, .start, .end, .wordBoundary: 0
    case .scalar, .any, .shorthand, .property, .set: 1
    case .group(let inner), .look(_, let inner), .atomic(let inner), .lazy(let inner),
      .possessive(let inner), .caseless(let inner):
      inner.size
    case .sequence(let parts), .choice(let parts):
      parts.reduce(0) { PatternTree.saturating($0.addingReportingOverflow($1.size)) }
    case .repeat(let inner, let minimum, let maximum):
      PatternTree.saturating(
        max(1, inner.size).multipliedReportingOverflow(by: max(1, maximum ?? minimum)))
    }
  }

  private static func saturating(_ result: (partialValue: Int, overflow: Bool)) -> Int {
    result.overflow ? Int.max : result.partialValue
  }
}
