import CPCRE2

/// PCRE2's own measure of work, the match limit, on one text.
enum StepCounter {
  /// Enough for steps linear in a text of 1,200 bytes from one start, with a large factor; far too
  /// few for its square.
  static let limit: UInt32 = 300_000

  /// Whether an anchored search ends within the limit; nil when it does not.
  static func steps(of pattern: String, on text: String) -> Bool? {
    var code: Int32 = 0
    var offset = 0
    let options =
      UInt32(PCRE2_ANCHORED) | UInt32(PCRE2_UTF) | UInt32(PCRE2_NO_START_OPTIMIZE)
      | UInt32(PCRE2_NO_AUTO_POSSESS)
    let program = Array(pattern.utf8).withUnsafeBufferPointer {
      pcre2_compile_8($0.baseAddress, $0.count, options, &code, &offset, nil)
    }
    guard let program else { return nil }
    defer { pcre2_code_free_8(program) }
    let data = pcre2_match_data_create_8(1, nil)
    defer { pcre2_match_data_free_8(data) }
    let context = pcre2_match_context_create_8(nil)
    defer { pcre2_match_context_free_8(context) }
    pcre2_set_match_limit_8(context, limit)
    let result = Array(text.utf8).withUnsafeBufferPointer {
      pcre2_match_8(program, $0.baseAddress, $0.count, 0, 0, data, context)
    }
    if result >= 0 { return true }
    return result == PCRE2_ERROR_NOMATCH ? false : nil
  }
}
