import WritModel

/// Australia and New Zealand.
enum PacificNumbers {
  static let entries: [ValidatorEntry] = [
    ValidatorEntry(
      "au_tfn", .digits, 8...9, "Weights by modulo 11.",
      source: "Australian Taxation Office, Tax file number", check: .lastDigit
    ) { bytes in
      let sum =
        bytes.count == 9
        ? CheckSums.weighted(bytes, "14375869A") : CheckSums.weighted(bytes, "A7846351")
      return sum % 11 == 0 && !bytes.isUniform
    },
    ValidatorEntry(
      "au_abn", .digits, 11...11, "Less one in the first digit, weights by modulo 89.",
      source: "Australian Business Register, Format of the ABN", check: .digits(at: 0, 1)
    ) { bytes in
      bytes.value(0) != 0 && (CheckSums.weighted(bytes, "A13579BDFHJ") &- 10) % 89 == 0
    },
    ValidatorEntry(
      "au_acn", .digits, 9...9, "Weights 8 to 1 and a check digit by modulo ten.",
      source: "Corporations Regulations 2001, schedule 1", check: .lastDigit
    ) { bytes in
      CheckSums.complement(CheckSums.weighted(bytes, "87654321"), 10) == bytes.value(8)
        && !bytes.isUniform
    },
    ValidatorEntry(
      "au_medicare", .digits, 10...11, "Begins with 2 to 6, weights 1, 3, 7, 9 by modulo ten.",
      source: "Services Australia, Medicare card number", check: .digits(at: 8)
    ) { bytes in
      (2...6).contains(bytes.value(0)) && bytes.value(9) != 0
        && CheckSums.weighted(bytes, "13791379") % 10 == bytes.value(8)
    },
    ValidatorEntry(
      "nz_ird", .digits, 8...9, "Within 10 and 150 million; two rounds of weights modulo 11.",
      source: "Inland Revenue, RWT and NRWT specification", check: .lastDigit
    ) { bytes in
      let last = bytes.count - 1
      guard (10_000_000...150_000_000).contains(bytes.number(0..<bytes.count)) else { return false }
      let start = last == 8 ? 1 : 0
      let head = last == 8 ? bytes.value(0) : 0
      var check = CheckSums.complement(
        head &* 3 &+ CheckSums.weighted(bytes, "2765432", from: start), 11)
      if check == 10 {
        check = CheckSums.complement(
          head &* 7 &+ CheckSums.weighted(bytes, "4325276", from: start), 11)
      }
      return check == bytes.value(last)
    },
    ValidatorEntry(
      "nz_nhi", .compact, 7...7,
      "Three letters without I and O; three digits and a check by 11, or as of 2022 a letter by 23.",
      source: "HISO 10046:2023", check: .lastCharacter, rule: isHealthIndex),
  ]

  /// 1 to 24 without I and O; 0 for those.
  private static func letterValue(_ byte: UInt8) -> Int {
    let letters: StaticString = "ABCDEFGHJKLMNPQRSTUVWXYZ"
    for index in 0..<24 where letters.utf8Start[index] == byte { return index &+ 1 }
    return 0
  }

  private static func isHealthIndex(_ bytes: Bytes) -> Bool {
    guard bytes.areDigits(3..<5) else { return false }
    var sum = 0
    for index in 0..<6 {
      let value = bytes.isDigit(index) ? bytes.value(index) : letterValue(bytes[index])
      guard index > 2 || value > 0 && bytes.isUpper(index) else { return false }
      sum &+= value &* (7 &- index)
    }
    if bytes.isDigit(5) {
      let rest = sum % 11
      return rest != 0 && bytes.isDigit(6) && (11 &- rest) % 10 == bytes.value(6)
    }
    guard letterValue(bytes[5]) > 0, bytes.isUpper(6) else { return false }
    return letterValue(bytes[6]) == 23 &- sum % 23
  }
}
