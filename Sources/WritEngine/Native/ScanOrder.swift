import WritChecker
import WritTables
import WritValues

/// Puts together, in the order of the input, what threads made of its chunks: keys are compared, groups counted.
final class ScanOrder {
  private var ledger: LineLedger
  private let groups: [GroupTally]
  private let others: [RuleRun]
  private let lanes: [RuleLane]
  private var waiting: [Int: (output: NativeWorker.Output, worker: NativeWorker)] = [:]
  private var next = 0

  var report: ReadReport { ledger.report }

  /// Nil when a zone of some window is not known.
  init?(worker: NativeWorker, stored: StoredDataset, suspects: Suspects?) {
    ledger = LineLedger(schema: stored.schema, names: stored.inputNames, suspects: suspects)
    var groups: [GroupTally] = []
    for lane in worker.groups {
      guard
        let tally = GroupTally(
          run: lane.run, plan: lane.plan, evaluator: worker.evaluator,
          lateness: stored.schema.order?.lateness ?? 0)
      else { return nil }
      groups.append(tally)
    }
    self.groups = groups
    others = worker.others
    lanes = worker.lanes
  }

  /// - Throws: `LineScanner.Undecided` when a key may stand twice or a row comes later than the lateness.
  func take(_ output: NativeWorker.Output, number: Int, of worker: NativeWorker) throws {
    waiting[number] = (output, worker)
    while let (output, worker) = waiting.removeValue(forKey: next) {
      next += 1
      try ledger.add(output.tally)
      for (index, group) in groups.enumerated() {
        group.add(output.entries[index], of: worker.groups[index], output.taken[index])
      }
      for row in output.rows { for run in others { run.take(row) } }
    }
  }

  /// Hands over the rows whose keys had to be compared, settles the groups, and reads the rows of those that are not
  /// settled again.
  ///
  /// - Throws: `ReadFailure` when the inputs changed meanwhile, `LineScanner.Undecided` when there was no readable record or
  ///   rows can't be read again.
  func finish(_ sources: [any ByteSource], _ scanner: LineScanner, bytes: Int64) throws {
    let rows = try ledger.close(bytes: bytes)
    for row in rows {
      for lane in lanes { lane.run.take(row) }
      for group in groups { group.take(row) }
      for run in others { run.take(row) }
    }
    let compared = Dictionary(
      rows.map { (LinePlace($0.origin), $0) }, uniquingKeysWith: { first, _ in first })
    for group in groups {
      if group.settle().isEmpty { continue }
      guard let places = group.openPlaces() else { throw LineScanner.Undecided() }
      for place in places {
        if let row = compared[place] {
          group.run.take(row)
          continue
        }
        guard sources.indices.contains(Int(place.input)),
          let source = sources[Int(place.input)] as? any SeekableSource
        else { throw LineScanner.Undecided() }
        let bytes = try source.bytes(from: place.start, count: Int(place.count))
        group.run.take(
          try scanner.row(
            bytes, input: Int(place.input), line: Int(place.line), start: place.start))
      }
    }
  }
}
