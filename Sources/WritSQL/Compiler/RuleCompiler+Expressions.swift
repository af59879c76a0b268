import WritChecker
import WritDatabase
import WritDiagnostics
import WritValues

extension RuleCompiler {
  /// The scope is the expression's home.
  func translate(
    _ expression: CheckedExpression, _ environment: Environment, _ scope: Scope
  ) throws -> Operand {
    let place = expression.place
    switch expression.kind {
    case .constant(let value): return try constant(value, expression.type, place)
    case .param(let index):
      return try constant(
        settings.params[index] ?? program.params[index].value, expression.type, place)
    case .now: return .scalar(time(settings.now))
    case .periodStart: return .scalar(period(settings.period?.start))
    case .periodEnd: return .scalar(period(settings.period?.end))
    case .deadline:
      return .scalar(environment.deadline ?? unknown(.time, SQLEncoding.undefined))
    case .windowStart:
      return .scalar(environment.window?.start ?? unknown(.time, SQLEncoding.undefined))
    case .windowEnd:
      return .scalar(environment.window?.end ?? unknown(.time, SQLEncoding.undefined))
    case .stepStart:
      return .scalar(environment.step?.start ?? unknown(.time, SQLEncoding.undefined))
    case .stepEnd: return .scalar(environment.step?.end ?? unknown(.time, SQLEncoding.undefined))
    case .groupKey(let index):
      guard index < environment.groupKeys.count else {
        throw Untranslatable("a group's key here", at: place)
      }
      return .scalar(environment.groupKeys[index])
    case .slot(let slot):
      switch environment.slots[slot] {
      case .operand(let operand, _)?: return operand
      case .row(let row)?: return .scalar(try key(of: row, place))
      case nil: throw Untranslatable("this variable", at: place)
      }
    case .dereference:
      let row = try row(expression, environment, scope)
      return .scalar(bring(try key(of: row, place), from: row.scope, to: scope))
    case .field(let base, _, let index):
      return try field(index, of: try row(base, environment, scope), scope, place)
    case .recordField(let base, let index):
      guard case .record(let record) = try operand(base, environment, scope) else {
        throw Untranslatable("this record", at: place)
      }
      guard index < record.fields.count else { throw Untranslatable("this field", at: place) }
      return record.row.operand(record.fields[index])
    case .mapEntry(let base, let key): return try mapEntry(base, key, environment, scope, place)
    case .inMap(let key, let map): return .scalar(try inMap(key, map, environment, scope, place))
    case .not, .and, .or, .isKnown, .isMissing, .coalesce, .choice:
      return try logic(expression, environment, scope)
    case .compare(let comparison, let one, let other):
      return .scalar(
        try compare(
          comparison, try scalar(one, environment, scope), try scalar(other, environment, scope),
          scope, place))
    case .between(let one, let low, let high):
      let value = try scalar(one, environment, scope)
      let above = try compare(
        .lessOrEqual, try scalar(low, environment, scope), value, scope, place)
      let below = try compare(
        .lessOrEqual, value, try scalar(high, environment, scope), scope, place)
      return .scalar(all([above, below], scope))
    case .ageInMonths(let comparison, let time, let months):
      let limit = try arithmetic(
        .add, try plain(time, environment, scope), try plain(months, environment, scope), scope,
        place)
      return .scalar(try compare(comparison, self.time(settings.now), limit, scope, place))
    case .inCollection(let one, let other):
      return .scalar(try isMember(one, other, environment, scope, place))
    case .inNetwork(let one, let other):
      return .scalar(try isInside(one, other, environment, scope, place))
    case .inDataset(let reference, let dataset):
      return .scalar(
        try isKey(try plain(reference, environment, scope), of: table(dataset, place), scope, place)
      )
    case .matches(let operand, let pattern):
      guard dialect == .sqlite else { throw Untranslatable("`matches`", at: place) }
      let text = try plain(operand, environment, scope)
      let number = patterns.number(of: pattern)
      let found = scope.bind("writ_matches(\(number), \(text.value))")
      return .scalar(partial(.bool, found, [text], SQLEncoding.bit(.limit), scope))
    case .negate(let operand):
      return .scalar(try negate(try plain(operand, environment, scope), scope, place))
    case .arithmetic(let operation, let one, let other):
      return .scalar(
        try arithmetic(
          operation, try scalar(one, environment, scope), try scalar(other, environment, scope),
          scope, place))
    case .function(let function, let arguments):
      return .scalar(try call(function, arguments, environment, scope, place))
    case .call(let define, let arguments):
      let inner = try self.environment(of: define, arguments, environment, scope)
      let body = program.defines[define].body
      let home = home(body, inner, scope)
      switch try operand(body, inner, home) {
      case .scalar(let scalar): return .scalar(bring(scalar, from: home, to: scope))
      case let other: return other
      }
    case .list(let elements):
      return .collection(
        StoredCollection(
          scope: scope,
          source: .scalars(try elements.map { try scalar($0, environment, scope) }), causes: "0"))
    case .template(let parts): return .scalar(try template(parts, environment, scope, place))
    case .comprehension(let comprehension):
      return try comprehend(comprehension, expression, environment, scope)
    case .mask: throw Untranslatable("a mask", at: place)
    case .jsonMember, .jsonAs: throw Untranslatable("json", at: place)
    }
  }

  // MARK: Constants

  func time(_ time: Timestamp) -> Scalar {
    Scalar(kind: .time, value: parameters.fragment(.int(time.microseconds), .time))
  }

  func unknown(_ kind: SQLKind, _ causes: Int64) -> Scalar {
    .unknown(kind, "\(causes)", kind.null(dialect))
  }

  private func period(_ time: Timestamp?) -> Scalar {
    time.map { self.time($0) } ?? unknown(.time, SQLEncoding.undefined)
  }

  private func constant(_ value: Value, _ type: ValueType, _ place: Place) throws -> Operand {
    switch value {
    case .list(let elements), .set(let elements):
      let scalars = try elements.map { element -> Scalar in
        guard case .known(let value) = element else {
          throw Untranslatable("an unknown constant", at: place)
        }
        return try constant(value, place)
      }
      return .collection(
        StoredCollection(scope: root, source: .constants(scalars), causes: "0"))
    default: return .scalar(try constant(value, place))
    }
  }

  private func constant(_ value: Value, _ place: Place) throws -> Scalar {
    let kind: SQLKind
    switch value {
    case .bool: kind = .bool
    case .int: kind = .int
    case .decimal: kind = .decimal
    case .text: kind = .text
    case .time: kind = .time
    case .duration: kind = .duration
    case .months: kind = .months
    case .bytes: kind = .bytes
    case .ip: kind = .ip
    case .network: kind = .network
    case .version: throw Untranslatable("a version", at: place)
    case .json: throw Untranslatable("json", at: place)
    default: throw Untranslatable("a constant of this type", at: place)
    }
    guard let encoded = SQLEncoding.encode(value, as: kind) else {
      throw Untranslatable("this constant", at: place)
    }
    if dialect == .postgres, case .text(let text) = encoded, text.utf8.contains(0) {
      throw Untranslatable("a text with a zero byte", at: place)
    }
    return Scalar(kind: kind, value: parameters.fragment(encoded, kind))
  }

  private func template(
    _ parts: [CheckedExpression], _ environment: Environment, _ scope: Scope, _ place: Place
  ) throws -> Scalar {
    let scalars = try parts.map { part -> Scalar in
      let scalar = try plain(part, environment, scope)
      guard scalar.kind == .text else {
        throw Untranslatable("an interpolated value that is no text", at: part.place)
      }
      return scalar
    }
    let value = Fragment.joined(scalars.map(\.value), " || ")
    return Scalar(kind: .text, value: scope.bind("(\(value))"), causes: union(scalars))
  }

  // MARK: Causes

  func union(_ scalars: [Scalar]) -> Fragment { union(scalars.map(\.causes)) }

  func union(_ causes: [Fragment]) -> Fragment {
    var seen: [Fragment] = []
    for cause in causes where cause.text != "0" && !seen.contains(cause) { seen.append(cause) }
    switch seen.count {
    case 0: return "0"
    case 1: return seen[0]
    default: return "(\(Fragment.joined(seen, " | ")))"
    }
  }

  /// What is NULL although its operands are known has causes of its own.
  func partial(
    _ kind: SQLKind, _ value: Fragment, _ operands: [Scalar], _ causes: Int64, _ scope: Scope,
    denominator: Fragment? = nil
  ) -> Scalar {
    let value = scope.bind(value)
    let open = union(operands)
    if open.text == "0" {
      return Scalar(
        kind: kind, value: value, causes: "CASE WHEN \(value) IS NULL THEN \(causes) ELSE 0 END",
        denominator: denominator)
    }
    let bound = scope.bind(open)
    return Scalar(
      kind: kind, value: value,
      causes: """
        CASE WHEN \(value) IS NOT NULL THEN 0 WHEN \(bound) = 0 THEN \(causes) ELSE \(bound) END
        """, denominator: denominator)
  }

  // MARK: Logic

  /// NULL is what is open in SQL's logic too; what decides, decides on either side.
  func all(_ operands: [Scalar], _ scope: Scope) -> Scalar { junction(operands, "AND", scope) }

  func any(_ operands: [Scalar], _ scope: Scope) -> Scalar { junction(operands, "OR", scope) }

  private static let chunk = 50

  private func junction(_ operands: [Scalar], _ word: String, _ scope: Scope) -> Scalar {
    if operands.count == 1 { return operands[0] }
    if operands.count > Self.chunk {
      // SQLite's expressions have a depth, and so has the reader's patience.
      let parts = stride(from: 0, to: operands.count, by: Self.chunk).map { start in
        junction(Array(operands[start..<min(start + Self.chunk, operands.count)]), word, scope)
      }
      return junction(parts, word, scope)
    }
    if operands.isEmpty { return Scalar(kind: .bool, value: word == "AND" ? "TRUE" : "FALSE") }
    let parts = operands.map { operand -> Fragment in "(\(scope.short(operand.value)))" }
    let causes = union(operands)
    // Whatever it becomes a part of binds no closer.
    let text: Fragment = "(\(Fragment.joined(parts, " \(word) ")))"
    if causes.text == "0" { return Scalar(kind: .bool, value: text) }
    let value = scope.bind(text)
    return Scalar(
      kind: .bool, value: value, causes: "CASE WHEN \(value) IS NULL THEN \(causes) ELSE 0 END")
  }

  func not(_ operand: Scalar) -> Scalar {
    Scalar(kind: .bool, value: "(NOT \(operand.value))", causes: operand.causes)
  }

  private func logic(
    _ expression: CheckedExpression, _ environment: Environment, _ scope: Scope
  ) throws -> Operand {
    switch expression.kind {
    case .not(let operand): return .scalar(not(try condition(operand, environment, scope)))
    case .and:
      return .scalar(
        all(try chain(expression, environment, scope) { $0.conjunction }, scope))
    case .or:
      return .scalar(any(try chain(expression, environment, scope) { $0.disjunction }, scope))
    case .isKnown(let operand):
      return .scalar(isKnown(try causes(operand, environment, scope), scope))
    case .isMissing(let operand):
      return .scalar(not(isKnown(try causes(operand, environment, scope), scope)))
    case .coalesce(let one, let other):
      return try coalesce(one, other, environment, scope, expression.place)
    case .choice(let condition, let then, let otherwise):
      return .scalar(
        try choice(
          try self.condition(condition, environment, scope),
          try scalar(then, environment, scope), try scalar(otherwise, environment, scope), scope,
          expression.place))
    default: throw Untranslatable("this", at: expression.place)
    }
  }

  private func chain(
    _ expression: CheckedExpression, _ environment: Environment, _ scope: Scope,
    _ split: (CheckedExpression) -> (CheckedExpression, CheckedExpression)?
  ) throws -> [Scalar] {
    if let (one, other) = split(expression) {
      return try chain(one, environment, scope, split) + chain(other, environment, scope, split)
    }
    return [try condition(expression, environment, scope)]
  }

  /// Causes of any operand, and whether these may be those of an interval.
  private func causes(
    _ expression: CheckedExpression, _ environment: Environment, _ scope: Scope
  ) throws -> (causes: Fragment, low: Fragment?) {
    let home = home(expression, environment, scope)
    switch try operand(expression, environment, home) {
    case .scalar(let scalar):
      let brought = bring(scalar, from: home, to: scope)
      return (brought.causes, brought.high == nil ? nil : brought.value)
    case .record(let record):
      return (scope.bring(record.causes, from: record.row.scope), nil)
    case .opaque(let row, let name, _):
      return (scope.bring(row.causes(name), from: row.scope), nil)
    case .collection(let collection):
      return (scope.bring(collection.causes, from: collection.scope), nil)
    }
  }

  /// About `missing` alone: another cause leaves it unknown, and so does an interval.
  private func isKnown(_ operand: (causes: Fragment, low: Fragment?), _ scope: Scope) -> Scalar {
    if operand.causes.text == "0" { return Scalar(kind: .bool, value: "TRUE") }
    let causes = scope.bind(operand.causes)
    var isMissing: Fragment = "\(causes) = \(SQLEncoding.missing)"
    if let low = operand.low { isMissing = "\(isMissing) AND \(low) IS NULL" }
    let value = scope.bind(
      """
      CASE WHEN \(causes) = 0 THEN TRUE WHEN \(isMissing) THEN FALSE \
      ELSE \(SQLKind.bool.null(dialect)) END
      """)
    return Scalar(
      kind: .bool, value: value,
      causes: "CASE WHEN \(value) IS NULL THEN \(causes) ELSE 0 END")
  }

  private func coalesce(
    _ one: CheckedExpression, _ other: CheckedExpression, _ environment: Environment,
    _ scope: Scope, _ place: Place
  ) throws -> Operand {
    let home = home(one, environment, scope)
    switch try operand(one, environment, home) {
    case .scalar(let first):
      let left = bring(first, from: home, to: scope)
      let right = try scalar(other, environment, scope)
      guard left.kind == right.kind else {
        throw Untranslatable("`??` between an int and a decimal", at: place)
      }
      if left.isAlwaysKnown { return .scalar(left) }
      let causes = scope.bind(left.causes)
      var isMissing: Fragment = "\(causes) = \(SQLEncoding.missing)"
      if left.high != nil { isMissing = "\(isMissing) AND \(left.value) IS NULL" }
      func pick(_ one: Fragment, _ other: Fragment) -> Fragment {
        scope.bind("CASE WHEN \(isMissing) THEN \(other) ELSE \(one) END")
      }
      var result = Scalar(kind: left.kind, value: pick(left.value, right.value))
      result.causes = pick(causes, right.causes)
      if left.high != nil || right.high != nil {
        result.high = pick(left.high ?? left.value, right.high ?? right.value)
      }
      if let below = left.denominator, let otherBelow = right.denominator {
        result.denominator = pick(below, otherBelow)
      }
      return .scalar(result)
    case .collection(var collection):
      // Where it is missing it has no elements: what is right of an empty list.
      guard
        case .collection(let right) = try operand(
          other, environment, self.home(other, environment, scope)),
        case .constants(let elements) = right.source, elements.isEmpty
      else { throw Untranslatable("`??` between collections", at: place) }
      let causes = collection.scope.bind(collection.causes)
      collection.causes = collection.scope.bind(
        "CASE WHEN \(causes) = \(SQLEncoding.missing) THEN 0 ELSE \(causes) END")
      return .collection(collection)
    case .record: throw Untranslatable("`??` between records", at: place)
    case .opaque(_, _, let title): throw Untranslatable(title, at: place)
    }
  }

  /// An open condition matters only where the branches differ.
  private func choice(
    _ condition: Scalar, _ then: Scalar, _ otherwise: Scalar, _ scope: Scope, _ place: Place
  ) throws -> Scalar {
    guard then.kind == otherwise.kind else {
      throw Untranslatable("a choice between an int and a decimal", at: place)
    }
    let test = scope.bind(condition.value)
    var same: Fragment = "FALSE"
    if then.kind == .ratio {
      same = try order(.equal, then, otherwise, place)
    } else {
      same = "(\(scope.short(then.value)) = \(scope.short(otherwise.value)))"
    }
    if then.high != nil || otherwise.high != nil {
      same =
        "(\(same) AND \(scope.short(then.causes)) = 0 AND \(scope.short(otherwise.causes)) = 0)"
    }
    func pick(_ one: Fragment, _ other: Fragment, _ open: Fragment) -> Fragment {
      """
      CASE WHEN \(test) IS TRUE THEN \(scope.short(one)) WHEN \(test) IS FALSE THEN \(scope.short(other)) \
      WHEN \(same) THEN \(scope.short(one)) ELSE \(open) END
      """
    }
    let null = then.kind.null(dialect)
    var result = Scalar(
      kind: then.kind, value: scope.bind(pick(then.value, otherwise.value, null)))
    result.causes = scope.bind(pick(then.causes, otherwise.causes, condition.causes))
    if then.high != nil || otherwise.high != nil {
      result.high = scope.bind(
        pick(then.high ?? then.value, otherwise.high ?? otherwise.value, null))
    }
    if let below = then.denominator, let otherBelow = otherwise.denominator {
      result.denominator = scope.bind(pick(below, otherBelow, null))
    }
    return result
  }
}

extension CheckedExpression {
  var conjunction: (CheckedExpression, CheckedExpression)? {
    if case .and(let one, let other) = kind { (one, other) } else { nil }
  }

  var disjunction: (CheckedExpression, CheckedExpression)? {
    if case .or(let one, let other) = kind { (one, other) } else { nil }
  }
}

extension Scope {
  /// The fragment, or a column for it where it is long.
  func short(_ fragment: Fragment) -> Fragment {
    fragment.text.utf8.count > 80 ? bind(fragment) : fragment
  }
}
