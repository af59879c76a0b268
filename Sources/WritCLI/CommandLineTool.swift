import ArgumentParser
import Writ
import WritDiagnostics
import WritReports

/// The door: arguments in, exit code out.
package enum CommandLineTool {
  /// Runs one command and gives back its exit code.
  package static func run(_ arguments: [String], console: Console = .standard) -> Int32 {
    Console.$current.withValue(console) {
      if let unknown = unknownCommand(arguments) {
        console.err(unknown)
        return 64
      }
      var command: any ParsableCommand
      do {
        command = try WritCommand.parseAsRoot(arguments)
      } catch {
        return tell(error, console)
      }
      do {
        try command.run()
        return 0
      } catch let code as CommandExit {
        return code.code
      } catch let error as ValidationError {
        return tell(error, console)
      } catch {
        // Help and the version arrive as errors of the command that prints them.
        if WritCommand.exitCode(for: error) != .failure { return tell(error, console) }
        // Holds no data: the type of an error, never its text.
        console.err(
          "writ \(WritVersion.current): internal error \(type(of: error)) "
            + "in `\(arguments.first ?? "")`; please report it\n")
        return 70
      }
    }
  }

  /// What to say of a first word that is no command; nil when it is one, or a flag.
  private static func unknownCommand(_ arguments: [String]) -> String? {
    var known = ["help"]
    for command in WritCommand.configuration.subcommands {
      if let name = command.configuration.commandName { known.append(name) }
    }
    guard let word = arguments.first, !word.hasPrefix("-"), !known.contains(word) else {
      return nil
    }
    let near = Suggestion.nearest(to: word, among: known).map { "; did you mean `\($0)`?" } ?? ""
    return
      "there is no command `\(PrintableText.line(word))`\(near)\n`writ --help` lists all commands\n"
  }

  /// Help that was asked for is a result; wrong usage is told on the error stream.
  private static func tell(_ error: any Error, _ console: Console) -> Int32 {
    let text = WritCommand.fullMessage(for: error)
    let line = text.hasSuffix("\n") ? text : text + "\n"
    if WritCommand.exitCode(for: error).isSuccess {
      console.out(line)
      return 0
    }
    console.err(line)
    return 64
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
      + "4 input error, 5 incomplete, 6 verification failed, 64 wrong usage, 70 internal error.",
    version: WritVersion.current,
    subcommands: [
      InitCommand.self, CheckCommand.self, AuditCommand.self, TestCommand.self, FmtCommand.self,
      ExplainCommand.self, WhyCommand.self, PlanCommand.self, CollectCommand.self,
      ControlsCommand.self, WaiverCommand.self, PiiCommand.self, EvidenceCommand.self,
      CanonCommand.self, SchemaCommand.self, VersionCommand.self,
    ])

  mutating func run() throws { Overview().show() }
}

struct VersionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "version", abstract: "Print the version.")

  mutating func run() throws { Console.current.out("writ \(WritVersion.current)\n") }
}
