public import WritDiagnostics

/// A YAML value with its place. Scalars stay text: nothing is turned into a bool, number or time
/// by the way it looks.
public indirect enum YAMLNode: Sendable {
  case scalar(YAMLScalar)
  case sequence([YAMLNode], Place)
  case mapping(YAMLMapping)

  public var place: Place {
    switch self {
    case .scalar(let scalar): scalar.place
    case .sequence(_, let place): place
    case .mapping(let mapping): mapping.place
    }
  }

  /// For messages: `a text`, `a list`, `a mapping`, `nothing`.
  public var kind: String {
    switch self {
    case .scalar(let scalar): scalar.isNull ? "nothing" : "a text"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }

  /// The same tree with every scalar value, but no key, replaced.
  public func mapScalars(_ transform: (YAMLScalar) -> YAMLScalar) -> YAMLNode {
    switch self {
    case .scalar(let scalar): return .scalar(transform(scalar))
    case .sequence(let nodes, let place):
      return .sequence(nodes.map { $0.mapScalars(transform) }, place)
    case .mapping(let mapping):
      let entries = mapping.entries.map {
        YAMLMapping.Entry(key: $0.key, value: $0.value.mapScalars(transform))
      }
      return .mapping(YAMLMapping(entries: entries, place: mapping.place))
    }
  }
}

/// A scalar as text, and how it was written.
public struct YAMLScalar: Sendable {
  public var text: String
  /// Without quotes, in one line or several; block scalars (`|`, `>`) are not plain.
  public var isPlain: Bool
  public var place: Place
  /// Whether a part of the text came from outside the file and must not be shown.
  public var isSubstituted: Bool

  public init(text: String, isPlain: Bool, place: Place, isSubstituted: Bool = false) {
    self.text = text
    self.isPlain = isPlain
    self.place = place
    self.isSubstituted = isSubstituted
  }

  /// Whether no value was written: nothing at all, `~` or `null`.
  public var isNull: Bool {
    isPlain && !isSubstituted && ["", "~", "null", "Null", "NULL"].contains(text)
  }

  /// For messages: the text, or what stands in the file when the text came from outside.
  public var shown: String { isSubstituted ? place.text : text }
}

/// Keys and values in the order of the file; no key stands twice.
public struct YAMLMapping: Sendable {
  public struct Entry: Sendable {
    public var key: YAMLScalar
    public var value: YAMLNode

    public init(key: YAMLScalar, value: YAMLNode) {
      self.key = key
      self.value = value
    }
  }

  public var entries: [Entry]
  public var place: Place

  public init(entries: [Entry], place: Place) {
    self.entries = entries
    self.place = place
  }
}
