package import WritChecker
package import WritDiagnostics
package import WritModel
package import WritProject
import WritSources
package import WritSyntax
package import WritValues
import WritValidators
import WritYAML

/// An input named on the command line: `FILE`, or `NAME=FILE` where the name is a dataset's or a kind's.
public struct InputArgument: Hashable, Sendable {
  public var name: String?
  public var path: String

  public init(name: String? = nil, path: String) {
    self.name = name
    self.path = path
  }
}

/// What a command asks of a workspace.
public struct WorkspaceOptions: Sendable {
  /// Policy files or folders that replace those of `writ.yaml`.
  public var policies: [String] = []
  /// Files and folders to check; a folder with a `writ.yaml` is a project.
  public var paths: [String] = []
  public var inputs: [InputArgument] = []
  /// Waiver files that replace those of `writ.yaml`.
  public var waivers: [String] = []
  /// Frameworks that replace those of `writ.yaml`.
  public var frameworks: [String] = []
  /// Also delivers datasets named `host_…` that nothing else does from this machine.
  public var collectsHost = false
  /// Where the host collectors look; `/` is this machine.
  public var root = "/"
  /// Reads what `-` stands for; without it `-` is a file of that name.
  public var standardInput: (@Sendable () -> [UInt8])?

  public init() {}
}

/// A project on disk, opened: its settings, catalogs, policies and waivers, with what is wrong in them.
public struct Workspace: Sendable {
  /// The folder of `writ.yaml`, as a prefix for paths; empty for the current one.
  package let folder: String
  package let hasProject: Bool
  package let configuration: ProjectConfiguration
  package let options: WorkspaceOptions
  package let clock: Clock
  /// Built-in catalogs included where the project has none of the framework.
  package let catalogs: [ControlCatalog]
  /// Mistakes in settings, catalogs, waivers (exit 3) and files that are not there (exit 4).
  package var diagnostics: [Diagnostic]
  package let files: ProjectFiles
  /// Where keys may be.
  let environment: [String: String]

  package init(options: WorkspaceOptions, clock: Clock, environment: [String: String] = [:]) {
    var options = options
    self.clock = clock
    self.environment = environment
    var diagnostics: [Diagnostic] = []
    let files = ProjectFiles(standardInput: options.standardInput.map { StandardInputText($0) })
    self.files = files
    var folder = ""
    if let index = options.paths.firstIndex(where: { files.isFile(Paths.join($0, "writ.yaml")) }) {
      folder = options.paths.remove(at: index)
      if folder == "." { folder = "" }
    }
    self.options = options
    self.folder = folder
    let path = Paths.join(folder, "writ.yaml")
    let source: SourceText?
    do {
      source = files.isFile(path) ? try files.source(path) : nil
    } catch {
      source = nil
      diagnostics.append(Diagnostic("input/unreadable", "\(error)"))
    }
    hasProject = source != nil
    if let source {
      let parsed = ProjectConfiguration.parse(source) { environment[$0] }
      configuration = parsed.configuration
      diagnostics += parsed.diagnostics
    } else {
      configuration = .standard(for: SourceText(name: path, text: ""))
    }
    let loaded = CatalogLoader(files: files).load(configuration, folder: folder)
    catalogs = loaded.catalogs
    diagnostics += loaded.diagnostics
    self.diagnostics = diagnostics
  }

  /// The frameworks a run scores, in catalog order; unknown names are mistakes.
  package func scored() -> (catalogs: [ControlCatalog], diagnostics: [Diagnostic]) {
    let known = catalogs.map(\.framework.id)
    var diagnostics: [Diagnostic] = []
    func unknown(_ name: String, _ place: Place?) {
      let near = Suggestion.nearest(to: name, among: known).map { ["did you mean `\($0)`?"] } ?? []
      diagnostics.append(
        Diagnostic(
          "config/unknown-framework", "there is no catalog of `\(name)`", at: place,
          help: near + ["known: \(known.sorted().joined(separator: ", "))"]))
    }
    if !options.frameworks.isEmpty {
      for name in options.frameworks where !known.contains(name) { unknown(name, nil) }
      return (catalogs.filter { options.frameworks.contains($0.framework.id) }, diagnostics)
    }
    if configuration.frameworks.isEmpty { return (catalogs, diagnostics) }
    let asked = configuration.frameworks
    for name in asked where !known.contains(name.value) { unknown(name.value, name.place) }
    return (
      catalogs.filter { catalog in asked.contains { $0.value == catalog.framework.id } },
      diagnostics
    )
  }

  /// The waivers that are written down, and what is wrong with them.
  package func waivers(now: Timestamp) -> (waivers: [Waiver], diagnostics: [Diagnostic]) {
    var waivers: [Waiver] = []
    var diagnostics: [Diagnostic] = []
    let isNamed = !options.waivers.isEmpty || configuration.writtenKeys.contains("waivers")
    let paths =
      options.waivers.isEmpty
      ? configuration.waivers.map { Paths.join(folder, $0.value) } : options.waivers
    for path in paths {
      guard isNamed || files.isFile(path) else { continue }
      do {
        let parsed = WaiverFile.parse(try files.source(path), now: now)
        waivers += parsed.waivers
        diagnostics += parsed.diagnostics
      } catch {
        diagnostics.append(Diagnostic("input/unreadable", "\(error)"))
      }
    }
    return (waivers, diagnostics)
  }

  package func attestations() -> (attestations: [Attestation], diagnostics: [Diagnostic]) {
    var attestations: [Attestation] = []
    var diagnostics: [Diagnostic] = []
    for path in configuration.attestations.map({ Paths.join(folder, $0.value) }) {
      guard configuration.writtenKeys.contains("attestations") || files.isFile(path) else {
        continue
      }
      do {
        let parsed = AttestationFile.parse(try files.source(path))
        attestations += parsed.attestations
        diagnostics += parsed.diagnostics
      } catch {
        diagnostics.append(Diagnostic("input/unreadable", "\(error)"))
      }
    }
    return (attestations, diagnostics)
  }

  // MARK: Policies

  /// Where policies are looked for, as a message names it.
  package var policyPlaces: String {
    let paths =
      options.policies.isEmpty
      ? configuration.policies.map { Paths.join(folder, $0.value) } : options.policies
    return paths.map { "`\($0)`" }.joined(separator: ", ")
  }

  /// The trees of all policy files, sorted by name.
  package func policyTrees() -> (trees: [SyntaxTree], diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    var names: [String] = []
    let isNamed = !options.policies.isEmpty || configuration.writtenKeys.contains("policies")
    let paths =
      options.policies.isEmpty
      ? configuration.policies.map { Paths.join(folder, $0.value) } : options.policies
    for path in paths {
      do {
        names += try files.files(under: path, suffix: ".writ")
      } catch {
        if isNamed { diagnostics.append(Diagnostic("input/unreadable", "\(error)")) }
      }
    }
    var seen: Set<String> = []
    var trees: [SyntaxTree] = []
    for name in names.sorted() where seen.insert(name).inserted {
      do {
        trees.append(Parser.parse(try files.source(name)))
      } catch {
        diagnostics.append(Diagnostic("input/unreadable", "\(error)"))
      }
    }
    return (trees, diagnostics)
  }

  /// All policies, checked against the project's controls.
  package func check() -> CheckResult {
    let (trees, diagnostics) = policyTrees()
    let controls = catalogs.flatMap { $0.controls.map(\.id) }
    var result = Checker.check(
      trees,
      environment: CheckEnvironment(
        knownControls: controls, validators: ValidatorLibrary.signatures,
        readings: Set(ValidatorLibrary.readings.keys), readsPersonalData: true,
        knownZone: { ZoneFiles.zone($0) != nil }))
    result.diagnostics = diagnostics + result.diagnostics
    return result
  }
}
