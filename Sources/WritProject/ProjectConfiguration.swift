public import WritDiagnostics
import WritModel
import WritYAML

/// What `writ.yaml` says. Every key is optional; an unknown one is an error.
public struct ProjectConfiguration: Sendable {
  /// `policies`: folders and files with rules, relative to the project. Default `[policies]`.
  public var policies: [Located<String>]
  /// `controls`: folders with control catalogs. Default `[controls]`.
  public var controls: [Located<String>]
  /// `frameworks`: the catalogs that are scored, by prefix. Empty means all that are found.
  public var frameworks: [Located<String>]
  /// `params`: values for the parameters that modules declare.
  public var parameters: [ParameterSetting]
  /// `datasets`: where data comes from, in the order of the file.
  public var datasets: [DatasetBinding]
  /// `strict`: whether a member whose `when` is unknown is no_data (true) or passes with a note.
  /// Default true.
  public var isStrict: Bool
  /// `waivers`: files with waivers. Default `[.writ/waivers.yaml]`, which may be absent.
  public var waivers: [Located<String>]
  /// `attestations`: files with attestations. Default `[.writ/attestations.yaml]`, which may be
  /// absent.
  public var attestations: [Located<String>]
  /// `keys`: where the secrets are that mask, in the order of the file.
  public var secretKeys: [KeyBinding]
  /// Keys that are written in the file; for the others the defaults hold.
  public var writtenKeys: Set<String>

  static let keys = [
    "policies", "controls", "frameworks", "params", "datasets", "strict", "waivers",
    "attestations", "keys",
  ]

  /// What holds for a project without `writ.yaml`; places point at the start of `source`.
  public static func standard(for source: SourceText) -> ProjectConfiguration {
    let place = Place(source, Span(0, 0))
    return ProjectConfiguration(
      policies: [Located("policies", at: place)], controls: [Located("controls", at: place)],
      frameworks: [], parameters: [], datasets: [], isStrict: true,
      waivers: [Located(".writ/waivers.yaml", at: place)],
      attestations: [Located(".writ/attestations.yaml", at: place)], secretKeys: [],
      writtenKeys: [])
  }

  /// The configuration and everything that is wrong with it; where something is, the default
  /// stands.
  ///
  /// - Parameter environment: the value of a variable for `${NAME}`, nil when it is not set.
  public static func parse(
    _ source: SourceText, environment: @escaping (String) -> String? = { _ in nil }
  ) -> (configuration: ProjectConfiguration, diagnostics: [Diagnostic]) {
    var configuration = standard(for: source)
    let parsed = YAMLReader.parse(source)
    guard let written = parsed.node else { return (configuration, parsed.diagnostics) }
    let log = DiagnosticLog()
    let substitution = Substitution(environment: environment, log: log)
    let root = substitution.apply(to: written)
    guard
      let reader = MappingReader(
        root, subject: "`writ.yaml`", keys: ProjectConfiguration.keys, log: log)
    else { return (configuration, log.diagnostics) }

    configuration.writtenKeys = Set(reader.mapping.entries.map(\.key.text)).intersection(
      ProjectConfiguration.keys)
    configuration.policies = reader.texts("policies") ?? configuration.policies
    configuration.controls = reader.texts("controls") ?? configuration.controls
    configuration.waivers = reader.texts("waivers") ?? configuration.waivers
    configuration.attestations = reader.texts("attestations") ?? configuration.attestations
    configuration.isStrict = reader.bool("strict")?.value ?? true
    configuration.frameworks = ProjectConfiguration.frameworks(reader, log: log)
    configuration.parameters = ParameterSetting.read(reader, log: log)
    configuration.datasets = (reader.map("datasets") ?? []).compactMap {
      DatasetBinding.read($0, log: log)
    }
    configuration.secretKeys = (reader.map("keys") ?? []).compactMap {
      KeyBinding.read($0, log: log)
    }
    return (configuration, log.diagnostics)
  }

  private static func frameworks(
    _ reader: MappingReader, log: DiagnosticLog
  ) -> [Located<String>] {
    (reader.texts("frameworks") ?? []).filter { name in
      if ControlID.isFramework(name.value) { return true }
      log.report(
        "config/wrong-type", "a framework is named in lowercase letters, digits and `-`",
        at: name.place, help: ["for example `soc2`, `iso27001`, `gdpr`"])
      return false
    }
  }
}
