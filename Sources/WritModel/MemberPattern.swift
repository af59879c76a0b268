/// Which members of a rule a waiver is about: one glob for each part of the member's key.
public struct MemberPattern: Hashable, Sendable, CustomStringConvertible {
  public var parts: [Glob]

  public init(parts: [Glob]) { self.parts = parts }

  /// Whether a member's key, its parts as displayed, fits part by part; a lone `*` fits any key.
  public func matches(_ key: [String]) -> Bool {
    if parts.count == 1, parts[0].isEverything { return true }
    return parts.count == key.count && zip(parts, key).allSatisfy { $0.matches($1) }
  }

  /// Whether it fits every member.
  public var isEverything: Bool { parts.allSatisfy(\.isEverything) }

  public var description: String {
    parts.count == 1
      ? parts[0].description : "[\(parts.map(\.description).joined(separator: ", "))]"
  }
}
