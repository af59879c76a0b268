import WritDiagnostics
import WritValues

/// A text literal read as the type its context asks for.
enum LiteralTyping {
  enum Reading {
    case value(Value)
    /// No word of the closed set.
    case unknownWord(ClosedSet)
    /// The type is written as text, but not so.
    case invalid(ValueType)
    /// Values of the type are not written as text.
    case unsuited
  }

  /// `type` is a scalar: keys and references are replaced by what they are made of.
  static func read(_ text: String, as type: ValueType) -> Reading {
    switch type {
    case .text, .poison, .json: return .value(.text(Text(text)))
    case .closedSet(let set):
      return set.words.contains(Text(text)) ? .value(.text(Text(text))) : .unknownWord(set)
    case .key(_, let base): return read(text, as: base)
    case .ip: return IPAddress(parsing: text).map { .value(.ip($0)) } ?? .invalid(type)
    case .network: return Network(parsing: text).map { .value(.network($0)) } ?? .invalid(type)
    case .time: return Timestamp(parsing: text).map { .value(.time($0)) } ?? .invalid(type)
    case .version(let scheme):
      return Version(scheme: scheme, parsing: text).map { .value(.version($0)) } ?? .invalid(type)
    default: return .unsuited
    }
  }
}
