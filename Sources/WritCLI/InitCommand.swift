import ArgumentParser
import Writ
import WritModel

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make a project here: writ.yaml, policies/, a first rule and its test.")

  @Option(help: "A framework to score; repeat for more.")
  var framework: [String] = []

  @Option(help: ArgumentHelp("Add a pipeline for github or gitlab.", valueName: "github|gitlab"))
  var ci: String?

  mutating func validate() throws {
    if let ci, ProjectTemplate.CI(rawValue: ci) == nil {
      throw ValidationError("--ci takes github or gitlab")
    }
  }

  mutating func run() throws {
    let console = Console.current
    let known = Workspace(options: WorkspaceOptions(), clock: console.clock).catalogs.map(
      \.framework.id)
    for name in framework where !known.contains(name) {
      console.err("there is no catalog of `\(name)`; known: \(known.joined(separator: ", "))\n")
      throw CommandExit(64)
    }
    let template = ProjectTemplate(
      frameworks: framework.isEmpty ? known : framework,
      ci: ci.flatMap { ProjectTemplate.CI(rawValue: $0) })
    // Nothing that is there already is touched; one file in the way stops it all.
    let taken = template.files.map(\.path).filter { Workspace.exists($0) }
    guard taken.isEmpty else {
      console.err("error: already here: \(taken.joined(separator: ", ")); nothing was written\n")
      throw CommandExit(4)
    }
    do {
      for (path, text) in template.files {
        if let slash = path.lastIndex(of: "/") { try AtomicFile.makeFolder(String(path[..<slash])) }
        try AtomicFile.write(Array(text.utf8), to: path)
        console.out("wrote \(path)\n")
      }
      if !Workspace.exists(".writ/fingerprint.key") {
        let key = (0..<32).map { _ in UInt8.random(in: 0...255) }
        try AtomicFile.write(key, to: ".writ/fingerprint.key", mode: 0o600)
        console.out("wrote .writ/fingerprint.key (keep it out of the repository)\n")
      }
    } catch {
      console.err("error: \(error)\n")
      throw CommandExit(4)
    }
    console.out("next: `writ test`, then `writ check`\n")
  }
}
