/// A file system held in memory, for tests and for what was collected elsewhere.
package struct MemoryFileSystem: FileSystem {
  package enum Node: Sendable {
    case file([UInt8], mode: Int = 0o644, owner: Int = 0, group: Int = 0)
    case directory(mode: Int = 0o755, owner: Int = 0, group: Int = 0)
    case link(String)
    /// There, but this process may not look into it.
    case denied(mode: Int = 0o600)
  }

  private var nodes: [String: Node] = ["/": .directory()]

  package init() {}

  /// Puts text at each path, with the folders above it.
  package init(files: [String: String]) {
    for (path, text) in files { self[path] = .file(Array(text.utf8)) }
  }

  package subscript(path: String) -> Node? {
    get { nodes[FilePath.absolute(FilePath.components(path))] }
    set {
      let parts = FilePath.components(path)
      for count in 0..<max(0, parts.count) {
        let folder = FilePath.absolute(Array(parts[..<count]))
        if nodes[folder] == nil { nodes[folder] = .directory() }
      }
      nodes[FilePath.absolute(parts)] = newValue
    }
  }

  package func read(_ path: String) throws(FileFailure) -> [UInt8] {
    switch nodes[try resolve(path)] {
    case .file(let bytes, _, _, _): return bytes
    case .denied: throw FileFailure(.denied, path: path)
    case nil: throw FileFailure(.missing, path: path)
    case .directory, .link: throw FileFailure(.wrongKind, path: path)
    }
  }

  package func list(_ path: String) throws(FileFailure) -> [String] {
    let folder = try resolve(path)
    switch nodes[folder] {
    case .directory: break
    case .denied: throw FileFailure(.denied, path: path)
    case nil: throw FileFailure(.missing, path: path)
    case .file, .link: throw FileFailure(.wrongKind, path: path)
    }
    let depth = FilePath.components(folder).count
    let prefix = folder == "/" ? "/" : folder + "/"
    return nodes.keys.filter { $0 != "/" && $0.hasPrefix(prefix) }
      .map(FilePath.components).filter { $0.count == depth + 1 }.compactMap(\.last)
      .sorted(by: FilePath.inOrder)
  }

  package func status(_ path: String) throws(FileFailure) -> FileStatus {
    let parts = FilePath.components(path)
    for count in 0..<max(0, parts.count) {
      if case .denied = nodes[FilePath.absolute(Array(parts[..<count]))] {
        throw FileFailure(.denied, path: path)
      }
    }
    switch nodes[FilePath.absolute(parts)] {
    case .file(let bytes, let mode, let owner, let group):
      return FileStatus(
        kind: .file, mode: mode, owner: owner, group: group, size: Int64(bytes.count))
    case .directory(let mode, let owner, let group):
      return FileStatus(kind: .directory, mode: mode, owner: owner, group: group)
    case .link: return FileStatus(kind: .link, mode: 0o777)
    case .denied(let mode): return FileStatus(kind: .directory, mode: mode)
    case nil: throw FileFailure(.missing, path: path)
    }
  }

  package func target(_ path: String) throws(FileFailure) -> String {
    guard case .link(let target) = nodes[FilePath.absolute(FilePath.components(path))] else {
      throw FileFailure(.wrongKind, path: path)
    }
    return target
  }
}
