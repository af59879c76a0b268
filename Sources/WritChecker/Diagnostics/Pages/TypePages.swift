import WritDiagnostics

extension CheckerDiagnostics {
  static let typePages: [ExplainPage] = [
    PageText.aboutRule(
      "type/arguments", "The function takes other arguments, or is written in another form.",
      wrong: "must length(u.id, 3) > 1", right: "must length(u.id) > 1"),
    PageText.aboutText(
      "type/disjoint-sets", "Two closed sets without a common value are never equal.",
      wrong:
        "dataset jobs {\n  key id\n  id:    text\n  state: \"open\" | \"done\"\n  user:  users\n}\n"
        + PageText.rule("must j.state == j.user.status", over: "for j in jobs"),
      right:
        "dataset jobs {\n  key id\n  id:    text\n  state: \"open\" | \"active\"\n  user:  users\n}\n"
        + PageText.rule("must j.state == j.user.status", over: "for j in jobs")),
    PageText.aboutRule(
      "type/invalid-literal",
      """
      A text takes the type its context asks for, such as a time, an address or a version, and must be
      written like one.
      """,
      wrong: "must u.seen > \"yesterday\"", right: "must u.seen > \"2026-01-31\""),
    PageText.aboutRule(
      "type/json-needs-type",
      """
      A json value takes the type its context asks for. Between two json values nothing asks, and a
      walk over json needs `items(x)`.
      """,
      wrong: "must e.body.user == e.body.owner",
      right: "must text(e.body.user) == text(e.body.owner)", over: "for e in events"),
    PageText.aboutRule(
      "type/key-mismatch",
      "Keys of two datasets never compare, even where both are texts: a user is no event.",
      wrong: "must none(e in events where e.id == u)",
      right: "must none(e in events where e.user == u)", over: "for u in users "),
    PageText.aboutRule(
      "type/level", "The level of a quantile lies between 0 and 1.",
      wrong: "must quantile(95, count(o.roles) for o in users) < 9",
      right: "must quantile(0.95, count(o.roles) for o in users) < 9", over: ""),
    PageText.aboutRule(
      "type/mismatch",
      """
      A value of one type stands where another is asked for. Nothing converts by itself: a condition
      is a bool, a reference is no text.
      """,
      wrong: "must u.roles", right: "must count(u.roles) > 0"),
    PageText.aboutText(
      "type/misplaced-literal",
      """
      `null` and records are values of fields in the rows of a test; a regular expression stands after
      `matches`.
      """,
      wrong: PageText.rule("must u.mfa")
        + "\ntest example \"t\" {\n  given users [{ id: { a: 1 } }]\n"
        + "  expect status empty\n}\n",
      right: PageText.rule("must u.mfa")
        + "\ntest example \"t\" {\n  given users [{ id: \"a\", mfa: null }]\n"
        + "  expect no_data \"a\"\n}\n"),
    PageText.aboutRule(
      "type/never-missing",
      "The field's type has no `?`: it is there, or unreadable, which is another cause.",
      wrong: "must u.id is known", right: "must u.mfa is known"),
    PageText.aboutRule(
      "type/no-fields", "A path goes into rows, references, records and json.",
      wrong: "must u.id.name == \"x\"", right: "must u.id == \"x\""),
    PageText.aboutText(
      "type/not-literal", "This is written out, so that it is known before any data is read.",
      wrong: "param limit: duration = 2 * 3d\n", right: "param limit: duration = 6d\n"),
    PageText.aboutRule(
      "type/not-ordered",
      "Numbers, times, durations, sizes, texts, versions and addresses have an order; others have none.",
      wrong: "must u.status > \"active\"", right: "must u.status == \"active\""),
    PageText.aboutRule(
      "type/operands", "The operation or function does not work on values of these types.",
      wrong: "must u.id + \"x\" == \"ax\"", right: "must \"{u.id}x\" == \"ax\""),
    PageText.aboutText(
      "type/param", "A param is a scalar, a closed set, a key, or a list, set or map of them.",
      wrong: "param limits: json = \"x\"\n", right: "param limits: list<int> = [1, 2]\n"),
    PageText.aboutRule(
      "type/pattern",
      """
      A regular expression of a rule means the same in every engine: without back-references,
      look-around, lazy, possessive or nested unbounded repeats.
      """,
      wrong: "must u.id matches /(a+)+/", right: "must u.id matches /a+/"),
    PageText.aboutRule(
      "type/unit-mismatch",
      """
      Months have no fixed length, and times, lengths of time and sizes don't mix: add months to a
      time, or write `age(t) <= 3mo`.
      """,
      wrong: "must now - u.seen < 3mo", right: "must age(u.seen) < 3mo"),
    PageText.aboutRule(
      "type/unknown-value", "A closed set has only the values its field declares.",
      wrong: "must u.status == \"actve\"", right: "must u.status == \"active\""),
    PageText.aboutRule(
      "type/unknown-zone", "The zone database has no such name.",
      wrong: "must hour(u.seen, \"Europe/Atlantis\") > 8",
      right: "must hour(u.seen, \"Europe/Berlin\") > 8"),
  ]
}
