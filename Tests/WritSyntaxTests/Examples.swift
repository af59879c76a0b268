/// Files of the language that have nothing wrong.
enum Examples {
  static let all: [String] = [access, data, joins, personal, later, tests, everyClause]

  static let access = """
    module access

    param dormant_after: duration = 90d "How long an account may stay unused"

    define active(u: users) = u.status == "active"

    /// A stolen password alone must not open an administrator's account.
    rule admin_without_mfa "Administrators sign in with a second factor" {
      severity high
      covers   "soc2:CC6.1", "iso27001:A.8.5", "gdpr:Art.32"

      for user in users
      when active(user) and "admin" in user.roles
      must user.mfa

      say "{user.id} administers systems without a second factor"
      fix "Enroll {user.id} in the identity provider's second-factor policy."
    }

    rule dormant_account "Unused accounts are disabled" {
      severity medium
      covers   "soc2:CC6.2", "iso27001:A.5.18"
      for user in users
      when active(user)
      must age(user.last_login) <= dormant_after
      say  "{user.id} last signed in {user.last_login}"
    }
    """

  static let data = """
    module data
    import shop

    dataset users "People and service accounts" {
      key id
      fresh within 26h                                  // collected earlier, or unknown
      id:         text
      name:       text  @personal(person.name)
      email:      text? @personal(contact.email) @secret
      status:     "active" | "suspended" | "terminated" // a closed set
      roles:      set<text>
      mfa:        bool?                                 // may be missing
      manager:    users?                                // a reference
      tags: map<text?>? , history: list<{ at: time? by: users, what: text }>
      package: version<deb>  key: text  order: int  fresh: bool  in: text  union: text
      last_login: time?
      orders: shop.orders
      col: columns(tbl, name)?
    }

    dataset events "Access log" {
      key tbl, name
      order by time lateness 10m                        // streamed, never held whole
      complete per host
      valid from time to time
      id: text    time: time    actor: users?    action: text    outcome: "success" | "failure"
      resource: resources?      source_ip: ip?   country: text?
    }
    dataset columns { key (tbl, name) tbl: text name: text }
    dataset single { key id, id: text, extra: json }
    """

  static let joins = """
    module joins

    rule signin_burst "Bursts of failed sign-ins are stopped" {
      severity medium
      covers "soc2:CC7.2", "iso27001:A.8.16"
      for e in events
      where e.action == "login" and e.outcome == "failure"
      group by user = e.actor, source = e.source_ip
      window sliding 5m
      allow empty                                       // no failures, no groups
      must count(e) < 10
      say "{user} from {source}: {count(e)} failures within five minutes from {min(e.time)}"
    }

    rule ungranted_access "Restricted data is read under a grant" {
      severity high
      covers "soc2:CC6.3", "gdpr:Art.32"
      for e in events
      when e.resource.sensitivity == "restricted"
      must exists(g in grants where g.resource == e.resource and g.role in (e.actor as of e.time).roles)
    }
    """

  static let personal = """
    module cards

    detector payment_card "Payment card number" {
      category   financial.card
      region     world
      pattern    /\\b(?:\\d[ -]?){12,18}\\d\\b/i
      validate   luhn, weighted([3, 7, -1], 10), length(13, 19)
      exclude    epoch, isbn13                          // other readings that win
      near       ["card", "visa", "cvv"] within 50
      near       ["number"] within 20
      named      ["card", "pan",]
      confidence 0.5, near 0.95, named 95%
      example    "4111 1111 1111 1111", "4111111111111111"
      counter    "4111 1111 1111 1112"
    }

    detector person "A person's name" {
      category person.name region de, at, in recognize person_names
      validate table(given) confidence 0.3 example "Ada Example" counter "example"
    }

    mask support_desk "What the support desk may see" {
      financial.card  partial(last: 4)
      contact.email   partial(domain: true)
      government.*    redact
      otherwise.x.*   shift_date(key: "support", days: 30, by: "customer")

      otherwise       keep                              // the rest
    }
    """

  static let later = """
    module later

    retention closed_accounts "Accounts, six years after closing" {
      for a in shop.accounts
      keep 6y after a.closed_at
      then archive, delete
    }

    erasure customer "A shop customer asks to be forgotten" {
      anonymize shop.orders { name: redact, email: pseudonym, address: redact }
                because "invoices are kept ten years under tax law"
      search    shop.tickets.body              // free text
    }
    """

  static let tests = """
    module access

    test admin_without_mfa "a missing factor is not a pass" {
      now 2026-03-01
      period 2026-01-01..2026-04-01
      param dormant_after = 30d
      param shop.limit = -3
      given users [
        { id: "a", status: "active", roles: ["admin"], mfa: false },
        { id: "b", tags: { "cost-center": "x", owner: null }, size: -5  },
      ]
      given shop.accounts collected 2026-01-01 []
      given hosts collected 2026-01-01T00:00:00Z [{ id: "h" }]
      expect fail "a"   expect pass "b"   expect no_data "c" because missing(mfa), stale(users)
      expect fail ["u1", "10.0.0.1"] expect pass -4
      expect no_data "x" because unreadable(users.ndjson:3 (mfa)) expect not_applicable "d"
      expect status empty
    }
    """

  static let everyClause = """
    module clauses

    let limit = if strict then 3 else 5
    let owner = "x"

    rule everything "Every clause" {
      must owner == "x" owner "security" tags "a", "b" rationale "because"
      references "a handbook", "another"
      let quiet = e.size < 1MiB
      for e in shop.events
      each quarter in period by 3mo
      window tumbling 1d in "Europe/Berlin"
      when quiet and not (e.id in ["a", "b"])
      must e.id matches /^[a-z]{3}$/ or e.size between 1B and 2KiB
      within 24h after e.time
      allow cross
      tolerate 2%
      evidence e.id, e.size + 1B, mask(e.name)
      say "{{literal}} {e.id}"
      severity critical
      covers "soc2:CC7.2"
    }

    rule gaps "Sessions" {
      for e in events
      group by host = e.host
      window session gap 30m
      tolerate 3
      must every(x in events where x.host == e.host : x.ok)
    }
    """
}
