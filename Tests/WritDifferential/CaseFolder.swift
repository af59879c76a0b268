package import Foundation

/// A case in a folder of its own: the policy, its data, a project file to run it by hand, and `case.txt`, from which the
/// fuzzer runs it again.
package enum CaseFolder {
  /// - Parameter note: what is wrong, for people.
  /// - Throws: what the file system throws.
  package static func write(_ source: DifferentialCase, to folder: URL, note: String) throws {
    let files = FileManager.default
    if files.fileExists(atPath: folder.path) { try files.removeItem(at: folder) }
    try files.createDirectory(at: folder, withIntermediateDirectories: true)
    func put(_ text: String, _ name: String) throws {
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
    try put(source.policy, "policy.writ")
    for file in source.datasets.flatMap(\.files) { try put(file.text, file.name) }
    try put(settings(of: source), "case.txt")
    try put(note + "\n", "note.txt")
  }

  /// - Throws: what the file system throws.
  package static func read(_ folder: URL) throws -> DifferentialCase {
    func text(_ name: String) throws -> String {
      String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
    }
    var source = DifferentialCase(policy: try text("policy.writ"), datasets: [])
    source.run.now = "2026-03-01T12:00:00Z"
    for line in try text("case.txt").split(separator: "\n") {
      let words = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
        .map(String.init)
      guard words.count > 1 else { continue }
      let rest = words.count > 2 ? words[2] : ""
      switch words[0] {
      case "seed": source.seed = UInt64(words[1]) ?? 0
      case "now": source.run.now = words[1]
      case "period": source.run.period = (words[1], rest)
      case "param": source.run.params.append(.init(name: words[1], value: unescaped(rest)))
      case "strict": source.run.isStrict = words[1] == "true"
      case "members": source.run.collectsMembers = words[1] == "true"
      case "fingerprint-key": source.run.fingerprintKey = words[1]
      case "block": source.run.blockSize = Int(words[1]) ?? 1 << 20
      case "threads": source.run.threads = Int(words[1]) ?? 1
      case "dataset": source.datasets.append(.init(name: words[1], files: []))
      default:
        guard var dataset = source.datasets.popLast() else { continue }
        switch words[0] {
        case "file": dataset.files.append(.init(name: words[1], text: try text(words[1])))
        case "collected": dataset.collected = words[1]
        case "covered": dataset.covered.append(unescaped(words.dropFirst().joined(separator: " ")))
        case "zone": dataset.zone = words[1]
        default: break
        }
        source.datasets.append(dataset)
      }
    }
    return source
  }

  private static func settings(of source: DifferentialCase) -> String {
    let run = source.run
    var lines = ["seed \(source.seed)", "now \(run.now)"]
    if let period = run.period { lines.append("period \(period.start) \(period.end)") }
    lines += run.params.map { "param \($0.name) \(escaped($0.value))" }
    lines += ["strict \(run.isStrict)", "members \(run.collectsMembers)"]
    if !run.fingerprintKey.isEmpty { lines.append("fingerprint-key \(run.fingerprintKey)") }
    lines += ["block \(run.blockSize)", "threads \(run.threads)"]
    for dataset in source.datasets {
      lines.append("dataset \(dataset.name)")
      lines += dataset.files.map { "file \($0.name)" }
      if let collected = dataset.collected { lines.append("collected \(collected)") }
      lines += dataset.covered.map { "covered \(escaped($0))" }
      if let zone = dataset.zone { lines.append("zone \(zone)") }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
  }

  private static func unescaped(_ text: String) -> String {
    var result = ""
    var isEscape = false
    for scalar in text.unicodeScalars {
      if isEscape {
        result.unicodeScalars.append(scalar == "n" ? "\n" : scalar)
        isEscape = false
      } else if scalar == "\\" {
        isEscape = true
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
