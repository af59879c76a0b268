import Testing
import WritEngine
import WritModel
import WritTables
import WritValues

/// Data that is late, absent, broken or contradicts itself: never a pass, always with its cause.
@Suite struct BlindDataTests {
  private static let schema = """
    module t
    dataset users "Users" {
      key id
      fresh within 26h
      id: text
      mfa: bool?
      boss: users?
    }
    dataset logs "Logs" { key id  id: int  user: users?  ok: bool? }

    """

  private func policy(_ rules: String) -> PolicyEvaluation { PolicyEvaluation(Self.schema + rules) }

  // MARK: Stale

  @Test(
    arguments: [
      ("2026-02-27T22:00:00Z", false), ("2026-02-27T21:59:59.999999Z", true),
      ("2026-03-01T00:00:00Z", false), (nil, true),
    ] as [(String?, Bool)])
  func freshnessEndsAtItsLimit(_ collected: String?, _ isStale: Bool) throws {
    var policy = policy("rule r \"R\" { severity low for u in users must u.mfa }")
    policy.deliver("users", #"{"id":"a","mfa":true}"#, collected: collected)
    let result = policy.evaluate()
    let rule = try #require(result.rules.first)
    #expect(rule.lines == [isStale ? "a: no_data stale(users)" : "a: pass"])
    #expect(rule.blindDatasets.map(\.cause) == (isStale ? [Cause(.stale, "users")] : []))
    #expect(result.datasets.map(\.isStale) == [isStale])
    #expect(result.datasets.map(\.isDelivered) == [true])
  }

  @Test func aStaleRowsKeyIsKnownAndNothingElse() {
    var policy = policy(
      """
      rule key "K" { severity low for u in users must u.id == "a" }
      rule presence "P" { severity low for u in users must u.mfa is known }
      rule applies "A" { severity low for u in users when u.mfa must u.id == "a" }
      rule through "T" { severity low for l in logs must l.user.mfa }
      rule member "M" { severity low for l in logs must l.user in users }
      rule found "F" { severity low for l in logs must exists(u in users where u.id == "a") }
      rule held "H" { severity low for l in logs must exists(u in users where u == l.user and u.mfa) }
      """)
    policy.deliver("users", #"{"id":"a","mfa":true}"# + "\n" + #"{"id":"b"}"#)
    policy.deliver("logs", #"{"id":1,"user":"a"}"# + "\n" + #"{"id":2,"user":"c"}"#)
    #expect(policy.outcomes("key") == ["a: pass", "b: fail"])
    #expect(
      policy.outcomes("presence") == ["a: no_data stale(users)", "b: no_data stale(users)"])
    #expect(policy.outcomes("applies") == ["a: no_data stale(users)", "b: no_data stale(users)"])
    #expect(policy.outcomes("through") == ["1: no_data stale(users)", "2: no_data dangling(user)"])
    #expect(policy.outcomes("member") == ["1: pass", "2: fail"])
    #expect(policy.outcomes("found") == ["1: pass", "2: pass"])
    #expect(policy.outcomes("held") == ["1: no_data stale(users)", "2: fail"])
  }

  // MARK: Undelivered

  @Test func anUndeliveredDatasetHasNoMembersAndBlindsItsRules() throws {
    var policy = policy("rule r \"R\" { severity low for l in logs allow empty must l.ok }")
    policy.withhold("logs", because: "needs root")
    let rule = try #require(policy.evaluate().rules.first)
    #expect(rule.ledger == Ledger())
    #expect(
      rule.blindDatasets == [
        BlindDataset(
          dataset: DatasetName(module: "t", name: "logs"), cause: Cause(.unavailable, "logs"),
          reason: "needs root")
      ])
  }

  @Test func whatReadsAnUndeliveredDatasetIsUnknown() throws {
    let unavailable = "1: no_data unavailable(users)"
    let expected = [
      "l.user.mfa": unavailable,
      // The key is in the log itself.
      "l.user.id == \"a\"": "1: pass",
      "l.user == \"b\"": "1: fail",
      "l.user in users": unavailable,
      "exists(u in users where u.mfa)": unavailable,
      "none(u in users where u.mfa)": unavailable,
      "every(u in users where u.id != \"\" : u.mfa)": unavailable,
      "count(u in users) == 0": unavailable,
      "count(u in users) >= 0": "1: pass",
      "count(u in users) < 0": "1: fail",
      "count(u in users) + 5 > 4": "1: pass",
      "first(u in users where u.mfa) is known": unavailable,
      "l.user.boss is missing": unavailable,
      "(l.user.mfa ?? true)": unavailable,
    ]
    for (condition, outcome) in expected {
      var policy = policy("rule r \"R\" { severity low for l in logs must \(condition) }")
      policy.deliver("logs", #"{"id":1,"user":"a"}"#)
      #expect(policy.outcomes("r") == [outcome], "\(condition)")
    }
  }

  @Test func anUnusableInputIsAFailureAndNotAPopulation() throws {
    var policy = policy(
      """
      rule streamed "S" { severity low for l in logs must l.ok }
      rule held "H" { severity low for u in users must none(l in logs where l.user == u) }
      """)
    let inputs = "[{\"id\":1,\"ok\":true}, {\"id\":2"
    policy.deliver("users", #"{"id":"a"}"#)
    policy.deliver(
      "logs",
      inputs: [.json(MemorySource(name: "logs.json", text: inputs), FieldBinding(), member: nil)])
    let streamed = policy.evaluate("streamed")
    #expect(streamed.failures.map(\.dataset.name) == ["logs"])
    #expect(streamed.rules.first?.ledger == Ledger())
    #expect(streamed.rules.first?.blindDatasets.map(\.cause) == [Cause(.unavailable, "logs")])
    #expect(streamed.datasets.first?.isDelivered == false)
    let held = policy.evaluate("held")
    #expect(held.failures.map(\.dataset.name) == ["logs"])
    #expect(held.rules.first?.lines == ["a: no_data unavailable(logs)"])
  }

  // MARK: References

  @Test func danglingReferences() {
    var policy = policy(
      """
      rule walk "W" { severity low for l in logs must l.user.mfa }
      rule far "F" { severity low for l in logs must l.user.boss.mfa }
      rule key "K" { severity low for l in logs must l.user.id == "gone" }
      rule presence "P" { severity low for l in logs must l.user.mfa is known }
      rule member "M" { severity low for l in logs must l.user in users }
      """)
    policy.deliver(
      "users", #"{"id":"a","mfa":true,"boss":"lost"}"# + "\n" + #"{"id":"b"}"#,
      collected: "2026-03-01T00:00:00Z")
    policy.deliver(
      "logs",
      """
      {"id":1,"user":"a"}
      {"id":2,"user":"b"}
      {"id":3,"user":"gone"}
      {"id":4}
      {"id":5,"user":7}
      """)
    #expect(
      policy.outcomes("walk") == [
        "1: pass", "2: no_data missing(user.mfa)", "3: no_data dangling(user)",
        "4: no_data missing(user)", "5: no_data unreadable(logs.ndjson:5: user)",
      ])
    #expect(
      policy.outcomes("far") == [
        "1: no_data dangling(user.boss)", "2: no_data missing(user.boss)",
        "3: no_data dangling(user)", "4: no_data missing(user)",
        "5: no_data unreadable(logs.ndjson:5: user)",
      ])
    #expect(
      policy.outcomes("key") == [
        "1: fail", "2: fail", "3: pass", "4: no_data missing(user)",
        "5: no_data unreadable(logs.ndjson:5: user)",
      ])
    // Only `missing` is an answer to `is known`.
    #expect(
      policy.outcomes("presence") == [
        "1: pass", "2: fail", "3: no_data dangling(user)", "4: fail",
        "5: no_data unreadable(logs.ndjson:5: user)",
      ])
    #expect(
      policy.outcomes("member") == [
        "1: pass", "2: pass", "3: fail", "4: no_data missing(user)",
        "5: no_data unreadable(logs.ndjson:5: user)",
      ])
  }

  @Test func aRowWithoutItsJoinKeyMayMatchAnything() {
    var policy = policy(
      """
      rule none_of "N" { severity low for u in users must none(l in logs where l.user == u) }
      rule guarded "G" {
        severity low for u in users must none(l in logs where l.user is known and l.user == u)
      }
      rule few "C" { severity low for u in users must count(l in logs where l.user == u) <= 1 }
      rule some "S" { severity low for u in users must count(l in logs where l.user == u) >= 1 }
      """)
    policy.deliver(
      "users", #"{"id":"a"}"# + "\n" + #"{"id":"b"}"#, collected: "2026-03-01T00:00:00Z")
    policy.deliver("logs", #"{"id":1,"user":"a"}"# + "\n" + #"{"id":2}"#)
    #expect(policy.outcomes("none_of") == ["a: fail", "b: no_data missing(user)"])
    #expect(policy.outcomes("guarded") == ["a: fail", "b: pass"])
    #expect(policy.outcomes("few") == ["a: no_data missing(user)", "b: pass"])
    #expect(policy.outcomes("some") == ["a: pass", "b: no_data missing(user)"])
  }

  // MARK: Rejected rows

  @Test func aRejectedRowIsAMemberOfItsOwn() throws {
    var policy = policy(
      """
      rule fields "F" { severity low for l in logs must l.ok }
      rule key "K" { severity low for l in logs must l.id < 100 }
      rule nothing "N" { severity low for l in logs must now > 2020-01-01 }
      rule kept "W" { severity low for l in logs where l.ok must l.ok }
      rule reached "R" { severity low for u in users must exists(l in logs where l.user == u) }
      rule counted "C" { severity low for u in users must count(l in logs) == 2 }
      """)
    policy.deliver("users", #"{"id":"a"}"#, collected: "2026-03-01T00:00:00Z")
    policy.deliver(
      "logs",
      """
      {"id":1,"ok":true}
      {"id":2,"ok":tru
      {"ok":true}
      """)
    let lines = [
      "1: pass", "logs.ndjson:2: no_data unreadable(logs.ndjson:2)",
      "logs.ndjson:3: no_data unreadable(logs.ndjson:3)",
    ]
    for rule in ["fields", "key", "nothing", "kept"] {
      #expect(policy.outcomes(rule) == lines, "\(rule)")
    }
    let causes = "unreadable(logs.ndjson:2) unreadable(logs.ndjson:3)"
    #expect(policy.outcomes("reached") == ["a: no_data missing(user) \(causes)"])
    // Three rows are there; that two can't be read makes none of them go away.
    #expect(policy.outcomes("counted") == ["a: fail"])
    let logs = try #require(policy.evaluate("fields").datasets.first)
    #expect(logs.rejectedRows == 2)
    #expect(logs.rejects.map(\.line) == [2, 3])
  }

  @Test func rowsThatShareAKeyAreNobodys() throws {
    var policy = policy(
      """
      rule own "O" { severity low for u in users must u.mfa }
      rule walk "W" { severity low for l in logs must l.user.mfa }
      rule member "M" { severity low for l in logs must l.user in users }
      """)
    policy.deliver(
      "users",
      """
      {"id":"a","mfa":true}
      {"id":"b","mfa":true}
      {"id":"b","mfa":true}
      """, collected: "2026-03-01T00:00:00Z")
    policy.deliver(
      "logs", #"{"id":1,"user":"a"}"# + "\n" + #"{"id":2,"user":"b"}"#)
    let two = "unreadable(users.ndjson:2)"
    let three = "unreadable(users.ndjson:3)"
    #expect(
      policy.outcomes("own") == [
        "a: pass", "users.ndjson:2: no_data \(two)", "users.ndjson:3: no_data \(three)",
      ])
    #expect(policy.outcomes("walk") == ["1: pass", "2: no_data ambiguous(user)"])
    #expect(policy.outcomes("member") == ["1: pass", "2: no_data \(two) \(three)"])
    #expect(policy.evaluate("own").datasets.first?.rejectedRows == 2)
  }

  @Test(arguments: [false, true])
  func keysOfAStreamAreComparedWithinLateness(_ isHeld: Bool) throws {
    var policy = PolicyEvaluation(
      """
      module t
      dataset events "Events" {
        key id
        order by time lateness 10m
        id: text  time: time  ok: bool?
      }
      rule r "R" { severity low for e in events must e.ok }
      rule other "O" { severity low must exists(e in events where e.ok) }
      """)
    policy.deliver(
      "events",
      """
      {"id":"a","time":"2026-01-01T00:00:00Z","ok":true}
      {"id":"twice","time":"2026-01-01T00:01:00Z","ok":true}
      {"id":"twice","time":"2026-01-01T00:01:00Z","ok":true,"more":1}
      {"id":"unlike","time":"2026-01-01T00:01:00Z","ok":true}
      {"id":"unlike","time":"2026-01-01T00:11:00Z","ok":false}
      {"id":"far","time":"2026-01-01T00:01:00Z","ok":true}
      {"id":"far","time":"2026-01-01T00:11:00.000001Z","ok":false}
      {"id":"when","ok":true}
      {"id":"when","time":"2026-01-02T00:11:00Z","ok":true}
      """)
    let rules = isHeld ? policy.evaluate("r", "other").rules : policy.evaluate("r").rules
    let rule = try #require(rules.last)
    #expect(
      rule.lines == [
        "a: pass",
        "events.ndjson:4: no_data unreadable(events.ndjson:4)",
        "events.ndjson:5: no_data unreadable(events.ndjson:5)",
        "events.ndjson:8: no_data unreadable(events.ndjson:8)",
        "events.ndjson:9: no_data unreadable(events.ndjson:9)",
        "far: pass", "far: fail", "twice: pass",
      ])
    // Members with one key are told apart.
    #expect(Set(rule.findings.map(\.fingerprint)).count == rule.findings.count)
  }

  // MARK: Not strict

  /// `strict: false` forgives unknown applicability where the requirement holds, and nothing else.
  @Test func whatIsForgivenWithoutStrictness() throws {
    var policy = policy(
      """
      rule applies "A" { severity low for u in users when u.mfa must u.id == "a" }
      rule holds "H" { severity low for u in users must u.mfa }
      rule walks "W" { severity low for l in logs when l.user.mfa must l.ok }
      rule reads "R" { severity low for l in logs when l.ok must l.id > 0 }
      rule kept "K" { severity low for l in logs where l.ok must l.id > 0 }
      """)
    policy.isStrict = false
    policy.deliver("users", #"{"id":"a","mfa":true}"# + "\n" + #"{"id":"b","mfa":true}"#)
    policy.deliver(
      "logs",
      """
      {"id":1,"user":"gone","ok":true}
      {"id":2,"user":"gone","ok":false}
      {"id":3,"user":"gone"}
      {"id":4,"user":
      {"id":5}
      """)
    let line = "unreadable(logs.ndjson:4)"
    #expect(
      policy.outcomes("applies") == ["a: pass stale(users)", "b: no_data stale(users)"])
    #expect(policy.outcomes("holds") == ["a: no_data stale(users)", "b: no_data stale(users)"])
    #expect(
      policy.outcomes("walks") == [
        "1: pass dangling(user)", "2: no_data dangling(user)",
        "3: no_data dangling(user) missing(ok)", "5: no_data missing(ok) missing(user)",
        "logs.ndjson:4: no_data \(line)",
      ])
    #expect(
      policy.outcomes("reads") == [
        "1: pass", "2: not_applicable", "3: pass missing(ok)", "5: pass missing(ok)",
        "logs.ndjson:4: no_data \(line)",
      ])
    #expect(
      policy.outcomes("kept") == [
        "1: pass", "3: pass missing(ok)", "5: pass missing(ok)",
        "logs.ndjson:4: no_data \(line)",
      ])
    // A dataset nobody can see makes the rule no_data all the same.
    let rule = try #require(policy.evaluate("applies").rules.first)
    #expect(rule.blindDatasets.map(\.cause) == [Cause(.stale, "users")])
  }

  // MARK: Complete per host

  @Test func aHostNobodyCollected() throws {
    var policy = PolicyEvaluation(
      """
      module t
      dataset hosts "Hosts" { key id  id: text }
      dataset ports "Ports" {
        key host, number
        complete per host
        host: hosts  number: int  open: bool?
      }
      rule telnet "T" { severity low for p in ports must p.number != 23 }
      rule on_host "H" {
        severity low for h in hosts must none(p in ports where p.host == h and p.number == 23)
      }
      rule few "C" {
        severity low for h in hosts must count(p in ports where p.host == h) <= 5
      }
      rule present "P" { severity low for h in hosts must h in hosts }
      rule anywhere "A" { severity low must none(p in ports where p.number == 23) }
      rule by_host "G" {
        severity low for p in ports group by host = p.host must count(p where p.number == 23) == 0
      }
      """)
    policy.deliver("hosts", files: ["row", "manifest", "neither"].map { #"{"id":"\#($0)"}"# })
    policy.deliver("ports", #"{"host":"row","number":22}"#, covered: ["manifest"])
    let unseen = "unavailable(ports of neither)"
    #expect(policy.outcomes("telnet") == ["neither: no_data \(unseen)", "row,22: pass"])
    #expect(
      policy.outcomes("on_host") == ["manifest: pass", "neither: no_data \(unseen)", "row: pass"])
    #expect(
      policy.outcomes("few") == ["manifest: pass", "neither: no_data \(unseen)", "row: pass"])
    #expect(policy.outcomes("present") == ["manifest: pass", "neither: pass", "row: pass"])
    #expect(policy.outcomes("anywhere") == ["all: no_data \(unseen)"])
    #expect(policy.outcomes("by_host") == ["neither: no_data \(unseen)", "row: pass"])
  }

  /// Causes are printed: a key that is tagged personal must not come out through them.
  @Test func aPersonalSubjectIsNotNamed() {
    var policy = PolicyEvaluation(
      """
      module t
      dataset people "People" { key mail  mail: text @personal(contact.email) }
      dataset badges "Badges" {
        key id
        complete per person
        id: int  person: people
      }
      rule r "R" { severity low for p in people must count(b in badges where b.person == p) < 2 }
      rule s "S" { severity low must count(b in badges) < 2 }
      rule g "G" { severity low for b in badges group by who = b.person must count(b) > 2 }
      """)
    policy.deliver("people", #"{"mail":"ada@example.test"}"#)
    policy.deliver("badges", #"{"id":1,"person":"bob@example.test"}"#)
    #expect(
      policy.outcomes("r") == ["ada@example.test: no_data unavailable(badges of [masked])"])
    #expect(policy.outcomes("s") == ["all: no_data unavailable(badges of [masked])"])
    for finding in policy.evaluate("r", "g").rules.flatMap(\.findings) {
      #expect(finding.isKeyPersonal)
    }
  }

  @Test func whichHostsThereAreIsUnknownWhenNobodyDeliversThem() throws {
    var policy = PolicyEvaluation(
      """
      module t
      dataset hosts "Hosts" { key id  id: text }
      dataset ports "Ports" {
        key host, number
        complete per host
        host: hosts  number: int
      }
      rule telnet "T" { severity low for p in ports must p.number != 23 }
      rule anywhere "A" { severity low must none(p in ports where p.number == 23) }
      """)
    policy.deliver("ports", #"{"host":"row","number":22}"#)
    let telnet = try #require(policy.evaluate("telnet").rules.first)
    #expect(telnet.lines == ["row,22: pass"])
    #expect(telnet.blindDatasets.map(\.cause) == [Cause(.unavailable, "hosts")])
    #expect(policy.outcomes("anywhere") == ["all: no_data unavailable(hosts)"])
  }

  @Test func aRejectedRowPassesNotEvenALenientProject() {
    for engine in EngineKind.allCases {
      var policy = PolicyEvaluation(
        """
        module t
        dataset users "Users" { key id  id: text }
        rule r "R" { severity low for u in users must now > 2000-01-01 }
        """)
      policy.isStrict = false
      policy.engine = engine
      policy.deliver("users", "{\"id\":\"a\"}\nnot json\n")
      #expect(
        policy.outcomes("r") == ["a: pass", "users.ndjson:2: no_data unreadable(users.ndjson:2)"])
    }
  }
}
