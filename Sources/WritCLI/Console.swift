#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif
import Writ
package import WritValues

/// The terminal, or what stands for it in tests: results on one stream, everything else on the other.
package struct Console: Sendable {
  package var out: @Sendable (String) -> Void
  package var err: @Sendable (String) -> Void
  package var isTerminal: Bool
  package var environment: [String: String]
  package var clock: Clock
  /// Threads that can run at once.
  package var coreCount = Int(clamping: sysconf(Int32(_SC_NPROCESSORS_ONLN)))

  package init(
    out: @escaping @Sendable (String) -> Void, err: @escaping @Sendable (String) -> Void,
    isTerminal: Bool = false, environment: [String: String] = [:], clock: Clock
  ) {
    self.out = out
    self.err = err
    self.isTerminal = isTerminal
    self.environment = environment
    self.clock = clock
  }

  /// The process's own streams, environment and clock.
  package static var standard: Console {
    Console(
      out: { StandardStream.write($0, to: 1) }, err: { StandardStream.write($0, to: 2) },
      isTerminal: isatty(1) == 1, environment: ProcessEnvironment.all,
      clock: Clock { WallClock.now })
  }

  @TaskLocal package static var current = Console.standard
}

/// Writes to a file descriptor; a reader who has gone is silence and exit 0.
enum StandardStream {
  static func write(_ text: String, to descriptor: Int32) {
    var copy = text
    copy.withUTF8 { bytes in
      var offset = 0
      while offset < bytes.count {
        let count = Glibc.write(
          descriptor, bytes.baseAddress.map { $0 + offset }, bytes.count - offset)
        if count < 0 {
          let code = errno
          if code == EINTR { continue }
          if code == EAGAIN {
            // Somebody made the pipe not wait: wait for it here.
            var event = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
            _ = poll(&event, 1, -1)
            continue
          }
          if code == EPIPE { exit(0) }
          if descriptor == 1 {
            let reason = strerror(code).map { String(cString: $0) } ?? "error \(code)"
            write("error: the standard output can't be written: \(reason)\n", to: 2)
            exit(4)
          }
          return
        }
        offset += count
      }
    }
  }

  /// A broken pipe is told by `write`; an interrupt ends the run with the code its signal has.
  static func prepareSignals() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGINT) { _ in _exit(130) }
    signal(SIGTERM) { _ in _exit(143) }
    // A parent may have left them blocked.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    sigaddset(&signals, SIGTERM)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
  }
}

enum WallClock {
  static var now: Timestamp {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Timestamp(
      microseconds: Int64(time.tv_sec) &* 1_000_000 &+ Int64(time.tv_nsec) / 1_000)
  }

  /// Milliseconds of a clock that never goes back.
  static var monotonic: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) &* 1_000 &+ Int64(time.tv_nsec) / 1_000_000
  }
}

enum ProcessEnvironment {
  static var all: [String: String] {
    var result: [String: String] = [:]
    var next = environ
    while let entry = next.pointee {
      let pair = String(cString: entry).split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if pair.count == 2 { result[String(pair[0])] = String(pair[1]) }
      next += 1
    }
    return result
  }
}
