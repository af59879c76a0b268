import CPCRE2

/// A compiled regular expression; searches are safe from any number of threads at once.
///
/// It is PCRE2 in UTF mode cut down to what is portable: no back-references, look-around, lazy,
/// possessive or nested unbounded repeats. `\d \w \s \b` are ASCII, `.` is all but line feed and `$`
/// is the very end.
public final class Pattern: Sendable {
  /// As written, without slashes and flags.
  public let source: String
  /// `i` or nothing.
  public let flags: String
  public let tree: PatternTree
  private let code: PatternCode

  private init(source: String, flags: String, tree: PatternTree, code: PatternCode) {
    self.source = source
    self.flags = flags
    self.tree = tree
    self.code = code
  }

  /// The pattern ready to search with, or the first thing in it that is not allowed.
  ///
  /// The one flag is `i`: upper and lower case are alike.
  public static func compile(
    _ pattern: String, flags: String = ""
  ) -> Result<Pattern, PatternProblem> {
    if let unknown = flags.unicodeScalars.first(where: { $0 != "i" }) {
      let length = pattern.utf8.count
      return .failure(
        PatternProblem(
          start: length, end: length, reason: "`\(unknown)` is not a flag",
          hint: "the one flag is `i`"))
    }
    return PatternParser.parse(pattern).flatMap { tree in
      PatternCode.compile(pattern, isCaseless: !flags.isEmpty).map { code in
        Pattern(source: pattern, flags: flags.isEmpty ? "" : "i", tree: tree, code: code)
      }
    }
  }

  /// Whether the pattern occurs anywhere in the text.
  public func matches(_ text: String) -> PatternMatch {
    var copy = text
    return copy.withUTF8 { code.search($0) }
  }

  /// Whether the pattern occurs anywhere in these bytes, which must be valid UTF-8.
  public func matches(validUTF8 bytes: UnsafeBufferPointer<UInt8>) -> PatternMatch {
    code.search(bytes)
  }
}

extension Pattern: Hashable {
  public static func == (one: Pattern, other: Pattern) -> Bool {
    one.flags == other.flags && one.source.utf8.elementsEqual(other.source.utf8)
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(flags)
    for byte in source.utf8 { hasher.combine(byte) }
  }
}
