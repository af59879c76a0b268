public import WritDiagnostics

extension SyntaxDiagnostics {
  /// One page for each id, in order. Broken UTF-8 can't stand in a text, so its example is described,
  /// not given: its kind is `.input`.
  public static let pages: [ExplainPage] =
    (characterPages + literalPages + shapePages + wordPages).sorted { $0.id < $1.id }

  private static let characterPages: [ExplainPage] = [
    // DEL and an unpaired end mark change nothing on the terminal that shows them.
    page(
      "syntax/control-character",
      """
      A byte that prints nothing, such as NUL or DEL, stands in the file, so that readers see less than
      the program does. Remove it; in a text write it as `\\u{7F}`.
      """,
      wrong: "module access\n\n// Between these bars stands a DEL: |\u{7F}|\n",
      right: "module access\n\n// Between these bars stands nothing: ||\n"),
    page(
      "syntax/hidden-character",
      """
      A character changes the direction of writing, so that a reader sees another program than the one
      that runs. Remove it; in a text write it as `\\u{2069}`.
      """,
      wrong: "module access\n\n// Between these bars stands U+2069: |\u{2069}|\n",
      right: "module access\n\n// Between these bars stands nothing: ||\n"),
    ExplainPage(
      id: "syntax/invalid-utf8",
      meaning: """
        The file holds bytes that are not UTF-8, most often because an editor saved it in an older
        encoding. Save it as UTF-8.
        """,
      kind: .input, wrong: "access.writ with an é, saved as Latin-1",
      right: "access.writ with an é, saved as UTF-8"),
    page(
      "syntax/unexpected-character",
      """
      A character begins nothing in the language. `and`, `or` and `not` are words, texts stand between
      double quotes, comments begin with `//`, and no `;` ends a line.
      """,
      wrong: condition("u.mfa && u.id != \"root\""), right: condition("u.mfa and u.id != \"root\"")),
  ]

  private static let literalPages: [ExplainPage] = [
    page(
      "syntax/bad-escape",
      """
      A `\\` in a text stands before something that is no escape. Write `\\n`, `\\t`, `\\"`, `\\\\` or
      `\\u{…}`.
      """,
      wrong: value(#""C:\web""#), right: value(#""C:\\web""#)),
    page(
      "syntax/bad-number",
      """
      A number is followed by letters that are no unit, or by units in the wrong order. Durations take
      `w d h m s ms us`, calendar steps `mo y`, sizes `B kB KiB MB MiB GB GiB TB TiB`.
      """,
      wrong: value("90days"), right: value("90d")),
    page(
      "syntax/bad-time",
      """
      A date or time does not exist, or lacks its zone. Write `2026-01-31` or `2026-01-31T10:00:00Z`.
      """,
      wrong: value("2026-02-30"), right: value("2026-02-28")),
    page(
      "syntax/expected-regex",
      "`matches` takes a pattern that is fixed in the file. Write it between slashes.",
      wrong: condition("u.id matches \"^a\""), right: condition("u.id matches /^a/")),
    page(
      "syntax/number-too-large",
      """
      Whole numbers have 64 bits, decimals 18 digits with six after the point, and this number does not
      fit. Write a smaller one, or a text if it is an identifier.
      """,
      wrong: value("9223372036854775808"), right: value("9223372036854775807")),
    page(
      "syntax/stray-brace",
      """
      A `}` closes nothing. Remove it, or find the `{` it belongs to; a brace in a text is written twice.
      """,
      wrong: value("\"}\""), right: value("\"}}\"")),
    page(
      "syntax/unclosed-interpolation",
      """
      A `{` in a text begins an expression, and no `}` ends it. Add the `}`, or write `{{` for a brace.
      """,
      wrong: condition("\"user {u.id\" != \"user root\""),
      right: condition("\"user {u.id}\" != \"user root\"")),
    page(
      "syntax/unclosed-regex",
      "A pattern ends on its line, with a slash. Add it; a slash in the pattern is `\\/`.",
      wrong: condition("u.id matches /^a"), right: condition("u.id matches /^a/")),
    page(
      "syntax/unclosed-string",
      "A text ends on its line, with a double quote. Add it; a line break in a text is `\\n`.",
      wrong: condition("u.id != \"root"), right: condition("u.id != \"root\"")),
  ]

  private static let shapePages: [ExplainPage] = [
    page(
      "syntax/chained-comparison",
      "Comparisons are not chained. Join two of them with `and`, or write `x between a and b`.",
      wrong: condition("1 < u.level < 5"), right: condition("1 < u.level and u.level < 5")),
    page(
      "syntax/duplicate-module",
      """
      A file belongs to one module and says so once, before everything else. Remove the second
      `module`, or move what follows it to a file of its own.
      """,
      wrong: "module access\n\nmodule network\n\nlet limit = 10\n",
      right: "module access\n\nlet limit = 10\n"),
    page(
      "syntax/expected",
      """
      Something else must stand here: the message says what. The mistake may be just before the place,
      such as a word or a sign left out.
      """,
      wrong: "module access\n\nlet limit 10\n", right: "module access\n\nlet limit = 10\n"),
    page(
      "syntax/expected-expression",
      "A value or condition must stand here, and something else does, or nothing. Write it.",
      wrong: "module access\n\nlet limit =\n", right: "module access\n\nlet limit = 10\n"),
    page(
      "syntax/missing-module",
      """
      A file does not say its module, whose name begins the ids of its rules, params and datasets. Begin
      it with `module NAME`.
      """,
      wrong: "let limit = 10\n", right: "module access\n\nlet limit = 10\n"),
    page(
      "syntax/needs-parentheses",
      """
      `not` and `if` bind looser than the operator before them, so that it is not clear how far they
      reach. Put them and what belongs to them in parentheses.
      """,
      wrong: condition("u.mfa == not u.admin"), right: condition("u.mfa == (not u.admin)")),
    page(
      "syntax/plain-text",
      """
      Titles, control ids, tags and the like are the same for every member, so they can't hold an
      expression. `say` and `fix` can; write `{{` for a brace.
      """,
      wrong: rule("rule no_mfa \"{u.id} has a second factor\"", "must u.mfa"),
      right: rule("rule no_mfa \"Users have a second factor\"", "must u.mfa")),
    page(
      "syntax/test-only",
      """
      `null` and records are data, and stand only in the rows of a test. In a condition ask
      `x is missing` or `x is known`.
      """,
      wrong: condition("u.seen != null"), right: condition("u.seen is known")),
    page(
      "syntax/too-deep",
      """
      Parentheses, lists or operators nest deeper than a reader can follow. Name parts of it with `let`
      or `define`.
      """,
      wrong: value(deep), right: value("((1))")),
    page(
      "syntax/unclosed-block",
      "A `{` begins a block, and no `}` ends it. Add the `}`; the one missing may be further in.",
      wrong: "\(users)\nrule no_mfa \"Users have a second factor\" {\n  severity low\n"
        + "  for u in users\n  must u.mfa\n",
      right: rule("rule no_mfa \"Users have a second factor\"", "must u.mfa")),
  ]

  private static let wordPages: [ExplainPage] = [
    page(
      "syntax/reserved-word",
      """
      Words of the expression language name no variable, group, param, let, define or dataset. Choose
      another name; a field may have any.
      """,
      wrong: "module access\n\nlet count = 10\n", right: "module access\n\nlet the_count = 10\n"),
    page(
      "syntax/single-equals",
      "`=` gives a value a name. Values are compared with `==`.",
      wrong: condition("u.level = 1"), right: condition("u.level == 1")),
    page(
      "syntax/unknown-attribute",
      """
      A field has the attributes `@personal(category)` and `@secret`, and no others. Correct the word,
      or remove it with its `@`.
      """,
      wrong: "module access\n\ndataset keys {\n  key id\n  id: text\n  value: text @secrt\n}\n",
      right: "module access\n\ndataset keys {\n  key id\n  id: text\n  value: text @secret\n}\n"),
    page(
      "syntax/unknown-clause",
      """
      A word begins no clause of the block it stands in. It is misspelled, belongs to another block, or
      the clause before it has ended too early.
      """,
      wrong: rule("rule no_mfa \"Users have a second factor\"", "mist u.mfa"),
      right: rule("rule no_mfa \"Users have a second factor\"", "must u.mfa")),
    page(
      "syntax/unknown-declaration",
      """
      A word begins no declaration. It is misspelled, or the declaration before it has ended too early.
      """,
      wrong: rule("rul no_mfa \"Users have a second factor\"", "must u.mfa"),
      right: rule("rule no_mfa \"Users have a second factor\"", "must u.mfa")),
  ]

  private static let deep =
    String(repeating: "(", count: TokenParser.depthLimit + 1) + "1"
    + String(repeating: ")", count: TokenParser.depthLimit + 1)

  private static let users = """
    module access

    dataset users {
      key id
      id: text
      level: int
      mfa: bool
      admin: bool
      seen: time?
    }

    """

  /// A file with a value that has a name.
  private static func value(_ expression: String) -> String {
    "module access\n\nlet value = \(expression)\n"
  }

  /// A file with a condition over users.
  private static func condition(_ expression: String) -> String {
    "\(users)\ndefine trusted(u: users) = \(expression)\n"
  }

  /// A file with a rule over users.
  private static func rule(_ head: String, _ must: String) -> String {
    "\(users)\n\(head) {\n  severity low\n  for u in users\n  \(must)\n}\n"
  }

  private static func page(
    _ id: String, _ meaning: String, wrong: String, right: String
  ) -> ExplainPage {
    ExplainPage(id: id, meaning: meaning, kind: .policy, wrong: wrong, right: right)
  }
}
