import ArgumentParser
import Writ
import WritDiagnostics

struct FmtCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt", abstract: "Write policy files in the one canonical form.")

  @Argument(help: "Policy files or folders, `-` for the standard input.")
  var paths: [String] = []

  @Flag(help: "Change nothing; exit 1 and name the files that would change.")
  var check = false

  mutating func run() throws {
    let console = Console.current
    if paths == ["-"] {
      let outcome = PolicyFormatting.format(StandardInput.readAll(), name: "stdin")
      if let text = outcome.text {
        console.out(text)
        return
      }
      console.err(DiagnosticRenderer().render(outcome.diagnostics))
      throw CommandExit(3)
    }
    let workspace = Workspace(
      options: {
        var options = WorkspaceOptions()
        options.policies = paths
        return options
      }(), clock: console.clock)
    var changed = 0
    var code: Int32 = 0
    let listed = workspace.policyFiles()
    if !listed.diagnostics.isEmpty {
      console.err(DiagnosticRenderer().render(listed.diagnostics))
      throw CommandExit(4)
    }
    guard !listed.files.isEmpty else {
      console.err("exit 4: there is no .writ file here\n")
      throw CommandExit(4)
    }
    for source in listed.files {
      let outcome = PolicyFormatting.format(source.bytes, name: source.name)
      guard let text = outcome.text else {
        console.err(DiagnosticRenderer().render(outcome.diagnostics))
        code = 3
        continue
      }
      guard Array(text.utf8) != source.bytes else { continue }
      changed += 1
      if check {
        console.out("\(source.name)\n")
        continue
      }
      do {
        try AtomicFile.write(Array(text.utf8), to: source.name)
        console.err("formatted \(source.name)\n")
      } catch {
        console.err("error: \(error)\n")
        throw CommandExit(4)
      }
    }
    if code == 0, check, changed > 0 { code = 1 }
    try CommandExit.check(code)
  }
}
