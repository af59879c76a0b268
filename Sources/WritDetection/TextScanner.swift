import WritModel

/// Finds personal data in a text that comes in chunks of any size: how it is cut does not matter.
package final class TextScanner {
  package struct Options: Sendable {
    /// Finds below this probability, in millionths, are not reported.
    package var threshold: Int64 = 500_000
    /// Detectors that are looked for, by index; nil is all.
    package var detectors: Set<Int>?
    /// Off, every pattern is searched for everywhere: slow, for comparison.
    package var usesGate = true
    /// A document that has more finds is not looked at further.
    package var mostFinds = 10_000_000

    package init() {}
  }

  package struct Result: Sendable {
    /// In order of place; offsets count from the start of the document.
    package var finds: [Find] = []
    package var events: [ScanEvent] = []
    /// All finds that begin before this offset are known; none begins before and ends behind it.
    package var settledUpTo = 0
  }

  private static let slice = 1 << 18
  /// A run of candidates that overlap each other is settled when it has become this large.
  private static let mostCandidates = 4_096

  package let set: DetectorSet
  private let options: Options
  fileprivate let reader: SightingReader
  private var judge: Judge
  private let settlement: Settlement
  private let buffer = ScanBuffer()
  private var sightings: [Sighting] = []
  /// Index in the buffer of the first start that was not looked at.
  private var frontier = 0
  /// The buffer is not looked at again until it holds so many bytes.
  private var wanted = 0
  private var found = 0
  private var isFull = false
  /// Bytes before the frontier that may still be asked about.
  private let kept: Int

  package init?(_ set: DetectorSet, options: Options = Options()) {
    guard let scratch = MatchScratch() else { return nil }
    self.set = set
    self.options = options
    let reader = SightingReader(set, scratch: scratch)
    self.reader = reader
    judge = Judge(
      set, scratch: scratch, threshold: LogOdds.of(options.threshold),
      isEnabled: set.detectors.indices.map { options.detectors?.contains($0) ?? true },
      sightings: reader)
    settlement = Settlement(detectors: set.detectors, names: set.definitions.map(\.name))
    let behind = set.detectors.map(\.reachBefore).max() ?? 0
    kept =
      max(set.context.reach + 3 * ContextIndex.longestPhrase, NameIndex.longestKey + 16)
      + Settlement.reachAround + behind + 64
  }

  /// Looks at the next part of the document.
  ///
  /// - Parameter isLast: nothing follows; the scanner is then ready for another document.
  package func scan(_ chunk: UnsafeBufferPointer<UInt8>, isLast: Bool) -> Result {
    var result = Result()
    var place = 0
    repeat {
      let end = min(chunk.count, place + Self.slice)
      buffer.append(UnsafeBufferPointer(rebasing: chunk[place..<end]))
      place = end
      advance(isLast: isLast && place == chunk.count, &result)
    } while place < chunk.count
    if isLast {
      result.settledUpTo = buffer.offset + buffer.count
      restart()
    }
    return result
  }

  package func scan(_ chunk: [UInt8], isLast: Bool) -> Result {
    chunk.withUnsafeBufferPointer { scan($0, isLast: isLast) }
  }

  /// Looks at a whole value by itself.
  ///
  /// - Parameter key: its column, JSON path or log key.
  package func scanValue(_ bytes: UnsafeBufferPointer<UInt8>, key: String?) -> Result {
    restart()
    if let key { judge.ownNames = set.names.read(Array(key.utf8)) }
    return scan(bytes, isLast: true)
  }

  package func scanValue(_ bytes: [UInt8], key: String?) -> Result {
    bytes.withUnsafeBufferPointer { scanValue($0, key: key) }
  }

  /// Forgets the document that was begun.
  package func restart() {
    buffer.restart()
    judge.restart()
    frontier = 0
    wanted = 0
    found = 0
    isFull = false
  }

  // MARK: Stretches

  private func advance(isLast: Bool, _ result: inout Result) {
    while frontier < buffer.count, isLast || buffer.count >= wanted {
      let before = frontier
      stretch(isLast: isLast)
      settle(isLast: isLast, &result)
      if frontier == before { break }
    }
    if isLast { settle(isLast: true, &result) }
    result.settledUpTo = buffer.offset + openStart
    trim()
    result.events += judge.events
    judge.events.removeAll()
  }

  /// Looks at the next starts, as far as the bytes at hand decide about them.
  private func stretch(isLast: Bool) {
    let bytes = buffer.bytes
    judge.bytes = bytes
    judge.offset = buffer.offset
    judge.isEnd = isLast
    let end = min(bytes.count, frontier + SightingReader.stretch)
    judge.asciiUpTo = asciiEnd(max(0, frontier - kept)..<min(bytes.count, end + Self.asciiAhead))
    let part = SightingReader.Part(
      starts: frontier..<end, isStart: buffer.offset == 0, isEnd: isLast)
    sightings.removeAll(keepingCapacity: true)
    var limit =
      options.usesGate
      ? reader.read(bytes, part, into: &sightings)
      : reader.readPlainly(bytes, part, into: &sightings)
    // What stopped short of the stretch's end waits for more text.
    wanted = limit < end ? bytes.count + 1 : 0
    if isFull {
      frontier = limit
      return
    }
    if let (start, need) = judge.judge(sightings, before: limit) {
      limit = start
      wanted = max(bytes.count + 1, limit + need)
    }
    frontier = limit
  }

  /// How far past a stretch it is worth knowing that all is ASCII.
  private static let asciiAhead = 4_096

  /// The range's end if no byte in it is past ASCII, else 0.
  private func asciiEnd(_ range: Range<Int>) -> Int {
    var all: UInt8 = 0
    for byte in UnsafeBufferPointer(rebasing: buffer.bytes[range]) { all |= byte }
    return all < 0x80 ? range.upperBound : 0
  }

  /// Where the first candidate that is not settled begins, or the frontier.
  private var openStart: Int {
    min(frontier, (judge.candidates.first?.range.lowerBound ?? .max) - buffer.offset)
  }

  // MARK: Settling

  private func settle(isLast: Bool, _ result: inout Result) {
    let candidates = judge.candidates
    var done = 0
    while done < candidates.count {
      var end = candidates[done].range.upperBound
      var next = done + 1
      while next < candidates.count, candidates[next].range.lowerBound < end {
        end = max(end, candidates[next].range.upperBound)
        next += 1
      }
      let isWhole = end <= buffer.offset + frontier || (isLast && frontier == buffer.count)
      let isCrowded = next - done > Self.mostCandidates
      guard isWhole || isCrowded else { break }
      if !isWhole {
        let start = candidates[done].range.lowerBound
        judge.events.append(ScanEvent(.crowded, detector: nil, offset: start))
      }
      for (winner, losers) in settlement.settle(candidates[done..<next]) {
        report(winner, losers, &result)
      }
      done = next
    }
    if done > 0 { judge.removeCandidates(done) }
    judge.forgetWeak(before: buffer.offset + openStart - Settlement.reachAround)
  }

  private func report(_ winner: Candidate, _ losers: [Candidate], _ result: inout Result) {
    if isFull { return }
    if found >= options.mostFinds {
      isFull = true
      judge.events.append(
        ScanEvent(.tooMany, detector: nil, offset: winner.range.lowerBound))
      return
    }
    found += 1
    var others = losers.map {
      Find.Other(
        detector: $0.detector, probability: LogOdds.probability($0.evidence.odds))
    }
    others += judge.weakOthers(winner)
    others.sort { ($1.probability, $0.detector) < ($0.probability, $1.detector) }
    var seen: Set<Int> = [winner.detector]
    result.finds.append(
      Find(
        range: winner.range, detector: winner.detector,
        probability: LogOdds.probability(winner.evidence.odds), terms: terms(winner.evidence),
        also: others.filter { seen.insert($0.detector).inserted }))
  }

  private func terms(_ evidence: Evidence) -> [Find.Term] {
    var terms = [Find.Term(.prior, evidence.prior)]
    func add(_ kind: Find.Term.Kind, _ weight: Int) {
      if weight != 0 { terms.append(Find.Term(kind, weight)) }
    }
    add(.separators, evidence.separators)
    if evidence.near >= evidence.named {
      add(.near, evidence.near)
    } else {
      add(.named, evidence.named)
    }
    add(.cue, evidence.cue)
    add(.reader, evidence.reader)
    return terms
  }

  // MARK: Memory

  private func trim() {
    let drop = openStart - kept
    guard drop > Self.slice / 4 || drop > buffer.count / 2 else { return }
    buffer.drop(drop)
    judge.shift(by: drop)
    frontier -= drop
    wanted -= drop
  }
}
extension TextScanner {
  var debugStates: Int { reader.common.automaton.stateCount }
  var debugResets: Int { reader.common.automaton.resets }
}
