import WritChecker
import WritDatabase
import WritDiagnostics
import WritValues

/// Candidate rows beside the rows of a scope, with whether each belongs.
struct Candidates {
  /// Pairs: `o` is the outer row's number, `m` the candidate's.
  let pairs: Scope
  let environment: Environment
  /// What of the outer scope the pairs read.
  let outer: Scope.Reach
  /// Rows of the source alone.
  let source: Scope
  /// Whether the condition holds.
  let holds: Scalar
  /// Causes that leave it open whether the candidate is there at all; `0` where it surely is.
  let doubt: Fragment
  /// Causes of a source that can't be seen, in the outer scope; `0` where it can.
  let unseen: Fragment
  /// The dataset the candidates are rows of.
  let table: DatasetTable?
}

extension RuleCompiler {
  /// The scope is the expression's home.
  func comprehend(
    _ comprehension: Comprehension, _ expression: CheckedExpression, _ environment: Environment,
    _ scope: Scope
  ) throws -> Operand {
    if case .row = expression.type {
      let row = try row(expression, environment, scope)
      return .scalar(bring(try key(of: row, expression.place), from: row.scope, to: scope))
    }
    switch comprehension.function {
    case .exists, .any, .none, .every:
      let found = try exists(comprehension, environment, scope, expression.place)
      let isNegated = comprehension.function == .none || comprehension.function == .every
      return .scalar(isNegated ? not(found) : found)
    case .count: return .scalar(try count(comprehension, environment, scope, expression.place))
    case .sum, .min, .max, .avg, .distinct, .quantile, .share:
      return .scalar(try fold(comprehension, expression, environment, scope))
    case .first, .last, .one: return try pickElement(comprehension, expression, environment, scope)
    }
  }

  // MARK: Candidates

  /// - Parameter conditions: conditions besides `where`, all of which have to hold.
  func candidates(
    _ comprehension: Comprehension, _ environment: Environment, _ scope: Scope, _ place: Place,
    and conditions: [(CheckedExpression, isNegated: Bool)] = []
  ) throws -> Candidates {
    let inner = self.environment(environment.copy())
    let sourceName = newName("s")
    let source: Scope
    var owner: Fragment?
    var unseen: Fragment = "0"
    var table: DatasetTable?
    switch comprehension.source {
    case .dataset(let dataset):
      let stored = try self.table(dataset, place)
      table = stored
      source = register(
        Scope(name: sourceName, reaches: [], isBaseCheap: true) {
          "SELECT r.n AS rid\($0) FROM \(stored.source) r"
        })
      inner.slots[comprehension.slot] = .row(
        RowOperand(stored, source, .stored(StoredRow(scope: source, alias: "r", level: 0))))
      unseen = stored.unavailable.map { "\($0)" } ?? "0"
    case .group:
      guard let group = environment.group else { throw Untranslatable("a group here", at: place) }
      table = group.dataset
      let name = group.dataset.source
      source = register(
        Scope(name: sourceName, reaches: [], isBaseCheap: true, make: group.make) {
          "SELECT r.n AS rid\($0) FROM \(name) r WHERE r.n IN (SELECT g.n FROM \(group.name) g)"
        })
      inner.slots[comprehension.slot] = .row(
        RowOperand(group.dataset, source, .stored(StoredRow(scope: source, alias: "r", level: 0))))
    case .collection(let expression):
      let home = home(expression, environment, scope)
      guard case .collection(let collection) = try operand(expression, environment, home) else {
        throw Untranslatable("this collection", at: expression.place)
      }
      unseen = scope.bring(collection.causes, from: collection.scope)
      switch collection.source {
      case .table(let elements, let own):
        guard !elements.isMap else { throw Untranslatable("the entries of a map", at: place) }
        source = register(
          Scope(name: sourceName, reaches: [], isBaseCheap: true) {
            "SELECT r.n AS rid\($0) FROM \(elements.name) r"
          })
        owner = scope.bring(own, from: collection.scope)
        let row = StoredRow(scope: source, alias: "r", level: 0)
        inner.slots[comprehension.slot] = .operand(row.operand(elements.element), source)
      case .constants(let elements):
        source = try constants(elements, sourceName, inner, comprehension.slot, place)
      case .scalars(let elements):
        guard elements.allSatisfy({ $0.value.columns.isEmpty && $0.causes.columns.isEmpty }) else {
          throw Untranslatable("a list of expressions as a source", at: place)
        }
        source = try constants(elements, sourceName, inner, comprehension.slot, place)
      }
    }

    let outer = Scope.Reach(scope, alias: "o")
    let inside = Scope.Reach(source, alias: "r", isLast: true)
    let plan = PairPlan(outer: outer, inside: inside)
    let pairs = register(
      Scope(
        name: newName("s"), reaches: [outer, inside], carried: ["o", "m"], isBaseCheap: false
      ) { plan.select($0) })
    var doubt: Fragment = "0"
    if let owner {
      plan.join = PairPlan.Equality(
        row: pairs.outside(source.base(column: "r.p"), from: source, inside), rowCauses: nil,
        probe: pairs.outside(owner, from: scope, outer), probeCauses: nil)
    } else if case .group = comprehension.source, let group = environment.group {
      plan.group = group.name
      plan.join = PairPlan.Equality(
        row: "g.g", rowCauses: nil,
        probe: pairs.outside(group.number, from: environment.member, outer), probeCauses: nil)
      doubt = pairs.base(column: "g.d")
    }

    var scalars: [Scalar] = []
    var parts: [(CheckedExpression, Environment, isNegated: Bool)] = []
    func split(_ expression: CheckedExpression, _ environment: Environment) throws {
      switch expression.kind {
      case .and(let one, let other):
        try split(one, environment)
        try split(other, environment)
      case .call(let define, let arguments):
        let home = home(expression, environment, pairs)
        try split(
          program.defines[define].body,
          try self.environment(of: define, arguments, environment, home))
      default: parts.append((expression, environment, false))
      }
    }
    if let condition = comprehension.condition { try split(condition, inner) }
    for (condition, isNegated) in conditions {
      if isNegated { parts.append((condition, inner, true)) } else { try split(condition, inner) }
    }
    for (part, environment, isNegated) in parts {
      if !isNegated, plan.join == nil,
        let equality = try equality(part, environment, pairs, source, scope, outer, inside)
      {
        plan.join = equality
      }
      let home = home(part, environment, pairs)
      if home === source {
        // What is sure to be false of a candidate is so beside any row.
        let own = try condition(part, environment, source)
        source.drop(where: isNegated ? not(own).value : own.value)
      }
      let scalar = try condition(part, environment, pairs)
      scalars.append(isNegated ? not(scalar) : scalar)
    }
    return Candidates(
      pairs: pairs, environment: inner, outer: outer, source: source,
      holds: all(scalars, pairs), doubt: doubt, unseen: unseen, table: table)
  }

  /// Rows of known elements.
  private func constants(
    _ elements: [Scalar], _ name: String, _ environment: Environment, _ slot: Int, _ place: Place
  ) throws -> Scope {
    guard elements.count <= 400, Set(elements.map(\.kind)).count <= 1,
      elements.allSatisfy({ $0.kind != .ratio && $0.high == nil })
    else { throw Untranslatable("this list as a source", at: place) }
    let kind = elements.first?.kind ?? .int
    var rows = elements.enumerated().map { index, element in
      "SELECT \(index) AS n, \(element.value.text) AS v, \(element.causes.text) AS vc"
    }
    if rows.isEmpty {
      rows = ["SELECT 0 AS n, \(kind.null(dialect).text) AS v, 0 AS vc WHERE 1 = 0"]
    }
    let union = rows.joined(separator: " UNION ALL ")
    let scope = register(
      Scope(name: name, reaches: [], isBaseCheap: true) {
        "SELECT r.n AS rid\($0) FROM (\(union)) r"
      })
    environment.slots[slot] = .operand(
      .scalar(
        Scalar(kind: kind, value: scope.base(column: "r.v"), causes: scope.base(column: "r.vc"))),
      scope)
    return scope
  }

  /// An equality between a candidate alone and what is around it.
  private func equality(
    _ part: CheckedExpression, _ environment: Environment, _ pairs: Scope, _ source: Scope,
    _ scope: Scope, _ outer: Scope.Reach, _ inside: Scope.Reach
  ) throws -> PairPlan.Equality? {
    guard case .compare(.equal, let one, let other) = part.kind else { return nil }
    for (row, probe) in [(one, other), (other, one)] {
      let free = variables.variables(of: probe)
      guard home(row, environment, pairs) === source, !free.slots.isEmpty || free.readsMember,
        scope.sees(home(probe, environment, pairs))
      else { continue }
      let rowScalar = try scalar(row, environment, source)
      let probeScalar = try scalar(probe, environment, scope)
      guard rowScalar.kind == probeScalar.kind, rowScalar.kind != .ratio, rowScalar.high == nil,
        probeScalar.high == nil
      else { return nil }
      func causes(_ scalar: Scalar, _ home: Scope, _ reach: Scope.Reach) -> String? {
        scalar.isAlwaysKnown ? nil : pairs.outside(scalar.causes, from: home, reach)
      }
      return PairPlan.Equality(
        row: pairs.outside(rowScalar.value, from: source, inside),
        rowCauses: causes(rowScalar, source, inside),
        probe: pairs.outside(probeScalar.value, from: scope, outer),
        probeCauses: causes(probeScalar, scope, outer))
    }
    return nil
  }

  // MARK: Exists, count

  /// A table with one row for each outer row that has candidates, joined to the outer scope.
  ///
  /// - Returns: makes columns of it; over no candidates they are NULL.
  func joined(
    _ candidates: Candidates, to scope: Scope, _ columns: [String],
    select: @escaping () -> String
  ) -> (Int) -> Fragment {
    let name = newName("a")
    let pairs = candidates.pairs
    let outer = candidates.outer
    scope.uses(pairs)
    let level = scope.join(
      Scope.Join(
        text: { "LEFT JOIN \(name) ON \(name).o = p.rid" },
        make: { run in
          try pairs.make(run)
          try run.table(name, select())
        }),
      from: max(outer.level, pairs.level(readOf: scope)) + 1)
    return { scope.joined(column: "\(name).\(columns[$0])", at: level) }
  }

  private func exists(
    _ comprehension: Comprehension, _ environment: Environment, _ scope: Scope, _ place: Place
  ) throws -> Scalar {
    let refutes = comprehension.function == .every
    let candidates = try candidates(
      comprehension, environment, scope, place,
      and: comprehension.value.map { [($0, isNegated: refutes)] } ?? [])
    if candidates.unseen.text != "0", candidates.table != nil {
      return Scalar(
        kind: .bool, value: SQLKind.bool.null(dialect), causes: candidates.unseen)
    }
    let pairs = candidates.pairs
    // A doubtful candidate can leave it open, never decide it.
    var holds = candidates.holds
    if candidates.doubt.text != "0" {
      holds = all(
        [
          holds,
          Scalar(
            kind: .bool,
            value: pairs.bind(
              "CASE WHEN \(candidates.doubt) = 0 THEN TRUE ELSE \(SQLKind.bool.null(dialect)) END"),
            causes: candidates.doubt),
        ], pairs)
    }
    let value = pairs.bind(holds.value)
    let causes = pairs.bind(holds.causes)
    pairs.demand(value)
    pairs.demand(causes)
    let open = bitOr(causes)
    let column = joined(candidates, to: scope, ["t", "c"]) {
      """
      SELECT p.o AS o, COUNT(*) FILTER (WHERE \(value.text)) AS t, \(open.text) AS c \
      FROM \(pairs.last) p WHERE (\(value.text)) IS NOT FALSE GROUP BY p.o
      """
    }
    let sure = column(0)
    let doubts = column(1)
    let null = SQLKind.bool.null(dialect)
    if candidates.unseen.text == "0" {
      let value = scope.bind(
        "CASE WHEN \(sure) > 0 THEN TRUE WHEN COALESCE(\(doubts), 0) = 0 THEN FALSE ELSE \(null) END"
      )
      return Scalar(
        kind: .bool, value: value,
        causes: "CASE WHEN \(value) IS NULL THEN \(doubts) ELSE 0 END")
    }
    let unseen = scope.bind(candidates.unseen)
    let result = scope.bind(
      """
      CASE WHEN \(unseen) <> 0 THEN \(null) WHEN \(sure) > 0 THEN TRUE \
      WHEN COALESCE(\(doubts), 0) = 0 THEN FALSE ELSE \(null) END
      """)
    return Scalar(
      kind: .bool, value: result,
      causes: """
        CASE WHEN \(unseen) <> 0 THEN \(unseen) WHEN \(result) IS NULL THEN \(doubts) ELSE 0 END
        """)
  }

  /// Conditions over a pair: surely a member, perhaps one, and why only perhaps.
  func membership(
    _ candidates: Candidates
  ) -> (sure: Fragment, open: Fragment, causes: Fragment) {
    let pairs = candidates.pairs
    let value = pairs.bind(candidates.holds.value)
    let causes = pairs.bind(union([candidates.holds.causes, candidates.doubt]))
    pairs.demand(value)
    pairs.demand(causes)
    let doubt = pairs.bind(candidates.doubt)
    pairs.demand(doubt)
    if doubt.text == "0" {
      return ("(\(value)) IS TRUE", "(\(value)) IS NULL", causes)
    }
    return (
      "((\(value)) IS TRUE AND \(doubt) = 0)",
      "((\(value)) IS NOT FALSE AND NOT ((\(value)) IS TRUE AND \(doubt) = 0))", causes
    )
  }

  private func count(
    _ comprehension: Comprehension, _ environment: Environment, _ scope: Scope, _ place: Place
  ) throws -> Scalar {
    let candidates = try candidates(comprehension, environment, scope, place)
    if candidates.unseen.text != "0", candidates.table != nil {
      return Scalar(
        kind: .int, value: "0", causes: candidates.unseen, high: "9223372036854775807")
    }
    let pairs = candidates.pairs
    let (sure, open, causes) = membership(candidates)
    let known = bitOr("CASE WHEN \(open) THEN \(causes) ELSE 0 END")
    let column = joined(candidates, to: scope, ["a", "b", "c"]) {
      """
      SELECT p.o AS o, COUNT(*) FILTER (WHERE \(sure.text)) AS a, \
      COUNT(*) FILTER (WHERE \(open.text)) AS b, \(known.text) AS c FROM \(pairs.last) p GROUP BY p.o
      """
    }
    let unseen = scope.bind(candidates.unseen)
    let isSeen = unseen.text == "0"
    let low: Fragment = "COALESCE(\(column(0)), 0)"
    let high: Fragment = "COALESCE(\(column(0)) + \(column(1)), 0)"
    let seen: Fragment = "COALESCE(\(column(2)), 0)"
    if isSeen {
      return Scalar(
        kind: .int, value: scope.bind(low), causes: scope.bind(seen), high: scope.bind(high))
    }
    return Scalar(
      kind: .int, value: scope.bind("CASE WHEN \(unseen) <> 0 THEN 0 ELSE \(low) END"),
      causes: scope.bind("CASE WHEN \(unseen) <> 0 THEN \(unseen) ELSE \(seen) END"),
      high: scope.bind("CASE WHEN \(unseen) <> 0 THEN 9223372036854775807 ELSE \(high) END"))
  }

  // MARK: Folds

  private func fold(
    _ comprehension: Comprehension, _ expression: CheckedExpression, _ environment: Environment,
    _ scope: Scope
  ) throws -> Scalar {
    let place = expression.place
    let candidates = try candidates(comprehension, environment, scope, place)
    let pairs = candidates.pairs
    let (sure, open, causes) = membership(candidates)
    guard let valueExpression = comprehension.value else {
      throw Untranslatable("`\(comprehension.function.rawValue)` here", at: place)
    }
    let folded = shortened(try plain(valueExpression, candidates.environment, pairs), pairs)
    let value = pairs.bind(folded.value)
    let valueCauses = pairs.bind(folded.causes)
    pairs.demand(value)
    pairs.demand(valueCauses)
    let fold = try Fold(
      comprehension.function, value: value, kind: folded.kind, sure: sure, dialect: dialect,
      place: place)
    if candidates.unseen.text != "0", candidates.table != nil {
      return .unknown(fold.kind, candidates.unseen, fold.kind.null(dialect))
    }
    var from = { pairs.last }
    if comprehension.function == .quantile {
      let isSure = "CASE WHEN \(sure.text.replacingAlias) THEN 1 ELSE 0 END"
      // Nearest rank: the smallest value with at least the share at or below it.
      from = {
        """
        (SELECT q.*, ROW_NUMBER() OVER (PARTITION BY q.o, \(isSure) \
        ORDER BY \(value.text.replacingAlias) ASC NULLS LAST, q.rid) AS w, \
        COUNT(*) OVER (PARTITION BY q.o, \(isSure)) AS wn FROM \(pairs.last) q)
        """
      }
    }
    var level: Scalar?
    if let levelExpression = comprehension.level {
      let constant: Value?
      switch levelExpression.kind {
      case .constant(let value): constant = value
      case .param(let index): constant = settings.params[index] ?? program.params[index].value
      default: constant = nil
      }
      guard let millionths = constant.flatMap(Self.millionths) else {
        throw Untranslatable("a level that is no literal", at: levelExpression.place)
      }
      level = Scalar(kind: .decimal, value: "\(millionths)")
    }
    let known = bitOr(
      """
      CASE WHEN \(open) THEN \(causes) WHEN \(sure) THEN \(valueCauses) ELSE 0 END
      """)
    let columns = fold.columns(level?.value)
    let names = ["c", "n", "b"] + columns.indices.map { "x\($0)" }
    let column = joined(candidates, to: scope, names) {
      let selected = zip(columns, names.dropFirst(3)).map { ", \($0.text) AS \($1)" }.joined()
      return """
        SELECT p.o AS o, \(known.text) AS c, COUNT(*) FILTER (WHERE \(sure.text)) AS n, \
        COUNT(*) FILTER (WHERE \(open.text)) AS b\(selected) FROM \(from()) p GROUP BY p.o
        """
    }
    let unseen = scope.bind(candidates.unseen)
    let seen = scope.bind(
      unseen.text == "0"
        ? "COALESCE(\(column(0)), 0)"
        : "CASE WHEN \(unseen) <> 0 THEN \(unseen) ELSE COALESCE(\(column(0)), 0) END")
    let number = scope.bind("COALESCE(\(column(1)), 0)")
    let results = columns.indices.map { column($0 + 3) }
    return fold.result(results, number: number, open: seen, scope)
  }

  private static func millionths(_ value: Value) -> Int64? {
    switch value {
    case .decimal(let decimal): decimal.millionths
    case .int(let whole): Decimal(whole)?.millionths
    default: nil
    }
  }
}

extension String {
  /// The text about rows called `q` instead of `p`.
  var replacingAlias: String {
    var result: [UInt8] = []
    let bytes = Array(utf8)
    for (index, byte) in bytes.enumerated() {
      let isAlias =
        byte == UInt8(ascii: "p") && index + 2 < bytes.count
        && bytes[index + 1] == UInt8(ascii: ".")
        && bytes[index + 2] == UInt8(ascii: "c")
        && (index == 0 || !(bytes[index - 1] | 0x20 >= 0x61 && bytes[index - 1] | 0x20 <= 0x7A))
      result.append(isAlias ? UInt8(ascii: "q") : byte)
    }
    return String(decoding: result, as: UTF8.self)
  }
}

/// How candidates are found beside outer rows.
final class PairPlan {
  struct Equality {
    var row: String
    /// Nil where it is always known, or NULL matches nothing.
    var rowCauses: String?
    var probe: String
    var probeCauses: String?
  }

  private let outer: Scope.Reach
  private let inside: Scope.Reach
  var join: Equality?
  /// The table of which rows belong to which group.
  var group: String?

  init(outer: Scope.Reach, inside: Scope.Reach) {
    self.outer = outer
    self.inside = inside
  }

  /// Rows that are equal, and those that may be: an unknown side may match anything.
  func select(_ columns: String) -> String {
    let list = "o.rid AS o, r.rid AS m\(columns)"
    if let group, let join {
      return numbered(
        """
        SELECT \(list) FROM \(outer.source) JOIN \(group) g ON \(join.row) = \(join.probe) \
        JOIN \(source) ON r.rid = g.n
        """)
    }
    guard let join else {
      return numbered("SELECT \(list) FROM \(outer.source) CROSS JOIN \(source)")
    }
    var parts = [
      "SELECT \(list) FROM \(outer.source) JOIN \(source) ON \(join.row) = \(join.probe)"
    ]
    if let causes = join.rowCauses {
      parts.append(
        "SELECT \(list) FROM \(source) CROSS JOIN \(outer.source) WHERE \(causes) <> 0")
    }
    if let causes = join.probeCauses {
      var condition = "\(causes) <> 0"
      if let other = join.rowCauses { condition += " AND \(other) = 0" }
      parts.append("SELECT \(list) FROM \(outer.source) CROSS JOIN \(source) WHERE \(condition)")
    }
    return numbered(parts.joined(separator: " UNION ALL "))
  }

  private var source: String { "\(inside.scope.last) r" }

  /// Each pair has a number of its own, by which others refer to it.
  private func numbered(_ select: String) -> String {
    "SELECT ROW_NUMBER() OVER () AS rid, u.* FROM (\(select)) u"
  }
}
