import WritSources
package import WritValues

/// The system's time zone database.
package enum ZoneFiles {
  private static let folder = "/usr/share/zoneinfo"

  /// The zone with this name; nil when the name is unknown or no database is installed.
  @Sendable
  package static func zone(_ name: String) -> Zone? {
    if name == "UTC" { return .utc }
    // A name is a path below the database, never out of it.
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard !parts.isEmpty, parts.allSatisfy({ !$0.isEmpty && !$0.hasPrefix(".") }) else {
      return nil
    }
    guard let bytes = try? DiskFileSystem().read("\(folder)/\(name)") else { return nil }
    return Zone(name: name, tzif: bytes)
  }
}
