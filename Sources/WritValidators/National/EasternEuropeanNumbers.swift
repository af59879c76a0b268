import WritModel

/// Central and Eastern Europe, from Poland to Russia and from Estonia to Bulgaria.
enum EasternEuropeanNumbers {
  static let entries: [ValidatorEntry] = [
    ValidatorEntry(
      "pl_pesel", .digits, 11...11, "A date with the century in the month; weights 1, 3, 7, 9.",
      source: "Ustawa z dnia 24 września 2010 r. o ewidencji ludności", check: .lastDigit
    ) { bytes in
      // Eighty is added for the 19th century, 20, 40 and 60 for the 21st to 23rd.
      CalendarDay.isValid(
        shortYear: bytes.number(0, 2), bytes.number(2, 2) % 20, bytes.number(4, 2))
        && CheckSums.weighted(bytes, "13791379131") % 10 == 0
    },
    ValidatorEntry(
      "pl_nip", .digits, 10...10, "Weights 6, 5, 7, 2, 3, 4, 5, 6, 7 modulo 11; never ten.",
      source: "Ustawa z dnia 13 października 1995 r. o ewidencji podatników", check: .lastDigit,
      rule: isPolishTax),
    ValidatorEntry(
      "pl_regon", .digits, 9...14, "Nine digits, or nine and five, each with a check digit.",
      source: "Główny Urząd Statystyczny, REGON",
      check: CheckCharacters(
        places: [-1], alphabet: CheckCharacters.digits, exceptions: [14: [8, 13]])
    ) { bytes in
      guard bytes.count == 9 || bytes.count == 14, !bytes.isUniform,
        CheckSums.weighted(bytes, "89234567") % 11 % 10 == bytes.value(8)
      else { return false }
      return bytes.count == 9
        || CheckSums.weighted(bytes, "2485097361248") % 11 % 10 == bytes.value(13)
    },
    ValidatorEntry(
      "cz_rc", .digits, 9...10,
      "A date, 50 more in the month for women; ten digits divisible by 11 from 1954 on.",
      source: "Zákon č. 133/2000 Sb.", check: .lastDigit, rule: isBirthNumber),
    ValidatorEntry(
      "cz_ico", .digits, 8...8, "Weights 8 to 2 and a check digit by modulo 11.",
      source: "Český statistický úřad, IČO", check: .lastDigit
    ) { bytes in
      (11 - CheckSums.weighted(bytes, "8765432") % 11) % 10 == bytes.value(7) && !bytes.isUniform
    },
    ValidatorEntry(
      "hu_taj", .digits, 9...9, "Weights 3 and 7 and a check digit by modulo ten.",
      source: "1996. évi XX. törvény", check: .lastDigit
    ) { bytes in
      CheckSums.weighted(bytes, "37373737") % 10 == bytes.value(8) && !bytes.isUniform
    },
    ValidatorEntry(
      "hu_tax", .digits, 10...10, "8, the day of birth counted from 1867, and weights 1 to 9.",
      source: "1996. évi XX. törvény", check: .lastDigit
    ) { bytes in
      bytes.value(0) == 8 && CheckSums.weighted(bytes, "123456789") % 11 == bytes.value(9)
    },
    ValidatorEntry(
      "ro_cnp", .digits, 13...13, "Sex and century, a date, a county, weights modulo 11.",
      source: "Legea nr. 105/1996", check: .lastDigit
    ) { bytes in
      let county = bytes.number(7, 2)
      guard bytes.value(0) != 0, bytes.isShortYearDay(1),
        (1...52).contains(county) || county == 70
      else { return false }
      let rest = CheckSums.weighted(bytes, "279146358279") % 11
      return (rest == 10 ? 1 : rest) == bytes.value(12)
    },
    ValidatorEntry(
      "ro_cui", .digits, 2...10, "Weights 7, 5, 3, 2, 1 from the right, modulo 11.",
      source: "Codul de înregistrare fiscală, OG 92/2003", check: .lastDigit, rule: isRomanianTax),
    ValidatorEntry(
      "bg_egn", .digits, 10...10, "A date with the century in the month, weights modulo 11.",
      source: "Закон за гражданската регистрация", check: .lastDigit, rule: isBulgarian),
    ValidatorEntry(
      "hr_oib", .digits, 11...11, "MOD 11,10.", source: "Zakon o osobnom identifikacijskom broju",
      check: .lastDigit
    ) { CheckSums.isMod11_10($0) && !$0.isUniform },
    ValidatorEntry(
      "si_emso", .digits, 13...13, "A date, a region of Slovenia, weights 7 to 2 modulo 11.",
      source: "Zakon o centralnem registru prebivalstva", check: .lastDigit
    ) { bytes in (50...59).contains(bytes.number(7, 2)) && isCitizenNumber(bytes) },
    ValidatorEntry(
      "rs_jmbg", .digits, 13...13, "A date, a region, weights 7 to 2 modulo 11.",
      source: "Zakon o jedinstvenom matičnom broju građana", check: .lastDigit
    ) { bytes in !(50...59).contains(bytes.number(7, 2)) && isCitizenNumber(bytes) },
    ValidatorEntry(
      "si_tax", .digits, 8...8, "Weights 8 to 2 and a check digit by modulo 11.",
      source: "Zakon o davčni službi", check: .lastDigit, rule: isSlovenianTax),
    ValidatorEntry(
      "ee_ik", .digits, 11...11, "Sex and century, a date, two rounds of weights modulo 11.",
      source: "EVS 585:2007", check: .lastDigit, rule: isBaltic),
    ValidatorEntry(
      "lt_ak", .digits, 11...11, "Sex and century, a date, two rounds of weights modulo 11.",
      source: "Gyventojų registro įstatymas", check: .lastDigit, rule: isBaltic),
    ValidatorEntry(
      "lv_pk", .digits, 11...11, "A date, the century, weights modulo 11; 32 without a date.",
      source: "Fizisko personu reģistra likums", check: .lastDigit, rule: isLatvian),
    ValidatorEntry(
      "ru_inn", .digits, 10...12, "Ten digits with one check digit or twelve with two.",
      source: "Приказ ФНС России, порядок присвоения ИНН",
      check: CheckCharacters(
        places: [-2, -1], alphabet: CheckCharacters.digits, exceptions: [10: [-1]])
    ) { bytes in
      guard bytes.count != 11, !bytes.isUniform, bytes.number(0, 2) > 0 else { return false }
      if bytes.count == 10 {
        return CheckSums.weighted(bytes, "24A359468") % 11 % 10 == bytes.value(9)
      }
      return CheckSums.weighted(bytes, "724A359468") % 11 % 10 == bytes.value(10)
        && CheckSums.weighted(bytes, "3724A359468") % 11 % 10 == bytes.value(11)
    },
    ValidatorEntry(
      "ru_snils", .digits, 11...11, "Weights 9 to 1 modulo 101, 100 being 00.",
      source: "Постановление Правления ПФР № 192п", check: .lastTwoDigits
    ) { bytes in
      // Numbers up to 001-001-998 are older than the check digits.
      bytes.number(0, 9) > 1_001_998
        && CheckSums.weighted(bytes, "987654321") % 101 % 100 == bytes.number(9, 2)
    },
    ValidatorEntry(
      "ru_ogrn", .digits, 13...15, "The last digit of the remainder by 11, or by 13 of fifteen.",
      source: "Постановление Правительства РФ № 438", check: .lastDigit
    ) { bytes in
      guard bytes.count != 14, bytes.value(0) != 0 else { return false }
      let last = bytes.count - 1
      return bytes.number(0..<last) % (last - 1) % 10 == bytes.value(last)
    },
    ValidatorEntry(
      "ua_rnokpp", .digits, 10...10, "The day of birth counted from 1899, a serial, weights.",
      source: "Державний реєстр фізичних осіб - платників податків", check: .lastDigit
    ) { bytes in
      // The first weight is -1, ten modulo 11.
      (1...50_000).contains(bytes.number(0, 5))
        && CheckSums.weighted(bytes, "A57946A57") % 11 % 10 == bytes.value(9)
    },
  ]

  static func isPolishTax(_ bytes: Bytes) -> Bool {
    CheckSums.weighted(bytes, "657234567") % 11 == bytes.value(9) && bytes.number(0, 3) > 100
  }

  static func isBirthNumber(_ bytes: Bytes) -> Bool {
    let year = bytes.number(0, 2)
    var month = bytes.number(2, 2)
    if month > 50 { month -= 50 }
    // Twenty more where a day's numbers are all given out (from 2004 on).
    if month > 20 { month -= 20 }
    guard CalendarDay.isValid(shortYear: year, month, bytes.number(4, 2)) else { return false }
    guard bytes.count == 10 else { return year < 54 && bytes.number(6, 3) > 0 }
    let rest = bytes.number(0, 9) % 11
    return bytes.number(0, 10) % 11 == 0 || rest == 10 && bytes.value(9) == 0 && year < 86
  }

  static func isRomanianTax(_ bytes: Bytes) -> Bool {
    let last = bytes.count - 1
    let weights: StaticString = "753217532"
    guard bytes.value(0) != 0 else { return false }
    var sum = 0
    for index in 0..<last {
      sum &+= bytes.value(index) &* weights.utf8Start[9 - last + index].base36
    }
    return sum &* 10 % 11 % 10 == bytes.value(last)
  }

  static func isBulgarian(_ bytes: Bytes) -> Bool {
    let month = bytes.number(2, 2)
    return month <= 52
      && CalendarDay.isValid(shortYear: bytes.number(0, 2), month % 20, bytes.number(4, 2))
      && CheckSums.weighted(bytes, "2485A9736") % 11 % 10 == bytes.value(9)
  }

  private static func isCitizenNumber(_ bytes: Bytes) -> Bool {
    // The year has three digits, without its first.
    let short = bytes.number(4, 3)
    let year = short >= 850 ? 1000 + short : 2000 + short
    return year <= 2050 && CalendarDay.isValid(year, bytes.number(2, 2), bytes.number(0, 2))
      && CheckSums.complement(CheckSums.weighted(bytes, "765432765432"), 11) == bytes.value(12)
  }

  static func isSlovenianTax(_ bytes: Bytes) -> Bool {
    let check = 11 - CheckSums.weighted(bytes, "8765432") % 11
    return bytes.value(0) != 0 && (check == 10 ? 0 : check) == bytes.value(7)
  }

  static func isBaltic(_ bytes: Bytes) -> Bool {
    (1...8).contains(bytes.value(0)) && bytes.isShortYearDay(1) && hasBalticCheck(bytes)
  }

  private static func hasBalticCheck(_ bytes: Bytes) -> Bool {
    var rest = CheckSums.weighted(bytes, "1234567891") % 11
    if rest == 10 { rest = CheckSums.weighted(bytes, "3456789123") % 11 % 10 }
    return rest == bytes.value(10)
  }

  static func isLatvian(_ bytes: Bytes) -> Bool {
    if bytes.hasPrefix("32") { return bytes.value(2) != 0 || bytes.value(3) != 0 }
    return bytes.isDayShortYear(0) && bytes.value(6) <= 2
      && (1 &+ CheckSums.weighted(bytes, "A584216379")) % 11 % 10 == bytes.value(10)
  }
}
