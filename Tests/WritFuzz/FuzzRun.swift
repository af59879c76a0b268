import Foundation

/// Runs a target over inputs made of its seeds until the time is up or something breaks.
struct FuzzRun {
  /// Seconds of processor time that one input may take.
  private static let inputSeconds = 2.0
  /// Inputs kept because they brought about something new; then the new ones take others' places.
  private static let corpusLimit = 4000

  let target: any FuzzTarget
  let folder: URL
  private let current: FileHandle

  /// - Throws: what the file system throws.
  init(target: any FuzzTarget, folder: URL) throws {
    self.target = target
    self.folder = folder
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let path = folder.appending(path: "\(target.name)-current")
    try Data().write(to: path)
    current = try FileHandle(forUpdating: path)
    // What never ends is ended; the input is in the file.
    signal(SIGALRM) { _ in
      let words = "fuzz: FAILED: an input takes more than 20 seconds\n"
      words.withCString { _ = write(2, $0, strlen($0)) }
      _exit(1)
    }
  }

  /// Whether everything held.
  func run(seeds: [[UInt8]], seconds: Double, seed: UInt64) throws -> Bool {
    var corpus: [[UInt8]] = []
    var known: Set<String> = []
    var executions = 0
    let start = Date()
    for input in seeds {
      executions += 1
      guard let traits = try attempt(input, "a seed, unchanged") else { return false }
      corpus.append(input)
      known.insert(traits)
    }
    let mutator = Mutator(words: target.words)
    var random = RandomSource(seed: seed)
    while Date().timeIntervalSince(start) < seconds {
      let parent = corpus[random.below(corpus.count)]
      let other = corpus[random.below(corpus.count)]
      let input = mutator.mutate(parent, with: other, using: &random)
      executions += 1
      guard let traits = try attempt(input, "seed \(seed), execution \(executions)") else {
        return false
      }
      guard known.insert(traits).inserted else { continue }
      if corpus.count < seeds.count + Self.corpusLimit {
        corpus.append(input)
      } else {
        // The seeds stay.
        corpus[seeds.count + random.below(corpus.count - seeds.count)] = input
      }
    }
    let rate = Double(executions) / max(0.001, Date().timeIntervalSince(start))
    Output.say(
      "fuzz: \(target.name): \(executions) executions, \(Int(rate))/s, "
        + "\(corpus.count) inputs kept, seed \(seed): ok")
    return true
  }

  /// Runs one input and says what breaks; what it brought about, or nil.
  func attempt(_ input: [UInt8], _ origin: String) throws -> String? {
    do {
      return try tryOut(input)
    } catch let broken as BrokenInvariant {
      let small = try shrink(input, kind: broken.kind)
      let path = folder.appending(path: "\(target.name)-failure")
      try Data(small).write(to: path)
      var detail = broken.detail
      do { _ = try tryOut(small) } catch let again as BrokenInvariant { detail = again.detail }
      Output.say("fuzz: \(target.name): FAILED: \(broken.kind) (\(origin))")
      Output.say("fuzz: \(small.count) bytes in \(path.relativePath)")
      Output.say(String(detail.prefix(2000)))
      return nil
    }
  }

  private func tryOut(_ input: [UInt8]) throws -> String {
    try current.truncate(atOffset: 0)
    try current.write(contentsOf: input)
    alarm(20)
    defer { alarm(0) }
    let before = clock()
    let traits = try target.run(input)
    let took = Double(clock() - before) / Double(CLOCKS_PER_SEC)
    try expect(took <= Self.inputSeconds, "slow", "took \(took) s")
    return Set(traits).sorted().joined(separator: " ")
  }

  /// The input without the parts that don't matter to what breaks.
  private func shrink(_ input: [UInt8], kind: String) throws -> [UInt8] {
    var best = input
    let end = Date().addingTimeInterval(15)
    var size = best.count / 2
    while size > 0 {
      var offset = 0
      while offset < best.count, Date() < end {
        var part = best
        part.removeSubrange(offset..<min(best.count, offset + size))
        do {
          _ = try tryOut(part)
          offset += size
        } catch let broken as BrokenInvariant {
          if broken.kind == kind { best = part } else { offset += size }
        }
      }
      size /= 2
    }
    return best
  }
}
