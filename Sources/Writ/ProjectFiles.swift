package import WritDiagnostics
package import WritSources
package import WritTables
package import WritValues

/// Reads a project's files by paths relative to the current folder; names shown stay as given.
package struct ProjectFiles: Sendable {
  private let disk = DiskFileSystem()
  private let current: String
  private let standardInput: StandardInputText?

  /// What `-` stands for among paths.
  package static let standardInputPath = "-"

  init(standardInput: StandardInputText? = nil) {
    current = CurrentFolder.path
    self.standardInput = standardInput
  }

  /// The bytes of `-`; nil for every other path.
  private func input(_ path: String) -> [UInt8]? {
    path == Self.standardInputPath ? standardInput?.bytes : nil
  }

  private func name(_ path: String) -> String {
    path == Self.standardInputPath && standardInput != nil ? "stdin" : path
  }

  package func absolute(_ path: String) -> String {
    path.utf8.first == UInt8(ascii: "/") ? path : Paths.join(current, path)
  }

  package func isFile(_ path: String) -> Bool {
    if path == Self.standardInputPath, standardInput != nil { return true }
    let kind = (try? disk.resolvedStatus(absolute(path)))?.kind
    return kind == .file
  }

  package func isFolder(_ path: String) -> Bool {
    (try? disk.resolvedStatus(absolute(path)))?.kind == .directory
  }

  package func exists(_ path: String) -> Bool {
    if path == Self.standardInputPath, standardInput != nil { return true }
    return (try? disk.resolvedStatus(absolute(path))) != nil
  }

  /// What keeps a path from being read; nil where nothing does.
  package func trouble(_ path: String) -> FileTrouble? {
    if input(path) != nil { return nil }
    do {
      let status = try disk.resolvedStatus(absolute(path))
      if status.kind == .directory { return nil }
      // A pipe or a device would block, or never end.
      guard status.kind == .file else {
        return FileTrouble(path, FileFailure(.wrongKind, path: path))
      }
      _ = try FileByteSource(path: path).open()
      return nil
    } catch let failure as FileFailure {
      return FileTrouble(path, failure)
    } catch {
      return nil
    }
  }

  /// The text of a path, decompressed, to be read when it is needed.
  package func byteSource(_ path: String) -> any ByteSource {
    if let bytes = input(path) {
      return TextSource(MemorySource(name: name(path), bytes: bytes))
    }
    return TextSource(FileByteSource(path: path))
  }

  package func modified(_ path: String) -> Timestamp? {
    (try? disk.resolvedStatus(absolute(path))).map { Timestamp(microseconds: $0.modified) }
  }

  package func bytes(_ path: String) throws(FileTrouble) -> [UInt8] {
    if let bytes = input(path) { return bytes }
    do {
      return try disk.read(absolute(path))
    } catch {
      throw FileTrouble(path, error)
    }
  }

  /// The first bytes of a file's text: enough to tell what it is.
  package func prefix(_ path: String, count: Int = 64 << 10) throws -> [UInt8] {
    var stream = try byteSource(path).open()
    return try [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let rest = UnsafeMutableRawBufferPointer(
          rebasing: UnsafeMutableRawBufferPointer(buffer)[filled...])
        let read = try stream.read(into: rest)
        if read == 0 { return }
        filled += read
      }
    }
  }

  package func source(_ path: String) throws(FileTrouble) -> SourceText {
    SourceText(name: name(path), bytes: try bytes(path))
  }

  /// A file itself, or the files with the suffix in a folder and its folders, sorted; names that begin with a
  /// dot are left alone. A folder that links lead to more than once is listed once. Without a suffix what is
  /// neither a file nor a folder is listed too, so that it can be told.
  package func files(under path: String, suffix: String = "") throws(FileTrouble) -> [String] {
    if isFile(path) { return [path] }
    var seen: Set<String> = []
    return try files(under: path, suffix: suffix, &seen).sorted()
  }

  private func files(
    under path: String, suffix: String, _ seen: inout Set<String>
  ) throws(FileTrouble) -> [String] {
    if let place = try? disk.resolve(absolute(path)), !seen.insert(place).inserted { return [] }
    var found: [String] = []
    for name in try names(in: path) where name.utf8.first != UInt8(ascii: ".") {
      let inner = Paths.join(path == "." ? "" : path, name)
      if isFolder(inner) {
        found += try files(under: inner, suffix: suffix, &seen)
      } else if name.hasSuffix(suffix), suffix.isEmpty || isFile(inner) {
        found.append(inner)
      }
    }
    return found
  }

  package func names(in folder: String) throws(FileTrouble) -> [String] {
    do {
      return try disk.list(absolute(folder.isEmpty ? "." : folder))
    } catch {
      if error.kind == .missing, exists(folder) {
        throw FileTrouble(folder, FileFailure(.wrongKind, path: folder))
      }
      throw FileTrouble(folder, error)
    }
  }

  /// The files a path with `*` and `?` matches; a plain path stands for itself.
  package func expand(_ pattern: String) throws(FileTrouble) -> [String] {
    do {
      let isAbsolute = pattern.utf8.first == UInt8(ascii: "/")
      let found = try PathPattern.expand(absolute(pattern), in: disk)
      if isAbsolute || !PathPattern.isPattern(pattern) { return isAbsolute ? found : [pattern] }
      let prefix = Paths.join(current, "")
      return found.map { $0.hasPrefix(prefix) ? String($0.dropFirst(prefix.count)) : $0 }
    } catch {
      throw FileTrouble(pattern, error)
    }
  }
}

/// Why a file of the project can't be read, under the name its user gave it.
package struct FileTrouble: Error, Sendable, CustomStringConvertible {
  package var path: String
  package var kind: FileFailure.Kind

  init(_ path: String, _ failure: FileFailure) {
    self.path = path
    kind = failure.kind
  }

  package var description: String {
    switch kind {
    case .missing: "`\(path)` does not exist"
    case .denied: "`\(path)` can't be read: permission denied"
    case .wrongKind: "`\(path)` is a folder, a pipe or a device where a file was asked for"
    case .loop: "`\(path)` is a circle of links"
    case .tooLarge: "`\(path)` is too large"
    case .other: "`\(path)` can't be read"
    }
  }
}

/// Paths as people write them.
package enum Paths {
  package static func join(_ folder: String, _ name: String) -> String {
    if folder.isEmpty || name.utf8.first == UInt8(ascii: "/") { return name }
    return folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }

  /// Whether the file is `writ.yaml`.
  package static func isOwn(_ path: String) -> Bool {
    path == "writ.yaml" || path.hasSuffix("/writ.yaml")
  }

  /// `logs/auth.log` without folder and endings: `auth`.
  package static func stem(_ path: String) -> String {
    let name = path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]
    return String(name.prefix { $0 != "." })
  }
}
