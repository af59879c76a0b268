import Synchronization
import Testing
import WritValues

@testable import WritEngine
@testable import WritTables

/// A source that counts how often it was opened: one pass over it is the native engine's, the reference makes two.
final class WatchedSource: ByteSource {
  let name: String
  private let bytes: [UInt8]
  private let isSeekable: Bool
  private let count = Mutex(0)

  /// - Parameter isSeekable: false: it can only be read from front to back.
  init(name: String, text: String, isSeekable: Bool = true) {
    self.name = name
    bytes = Array(text.utf8)
    self.isSeekable = isSeekable
  }

  var opened: Int { count.withLock { $0 } }

  func open() throws -> any ByteStream {
    count.withLock { $0 += 1 }
    return try MemorySource(name: name, bytes: bytes).open()
  }

  func bytes(from offset: Int64, count: Int) throws -> [UInt8]? {
    isSeekable ? MemorySource(name: name, bytes: bytes).bytes(from: offset, count: count) : nil
  }
}

/// One way to run the native engine, which must make no difference.
struct NativeRun: Sendable, CustomStringConvertible {
  var threads = 1
  var blockSize = ReadOptions().blockSize
  var placesKept = EvaluationOptions(now: Timestamp(microseconds: 0)).placesKept
  var numberedValues = ReadOptions().numberedValues

  var description: String {
    "\(threads) threads, blocks of \(blockSize), \(placesKept) places, \(numberedValues) values"
  }

  static let all = [
    NativeRun(), NativeRun(threads: 2, blockSize: 1), NativeRun(blockSize: 64),
    NativeRun(threads: 2, blockSize: 4096), NativeRun(threads: 3, blockSize: 700, placesKept: 0),
    NativeRun(threads: 2, blockSize: 300, placesKept: 4, numberedValues: 3),
    NativeRun(blockSize: 1, numberedValues: 0),
  ]

  func set(_ options: inout EvaluationOptions) {
    options.engine = .native
    options.threads = threads
    options.placesKept = placesKept
    options.readOptions.blockSize = blockSize
    options.readOptions.numberedValues = numberedValues
  }
}

extension PolicyEvaluation {
  /// Expects the native engine to come to the whole result that the reference comes to, however it runs.
  ///
  /// - Returns: the result.
  @discardableResult
  func expectOneResult(
    _ rules: String..., runs: [NativeRun] = NativeRun.all,
    sourceLocation: SourceLocation = #_sourceLocation,
    _ change: (inout EvaluationOptions) -> Void = { _ in }
  ) -> EvaluationResult {
    let reference = evaluate(rules: rules) { options in
      options.engine = .reference
      change(&options)
    }
    for run in runs {
      let native = evaluate(rules: rules) { options in
        change(&options)
        run.set(&options)
      }
      Self.compare(native, reference, "\(rules) \(run)", sourceLocation)
    }
    return reference
  }

  private static func compare(
    _ native: EvaluationResult, _ reference: EvaluationResult, _ what: String,
    _ sourceLocation: SourceLocation
  ) {
    let (one, other) = (Array("\(native)".utf8), Array("\(reference)".utf8))
    guard one != other else { return }
    let shared = zip(one, other).prefix { $0 == $1 }.count
    func part(_ text: [UInt8]) -> String {
      String(decoding: text.dropFirst(max(0, shared - 250)).prefix(500), as: UTF8.self)
    }
    Issue.record(
      "\(what)\nnative:    …\(part(one))\nreference: …\(part(other))",
      sourceLocation: sourceLocation)
  }
}
