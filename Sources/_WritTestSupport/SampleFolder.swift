import Foundation

/// The folder of sample data and schemas that is not part of the package.
package enum SampleFolder {
  /// `WRIT_SAMPLES`, else `../shared` beside the package.
  package static let path: String = {
    if let path = ProcessInfo.processInfo.environment["WRIT_SAMPLES"], !path.isEmpty { return path }
    var package = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { package.deleteLastPathComponent() }
    return package.deletingLastPathComponent().appendingPathComponent("shared").path
  }()

  /// Whether a test that needs it runs: where it is present, and always under `CI=true`, where its
  /// absence is a failure.
  package static var isExpected: Bool {
    ProcessInfo.processInfo.environment["CI"] == "true"
      || FileManager.default.fileExists(atPath: path)
  }

  package static func file(_ name: String) -> String { "\(path)/\(name)" }
}
