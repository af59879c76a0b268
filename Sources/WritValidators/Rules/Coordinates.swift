/// A latitude and a longitude in decimal degrees: `48.85837, 2.29448`.
enum Coordinates {
  static func isPair(_ bytes: Bytes) -> Bool {
    var index = 0
    guard let first = degrees(bytes, &index), let second = degrees(bytes, &index) else {
      return false
    }
    return first <= 90_000_000 && second <= 180_000_000 && (first != 0 || second != 0)
  }

  /// The next number without its sign, in millionths of a degree; nil when there is none or it has
  /// more than three digits before the point.
  private static func degrees(_ bytes: Bytes, _ index: inout Int) -> Int? {
    while index < bytes.count, !bytes.isDigit(index) { index += 1 }
    var value = 0
    let start = index
    while index < bytes.count, bytes.isDigit(index) {
      guard index - start < 3 else { return nil }
      value = value * 10 + bytes.value(index)
      index += 1
    }
    guard index > start else { return nil }
    value *= 1_000_000
    guard index + 1 < bytes.count, bytes[index] == UInt8(ascii: "."), bytes.isDigit(index + 1)
    else { return value }
    index += 1
    var unit = 100_000
    while index < bytes.count, bytes.isDigit(index) {
      value += bytes.value(index) * unit
      unit /= 10
      index += 1
    }
    return value
  }
}
