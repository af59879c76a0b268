import WritDiagnostics

extension CheckerDiagnostics {
  static let rulePages: [ExplainPage] = [
    PageText.aboutRule(
      "control/malformed", "A control is named by its framework and its id: `soc2:CC6.1`.",
      wrong: "covers \"CC6.1\"\n  must u.mfa", right: "covers \"soc2:CC6.1\"\n  must u.mfa"),
    PageText.aboutRule(
      "control/unknown", "No catalog that was read has this control.",
      wrong: "covers \"soc2:CC66.1\"\n  must u.mfa", right: "covers \"soc2:CC6.1\"\n  must u.mfa"),
    PageText.aboutRule(
      "join/cross",
      """
      A join that has an equality finds its rows by look-up. Without one, every row is held against
      every other: that is refused unless the rule says `allow cross`.
      """,
      wrong: "must none(e in events where e.at > u.seen)",
      right: "must none(e in events where e.user == u and e.at > u.seen)", over: "for u in users "),
    PageText.aboutRule(
      "privacy/unmasked",
      """
      What is tagged `@personal` or `@secret` would be printed. `mask(x)` shows a mask in its place;
      a row is best named by its key.
      """,
      wrong: "must u.mfa\n  say \"{u.name} has no second factor\"",
      right: "must u.mfa\n  say \"{u.id} ({mask(u.name)}) has no second factor\""),
    PageText.aboutRule(
      "rule/duplicate-clause", "This clause stands once in a rule, a test, a detector or a mask.",
      wrong: "when u.mfa\n  when u.seen is known\n  must true",
      right: "when u.mfa and u.seen is known\n  must true"),
    PageText.aboutRule(
      "rule/group-key", "Groups are made by single values; a list, map, record or json is none.",
      wrong: "group by body = e.body\n  must count(e) < 10",
      right: "group by body = text(e.body)\n  must count(e) < 10", over: "for e in events"),
    PageText.aboutRule(
      "rule/no-group",
      "An aggregate without a source goes over the rows of a group, and this rule makes none.",
      wrong: "must count(u where u.mfa) > 1", right: "must count(o in users where o.mfa) > 1"),
    PageText.aboutRule(
      "rule/no-must", "A rule says what must hold.",
      wrong: "when u.mfa", right: "when u.mfa\n  must u.seen is known"),
    PageText.aboutRule(
      "rule/no-order", "A window goes along a dataset's order, which `order by` gives.",
      wrong: "window sliding 5m\n  must count(u) < 10",
      right: "must u.mfa"),
    PageText.aboutRule(
      "rule/no-population", "`where`, `group by` and `window` work on the rows of a `for`.",
      wrong: "where true\n  must true", right: "when true\n  must true", over: ""),
    PageText.aboutText(
      "rule/no-severity", "A rule says how much it matters: info, low, medium, high or critical.",
      wrong: "rule example \"An example\" {\n  for u in users\n  must u.mfa\n}\n",
      right: "rule example \"An example\" {\n  severity low\n  for u in users\n  must u.mfa\n}\n"),
    PageText.aboutRule(
      "rule/tolerance", "A tolerance is a share of all members, `2%`, or a count, `3`.",
      wrong: "must u.mfa\n  tolerate 200%", right: "must u.mfa\n  tolerate 2%"),
    PageText.aboutText(
      "rule/unknown-severity", "A severity is info, low, medium, high or critical.",
      wrong: "rule example \"An example\" {\n  severity hihg\n  for u in users\n  must u.mfa\n}\n",
      right: "rule example \"An example\" {\n  severity high\n  for u in users\n  must u.mfa\n}\n"),
  ]
}
