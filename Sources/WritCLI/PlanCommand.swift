import ArgumentParser
import Writ
import WritAssessment
import WritChecker
import WritDiagnostics
import WritPlan
import WritReports
import WritValues

struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Show what a rule does with the data: look-ups, joins, cost, what is held in memory.")

  @Argument(
    help: ArgumentHelp(
      "Rule ids or globs, with or without the module; all rules when left out.", valueName: "rule"))
  var rules: [String] = []

  @Option(
    name: [.customShort("p"), .long], help: "Policy file or folder, instead of those of writ.yaml.")
  var policy: [String] = []

  @Option(
    name: [.customShort("f"), .long], help: ArgumentHelp("text or json.", valueName: "format"))
  var format: String = "text"

  mutating func validate() throws {
    let known = ["text", "json"]
    guard known.contains(format) else {
      let near =
        Suggestion.nearest(to: format, among: known).map { "; did you mean `\($0)`?" } ?? ""
      throw ValidationError(
        "-f: `\(format)` is no format; known: \(known.joined(separator: ", "))\(near)")
    }
  }

  mutating func run() throws {
    let console = Console.current
    var options = WorkspaceOptions()
    options.policies = policy
    options.paths = ["."]
    options.standardInput = { StandardInput.readAll() }
    let workspace = Workspace(
      options: options, clock: console.clock, environment: console.environment)
    let checked = workspace.check()
    let diagnostics = workspace.diagnostics + checked.diagnostics
    if !diagnostics.isEmpty { console.err(DiagnosticRenderer().render(diagnostics)) }
    if let mistake = AuditRun.exit(of: diagnostics) {
      console.err("exit \(mistake.code): \(mistake.reason)\n")
      throw CommandExit(mistake.code)
    }
    let program = checked.program
    guard !program.rules.isEmpty else {
      console.err("exit 3: there is no rule in \(workspace.policyPlaces)\n")
      throw CommandExit(3)
    }
    let chosen = try choose(from: program.rules, console)
    let plan = ProgramPlan(program: program, rules: program.rules)
    if format == "json" {
      console.out(
        PlanJSON(plan, engines: EngineSupport.all(program)).value(of: chosen).pretty() + "\n")
      return
    }
    let lines = PlanText(plan, engines: EngineSupport.all(program)).text(of: chosen)
      .split(separator: "\n", omittingEmptySubsequences: false)
    console.out(lines.map { PrintableText.line(String($0)) }.joined(separator: "\n"))
  }

  private func choose(
    from rules: [CheckedRule], _ console: Console
  ) throws -> [CheckedRule] {
    for glob in self.rules
    where RuleSelection(globs: [glob]).choose(from: rules).isEmpty {
      let names =
        rules.map(\.id) + rules.compactMap { $0.id.split(separator: ".").last.map(String.init) }
      let near = Suggestion.nearest(to: glob, among: names).map { "; did you mean `\($0)`?" } ?? ""
      console.err(PrintableText.line("no rule matches `\(glob)`\(near)") + "\n")
      throw CommandExit(64)
    }
    let ids = RuleSelection(globs: self.rules).choose(from: rules)
    return rules.filter { ids.contains($0.id) }
  }
}
