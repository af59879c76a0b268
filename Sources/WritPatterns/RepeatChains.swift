/// Whether two unbounded repeats stand so that one text can be shared out between them in many ways:
/// `\d+\d+x`, `\w+_\w+:`. Failing then takes the square of the text's length, or worse with more.
///
/// Each pair of kinds is looked at with the characters that both take: can what stands between them be made of
/// those too? A repeat that is possessive, or within an atomic group, gives nothing back.
struct RepeatChains {
  /// Counted this high a repeat is as bad as an unbounded one.
  private static let many = 256

  /// What walking a tree within a set of characters comes to.
  private struct Walk {
    /// From its start to its end.
    var passes: Bool
    /// From its start to the start of the second repeat.
    var enters = false
    /// From the end of the first repeat to its end.
    var leaves = false
    /// From the end of the first repeat to the start of the second.
    var isFound = false

    func then(_ next: Walk) -> Walk {
      Walk(
        passes: passes && next.passes, enters: enters || (passes && next.enters),
        leaves: next.leaves || (leaves && next.passes),
        isFound: isFound || next.isFound || (leaves && next.enters))
    }
  }

  /// For each open repeat the place of its characters in `sets`: those of the same ones are looked at together.
  private var kinds: [Int] = []
  private var sets: [ScalarSet] = []

  enum Answer {
    case apart, overlapping
    /// More kinds of open repeats than are compared pair by pair.
    case tooMany
  }

  static let maximumKinds = 24

  static func answer(for tree: PatternTree) -> Answer {
    var chains = RepeatChains()
    chains.collect(tree, isCaseless: false)
    if chains.sets.count > maximumKinds { return .tooMany }
    for (first, one) in chains.sets.enumerated() {
      for (second, other) in chains.sets.enumerated() {
        let common = one.intersection(other)
        if common.isEmpty { continue }
        var counter = 0
        let walk = chains.walk(
          tree, within: common, from: first, to: second, &counter, isCaseless: false)
        if walk.isFound { return .overlapping }
      }
    }
    return .apart
  }

  private static func isOpen(_ maximum: Int?) -> Bool { maximum.map { $0 >= many } ?? true }

  private mutating func collect(_ tree: PatternTree, isCaseless: Bool) {
    switch tree {
    case .empty, .scalar, .any, .shorthand, .property, .set, .start, .end, .wordBoundary, .look:
      break
    case .group(let inner), .lazy(let inner), .atomic(let inner), .possessive(let inner):
      collect(inner, isCaseless: isCaseless)
    case .caseless(let inner): collect(inner, isCaseless: true)
    case .sequence(let parts), .choice(let parts):
      for part in parts { collect(part, isCaseless: isCaseless) }
    case .repeat(let inner, _, let maximum):
      if Self.isOpen(maximum) {
        let set = Self.alphabet(inner, isCaseless: isCaseless)
        let kind = sets.firstIndex(of: set) ?? sets.count
        if kind == sets.count { sets.append(set) }
        kinds.append(kind)
      }
      collect(inner, isCaseless: isCaseless)
    }
  }

  private static func alphabet(_ tree: PatternTree, isCaseless: Bool) -> ScalarSet {
    switch tree {
    case .empty, .start, .end, .wordBoundary, .look: .nothing
    case .scalar, .any, .shorthand, .property, .set:
      tree.scalars(isCaseless: isCaseless) ?? .nothing
    case .group(let inner), .atomic(let inner), .lazy(let inner), .possessive(let inner),
      .repeat(let inner, _, _):
      alphabet(inner, isCaseless: isCaseless)
    case .caseless(let inner): alphabet(inner, isCaseless: true)
    case .sequence(let parts), .choice(let parts):
      parts.reduce(.nothing) { $0.union(alphabet($1, isCaseless: isCaseless)) }
    }
  }

  /// Meets the open repeats in the order in which `collect` numbered them.
  private func walk(
    _ tree: PatternTree, within set: ScalarSet, from first: Int, to second: Int,
    _ counter: inout Int, isCaseless: Bool
  ) -> Walk {
    func inside(_ tree: PatternTree, isCaseless: Bool, _ counter: inout Int) -> Walk {
      walk(
        tree, within: set, from: first, to: second, &counter, isCaseless: isCaseless)
    }
    switch tree {
    case .empty, .start, .end, .wordBoundary, .look: return Walk(passes: true)
    case .scalar, .any, .shorthand, .property, .set:
      let own = tree.scalars(isCaseless: isCaseless) ?? .nothing
      return Walk(passes: !own.intersection(set).isEmpty)
    case .group(let inner), .lazy(let inner):
      return inside(inner, isCaseless: isCaseless, &counter)
    case .atomic(let inner), .possessive(let inner):
      var walk = inside(inner, isCaseless: isCaseless, &counter)
      // Once behind it, nothing in it is tried otherwise.
      walk.leaves = false
      return walk
    case .caseless(let inner):
      return inside(inner, isCaseless: true, &counter)
    case .sequence(let parts):
      return parts.reduce(Walk(passes: true)) {
        $0.then(inside($1, isCaseless: isCaseless, &counter))
      }
    case .choice(let branches):
      return branches.reduce(Walk(passes: false)) {
        let one = inside($1, isCaseless: isCaseless, &counter)
        return Walk(
          passes: $0.passes || one.passes, enters: $0.enters || one.enters,
          leaves: $0.leaves || one.leaves, isFound: $0.isFound || one.isFound)
      }
    case .repeat(let inner, let minimum, let maximum):
      let isOpen = Self.isOpen(maximum)
      let own = isOpen && counter < kinds.count ? kinds[counter] : -1
      if isOpen { counter += 1 }
      var body = inside(inner, isCaseless: isCaseless, &counter)
      if (maximum ?? 2) > 1 {
        body.isFound = body.isFound || (body.leaves && body.enters)
      }
      if isOpen, body.passes {
        if own == second { body.enters = true }
        if own == first { body.leaves = true }
      }
      body.passes = body.passes || minimum == 0
      return body
    }
  }
}
