/// IP addresses as text.
enum IPAddresses {
  static func isVersion4(_ bytes: Bytes, _ range: Range<Int>) -> Bool {
    var octets = 0
    var value = 0
    var digits = 0
    for index in range {
      let byte = bytes[index]
      if byte == UInt8(ascii: ".") {
        guard digits > 0 else { return false }
        octets += 1
        (value, digits) = (0, 0)
        continue
      }
      guard byte.isASCIIDigit, digits == 0 || value > 0 else { return false }
      value = value * 10 + Int(byte & 15)
      digits += 1
      guard value <= 255 else { return false }
    }
    return octets == 3 && digits > 0
  }

  static func isVersion6(_ bytes: Bytes) -> Bool {
    var groups = 0
    var digits = 0
    var isCompressed = false
    var start = 0
    var index = 0
    let colon = UInt8(ascii: ":")
    if bytes[0] == colon {
      guard bytes[1] == colon else { return false }
    }
    while index < bytes.count {
      let byte = bytes[index]
      if byte.isHexadecimal {
        if digits == 0 { start = index }
        digits += 1
        guard digits <= 4 else { return false }
        index += 1
        continue
      }
      if byte == UInt8(ascii: ".") {
        guard digits > 0, isVersion4(bytes, start..<bytes.count) else { return false }
        groups += 2
        return isCompressed ? groups <= 7 : groups == 8
      }
      guard byte == colon else { return false }
      if digits > 0 { groups += 1 }
      digits = 0
      let isPair = index + 1 < bytes.count && bytes[index + 1] == colon
      if isPair {
        guard !isCompressed else { return false }
        isCompressed = true
        index += 1
      } else if index + 1 == bytes.count {
        return false
      }
      index += 1
    }
    if digits > 0 { groups += 1 }
    return isCompressed ? groups <= 7 : groups == 8
  }
}
