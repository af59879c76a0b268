import WritChecker
import WritDatabase
import WritDiagnostics
import WritValues

extension RuleCompiler {
  /// The members are the groups of the rows that satisfy `where` or may.
  ///
  /// - Parameters:
  ///   - members: the rows.
  ///   - doubt: causes that leave it open whether a row belongs.
  func groups(
    _ table: DatasetTable, _ members: Scope, _ environment: Environment, _ doubt: Fragment
  ) throws -> RuleStatements {
    let keys = try rule.group.map { key -> Scalar in
      let scalar = try plain(key.value, environment, members)
      guard scalar.kind != .ratio else {
        throw Untranslatable("a quotient as a group's key", at: key.value.place)
      }
      var bound = scalar
      bound.value = members.bind(scalar.value)
      bound.causes = members.bind(scalar.causes)
      return bound
    }
    let keyCauses = members.bind(union(keys))
    var demanded = keys.map(\.value) + [keyCauses, doubt]
    let step = environment.step
    if let step { demanded.append(step.start.value) }
    let names = keys.indices.map { "k\($0)" }
    let rowsName = newName("g")
    let straysName = rowsName + "_strays"
    let groupsName = rowsName + "_groups"
    for fragment in demanded { members.demand(fragment) }

    // A group's number tells it from those of other steps too.
    var order = keys.map { "\($0.value.text)" }
    var columns = zip(keys, names).map { ", \($0.value.text) AS \($1)" }.joined()
    var list = names
    if let step {
      order.append(step.start.value.text)
      columns += ", \(step.start.value.text) AS step_start, \(step.end.value.text) AS step_end"
      members.demand(step.end.value)
      list += ["step_start", "step_end"]
    }
    let number =
      order.isEmpty ? "1" : "DENSE_RANK() OVER (ORDER BY \(order.joined(separator: ", ")))"
    let row = members.numberOfRow.text
    let stepColumn = step.map { ", \($0.start.value.text) AS step_start" } ?? ""
    let maker = OnceMaker { run in
      try members.make(run)
      try run.table(
        rowsName,
        """
        SELECT \(row) AS n, \(doubt.text) AS d, \(number) AS g\(columns) FROM \(members.last) p \
        WHERE \(keyCauses.text) = 0
        """)
      try run.index(rowsName, ["g"])
      try run.table(
        straysName,
        """
        SELECT \(row) AS n, \(keyCauses.text) AS c\(stepColumn) FROM \(members.last) p \
        WHERE \(keyCauses.text) <> 0
        """)
    }
    let doubts = bitOr("q.d")
    let groupColumns = list.map { ", q.\($0)" }.joined()
    let groupsMaker = OnceMaker { run in
      try maker.make(run)
      try run.table(
        groupsName,
        """
        SELECT q.g AS g\(groupColumns), CASE WHEN MIN(q.d) = 0 THEN 0 ELSE \(doubts.text) END AS d \
        FROM \(rowsName) q GROUP BY q.g\(groupColumns)
        """)
    }
    let strays = """
      SELECT \(MemberCode.noData) AS o, \(bitOr("q.c").text) AS c FROM \(straysName) q\
      \(step == nil ? " HAVING COUNT(*) > 0" : " GROUP BY q.step_start")
      """
    if rule.window != nil {
      return try windows(
        WindowedGroups(
          table: table, members: members, rowsName: rowsName, groupsName: groupsName,
          straysName: straysName, strays: strays, keys: keys, rows: maker, groups: groupsMaker),
        environment)
    }
    let scope = register(
      Scope(name: newName("s"), reaches: [], isBaseCheap: true, make: groupsMaker.make) {
        "SELECT r.g AS rid\($0) FROM \(groupsName) r"
      })
    let inner = groupEnvironment(scope, keys, environment)
    inner.group = GroupRows(
      dataset: table, name: rowsName, make: maker.make, number: scope.base(column: "r.g"))
    let (outcome, causes) = try judge(
      inner, scope, doubt: scope.base(column: "r.d"), rejection: nil)
    scope.demand(outcome)
    scope.demand(causes)
    let groups = {
      "SELECT p.rid AS g, \(outcome.text) AS o, \(causes.text) AS c FROM \(scope.last) p"
    }
    return grouped(
      rowsName, straysName, strays: strays, members: groups, hasSteps: step != nil
    ) { run in
      try groupsMaker.make(run)
      try scope.make(run)
    }
  }

  /// - Parameter members: a SELECT of groups with number, outcome and causes.
  func grouped(
    _ rowsName: String, _ straysName: String, strays: String, members: @escaping () -> String,
    hasSteps: Bool, make: @escaping (StatementRun) throws -> Void
  ) -> RuleStatements {
    let settled = "(\(MemberCode.pass), \(MemberCode.notApplicable))"
    let isOpen = {
      """
      (EXISTS (SELECT 1 FROM (\(members())) y WHERE y.o NOT IN \(settled)) \
      OR EXISTS (SELECT 1 FROM \(straysName)))
      """
    }
    return RuleStatements(
      make: make, members: { "(SELECT q.o, q.c FROM (\(members())) q UNION ALL \(strays))" },
      rows: {
        // A row belongs to a group of each step: one that is seen for one of them is seen for all.
        if hasSteps {
          return """
            SELECT x.n FROM (SELECT q.n FROM \(rowsName) q UNION SELECT q.n FROM \(straysName) q) x \
            WHERE \(isOpen()) ORDER BY x.n
            """
        }
        return """
          SELECT x.n FROM (SELECT q.n FROM \(rowsName) q JOIN (\(members())) m ON m.g = q.g \
          WHERE m.o NOT IN \(settled) UNION SELECT q.n FROM \(straysName) q) x ORDER BY x.n
          """
      },
      counted: { hasSteps ? "NOT \(isOpen())" : "TRUE" })
  }

  /// The environment in which groups, or their windows, are judged; the scope's base is called `r`.
  func groupEnvironment(
    _ scope: Scope, _ keys: [Scalar], _ environment: Environment
  ) -> Environment {
    let inner = self.environment(Environment(member: scope))
    inner.groupKeys = keys.enumerated().map { index, key in
      Scalar(kind: key.kind, value: scope.base(column: "r.k\(index)"))
    }
    if environment.step != nil {
      inner.step = (
        Scalar(kind: .time, value: scope.base(column: "r.step_start")),
        Scalar(kind: .time, value: scope.base(column: "r.step_end"))
      )
    }
    return inner
  }
}

/// Makes something once, whoever asks first.
final class OnceMaker {
  private let body: (StatementRun) throws -> Void
  private var isMade = false

  init(_ body: @escaping (StatementRun) throws -> Void) { self.body = body }

  func make(_ run: StatementRun) throws {
    if isMade { return }
    isMade = true
    try body(run)
  }
}
