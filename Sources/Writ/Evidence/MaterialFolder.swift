#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif
import WritEvidence

/// A folder somebody has gathered, laid out as a bundle is, to be sealed.
package struct MaterialFolder {
  private let folder: DiskEvidence
  private let path: String

  package init(_ path: String) {
    self.path = path
    folder = DiskEvidence(path)
  }

  /// Copies every file; links, names no bundle may have and files that sealing makes are refused.
  package func write(to writer: BundleWriter) throws(BundleWriter.Failure) {
    let entries: [EvidenceEntry]
    do { entries = try folder.entries() } catch {
      throw BundleWriter.Failure(isInput: true, reason: "\(error)")
    }
    guard entries.contains(where: { $0.kind == .file }) else {
      throw BundleWriter.Failure(isInput: true, reason: "`\(path)` holds no file")
    }
    for entry in entries where entry.kind != .folder {
      guard entry.kind == .file else {
        throw BundleWriter.Failure(
          isInput: true, reason: "`\(entry.path)` is a link or a special file; a bundle has none")
      }
      guard !BundleLayout.isReserved(entry.path) else {
        throw BundleWriter.Failure(
          isInput: true,
          reason: "`\(entry.path)` is a name that sealing gives: is this a sealed bundle?")
      }
      if let name = Population.name(of: entry.path) {
        try writer.add(population: name, rows: try rows(entry.path))
      } else {
        try writer.add(entry.path, copying: entry.path, of: folder)
      }
    }
  }

  private func rows(_ path: String) throws(BundleWriter.Failure) -> [[UInt8]] {
    do {
      let rows = try Population.lines(try folder.bytes(path, limit: 1 << 30), path)
      try Population.checkRows(rows, path)
      return rows
    } catch {
      throw BundleWriter.Failure(isInput: true, reason: "\(error)")
    }
  }
}
