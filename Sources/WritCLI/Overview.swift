import Writ

/// What `writ` alone shows: what is here and what to do next.
struct Overview {
  func show() {
    let console = Console.current
    let overview = WorkspaceOverview(clock: console.clock, environment: console.environment)
    var lines = ["writ \(WritVersion.current) - policy checks for systems, logs and data", ""]
    lines.append("here:   \(overview.inputs)")
    lines.append("rules:  \(overview.rules)")
    lines.append("")
    for (command, meaning) in overview.next {
      let gap = String(repeating: " ", count: max(1, 26 - command.count))
      lines.append("  \(command)\(gap)\(meaning)")
    }
    lines.append("")
    lines.append("`writ --help` lists all commands.")
    console.out(lines.joined(separator: "\n") + "\n")
  }
}
