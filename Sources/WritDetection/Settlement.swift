/// Settles which of the candidates that overlap each other is the find.
struct Settlement {
  /// A reading below 1 % is not worth telling.
  static let floor = -4_595
  /// How far before a find another reading of it may begin.
  static let reachAround = 128

  let detectors: [CompiledDetector]
  let names: [String]

  /// Whether two ranges are one value: they share half of the longer one.
  static func isSameValue(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
    let shared = min(one.upperBound, other.upperBound) - max(one.lowerBound, other.lowerBound)
    return shared > 0 && shared * 2 >= max(one.count, other.count)
  }

  /// The candidates that stand, in order of place, each with the others that it won over.
  func settle(_ candidates: ArraySlice<Candidate>) -> [(winner: Candidate, losers: [Candidate])] {
    let kept = candidates.filter {
      !isExcluded($0, among: candidates) && !isSwallowed($0, among: candidates)
    }
    let ranked = kept.sorted(by: precedes)
    var standing: [(winner: Candidate, losers: [Candidate])] = []
    for candidate in ranked {
      let rivals = standing.indices.filter {
        standing[$0].winner.range.overlaps(candidate.range)
      }
      if rivals.isEmpty {
        standing.append((candidate, []))
      } else {
        for rival in rivals
        where Self.isSameValue(standing[rival].winner.range, candidate.range) {
          standing[rival].losers.append(candidate)
        }
      }
    }
    return standing.sorted { $0.winner.range.lowerBound < $1.winner.range.lowerBound }
  }

  /// Whether a detector that this one yields to fits the same value and is as sure.
  private func isExcluded(_ candidate: Candidate, among all: ArraySlice<Candidate>) -> Bool {
    let excluded = detectors[candidate.detector].excludedDetectors
    if excluded.isEmpty { return false }
    return all.contains {
      excluded.contains($0.detector) && $0.range.overlaps(candidate.range)
        && ($0.evidence.odds >= candidate.evidence.odds || !candidate.evidence.hasContext)
    }
  }

  /// Whether a longer value that is about as sure holds this one: the address in a URL with a
  /// password is a part of it.
  private func isSwallowed(_ candidate: Candidate, among all: ArraySlice<Candidate>) -> Bool {
    all.contains {
      $0.range.count >= candidate.range.count + 4
        && $0.range.lowerBound <= candidate.range.lowerBound
        && $0.range.upperBound >= candidate.range.upperBound
        && $0.evidence.odds + Self.swallowing >= candidate.evidence.odds
        && !Self.isSameValue($0.range, candidate.range)
    }
  }

  /// How much less sure the longer value may be.
  private static let swallowing = 1_500

  private func precedes(_ one: Candidate, _ other: Candidate) -> Bool {
    let (mine, theirs) = (rank(one), rank(other))
    if mine != theirs { return mine > theirs }
    if one.range.count != other.range.count { return one.range.count > other.range.count }
    if one.detector != other.detector {
      return names[one.detector].utf8.lexicographicallyPrecedes(names[other.detector].utf8)
    }
    return one.range.lowerBound < other.range.lowerBound
  }

  /// Log-odds with what they do not tell: proof by a validator, a fixed beginning, the nearness of a
  /// word, and that the longer value holds the shorter.
  private func rank(_ candidate: Candidate) -> Int {
    let detector = detectors[candidate.detector]
    var rank = candidate.evidence.odds
    if !detector.validators.isEmpty { rank += 1_000 }
    if detector.hasLiteralPrefix { rank += 700 }
    if candidate.evidence.hasContext { rank += 400 }
    if candidate.evidence.distance < .max { rank -= min(600, candidate.evidence.distance * 12) }
    return rank + min(1_500, candidate.range.count * 20)
  }
}
