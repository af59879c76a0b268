import ArgumentParser
import Writ
import WritAssessment
import WritChecker
import WritDiagnostics
import WritTesting

struct TestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Run the tests that live beside the rules.")

  @Argument(
    help: "Policy files or folders or `-`; those of writ.yaml, or `policies`, when left out.")
  var paths: [String] = []

  @Option(help: ArgumentHelp("Only tests of rules whose id matches.", valueName: "glob"))
  var rule: [String] = []

  @Flag(name: .shortAndLong, help: "Name every test.")
  var verbose = false

  mutating func run() throws {
    let console = Console.current
    var options = WorkspaceOptions()
    options.policies = paths
    options.standardInput = { StandardInput.readAll() }
    let workspace = Workspace(
      options: options, clock: console.clock, environment: console.environment)
    let checked = workspace.check()
    let diagnostics = workspace.diagnostics + checked.diagnostics
    let renderer = DiagnosticRenderer()
    if !diagnostics.isEmpty { console.err(renderer.render(diagnostics)) }
    try end(AuditRun.exit(of: diagnostics))
    let run = PolicyTests(program: checked.program).run(rules: rule)
    if !run.diagnostics.isEmpty { console.err(renderer.render(run.diagnostics)) }
    try end(AuditRun.exit(of: run.diagnostics))
    let results = run.results
    let failed = results.filter { !$0.isPassed }
    for result in results where verbose && result.isPassed {
      console.out("pass  \(result.rule)  \(result.title)\n")
    }
    for result in failed {
      console.out("FAIL  \(result.rule)  \(result.title)\n")
      for failure in result.failures {
        let (line, column) = failure.place.source.position(at: failure.place.span.start)
        console.out("      \(failure.place.source.name):\(line):\(column)  \(failure.message)\n")
      }
    }
    let untested = Set(checked.program.rules.map(\.id)).subtracting(results.map(\.rule))
    guard !results.isEmpty else {
      console.err("exit 3: no test was found\n")
      throw CommandExit(3)
    }
    let rules = checked.program.rules.count
    console.out(
      "\(results.count) test\(results.count == 1 ? "" : "s"), "
        + "\(results.count - failed.count) passed, \(failed.count) failed; "
        + "\(rules) rule\(rules == 1 ? "" : "s"), \(untested.count) without a test\n")
    if !failed.isEmpty {
      console.err("exit 3: a test fails\n")
      throw CommandExit(3)
    }
  }

  private func end(_ mistake: ExitDecision?) throws {
    guard let mistake else { return }
    Console.current.err("exit \(mistake.code): \(mistake.reason)\n")
    throw CommandExit(mistake.code)
  }
}
