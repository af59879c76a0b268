import WritDiagnostics

/// What can be wrong with the shape of a `.writ` file.
public enum SyntaxDiagnostics {
  /// Every id of this area, in order.
  public static let ids: [String] = [
    "syntax/bad-escape", "syntax/bad-number", "syntax/bad-time", "syntax/chained-comparison",
    "syntax/control-character", "syntax/duplicate-module", "syntax/expected",
    "syntax/expected-expression", "syntax/expected-regex", "syntax/hidden-character",
    "syntax/invalid-utf8", "syntax/missing-module", "syntax/needs-parentheses",
    "syntax/number-too-large", "syntax/plain-text", "syntax/reserved-word",
    "syntax/single-equals", "syntax/stray-brace", "syntax/test-only", "syntax/too-deep",
    "syntax/unclosed-block", "syntax/unclosed-interpolation", "syntax/unclosed-regex",
    "syntax/unclosed-string", "syntax/unexpected-character", "syntax/unknown-attribute",
    "syntax/unknown-clause", "syntax/unknown-declaration",
  ]

  /// A `\` in a text stands before something that is no escape.
  static func badEscape(_ place: Place) -> Diagnostic {
    Diagnostic(
      "syntax/bad-escape", "`\(place.text)` is not an escape", at: place,
      help: [#"write `\n`, `\t`, `\"`, `\\` or `\u{…}`; a brace is doubled: `{{`, `}}`"#])
  }

  /// A number with letters that are no unit, or with units in the wrong order.
  static func badNumber(_ place: Place) -> Diagnostic {
    Diagnostic(
      "syntax/bad-number", "`\(place.text)` is not a number with a unit", at: place,
      help: [
        "durations take w d h m s ms us (`2h30m`), calendar steps mo y",
        "sizes take B kB KiB MB MiB GB GiB TB TiB, modes begin with 0o",
      ])
  }

  /// A date or time that does not exist, or lacks its zone.
  static func badTime(_ place: Place) -> Diagnostic {
    Diagnostic(
      "syntax/bad-time", "`\(place.text)` is not a time", at: place,
      help: ["write `2026-01-31` or `2026-01-31T10:00:00Z`, with a zone"])
  }

  /// `a < b < c`: comparisons are not chained.
  static func chainedComparison(_ place: Place) -> Diagnostic {
    Diagnostic(
      "syntax/chained-comparison", "comparisons are not chained", at: place,
      label: "a second comparison",
      help: ["join two comparisons with `and`, or write `x between a and b`"])
  }

  /// A byte that prints nothing, such as NUL.
  static func controlCharacter(_ place: Place, _ byte: UInt8) -> Diagnostic {
    let digits = String(byte, radix: 16, uppercase: true)
    let code = digits.count < 2 ? "0\(digits)" : digits
    return Diagnostic(
      "syntax/control-character", "a control character stands in the text", at: place,
      label: "byte 0x\(code)",
      help: [#"remove it; in a text write `\u{\#(digits)}`"#])
  }

  /// `module` stands twice, or not at the top.
  static func duplicateModule(_ place: Place) -> Diagnostic {
    Diagnostic(
      "syntax/duplicate-module", "`module` stands once, before everything else", at: place)
  }

  /// Something other than what must stand here.
  static func expected(
    _ place: Place, _ what: String, found: String, help: [String] = [],
    fixes: [Diagnostic.Fix] = []
  ) -> Diagnostic {
    Diagnostic(
      "syntax/expected", "expected \(what), found \(found)", at: place, help: help, fixes: fixes)
  }

  /// An expression must stand here.
  static func expectedExpression(
    _ place: Place, found: String, help: [String] = []
  ) -> Diagnostic {
    Diagnostic(
      "syntax/expected-expression", "expected an expression, found \(found)", at: place, help: help)
  }

  /// `matches` without a pattern between slashes.
  static func expectedRegex(_ place: Place, found: String) -> Diagnostic {
    Diagnostic(
      "syntax/expected-regex", "expected a pattern after `matches`, found \(found)", at: place,
      help: ["write the pattern between slashes: `x matches /^[a-z]+$/`"])
  }

  /// A character that turns the direction of writing, so that a reader sees another program.
  static func hiddenCharacter(_ place: Place) -> Diagnostic {
    Diagnostic(
      "syntax/hidden-character", "a character here changes the direction of the text", at: place,
      help: [#"remove it; in a text write it as `\u{…}`"#])
  }

  /// The file is not UTF-8.
  static func invalidUTF8(_ place: Place) -> Diagnostic {
    Diagnostic(
      "syntax/invalid-utf8", "the file is not valid UTF-8", at: place,
      label: "the first byte that is not", help: ["save the file as UTF-8"])
  }

  /// A file without `module`.
  static func missingModule(_ place: Place) -> Diagnostic {
    Diagnostic(
      "syntax/missing-module", "the file does not say its module", at: place,
      help: ["begin the file with `module NAME`"])
  }

  /// `not` or `if` as an operand binds looser than its operator.
  static func needsParentheses(_ place: Place, _ word: String) -> Diagnostic {
    Diagnostic(
      "syntax/needs-parentheses", "`\(word)` binds looser than the operator before it", at: place,
      help: ["put it in parentheses: `(\(word) …)`"])
  }

  /// A number beyond 64 bits, or a decimal beyond 18 digits.
  static func numberTooLarge(_ place: Place) -> Diagnostic {
    Diagnostic(
      "syntax/number-too-large", "`\(shortened(place.text))` is too large", at: place,
      help: ["whole numbers have 64 bits, decimals 18 digits with six after the point"])
  }

  /// `{…}` in a text that is not printed for a member: a title, a control's id, a tag.
  static func plainText(_ place: Place) -> Diagnostic {
    Diagnostic(
      "syntax/plain-text", "this text can't hold an expression", at: place,
      help: ["only `say`, `fix` and expressions fill in `{…}`; write `{{` for a brace"])
  }

  /// A word of the expression language used as a name.
  static func reservedWord(_ place: Place, _ word: String, _ what: String) -> Diagnostic {
    Diagnostic(
      "syntax/reserved-word", "`\(word)` is a word of the language and names no \(what)", at: place,
      help: ["choose another name, such as `the_\(word)`"])
  }

  /// `=` where values are compared.
  static func singleEquals(_ place: Place) -> Diagnostic {
    Diagnostic(
      "syntax/single-equals", "`=` gives a value a name, it does not compare", at: place,
      help: ["compare with `==`"], fixes: [Diagnostic.Fix(span: place.span, replacement: "==")])
  }

  /// A `}` that closes nothing.
  static func strayBrace(_ place: Place, inText: Bool) -> Diagnostic {
    Diagnostic(
      "syntax/stray-brace", "`}` closes nothing", at: place,
      help: [inText ? "write `}}` for a brace in a text" : "remove it"],
      fixes: inText ? [Diagnostic.Fix(span: place.span, replacement: "}}")] : [])
  }

  /// `null` or a record outside a test's rows.
  static func testOnly(_ place: Place, _ what: String, help: String) -> Diagnostic {
    Diagnostic(
      "syntax/test-only", "\(what) stands only in a test's rows", at: place, help: [help])
  }

  /// More nesting than a reader, or the engine, should follow.
  static func tooDeep(_ place: Place) -> Diagnostic {
    Diagnostic(
      "syntax/too-deep", "the nesting is too deep", at: place,
      label: "more than \(TokenParser.depthLimit) levels",
      help: ["name parts of it with `let` or `define`"])
  }

  /// A `{` without its `}`.
  static func unclosedBlock(_ place: Place) -> Diagnostic {
    Diagnostic(
      "syntax/unclosed-block", "this `{` is not closed", at: place,
      help: ["add the missing `}`"])
  }

  /// A `{` in a text without its `}`.
  static func unclosedInterpolation(_ place: Place) -> Diagnostic {
    Diagnostic(
      "syntax/unclosed-interpolation", "this `{` is not closed in the text", at: place,
      help: ["add `}` after the expression, or write `{{` for a brace"])
  }

  /// A pattern without its closing slash.
  static func unclosedRegex(_ place: Place) -> Diagnostic {
    Diagnostic(
      "syntax/unclosed-regex", "the pattern is not closed on its line", at: place,
      help: [#"add `/`; a slash in a pattern is `\/`"#])
  }

  /// A text without its closing quote.
  static func unclosedString(_ place: Place) -> Diagnostic {
    Diagnostic(
      "syntax/unclosed-string", "the text is not closed on its line", at: place,
      help: [#"add `"`; a line break in a text is `\n`"#])
  }

  /// A character that begins nothing.
  static func unexpectedCharacter(_ place: Place, _ text: String) -> Diagnostic {
    var help: [String] = []
    var fixes: [Diagnostic.Fix] = []
    if let word = ["&&": "and", "||": "or", "!": "not"][text] {
      help = ["write `\(word)`"]
      let replacement = word == "not" ? "not " : word
      fixes = [Diagnostic.Fix(span: place.span, replacement: replacement)]
    } else if text == ";" {
      help = ["remove it: clauses end by themselves"]
      fixes = [Diagnostic.Fix(span: place.span, replacement: "")]
    } else if text.hasPrefix("'") {
      help = [#"texts stand between double quotes: `"…"`"#]
    } else if text == "#" {
      help = ["comments begin with `//`"]
    }
    return Diagnostic(
      "syntax/unexpected-character", "`\(shortened(text))` means nothing here", at: place,
      help: help, fixes: fixes)
  }

  /// An `@` before a word that is no attribute.
  static func unknownAttribute(_ place: Place, _ word: String) -> Diagnostic {
    unknown(
      "syntax/unknown-attribute", "`@\(word)` is not an attribute", place, word,
      ["personal", "secret"])
  }

  /// A word that begins no clause of this block.
  static func unknownClause(
    _ place: Place, _ word: String, in block: String, _ words: [String]
  ) -> Diagnostic {
    unknown(
      "syntax/unknown-clause", "`\(word)` begins no clause of a \(block)", place, word, words)
  }

  /// A word that begins no declaration.
  static func unknownDeclaration(_ place: Place, _ word: String, _ words: [String]) -> Diagnostic {
    unknown(
      "syntax/unknown-declaration", "`\(word)` begins no declaration", place, word, words)
  }

  private static func unknown(
    _ id: String, _ message: String, _ place: Place, _ word: String, _ words: [String]
  ) -> Diagnostic {
    if let near = Suggestion.nearest(to: word, among: words) {
      return Diagnostic(
        id, message, at: place, help: ["did you mean `\(near)`?"],
        fixes: [Diagnostic.Fix(span: place.span, replacement: near)])
    }
    return Diagnostic(id, message, at: place, help: ["one of \(words.joined(separator: ", "))"])
  }

  private static func shortened(_ text: String) -> String {
    text.unicodeScalars.count <= 24 ? text : String(text.prefix(24)) + "…"
  }
}
