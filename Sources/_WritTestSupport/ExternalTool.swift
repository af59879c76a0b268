import Foundation

/// A program of others that a test asks for a second opinion.
package struct ExternalTool: Sendable {
  package let path: String

  /// Nil where it is not in `PATH`.
  package init?(_ name: String) {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    guard
      let found = folders.map({ "\($0)/\(name)" }).first(where: {
        FileManager.default.isExecutableFile(atPath: $0)
      })
    else { return nil }
    path = found
  }

  /// Whether a test that needs it runs: what set-up could not provide is a named skip.
  package static func isExpected(_ name: String) -> Bool { ExternalTool(name) != nil }

  /// Exit code and everything it printed.
  package func run(_ arguments: [String]) throws -> (code: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }
}
