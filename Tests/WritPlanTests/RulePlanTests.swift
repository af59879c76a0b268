import Testing
import WritChecker
import WritPlan
import WritValues

/// Operators, their order and their cost.
@Suite struct RulePlanTests {
  private func plan(_ clauses: String) throws -> RulePlan {
    try Planning(Planning.data + "rule r \"R\" {\n  severity low\n  \(clauses)\n}\n").rule("r")
  }

  static let costs: [(clauses: String, cost: CostClass)] = [
    ("must now > 2026-01-01", .constant),
    ("must count(users) > 1", .onePass),
    ("for u in users must u.level > 1", .onePass),
    ("for u in users must any(p in u.ports : p.open)", .onePass),
    ("for u in users must count(g in grants where g.open) > 1", .onePass),
    ("each q in period by 1mo must exists(e in events where e.at in q)", .onePass),
    ("for u in users must u.boss.level > 1", .lookUp),
    ("for u in users must u.boss in users", .lookUp),
    ("for u in users must boss_of(u.boss) is known", .lookUp),
    ("for u in users must true say \"{u.boss.name}\"", .lookUp),
    ("for u in users must exists(g in grants where g.user == u)", .hashJoin),
    ("for u in users must trusted(u)", .hashJoin),
    ("for u in users must exists(g in grants where held_by(g, u))", .hashJoin),
    ("for u in users must u.level > 1 and count(g in grants where u in g.people) > 1", .hashJoin),
    ("for u in users must personal(u.id) is missing", .detector),
    ("for u in users must true say \"{personal(u.id)}\"", .detector),
    ("for u in users group by l = u.level must count(u) > 1", .group),
    (
      "for e in events group by u = e.user must exists(g in grants where g.user == u)", .group
    ),
    ("for e in events window tumbling 1d must count(e) > 1", .group),
    ("for u in users allow cross must none(g in grants where g.weight > u.level)", .cross),
    (
      "for e in events allow cross group by u = e.user "
        + "must exists(g in grants where g.weight > count(e))",
      .cross
    ),
  ]

  @Test("cost", arguments: costs.indices) func cost(index: Int) throws {
    let (clauses, cost) = Self.costs[index]
    #expect(try plan(clauses).cost == cost, "\(clauses)")
  }

  private func words(_ operators: [PlanOperator]) -> [String] {
    operators.map { one in
      switch one.kind {
      case .lookUp(let path, _, _): "look up \(path)"
      case .membership(let reference, _): "find \(reference)"
      case .join(let join): "\(join.strategy.rawValue) \(join.kind.rawValue)"
      case .nested(let function, let source, _): "nested \(function.rawValue) \(source)"
      case .aggregate: "aggregate \(one.text)"
      case .detection: "detect \(one.text)"
      case .each: "each"
      case .filter: "where \(one.text)"
      case .group: "group"
      case .window: "window"
      case .when: "when \(one.text)"
      case .must: "must \(one.text)"
      case .within: "within \(one.text)"
      case .findings: "findings"
      }
    }
  }

  @Test("a text is looked at once, after all that is cheaper") func detection() throws {
    let plan = try plan(
      "for u in users when personal(u.id) is known and u.boss.level > 1 "
        + "must personal(u.id) != \"contact.email\"")
    #expect(
      words(plan.operators) == [
        "look up u.boss", "when u.boss.level > 1", "detect u.id", "when personal(u.id) is known",
        "must personal(u.id) != \"contact.email\"",
      ])
  }

  @Test("conditions come cheapest first, each behind what it needs") func order() throws {
    let plan = try plan(
      "for u in users where exists(g in grants where g.user == u) and u.boss.level > 1 "
        + "and any(p in u.ports : p.open) and u.level > 1 must true")
    #expect(
      words(plan.operators) == [
        "nested any u.ports", "where any(u.ports …)", "where u.level > 1", "look up u.boss",
        "where u.boss.level > 1", "hash semi", "where exists(grants …)", "must true",
      ])
  }

  @Test func oneLookUpServesAllThatReadBehindIt() throws {
    let plan = try plan(
      "for u in users when u.boss.level > 1 and u.boss.boss.name != \"\" "
        + "must u.boss.seen is known say \"{u.boss.email}\"")
    let lookUps = plan.operators.compactMap { one -> String? in
      guard case .lookUp(let path, _, let fields) = one.kind else { return nil }
      return "\(path) \(fields)"
    }
    #expect(lookUps == ["u.boss [2, 3, 5, 6]", "u.boss.boss [1]"])
    guard case .findings(["say"]) = try #require(plan.operators.last).kind else {
      Issue.record("findings do not come last")
      return
    }
    #expect(plan.operators.last?.inner.isEmpty == true)
  }

  @Test func aLookUpStandsWhereItsReferenceIsKnown() throws {
    let plan = try plan(
      "for u in users must exists(g in grants where g.role == u.name and g.user.level > u.boss.level)"
    )
    #expect(words(plan.operators).prefix(2) == ["look up u.boss", "hash semi"])
    #expect(words(plan.operators[1].inner) == ["look up g.user"])
  }

  @Test func aDefinesRowIsTheOneItWasGiven() throws {
    let plan = try plan("for u in users must boss_of(u.boss).level > 1 and trusted(u.boss)")
    #expect(
      words(plan.operators) == [
        "look up u.boss", "look up boss_of(u.boss)", "hash semi",
        "must boss_of(u.boss).level > 1 and trusted(u.boss)",
      ])
    guard case .join(let join) = plan.operators[2].kind else { return }
    #expect(join.keys == ["g.user == u.boss"])
    #expect(join.rest == ["g.weight > 3"])
  }

  @Test func theSameIsWorkedOutOnce() throws {
    let plan = try plan(
      "for u in users when trusted(u) must trusted(u) and trusted(u.boss) and count(u.roles) > 1")
    #expect(
      words(plan.operators) == [
        "hash semi", "when trusted(u)", "look up u.boss", "hash semi",
        "must trusted(u) and trusted(u.boss) and count(u.roles) > 1",
      ])
  }

  @Test func whatAJoinLooksUpAndWhatIsLeft() throws {
    func join(_ condition: String) throws -> JoinPlan {
      let plan = try plan("for u in users must none(g in grants where \(condition))")
      for one in plan.operators { if case .join(let join) = one.kind { return join } }
      throw NoJoin()
    }
    let whole = try join("g.weight > 1 and held_by(g, u) and g.role in u.roles")
    #expect(whole.keys == ["g.user == u", "g.role in u.roles"])
    #expect(whole.rest == ["g.weight > 1", "g.role in u.roles"])
    #expect(whole.kind == .anti && whole.strategy == .hash)
    let contained = try join("u in g.people")
    #expect(contained.keys == ["u in g.people"])
    let number = try join("g.share == u.level")
    #expect(number.keys == ["g.share == u.level"])
  }

  private struct NoJoin: Error {}

  @Test func aStreamIsMarkedWhereCountsOfItsRowsTell() throws {
    func isMarked(_ clauses: String) throws -> [Bool] {
      try plan(clauses).operators.compactMap {
        if case .join(let join) = $0.kind { join.isMarked } else { nil }
      }
    }
    #expect(try isMarked("for u in users must exists(e in events where e.user == u)") == [true])
    #expect(try isMarked("for u in users must count(e in events where e.user == u) > 1") == [true])
    #expect(
      try isMarked("for u in users must last(e in events where e.user == u) is known") == [false])
    #expect(try isMarked("for u in users must exists(g in grants where g.user == u)") == [false])
    #expect(
      try isMarked("for o in events must exists(e in events where e.user == o.user)") == [false])
    #expect(
      try isMarked("for u in users must exists(e in events where e.user == u and e.size > u.level)")
        == [false])
  }

  @Test func whatGroupsKeep() throws {
    func state(_ clauses: String) throws -> GroupState? {
      try plan("for e in events \(clauses)").state
    }
    #expect(try state("must e.size > 1") == nil)
    #expect(
      try state("group by u = e.user window sliding 5m must count(e) > 1")
        == GroupState(span: .ring(300_000_000), keys: ["u"]))
    #expect(
      try state("window session gap 5m must count(e) > 1")
        == GroupState(span: .openSession, keys: []))
    #expect(
      try state("window tumbling 1d must count(e) > 1") == GroupState(span: .openWindow, keys: []))
    #expect(
      try state("group by u = e.user must count(e) > 1") == GroupState(span: .all, keys: ["u"]))
  }

  /// Arguments handed on double with every define; neither the join behind them nor its plan does.
  @Test func argumentsThatGrowWithEveryDefine() throws {
    var text = Planning.data + "define d0(g: grants, x: int, y: int) = g.weight == x\n"
    for level in 1...60 {
      text += "define d\(level)(g: grants, x: int, y: int) = d\(level - 1)(g, x + y, y + x)\n"
    }
    func plan(_ level: Int) throws -> JoinPlan {
      let rule = """
        rule r "R" {
          severity low
          for u in users
          allow cross
          must none(g in grants where d\(level)(g, u.level, u.level))
        }

        """
      guard case .join(let join) = try Planning(text + rule).rule("r").operators.first?.kind else {
        throw NoJoin()
      }
      return join
    }
    #expect(try plan(2).strategy == .hash)
    #expect(try plan(2).keys == ["g.weight == (u.level + u.level) + (u.level + u.level)"])
    #expect(try plan(60).strategy == .cross)
  }
}
