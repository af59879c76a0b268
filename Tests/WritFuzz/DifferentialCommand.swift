import Foundation
import Synchronization
import WritDifferential

/// `WritFuzz differential …`: cases on all cores; the first that goes wrong is shrunk and written to a folder.
struct DifferentialCommand {
  /// Seconds one case may take.
  private static let caseSeconds = 60.0

  private let folder: URL
  private let checks: CaseChecks
  private let run: DifferentialRun

  init(folder: URL, engines: [any DifferentialEngine]) {
    self.folder = folder
    checks = CaseChecks(engines: engines)
    run = DifferentialRun(checks: checks)
  }

  /// - Parameter amount: `100000` cases, `60s`, `seed:17`, or the folder of a case.
  /// - Returns: whether everything held.
  func callAsFunction(_ amount: String, firstSeed: UInt64) throws -> Bool {
    if let count = Int(amount) { return try runAll(from: firstSeed, count: count, seconds: nil) }
    if amount.hasSuffix("s"), let seconds = Double(amount.dropLast()) {
      return try runAll(from: firstSeed, count: nil, seconds: seconds)
    }
    if amount.hasPrefix("seed:"), let seed = UInt64(amount.dropFirst(5)) {
      return try replay(GeneratedCase(seed: seed).rendered)
    }
    if amount.hasPrefix("crash:"), let seed = UInt64(amount.dropFirst(6)) {
      return try shrinkCrash(seed)
    }
    return try replay(CaseFolder.read(URL(filePath: amount)))
  }

  private func replay(_ source: DifferentialCase) throws -> Bool {
    Output.say(source.policy)
    do {
      let report = try checks.run(source, isThorough: true)
      for one in report.disagreements { Output.say("\(one.check):\n\(one.detail)") }
      if report.disagreements.isEmpty { Output.say("fuzz: differential: ok") }
      return report.disagreements.isEmpty
    } catch let refusal as PreparedCase.Refusal {
      Output.say("refused:\n\(refusal)")
      return true
    }
  }

  // MARK: Crashes

  /// Shrinks a case that ends the process, each candidate in a process of its own.
  private func shrinkCrash(_ seed: UInt64) throws -> Bool {
    let path = folder.appending(path: "differential-crash")
    var environment = ProcessInfo.processInfo.environment
    environment["SWIFT_BACKTRACE"] = "enable=no"
    func crashes(_ candidate: GeneratedCase) -> Bool {
      let source = candidate.rendered
      do {
        _ = try PreparedCase(source)
        try CaseFolder.write(source, to: path, note: "the process ends")
        let process = Process()
        process.executableURL = URL(filePath: CommandLine.arguments[0])
        // A server for each candidate would take minutes.
        process.arguments = ["differential", path.path, "--engines", "native,sqlite"]
        process.environment = environment
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationReason == .uncaughtSignal
      } catch {
        return false
      }
    }
    let start = GeneratedCase(seed: seed)
    guard crashes(start) else {
      Output.say("fuzz: differential: seed \(seed) does not end the process")
      return true
    }
    var shrinker = Shrinker(budget: 1500, fails: crashes)
    let small = shrinker.shrink(start).rendered
    try CaseFolder.write(small, to: path, note: "the process ends")
    Output.say("fuzz: differential: FAILED: crash, seed \(seed), shrunk to \(path.relativePath)")
    say(small)
    return false
  }

  private func say(_ source: DifferentialCase) {
    Output.say(source.policy)
    for file in source.datasets.flatMap(\.files) {
      Output.say("\(file.name):\n\(file.text.prefix(2000))")
    }
  }

  // MARK: All

  private struct State: Sendable {
    var next: UInt64
    var tally = DifferentialRun.Tally()
    /// By worker: the seed at hand and when it was begun.
    var current: [Int: (seed: UInt64, since: Date)] = [:]
    var slowest: (seconds: Double, seed: UInt64) = (0, 0)
  }

  private func runAll(from first: UInt64, count: Int?, seconds: Double?) throws -> Bool {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let start = Date()
    let workers = max(1, ProcessInfo.processInfo.activeProcessorCount)
    let shared = Shared(State(next: first))
    Output.say(
      "fuzz: differential: seeds from \(first) on \(workers) threads; "
        + "seeds at hand are in \(folder.relativePath)/differential-current-*")
    watch(shared)
    let end = count.map { first &+ UInt64(max(0, $0)) }
    let paths = (0..<workers).map { folder.appending(path: "differential-current-\($0)") }
    DispatchQueue.concurrentPerform(iterations: workers) { worker in
      while true {
        let seed = shared.state.withLock { state -> UInt64? in
          if let end, state.next >= end { return nil }
          if let seconds, Date().timeIntervalSince(start) >= seconds { return nil }
          if state.tally.failures.count >= 20 { return nil }
          defer { state.next += 1 }
          state.current[worker] = (state.next, Date())
          return state.next
        }
        guard let seed else { break }
        // Should it crash, this is the case.
        try? Data("\(seed)\n".utf8).write(to: paths[worker])
        var tally = DifferentialRun.Tally()
        let begun = Date()
        run.run(seed: seed, into: &tally)
        let took = Date().timeIntervalSince(begun)
        shared.state.withLock { state in
          state.tally.add(tally)
          if took > state.slowest.seconds { state.slowest = (took, seed) }
        }
      }
      shared.state.withLock { $0.current[worker] = nil }
    }
    let (tally, slowest) = shared.state.withLock { ($0.tally, $0.slowest) }
    Output.say("fuzz: differential: the slowest, seed \(slowest.seed), took \(slowest.seconds) s")
    report(tally, seconds: Date().timeIntervalSince(start))
    return try tally.failures.isEmpty || tell(tally.failures)
  }

  private final class Shared: Sendable {
    let state: Mutex<State>

    init(_ start: State) { state = Mutex(start) }
  }

  /// Ends the process when a case never ends.
  private func watch(_ shared: Shared) {
    Thread.detachNewThread {
      while true {
        Thread.sleep(forTimeInterval: 1)
        let late = shared.state.withLock { state in
          state.current.values.first { Date().timeIntervalSince($0.since) > Self.caseSeconds }
        }
        guard let late else { continue }
        Output.say(
          "fuzz: differential: FAILED: seed \(late.seed) takes more than \(Int(Self.caseSeconds)) s"
        )
        exit(1)
      }
    }
  }

  private func report(_ tally: DifferentialRun.Tally, seconds: Double) {
    let rate = Double(tally.cases) / max(0.001, seconds)
    let accepted = tally.cases - tally.refused
    func list(_ counts: [String: Int]) -> String {
      counts.sorted { $0.value > $1.value || $0.value == $1.value && $0.key < $1.key }
        .map { "\($0.key) \($0.value)" }.joined(separator: ", ")
    }
    Output.say("fuzz: differential: \(tally.cases) cases, \(Int(rate))/s, \(accepted) accepted")
    Output.say("fuzz: refused: \(list(tally.refusals))")
    Output.say("fuzz: outcomes: \(list(tally.outcomes))")
    Output.say("fuzz: forms: \(list(tally.forms))")
    Output.say("fuzz: rules judged: \(list(tally.judged))")
    Output.say("fuzz: rules unsupported: \(list(tally.unsupported))")
    Output.say("fuzz: for: \(list(tally.constructs))")
  }

  private func tell(_ failures: [DifferentialRun.Failure]) throws -> Bool {
    for one in failures.sorted(by: { $0.seed < $1.seed }) {
      Output.say("fuzz: seed \(one.seed): \(one.disagreement.check)")
    }
    var told: Set<String> = []
    for one in failures.sorted(by: { $0.seed < $1.seed }) {
      guard told.insert(one.disagreement.check).inserted else { continue }
      let small = run.shrink(one).rendered
      let path = folder.appending(path: "differential-\(one.disagreement.check)")
      let found = try checks.narrowed(to: one.disagreement.check).run(small, isThorough: true)
        .disagreements
        .first { $0.check == one.disagreement.check }
      let detail = found?.detail ?? one.disagreement.detail
      try CaseFolder.write(small, to: path, note: detail)
      Output.say("fuzz: differential: FAILED: \(one.disagreement.check), seed \(one.seed)")
      Output.say("fuzz: shrunk to \(path.relativePath); run it again with")
      Output.say("  WritFuzz differential \(path.relativePath)")
      say(small)
      Output.say(String(detail.prefix(3000)))
    }
    return false
  }
}
