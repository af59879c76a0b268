import Dispatch
import Synchronization
import WritChecker
import WritTables
import WritValues

/// The native engine's pass over a streamed dataset, for all rules at once: conditions are judged column by column, each
/// distinct value once, and only rows that come to a finding, or can't be told from their values alone, are decoded for
/// the evaluator.
struct NativeScan {
  let program: CheckedProgram
  let dataset: Int
  let options: ReadOptions
  let keyType: @Sendable (DatasetName) -> ValueType
  let threads: Int
  /// The fields that some rule reads.
  let wanted: Set<Int>
  /// An evaluator for another thread, over the same datasets.
  let evaluator: () -> Evaluator
  let run: (CheckedRule, Evaluator) -> RuleRun
  /// Rows of groups are remembered by place up to here; beyond, the dataset is gone through again.
  let placesKept: Int

  struct Result {
    var runs: [RuleRun]
    var report: ReadReport
  }

  /// Runs the rules over the stream; nil where the dataset can't be read so.
  ///
  /// Keys are compared as they come, remembering as much as the lateness asks for; where that can't tell, because rows
  /// come later or keys may stand twice, a pass before tells which keys are to be compared.
  ///
  /// - Throws: `LineScanner.Undecided` for what only a reader line by line can tell, and what sources throw.
  func scan(_ stored: StoredDataset, _ rules: [CheckedRule]) throws -> Result? {
    guard stored.stale == nil, stored.schema.completePer == nil,
      let sources = LineScanner.sources(of: stored.delivery.inputs)
    else { return nil }
    stored.inputNames = sources.map(\.name)
    do {
      return try scan(stored, rules, sources, suspects: nil)
    } catch is LineScanner.Undecided {
      guard
        let scanner = LineScanner(
          schema: stored.schema, inputs: stored.delivery.inputs, columns: [], wanted: [],
          suspects: [], options: options, keyType: keyType)
      else { return nil }
      let suspects = try Suspects(
        chunks(sources), scanner, lateness: stored.schema.order?.lateness)
      return try scan(stored, rules, sources, suspects: suspects)
    }
  }

  private func chunks(_ sources: [any ByteSource]) -> LineChunks {
    LineChunks(sources: sources, size: options.blockSize, limit: options.recordLimit)
  }

  private func scan(
    _ stored: StoredDataset, _ rules: [CheckedRule], _ sources: [any ByteSource],
    suspects: Suspects?
  ) throws -> Result? {
    var workers: [NativeWorker] = []
    for _ in 0..<max(1, threads) {
      guard
        let worker = NativeWorker(
          scan: self, stored: stored, rules: rules, suspects: suspects?.keys ?? [])
      else { return nil }
      workers.append(worker)
    }
    // Threads put chunks in order while others work: no evaluator is used by two.
    let evaluator = workers.count == 1 ? workers[0].evaluator : evaluator()
    guard
      let order = ScanOrder(
        scan: self, worker: workers[0], evaluator: evaluator, stored: stored, rules: rules,
        suspects: suspects)
    else { return nil }
    let read = chunks(sources)
    try Self.run(workers, read, order)
    try order.finish(bytes: read.bytesRead)
    if try !order.reread(sources, workers[0].scanner) {
      try order.collect(workers[0], chunks(sources))
    }
    return result(workers, order)
  }

  /// Each worker takes the next chunk; what chunks came to is put together in their order.
  private static func run(
    _ workers: [NativeWorker], _ chunks: LineChunks, _ order: ScanOrder
  ) throws {
    guard workers.count > 1 else {
      while let chunk = try chunks.next() {
        _ = try order.take(workers[0].process(chunk), number: chunk.number, of: 0)
      }
      return
    }
    let shared = SharedScan(workers: workers, chunks: chunks, order: order)
    DispatchQueue.concurrentPerform(iterations: workers.count) { shared.work($0) }
    if let failure = shared.failure { throw failure }
  }

  private func result(_ workers: [NativeWorker], _ order: ScanOrder) -> Result {
    var runs: [RuleRun] = []
    for (index, lane) in workers[0].lanes.enumerated() {
      for worker in workers.dropFirst() { lane.run.merge(worker.lanes[index].run) }
      runs.append(lane.run)
    }
    return Result(runs: runs + order.runs, report: order.report)
  }
}

/// What threads of one scan share. A worker is used by one thread, chunks and order under their locks.
///
/// A thread that is far ahead of the slowest waits: what is to be put in order does not pile up.
private final class SharedScan: @unchecked Sendable {
  private let workers: [NativeWorker]
  private let chunks: LineChunks
  private let order: ScanOrder
  private let reading = Mutex(false)
  private let ordering = Mutex<(any Error)?>(nil)
  /// How many more chunks may be taken.
  private let room = DispatchSemaphore(value: 0)

  private static let chunksAhead = 4

  init(workers: [NativeWorker], chunks: LineChunks, order: ScanOrder) {
    self.workers = workers
    self.chunks = chunks
    self.order = order
    for _ in 0..<(Self.chunksAhead * workers.count) { room.signal() }
  }

  var failure: (any Error)? { ordering.withLock { $0 } }

  func work(_ index: Int) {
    let worker = workers[index]
    do {
      while let chunk = try next() {
        let output = try worker.process(chunk)
        let taken = try ordering.withLock { failure in
          guard failure == nil else { return 1 }
          do {
            return try order.take(output, number: chunk.number, of: index)
          } catch {
            // Before anybody else gets the lock: what comes next would build on a chunk that was not added.
            failure = error
            throw error
          }
        }
        for _ in 0..<taken { room.signal() }
      }
    } catch {
      ordering.withLock { if $0 == nil { $0 = error } }
    }
    // Whoever still waits finds out that there is nothing left.
    room.signal()
  }

  private func next() throws -> LineChunk? {
    room.wait()
    if failure != nil { return nil }
    return try reading.withLock { _ in try chunks.next() }
  }
}
