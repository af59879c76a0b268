/// A type of the language as the generator thinks of it.
package indirect enum GeneratedType: Hashable, Sendable {
  case text, bool, int, decimal, time, duration, months, bytes, ip, network, json
  case version(String)
  /// A closed set, by its number among the case's.
  case words(Int)
  /// A row of a dataset, or a reference to one, by the dataset's number.
  case key(Int)
  case list(GeneratedType)
  case set(GeneratedType)
  case map(GeneratedType)
  case record([RecordMember])

  package struct RecordMember: Hashable, Sendable {
    var name: String
    var type: GeneratedType
    var isOptional: Bool
  }

  /// What a list or set holds.
  var element: GeneratedType? {
    switch self {
    case .list(let element), .set(let element): element
    default: nil
    }
  }

  /// Has a literal that needs no context to have this type.
  var hasOwnLiteral: Bool {
    switch self {
    case .text, .bool, .int, .decimal, .time, .duration, .months, .bytes: true
    default: false
    }
  }

  var isOrdered: Bool {
    switch self {
    case .text, .int, .decimal, .time, .duration, .months, .bytes, .ip, .version: true
    default: false
    }
  }

  var isScalar: Bool {
    switch self {
    case .list, .set, .map, .record, .json: false
    default: true
    }
  }
}
