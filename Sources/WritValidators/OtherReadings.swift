/// What a number or a token may be other than personal data.
enum OtherReadings {
  static let all: [String: Validator] = [
    "epoch": Validator(reading: .raw, lengths: 10...19, rule: isEpoch),
    "date_number": Validator(reading: .raw, lengths: 8...17, rule: isDateNumber),
    "isbn10": Validator(reading: .compact, lengths: 10...10, rule: isISBN10),
    "isbn13": Validator(reading: .digits, lengths: 13...13) { bytes in
      isTradeItem(bytes) && (bytes.number(0, 3) == 978 || bytes.number(0, 3) == 979)
    },
    "ean13": Validator(reading: .digits, lengths: 13...13, rule: isTradeItem),
    "ean8": Validator(reading: .digits, lengths: 8...8, rule: isTradeItem),
    "upc": Validator(reading: .digits, lengths: 12...12, rule: isTradeItem),
    "version": Validator(reading: .raw, lengths: 3...40, rule: isVersion),
    "uuid": Validator(reading: .raw, lengths: 36...36, rule: isUUID),
    "digest": Validator(reading: .raw, lengths: 32...128, rule: isDigest),
    "uniform": Validator(reading: .compact, lengths: 1...128) { $0.isUniform },
  ]

  /// GS1 check digit: weights 3 and 1 from the right.
  static func isTradeItem(_ bytes: Bytes) -> Bool {
    var sum = 0
    var weight = 1
    var index = bytes.count
    while index > 0 {
      index &-= 1
      sum &+= bytes.value(index) &* weight
      weight = 4 &- weight
    }
    return sum % 10 == 0
  }

  /// Seconds, milliseconds, microseconds or nanoseconds of 2001-09-09 to 2035-12-31.
  private static func isEpoch(_ bytes: Bytes) -> Bool {
    // Nobody writes them in groups: `1237 010180` is none.
    guard bytes.hasOnlyDigits,
      bytes.count == 10 || bytes.count == 13 || bytes.count == 16 || bytes.count == 19
    else { return false }
    return (1_000_000_000...2_082_758_399).contains(bytes.number(0, 10))
  }

  /// YYYYMMDD, with a time of day behind it or without, of 1900 to 2099.
  private static func isDateNumber(_ bytes: Bytes) -> Bool {
    guard bytes.hasOnlyDigits,
      bytes.count == 8 || bytes.count == 10 || bytes.count == 12 || bytes.count == 14
        || bytes.count == 17
    else { return false }
    let year = bytes.number(0, 4)
    guard year >= 1900, year <= 2099,
      CalendarDay.isValid(year, bytes.number(4, 2), bytes.number(6, 2))
    else { return false }
    if bytes.count >= 10, bytes.number(8, 2) > 23 { return false }
    if bytes.count >= 12, bytes.number(10, 2) > 59 { return false }
    return bytes.count < 14 || bytes.number(12, 2) <= 60
  }

  private static func isISBN10(_ bytes: Bytes) -> Bool {
    guard bytes.areDigits(0..<9), bytes.isDigit(9) || bytes[9] == UInt8(ascii: "X") else {
      return false
    }
    let last = bytes.isDigit(9) ? bytes.value(9) : 10
    return (CheckSums.weighted(bytes, "A98765432") + last) % 11 == 0
  }

  /// Two to five numbers with dots between them, a `v` before and a word such as `-rc1` after.
  private static func isVersion(_ bytes: Bytes) -> Bool {
    var index = bytes[0] | 0x20 == UInt8(ascii: "v") ? 1 : 0
    var parts = 0
    while index < bytes.count, bytes.isDigit(index), parts < 5 {
      while index < bytes.count, bytes.isDigit(index) { index += 1 }
      parts += 1
      guard index < bytes.count, bytes[index] == UInt8(ascii: ".") else { break }
      index += 1
    }
    guard parts >= 2 else { return false }
    return index == bytes.count || bytes[index] == UInt8(ascii: "-")
      || bytes[index] == UInt8(ascii: "+")
  }

  private static func isUUID(_ bytes: Bytes) -> Bool {
    for index in 0..<36 {
      let isHyphen = index == 8 || index == 13 || index == 18 || index == 23
      guard isHyphen ? bytes[index] == UInt8(ascii: "-") : bytes[index].isHexadecimal else {
        return false
      }
    }
    return true
  }

  /// Hexadecimal of the length of MD5, SHA-1, SHA-224, SHA-256, SHA-384 or SHA-512.
  private static func isDigest(_ bytes: Bytes) -> Bool {
    switch bytes.count {
    case 32, 40, 56, 64, 96, 128: break
    default: return false
    }
    for byte in bytes where !byte.isHexadecimal { return false }
    return true
  }
}
