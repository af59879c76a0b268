import WritChecker
import WritDatabase
import WritDiagnostics
import WritEngine
import WritProject
import WritSources
import WritTables
import WritValues

/// Opens the databases that `writ.yaml` names, each once, and binds their tables to datasets.
struct DatabaseBinder {
  private let workspace: Workspace
  private let program: CheckedProgram
  /// One for each database: all of its tables are seen in one state. A database that did not open is not asked again.
  private var sessions: [DatabaseLocation: Result<DatabaseSession, DatabaseError>] = [:]
  /// The tables of the datasets that are delivered.
  private(set) var tables: [DatasetName: DatabaseTable] = [:]

  init(workspace: Workspace, program: CheckedProgram) {
    self.workspace = workspace
    self.program = program
  }

  /// - Parameter name: of a dataset of the program.
  mutating func delivery(
    of binding: DatasetBinding, to name: DatasetName, _ diagnostics: inout [Diagnostic]
  ) -> DatasetDelivery {
    guard let address = address(of: binding),
      let written = binding.table, let index = program.index(of: name)
    else { return .unavailable("`writ.yaml` does not say where it is") }
    guard let table = TableName(parsing: written.value) else {
      let reason = "`\(written.value)` can't name a table"
      diagnostics.append(
        Diagnostic(
          "config/wrong-type", reason, at: written.place,
          help: ["for example `public.users`, or with quotes around a part with a dot: `\"od.d\"`"])
      )
      return .unavailable(reason)
    }
    var zone: Zone?
    if let name = binding.zone {
      zone = ZoneFiles.zone(name.value)
      if zone == nil {
        diagnostics.append(
          Diagnostic("config/unknown-zone", "`\(name.value)` is no known time zone", at: name.place)
        )
        return .unavailable("unknown time zone")
      }
    }
    do {
      let place = place(of: binding, address.value)
      let session = try session(at: place.location)
      let source = try DatabaseTable(
        table, of: session, name: place.name(of: table), schema: program.datasets[index],
        columns: Dictionary(
          binding.fields.map { ($0.field.value, $0.column.value) }, uniquingKeysWith: { $1 }),
        zone: zone, keyType: keyType)
      tables[name] = source
      return delivery(of: source, binding)
    } catch let trouble as DatabaseTrouble {
      diagnostics.append(diagnostic(trouble, binding, at: written.place))
      return .unavailable(trouble.description)
    } catch {
      diagnostics.append(Diagnostic("input/unreadable", "\(error)", at: address.place))
      return .unavailable("\(error)")
    }
  }

  private func delivery(
    of source: DatabaseTable, _ binding: DatasetBinding
  ) -> DatasetDelivery {
    var delivery = DatasetDelivery(inputs: [.records(source, source.binding)])
    switch binding.collected {
    case .at(let time): delivery.collectedAt = time
    case .fileTime:
      delivery.collectedAt = binding.path.flatMap {
        workspace.files.modified(Paths.join(workspace.folder, $0.value))
      }
    case nil:
      delivery.collectedAt = workspace.clock.now()
      delivery.isLive = true
    }
    return delivery
  }

  private mutating func session(at location: DatabaseLocation) throws -> DatabaseSession {
    if let known = sessions[location] { return try known.get() }
    let opened = Result { try DatabaseSession(location, timeout: timeout(at: location)) }.mapError {
      error in
      error as? DatabaseError ?? DatabaseError(.noConnection, "\(location): \(error)")
    }
    sessions[location] = opened
    return try opened.get()
  }

  /// Of several bindings to one database the shortest, for they share a session.
  private func timeout(at location: DatabaseLocation) -> Duration? {
    workspace.configuration.datasets.compactMap { binding -> Int64? in
      guard binding.kind.isDatabase, let address = address(of: binding),
        place(of: binding, address.value).location == location
      else { return nil }
      return binding.timeout?.value
    }.min().map { .microseconds($0) }
  }

  private func address(of binding: DatasetBinding) -> Located<String>? {
    binding.kind == .postgres ? binding.url : binding.path
  }

  /// A database, and what places in its tables are shown under.
  private struct DatabasePlace {
    var location: DatabaseLocation
    /// The file as its user named it; empty for a server.
    var path: String

    func name(of table: TableName) -> String {
      if !path.isEmpty { return "\(path)/\(table)" }
      return TableName(schema: table.schema ?? "public", table.name).description
    }
  }

  private func place(of binding: DatasetBinding, _ address: String) -> DatabasePlace {
    if binding.kind == .postgres {
      return DatabasePlace(location: .postgres(url: address), path: "")
    }
    let path = Paths.join(workspace.folder, address)
    return DatabasePlace(location: .sqlite(path: path), path: path)
  }

  private func diagnostic(
    _ trouble: DatabaseTrouble, _ binding: DatasetBinding, at table: Place
  ) -> Diagnostic {
    var wanted = binding.table?.value ?? ""
    var place = table
    let id: String
    switch trouble.subject {
    case .table: id = "input/unknown-table"
    case .access: id = "input/unreadable"
    case .field(let field):
      let source = binding.fields.first { Text($0.field.value) == Text(field) }
      wanted = source?.column.value ?? field
      place = source?.column.place ?? table
      id = "input/unfit-column"
    }
    let near = Suggestion.nearest(to: wanted, among: trouble.candidates)
    return Diagnostic(
      id, trouble.description, at: place,
      help: (near.map { ["did you mean `\($0)`?"] } ?? []) + trouble.help)
  }

  private var keyType: @Sendable (DatasetName) -> ValueType {
    let schemas = Dictionary(
      program.datasets.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    return { name in KeyTypes.type(of: name, schemas, depth: 0) }
  }
}
