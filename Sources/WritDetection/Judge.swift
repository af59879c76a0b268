import WritPatterns
import WritValidators

/// Looks into sightings: where a match ends, what speaks for it, whether the validators accept it.
struct Judge {
  /// Patterns that may pass the window are matched once more in this one.
  static let longWindow = 1 << 16

  private let set: DetectorSet
  private let scratch: MatchScratch
  private let threshold: Int
  private let isEnabled: [Bool]
  private let sightings: SightingReader

  /// The text, and where it lies in the document.
  var bytes = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  var offset = 0
  var isEnd = false
  /// No byte before this place is past ASCII.
  var asciiUpTo = 0
  /// Who expects the whole text under its key.
  var ownNames = NameIndex.Reading()

  private(set) var candidates: [Candidate] = []
  private(set) var weak: [WeakMatch] = []
  var events: [ScanEvent] = []
  /// How far each detector's accepted matches go: no other one of its own begins within them.
  private var acceptedUpTo: [Int]
  private var reader: ContextReader
  /// First hit that may still be within reach.
  private var firstHit = 0
  private var listening: [Int]
  private var nearness: [Int]
  private var listeningAt = -1
  /// Counts places listened at: marks of earlier ones mean nothing.
  private var mark = 0
  private var hasListeners = false
  private var behindAt = -1
  private var isBehindAt = false
  private var names = NameIndex.Reading()
  private var namesAt = -1
  private var setInfos: [SetInfo?] = []
  private var measures = Measures()
  private let compact = CompactValue()

  /// What a set of patterns that match alike means.
  private final class SetInfo {
    let detectors: [Int]
    /// Those that are findings without any context.
    let strong: [Int]
    /// Those that are findings without any context when they are written in groups.
    let strongInGroups: [Int]
    /// Bytes from a start on that decide about all of them.
    let need: Int

    init(_ detectors: [Int], strong: [Int], strongInGroups: [Int], need: Int) {
      self.need = need
      self.detectors = detectors
      self.strong = strong
      self.strongInGroups = strongInGroups
    }
  }

  init(
    _ set: DetectorSet, scratch: MatchScratch, threshold: Int, isEnabled: [Bool],
    sightings: SightingReader
  ) {
    self.set = set
    self.scratch = scratch
    self.threshold = threshold
    self.isEnabled = isEnabled
    self.sightings = sightings
    acceptedUpTo = Array(repeating: 0, count: set.detectors.count)
    listening = Array(repeating: -1, count: set.detectors.count)
    nearness = Array(repeating: 0, count: set.detectors.count)
    reader = ContextReader(set.context, masks: sightings.masks)
  }

  mutating func restart() {
    candidates.removeAll(keepingCapacity: true)
    weak.removeAll(keepingCapacity: true)
    events.removeAll()
    for index in acceptedUpTo.indices { acceptedUpTo[index] = 0 }
    reader.restart()
    firstHit = 0
    listeningAt = -1
    namesAt = -1
    behindAt = -1
    measures = Measures()
    ownNames = NameIndex.Reading()
  }

  /// The text's first bytes were dropped.
  mutating func shift(by count: Int) {
    reader.shift(by: count)
    firstHit = 0
    listeningAt = -1
    namesAt = -1
    behindAt = -1
    measures = Measures()
  }

  mutating func removeCandidates(_ count: Int) { candidates.removeFirst(count) }

  mutating func forgetWeak(before start: Int) {
    if let first = weak.firstIndex(where: { $0.start >= start }) {
      if first > 0 { weak.removeFirst(first) }
    } else {
      weak.removeAll(keepingCapacity: true)
    }
  }

  // MARK: Sightings

  /// Looks into sightings, in order of their starts.
  ///
  /// - Returns: the first that needs more text, with the number of bytes from its start on; nil when
  ///   all are done with.
  mutating func judge(
    _ sightings: [Sighting], before limit: Int
  ) -> (start: Int, need: Int)? {
    for sighting in sightings {
      if sighting.start >= limit { return nil }
      let need: Int =
        switch sighting.source {
        case .detector(let index): judge(index, sighting.start, sighting.end, isSure: true)
        case .recognized(let index, let odds):
          judge(index, sighting.start, sighting.end, isSure: true, reader: odds)
        case .set(let index): judgeSet(index, sighting)
        }
      if need > 0 {
        // What begins there is looked into once more when there is more text.
        weak.removeAll { $0.start >= offset + sighting.start }
        return (sighting.start, need)
      }
    }
    return nil
  }

  private mutating func judgeSet(_ index: Int, _ sighting: Sighting) -> Int {
    let info = self.info(index)
    if info.detectors.isEmpty { return 0 }
    let behind = max(sighting.start + info.need, sighting.end + CompiledDetector.reachBehind)
    if behind > bytes.count, !isEnd { return behind - sighting.start }
    listen(sighting.start)
    let mayListen =
      hasListeners || hasNames(sighting.start) || hasHitBehind(sighting.end)
    let strong =
      info.strongInGroups.count == info.strong.count
        || !hasSeparators(sighting.start..<sighting.end)
      ? info.strong : info.strongInGroups
    let count = mayListen ? info.detectors.count : strong.count
    for position in 0..<count {
      let detector = mayListen ? info.detectors[position] : strong[position]
      let need = judge(
        detector, sighting.start, sighting.end, isSure: set.detectors[detector].isExact)
      if need > 0 { return need }
    }
    if count < info.detectors.count {
      weak.append(
        WeakMatch(
          start: offset + sighting.start, end: offset + sighting.end, source: sighting.source))
    }
    return 0
  }

  private mutating func info(_ index: Int) -> SetInfo {
    while setInfos.count <= index { setInfos.append(nil) }
    if let known = setInfos[index] { return known }
    let detectors = sightings.detectors(ofSet: index).filter { isEnabled[$0] }
    let info = SetInfo(
      detectors, strong: detectors.filter { set.detectors[$0].bare >= threshold },
      strongInGroups: detectors.filter {
        set.detectors[$0].bare + set.detectors[$0].separators >= threshold
      }, need: detectors.map { set.detectors[$0] }.filter { !$0.isExact }.map(\.need).max() ?? 0)
    setInfos[index] = info
    return info
  }

  /// Looks into one detector's match.
  ///
  /// - Parameters:
  ///   - knownEnd: where a match can end, if at all; -1 when that is not known.
  ///   - isSure: whether there is a match if there is a known end.
  /// - Returns: bytes from the start on that have to be there; 0 when it is done with.
  private mutating func judge(
    _ index: Int, _ start: Int, _ knownEnd: Int, isSure: Bool, reader odds: Int = 0
  ) -> Int {
    if !isEnabled[index] || offset + start < acceptedUpTo[index] { return 0 }
    let detector = set.detectors[index]
    if !isEnd, knownEnd < 0 || !isSure, start + detector.need > bytes.count { return detector.need }
    var end = knownEnd
    if end < 0 {
      switch match(detector, index, start) {
      case .none: return 0
      case .more(let need): return need
      case .end(let found): end = found
      }
    }
    let behind = end + CompiledDetector.reachBehind
    if behind > bytes.count, !isEnd { return behind - start }
    var evidence = self.evidence(detector, index, start..<end)
    evidence.reader = odds
    if evidence.odds < threshold {
      weak.append(
        WeakMatch(
          start: offset + start, end: offset + end, source: .detector(index), odds: evidence.odds,
          isSure: isSure || knownEnd < 0))
      return 0
    }
    let value = UnsafeBufferPointer(rebasing: bytes[start..<end])
    if !fits(detector, value, evidence) { return 0 }
    // Few candidates get as far as this; only these are worth a match of the pattern itself.
    if knownEnd >= 0, !isSure {
      switch match(detector, index, start) {
      case .none: return 0
      case .more(let need): return need
      case .end(let found): if found != end { return 0 }
      }
    }
    candidates.append(
      Candidate(
        range: (offset + start)..<(offset + end), detector: index, evidence: evidence))
    acceptedUpTo[index] = offset + end
    return 0
  }

  /// Whether the validators accept a value and no other reading wins over it.
  private func fits(
    _ detector: CompiledDetector, _ value: UnsafeBufferPointer<UInt8>, _ evidence: Evidence
  ) -> Bool {
    if !evidence.hasContext, detector.excludedReadings.contains(where: { accepts($0, value) }) {
      return false
    }
    return detector.validators.allSatisfy { accepts($0, value) }
  }

  private func accepts(_ validator: Validator, _ value: UnsafeBufferPointer<UInt8>) -> Bool {
    if validator.reading == .raw { return validator.accepts(value) }
    guard let count = validator.reading.read(value, into: compact.buffer) else { return false }
    return validator.accepts(UnsafeBufferPointer(rebasing: compact.buffer[0..<count]))
  }

  // MARK: Matching

  private enum Match {
    case none
    case end(Int)
    case more(Int)
  }

  private mutating func match(_ detector: CompiledDetector, _ index: Int, _ start: Int) -> Match {
    guard let code = detector.code, let pattern = detector.pattern else { return .none }
    if !isEnd, start + detector.need > bytes.count { return .more(detector.need) }
    let window = TextWindow.around(start..<(start + 1), detector, in: bytes)
    let text = UnsafeBufferPointer(rebasing: bytes[window])
    if pattern.mayPassWindow, window.upperBound < bytes.count || !isEnd {
      return matchLong(detector, index, code, start, window)
    }
    return settle(
      code.match(text, at: start - window.lowerBound, with: scratch), index, start, window)
  }

  private mutating func settle(
    _ answer: DetectorCode.Answer, _ index: Int, _ start: Int, _ window: Range<Int>
  ) -> Match {
    switch answer {
    case .none: return .none
    case .found(let range): return .end(window.lowerBound + range.upperBound)
    case .limit:
      events.append(ScanEvent(.matchLimit, detector: index, offset: offset + start))
      return .none
    }
  }

  /// A pattern that may go on past the window is matched in a larger one, if it wants to; past that
  /// one it is cut.
  private mutating func matchLong(
    _ detector: CompiledDetector, _ index: Int, _ code: DetectorCode, _ start: Int,
    _ window: Range<Int>
  ) -> Match {
    let text = UnsafeBufferPointer(rebasing: bytes[window])
    let first = code.matchPartly(text, at: start - window.lowerBound, with: scratch)
    guard let first else {
      if !isEnd, bytes.count < start + Self.longWindow { return .more(Self.longWindow) }
      let wide = window.lowerBound..<min(bytes.count, start + Self.longWindow)
      let more = UnsafeBufferPointer(rebasing: bytes[wide])
      let place = start - wide.lowerBound
      if wide.upperBound == bytes.count, isEnd {
        return settle(code.match(more, at: place, with: scratch), index, start, wide)
      }
      if let second = code.matchPartly(more, at: place, with: scratch) {
        return settle(second, index, start, wide)
      }
      events.append(ScanEvent(.windowOverflow, detector: index, offset: offset + start))
      return settle(code.match(more, at: place, with: scratch), index, start, wide)
    }
    return settle(first, index, start, window)
  }

  // MARK: Evidence

  private mutating func evidence(
    _ detector: CompiledDetector, _ index: Int, _ range: Range<Int>
  ) -> Evidence {
    var evidence = Evidence(prior: detector.bare)
    measure(range)
    evidence.separators = measures.hasSeparators ? detector.separators : 0
    listen(range.lowerBound)
    if listening[index] == mark {
      evidence.near = detector.near - detector.bare
      evidence.distance = nearness[index]
    } else if detector.near != detector.bare, hasHitBehind(range.upperBound),
      let distance = distanceBehind(index, range.upperBound)
    {
      evidence.near = detector.near - detector.bare
      evidence.distance = distance
    }
    if isNamed(index, range.lowerBound) { evidence.named = detector.named - detector.bare }
    if !evidence.hasContext, measures.isNumeric, hasCue(range.lowerBound) {
      evidence.cue = NegativeCues.weight
    }
    return evidence
  }

  /// What all detectors that fit a value ask about it.
  private struct Measures {
    var range = 0..<0
    var hasSeparators = false
    var isNumeric = false
    var hasCue: Bool?
  }

  private mutating func measure(_ range: Range<Int>) {
    if measures.range == range { return }
    measures = Measures(
      range: range, hasSeparators: hasSeparators(range), isNumeric: isNumeric(range))
  }

  private mutating func hasCue(_ start: Int) -> Bool {
    if let known = measures.hasCue { return known }
    let hasCue = ownNames.isCue || NegativeCues.stands(before: start, in: bytes)
    measures.hasCue = hasCue
    return hasCue
  }

  /// Digits in groups, as people write numbers.
  private func hasSeparators(_ range: Range<Int>) -> Bool {
    var digits = 0
    var groups = 0
    for place in range {
      let byte = bytes[place]
      if byte >= 0x30, byte <= 0x39 {
        digits += 1
      } else if byte == 0x20 || byte == 0x2D || byte == 0x2E || byte == 0x2F {
        groups += 1
      }
    }
    return digits >= 6 && groups >= 1 && groups <= digits
  }

  private func isNumeric(_ range: Range<Int>) -> Bool {
    var digits = 0
    for place in range where bytes[place] >= 0x30 && bytes[place] <= 0x39 { digits += 1 }
    return digits * 3 >= range.count * 2
  }

  // MARK: Context

  /// Finds out who has a word of `near` before a place.
  private mutating func listen(_ start: Int) {
    if listeningAt == start { return }
    listeningAt = start
    mark &+= 1
    hasListeners = false
    reader.read(bytes, upTo: start, isEnd: isEnd)
    let floor = start - set.context.reach
    let hits = reader.hits
    while firstHit < hits.count, hits[firstHit].end < floor { firstHit += 1 }
    var next = firstHit
    while next < hits.count, hits[next].end <= start {
      hear(hits[next], start)
      next += 1
    }
    if start > asciiUpTo {
      for hit in reader.innerHits(bytes, in: floor..<start) { hear(hit, start) }
    }
  }

  private mutating func hear(_ hit: ContextReader.Hit, _ start: Int) {
    let distance = self.distance(hit.end, start)
    for listener in set.context.listeners[Int(hit.phrase)] where distance <= listener.within {
      let detector = Int(listener.detector)
      if listening[detector] != mark || distance < nearness[detector] {
        nearness[detector] = distance
      }
      listening[detector] = mark
      hasListeners = true
    }
  }

  /// A line's end counts as so many bytes: what stands on the line before is farther away.
  private static let lineDistance = 20

  private func distance(_ end: Int, _ start: Int) -> Int {
    var distance = start - end
    for place in end..<start where bytes[place] == 0x0A { distance += Self.lineDistance }
    return distance
  }

  /// Whether a phrase begins right behind a place and speaks of what ends there.
  private mutating func hasHitBehind(_ end: Int) -> Bool {
    if behindAt == end { return isBehindAt }
    behindAt = end
    isBehindAt = !hitsBehind(end).isEmpty
    return isBehindAt
  }

  private mutating func readBehind(_ end: Int) -> Int {
    let limit = min(bytes.count, end + CompiledDetector.reachBehind)
    reader.read(bytes, upTo: limit, isEnd: isEnd)
    return limit
  }

  private mutating func hitsBehind(_ end: Int) -> [ContextReader.Hit] {
    let limit = readBehind(end)
    var found: [ContextReader.Hit] = []
    for hit in reader.hits.reversed() {
      if hit.end < end { break }
      if isBehind(hit, end) { found.append(hit) }
    }
    if limit > asciiUpTo {
      found += reader.innerHits(bytes, in: end..<limit).filter { isBehind($0, end) }
    }
    return found
  }

  private func isBehind(_ hit: ContextReader.Hit, _ end: Int) -> Bool {
    hit.start >= end && hit.start - end <= Self.gapBehind
      && hit.end <= end + CompiledDetector.reachBehind - 8
      && isJoined(end..<hit.start) && !isFollowedByValue(hit.end)
  }

  /// Most bytes between a value and a word that names it: ` (SSN)`, `, NHS number`.
  private static let gapBehind = 12

  /// The distance of a word behind the value that names it and not the next one.
  private mutating func distanceBehind(_ index: Int, _ end: Int) -> Int? {
    hitsBehind(end).filter { hit in
      set.context.listeners[Int(hit.phrase)].contains { $0.detector == index }
    }.map { $0.start - end }.min()
  }

  private func isJoined(_ gap: Range<Int>) -> Bool {
    for place in gap {
      switch bytes[place] {
      case 0x0A, 0x0D, UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "="),
        UInt8(ascii: "|"), UInt8(ascii: "&"), 0x30...0x39:
        return false
      default: continue
      }
    }
    return true
  }

  private func isFollowedByValue(_ end: Int) -> Bool {
    var place = end
    while place < min(bytes.count, end + 4) {
      switch bytes[place] {
      case 0x30...0x39, UInt8(ascii: ":"), UInt8(ascii: "="), UInt8(ascii: "#"): return true
      case 0x20, UInt8(ascii: "\""), UInt8(ascii: "("): place += 1
      default: return false
      }
    }
    return false
  }

  // MARK: Names

  private mutating func readNames(_ start: Int) {
    if namesAt == start { return }
    namesAt = start
    guard let key = NameIndex.key(in: bytes, before: start) else {
      names = NameIndex.Reading()
      return
    }
    let text = UnsafeBufferPointer(rebasing: bytes[key])
    names = set.names.mayName(text) ? set.names.read(text) : NameIndex.Reading()
  }

  private mutating func hasNames(_ start: Int) -> Bool {
    readNames(start)
    return !names.detectors.isEmpty || !ownNames.detectors.isEmpty
  }

  private mutating func isNamed(_ index: Int, _ start: Int) -> Bool {
    readNames(start)
    return names.detectors.contains(Int32(index)) || ownNames.detectors.contains(Int32(index))
  }

  // MARK: Other readings

  /// Detectors that fit the value of a find as well, among matches too weak to be reported.
  mutating func weakOthers(_ find: Candidate) -> [Find.Other] {
    var others: [Find.Other] = []
    for match in weak where match.start >= find.range.lowerBound - Settlement.reachAround {
      if match.start >= find.range.upperBound { continue }
      let detectors: [Int] =
        switch match.source {
        case .detector(let index), .recognized(let index, _): [index]
        case .set(let index): info(index).detectors
        }
      for index in detectors where index != find.detector {
        guard let other = weakOther(match, index, find) else { continue }
        others.append(other)
      }
    }
    return others
  }

  private mutating func weakOther(_ match: WeakMatch, _ index: Int, _ find: Candidate) -> Find
    .Other?
  {
    let detector = set.detectors[index]
    guard Settlement.isSameValue(match.start..<match.end, find.range) else { return nil }
    let range = (match.start - offset)..<(match.end - offset)
    guard range.lowerBound >= 0 else { return nil }
    let odds = match.odds ?? (detector.bare + (hasSeparators(range) ? detector.separators : 0))
    let value = UnsafeBufferPointer(rebasing: bytes[range])
    guard odds >= Settlement.floor, fits(detector, value, Evidence()) else { return nil }
    if !match.isSure, !detector.isExact || match.odds != nil {
      guard case .end(range.upperBound) = self.match(detector, index, range.lowerBound) else {
        return nil
      }
    }
    return Find.Other(detector: index, probability: LogOdds.probability(odds))
  }
}

/// Room for a value without its separators.
private final class CompactValue {
  let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 512)

  deinit { buffer.deallocate() }
}
