import WritPatterns

/// Translates a checked pattern into what the gate runs: every text the pattern matches, the
/// translation matches too, at the same place.
///
/// What bytes can't say is left out and noted: look-around over more than one character, atomic
/// groups, sets of characters past ASCII, very large repeats. Digits are all alike, and so are letters
/// where a set has several: the shape of a token decides about most candidates, and an automaton that
/// tells shapes apart, not numbers, stays small. A pattern without such a note means exactly the same
/// as its translation.
struct GateTranslation {
  /// Repeats are written out up to here; beyond, the upper bound is left out.
  private static let largestCount = 80

  let node: GateNode
  /// Whether nothing was left out.
  let isExact: Bool

  init(_ pattern: DetectorPattern) {
    var reader = Reader(isUTF: pattern.needsUTF)
    node = reader.translate(pattern.tree, isCaseless: false)
    isExact = reader.isExact
  }

  private struct Reader {
    let isUTF: Bool
    var isExact = true

    mutating func translate(_ tree: PatternTree, isCaseless: Bool) -> GateNode {
      switch tree {
      case .empty: return .empty
      case .scalar, .any, .shorthand, .property, .set:
        return character(tree.scalars(isCaseless: isCaseless) ?? .all)
      case .start: return .previous(ByteSet(), orStart: true)
      case .end: return .next(ByteSet(), orEnd: true)
      case .wordBoundary(let isNegated): return .wordBoundary(isNegated: isNegated)
      case .group(let inner), .lazy(let inner): return translate(inner, isCaseless: isCaseless)
      case .caseless(let inner): return translate(inner, isCaseless: true)
      case .atomic(let inner), .possessive(let inner):
        isExact = false
        return translate(inner, isCaseless: isCaseless)
      case .sequence(let parts):
        return .sequence(parts.map { translate($0, isCaseless: isCaseless) })
      case .choice(let branches):
        return .choice(branches.map { translate($0, isCaseless: isCaseless) })
      case .repeat(let inner, let minimum, let maximum):
        return repeated(inner, minimum, maximum, isCaseless: isCaseless)
      case .look(let look, let inner):
        return self.look(look, inner, isCaseless: isCaseless)
      }
    }

    // MARK: Characters

    /// The bytes below 0x80 of a set.
    private func ascii(_ set: ScalarSet) -> ByteSet {
      ByteSet((UInt8(0)..<0x80).filter { set.contains(UInt32($0)) })
    }

    private mutating func character(_ set: ScalarSet) -> GateNode {
      let low = ascii(set)
      let rest = set.intersection(.notASCII)
      // Without UTF mode case folding knows ASCII alone, and nothing else brings in what is past it.
      if rest.isEmpty || !isUTF { return .byte(shape(low)) }
      if rest.ranges.reduce(0, { $0 + $1.count }) <= 16 {
        let sequences = rest.ranges.flatMap { range in
          range.compactMap { Unicode.Scalar($0) }.map { scalar in
            GateNode.sequence(UTF8.encode(scalar)?.map { .byte(ByteSet([$0])) } ?? [])
          }
        }
        return .choice((low.isEmpty ? [] : [.byte(shape(low))]) + sequences)
      }
      isExact = false
      return .choice([.byte(shape(low)), .repeat(.byte(.high), minimum: 1, maximum: 4)])
    }

    /// The set with all digits if it has one, and with all letters of a case if it has several, a
    /// hexadecimal digit's aside.
    private mutating func shape(_ set: ByteSet) -> ByteSet {
      var wide = set
      if !set.intersection(.digits).isEmpty { wide = wide.union(.digits) }
      for (all, hexadecimal) in [(ByteSet.upper, ByteSet.upperHex), (.lower, .lowerHex)] {
        let letters = set.intersection(all)
        if letters.count > 2, letters != hexadecimal { wide = wide.union(all) }
      }
      if wide != set { isExact = false }
      return wide
    }

    private mutating func repeated(
      _ inner: PatternTree, _ minimum: Int, _ maximum: Int?, isCaseless: Bool
    ) -> GateNode {
      if isUTF, let set = inner.scalars(isCaseless: isCaseless),
        !set.intersection(.notASCII).isEmpty
      {
        // A character takes one to four bytes.
        isExact = false
        return bounded(
          .byte(shape(ascii(set)).union(.high)), minimum, maximum.map { 4 * $0 })
      }
      return bounded(translate(inner, isCaseless: isCaseless), minimum, maximum)
    }

    private mutating func bounded(
      _ node: GateNode, _ minimum: Int, _ maximum: Int?
    ) -> GateNode {
      let most = GateTranslation.largestCount
      if let maximum, maximum <= most {
        return .repeat(node, minimum: minimum, maximum: maximum)
      }
      if maximum != nil || minimum > most { isExact = false }
      return .repeat(node, minimum: min(minimum, most), maximum: nil)
    }

    // MARK: Look-around

    private mutating func look(
      _ look: PatternTree.Look, _ inner: PatternTree, isCaseless: Bool
    ) -> GateNode {
      let branches = Self.branches(inner, isCaseless: isCaseless)
      var bytes = ByteSet()
      var isEdge = false
      for branch in branches {
        switch branch {
        case .edge(let isStart) where isStart == look.isBehind: isEdge = true
        case .one(let set): bytes = bytes.union(self.bytes(set, isNegated: look.isNegated))
        case .edge, .other:
          // A branch that can't be told: with it a positive look may hold anywhere, while a
          // negative one still has to refuse what the others say.
          isExact = false
          if !look.isNegated { return .empty }
        }
      }
      let set = look.isNegated ? bytes.complement : bytes
      let orEdge = look.isNegated != isEdge
      return look.isBehind
        ? .previous(set, orStart: orEdge) : .next(set, orEnd: orEdge)
    }

    /// The bytes that a character of the set shows at its near end: too few of them in a negative
    /// look, which refuses them, too many in a positive one.
    private mutating func bytes(_ set: ScalarSet, isNegated: Bool) -> ByteSet {
      let rest = set.intersection(.notASCII)
      let low = ascii(set)
      if rest.isEmpty { return low }
      if !isUTF {
        if rest == .notASCII { return low.union(.high) }
        // Folding past ASCII, which that mode does not know.
        return low
      }
      // A byte that is not part of UTF-8 is no character at all.
      isExact = false
      return isNegated ? low : low.union(.high)
    }

    private enum Branch {
      case one(ScalarSet)
      case edge(isStart: Bool)
      case other
    }

    private static func branches(_ tree: PatternTree, isCaseless: Bool) -> [Branch] {
      switch tree {
      case .group(let inner): return branches(inner, isCaseless: isCaseless)
      case .caseless(let inner): return branches(inner, isCaseless: true)
      case .choice(let parts): return parts.flatMap { branches($0, isCaseless: isCaseless) }
      case .start: return [.edge(isStart: true)]
      case .end: return [.edge(isStart: false)]
      default: return [tree.scalars(isCaseless: isCaseless).map { .one($0) } ?? .other]
      }
    }
  }
}
