import WritModel

/// Sweden, Denmark, Norway, Finland and Iceland.
enum NordicNumbers {
  static let entries: [ValidatorEntry] = [
    ValidatorEntry(
      "se_personnummer", .digits, 10...12,
      "A date, 60 more in the day of coordination numbers, three digits, Luhn over the last ten.",
      source: "Folkbokföringslagen (1991:481) 18 §", check: .lastDigit
    ) { bytes in
      guard bytes.count != 11 else { return false }
      let start = bytes.count - 10
      if start == 2 { guard (18...20).contains(bytes.number(0, 2)) else { return false } }
      let day = bytes.number(start + 4, 2)
      return CalendarDay.isValid(
        shortYear: bytes.number(start, 2), bytes.number(start + 2, 2), day > 60 ? day - 60 : day)
        && CheckSums.isLuhn(bytes, start..<start + 10)
    },
    ValidatorEntry(
      "se_orgnr", .digits, 10...10, "A third digit of 2 or more, and Luhn.",
      source: "Lag (1974:174) om identitetsbeteckning för juridiska personer", check: .lastDigit
    ) { bytes in bytes.value(0) != 0 && bytes.value(2) >= 2 && CheckSums.isLuhn(bytes) },
    ValidatorEntry(
      "dk_cpr", .digits, 10...10,
      "A date and four digits; no check digit, since numbers without one are given out from 2007.",
      source: "CPR-kontoret, Personnummeret i CPR"
    ) { bytes in bytes.isDayShortYear(0) && bytes.number(6, 4) > 0 },
    ValidatorEntry(
      "no_fnr", .digits, 11...11,
      "A date (40 more in the day of D numbers, in the month of others), two checks modulo 11.",
      source: "Skatteetaten, Fødselsnummer", check: .lastTwoDigits
    ) { bytes in
      var day = bytes.number(0, 2)
      var month = bytes.number(2, 2)
      if day > 40 { day -= 40 }
      month %= 40
      return CalendarDay.isValid(shortYear: bytes.number(4, 2), month, day)
        && CheckSums.complement(CheckSums.weighted(bytes, "376189452"), 11) == bytes.value(9)
        && CheckSums.complement(CheckSums.weighted(bytes, "5432765432"), 11) == bytes.value(10)
    },
    ValidatorEntry(
      "fi_hetu", .raw, 11...11, "A date, the century's sign, a serial, and a character by 31.",
      source: "Digi- ja väestötietovirasto, henkilötunnus",
      check: CheckCharacters(places: [-1], alphabet: Array("0123456789ABCDEFHJKLMNPRSTUVWXY".utf8))
    ) { bytes in
      guard bytes.areDigits(0..<6), bytes.areDigits(7..<10), bytes.isDayShortYear(0),
        ("+-YXWVUABCDEF" as StaticString).has(folded(bytes[6])), bytes.number(7, 3) >= 2
      else { return false }
      let rest = (bytes.number(0, 6) * 1000 + bytes.number(7, 3)) % 31
      return ("0123456789ABCDEFHJKLMNPRSTUVWXY" as StaticString).has(folded(bytes[10]), at: rest)
    },
    ValidatorEntry(
      "is_kt", .digits, 10...10,
      "A date (40 more in the day of companies), weights modulo 11, the century at the end.",
      source: "Þjóðskrá Íslands, kennitala", check: .digits(at: 8)
    ) { bytes in
      let day = bytes.number(0, 2)
      let century = bytes.value(9)
      return (century == 9 || century == 0 || century == 8)
        && CalendarDay.isValid(
          shortYear: bytes.number(4, 2), bytes.number(2, 2), day > 40 ? day - 40 : day)
        && CheckSums.complement(CheckSums.weighted(bytes, "32765432"), 11) == bytes.value(8)
    },
    ValidatorEntry(
      "no_orgnr", .digits, 9...9, "8 or 9, weights 3, 2, 7 to 2 modulo 11.",
      source: "Enhetsregisterloven", check: .lastDigit
    ) { bytes in
      (bytes.value(0) == 8 || bytes.value(0) == 9)
        && CheckSums.complement(CheckSums.weighted(bytes, "32765432"), 11) == bytes.value(8)
    },
  ]

  private static func folded(_ byte: UInt8) -> UInt8 { byte.isASCIILower ? byte & 0xDF : byte }
}
