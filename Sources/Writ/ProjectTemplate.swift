import WritDiagnostics

/// What `writ init` writes: a project that passes its own tests at once.
package struct ProjectTemplate {
  package enum CI: String, CaseIterable, Sendable { case github, gitlab }

  package var frameworks: [String]
  package var ci: CI?

  package init(frameworks: [String], ci: CI?) {
    self.frameworks = frameworks
    self.ci = ci
  }

  /// Relative path and content of each file, in the order they are written.
  package var files: [(path: String, text: String)] {
    var files = [
      ("writ.yaml", configuration), ("policies/access.writ", Self.policy),
      ("data/users.ndjson", Self.users), (".writ/waivers.yaml", Self.waivers),
      (".writ/.gitignore", "fingerprint.key\nstate.db*\n"),
    ]
    switch ci {
    case .github: files.append((".github/workflows/writ.yml", Self.github))
    case .gitlab: files.append((".gitlab-ci.yml", Self.gitlab))
    case nil: break
    }
    return files
  }

  private var configuration: String {
    """
    # Every key is optional; docs/reference/writ-yaml.md describes them.
    policies: [policies]
    frameworks: [\(frameworks.joined(separator: ", "))]
    datasets:
      users: { path: data/users.ndjson, collected: mtime }

    """
  }

  private static let policy = """
    module access

    param dormant_after: duration = 90d "How long an account may stay unused"

    dataset users "People and service accounts" {
      key id
      id: text
      status: "active" | "suspended" | "terminated"
      roles: set<text>
      mfa: bool?
      last_login: time?
    }

    define active(u: users) = u.status == "active"

    /// A stolen password alone must not open an administrator's account.
    rule admin_without_mfa "Administrators sign in with a second factor" {
      severity high
      covers "soc2:CC6.1", "iso27001:A.8.5", "gdpr:Art.32"
      for user in users
      when active(user) and "admin" in user.roles
      must user.mfa
      say "{user.id} administers systems without a second factor"
      fix "Enroll {user.id} in the identity provider's second-factor policy."
    }

    rule dormant_account "Unused accounts are disabled" {
      severity medium
      covers "soc2:CC6.2", "iso27001:A.5.18"
      for user in users
      when active(user)
      must age(user.last_login) <= dormant_after
      say "{user.id} last signed in {user.last_login}"
    }

    test admin_without_mfa "a missing factor is not a pass" {
      now 2026-03-01
      given users [
        { id: "a", status: "active", roles: ["admin"], mfa: false },
        { id: "b", status: "active", roles: ["admin"], mfa: true },
        { id: "c", status: "active", roles: ["admin"] },
        { id: "d", status: "active", roles: [] },
      ]
      expect fail "a"
      expect pass "b"
      expect no_data "c" because missing(mfa)
      expect not_applicable "d"
    }

    test dormant_account "ninety days are fine, a second more is not" {
      now 2026-04-01T00:00:00Z
      given users [
        { id: "a", status: "active", last_login: 2026-01-01T00:00:00Z },
        { id: "b", status: "active", last_login: 2025-12-31T23:59:59Z },
        { id: "c", status: "active" },
      ]
      expect pass "a"
      expect fail "b"
      expect no_data "c" because missing(last_login)
    }

    """

  private static let users = """
    {"id":"ada","status":"active","roles":["admin"],"mfa":true,"last_login":"2026-01-05T08:00:00Z"}
    {"id":"bo","status":"active","roles":["admin"],"last_login":"2026-01-04T09:30:00Z"}
    {"id":"cy","status":"suspended","roles":[],"mfa":false}

    """

  private static let waivers = """
    # A waiver is time-limited, approved permission not to meet a rule:
    #
    # - id: W-2026-001
    #   rule: access.admin_without_mfa
    #   scope: { member: bo }
    #   reason: hardware token on order
    #   owner: bo@example.test
    #   approver: ciso@example.test      # another person than the owner
    #   expires: 2026-12-31              # at most 365 days ahead
    []

    """

  private static let github = """
    name: writ
    on: [push, pull_request]
    jobs:
      check:
        runs-on: ubuntu-latest
        steps:
          - uses: actions/checkout@v4
          - run: writ test
          - run: writ check -f text -f sarif=writ.sarif -f junit=writ.xml

    """

  private static let gitlab = """
    writ:
      script:
        - writ test
        - writ check -f text -f junit=writ.xml
      artifacts:
        when: always
        reports:
          junit: writ.xml

    """
}
