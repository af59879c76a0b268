import WritDatabase
import WritDetection
package import WritDiagnostics
import WritDocuments
import WritModel
package import WritPrivacy
import WritSources

/// Classifies the columns of files and of databases' tables.
package struct ColumnScan {
  package struct Options: Sendable {
    /// Files and folders, `sqlite:PATH`, `postgres://…`; which detectors.
    package var scan = PersonalDataScan.Options()
    /// Tables of databases; none is all.
    package var tables: [String] = []

    package init() {}
  }

  package struct Result: Sendable {
    package var report: ColumnReport?
    package var diagnostics: [Diagnostic]
  }

  /// Rows of a server's table that are brought here; of a larger one so many by chance.
  static let mostRows = 100_000

  private let files: ProjectFiles
  private let classifier: ColumnClassifier
  private let options: Options

  /// The report, or what is wrong with the detectors.
  package static func run(_ workspace: Workspace, _ options: Options) -> Result {
    let detectors = PersonalDetectors(workspace)
    var diagnostics = detectors.diagnostics
    if AuditRun.exit(of: diagnostics) != nil {
      return Result(report: nil, diagnostics: diagnostics)
    }
    let loaded = detectors.load()
    diagnostics += loaded.diagnostics
    guard let set = loaded.set else { return Result(report: nil, diagnostics: diagnostics) }
    var classifying = ColumnClassifier.Options()
    classifying.threshold = options.scan.threshold
    classifying.detectors = options.scan.enabled(in: set, isLog: false)
    let (only, without) = (options.scan.only, options.scan.without)
    classifying.tellsKind = { name in
      (only.isEmpty || only.contains { $0.matches(name) }) && !without.contains { $0.matches(name) }
    }
    guard let classifier = ColumnClassifier(set, options: classifying) else {
      return Result(report: nil, diagnostics: diagnostics)
    }
    let scan = ColumnScan(files: workspace.files, classifier: classifier, options: options)
    return Result(
      report: ColumnReport(options.scan.paths.flatMap(scan.tables)), diagnostics: diagnostics)
  }

  private func tables(of path: String) -> [ColumnReport.Table] {
    if let location = Self.database(path) { return tables(in: location) }
    do {
      let found =
        path != DocumentInput.standardInput && files.isFolder(path)
        ? try files.files(under: path) : [path]
      return found.flatMap(document)
    } catch {
      return [failed(path, "unknown", "\(error)")]
    }
  }

  private static func database(_ path: String) -> DatabaseLocation? {
    if path.utf8.starts(with: "sqlite:".utf8) {
      return .sqlite(path: String(path.dropFirst("sqlite:".count)))
    }
    let isServer = ["postgres://", "postgresql://"].contains { path.utf8.starts(with: $0.utf8) }
    return isServer ? .postgres(url: path) : nil
  }

  private func failed(_ source: String, _ format: String, _ reason: String) -> ColumnReport.Table {
    var table = ColumnReport.Table(source: source, format: format)
    table.failure = reason
    return table
  }

  // MARK: Documents

  private func document(_ path: String) -> [ColumnReport.Table] {
    do {
      let input = try DocumentInput(path)
      var table = ColumnReport.Table(source: path, format: input.formatName)
      switch input.content {
      case .skipped(let reason):
        if input.formatName == "binary", reason.contains("SQLite") {
          return tables(in: .sqlite(path: path))
        }
        table.skipped = reason
      case .values(.text, _): table.skipped = "plain text has no columns; `writ pii scan` reads it"
      case .values(let format, let read):
        let found = try DocumentColumns(format, read: read)
        table.columns = found.columns.map { column in
          ColumnReport.Column(
            name: column.name, classifier.classify(column.key, column.sample))
        }
        if found.dropped > 0 {
          table.gaps.append(
            "\(found.dropped) values at more than \(DocumentColumns.mostColumns) paths")
        }
        if let fallback = found.fallback {
          table.gaps.append("byte \(fallback.offset): \(fallback.reason)")
        }
      }
      return [table]
    } catch {
      return [failed(path, "unknown", "\(error)")]
    }
  }

  // MARK: Databases

  private func tables(in location: DatabaseLocation) -> [ColumnReport.Table] {
    let format = if case .postgres = location { "postgres" } else { "sqlite" }
    do {
      return try DatabaseSession(location).with { connection in
        try names(connection).map { name in
          guard let name = name.table else {
            return failed(location.description, format, "`\(name.written)` can't name a table")
          }
          do {
            return try table(name, connection, location, format)
          } catch {
            var table = failed(location.description, format, "\(error)")
            table.name = name.description
            return table
          }
        }
      }
    } catch {
      return [failed(location.description, format, "\(error)")]
    }
  }

  private func names(
    _ connection: any DatabaseConnection
  ) throws -> [(written: String, table: TableName?)] {
    if !options.tables.isEmpty { return options.tables.map { ($0, TableName(parsing: $0)) } }
    return try connection.tables().map { ($0.description, $0) }
  }

  private func table(
    _ name: TableName, _ connection: any DatabaseConnection, _ location: DatabaseLocation,
    _ format: String
  ) throws -> ColumnReport.Table {
    var table = ColumnReport.Table(
      source: location.description, name: name.description, format: format)
    guard let columns = try connection.columns(of: name) else {
      table.failure = "there is no such table"
      return table
    }
    if columns.isEmpty { return table }
    var samples = columns.map { _ in CellSample() }
    let list = columns.map { SQLIdentifier.quoted($0.name) }.joined(separator: ", ")
    let filter = try filter(name, connection, location)
    try connection.query("SELECT \(list) FROM \(name.sql)\(filter)", []) { row in
      for (index, value) in row.enumerated() where samples.indices.contains(index) {
        Self.add(value, to: &samples[index])
      }
    }
    table.columns = zip(columns, samples).map { column, sample in
      ColumnReport.Column(name: column.name, classifier.classify(column.name, sample))
    }
    return table
  }

  /// Of a server's large table rows by chance, the same ones where the server reads it in the same order.
  private func filter(
    _ name: TableName, _ connection: any DatabaseConnection, _ location: DatabaseLocation
  ) throws -> String {
    guard case .postgres = location else { return "" }
    var rows: Int64 = 0
    try connection.query("SELECT count(*) FROM \(name.sql)", []) { row in
      if case .int(let count)? = row.first { rows = count }
    }
    guard rows > Self.mostRows else { return "" }
    try connection.query("SELECT setseed(0.5)::text", []) { _ in }
    return " WHERE random() < \(Double(Self.mostRows) / Double(rows))"
  }

  private static func add(_ value: SQLValue, to sample: inout CellSample) {
    switch value {
    case .null: sample.addNull()
    case .int(let number): sample.add(Array(String(number).utf8))
    case .real(let number): sample.add(Array(number.description.utf8))
    case .text(let text): sample.add(Array(text.utf8))
    case .bytes(let bytes): sample.add(bytes)
    }
  }
}
