/// Reads amounts with units, as in `2h30m` and `10MiB`.
struct UnitScanner {
  struct Part {
    var amount: UInt64
    /// Of one unit; nil when no fraction was written.
    var millionths: UInt64?
    var unit: Substring
  }

  var isNegative = false
  var parts: [Part] = []

  /// Nil when the text isn't one or more amounts, each with a unit, under one sign; or one
  /// overflows.
  init?(_ text: String) {
    var rest = text[...]
    if rest.utf8.first == UInt8(ascii: "-") {
      isNegative = true
      rest = rest.dropFirst()
    }
    while !rest.isEmpty {
      guard let part = Self.part(&rest) else { return nil }
      parts.append(part)
    }
    if parts.isEmpty { return nil }
  }

  private static func part(_ rest: inout Substring) -> Part? {
    let whole = rest.prefix { "0"..."9" ~= $0 }
    guard let amount = UInt64(whole) else { return nil }
    rest = rest[whole.endIndex...]
    var millionths: UInt64?
    if rest.utf8.first == UInt8(ascii: ".") {
      let digits = rest.dropFirst().prefix { "0"..."9" ~= $0 }
      guard 1...6 ~= digits.utf8.count, let fraction = UInt64(digits) else { return nil }
      millionths = (digits.utf8.count..<6).reduce(fraction) { value, _ in value * 10 }
      rest = rest[digits.endIndex...]
    }
    let unit = rest.prefix { "a"..."z" ~= $0 || "A"..."Z" ~= $0 }
    rest = rest[unit.endIndex...]
    return unit.isEmpty ? nil : Part(amount: amount, millionths: millionths, unit: unit)
  }

  /// A magnitude under the sign; nil when it doesn't fit.
  func signed(_ magnitude: UInt64) -> Int64? {
    isNegative
      ? Int64(exactly: 0 - Int128(magnitude))
      : Int64(exactly: magnitude)
  }
}
