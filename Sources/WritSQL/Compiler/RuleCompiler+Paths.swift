import WritChecker
import WritDatabase
import WritDiagnostics
import WritValues

extension RuleCompiler {
  // MARK: Rows

  func translateRow(
    _ expression: CheckedExpression, _ environment: Environment, _ scope: Scope
  ) throws -> RowOperand {
    let place = expression.place
    switch expression.kind {
    case .slot(let slot):
      guard case .row(let row)? = environment.slots[slot] else {
        throw Untranslatable("this variable", at: place)
      }
      return row
    case .dereference(let reference, let dataset):
      let key = try plain(reference, environment, scope)
      return RowOperand(try table(dataset, place), scope, .lookup(key))
    case .comprehension(let comprehension):
      return try pick(comprehension, expression, environment, scope)
    case .call(let define, let arguments):
      let inner = try self.environment(of: define, arguments, environment, scope)
      return try row(program.defines[define].body, inner, scope)
    default: throw Untranslatable("a choice between rows", at: place)
    }
  }

  /// A row used as a value is its key.
  func key(of row: RowOperand, _ place: Place) throws -> Scalar {
    guard let kind = row.table.keyKind else {
      throw Untranslatable("a key of this type", at: place)
    }
    switch row.origin {
    case .lookup(let key): return key
    case .stored(let stored):
      return Scalar(kind: kind, value: stored.column("k"), causes: stored.causes("x"))
    case .picked:
      let stored = stored(row)
      return Scalar(kind: kind, value: stored.column("k"), causes: stored.causes("x"))
    }
  }

  /// The columns of a row that is found by its key or number.
  private func stored(_ row: RowOperand) -> StoredRow {
    if let joined = row.joined { return joined }
    let scope = row.scope
    let alias = newName("j")
    let joined: StoredRow
    switch row.origin {
    case .stored(let stored): return stored
    case .lookup(let key):
      let probe = scope.bind(key.value)
      let name = row.table.source
      // Rows of a log that share their key stay, and a reference to them is ambiguous.
      let alone =
        row.table.hasSharedKeys
        ? """
         AND NOT EXISTS \
        (SELECT 1 FROM \(row.table.sharedName) e WHERE e.k = \(alias).k)
        """ : ""
      let level = scope.join(
        Scope.Join(
          text: { "LEFT JOIN \(name) \(alias) ON \(alias).k = \(probe.text)\(alone)" },
          reads: [probe]),
        from: probe.level + 1)
      joined = StoredRow(
        scope: scope, alias: alias, level: level, absent: absent(row.table, key, probe, scope))
    case .picked(let number, let causes):
      let probe = scope.bind(number)
      let name = row.table.source
      let level = scope.join(
        Scope.Join(
          text: { "LEFT JOIN \(name) \(alias) ON \(alias).n = \(probe.text)" }, reads: [probe]),
        from: probe.level + 1)
      joined = StoredRow(scope: scope, alias: alias, level: level, absent: scope.bind(causes))
    }
    row.joined = joined
    return joined
  }

  /// Causes where no row has the key.
  private func absent(
    _ table: DatasetTable, _ key: Scalar, _ probe: Fragment, _ scope: Scope
  ) -> Fragment {
    // The tables of a dataset nobody delivered are empty.
    var absent: Fragment = "\(table.unavailable ?? SQLEncoding.bit(.dangling))"
    if table.unavailable == nil, table.hasSharedKeys {
      let alias = newName("j")
      let name = table.sharedName
      let level = scope.join(
        Scope.Join(
          text: { "LEFT JOIN \(name) \(alias) ON \(alias).k = \(probe.text)" }, reads: [probe]),
        from: probe.level + 1)
      let shared = scope.joined(column: "\(alias).k", at: level)
      absent = """
        CASE WHEN \(shared) IS NULL THEN \(SQLEncoding.bit(.dangling)) \
        ELSE \(SQLEncoding.bit(.ambiguous)) END
        """
    }
    if key.isAlwaysKnown { return scope.bind(absent) }
    let causes = scope.bind(key.causes)
    return scope.bind("CASE WHEN \(causes) <> 0 THEN \(causes) ELSE \(absent) END")
  }

  // MARK: Fields

  /// In terms of the scope where it is a scalar.
  func field(_ index: Int, of row: RowOperand, _ scope: Scope, _ place: Place) throws -> Operand {
    let schema = row.table.schema
    if schema.key == [index] {
      return .scalar(bring(try key(of: row, place), from: row.scope, to: scope))
    }
    if case .lookup(let key) = row.origin {
      if let part = schema.key.firstIndex(of: index) {
        return .scalar(bring(self.part(part, of: key, row.scope), from: row.scope, to: scope))
      }
    }
    guard let shape = row.table.shapes[index] else {
      throw Untranslatable("this field", at: place)
    }
    let operand = stored(row).operand(shape)
    if case .scalar(let scalar) = operand {
      return .scalar(bring(scalar, from: row.scope, to: scope))
    }
    return operand
  }

  /// One part of a composite key.
  private func part(_ index: Int, of key: Scalar, _ scope: Scope) -> Scalar {
    guard case .tuple(let kinds) = key.kind, index < kinds.count else { return key }
    let kind = kinds[index]
    let number = Int64(index + 1)
    let value: Fragment
    switch (dialect, kind.isText) {
    case (.sqlite, true): value = "writ_text_part(\(key.value), \(number))"
    case (.sqlite, false): value = "writ_int_part(\(key.value), \(number))"
    case (.postgres, true):
      value = """
        (convert_from(decode(split_part(\(key.value), ',', \(number)), 'hex'), 'UTF8') COLLATE "C")
        """
    case (.postgres, false):
      let text: Fragment = "split_part(\(key.value), ',', \(number))::bigint"
      value = kind == .bool ? "(\(text) = 1)" : text
    }
    return Scalar(kind: kind, value: scope.bind(value), causes: key.causes)
  }

  // MARK: Maps and membership

  func mapEntry(
    _ base: CheckedExpression, _ key: CheckedExpression, _ environment: Environment,
    _ scope: Scope, _ place: Place
  ) throws -> Operand {
    let (map, owner, causes) = try self.map(base, environment, scope)
    let name = try plain(key, environment, scope)
    let probe = scope.bind(name.value)
    let own = scope.bind(owner)
    let alias = newName("j")
    let table = map.name
    let level = scope.join(
      Scope.Join(
        text: {
          "LEFT JOIN \(table) \(alias) ON \(alias).p = \(own.text) AND \(alias).k = \(probe.text)"
        }, reads: [own, probe]),
      from: max(probe.level, own.level) + 1)
    let open = scope.bind(union([causes, name.causes]))
    let absent =
      open.text == "0"
      ? Fragment("\(SQLEncoding.missing)")
      : scope.bind("CASE WHEN \(open) <> 0 THEN \(open) ELSE \(SQLEncoding.missing) END")
    let row = StoredRow(scope: scope, alias: alias, level: level, absent: absent)
    return row.operand(map.element)
  }

  func inMap(
    _ key: CheckedExpression, _ base: CheckedExpression, _ environment: Environment,
    _ scope: Scope, _ place: Place
  ) throws -> Scalar {
    let (map, owner, causes) = try self.map(base, environment, scope)
    let name = try plain(key, environment, scope)
    let open = scope.short(union([causes, name.causes]))
    let null = SQLKind.bool.null(dialect)
    let value = scope.bind(
      """
      CASE WHEN \(open) <> 0 THEN \(null) ELSE EXISTS (SELECT 1 FROM \(own: map.name) e \
      WHERE e.p = \(scope.bind(owner)) AND e.k = \(scope.bind(name.value))) END
      """)
    return Scalar(kind: .bool, value: value, causes: open)
  }

  private func map(
    _ base: CheckedExpression, _ environment: Environment, _ scope: Scope
  ) throws -> (ElementTable, owner: Fragment, causes: Fragment) {
    let home = home(base, environment, scope)
    guard case .collection(let map) = try operand(base, environment, home),
      case .table(let table, let owner) = map.source, table.isMap
    else { throw Untranslatable("this map", at: base.place) }
    return (
      table, scope.bring(owner, from: map.scope), scope.bring(map.causes, from: map.scope)
    )
  }

  func isKey(
    _ key: Scalar, of table: DatasetTable, _ scope: Scope, _ place: Place
  ) throws -> Scalar {
    let null = SQLKind.bool.null(dialect)
    let open = scope.short(key.causes)
    if let unavailable = table.unavailable {
      return Scalar(
        kind: .bool, value: null,
        causes: open.text == "0"
          ? "\(unavailable)" : "CASE WHEN \(open) <> 0 THEN \(open) ELSE \(unavailable) END")
    }
    guard key.kind == table.keyKind else { throw Untranslatable("this `in`", at: place) }
    let probe = scope.bind(key.value)
    let found: Fragment = "EXISTS (SELECT 1 FROM \(own: table.source) e WHERE e.k = \(probe))"
    if table.doubts == 0 {
      return Scalar(
        kind: .bool, value: scope.bind("CASE WHEN \(probe) IS NULL THEN \(null) ELSE \(found) END"),
        causes: open)
    }
    let value = scope.bind(
      "CASE WHEN \(probe) IS NULL THEN \(null) WHEN \(found) THEN TRUE ELSE \(null) END")
    return Scalar(
      kind: .bool, value: value,
      causes: """
        CASE WHEN \(value) IS NOT NULL THEN 0 WHEN \(open) <> 0 THEN \(open) \
        ELSE \(table.doubts) END
        """)
  }

  /// `x in collection`
  func isMember(
    _ one: CheckedExpression, _ other: CheckedExpression, _ environment: Environment,
    _ scope: Scope, _ place: Place
  ) throws -> Scalar {
    let element = try plain(one, environment, scope)
    return try membership(of: element, in: other, environment, scope, place) { candidate in
      try self.compare(.equal, element, candidate, scope, place)
    }
  }

  /// `ip in network`, or in a list of them.
  func isInside(
    _ one: CheckedExpression, _ other: CheckedExpression, _ environment: Environment,
    _ scope: Scope, _ place: Place
  ) throws -> Scalar {
    let address = shortened(try plain(one, environment, scope), scope)
    func test(_ network: Scalar) throws -> Scalar {
      guard network.kind == .network else {
        throw Untranslatable("a network test of this type", at: place)
      }
      let short = shortened(network, scope)
      return Scalar(
        kind: .bool, value: try inside(address, short.value, place),
        causes: union([address, short]))
    }
    if case .network = other.type { return try test(plain(other, environment, scope)) }
    // What is open of an unknown list is open of the address too.
    return try membership(
      of: address, in: other, environment, scope, place, addsElement: true, test)
  }

  /// Whether the test holds for an element of the collection.
  ///
  /// - Parameter addsElement: the causes of what is looked for count where the collection is unknown.
  private func membership(
    of element: Scalar, in other: CheckedExpression, _ environment: Environment, _ scope: Scope,
    _ place: Place, addsElement: Bool = false, _ test: (Scalar) throws -> Scalar
  ) throws -> Scalar {
    let home = home(other, environment, scope)
    guard case .collection(let collection) = try operand(other, environment, home) else {
      throw Untranslatable("this collection", at: other.place)
    }
    switch collection.source {
    case .constants(let elements):
      let isPlain = elements.allSatisfy { $0.kind == element.kind } && element.kind != .ratio
      if isPlain, elements.count > 1, element.kind != .network, addsElement == false {
        let list = Fragment.joined(elements.map(\.value), ", ")
        return Scalar(
          kind: .bool, value: scope.bind("(\(element.value) IN (\(list)))"), causes: element.causes)
      }
      return any(try elements.map(test), scope)
    case .scalars(let elements):
      return any(
        try elements.map { try test(plain(bring($0, from: collection.scope, to: scope), scope)) },
        scope)
    case .table(let table, let owner):
      guard case .scalar(let kind, let name) = table.element else {
        throw Untranslatable("an element of this type", at: place)
      }
      let own = scope.bind(scope.bring(owner, from: collection.scope))
      let known = scope.short(scope.bring(collection.causes, from: collection.scope))
      let candidate = Scalar(
        kind: kind, value: Fragment("e." + name), causes: Fragment("e." + name + "c"))
      let hit = try elementTest(element, candidate, addsElement, scope, place)
      let open = union([scope.short(element.causes), candidate.causes])
      // -1: one holds; otherwise the causes of all that may.
      let sum = scope.bind(
        """
        COALESCE((SELECT CASE WHEN COUNT(*) FILTER (WHERE \(hit)) > 0 THEN -1 \
        ELSE \(bitOr(open)) END FROM \(own: table.name) e WHERE e.p = \(own)), 0)
        """)
      let null = SQLKind.bool.null(dialect)
      let unseen = addsElement ? union([known, element.causes]) : known
      return Scalar(
        kind: .bool,
        value: scope.bind(
          """
          CASE WHEN \(known) <> 0 THEN \(null) WHEN \(sum) = -1 THEN TRUE \
          WHEN \(sum) = 0 THEN FALSE ELSE \(null) END
          """),
        causes: scope.bind(
          "CASE WHEN \(known) <> 0 THEN \(unseen) WHEN \(sum) > 0 THEN \(sum) ELSE 0 END"))
    }
  }

  /// Whether each element of one collection is in the other.
  func subset(
    _ arguments: [CheckedExpression], _ environment: Environment, _ scope: Scope, _ place: Place
  ) throws -> Scalar {
    guard arguments.count == 2,
      case .collection(let left) = try operand(
        arguments[0], environment, home(arguments[0], environment, scope)),
      case .collection(let right) = try operand(
        arguments[1], environment, home(arguments[1], environment, scope))
    else { throw Untranslatable("this `subset`", at: place) }
    let unseen = scope.bind(
      union([
        scope.bring(left.causes, from: left.scope), scope.bring(right.causes, from: right.scope),
      ]))
    let inside: Scalar
    switch left.source {
    case .constants(let elements), .scalars(let elements):
      inside = all(
        try elements.map { element in
          let element = plain(bring(element, from: left.scope, to: scope), scope)
          return try membership(of: element, in: arguments[1], environment, scope, place) {
            try self.compare(.equal, element, $0, scope, place)
          }
        }, scope)
    case .table(let table, let owner):
      guard case .scalar(let kind, let name) = table.element else {
        throw Untranslatable("an element of this type", at: place)
      }
      let element = Scalar(
        kind: kind, value: Fragment("l." + name), causes: Fragment("l." + name + "c"))
      let (hit, number, causes) = try search(element, right, scope, place)
      let own = scope.bind(scope.bring(owner, from: left.scope))
      // -1: one is surely outside; otherwise the causes of all that may be.
      let sum = scope.bind(
        """
        COALESCE((SELECT CASE WHEN MIN(x.v) < 0 THEN -1 ELSE \(bitOr("x.v")) END FROM (\
        SELECT CASE WHEN \(hit) THEN 0 WHEN \(number) = 0 OR (\(element.causes) | \(causes)) = 0 THEN -1 \
        ELSE \(element.causes) | \(causes) END AS v FROM \(own: table.name) l WHERE l.p = \(own)) x), 0)
        """)
      let null = SQLKind.bool.null(dialect)
      inside = Scalar(
        kind: .bool,
        value: scope.bind(
          "CASE WHEN \(sum) = 0 THEN TRUE WHEN \(sum) = -1 THEN FALSE ELSE \(null) END"),
        causes: scope.bind("CASE WHEN \(sum) > 0 THEN \(sum) ELSE 0 END"))
    }
    if unseen.text == "0" { return inside }
    let null = SQLKind.bool.null(dialect)
    return Scalar(
      kind: .bool,
      value: scope.bind("CASE WHEN \(unseen) <> 0 THEN \(null) ELSE \(inside.value) END"),
      causes: scope.bind("CASE WHEN \(unseen) <> 0 THEN \(unseen) ELSE \(inside.causes) END"))
  }

  /// A test for an element in a collection, how many elements that has, and causes of those that are unknown.
  private func search(
    _ element: Scalar, _ collection: StoredCollection, _ scope: Scope, _ place: Place
  ) throws -> (hit: Fragment, number: Fragment, causes: Fragment) {
    switch collection.source {
    case .constants(let elements):
      guard elements.count <= 400 else { throw Untranslatable("a list this long", at: place) }
      let tests = try elements.map { try order(.equal, element, $0, place) }
      let hit = tests.isEmpty ? "FALSE" : Fragment.joined(tests, " OR ")
      return ("(\(hit))", "\(Int64(elements.count))", "0")
    case .scalars: throw Untranslatable("a list of expressions here", at: place)
    case .table(let table, let owner):
      guard case .scalar(let kind, let name) = table.element else {
        throw Untranslatable("an element of this type", at: place)
      }
      let own = scope.bind(scope.bring(owner, from: collection.scope))
      let candidate = Scalar(
        kind: kind, value: Fragment("e." + name), causes: Fragment("e." + name + "c"))
      let test = try order(.equal, element, candidate, place)
      let rows: Fragment = "FROM \(own: table.name) e WHERE e.p = \(own)"
      return (
        "EXISTS (SELECT 1 \(rows) AND \(test))", scope.bind("(SELECT COUNT(*) \(rows))"),
        scope.bind("(SELECT \(bitOr(candidate.causes)) \(rows))")
      )
    }
  }

  private func elementTest(
    _ element: Scalar, _ candidate: Scalar, _ isNetwork: Bool, _ scope: Scope, _ place: Place
  ) throws -> Fragment {
    let short = shortened(element, scope)
    if isNetwork {
      guard candidate.kind == .network else {
        throw Untranslatable("a network test of this type", at: place)
      }
      return try inside(short, candidate.value, place)
    }
    return try order(.equal, short, candidate, place)
  }

  /// All bits of a column of whole numbers; 0 over no rows.
  func bitOr(_ column: Fragment) -> Fragment {
    if column.text == "0" { return "0" }
    if dialect == .postgres { return "COALESCE(BIT_OR(\(column)), 0)" }
    let bits = Cause.Kind.allCases.map { SQLEncoding.bit($0) }
    let maxima = bits.map { bit -> Fragment in "MAX(\(column) & \(bit))" }
    let all = Fragment.joined(maxima, " | ")
    return "CASE WHEN COALESCE(MAX(\(column)), 0) = 0 THEN 0 ELSE \(all) END"
  }
}
