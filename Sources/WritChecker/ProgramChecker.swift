import WritDiagnostics
import WritModel
import WritSyntax
import WritValues

/// Checks all files together: first names, then datasets, params, lets and defines, then rules and tests.
final class ProgramChecker {
  let environment: CheckEnvironment
  let files: [SourceFile]
  var sink = DiagnosticSink()
  var modules: [String: Module] = [:]
  /// Sorted by name.
  var datasets: [DeclaredDataset] = []
  var datasetIndices: [DatasetName: Int] = [:]
  var params: [DeclaredParam] = []
  var lets: [DeclaredLet] = []
  var defines: [DeclaredDefine] = []
  var rules: [CheckedRule] = []
  var tests: [CheckedTest] = []
  var detectors: [CheckedDetector] = []
  var masks: [CheckedMask] = []
  /// How deep the check is in expressions, lets and defines; bounds the stack.
  var depth = 0
  /// The tokens of every detector, sorted.
  private(set) lazy var canonicalDetectors: [String] = files.flatMap { file in
    file.tree.file.declarations.compactMap { declaration -> String? in
      guard case .detector(let syntax) = declaration else { return nil }
      return file.tree.canonicalText(syntax.span)
    }
  }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  private var controlsByText: [String: ControlID] = [:]

  init(_ trees: [SyntaxTree], environment: CheckEnvironment) {
    self.environment = environment
    files = trees.sorted { $0.source.name < $1.source.name }.map { SourceFile($0) }
    for control in environment.knownControls ?? [] {
      controlsByText[control.description] = control
    }
  }

  func run() -> CheckResult {
    for file in files {
      for diagnostic in file.tree.diagnostics { sink.report(diagnostic) }
    }
    declare()
    checkImports()
    checkDatasets()
    checkParams()
    checkLets()
    for index in defines.indices { checkDefine(index) }
    checkRules()
    checkTests()
    checkDetectors()
    checkMasks()
    reportUnused()
    let program = CheckedProgram(
      datasets: datasets.map(\.schema),
      datasetPlaces: datasets.map { $0.file.place($0.syntax.name.span) },
      params: params.map(\.checked), defines: usableDefines(),
      rules: rules.sorted { $0.id < $1.id }, tests: tests,
      detectors: detectors.sorted { $0.definition.name < $1.definition.name },
      masks: masks.sorted { $0.definition.name < $1.definition.name })
    return CheckResult(program: program, diagnostics: sink.all.sorted(by: Diagnostic.inOrder))
  }

  /// Indices must stay as calls know them; a broken define is called by no rule that is kept.
  private func usableDefines() -> [CheckedDefine] {
    defines.map { define in
      if let checked = define.checked { return checked }
      let place = define.file.place(define.syntax.name.span)
      return CheckedDefine(
        id: define.id, parameterCount: define.parameters.count,
        slotCount: define.parameters.count,
        body: CheckedExpression(.list([]), type: .poison, place: place))
    }
  }

  func report(_ diagnostic: Diagnostic) { sink.report(diagnostic) }

  func knownControl(_ id: ControlID) -> Bool {
    environment.knownControls == nil || controlsByText[id.description] != nil
  }

  // MARK: Names

  func id(_ name: String, in file: SourceFile) -> String {
    file.module.isEmpty ? name : "\(file.module).\(name)"
  }

  func entry(_ name: String, in file: SourceFile) -> Module.Entry? {
    modules[file.module]?.entries[name]
  }

  /// The module and the last part of a dotted name; nil as module when it is not dotted.
  static func split(_ dotted: String) -> (module: String?, name: String) {
    guard let dot = dotted.lastIndex(of: ".") else { return (nil, dotted) }
    return (String(dotted[..<dot]), String(dotted[dotted.index(after: dot)...]))
  }

  /// What a name, dotted or not, stands for in a file; tells the module's mistake, not the name's.
  func lookUp(_ dotted: Name, in file: SourceFile) -> Lookup {
    let (module, name) = ProgramChecker.split(dotted.text)
    guard let module else {
      if let entry = entry(name, in: file) { return .found(entry) }
      return isDoubtful(name, in: file.module) ? .told : .unknown
    }
    return lookUp(name, of: module, at: file.place(dotted.span), in: file)
  }

  func lookUp(_ name: String, of module: String, at place: Place, in file: SourceFile) -> Lookup {
    if module == file.module {
      if let entry = modules[module]?.entries[name] { return .found(entry) }
    } else if !file.imports(module) {
      report(
        CheckerDiagnostics.notImported(
          module, at: place, known: moduleNames(but: file), exists: modules[module] != nil))
      return .told
    } else {
      file.use(module)
      if modules[module] == nil { return .told }
      if let entry = modules[module]?.entries[name] { return .found(entry) }
    }
    return isDoubtful(name, in: module) ? .told : .unknown
  }

  enum Lookup {
    case found(Module.Entry)
    /// Nothing known; not told yet.
    case unknown
    /// Nothing known, and the mistake is told already.
    case told
  }

  private func isDoubtful(_ name: String, in module: String) -> Bool {
    modules[module]?.doubtful.contains(name) ?? false
  }

  func moduleNames(but file: SourceFile) -> [String] {
    modules.keys.filter { $0 != file.module && !$0.isEmpty }.sorted()
  }

  /// The dataset a name stands for; every mistake is told.
  func dataset(_ name: Name, in file: SourceFile) -> Int? {
    switch lookUp(name, in: file) {
    case .found(.dataset(let index)): return index
    case .found:
      report(CheckerDiagnostics.notADataset(name.text, at: file.place(name.span)))
    case .unknown:
      report(
        CheckerDiagnostics.unknownDataset(
          name.text, at: file.place(name.span), known: datasetNames(in: file)))
    case .told: break
    }
    return nil
  }

  func datasetNames(in file: SourceFile) -> [String] {
    datasets.compactMap { dataset in
      let name = dataset.schema.name
      if name.module == file.module { return name.name }
      return file.imports(name.module) ? name.description : nil
    }
  }

  /// How a dataset is called in a file: with its module only where that is another.
  func show(_ dataset: DatasetName) -> String { dataset.name }

  // MARK: Keys

  /// How many references may lie between a key and what it is made of.
  static let keyDepth = 16

  /// What a key of the dataset is made of: a scalar, or a tuple when it is composite.
  func keyBase(_ dataset: DatasetName, depth: Int = 0) -> ValueType {
    // Keys that are references to one another in a circle were told when datasets were checked.
    guard depth <= ProgramChecker.keyDepth + 1, let index = datasetIndices[dataset] else {
      return .poison
    }
    let schema = datasets[index].schema
    let parts = schema.key.map { position -> ValueType in
      guard schema.fields.indices.contains(position) else { return .poison }
      return scalarBase(schema.fields[position].type, depth: depth + 1)
    }
    guard let first = parts.first else { return .poison }
    return parts.count == 1 ? first : .tuple(parts)
  }

  /// The type behind keys and references.
  func scalarBase(_ type: ValueType, depth: Int = 0) -> ValueType {
    switch type {
    case .key(_, let base): scalarBase(base, depth: depth + 1)
    case .reference(let dataset), .row(let dataset): keyBase(dataset, depth: depth)
    default: type
    }
  }

  /// What a key of the dataset gives away.
  func keyLabels(_ dataset: DatasetName, depth: Int = 0) -> DataLabels {
    guard depth <= ProgramChecker.keyDepth + 1, let index = datasetIndices[dataset] else {
      return .none
    }
    let declared = datasets[index]
    var labels = DataLabels.none
    for position in declared.schema.key where declared.labels.indices.contains(position) {
      labels = labels.union(declared.labels[position])
      if case .reference(let target) = declared.schema.fields[position].type {
        labels = labels.union(keyLabels(target, depth: depth + 1))
      }
    }
    return labels
  }
}
