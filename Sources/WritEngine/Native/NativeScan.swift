import WritChecker
import WritTables
import WritValues

/// The native engine's pass over a streamed dataset: each distinct value is judged once, and only the rows that come to
/// a finding, or can't be told from their values alone, are decoded.
struct NativeScan {
  let program: CheckedProgram
  let evaluator: Evaluator
  let dataset: Int
  let options: ReadOptions
  let keyType: @Sendable (DatasetName) -> ValueType

  /// Runs the rules over the stream; nil where the dataset can't be read so.
  ///
  /// - Throws: `LineScan.Undecided` when rows have to be compared exactly: the runs are spoiled then.
  func scan(_ stored: StoredDataset, _ runs: [RuleRun]) throws -> ReadReport? {
    guard stored.stale == nil, stored.schema.completePer == nil,
      !evaluator.options.collectsMembers
    else { return nil }
    var tracked: [Int] = []
    let probes = runs.map { run in
      RuleProbe(run: run, program: program) { field in
        if let column = tracked.firstIndex(of: field) { return column }
        tracked.append(field)
        return tracked.count - 1
      }
    }
    guard
      let lines = LineScan(
        schema: stored.schema, inputs: stored.delivery.inputs, tracked: tracked, options: options,
        keyType: keyType)
    else { return nil }
    stored.inputNames = lines.inputs

    let frame = Frame(slotCount: (runs.map(\.rule.rowSlot).max() ?? 0) + 1 + widest(runs))
    var waiting: [RuleProbe] = []
    var taking: [RuleProbe] = []
    var current: LineScan.Line?
    return try lines.forEachLine { line in
      waiting.removeAll(keepingCapacity: true)
      taking.removeAll(keepingCapacity: true)
      for probe in probes {
        switch probe.judge(line, nil) {
        case .done: break
        case .needsRow: waiting.append(probe)
        case .take: taking.append(probe)
        }
      }
      current = line
      return waiting.isEmpty && taking.isEmpty
    } row: { decoded, wasGlanced in
      guard wasGlanced, let line = current else {
        for run in runs { run.take(decoded.row) }
        return
      }
      // Some rules have counted the line already: should it turn out to be no row, all start again.
      if decoded.rejectReason != nil { throw LineScan.Undecided() }
      for probe in waiting {
        frame.slots[probe.run.rule.rowSlot] = .row(.row(decoded.row))
        let verdict = probe.judge(line) {
          self.evaluator.beginSteps()
          return self.evaluator.datum($0, frame)
        }
        if verdict != .done { probe.run.take(decoded.row) }
      }
      for probe in taking { probe.run.take(decoded.row) }
    }
  }

  private func widest(_ runs: [RuleRun]) -> Int { runs.map(\.rule.slotCount).max() ?? 0 }
}
