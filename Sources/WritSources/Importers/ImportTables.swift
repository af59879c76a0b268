extension TableDescription {
  package static let hr = TableDescription(
    name: "staff",
    binding: "{ from: hr, path: hr.csv, fields: { left_at: \"Termination Date\" } }",
    title: "People, from the personnel system's CSV export", key: ["id"],
    fields: [
      .init("id", "text", "the employee's number"),
      .init("first_name", "text?", personal: "person.name", "given name"),
      .init("last_name", "text?", personal: "person.name", "family name"),
      .init("email", "text?", personal: "contact.email", "work address, in lower case"),
      .init(
        "status", "\"active\" | \"leave\" | \"terminated\" | \"pending\"",
        "known words are mapped to these four; another word is kept and so can't be read"),
      .init("employment_type", "text?", "in lower case with underscores: `employee`, `contractor`"),
      .init("department", "text?", "as written"),
      .init("title", "text?", "as written"),
      .init("manager", "text?", "the manager's employee number"),
      .init("hired_at", "time?", "first day"),
      .init("left_at", "time?", "last day; may lie ahead"),
      .init("previous_department", "text?", "where the person moved from"),
      .init("transferred_at", "time?", "when the person moved"),
    ],
    remarks: [
      """
      Columns are known by usual headers (`Employee ID`, `Work Email`, `Termination Date`, …) in any \
      case and spacing; `fields` names those that are not. Comma, semicolon and tab separate; a \
      UTF-8 mark is skipped; an empty cell is missing. To make `manager` a reference declare it as \
      `manager: staff?`.
      """
    ])

  package static let okta = TableDescription(
    name: "okta_users", binding: "{ from: okta, path: okta_users.json }",
    title: "Accounts of an Okta organization", key: ["id"],
    fields: [
      .init("id", "text", "Okta's id"),
      .init("login", "text", personal: "contact.email", "`profile.login`"),
      .init("email", "text?", personal: "contact.email", "`profile.email`, in lower case"),
      .init(
        "status",
        "\"staged\" | \"provisioned\" | \"active\" | \"recovery\" | \"password_expired\" | "
          + "\"locked_out\" | \"suspended\" | \"deprovisioned\"", "in lower case"),
      .init("first_name", "text?", personal: "person.name", "given name"),
      .init("last_name", "text?", personal: "person.name", "family name"),
      .init("employee", "text?", "`profile.employeeNumber`"),
      .init("department", "text?", "`profile.department`"),
      .init("created", "time?", "when the account was made"),
      .init("activated", "time?", "when it was first activated"),
      .init("status_changed", "time?", "when it came to its status"),
      .init("last_login", "time?", "missing when nobody ever signed in"),
      .init("password_changed", "time?", "missing when there is no password"),
      .init("groups", "set<text>?", "names of its groups; missing when they were not exported"),
      .init("factors", "set<text>?", "enrolled factors; missing when they were not exported"),
      .init("mfa", "bool?", "whether any factor is enrolled; missing with `factors`"),
    ],
    remarks: [
      """
      The array of the users endpoint, with the members `_groups` and `_factors` that an export adds \
      from their own endpoints: texts, or objects with `name` and `factorType`. A factor object that \
      is not `ACTIVE` does not count.
      """
    ])

  package static let github = TableDescription(
    name: "github_members", binding: "{ from: github, path: github_members.json }",
    title: "Members of a GitHub organization", key: ["login"],
    fields: [
      .init("login", "text", "the account"),
      .init("id", "int?", "GitHub's number"),
      .init("role", "\"owner\" | \"member\"", "in lower case; the API's `admin` is `owner`"),
      .init(
        "email", "text?", personal: "contact.email",
        "`saml_name_id`, in lower case; missing when the account is linked to nobody"),
      .init("mfa", "bool?", "`two_factor_enabled`"),
      .init("last_active", "time?", "when it last did something"),
      .init("visibility", "text?", "`public` or `private`"),
    ])

  package static let authLog = TableDescription(
    name: "auth_events",
    binding: "{ from: sshd, path: \"logs/auth.log*\", year: 2026, zone: Europe/Berlin }",
    title: "Events of syslog files: sshd, sudo, su and PAM", key: ["id"],
    order: "time lateness 1h",
    fields: [
      .init("id", "text", "`auth.log:12`; `auth.log:12#3` for the third event of a repeated line"),
      .init("time", "time", "can't be read when the line has no year and none was given"),
      .init("host", "text?", "the host that wrote the line"),
      .init("program", "text?", "`sshd`, `sudo`"),
      .init("pid", "int?", "number of its process"),
      .init(
        "action",
        AuthEvent.Action.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: " | "),
        "what it was about; see below"),
      .init("outcome", "\"success\" | \"failure\" | \"unknown\"", "how it went"),
      .init(
        "actor", "text?", personal: "account.name",
        "the account as written: may be empty, and is whatever the other side sent"),
      .init("invalid_user", "bool?", "the account does not exist"),
      .init("source_ip", "ip?", personal: "online.address", "the client's address"),
      .init(
        "source_host", "text?", personal: "online.address",
        "the client where the log has no address but a name"),
      .init("port", "int?", "the client's port"),
      .init("method", "text?", "`password`, `publickey`, `keyboard-interactive/pam`"),
      .init(
        "target", "text?", personal: "account.name",
        "the account acted upon by `sudo`, `su`, `useradd`"),
      .init("command", "text?", "what `sudo` ran or refused"),
      .init("repeat", "{ count: int, index: int }?", "for a line that stands for several events"),
      .init("message", "text", personal: "account.name", "the message as written"),
    ],
    remarks: [
      """
      Lines of BSD syslog, the same with RFC 3339 times, and RFC 5424. Without a year in the line \
      `year` gives that of the first line of each log, its rotated files taken oldest first; a line more \
      than seven days before the latest one above it is of the next year. `zone` is that of times \
      without one, UTC when it is left out. `message repeated N times: [ … ]` gives N events. A line \
      that is no syslog line, or whose date is not in its year, is rejected.
      """,
      """
      `action`: `login` is sshd's `Accepted` (success) and `Failed` (failure); `invalid_user` sshd's \
      notice of an unknown account, which comes before its `Failed`; `auth_failure` PAM's notice of \
      the same failure: count `login` or these, not both. `logout` is an end of a session that sshd \
      reports, `disconnect` any other end of a connection. `session_open` and `session_close` come \
      from PAM, `account_change` from `useradd`, `passwd` and their like. `from: syslog` gives the same.
      """,
      """
      Whatever a client sends is read so that it can't stand for something else: address and port are \
      taken from the right of the line. Where a key's id imitates that part, actor and address are \
      missing. Bytes that are no UTF-8 become U+FFFD.
      """,
    ])

  package static let risk = TableDescription(
    name: "export_risks",
    binding:
      "{ from: risk, path: \"exports/*.csv\", quasi: [age, zip, sex], sensitive: [illness] }",
    title: "Risk that people are recognized in tables", key: ["file"],
    fields: [
      .init("file", "text", "the table's path"),
      .init("rows", "int", "its rows"),
      .init("classes", "int?", "sets of rows that agree in all quasi-identifiers"),
      .init("k", "int?", "rows of the smallest class"),
      .init("unique_rows", "int?", "rows alone in their class"),
      .init("rows_with_missing", "int?", "rows that lack a quasi-identifier"),
      .init("prosecutor", "decimal?", "1 / k"),
      .init("marketer", "decimal?", "classes / rows"),
      .init("k_map", "int?", "k against `population`"),
      .init("journalist", "decimal?", "1 / k_map"),
      .init("l", "int?", "distinct l-diversity, the least of all sensitive columns"),
      .init("entropy_l", "decimal?", "entropy l-diversity, likewise"),
      .init("recursive_c", "int?", "the c of recursive diversity; missing where `l` is 1"),
      .init("alpha", "decimal?", "largest share of one sensitive value in a class"),
      .init("t", "decimal?", "t-closeness, the largest of all sensitive columns"),
      .init("delta", "decimal?", "delta-disclosure, likewise"),
      .init("basic_beta", "decimal?", "basic beta-likeness, likewise"),
      .init("enhanced_beta", "decimal?", "enhanced beta-likeness, likewise"),
    ],
    remarks: [
      """
      One row for each file that `path` matches: CSV with a header, or NDJSON. `quasi` names the \
      columns by which people could be recognized, `sensitive` those nobody should learn, \
      `population` a file of everybody the rows may be about. `writ pii risk` shows the same figures; \
      `docs/explanation/recognition-risk.md` defines them.
      """,
      """
      What can't be told is missing: all figures of a table without rows, those of `sensitive` and \
      `population` where none is named, those of a population that does not contain the table. \
      Quotients are rounded to a millionth: compare `k` with 5 rather than `prosecutor` with 0.2. A \
      file that can't be read, or lacks a column, leaves the dataset without data, and the run ends \
      with 4.
      """,
    ])

  package static let git = TableDescription(
    name: "changes", binding: "{ from: git, path: . }", title: "Commits of a git repository",
    key: ["id"],
    fields: [
      .init("id", "text", "the commit"),
      .init("time", "time", "when it was committed"),
      .init("authored", "time", "when it was written"),
      .init("author", "text?", personal: "contact.email", "author's address, in lower case"),
      .init("committer", "text?", personal: "contact.email", "committer's address, in lower case"),
      .init(
        "reviewers", "set<text>", personal: "contact.email",
        "addresses in `Reviewed-by`, `Acked-by` and `Approved-by` trailers"),
      .init("signed", "bool?", "it has a good signature; missing when that can't be checked"),
      .init("merge", "bool", "it has more than one parent"),
      .init("subject", "text", "first line of its message"),
      .init("paths", "list<text>", "files it touches; empty for a merge"),
    ],
    remarks: [
      """
      The history of `HEAD`. Trailers are what the committer wrote, no proof of a review; one without \
      an address names nobody. A signature counts as good when it is valid, also by a key nobody \
      vouched for; a bad, expired or revoked one is false. Without git, or outside of a repository, the \
      dataset is unavailable; of a shallow clone it is incomplete.
      """
    ])
}
