import WritAssessment
import WritModel
import WritValues

/// One of everything a report has to show, hostile data included.
enum ExampleAssessment {
  static let now = Timestamp(microseconds: 1_793_491_200_000_000)

  static var whole: Assessment {
    Assessment(
      toolVersion: "0.1.0", now: now,
      period: Assessment.Period(
        start: Timestamp(microseconds: 1_767_225_600_000_000), end: now),
      rules: rules, datasets: datasets, waivers: [waiver], notes: notes, frameworks: [framework],
      untested: untested,
      exit: ExitDecision(code: 5, reason: "logs.too_large could not run"))
  }

  static var nothing: Assessment {
    Assessment(
      toolVersion: "0.1.0", now: now, rules: [],
      exit: ExitDecision(code: 2, reason: "nothing was evaluated: no rule"))
  }

  static let mfa = [
    ControlID(framework: "soc2", id: "CC6.1"), ControlID(framework: "iso27001", id: "A.8.5"),
  ]

  private static func finding(
    _ key: String, _ line: Int64, outcome: Outcome = .fail, personal: Bool = false,
    disposition: Finding.Disposition = .open, message: String? = nil, causes: [Cause] = []
  ) -> Finding {
    Finding(
      rule: "access.admin_without_mfa", ruleDigest: "5d41402abc4b",
      title: "Administrators sign in with a second factor", severity: .high,
      dataset: "access.users", memberKey: [key], isKeyPersonal: personal, outcome: outcome,
      causes: causes,
      reads: [
        FieldRead(
          path: "user.mfa", value: outcome == .fail ? "false" : nil, place: "users.ndjson:\(line)",
          input: "data/users.ndjson", line: line, start: line * 100, end: line * 100 + 90),
        FieldRead(
          path: "user.email", value: nil, isMasked: true, place: "users.ndjson:\(line)",
          input: "data/users.ndjson", line: line, start: line * 100, end: line * 100 + 90),
      ],
      witness: ["user.mfa is false"], counterfactual: ["user.mfa = true"],
      message: message ?? "\(key) administers systems without a second factor",
      fix: "Enroll the account in the second-factor policy.",
      evidence: [Finding.Evidence(name: "roles", value: "[admin]")],
      fingerprint: "w1:\(key.utf8.count)f9a2c1d0b1e4a5b\(line)", disposition: disposition,
      failedMusts: ["user.mfa"], controls: mfa)
  }

  private static var rules: [AssessedRule] {
    [
      AssessedRule(
        id: "access.access_after_leaving", title: "No access after leaving", severity: .critical,
        status: .noData, ledger: Ledger(), tags: ["leavers"], digest: "aa",
        blindDatasets: [
          BlindSpot(
            dataset: "access.events", cause: Cause(.stale, "access.events"),
            reason: "collected 30h ago, fresh within 26h")
        ], isBlocking: true, gateReason: "critical blocks from high"),
      AssessedRule(
        id: "access.admin_without_mfa", title: "Administrators sign in with a second factor",
        severity: .high, status: .fail,
        ledger: Ledger(
          members: 9, pass: 2, fail: 4, noData: 1, notApplicable: 2, waived: 1, open: 4),
        findings: [
          finding("u-17", 12),
          finding(
            "=HYPERLINK(\"x\")", 13,
            message: "-1 <script>alert(1)</script> \u{1B}[31m\u{202E}|a|`b`\nx"
          ),
          finding("u-20", 15, outcome: .noData, causes: [Cause(.missing, "mfa")]),
          finding("ada@example.test", 16, personal: true, message: "an administrator"),
          finding("u-21", 18, disposition: .waived("W-2026-014")),
        ],
        controls: mfa, tags: ["mfa"], owner: "identity team",
        rationale: "A stolen password alone must not open an administrator's account.",
        references: ["Handbook 4.2"], summary: "Administrators need two factors.",
        place: RecordPlace(source: "policies/access.writ", line: 12, column: 1),
        digest: "5d41402abc4b", isBlocking: true, gateReason: "high blocks from high"),
      AssessedRule(
        id: "access.dormant_account", title: "Unused accounts are disabled", severity: .medium,
        status: .pass, ledger: Ledger(members: 3, pass: 3),
        place: RecordPlace(source: "policies/access.writ", line: 24, column: 1), digest: "cc"),
      AssessedRule(
        id: "hosts.no_hosts", title: "Hosts are patched", severity: .low, status: .empty,
        ledger: Ledger(), digest: "dd", gateReason: "low is below high"),
      AssessedRule(
        id: "hosts.report_due", title: "Reports come in time", severity: .low, status: .pending,
        ledger: Ledger(members: 2, pending: 2), digest: "ee"),
      AssessedRule(
        id: "hosts.root_login", title: "Root does not sign in", severity: .high,
        status: .notApplicable, ledger: Ledger(members: 4, notApplicable: 4), digest: "ff"),
      AssessedRule(
        id: "logs.too_large", title: "Logs are judged", severity: .info, status: .error,
        ledger: Ledger(), digest: "00", error: "a limit was reached", isBlocking: true,
        gateReason: "it could not run"),
    ]
  }

  private static var datasets: [AssessedDataset] {
    [
      AssessedDataset(
        name: "access.events", state: .stale,
        collectedAt: Timestamp(microseconds: 1_793_383_200_000_000), fresh: 93_600_000_000,
        rows: 40, inputs: ["/srv/company/events.ndjson"], reason: "collected 30h ago"),
      AssessedDataset(
        name: "access.users", rows: 10, rejectedRows: 1,
        rejects: [.init(input: "data/users.ndjson", line: 19, reason: "not a JSON object")],
        inputs: ["data/users.ndjson"]),
    ]
  }

  private static var waiver: AssessedWaiver {
    AssessedWaiver(
      waiver: Waiver(
        id: "W-2026-014", rule: "access.admin_without_mfa",
        members: [MemberPattern(parts: [Glob("u-21")])], reason: "until the new key arrives",
        owner: "sre@example.test", approver: "ciso@example.test", ticket: "SEC-481",
        expires: Timestamp(microseconds: 1_793_491_200_000_000 + 9 * 86_400_000_000),
        place: RecordPlace(source: ".writ/waivers.yaml", line: 1, column: 3)),
      state: .active, matched: 1, isTooBroad: false, daysLeft: 9)
  }

  private static var notes: [AssessmentNote] {
    [
      AssessmentNote(
        "waiver/expiring-soon", level: .note,
        "waiver `W-2026-014` expires 2026-11-10T00:00:00Z, in 9 days", place: waiver.waiver.place)
    ]
  }

  private static var framework: FrameworkScore {
    func control(_ id: String, _ severity: Severity) -> Control {
      Control(
        id: ControlID(framework: "soc2", id: id), title: "Control \(id) in our words",
        group: String(id.prefix(3)), source: "TSC \(id)", severity: severity, frequency: .daily,
        criterion: .all, requires: [.inventory], check: "It is checked")
    }
    return FrameworkScore(
      framework: Framework(
        id: "soc2", version: "2017r2022", title: "Trust services criteria", license: .ownWords),
      controls: [
        ControlResult(
          control: control("CC6.1", .high), state: .failed, rules: ["access.admin_without_mfa"],
          isEvaluated: false, deviations: 4, waived: 1, population: 7,
          reason: "`access.admin_without_mfa` fails for 4 of 7 members"),
        ControlResult(
          control: control("CC6.2", .medium), state: .passed, rules: ["access.dormant_account"],
          isEvaluated: true, population: 3),
        ControlResult(
          control: control("CC7.2", .high), state: .notEvaluated, isEvaluated: false,
          reason: "no rule"),
        ControlResult(
          control: control("CC7.3", .low), state: .notApplicable, rules: ["hosts.root_login"],
          isEvaluated: true, reason: "its rules apply to no member"),
      ], freshness: Fraction(0, of: 1))
  }

  private static var untested: [Untested] {
    [
      Untested(kind: .dataset, subject: "access.events", reason: "stale: collected 30h ago"),
      Untested(kind: .rejects, subject: "access.users", reason: "1 of 10 rows rejected"),
      Untested(
        kind: .rule, subject: "logs.too_large", reason: "could not run: a limit was reached"),
      Untested(kind: .control, subject: "soc2:CC7.2", reason: "no rule"),
    ]
  }
}
