extension JSONValue {
  /// A number that RFC 8785 has no form for.
  public struct NotCanonical: Error, Hashable, Sendable, CustomStringConvertible {
    public var number: String

    public var description: String {
      "the number \(number) is beyond what all readers of JSON agree on (a whole number within "
        + "2^53-1, or a finite double)"
    }
  }

  /// The bytes of RFC 8785 to the letter: numbers are IEEE doubles in ECMAScript's form. A whole number beyond
  /// 2^53-1 is refused, since readers would round it differently; so is one too large for a double.
  public func canonicalDocument() throws(NotCanonical) -> [UInt8] {
    try checkNumbers()
    var writer = JSONWriter(isCanonical: true, roundsToDoubles: true)
    writer.write(self)
    return writer.bytes
  }

  private func checkNumbers() throws(NotCanonical) {
    switch self {
    case .null, .bool, .string: return
    case .number(let text):
      let isWhole = text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2D }
      if isWhole {
        guard let value = Int64(text), value.magnitude < 1 << 53 else {
          throw NotCanonical(number: String(text.prefix(40)))
        }
      } else {
        guard let value = Double(text), value.isFinite else {
          throw NotCanonical(number: String(text.prefix(40)))
        }
      }
    case .array(let elements): for element in elements { try element.checkNumbers() }
    case .object(let members): for member in members { try member.value.checkNumbers() }
    }
  }
}
