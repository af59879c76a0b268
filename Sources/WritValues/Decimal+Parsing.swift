extension Decimal {
  /// A number in JSON's syntax, rounded half away from zero to six places; nil beyond 18 digits.
  public init?(parsing text: String) {
    var copy = text
    guard let number = copy.withUTF8({ Self.parse($0) }) else { return nil }
    self = number
  }

  public init?(parsing text: some StringProtocol) { self.init(parsing: String(text)) }

  /// The same from bytes, without allocating.
  public static func parse(_ utf8: UnsafeBufferPointer<UInt8>) -> Decimal? {
    guard let shape = NumberShape(utf8) else { return nil }
    let total = shape.whole.count + shape.fraction.count
    func digit(_ index: Int) -> Int64 {
      if index >= total { return 0 }
      let place =
        index < shape.whole.count
        ? shape.whole.lowerBound + index : shape.fraction.lowerBound + index - shape.whole.count
      return Int64(utf8[place] &- UInt8(ascii: "0"))
    }
    var first = 0
    while first < total && digit(first) == 0 { first += 1 }
    // The digits before `kept` make the millionths.
    let kept = shape.whole.count + shape.exponent + 6
    if first == total || kept < first { return .zero }
    if kept - first > 18 { return nil }
    var value: Int64 = 0
    for index in first..<kept { value = value * 10 + digit(index) }
    if digit(kept) >= 5 { value += 1 }
    return Decimal(wideMillionths: Int128(shape.isNegative ? -value : value))
  }
}

/// The parts of a number in JSON's syntax.
struct NumberShape {
  var isNegative = false
  var whole: Range<Int>
  var fraction = 0..<0
  /// Held within a billion: what is beyond is all zeros or too large either way.
  var exponent = 0
  var hasExponent = false

  /// Nil when the bytes, all of them, are no such number.
  init?(_ utf8: UnsafeBufferPointer<UInt8>) {
    var position = 0
    func isDigit(_ index: Int) -> Bool {
      index < utf8.count && utf8[index] &- UInt8(ascii: "0") < 10
    }
    func digits(_ from: Int) -> Range<Int>? {
      var end = from
      while isDigit(end) { end += 1 }
      return end > from ? from..<end : nil
    }
    if position < utf8.count, utf8[position] == UInt8(ascii: "-") {
      isNegative = true
      position += 1
    }
    guard let whole = digits(position), whole.count == 1 || utf8[position] != UInt8(ascii: "0")
    else { return nil }
    self.whole = whole
    position = whole.upperBound
    if position < utf8.count, utf8[position] == UInt8(ascii: ".") {
      guard let fraction = digits(position + 1) else { return nil }
      self.fraction = fraction
      position = fraction.upperBound
    }
    if position < utf8.count, utf8[position] | 0x20 == UInt8(ascii: "e") {
      hasExponent = true
      position += 1
      let isBelow = position < utf8.count && utf8[position] == UInt8(ascii: "-")
      if isBelow || position < utf8.count && utf8[position] == UInt8(ascii: "+") { position += 1 }
      guard let power = digits(position) else { return nil }
      var value = 0
      for index in power where value < 1_000_000_000 {
        value = value * 10 + Int(utf8[index] &- UInt8(ascii: "0"))
      }
      value = min(value, 1_000_000_000)
      exponent = isBelow ? -value : value
      position = power.upperBound
    }
    guard position == utf8.count else { return nil }
  }
}
