import CPCRE2
import WritPatterns

/// A detector's compiled pattern: anchored for what the gate lets through, unanchored for patterns
/// without a gate and for tests.
///
/// Unchecked because the pointers are opaque to the compiler: programs are never written after
/// compilation.
final class DetectorCode: @unchecked Sendable {
  private let anchored: OpaquePointer
  private let searching: OpaquePointer
  /// Whether the anchored program runs as machine code; where the system forbids that, PCRE2's
  /// interpreter runs it under the same limits.
  let isNative: Bool

  private init(anchored: OpaquePointer, searching: OpaquePointer, isLong: Bool) {
    self.anchored = anchored
    self.searching = searching
    let modes = UInt32(PCRE2_JIT_COMPLETE) | (isLong ? UInt32(PCRE2_JIT_PARTIAL_HARD) : 0)
    isNative = pcre2_jit_compile_8(anchored, modes) == 0
    _ = pcre2_jit_compile_8(searching, UInt32(PCRE2_JIT_COMPLETE))
  }

  deinit {
    pcre2_code_free_8(anchored)
    pcre2_code_free_8(searching)
  }

  static func compile(_ pattern: DetectorPattern) -> Result<DetectorCode, PatternProblem> {
    var options = pattern.compileOptions
    // Logs hold broken UTF-8; no character of a pattern matches it.
    if pattern.needsUTF { options |= UInt32(PCRE2_MATCH_INVALID_UTF) }
    let anchoring = UInt32(PCRE2_ANCHORED) | UInt32(PCRE2_NO_START_OPTIMIZE)
    switch program(pattern.source, options | anchoring) {
    case .failure(let problem): return .failure(problem)
    case .success(let anchored):
      switch program(pattern.source, options) {
      case .failure(let problem):
        pcre2_code_free_8(anchored)
        return .failure(problem)
      case .success(let searching):
        return .success(
          DetectorCode(
            anchored: anchored, searching: searching, isLong: pattern.mayPassWindow))
      }
    }
  }

  private static func program(
    _ source: String, _ options: UInt32
  ) -> Result<OpaquePointer, PatternProblem> {
    let context = pcre2_compile_context_create_8(nil)
    defer { pcre2_compile_context_free_8(context) }
    pcre2_set_newline_8(context, UInt32(PCRE2_NEWLINE_LF))
    pcre2_set_max_pattern_length_8(context, 1 << 16)
    var code: Int32 = 0
    var offset = 0
    let bytes = Array(source.utf8) + [0]
    let compiled = bytes.withUnsafeBufferPointer {
      pcre2_compile_8($0.baseAddress, bytes.count - 1, options, &code, &offset, context)
    }
    if let compiled { return .success(compiled) }
    let start = min(offset, bytes.count - 1)
    return .failure(
      PatternProblem(start: start, end: start, reason: "PCRE2 refuses it (error \(code))"))
  }

  enum Answer: Equatable {
    case none
    case found(Range<Int>)
    /// Backtracking, depth or memory went past its limit.
    case limit
  }

  /// What the pattern matches exactly at `start` of these bytes.
  func match(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int, with scratch: MatchScratch
  ) -> Answer {
    run(anchored, bytes, start, 0, scratch) ?? Answer.none
  }

  /// As `match`; nil when more text might change the answer.
  func matchPartly(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int, with scratch: MatchScratch
  ) -> Answer? {
    run(anchored, bytes, start, UInt32(PCRE2_PARTIAL_HARD), scratch)
  }

  /// The first match from `start` on.
  func search(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, with scratch: MatchScratch
  ) -> Answer {
    run(searching, bytes, start, 0, scratch) ?? Answer.none
  }

  private func run(
    _ program: OpaquePointer, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int,
    _ options: UInt32, _ scratch: MatchScratch
  ) -> Answer? {
    guard let base = bytes.baseAddress, start <= bytes.count else { return Answer.none }
    let result = pcre2_match_8(
      program, base, bytes.count, start, options, scratch.data, scratch.context)
    if result >= 0, let vector = pcre2_get_ovector_pointer_8(scratch.data) {
      // A look-behind that begins a match earlier can't be written, but is no range.
      return vector[0] <= vector[1] ? .found(Int(vector[0])..<Int(vector[1])) : Answer.none
    }
    switch result {
    case PCRE2_ERROR_NOMATCH: return Answer.none
    case PCRE2_ERROR_PARTIAL: return nil
    default: return .limit
    }
  }
}

/// What one thread's matches need of their own.
final class MatchScratch {
  /// Backtracking steps: 0.14 ms at worst as machine code.
  static let matchLimit: UInt32 = 100_000
  private static let heapLimitKiB: UInt32 = 4_096

  let data: OpaquePointer
  let context: OpaquePointer
  private let stack: OpaquePointer?

  init?() {
    guard let data = pcre2_match_data_create_8(1, nil) else { return nil }
    guard let context = pcre2_match_context_create_8(nil) else {
      pcre2_match_data_free_8(data)
      return nil
    }
    self.data = data
    self.context = context
    stack = pcre2_jit_stack_create_8(32 * 1_024, 1_024 * 1_024, nil)
    pcre2_set_match_limit_8(context, Self.matchLimit)
    pcre2_set_depth_limit_8(context, Self.matchLimit)
    pcre2_set_heap_limit_8(context, Self.heapLimitKiB)
    pcre2_jit_stack_assign_8(context, nil, UnsafeMutableRawPointer(stack))
  }

  deinit {
    pcre2_match_data_free_8(data)
    pcre2_match_context_free_8(context)
    pcre2_jit_stack_free_8(stack)
  }
}
