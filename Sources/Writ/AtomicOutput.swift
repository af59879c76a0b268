#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file that is written in parts and gets its name when it is complete, or a stream.
package final class AtomicOutput {
  private let path: String
  private let temporary: String?
  private var file: Int32
  private var buffer: [UInt8] = []
  private static let bufferSize = 1 << 18

  /// - Parameter mode: permission bits of a new file, less the umask; a file that is there keeps its own.
  package init(_ path: String, mode: UInt32 = 0o600) throws(AtomicFile.Failure) {
    var target = path
    var mode = mode_t(mode)
    var status = stat()
    let isThere = stat(path, &status) == 0
    if isThere, status.st_mode & S_IFMT != S_IFREG {
      // A pipe or a device is written to, never replaced.
      self.path = path
      temporary = nil
      file = open(path, O_WRONLY | O_CLOEXEC)
      guard file >= 0 else { throw AtomicFile.Failure(path: path, code: errno) }
      return
    }
    if isThere {
      mode = status.st_mode & 0o7777
      if let resolved = realpath(path, nil) {
        target = String(cString: resolved)
        free(resolved)
      }
    }
    let temporary = "\(target).writ-\(getpid())"
    self.path = target
    self.temporary = temporary
    file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode)
    guard file >= 0 else { throw AtomicFile.Failure(path: path, code: errno) }
    if isThere, fchmod(file, mode) != 0 { throw AtomicFile.Failure(path: path, code: errno) }
  }

  /// The process's own output, which stays open.
  package init(standardOutput: Void) throws(AtomicFile.Failure) {
    path = "the standard output"
    temporary = nil
    file = dup(1)
    guard file >= 0 else { throw AtomicFile.Failure(path: path, code: errno) }
  }

  deinit { discard() }

  package func write(_ bytes: UnsafeBufferPointer<UInt8>) throws(AtomicFile.Failure) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.bufferSize { try flush() }
  }

  /// Writes the rest; a file is on the disk then, under its temporary name.
  package func finish() throws(AtomicFile.Failure) {
    try flush()
    if temporary != nil, fsync(file) != 0 { throw failure }
    let code = close(file)
    file = -1
    if code != 0 { throw failure }
  }

  /// Gives the file its name.
  package func commit() throws(AtomicFile.Failure) {
    if let temporary, rename(temporary, path) != 0 { throw failure }
    isCommitted = true
    AtomicFile.syncFolder(of: path)
  }

  private var isCommitted = false
  private var failure: AtomicFile.Failure { AtomicFile.Failure(path: path, code: errno) }

  /// Leaves nothing behind.
  private func discard() {
    if file >= 0 { close(file) }
    if let temporary, !isCommitted { unlink(temporary) }
  }

  private func flush() throws(AtomicFile.Failure) {
    let code = AtomicFile.writeAll(buffer, to: file)
    buffer.removeAll(keepingCapacity: true)
    guard code == 0 else { throw AtomicFile.Failure(path: path, code: code) }
  }
}
