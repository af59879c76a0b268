package import WritChecker
import WritDatabase
import WritDiagnostics
import WritEngine
package import WritPlan
import WritProject
import WritSQL
import WritSources
import WritValues

/// What finds the outcomes of a run: an engine of our own, or a database whose findings ours explains.
package enum RunEngine: String, CaseIterable, Sendable {
  case native, reference, sqlite, postgres

  /// Nil for the engines of our own.
  var dialect: SQLDialect? {
    switch self {
    case .native, .reference: nil
    case .sqlite: .sqlite
    case .postgres: .postgres
    }
  }

  /// The evaluator that judges, or explains what a database found.
  var kind: EngineKind { self == .native ? .native : .reference }
}

/// Opens the database of a run, and says which rules it can't run.
struct RunDatabase {
  let program: CheckedProgram
  let dialect: SQLDialect

  /// Rules, or parts of them, that have no exact form in the dialect.
  func refusals(_ rules: [CheckedRule]) -> [Diagnostic] {
    let support = SQLSupport(program, dialect: dialect, zone: ZoneFiles.zone)
    return rules.compactMap { rule in
      support.refusal(of: rule).map { refusal in
        Diagnostic(
          "engine/not-translatable",
          "\(refusal.construct) has no form in \(dialect.title) that means exactly the same",
          at: refusal.place,
          help: ["`\(rule.id)` runs without `--engine`, or leave it out with `--rule`"])
      }
    }
  }

  /// A session, and the datasets whose tables lie in its database.
  struct Session {
    var connection: any DatabaseConnection
    var bound: [DatasetName: BoundTable] = [:]
    /// Datasets whose tables lie elsewhere.
    var elsewhere: [DatasetName] = []

    /// Tells which tables were read by Writ although they are in a database.
    ///
    /// - Parameter loaded: of this database, with the reason.
    func notes(_ loaded: [DatasetName: String], _ places: [DatasetName: Place]) -> [Diagnostic] {
      let reasons = loaded.merging(elsewhere.map { ($0, "it lies in another database") }) { $1 }
      return reasons.sorted { $0.key < $1.key }.map { name, reason in
        Diagnostic(
          "engine/loaded", severity: .note,
          "the rows of `\(name.name)` were loaded, not judged in place: \(reason)",
          at: places[name])
      }
    }
  }

  /// The session of the tables that `writ.yaml` binds where it can be that of the engine: then they are judged in place.
  ///
  /// - Parameter url: of a PostgreSQL server, from the command line.
  /// - Throws: `DatabaseError`
  func open(
    url: String?, _ workspace: Workspace, _ binding: DataBinder.Result
  ) throws -> Session {
    let tables = binding.tables.sorted { $0.key < $1.key }
    if let shared = self.shared(url, tables.map(\.value.session)) {
      let own = tables.filter { $0.value.session === shared }
      return Session(
        connection: shared.unguarded,
        bound: Dictionary(own.map { ($0.key, $0.value.bound) }, uniquingKeysWith: { $1 }),
        elsewhere: tables.filter { $0.value.session !== shared }.map(\.key))
    }
    return Session(connection: try open(url: url, workspace), elsewhere: tables.map(\.key))
  }

  private func shared(_ url: String?, _ sessions: [DatabaseSession]) -> DatabaseSession? {
    sessions.first { session in
      switch (dialect, session.location) {
      case (.sqlite, .sqlite): true
      case (.postgres, .postgres(let own)):
        // A server that only repeats another makes no temporary tables.
        (url.map { Text($0) == Text(own) } ?? true) && session.unguarded.hasTemporaryTables
      default: false
      }
    }
  }

  private func open(url: String?, _ workspace: Workspace) throws -> any DatabaseConnection {
    var options = DatabaseOptions()
    options.fallbackTimeout = DatabaseOptions.patience
    switch dialect {
    case .sqlite: return try DatabaseLocation.sqliteTemporary.open(options)
    case .postgres:
      let bound = workspace.configuration.datasets.first { $0.kind == .postgres }?.url?.value
      guard let url = url ?? bound else {
        throw DatabaseError(
          .noConnection,
          "`--engine postgres` needs a server: name it with `--database postgres://…`")
      }
      return try DatabaseLocation.postgres(url: url).open(options)
    }
  }
}

extension SQLDialect {
  var title: String {
    switch self {
    case .sqlite: "SQLite"
    case .postgres: "PostgreSQL"
    }
  }
}

extension EngineSupport {
  /// All engines, with why a database can't run a rule.
  package static func all(_ program: CheckedProgram) -> (CheckedRule) -> [EngineSupport] {
    let supports = [SQLDialect.sqlite, .postgres].map { dialect in
      (dialect, SQLSupport(program, dialect: dialect, zone: ZoneFiles.zone))
    }
    return { rule in
      always
        + supports.map { dialect, support in
          EngineSupport(
            dialect.rawValue,
            obstacle: support.refusal(of: rule).map { "\($0.construct) has no exact form in SQL" })
        }
    }
  }
}
