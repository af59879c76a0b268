package import WritChecker
package import WritDatabase
import WritDiagnostics
import WritModel
package import WritPlan
package import WritValues

/// Outcomes of rules as a database finds them.
///
/// Rows are loaded into temporary tables of the session; a rule becomes statements that work out each member's outcome
/// and the kinds of its causes. Nothing of a policy or its data is ever a part of a statement's text.
package final class SQLOutcomes: OutcomeSource {
  private let program: CheckedProgram
  private let settings: SQLSettings
  private let connection: any DatabaseConnection
  private let kinds: SQLKinds
  private let tables: [Int: DatasetTable]
  private let patterns = PatternTable()
  private let zones = ZoneTables()
  private let bound: [DatasetName: BoundTable]
  private let cells = CellReaders()
  /// Why rows of a table of this very database were loaded, by the dataset.
  package private(set) var loaded: [DatasetName: String] = [:]
  /// Datasets judged where they lie.
  package private(set) var inPlace: Set<DatasetName> = []

  /// - Parameters:
  ///   - rules: those whose outcomes will be asked for; their fields are loaded.
  ///   - bound: tables of this database, which are read where they lie if that can be said exactly.
  /// - Throws: `DatabaseError`
  package init(
    _ program: CheckedProgram, rules: [CheckedRule], settings: SQLSettings,
    connection: any DatabaseConnection, bound: [DatasetName: BoundTable] = [:]
  ) throws {
    self.bound = bound
    self.program = program
    self.settings = settings
    self.connection = connection
    kinds = Self.kinds(program)
    tables = Self.tables(program, rules, kinds)
    if connection.dialect == .postgres { try Self.checkEncoding(connection) }
    if let sqlite = connection as? SQLiteConnection {
      try SQLiteFunctions(patterns: patterns, zone: settings.zone).define(in: sqlite)
      // Within the one transaction of a bound file temporary tables stay where SQLite puts them.
      if bound.isEmpty {
        try connection.execute("PRAGMA temp_store = MEMORY", [])
      } else {
        try cells.define(in: sqlite)
      }
    }
  }

  /// Elsewhere texts would be compared by other bytes than theirs.
  private static func checkEncoding(_ connection: any DatabaseConnection) throws {
    var encoding = ""
    try connection.query(
      "SELECT pg_encoding_to_char(encoding) FROM pg_database WHERE datname = current_database()", []
    ) { row in
      if case .text(let name)? = row.first { encoding = name }
    }
    guard encoding == "UTF8" else {
      throw DatabaseError(.noConnection, "the database is in \(encoding); it has to be in UTF8")
    }
  }

  static func kinds(_ program: CheckedProgram) -> SQLKinds {
    SQLKinds(
      schemas: Dictionary(
        program.datasets.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first }))
  }

  static func tables(
    _ program: CheckedProgram, _ rules: [CheckedRule], _ kinds: SQLKinds
  ) -> [Int: DatasetTable] {
    var use = FieldUse(program)
    for rule in rules { use.add(rule) }
    var tables: [Int: DatasetTable] = [:]
    for (dataset, fields) in use.fields {
      tables[dataset] = DatasetTable(
        index: dataset, schema: program.datasets[dataset], fields: fields, kinds: kinds)
    }
    return tables
  }

  // MARK: Rows

  package func load(
    dataset: Int, stale: Causes?, sharedKeys: Set<Value>,
    rows: ((Row) throws -> Void) throws -> Void
  ) throws {
    guard let table = tables[dataset] else { return }
    do {
      try connection.transaction {
        try TableWriter(table, connection).write(stale: stale, sharedKeys: sharedKeys, rows: rows)
      }
    } catch let failure as TableWriter.Failure {
      // The rules that read it can't be judged here; others can.
      table.failure = failure.description
    }
  }

  package func count(inPlace dataset: Int, stale: Causes?) -> Int64? {
    guard let table = tables[dataset], let bound = bound[table.schema.name] else { return nil }
    do {
      let count = try attach(bound, to: table, stale: stale)
      inPlace.insert(table.schema.name)
      return count
    } catch let obstacle as InPlaceTable.Obstacle {
      loaded[table.schema.name] = obstacle.reason
    } catch {
      // Whoever reads the rows meets it again, and tells it.
      loaded[table.schema.name] = "\(error)"
    }
    table.source = table.name
    return nil
  }

  package func refuse(inPlace dataset: Int, because reason: String) {
    guard let table = tables[dataset] else { return }
    table.source = table.name
    inPlace.remove(table.schema.name)
    loaded[table.schema.name] = reason
  }

  private func attach(
    _ bound: BoundTable, to table: DatasetTable, stale: Causes?
  ) throws -> Int64 {
    let bits = stale.map(SQLEncoding.bits) ?? 0
    let place = try InPlaceTable(
      bound, as: table, stale: bits, kinds: kinds, dialect: connection.dialect, cells: cells)
    if connection.dialect == .postgres { try checkVersion() }
    for (name, words) in place.words {
      try connection.executeTemporary("CREATE TEMPORARY TABLE \(name) (w text COLLATE \"C\")")
      var rows = words.makeIterator()
      try connection.insert(into: name, columns: ["w"]) { rows.next().map { [.text($0.string)] } }
    }
    var (count, keys) = (Int64(0), Int64(0))
    try connection.query("SELECT COUNT(*), COUNT(r.k) FROM \(place.source) r", []) { row in
      if row.count == 2, case .int(let all) = row[0], case .int(let known) = row[1] {
        (count, keys) = (all, known)
      }
    }
    guard count == keys else { throw InPlaceTable.Obstacle(reason: "a row has no key") }
    var isShared = false
    try connection.query(
      "SELECT 1 FROM \(place.source) r GROUP BY r.k HAVING COUNT(*) > 1 LIMIT 1", []
    ) { _ in isShared = true }
    if isShared { throw InPlaceTable.Obstacle(reason: "several rows have the same key") }
    table.source = place.source
    table.stale = bits
    table.hasRejected = false
    table.hasSharedKeys = false
    table.doubts = 0
    return count
  }

  /// Parts of a time are exact from version 14 on.
  private func checkVersion() throws {
    var version: Int64 = 0
    try connection.query("SELECT current_setting('server_version_num')::bigint", []) { row in
      if case .int(let number)? = row.first { version = number }
    }
    guard version >= 140_000 else {
      throw InPlaceTable.Obstacle(reason: "this PostgreSQL is older than 14")
    }
  }

  package func setUnavailable(dataset: Int, causes: Causes) throws {
    guard let table = tables[dataset] else { return }
    try TableWriter(table, connection).write(stale: nil, sharedKeys: []) { _ in }
    table.unavailable = SQLEncoding.bits(causes)
  }

  // MARK: Outcomes

  package func outcomes(of rule: CheckedRule) throws -> RuleOutcomes {
    for dataset in rule.reads + (rule.dataset.map { [$0] } ?? []) {
      if let failure = tables[dataset]?.failure { throw TableWriter.Failure(description: failure) }
    }
    let compiler = RuleCompiler(
      rule, program: program, settings: settings, dialect: connection.dialect, tables: tables,
      kinds: kinds, patterns: patterns, zones: zones)
    defer { compiler.dispose() }
    let statements = try compiler.statements()
    try zones.make(connection)
    return try connection.transaction {
      let run = StatementRun(connection, compiler.parameters)
      try statements.make(run)
      let outcomes = try read(statements, run)
      try run.clear()
      return outcomes
    }
  }

  private func read(_ statements: RuleStatements, _ run: StatementRun) throws -> RuleOutcomes {
    var outcomes = RuleOutcomes()
    var counts: [Int64: Int64] = [:]
    try run.query(
      """
      SELECT m.o, m.c, CASE WHEN \(statements.counted()) THEN 1 ELSE 0 END AS k, COUNT(*) \
      FROM \(statements.members()) m GROUP BY 1, 2, 3
      """
    ) { row in
      guard row.count == 4, case .int(let outcome) = row[0], case .int(let causes) = row[1],
        case .int(let counted) = row[2], case .int(let count) = row[3]
      else { throw DatabaseError(.statement, "the database gave no outcome") }
      switch outcome {
      case MemberCode.pass where counted == 0: outcomes.seenPass += count
      case MemberCode.notApplicable where counted == 0: outcomes.seenNotApplicable += count
      default: counts[outcome, default: 0] += count
      }
      guard outcome == MemberCode.noData else { return }
      for kind in Cause.Kind.allCases where causes & SQLEncoding.bit(kind) != 0 {
        outcomes.causes[kind, default: 0] += count
      }
    }
    outcomes.pass = counts[MemberCode.pass] ?? 0
    outcomes.notApplicable = counts[MemberCode.notApplicable] ?? 0
    outcomes.fail = counts[MemberCode.fail] ?? 0
    outcomes.noData = counts[MemberCode.noData] ?? 0
    outcomes.pending = counts[MemberCode.pending] ?? 0
    outcomes.openPass = counts[MemberCode.openPass] ?? 0
    if let rows = statements.rows {
      try run.query(rows()) { row in
        guard case .int(let number)? = row.first else {
          throw DatabaseError(.statement, "the database gave no row number")
        }
        outcomes.rows.append(number)
      }
    }
    return outcomes
  }
}

/// What a dialect can't say of a rule.
package struct SQLSupport {
  private let program: CheckedProgram
  private let dialect: SQLDialect
  private let settings: SQLSettings

  package init(
    _ program: CheckedProgram, dialect: SQLDialect, zone: @escaping @Sendable (String) -> Zone?
  ) {
    self.program = program
    self.dialect = dialect
    settings = SQLSettings(now: .earliest, period: (.earliest, .latest), zone: zone)
  }

  /// The first thing in a rule that has no exact form; nil when all of it has.
  package func refusal(of rule: CheckedRule) -> Untranslatable? {
    let kinds = SQLOutcomes.kinds(program)
    let compiler = RuleCompiler(
      rule, program: program, settings: settings, dialect: dialect,
      tables: SQLOutcomes.tables(program, [rule], kinds), kinds: kinds, patterns: PatternTable(),
      zones: ZoneTables())
    defer { compiler.dispose() }
    do {
      _ = try compiler.statements()
      return nil
    } catch let refusal as Untranslatable {
      return refusal
    } catch {
      return Untranslatable("\(error)", at: rule.place)
    }
  }
}
