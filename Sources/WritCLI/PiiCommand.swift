import ArgumentParser
import Writ
import WritAssessment
import WritDiagnostics
import WritModel
import WritPrivacy
import WritReports

struct PiiCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pii", abstract: "Personal data and secrets: find them, mask them.",
    subcommands: [
      PiiScan.self, PiiColumns.self, PiiMask.self, PiiUnmask.self, PiiRisk.self,
      PiiDetectors.self, PiiKey.self,
    ])
}

/// The flags all commands on personal data share.
struct PiiArguments: ParsableArguments {
  @Option(
    name: [.customShort("p"), .long],
    help: "Policy file or folder with detectors and masks, instead of those of writ.yaml.")
  var policy: [String] = []

  @Option(help: ArgumentHelp("Only detectors whose name matches.", valueName: "glob"))
  var only: [String] = []

  @Option(help: ArgumentHelp("Not detectors whose name matches.", valueName: "glob"))
  var without: [String] = []

  @Option(
    help: ArgumentHelp(
      "The least probability of a find, in percent; 50 when not given.", valueName: "percent"))
  var threshold: Int?

  @Flag(
    inversion: .prefixedNo,
    help: "Look for names and addresses; off in plain text when not given.")
  var names: Bool?

  @Option(help: ArgumentHelp("Threads; as many as there are cores.", valueName: "count"))
  var threads: Int?

  @Flag(name: .shortAndLong, help: "Print nothing but results and errors.")
  var quiet = false

  mutating func validate() throws {
    if let threshold, !(1...99).contains(threshold) {
      throw ValidationError("--threshold takes a percentage from 1 to 99")
    }
    if let threads, !(1...64).contains(threads) {
      throw ValidationError("--threads takes a number from 1 to 64")
    }
  }

  func workspace() -> Workspace {
    var options = WorkspaceOptions()
    options.policies = policy
    options.paths = ["."]
    return Workspace(
      options: options, clock: Console.current.clock, environment: Console.current.environment)
  }

  func scanOptions(_ paths: [String]) -> PersonalDataScan.Options {
    var options = PersonalDataScan.Options()
    options.paths = paths
    options.only = only.map { Glob($0) }
    options.without = without.map { Glob($0) }
    if let threshold { options.threshold = Int64(threshold) * 10_000 }
    options.looksForNames = names
    options.threads = threads ?? Console.current.coreCount
    return options
  }

  /// Prints what is wrong; ends the command where that is a mistake.
  func tell(_ diagnostics: [Diagnostic]) throws {
    try Self.tell(diagnostics.filter { !quiet || $0.severity == .error })
  }

  static func tell(_ diagnostics: [Diagnostic]) throws {
    if !diagnostics.isEmpty { Console.current.err(DiagnosticRenderer().render(diagnostics)) }
    if let mistake = AuditRun.exit(of: diagnostics) {
      Console.current.err("exit \(mistake.code): \(mistake.reason)\n")
      throw CommandExit(mistake.code)
    }
  }
}

struct PiiScan: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scan",
    abstract: "Find personal data and secrets in files, folders or the standard input.",
    discussion:
      "Finds are shown by place, type and a keyed digest, never by value. Exit codes: 0 done, "
      + "1 something was found and --fail was given, 3 a detector is broken, 4 a file can't be read, "
      + "5 a limit kept something from being looked at.")

  @Argument(help: "Files and folders, or `-`.")
  var paths: [String] = []

  @OptionGroup var arguments: PiiArguments

  @Option(
    name: [.customShort("f"), .long],
    help: ArgumentHelp(
      "text, json, jsonl or sarif; repeat for more.", valueName: "format[=FILE]"))
  var format: [String] = []

  @Flag(help: "Show the values found.")
  var show = false

  @Flag(help: "Exit with 1 when something is found.")
  var fail = false

  @Flag(help: "Show why each find is as sure as it is.")
  var explain = false

  @Flag(help: "Search for every pattern everywhere: slow, finds the same.")
  var noGate = false

  mutating func validate() throws {
    if paths.isEmpty { throw ValidationError("name a file or a folder, or `-`") }
    _ = try outputs()
  }

  private func outputs() throws -> [(format: PersonalDataReport.Format, file: String?)] {
    let outputs = try format.map { text in
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard let format = parts.first.flatMap({ PersonalDataReport.Format(rawValue: $0) }),
        parts.count == 1 || !parts[1].isEmpty
      else { throw ValidationError("--format takes text, json, jsonl or sarif, with =FILE") }
      return (format, parts.count == 2 ? parts[1] : nil)
    }
    return outputs.isEmpty ? [(.text, nil)] : outputs
  }

  mutating func run() throws {
    let console = Console.current
    var options = arguments.scanOptions(paths)
    options.showsValues = show
    options.usesGate = !noGate
    let result = PersonalDataScan.run(arguments.workspace(), options)
    try arguments.tell(result.diagnostics)
    guard let report = result.report else { throw CommandExit(70) }
    let rendered = PersonalDataReport(
      report, toolVersion: WritVersion.current, explains: explain)
    for output in try outputs() {
      let text = rendered.render(output.format)
      guard let file = output.file else {
        console.out(text)
        continue
      }
      do {
        try AtomicFile.write(Array(text.utf8), to: file)
      } catch {
        console.err("error: \(error)\n")
        throw CommandExit(4)
      }
    }
    try end(report, rendered)
  }

  private func end(_ report: ScanReport, _ rendered: PersonalDataReport) throws {
    let (code, reason): (Int32, String) =
      if report.hasFailures {
        (4, "not everything could be read")
      } else if report.isIncomplete {
        (5, "a limit kept something from being looked at")
      } else if fail, report.findCount > 0 {
        (1, "personal data was found")
      } else {
        (0, "done")
      }
    if code != 0 || !arguments.quiet {
      let isShown = try outputs().contains { $0.format == .text && $0.file == nil }
      let summary = isShown ? "" : rendered.summary + "; "
      Console.current.err("\(summary)exit \(code): \(reason)\n")
    }
    try CommandExit.check(code)
  }
}

struct PiiDetectors: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "detectors",
    abstract: "List the detectors with region, class, validators and how often chance passes them.")

  @OptionGroup var arguments: PiiArguments

  mutating func run() throws {
    let detectors = PersonalDetectors(arguments.workspace())
    try arguments.tell(detectors.diagnostics)
    let listing = DetectorListing(
      detectors.definitions.filter { definition in
        (arguments.only.isEmpty
          || arguments.only.contains { Glob($0).matches(definition.name) })
          && !arguments.without.contains { Glob($0).matches(definition.name) }
      })
    Console.current.out(listing.text)
  }
}
