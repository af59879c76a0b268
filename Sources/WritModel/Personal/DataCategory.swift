/// A node of the tree of data categories: `financial.card`.
public struct DataCategory: Hashable, Sendable, CustomStringConvertible {
  /// Lower-case words from the root down.
  public let path: [String]

  public init(_ dotted: String) {
    path = dotted.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
  }

  public var description: String { path.joined(separator: ".") }

  /// Whether this is `ancestor` or lies below it.
  public func isWithin(_ ancestor: DataCategory) -> Bool { path.starts(with: ancestor.path) }
}

extension DataCategory: Comparable {
  /// By path, word by word.
  public static func < (one: DataCategory, other: DataCategory) -> Bool {
    one.path.lexicographicallyPrecedes(other.path) {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
  }
}
