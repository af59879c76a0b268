#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif
import WritCrypto
package import WritEvidence

/// A folder on disk as evidence: links are seen and never followed.
package struct DiskEvidence: EvidenceFolder, Sendable {
  private let root: String
  private static let deepest = 32

  package init(_ path: String) { root = path }

  package func entries() throws(EvidenceFailure) -> [EvidenceEntry] {
    var entries: [EvidenceEntry] = []
    try collect("", depth: 0, &entries)
    return entries.sorted { EvidencePath.inOrder($0.path, $1.path) }
  }

  private func collect(
    _ folder: String, depth: Int, _ entries: inout [EvidenceEntry]
  ) throws(EvidenceFailure) {
    guard depth < Self.deepest else { throw EvidenceFailure(folder, "is nested too deep") }
    guard let handle = opendir(absolute(folder)) else { throw failure(folder) }
    defer { closedir(handle) }
    while true {
      errno = 0
      guard let entry = readdir(handle) else {
        if errno != 0 { throw failure(folder) }
        return
      }
      let name = Self.name(of: entry)
      if name == "." || name == ".." { continue }
      let path = folder.isEmpty ? name : "\(folder)/\(name)"
      switch Self.kind(entry) ?? kind(path) {
      case .folder:
        entries.append(EvidenceEntry(path: path, kind: .folder))
        // What no bundle may have is told by its name alone.
        if EvidencePath.problem(path) == nil { try collect(path, depth: depth + 1, &entries) }
      case .file: entries.append(EvidenceEntry(path: path, kind: .file))
      case .other: entries.append(EvidenceEntry(path: path, kind: .other))
      }
    }
  }

  private static func name(of entry: UnsafeMutablePointer<dirent>) -> String {
    withUnsafeBytes(of: &entry.pointee.d_name) {
      String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
    }
  }

  /// Nil where the disk does not say without being asked.
  private static func kind(_ entry: UnsafeMutablePointer<dirent>) -> EvidenceEntry.Kind? {
    switch Int(entry.pointee.d_type) {
    case Int(DT_DIR): .folder
    case Int(DT_REG): .file
    case Int(DT_UNKNOWN): nil
    default: .other
    }
  }

  private func kind(_ path: String) -> EvidenceEntry.Kind {
    var status = stat()
    guard lstat(absolute(path), &status) == 0 else { return .other }
    return switch status.st_mode & S_IFMT {
    case S_IFDIR: .folder
    case S_IFREG: .file
    default: .other
    }
  }

  private func absolute(_ path: String) -> String { path.isEmpty ? root : "\(root)/\(path)" }

  private func failure(_ path: String) -> EvidenceFailure {
    let reason = strerror(errno).map { String(cString: $0) } ?? "error \(errno)"
    return EvidenceFailure(path.isEmpty ? root : path, reason)
  }

  package func bytes(_ path: String, limit: Int) throws(EvidenceFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    try read(path) { (part) throws(EvidenceFailure) in
      guard bytes.count + part.count <= limit else {
        throw EvidenceFailure(path, "has more than \(limit) bytes")
      }
      bytes.append(contentsOf: part)
    }
    return bytes
  }

  package func digest(_ path: String) throws(EvidenceFailure) -> (sha256: String, size: Int64) {
    var stream = SHA256Stream()
    var size: Int64 = 0
    try read(path) { (part) throws(EvidenceFailure) in
      stream.update(part)
      size += Int64(part.count)
    }
    return (Digest.hex(stream.finish()), size)
  }

  /// Hands the file over in parts; a link, a pipe or a device in its place is refused.
  func read(
    _ path: String, _ take: (UnsafeRawBufferPointer) throws(EvidenceFailure) -> Void
  ) throws(EvidenceFailure) {
    let file = open(absolute(path), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard file >= 0 else { throw failure(path) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw failure(path) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw EvidenceFailure(path, "is a link or a special file")
    }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 64)
    defer { buffer.deallocate() }
    while true {
      let count = Glibc.read(file, buffer.baseAddress, buffer.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw failure(path)
      }
      if count == 0 { return }
      try take(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    }
  }
}
