import WritChecker
import WritDatabase
import WritDiagnostics
import WritPlan
import WritValues

/// Groups that are judged window by window: names of their tables and what makes them.
struct WindowedGroups {
  let table: DatasetTable
  let members: Scope
  let rowsName: String
  let groupsName: String
  let straysName: String
  /// Members made of rows whose group can't be told.
  let strays: String
  let keys: [Scalar]
  let rows: OnceMaker
  let groups: OnceMaker
}

extension RuleCompiler {
  /// Every window is judged; the group gets the worst outcome, of several the earliest window's.
  ///
  /// Windows are rows of a table: `w` its number, in order of time within a group, `g` the group's, `s` and `e` its ends,
  /// `f` 1 where it is not known to be one, `c` causes why there may be others, `b` 1 where even those that are known
  /// may not be windows. Which rows lie in which window is another table.
  func windows(
    _ groups: WindowedGroups, _ environment: Environment
  ) throws -> RuleStatements {
    guard let window = rule.window, let order = groups.table.schema.order else {
      throw Untranslatable("this window", at: rule.place)
    }
    let name = groups.rowsName
    let (timed, windows, holds) = (name + "_timed", name + "_windows", name + "_holds")
    guard case .scalar(let timeKind, let timeColumn)? = groups.table.shapes[order.field],
      timeKind == .time
    else { throw Untranslatable("this order", at: rule.place) }
    let source = groups.table.source
    let timedMaker = OnceMaker { run in
      try groups.groups.make(run)
      try run.table(
        timed,
        """
        SELECT q.n AS n, q.g AS g, r.\(timeColumn) AS t, r.\(timeColumn)c AS tc, \
        q.d | r.\(timeColumn)c AS d FROM \(name) q JOIN \(source) r ON r.n = q.n
        """)
      try run.index(timed, ["g", "t"])
    }
    let tables = WindowTables(
      timed: timed, windows: windows, holds: holds, groups: groups.groupsName,
      bits: { [self] in bitOr(Fragment($0)).text },
      null: SQLKind.time.null(dialect).text)
    let zone = try self.zone(of: window)
    let windowMaker = OnceMaker { run in
      try timedMaker.make(run)
      try tables.make(window, zone, run)
    }
    let groupList =
      (groups.keys.indices.map { "k\($0)" }
      + (environment.step == nil ? [] : ["step_start", "step_end"]))
      .map { ", h.\($0)" }.joined()
    let scope = register(
      Scope(name: newName("s"), reaches: [], isBaseCheap: true, make: windowMaker.make) {
        """
        SELECT r.w AS rid\($0) FROM (SELECT q.*, h.d AS gd\(groupList) FROM \(windows) q \
        JOIN \(groups.groupsName) h ON h.g = q.g) r
        """
      })
    let inner = groupEnvironment(scope, groups.keys, environment)
    let isOpen = scope.base(column: "r.f")
    let clockCauses: Fragment = "CASE WHEN \(isOpen) = 1 THEN \(SQLEncoding.undefined) ELSE 0 END"
    inner.window = (
      Scalar(kind: .time, value: scope.base(column: "r.s"), causes: scope.bind(clockCauses)),
      Scalar(kind: .time, value: scope.base(column: "r.e"), causes: scope.bind(clockCauses))
    )
    let number = scope.base(column: "r.w")
    inner.group = GroupRows(
      dataset: groups.table, name: holds, make: windowMaker.make, number: number)
    let groupDoubt = scope.base(column: "r.gd")
    let (judged, why) = try judge(
      inner, scope,
      doubt: scope.bind("CASE WHEN \(isOpen) = 1 THEN 0 ELSE \(groupDoubt) END"), rejection: nil)
    // A window that may not be there can't fail.
    let own = scope.base(column: "r.d")
    let open = scope.base(column: "r.c")
    let areOpen = scope.base(column: "r.b")
    let softened: Fragment = """
      \(judged) = \(MemberCode.fail) AND (\(isOpen) = 1 OR \(own) <> 0 OR \(areOpen) = 1)
      """
    let outcome = scope.bind(
      "CASE WHEN \(softened) THEN \(MemberCode.noData) ELSE \(judged) END")
    let causes = scope.bind(
      """
      CASE WHEN NOT (\(softened)) THEN \(why) WHEN \(isOpen) = 0 AND \(own) <> 0 THEN \(own) \
      ELSE \(open) END
      """)
    let group = scope.base(column: "r.g")
    for fragment in [outcome, causes, isOpen, number, group] { scope.demand(fragment) }

    let worst = name + "_worst"
    let timeless = bitOr("CASE WHEN q.tc <> 0 THEN q.d ELSE 0 END").text
    let make = { (run: StatementRun) in
      try scope.make(run)
      // Among windows that are known before those that may be, of one rank the earliest.
      try run.table(
        worst,
        """
        SELECT x.g AS g, x.o AS o, x.c AS c FROM (SELECT \(group.text) AS g, \(outcome.text) AS o, \
        \(causes.text) AS c, ROW_NUMBER() OVER (PARTITION BY \(group.text) ORDER BY \
        CASE WHEN \(outcome.text) = \(MemberCode.openPass) THEN \(MemberCode.pass) \
        ELSE \(outcome.text) END, \(isOpen.text), \(number.text)) AS i FROM \(scope.last) p) x \
        WHERE x.i = 1
        """)
      // Groups none of whose rows has a time.
      try run.table(
        worst + "_none",
        """
        SELECT q.g AS g, \(MemberCode.noData) AS o, \(timeless) AS c FROM \(timed) q \
        WHERE q.g NOT IN (SELECT x.g FROM \(worst) x) GROUP BY q.g
        """)
    }
    let all =
      "SELECT q.g, q.o, q.c FROM \(worst) q UNION ALL SELECT q.g, q.o, q.c FROM \(worst)_none q"
    return grouped(
      name, groups.straysName, strays: groups.strays, members: { all },
      hasSteps: environment.step != nil, make: make)
  }

  private func zone(of window: CheckedRule.Window) throws -> Zone? {
    guard case .tumbling(_, let name?) = window else { return .utc }
    return settings.zone(name)
  }
}

/// Makes the tables of windows and of the rows they hold.
struct WindowTables {
  let timed: String
  let windows: String
  let holds: String
  let groups: String
  let bits: (String) -> String
  /// An unknown time.
  let null: String

  private var bounds: String { windows + "_bounds" }
  private var openness: String { windows + "_open" }

  func make(_ window: CheckedRule.Window, _ zone: Zone?, _ run: StatementRun) throws {
    let lies: String
    switch window {
    case .sliding(let written):
      let span = min(written, Self.longest)
      try run.table(
        bounds,
        """
        SELECT x.g AS g, CASE WHEN x.t < \(Timestamp.earliest.microseconds + span) \
        THEN \(Timestamp.earliest.microseconds) ELSE x.t - \(span) END AS s, x.t AS e, x.t - \(span) AS a \
        FROM (SELECT DISTINCT q.g, q.t FROM \(timed) q WHERE q.tc = 0) x
        """)
      lies = "q.t BETWEEN w.a AND w.e"
    case .session(let written):
      let gap = min(written, Self.longest)
      try run.table(
        timed + "_steps",
        """
        SELECT q.g AS g, q.t AS t, CASE WHEN q.t - LAG(q.t) OVER (PARTITION BY q.g \
        ORDER BY q.t, q.n) <= \(gap) THEN 0 ELSE 1 END AS i, q.n AS n FROM \(timed) q WHERE q.tc = 0
        """)
      try run.table(
        bounds,
        """
        SELECT x.g AS g, MIN(x.t) AS s, MAX(x.t) AS e, MIN(x.t) AS a FROM (SELECT q.g, q.t, \
        SUM(q.i) OVER (PARTITION BY q.g ORDER BY q.t, q.n ROWS UNBOUNDED PRECEDING) AS y \
        FROM \(timed)_steps q) x GROUP BY x.g, x.y
        """)
      lies = "q.t BETWEEN w.s AND w.e"
    case .tumbling(let step, _):
      try makeGrid(step, zone, run)
      lies = "q.t >= w.s AND (q.t < w.e OR (w.e = \(Timestamp.latest.microseconds) AND q.t = w.e))"
    }
    try number(window, run)
    try run.index(windows, ["g"])
    try run.table(
      holds,
      """
      SELECT w.w AS g, q.n AS n, q.d AS d FROM \(windows) w JOIN \(timed) q ON q.g = w.g \
      WHERE w.f = 0 AND q.tc = 0 AND \(lies) \
      UNION ALL SELECT w.w, q.n, q.d FROM \(windows) w JOIN \(timed) q ON q.g = w.g \
      WHERE w.f = 0 AND q.tc <> 0 \
      UNION ALL SELECT w.w, q.n, q.d | w.c FROM \(windows) w JOIN \(timed) q ON q.g = w.g \
      WHERE w.f = 1 AND q.tc = 0 AND q.t BETWEEN w.a AND w.z \
      UNION ALL SELECT w.w, q.n, CASE WHEN w.l = 1 AND w.b = 0 THEN 0 ELSE q.d END \
      FROM \(windows) w JOIN \(timed) q ON q.g = w.g WHERE w.f = 1 AND q.tc <> 0
      """)
    try run.index(holds, ["g"])
    try run.index(holds, ["n"])
  }

  /// No two times are further apart.
  private static let longest = Timestamp.latest.microseconds - Timestamp.earliest.microseconds

  /// A window's ends for each time there is, as the evaluator works them out.
  private func makeGrid(
    _ step: CheckedRule.TumblingStep, _ zone: Zone?, _ run: StatementRun
  ) throws {
    var rows: [[SQLValue]] = []
    if let zone {
      let grid = TumblingGrid(step: step, zone: zone)
      try run.query("SELECT DISTINCT q.t FROM \(timed) q WHERE q.tc = 0") { row in
        guard case .int(let time)? = row.first else { return }
        let (start, end) = grid.window(holding: Timestamp(microseconds: time))
        // Where clocks were turned so oddly that a time lies outside its window, the order of rows decides.
        guard start.microseconds <= time, time < end.microseconds || end == .latest else {
          throw TableWriter.Failure(
            description: "a time lies outside of its calendar window; use --engine native")
        }
        rows.append([.int(time), .int(start.microseconds), .int(end.microseconds)])
      }
    }
    try run.table(timed + "_grid", columns: ["t", "s", "e"], rows: rows)
    try run.table(
      bounds,
      """
      SELECT DISTINCT q.g AS g, x.s AS s, x.e AS e, x.s AS a FROM \(timed) q \
      JOIN \(timed)_grid x ON x.t = q.t WHERE q.tc = 0
      """)
  }

  /// Numbers the windows and adds those that uncertain rows may make.
  private func number(_ window: CheckedRule.Window, _ run: StatementRun) throws {
    // Of each group: rows of unknown time, their causes, and whether uncertain rows leave sessions open.
    let strays = """
      SELECT q.g AS g, COUNT(*) AS l, \(bits("q.d")) AS c FROM \(timed) q WHERE q.tc <> 0 GROUP BY q.g
      """
    let isSession: Bool
    if case .session = window { isSession = true } else { isSession = false }
    if case .session(let written) = window {
      let gap = min(written, Self.longest)
      try run.table(
        windows + "_parts",
        """
        SELECT x.g AS g, SUM(x.i) AS i FROM (SELECT q.g, CASE WHEN q.t - LAG(q.t) OVER (\
        PARTITION BY q.g ORDER BY q.t, q.n) <= \(gap) THEN 0 ELSE 1 END AS i FROM \(timed) q \
        WHERE q.tc = 0 AND q.d = 0) x GROUP BY x.g
        """)
      try run.table(
        windows + "_wholes",
        """
        SELECT w.g AS g, COUNT(*) AS i FROM \(bounds) w WHERE EXISTS (SELECT 1 FROM \(timed) q \
        WHERE q.g = w.g AND q.tc = 0 AND q.d = 0 AND q.t BETWEEN w.s AND w.e) GROUP BY w.g
        """)
      try run.table(
        openness,
        """
        SELECT x.g AS g, COALESCE(y.l, 0) AS l, COALESCE(y.c, 0) AS c, \
        CASE WHEN y.g IS NOT NULL OR COALESCE(a.i, 0) <> COALESCE(b.i, 0) THEN 1 ELSE 0 END AS b \
        FROM \(groups) x LEFT JOIN (\(strays)) y ON y.g = x.g \
        LEFT JOIN \(windows)_parts a ON a.g = x.g LEFT JOIN \(windows)_wholes b ON b.g = x.g
        """)
    } else {
      try run.table(
        openness,
        """
        SELECT x.g AS g, COALESCE(y.l, 0) AS l, COALESCE(y.c, 0) AS c, 0 AS b \
        FROM \(groups) x LEFT JOIN (\(strays)) y ON y.g = x.g
        """)
    }
    // An open session may hold any row of the group, and its causes are theirs too.
    var causes = "o.c"
    if isSession {
      try run.table(
        windows + "_doubts",
        "SELECT q.g AS g, \(bits("q.d")) AS c FROM \(timed) q GROUP BY q.g")
      causes = "CASE WHEN o.b = 1 THEN o.c | u.c ELSE o.c END"
    }
    let doubts = isSession ? " LEFT JOIN \(windows)_doubts u ON u.g = o.g" : ""
    let perhaps: String
    switch window {
    case .sliding:
      perhaps = """
        SELECT w.g AS g, \(null) AS s, \(null) AS e, w.a AS a, w.e AS z, 1 AS f, o.c AS c, 0 AS b, \
        o.l AS l FROM \(bounds) w JOIN \(openness) o ON o.g = w.g WHERE o.l > 0
        """
    case .tumbling:
      // Only rows of unknown time lie in a window nobody knows.
      perhaps = """
        SELECT x.g AS g, \(null) AS s, \(null) AS e, 1 AS a, 0 AS z, 1 AS f, o.c AS c, 0 AS b, \
        o.l AS l FROM (SELECT DISTINCT w.g FROM \(bounds) w) x JOIN \(openness) o ON o.g = x.g \
        WHERE o.l > 0
        """
    case .session:
      perhaps = """
        SELECT x.g AS g, \(null) AS s, \(null) AS e, x.s AS a, x.e AS z, 1 AS f, \(causes) AS c, \
        o.b AS b, o.l AS l FROM (SELECT w.g, MIN(w.s) AS s, MAX(w.e) AS e FROM \(bounds) w \
        GROUP BY w.g) x JOIN \(openness) o ON o.g = x.g\(doubts) WHERE o.b = 1
        """
    }
    try run.table(
      windows + "_all",
      """
      SELECT w.g AS g, w.s AS s, w.e AS e, w.a AS a, w.e AS z, 0 AS f, \(causes) AS c, o.b AS b, \
      o.l AS l FROM \(bounds) w JOIN \(openness) o ON o.g = w.g\(doubts) UNION ALL \(perhaps)
      """)
    // A window's own doubt: none of its rows is sure.
    try run.table(
      windows + "_numbered",
      "SELECT q.*, ROW_NUMBER() OVER (ORDER BY q.g, q.f, q.e, q.s, q.a) AS w FROM \(windows)_all q")
    try run.index(windows + "_numbered", ["g"])
    let inside: String
    switch window {
    case .tumbling:
      inside =
        "q.t >= w.s AND (q.t < w.e OR (w.e = \(Timestamp.latest.microseconds) AND q.t = w.e))"
    default: inside = "q.t BETWEEN w.a AND w.e"
    }
    try run.table(
      windows + "_own",
      """
      SELECT w.w AS w, CASE WHEN MIN(q.d) = 0 THEN 0 ELSE \(bits("q.d")) END AS d \
      FROM \(windows)_numbered w JOIN \(timed) q ON q.g = w.g \
      WHERE w.f = 0 AND ((q.tc = 0 AND \(inside)) OR q.tc <> 0) GROUP BY w.w
      """)
    try run.table(
      windows,
      """
      SELECT q.*, COALESCE(x.d, 0) AS d FROM \(windows)_numbered q \
      LEFT JOIN \(windows)_own x ON x.w = q.w
      """)
  }
}
