import CPCRE2
import Synchronization

/// Compiled PCRE2 programs of one pattern, and the scratch memory their searches borrow.
///
/// Unchecked because the pointers are opaque to the compiler: the programs are never written after
/// `compile`, and each scratch belongs to one search at a time.
final class PatternCode: @unchecked Sendable {
  /// Backtracking beyond this hands over to the matcher that does not backtrack.
  private static let matchLimit: UInt32 = 1_000_000
  private static let heapLimitKiB: UInt32 = 16_384
  /// That matcher's cost grows with states times bytes; both are bounded so that it always ends.
  private static let maximumSteadyBytes = 1 << 15
  private static let workspaceCount = 1_536

  private let program: OpaquePointer
  /// `.*` and the pattern, anchored: one pass over the text instead of one from each byte.
  private let steady: OpaquePointer?
  private let scratches = Mutex<[Scratch]>([])

  private init(program: OpaquePointer, steady: OpaquePointer?) {
    self.program = program
    self.steady = steady
  }

  deinit {
    pcre2_code_free_8(program)
    pcre2_code_free_8(steady)
  }

  static func compile(
    _ pattern: String, isCaseless: Bool
  ) -> Result<PatternCode, PatternProblem> {
    let options =
      UInt32(PCRE2_UTF) | UInt32(PCRE2_DOLLAR_ENDONLY) | UInt32(PCRE2_NEVER_UCP)
      | UInt32(PCRE2_NEVER_BACKSLASH_C) | (isCaseless ? UInt32(PCRE2_CASELESS) : 0)
    switch program(pattern, options: options) {
    case .failure(let problem): return .failure(problem)
    case .success(let main):
      // Without JIT, on a platform that lacks it, searches are slower and otherwise the same.
      _ = pcre2_jit_compile_8(main, UInt32(PCRE2_JIT_COMPLETE))
      let anchored = options | UInt32(PCRE2_ANCHORED) | UInt32(PCRE2_NO_AUTO_POSSESS)
      let steady = try? program("(?s:.*)(?:\(pattern))", options: anchored).get()
      return .success(PatternCode(program: main, steady: steady))
    }
  }

  static func program(
    _ pattern: String, options: UInt32
  ) -> Result<OpaquePointer, PatternProblem> {
    let context = pcre2_compile_context_create_8(nil)
    defer { pcre2_compile_context_free_8(context) }
    pcre2_set_newline_8(context, UInt32(PCRE2_NEWLINE_LF))
    pcre2_set_parens_nest_limit_8(context, UInt32(PatternParser.maximumDepth) + 2)
    var code: Int32 = 0
    var offset = 0
    let bytes = Array(pattern.utf8) + [0]
    let compiled = bytes.withUnsafeBufferPointer {
      pcre2_compile_8($0.baseAddress, bytes.count - 1, options, &code, &offset, context)
    }
    if let compiled { return .success(compiled) }
    let start = min(offset, bytes.count - 1)
    return .failure(PatternProblem(start: start, end: start, reason: message(code)))
  }

  private static func message(_ code: Int32) -> String {
    var buffer = [UInt8](repeating: 0, count: 256)
    let length = buffer.withUnsafeMutableBufferPointer {
      pcre2_get_error_message_8(code, $0.baseAddress, $0.count)
    }
    return length > 0
      ? String(decoding: buffer.prefix(Int(length)), as: UTF8.self) : "it does not compile"
  }

  // MARK: Searching

  func search(_ text: UnsafeBufferPointer<UInt8>) -> PatternMatch {
    guard let scratch = scratches.withLock({ $0.popLast() }) ?? Scratch() else { return .limit }
    defer { scratches.withLock { $0.append(scratch) } }
    guard let start = text.baseAddress else {
      let nothing: [UInt8] = [0]
      return nothing.withUnsafeBufferPointer { bytes in
        bytes.baseAddress.map { search($0, count: 0, with: scratch) } ?? .limit
      }
    }
    return search(start, count: text.count, with: scratch)
  }

  private func search(
    _ start: UnsafePointer<UInt8>, count: Int, with scratch: Scratch
  ) -> PatternMatch {
    // The caller's text is valid UTF-8, so checking it again would only cost.
    let result = pcre2_match_8(
      program, start, count, 0, UInt32(PCRE2_NO_UTF_CHECK), scratch.data, scratch.context)
    if result >= 0 { return .yes }
    if result == PCRE2_ERROR_NOMATCH { return .no }
    guard let steady, count <= Self.maximumSteadyBytes else { return .limit }
    let options = UInt32(PCRE2_NO_UTF_CHECK) | UInt32(PCRE2_DFA_SHORTEST)
    let answer = withUnsafeTemporaryAllocation(of: Int32.self, capacity: Self.workspaceCount) {
      pcre2_dfa_match_8(
        steady, start, count, 0, options, scratch.data, scratch.context, $0.baseAddress, $0.count)
    }
    if answer >= 0 { return .yes }
    return answer == PCRE2_ERROR_NOMATCH ? .no : .limit
  }

  /// What one search needs of its own; kept for the next one.
  private final class Scratch: @unchecked Sendable {
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
      pcre2_set_match_limit_8(context, PatternCode.matchLimit)
      pcre2_set_depth_limit_8(context, PatternCode.matchLimit)
      pcre2_set_heap_limit_8(context, PatternCode.heapLimitKiB)
      pcre2_jit_stack_assign_8(context, nil, UnsafeMutableRawPointer(stack))
    }

    deinit {
      pcre2_match_data_free_8(data)
      pcre2_match_context_free_8(context)
      pcre2_jit_stack_free_8(stack)
    }
  }
}
