import WritModel

/// Spain, Portugal, Italy, Greece, Cyprus, Malta and Turkey.
enum SouthernEuropeanNumbers {
  static let entries: [ValidatorEntry] = [
    ValidatorEntry(
      "es_nif", .compact, 9...9, "Eight digits and the letter of their remainder by 23.",
      source: "Real Decreto 1553/2005", check: .lastLetter
    ) { bytes in bytes.areDigits(0..<8) && hasLetter(bytes, bytes.number(0, 8)) },
    ValidatorEntry(
      "es_nie", .compact, 9...9, "X, Y or Z, seven digits, and the letter of the remainder by 23.",
      source: "Real Decreto 557/2011", check: .lastLetter
    ) { bytes in
      let first = Int(bytes[0]) - 0x58
      return (0...2).contains(first) && bytes.areDigits(1..<8)
        && hasLetter(bytes, first * 10_000_000 + bytes.number(1, 7))
    },
    ValidatorEntry(
      "es_cif", .compact, 9...9,
      "A letter of the kind of company, seven digits, a digit or letter.",
      source: "Orden EHA/451/2008", check: .lastCharacter, rule: isCompany),
    ValidatorEntry(
      "es_ss", .digits, 12...12, "Province, serial, and their remainder by 97.",
      source: "Tesorería General de la Seguridad Social", check: .lastTwoDigits
    ) { bytes in
      let province = bytes.number(0, 2)
      let serial = bytes.number(2, 8)
      guard (1...53).contains(province) || province == 66 else { return false }
      let number =
        serial < 10_000_000 ? province * 10_000_000 + serial : province * 100_000_000 + serial
      return number % 97 == bytes.number(10, 2)
    },
    ValidatorEntry(
      "pt_nif", .digits, 9...9, "Weights 9 to 2 and a check digit by modulo 11, ten being 0.",
      source: "Decreto-Lei 14/2013", check: .lastDigit, rule: isPortuguese),
    ValidatorEntry(
      "pt_cc", .compact, 12...12, "Eight digits, a check, two letters or digits, Luhn in base 36.",
      source: "Agência para a Modernização Administrativa, Cartão de Cidadão", check: .lastDigit
    ) { bytes in
      bytes.areDigits(0..<9) && bytes.isDigit(11) && !bytes.hasOnlyDigits
        && CheckSums.luhnOfLetters(bytes) % 10 == 0
    },
    ValidatorEntry(
      "it_codice_fiscale", .compact, 16...16,
      "Six letters, date and place of birth with homocodes, and the check letter.",
      source: "Decreto ministeriale 23/12/1976",
      check: .lastLetter, rule: isFiscalCode),
    ValidatorEntry(
      "it_partita_iva", .digits, 11...11, "Luhn, with an office that exists.",
      source: "DPR 633/1972", check: .lastDigit
    ) { bytes in
      let office = bytes.number(7, 3)
      return CheckSums.isLuhn(bytes) && bytes.number(0, 7) > 0
        && ((1...100).contains(office) || office == 120 || office == 121 || office == 888
          || office == 999)
    },
    ValidatorEntry(
      "gr_afm", .digits, 9...9, "Powers of two as weights, modulo 11, ten being 0.",
      source: "AADE, arithmos forologikou mitroou", check: .lastDigit, rule: isGreek),
    ValidatorEntry(
      "gr_amka", .digits, 11...11, "A date of birth and Luhn.",
      source: "IDIKA, AMKA", check: .lastDigit
    ) { bytes in bytes.isDayShortYear(0) && CheckSums.isLuhn(bytes) },
    ValidatorEntry(
      "cy_tin", .compact, 9...9, "Eight digits and a letter by modulo 26.",
      source: "Tax Department of Cyprus",
      check: .lastLetter, rule: isCypriot),
    ValidatorEntry(
      "tr_tckn", .digits, 11...11, "Not beginning with 0, two check digits by modulo ten.",
      source: "Nüfus ve Vatandaşlık İşleri, T.C. Kimlik No", check: .lastTwoDigits
    ) { bytes in
      guard bytes.value(0) != 0 else { return false }
      var odd = 0
      var even = 0
      for index in 0..<9 {
        if index & 1 == 0 { odd += bytes.value(index) } else { even += bytes.value(index) }
      }
      let first = ((odd * 7 - even) % 10 + 10) % 10
      return bytes.value(9) == first && bytes.value(10) == (odd + even + first) % 10
    },
  ]

  private static let letters: StaticString = "TRWAGMYFPDXBNJZSQVHLCKE"

  private static func hasLetter(_ bytes: Bytes, _ number: Int) -> Bool {
    number > 0 && letters.has(bytes[8], at: number % 23)
  }

  static func isSpanish(_ bytes: Bytes) -> Bool {
    guard !bytes.isDigit(0) else {
      return bytes.areDigits(0..<8) && hasLetter(bytes, bytes.number(0, 8))
    }
    let first = Int(bytes[0]) - 0x58
    guard bytes.areDigits(1..<8) else { return false }
    if (0...2).contains(first) {
      return hasLetter(bytes, first * 10_000_000 + bytes.number(1, 7))
    }
    // K, L and M: persons without a DNI.
    return isCompany(bytes)
      || ("KLM" as StaticString).has(bytes[0]) && hasLetter(bytes, bytes.number(1, 7))
  }

  private static func isCompany(_ bytes: Bytes) -> Bool {
    guard ("ABCDEFGHJKNPQRSUVW" as StaticString).has(bytes[0]), bytes.areDigits(1..<8) else {
      return false
    }
    var sum = 0
    for index in 1..<8 {
      let value = bytes.value(index)
      let doubled = value &* 2
      sum &+= index & 1 == 0 ? value : doubled / 10 &+ doubled % 10
    }
    let check = CheckSums.complement(sum, 10)
    let isDigit = bytes.isDigit(8) && bytes.value(8) == check
    let isLetter = ("JABCDEFGHI" as StaticString).has(bytes[8], at: check)
    if ("ABEH" as StaticString).has(bytes[0]) { return isDigit }
    return ("KPQSNWR" as StaticString).has(bytes[0]) ? isLetter : isDigit || isLetter
  }

  static func isPortuguese(_ bytes: Bytes) -> Bool {
    let first = bytes.value(0)
    guard first != 0, first != 4 || bytes.value(1) == 5 else { return false }
    let check = CheckSums.complement(CheckSums.weighted(bytes, "98765432"), 11)
    return (check == 10 ? 0 : check) == bytes.value(8) && !bytes.isUniform
  }

  static func isGreek(_ bytes: Bytes) -> Bool {
    var sum = 0
    for index in 0..<8 { sum = (sum &+ bytes.value(index)) &* 2 }
    return sum % 11 % 10 == bytes.value(8) && bytes.number(0, 9) > 0
  }

  static func isCypriot(_ bytes: Bytes) -> Bool {
    guard bytes.areDigits(0..<8), bytes.isUpper(8), bytes.number(0, 2) != 12 else { return false }
    // The values of digits at odd places: 1, 0, 5, 7, 9, 13, 15, 17, 19, 21.
    let odd: StaticString = "10579DFHJL"
    var sum = 0
    for index in 0..<8 {
      let value = bytes.value(index)
      sum &+= index & 1 == 0 ? odd.utf8Start[value].base36 : value
    }
    return Int(bytes[8]) == 0x41 &+ sum % 26
  }

  // The values of characters at odd places of a codice fiscale, for A to Z; digits have those of
  // A to J.
  private static let oddTable: [Int] = [
    1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
  ]

  /// The digit at a place, where a letter may stand for it (omocodia); -1 for another letter.
  private static func digit(_ bytes: Bytes, _ index: Int) -> Int {
    if bytes.isDigit(index) { return bytes.value(index) }
    let homocodes: StaticString = "LMNPQRSTUV"
    for value in 0..<10 where homocodes.utf8Start[value] == bytes[index] { return value }
    return -1
  }

  private static func isFiscalCode(_ bytes: Bytes) -> Bool {
    guard bytes.areUpper(0..<6), bytes.isUpper(8), bytes.isUpper(11), bytes.isUpper(15) else {
      return false
    }
    let year = (digit(bytes, 6), digit(bytes, 7))
    let day = (digit(bytes, 9), digit(bytes, 10))
    guard year.0 >= 0, year.1 >= 0, day.0 >= 0, day.1 >= 0, digit(bytes, 12) >= 0,
      digit(bytes, 13) >= 0, digit(bytes, 14) >= 0
    else { return false }
    let months: StaticString = "ABCDEHLMPRST"
    var month = 0
    for index in 0..<12 where months.utf8Start[index] == bytes[8] { month = index + 1 }
    var date = day.0 * 10 + day.1
    if date > 40 { date -= 40 }
    guard CalendarDay.isValid(shortYear: year.0 * 10 + year.1, month, date) else { return false }
    let table = oddTable
    var sum = 0
    for index in 0..<15 {
      let byte = bytes[index]
      let value = byte.isASCIIDigit ? Int(byte &- 0x30) : Int(byte &- 0x41)
      sum &+= index & 1 == 0 ? table[value] : value
    }
    return Int(bytes[15]) == 0x41 &+ sum % 26
  }
}
