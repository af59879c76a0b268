import CKernels
import WritPatterns

/// Finds the places where patterns may match: by the gate, or for comparison by searching for each.
final class SightingReader {
  static let stretch = 1 << 15

  private let set: DetectorSet
  let common: GateWalker
  let traced: GateWalker
  private let scratch: MatchScratch
  let masks: TextMasks
  private let starts = StartList()
  /// The farthest byte that masks ask about.
  private static let farthestLook = 9

  init(_ set: DetectorSet, scratch: MatchScratch) {
    self.set = set
    self.scratch = scratch
    common = GateWalker(set.gate.common, set.detectors, number: 0)
    traced = GateWalker(set.gate.traced, set.detectors, number: 1)
    masks = TextMasks(set.gate.masks)
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
    makeMasks(bytes, part)
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

  /// How far around a part its masks are asked for: by context before, by required bytes behind.
  static let around = 2_048

  private func makeMasks(_ bytes: UnsafeBufferPointer<UInt8>, _ part: Part) {
    guard let text = bytes.baseAddress else { return masks.forget() }
    masks.fill(
      text,
      max(
        0, part.starts.lowerBound - Self.around)..<min(
          bytes.count, part.starts.upperBound + Self.around))
  }

  private func walkCommon(
    _ bytes: UnsafeBufferPointer<UInt8>, _ part: inout Part, _ sightings: inout [Sighting]
  ) {
    if part.starts.isEmpty || common.isEmpty { return }
    // What has too few bytes around it to tell is not for masks and filter to judge.
    let first = part.isStart && part.starts.lowerBound == 0 ? 1 : part.starts.lowerBound
    let last = min(part.starts.upperBound, bytes.count - Self.farthestLook)
    starts.removeAll()
    if first > part.starts.lowerBound { starts.append(0) }
    if first < last { filter(bytes, first..<last) }
    for start in max(first, last)..<max(first, last, part.starts.upperBound) {
      starts.append(start)
    }
    let open = common.walk(
      bytes, starts: starts.starts, isStart: part.isStart, isEnd: part.isEnd, &sightings)
    if let open { part.starts = part.starts.lowerBound..<open }
  }

  /// Appends the starts in a range that masks and filter let through; around them are bytes enough.
  private func filter(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    guard let text = bytes.baseAddress, let plain = masks.words(Gate.Mask.starts),
      let leads = masks.words(Gate.Mask.leads)
    else { return }
    var filter = set.gate.filter.input
    starts.append(range.count) { found in
      let count = writ_filter_starts(
        text, masks.from, range.lowerBound, range.upperBound, plain, leads, &filter, found)
      return common.filter(text, found, count: count)
    }
  }

  /// Walks from the starts that rare bytes and long runs lead to.
  private func walkTraced(
    _ bytes: UnsafeBufferPointer<UInt8>, _ part: inout Part, _ sightings: inout [Sighting]
  ) {
    if traced.isEmpty || part.starts.isEmpty { return }
    starts.removeAll()
    traceBytes(bytes, part)
    for (index, run) in set.gate.requiredRuns.enumerated() {
      traceRuns(bytes, part, run, Gate.Mask.firstRun + index)
    }
    if starts.count == 0 { return }
    starts.order()
    let open = traced.walk(
      bytes, starts: starts.starts, isStart: part.isStart, isEnd: part.isEnd, &sightings)
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
    guard let words = masks.words(Gate.Mask.bytes) else { return }
    let farthest = set.gate.requiredBytes.map(\.most).max() ?? 0
    let range = part.starts.lowerBound..<min(bytes.count, part.starts.upperBound + farthest)
    // Whether the text's last byte is followed by the right one, masks can't tell.
    if range.upperBound == bytes.count { traceAll(bytes, part, from: bytes.count - 1) }
    let last = min(range.upperBound, bytes.count - 1)
    guard range.lowerBound < last else { return }
    for block in ((range.lowerBound - masks.from) >> 6)...((last - 1 - masks.from) >> 6) {
      var word = words[block]
      while word != 0 {
        let place = masks.from &+ block &* 64 &+ word.trailingZeroBitCount
        word &= word &- 1
        if place < range.lowerBound || place >= last { continue }
        traceAll(bytes, part, from: place)
      }
    }
  }

  private func traceAll(_ bytes: UnsafeBufferPointer<UInt8>, _ part: Part, from place: Int) {
    for byte in set.gate.requiredBytes where byte.rule.first.contains(bytes[place]) {
      trace(bytes, part, from: place, byte)
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
    for run in set.gate.requiredRuns {
      let floor = max(part.starts.lowerBound, bytes.count - run.length)
      var open = bytes.count
      while open > floor, run.bytes.contains(bytes[open - 1]) { open -= 1 }
      limit = min(limit, open)
    }
    part.starts = part.starts.lowerBound..<max(part.starts.lowerBound, limit)
  }

  private func traceRuns(
    _ bytes: UnsafeBufferPointer<UInt8>, _ part: Part, _ run: RequiredRun, _ list: Int
  ) {
    guard let text = bytes.baseAddress, let words = masks.words(list) else { return }
    let base = part.starts.lowerBound
    let end = min(bytes.count, part.starts.upperBound + run.length)
    var seenUpTo = base
    for block in ((base - masks.from) >> 6)...((end - 1 - masks.from) >> 6) {
      // Bits from which on sixteen are set.
      var sixteen = words[block]
      sixteen &= sixteen >> 1
      sixteen &= sixteen >> 2
      sixteen &= sixteen >> 4
      sixteen &= sixteen >> 8
      while sixteen != 0 {
        let inside = masks.from + block * 64 + sixteen.trailingZeroBitCount
        sixteen &= sixteen &- 1
        if inside < seenUpTo || inside >= end || !run.bytes.contains(text[inside]) { continue }
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
