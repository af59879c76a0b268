/// Whether a repeat of many turns can match one text in exponentially many ways.
///
/// The body becomes an automaton with one state for each of its characters (Glushkov). Two different
/// walks over the same text that part and meet again, both within the loop, make it ambiguous: found
/// as a strongly connected part of the automaton's square that holds a pair of equal states and a
/// pair of unequal ones. Counted repeats are cut short first, a long variable one to an unbounded
/// one: that can add ways, never take any away.
struct LoopAmbiguity {
  /// With fewer turns the ways stay countable.
  static let turns = 16
  /// Beyond it the question is not asked and the loop counts as ambiguous.
  private static let maximumStates = 200
  private static let maximumSteps = 2_000_000

  private var sets: [ScalarSet] = []
  private var follow: [Set<Int>] = []
  private var isTooLarge = false

  private struct Part {
    var first: Set<Int> = []
    var last: Set<Int> = []
    var canBeEmpty = true
  }

  static func isAmbiguous(_ body: PatternTree) -> Bool {
    var automaton = LoopAmbiguity()
    let whole = automaton.add(body, isCaseless: false)
    if automaton.isTooLarge { return true }
    automaton.join(whole.last, whole.first)
    return automaton.walksMeetAgain()
  }

  // MARK: The automaton

  private mutating func add(_ tree: PatternTree, isCaseless: Bool) -> Part {
    if isTooLarge { return Part() }
    switch tree {
    case .empty, .start, .end, .wordBoundary, .look: return Part()
    case .scalar, .any, .shorthand, .property, .set:
      guard sets.count < Self.maximumStates else {
        isTooLarge = true
        return Part()
      }
      sets.append(tree.scalars(isCaseless: isCaseless) ?? .nothing)
      follow.append([])
      return Part(first: [sets.count - 1], last: [sets.count - 1], canBeEmpty: false)
    case .group(let inner), .atomic(let inner), .lazy(let inner), .possessive(let inner):
      return add(inner, isCaseless: isCaseless)
    case .caseless(let inner): return add(inner, isCaseless: true)
    case .sequence(let parts):
      var whole = Part()
      for part in parts { whole = append(add(part, isCaseless: isCaseless), to: whole) }
      return whole
    case .choice(let branches):
      var whole = Part(canBeEmpty: false)
      for branch in branches {
        let part = add(branch, isCaseless: isCaseless)
        whole.first.formUnion(part.first)
        whole.last.formUnion(part.last)
        whole.canBeEmpty = whole.canBeEmpty || part.canBeEmpty
      }
      return whole
    case .repeat(let inner, let minimum, let maximum):
      return add(inner, minimum, maximum, isCaseless: isCaseless)
    }
  }

  private mutating func add(
    _ inner: PatternTree, _ minimum: Int, _ maximum: Int?, isCaseless: Bool
  ) -> Part {
    if maximum == 0 { return Part() }
    var whole = Part()
    for _ in 0..<min(minimum, 3) {
      whole = append(add(inner, isCaseless: isCaseless), to: whole)
    }
    let open = maximum.map { $0 - minimum } ?? Int.max
    if open > 2 {
      var part = add(inner, isCaseless: isCaseless)
      join(part.last, part.first)
      part.canBeEmpty = true
      return append(part, to: whole)
    }
    var tail = Part()
    for _ in 0..<max(0, open) {
      // From the end: x(x(…)?)?
      var part = append(tail, to: add(inner, isCaseless: isCaseless))
      part.canBeEmpty = true
      tail = part
    }
    return append(tail, to: whole)
  }

  private mutating func append(_ next: Part, to whole: Part) -> Part {
    join(whole.last, next.first)
    return Part(
      first: whole.canBeEmpty ? whole.first.union(next.first) : whole.first,
      last: next.canBeEmpty ? next.last.union(whole.last) : next.last,
      canBeEmpty: whole.canBeEmpty && next.canBeEmpty)
  }

  private mutating func join(_ ends: Set<Int>, _ starts: Set<Int>) {
    for end in ends { follow[end].formUnion(starts) }
  }

  // MARK: Its square

  private func walksMeetAgain() -> Bool {
    let count = sets.count
    let overlaps = sets.map { one in sets.map { !one.intersection($0).isEmpty } }
    let next = follow.map { $0.sorted() }
    var steps = 0
    var after = [[Bool]](repeating: Array(repeating: false, count: count), count: count)
    for start in 0..<count where next[start].count > 1 {
      // Walks that part at `start`: does any pair of unequal states lead back to (start, start)?
      for row in after.indices { for column in after.indices { after[row][column] = false } }
      var open: [(Int, Int)] = []
      for one in next[start] {
        for other in next[start] where one < other && overlaps[one][other] {
          after[one][other] = true
          open.append((one, other))
        }
      }
      while let (one, other) = open.popLast() {
        steps += next[one].count * next[other].count
        if steps > Self.maximumSteps { return true }
        for p in next[one] {
          for q in next[other] where overlaps[p][q] && !after[p][q] {
            if p == start && q == start { return true }
            after[p][q] = true
            open.append((p, q))
          }
        }
      }
    }
    return false
  }
}
