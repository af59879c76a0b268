import ArgumentParser
import Writ
import WritAssessment
import WritDiagnostics
import WritReports

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "The gate: recognize inputs, evaluate rules, report, exit code."
  )

  @OptionGroup var arguments: RunArguments

  mutating func run() throws {
    try RunReporter(arguments: arguments, showsScores: false).run(arguments.workspaceOptions())
  }
}

struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract:
      "Collect, check and score the controls of each framework, and say what was not tested.")

  @OptionGroup var arguments: RunArguments

  @Option(help: ArgumentHelp("Collect host tables below this folder.", valueName: "dir"))
  var root: String = "/"

  mutating func run() throws {
    var options = arguments.workspaceOptions()
    options.collectsHost = true
    options.root = root
    try RunReporter(arguments: arguments, showsScores: true).run(options)
  }
}

/// Runs a check and writes its reports.
struct RunReporter {
  let arguments: RunArguments
  let showsScores: Bool

  func run(_ options: WorkspaceOptions) throws {
    let console = Console.current
    let started = WallClock.monotonic
    let workspace = Workspace(
      options: options, clock: console.clock, environment: console.environment)
    let run = AuditRun(workspace, try arguments.runOptions(workspace))
    let renderer = DiagnosticRenderer(color: arguments.usesColor)
    let told = run.diagnostics.filter { !arguments.quiet || $0.severity == .error }
    if !told.isEmpty { console.err(renderer.render(told)) }
    if !arguments.quiet {
      for (path, kind) in run.binding.ignored {
        let reason =
          switch kind {
          case "unknown": "unknown kind"
          case "unreadable": "can't be read"
          case "empty": "empty"
          default: "\(kind), no dataset takes it"
          }
        console.err(PrintableText.line("left alone: \(path) (\(reason))") + "\n")
      }
    }
    guard let assessment = run.assessment else {
      console.err("exit \(run.exit.code): \(run.exit.reason)\n")
      throw CommandExit(run.exit.code)
    }
    var report = ReportOptions(showsKeys: arguments.showKeys, usesColor: arguments.usesColor)
    if arguments.verbose { report.findingLimit = nil }
    var outputs = try arguments.outputs()
    if outputs.isEmpty { outputs = [RunArguments.Output(format: .text, file: nil)] }
    for output in outputs {
      var options = report
      if output.file == nil, output.format == .text, arguments.now == nil {
        options.milliseconds = WallClock.monotonic - started
      }
      var assessment = assessment
      if output.format == .text, !showsScores {
        // The gate's text is about findings; `audit` shows the frameworks.
        assessment.frameworks = []
        assessment.untested.removeAll { $0.kind == .control }
      }
      guard let file = output.file else {
        console.out(output.format.render(assessment, options))
        continue
      }
      options.usesColor = false
      do {
        try AtomicFile.write(Array(output.format.render(assessment, options).utf8), to: file)
      } catch {
        console.err("error: \(error)\n")
        throw CommandExit(4)
      }
    }
    if !outputs.contains(where: { $0.file == nil && $0.format == .text }), !arguments.quiet {
      console.err("exit \(run.exit.code): \(run.exit.reason)\n")
    }
    try CommandExit.check(run.exit.code)
  }
}
