/// What readers may ask of a file system: nothing is written, nothing is run.
package protocol FileSystem: Sendable {
  /// The bytes of a regular file; links are followed.
  func read(_ path: String) throws(FileFailure) -> [UInt8]
  /// The names in a folder, sorted by their bytes, without `.` and `..`; links are followed.
  func list(_ path: String) throws(FileFailure) -> [String]
  /// What is at a path; a link at its end is not followed.
  func status(_ path: String) throws(FileFailure) -> FileStatus
  /// What a link holds, as written.
  func target(_ path: String) throws(FileFailure) -> String
}

/// What a file is and who may use it.
package struct FileStatus: Hashable, Sendable {
  package enum Kind: String, Sendable { case file, directory, link, other }

  package var kind: Kind
  /// The permission bits, at most 0o7777.
  package var mode: Int
  package var owner: Int
  package var group: Int
  package var size: Int64
  /// Microseconds since 1970-01-01T00:00:00Z.
  package var modified: Int64

  package init(
    kind: Kind, mode: Int, owner: Int = 0, group: Int = 0, size: Int64 = 0, modified: Int64 = 0
  ) {
    self.kind = kind
    self.mode = mode
    self.owner = owner
    self.group = group
    self.size = size
    self.modified = modified
  }
}

/// Why a path could not be used.
package struct FileFailure: Error, Hashable, Sendable, CustomStringConvertible {
  package enum Kind: String, Sendable {
    case missing
    /// The process lacks the privilege.
    case denied
    /// Not a regular file, not a folder or not a link where one was asked for.
    case wrongKind
    /// Links that lead in a circle.
    case loop
    case tooLarge
    case other
  }

  package var kind: Kind
  package var path: String
  /// The system's own number, 0 where there is none.
  package var code: Int32

  package init(_ kind: Kind, path: String, code: Int32 = 0) {
    self.kind = kind
    self.path = path
    self.code = code
  }

  /// Names the missing privilege where that is what was missing.
  package var description: String {
    switch kind {
    case .missing: "\(path) does not exist"
    case .denied: "needs root to read \(path)"
    case .wrongKind: "\(path) is of another kind"
    case .loop: "\(path) is a circle of links"
    case .tooLarge: "\(path) is too large"
    case .other: "\(path) can't be read (error \(code))"
    }
  }
}

extension FileSystem {
  /// What a path leads to when links are followed; nil when there is nothing or it can't be told.
  package func resolvedStatus(_ path: String) throws(FileFailure) -> FileStatus {
    try status(resolve(path))
  }

  package func exists(_ path: String) throws(FileFailure) -> Bool {
    do {
      _ = try resolvedStatus(path)
      return true
    } catch {
      if error.kind == .missing { return false }
      throw error
    }
  }

  /// The path without links, each looked up in this file system.
  ///
  /// An absolute link in a mounted image leads into the image, never out of it.
  package func resolve(_ path: String) throws(FileFailure) -> String {
    var pending = Array(FilePath.components(path).reversed())
    var done: [String] = []
    var hops = 0
    while let next = pending.popLast() {
      if next == ".." {
        _ = done.popLast()
        continue
      }
      let here = FilePath.absolute(done + [next])
      let found: FileStatus
      do {
        found = try status(here)
      } catch {
        throw FileFailure(error.kind, path: path, code: error.code)
      }
      guard found.kind == .link else {
        done.append(next)
        continue
      }
      hops += 1
      guard hops <= 40 else { throw FileFailure(.loop, path: path) }
      let target = try target(here)
      if target.utf8.first == UInt8(ascii: "/") { done = [] }
      pending.append(contentsOf: FilePath.components(target).reversed())
    }
    return FilePath.absolute(done)
  }
}

/// Paths as text, with `/` between components.
package enum FilePath {
  /// The components, without empty ones and `.`.
  package static func components(_ path: String) -> [String] {
    path.utf8.split(separator: UInt8(ascii: "/")).compactMap {
      guard let part = String($0), part != "." else { return nil }
      return part
    }
  }

  package static func absolute(_ components: [String]) -> String {
    "/" + components.joined(separator: "/")
  }

  package static func join(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  /// Whether text is in the order of its UTF-8 bytes.
  package static func inOrder(_ one: String, _ other: String) -> Bool {
    one.utf8.lexicographicallyPrecedes(other.utf8)
  }
}
