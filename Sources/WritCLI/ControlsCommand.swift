import ArgumentParser
import Writ
import WritAssessment
import WritChecker
import WritDiagnostics
import WritModel

struct ControlsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "controls", abstract: "The control catalogs, and which rules stand behind them.",
    subcommands: [ListControls.self, ShowControl.self, ControlCoverage.self])
}

/// What the three have in common.
struct ControlArguments: ParsableArguments {
  @Option(help: "Only this framework; repeat for more.")
  var framework: [String] = []

  @Option(
    name: [.customShort("p"), .long], help: "Policy file or folder, instead of those of writ.yaml.")
  var policy: [String] = []

  func open() throws -> (Workspace, [ControlCatalog]) {
    var options = WorkspaceOptions()
    options.frameworks = framework
    options.policies = policy
    options.paths = ["."]
    let workspace = Workspace(
      options: options, clock: Console.current.clock, environment: Console.current.environment)
    let scored = workspace.scored()
    let diagnostics = workspace.diagnostics + scored.diagnostics
    if let mistake = AuditRun.exit(of: diagnostics) {
      Console.current.err(DiagnosticRenderer().render(diagnostics))
      throw CommandExit(mistake.code)
    }
    return (workspace, scored.catalogs)
  }

  /// Rules by the control they cover.
  func rules(_ workspace: Workspace) throws -> [ControlID: [String]] {
    let checked = workspace.check()
    if let mistake = AuditRun.exit(of: checked.diagnostics) {
      Console.current.err(DiagnosticRenderer().render(checked.diagnostics))
      throw CommandExit(mistake.code)
    }
    var rules: [ControlID: [String]] = [:]
    for rule in checked.program.rules {
      for control in Set(rule.covers) { rules[control, default: []].append(rule.id) }
    }
    return rules
  }
}

struct ListControls: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Every control of every framework.")

  @OptionGroup var arguments: ControlArguments

  mutating func run() throws {
    let (_, catalogs) = try arguments.open()
    for catalog in catalogs {
      let framework = catalog.framework
      Console.current.out(
        "\(framework.id) \(framework.version)  \(framework.title)  (\(catalog.controls.count) controls)\n"
      )
      let width = catalog.controls.map { $0.id.id.count }.max() ?? 0
      for control in catalog.controls {
        let gap = String(repeating: " ", count: width - control.id.id.count)
        Console.current.out("  \(control.id.id)\(gap)  \(control.title)\n")
      }
    }
  }
}

struct ShowControl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "One control, with the rules that cover it.")

  @Argument(help: "The control, such as soc2:CC6.1.")
  var control: String

  @OptionGroup var arguments: ControlArguments

  mutating func run() throws {
    let (workspace, catalogs) = try arguments.open()
    let all = catalogs.flatMap(\.controls)
    guard let id = ControlID(parsing: control), let found = all.first(where: { $0.id == id }) else {
      let near =
        Suggestion.nearest(to: control, among: all.map(\.id.description))
        .map { "; did you mean `\($0)`?" } ?? ""
      Console.current.err("there is no control `\(control)`\(near)\n")
      throw CommandExit(64)
    }
    let covering = try arguments.rules(workspace)[id] ?? []
    var lines = [
      "\(found.id)  \(found.title)", "  group      \(found.group)", "  source     \(found.source)",
      "  severity   \(found.severity.rawValue)", "  frequency  \(found.frequency.rawValue)",
      "  requires   \(found.requires.map(\.rawValue).joined(separator: ", "))",
      "  check      \(found.check)",
    ]
    if let question = found.applicability { lines.append("  applies    \(question)") }
    for mapping in found.mapsTo {
      lines.append("  \(mapping.relation.rawValue) \(mapping.control): \(mapping.reason)")
    }
    lines.append(
      "  rules      \(covering.isEmpty ? "none: not tested" : covering.joined(separator: ", "))")
    Console.current.out(lines.joined(separator: "\n") + "\n")
  }
}

struct ControlCoverage: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage", abstract: "How many controls have a rule, and which have none.")

  @OptionGroup var arguments: ControlArguments

  mutating func run() throws {
    let (workspace, catalogs) = try arguments.open()
    let rules = try arguments.rules(workspace)
    for catalog in catalogs {
      let covered = catalog.controls.filter { rules[$0.id] != nil }
      Console.current.out(
        "\(catalog.framework.id) \(catalog.framework.version): \(covered.count) of \(catalog.controls.count) controls have a rule\n"
      )
      for control in catalog.controls {
        let names = rules[control.id]?.joined(separator: ", ") ?? "no rule"
        Console.current.out("  \(control.id.id)  \(names)\n")
      }
    }
  }
}
