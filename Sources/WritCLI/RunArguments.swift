import ArgumentParser
import Writ
import WritAssessment
import WritDiagnostics
import WritModel
import WritReports
import WritSources
import WritValues

/// The flags `check`, `audit` and `why` share.
struct RunArguments: ParsableArguments {
  @Argument(help: "Files and folders or `-`; a folder with a writ.yaml is a project.")
  var paths: [String] = []

  @Option(
    name: [.customShort("p"), .long], help: "Policy file or folder, instead of those of writ.yaml.")
  var policy: [String] = []

  @Option(
    name: [.customShort("i"), .long],
    help: ArgumentHelp("Input file, with the dataset or kind it is.", valueName: "[NAME=]FILE"))
  var input: [String] = []

  @Option(help: ArgumentHelp("Only rules whose id matches.", valueName: "glob"))
  var rule: [String] = []

  @Option(help: "Only rules with this tag.")
  var tag: [String] = []

  @Option(help: "Score this framework only; repeat for more.")
  var framework: [String] = []

  @Option(
    help: ArgumentHelp(
      "Lowest severity that blocks: low, medium, high, critical or never.", valueName: "severity"))
  var failOn: String = "high"

  @Option(help: ArgumentHelp("What becomes of no_data: fail or warn.", valueName: "fail|warn"))
  var noData: String = "fail"

  @Flag(help: "Show member keys that are tagged personal.")
  var showKeys = false

  @Option(help: "Waiver file, instead of those of writ.yaml.")
  var waivers: [String] = []

  @Option(help: ArgumentHelp("Judge as of this time.", valueName: "time"))
  var now: String?

  @Option(help: ArgumentHelp("The audit period, half-open.", valueName: "A..B"))
  var period: String?

  @Option(
    name: [.customShort("f"), .long],
    help: ArgumentHelp(
      "text, json, jsonl, sarif, junit, github, gitlab, markdown or csv; repeat for more.",
      valueName: "format[=FILE]"))
  var format: [String] = []

  @Option(
    help: ArgumentHelp(
      "native, reference, sqlite or postgres: the same results, byte for byte.", valueName: "engine"
    )
  )
  var engine: String = "native"

  @Option(
    help: ArgumentHelp(
      "Threads that go through a large dataset; as many as there are cores.", valueName: "count"))
  var threads: Int?

  @Option(
    help: ArgumentHelp("The server of --engine postgres: postgres://…", valueName: "url"))
  var database: String?

  @Option(help: "Color: auto, always or never.")
  var color: String = "auto"

  @Flag(name: .shortAndLong, help: "Print nothing but results and errors.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Show every finding of a rule.")
  var verbose = false

  mutating func validate() throws {
    _ = try gate()
    _ = try outputs()
    if let now, Timestamp(parsing: now) == nil {
      throw ValidationError("--now: `\(now)` is no time; write 2026-06-30T00:00:00Z or a date")
    }
    if let period, Self.period(period) == nil {
      throw ValidationError("--period: `\(period)` is no period; write 2026-01-01..2026-04-01")
    }
    guard RunEngine(rawValue: engine) != nil else {
      throw ValidationError("--engine takes native, reference, sqlite or postgres")
    }
    if database != nil, engine != RunEngine.postgres.rawValue {
      throw ValidationError("--database goes with --engine postgres")
    }
    if let threads, !(1...64).contains(threads) {
      throw ValidationError("--threads takes a number from 1 to 64")
    }
    guard ["auto", "always", "never"].contains(color) else {
      throw ValidationError("--color takes auto, always or never")
    }
  }

  private func gate() throws -> GateOptions {
    var gate = GateOptions()
    if failOn == "never" {
      gate.failOn = nil
    } else if let severity = Severity(rawValue: failOn), severity != .info {
      gate.failOn = severity
    } else {
      throw ValidationError("--fail-on takes low, medium, high, critical or never")
    }
    guard let noData = GateOptions.NoData(rawValue: noData) else {
      throw ValidationError("--no-data takes fail or warn")
    }
    gate.noData = noData
    return gate
  }

  struct Output {
    var format: ReportFormat
    /// Nil is the standard output.
    var file: String?
  }

  func outputs() throws -> [Output] {
    let outputs = try format.map { text -> Output in
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let format = ReportFormat(rawValue: String(parts[0])) else {
        let known = ReportFormat.allCases.map(\.rawValue)
        let near =
          Suggestion.nearest(to: String(parts[0]), among: known)
          .map { "; did you mean `\($0)`?" } ?? ""
        throw ValidationError(
          "-f: `\(parts[0])` is no format; known: \(known.joined(separator: ", "))\(near)")
      }
      if parts.count == 2, parts[1].isEmpty { throw ValidationError("-f: `\(text)` names no file") }
      return Output(format: format, file: parts.count == 2 ? String(parts[1]) : nil)
    }
    if outputs.count(where: { $0.file == nil }) > 1 {
      throw ValidationError(
        "-f: only one format can go to the standard output; write others as FORMAT=FILE")
    }
    return outputs
  }

  static func period(_ text: String) -> Assessment.Period? {
    guard let dots = text.firstRange(of: "..") else { return nil }
    guard let start = Timestamp(parsing: String(text[..<dots.lowerBound])),
      let end = Timestamp(parsing: String(text[dots.upperBound...])), start < end
    else { return nil }
    return Assessment.Period(start: start, end: end)
  }

  func workspaceOptions() -> WorkspaceOptions {
    var options = WorkspaceOptions()
    options.policies = policy
    options.paths = paths
    options.inputs = input.map { text in
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      // A path may hold an equals sign; a name never holds a slash.
      guard parts.count == 2, !parts[0].isEmpty, !parts[0].contains("/") else {
        return InputArgument(path: text)
      }
      return InputArgument(name: String(parts[0]), path: String(parts[1]))
    }
    options.standardInput = { StandardInput.readAll() }
    options.waivers = waivers
    options.frameworks = framework
    if options.paths.isEmpty, options.inputs.isEmpty { options.paths = ["."] }
    return options
  }

  func runOptions(_ workspace: Workspace) throws -> RunOptions {
    var options = RunOptions(
      now: now.flatMap { Timestamp(parsing: $0) } ?? Console.current.clock.now())
    options.period = period.flatMap(Self.period)
    options.gate = try gate()
    options.rules = rule
    options.tags = tag
    options.engine = RunEngine(rawValue: engine) ?? .native
    options.threads = threads ?? min(8, Console.current.coreCount)
    // Texts for people show the first findings of a rule, and count the others.
    let formats = try outputs().map(\.format)
    if !verbose, formats.allSatisfy({ $0 == .text || $0 == .markdown }) {
      options.failuresListed = ReportOptions().findingLimit
    }
    options.database = database
    options.fingerprintKey = workspace.fingerprintKey
    return options
  }

  var usesColor: Bool {
    switch color {
    case "always": true
    case "never": false
    default:
      Console.current.isTerminal && (Console.current.environment["NO_COLOR"] ?? "").isEmpty
    }
  }
}
