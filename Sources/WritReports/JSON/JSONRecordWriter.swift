import WritValues

/// Writes JSON as bytes, member by member on one line. A report of many findings has no time for a tree of values.
struct JSONRecordWriter {
  private(set) var bytes: [UInt8] = []

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// As it is: punctuation, line ends.
  mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

  mutating func value(_ value: JSONValue) { raw(value.compact) }

  mutating func object(_ members: (inout JSONRecordWriter) -> Void) {
    bytes.append(UInt8(ascii: "{"))
    members(&self)
    bytes.append(UInt8(ascii: "}"))
  }

  mutating func list<Element>(
    _ elements: [Element], _ write: (inout JSONRecordWriter, Element) -> Void
  ) {
    bytes.append(UInt8(ascii: "["))
    for (index, element) in elements.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      write(&self, element)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  /// Begins a member; the name needs no escapes and its value comes next.
  mutating func name(_ name: StaticString) {
    if bytes.last != UInt8(ascii: "{") { bytes.append(UInt8(ascii: ",")) }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
  }

  mutating func member(_ name: StaticString, _ text: String?) {
    self.name(name)
    if let text { bytes.append(quoted: text) } else { raw("null") }
  }

  mutating func member(_ name: StaticString, _ flag: Bool) {
    self.name(name)
    raw(flag ? "true" : "false")
  }

  mutating func member(_ name: StaticString, _ number: Int64) {
    self.name(name)
    raw(String(number))
  }

  mutating func member(_ name: StaticString, _ texts: [String]?) {
    self.name(name)
    guard let texts else { return raw("null") }
    list(texts) { writer, text in writer.bytes.append(quoted: text) }
  }
}
