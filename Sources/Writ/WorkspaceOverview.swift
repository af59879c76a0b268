import WritChecker
import WritDiagnostics
import WritProject
import WritSources
package import WritValues

/// What the current folder holds, and what to do next.
package struct WorkspaceOverview {
  package var inputs: String
  package var rules: String
  package var next: [(command: String, meaning: String)]

  package init(clock: Clock, environment: [String: String]) {
    var options = WorkspaceOptions()
    options.paths = ["."]
    let workspace = Workspace(options: options, clock: clock, environment: environment)
    let checked = workspace.check()
    let found = Self.recognized(workspace.files)
    let bound = workspace.configuration.datasets.count
    let nothing =
      bound == 0
      ? "no data that Writ recognizes" : "\(bound) dataset\(bound == 1 ? "" : "s") in writ.yaml"
    inputs = found.isEmpty ? nothing : found
    let count = checked.program.rules.count
    let tests = checked.program.tests.count
    let errors = checked.diagnostics.count { $0.severity == .error }
    rules =
      count == 0 && errors == 0
      ? (workspace.hasProject ? "none yet" : "none; no writ.yaml here")
      : "\(count) rule\(count == 1 ? "" : "s") with \(tests) test\(tests == 1 ? "" : "s")"
        + (errors > 0 ? ", \(errors) mistake\(errors == 1 ? "" : "s")" : "")
    next = []
    if !workspace.hasProject, count == 0 {
      next.append(("writ init", "a project: writ.yaml, policies/, a first rule and its test"))
    }
    if count > 0 {
      next.append(("writ check", "evaluate the rules; the exit code is the gate"))
      next.append(("writ audit", "the same with the scores of each framework"))
      next.append(("writ test", "run the rules' own tests"))
    }
    next.append(("writ collect --plan", "what an inventory of this host would read"))
  }

  private static func recognized(_ files: ProjectFiles) -> String {
    var counts: [String: Int] = [:]
    for name in (try? files.names(in: "")) ?? [] {
      guard name.utf8.first != UInt8(ascii: "."), files.isFile(name),
        let prefix = try? files.prefix(name),
        let kind = InputKind.recognize(name: name, prefix: prefix)
      else { continue }
      counts[kind.rawValue, default: 0] += 1
    }
    return counts.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
  }
}
