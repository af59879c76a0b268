import WritDiagnostics

extension CheckerDiagnostics {
  static let testPages: [ExplainPage] = [
    test(
      "test/no-expectation", "A test that expects nothing can't fail.",
      wrong: "given users []", right: "given users []\n  expect status empty"),
    test(
      "test/no-key", "A row is told by its key, so each row of a test has one.",
      wrong: "given users [{ mfa: true }]\n  expect pass \"a\"",
      right: "given users [{ id: \"a\", mfa: true }]\n  expect pass \"a\""),
    test(
      "test/period", "A period runs from an earlier time to a later one.",
      wrong: "period 2026-04-01..2026-01-01\n  expect status empty",
      right: "period 2026-01-01..2026-04-01\n  expect status empty"),
    test(
      "test/unknown-cause",
      """
      An unknown is missing, dangling, stale, unavailable, unreadable, withheld, ambiguous, undefined,
      late or past a limit.
      """,
      wrong: "given users [{ id: \"a\" }]\n  expect no_data \"a\" because mising(mfa)",
      right: "given users [{ id: \"a\" }]\n  expect no_data \"a\" because missing(mfa)"),
    test(
      "test/unknown-outcome",
      "A member's outcome is pass, fail, no_data, not_applicable or pending.",
      wrong: "given users [{ id: \"a\" }]\n  expect nodata \"a\"",
      right: "given users [{ id: \"a\" }]\n  expect no_data \"a\""),
    test(
      "test/unknown-status",
      "A rule's status is error, fail, no_data, empty, pending, waived, not_applicable or pass.",
      wrong: "given users []\n  expect status emtpy", right: "given users []\n  expect status empty"
    ),
  ]

  private static func test(
    _ id: String, _ meaning: String, wrong: String, right: String
  ) -> ExplainPage {
    func file(_ clauses: String) -> String {
      PageText.rule("must u.mfa") + "\ntest example \"t\" {\n  \(clauses)\n}\n"
    }
    return PageText.aboutText(id, meaning, wrong: file(wrong), right: file(right))
  }
}
