#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes a file whole or not at all: temporary file, fsync, rename.
///
/// A file that is there keeps its permissions; a link stays one, and what it leads to is replaced.
package enum AtomicFile {
  package struct Failure: Error, Sendable, CustomStringConvertible {
    package var path: String
    package var code: Int32

    package var description: String {
      let reason = strerror(code).map { String(cString: $0) } ?? "error \(code)"
      return "\(path) can't be written: \(reason)"
    }
  }

  /// - Parameter mode: permission bits of the new file, less the umask.
  package static func write(
    _ bytes: [UInt8], to path: String, mode: UInt32 = 0o644
  ) throws(Failure) {
    var path = path
    var mode = mode_t(mode)
    var isThere = false
    var status = stat()
    if stat(path, &status) == 0 {
      // A pipe or a device is written to, never replaced.
      guard status.st_mode & S_IFMT == S_IFREG else { return try writeInPlace(bytes, to: path) }
      isThere = true
      mode = status.st_mode & 0o7777
      if let target = realpath(path, nil) {
        path = String(cString: target)
        free(target)
      }
    }
    let signals = SignalPause()
    defer { signals.end() }
    let temporary = "\(path).writ-\(getpid())"
    let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard file >= 0 else { throw Failure(path: path, code: errno) }
    var code = writeAll(bytes, to: file)
    if code == 0, isThere, fchmod(file, mode) != 0 { code = errno }
    if code == 0, fsync(file) != 0 { code = errno }
    if close(file) != 0, code == 0 { code = errno }
    if code == 0, rename(temporary, path) != 0 { code = errno }
    if code != 0 {
      unlink(temporary)
      throw Failure(path: path, code: code)
    }
    syncFolder(of: path)
  }

  /// Creates a folder and its parents; one that is there already is fine.
  package static func makeFolder(_ path: String) throws(Failure) {
    var partial = path.utf8.first == UInt8(ascii: "/") ? "/" : ""
    for part in path.split(separator: "/") {
      partial += (partial.isEmpty || partial == "/" ? "" : "/") + part
      if mkdir(partial, 0o755) != 0, errno != EEXIST {
        throw Failure(path: partial, code: errno)
      }
    }
  }

  private static func writeInPlace(_ bytes: [UInt8], to path: String) throws(Failure) {
    let file = open(path, O_WRONLY | O_CLOEXEC)
    guard file >= 0 else { throw Failure(path: path, code: errno) }
    let code = writeAll(bytes, to: file)
    close(file)
    if code != 0 { throw Failure(path: path, code: code) }
  }

  static func writeAll(_ bytes: [UInt8], to file: Int32) -> Int32 {
    var offset = 0
    return bytes.withUnsafeBytes { buffer in
      while offset < buffer.count {
        let count = Glibc.write(file, buffer.baseAddress.map { $0 + offset }, buffer.count - offset)
        if count < 0 {
          if errno == EINTR { continue }
          return errno
        }
        offset += count
      }
      return 0
    }
  }

  /// The rename itself must survive a crash; where a folder can't be synced nothing is lost but that.
  static func syncFolder(of path: String) {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    let handle = open(folder.isEmpty ? "/" : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if handle >= 0 {
      fsync(handle)
      close(handle)
    }
  }
}

/// Holds back an interrupt until the temporary file is renamed or gone.
private struct SignalPause {
  private var before = sigset_t()

  init() {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    sigaddset(&signals, SIGTERM)
    pthread_sigmask(SIG_BLOCK, &signals, &before)
  }

  func end() {
    var before = before
    pthread_sigmask(SIG_SETMASK, &before, nil)
  }
}
