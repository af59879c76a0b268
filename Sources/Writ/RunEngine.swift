package import WritChecker
import WritDatabase
import WritDiagnostics
import WritEngine
package import WritPlan
import WritProject
import WritSQL
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

  /// - Parameter url: of a PostgreSQL server, from the command line.
  /// - Throws: `DatabaseError`
  func open(url: String?, _ workspace: Workspace) throws -> any DatabaseConnection {
    switch dialect {
    case .sqlite: return try DatabaseLocation.sqliteTemporary.open()
    case .postgres:
      let bound = workspace.configuration.datasets.first { $0.kind == .postgres }?.url?.value
      guard let url = url ?? bound else {
        throw DatabaseError(
          .noConnection,
          "`--engine postgres` needs a server: name it with `--database postgres://…`")
      }
      return try DatabaseLocation.postgres(url: url).open()
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
