import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Beside a type whose own `kill` has the name.
private func send(_ signal: Int32, to process: Int32) { _ = kill(process, signal) }

/// A PostgreSQL server of the tests' own, in a folder of its own, on a free port of the loopback.
///
/// It does not outlive the process that started it: a shell watches over that, whatever ends the tests.
package final class PostgresServer: @unchecked Sendable {
  package struct Failure: Error, CustomStringConvertible {
    package var description: String
  }

  package static let user = "writ_test"
  package static let password = "s3cret/with@odd:signs"

  /// The server that tests of one process share; started by the first that asks.
  package static func shared() throws -> PostgresServer { try started.get() }

  private static let started = Result { try PostgresServer() }

  /// Whether a test that needs one runs: where PostgreSQL is present, and always under `CI=true`, where its absence is
  /// a failure.
  package static var isExpected: Bool {
    ProcessInfo.processInfo.environment["CI"] == "true" || binaries != nil
  }

  /// The folder of `initdb` and `postgres`; the newest there is.
  private static let binaries: String? = {
    let files = FileManager.default
    let root = "/usr/lib/postgresql"
    let versions = ((try? files.contentsOfDirectory(atPath: root)) ?? [])
      .sorted { (Int($0) ?? 0) > (Int($1) ?? 0) }.map { "\(root)/\($0)/bin" }
    let paths = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return (versions + paths.map(String.init)).first { folder in
      ["initdb", "postgres"].allSatisfy { files.isExecutableFile(atPath: "\(folder)/\($0)") }
    }
  }()

  package let port: Int
  private let folder: TemporaryFolder
  private let server = Process()
  private let watcher = Process()

  package init() throws {
    guard let binaries = Self.binaries else {
      throw Failure(description: "PostgreSQL is not installed: apt-get install postgresql")
    }
    folder = try TemporaryFolder()
    port = try Self.freePort()
    // The server refuses root, so that the folder has to belong to somebody else.
    let words = try Self.demotion(of: folder.path)
    let secret = try folder.write("password", Self.password + "\n")
    let data = "\(folder.path)/data"
    let made = try Self.run(
      words + [
        "\(binaries)/initdb", "--pgdata", data, "--username", Self.user, "--pwfile", secret,
        "--auth=scram-sha-256", "--encoding=UTF8", "--no-locale", "--no-sync",
      ])
    guard made.code == 0 else { throw Failure(description: "initdb: \(made.output)") }
    let command =
      words + [
        "\(binaries)/postgres", "-D", data, "-p", "\(port)", "-c", "listen_addresses=127.0.0.1",
        "-c", "unix_socket_directories=\(folder.path)", "-c", "fsync=off",
        "-c", "full_page_writes=off", "-c", "synchronous_commit=off", "-c", "max_connections=60",
        "-c", "shared_buffers=16MB", "-c", "lc_messages=C",
      ]
    server.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    server.arguments = command
    server.currentDirectoryURL = URL(fileURLWithPath: "/")
    let log = FileHandle(
      forWritingAtPath: try folder.write("server.log", ""))
    server.standardInput = FileHandle.nullDevice
    server.standardOutput = log
    server.standardError = log
    try server.run()
    try watch()
    try waitUntilReady(data)
  }

  deinit { stop() }

  /// `postgres://…` of a database.
  package func url(database: String = "postgres") -> String {
    var allowed = CharacterSet.alphanumerics
    allowed.insert(charactersIn: "-._~")
    let secret = Self.password.addingPercentEncoding(withAllowedCharacters: allowed) ?? ""
    return "postgres://\(Self.user):\(secret)@127.0.0.1:\(port)/\(database)"
  }

  /// Ends the server at once, as a machine that fails would: no session gets a word of farewell.
  package func kill() { signal(SIGKILL) }

  /// Ends the server and its sessions, each with a word of farewell.
  package func stop() { signal(SIGINT) }

  private func signal(_ number: Int32) {
    guard server.isRunning else { return }
    for child in number == SIGKILL ? children() : [] { send(number, to: child) }
    send(number, to: server.processIdentifier)
    server.waitUntilExit()
  }

  private func children() -> [Int32] {
    let path = "/proc/\(server.processIdentifier)/task/\(server.processIdentifier)/children"
    let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    return text.split(separator: " ").compactMap { Int32($0) }
  }

  /// Ends the server when this process is gone.
  private func watch() throws {
    watcher.executableURL = URL(fileURLWithPath: "/bin/sh")
    watcher.arguments = [
      "-c",
      """
      while kill -0 "$1" 2>/dev/null && kill -0 "$2" 2>/dev/null; do sleep 1; done
      kill -INT "$2" 2>/dev/null; sleep 2; kill -KILL "$2" 2>/dev/null; rm -rf "$3"
      """, "watch", "\(ProcessInfo.processInfo.processIdentifier)", "\(server.processIdentifier)",
      folder.path,
    ]
    watcher.standardInput = FileHandle.nullDevice
    watcher.standardOutput = FileHandle.nullDevice
    watcher.standardError = FileHandle.nullDevice
    try watcher.run()
  }

  private func waitUntilReady(_ data: String) throws {
    for _ in 0..<1200 {
      let status = try? String(contentsOfFile: "\(data)/postmaster.pid", encoding: .utf8)
      if status?.contains("ready") == true { return }
      guard server.isRunning else { break }
      usleep(50_000)
    }
    let log = (try? String(contentsOfFile: "\(folder.path)/server.log", encoding: .utf8)) ?? ""
    stop()
    throw Failure(description: "the server does not start: \(log)")
  }

  // MARK: Where and as whom

  private static func freePort() throws -> Int {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let code = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(descriptor, address, length) == 0 ? getsockname(descriptor, address, &length) : -1
      }
    }
    guard code == 0 else { throw Failure(description: "there is no free port") }
    return Int(UInt16(bigEndian: address.sin_port))
  }

  /// The words before a command that run it as the owner of the folder; none where the tests are not root.
  private static func demotion(of folder: String) throws -> [String] {
    guard geteuid() == 0 else { return [] }
    guard let person = getpwnam("postgres") ?? getpwnam("nobody") else {
      throw Failure(description: "there is no account a server could run as")
    }
    let (user, group) = (person.pointee.pw_uid, person.pointee.pw_gid)
    guard chown(folder, user, group) == 0 else {
      throw Failure(description: "\(folder) can't be given to the server")
    }
    return ["setpriv", "--reuid=\(user)", "--regid=\(group)", "--clear-groups"]
  }

  private static func run(_ words: [String]) throws -> (code: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = words
    process.currentDirectoryURL = URL(fileURLWithPath: "/")
    let pipe = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }
}
