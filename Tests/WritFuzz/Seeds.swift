import Foundation

/// The inputs a run begins with, from the project's folder.
enum Seeds {
  static func load(for target: any FuzzTarget) throws -> [[UInt8]] {
    let folder = URL(filePath: "Tests/WritFuzz/seeds").appending(path: target.name)
    return try files(in: folder) + target.moreSeeds
  }

  /// The project's own policies.
  static func policies() -> [[UInt8]] {
    guard let paths = FileManager.default.enumerator(atPath: "policies") else { return [] }
    return paths.compactMap { $0 as? String }.filter { $0.hasSuffix(".writ") }.sorted()
      .compactMap { try? Array(Data(contentsOf: URL(filePath: "policies/\($0)"))) }
      .filter { $0.count <= Mutator.maximumSize }
  }

  private static func files(in folder: URL) throws -> [[UInt8]] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      .map { Array(try Data(contentsOf: folder.appending(path: $0))) }
  }
}
