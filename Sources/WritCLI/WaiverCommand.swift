import ArgumentParser
import Writ
import WritAssessment
import WritDiagnostics
import WritModel
import WritValues

struct WaiverCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "waiver", abstract: "Waivers: time-limited, approved exceptions.",
    subcommands: [CheckWaivers.self])
}

struct CheckWaivers: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract:
      "Check the waiver files against the rules and the data: invalid, expired, unused, too broad.")

  @OptionGroup var arguments: RunArguments

  mutating func run() throws {
    let console = Console.current
    let workspace = Workspace(
      options: arguments.workspaceOptions(), clock: console.clock, environment: console.environment)
    let options = try arguments.runOptions(workspace)
    let run = AuditRun(workspace, options)
    if !run.diagnostics.isEmpty { console.err(DiagnosticRenderer().render(run.diagnostics)) }
    guard let assessment = run.assessment else {
      console.err("exit \(run.exit.code): \(run.exit.reason)\n")
      throw CommandExit(run.exit.code)
    }
    for waiver in assessment.waivers {
      console.out(
        "\(waiver.waiver.id)  \(waiver.waiver.rule)  \(waiver.state.rawValue)  "
          + "covers \(waiver.matched), until \(waiver.waiver.expires)\n")
    }
    let waiverNotes = assessment.notes.filter { $0.id.hasPrefix("waiver/") }
    for note in waiverNotes {
      let place = note.place.map { "\($0): " } ?? ""
      console.err("\(note.level.rawValue)[\(note.id)]: \(place)\(note.message)\n")
    }
    if assessment.waivers.isEmpty { console.out("no waivers\n") }
    if waiverNotes.contains(where: { $0.level == .error }) {
      console.err("exit 3: a waiver is invalid\n")
      throw CommandExit(3)
    }
    // An input that can't be read leaves it open whether a waiver is used.
    if run.exit.code == 4 { throw CommandExit(4) }
  }
}
