import ArgumentParser
import Writ

/// The door: arguments in, exit code out.
package enum CommandLineTool {
  /// Runs one command and gives back its exit code.
  package static func run(_ arguments: [String], console: Console = .standard) -> Int32 {
    Console.$current.withValue(console) {
      do {
        var command = try WritCommand.parseAsRoot(arguments)
        try command.run()
        return 0
      } catch let code as CommandExit {
        return code.code
      } catch {
        let text = WritCommand.fullMessage(for: error)
        if WritCommand.exitCode(for: error).isSuccess {
          console.out(text.hasSuffix("\n") ? text : text + "\n")
          return 0
        }
        console.err(text.hasSuffix("\n") ? text : text + "\n")
        return 64
      }
    }
  }

  /// For the executable: signals, the process's own streams.
  package static func main(_ arguments: [String]) -> Int32 {
    StandardStream.prepareSignals()
    guard ProgramRequirements.areMet else {
      Console.standard.err("writ: libcrypto offers no SHA-256, which fingerprints are made with\n")
      return 70
    }
    return run(arguments)
  }
}

/// Ends a command with an exit code; whatever there is to say was said.
struct CommandExit: Error {
  var code: Int32

  init(_ code: Int32) { self.code = code }

  static func check(_ code: Int32) throws {
    if code != 0 { throw CommandExit(code) }
  }
}

struct WritCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "writ",
    abstract: "Policy as code for compliance and data governance.",
    discussion:
      "Exit codes: 0 nothing blocks, 1 blocking findings, 2 could not tell, 3 policy error, "
      + "4 input error, 5 incomplete, 64 wrong usage, 70 internal error.",
    version: WritVersion.current,
    subcommands: [
      InitCommand.self, CheckCommand.self, AuditCommand.self, TestCommand.self, FmtCommand.self,
      ExplainCommand.self, WhyCommand.self, CollectCommand.self, ControlsCommand.self,
      WaiverCommand.self, SchemaCommand.self, VersionCommand.self,
    ])

  mutating func run() throws { Overview().show() }
}

struct VersionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "version", abstract: "Print the version.")

  mutating func run() throws { Console.current.out("writ \(WritVersion.current)\n") }
}
