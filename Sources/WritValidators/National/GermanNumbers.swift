import WritModel

/// Germany, Austria, Switzerland and Liechtenstein.
enum GermanNumbers {
  static let entries: [ValidatorEntry] = [
    ValidatorEntry(
      "de_tax_id", .digits, 11...11,
      "Not beginning with 0; of the first ten one digit twice or three times; MOD 11,10.",
      source: "Bundeszentralamt für Steuern, Identifikationsnummer", check: .lastDigit
    ) { bytes in bytes.value(0) != 0 && repeatsOneDigit(bytes) && CheckSums.isMod11_10(bytes) },
    ValidatorEntry(
      "de_rvnr", .compact, 12...12,
      "Area, date of birth, initial, serial, and a check digit over weighted digit sums.",
      source: "Verordnung über die Versicherungsnummer (VKVV) § 4", check: .lastDigit,
      rule: isPensionNumber),
    ValidatorEntry(
      "de_kvnr", .compact, 10...10, "A letter and nine digits, the last being the check.",
      source: "SGB V § 290, Richtlinie Krankenversichertennummer", check: .lastDigit
    ) { bytes in
      guard bytes.isUpper(0), bytes.areDigits(1..<10) else { return false }
      return letterSum(bytes, letter: 0, weights: "1212121212") % 10 == bytes.value(9)
    },
    ValidatorEntry(
      "de_id_card", .compact, 9...10,
      "A letter of the authority, letters without vowels and digits, ICAO check digit if there.",
      source: "Personalausweisverordnung, ICAO Doc 9303", check: .digits(at: 9)
    ) { bytes in isDocument(bytes, first: "LMNPRTVWXY") },
    ValidatorEntry(
      "de_passport", .compact, 9...10,
      "C, F, G, H, J or K, consonants among digits, ICAO check digit if there.",
      source: "Passverordnung, ICAO Doc 9303", check: .digits(at: 9)
    ) { bytes in isDocument(bytes, first: "CFGHJK", leastLetters: 1) },
    ValidatorEntry(
      "at_svnr", .digits, 10...10,
      "Three digits, a check digit by modulo 11, and a date of birth.",
      source: "Dachverband der Sozialversicherungsträger, Versicherungsnummer",
      check: .digits(at: 3)
    ) { bytes in
      let month = bytes.number(6, 2)
      // Months 13 to 15 are used where a day's numbers are all given out.
      return bytes.value(0) != 0 && (1...15).contains(month)
        && (1...31).contains(bytes.number(4, 2))
        && (month > 12 || bytes.isDayShortYear(4))
        && CheckSums.weighted(bytes, "3790584216") % 11 == bytes.value(3)
    },
    ValidatorEntry(
      "ch_ahv", .digits, 13...13, "756, nine digits, and the check digit of EAN-13.",
      source: "Zentrale Ausgleichsstelle, AHV-Nummer", check: .lastDigit
    ) { bytes in bytes.hasPrefix("756") && OtherReadings.isTradeItem(bytes) },
    ValidatorEntry(
      "ch_uid", .digits, 9...9, "Weights 5, 4, 3, 2, 7, 6, 5, 4 and a check digit by modulo 11.",
      source: "Bundesamt für Statistik, Unternehmens-Identifikationsnummer", check: .lastDigit
    ) { bytes in
      CheckSums.complement(CheckSums.weighted(bytes, "54327654"), 11) == bytes.value(8)
        && bytes.value(0) != 0
    },
  ]

  /// Among the first ten digits one is there twice or three times (not three in a row), the others
  /// at most once.
  private static func repeatsOneDigit(_ bytes: Bytes) -> Bool {
    var counts: UInt64 = 0
    for index in 0..<10 { counts &+= 1 << UInt64(bytes.value(index) &* 4) }
    var twice = 0
    var thrice = 0
    for digit in 0..<10 {
      switch counts >> UInt64(digit &* 4) & 15 {
      case 0, 1: break
      case 2: twice += 1
      case 3: thrice += 1
      default: return false
      }
    }
    guard twice + thrice == 1 else { return false }
    guard thrice == 1 else { return true }
    for index in 2..<10
    where bytes[index] == bytes[index - 1] && bytes[index] == bytes[index - 2] { return false }
    return true
  }

  /// The sum of the digit sums of products, a letter counting as two digits from A = 01.
  private static func letterSum(_ bytes: Bytes, letter: Int, weights: StaticString) -> Int {
    var sum = 0
    var place = 0
    func add(_ digit: Int) {
      let product = digit &* weights.utf8Start[place].base36
      sum &+= product / 10 &+ product % 10
      place &+= 1
    }
    var index = 0
    while place < weights.utf8CodeUnitCount {
      if index == letter {
        let value = bytes.value(index) &- 9
        add(value / 10)
        add(value % 10)
      } else {
        add(bytes.value(index))
      }
      index &+= 1
    }
    return sum
  }

  private static func isPensionNumber(_ bytes: Bytes) -> Bool {
    guard bytes.areDigits(0..<8), bytes.isUpper(8), bytes.areDigits(9..<12) else { return false }
    let area = bytes.number(0, 2)
    // Fifty is added to the day where a birthday's numbers are all given out.
    let day = bytes.number(2, 2) % 50
    guard area >= 2, area <= 89,
      CalendarDay.isValid(shortYear: bytes.number(6, 2), bytes.number(4, 2), day)
    else { return false }
    return letterSum(bytes, letter: 8, weights: "212571212121") % 10 == bytes.value(11)
  }

  private static func isDocument(
    _ bytes: Bytes, first: StaticString, leastLetters: Int = 0
  ) -> Bool {
    guard first.has(bytes[0]) else { return false }
    var digits = 0
    for index in 1..<9 {
      if bytes.isDigit(index) {
        digits += 1
      } else if ("ABDEIOQSU" as StaticString).has(bytes[index]) {
        return false
      }
    }
    guard digits >= 2, digits <= 8 - leastLetters else { return false }
    guard bytes.count == 10 else { return true }
    return bytes.isDigit(9) && MachineReadableZone.checkDigit(bytes, 0..<9) == bytes.value(9)
  }
}
