import ArgumentParser
import Writ
import WritReports
import WritRisk
import WritValues

struct PiiRisk: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "risk",
    abstract: "Measure how easily people are recognized in a table, and make it coarser.",
    discussion:
      "The file is CSV with a header, or NDJSON. No value of a cell is shown. Exit codes: 0 done, "
      + "1 a figure is below what is asked, 2 there is nothing to tell, 4 a file or a column is not "
      + "there, 5 the coarser table could not be written.")

  @Argument(help: "The table, or `-`.")
  var path: String

  @Option(help: ArgumentHelp("By what people could be recognized.", valueName: "columns"))
  var quasi: String?

  @Option(help: ArgumentHelp("What nobody should learn.", valueName: "columns"))
  var sensitive: String?

  @Flag(help: "Measure each sensitive column against somebody who knows the others.")
  var othersKnown = false

  @Option(help: ArgumentHelp("Rows of the smallest class, at least.", valueName: "count"))
  var k: Int?

  @Option(help: ArgumentHelp("Distinct sensitive values of a class, at least.", valueName: "count"))
  var l: Int?

  @Option(help: ArgumentHelp("Entropy l-diversity, at least.", valueName: "number"))
  var entropyL: RiskBound?

  @Option(help: ArgumentHelp("The c of recursive diversity, at most.", valueName: "count"))
  var c: Int?

  @Option(help: ArgumentHelp("Share of one value in a class, at most.", valueName: "number"))
  var alpha: RiskBound?

  @Option(help: ArgumentHelp("t-closeness, at most.", valueName: "number"))
  var t: RiskBound?

  @Option(help: ArgumentHelp("delta-disclosure, at most.", valueName: "number"))
  var delta: RiskBound?

  @Option(help: ArgumentHelp("Basic beta-likeness, at most.", valueName: "number"))
  var beta: RiskBound?

  @Option(help: ArgumentHelp("Enhanced beta-likeness, at most.", valueName: "number"))
  var enhancedBeta: RiskBound?

  @Option(help: ArgumentHelp("k against the population, at least.", valueName: "count"))
  var kMap: Int?

  @Option(help: ArgumentHelp("A table of everybody the rows may be about.", valueName: "file"))
  var population: String?

  @Flag(help: "Rank sets of up to three columns by how many rows they single out.")
  var findQuasi = false

  @Option(
    help: ArgumentHelp(
      "Make the table coarser until k, and l where given, is reached: mondrian or lattice.",
      valueName: "method"))
  var generalize: PersonalDataRisk.Method?

  @Option(
    help: ArgumentHelp(
      "How a column becomes coarser: age=intervals:5,10@18, born=dates:month,year, zip=prefixes:4,3, "
        + "city=suppress, job=file:PATH.", valueName: "column=rule"))
  var rule: [String] = []

  @Option(help: ArgumentHelp("The share of rows the lattice may leave out.", valueName: "percent"))
  var suppress: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Where the coarser table goes, as CSV.", valueName: "file"))
  var output: String?

  @Option(name: [.customShort("f"), .long], help: "text or json.")
  var format: RiskListing.Format = .text

  @Flag(name: .shortAndLong, help: "Print nothing but results and errors.")
  var quiet = false

  mutating func validate() throws {
    if quasi == nil, !findQuasi {
      throw ValidationError("--quasi names the columns by which people could be recognized")
    }
    if quasi == nil, hasThresholds || generalize != nil {
      throw ValidationError("thresholds and --generalize need --quasi")
    }
    if sensitive == nil, needsSensitive {
      throw ValidationError("--l, --t and what else is about sensitive values need --sensitive")
    }
    if kMap != nil, population == nil { throw ValidationError("--k-map needs --population") }
    if kMap != nil, generalize != nil {
      throw ValidationError("--k-map can't be told of a table that --generalize made coarser")
    }
    if generalize == nil, !rule.isEmpty || suppress != nil || output != nil {
      throw ValidationError("--rule, --suppress and --output need --generalize")
    }
    if generalize != nil, k == nil { throw ValidationError("--generalize needs --k") }
    if suppress != nil, generalize != .lattice {
      throw ValidationError("only --generalize lattice leaves rows out")
    }
    // Figures and table would mix on the standard output.
    if output == "-" { throw ValidationError("--output names a file") }
    if [k, l, c, kMap].contains(where: { ($0 ?? 1) < 1 }) {
      throw ValidationError("--k, --l, --c and --k-map take a number from 1")
    }
    if path == "-", population == "-" {
      throw ValidationError("only one table comes from the standard input")
    }
    _ = try columns(quasi)
    _ = try columns(sensitive)
    _ = try rules()
    _ = try suppression()
  }

  private var needsSensitive: Bool {
    l != nil || c != nil
      || [entropyL, alpha, t, delta, beta, enhancedBeta].contains { $0 != nil }
  }

  private var hasThresholds: Bool { needsSensitive || k != nil || kMap != nil }

  private func columns(_ text: String?) throws -> [String] {
    guard let text else { return [] }
    let names = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    if names.contains("") { throw ValidationError("columns are separated by one comma: a,b,c") }
    return names
  }

  private func rules() throws -> [(column: String, rule: String)] {
    try rule.map { text in
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { throw ValidationError("--rule takes COLUMN=RULE") }
      return (parts[0], parts[1])
    }
  }

  /// `2%` and `2` are one in fifty.
  private func suppression() throws -> Decimal {
    guard let suppress else { return .zero }
    let digits = suppress.hasSuffix("%") ? suppress.dropLast() : suppress[...]
    guard let percent = Decimal(parsing: digits), (0...100_000_000).contains(percent.millionths)
    else { throw ValidationError("--suppress takes a percentage from 0% to 100%") }
    return Decimal(millionths: percent.millionths / 100)
  }

  private func options() throws -> PersonalDataRisk.Options {
    var options = PersonalDataRisk.Options()
    options.path = path
    options.quasiIdentifiers = try columns(quasi)
    options.sensitive = try columns(sensitive)
    options.grouping = othersKnown ? .othersKnown : .apart
    options.population = population
    options.findsQuasiIdentifiers = findQuasi
    options.method = generalize
    options.rules = try rules()
    options.suppression = try suppression()
    options.output = output
    options.thresholds.k = k
    options.thresholds.l = l
    options.thresholds.entropyL = entropyL?.value
    options.thresholds.kMap = kMap
    options.thresholds.c = c
    options.thresholds.alpha = alpha?.value
    options.thresholds.t = t?.value
    options.thresholds.delta = delta?.value
    options.thresholds.basicBeta = beta?.value
    options.thresholds.enhancedBeta = enhancedBeta?.value
    return options
  }

  mutating func run() throws {
    let console = Console.current
    var shared = WorkspaceOptions()
    shared.standardInput = { StandardInput.readAll() }
    let workspace = Workspace(
      options: shared, clock: console.clock, environment: console.environment)
    let result = PersonalDataRisk.run(workspace, try options())
    if let failure = result.failure {
      console.err("\(PrintableText.line(failure.reason))\n")
      try end(failure.code, "nothing is told")
    }
    var listing = RiskListing(path: result.path, toolVersion: WritVersion.current)
    listing.outcome = result.outcome
    listing.verdicts = result.verdicts
    listing.hasSearched = result.hasSearched
    listing.search = result.search
    listing.generalization = result.generalization
    listing.coarser = result.coarser
    listing.written = result.written
    console.out(listing.render(format))
    let decision = Self.decision(result)
    try end(decision.code, decision.reason)
  }

  private func end(_ code: Int32, _ reason: String) throws {
    if code != 0 || !quiet { Console.current.err("exit \(code): \(reason)\n") }
    try CommandExit.check(code)
  }

  /// What is missed outweighs what can't be told: it is certain.
  private static func decision(
    _ result: PersonalDataRisk.Result
  ) -> (code: Int32, reason: String) {
    let missed = result.verdicts.filter { $0.status == .missed }.map(\.key)
    if case .outOfReach? = result.generalization {
      return (1, "the table can't be made coarse enough")
    }
    if !missed.isEmpty { return (1, "not reached: \(missed.joined(separator: ", "))") }
    let untold = result.verdicts.filter { $0.status == .untold }.map(\.key)
    if !untold.isEmpty { return (2, "can't be told: \(untold.joined(separator: ", "))") }
    if case .nothingToTell? = result.outcome { return (2, "the table has no rows") }
    if result.hasSearched, result.search == nil { return (2, "the table has no rows") }
    return (0, "done")
  }
}

/// A number of a threshold, exact to six places.
struct RiskBound: ExpressibleByArgument {
  let value: Decimal

  init?(argument: String) {
    guard let value = Decimal(parsing: argument) else { return nil }
    self.value = value
  }
}

extension PersonalDataRisk.Method: ExpressibleByArgument {}

extension RiskListing.Format: ExpressibleByArgument {}
