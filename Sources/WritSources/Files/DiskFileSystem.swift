package import WritTables

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The files of this machine, or of an image mounted under a folder.
package struct DiskFileSystem: FileSystem {
  /// Empty for this machine's own root; else the folder without a slash at its end.
  private let root: String
  /// The largest file that is read whole.
  private let sizeLimit: Int

  package init(root: String = "/", sizeLimit: Int = 1 << 30) {
    var trimmed = root
    while trimmed.utf8.count > 0, trimmed.utf8.last == UInt8(ascii: "/") { trimmed.removeLast() }
    self.root = trimmed
    self.sizeLimit = sizeLimit
  }

  package func read(_ path: String) throws(FileFailure) -> [UInt8] {
    let place = try place(of: path)
    // A pipe or a device under the root must neither block nor be read.
    let descriptor = open(place, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw Self.failure(path) }
    defer { close(descriptor) }
    var info = stat()
    guard fstat(descriptor, &info) == 0 else { throw Self.failure(path) }
    guard info.st_mode & S_IFMT == S_IFREG else { throw FileFailure(.wrongKind, path: path) }
    guard Int(info.st_size) <= sizeLimit else { throw FileFailure(.tooLarge, path: path) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Int(info.st_size))
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = block.withUnsafeMutableBytes { buffer in
        retrying { readBytes(descriptor, buffer.baseAddress, buffer.count) }
      }
      if count < 0 { throw Self.failure(path) }
      if count == 0 { return bytes }
      bytes.append(contentsOf: block[..<count])
      // Files of the kernel say a size of 0 and may grow while they are read.
      if bytes.count > sizeLimit { throw FileFailure(.tooLarge, path: path) }
    }
  }

  package func list(_ path: String) throws(FileFailure) -> [String] {
    guard let folder = opendir(try place(of: path)) else { throw Self.failure(path) }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted(by: FilePath.inOrder)
  }

  package func status(_ path: String) throws(FileFailure) -> FileStatus {
    var info = stat()
    guard lstat(root + path, &info) == 0 else { throw Self.failure(path) }
    let kind: FileStatus.Kind =
      switch info.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .directory
      case S_IFLNK: .link
      default: .other
      }
    #if canImport(Darwin)
      let modified = info.st_mtimespec
    #else
      let modified = info.st_mtim
    #endif
    return FileStatus(
      kind: kind, mode: Int(info.st_mode & 0o7777), owner: Int(info.st_uid),
      group: Int(info.st_gid), size: Int64(info.st_size),
      modified: Int64(modified.tv_sec) &* 1_000_000 &+ Int64(modified.tv_nsec) / 1000)
  }

  package func target(_ path: String) throws(FileFailure) -> String {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = buffer.withUnsafeMutableBytes { bytes -> Int in
      guard let place = bytes.baseAddress?.assumingMemoryBound(to: CChar.self) else { return -1 }
      return readlink(root + path, place, bytes.count)
    }
    guard count >= 0 else { throw Self.failure(path) }
    return String(decoding: buffer[..<count], as: UTF8.self)
  }

  /// Where a path is on this machine: the kernel follows links well, but not within an image.
  private func place(of path: String) throws(FileFailure) -> String {
    root.isEmpty ? path : root + (try resolve(path))
  }

  private static func failure(_ path: String) -> FileFailure {
    let code = errno
    let kind: FileFailure.Kind =
      switch code {
      case ENOENT, ENOTDIR: .missing
      case EACCES, EPERM: .denied
      case ELOOP: .loop
      case EISDIR: .wrongKind
      default: .other
      }
    return FileFailure(kind, path: path, code: code)
  }
}

/// Calls again what a signal interrupted.
private func retrying(_ call: () -> Int) -> Int {
  while true {
    let result = call()
    if result >= 0 || errno != EINTR { return result }
  }
}

private func readBytes(_ descriptor: Int32, _ place: UnsafeMutableRawPointer?, _ count: Int) -> Int
{
  guard let place else { return 0 }
  return read(descriptor, place, count)
}

/// A file read in blocks.
package struct FileByteSource: SeekableSource {
  package let name: String
  private let path: String

  /// - Parameter name: what messages call it; the path when nil.
  package init(path: String, name: String? = nil) {
    self.path = path
    self.name = name ?? path
  }

  package func open() throws -> any ByteStream { try FileByteStream(path: path) }

  package func bytes(from offset: Int64, count: Int) throws -> [UInt8] {
    try FileByteStream(path: path).bytes(from: offset, count: count)
  }
}

/// Closes its file when nobody holds it any more.
private final class FileByteStream: ByteStream {
  private let descriptor: Int32
  private let path: String

  init(path: String) throws(FileFailure) {
    self.path = path
    descriptor = openForReading(path)
    guard descriptor >= 0 else {
      let code = errno
      throw FileFailure(
        code == ENOENT || code == ENOTDIR ? .missing : code == EACCES ? .denied : .other,
        path: path, code: code)
    }
    var info = stat()
    guard fstat(descriptor, &info) == 0, info.st_mode & S_IFMT != S_IFDIR else {
      close(descriptor)
      throw FileFailure(.wrongKind, path: path)
    }
  }

  deinit { close(descriptor) }

  func bytes(from offset: Int64, count: Int) throws -> [UInt8] {
    try [UInt8](unsafeUninitializedCapacity: max(0, count)) { buffer, filled in
      while filled < count {
        let rest = UnsafeMutableRawBufferPointer(
          rebasing: UnsafeMutableRawBufferPointer(buffer)[filled...])
        let read = retrying {
          pread(descriptor, rest.baseAddress, rest.count, off_t(offset) + off_t(filled))
        }
        guard read >= 0 else { throw FileFailure(.other, path: path, code: errno) }
        if read == 0 { break }
        filled += read
      }
    }
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let count = retrying { readBytes(descriptor, buffer.baseAddress, buffer.count) }
    guard count >= 0 else { throw FileFailure(.other, path: path, code: errno) }
    return count
  }
}

private func openForReading(_ path: String) -> Int32 { open(path, O_RDONLY | O_CLOEXEC) }
