extension Workspace {
  /// Keys the digests shown for personal values and member keys: `.writ/fingerprint.key`, made by `writ init`.
  ///
  /// Without it digests are still stable but could be guessed back from a list of candidates; docs/reference/cli.md
  /// says so.
  package var fingerprintKey: [UInt8] {
    let path = Paths.join(folder, ".writ/fingerprint.key")
    guard files.isFile(path), let bytes = try? files.bytes(path) else { return [] }
    return bytes
  }
}

extension Workspace {
  package static func isFolder(_ path: String) -> Bool { ProjectFiles().isFolder(path) }
  package static func exists(_ path: String) -> Bool { ProjectFiles().exists(path) }
}
