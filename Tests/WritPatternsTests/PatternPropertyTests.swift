import Testing
import WritPatterns
import _WritTestSupport

/// The tree, read by a matcher of a few lines, has to mean what the compiled pattern means.
@Suite struct PatternPropertyTests {
  @Test func treeAndProgramAgree() throws {
    var generator = SeededGenerator(seed: 7)
    var compared = 0
    for _ in 0..<3000 {
      let written = pattern(depth: 3, &generator)
      guard case .success(let pattern) = Pattern.compile(written) else { continue }
      for _ in 0..<5 {
        let text = (0..<Int.random(in: 0...6, using: &generator)).map { _ in
          ["a", "b", "c", "_", " ", "\n", "1", "é"].randomElement(using: &generator) ?? "a"
        }.joined()
        let expected = TreeMatcher(text).occurs(pattern.tree)
        #expect(
          pattern.matches(text) == (expected ? .yes : .no), "\(written) on \(text.debugDescription)"
        )
        compared += 1
      }
    }
    #expect(compared > 5000)
  }

  private func pattern(depth: Int, _ generator: inout SeededGenerator) -> String {
    let atoms = [
      "a", "b", "c", ".", "\\d", "\\w", "\\S", "[ab]", "[^a]", "[a-c1]", "^", "$", "\\b", "\\B",
      "é",
    ]
    switch Int.random(in: 0..<(depth > 0 ? 9 : 3), using: &generator) {
    case 0..<3: return atoms.randomElement(using: &generator) ?? "a"
    case 3, 4:
      return pattern(depth: depth - 1, &generator) + pattern(depth: depth - 1, &generator)
    case 5:
      return "(?:\(pattern(depth: depth - 1, &generator))|\(pattern(depth: depth - 1, &generator)))"
    case 6: return "(\(pattern(depth: depth - 1, &generator)))"
    default:
      let sign = ["*", "+", "?", "{2}", "{1,2}", "{0,}", "{1,3}"].randomElement(using: &generator)
      return "(?:\(pattern(depth: depth - 1, &generator)))\(sign ?? "?")"
    }
  }

  @Test func noBytesCrashIt() {
    var generator = SeededGenerator(seed: 11)
    let pieces = [
      "a", "(", ")", "[", "]", "{", "}", "\\", "|", "*", "+", "?", "^", "$", ".", "-", ",", "1",
      "2",
      ":", "<", "=", "!", "P", "x", "p", "é", "\u{0}", "[:", ":]", "(?", "(?:", "\\b", "\n", "😀",
    ]
    for _ in 0..<20_000 {
      let pattern = (0..<Int.random(in: 0...12, using: &generator)).map { _ in
        pieces.randomElement(using: &generator) ?? ""
      }.joined()
      switch Pattern.compile(pattern, flags: Bool.random(using: &generator) ? "i" : "") {
      case .success(let compiled):
        #expect(compiled.matches("aé1-2\n") != .limit)
      case .failure(let problem):
        #expect(0 <= problem.start && problem.end <= pattern.utf8.count, "\(pattern)")
        #expect(problem.start <= problem.end, "\(pattern)")
      }
    }
  }
}

/// All positions at which a match can end, computed without backtracking.
private struct TreeMatcher {
  let text: [Unicode.Scalar]

  init(_ text: String) { self.text = Array(text.unicodeScalars) }

  func occurs(_ tree: PatternTree) -> Bool { !ends(tree, Set(0...text.count)).isEmpty }

  private func ends(_ tree: PatternTree, _ starts: Set<Int>) -> Set<Int> {
    switch tree {
    // Only in the patterns of detectors, which this one never reads.
    case .look, .atomic, .lazy, .possessive, .caseless: return []
    case .empty: return starts
    case .scalar(let scalar): return step(starts) { $0 == scalar }
    case .any: return step(starts) { $0 != "\n" }
    case .shorthand(let kind, let isNegated): return step(starts) { fits($0, kind) != isNegated }
    case .property: return []
    case .set(let items, let isNegated):
      return step(starts) { scalar in items.contains { fits(scalar, $0) } != isNegated }
    case .start: return starts.intersection([0])
    case .end: return starts.intersection([text.count])
    case .wordBoundary(let isNegated):
      return starts.filter { (isWord($0 - 1) != isWord($0)) != isNegated }
    case .group(let inner): return ends(inner, starts)
    case .sequence(let parts): return parts.reduce(starts) { ends($1, $0) }
    case .choice(let parts): return parts.reduce(into: []) { $0.formUnion(ends($1, starts)) }
    case .repeat(let inner, let minimum, let maximum):
      var current = (0..<minimum).reduce(starts) { before, _ in ends(inner, before) }
      var all = current
      for _ in 0..<((maximum ?? minimum + text.count + 1) - minimum) {
        current = ends(inner, current)
        all.formUnion(current)
      }
      return all
    }
  }

  private func step(_ starts: Set<Int>, _ fits: (Unicode.Scalar) -> Bool) -> Set<Int> {
    Set(starts.filter { $0 < text.count && fits(text[$0]) }.map { $0 + 1 })
  }

  private func isWord(_ index: Int) -> Bool {
    text.indices.contains(index) && fits(text[index], .word)
  }

  private func fits(_ scalar: Unicode.Scalar, _ kind: PatternTree.Shorthand) -> Bool {
    let isDigit = ("0"..."9").contains(scalar)
    switch kind {
    case .digit: return isDigit
    case .word:
      return isDigit || ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
        || scalar == "_"
    case .space: return scalar == " " || (9...13).contains(scalar.value)
    }
  }

  private func fits(_ scalar: Unicode.Scalar, _ item: PatternTree.SetItem) -> Bool {
    switch item {
    case .scalar(let one): scalar == one
    case .range(let low, let high): low <= scalar && scalar <= high
    case .shorthand(let kind, let isNegated): fits(scalar, kind) != isNegated
    case .property, .posix: false
    }
  }
}
