/// A JSON value as read: numbers keep their text, objects their order.
public indirect enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  /// The number as written; it is an RFC 8259 number.
  case number(String)
  case string(Text)
  case array([JSONValue])
  case object([Member])

  public struct Member: Hashable, Sendable {
    public var name: Text
    public var value: JSONValue

    public init(name: Text, value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  /// The member of an object; nil when there is none or this is no object.
  public subscript(name: Text) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.name == name }?.value
  }
}

extension JSONValue {
  public static func int(_ value: Int) -> JSONValue { .number(String(value)) }
  public static func int(_ value: Int64) -> JSONValue { .number(String(value)) }
  public static func decimal(_ value: Decimal) -> JSONValue { .number(value.description) }
  public static func text(_ value: String) -> JSONValue { .string(Text(value)) }

  /// The string's text; nil when this is no string.
  public var string: String? {
    if case .string(let text) = self { text.string } else { nil }
  }

  /// The number; nil when this is no whole number of 64 bits written without point and exponent.
  public var int: Int64? {
    if case .number(let text) = self { Int64(text) } else { nil }
  }

  public var bool: Bool? {
    if case .bool(let value) = self { value } else { nil }
  }

  /// The elements; nil when this is no array.
  public var elements: [JSONValue]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  /// The members; nil when this is no object.
  public var members: [Member]? {
    if case .object(let members) = self { members } else { nil }
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByStringInterpolation,
  ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  public init(stringLiteral value: String) { self = .string(Text(value)) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(integerLiteral value: Int64) { self = .number(String(value)) }
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }

  /// An object whose members keep the order they are written in.
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(elements.map { Member(name: Text($0), value: $1) })
  }
}
