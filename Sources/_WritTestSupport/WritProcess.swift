import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The built command, run the way its users run it: a process with streams, a folder, an exit code.
package final class WritProcess {
  /// What a finished process left.
  package struct Outcome: Sendable {
    package var code: Int32
    /// The standard output: results only.
    package var output: String
    /// The error stream: everything else.
    package var errors: String

    /// Both, for messages of tests.
    package var all: String { "exit \(code)\n\(output)\(errors)" }
  }

  /// `WRIT_BINARY`, else `.build/debug/writ` beside the package.
  package static let binary: String = {
    if let path = ProcessInfo.processInfo.environment["WRIT_BINARY"], !path.isEmpty { return path }
    return PackageFolder.file(".build/debug/writ")
  }()

  package struct Absent: Error, CustomStringConvertible {
    package var description: String {
      "`\(WritProcess.binary)` is not built; `swift build --product writ` makes it"
    }
  }

  private let process = Process()
  private let streams: TemporaryFolder
  private let input: Pipe?

  /// Starts `writ ARGUMENTS`.
  ///
  /// - Parameters:
  ///   - input: what stands on the standard input; nil is nothing.
  ///   - keepsInputOpen: the standard input goes on until `feed` and the end of the process.
  ///   - wrapper: a command that runs it: `["setpriv", …]`.
  package init(
    _ arguments: [String], in folder: String, input text: String? = nil,
    keepsInputOpen: Bool = false, environment: [String: String] = [:],
    through wrapper: [String] = []
  ) throws {
    guard FileManager.default.isExecutableFile(atPath: Self.binary) else { throw Absent() }
    streams = try TemporaryFolder()
    let words = wrapper + [Self.binary] + arguments
    // `env` finds the wrapper in PATH.
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = words
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    process.environment = ["PATH": path, "LC_ALL": "C.UTF-8"].merging(environment) { $1 }
    if keepsInputOpen {
      let pipe = Pipe()
      process.standardInput = pipe
      input = pipe
    } else {
      input = nil
      let file = try streams.write("in", text ?? "")
      process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: file))
    }
    // Files, unlike pipes, never fill up.
    for name in ["out", "err"] {
      let file = URL(fileURLWithPath: try streams.write(name, ""))
      let handle = try FileHandle(forWritingTo: file)
      if name == "out" { process.standardOutput = handle } else { process.standardError = handle }
    }
    try process.run()
  }

  /// Hands bytes to the standard input; comes back when the process has taken them, but for what a
  /// pipe holds.
  package func feed(_ text: String) throws {
    try input?.fileHandleForWriting.write(contentsOf: Data(text.utf8))
  }

  package func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

  /// Waits for the end. A process ended by a signal has the code a shell gives it.
  package func wait() throws -> Outcome {
    process.waitUntilExit()
    let signal = process.terminationReason == .uncaughtSignal
    return Outcome(
      code: signal ? 128 &+ process.terminationStatus : process.terminationStatus,
      output: try text("out"), errors: try text("err"))
  }

  private func text(_ name: String) throws -> String {
    let url = URL(fileURLWithPath: "\(streams.path)/\(name)")
    return String(decoding: try Data(contentsOf: url), as: UTF8.self)
  }

  /// Runs `writ ARGUMENTS` to its end.
  @discardableResult
  package static func run(
    _ arguments: [String], in folder: String, input: String? = nil,
    environment: [String: String] = [:], through wrapper: [String] = []
  ) throws -> Outcome {
    try WritProcess(
      arguments, in: folder, input: input, environment: environment, through: wrapper
    ).wait()
  }
}
