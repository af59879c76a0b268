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
  /// Rows whose keys had to be compared.
  private var compared: [Row] = []
  private var isOpen: [Bool] = []

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

  /// Hands over the rows whose keys had to be compared, and settles the groups.
  ///
  /// - Throws: `ReadFailure` when the inputs changed meanwhile, `LineScanner.Undecided` when there was no readable record.
  func finish(bytes: Int64) throws {
    compared = try ledger.close(bytes: bytes)
    for row in compared {
      for lane in lanes { lane.run.take(row) }
      for group in groups { group.take(row) }
      for run in others { run.take(row) }
    }
    for group in groups { isOpen.append(!group.settle().isEmpty) }
  }

  /// Reads the rows of groups that are not settled again, each from its place.
  ///
  /// - Returns: false where they can't be: another pass has to be made.
  func reread(_ sources: [any ByteSource], _ scanner: LineScanner) throws -> Bool {
    let rows = Dictionary(
      compared.map { (LinePlace($0.origin), $0) }, uniquingKeysWith: { first, _ in first })
    var found: [(run: RuleRun, row: Row)] = []
    for (index, group) in groups.enumerated() where isOpen[index] {
      guard let places = group.openPlaces() else { return false }
      for place in places {
        if let row = rows[place] {
          found.append((group.run, row))
          continue
        }
        guard sources.indices.contains(Int(place.input)),
          let bytes = try sources[Int(place.input)].bytes(
            from: place.start, count: Int(place.count))
        else { return false }
        let row = try scanner.row(
          bytes, input: Int(place.input), line: Int(place.line), start: place.start)
        found.append((group.run, row))
      }
    }
    for (run, row) in found { run.take(row) }
    return true
  }

  /// The rows of groups that are not settled, gathered in another pass.
  func collect(_ worker: NativeWorker, _ chunks: LineChunks) throws {
    while let chunk = try chunks.next() {
      worker.renew()
      _ = try worker.scanner.scan(chunk) { batch in
        for (index, group) in groups.enumerated() where isOpen[index] {
          for decoded in batch.odd { group.collect(decoded.row) }
          try group.collect(batch, of: worker.groups[index]) { try worker.scanner.row(Int($0)) }
        }
      }
    }
    for (index, group) in groups.enumerated() where isOpen[index] {
      for row in compared { group.collect(row) }
    }
  }
}
