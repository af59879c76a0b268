/// Where things stand in a bundle.
package enum BundleLayout {
  package static let cms = "signatures/SHA256SUMS.p7s"
  package static let signer = "trust/signer.pem"
  package static let readme = "README.txt"
  package static let script = "verify.sh"
  static let stamps = "timestamps/"

  /// Folders that SHA256SUMS leaves out, since what is in them is made from it or comes later.
  private static let outside = ["signatures/", "timestamps/", "trust/", "ledger/"]

  /// Whether SHA256SUMS has a line for the file.
  package static func isSummed(_ path: String) -> Bool {
    path != Checksums.path && !outside.contains { path.hasPrefix($0) }
  }

  /// Whether a file that SHA256SUMS leaves out is one that a verifier knows how to check.
  static func isKnownOutside(_ path: String) -> Bool {
    switch path {
    case Checksums.path, Envelope.path, cms, signer: true
    default: isStamp(path)
    }
  }

  static func isStamp(_ path: String) -> Bool {
    path.hasPrefix(stamps) && path.hasSuffix(".tsr")
      && path.utf8.count > stamps.utf8.count + ".tsr".utf8.count
      && !path.utf8.dropFirst(stamps.utf8.count).contains(UInt8(ascii: "/"))
  }

  /// Files that sealing makes: material may not bring them.
  package static func isReserved(_ path: String) -> Bool {
    !isSummed(path) || path == Manifest.path || path == readme || path == script
      || (path.hasPrefix("populations/") && path.hasSuffix(".salts"))
  }
}
