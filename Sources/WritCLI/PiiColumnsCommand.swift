import ArgumentParser
import Writ
import WritPrivacy
import WritReports

struct PiiColumns: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "columns",
    abstract: "Say which columns of files and tables hold personal data, by samples.",
    discussion:
      "Reads CSV, JSON, NDJSON, YAML and XML files, SQLite files and PostgreSQL; shows no value. "
      + "Exit codes: 0 done, 2 there is no cell to tell anything by, 3 a detector is broken, 4 an input "
      + "can't be read, 5 a part was not looked at.")

  @Argument(help: "Files, folders, `-`, sqlite:PATH or postgres://…")
  var inputs: [String] = []

  @OptionGroup var arguments: PiiArguments

  @Option(
    help: ArgumentHelp(
      "A table of the databases named; repeat for more. All when not given.", valueName: "name"))
  var table: [String] = []

  @Option(
    name: [.customShort("f"), .long],
    help: ArgumentHelp("text or json; repeat for more.", valueName: "format[=FILE]"))
  var format: [String] = []

  @Option(
    help: ArgumentHelp("Also write a fideslang dataset, in YAML.", valueName: "file"))
  var to: String?

  @Flag(help: "Show what speaks for each type, in log-odds.")
  var explain = false

  mutating func validate() throws {
    if inputs.isEmpty { throw ValidationError("name a file, a folder, a database, or `-`") }
    _ = try outputs()
  }

  private func outputs() throws -> [(format: ColumnListing.Format, file: String?)] {
    let outputs = try format.map { text in
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard let format = parts.first.flatMap({ ColumnListing.Format(rawValue: $0) }),
        parts.count == 1 || !parts[1].isEmpty
      else { throw ValidationError("--format takes text or json, with =FILE") }
      return (format, parts.count == 2 ? parts[1] : nil)
    }
    return outputs.isEmpty ? [(.text, nil)] : outputs
  }

  mutating func run() throws {
    var options = ColumnScan.Options()
    options.scan = arguments.scanOptions(inputs)
    options.tables = table
    let result = ColumnScan.run(arguments.workspace(), options)
    try arguments.tell(result.diagnostics)
    guard let report = result.report else { throw CommandExit(70) }
    let listing = ColumnListing(report, toolVersion: WritVersion.current, explains: explain)
    for output in try outputs() {
      try write(listing.render(output.format), to: output.file)
    }
    if let to { try write(FideslangDataset(report).text, to: to) }
    try end(report, listing)
  }

  private func write(_ text: String, to file: String?) throws {
    guard let file else { return Console.current.out(text) }
    do {
      try AtomicFile.write(Array(text.utf8), to: file)
    } catch {
      Console.current.err("error: \(error)\n")
      throw CommandExit(4)
    }
  }

  private func end(_ report: ColumnReport, _ listing: ColumnListing) throws {
    let (code, reason): (Int32, String) =
      if report.hasFailures {
        (4, "not everything could be read")
      } else if report.isIncomplete {
        (5, "a part was not looked at")
      } else if report.isEmpty {
        (2, "there is no cell to tell anything by")
      } else {
        (0, "done")
      }
    if code != 0 || !arguments.quiet {
      let isShown = try outputs().contains { $0.format == .text && $0.file == nil }
      Console.current.err("\(isShown ? "" : listing.summary + "; ")exit \(code): \(reason)\n")
    }
    try CommandExit.check(code)
  }
}
