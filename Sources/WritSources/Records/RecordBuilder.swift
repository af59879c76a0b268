import WritValues

/// Builds one record; what is nil stays out, so that a rule sees it as missing.
struct RecordBuilder {
  private var members: [JSONValue.Member] = []

  var record: JSONValue { .object(members) }

  mutating func set(_ name: Text, _ value: JSONValue?) {
    guard let value else { return }
    members.append(JSONValue.Member(name: name, value: value))
  }

  mutating func set(_ name: Text, text: String?) { set(name, text.map { .string(Text($0)) }) }

  mutating func set(_ name: Text, number: (some BinaryInteger)?) {
    set(name, number.map { .number(String($0)) })
  }

  mutating func set(_ name: Text, flag: Bool?) { set(name, flag.map { .bool($0) }) }

  mutating func set(_ name: Text, texts: (some Sequence<String>)?) {
    set(name, texts.map { .array($0.map { .string(Text($0)) }) })
  }
}
