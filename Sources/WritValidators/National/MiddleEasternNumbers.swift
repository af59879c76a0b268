import WritModel

/// The Middle East and Africa.
enum MiddleEasternNumbers {
  static let entries: [ValidatorEntry] = [
    ValidatorEntry(
      "il_id", .digits, 8...9, "Nine digits, the first perhaps left out, with Luhn.",
      source: "Population and Immigration Authority, mispar zehut", check: .lastDigit
    ) { bytes in CheckSums.isLuhn(bytes) && !bytes.isUniform && bytes.number(0, 5) > 0 },
    ValidatorEntry(
      "za_id", .digits, 13...13, "A date, a serial, citizenship 0, 1 or 2, Luhn.",
      source: "Identification Act 68 of 1997", check: .lastDigit
    ) { bytes in bytes.isShortYearDay(0) && bytes.value(10) <= 2 && CheckSums.isLuhn(bytes) },
    ValidatorEntry(
      "eg_nid", .digits, 14...14, "A century of 2 or 3, a date, a governorate.",
      source: "Civil Status Law 143 of 1994"
    ) { bytes in
      let governorate = bytes.number(7, 2)
      return (bytes.value(0) == 2 || bytes.value(0) == 3) && bytes.isShortYearDay(1)
        && ((1...4).contains(governorate) || (11...19).contains(governorate)
          || (21...29).contains(governorate) || (31...35).contains(governorate)
          || governorate == 88)
    },
    ValidatorEntry(
      "sa_id", .digits, 10...10, "1 for citizens, 2 for residents, Luhn.",
      source: "National Information Center, Saudi Arabia", check: .lastDigit
    ) { bytes in (bytes.value(0) == 1 || bytes.value(0) == 2) && CheckSums.isLuhn(bytes) },
    ValidatorEntry(
      "ae_eid", .digits, 15...15, "784, a year of birth, a serial, Luhn.",
      source: "Federal Authority for Identity and Citizenship, Emirates ID", check: .lastDigit
    ) { bytes in
      bytes.hasPrefix("784") && (1900...2030).contains(bytes.number(3, 4))
        && CheckSums.isLuhn(bytes)
    },
    ValidatorEntry(
      "ng_nin", .digits, 11...11, "Eleven digits that are no telephone number and no run.",
      source: "National Identity Management Commission, NIN"
    ) { bytes in bytes.value(0) != 0 && !bytes.isUniform },
  ]
}
