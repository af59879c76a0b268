import WritCrypto

/// A folder of evidence: on a disk, in an archive, in memory.
package protocol EvidenceFolder {
  /// Everything below, folders too, by path.
  func entries() throws(EvidenceFailure) -> [EvidenceEntry]

  /// The bytes of a file, refused beyond the limit.
  func bytes(_ path: String, limit: Int) throws(EvidenceFailure) -> [UInt8]

  /// SHA-256 as 64 hexadecimal digits, and how many bytes were digested.
  func digest(_ path: String) throws(EvidenceFailure) -> (sha256: String, size: Int64)
}

package struct EvidenceEntry: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case file, folder
    /// A link, a pipe, a device.
    case other
  }

  /// Below the folder, parts joined by `/`.
  package var path: String
  package var kind: Kind

  package init(path: String, kind: Kind) {
    self.path = path
    self.kind = kind
  }
}

/// What keeps evidence from being read or written: path and reason, for people.
package struct EvidenceFailure: Error, Hashable, Sendable, CustomStringConvertible {
  package var path: String
  package var reason: String

  package init(_ path: String, _ reason: String) {
    self.path = path
    self.reason = reason
  }

  package var description: String { path.isEmpty ? reason : "`\(path)`: \(reason)" }
}

/// Files that were read already.
package struct MemoryFolder: EvidenceFolder, Sendable {
  package var files: [String: [UInt8]]

  package init(_ files: [String: [UInt8]] = [:]) { self.files = files }

  package func entries() -> [EvidenceEntry] {
    var folders: Set<String> = []
    for path in files.keys {
      var parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      while !parts.isEmpty {
        folders.insert(parts.joined(separator: "/"))
        parts = parts.dropLast()
      }
    }
    let entries =
      files.keys.map { EvidenceEntry(path: $0, kind: .file) }
      + folders.map { EvidenceEntry(path: $0, kind: .folder) }
    return entries.sorted { EvidencePath.inOrder($0.path, $1.path) }
  }

  package func bytes(_ path: String, limit: Int) throws(EvidenceFailure) -> [UInt8] {
    guard let bytes = files[path] else { throw EvidenceFailure(path, "is not there") }
    guard bytes.count <= limit else { throw EvidenceFailure(path, "has more than \(limit) bytes") }
    return bytes
  }

  package func digest(_ path: String) throws(EvidenceFailure) -> (sha256: String, size: Int64) {
    let bytes = try bytes(path, limit: .max)
    return (Digest.sha256Hex(bytes), Int64(bytes.count))
  }
}
