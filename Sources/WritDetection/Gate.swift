import CKernels

/// Where the scanner has to look at all: derived from the patterns, so that it can't miss a match.
struct Gate: Sendable {
  /// More rules cost more at every byte.
  private static let mostRules = 8

  let program: GateProgram
  /// Detector of each pattern of the program.
  let detectors: [Int]
  /// Where a walk of the common automaton may get past its first byte.
  let starts: StartMasks
  /// A bit for each pair of bytes with which such a walk may get past its second byte.
  let pairs: [UInt64]
  /// Detectors found by a byte that each match holds, with that byte.
  let required: [(detector: Int, byte: RequiredByte)]
  let requiredMasks: StartMasks
  /// Detectors searched for everywhere.
  let everywhere: [Int]
  let recognizers: [(detector: Int, recognizer: any Recognizer)]

  init(_ nodes: [GateNode], detectors: [Int], _ compiled: [CompiledDetector]) {
    program = GateProgram(nodes)
    self.detectors = detectors
    let derived = Self.starts(program)
    starts = StartMasks(StartRule.joined(derived.rules, limit: Self.mostRules))
    pairs = derived.pairs
    var required: [(Int, RequiredByte)] = []
    var everywhere: [Int] = []
    var recognizers: [(Int, any Recognizer)] = []
    for (index, detector) in compiled.enumerated() {
      switch detector.route {
      case .automaton: break
      case .requiredByte(let byte): required.append((index, byte))
      case .everywhere: if detector.code != nil { everywhere.append(index) }
      case .recognizer(let recognizer): recognizers.append((index, recognizer))
      }
    }
    self.required = required
    self.everywhere = everywhere
    self.recognizers = recognizers
    requiredMasks = StartMasks(
      StartRule.joined(required.map(\.1.rule), limit: Self.mostRules))
  }

  /// From the automaton's first two steps: for each byte that a walk may begin with, the bytes that
  /// may stand before it and behind it.
  private static func starts(_ program: GateProgram) -> (rules: [StartRule], pairs: [UInt64]) {
    var pairs = Array(repeating: UInt64(0), count: 1 << 10)
    let automaton = GateAutomaton(program)
    let count = program.classCount
    var rows: [UInt32: Int] = [:]
    // Bytes before, by first row; the start of the text has no byte and is always looked at.
    var previous: [ByteSet] = []
    let members = (0..<count).map { index in
      ByteSet((UInt8.min...UInt8.max).filter { Int(program.classes[Int($0)]) == index })
    }
    for index in 0...count {
      let row = automaton.initial[index]
      if row == GateAutomaton.dead { continue }
      let slot = rows[row] ?? previous.count
      if rows[row] == nil {
        rows[row] = slot
        previous.append(ByteSet())
      }
      if index < count { previous[slot] = previous[slot].union(members[index]) }
    }
    var rules: [StartRule] = []
    for (row, slot) in rows.sorted(by: { $0.value < $1.value }) {
      for first in 0..<count {
        let second = automaton.entry(row: row, column: first) & ~GateAutomaton.matchFlag
        if second == GateAutomaton.dead { continue }
        var next = ByteSet()
        for column in 0..<count
        where automaton.entry(row: second, column: column) != GateAutomaton.dead {
          next = next.union(members[column])
        }
        if automaton.entry(row: second, column: count) != GateAutomaton.dead { next = .all }
        if next.isEmpty { continue }
        rules.append(StartRule(previous: previous[slot], first: members[first], next: next))
        for one in members[first].bytes {
          for other in next.bytes {
            pairs[Int(one) << 2 | Int(other >> 6)] |= 1 << UInt64(other & 63)
          }
        }
      }
    }
    return (merged(rules), pairs)
  }

  /// One rule for each first byte set, with all that may stand around it.
  private static func merged(_ rules: [StartRule]) -> [StartRule] {
    var byFirst: [ByteSet: StartRule] = [:]
    for rule in rules {
      byFirst[rule.first] = byFirst[rule.first].map { $0.joined(rule) } ?? rule
    }
    return Array(byFirst.values)
  }
}
