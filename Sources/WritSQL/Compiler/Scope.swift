import WritDatabase

/// Rows in which expressions are worked out, layer by layer.
///
/// Each layer is one table made of the one before: what an expression needs twice becomes a column of the next layer, so
/// that no text grows with what it stands for. Which columns and layers there are is known when a rule is translated;
/// the statements are made afterwards.
final class Scope {
  /// A layer that a scope reads of another one.
  final class Reach {
    let scope: Scope
    let alias: String
    /// Reads the last layer, with all that was left out by then.
    let isLast: Bool
    private var noted = 0

    init(_ scope: Scope, alias: String, isLast: Bool = false) {
      self.scope = scope
      self.alias = alias
      self.isLast = isLast
    }

    var level: Int { isLast ? scope.lastLevel : noted }

    func note(_ level: Int) { noted = max(noted, level) }

    /// For the FROM clause; its table is made by then.
    var source: String { "\(scope.source(level)) \(alias)" }
  }

  struct Join {
    /// The clause, asked for when all that it joins is made.
    var text: () -> String
    var make: ((StatementRun) throws -> Void)?
    /// What it reads of the layer before.
    var reads: [Fragment] = []
  }

  private struct Layer {
    var columns: [(name: String, text: String)] = []
    var joins: [Join] = []
    var filters: [Fragment] = []
    var isEmpty: Bool { columns.isEmpty && joins.isEmpty && filters.isEmpty }
  }

  let name: String
  /// Has one row: what is the same for all.
  let isRoot: Bool
  /// Scopes whose columns can be had here.
  let reaches: [Reach]
  /// Columns each layer has, besides those that are asked for: `rid` is the row's number in the scope.
  private let carried: [String]
  /// A SELECT of the base, given its list of columns.
  private let base: (String) -> String
  private let isBaseCheap: Bool
  private let makeBase: ((StatementRun) throws -> Void)?
  private var layers = [Layer()]
  private var bound: [String: Fragment] = [:]
  private var imported: [String: Fragment] = [:]
  private var columnCount = 0
  /// Columns that others read, and at which level.
  private var demands: [(name: String, level: () -> Int)] = []
  private var constantReach: Reach?
  /// Scopes that are made for what is joined here.
  private var used: [Scope] = []

  /// - Parameters:
  ///   - isBaseCheap: whether the base may be read again where it is used instead of being kept.
  ///   - base: given a list of columns; the carried ones are its own.
  init(
    name: String, reaches: [Reach], isRoot: Bool = false, carried: [String] = [], isBaseCheap: Bool,
    make: ((StatementRun) throws -> Void)? = nil, base: @escaping (String) -> String
  ) {
    self.name = name
    self.isRoot = isRoot
    self.reaches = reaches
    self.carried = ["rid"] + carried
    self.isBaseCheap = isBaseCheap
    self.base = base
    makeBase = make
  }

  var lastLevel: Int { layers.count - 1 }

  /// Whether columns of the other scope can be had here; those of one row anywhere.
  func sees(_ other: Scope) -> Bool {
    self === other || other.isRoot || reaches.contains { $0.scope.sees(other) }
  }

  /// The number of the dataset's row: the scope's own, but where rows are seen once for each step.
  var numberOfRow = Fragment("p.rid")

  // MARK: Columns

  /// A column for it, unless it is as short as one.
  func bind(_ fragment: Fragment) -> Fragment {
    if fragment.isAtom { return fragment }
    if let known = bound[fragment.text] { return known }
    let column = add(fragment.text, at: fragment.level + 1)
    bound[fragment.text] = column
    return column
  }

  /// A column of the base, in terms of what the base reads.
  func base(column text: String) -> Fragment {
    if let known = bound["0 " + text] { return known }
    let column = add(text, at: 0)
    bound["0 " + text] = column
    return column
  }

  /// Columns of what a layer joins.
  func joined(column text: String, at level: Int) -> Fragment {
    let key = "\(level) \(text)"
    if let known = bound[key] { return known }
    let column = add(text, at: level)
    bound[key] = column
    return column
  }

  /// Joins in a layer from the given one on: SQLite joins at most 64 tables in one statement.
  ///
  /// - Returns: the layer.
  func join(_ join: Join, from level: Int) -> Int {
    var level = level
    reserve(level)
    while layers[level].joins.count >= Self.joinLimit {
      level += 1
      reserve(level)
    }
    layers[level].joins.append(join)
    return level
  }

  private static let joinLimit = 40

  /// Says that a join here is made of the other scope.
  func uses(_ other: Scope) { used.append(other) }

  /// The layer up to which the other scope has to be there before this one is made; -1 where it need not be.
  ///
  /// The rows of one scope, which all see, are often read by way of others.
  func level(readOf other: Scope) -> Int {
    var seen: Set<ObjectIdentifier> = []
    return level(readOf: other, &seen)
  }

  private func level(readOf other: Scope, _ seen: inout Set<ObjectIdentifier>) -> Int {
    guard self !== other, seen.insert(ObjectIdentifier(self)).inserted else { return -1 }
    var level = -1
    for reach in reaches + (constantReach.map { [$0] } ?? []) {
      level = max(
        level, reach.scope === other ? reach.level : reach.scope.level(readOf: other, &seen))
    }
    for scope in used { level = max(level, scope.level(readOf: other, &seen)) }
    return level
  }

  /// Leaves out the rows for which it is false.
  func drop(where condition: Fragment) {
    let level = condition.level + 1
    reserve(level)
    layers[level].filters.append(condition)
  }

  private func add(_ text: String, at level: Int) -> Fragment {
    reserve(level)
    let name = "c\(columnCount)"
    columnCount += 1
    layers[level].columns.append((name, text))
    return Fragment("p.\(name)", level: level)
  }

  private func reserve(_ level: Int) {
    while layers.count <= level { layers.append(Layer()) }
  }

  /// Keeps a column to the last layer, for what is made of the scope.
  func demand(_ fragment: Fragment) {
    for name in fragment.columns { demands.append((name, { [unowned self] in lastLevel })) }
  }

  // MARK: From other scopes

  /// The fragment of a scope this one sees, in terms of this one.
  func bring(_ fragment: Fragment, from home: Scope) -> Fragment {
    if home === self || fragment.columns.isEmpty {
      return Fragment(fragment.text, level: home === self ? fragment.level : 0)
    }
    if let reach = reaches.first(where: { $0.scope.sees(home) }) {
      return Fragment.renamed(outside(fragment, from: home, reach)) { base(column: $0) }
    }
    return bringConstant(fragment, from: home)
  }

  /// As the base's clauses say it: `o.c7`.
  func outside(_ fragment: Fragment, from home: Scope, _ reach: Reach) -> String {
    let column = reach.scope.bind(reach.scope.bring(fragment, from: home))
    guard let name = column.columns.first else { return column.text }
    reach.note(column.level)
    reach.scope.demands.append((name, { [weak reach] in reach?.level ?? 0 }))
    return "\(reach.alias).\(name)"
  }

  /// Joins a scope of one row.
  private func bringConstant(_ fragment: Fragment, from root: Scope) -> Fragment {
    if fragment.columns.isEmpty { return Fragment(fragment.text) }
    let reach = constantReach ?? Reach(root, alias: "k")
    if constantReach == nil {
      constantReach = reach
      // The first join of the first layer, always: columns of one row are had there.
      reserve(1)
      layers[1].joins.append(
        Join(
          text: { "CROSS JOIN \(reach.source)" },
          make: { try reach.scope.make(through: reach.level, $0) }))
    }
    let column = root.bind(fragment)
    guard let name = column.columns.first else { return column }
    reach.note(column.level)
    root.demands.append((name, { [weak reach] in reach?.level ?? 0 }))
    return joined(column: "k.\(name)", at: 1)
  }

  /// Scopes and what is made of them hold each other.
  func dispose() {
    layers = []
    demands = []
    constantReach = nil
    used = []
  }

  // MARK: Statements

  private var made = -1
  private var kept: [String: Int]?

  /// The last layer up to which each column is read.
  private func lifetimes() -> [String: Int] {
    if let kept { return kept }
    var last: [String: Int] = [:]
    for (level, layer) in layers.enumerated() where level > 0 {
      let texts =
        layer.columns.map(\.text) + layer.filters.map(\.text)
        + layer.joins.flatMap { $0.reads.map(\.text) }
      for name in texts.flatMap(Fragment.columns) { last[name] = max(last[name] ?? 0, level - 1) }
    }
    for demand in demands { last[demand.name] = max(last[demand.name] ?? 0, demand.level()) }
    kept = last
    return last
  }

  private func select(base level: Int) -> String {
    let last = lifetimes()
    let columns = layers[0].columns.filter { last[$0.name] != nil }
      .map { ", \($0.text) AS \($0.name)" }
    return base(columns.joined())
  }

  /// What stands in a FROM clause for the rows of a layer.
  func source(_ level: Int) -> String {
    var level = level
    while level > 0, layers[level].isEmpty { level -= 1 }
    if level == 0, isBaseCheap { return "(\(select(base: 0)))" }
    return "\(name)_\(level)"
  }

  var last: String { source(lastLevel) }

  func make(_ run: StatementRun) throws { try make(through: lastLevel, run) }

  func make(through level: Int, _ run: StatementRun) throws {
    while made < level {
      let next = made + 1
      try make(layer: next, run)
      made = next
    }
  }

  private func make(layer level: Int, _ run: StatementRun) throws {
    if level == 0 {
      for reach in reaches { try reach.scope.make(through: reach.level, run) }
      try makeBase?(run)
      if !isBaseCheap { try run.table("\(name)_0", select(base: 0)) }
      return
    }
    let layer = layers[level]
    for join in layer.joins { try join.make?(run) }
    if layer.isEmpty { return }
    let last = lifetimes()
    var columns = carried.map { "p.\($0) AS \($0)" }
    for below in layers[..<level] {
      columns += below.columns.filter { (last[$0.name] ?? -1) >= level }
        .map { "p.\($0.name) AS \($0.name)" }
    }
    columns += layer.columns.filter { (last[$0.name] ?? -1) >= level }
      .map { "\($0.text) AS \($0.name)" }
    var text = "SELECT \(columns.joined(separator: ", ")) FROM \(source(level - 1)) p"
    for join in layer.joins { text += " \(join.text())" }
    if !layer.filters.isEmpty {
      text +=
        " WHERE " + layer.filters.map { "(\($0.text)) IS NOT FALSE" }.joined(separator: " AND ")
    }
    try run.table("\(name)_\(level)", text)
  }
}

extension Fragment {
  fileprivate static func renamed(_ text: String, _ column: (String) -> Fragment) -> Fragment {
    text.contains(".") ? column(text) : Fragment(text)
  }
}

/// Runs a rule's statements, and clears away after them.
final class StatementRun {
  private let connection: any DatabaseConnection
  private let parameters: SQLParameters
  private var tables: [String] = []

  init(_ connection: any DatabaseConnection, _ parameters: SQLParameters) {
    self.connection = connection
    self.parameters = parameters
  }

  func table(_ name: String, _ select: String) throws {
    let statement = parameters.statement(select)
    try connection.makeTemporary(name, as: statement.sql, statement.parameters)
    tables.append(name)
  }

  /// An index on a table made here.
  func index(_ table: String, _ columns: [String]) throws {
    try connection.executeTemporary(
      "CREATE INDEX \(table)_\(columns.joined()) ON \(table) (\(columns.joined(separator: ", ")))")
  }

  /// A table of whole numbers worked out here.
  func table(_ name: String, columns: [String], rows: [[SQLValue]]) throws {
    let list = columns.map { "\($0) \(connection.dialect.integer)" }.joined(separator: ", ")
    try connection.executeTemporary("CREATE TEMPORARY TABLE \(name) (\(list))")
    tables.append(name)
    var next = rows.makeIterator()
    try connection.insert(into: name, columns: columns) { next.next() }
  }

  func query(_ select: String, _ body: ([SQLValue]) throws -> Void) throws {
    let statement = parameters.statement(select)
    try connection.query(statement.sql, statement.parameters, body)
  }

  func clear() throws {
    for table in tables.reversed() { try connection.executeTemporary("DROP TABLE \(table)") }
    tables = []
  }
}
