import CPCRE2

/// A detector's pattern, checked: it can be run on anyone's text without running away.
///
/// It is PCRE2 with bounded look-around, lazy and possessive repeats, atomic groups and `(?i:…)`, but
/// without back-references, recursion, callouts, verbs and `\C`. `\d \w \s \b` are ASCII, `.` is all
/// but line feed, `^` and `$` are the very ends of the text. Repeats that fail in exponential or
/// polynomial time are refused, so is a pattern that can match nothing.
package struct DetectorPattern: Hashable, Sendable {
  /// A match is looked for within so many bytes; what would be longer is cut there.
  package static let window = 4096
  /// Characters a look-around may look at.
  package static let maximumLook = 255

  /// As written, without slashes and flags.
  package let source: String
  /// `i` or nothing.
  package let flags: String
  /// Under the flag `i` the whole is `.caseless`.
  package let tree: PatternTree
  /// Bytes of the shortest match, at least one.
  package let minimumLength: Int
  /// Bytes of the longest match; nil is unbounded: the window bounds it.
  package let maximumLength: Int?
  /// How many bytes before a match decide on it: look-behind, `\b`, `^`.
  package let reachBefore: Int
  /// How many bytes past a match decide on it: look-ahead, `\b`, `$`.
  package let reachAfter: Int
  /// Whether it has to be run in UTF mode. Without, a byte past 0x7F is no letter of any kind, and the
  /// flag `i` knows ASCII alone; such a pattern finds the same in both modes, but for that flag.
  package let needsUTF: Bool

  /// Whether a match may have to be cut at the window's end.
  package var mayPassWindow: Bool { (maximumLength ?? Int.max) > Self.window }

  /// What PCRE2 is to compile it with.
  package var compileOptions: UInt32 {
    var options =
      UInt32(PCRE2_DOLLAR_ENDONLY) | UInt32(PCRE2_NEVER_UCP) | UInt32(PCRE2_NEVER_BACKSLASH_C)
      | UInt32(PCRE2_NO_AUTO_CAPTURE)
    if flags == "i" { options |= UInt32(PCRE2_CASELESS) }
    if needsUTF { options |= UInt32(PCRE2_UTF) }
    return options
  }

  /// The pattern with its measures, or the first thing in it that is refused, and why.
  package static func check(
    _ source: String, flags: String = ""
  ) -> Result<DetectorPattern, PatternProblem> {
    let length = source.utf8.count
    func problem(_ reason: String, _ hint: String) -> Result<DetectorPattern, PatternProblem> {
      .failure(PatternProblem(start: 0, end: length, reason: reason, hint: hint))
    }
    if let unknown = flags.unicodeScalars.first(where: { $0 != "i" }) {
      return .failure(
        PatternProblem(
          start: length, end: length, reason: "`\(unknown)` is not a flag",
          hint: "the one flag is `i`"))
    }
    return PatternParser.parse(source, dialect: .detector).flatMap { inner in
      let tree = flags.isEmpty ? inner : PatternTree.caseless(inner)
      let bytes = tree.bytes
      if bytes.minimum == 0 {
        return problem(
          "the pattern can match nothing at all", "let it take at least one character")
      }
      if bytes.minimum > window {
        return problem(
          "the shortest match has \(bytes.minimum) bytes, more than the \(window) that are looked at",
          "find its beginning instead")
      }
      switch RepeatChains.answer(for: tree) {
      case .apart: break
      case .tooMany:
        return problem(
          "it has more than \(RepeatChains.maximumKinds) kinds of unbounded repeats",
          "make several detectors of it")
      case .overlapping:
        return problem(
          "two unbounded repeats can share out the same text in many ways: the time to fail grows "
            + "with the square of its length",
          "bound one of them, `{1,64}`, or let something stand between that neither takes")
      }
      let pattern = DetectorPattern(source, flags: flags.isEmpty ? "" : "i", tree)
      return pattern.compileProblem().map { .failure($0) } ?? .success(pattern)
    }
  }

  private init(_ source: String, flags: String, _ tree: PatternTree) {
    self.source = source
    self.flags = flags
    self.tree = tree
    let bytes = tree.bytes
    minimumLength = bytes.minimum
    maximumLength = bytes.maximum
    let reach = tree.reach
    reachBefore = reach.before
    reachAfter = reach.after
    // Letters that fold past ASCII are no reason: a number's prefix is not written with them.
    needsUTF = tree.takesPastASCII
  }

  /// What PCRE2 itself refuses, if anything: a name given twice, a property it does not know.
  private func compileProblem() -> PatternProblem? {
    switch PatternCode.program(source, options: compileOptions) {
    case .success(let program):
      pcre2_code_free_8(program)
      return nil
    case .failure(let problem): return problem
    }
  }
}

extension DetectorPattern {
  package static func == (one: DetectorPattern, other: DetectorPattern) -> Bool {
    one.flags == other.flags && one.source.utf8.elementsEqual(other.source.utf8)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(flags)
    for byte in source.utf8 { hasher.combine(byte) }
  }
}

extension PatternTree {
  /// Whether some character of it, case aside, may be one past ASCII. A look-around of one character
  /// does not count: to it any byte of such a character is like the whole.
  fileprivate var takesPastASCII: Bool {
    switch self {
    case .empty, .start, .end, .wordBoundary: false
    case .scalar, .any, .shorthand, .property, .set:
      !(scalars(isCaseless: false) ?? .nothing).isASCII
    case .look(_, let inner):
      inner.takesPastASCII && !(inner.characters.maximum == 1 && inner.takesAllPastASCII)
    case .group(let inner), .atomic(let inner), .lazy(let inner), .possessive(let inner),
      .caseless(let inner), .repeat(let inner, _, _):
      inner.takesPastASCII
    case .sequence(let parts), .choice(let parts): parts.contains(where: \.takesPastASCII)
    }
  }

  /// Whether each single character of it takes all of what is past ASCII, or none.
  private var takesAllPastASCII: Bool {
    switch self {
    case .empty, .start, .end, .wordBoundary, .look: true
    case .property: false
    case .scalar, .any, .shorthand, .set:
      [ScalarSet.nothing, .notASCII].contains(
        (scalars(isCaseless: false) ?? .nothing).intersection(.notASCII)) && !holdsProperty
    case .group(let inner), .atomic(let inner), .lazy(let inner), .possessive(let inner),
      .caseless(let inner), .repeat(let inner, _, _):
      inner.takesAllPastASCII
    case .sequence(let parts), .choice(let parts): parts.allSatisfy(\.takesAllPastASCII)
    }
  }

  private var holdsProperty: Bool {
    guard case .set(let items, _) = self else { return false }
    return items.contains { if case .property = $0 { true } else { false } }
  }
}
