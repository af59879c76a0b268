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
    /// Datasets that only `writ.yaml` has spoken of: the command line replaces what it said.
    fileprivate var fromSettings: Set<DatasetName> = []
    /// Where `writ.yaml` speaks of a dataset that is read from a database, for what shows only while it is read.
    package var places: [DatasetName: Place] = [:]
    /// Those of `deliveries` that are tables of databases.
    var tables: [DatasetName: DatabaseTable] = [:]
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
    result.fromSettings = Set(result.deliveries.keys)
    // The order in which a shell lists files changes nothing.
    let arguments = Set(workspace.options.inputs).sorted {
      ($0.name ?? "", $0.path) < ($1.name ?? "", $1.path)
    }
    for argument in arguments { bind(argument, &result) }
    for path in Set(workspace.options.paths).sorted() { bind(path: path, &result) }
    bindDatabases(&result)
    if workspace.options.collectsHost { bindHost(&result) }
    return result
  }

  /// Last, so that no session is opened for what the command line delivers.
  private func bindDatabases(_ result: inout Result) {
    var databases = DatabaseBinder(workspace: workspace, program: program)
    for binding in workspace.configuration.datasets where binding.kind.isDatabase {
      for name in datasets(named: binding.name.value) where result.fromSettings.contains(name) {
        result.deliveries[name] = databases.delivery(of: binding, to: name, &result.diagnostics)
        result.places[name] = (binding.url ?? binding.path ?? binding.name).place
      }
    }
    result.tables = databases.tables
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
    checkFields(of: binding, of: names, &result.diagnostics)
    var delivery = delivery(of: binding, &result.diagnostics)
    if case .at(let time)? = binding.collected { delivery.collectedAt = time }
    for name in names { result.deliveries[name] = delivery }
  }

  /// A field that is misspelled would leave the one that is meant missing in every row.
  private func checkFields(
    of binding: DatasetBinding, of names: [DatasetName], _ diagnostics: inout [Diagnostic]
  ) {
    var known = Set(
      names.compactMap { program.index(of: $0) }
        .flatMap { program.datasets[$0].fields.map(\.name) })
    switch binding.kind {
    case .hr: known.formUnion(TableDescription.hr.fields.map(\.name))
    case .okta: known.formUnion(TableDescription.okta.fields.map(\.name))
    case .github: known.formUnion(TableDescription.github.fields.map(\.name))
    default: break
    }
    for item in binding.fields where !known.contains(item.field.value) {
      let near = Suggestion.nearest(to: item.field.value, among: known.sorted())
      diagnostics.append(
        Diagnostic(
          "config/unknown-field",
          "dataset `\(binding.name.value)` has no field `\(item.field.value)`",
          at: item.field.place, label: "one of \(known.sorted().joined(separator: ", "))",
          help: near.map { ["did you mean `\($0)`?"] } ?? []))
    }
  }

  private func delivery(
    of binding: DatasetBinding, _ diagnostics: inout [Diagnostic]
  ) -> DatasetDelivery {
    switch binding.kind {
    case .collect: return collect(binding, &diagnostics)
    case .postgres, .sqlite: return .unavailable("the database was not asked")
    case .git:
      let path = Paths.join(workspace.folder, binding.path?.value ?? ".")
      let table = GitRepository(path: files.absolute(path)).changes()
      tell(table, of: binding.name.value, &diagnostics)
      return delivery(of: table)
    case .file, .ndjson, .json, .csv, .hr, .okta, .github, .sshd, .syslog, .risk: break
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
    if case .risk = binding.kind { return risks(of: paths, binding, &diagnostics) }
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

  /// A row for each table. One that can't be measured leaves nothing told of the others: a release is judged whole.
  private func risks(
    of paths: [String], _ binding: DatasetBinding, _ diagnostics: inout [Diagnostic]
  ) -> DatasetDelivery {
    let reader = RiskRecords(
      files: files, folder: workspace.folder,
      quasiIdentifiers: binding.quasiIdentifiers.map(\.value),
      sensitive: binding.sensitive.map(\.value),
      population: binding.population.map { Paths.join(workspace.folder, $0.value) })
    var delivery: DatasetDelivery
    do throws(RiskTableFile.Failure) {
      delivery = DatasetDelivery(
        inputs: [.records(try reader.table(of: paths.sorted()), FieldBinding())])
    } catch {
      diagnostics.append(
        Diagnostic("input/unreadable", "\(error)", at: binding.path?.place))
      return .unavailable("\(error)")
    }
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
    return hostDelivery(table, for: binding.name.value, &diagnostics)
  }

  private func hostDelivery(
    _ table: HostTable, for dataset: String, _ diagnostics: inout [Diagnostic]
  ) -> DatasetDelivery {
    let files = DiskFileSystem(root: workspace.options.root)
    let collected = HostCollector.collect(table, from: files)
    tell(collected, of: dataset, &diagnostics)
    var delivery = delivery(of: collected)
    delivery.covered = [.text(Text(HostCollector.hostName(in: files)))]
    return delivery
  }

  /// What a collector could not see of a table that is there all the same.
  private func tell(
    _ table: CollectedTable, of dataset: String, _ diagnostics: inout [Diagnostic]
  ) {
    guard table.unavailable == nil else { return }
    for note in table.notes {
      diagnostics.append(
        Diagnostic("input/incomplete", severity: .note, "dataset `\(dataset)`: \(note)"))
    }
  }

  private func delivery(of table: CollectedTable) -> DatasetDelivery {
    if let reason = table.unavailable { return .unavailable(reason) }
    var delivery = DatasetDelivery(
      inputs: [.records(table, FieldBinding())], collectedAt: workspace.clock.now())
    delivery.isLive = true
    return delivery
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
        let trouble = notRecognized(path)
        diagnostics.append(trouble)
        return .unavailable(trouble.message)
      }
      let source = files.byteSource(path)
      let binding = FieldBinding(fieldMap: options.fields, zone: options.zone)
      switch kind {
      case .ndjson: inputs.append(.ndjson(source, binding))
      case .json: inputs.append(.json(source, binding, member: options.member))
      case .csv: inputs.append(.csv(source, binding))
      case .hr, .okta, .github, .sshd, .syslog: imported[kind.rawValue, default: []].append(source)
      }
    }
    let importOptions = ImportOptions(
      year: options.year, zone: options.zone, fields: options.fields, member: options.member)
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
    guard files.isFile(path), let prefix = try? files.prefix(path) else { return nil }
    return InputKind.recognize(name: path, prefix: prefix)
  }

  /// A file that can be opened and whose text can't be had: damaged gzip, another encoding.
  private func failure(_ path: String) -> Diagnostic? {
    do {
      _ = try files.prefix(path)
      return nil
    } catch let failure as ReadFailure {
      return Diagnostic("input/unreadable", "\(failure)")
    } catch {
      return nil
    }
  }

  /// Why a file of a folder is left alone, in a word.
  private func whyUnrecognized(_ path: String) -> String {
    guard files.trouble(path) == nil, let prefix = try? files.prefix(path, count: 1) else {
      return "unreadable"
    }
    return prefix.isEmpty ? "empty" : "unknown"
  }

  /// Why a named file is of no use: it can't be read, it is empty, or it is something else.
  private func notRecognized(_ path: String) -> Diagnostic {
    if let trouble = files.trouble(path) { return Diagnostic("input/unreadable", "\(trouble)") }
    if let failure = failure(path) { return failure }
    if (try? files.prefix(path, count: 1))?.isEmpty ?? false {
      return Diagnostic("input/unreadable", "`\(path)` is empty")
    }
    return Diagnostic(
      "input/unknown-kind", "`\(path)` is of no known kind", help: Self.kindsHelp)
  }

  // MARK: Command line

  /// `NAME=FILE`: a dataset's name, else a kind's.
  private func bind(_ argument: InputArgument, _ result: inout Result) {
    if !files.exists(argument.path), let trouble = files.trouble(argument.path) {
      result.diagnostics.append(Diagnostic("input/unreadable", "\(trouble)"))
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
      for dataset in names { add(delivery, to: dataset, &result) }
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
        result.diagnostics.append(notRecognized(path))
        return
      }
      deliver(Candidate(path: path, kind: kind, isNamed: true), &result)
      return
    }
    guard files.isFolder(path) else {
      let reason = files.trouble(path)?.description ?? "`\(path)` is neither a file nor a folder"
      result.diagnostics.append(Diagnostic("input/unreadable", reason))
      return
    }
    do {
      let manifest = bindManifest(of: path, &result)
      for file in try files.files(under: path) where !manifest.contains(file) {
        // Writ's own files are no data.
        if file.hasSuffix(".writ") || Paths.isOwn(file) { continue }
        guard let kind = recognize(file) else {
          // What it holds may be wanted: part of a population is not taken for all of it.
          if files.isFile(file), let failure = failure(file) {
            result.diagnostics.append(failure)
          } else {
            result.ignored.append((file, whyUnrecognized(file)))
          }
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
      for dataset in datasets(named: name) { add(.unavailable(reason), to: dataset, &result) }
    }
    for (name, file) in manifest.tables.sorted(by: { $0.key < $1.key }) {
      let table = Paths.join(folder == "." ? "" : folder, file)
      guard files.isFile(table) else {
        let reason = "`\(table)`, which `\(path)` names, does not exist"
        result.diagnostics.append(Diagnostic("input/unreadable", reason))
        for dataset in datasets(named: name) { add(.unavailable(reason), to: dataset, &result) }
        continue
      }
      done.insert(table)
      let source = files.byteSource(table)
      for dataset in datasets(named: name) {
        // An empty table was collected and holds nothing; an empty file elsewhere is an error.
        let isEmpty = (try? files.prefix(table, count: 1))?.isEmpty ?? false
        var inputs: [TableInput] =
          isEmpty ? [.values([], name: table)] : [.ndjson(source, FieldBinding())]
        if let reasons = manifest.unseen[name], !reasons.isEmpty {
          var unseen = CollectedTable()
          for reason in reasons { unseen.missRows(of: table, reason: reason) }
          inputs.append(.records(unseen, FieldBinding()))
        }
        let delivery = DatasetDelivery(
          inputs: inputs,
          collectedAt: manifest.collectedAt, covered: [.text(Text(manifest.host))])
        add(delivery, to: dataset, &result)
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
      // Without any dataset the run has nothing to judge, and that is what it says.
      if candidate.isNamed, !program.datasets.isEmpty {
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
      add(fresh, to: name, &result)
    }
  }

  /// Several inputs of the command line are one population; where one of them could not be had, the population
  /// is not whole, and only a dataset judged subject by subject can say so for the one alone.
  private func add(_ delivery: DatasetDelivery, to name: DatasetName, _ result: inout Result) {
    guard result.fromSettings.remove(name) == nil, var known = result.deliveries[name] else {
      result.deliveries[name] = delivery
      return
    }
    let isPerSubject =
      program.index(of: name).map { program.datasets[$0].completePer != nil } ?? false
    if known.unavailable != nil || delivery.unavailable != nil {
      if known.unavailable != nil, delivery.unavailable == nil, isPerSubject {
        result.deliveries[name] = delivery
      } else if known.unavailable == nil, !isPerSubject {
        result.deliveries[name] = delivery
      }
      return
    }
    known.inputs += delivery.inputs
    known.covered += delivery.covered
    // A population is as old as its oldest part; one without a time has none.
    known.collectedAt =
      [known.collectedAt, delivery.collectedAt].contains(nil)
      ? nil : [known.collectedAt, delivery.collectedAt].compactMap { $0 }.min()
    result.deliveries[name] = known
  }

  private func bindHost(_ result: inout Result) {
    for dataset in program.datasets where result.deliveries[dataset.name] == nil {
      guard dataset.name.name.hasPrefix("host_"),
        let table = HostTable(rawValue: String(dataset.name.name.dropFirst("host_".count)))
      else { continue }
      result.deliveries[dataset.name] = hostDelivery(
        table, for: dataset.name.name, &result.diagnostics)
    }
  }

  /// `users` names that dataset of every module, `access.users` one of them.
  private func datasets(named name: String) -> [DatasetName] {
    let exact = program.datasets.map(\.name).filter { $0.description == name }
    return exact.isEmpty ? program.datasets.map(\.name).filter { $0.name == name } : exact
  }
}
