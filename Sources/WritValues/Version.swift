/// A version under a scheme; equality and order are the scheme's own.
public struct Version: Sendable {
  public let scheme: VersionScheme
  /// As written.
  public let text: Text
  /// Bytes whose lexicographic order is the scheme's order.
  private let key: [UInt8]

  /// Text that is no version of the scheme is kept, before all that are; ask
  /// `init(scheme:parsing:)` whether it is one.
  public init(scheme: VersionScheme, text: Text) {
    self.scheme = scheme
    self.text = text
    key = Self.key(scheme, text.string) ?? [0] + Array(text.string.utf8)
  }

  /// Nil when the text is no version of the scheme.
  public init?(scheme: VersionScheme, parsing string: String) {
    guard let key = Self.key(scheme, string) else { return nil }
    self.scheme = scheme
    text = Text(string)
    self.key = key
  }

  private static func key(_ scheme: VersionScheme, _ string: String) -> [UInt8]? {
    let bytes = Array(string.utf8)
    var key = VersionKey()
    let isValid =
      switch scheme {
      case .semver: SemanticVersion.write(bytes, to: &key)
      case .deb: DebianVersion.write(bytes, to: &key)
      case .rpm: RPMVersion.write(bytes, to: &key)
      case .pep440: PythonVersion.write(bytes, to: &key)
      }
    return isValid ? key.bytes : nil
  }
}

extension Version: Hashable, Comparable {
  public static func == (one: Version, other: Version) -> Bool {
    one.scheme == other.scheme && one.key == other.key
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(scheme)
    hasher.combine(key)
  }

  /// Versions of different schemes are in the order of the schemes' names.
  public static func < (one: Version, other: Version) -> Bool {
    if one.scheme != other.scheme { return one.scheme.rawValue < other.scheme.rawValue }
    return one.key.lexicographicallyPrecedes(other.key)
  }
}

extension Version: CustomStringConvertible {
  public var description: String { text.string }
}
