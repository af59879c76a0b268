#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

struct CommandResult {
  /// 128 and the signal's number when a signal ended it.
  var status: Int
  var output: [UInt8]
  var errors: [UInt8]
}

/// Why a command did not run.
struct CommandFailure: Error, CustomStringConvertible {
  var program: String
  var code: Int32

  var description: String {
    code == ENOENT ? "\(program) is not installed" : "\(program) can't be run (error \(code))"
  }
}

/// A program with arguments; no shell reads them.
struct Command {
  private let program: String
  private let arguments: [String]

  init(_ program: String, _ arguments: [String]) {
    self.program = program
    self.arguments = arguments
  }

  /// Runs it to its end with nothing to read and few variables but these.
  func run(variables: [String: String]) throws(CommandFailure) -> CommandResult {
    guard let output = Self.makePipe() else { throw CommandFailure(program: program, code: errno) }
    guard let errors = Self.makePipe() else {
      let code = errno
      close(output.0)
      close(output.1)
      throw CommandFailure(program: program, code: code)
    }
    let environment = Self.environment(adding: variables)
    var process: pid_t = 0
    let code = spawn(&process, environment: environment, output: output.1, errors: errors.1)
    close(output.1)
    close(errors.1)
    defer {
      close(output.0)
      close(errors.0)
    }
    guard code == 0 else { throw CommandFailure(program: program, code: code) }
    var result = CommandResult(status: 0, output: [], errors: [])
    Self.drain(output.0, into: &result.output, and: errors.0, into: &result.errors)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    result.status = signal == 0 ? Int((status >> 8) & 0xFF) : 128 + Int(signal)
    // Where spawning is a fork, a program that is not there shows only in how it ends.
    if result.status == 127, result.output.isEmpty {
      throw CommandFailure(program: program, code: ENOENT)
    }
    return result
  }

  private func spawn(
    _ process: inout pid_t, environment: [String], output: Int32, errors: Int32
  ) -> Int32 {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    guard posix_spawn_file_actions_init(&actions) == 0 else { return ENOMEM }
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_adddup2(&actions, errors, 2)
    var argv: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
    argv.append(nil)
    var envp: [UnsafeMutablePointer<CChar>?] = environment.map { strdup($0) }
    envp.append(nil)
    defer {
      for pointer in argv + envp { free(pointer) }
    }
    return posix_spawnp(&process, program, &actions, nil, argv, envp)
  }

  /// A pipe whose ends other programs do not inherit.
  private static func makePipe() -> (Int32, Int32)? {
    var ends: [Int32] = [-1, -1]
    let made = ends.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.map { pipe($0) } ?? -1
    }
    guard made == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  /// Only what a program needs to find itself and its user's settings.
  private static func environment(adding extra: [String: String]) -> [String] {
    let kept = ["PATH", "HOME", "USER", "LOGNAME", "TMPDIR", "XDG_CONFIG_HOME", "GNUPGHOME"]
    let own = kept.compactMap { name in getenv(name).map { "\(name)=\(String(cString: $0))" } }
    return own + extra.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
  }

  /// Reads both to their ends at once, so that neither can fill up and block the other.
  private static func drain(
    _ one: Int32, into first: inout [UInt8], and other: Int32, into second: inout [UInt8]
  ) {
    var watched = [
      pollfd(fd: one, events: Int16(POLLIN), revents: 0),
      pollfd(fd: other, events: Int16(POLLIN), revents: 0),
    ]
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while watched.contains(where: { $0.fd >= 0 }) {
      if poll(&watched, nfds_t(watched.count), -1) < 0 {
        if errno == EINTR { continue }
        return
      }
      for index in watched.indices where watched[index].fd >= 0 && watched[index].revents != 0 {
        let descriptor = watched[index].fd
        let count = block.withUnsafeMutableBytes { buffer -> Int in
          guard let place = buffer.baseAddress else { return 0 }
          return read(descriptor, place, buffer.count)
        }
        if count < 0, errno == EINTR { continue }
        if count <= 0 {
          watched[index].fd = -1
        } else if index == 0 {
          first.append(contentsOf: block[..<count])
        } else if second.count < 1 << 16 {
          second.append(contentsOf: block[..<count])
        }
      }
    }
  }
}
