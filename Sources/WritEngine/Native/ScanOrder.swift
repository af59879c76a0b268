import WritChecker
import WritTables
import WritValues

/// Puts together, in the order of the input, what threads made of its chunks: keys are compared, groups counted.
final class ScanOrder {
  private var ledger: LineLedger
  private let groups: [GroupTally]
  private let others: [RuleRun]
  private let worker: NativeWorker
  private var waiting: [Int: (output: NativeWorker.Output, worker: Int)] = [:]
  private var next = 0
  /// Rows whose keys had to be compared.
  private var compared: [Row] = []
  private var isOpen: [Bool] = []

  var report: ReadReport { ledger.report }

  /// The grouped rules, each with what it was told of its groups.
  var runs: [RuleRun] { groups.map(\.run) + others }

  /// Nil when a zone of some window is not known.
  ///
  /// - Parameters:
  ///   - worker: is told of rows whose keys had to be compared, once all threads are done.
  ///   - evaluator: used by no thread that works on chunks.
  init?(
    scan: NativeScan, worker: NativeWorker, evaluator: Evaluator, stored: StoredDataset,
    rules: [CheckedRule], suspects: Suspects?
  ) {
    ledger = LineLedger(schema: stored.schema, names: stored.inputNames, suspects: suspects)
    var groups: [GroupTally] = []
    for lane in worker.groups {
      guard
        let tally = GroupTally(
          run: scan.run(lane.rule, evaluator), plan: lane.plan, evaluator: evaluator,
          lateness: stored.schema.order?.lateness ?? 0, placesKept: scan.placesKept)
      else { return nil }
      groups.append(tally)
    }
    self.groups = groups
    others = worker.others.map { scan.run($0, evaluator) }
    self.worker = worker
  }

  /// - Parameters:
  ///   - number: the chunk's.
  ///   - worker: the number of the thread that went through it.
  /// - Returns: how many chunks came to their turn.
  /// - Throws: `LineScanner.Undecided` when a key may stand twice or a row comes later than the lateness.
  func take(_ output: NativeWorker.Output, number: Int, of worker: Int) throws -> Int {
    let first = next
    waiting[number] = (output, worker)
    while let (output, worker) = waiting.removeValue(forKey: next) {
      next += 1
      try ledger.add(output.tally)
      for (index, group) in groups.enumerated() {
        group.add(
          output.entries[index], of: worker, keys: output.groupKeys[index], output.taken[index],
          mostSteps: output.mostSteps)
      }
      for row in output.rows { for run in others { run.take(row) } }
    }
    return next - first
  }

  /// Hands over the rows whose keys had to be compared, and settles the groups.
  ///
  /// - Throws: `ReadFailure` when the inputs changed meanwhile, `LineScanner.Undecided` when there was no readable record.
  func finish(bytes: Int64) throws {
    compared = try ledger.close(bytes: bytes)
    for row in compared {
      worker.take(row)
      for group in groups { group.take(row) }
      for run in others { run.take(row) }
    }
    for group in groups { isOpen.append(!group.settle().isEmpty) }
  }

  /// Reads the rows of groups that are not settled again, each from its place.
  ///
  /// - Returns: false where they can't be: another pass has to be made.
  /// - Throws: `LineScanner.Undecided` when other rows stand there by now.
  func reread(_ sources: [any ByteSource], _ scanner: LineScanner) throws -> Bool {
    let rows = Dictionary(
      compared.map { (LinePlace($0.origin), $0) }, uniquingKeysWith: { first, _ in first })
    var found: [(run: RuleRun, row: Row)] = []
    for (index, group) in groups.enumerated() where isOpen[index] {
      guard let places = group.openPlaces() else { return false }
      for (key, place) in places {
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
        guard group.key(of: row) == key else { throw LineScanner.Undecided() }
        found.append((group.run, row))
      }
    }
    for (run, row) in found { run.take(row) }
    return true
  }

  /// The rows of groups that are not settled, gathered in another pass.
  ///
  /// - Throws: `LineScanner.Undecided` when the inputs changed meanwhile.
  func collect(_ worker: NativeWorker, _ chunks: LineChunks) throws {
    var digest = Suspects.Digest()
    while let chunk = try chunks.next() {
      worker.renew()
      let tally = try worker.scanner.scan(chunk) { batch in
        for (index, group) in groups.enumerated() where isOpen[index] {
          for decoded in batch.odd { group.collect(decoded.row) }
          try group.collect(batch, of: worker.groups[index]) { try worker.scanner.row(Int($0)) }
        }
      }
      digest.note(tally)
    }
    guard digest == ledger.digest else { throw LineScanner.Undecided() }
    for (index, group) in groups.enumerated() where isOpen[index] {
      for row in compared { group.collect(row) }
    }
  }
}
