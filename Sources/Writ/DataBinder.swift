package import WritChecker
package import WritDiagnostics
package import WritEngine
import WritProject
import WritSources
import WritTables
package import WritValues
import WritYAML

/// Finds for each dataset where its rows come from: the command line, `writ.yaml`, this machine.
package struct DataBinder {
  private let workspace: Workspace
  private let program: CheckedProgram
  private var files: ProjectFiles { workspace.files }

  /// What was bound, and what was found and left alone.
  package struct Result {
    package var deliveries: [DatasetName: DatasetDelivery] = [:]
    /// Files in a folder that no dataset wants, with what they seem to be.
    package var ignored: [(path: String, kind: String)] = []
    /// Files of a folder that were recognized, with the dataset each delivers.
    package var recognized: [(path: String, dataset: String)] = []
    /// Named inputs that can't be used: exit 4.
    package var diagnostics: [Diagnostic] = []
  }

  /// Where an input came from decides what it may be used for and how its absence is told.
  private struct Candidate {
    var path: String
    var kind: InputKind
    var isNamed: Bool
  }

  package init(workspace: Workspace, program: CheckedProgram) {
    self.workspace = workspace
    self.program = program
  }

  package func bind() -> Result {
    var result = Result()
    for binding in workspace.configuration.datasets { bind(binding, &result) }
    for argument in workspace.options.inputs { bind(argument, &result) }
    for path in workspace.options.paths { bind(path: path, &result) }
    if workspace.options.collectsHost { bindHost(&result) }
    return result
  }

  // MARK: writ.yaml

  private func bind(_ binding: DatasetBinding, _ result: inout Result) {
    let names = datasets(named: binding.name.value)
    guard !names.isEmpty else {
      let near = Suggestion.nearest(
        to: binding.name.value, among: program.datasets.map(\.name.name))
      result.diagnostics.append(
        Diagnostic(
          "config/unknown-dataset", severity: .warning,
          "no policy declares a dataset `\(binding.name.value)`", at: binding.name.place,
          help: near.map { ["did you mean `\($0)`?"] } ?? []))
      return
    }
    var delivery = delivery(of: binding, &result.diagnostics)
    if case .at(let time)? = binding.collected { delivery.collectedAt = time }
    for name in names { result.deliveries[name] = delivery }
  }

  private func delivery(
    of binding: DatasetBinding, _ diagnostics: inout [Diagnostic]
  ) -> DatasetDelivery {
    switch binding.kind {
    case .collect: return collect(binding, &diagnostics)
    case .git:
      let path = Paths.join(workspace.folder, binding.path?.value ?? ".")
      let table = GitRepository(path: files.absolute(path)).changes()
      return delivery(of: table)
    case .file, .ndjson, .json, .csv, .hr, .okta, .github, .sshd, .syslog: break
    }
    guard let path = binding.path else { return .unavailable("`writ.yaml` names no path") }
    let pattern = Paths.join(workspace.folder, path.value)
    var paths: [String]
    do {
      paths = try files.expand(pattern)
    } catch {
      diagnostics.append(Diagnostic("input/unreadable", "\(error)", at: path.place))
      return .unavailable("\(error)")
    }
    // A pattern may match nothing; a file that is named has to be there.
    if paths.isEmpty { return .unavailable("no file matches `\(path.value)`") }
    for path in paths where !files.isFile(path) {
      let reason = files.exists(path) ? "`\(path)` is no file" : "`\(path)` does not exist"
      diagnostics.append(Diagnostic("input/unreadable", reason, at: binding.path?.place))
      return .unavailable(reason)
    }
    if case .sshd = binding.kind { paths = rotated(paths) }
    if case .syslog = binding.kind { paths = rotated(paths) }
    var options = InputOptions()
    options.year = binding.year
    options.member = binding.member?.value
    options.fields = Dictionary(
      binding.fields.map { ($0.field.value, $0.column.value) }, uniquingKeysWith: { $1 })
    if let zone = binding.zone {
      guard let known = ZoneFiles.zone(zone.value) else {
        diagnostics.append(
          Diagnostic("config/unknown-zone", "`\(zone.value)` is no known time zone", at: zone.place)
        )
        return .unavailable("unknown time zone")
      }
      options.zone = known
    }
    let kind = InputKind(rawValue: binding.kind.rawValue)
    var delivery = delivery(of: paths, kind: kind, options, &diagnostics)
    if case .fileTime? = binding.collected {
      delivery.collectedAt = paths.compactMap { files.modified($0) }.min()
    }
    return delivery
  }

  /// Rotated logs oldest first, so that the year rule sees time run forward.
  private func rotated(_ paths: [String]) -> [String] { LogRotation.groups(paths).flatMap { $0 } }

  private func collect(
    _ binding: DatasetBinding, _ diagnostics: inout [Diagnostic]
  ) -> DatasetDelivery {
    guard let name = binding.table else { return .unavailable("`writ.yaml` names no table") }
    guard let table = HostTable(rawValue: name.value) else {
      let known = HostTable.allCases.map(\.rawValue)
      let near = Suggestion.nearest(to: name.value, among: known)
      diagnostics.append(
        Diagnostic(
          "config/unknown-table", "there is no table `\(name.value)`", at: name.place,
          label: "one of \(known.joined(separator: ", "))",
          help: near.map { ["did you mean `\($0)`?"] } ?? []))
      return .unavailable("unknown table")
    }
    return hostDelivery(table)
  }

  private func hostDelivery(_ table: HostTable) -> DatasetDelivery {
    delivery(
      of: HostCollector.collect(table, from: DiskFileSystem(root: workspace.options.root)))
  }

  private func delivery(of table: CollectedTable) -> DatasetDelivery {
    if let reason = table.unavailable { return .unavailable(reason) }
    return DatasetDelivery(
      inputs: [.records(table, FieldBinding())], collectedAt: workspace.clock.now())
  }

  // MARK: Files

  private struct InputOptions {
    var year: Int?
    var zone: Zone?
    var fields: [String: String] = [:]
    var member: String?
  }

  /// - Parameter kind: nil: recognized by content.
  private func delivery(
    of paths: [String], kind: InputKind?, _ options: InputOptions, _ diagnostics: inout [Diagnostic]
  ) -> DatasetDelivery {
    var inputs: [TableInput] = []
    var imported: [String: [any ByteSource]] = [:]
    for path in paths {
      guard let kind = kind ?? recognize(path) else {
        let reason = "`\(path)` is of no known kind"
        diagnostics.append(Diagnostic("input/unknown-kind", reason, help: Self.kindsHelp))
        return .unavailable(reason)
      }
      let source = FileByteSource(path: path)
      let binding = FieldBinding(fieldMap: options.fields, zone: options.zone)
      switch kind {
      case .ndjson: inputs.append(.ndjson(source, binding))
      case .json: inputs.append(.json(source, binding, member: options.member))
      case .csv: inputs.append(.csv(source, binding))
      case .hr, .okta, .github, .sshd, .syslog: imported[kind.rawValue, default: []].append(source)
      }
    }
    let importOptions = ImportOptions(
      year: options.year, zone: options.zone, fields: options.fields)
    for name in imported.keys.sorted() {
      guard let kind = ImportKind(rawValue: name),
        let source = Importer.source(kind, inputs: imported[name] ?? [], options: importOptions)
      else { continue }
      inputs.append(.records(source, FieldBinding(zone: options.zone)))
    }
    return DatasetDelivery(inputs: inputs)
  }

  /// What a policy usually calls the dataset of a kind; nil for the plain formats.
  private static func usualDataset(_ kind: InputKind) -> String? {
    switch kind {
    case .ndjson, .json, .csv: nil
    case .hr: TableDescription.hr.name
    case .okta: TableDescription.okta.name
    case .github: TableDescription.github.name
    case .sshd, .syslog: TableDescription.authLog.name
    }
  }

  private static let kindsHelp = [
    "known: NDJSON, JSON, CSV, an HR roster, Okta users, GitHub members, an sshd or syslog file"
  ]

  private func recognize(_ path: String) -> InputKind? {
    guard let prefix = try? files.prefix(path) else { return nil }
    return InputKind.recognize(name: path, prefix: prefix)
  }

  // MARK: Command line

  /// `NAME=FILE`: a dataset's name, else a kind's.
  private func bind(_ argument: InputArgument, _ result: inout Result) {
    guard files.exists(argument.path) else {
      result.diagnostics.append(
        Diagnostic("input/unreadable", "`\(argument.path)` does not exist"))
      return
    }
    guard let name = argument.name else {
      bind(path: argument.path, &result)
      return
    }
    let kind = InputKind(rawValue: name)
    let names = datasets(named: name)
    if !names.isEmpty {
      let delivery = delivery(of: [argument.path], kind: nil, InputOptions(), &result.diagnostics)
      for dataset in names { result.deliveries[dataset] = delivery }
    } else if let kind {
      deliver(Candidate(path: argument.path, kind: kind, isNamed: true), &result)
    } else {
      let known = program.datasets.map(\.name.name) + InputKind.allCases.map(\.rawValue)
      let near = Suggestion.nearest(to: name, among: known)
      result.diagnostics.append(
        Diagnostic(
          "input/unknown-kind",
          "`\(name)` is neither a dataset of the policies nor a kind of input",
          help: near.map { ["did you mean `\($0)`?"] } ?? []))
    }
  }

  private func bind(path: String, _ result: inout Result) {
    if files.isFile(path) {
      guard let kind = recognize(path) else {
        result.diagnostics.append(
          Diagnostic(
            "input/unknown-kind", "`\(path)` is of no known kind", help: Self.kindsHelp))
        return
      }
      deliver(Candidate(path: path, kind: kind, isNamed: true), &result)
      return
    }
    guard files.isFolder(path) else {
      result.diagnostics.append(Diagnostic("input/unreadable", "`\(path)` does not exist"))
      return
    }
    do {
      let manifest = bindManifest(of: path, &result)
      for file in try files.files(under: path) where !manifest.contains(file) {
        guard let kind = recognize(file) else {
          result.ignored.append((file, "unknown"))
          continue
        }
        deliver(Candidate(path: file, kind: kind, isNamed: false), &result)
      }
    } catch {
      result.diagnostics.append(Diagnostic("input/unreadable", "\(error)"))
    }
  }

  /// A folder that `writ collect` wrote says when it was collected and which tables are missing and why.
  /// - Returns: the files that are dealt with.
  private func bindManifest(of folder: String, _ result: inout Result) -> Set<String> {
    let path = Paths.join(folder == "." ? "" : folder, CollectionManifest.fileName)
    guard files.isFile(path), let bytes = try? files.bytes(path),
      let manifest = CollectionManifest(bytes)
    else { return [] }
    var done: Set<String> = [path]
    for (name, reason) in manifest.unavailable {
      for dataset in datasets(named: name) { result.deliveries[dataset] = .unavailable(reason) }
    }
    for (name, file) in manifest.tables.sorted(by: { $0.key < $1.key }) {
      let table = Paths.join(folder == "." ? "" : folder, file)
      guard files.isFile(table) else { continue }
      done.insert(table)
      let source = FileByteSource(path: table)
      for dataset in datasets(named: name) {
        // An empty table was collected and holds nothing; an empty file elsewhere is an error.
        let isEmpty = (try? files.prefix(table, count: 1))?.isEmpty ?? false
        result.deliveries[dataset] = DatasetDelivery(
          inputs: isEmpty ? [.values([], name: table)] : [.ndjson(source, FieldBinding())],
          collectedAt: manifest.collectedAt)
        result.recognized.append((table, dataset.name))
      }
    }
    return done
  }

  /// Gives a file to the dataset called like it, else to the one its kind is usually called.
  private func deliver(_ candidate: Candidate, _ result: inout Result) {
    let stem = Paths.stem(candidate.path)
    var names = datasets(named: stem)
    if names.isEmpty, let usual = Self.usualDataset(candidate.kind) {
      names = datasets(named: usual)
    }
    guard !names.isEmpty else {
      if candidate.isNamed {
        result.diagnostics.append(
          Diagnostic(
            "input/no-dataset", "no dataset of the policies takes `\(candidate.path)`",
            help: [
              "name the dataset: `-i DATASET=\(candidate.path)`",
              "datasets: \(program.datasets.map(\.name.name).sorted().joined(separator: ", "))",
            ]))
      } else {
        result.ignored.append((candidate.path, candidate.kind.rawValue))
      }
      return
    }
    let fresh = delivery(
      of: [candidate.path], kind: candidate.kind, InputOptions(), &result.diagnostics)
    for name in names {
      result.recognized.append((candidate.path, name.name))
      if result.deliveries[name]?.unavailable == nil {
        // Several files of one kind are one population.
        var known = result.deliveries[name] ?? DatasetDelivery(inputs: [])
        known.inputs += fresh.inputs
        result.deliveries[name] = known
      } else {
        result.deliveries[name] = fresh
      }
    }
  }

  private func bindHost(_ result: inout Result) {
    for dataset in program.datasets where result.deliveries[dataset.name] == nil {
      guard dataset.name.name.hasPrefix("host_"),
        let table = HostTable(rawValue: String(dataset.name.name.dropFirst("host_".count)))
      else { continue }
      result.deliveries[dataset.name] = hostDelivery(table)
    }
  }

  /// `users` names that dataset of every module, `access.users` one of them.
  private func datasets(named name: String) -> [DatasetName] {
    let exact = program.datasets.map(\.name).filter { $0.description == name }
    return exact.isEmpty ? program.datasets.map(\.name).filter { $0.name == name } : exact
  }
}
