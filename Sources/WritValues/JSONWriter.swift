extension JSONValue {
  /// RFC 8785: no spaces, members by UTF-16 code units, minimal escapes, numbers in ECMAScript's
  /// form; whole numbers and decimals without an exponent keep all their digits.
  public var canonical: [UInt8] {
    var writer = JSONWriter(isCanonical: true)
    writer.write(self)
    return writer.bytes
  }

  /// On one line, members in their order.
  public var compact: String {
    var writer = JSONWriter()
    writer.write(self)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// A line for each element, members in their order; no line end after the last.
  public func pretty(indent: Int = 2) -> String {
    var writer = JSONWriter(indent: max(indent, 0))
    writer.write(self)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}

struct JSONWriter {
  var isCanonical = false
  /// Numbers with a fraction as the double they name, exactly as RFC 8785 has it.
  var roundsToDoubles = false
  /// Spaces a level; nil writes one line.
  var indent: Int?
  var bytes: [UInt8] = []

  mutating func write(_ value: JSONValue, depth: Int = 0) {
    switch value {
    case .null: append("null")
    case .bool(let value): append(value ? "true" : "false")
    case .number(let text): append(isCanonical ? CanonicalNumber.text(text, roundsToDoubles) : text)
    case .string(let text): append(quoted: text)
    case .array(let elements):
      bytes.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        separate(index, depth + 1)
        write(element, depth: depth + 1)
      }
      close(UInt8(ascii: "]"), isEmpty: elements.isEmpty, depth)
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for (index, member) in ordered(members).enumerated() {
        separate(index, depth + 1)
        append(quoted: member.name)
        bytes.append(UInt8(ascii: ":"))
        if indent != nil { bytes.append(UInt8(ascii: " ")) }
        write(member.value, depth: depth + 1)
      }
      close(UInt8(ascii: "}"), isEmpty: members.isEmpty, depth)
    }
  }

  private func ordered(_ members: [JSONValue.Member]) -> [JSONValue.Member] {
    guard isCanonical else { return members }
    return members.sorted { $0.name.string.utf16.lexicographicallyPrecedes($1.name.string.utf16) }
  }

  private mutating func separate(_ index: Int, _ depth: Int) {
    if index > 0 { bytes.append(UInt8(ascii: ",")) }
    breakLine(depth)
  }

  private mutating func close(_ bracket: UInt8, isEmpty: Bool, _ depth: Int) {
    if !isEmpty { breakLine(depth) }
    bytes.append(bracket)
  }

  private mutating func breakLine(_ depth: Int) {
    guard let indent else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent * depth))
  }

  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func append(quoted text: Text) { bytes.append(quoted: text.string) }
}

/// A JSON number in ECMAScript's form.
private enum CanonicalNumber {
  static func text(_ number: String, _ roundsToDoubles: Bool) -> String {
    var copy = number
    guard let shape = copy.withUTF8({ NumberShape($0) }) else { return number }
    if shape.hasExponent || (roundsToDoubles && !shape.fraction.isEmpty) { return double(number) }
    let digits = Array(number.utf8)
    let fraction = digits[shape.fraction]
    let kept = fraction.prefix(
      (fraction.lastIndex { $0 != 0x30 } ?? fraction.startIndex - 1)
        - fraction.startIndex + 1)
    let whole = digits[shape.whole]
    if kept.isEmpty { return whole == [0x30] ? "0" : sign(shape) + string(whole) }
    // Below a millionth ECMAScript turns to exponents.
    if whole == [0x30], kept.prefix(while: { $0 == 0x30 }).count >= 6 { return double(number) }
    return sign(shape) + string(whole) + "." + string(kept)
  }

  private static func sign(_ shape: NumberShape) -> String { shape.isNegative ? "-" : "" }

  private static func string(_ digits: ArraySlice<UInt8>) -> String {
    String(decoding: digits, as: UTF8.self)
  }

  /// The shortest digits that name the same double, laid out as ECMAScript does.
  private static func double(_ number: String) -> String {
    guard let value = Double(number), value.isFinite else { return number }
    if value == 0 { return "0" }
    // Swift prints the same shortest digits, in another layout.
    let shortest = value.magnitude.description
    var copy = shortest
    guard let shape = copy.withUTF8({ NumberShape($0) }) else { return shortest }
    let bytes = Array(shortest.utf8)
    var digits = Array(bytes[shape.whole] + bytes[shape.fraction])
    var point = shape.whole.count + shape.exponent
    let zeros = digits.prefix { $0 == 0x30 }.count
    digits.removeFirst(zeros)
    point -= zeros
    while digits.last == 0x30 { digits.removeLast() }
    let minus = value < 0 ? "-" : ""
    if point >= digits.count, point <= 21 {
      return minus + string(digits[...]) + String(repeating: "0", count: point - digits.count)
    }
    if point > 0, point <= 21 {
      return minus + string(digits[..<point]) + "." + string(digits[point...])
    }
    if point > -6, point <= 0 {
      return minus + "0." + String(repeating: "0", count: -point) + string(digits[...])
    }
    let tail = digits.count > 1 ? "." + string(digits[1...]) : ""
    let exponent = point - 1
    return minus + string(digits[..<1]) + tail + (exponent < 0 ? "e-" : "e+")
      + String(exponent.magnitude)
  }
}
