package import WritEvidence

/// Opens a bundle: a folder, or its archive.
package enum BundleReading {
  /// Nil where there is nothing at the path.
  package static func open(_ path: String) throws(EvidenceFailure) -> (any EvidenceFolder)? {
    if Workspace.isFolder(path) { return DiskEvidence(path) }
    let files = ProjectFiles()
    guard files.isFile(path) else { return nil }
    let bytes: [UInt8]
    do { bytes = try files.bytes(path) } catch { throw EvidenceFailure("", "\(error)") }
    return try TarArchive.read(bytes).files
  }
}
