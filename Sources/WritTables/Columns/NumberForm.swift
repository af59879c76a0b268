import WritValues

/// The types whose values are held as plain 64-bit numbers.
package enum NumberForm: Sendable {
  /// Microseconds since the epoch.
  case time
  case int
  /// Microseconds.
  case duration
  case months
  case bytes
  /// Millionths.
  case decimal

  init?(_ shape: Shape) {
    switch shape {
    case .time: self = .time
    case .int: self = .int
    case .duration: self = .duration
    case .months: self = .months
    case .bytes: self = .bytes
    case .decimal: self = .decimal
    default: return nil
    }
  }

  func datum(_ number: Int64) -> Datum {
    switch self {
    case .time: .known(.time(Timestamp(microseconds: number)))
    case .int: .known(.int(number))
    case .duration: .known(.duration(number))
    case .months: .known(.months(number))
    case .bytes: .known(.bytes(number))
    case .decimal: .known(.decimal(Decimal(millionths: number)))
    }
  }

  /// Nil when the datum is no value of this type.
  func number(_ datum: Datum) -> Int64? {
    switch (self, datum) {
    case (.time, .known(.time(let time))): time.microseconds
    case (.int, .known(.int(let number))), (.duration, .known(.duration(let number))),
      (.months, .known(.months(let number))), (.bytes, .known(.bytes(let number))):
      number
    case (.decimal, .known(.decimal(let decimal))): decimal.millionths
    default: nil
    }
  }

  /// Straight from a token of the line; nil leaves it to the field's shape.
  @inline(__always)
  func number(_ token: UnsafeBufferPointer<UInt8>, zone: Zone?) -> Int64? {
    switch self {
    case .time:
      guard token.count > 2, token[0] == ASCII.quote else { return nil }
      let text = UnsafeBufferPointer(rebasing: token[1..<(token.count &- 1)])
      return Timestamp.parse(text, zone: zone)?.microseconds
    case .int, .bytes: return Self.isNumber(token) ? WholeNumber.parse(token) : nil
    case .decimal: return Self.isNumber(token) ? Decimal.parse(token)?.millionths : nil
    case .duration, .months: return nil
    }
  }

  /// What a template took is a number when it begins like one.
  @inline(__always)
  private static func isNumber(_ token: UnsafeBufferPointer<UInt8>) -> Bool {
    token.first.map { $0 == ASCII.minus || ASCII.isDigit($0) } ?? false
  }
}
