import ArgumentParser
import Writ
import WritSources

struct CollectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "collect",
    abstract:
      "Read this machine's tables into NDJSON files with a manifest; nothing is run or changed.")

  @Flag(help: "Only print what would be read, with the privilege it takes and why.")
  var plan = false

  @Option(
    help: ArgumentHelp(
      "Read below this folder instead of /: a mounted image, a fixture.", valueName: "dir"))
  var root: String = "/"

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("The folder to write to.", valueName: "dir"))
  var output: String = "inventory"

  @Option(help: ArgumentHelp("Only this table; repeat for more.", valueName: "table"))
  var table: [String] = []

  mutating func validate() throws {
    for name in table where HostTable(rawValue: name) == nil {
      let known = HostTable.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("--table: there is no table `\(name)`; known: \(known)")
    }
  }

  mutating func run() throws {
    let console = Console.current
    let tables =
      table.isEmpty ? HostTable.allCases : table.compactMap { HostTable(rawValue: $0) }
    if plan {
      for table in tables {
        console.out("\(table.rawValue)\n")
        for read in HostCollector.plan(table) {
          console.out("  \(read.path)  (\(read.privilege.rawValue))  \(read.why)\n")
        }
      }
      return
    }
    guard Workspace.isFolder(root) else {
      console.err("error: `\(root)` is no folder\n")
      throw CommandExit(4)
    }
    let collection = Collection(tables: tables, root: root, clock: console.clock)
    let collected = collection.collect()
    do {
      try collection.write(collected, to: output)
    } catch {
      console.err("error: \(error)\n")
      throw CommandExit(4)
    }
    for table in collected {
      if let reason = table.unavailable {
        console.out("\(table.table.rawValue): not collected: \(reason)\n")
      } else {
        let notes = table.notes + table.unseen
        let told = notes.isEmpty ? "" : "; \(notes.joined(separator: "; "))"
        console.out("\(table.table.rawValue): \(table.rows) rows\(told)\n")
      }
    }
    let missing = collected.count { $0.unavailable != nil }
    if missing > 0 {
      console.err("exit 2: \(missing) of \(collected.count) tables could not be read\n")
      throw CommandExit(2)
    }
  }
}
