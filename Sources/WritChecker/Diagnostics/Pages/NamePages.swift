import WritDiagnostics

extension CheckerDiagnostics {
  static let namePages: [ExplainPage] = [
    PageText.aboutText(
      "later/not-yet",
      """
      The language has this construct, but this version of Writ does not evaluate it. It is refused
      rather than left out in silence.
      """,
      wrong: "retention left \"People who left\" {\n  keep 6y after users.seen\n}\n",
      right: "let kept = 6y\n"),
    limitPage(
      "limit/too-deep",
      """
      Expressions nest up to a depth, the lets and defines they use included, so that evaluating them
      needs bounded memory.
      """,
      first: String(repeating: "not ", count: 120) + "true", count: 5,
      next: { String(repeating: "not ", count: 120) + $0 }),
    limitPage(
      "limit/too-large",
      """
      An expression's size counts the lets and defines it uses wherever it uses them. Past a size it
      is refused, so that every evaluation ends in time.
      """,
      first: "1", count: 6,
      next: { Array(repeating: $0, count: 10).joined(separator: " + ") }),
    PageText.aboutText(
      "name/duplicate",
      """
      Datasets, params, lets and defines of a module share one space of names, all its files together;
      so do its rules, and the fields of a dataset. The detectors of all modules share one, and so do
      the masks.
      """,
      wrong: "let limit = 3\nlet limit = 4\n", right: "let limit = 3\nlet bound = 4\n"),
    PageText.aboutRule(
      "name/not-a-value",
      """
      The name means something, but no value: a dataset, a module, a define without its arguments, or
      a stretch of time.
      """,
      wrong: "must count(u.roles) < users", right: "must count(u.roles) < count(users)"),
    PageText.aboutRule(
      "name/not-here",
      """
      The name has a meaning elsewhere: `deadline` where a rule has `within` or `each`, `window` where
      it has a window, group keys and aggregates over a group after grouping.
      """,
      wrong: "must u.seen <= deadline", right: "must u.seen <= deadline\n  within 24h after now"),
    PageText.aboutText(
      "name/not-imported",
      "What another module declares is named after `import`, in the same file.",
      wrong: PageText.rule("must u.mfa", over: "for u in staff.users"),
      right: PageText.rule("must u.mfa")),
    PageText.aboutText(
      "name/recursion",
      "A let or define never uses itself, straight or through others: every evaluation ends.",
      wrong: "define f(n: int) = g(n)\ndefine g(n: int) = f(n)\n",
      right: "define f(n: int) = g(n)\ndefine g(n: int) = n + 1\n"),
    PageText.aboutRule(
      "name/row-after-group",
      """
      After `group by` or `window` a member is a group of rows, so the row variable stands only inside
      aggregates: `count(e where …)`, `min(e.at)`.
      """,
      wrong: "group by user = e.user\n  must e.kind == \"login\"",
      right: "group by user = e.user\n  must count(e where e.kind != \"login\") == 0",
      over: "for e in events"),
    PageText.aboutRule(
      "name/shadows", "A name has one meaning at a place: choose another for the new variable.",
      wrong: "must none(u in users where u.id == \"root\")",
      right: "must none(other in users where other.id == \"root\")"),
    PageText.aboutRule(
      "name/unknown", "Nothing of this name is declared where it is used.",
      wrong: "must count(u.roles) < most", right: "let most = 5\n  must count(u.roles) < most"),
    PageText.aboutRule(
      "name/unknown-dataset",
      "No dataset of this name is declared in the module or what it imports.",
      wrong: "must true", right: "must true", over: "for u in user"
    ).replacingRight(PageText.users + PageText.rule("must true")),
    PageText.aboutRule(
      "name/unknown-field", "The dataset or record declares no such field.",
      wrong: "must u.state == \"active\"", right: "must u.status == \"active\""),
    PageText.aboutRule(
      "name/unknown-function", "There is neither a built-in function nor a define of this name.",
      wrong: "must len(u.id) > 3", right: "must length(u.id) > 3"),
    ExplainPage(
      id: "name/unknown-module",
      meaning: "No file that was read declares this module.", kind: .policy,
      wrong: "module access\n\nimport shop\n", right: "module access\n"),
    PageText.aboutText(
      "name/unknown-rule", "A test names a rule of its own module.",
      wrong: PageText.rule("must u.mfa") + "\ntest exampel \"t\" {\n  expect status empty\n}\n",
      right: PageText.rule("must u.mfa") + "\ntest example \"t\" {\n  expect status empty\n}\n"),
    PageText.aboutText(
      "name/unknown-type", "A type is a scalar, a collection, a closed set or a dataset.",
      wrong: "param limit: integer = 3\n", right: "param limit: int = 3\n"),
    PageText.aboutText(
      "name/unused", "Nothing uses it; it may be left over, or meant to be used.",
      wrong: "param limit: int = 3\n" + PageText.rule("must count(u.roles) < 3"),
      right: "param limit: int = 3\n" + PageText.rule("must count(u.roles) < limit")),
  ]

  /// Lets that use one another; the mended file stops at the first.
  private static func limitPage(
    _ id: String, _ meaning: String, first: String, count: Int, next: (String) -> String
  ) -> ExplainPage {
    var wrong = "module access\n\nlet step0 = \(first)\n"
    for index in 1...count { wrong += "let step\(index) = \(next("step\(index - 1)"))\n" }
    return ExplainPage(
      id: id, meaning: meaning, kind: .policy, wrong: wrong,
      right: "module access\n\nlet step0 = \(first)\n")
  }
}

extension ExplainPage {
  /// The page with another mended example.
  func replacingRight(_ text: String) -> ExplainPage {
    ExplainPage(id: id, meaning: meaning, kind: kind, wrong: wrong, right: text)
  }
}
