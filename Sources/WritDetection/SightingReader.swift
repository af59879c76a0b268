import WritPatterns

/// Finds the places where patterns may match: by the gate, or for comparison by searching for each.
final class SightingReader {
  static let stretch = 1 << 15

  private let set: DetectorSet
  let common: GateWalker
  let traced: GateWalker
  private let scratch: MatchScratch
  private let words: UnsafeMutableBufferPointer<UInt64>
  private let leadWords: UnsafeMutableBufferPointer<UInt64>
  private var starts: [Int] = []
  /// The farthest byte that masks ask about.
  private static let farthestLook = 9

  init(_ set: DetectorSet, scratch: MatchScratch) {
    self.set = set
    self.scratch = scratch
    common = GateWalker(set.gate.common, set.detectors, number: 0)
    traced = GateWalker(set.gate.traced, set.detectors, number: 1)
    words = .allocate(capacity: Self.stretch / 64 + 80)
    words.initialize(repeating: 0)
    leadWords = .allocate(capacity: Self.stretch / 64 + 80)
    leadWords.initialize(repeating: 0)
  }

  deinit {
    words.deallocate()
    leadWords.deallocate()
  }

  /// The detectors of a set of patterns that matched alike, each once.
  func detectors(ofSet index: Int) -> [Int] {
    let isCommon = index % 2 == 0
    let patterns = (isCommon ? common : traced).automaton.patternSets[index / 2]
    let group = isCommon ? set.gate.common : set.gate.traced
    return Set(patterns.map { group.detectors[Int($0)] }).sorted()
  }

  struct Part {
    /// Starts that are looked at.
    var starts: Range<Int>
    /// Whether the document begins at the first byte, and whether it ends with the last.
    var isStart: Bool
    var isEnd: Bool
  }

  /// Appends what begins in a part of the text, in order of start.
  ///
  /// - Returns: up to which start the text is long enough to tell; the part's end if all of it is.
  func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ part: Part, into sightings: inout [Sighting]
  ) -> Int {
    var part = part
    if !part.isEnd {
      limitRequiredBytes(bytes, &part)
      limitRequiredRuns(bytes, &part)
    }
    limitEverywhere(bytes, set.gate.everywhere, &part)
    limitRecognizers(bytes, &part)
    walkCommon(bytes, &part, &sightings)
    let fromWalk = sightings.count
    walkTraced(bytes, &part, &sightings)
    for detector in set.gate.everywhere { search(bytes, part, detector, &sightings) }
    recognize(bytes, part, &sightings)
    if sightings.count > fromWalk { order(&sightings, from: fromWalk) }
    return part.starts.upperBound
  }

  /// The same without a gate: every pattern is searched for in the whole text.
  func readPlainly(
    _ bytes: UnsafeBufferPointer<UInt8>, _ part: Part, into sightings: inout [Sighting]
  ) -> Int {
    var part = part
    let detectors = set.detectors.indices.filter { set.detectors[$0].code != nil }
    limitEverywhere(bytes, detectors, &part)
    limitRecognizers(bytes, &part)
    for detector in detectors { search(bytes, part, detector, &sightings) }
    recognize(bytes, part, &sightings)
    order(&sightings)
    return part.starts.upperBound
  }

  /// Sightings in order of start; where starts are alike, in the order they were found.
  private func order(_ sightings: inout [Sighting], from rest: Int = 0) {
    let other = sightings[rest...].enumerated().sorted {
      ($0.element.start, $0.offset) < ($1.element.start, $1.offset)
    }
    var merged: [Sighting] = []
    merged.reserveCapacity(sightings.count)
    var next = 0
    for (_, sighting) in other {
      while next < rest, sightings[next].start <= sighting.start {
        merged.append(sightings[next])
        next += 1
      }
      merged.append(sighting)
    }
    merged += sightings[next..<rest]
    sightings = merged
  }

  // MARK: The automata

  private func walkCommon(
    _ bytes: UnsafeBufferPointer<UInt8>, _ part: inout Part, _ sightings: inout [Sighting]
  ) {
    let starts = part.starts
    guard let text = bytes.baseAddress, !starts.isEmpty, !common.isEmpty else { return }
    let masks = UnsafeMutableBufferPointer(rebasing: words[0..<((starts.count + 63) / 64)])
    set.gate.starts.fill(masks, from: text + starts.lowerBound)
    // What has no byte before or behind it is not for the masks to judge.
    let leads = UnsafeMutableBufferPointer(rebasing: leadWords[0..<masks.count])
    set.gate.leadStarts.fill(leads, from: text + starts.lowerBound)
    if part.isStart, starts.lowerBound == 0 { leads[0] |= 1 }
    Self.cut(masks, to: starts.count, andKeepLast: false)
    Self.cut(leads, to: starts.count, andKeepLast: false)
    // What has no byte behind it, or too few to tell, is not for the masks to judge either.
    for start in max(starts.lowerBound, bytes.count - Self.farthestLook)..<bytes.count
    where start < starts.upperBound {
      let place = start - starts.lowerBound
      leads[place / 64] |= 1 << UInt64(place % 64)
    }
    let open = common.walk(
      bytes, masks: masks, leads: leads, from: starts.lowerBound, pairs: set.gate.pairs, isStart: part.isStart,
      isEnd: part.isEnd, &sightings)
    if let open { part.starts = starts.lowerBound..<open }
  }

  /// Clears the bits behind the last byte, and sets that one if it is the text's last.
  private static func cut(
    _ masks: UnsafeMutableBufferPointer<UInt64>, to count: Int, andKeepLast keepsLast: Bool
  ) {
    let last = count - 1
    if keepsLast { masks[last / 64] |= 1 << UInt64(last % 64) }
    if count % 64 > 0 { masks[masks.count - 1] &= (1 << UInt64(count % 64)) - 1 }
  }

  /// Walks from the starts that rare bytes and long runs lead to.
  private func walkTraced(
    _ bytes: UnsafeBufferPointer<UInt8>, _ part: inout Part, _ sightings: inout [Sighting]
  ) {
    if traced.isEmpty || part.starts.isEmpty { return }
    starts.removeAll(keepingCapacity: true)
    traceBytes(bytes, part)
    for (run, masks) in set.gate.requiredRuns { traceRuns(bytes, part, run, masks) }
    if starts.isEmpty { return }
    starts.sort()
    var last = -1
    starts.removeAll { start in
      defer { last = start }
      return start == last
    }
    let open = traced.walk(
      bytes, starts: starts, isStart: part.isStart, isEnd: part.isEnd, &sightings)
    if let open { part.starts = part.starts.lowerBound..<open }
  }

  // MARK: Required bytes

  /// Starts whose required byte may still come are left for later.
  private func limitRequiredBytes(_ bytes: UnsafeBufferPointer<UInt8>, _ part: inout Part) {
    var limit = part.starts.upperBound
    for byte in set.gate.requiredBytes {
      let floor = max(part.starts.lowerBound, bytes.count - byte.most - 1)
      var open = bytes.count
      while open > floor, byte.before.contains(bytes[open - 1]) { open -= 1 }
      // The byte behind the required one is part of the rule.
      if open == bytes.count, open > floor, byte.rule.first.contains(bytes[open - 1]) {
        open -= 1
        while open > floor, byte.before.contains(bytes[open - 1]) { open -= 1 }
      }
      limit = min(limit, open)
    }
    part.starts = part.starts.lowerBound..<max(part.starts.lowerBound, limit)
  }

  private func traceBytes(_ bytes: UnsafeBufferPointer<UInt8>, _ part: Part) {
    guard let text = bytes.baseAddress, !set.gate.requiredBytes.isEmpty else { return }
    let base = part.starts.lowerBound
    let farthest = set.gate.requiredBytes.map(\.most).max() ?? 0
    let end = min(bytes.count, part.starts.upperBound + farthest)
    let masks = UnsafeMutableBufferPointer(rebasing: words[0..<((end - base + 63) / 64)])
    set.gate.byteMasks.fill(masks, from: text + base)
    Self.cut(masks, to: end - base, andKeepLast: end == bytes.count)
    for block in masks.indices {
      var word = masks[block]
      while word != 0 {
        let place = base + block * 64 + word.trailingZeroBitCount
        word &= word &- 1
        for byte in set.gate.requiredBytes where byte.rule.first.contains(text[place]) {
          trace(bytes, part, from: place, byte)
        }
      }
    }
  }

  private func trace(
    _ bytes: UnsafeBufferPointer<UInt8>, _ part: Part, from place: Int, _ byte: RequiredByte
  ) {
    guard place > 0, byte.rule.previous.contains(bytes[place - 1]) else { return }
    if place + 1 < bytes.count, !byte.rule.next.contains(bytes[place + 1]) { return }
    let floor = max(part.starts.lowerBound, place - byte.most)
    var first = place
    while first > floor, byte.before.contains(bytes[first - 1]) { first -= 1 }
    let last = min(place - byte.least, part.starts.upperBound - 1)
    guard first <= last else { return }
    for start in first...last where byte.canStart(bytes, start, part.isStart) {
      starts.append(start)
    }
  }

  // MARK: Required runs

  /// Starts of runs that may still become long enough are left for later.
  private func limitRequiredRuns(_ bytes: UnsafeBufferPointer<UInt8>, _ part: inout Part) {
    var limit = part.starts.upperBound
    for (run, _) in set.gate.requiredRuns {
      let floor = max(part.starts.lowerBound, bytes.count - run.length)
      var open = bytes.count
      while open > floor, run.bytes.contains(bytes[open - 1]) { open -= 1 }
      limit = min(limit, open)
    }
    part.starts = part.starts.lowerBound..<max(part.starts.lowerBound, limit)
  }

  private func traceRuns(
    _ bytes: UnsafeBufferPointer<UInt8>, _ part: Part, _ run: RequiredRun, _ masks: StartMasks
  ) {
    guard let text = bytes.baseAddress else { return }
    let base = part.starts.lowerBound
    let end = min(bytes.count, part.starts.upperBound + run.length)
    let words = UnsafeMutableBufferPointer(rebasing: words[0..<((end - base + 63) / 64)])
    masks.fill(words, from: text + base)
    Self.cut(words, to: end - base, andKeepLast: false)
    var seenUpTo = base
    for block in words.indices {
      // Bits from which on sixteen are set.
      var sixteen = words[block]
      sixteen &= sixteen >> 1
      sixteen &= sixteen >> 2
      sixteen &= sixteen >> 4
      sixteen &= sixteen >> 8
      while sixteen != 0 {
        let inside = base + block * 64 + sixteen.trailingZeroBitCount
        sixteen &= sixteen &- 1
        if inside < seenUpTo { continue }
        var first = inside
        while first > base, run.bytes.contains(text[first - 1]) { first -= 1 }
        var stop = inside
        while stop < end, run.bytes.contains(text[stop]) { stop += 1 }
        seenUpTo = stop
        let last = min(stop - run.length, part.starts.upperBound - 1)
        guard first <= last else { continue }
        for start in first...last where run.canStart(bytes, start, part.isStart) {
          starts.append(start)
        }
      }
    }
  }

  // MARK: Without a gate

  private func limitEverywhere(
    _ bytes: UnsafeBufferPointer<UInt8>, _ detectors: [Int], _ part: inout Part
  ) {
    if part.isEnd || detectors.isEmpty { return }
    let need = detectors.map { set.detectors[$0].need }.max() ?? 0
    let limit = min(part.starts.upperBound, bytes.count - need)
    part.starts = part.starts.lowerBound..<max(part.starts.lowerBound, limit)
  }

  private func search(
    _ bytes: UnsafeBufferPointer<UInt8>, _ part: Part, _ index: Int,
    _ sightings: inout [Sighting]
  ) {
    let detector = set.detectors[index]
    guard let code = detector.code, !part.starts.isEmpty else { return }
    let window = TextWindow.around(part.starts, detector, in: bytes)
    let text = UnsafeBufferPointer(rebasing: bytes[window])
    var place = part.starts.lowerBound
    while place < part.starts.upperBound {
      switch code.search(text, from: place - window.lowerBound, with: scratch) {
      case .none: return
      case .found(let range):
        let start = window.lowerBound + range.lowerBound
        if start >= part.starts.upperBound { return }
        sightings.append(Sighting(start: start, end: -1, source: .detector(index)))
        place = start + 1
      case .limit:
        // Somewhere from here on; each start is tried alone, so that it is known which.
        let stop = min(part.starts.upperBound, place + 1_024)
        for start in place..<stop {
          sightings.append(Sighting(start: start, end: -1, source: .detector(index)))
        }
        place = stop
      }
    }
  }

  // MARK: Recognizers

  private func limitRecognizers(_ bytes: UnsafeBufferPointer<UInt8>, _ part: inout Part) {
    if part.isEnd { return }
    for (index, _) in set.gate.recognizers {
      let limit = min(part.starts.upperBound, bytes.count - set.detectors[index].need)
      part.starts = part.starts.lowerBound..<max(part.starts.lowerBound, limit)
    }
  }

  private func recognize(
    _ bytes: UnsafeBufferPointer<UInt8>, _ part: Part, _ sightings: inout [Sighting]
  ) {
    if part.starts.isEmpty { return }
    for (index, recognizer) in set.gate.recognizers {
      recognizer.find(
        in: bytes, starts: part.starts, isStart: part.isStart, isEnd: part.isEnd
      ) { range, odds in
        guard part.starts.contains(range.lowerBound), range.upperBound <= bytes.count,
          !range.isEmpty
        else { return }
        sightings.append(
          Sighting(
            start: range.lowerBound, end: range.upperBound,
            source: .recognized(detector: index, odds: odds)))
      }
    }
  }
}

/// Which bytes around a start a pattern is shown.
enum TextWindow {
  static func around(
    _ starts: Range<Int>, _ detector: CompiledDetector, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Range<Int> {
    var lower = max(0, starts.lowerBound - detector.reachBefore)
    // A window that begins within a character would show a look-behind something else.
    var back = 0
    while lower > 0, back < 3, bytes[lower] & 0xC0 == 0x80 {
      lower -= 1
      back += 1
    }
    let reach = max(DetectorPattern.window, detector.need)
    return lower..<min(bytes.count, starts.upperBound - 1 + reach)
  }
}
