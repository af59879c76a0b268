import Testing
import WritChecker
import WritEngine
import WritModel
import WritTables
import WritValues
import _WritTestSupport

/// What holds for any data, tried on companies made from seeds.
@Suite struct EnginePropertyTests {
  /// A rule in words and what the properties must know of it.
  struct Clauses: Sendable {
    var text: String
    /// Asks whether something is missing, so that less data can decide more.
    var asksPresence = false
    /// Its members are groups, or can wait for a deadline.
    var isReshaped = false
    /// Reads no other row of its own dataset, so that it can be streamed.
    var isStreamed = false
  }

  static let rules = [
    Clauses(text: "for u in users when u.active must not u.admin"),
    Clauses(text: "for u in users where u.level > 1 when u.active or u.admin must u.score <= 2"),
    Clauses(text: "for u in users must u.boss.active and u.boss.boss.level < 4"),
    Clauses(text: "for u in users must u.boss is known and u.active", asksPresence: true),
    Clauses(
      text: "for u in users must (u.level ?? 0) < 4 or u.seen is missing", asksPresence: true),
    Clauses(
      text: "for u in users when \"admin\" in u.roles must exists(g in grants where g.user == u)"),
    Clauses(
      text: "for u in users must count(g in grants where g.user == u and g.open) <= 1 tolerate 1"),
    Clauses(text: "for u in users must sum(g.level for g in grants where u in g.users) < 5"),
    Clauses(text: "for u in users must every(g in grants where g.user == u : g.role in u.roles)"),
    Clauses(
      text: "for u in users must first(g in grants where g.user == u by g.level).open ?? true",
      asksPresence: true),
    Clauses(text: "for u in users must age(u.seen) < 60d within 1h after u.seen", isReshaped: true),
    Clauses(
      text: "for e in events when e.user.active must e.size < 4 and e.user.level >= 1",
      isStreamed: true),
    Clauses(
      text: """
        for e in events where e.kind == "in" group by user = e.user window sliding 10m
        allow empty when max(e.size) > 1 must count(e) < 3 say "{user} {count(e)} {min(e.time)}"
        """, isReshaped: true, isStreamed: true),
    Clauses(
      text: """
        for e in events group by kind = e.kind, user = e.user window tumbling 30m
        must sum(e.size) < 9 and share(e.size > 2) < 75%
        """, isReshaped: true, isStreamed: true),
    Clauses(
      text: """
        for e in events group by user = e.user window session gap 15m
        must count(e where e.kind == "out") >= 1
        """, isReshaped: true, isStreamed: true),
    Clauses(
      text: "for e in events group by user = e.user must first(e).kind == \"in\"", isReshaped: true,
      isStreamed: true),
    Clauses(
      text: """
        each h in period by 1h
        must exists(e in events where e.time in h and e.kind == "in") and h.start < now
        """, isReshaped: true),
    Clauses(
      text: """
        for u in users must exists(e in events where e.user == u and e.size > 2)
        and none(e in events where u == e.user and e.user.admin and e.kind == "in")
        """, isStreamed: true),
    Clauses(
      text: """
        for u in users where u.level > 1
        when every(e in events where e.user == u : e.kind == "out" or e.size < 4)
        must count(e in events where e.user == u.boss) < 4 and count(e in events where e.size > 3) > 9
        """, isStreamed: true),
    Clauses(
      text: "must share(u.active for u in users) > 50% and count(g in grants where g.open) > 9"),
    Clauses(
      text: """
        for e in events when e.user.admin
        must none(g in grants where g.user == e.user and g.role == "read" and g.level > 1)
        """, isStreamed: true),
  ]

  static let ids = rules.indices.map { "r\($0 < 10 ? "0" : "")\($0)" }

  static let text =
    RandomCompany.schema
    + zip(ids, rules).map { "rule \($0) \"\($0)\" { severity low \($1.text) }\n" }.joined()

  private static let checked = PolicyEvaluation(text)

  private func policy() -> PolicyEvaluation {
    var policy = Self.checked
    policy.period = (
      PolicyEvaluation.time("2026-01-01T00:00:00Z"), PolicyEvaluation.time("2026-01-01T03:00:00Z")
    )
    return policy
  }

  private static let holes: [RandomCompany.Holes] = [.none, .missing, .all]

  // MARK: Ledger

  @Test(arguments: UInt64(1)...8)
  func theLedgerBalances(_ seed: UInt64) throws {
    for holes in Self.holes {
      for isStrict in [true, false] {
        var policy = policy()
        policy.isStrict = isStrict
        let company = RandomCompany(seed: seed, holes: holes)
        company.deliver(to: &policy)
        let result = policy.evaluate()
        #expect(result.failures.map(\.message) == [])
        #expect(result.rules.map(\.rule) == Self.ids.map { "t.\($0)" })
        for rule in result.rules {
          let ledger = rule.ledger
          #expect(ledger.isBalanced)
          #expect(rule.error == nil)
          #expect(Int(ledger.members) == rule.members.count)
          #expect(Int(ledger.fail + ledger.noData) == rule.findings.count)
          #expect(ledger.open == ledger.fail + ledger.noData)
          for outcome in Outcome.allCases {
            let count = rule.members.count { $0.outcome == outcome }
            #expect(Int64(count) == ledger.count(of: outcome))
          }
          for member in rule.members where member.outcome == .noData {
            #expect(!member.causes.isEmpty, "\(rule.rule) \(member)")
          }
          for finding in rule.findings where finding.outcome == .noData {
            #expect(!finding.causes.isEmpty)
          }
        }
        // Every line is a member of a rule that leaves none out, but those delivered twice.
        let first = try #require(result.rules.first)
        let users = try #require(result.datasets.first { $0.name.name == "users" })
        #expect(first.ledger.members == users.rows)
        #expect(Int(users.rows) == company.users.count)
      }
    }
  }

  /// With no holes nothing is unknown but what dangles.
  @Test func completeDataLeavesNothingOpen() {
    var policy = policy()
    RandomCompany(seed: 7, holes: .none).deliver(to: &policy)
    for rule in policy.evaluate().rules {
      for member in rule.members where member.outcome == .noData {
        #expect(member.causes.allSatisfy { $0.kind == .dangling || $0.kind == .missing })
      }
    }
  }

  // MARK: Order of delivery

  @Test(arguments: UInt64(1)...8)
  func shuffledRowsGiveTheSame(_ seed: UInt64) {
    let company = RandomCompany(seed: seed, holes: .missing)
    var shuffled = company
    var generator = SeededGenerator(seed: seed &+ 1000)
    shuffled.users.shuffle(using: &generator)
    shuffled.grants.shuffle(using: &generator)
    shuffled.events.shuffle(using: &generator)
    var one = policy()
    company.deliver(to: &one)
    var other = policy()
    shuffled.deliver(to: &other)
    for (left, right) in zip(one.evaluate().rules, other.evaluate().rules) {
      expectSame(left.unplaced, right.unplaced, left.rule)
    }
  }

  @Test(arguments: UInt64(1)...8)
  func theOrderOfFilesIsNoMatter(_ seed: UInt64) {
    let company = RandomCompany(seed: seed, holes: .all)
    var generator = SeededGenerator(seed: seed &+ 2000)
    var files: [String: [TableInput]] = [:]
    for (name, lines) in [
      ("users", company.users), ("grants", company.grants), ("events", company.events),
    ] {
      let cut = Int.random(in: 0...lines.count, using: &generator)
      // An empty file is a failure of its own.
      files[name] = [lines[..<cut], lines[cut...]].enumerated().filter { !$0.element.isEmpty }
        .map { part -> TableInput in
          let text = RandomCompany.text(Array(part.element))
          return .ndjson(
            MemorySource(name: "\(name)\(part.offset).ndjson", text: text), FieldBinding())
        }
    }
    var one = policy()
    var other = policy()
    for (name, inputs) in files {
      one.deliver(name, inputs: inputs)
      other.deliver(name, inputs: inputs.reversed())
    }
    for (left, right) in zip(one.evaluate().rules, other.evaluate().rules) {
      expectSame(left.whole, right.whole, left.rule)
    }
  }

  /// Rows that share a key, each in a file of its own: what is left of them, and which is which, must
  /// not follow the order of the files.
  @Test(arguments: [false, true])
  func rowsOfOneKeyInTwoFiles(_ isHeld: Bool) throws {
    let text = """
      module t
      dataset events "Events" {
        key id
        order by time lateness 10m
        id: text  time: time  ok: bool?
      }
      rule r "R" { severity low for e in events must e.ok say "{e.time}" }
      rule held "H" { severity low must exists(e in events where e.ok) }
      """
    let files = [
      """
      {"id":"far","time":"2026-01-01T00:00:00Z","ok":false}
      {"id":"alike","time":"2026-01-01T00:00:00Z","ok":false}
      {"id":"near","time":"2026-01-01T00:00:00Z","ok":false}
      """,
      """
      {"id":"near","time":"2026-01-01T00:00:00Z"}
      {"id":"alike","time":"2026-01-01T00:00:00Z","ok":false}
      {"id":"far","time":"2026-01-01T08:00:00Z"}
      {"id":"far","time":"2026-01-01T12:00:00Z"}
      """,
    ]
    let inputs = files.enumerated().map { part -> TableInput in
      let name = "events\(part.offset).ndjson"
      return .ndjson(MemorySource(name: name, text: part.element + "\n"), FieldBinding())
    }
    let evaluations = try [inputs, inputs.reversed()].map { inputs -> String in
      var policy = PolicyEvaluation(text)
      policy.deliver("events", inputs: inputs)
      let rules = (isHeld ? policy.evaluate() : policy.evaluate("r")).rules
      let rule = try #require(rules.last)
      #expect(
        rule.lines == [
          "alike: fail", "events0.ndjson:3: no_data unreadable(events0.ndjson:3)",
          "events1.ndjson:1: no_data unreadable(events1.ndjson:1)", "far: fail",
          "far: no_data missing(ok)", "far: no_data missing(ok)",
        ])
      return rule.whole
    }
    expectSame(evaluations[0], evaluations[1], "r")
  }

  /// Text is its bytes: two keys that look alike are two members, each with a fingerprint that does not
  /// follow the other's fate.
  @Test func keysThatLookAlike() throws {
    func fingerprints(_ lines: String...) throws -> [String] {
      var policy = PolicyEvaluation(
        """
        module t
        dataset users "Users" { key id  id: text  mfa: bool? }
        rule r "R" { severity low for u in users must u.mfa }
        """)
      policy.deliver("users", files: [RandomCompany.text(lines)])
      let rule = try #require(policy.evaluate().rules.first)
      #expect(rule.members.count == lines.count)
      return rule.findings.map(\.fingerprint)
    }
    let composed = "{\"id\":\"\u{E9}\",\"mfa\":false}"
    let decomposed = "{\"id\":\"e\u{301}\",\"mfa\":false}"
    let both = try fingerprints(composed, decomposed)
    #expect(both.count == 2)
    #expect(try fingerprints(decomposed, composed) == both)
    let one = try fingerprints(composed)
    let other = try fingerprints(decomposed)
    #expect(Set(both) == Set(one + other))
  }

  @Test func twoRunsGiveTheSame() {
    var policy = policy()
    RandomCompany(seed: 3, holes: .all).deliver(to: &policy)
    #expect(policy.evaluate().rules.map(\.whole) == policy.evaluate().rules.map(\.whole))
  }

  // MARK: Streamed and held

  /// A rule's outcome never depends on which rules share the scan.
  @Test(arguments: UInt64(1)...8)
  func streamedAndHeldAgree(_ seed: UInt64) throws {
    for holes in Self.holes {
      var policy = policy()
      RandomCompany(seed: seed, holes: holes).deliver(to: &policy)
      // Rule 16 joins events, so that they are held for all.
      let together = policy.evaluate()
      for (id, rule) in zip(Self.ids, Self.rules) where rule.isStreamed {
        let alone = policy.evaluate(id)
        let held = try #require(together.rules.first { $0.rule == "t.\(id)" })
        expectSame(alone.rules.first?.whole ?? "", held.whole, id)
        let streamedReport = try #require(alone.datasets.first { $0.name.name == "events" })
        let heldReport = try #require(together.datasets.first { $0.name.name == "events" })
        #expect(streamedReport.rows == heldReport.rows)
        #expect(streamedReport.rejects == heldReport.rejects)
      }
    }
  }

  /// One meaning, every engine: the same findings, with their places, and the same report of what was
  /// read, whether or not all members are asked for.
  @Test(arguments: UInt64(1)...12)
  func theEnginesAgree(_ seed: UInt64) {
    for holes in Self.holes {
      for collectsMembers in [false, true] {
        var native = policy()
        native.isStrict = seed % 3 > 0
        RandomCompany(seed: seed, holes: holes, users: 10, grants: 15, events: 150)
          .deliver(to: &native)
        var reference = native
        native.engine = .native
        reference.engine = .reference
        // Alone each of these is streamed.
        for (id, rule) in zip(Self.ids, Self.rules) where rule.isStreamed {
          let one = native.evaluate(id, collectsMembers: collectsMembers)
          let other = reference.evaluate(id, collectsMembers: collectsMembers)
          expectSame(
            one.rules.map(\.whole).joined(), other.rules.map(\.whole).joined(), id)
          expectSame("\(one.datasets) \(one.failures)", "\(other.datasets) \(other.failures)", id)
        }
      }
    }
  }

  @Test(arguments: UInt64(1)...4)
  func aRuleAloneSaysWhatItSaysAmongOthers(_ seed: UInt64) throws {
    var policy = policy()
    RandomCompany(seed: seed, holes: .all).deliver(to: &policy)
    let together = policy.evaluate()
    for id in Self.ids {
      let alone = try #require(policy.evaluate(id).rules.first)
      let among = try #require(together.rules.first { $0.rule == "t.\(id)" })
      expectSame(alone.whole, among.whole, id)
    }
  }

  // MARK: Less data

  /// Data that can't be read decides nothing: a member keeps its outcome or loses it to `no_data`, and
  /// a rule that does not pass does not pass with less.
  @Test(arguments: UInt64(1)...16)
  func unreadableFieldsNeverDecide(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed &+ 3000)
    let company = RandomCompany(seed: seed, holes: seed % 2 == 0 ? .none : .missing)
    var less = company
    let spot = try hole(in: &less, value: "{\"wrong\":1}", using: &generator)
    try compare(company, less, "\(spot) can't be read") { _ in true }
  }

  @Test(arguments: UInt64(1)...16)
  func missingFieldsNeverDecideButWhereAskedFor(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed &+ 4000)
    let company = RandomCompany(seed: seed, holes: seed % 2 == 0 ? .none : .missing)
    var less = company
    let spot = try hole(in: &less, value: "null", using: &generator)
    try compare(company, less, "\(spot) is missing") { !$0.asksPresence }
  }

  /// Replaces the value of a random field but the key.
  private func hole(
    in company: inout RandomCompany, value: String, using generator: inout SeededGenerator
  ) throws -> String {
    let paths: [(name: String, lines: WritableKeyPath<RandomCompany, [String]>)] = [
      ("users", \.users), ("grants", \.grants), ("events", \.events),
    ]
    let (name, lines) = try #require(paths.randomElement(using: &generator))
    let index = try #require(company[keyPath: lines].indices.randomElement(using: &generator))
    guard
      case .object(var members) = try JSONValue.parse(Array(company[keyPath: lines][index].utf8))
    else { return "nothing" }
    guard let field = members.indices.dropFirst().randomElement(using: &generator) else {
      return "nothing"
    }
    members[field].value = try JSONValue.parse(Array(value.utf8))
    company[keyPath: lines][index] = JSONValue.object(members).compact
    return "\(name):\(index + 1) \(members[field].name)"
  }

  private func compare(
    _ company: RandomCompany, _ less: RandomCompany, _ what: String,
    _ isMeant: (Clauses) -> Bool
  ) throws {
    var one = policy()
    company.deliver(to: &one)
    var other = policy()
    less.deliver(to: &other)
    let before = one.evaluate().rules
    let after = other.evaluate().rules
    try #require(before.count == Self.rules.count && after.count == Self.rules.count)
    for (index, rule) in Self.rules.enumerated() where isMeant(rule) {
      let (old, new) = (before[index], after[index])
      if old.ledger.open > 0 { #expect(new.ledger.open > 0, "\(Self.ids[index]): \(what)") }
      if rule.isReshaped { continue }
      let known = Dictionary(
        old.members.map { ($0.key, $0.outcome) }, uniquingKeysWith: { first, _ in first })
      #expect(Set(known.keys).isSubset(of: new.members.map(\.key)))
      for member in new.members where known[member.key] != member.outcome {
        // A row that `where` left out may now be one of those it keeps.
        let isNew = known[member.key] == nil && member.outcome == .notApplicable
        #expect(isNew || member.outcome == .noData, "\(Self.ids[index]) \(member.key): \(what)")
      }
    }
  }
}

/// Two long texts that should be one: shows where they part.
private func expectSame(
  _ one: String, _ other: String, _ what: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  guard one != other else { return }
  let shared = zip(one, other).prefix { $0 == $1 }.count
  func part(_ text: String) -> Substring { text.dropFirst(max(0, shared - 200)).prefix(400) }
  Issue.record("\(what)\n- …\(part(one))\n+ …\(part(other))", sourceLocation: sourceLocation)
}

extension Ledger {
  func count(of outcome: Outcome) -> Int64 {
    switch outcome {
    case .pass: pass
    case .fail: fail
    case .noData: noData
    case .notApplicable: notApplicable
    case .pending: pending
    }
  }
}
