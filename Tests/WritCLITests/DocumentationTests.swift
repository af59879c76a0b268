import Foundation
import Testing
import _WritTestSupport

/// The documentation runs: every ```console block of README.md and docs/ is a command and what it
/// prints. `scripts/check-readme` runs these alone; `WRIT_RECORD=1` rewrites the blocks and fails.
@Suite("Documentation")
struct DocumentationTests {

  // MARK: Commands and their output

  /// Blocks run from top to bottom in one folder; `file=PATH` after the language of any other block
  /// writes it there first. Tutorials begin in an empty folder, other pages beside docs/demo.
  @Test("commands print what the page shows", arguments: try DocumentationPage.withCommands())
  func commands(_ page: DocumentationPage) throws {
    let shell = try DocumentationShell(isEmpty: page.name.hasPrefix("docs/tutorial/"))
    var recorded = page.lines
    var shift = 0
    for block in page.literate.blocks {
      if let file = block.attributes["file"] {
        try shell.folder.write(file, block.text)
        continue
      }
      guard block.language == "console" else { continue }
      let actual = try shell.transcript(of: block.text)
      guard !block.text.utf8.elementsEqual(actual.utf8) else { continue }
      if DocumentationShell.isRecording {
        let old = block.text.utf8.count { $0 == 10 }
        let new = actual.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        let start = block.line - 1 + shift
        recorded.replaceSubrange(start..<(start + old), with: new)
        shift += new.count - old
      } else {
        page.recordDifference(block, actual)
      }
    }
    guard DocumentationShell.isRecording, recorded != page.lines else { return }
    try Data(recorded.joined(separator: "\n").utf8).write(to: page.url)
    Issue.record("recorded \(page.name)")
  }

  @Test("the README's rule is the one it runs")
  func readmeRule() throws {
    let readme = try DocumentationPage("README.md")
    let policy = try DocumentationPage("docs/demo/first/policies/access.writ")
    let blocks = readme.literate.blocks.filter { $0.language == "writ" }
    #expect(!blocks.isEmpty)
    for block in blocks {
      var words = block.text.split(whereSeparator: \.isWhitespace)
      // The excerpt may leave out clauses at the end of the rule.
      if words.last == "}" { words.removeLast() }
      let whole = policy.literate.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(whole.contains(words.joined(separator: " ")), "README.md:\(block.line)")
    }
    let first = readme.lines.firstIndex { $0.hasPrefix("```") } ?? .max
    #expect(first < 20, "the first screen shows a rule")
  }

  // MARK: The reference of commands

  @Test("the reference lists every command and flag, and no other")
  func commandReference() throws {
    let reference = CommandReference(try DocumentationPage("docs/reference/cli.md"))
    let shell = try DocumentationShell(isEmpty: true)
    var pending: [String] = ["writ"]
    var commands: Set<String> = []
    while let command = pending.popLast() {
      let help = CommandHelp(try shell.run("\(command) --help"))
      pending += help.subcommands.map { "\(command) \($0)" }
      // One that only holds others has no section of its own.
      if command != "writ", !help.subcommands.isEmpty { continue }
      commands.insert(command)
      let listed = reference.flags[command]
      #expect(listed != nil, "docs/reference/cli.md has no section `\(command)`")
      #expect(
        (listed ?? []).sorted() == help.flags.subtracting(CommandHelp.everywhere).sorted(),
        "flags of `\(command)`")
    }
    #expect(Set(reference.flags.keys).subtracting(commands).isEmpty)
  }

  // MARK: Links

  @Test("links lead to a page and a heading", arguments: try DocumentationPage.all())
  func links(_ page: DocumentationPage) throws {
    for link in page.links where !link.contains("://") && !link.hasPrefix("mailto:") {
      let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      let target =
        parts[0].isEmpty
        ? page.url : page.url.deletingLastPathComponent().appendingPathComponent(String(parts[0]))
      guard FileManager.default.fileExists(atPath: target.path) else {
        Issue.record("\(page.name): `\(link)` leads nowhere")
        continue
      }
      guard parts.count == 2 else { continue }
      let text = String(decoding: try Data(contentsOf: target), as: UTF8.self)
      #expect(
        DocumentationPage.anchors(in: text).contains(String(parts[1])),
        "\(page.name): `\(link)` names no heading")
    }
  }
}

// MARK: -

/// A page of the documentation.
struct DocumentationPage: Sendable, CustomTestStringConvertible {
  /// Relative to the package.
  let name: String
  let url: URL
  let literate: LiterateMarkdown

  static let root: URL = {
    var url = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    for _ in 0..<3 { url.deleteLastPathComponent() }
    return url
  }()

  init(_ name: String) throws {
    self.name = name
    url = Self.root.appendingPathComponent(name)
    let text = String(decoding: try Data(contentsOf: url), as: UTF8.self)
    literate = LiterateMarkdown(name: name, text: text)
  }

  var testDescription: String { name }

  var lines: [Substring] { literate.text.split(separator: "\n", omittingEmptySubsequences: false) }

  /// README and its like, and everything under docs/.
  static func all() throws -> [DocumentationPage] {
    var names = try FileManager.default.contentsOfDirectory(atPath: root.path)
    let docs = root.appendingPathComponent("docs").path
    names += (FileManager.default.enumerator(atPath: docs)?.allObjects ?? [])
      .compactMap { $0 as? String }.map { "docs/\($0)" }
    return try names.filter { $0.hasSuffix(".md") }.sorted().map { try DocumentationPage($0) }
  }

  static func withCommands() throws -> [DocumentationPage] {
    try all().filter { page in page.literate.blocks.contains { $0.language == "console" } }
  }

  func recordDifference(_ block: LiterateMarkdown.Block, _ actual: String) {
    let expected = block.text.split(separator: "\n", omittingEmptySubsequences: false)
    let lines = actual.split(separator: "\n", omittingEmptySubsequences: false)
    let same = zip(expected, lines).prefix { $0.0.utf8.elementsEqual($0.1.utf8) }.count
    Issue.record(
      """
      \(name):\(block.line + same) differs
      - \(same < expected.count ? String(expected[same]) : "(end)")
      + \(same < lines.count ? String(lines[same]) : "(end)")
      """)
  }

  // MARK: Links

  /// Targets of inline links, outside of code.
  var links: [String] {
    var found: [String] = []
    for line in prose {
      for part in line.components(separatedBy: "](").dropFirst() {
        if let end = part.firstIndex(of: ")") { found.append(String(part[..<end])) }
      }
    }
    return found
  }

  /// Lines outside of fenced blocks, without code spans.
  private var prose: [String] {
    var isCode = false
    return lines.compactMap { line in
      if line.hasPrefix("```") {
        isCode.toggle()
        return nil
      }
      if isCode { return nil }
      return line.split(separator: "`", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset % 2 == 0 }.map { String($0.element) }.joined()
    }
  }

  /// The anchors that headings get: lower case, spaces as `-`, no other punctuation.
  static func anchors(in text: String) -> Set<String> {
    var anchors: Set<String> = []
    for line in text.split(separator: "\n") where line.hasPrefix("#") {
      let title = line.drop { $0 == "#" }.dropFirst()
      let anchor = title.lowercased().compactMap { character -> Character? in
        if character == " " { return "-" }
        return character.isLetter || character.isNumber || character == "-" || character == "_"
          ? character : nil
      }
      anchors.insert(String(anchor))
    }
    return anchors
  }
}

// MARK: -

/// A folder in which the commands of one page run, with `writ` in its path.
struct DocumentationShell {
  static let isRecording = ProcessInfo.processInfo.environment["WRIT_RECORD"] == "1"

  let folder: TemporaryFolder
  /// Holds nothing but the command, so that it is not among what a page's folder holds.
  private let tools: TemporaryFolder

  init(isEmpty: Bool) throws {
    folder = try TemporaryFolder()
    tools = try TemporaryFolder()
    let files = FileManager.default
    let binary =
      ProcessInfo.processInfo.environment["WRIT_BINARY"]
      ?? DocumentationPage.root.appendingPathComponent(".build/debug/writ").path
    guard files.isExecutableFile(atPath: binary) else { throw Absent(path: binary) }
    try files.createSymbolicLink(atPath: "\(tools.path)/writ", withDestinationPath: binary)
    guard !isEmpty else { return }
    try files.createDirectory(atPath: "\(folder.path)/docs", withIntermediateDirectories: true)
    for name in ["docs/demo", "policies"] {
      let source = DocumentationPage.root.appendingPathComponent(name).path
      guard files.fileExists(atPath: source) else { continue }
      try files.copyItem(atPath: source, toPath: "\(folder.path)/\(name)")
    }
  }

  struct Absent: Error, CustomStringConvertible {
    let path: String
    var description: String { "`\(path)` is not built; `swift build --product writ` makes it" }
  }

  /// A block's commands, each with what it prints now.
  func transcript(of block: String) throws -> String {
    var transcript = ""
    var command: String?
    for line in block.split(separator: "\n", omittingEmptySubsequences: false) {
      if let begun = command {
        command = "\(begun)\n\(line)"
      } else if line.hasPrefix("$ ") {
        command = String(line.dropFirst(2))
      }
      guard let whole = command, !whole.hasSuffix("\\") else { continue }
      command = nil
      let output = try run(whole)
      transcript += "$ \(whole)\n\(output)"
      if !output.isEmpty, !output.hasSuffix("\n") { transcript += "\n" }
    }
    return transcript
  }

  /// What a command prints, errors among it.
  func run(_ command: String) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", command]
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    process.environment = [
      "PATH": "\(tools.path):\(path)", "HOME": tools.path, "LC_ALL": "C.UTF-8", "TZ": "UTC",
    ]
    let pipe = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}

// MARK: -

/// What `writ COMMAND --help` tells.
struct CommandHelp {
  /// Flags that every command has; the reference says so once.
  static let everywhere: Set<String> = ["-h", "--help", "--version"]

  var flags: Set<String> = []
  var subcommands: [String] = []

  init(_ help: String) {
    var section = ""
    for line in help.split(separator: "\n") {
      if !line.hasPrefix(" ") {
        section = String(line)
        continue
      }
      guard line.hasPrefix("  "), !line.hasPrefix("   ") else { continue }
      let words = line.split(separator: " ").map {
        $0.trimmingCharacters(in: ["," as Unicode.Scalar])
      }
      if section.hasPrefix("OPTIONS") {
        flags.formUnion(words.prefix { $0.hasPrefix("-") })
      } else if section.hasPrefix("SUBCOMMANDS"), let name = words.first {
        subcommands.append(name)
      }
    }
    subcommands.removeAll { $0 == "See" }
  }
}

/// The commands and flags that docs/reference/cli.md describes: a section a command, a table row a
/// flag. A section that points to the flags of a run has those too.
struct CommandReference {
  private(set) var flags: [String: Set<String>] = [:]

  init(_ page: DocumentationPage) {
    var shared: Set<String> = []
    var sharing: [String] = []
    var command: String?
    var isShared = false
    for line in page.lines {
      if line.hasPrefix("#") {
        let title = line.drop { $0 == "#" }.dropFirst()
        isShared = title == "Flags of a run"
        command = title == "writ" || title.hasPrefix("writ ") ? String(title) : nil
        if let command { flags[command] = [] }
        continue
      }
      if let command, line.contains("(#flags-of-a-run)") { sharing.append(command) }
      guard line.hasPrefix("| `-") else { continue }
      let cell = line.dropFirst(2).prefix { $0 != "|" }
      let named = cell.split(separator: "`").flatMap { $0.split(separator: " ") }
        .filter { $0.hasPrefix("-") }.map { String($0) }
      if isShared { shared.formUnion(named) }
      if let command { flags[command, default: []].formUnion(named) }
    }
    for command in sharing { flags[command, default: []].formUnion(shared) }
  }
}
