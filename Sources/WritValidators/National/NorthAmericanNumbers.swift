import WritModel

/// United States and Canada.
enum NorthAmericanNumbers {
  static let entries: [ValidatorEntry] = [
    ValidatorEntry(
      "us_ssn", .digits, 9...9,
      "Area not 000, 666 or 900 to 999, group not 00, serial not 0000, no withdrawn number.",
      source: "Social Security Administration, SSN Randomization"
    ) { bytes in
      let area = bytes.number(0, 3)
      let whole = bytes.number(0, 9)
      return area != 0 && area != 666 && area < 900 && bytes.number(3, 2) != 0
        && bytes.number(5, 4) != 0 && whole != 078_051_120 && whole != 219_099_999
        && !bytes.isUniform
    },
    ValidatorEntry(
      "us_itin", .digits, 9...9, "9xx and a group of 50 to 65, 70 to 88, 90 to 92 or 94 to 99.",
      source: "Internal Revenue Manual 3.21.263"
    ) { bytes in
      let group = bytes.number(3, 2)
      return bytes.value(0) == 9
        && ((50...65).contains(group) || (70...88).contains(group) || (90...92).contains(group)
          || group >= 94)
    },
    ValidatorEntry(
      "us_ein", .digits, 9...9, "A prefix of a campus of the Internal Revenue Service.",
      source: "Internal Revenue Service, How EINs are assigned and valid EIN prefixes"
    ) { bytes in
      let prefix = bytes.number(0, 2)
      let isUnused =
        prefix == 0 || (7...9).contains(prefix) || (17...19).contains(prefix) || prefix == 28
        || prefix == 29 || prefix == 49 || prefix == 69 || prefix == 70 || prefix == 78
        || prefix == 79 || prefix == 89 || prefix == 96 || prefix == 97
      return !isUnused && !bytes.isUniform
    },
    ValidatorEntry(
      "us_npi", .digits, 10...10, "Begins with 1 or 2; Luhn with 80840 before it.",
      source: "45 CFR 162.406", check: .lastDigit
    ) { bytes in
      // 80840 adds 24 to the sum of a ten-digit number.
      (bytes.value(0) == 1 || bytes.value(0) == 2)
        && (CheckSums.luhn(bytes, 0..<10) &+ 24) % 10 == 0
    },
    ValidatorEntry(
      "us_mbi", .compact, 11...11,
      "Eleven characters of a fixed order of digits and letters, without S, L, O, I, B and Z.",
      source: "Centers for Medicare & Medicaid Services, MBI format", rule: isMedicareNumber),
    ValidatorEntry(
      "us_dea", .compact, 9...9,
      "A registrant's letter, a letter or 9, six digits and their check digit.",
      source: "Drug Enforcement Administration, registration numbers", check: .lastDigit
    ) { bytes in
      guard ("ABCDEFGHJKLMPRSTUX" as StaticString).has(bytes[0]),
        bytes.isUpper(1) || bytes[1] == UInt8(ascii: "9"), bytes.areDigits(2..<9)
      else { return false }
      let odd = bytes.value(2) &+ bytes.value(4) &+ bytes.value(6)
      let even = bytes.value(3) &+ bytes.value(5) &+ bytes.value(7)
      return (odd &+ 2 &* even) % 10 == bytes.value(8)
    },
    ValidatorEntry(
      "ca_sin", .digits, 9...9, "Luhn; begins with 1 to 7 or 9.",
      source: "Service Canada, Social Insurance Number Code of Practice", check: .lastDigit
    ) { bytes in
      bytes.value(0) != 0 && bytes.value(0) != 8 && CheckSums.isLuhn(bytes) && !bytes.isUniform
    },
    ValidatorEntry(
      "ca_bn", .compact, 9...15, "Nine digits with Luhn, a program's two letters and four digits.",
      source: "Canada Revenue Agency, Business Number", check: .digits(at: 8)
    ) { bytes in
      guard bytes.areDigits(0..<9), CheckSums.isLuhn(bytes, 0..<9), bytes.number(0, 9) > 0 else {
        return false
      }
      return bytes.count == 9
        || bytes.count == 15 && bytes.areUpper(9..<11) && bytes.areDigits(11..<15)
    },
    ValidatorEntry(
      "ca_bc_phn", .digits, 10...10, "9, eight digits by weights modulo 11, a check digit.",
      source: "British Columbia Ministry of Health, Personal Health Number", check: .lastDigit
    ) { bytes in
      bytes.value(0) == 9
        && 11 - CheckSums.weighted(bytes, "2485A973", from: 1) % 11 == bytes.value(9)
    },
    ValidatorEntry(
      "ca_ohip", .compact, 10...12, "Ten digits with Luhn, two letters of version or none.",
      source: "Ontario Ministry of Health, health card", check: .digits(at: 9)
    ) { bytes in
      bytes.areDigits(0..<10) && bytes.areUpper(10..<bytes.count) && bytes.value(0) != 0
        && CheckSums.isLuhn(bytes, 0..<10)
    },
  ]

  /// Letters of Medicare numbers.
  private static func isLetter(_ byte: UInt8) -> Bool {
    byte.isASCIIUpper && !("SLOIBZ" as StaticString).has(byte)
  }

  private static func isMedicareNumber(_ bytes: Bytes) -> Bool {
    // c: 1–9, n: 0–9, a: a letter, m: either
    let form: StaticString = "camnamnaann"
    for index in 0..<11 {
      let byte = bytes[index]
      switch form.utf8Start[index] {
      case UInt8(ascii: "c"): guard byte.isASCIIDigit, byte != 0x30 else { return false }
      case UInt8(ascii: "n"): guard byte.isASCIIDigit else { return false }
      case UInt8(ascii: "a"): guard isLetter(byte) else { return false }
      default: guard byte.isASCIIDigit || isLetter(byte) else { return false }
      }
    }
    return true
  }
}
