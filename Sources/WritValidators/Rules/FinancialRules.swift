import WritModel

/// Cards, accounts, securities and companies of all countries.
enum FinancialRules {
  static let entries: [ValidatorEntry] = [
    ValidatorEntry(
      "card_issuer", .digits, 12...19,
      "The first digits and the length are those of a card scheme, 2221 to 2720 among them.",
      source: "ISO/IEC 7812 and the schemes' own number ranges", rule: CardRanges.has),
    ValidatorEntry(
      "iban", .compact, 15...34,
      "A country of the IBAN registry, its length, and MOD 97-10 with the first four at the end.",
      source: "ISO 13616-1:2020, SWIFT IBAN Registry", check: .digits(at: 2, 3)
    ) { bytes in
      guard bytes.areUpper(0..<2), bytes.areDigits(2..<4),
        AccountLengths.length(bytes[0], bytes[1]) == bytes.count,
        (2...98).contains(bytes.number(2, 2))
      else { return false }
      let tail = CheckSums.mod97(bytes, 4..<bytes.count)
      return CheckSums.mod97(bytes, 0..<4, from: tail) == 1
    },
    ValidatorEntry(
      "bic", .compact, 8...11,
      "Four letters or digits, a country, two for the place, three or none for the branch.",
      source: "ISO 9362:2022"
    ) { bytes in
      bytes.count != 9 && bytes.count != 10 && bytes.areUpper(0..<4)
        && CountryCodes.has(bytes[4], bytes[5])
        && bytes[6] != UInt8(ascii: "0") && bytes[7] != UInt8(ascii: "O")
    },
    ValidatorEntry(
      "lei", .compact, 20...20, "Twenty characters, MOD 97-10.",
      source: "ISO 17442-1:2020", check: .lastTwoDigits
    ) { bytes in
      bytes.areDigits(18..<20) && CheckSums.mod97(bytes, 0..<20) == 1
        && (2...98).contains(bytes.number(18, 2)) && !bytes.hasOnlyDigits
    },
    ValidatorEntry(
      "isin", .compact, 12...12, "A country or XS, nine characters, Luhn over expanded letters.",
      source: "ISO 6166:2021", check: .lastDigit
    ) { bytes in
      bytes.areUpper(0..<2) && bytes.isDigit(11)
        && (CountryCodes.has(bytes[0], bytes[1])
          || ("XSEUXAXBXCXD" as StaticString).hasPair(bytes[0], bytes[1]))
        && CheckSums.luhnOfExpandedLetters(bytes) % 10 == 0
    },
    ValidatorEntry(
      "us_aba", .digits, 9...9, "A Federal Reserve prefix and the weights 3, 7, 1 by ten.",
      source: "American Bankers Association, Routing Number Policy", check: .lastDigit
    ) { bytes in
      let prefix = bytes.number(0, 2)
      guard
        (1...12).contains(prefix) || (21...32).contains(prefix) || (61...72).contains(prefix)
          || prefix == 80
      else { return false }
      return CheckSums.weighted(bytes, "371371371") % 10 == 0
    },
  ]
}

/// The number ranges of payment cards.
enum CardRanges {
  static func has(_ bytes: Bytes) -> Bool {
    let count = bytes.count
    let six = bytes.number(0, 6)
    let four = six / 100
    let two = four / 100
    switch bytes.value(0) {
    case 1: return four == 1800 && count == 15  // JCB
    case 2:
      if four == 2131 { return count == 15 }  // JCB
      if four == 2014 || four == 2149 { return count == 15 }  // Diners Club enRoute
      if (2200...2204).contains(four) { return count >= 16 }  // Mir
      return (2221...2720).contains(four) && count == 16  // Mastercard
    case 3:
      if two == 34 || two == 37 { return count == 15 }  // American Express
      if (3528...3589).contains(four) { return count >= 16 }  // JCB
      let isDiners =
        (300...305).contains(four / 10) || four == 3095 || two == 36 || two == 38 || two == 39
      return isDiners && count >= 14
    case 4: return count == 13 || count == 16 || count == 19  // Visa
    case 5:
      if (51...55).contains(two) { return count == 16 }  // Mastercard
      return two == 50 || (56...58).contains(two)  // Maestro and national schemes
    case 6:
      // Discover, UnionPay and RuPay have 16 to 19 digits, Maestro 12 to 19, all within 6.
      if four == 6011 || two == 62 || two == 65 || (644...649).contains(four / 10) {
        return count >= 16
      }
      return true
    case 8: return (810...826).contains(four / 10) && count >= 16  // UnionPay, RuPay
    case 9: return four == 9792 && count == 16  // Troy
    default: return false
    }
  }
}

/// The length of an IBAN by country, from the SWIFT IBAN Registry; countries that use the form
/// without being in the registry are marked there by their central banks.
enum AccountLengths {
  private static let registry = """
    AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 \
    DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 \
    IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 \
    MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 \
    SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30 \
    DZ26 AO25 BJ28 BF28 CM27 CV25 CF27 TD27 KM27 CG27 CI28 GA27 GQ27 GW25 IR26 MG27 ML28 MA28 MZ25 \
    NE28 SN28 TG28
    """

  /// By the two letters, in base 26.
  private static let lengths: [UInt8] = {
    var table = [UInt8](repeating: 0, count: 676)
    for entry in registry.utf8.split(separator: UInt8(ascii: " ")) {
      let bytes = Array(entry)
      table[Int(bytes[0] - 65) * 26 + Int(bytes[1] - 65)] = (bytes[2] - 48) * 10 + bytes[3] - 48
    }
    return table
  }()

  /// 0 for a country without IBANs.
  static func length(_ one: UInt8, _ other: UInt8) -> Int {
    Int(lengths[Int(one &- 65) &* 26 &+ Int(other &- 65)])
  }
}
