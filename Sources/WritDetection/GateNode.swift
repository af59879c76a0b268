/// A pattern as the gate sees it: over bytes, matching at least what the pattern matches.
indirect enum GateNode: Hashable, Sendable {
  case empty
  /// One byte of the set; of the empty set: nothing ever.
  case byte(ByteSet)
  case sequence([GateNode])
  case choice([GateNode])
  /// `maximum` nil means unbounded.
  case `repeat`(GateNode, minimum: Int, maximum: Int?)
  /// Takes no text: the byte before is in the set, or there is none and the flag is set.
  case previous(ByteSet, orStart: Bool)
  /// Takes no text: the byte behind is in the set, or there is none and the flag is set.
  case next(ByteSet, orEnd: Bool)
  /// `\b`, or `\B` when negated, over ASCII.
  case wordBoundary(isNegated: Bool)

  /// Whether it takes no text and asks nothing.
  var isEmpty: Bool {
    switch self {
    case .empty: true
    case .sequence(let parts): parts.allSatisfy(\.isEmpty)
    default: false
    }
  }

  /// All bytes that a match of it may hold.
  var bytes: ByteSet {
    switch self {
    case .empty, .previous, .next, .wordBoundary: ByteSet()
    case .byte(let set): set
    case .sequence(let parts), .choice(let parts):
      parts.reduce(ByteSet()) { $0.union($1.bytes) }
    case .repeat(let inner, _, let maximum): maximum == 0 ? ByteSet() : inner.bytes
    }
  }

  /// Least and most bytes it takes; `most` nil is unbounded.
  var length: (least: Int, most: Int?) {
    switch self {
    case .empty, .previous, .next, .wordBoundary: return (0, 0)
    case .byte: return (1, 1)
    case .sequence(let parts):
      return parts.reduce((0, 0)) { sum, part in
        let length = part.length
        return (
          sum.0 + length.least, sum.1.flatMap { most in length.most.map { most + $0 } }
        )
      }
    case .choice(let branches):
      guard let first = branches.first else { return (0, 0) }
      return branches.dropFirst().reduce(first.length) { sum, part in
        let length = part.length
        return (
          min(sum.0, length.least), sum.1.flatMap { most in length.most.map { max(most, $0) } }
        )
      }
    case .repeat(let inner, let minimum, let maximum):
      let length = inner.length
      let most = maximum.flatMap { count in length.most.map { $0 * count } }
      return (length.least * minimum, length.most == 0 ? 0 : most)
    }
  }
}
