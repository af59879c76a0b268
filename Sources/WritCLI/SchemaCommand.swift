import ArgumentParser
import WritReports

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print a published JSON Schema.")

  @Argument(help: "findings")
  var name: String?

  mutating func run() throws {
    let console = Console.current
    switch name {
    case nil: console.out("findings\n")
    case "findings": console.out(JSONReport.schema)
    case let name?:
      console.err("there is no schema `\(name)`; known: findings\n")
      throw CommandExit(64)
    }
  }
}
