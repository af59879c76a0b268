import WritModel

/// Phones, SIM cards and vehicles.
enum DeviceRules {
  static let entries: [ValidatorEntry] = [
    ValidatorEntry(
      "imei", .digits, 15...15, "A reporting body's prefix and Luhn.",
      source: "3GPP TS 23.003 section 6.2, GSMA TS.06", check: .lastDigit
    ) { bytes in
      // Reporting body identifiers given out by the GSMA: 01, 35, 86, 99 and older ones.
      let body = bytes.number(0, 2)
      guard
        body <= 1 || body == 10 || body == 30 || body == 33 || (35...45).contains(body)
          || (49...54).contains(body) || body == 86 || body == 91 || body >= 97
      else { return false }
      return CheckSums.isLuhn(bytes) && !bytes.isUniform
    },
    ValidatorEntry(
      "imsi", .digits, 14...15, "Begins with a mobile country code.", source: "ITU-T E.212"
    ) { bytes in MobileCountryCodes.has(bytes.number(0, 3)) },
    ValidatorEntry(
      "iccid", .digits, 19...20, "89, a country code, and Luhn; 19 digits may lack the check.",
      source: "ITU-T E.118", check: .lastDigit
    ) { bytes in bytes.hasPrefix("89") && CheckSums.isLuhn(bytes) },
    ValidatorEntry(
      "vin", .compact, 17...17,
      "No I, O or Q; the check digit at place 9 where the first says North America or China.",
      source: "ISO 3779:2009, 49 CFR 565.15",
      check: CheckCharacters(places: [8], alphabet: Array("0123456789X".utf8)),
      rule: VehicleNumbers.isVIN),
  ]
}

/// Mobile country codes, ITU-T E.212: by the first digit the world's regions.
enum MobileCountryCodes {
  private static let ranges: [(Int, Int)] = [
    (202, 208), (212, 222), (225, 226), (228, 235), (238, 238), (240, 240), (242, 242), (244, 244),
    (246, 248), (250, 250), (255, 255), (257, 257), (259, 260), (262, 262), (266, 266), (268, 268),
    (270, 270), (272, 272), (274, 274), (276, 276), (278, 278), (280, 280), (282, 284), (286, 286),
    (288, 290), (292, 295), (297, 297), (302, 302), (308, 308), (310, 316), (330, 330), (334, 334),
    (338, 338), (340, 340), (342, 342), (344, 344), (346, 346), (348, 348), (350, 350), (352, 352),
    (354, 354), (356, 356), (358, 358), (360, 360), (362, 366), (368, 368), (370, 370), (372, 372),
    (374, 374), (376, 376), (400, 402), (404, 406), (410, 410), (412, 420), (421, 422), (424, 432),
    (434, 434), (436, 438), (440, 441), (450, 450), (452, 452), (454, 457), (460, 461), (466, 467),
    (470, 470), (472, 472), (502, 502), (505, 505), (510, 510), (514, 515), (520, 520), (525, 525),
    (528, 528), (530, 530), (536, 537), (539, 555), (602, 659), (702, 702), (704, 704), (706, 706),
    (708, 708), (710, 710), (712, 712), (714, 714), (716, 716), (722, 722), (724, 724), (730, 730),
    (732, 732), (734, 734), (736, 736), (738, 738), (740, 740), (742, 742), (744, 744), (746, 746),
    (748, 748), (750, 750), (901, 901),
  ]

  static func has(_ code: Int) -> Bool { ranges.contains { $0.0 <= code && code <= $0.1 } }
}

/// Vehicle identification numbers.
enum VehicleNumbers {
  /// The value of each letter from A to Z (0 for I, O and Q) and the weight of each place.
  private static let values: StaticString = "12345678012345070923456789"
  private static let weights: StaticString = "8765432A098765432"

  static func isVIN(_ bytes: Bytes) -> Bool {
    var sum = 0
    var digits = 0
    for index in 0..<17 {
      let byte = bytes[index]
      var value = Int(byte &- 0x30)
      if byte.isASCIIDigit {
        digits += 1
      } else {
        value = Int(values.utf8Start[Int(byte &- 0x41)] &- 0x30)
        if value == 0 { return false }
      }
      sum &+= value &* weights.utf8Start[index].base36
    }
    guard digits >= 3, digits < 17, bytes.areDigits(14..<17) else { return false }
    // The model year has no U, Z or 0.
    guard !("UZ0" as StaticString).has(bytes[9]) else { return false }
    let first = bytes[0]
    let isChecked = first.isASCIIDigit && first >= 0x31 && first <= 0x35 || first == 0x4C
    return !isChecked || ("0123456789X" as StaticString).has(bytes[8], at: sum % 11)
  }
}
