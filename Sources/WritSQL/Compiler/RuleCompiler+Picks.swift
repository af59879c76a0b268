import WritChecker
import WritDatabase
import WritDiagnostics
import WritValues

/// `first`, `last` and `one`: a row or an element by its number.
extension RuleCompiler {
  private struct Picked {
    /// NULL where there is none.
    var number: Fragment
    var causes: Fragment
    var candidates: Candidates
  }

  func pick(
    _ comprehension: Comprehension, _ expression: CheckedExpression, _ environment: Environment,
    _ scope: Scope
  ) throws -> RowOperand {
    let picked = try picked(comprehension, environment, scope, expression.place)
    guard let table = picked.candidates.table else {
      throw Untranslatable("this row", at: expression.place)
    }
    return RowOperand(table, scope, .picked(picked.number, picked.causes))
  }

  /// An element of a collection.
  func pickElement(
    _ comprehension: Comprehension, _ expression: CheckedExpression, _ environment: Environment,
    _ scope: Scope
  ) throws -> Operand {
    guard case .collection(let source) = comprehension.source,
      case .collection(let collection) = try operand(
        source, environment, home(source, environment, scope)),
      case .table(let elements, _) = collection.source
    else {
      throw Untranslatable("`\(comprehension.function.rawValue)` here", at: expression.place)
    }
    let picked = try picked(comprehension, environment, scope, expression.place)
    let alias = newName("j")
    let probe = scope.bind(picked.number)
    let name = elements.name
    let level = scope.join(
      Scope.Join(
        text: { "LEFT JOIN \(name) \(alias) ON \(alias).n = \(probe.text)" }, reads: [probe]),
      from: probe.level + 1)
    let row = StoredRow(
      scope: scope, alias: alias, level: level, absent: scope.bind(picked.causes))
    return row.operand(elements.element)
  }

  private func picked(
    _ comprehension: Comprehension, _ environment: Environment, _ scope: Scope, _ place: Place
  ) throws -> Picked {
    let candidates = try candidates(comprehension, environment, scope, place)
    let pairs = candidates.pairs
    let null = SQLKind.int.null(dialect)
    if candidates.unseen.text != "0", candidates.table != nil {
      return Picked(number: null, causes: candidates.unseen, candidates: candidates)
    }
    let (sure, open, causes) = membership(candidates)
    let isOne = comprehension.function == .one
    let rank = isOne ? nil : try rank(comprehension, candidates, place)
    let known = bitOr("CASE WHEN \(open) THEN \(causes) ELSE 0 END")
    let ranks = rank.map { bitOr("CASE WHEN \(sure) THEN \($0.causes) ELSE 0 END") } ?? "0"
    let column = joined(candidates, to: scope, ["a", "b", "c", "r"]) {
      """
      SELECT p.o AS o, COUNT(*) FILTER (WHERE \(sure.text)) AS a, \
      COUNT(*) FILTER (WHERE \(open.text)) AS b, \(known.text) AS c, \(ranks.text) AS r \
      FROM \(pairs.last) p GROUP BY p.o
      """
    }
    let order = try rowOrder(rank?.value, comprehension, candidates, place)
    let best = joined(candidates, to: scope, ["m"]) {
      """
      SELECT w.o AS o, w.m AS m FROM (SELECT q.o AS o, q.m AS m, ROW_NUMBER() OVER (\
      PARTITION BY q.o ORDER BY \(order)) AS w FROM (\
      SELECT p.*, ROW_NUMBER() OVER (PARTITION BY p.o ORDER BY p.m) - 1 AS s FROM \(pairs.last) p \
      WHERE \(sure.text)) q) w WHERE w.w = 1
      """
    }
    let surely: Fragment = "COALESCE(\(column(0)), 0)"
    let perhaps: Fragment = "COALESCE(\(column(1)), 0)"
    var tests: Fragment = "CASE"
    if candidates.unseen.text != "0" {
      let unseen = scope.bind(candidates.unseen)
      tests = "\(tests) WHEN \(unseen) <> 0 THEN \(unseen)"
    }
    if isOne {
      tests = """
        \(tests) WHEN \(surely) > 1 THEN \(column(2)) | \(SQLEncoding.bit(.ambiguous))
        """
    }
    let why = scope.bind(
      """
      \(tests) WHEN \(perhaps) > 0 THEN \(column(2)) WHEN \(surely) = 0 \
      THEN \(SQLEncoding.missing) ELSE \(column(3)) END
      """)
    return Picked(
      number: scope.bind("CASE WHEN \(why) = 0 THEN \(best(0)) ELSE \(null) END"), causes: why,
      candidates: candidates)
  }

  /// `by`, or the dataset's order; nil where only the key orders.
  private func rank(
    _ comprehension: Comprehension, _ candidates: Candidates, _ place: Place
  ) throws -> Scalar? {
    let pairs = candidates.pairs
    let rank: Scalar
    if let by = comprehension.by {
      rank = try plain(by, candidates.environment, pairs)
    } else if let table = candidates.table, let order = table.schema.order {
      guard case .row(let row)? = candidates.environment.slots[comprehension.slot],
        case .scalar(let scalar) = try field(order.field, of: row, pairs, place)
      else { throw Untranslatable("this order", at: place) }
      rank = scalar
    } else {
      return nil
    }
    guard rank.kind.isOrdered, rank.kind != .ratio else {
      throw Untranslatable("an order by these values", at: place)
    }
    var bound = rank
    bound.value = pairs.bind(rank.value)
    bound.causes = pairs.bind(rank.causes)
    pairs.demand(bound.value)
    pairs.demand(bound.causes)
    return bound
  }

  /// Ties go by key. Rows are numbered in the order of their keys, but for rejected ones, which have none: their place
  /// among the members (`s`) stands for it, a number.
  private func rowOrder(
    _ rank: Fragment?, _ comprehension: Comprehension, _ candidates: Candidates, _ place: Place
  ) throws -> String {
    let direction = comprehension.function == .last ? "DESC" : "ASC"
    var terms = rank.map { ["\($0.text.replacingAlias) \(direction) NULLS LAST"] } ?? []
    if let table = candidates.table, table.hasRejected {
      guard case .row(let row)? = candidates.environment.slots[comprehension.slot],
        case .stored(let stored) = row.origin, let kind = table.keyKind
      else { throw Untranslatable("this order", at: place) }
      let pairs = candidates.pairs
      let key = pairs.bind(pairs.bring(stored.column("k"), from: stored.scope))
      pairs.demand(key)
      let name = key.text.replacingAlias
      switch kind {
      case .int: terms.append("COALESCE(\(name), q.s) \(direction)")
      case .decimal:
        terms.append("COALESCE(\(name), q.s * 1000000) \(direction)")
        terms.append("CASE WHEN \(name) IS NULL THEN 0 ELSE 1 END \(direction)")
      case .bool: terms.append("CASE WHEN \(name) IS NULL THEN 1 ELSE 0 END \(direction)")
      default: terms.append("CASE WHEN \(name) IS NULL THEN 0 ELSE 1 END \(direction)")
      }
    }
    terms.append("q.m \(direction)")
    return terms.joined(separator: ", ")
  }
}
