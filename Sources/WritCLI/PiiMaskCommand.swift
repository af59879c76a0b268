import ArgumentParser
import Writ
import WritModel
import WritPrivacy
import WritReports

struct PiiMask: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mask",
    abstract: "Write a copy of a file in which personal data and secrets are masked.",
    discussion:
      "CSV, JSON, YAML, XML and HTML stay valid. Without --mask every value becomes the name of its "
      + "type. Exit codes: 0 done, 3 a mask or detector is broken, 4 a file or a key can't be used, "
      + "5 something could not be written or looked at.")

  @Argument(help: "Files and folders, or `-`.")
  var paths: [String] = []

  @OptionGroup var arguments: PiiArguments

  @Option(help: ArgumentHelp("The mask to use, as the policies name it.", valueName: "name"))
  var mask: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Where the copy goes; a folder that is there gets the files under their names.",
      valueName: "file"))
  var output: String?

  @Flag(help: "Replace the files themselves.")
  var inPlace = false

  mutating func validate() throws {
    if paths.isEmpty { throw ValidationError("name a file or a folder, or `-`") }
    if inPlace, output != nil {
      throw ValidationError("--in-place and --output exclude each other")
    }
    if inPlace, paths.contains("-") {
      throw ValidationError("the standard input has no place; give --output or neither")
    }
    if !inPlace, paths.count > 1 || paths.contains(where: Workspace.isFolder) {
      guard let output, Workspace.isFolder(output) else {
        throw ValidationError("several files take --in-place, or an --output that is a folder")
      }
    }
  }

  mutating func run() throws {
    let console = Console.current
    var options = PersonalDataMask.Options()
    options.scan = arguments.scanOptions(paths)
    options.mask = mask ?? PersonalDetectors.redaction.name
    if inPlace {
      options.output = .inPlace
    } else if let output {
      options.output = Workspace.isFolder(output) ? .folder(output) : .file(output)
    }
    let result = PersonalDataMask.run(arguments.workspace(), options)
    try arguments.tell(result.diagnostics)
    try PiiMask.tell(unknown: result.unknownMask, mask: options.mask)
    var code: Int32 = 0
    for document in result.documents {
      for line in Self.lines(document) where !arguments.quiet || line.isError {
        console.err(line.text + "\n")
      }
      code = Self.worse(code, Self.code(document))
    }
    try CommandExit.check(code)
  }

  /// Ends the command where there is no such mask.
  static func tell(unknown known: [String]?, mask: String) throws {
    guard let known else { return }
    Console.current.err(
      "there is no mask `\(PrintableText.line(mask))`; there are \(known.joined(separator: ", "))\n"
    )
    throw CommandExit(64)
  }

  private static func code(_ document: PersonalDataMask.Document) -> Int32 {
    switch document.state {
    case .masked: 0
    case .alreadyMasked: 0
    case .refused: 4
    case .failed: 5
    }
  }

  private static func worse(_ one: Int32, _ other: Int32) -> Int32 {
    // What can't be read outweighs what could not be finished.
    one == 4 || other == 4 ? 4 : max(one, other)
  }

  private static func lines(
    _ document: PersonalDataMask.Document
  ) -> [(text: String, isError: Bool)] {
    let name = PrintableText.line(document.name)
    switch document.state {
    case .refused(let reason): return [("\(name): not masked: \(reason)", true)]
    case .failed(let reason):
      return [("\(name): there is no masked copy: \(reason)", true)]
        + document.gaps.map { ("\(name): may be in clear: \($0)", true) }
    case .alreadyMasked: return [("\(name): masked already", false)]
    case .masked: break
    }
    let count = document.count
    var words = ["\(count.masked) masked"]
    if count.kept > 0 { words.append("\(count.kept) kept") }
    if count.alreadyMasked > 0 { words.append("\(count.alreadyMasked) masked already") }
    var lines = [("\(name): \(words.joined(separator: ", "))", false)]
    for (reason, times) in count.refused.sorted(by: { $0.key < $1.key }) {
      lines.append(("\(name): \(times) became the name of their type: \(reason)", false))
    }
    if !document.looksForNames {
      lines.append(
        ("\(name): a log: names and addresses were not looked for (--names does)", false))
    }
    return lines
  }
}

struct PiiUnmask: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unmask",
    abstract: "Give the values of a masked file back; who asked and why is written down first.",
    discussion:
      "Only token, vault, encrypt_format and shift_date can be undone. The log of reversals is "
      + ".writ/reversals.jsonl.")

  @Argument(help: "The masked file.")
  var path: String

  @Option(
    name: [.customShort("p"), .long],
    help: "Policy file or folder with detectors and masks, instead of those of writ.yaml.")
  var policy: [String] = []

  @Option(help: ArgumentHelp("The mask it was masked with.", valueName: "name"))
  var mask: String

  @Option(help: ArgumentHelp("Who asks.", valueName: "person"))
  var by: String

  @Option(help: ArgumentHelp("Why.", valueName: "text"))
  var reason: String

  @Option(name: .shortAndLong, help: ArgumentHelp("Where the values go.", valueName: "file"))
  var output: String?

  mutating func validate() throws {
    if by.allSatisfy(\.isWhitespace) { throw ValidationError("--by names a person") }
    if reason.allSatisfy(\.isWhitespace) { throw ValidationError("--reason says why") }
    if path == "-" { throw ValidationError("name a file; its name goes into the log of reversals") }
  }

  mutating func run() throws {
    let console = Console.current
    var options = PersonalDataUnmask.Options()
    options.path = path
    options.mask = mask
    options.by = by
    options.reason = reason
    options.output = output
    var shared = WorkspaceOptions()
    shared.policies = policy
    shared.paths = ["."]
    let workspace = Workspace(
      options: shared, clock: console.clock, environment: console.environment)
    let result = PersonalDataUnmask.run(workspace, options)
    try PiiArguments.tell(result.diagnostics)
    try PiiMask.tell(unknown: result.unknownMask, mask: mask)
    if let failure = result.failure {
      console.err("\(PrintableText.line(path)): nothing was given back: \(failure.reason)\n")
      throw CommandExit(failure.code)
    }
    var text = "\(PrintableText.line(path)): \(result.restored) given back"
    if result.foreign > 0 { text += ", \(result.foreign) are not of this mask and key" }
    console.err(text + "\n")
  }
}

struct PiiKey: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key", abstract: "Keys that masks use.", subcommands: [NewPiiKey.self])
}

struct NewPiiKey: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Make a key in a file of mode 0600; it is never printed.",
    discussion:
      "The file is that of `keys` in writ.yaml, or keys/NAME.key. Keep a copy: what was masked with "
      + "a key that is lost can't be had back.")

  @Argument(help: "The key's name: support.")
  var name: String

  mutating func run() throws {
    let console = Console.current
    var options = WorkspaceOptions()
    options.paths = ["."]
    let workspace = Workspace(
      options: options, clock: console.clock, environment: console.environment)
    try PiiArguments.tell(workspace.diagnostics)
    switch workspace.makeKey(name) {
    case .success(let path): console.out("made \(PrintableText.line(path))\n")
    case .failure(let problem):
      console.err("\(problem.description)\n")
      throw CommandExit(4)
    }
  }
}
