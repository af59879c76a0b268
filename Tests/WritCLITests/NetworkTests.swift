import Foundation
import Testing
import _WritTestSupport

/// `writ check` opens no socket.
@Suite("No network") struct NetworkTests {
  private static let commands = [
    "check -f json", "audit -f json --root .", "test", "why failing", "waiver check",
  ]

  /// Whether a program may be traced here: containers often forbid it.
  static let canTrace: Bool = {
    guard let tool = ExternalTool("strace") else { return false }
    return (try? tool.run(["-f", "-o", "/dev/null", "true"]))?.code == 0
  }()

  /// The words before a command that take the network away; nil where that is not permitted.
  static let isolation: [String]? = {
    guard let tool = ExternalTool("unshare") else { return nil }
    return [["-n"], ["-r", "-n"]].first { (try? tool.run($0 + ["true"]))?.code == 0 }
      .map { ["unshare"] + $0 }
  }()

  @Test(
    "no system call for a socket is made",
    .enabled(if: canTrace, "strace is absent or may not trace here"), arguments: commands)
  func sockets(command: String) throws {
    let scene = try Scene.allStatuses()
    let plain = try scene.writ(command)
    let traced = try scene.writ(
      command, through: ["strace", "-f", "-qq", "-e", "trace=network", "-o", "trace.txt"])
    #expect(traced.code == plain.code)
    #expect(traced.output == plain.output)
    let calls = try scene.text("trace.txt").split(separator: "\n")
      .filter { !$0.contains("+++ exited") && !$0.contains("--- SIG") }
    #expect(calls.isEmpty, "\(calls.prefix(5))")
  }

  @Test(
    "without a network the bytes are the same",
    .enabled(if: isolation != nil, "unshare is absent or not permitted"), arguments: commands)
  func isolated(command: String) throws {
    let wrapper = try #require(Self.isolation)
    let scene = try Scene.allStatuses()
    let plain = try scene.writ(command)
    let alone = try scene.writ(command, through: wrapper)
    #expect(alone.code == plain.code)
    #expect(alone.output == plain.output)
    #expect(alone.errors == plain.errors)
  }

  @Test(
    "a table of SQLite needs none",
    .enabled(if: canTrace, "strace is absent or may not trace here"))
  func sqlite() throws {
    let calls = try Self.calls(of: "check .", in: try DatabaseTests.sqlite())
    #expect(calls.isEmpty, "\(calls.prefix(5))")
  }

  @Test(
    "a table of PostgreSQL opens a socket to its server and to nobody else",
    .enabled(if: canTrace, "strace is absent or may not trace here"),
    .enabled(if: PostgresServer.isExpected, DatabaseTests.needsServer))
  func postgres() throws {
    let (scene, environment) = try DatabaseTests.postgres("traced")
    let calls = try Self.calls(of: "check .", in: scene, environment: environment)
    let connects = calls.filter { $0.contains("connect(") && !$0.contains("resumed") }
    let port = try PostgresServer.shared().port
    #expect(!connects.isEmpty)
    for call in connects {
      #expect(call.contains("sin_port=htons(\(port))"), "\(call)")
      #expect(call.contains("127.0.0.1"), "\(call)")
    }
  }

  private static func calls(
    of command: String, in scene: Scene, environment: [String: String] = [:]
  ) throws -> [Substring] {
    _ = try scene.writ(
      command, environment: environment,
      through: ["strace", "-f", "-qq", "-e", "trace=network", "-o", "trace.txt"])
    return try scene.text("trace.txt").split(separator: "\n")
      .filter { !$0.contains("+++ exited") && !$0.contains("--- SIG") }
  }
}
