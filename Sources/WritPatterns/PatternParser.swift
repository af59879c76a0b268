/// Reads a dialect of PCRE2 and says what lies outside it, and why.
struct PatternParser {
  /// Who may write what.
  enum Dialect {
    /// The portable subset.
    case rule
    /// With look-around, lazy and possessive repeats, atomic groups and `(?i:…)`.
    case detector

    /// Hand-written patterns stay far below; these bound time and memory of matching.
    var maximumCount: Int { self == .rule ? 1000 : 4096 }
    var owner: String { self == .rule ? "rules'" : "detectors'" }
  }

  private struct Symbol {
    var scalar: Unicode.Scalar
    /// Byte offset of the scalar in the pattern.
    var offset: Int
  }

  static let maximumDepth = 50
  static let maximumSize = 10_000
  static let maximumBytes = 20_000

  private let dialect: Dialect
  private let symbols: [Symbol]
  private let byteCount: Int
  private var index = 0
  private var depth = 0

  private init(_ pattern: String, dialect: Dialect) {
    self.dialect = dialect
    var symbols: [Symbol] = []
    var offset = 0
    for scalar in pattern.unicodeScalars {
      symbols.append(Symbol(scalar: scalar, offset: offset))
      offset += UTF8.width(scalar)
    }
    self.symbols = symbols
    byteCount = offset
  }

  static func parse(
    _ pattern: String, dialect: Dialect = .rule
  ) -> Result<PatternTree, PatternProblem> {
    var parser = PatternParser(pattern, dialect: dialect)
    do throws(PatternProblem) {
      if parser.byteCount > maximumBytes {
        throw parser.problem(from: 0, "a pattern may have at most \(maximumBytes) bytes")
      }
      let tree = try parser.choice()
      // Only a `)` without its `(` stops the outermost choice.
      if parser.index < parser.symbols.count {
        throw parser.problem(from: parser.index, "`)` closes no group", hint: "write `\\)`")
      }
      if tree.size > maximumSize {
        throw parser.problem(
          from: 0, "the pattern is too large when its counted repeats are written out")
      }
      return .success(tree)
    } catch {
      return .failure(error)
    }
  }

  // MARK: Grammar

  private mutating func choice() throws(PatternProblem) -> PatternTree {
    var branches = [try sequence()]
    while accept("|") { branches.append(try sequence()) }
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  private mutating func sequence() throws(PatternProblem) -> PatternTree {
    var parts: [PatternTree] = []
    while let next = peek(), next != "|", next != ")" {
      let start = index
      let atom = try self.atom()
      parts.append(try repeated(atom, from: start))
    }
    switch parts.count {
    case 0: return .empty
    case 1: return parts[0]
    default: return .sequence(parts)
    }
  }

  private mutating func atom() throws(PatternProblem) -> PatternTree {
    let start = index
    guard let scalar = take() else { return .empty }
    switch scalar {
    case ".": return .any
    case "^": return .start
    case "$": return .end
    case "[": return try set(from: start)
    case "(": return try group(from: start)
    case "\\": return try escape(from: start)
    case "*", "+", "?":
      throw problem(
        from: start, "`\(scalar)` has nothing to repeat", hint: "write `\\\(scalar)`")
    case "{":
      throw problem(from: start, "`{` has nothing to repeat", hint: "write `\\{`")
    default: return .scalar(scalar)
    }
  }

  private mutating func group(from start: Int) throws(PatternProblem) -> PatternTree {
    if depth >= Self.maximumDepth {
      throw problem(from: start, "groups nest deeper than \(Self.maximumDepth)")
    }
    if peek() == "*" {
      throw problem(from: start, "`(*…)` verbs are not part of \(dialect.owner) patterns")
    }
    let kind = accept("?") ? try groupKind(from: start) : .plain
    depth += 1
    let inner = try choice()
    depth -= 1
    guard accept(")") else { throw problem(from: start, "this group is not closed") }
    switch kind {
    case .plain: return .group(inner)
    case .atomic: return .atomic(inner)
    case .caseless: return .caseless(inner)
    case .look(let look):
      try checkBounds(of: look, inner, from: start)
      return .look(look, inner)
    }
  }

  private enum GroupKind {
    case plain, atomic, caseless
    case look(PatternTree.Look)
  }

  /// After `(?`: leaves the reader behind `:` or a name, or says what is not allowed.
  private mutating func groupKind(from start: Int) throws(PatternProblem) -> GroupKind {
    switch take() {
    case ":": return .plain
    case "=": return try look(isBehind: false, isNegated: false, from: start)
    case "!": return try look(isBehind: false, isNegated: true, from: start)
    case "<":
      if accept("=") { return try look(isBehind: true, isNegated: false, from: start) }
      if accept("!") { return try look(isBehind: true, isNegated: true, from: start) }
      try groupName(closing: ">", from: start)
    case "'": try groupName(closing: "'", from: start)
    case "P":
      if accept("<") {
        try groupName(closing: ">", from: start)
        return .plain
      }
      if peek() == "=" { throw problem(from: start, "back-references are not allowed") }
      throw problem(from: start, "recursion is not allowed")
    case ">":
      if dialect == .detector { return .atomic }
      throw problem(from: start, "atomic groups are not allowed", hint: "write `(?:…)`")
    case "|": throw problem(from: start, "branch resets are not allowed", hint: "write `(?:…)`")
    case "(": throw problem(from: start, "conditionals are not allowed")
    case "R", "&", "+", .some("0"..."9"): throw problem(from: start, "recursion is not allowed")
    case "#": throw problem(from: start, "comments are not allowed within a pattern")
    case "C": throw problem(from: start, "callouts are not allowed")
    case "i" where dialect == .detector && accept(":"): return .caseless
    case nil: throw problem(from: start, "this group is not closed")
    default:
      throw problem(
        from: start, "options are not allowed within a pattern",
        hint: dialect == .rule
          ? "write flags behind the pattern: `/…/i`"
          : "write flags behind the pattern: `/…/i`, or `(?i:…)` for a part of it")
    }
    return .plain
  }

  private func look(
    isBehind: Bool, isNegated: Bool, from start: Int
  ) throws(PatternProblem) -> GroupKind {
    if dialect == .rule { throw problem(from: start, "look-around is not allowed") }
    return .look(PatternTree.Look(isBehind: isBehind, isNegated: isNegated))
  }

  private func checkBounds(
    of look: PatternTree.Look, _ inner: PatternTree, from start: Int
  ) throws(PatternProblem) {
    guard let most = inner.characters.maximum, most <= DetectorPattern.maximumLook else {
      throw problem(
        from: start,
        "a look-\(look.isBehind ? "behind" : "ahead") has to be bounded: at most "
          + "\(DetectorPattern.maximumLook) characters",
        hint: "give its repeats an upper bound: `{0,20}`")
    }
    guard look.isBehind else { return }
    let branches = if case .choice(let branches) = inner { branches } else { [inner] }
    // Older PCRE2 knows no other, and one meaning is worth more than the few patterns it costs.
    if branches.contains(where: { $0.characters.minimum != $0.characters.maximum }) {
      throw problem(
        from: start, "each alternative of a look-behind has to have one length",
        hint: "write the lengths as alternatives: `(?<=a|ab)`")
    }
  }

  private mutating func groupName(
    closing: Unicode.Scalar, from start: Int
  ) throws(PatternProblem) {
    var length = 0
    while let next = peek(), next != closing {
      guard next.isWord, !(length == 0 && next.isDigit), length < 32 else {
        throw problem(from: start, "a group's name is a word of at most 32 ASCII characters")
      }
      length += 1
      index += 1
    }
    guard length > 0, accept(closing) else {
      throw problem(from: start, "a group's name is a word of at most 32 ASCII characters")
    }
  }

  // MARK: Repeats

  private mutating func repeated(
    _ atom: PatternTree, from start: Int
  ) throws(PatternProblem) -> PatternTree {
    let sign = index
    guard let (minimum, maximum) = try quantifier() else { return atom }
    switch atom {
    case .start, .end, .wordBoundary:
      throw problem(from: sign, "an anchor can't be repeated")
    case .look: throw problem(from: sign, "a look-around can't be repeated")
    default: break
    }
    var wrap: ((PatternTree) -> PatternTree)?
    switch peek() {
    case "?" where dialect == .detector:
      index += 1
      wrap = PatternTree.lazy
    case "+" where dialect == .detector:
      index += 1
      wrap = PatternTree.possessive
    case "?":
      index += 1
      throw problem(from: sign, "lazy repeats are not allowed", hint: "leave the `?` out")
    case "+":
      index += 1
      throw problem(from: sign, "possessive repeats are not allowed", hint: "leave the `+` out")
    default: break
    }
    if peek() == "*" || peek() == "{" || (wrap != nil && (peek() == "?" || peek() == "+")) {
      index += 1
      throw problem(
        from: sign, "a repeat can't be repeated", hint: "put the first one in a group")
    }
    if maximum == nil, atom.holdsUnboundedRepeat {
      throw problem(
        from: start, "an unbounded repeat can't hold another one",
        hint: "give one of them an upper bound: `{0,100}`")
    }
    if dialect == .detector, maximum ?? Int.max > LoopAmbiguity.turns {
      try checkLoop(atom, from: start)
    }
    let tree = PatternTree.repeat(atom, minimum: minimum, maximum: maximum)
    return wrap?(tree) ?? tree
  }

  private func checkLoop(_ body: PatternTree, from start: Int) throws(PatternProblem) {
    if body.characters.minimum == 0 {
      throw problem(
        from: start, "what is repeated that often may not match nothing",
        hint: "let each turn take at least one character")
    }
    if LoopAmbiguity.isAmbiguous(body) {
      throw problem(
        from: start,
        "within this repeat one text matches in several ways: the time to fail can double with "
          + "each character",
        hint: "let the alternatives, and each turn and the next, begin with different characters")
    }
  }

  private mutating func quantifier() throws(PatternProblem) -> (Int, Int?)? {
    if accept("*") { return (0, nil) }
    if accept("+") { return (1, nil) }
    if accept("?") { return (0, 1) }
    let start = index
    guard accept("{") else { return nil }
    guard let minimum = try number(from: start) else {
      throw problem(
        from: start, "a repeat is `{n}`, `{n,}` or `{n,m}`",
        hint: "write `\\{` for a brace")
    }
    if accept("}") { return (minimum, minimum) }
    guard accept(",") else {
      throw problem(
        from: start, "a repeat is `{n}`, `{n,}` or `{n,m}`",
        hint: "write `\\{` for a brace")
    }
    if accept("}") { return (minimum, nil) }
    guard let maximum = try number(from: start), accept("}") else {
      throw problem(
        from: start, "a repeat is `{n}`, `{n,}` or `{n,m}`",
        hint: "write `\\{` for a brace")
    }
    if maximum < minimum {
      throw problem(from: start, "the repeat's upper bound is below its lower one")
    }
    return (minimum, maximum)
  }

  private mutating func number(from start: Int) throws(PatternProblem) -> Int? {
    var value: Int?
    while let next = peek(), next.isDigit {
      index += 1
      value = (value ?? 0) * 10 + Int(next.value - 0x30)
      if let value, value > dialect.maximumCount {
        throw problem(from: start, "a repeat counts to at most \(dialect.maximumCount)")
      }
    }
    return value
  }

  // MARK: Escapes

  private mutating func escape(from start: Int) throws(PatternProblem) -> PatternTree {
    guard let scalar = peek() else {
      throw problem(from: start, "`\\` has nothing to escape", hint: "write `\\\\`")
    }
    switch scalar {
    case "b", "B":
      index += 1
      return .wordBoundary(isNegated: scalar == "B")
    case "A":
      index += 1
      return .start
    case "z":
      index += 1
      return .end
    default: break
    }
    switch try escapedItem(from: start) {
    case .scalar(let scalar): return .scalar(scalar)
    case .shorthand(let shorthand, let isNegated):
      return .shorthand(shorthand, isNegated: isNegated)
    case .property(let name, let isNegated): return .property(name, isNegated: isNegated)
    case .range, .posix: return .empty  // never made by an escape
    }
  }

  /// The escapes that mean the same inside and outside brackets.
  private mutating func escapedItem(
    from start: Int
  ) throws(PatternProblem) -> PatternTree.SetItem {
    guard let scalar = take() else {
      throw problem(from: start, "`\\` has nothing to escape", hint: "write `\\\\`")
    }
    switch scalar {
    case "d", "D": return .shorthand(.digit, isNegated: scalar == "D")
    case "w", "W": return .shorthand(.word, isNegated: scalar == "W")
    case "s", "S": return .shorthand(.space, isNegated: scalar == "S")
    case "n": return .scalar("\n")
    case "r": return .scalar("\r")
    case "t": return .scalar("\t")
    case "f": return .scalar("\u{C}")
    case "x": return .scalar(try hexadecimal(from: start))
    case "p", "P": return try property(isNegated: scalar == "P", from: start)
    case "0"..."9", "g", "k":
      throw problem(from: start, "back-references are not allowed", hint: "a byte is `\\x0A`")
    case "Q", "E": throw problem(from: start, "`\\Q…\\E` is not allowed", hint: "escape each one")
    case "C":
      throw problem(from: start, "`\\C` is not allowed: it would take a character apart")
    case "K", "G", "R", "X", "N", "h", "H", "v", "V", "Z", "c", "o", "a", "e", "u", "U", "L",
      "l":
      throw problem(from: start, "`\\\(scalar)` is not allowed in \(dialect.owner) patterns")
    default:
      if scalar.isASCII, scalar.isWord || scalar.value < 0x20 || scalar.value == 0x7F {
        throw problem(from: start, "`\\` before this character has no meaning")
      }
      return .scalar(scalar)
    }
  }

  private mutating func hexadecimal(from start: Int) throws(PatternProblem) -> Unicode.Scalar {
    let isBraced = accept("{")
    var value: UInt32 = 0
    var digits = 0
    while digits < (isBraced ? 6 : 2), let digit = peek()?.hexadecimalValue {
      value = value * 16 + digit
      digits += 1
      index += 1
    }
    let isWhole = isBraced ? digits > 0 && accept("}") : digits == 2
    guard isWhole, let scalar = Unicode.Scalar(value) else {
      throw problem(from: start, "a code point is `\\x41` or `\\x{1F600}`")
    }
    return scalar
  }

  private mutating func property(
    isNegated: Bool, from start: Int
  ) throws(PatternProblem) -> PatternTree.SetItem {
    var name = ""
    if accept("{") {
      while let next = peek(), next.isWord {
        name.unicodeScalars.append(next)
        index += 1
      }
      if !accept("}") { name = "" }
    } else if let next = take(), next.isWord, !next.isDigit {
      name.unicodeScalars.append(next)
    }
    if name.isEmpty { throw problem(from: start, "a Unicode property is `\\p{Name}`") }
    return .property(name, isNegated: isNegated)
  }

  // MARK: Sets

  private static let posixNames: Set<String> = [
    "alpha", "digit", "alnum", "upper", "lower", "space", "punct", "xdigit", "word", "blank",
    "cntrl", "graph", "print", "ascii",
  ]

  private mutating func set(from start: Int) throws(PatternProblem) -> PatternTree {
    let isNegated = accept("^")
    var items: [PatternTree.SetItem] = []
    // A `]` right at the beginning stands for itself.
    if accept("]") { items.append(try ranged(.scalar("]"), from: start)) }
    while let next = peek() {
      if next == "]" {
        index += 1
        return .set(items, isNegated: isNegated)
      }
      let itemStart = index
      let item = try setItem()
      items.append(try ranged(item, from: itemStart))
    }
    throw problem(from: start, "this set is not closed")
  }

  private mutating func setItem() throws(PatternProblem) -> PatternTree.SetItem {
    let start = index
    guard let scalar = take() else { return .scalar("[") }
    if scalar == "\\" {
      if peek() == "b" || peek() == "B" {
        index += 1
        throw problem(from: start, "a word boundary can't stand in a set")
      }
      return try escapedItem(from: start)
    }
    guard scalar == "[", let next = peek(), next == ":" || next == "." || next == "=" else {
      return .scalar(scalar)
    }
    let mark = index
    index += 1
    let isNegated = accept("^")
    var name = ""
    while let next = peek(), next.isWord {
      name.unicodeScalars.append(next)
      index += 1
    }
    if next == ":", accept(":"), accept("]"), Self.posixNames.contains(name) {
      return .posix(name, isNegated: isNegated)
    }
    index = mark + 1
    throw problem(
      from: start, "`[\(next)` begins a class that does not exist",
      hint: "write `\\[` for a bracket")
  }

  /// The range that begins with the item, or the item when no `-` and end follow.
  private mutating func ranged(
    _ item: PatternTree.SetItem, from start: Int
  ) throws(PatternProblem) -> PatternTree.SetItem {
    guard peek() == "-", let after = peek(1), after != "]" else { return item }
    guard case .scalar(let low) = item else {
      throw problem(from: start, "a range needs single characters at both ends")
    }
    index += 1
    guard case .scalar(let high) = try setItem() else {
      throw problem(from: start, "a range needs single characters at both ends")
    }
    if high < low { throw problem(from: start, "the range runs backwards") }
    return .range(low, high)
  }

  // MARK: Reading

  private func peek(_ distance: Int = 0) -> Unicode.Scalar? {
    let position = index + distance
    return position < symbols.count ? symbols[position].scalar : nil
  }

  private mutating func take() -> Unicode.Scalar? {
    guard index < symbols.count else { return nil }
    index += 1
    return symbols[index - 1].scalar
  }

  private mutating func accept(_ scalar: Unicode.Scalar) -> Bool {
    if peek() != scalar { return false }
    index += 1
    return true
  }

  private func problem(from start: Int, _ reason: String, hint: String? = nil) -> PatternProblem {
    func offset(_ position: Int) -> Int {
      position < symbols.count ? symbols[position].offset : byteCount
    }
    let from = offset(start)
    let to = start == 0 && index == 0 ? byteCount : offset(max(index, start + 1))
    return PatternProblem(start: from, end: max(from, to), reason: reason, hint: hint)
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }

  fileprivate var isWord: Bool {
    isDigit || ("a"..."z").contains(self) || ("A"..."Z").contains(self) || self == "_"
  }

  fileprivate var hexadecimalValue: UInt32? {
    switch self {
    case "0"..."9": value - 0x30
    case "a"..."f": value - 0x61 + 10
    case "A"..."F": value - 0x41 + 10
    default: nil
    }
  }
}
