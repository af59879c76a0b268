import WritModel

/// Addresses of the net: e-mail, domains, IP, MAC, telephone numbers.
enum OnlineRules {
  static let entries: [ValidatorEntry] = [
    ValidatorEntry(
      "email", .raw, 6...254,
      "A local part and a domain within the lengths, no dot at an end or doubled, no file name.",
      source: "RFC 5321 section 4.5.3.1, RFC 5322 section 3.4.1", rule: DomainNames.isEmail),
    ValidatorEntry(
      "domain", .raw, 4...253, "Labels of letters, digits and hyphens under a known top level.",
      source: "RFC 1035 section 2.3.1, RFC 5890", rule: { DomainNames.isDomain($0, 0..<$0.count) }),
    ValidatorEntry(
      "ipv4", .raw, 7...15, "Four octets, without leading zeros.",
      source: "RFC 791, RFC 6943 section 3.1.1", rule: { IPAddresses.isVersion4($0, 0..<$0.count) }
    ),
    ValidatorEntry(
      "ipv6", .raw, 2...45, "Eight groups or one compression, an IPv4 tail allowed.",
      source: "RFC 4291 section 2.2", rule: IPAddresses.isVersion6),
    ValidatorEntry(
      "mac", .raw, 12...23, "Six or eight octets with one kind of separator, not all 0 or F.",
      source: "IEEE 802", rule: isHardwareAddress),
    ValidatorEntry(
      "phone", .raw, 5...40,
      "International with + or 00: a country code and as many digits as that country uses.",
      source: "ITU-T E.164", rule: TelephoneNumbers.isInternational),
    ValidatorEntry(
      "phone_nanp", .digits, 10...17,
      "Ten digits, or 1 and ten, then perhaps an extension: area and exchange begin with 2 to 9.",
      source: "North American Numbering Plan"
    ) { bytes in
      // An area never begins with 1, so that a 1 is the country.
      TelephoneNumbers.isNorthAmerican(
        Bytes(rebasing: bytes[0..<(bytes.value(0) == 1 ? min(11, bytes.count) : 10)]))
    },
  ]

  private static func isHardwareAddress(_ bytes: Bytes) -> Bool {
    var digits = 0
    var separators = 0
    var separator: UInt8 = 0
    var zeros = 0
    var ones = 0
    var run = 0
    var group = 0
    for byte in bytes {
      if byte.isHexadecimal {
        digits += 1
        run += 1
        if byte == UInt8(ascii: "0") { zeros += 1 }
        if byte | 0x20 == UInt8(ascii: "f") { ones += 1 }
        continue
      }
      if separators == 0 {
        (separator, group) = (byte, run)
      }
      guard byte == separator, run == group else { return false }
      separators += 1
      run = 0
    }
    guard digits == 12 || digits == 16, zeros < digits, ones < digits else { return false }
    if separators == 0 { return true }
    let isDotted = separator == UInt8(ascii: ".")
    return run == group && group == (isDotted ? 4 : 2)
      && (isDotted || separator == UInt8(ascii: ":") || separator == UInt8(ascii: "-"))
  }
}
