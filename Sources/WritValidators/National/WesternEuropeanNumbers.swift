import WritModel

/// France, Belgium, the Netherlands and Luxembourg.
enum WesternEuropeanNumbers {
  static let entries: [ValidatorEntry] = [
    ValidatorEntry(
      "fr_nir", .compact, 15...15,
      "Sex, year, month, department (2A and 2B too), commune, serial, and 97 less the remainder.",
      source: "INSEE, Numéro d'inscription au répertoire", check: .lastTwoDigits,
      rule: isRegisterNumber),
    ValidatorEntry(
      "mod97_complement", .digits, 3...18, "The last two digits are 97 less the rest modulo 97.",
      source: "INSEE, clé de contrôle du NIR", check: .lastTwoDigits
    ) { bytes in
      97 - bytes.remainder(0..<bytes.count - 2, 97) == bytes.number(bytes.count - 2, 2)
    },
    ValidatorEntry(
      "fr_siren", .digits, 9...9, "Luhn.", source: "INSEE, répertoire SIRENE", check: .lastDigit
    ) { CheckSums.isLuhn($0) && !$0.isUniform },
    ValidatorEntry(
      "fr_siret", .digits, 14...14, "A SIREN and Luhn; for La Poste the digit sum is by five.",
      source: "INSEE, répertoire SIRENE", check: .digits(at: 8, 13)
    ) { bytes in
      guard CheckSums.isLuhn(bytes, 0..<9), bytes.number(0, 9) > 0 else { return false }
      if CheckSums.isLuhn(bytes) { return true }
      guard bytes.hasPrefix("356000000") else { return false }
      var sum = 0
      for index in 0..<14 { sum += bytes.value(index) }
      return sum % 5 == 0
    },
    ValidatorEntry(
      "nl_bsn", .digits, 8...9, "Weights 9 to 2 and -1, modulo 11.",
      source: "Rijksdienst voor Identiteitsgegevens, burgerservicenummer", check: .lastDigit
    ) { bytes in isCitizenNumber(bytes) && bytes.number(0..<bytes.count) >= 10_000_000 },
    ValidatorEntry(
      "be_nn", .digits, 11...11,
      "Date of birth, serial, 97 less the rest modulo 97, a 2 before it for births from 2000.",
      source: "Rijksregister, KB 3 april 1984", check: .lastTwoDigits, rule: isNationalNumber),
    ValidatorEntry(
      "lu_nin", .digits, 13...13, "Date of birth, serial, a Luhn and a Verhoeff digit.",
      source: "Loi du 19 juin 2013 relative à l'identification des personnes physiques",
      check: .lastTwoDigits
    ) { bytes in
      bytes.isLongYearDay(0) && CheckSums.isLuhn(bytes, 0..<12)
        && CheckSums.isVerhoeff(bytes, 0..<11, check: 12)
    },
  ]

  static func isCitizenNumber(_ bytes: Bytes) -> Bool {
    let sum =
      bytes.count == 9
      ? CheckSums.weighted(bytes, "98765432A") : CheckSums.weighted(bytes, "8765432A")
    return sum % 11 == 0 && !bytes.isUniform
  }

  private static func isRegisterNumber(_ bytes: Bytes) -> Bool {
    guard bytes.areDigits(0..<6), bytes.areDigits(7..<15) else { return false }
    let sex = bytes.value(0)
    guard (1...4).contains(sex) || sex == 7 || sex == 8 else { return false }
    let month = bytes.number(3, 2)
    // Above 12: births whose month is not known.
    guard (1...12).contains(month) || (20...42).contains(month) || month >= 50 else { return false }
    var department = bytes.value(5) * 10 + bytes.value(6)
    if !bytes.isDigit(6) {
      guard bytes.value(5) == 2 else { return false }
      // Corsica: 2A counts as 19, 2B as 18.
      switch bytes[6] {
      case UInt8(ascii: "A"): department = 19
      case UInt8(ascii: "B"): department = 18
      default: return false
      }
    }
    guard department > 0 else { return false }
    var rest = (bytes.number(0, 5) * 100 + department) % 97
    for index in 7..<13 { rest = (rest * 10 + bytes.value(index)) % 97 }
    return 97 - rest == bytes.number(13, 2)
  }

  private static func isNationalNumber(_ bytes: Bytes) -> Bool {
    // Forty or twenty is added to the month of persons not in the register (bis numbers).
    let month = bytes.number(2, 2) % 20
    guard bytes.number(2, 2) <= 52, month <= 12, bytes.number(4, 2) <= 31, bytes.number(6, 3) > 0
    else { return false }
    let check = bytes.number(9, 2)
    let number = bytes.number(0, 9)
    return 97 - number % 97 == check || 97 - (2_000_000_000 + number) % 97 == check
  }
}
