extension IPAddress {
  /// Strict: four decimal parts without leading zeros, or the text forms of RFC 4291; no zone id.
  public init?(parsing text: String) {
    var copy = text
    guard let address = copy.withUTF8({ Self.parse($0) }) else { return nil }
    self = address
  }

  public init?(parsing text: some StringProtocol) { self.init(parsing: String(text)) }

  /// The same from bytes, without allocating.
  public static func parse(_ utf8: UnsafeBufferPointer<UInt8>) -> IPAddress? {
    AddressReader.read(utf8).map { IPAddress(isV6: $0.isV6, bits: $0.bits) }
  }
}

/// Reads an address as it is written: an IPv4 address within IPv6 stays IPv6.
enum AddressReader {
  static func read(_ utf8: UnsafeBufferPointer<UInt8>) -> (isV6: Bool, bits: UInt128)? {
    if let bits = readV4(utf8, from: 0) { return (false, UInt128(bits)) }
    return readV6(utf8).map { (true, $0) }
  }

  private static func readV4(_ utf8: UnsafeBufferPointer<UInt8>, from start: Int) -> UInt32? {
    var position = start
    var bits: UInt32 = 0
    for part in 0..<4 {
      if part > 0 {
        guard position < utf8.count, utf8[position] == UInt8(ascii: ".") else { return nil }
        position += 1
      }
      let first = position
      var value: UInt32 = 0
      while position < utf8.count, position - first < 3 {
        let digit = utf8[position] &- UInt8(ascii: "0")
        if digit > 9 { break }
        value = value * 10 + UInt32(digit)
        position += 1
      }
      let hasLeadingZero = position - first > 1 && utf8[first] == UInt8(ascii: "0")
      if position == first || hasLeadingZero || value > 255 { return nil }
      bits = bits << 8 | value
    }
    return position == utf8.count ? bits : nil
  }

  private static func readV6(_ utf8: UnsafeBufferPointer<UInt8>) -> UInt128? {
    let colon = UInt8(ascii: ":")
    var bits: UInt128 = 0
    var count = 0
    /// How many groups stand before `::`.
    var gap: Int?
    var position = 0
    if utf8.count >= 2, utf8[0] == colon, utf8[1] == colon {
      gap = 0
      position = 2
    }
    while position < utf8.count {
      let start = position
      var group: UInt128 = 0
      while position < utf8.count, position - start < 4, let digit = hexDigit(utf8[position]) {
        group = group << 4 | UInt128(digit)
        position += 1
      }
      if position < utf8.count, utf8[position] == UInt8(ascii: ".") {
        guard count <= 6, let tail = readV4(utf8, from: start) else { return nil }
        bits = bits << 32 | UInt128(tail)
        count += 2
        break
      }
      guard position > start, count < 8 else { return nil }
      bits = bits << 16 | group
      count += 1
      if position == utf8.count { break }
      guard utf8[position] == colon, position + 1 < utf8.count else { return nil }
      position += 1
      if utf8[position] == colon {
        if gap != nil { return nil }
        gap = count
        position += 1
      }
    }
    guard let gap else { return count == 8 ? bits : nil }
    guard count < 8 else { return nil }
    let tailWidth = (count - gap) * 16
    let tail = bits & ((1 << UInt128(tailWidth)) - 1)
    return (bits >> tailWidth) << ((8 - gap) * 16) | tail
  }

  private static func hexDigit(_ byte: UInt8) -> UInt8? {
    let decimal = byte &- UInt8(ascii: "0")
    if decimal < 10 { return decimal }
    let letter = (byte | 0x20) &- UInt8(ascii: "a")
    return letter < 6 ? letter + 10 : nil
  }
}
