import WritChecker
import WritDatabase
import WritDiagnostics
import WritPlan
import WritValues

/// What a member comes to, as a number: the order of the verdicts is that of `Outcome.worstFirst` for windows.
enum MemberCode {
  static let fail: Int64 = 0
  static let noData: Int64 = 1
  static let pending: Int64 = 2
  static let pass: Int64 = 3
  /// Passes although it is unknown whether the rule applies.
  static let openPass: Int64 = 4
  static let notApplicable: Int64 = 5
}

/// A rule's statements.
struct RuleStatements {
  /// Makes all tables.
  var make: (StatementRun) throws -> Void
  /// One row a member: `o` its outcome, `c` its causes; of rows also `n`, the row's number.
  var members: () -> String
  /// The numbers of the rows of all members but those that pass or to which the rule does not apply, sorted; nil where
  /// there are no rows.
  var rows: (() -> String)?
  /// A condition over `members` under which they are counted as passing or not applicable.
  var counted: () -> String = { "TRUE" }
}

extension RuleCompiler {
  func statements() throws -> RuleStatements {
    let steps = rule.step.map { StepTable(PeriodSteps.steps($0, settings.period) ?? []) }
    guard let dataset = rule.dataset else { return try single(steps) }
    let table = try table(dataset, rule.place)
    let members = register(
      Scope(name: "m", reaches: [], isBaseCheap: true, make: steps?.maker.make) { columns in
        guard let steps else { return "SELECT r.n AS rid\(columns) FROM \(table.source) r" }
        return """
          SELECT r.n * \(steps.steps.count) + s.i AS rid\(columns) FROM \(table.source) r \
          CROSS JOIN \(StepTable.name) s
          """
      })
    let environment = self.environment(Environment(member: members))
    if steps != nil {
      members.numberOfRow = members.base(column: "r.n")
      members.demand(members.numberOfRow)
      environment.step = StepTable.ends(members)
    }
    let row = StoredRow(scope: members, alias: "r", level: 0)
    environment.slots[rule.rowSlot] = .row(RowOperand(table, members, .stored(row)))
    let rejection = row.column("x")
    var doubts = table.hasRejected ? [rejection] : []
    if let condition = rule.condition {
      for conjunct in conjuncts(condition) {
        let holds = try self.condition(conjunct, environment, members)
        members.drop(where: holds.value)
        doubts.append(holds.causes)
      }
    }
    let doubt = members.bind(union(doubts))
    if rule.isGrouped { return try groups(table, members, environment, doubt) }
    let (outcome, causes) = try judge(
      environment, members, doubt: doubt, rejection: table.hasRejected ? rejection : nil)
    members.demand(outcome)
    members.demand(causes)
    let number = members.numberOfRow.text
    let list = {
      "(SELECT \(number) AS n, \(outcome.text) AS o, \(causes.text) AS c FROM \(members.last) p)"
    }
    let open = {
      """
      SELECT DISTINCT m.n FROM \(list()) m \
      WHERE m.o NOT IN (\(MemberCode.pass), \(MemberCode.notApplicable))
      """
    }
    // A row is judged for all steps together.
    return RuleStatements(
      make: { try members.make($0) }, members: list, rows: { "\(open()) ORDER BY 1" },
      counted: { steps == nil ? "TRUE" : "m.n NOT IN (\(open()))" })
  }

  private func conjuncts(_ expression: CheckedExpression) -> [CheckedExpression] {
    if let (one, other) = expression.conjunction { return conjuncts(one) + conjuncts(other) }
    return [expression]
  }

  /// A rule without `for`: one member, or one for each step.
  private func single(_ steps: StepTable?) throws -> RuleStatements {
    var scope = root
    if let steps {
      scope = register(
        Scope(name: "m", reaches: [], isBaseCheap: true, make: steps.maker.make) {
          "SELECT s.i AS rid\($0) FROM \(StepTable.name) s"
        })
    }
    let environment = self.environment(Environment(member: scope))
    if steps != nil { environment.step = StepTable.ends(scope) }
    let (outcome, causes) = try judge(environment, scope, doubt: "0", rejection: nil)
    scope.demand(outcome)
    scope.demand(causes)
    let members = scope
    return RuleStatements(
      make: { try members.make($0) },
      members: {
        "(SELECT 0 AS n, \(outcome.text) AS o, \(causes.text) AS c FROM \(members.last) p)"
      },
      rows: nil)
  }

  // MARK: Judging

  /// The member's outcome and causes.
  ///
  /// - Parameters:
  ///   - doubt: causes that leave it unknown whether this is a member at all.
  ///   - rejection: why a member's row was rejected: it never passes.
  func judge(
    _ environment: Environment, _ scope: Scope, doubt: Fragment, rejection: Fragment?
  ) throws -> (outcome: Fragment, causes: Fragment) {
    var deadline: Scalar?
    if let clause = rule.deadline {
      let after = try plain(clause.after, environment, scope)
      let duration = try plain(clause.duration, environment, scope)
      let limit = try arithmetic(.add, after, duration, scope, clause.after.place)
      deadline = Scalar(
        kind: limit.kind, value: scope.bind(limit.value), causes: scope.bind(limit.causes))
      guard deadline?.kind == .time else {
        throw Untranslatable("this deadline", at: clause.after.place)
      }
    } else if let end = environment.step?.end {
      deadline = end
    }
    environment.deadline = deadline
    let applies = try rule.when.map { try condition($0, environment, scope) }
    let holds = try all(rule.musts.map { try condition($0, environment, scope) }, scope)
    let must = scope.bind(holds.value)
    let mustCauses = scope.bind(holds.causes)
    let when = applies.map { scope.bind($0.value) }
    let open = union([doubt, applies.map { scope.bind($0.causes) } ?? "0"])

    var outcome: Fragment = "CASE"
    var causes: Fragment = "CASE"
    if let when { outcome = "\(outcome) WHEN \(when) IS FALSE THEN \(MemberCode.notApplicable)" }
    if let when { causes = "\(causes) WHEN \(when) IS FALSE THEN 0" }
    if open.text != "0" {
      let isOpen: Fragment = "\(open) <> 0"
      if !settings.isStrict {
        if let rejection {
          outcome = """
            \(outcome) WHEN \(isOpen) AND \(must) IS TRUE AND \(rejection) = 0 \
            THEN \(MemberCode.openPass)
            """
          causes = "\(causes) WHEN \(isOpen) AND \(must) IS TRUE THEN \(rejection)"
        } else {
          outcome = "\(outcome) WHEN \(isOpen) AND \(must) IS TRUE THEN \(MemberCode.openPass)"
          causes = "\(causes) WHEN \(isOpen) AND \(must) IS TRUE THEN 0"
        }
      }
      outcome = "\(outcome) WHEN \(isOpen) THEN \(MemberCode.noData)"
      causes = "\(causes) WHEN \(isOpen) THEN \(union([open, mustCauses]))"
    }
    outcome = "\(outcome) WHEN \(must) IS TRUE THEN \(MemberCode.pass)"
    causes = "\(causes) WHEN \(must) IS TRUE THEN 0"
    if let deadline {
      let now = time(settings.now).value
      if !deadline.isAlwaysKnown {
        outcome = "\(outcome) WHEN \(deadline.causes) <> 0 THEN \(MemberCode.noData)"
        causes =
          "\(causes) WHEN \(deadline.causes) <> 0 THEN \(union([deadline.causes, mustCauses]))"
      }
      outcome = "\(outcome) WHEN \(now) <= \(deadline.value) THEN \(MemberCode.pending)"
      causes = "\(causes) WHEN \(now) <= \(deadline.value) THEN 0"
    }
    outcome =
      "\(outcome) WHEN \(must) IS FALSE THEN \(MemberCode.fail) ELSE \(MemberCode.noData) END"
    causes = "\(causes) ELSE \(mustCauses) END"
    return (scope.bind(outcome), scope.bind(causes))
  }
}

/// The steps of the audit period: `i` a step's number, `a` its start, `b` its end.
struct StepTable {
  static let name = "period_steps"

  let steps: [(start: Timestamp, end: Timestamp)]
  let maker: OnceMaker

  init(_ steps: [(start: Timestamp, end: Timestamp)]) {
    self.steps = steps
    maker = OnceMaker { run in
      try run.table(
        Self.name, columns: ["i", "a", "b"],
        rows: steps.enumerated().map { index, step in
          [.int(Int64(index)), .int(step.start.microseconds), .int(step.end.microseconds)]
        })
    }
  }

  /// Columns of a base that calls the table `s`.
  static func ends(_ scope: Scope) -> (start: Scalar, end: Scalar) {
    (
      Scalar(kind: .time, value: scope.base(column: "s.a")),
      Scalar(kind: .time, value: scope.base(column: "s.b"))
    )
  }
}
