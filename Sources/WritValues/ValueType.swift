/// A type of the Writ language.
public indirect enum ValueType: Hashable, Sendable {
  case bool, int, decimal, text, time, duration, months, bytes, ip, network
  case version(VersionScheme)
  case closedSet(ClosedSet)
  /// The key field of a dataset: behaves as its base, but never meets another dataset's key.
  case key(DatasetName, base: ValueType)
  /// A key of the dataset, through which a path walks.
  case reference(DatasetName)
  /// A row in a variable; used as a value it is its key.
  case row(DatasetName)
  case list(ValueType)
  case set(ValueType)
  case map(ValueType)
  case record(RecordType)
  case json
  /// The parts of a composite key, in order.
  case tuple([ValueType])
  /// A mistake was already reported here; fits everywhere, so that one mistake is told once.
  case poison
}

/// The words a closed set allows, and the field it belongs to (`users.status`) for messages.
public struct ClosedSet: Hashable, Sendable {
  public var name: String
  public var words: [Text]

  public init(name: String, words: [Text]) {
    self.name = name
    self.words = words
  }
}

public struct RecordType: Hashable, Sendable {
  public struct Field: Hashable, Sendable {
    public var name: String
    public var type: ValueType
    public var isOptional: Bool

    public init(name: String, type: ValueType, isOptional: Bool) {
      self.name = name
      self.type = type
      self.isOptional = isOptional
    }
  }

  public var fields: [Field]

  public init(fields: [Field]) { self.fields = fields }
}

public enum VersionScheme: String, CaseIterable, Sendable { case semver, deb, rpm, pep440 }

/// The full name of a dataset: `access.users` is `users` of module `access`.
public struct DatasetName: Hashable, Comparable, Sendable, CustomStringConvertible {
  public var module: String
  public var name: String

  public init(module: String, name: String) {
    self.module = module
    self.name = name
  }

  public var description: String { "\(module).\(name)" }

  public static func < (one: DatasetName, other: DatasetName) -> Bool {
    (one.module, one.name) < (other.module, other.name)
  }
}
