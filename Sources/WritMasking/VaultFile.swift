#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A vault's file, mode 0600, locked against other processes as long as it is open.
package final class VaultFile: VaultStorage {
  package let path: String
  private let file: Int32

  /// Opens the file, or makes an empty one.
  package init(path: String) throws(VaultError) {
    self.path = path
    file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw Self.failure(path) }
    var status = stat()
    guard fstat(file, &status) == 0 else {
      let error = Self.failure(path)
      close(file)
      throw error
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      close(file)
      throw .notAVault(path: path)
    }
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      let error = errno == EWOULDBLOCK ? VaultError.inUse(path: path) : Self.failure(path)
      close(file)
      throw error
    }
    if status.st_size == 0 { Self.syncFolder(of: path) }
  }

  deinit { close(file) }

  package func size() throws(VaultError) -> Int {
    var status = stat()
    guard fstat(file, &status) == 0 else { throw Self.failure(path) }
    return Int(status.st_size)
  }

  package func read(at offset: Int, count: Int) throws(VaultError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: max(count, 0))
    var done = 0
    while done < count {
      let step = bytes.withUnsafeMutableBytes {
        pread(file, $0.baseAddress.map { $0 + done }, count - done, off_t(offset + done))
      }
      if step < 0 {
        if errno == EINTR { continue }
        throw Self.failure(path)
      }
      if step == 0 { break }
      done += step
    }
    bytes.removeLast(count - done)
    return bytes
  }

  package func write(_ bytes: [UInt8], at offset: Int) throws(VaultError) {
    var done = 0
    while done < bytes.count {
      let step = bytes.withUnsafeBytes {
        pwrite(file, $0.baseAddress.map { $0 + done }, bytes.count - done, off_t(offset + done))
      }
      if step < 0 {
        if errno == EINTR { continue }
        throw Self.failure(path)
      }
      done += step
    }
  }

  package func truncate(to size: Int) throws(VaultError) {
    guard ftruncate(file, off_t(size)) == 0 else { throw Self.failure(path) }
  }

  package func sync() throws(VaultError) {
    guard fsync(file) == 0 else { throw Self.failure(path) }
  }

  private static func failure(_ path: String) -> VaultError {
    .file(path: path, reason: strerror(errno).map { String(cString: $0) } ?? "error \(errno)")
  }

  /// A new name must survive a crash as well as what it names.
  private static func syncFolder(of path: String) {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    let handle = open(folder.isEmpty ? "/" : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if handle >= 0 {
      fsync(handle)
      close(handle)
    }
  }
}
