import Foundation

/// The folder of the package that is tested.
package enum PackageFolder {
  package static let path: String = {
    var url = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { url.deleteLastPathComponent() }
    return url.path
  }()

  /// The path of a file below it.
  package static func file(_ name: String) -> String { "\(path)/\(name)" }
}
