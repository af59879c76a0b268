import WritModel

/// United Kingdom and Ireland.
enum BritishNumbers {
  static let entries: [ValidatorEntry] = [
    ValidatorEntry(
      "uk_nhs", .digits, 10...10, "Weights 10 to 2 and a check digit by modulo 11; never ten.",
      source: "NHS Data Dictionary, NHS number", check: .lastDigit
    ) { bytes in
      CheckSums.complement(CheckSums.weighted(bytes, "A98765432"), 11) == bytes.value(9)
        && !bytes.isUniform
    },
    ValidatorEntry(
      "uk_nino", .compact, 8...9, "Two letters that are given out, six digits, A to D or nothing.",
      source: "HM Revenue & Customs, NIM39110"
    ) { bytes in
      guard bytes.areUpper(0..<2), bytes.areDigits(2..<8),
        bytes.count == 8 || ("ABCD" as StaticString).has(bytes[8])
      else { return false }
      let never: StaticString = "DFIQUV"
      return !never.has(bytes[0]) && !never.has(bytes[1]) && bytes[1] != UInt8(ascii: "O")
        && !("BGGBKNNKNTTNZZ" as StaticString).hasPair(bytes[0], bytes[1])
    },
    ValidatorEntry(
      "uk_utr", .digits, 10...10, "The first digit is the check of the other nine by modulo 11.",
      source: "HM Revenue & Customs, Unique Taxpayer Reference", check: .digits(at: 0)
    ) { bytes in
      let rest = CheckSums.weighted(bytes, "6789A5432", from: 1) % 11
      return ("21987654321" as StaticString).has(bytes[0], at: rest)
    },
    ValidatorEntry(
      "uk_vat", .digits, 9...12, "Weights 8 to 2; with the last two a multiple of 97, or 55 more.",
      source: "HM Revenue & Customs, VATREC", check: .digits(at: 7, 8)
    ) { bytes in
      guard bytes.count == 9 || bytes.count == 12 else { return false }
      let sum = CheckSums.weighted(bytes, "8765432") + bytes.number(7, 2)
      return (sum % 97 == 0 || (sum + 55) % 97 == 0) && bytes.number(0, 7) > 0
    },
    ValidatorEntry(
      "uk_postcode", .compact, 5...7, "An area that exists, a district, and digit, letter, letter.",
      source: "Royal Mail, Postcode Address File; BS 7666", rule: isPostcode),
    ValidatorEntry(
      "uk_driving_licence", .compact, 16...16,
      "Surname filled with 9, decade, month (+50 for women), day, year, initials, three more.",
      source: "Driver and Vehicle Licensing Agency, driver number", rule: isDriverNumber),
    ValidatorEntry(
      "ie_pps", .compact, 8...9, "Weights 8 to 2, nine for a second letter, modulo 23.",
      source: "Department of Social Protection, Personal Public Service Number",
      check: CheckCharacters(places: [7], alphabet: Array("ABCDEFGHIJKLMNOPQRSTUVW".utf8)),
      rule: isPublicServiceNumber),
  ]

  static func isPublicServiceNumber(_ bytes: Bytes) -> Bool {
    guard bytes.areDigits(0..<7), bytes.isUpper(7) else { return false }
    var sum = CheckSums.weighted(bytes, "8765432")
    if bytes.count == 9 {
      guard bytes.isUpper(8), bytes[8] <= UInt8(ascii: "I") || bytes[8] >= UInt8(ascii: "T") else {
        return false
      }
      // W is a second letter without a value, as it was before 2013.
      sum &+= bytes[8] == UInt8(ascii: "W") ? 0 : Int(bytes[8] &- 0x40) &* 9
    }
    let rest = sum % 23
    return bytes[7] == (rest == 0 ? UInt8(ascii: "W") : 0x40 &+ UInt8(truncatingIfNeeded: rest))
  }

  private static let areas: StaticString = """
    ABALBABBBDBHBLBNBRBSBTCACBCFCHCMCOCRCTCVCWDADDDEDGDHDLDNDTDYECEHENEXFKFYGLGUGYHAHDHGHPHRHSHUHX\
    IGIMIPIVJEKAKTKWKYLALDLELLLNLSLULEMEMKMLNENGNNNPNRNWOLOXPAPEPHPLPOPRRGRHRMSASESGSKSLSMSNSOSPSRSS\
    STSWSYTATDTFTNTQTRTSTWUBWAWCWDWFWNWRWSWVYOZEBXGX
    """
  private static let shortAreas: StaticString = "BEGLMNSW"

  private static func isPostcode(_ bytes: Bytes) -> Bool {
    let inward = bytes.count - 3
    guard bytes.isDigit(inward), bytes.isUpper(inward + 1), bytes.isUpper(inward + 2) else {
      return false
    }
    let never: StaticString = "CIKMOV"
    guard !never.has(bytes[inward + 1]), !never.has(bytes[inward + 2]) else { return false }
    let letters = bytes.isUpper(1) ? 2 : 1
    guard letters == 2 ? areas.hasPair(bytes[0], bytes[1]) : shortAreas.has(bytes[0]) else {
      // GIR 0AA, once the Girobank's.
      return bytes.count == 6 && bytes.hasPrefix("GIR0AA")
    }
    let district = inward - letters
    return bytes.isDigit(letters) && (district == 1 || district == 2)
  }

  private static func isDriverNumber(_ bytes: Bytes) -> Bool {
    var filled = false
    for index in 0..<5 {
      if bytes[index] == UInt8(ascii: "9") {
        guard index > 0 else { return false }
        filled = true
      } else if filled || !bytes.isUpper(index) {
        return false
      }
    }
    guard bytes.areDigits(5..<11) else { return false }
    var month = bytes.number(6, 2)
    if month > 50 { month -= 50 }
    let year = bytes.value(5) * 10 + bytes.value(10)
    guard CalendarDay.isValid(shortYear: year, month, bytes.number(8, 2)) else { return false }
    for index in 11..<13 where !bytes.isUpper(index) && bytes[index] != UInt8(ascii: "9") {
      return false
    }
    return bytes.isUpper(14) && bytes.isUpper(15)
  }
}
