import ArgumentParser
import WritDiagnostics
import WritPlan
import WritReports

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print a published JSON Schema.")

  private static let schemas = [("findings", JSONReport.schema), ("plan", PlanJSON.schema)]

  @Argument(help: "findings or plan")
  var name: String?

  mutating func run() throws {
    let console = Console.current
    let names = Self.schemas.map(\.0)
    guard let name else {
      console.out(names.map { "\($0)\n" }.joined())
      return
    }
    guard let known = Self.schemas.first(where: { $0.0 == name }) else {
      let near = Suggestion.nearest(to: name, among: names).map { "; did you mean `\($0)`?" } ?? ""
      console.err(
        PrintableText.line(
          "there is no schema `\(name)`; known: \(names.joined(separator: ", "))\(near)") + "\n")
      throw CommandExit(64)
    }
    console.out(known.1)
  }
}
