package import WritDiagnostics

/// What `writ explain` says of the notes of an assessment.
package enum AssessmentPages {
  /// One page for each id, sorted. Waiver examples are for a rule `access.admin_without_mfa` that
  /// finds the members `u42` and `u43`, on 1 November 2026.
  package static let pages: [ExplainPage] =
    (waiverPages + attestationPages + rulePages).sorted { $0.id < $1.id }

  private static let waiverPages: [ExplainPage] = [
    ExplainPage(
      id: "waiver/expired",
      meaning: """
        The waiver has run out and covers nothing any more: its findings count again. Remove it, or have
        it approved anew with a later `expires`.
        """,
      kind: .waivers, wrong: waiver(expires: "2026-06-30"), right: waiver()),
    ExplainPage(
      id: "waiver/expiring-soon",
      meaning: """
        The waiver ends within 30 days; from then on its findings count. Mend them before, or renew the
        waiver.
        """,
      kind: .waivers, wrong: waiver(expires: "2026-11-15"), right: waiver()),
    ExplainPage(
      id: "waiver/too-broad",
      meaning: """
        The waiver covers whatever its rule finds, also what nobody has looked at yet, or more than 25
        members. Name the members that were looked at.
        """,
      kind: .waivers, wrong: waiver(member: "*"), right: waiver()),
    ExplainPage(
      id: "waiver/unknown-rule",
      meaning: """
        The waiver is for a rule that no policy has, so it covers nothing. The rule was renamed or its id
        is misspelled: correct it, or remove the waiver.
        """,
      kind: .waivers, wrong: waiver(rule: "access.admin_with_mfa"), right: waiver()),
    ExplainPage(
      id: "waiver/unused",
      meaning: """
        The rule was evaluated and finds none of the waiver's members: they are mended or gone. Remove
        the waiver, or it will cover them silently when they come back.
        """,
      kind: .waivers, wrong: waiver(member: "u99"), right: waiver()),
  ]

  private static func waiver(
    rule: String = "access.admin_without_mfa", member: String = "u42",
    expires: String = "2027-01-31"
  ) -> String {
    """
    - id: W-1
      rule: \(rule)
      scope: { member: "\(member)" }
      reason: hardware key is on order
      owner: it@example.test
      approver: ciso@example.test
      expires: \(expires)

    """
  }

  private static let attestationPages: [ExplainPage] = [
    ExplainPage(
      id: "attestation/expired",
      meaning: """
        The attestation has run out and no longer stands for its control. Have the statement made anew,
        with a later `expires`.
        """,
      kind: .attestations, wrong: attestation(expires: "2026-06-30"), right: attestation()),
    ExplainPage(
      id: "attestation/unknown-control",
      meaning: """
        The framework's catalog has no control of this id, so the attestation stands for nothing.
        `writ controls list` names the catalogs there are.
        """,
      kind: .attestations, wrong: attestation(control: "soc2:CC1.20"), right: attestation()),
  ]

  private static func attestation(
    control: String = "soc2:CC1.2", expires: String = "2027-03-05"
  ) -> String {
    """
    - control: \(control)
      statement: the board met and minuted the security report
      by: secretary@example.test
      approver: chair@example.test
      at: 2026-03-05
      expires: \(expires)

    """
  }

  private static let rulePages: [ExplainPage] = [
    ExplainPage(
      id: "rule/applicability-unknown",
      meaning: """
        With `strict: false` a member passes when it can't be told whether the rule applies to it. So
        that this is not forgotten, each such rule says how many passed that way. With `strict: true`,
        the default, they count as members without data.
        """,
      kind: .configuration, wrong: "strict: false\n", right: "strict: true\n")
  ]
}
