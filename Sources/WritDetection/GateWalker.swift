import CKernels
import WritPatterns

/// Walks one group's automaton from starts in a text and notes where patterns may match.
final class GateWalker {
  /// A walk longer than this is not gone on with: patterns that may be so long are matched instead.
  private static let longestWalk = 512

  let automaton: GateAutomaton
  private let detectors: [Int]
  /// Detectors of the group that may match beyond the longest walk.
  private let longDetectors: [Int]
  private let isExact: [Bool]
  /// Which of the reader's walkers this is.
  private let number: Int

  init(_ group: Gate.Group, _ compiled: [CompiledDetector], number: Int) {
    self.number = number
    automaton = GateAutomaton(group.program)
    detectors = group.detectors
    isExact = compiled.map(\.isExact)
    longDetectors = group.detectors.filter {
      guard let pattern = compiled[$0].pattern else { return false }
      return (pattern.maximumLength ?? Self.longestWalk) + pattern.reachAfter >= Self.longestWalk
    }
  }

  var isEmpty: Bool { detectors.isEmpty }

  /// A set of patterns that matched alike, as a sighting names it.
  private func source(_ set: Int) -> Sighting.Source { .set(set &* 2 &+ number) }

  /// Walks from starts, in order.
  ///
  /// - Returns: the first start whose walk goes on past the text, if that does not end here.
  func walk(
    _ bytes: UnsafeBufferPointer<UInt8>, starts: UnsafeBufferPointer<Int64>, isStart: Bool,
    isEnd: Bool,
    _ sightings: inout [Sighting]
  ) -> Int? {
    guard let text = bytes.baseAddress else { return nil }
    automaton.forgetIfFull()
    var walk = Walk(automaton, text, bytes.count, isStart: isStart, isEnd: isEnd)
    for start in starts {
      let start = Int(start)
      switch walk.run(from: start) {
      case .nothing: continue
      case .needsMore: return start
      case .found: note(walk, start, &sightings)
      }
    }
    return nil
  }

  /// Those starts that a few steps do not lead to nothing from; around each are bytes enough.
  func filter(
    _ text: UnsafePointer<UInt8>, _ starts: UnsafeMutablePointer<Int64>, count: Int
  ) -> Int {
    var input = writ_automaton(
      classes: automaton.classes, initial: automaton.initial, table: automaton.table,
      dead: automaton.dead)
    return writ_filter_walks(text, &input, starts, count, starts)
  }

  private func note(_ walk: Walk, _ start: Int, _ sightings: inout [Sighting]) {
    if walk.isLong {
      noteLong(start, walk.ends, &sightings)
    } else if walk.ends.count == 1 {
      let only = walk.ends[0]
      sightings.append(Sighting(start: start, end: only.end, source: source(only.set)))
    } else {
      noteSeveral(start, walk.ends, &sightings)
    }
  }

  /// A walk that saw matches end at several places.
  private func noteSeveral(
    _ start: Int, _ ends: [(end: Int, set: Int)], _ sightings: inout [Sighting]
  ) {
    // Sets that no other set of this walk shares a detector with stay together.
    var seen: [Int] = []
    var several: [Int] = []
    for (_, set) in ends {
      for pattern in automaton.patternSets[set] {
        let detector = detectors[Int(pattern)]
        if seen.contains(detector) {
          if !several.contains(detector) { several.append(detector) }
        } else {
          seen.append(detector)
        }
      }
    }
    for (end, set) in ends {
      let own = automaton.patternSets[set].map { detectors[Int($0)] }
      if !own.contains(where: several.contains) {
        sightings.append(Sighting(start: start, end: end, source: source(set)))
        continue
      }
      for detector in own where !several.contains(detector) {
        sightings.append(
          Sighting(
            start: start, end: isExact[detector] ? end : -1, source: .detector(detector)))
      }
    }
    for detector in several {
      sightings.append(Sighting(start: start, end: -1, source: .detector(detector)))
    }
  }

  /// A walk that was not gone on with: what it saw, and all that may be longer.
  private func noteLong(
    _ start: Int, _ ends: [(end: Int, set: Int)], _ sightings: inout [Sighting]
  ) {
    var seen = Set(longDetectors)
    for (_, set) in ends {
      for pattern in automaton.patternSets[set] { seen.insert(detectors[Int(pattern)]) }
    }
    for detector in seen.sorted() {
      sightings.append(Sighting(start: start, end: -1, source: .detector(detector)))
    }
  }

  /// The hot part of it: everything it touches is a local.
  private struct Walk {
    enum Outcome { case nothing, found, needsMore }

    let automaton: GateAutomaton
    let text: UnsafePointer<UInt8>
    let count: Int
    let isStart: Bool
    let isEnd: Bool
    let classes: UnsafeMutablePointer<UInt8>
    let initial: UnsafeMutablePointer<UInt32>
    let endColumn: Int
    let dead: UInt32
    var table: UnsafeMutablePointer<UInt32>
    var ends: [(end: Int, set: Int)] = []
    var isLong = false

    init(
      _ automaton: GateAutomaton, _ text: UnsafePointer<UInt8>, _ count: Int, isStart: Bool,
      isEnd: Bool
    ) {
      self.automaton = automaton
      self.text = text
      self.count = count
      self.isStart = isStart
      self.isEnd = isEnd
      classes = automaton.classes
      initial = automaton.initial
      endColumn = automaton.endColumn
      dead = automaton.dead
      table = automaton.table
      ends.reserveCapacity(16)
    }

    @inline(__always)
    mutating func run(from start: Int) -> Outcome {
      let before = start == 0 && isStart ? endColumn : Int(classes[Int(text[start &- 1])])
      var row = initial[before]
      if row == dead { return .nothing }
      var table = self.table
      var place = start
      var isFound = false
      let limit = min(count, start &+ GateWalker.longestWalk)
      while true {
        let column: Int
        if place < limit {
          column = Int(classes[Int(text[place])])
        } else if place < count {
          if !isFound { ends.removeAll(keepingCapacity: true) }
          isLong = true
          return .found
        } else if isEnd {
          column = endColumn
        } else {
          return .needsMore
        }
        let cell = Int(row) &+ column
        var entry = table[cell]
        if entry == GateAutomaton.unknown {
          entry = automaton.make(row: row, column: column)
          table = automaton.table
          self.table = table
        }
        if entry & GateAutomaton.matchFlag != 0 {
          if !isFound {
            ends.removeAll(keepingCapacity: true)
            isFound = true
          }
          ends.append((place, Int(automaton.matchSets[cell])))
          entry &= ~GateAutomaton.matchFlag
        }
        if entry == dead { break }
        row = entry
        place &+= 1
      }
      isLong = false
      return isFound ? .found : .nothing
    }
  }
}
