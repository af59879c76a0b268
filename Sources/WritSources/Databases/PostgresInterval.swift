import WritValues

/// An interval in ISO 8601's form: `P1Y2M3DT4H5M6.7S`, any part of which may be negative.
struct PostgresInterval {
  private var months: Int64 = 0
  /// Days of 24 hours, as everywhere in Writ.
  private var microseconds: Int64 = 0

  /// Nil for another form, and beyond 64 bits.
  init?(_ text: String) {
    var rest = text.utf8[...]
    guard rest.popFirst() == UInt8(ascii: "P"), !rest.isEmpty else { return nil }
    var isTime = false
    while let first = rest.first {
      if first == UInt8(ascii: "T"), !isTime {
        isTime = true
        rest.removeFirst()
        continue
      }
      let number = rest.prefix { $0 == 0x2D || $0 == 0x2E || 0x30...0x39 ~= $0 }
      rest = rest.dropFirst(number.count)
      guard let unit = rest.popFirst(), add(String(Substring(number)), unit, isTime: isTime) else {
        return nil
      }
    }
  }

  private mutating func add(_ number: String, _ unit: UInt8, isTime: Bool) -> Bool {
    switch (unit, isTime) {
    case (UInt8(ascii: "Y"), false): Self.add(Int64(number), 12, to: &months)
    case (UInt8(ascii: "M"), false): Self.add(Int64(number), 1, to: &months)
    case (UInt8(ascii: "D"), false): Self.add(Int64(number), 86_400_000_000, to: &microseconds)
    case (UInt8(ascii: "H"), true): Self.add(Int64(number), 3_600_000_000, to: &microseconds)
    case (UInt8(ascii: "M"), true): Self.add(Int64(number), 60_000_000, to: &microseconds)
    // Seconds have up to six places, as a decimal has.
    case (UInt8(ascii: "S"), true):
      Self.add(Decimal(parsing: number)?.millionths, 1, to: &microseconds)
    default: false
    }
  }

  private static func add(_ count: Int64?, _ size: Int64, to total: inout Int64) -> Bool {
    guard let count else { return false }
    let (product, wide) = count.multipliedReportingOverflow(by: size)
    let (sum, over) = total.addingReportingOverflow(product)
    total = sum
    return !wide && !over
  }

  /// As a policy writes it; nil where months are in it, which have no length.
  var duration: String? { months == 0 ? DurationFormat.describe(microseconds) : nil }

  /// As a policy writes it; nil where anything but months is in it.
  var wholeMonths: String? { microseconds == 0 ? DurationFormat.describe(months: months) : nil }
}
