/// Where the scanner has to look at all: derived from the patterns, so that it can't miss a match.
struct Gate: Sendable {
  /// More rules cost more at every byte.
  private static let mostRules = 4
  private static let mostLeads = 2

  /// The places of the masks in their list.
  enum Mask {
    static let wordStarts = 0
    static let words = 1
    static let starts = 2
    static let leads = 3
    static let bytes = 4
    static let firstRun = 5
  }

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

  /// Patterns that are walked from every start the masks and the filter let through.
  let common: Group
  let filter: StartFilter
  /// Patterns that are walked from where a rare byte or a long run leads to.
  let traced: Group
  let requiredBytes: [RequiredByte]
  let requiredRuns: [RequiredRun]
  /// All masks, in the order of `Mask`; behind those one for each required run.
  let masks: StartMasks
  /// Detectors searched for everywhere.
  let everywhere: [Int]
  let recognizers: [(detector: Int, recognizer: any Recognizer)]

  init(_ plan: GatePlan) {
    common = Group(plan.common)
    filter = StartFilter()
    var rules: [StartRule] = []
    var leadRules: [StartRule] = []
    for branch in plan.common.flatMap(\.node.branches) {
      let lead = branch.lead
      for rule in filter.add(branch, hasLead: lead != nil) {
        if let lead {
          leadRules.append(StartRule(previous: rule.previous, first: rule.first, lead: lead))
        } else {
          rules.append(rule)
        }
      }
    }
    traced = Group(plan.traced)
    requiredBytes = plan.bytes
    requiredRuns = plan.runs
    everywhere = plan.everywhere
    recognizers = plan.recognizers
    masks = StartMasks(
      [
        WordMasks.starts, WordMasks.inside, StartRule.joined(rules, limit: Self.mostRules),
        StartRule.joined(leadRules, limit: Self.mostLeads),
        StartRule.joined(plan.bytes.map { StartRule(first: $0.rule.first) }, limit: 1),
      ] + plan.runs.map { [StartRule(first: $0.bytes)] })
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
      if density > GateDensity.verySparse, let byte = RequiredByte.find(in: branch),
        byte.share < RequiredByte.veryRare
      {
        choices.append((branch, byte, nil))
      } else if density <= GateDensity.sparse {
        choices.append((branch, nil, nil))
      } else if let run = RequiredRun(branch) {
        choices.append((branch, nil, run))
      } else if let byte = RequiredByte.find(in: branch) {
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
