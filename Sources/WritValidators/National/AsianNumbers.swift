import WritModel

/// South, East and South-East Asia.
enum AsianNumbers {
  static let entries: [ValidatorEntry] = [
    ValidatorEntry(
      "in_aadhaar", .digits, 12...12, "Begins with 2 to 9, Verhoeff, no palindrome.",
      source: "UIDAI, Aadhaar numbering scheme", check: .lastDigit
    ) { bytes in
      guard bytes.value(0) >= 2, CheckSums.isVerhoeff(bytes, 0..<11, check: 11) else {
        return false
      }
      for index in 0..<6 where bytes[index] != bytes[11 - index] { return true }
      return false
    },
    ValidatorEntry(
      "in_pan", .compact, 10...10, "Five letters, the fourth the holder's kind, four digits, one.",
      source: "Income-tax Rules 1962, rule 114"
    ) { bytes in isPermanentAccount(bytes) },
    ValidatorEntry(
      "in_gstin", .compact, 15...15, "A state, a PAN, an entity, Z, and Luhn in base 36.",
      source: "Central Goods and Services Tax Rules 2017, rule 10", check: .lastCharacter
    ) { bytes in
      guard bytes.areDigits(0..<2), isPermanentAccount(Bytes(rebasing: bytes[2..<12])),
        bytes[12] != UInt8(ascii: "0"), bytes[13] == UInt8(ascii: "Z")
      else { return false }
      let state = bytes.number(0, 2)
      return ((1...38).contains(state) || state == 97 || state == 99) && CheckSums.isLuhn36(bytes)
    },
    ValidatorEntry(
      "in_voter", .compact, 10...10, "Three letters and seven digits.",
      source: "Election Commission of India, EPIC"
    ) { bytes in bytes.areUpper(0..<3) && bytes.areDigits(3..<10) && bytes.number(3, 7) > 0 },
    ValidatorEntry(
      "pk_cnic", .digits, 13...13, "A province of 1 to 7, and a serial.",
      source: "NADRA, National Identity Card"
    ) { bytes in (1...7).contains(bytes.value(0)) && bytes.number(5, 7) > 0 && !bytes.isUniform },
    ValidatorEntry(
      "lk_nic", .compact, 10...12,
      "Year and day of the year (500 more for women), nine digits and V or X, or twelve digits.",
      source: "Department for Registration of Persons, NIC"
    ) { bytes in
      guard bytes.count != 11 else { return false }
      let isOld = bytes.count == 10
      guard bytes.areDigits(0..<(isOld ? 9 : 12)),
        !isOld || bytes[9] == UInt8(ascii: "V") || bytes[9] == UInt8(ascii: "X")
      else { return false }
      let day = bytes.number(isOld ? 2 : 4, 3) % 500
      return (1...366).contains(day) && bytes.number(isOld ? 2 : 4, 3) <= 866
        && (isOld || (1900...2030).contains(bytes.number(0, 4)))
    },
    ValidatorEntry(
      "cn_ric", .compact, 18...18, "A province, a date, and MOD 11-2.",
      source: "GB 11643-1999",
      check: CheckCharacters(places: [-1], alphabet: Array("0123456789X".utf8))
    ) { bytes in
      guard bytes.areDigits(0..<17), isProvince(bytes.number(0, 2)), bytes.isLongYearDay(6) else {
        return false
      }
      return (bytes.isDigit(17) || bytes[17] == UInt8(ascii: "X")) && CheckSums.isMod11_2(bytes)
    },
    ValidatorEntry(
      "tw_id", .compact, 10...10, "A letter of the region, 1, 2, 8 or 9, weights by modulo ten.",
      source: "Household Registration Act, Taiwan", check: .lastDigit
    ) { bytes in
      guard bytes.isUpper(0), bytes.areDigits(1..<10), ("1289" as StaticString).has(bytes[1]) else {
        return false
      }
      let codes = taiwanRegions.utf8Start
      let region = Int(codes[Int(bytes[0] &- 0x41)].base36)
      let sum = region / 10 &+ region % 10 &* 9 &+ CheckSums.weighted(bytes, "876543211", from: 1)
      return sum % 10 == 0
    },
    ValidatorEntry(
      "tw_ubn", .digits, 8...8, "Digit sums of products by 1, 2, 1, 2, 1, 2, 4, 1, modulo five.",
      source: "財政部, 營利事業統一編號檢查碼邏輯 (2023)", check: .lastDigit
    ) { bytes in
      let weights: StaticString = "12121241"
      var sum = 0
      for index in 0..<8 {
        let product = bytes.value(index) &* weights.utf8Start[index].base36
        sum &+= product / 10 &+ product % 10
      }
      // A seventh digit of 7 gives 28, whose digit sum 10 counts as 1 or 0.
      return !bytes.isUniform && (sum % 5 == 0 || bytes.value(6) == 7 && (sum &+ 1) % 5 == 0)
    },
    ValidatorEntry(
      "hk_id", .compact, 8...9, "One or two letters, six digits, a check by modulo 11, A for ten.",
      source: "Registration of Persons Ordinance, Cap. 177",
      check: CheckCharacters(places: [-1], alphabet: Array("0123456789A".utf8))
    ) { bytes in
      let letters = bytes.count - 7
      guard bytes.areUpper(0..<letters), bytes.areDigits(letters..<letters + 6) else {
        return false
      }
      // A missing first letter counts as a blank, 36.
      let first = letters == 2 ? bytes.value(0) : 36
      var sum = 9 * first + 8 * bytes.value(letters - 1)
      sum += CheckSums.weighted(bytes, "765432", from: letters)
      return ("0123456789A" as StaticString).has(
        bytes[bytes.count - 1], at: CheckSums.complement(sum, 11))
    },
    ValidatorEntry(
      "jp_my_number", .digits, 12...12, "Weights 2 to 7 from the right, modulo 11, ten being 0.",
      source: "総務省令第85号 (2014), 個人番号", check: .lastDigit
    ) { bytes in
      let check = CheckSums.complement(CheckSums.weighted(bytes, "65432765432"), 11)
      return (check == 10 ? 0 : check) == bytes.value(11) && !bytes.isUniform
    },
    ValidatorEntry(
      "jp_corporate", .digits, 13...13, "The first digit is 9 less a sum of 1 and 2 by nine.",
      source: "国税庁, 法人番号", check: .digits(at: 0)
    ) { bytes in
      9 - CheckSums.weighted(bytes, "212121212121", from: 1) % 9 == bytes.value(0)
    },
    ValidatorEntry(
      "kr_rrn", .digits, 13...13,
      "A date, sex and century, a check by modulo 11 (none for numbers given from October 2020).",
      source: "주민등록법 시행규칙 제2조", check: .lastDigit
    ) { bytes in
      guard bytes.isShortYearDay(0) else { return false }
      let sum = CheckSums.weighted(bytes, "234567892345")
      if (11 &- sum % 11) % 10 == bytes.value(12) { return true }
      // Foreigners' numbers are checked with two more; those born since have no check.
      let sex = bytes.value(6)
      if (5...8).contains(sex), (13 &- sum % 11) % 10 == bytes.value(12) { return true }
      return (sex == 3 || sex == 4 || sex == 7 || sex == 8) && bytes.number(0, 4) >= 2010
        && bytes.number(0, 2) < 50
    },
    ValidatorEntry(
      "kr_brn", .digits, 10...10, "Weights 1, 3, 7 and a carried five, modulo ten.",
      source: "국세청, 사업자등록번호", check: .lastDigit
    ) { bytes in
      let sum = CheckSums.weighted(bytes, "137137135") &+ bytes.value(8) &* 5 / 10
      return CheckSums.complement(sum, 10) == bytes.value(9) && bytes.number(0, 3) > 100
    },
    ValidatorEntry(
      "sg_nric", .compact, 9...9, "S, T, F, G or M, seven digits, a letter by modulo 11.",
      source: "Immigration & Checkpoints Authority, NRIC and FIN",
      check: CheckCharacters(places: [-1], alphabet: Array("ABCDEFGHIJKLMNPQRTUWXZ".utf8))
    ) { bytes in
      guard bytes.areDigits(1..<8), bytes.isUpper(8) else { return false }
      let sum = CheckSums.weighted(bytes, "2765432", from: 1)
      switch bytes[0] {
      case UInt8(ascii: "S"): return residents.has(bytes[8], at: sum % 11)
      case UInt8(ascii: "T"): return residents.has(bytes[8], at: (sum + 4) % 11)
      case UInt8(ascii: "F"): return foreigners.has(bytes[8], at: sum % 11)
      case UInt8(ascii: "G"): return foreigners.has(bytes[8], at: (sum + 4) % 11)
      case UInt8(ascii: "M"): return newForeigners.has(bytes[8], at: (sum + 3) % 11)
      default: return false
      }
    },
    ValidatorEntry(
      "my_nric", .digits, 12...12, "A date and a place of birth that is given out.",
      source: "Jabatan Pendaftaran Negara, MyKad"
    ) { bytes in
      let place = bytes.number(6, 2)
      return bytes.isShortYearDay(0) && bytes.number(8, 4) > 0
        && ((1...16).contains(place) || (21...68).contains(place) || (71...79).contains(place)
          || (82...93).contains(place) || place >= 98)
    },
    ValidatorEntry(
      "id_nik", .digits, 16...16, "A province, a date (40 more in the day for women), a serial.",
      source: "Undang-Undang 23/2006, Nomor Induk Kependudukan"
    ) { bytes in
      let province = bytes.number(0, 2)
      let day = bytes.number(6, 2)
      return (11...21).contains(province) || (31...36).contains(province)
        || (51...53).contains(province) || (61...65).contains(province)
        || (71...76).contains(province) || (81...82).contains(province)
        || (91...97).contains(province)
        ? bytes.number(2, 2) > 0 && bytes.number(12, 4) > 0
          && CalendarDay.isValid(
            shortYear: bytes.number(10, 2), bytes.number(8, 2), day > 40 ? day - 40 : day)
        : false
    },
    ValidatorEntry(
      "th_pin", .digits, 13...13, "Begins with 1 to 8, weights 13 to 2 modulo 11.",
      source: "Bureau of Registration Administration, Thai identity card", check: .lastDigit
    ) { bytes in
      (1...8).contains(bytes.value(0)) && !bytes.isUniform
        && (11 &- CheckSums.weighted(bytes, "DCBA98765432") % 11) % 10 == bytes.value(12)
    },
    ValidatorEntry(
      "vn_cccd", .digits, 12...12, "A province, sex and century, a year, a serial.",
      source: "Luật Căn cước công dân 2014, Thông tư 59/2021/TT-BCA"
    ) { bytes in
      let province = bytes.number(0, 3)
      return (1...96).contains(province) && bytes.value(3) <= 3 && bytes.number(6, 6) > 0
    },
  ]

  private static func isPermanentAccount(_ bytes: Bytes) -> Bool {
    bytes.areUpper(0..<5) && ("ABCFGHJLPTEK" as StaticString).has(bytes[3])
      && bytes.areDigits(5..<9) && bytes.isUpper(9) && bytes.number(5, 4) > 0
  }

  private static func isProvince(_ code: Int) -> Bool {
    (11...15).contains(code) || (21...23).contains(code) || (31...37).contains(code)
      || (41...46).contains(code) || (50...54).contains(code) || (61...65).contains(code)
      || code == 71 || (81...83).contains(code) || code == 91
  }

  // A = 10, B = 11 … but I = 34, O = 35, W = 32, X = 30, Y = 31, Z = 33, as base-36 characters.
  private static let taiwanRegions: StaticString = "ABCDEFGHYIJKLMZNOPQRSTWUVX"

  private static let residents: StaticString = "JZIHGFEDCBA"
  private static let foreigners: StaticString = "XWUTRQPNMLK"
  private static let newForeigners: StaticString = "XWUTRQPNJLK"
}
