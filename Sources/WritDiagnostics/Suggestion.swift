/// The known word nearest to a misspelt one.
public enum Suggestion {
  /// The best candidate within a third of the word's length, or nil when nothing is close enough.
  public static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let limit = max(1, word.unicodeScalars.count / 3)
    var best: (distance: Int, word: String)?
    for candidate in Set(candidates).sorted() where candidate != word {
      let distance = editDistance(
        Array(word.lowercased().unicodeScalars), Array(candidate.lowercased().unicodeScalars))
      if distance <= limit, distance < best?.distance ?? Int.max { best = (distance, candidate) }
    }
    return best?.word
  }

  /// Insertions, deletions, substitutions and swaps of neighbors.
  private static func editDistance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
    // Long words are never near misses of identifiers, and the table is quadratic.
    if one.count > 64 || other.count > 64 { return Int.max }
    var previous: [Int] = []
    var current = Array(0...other.count)
    for (row, left) in one.enumerated() {
      var next = [row + 1]
      for (column, right) in other.enumerated() {
        var cost = min(
          current[column + 1] + 1, next[column] + 1, current[column] + (left == right ? 0 : 1))
        if row > 0, column > 0, left == other[column - 1], one[row - 1] == right {
          cost = min(cost, previous[column - 1] + 1)
        }
        next.append(cost)
      }
      previous = current
      current = next
    }
    return current[other.count]
  }
}
