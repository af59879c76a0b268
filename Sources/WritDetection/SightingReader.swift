import WritPatterns

/// Finds the places where patterns may match: by the gate, or for comparison by searching for each.
final class SightingReader {
  /// A walk longer than this is not gone on with: patterns that may be so long are matched instead.
  private static let longestWalk = 512
  static let stretch = 1 << 15

  private let set: DetectorSet
  let automaton: GateAutomaton
  private let scratch: MatchScratch
  private let words: UnsafeMutableBufferPointer<UInt64>
  /// Detectors of the automaton that may match beyond the longest walk.
  private let longDetectors: [Int]

  init(_ set: DetectorSet, scratch: MatchScratch) {
    self.set = set
    self.scratch = scratch
    automaton = GateAutomaton(set.gate.program)
    words = .allocate(capacity: Self.stretch / 64 + 80)
    words.initialize(repeating: 0)
    longDetectors = set.gate.detectors.filter {
      guard let pattern = set.detectors[$0].pattern else { return false }
      return (pattern.maximumLength ?? Self.longestWalk) + pattern.reachAfter >= Self.longestWalk
    }
  }

  deinit { words.deallocate() }

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
    if !part.isEnd { limitRequired(bytes, &part) }
    limitEverywhere(bytes, set.gate.everywhere, &part)
    limitRecognizers(bytes, &part)
    var limit = part.starts.upperBound
    walk(bytes, part, &limit, &sightings)
    part.starts = part.starts.lowerBound..<max(part.starts.lowerBound, limit)
    let fromWalk = sightings.count
    required(bytes, part, &sightings)
    for detector in set.gate.everywhere { search(bytes, part, detector, &sightings) }
    recognize(bytes, part, &sightings)
    if sightings.count > fromWalk { order(&sightings) }
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

  private func order(_ sightings: inout [Sighting]) {
    // Sorting is stable where starts are alike only if it is told so.
    let ordered = sightings.enumerated().sorted {
      ($0.element.start, $0.offset) < ($1.element.start, $1.offset)
    }
    sightings = ordered.map(\.element)
  }

  // MARK: The automaton

  private func walk(
    _ bytes: UnsafeBufferPointer<UInt8>, _ part: Part, _ limit: inout Int,
    _ sightings: inout [Sighting]
  ) {
    let starts = part.starts
    guard let text = bytes.baseAddress, !starts.isEmpty, !set.gate.detectors.isEmpty else { return }
    automaton.forgetIfFull()
    let blocks = (starts.count + 63) / 64
    let masks = UnsafeMutableBufferPointer(rebasing: words[0..<blocks])
    set.gate.starts.fill(masks, from: text + starts.lowerBound)
    // What has no byte before or behind it is not for the masks to judge.
    if part.isStart, starts.lowerBound == 0 { masks[0] |= 1 }
    if starts.upperBound == bytes.count {
      let last = starts.count - 1
      masks[last / 64] |= 1 << UInt64(last % 64)
    }
    let rest = starts.count % 64
    if rest > 0 { masks[blocks - 1] &= (1 << UInt64(rest)) - 1 }
    let isEnd = part.isEnd
    let count = bytes.count
    let automaton = self.automaton
    let classes = automaton.classes
    let initial = automaton.initial
    var ends: [(end: Int, set: Int)] = []
    ends.reserveCapacity(16)
    let stride = automaton.stride
    let endColumn = stride - 1
    var table = automaton.table
    set.gate.pairs.withUnsafeBufferPointer { pairs in
      for block in 0..<blocks {
        var word = masks[block]
        let base = starts.lowerBound &+ block &* 64
        while word != 0 {
          let start = base &+ word.trailingZeroBitCount
          word &= word &- 1
          if start &+ 1 < count {
            let next = text[start &+ 1]
            let pair = pairs[Int(text[start]) << 2 | Int(next >> 6)]
            if (pair >> UInt64(next & 63)) & 1 == 0 { continue }
          }
          let before =
            start == 0 && part.isStart ? endColumn : Int(classes[Int(text[start &- 1])])
          var row = initial[before]
          if row == GateAutomaton.dead { continue }
          var place = start
          var isLong = false
          while true {
            let column: Int
            if place < count {
              column = Int(classes[Int(text[place])])
            } else if isEnd {
              column = endColumn
            } else {
              limit = start
              return
            }
            let cell = Int(row) &* stride &+ column
            var entry = table[cell]
            if entry == GateAutomaton.unknown {
              entry = automaton.make(row: row, column: column)
              table = automaton.table
            }
            if entry & GateAutomaton.matchFlag != 0 {
              ends.append((place, Int(automaton.matchSets[cell])))
              entry &= ~GateAutomaton.matchFlag
            }
            if entry == GateAutomaton.dead { break }
            row = entry
            place &+= 1
            if place &- start > Self.longestWalk {
              isLong = true
              break
            }
          }
          if ends.isEmpty, !isLong { continue }
          if isLong {
            noteLong(start, ends, &sightings)
          } else if ends.count == 1 {
            sightings.append(Sighting(start: start, end: ends[0].end, source: .set(ends[0].set)))
          } else {
            noteSeveral(start, ends, &sightings)
          }
          ends.removeAll(keepingCapacity: true)
        }
      }
    }
  }

  /// A walk that saw matches end at several places.
  private func noteSeveral(
    _ start: Int, _ ends: [(end: Int, set: Int)], _ sightings: inout [Sighting]
  ) {
    var seen: [Int: Int] = [:]
    for (end, set) in ends {
      for pattern in automaton.patternSets[set] {
        let detector = self.set.gate.detectors[Int(pattern)]
        seen[detector] = seen[detector] == nil ? end : -1
      }
    }
    for (detector, end) in seen.sorted(by: { $0.key < $1.key }) {
      let isExact = set.detectors[detector].isExact
      sightings.append(
        Sighting(start: start, end: isExact ? end : -1, source: .detector(detector)))
    }
  }

  /// A walk that was not gone on with: what it saw, and all that may be longer.
  private func noteLong(
    _ start: Int, _ ends: [(end: Int, set: Int)], _ sightings: inout [Sighting]
  ) {
    var seen = Set(longDetectors)
    for (_, set) in ends {
      for pattern in automaton.patternSets[set] {
        seen.insert(self.set.gate.detectors[Int(pattern)])
      }
    }
    for detector in seen.sorted() {
      sightings.append(Sighting(start: start, end: -1, source: .detector(detector)))
    }
  }

  // MARK: Required bytes

  /// Starts whose required byte may still come are left for later.
  private func limitRequired(_ bytes: UnsafeBufferPointer<UInt8>, _ part: inout Part) {
    var limit = part.starts.upperBound
    for (_, byte) in set.gate.required {
      let floor = max(part.starts.lowerBound, bytes.count - byte.most)
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

  private func required(
    _ bytes: UnsafeBufferPointer<UInt8>, _ part: Part, _ sightings: inout [Sighting]
  ) {
    guard let text = bytes.baseAddress, !part.starts.isEmpty, !set.gate.required.isEmpty else {
      return
    }
    let farthest = set.gate.required.map(\.byte.most).max() ?? 0
    let end = min(bytes.count, part.starts.upperBound + farthest)
    let blocks = (end - part.starts.lowerBound + 63) / 64
    let masks = UnsafeMutableBufferPointer(rebasing: words[0..<min(blocks, words.count)])
    set.gate.requiredMasks.fill(masks, from: text + part.starts.lowerBound)
    if end == bytes.count {
      let last = end - part.starts.lowerBound - 1
      masks[last / 64] |= 1 << UInt64(last % 64)
    }
    for block in masks.indices {
      var word = masks[block]
      while word != 0 {
        let place = part.starts.lowerBound + block * 64 + word.trailingZeroBitCount
        word &= word &- 1
        guard place < end else { break }
        for (detector, byte) in set.gate.required where byte.rule.first.contains(bytes[place]) {
          trace(bytes, part, from: place, byte, detector, &sightings)
        }
      }
    }
  }

  private func trace(
    _ bytes: UnsafeBufferPointer<UInt8>, _ part: Part, from place: Int, _ byte: RequiredByte,
    _ detector: Int, _ sightings: inout [Sighting]
  ) {
    guard place > 0, byte.rule.previous.contains(bytes[place - 1]) else { return }
    if place + 1 < bytes.count, !byte.rule.next.contains(bytes[place + 1]) { return }
    let floor = max(part.starts.lowerBound, place - byte.most)
    var first = place
    while first > floor, byte.before.contains(bytes[first - 1]) { first -= 1 }
    let last = min(place - byte.least, part.starts.upperBound - 1)
    guard first <= last else { return }
    for start in first...last where byte.canStart(bytes, start, part.isStart) {
      sightings.append(Sighting(start: start, end: -1, source: .detector(detector)))
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
