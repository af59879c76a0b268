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

  @Option(
    help: ArgumentHelp(
      "Also put a signed bundle of evidence into this folder.", valueName: "dir"))
  var evidence: String?

  @Flag(help: "Leave inputs and the keys of members out of the bundle; their digests are in it.")
  var redact = false

  @OptionGroup var signing: SignerArguments

  mutating func validate() throws {
    if evidence == nil, redact || signing.key != nil || signing.certificate != nil {
      throw ValidationError("--redact, --key and --certificate go with --evidence")
    }
  }

  mutating func run() throws {
    var options = arguments.workspaceOptions()
    options.collectsHost = true
    options.root = root
    var reporter = RunReporter(arguments: arguments, showsScores: true)
    reporter.evidence = try evidence.map { folder in
      EvidenceOutput(
        folder: folder, redacts: redact, signing: signing, signer: try signing.signer())
    }
    try reporter.run(options)
  }
}

/// Runs a check and writes its reports.
struct RunReporter {
  let arguments: RunArguments
  let showsScores: Bool
  /// Nil where no evidence is asked for.
  var evidence: EvidenceOutput?

  func run(_ options: WorkspaceOptions) throws {
    let console = Console.current
    let started = WallClock.monotonic
    let workspace = Workspace(
      options: options, clock: console.clock, environment: console.environment)
    var runOptions = try arguments.runOptions(workspace)
    if evidence != nil {
      // The members are the populations of the bundle, and its results are whole.
      runOptions.collectsMembers = true
      runOptions.failuresListed = nil
    }
    let startedAt = WallClock.now
    let run = AuditRun(workspace, runOptions)
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
    try evidence?.write(workspace, run, started: startedAt)
    if !outputs.contains(where: { $0.file == nil && $0.format == .text }), !arguments.quiet {
      console.err("exit \(run.exit.code): \(run.exit.reason)\n")
    }
    try CommandExit.check(run.exit.code)
  }
}
