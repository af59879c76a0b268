import CKernels

/// Where the scanner has to look at all: derived from the patterns, so that it can't miss a match.
struct Gate: Sendable {
  /// More rules cost more at every byte.
  private static let mostRules = 4
  private static let mostLeads = 2

  /// Patterns over bytes that one automaton runs.
  struct Group: Sendable {
    let program: GateProgram
    /// Detector of each pattern of the program.
    let detectors: [Int]

    init(_ patterns: [(detector: Int, node: GateNode)]) {
      program = GateProgram(patterns.map(\.node))
      detectors = patterns.map(\.detector)
    }
  }

  /// Patterns that are walked from every start the masks let through.
  let common: Group
  let starts: StartMasks
  /// A bit for each pair of bytes with which such a walk may get past its second byte.
  let pairs: [UInt64]
  /// The same for patterns that want a certain byte soon: their pairs tell little.
  let leadStarts: StartMasks
  /// Patterns that are walked from where a rare byte or a long run leads to.
  let traced: Group
  let requiredBytes: [RequiredByte]
  let byteMasks: StartMasks
  let requiredRuns: [(run: RequiredRun, masks: StartMasks)]
  /// Detectors searched for everywhere.
  let everywhere: [Int]
  let recognizers: [(detector: Int, recognizer: any Recognizer)]

  init(_ plan: GatePlan) {
    common = Group(plan.common)
    var rules: [StartRule] = []
    var leadRules: [StartRule] = []
    var pairs = Array(repeating: UInt64(0), count: 1 << 10)
    for branch in plan.common.flatMap(\.node.branches) {
      let derived = Self.starts(GateProgram([branch]))
      if let lead = branch.lead {
        leadRules += derived.rules.map {
          StartRule(previous: $0.previous, first: $0.first, lead: lead)
        }
      } else {
        // Pairs of bytes are looked up, so the rules need not tell them apart.
        rules += derived.rules.map { StartRule(previous: $0.previous, first: $0.first) }
        for index in pairs.indices { pairs[index] |= derived.pairs[index] }
      }
    }
    starts = StartMasks(StartRule.joined(rules, limit: Self.mostRules))
    leadStarts = StartMasks(StartRule.joined(leadRules, limit: Self.mostLeads))
    self.pairs = pairs
    traced = Group(plan.traced)
    requiredBytes = plan.bytes
    byteMasks = StartMasks(StartRule.joined(plan.bytes.map(\.rule), limit: Self.mostRules))
    requiredRuns = plan.runs.map { ($0, StartMasks([StartRule(first: $0.bytes)])) }
    everywhere = plan.everywhere
    recognizers = plan.recognizers
  }

  /// From the automaton's first two steps: for each byte that a walk may begin with, the bytes that
  /// may stand before it and behind it.
  static func starts(_ program: GateProgram) -> (rules: [StartRule], pairs: [UInt64]) {
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
    var byFirst: [Int: StartRule] = [:]
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
        let rule = StartRule(previous: previous[slot], first: members[first], next: next)
        byFirst[first] = byFirst[first].map { $0.joined(rule) } ?? rule
        for one in members[first].bytes {
          for other in next.bytes {
            pairs[Int(one) << 2 | Int(other >> 6)] |= 1 << UInt64(other & 63)
          }
        }
      }
    }
    return (byFirst.sorted { $0.key < $1.key }.map(\.value), pairs)
  }
}

/// Which gate each pattern has.
struct GatePlan {
  var common: [(detector: Int, node: GateNode)] = []
  var traced: [(detector: Int, node: GateNode)] = []
  var bytes: [RequiredByte] = []
  var runs: [RequiredRun] = []
  var everywhere: [Int] = []
  var recognizers: [(detector: Int, recognizer: any Recognizer)] = []

  enum Outcome {
    case gated
    /// Gated, but it looks at most words.
    case dense
    case none
  }

  /// Chooses the gate of a detector's pattern.
  ///
  /// - Returns: also whether one automaton runs the whole pattern.
  mutating func add(_ node: GateNode, detector: Int) -> (outcome: Outcome, isWhole: Bool) {
    let whole = GateDensity.steps(node)
    if whole <= GateDensity.verySparse {
      common.append((detector, node))
      return (.gated, true)
    }
    let branches = node.branches
    var outcome = Outcome.gated
    var choices: [(GateNode, RequiredByte?, RequiredRun?)] = []
    for branch in branches {
      let density = GateDensity.steps(branch)
      if density > GateDensity.verySparse, let byte = RequiredByte(branch),
        byte.share < RequiredByte.veryRare
      {
        choices.append((branch, byte, nil))
      } else if density <= GateDensity.sparse {
        choices.append((branch, nil, nil))
      } else if let run = RequiredRun(branch) {
        choices.append((branch, nil, run))
      } else if let byte = RequiredByte(branch) {
        choices.append((branch, byte, nil))
      } else if density <= GateDensity.bearable {
        choices.append((branch, nil, nil))
        outcome = .dense
      } else {
        everywhere.append(detector)
        return (.none, false)
      }
    }
    if choices.allSatisfy({ $0.1 == nil && $0.2 == nil }) {
      common.append((detector, node))
      return (outcome, true)
    }
    for (branch, byte, run) in choices {
      if byte == nil, run == nil {
        common.append((detector, branch))
      } else {
        traced.append((detector, branch))
      }
      if let byte { bytes.append(byte) }
      if let run { runs.append(run) }
    }
    return (outcome, branches.count == 1)
  }
}
