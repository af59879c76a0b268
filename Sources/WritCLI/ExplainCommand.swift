import ArgumentParser
import Writ
import WritDiagnostics

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Tell what a diagnostic means, with an example.")

  @Argument(help: "The id in brackets, such as type/unknown-value; all ids when left out.")
  var id: String?

  mutating func run() throws {
    let console = Console.current
    guard let id else {
      for page in ExplainPages.all { console.out("\(page.id)\n") }
      return
    }
    guard let page = ExplainPages.all.first(where: { $0.id == id }) else {
      let near =
        Suggestion.nearest(to: id, among: ExplainPages.all.map(\.id))
        .map { "; did you mean `\($0)`?" } ?? ""
      console.err("there is no diagnostic `\(id)`\(near)\n`writ explain` lists them all\n")
      throw CommandExit(64)
    }
    console.out(
      "\(page.id)\n\n\(page.meaning)\n\nThis triggers it:\n\n\(Self.indent(page.wrong))\nThis does not:\n\n\(Self.indent(page.right))"
    )
  }

  private static func indent(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "    \($0)" }.joined(separator: "\n") + "\n"
  }
}
