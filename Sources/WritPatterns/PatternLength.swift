/// How much text something takes.
package struct PatternLength: Hashable, Sendable {
  package var minimum: Int
  /// nil is unbounded.
  package var maximum: Int?

  static let nothing = PatternLength(minimum: 0, maximum: 0)
  static let one = PatternLength(minimum: 1, maximum: 1)

  static func + (one: PatternLength, other: PatternLength) -> PatternLength {
    PatternLength(
      minimum: saturating(one.minimum.addingReportingOverflow(other.minimum)),
      maximum: one.maximum.flatMap { mine in
        other.maximum.map { saturating(mine.addingReportingOverflow($0)) }
      })
  }

  func or(_ other: PatternLength) -> PatternLength {
    PatternLength(
      minimum: min(minimum, other.minimum),
      maximum: maximum.flatMap { mine in other.maximum.map { max(mine, $0) } })
  }

  func repeated(_ least: Int, _ most: Int?) -> PatternLength {
    PatternLength(
      minimum: Self.saturating(minimum.multipliedReportingOverflow(by: least)),
      maximum: maximum == 0
        ? 0
        : maximum.flatMap { mine in
          most.map { Self.saturating(mine.multipliedReportingOverflow(by: $0)) }
        })
  }

  private static func saturating(_ result: (partialValue: Int, overflow: Bool)) -> Int {
    result.overflow ? Int.max : result.partialValue
  }
}

extension PatternTree {
  /// Length in characters.
  package var characters: PatternLength { length(isCaseless: false) { _ in .one } }

  /// Length in bytes of UTF-8.
  package var bytes: PatternLength {
    length(isCaseless: false) { set in
      // A set that nothing is in takes no text because it never matches.
      guard let widths = set.widths else { return .one }
      return PatternLength(minimum: widths.lowerBound, maximum: widths.upperBound)
    }
  }

  private func length(
    isCaseless: Bool, _ width: (ScalarSet) -> PatternLength
  ) -> PatternLength {
    switch self {
    case .empty, .start, .end, .wordBoundary, .look: .nothing
    case .scalar, .any, .shorthand, .property, .set:
      width(scalars(isCaseless: isCaseless) ?? .nothing)
    case .group(let inner), .atomic(let inner), .lazy(let inner), .possessive(let inner):
      inner.length(isCaseless: isCaseless, width)
    case .caseless(let inner): inner.length(isCaseless: true, width)
    case .sequence(let parts):
      parts.reduce(.nothing) { $0 + $1.length(isCaseless: isCaseless, width) }
    case .choice(let branches):
      branches.dropFirst().reduce(
        branches.first?.length(isCaseless: isCaseless, width) ?? .nothing
      ) { $0.or($1.length(isCaseless: isCaseless, width)) }
    case .repeat(let inner, let minimum, let maximum):
      inner.length(isCaseless: isCaseless, width).repeated(minimum, maximum)
    }
  }

  /// Bytes it may look at before its start and past its end.
  package var reach: (before: Int, after: Int) {
    switch self {
    case .empty, .scalar, .any, .shorthand, .property, .set: return (0, 0)
    case .start: return (1, 0)
    case .end: return (0, 1)
    case .wordBoundary: return (1, 1)
    case .look(let look, let inner):
      let own = inner.bytes.maximum ?? 0
      let nested = inner.reach
      return look.isBehind
        ? (own + nested.before, nested.after) : (nested.before, own + nested.after)
    case .group(let inner), .atomic(let inner), .lazy(let inner), .possessive(let inner),
      .caseless(let inner), .repeat(let inner, _, _):
      return inner.reach
    case .sequence(let parts), .choice(let parts):
      return parts.reduce((0, 0)) {
        let reach = $1.reach
        return (max($0.0, reach.before), max($0.1, reach.after))
      }
    }
  }
}
