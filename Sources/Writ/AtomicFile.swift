#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes a file whole or not at all: temporary file, fsync, rename.
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
    let temporary = "\(path).writ-\(getpid())"
    let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode_t(mode))
    guard file >= 0 else { throw Failure(path: path, code: errno) }
    var code = writeAll(bytes, to: file)
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

  private static func writeAll(_ bytes: [UInt8], to file: Int32) -> Int32 {
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
  private static func syncFolder(of path: String) {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    let handle = open(folder.isEmpty ? "/" : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if handle >= 0 {
      fsync(handle)
      close(handle)
    }
  }
}
