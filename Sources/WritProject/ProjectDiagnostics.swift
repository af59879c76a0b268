public import WritDiagnostics

/// What can be wrong with `writ.yaml`, control catalogs, waivers and attestations.
public enum ProjectDiagnostics {
  /// Every id this target and the YAML reader report, sorted.
  public static let ids: [String] = pages.map(\.id)

  /// One page for each id, sorted. The example of a file that is too large is described, not given:
  /// its kind is `.input`.
  public static let pages: [ExplainPage] =
    (yamlPages + keyPages + waiverPages + attestationPages).sorted { $0.id < $1.id }

  private static let yamlPages: [ExplainPage] = [
    configuration(
      "config/anchor",
      """
      Anchors (`&name`) and aliases (`*name`) are not allowed: what a line says must not depend on
      another line. Write the value where it is needed. A text that begins with `&` or `*` is quoted.
      """,
      wrong: "policies: &folders [policies]\n", right: "policies: [policies]\n"),
    configuration(
      "config/duplicate-key",
      """
      A key stands more than once in one mapping, and YAML readers differ in which of them counts. Keep
      one.
      """,
      wrong: "strict: true\nstrict: false\n", right: "strict: true\n"),
    configuration(
      "config/several-documents",
      "A file holds one document. Take out the `---` between the parts, or make them two files.",
      wrong: "policies: [policies]\n---\nstrict: true\n",
      right: "policies: [policies]\nstrict: true\n"),
    configuration(
      "config/syntax",
      """
      The text is no YAML, is not UTF-8, has a line end other than LF or CR LF, or has a `${` without a
      variable's name and `}`. The place is where reading stopped; the mistake may stand just before it.
      """,
      wrong: "policies: [policies\nstrict: true\n", right: "policies: [policies]\nstrict: true\n"),
    configuration(
      "config/tag",
      "Tags such as `!env` are not allowed; each key knows what its value is.",
      wrong: "frameworks: [!env soc2]\n", right: "frameworks: [soc2]\n"),
    configuration(
      "config/too-deep",
      "A file has at most 64 levels of lists and mappings. No file of Writ needs more than six.",
      wrong: "policies: \(nested)\n", right: "policies: [policies]\n"),
    ExplainPage(
      id: "config/too-large",
      meaning: """
        A YAML file has at most 4 MiB. Split waivers and attestations into several files and name them
        all in `writ.yaml`; data belongs into `datasets`.
        """,
      kind: .input, wrong: "waivers.yaml of 5 MiB",
      right: "waivers-access.yaml and waivers-network.yaml of 2.5 MiB each"),
  ]

  private static let nested =
    String(repeating: "[", count: 70) + String(repeating: "]", count: 70)

  private static let keyPages: [ExplainPage] = [
    configuration(
      "config/duplicate-value",
      """
      A list names the same thing twice, a catalog has two controls of one id, or a control two links
      to one other. Keep one.
      """,
      wrong: "frameworks: [soc2, gdpr, soc2]\n", right: "frameworks: [soc2, gdpr]\n"),
    ExplainPage(
      id: "config/missing-key",
      meaning: """
        A required key is absent. All keys of `writ.yaml` are optional, but its entries and those of
        catalogs, waivers and attestations have keys without which they mean nothing.
        """,
      kind: .waivers, wrong: waiver(reason: nil), right: waiver()),
    configuration(
      "config/missing-variable",
      """
      `${NAME}` stands for a variable of the environment, and there is none of this name. Set it before
      the run, or write `$${` for the characters themselves.
      """,
      wrong: "datasets:\n  users: ${WRIT_EXAMPLE_WITHOUT_VALUE}/users.ndjson\n",
      right: "datasets:\n  users: data/users.ndjson\n"),
    configuration(
      "config/plain-key",
      """
      A key that masks stands in `writ.yaml` itself, or might, and that file is shared and kept for
      ever. Name the file that holds it, or a variable of the environment, without `$`;
      `writ pii key new` makes such a file.
      """,
      wrong: "keys:\n  support: 2f7a9c1e\n", right: "keys:\n  support: { file: keys/support.key }\n"
    ),
    configuration(
      "config/plain-password",
      """
      The address of a database holds a password, and `writ.yaml` is a file that is shared and kept for
      ever. Put the address into a variable of the environment, or leave the password to `PGPASSWORD`
      or `~/.pgpass`, where PostgreSQL's client library looks for it.
      """,
      wrong:
        "datasets:\n  users: { from: postgres, url: \"postgres://writ:secret@127.0.0.1:9/app\", table: users }\n",
      right: "datasets:\n  users: { path: data/users.ndjson }\n"),
    configuration(
      "config/unknown-key",
      """
      There is no such key here. It is an error because a misspelled key would otherwise change nothing,
      silently. Correct or remove it.
      """,
      wrong: "polices: [policies]\n", right: "policies: [policies]\n"),
    configuration(
      "config/unknown-value",
      "The key takes one of a few words, and this is none of them. The help lists them.",
      wrong: "datasets:\n  users: { from: ocsv, path: users.csv }\n",
      right: "datasets:\n  users: { from: csv, path: users.csv }\n"),
    configuration(
      "config/unused-key",
      """
      The key exists but means nothing beside the others of its mapping: a year for a CSV file, a path
      for a table of this host, `member` beside `members`. Remove it.
      """,
      wrong: "datasets:\n  users: { from: csv, path: users.csv, year: 2026 }\n",
      right: "datasets:\n  users: { from: csv, path: users.csv }\n"),
    configuration(
      "config/wrong-type",
      """
      The value is not of the kind that its key takes: a list where a text belongs, an empty text, a
      number out of range, a name that can't be one. The message says what is expected.
      """,
      wrong: "strict: maybe\n", right: "strict: true\n"),
  ]

  private static let waiverPages: [ExplainPage] = [
    ExplainPage(
      id: "waiver/duplicate-id",
      meaning: """
        Two waivers have one id, and reports could not say which of them covers a finding. Give each its
        own.
        """,
      kind: .waivers, wrong: waiver() + waiver(member: "u43"),
      right: waiver() + waiver(id: "W-2", member: "u43")),
    ExplainPage(
      id: "waiver/own-approval",
      meaning: """
        Nobody approves their own exception: `approver` has to be another person than `owner`. Case and
        blanks around the names make no difference.
        """,
      kind: .waivers, wrong: waiver(approver: "it@example.test"), right: waiver()),
    ExplainPage(
      id: "waiver/too-long",
      meaning: """
        A waiver ends at most 365 days after the day of the run, so that somebody decides again each
        year. Choose a nearer `expires` and renew the waiver when it ends.
        """,
      kind: .waivers, wrong: waiver(expires: "2999-12-31"), right: waiver()),
  ]

  private static func waiver(
    id: String = "W-1", member: String = "u42", reason: String? = "hardware key is on order",
    approver: String = "ciso@example.test", expires: String = "2026-12-31"
  ) -> String {
    """
    - id: \(id)
      rule: access.admin_without_mfa
      scope: { member: "\(member)" }
    \(reason.map { "  reason: \($0)\n" } ?? "")  owner: it@example.test
      approver: \(approver)
      expires: \(expires)

    """
  }

  private static let attestationPages: [ExplainPage] = [
    ExplainPage(
      id: "attestation/ends-early",
      meaning: """
        An attestation holds from `at` until `expires`; this one ends before it begins, or at the same
        moment. Correct one of the two.
        """,
      kind: .attestations, wrong: attestation(expires: "2026-03-01"), right: attestation()),
    ExplainPage(
      id: "attestation/own-approval",
      meaning: """
        A statement counts when a second person stands behind it: `approver` has to be another person
        than `by`. Case and blanks around the names make no difference.
        """,
      kind: .attestations, wrong: attestation(approver: "secretary@example.test"),
      right: attestation()),
  ]

  private static func attestation(
    approver: String = "chair@example.test", expires: String = "2027-03-05"
  ) -> String {
    """
    - control: soc2:CC1.2
      statement: the board met and minuted the security report
      by: secretary@example.test
      approver: \(approver)
      at: 2026-03-05
      expires: \(expires)

    """
  }

  private static func configuration(
    _ id: String, _ meaning: String, wrong: String, right: String
  ) -> ExplainPage {
    ExplainPage(id: id, meaning: meaning, kind: .configuration, wrong: wrong, right: right)
  }
}
