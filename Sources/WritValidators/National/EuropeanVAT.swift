import WritModel

/// Value added tax numbers of the 27 member states and of Northern Ireland, with their prefix.
/// Source of forms: European Commission, VIES; of check digits: each state's tax authority.
enum EuropeanVAT {
  static let entries: [ValidatorEntry] = [
    ValidatorEntry(
      "eu_vat", .compact, 4...15, "A member state's prefix and its number with its check digit.",
      source: "Council Directive 2006/112/EC article 215, VIES", check: .lastCharacter
    ) { bytes in
      guard bytes.isUpper(0), bytes.isUpper(1) else { return false }
      return isNumber(Bytes(rebasing: bytes[2...]), of: bytes[0], bytes[1])
    }
  ]

  private static func isNumber(_ number: Bytes, of one: UInt8, _ other: UInt8) -> Bool {
    let count = number.count
    let isDigits = number.hasOnlyDigits
    switch UInt16(one) << 8 | UInt16(other) {
    case state("AT"): return count == 9 && isAustrian(number)
    case state("BE"): return count == 10 && isDigits && isBelgian(number)
    case state("BG"): return isDigits && isBulgarian(number)
    case state("CY"): return count == 9 && SouthernEuropeanNumbers.isCypriot(number)
    case state("CZ"): return isDigits && isCzech(number)
    case state("DE"): return count == 9 && isDigits && CheckSums.isMod11_10(number)
    case state("DK"):
      return count == 8 && isDigits && CheckSums.weighted(number, "27654321") % 11 == 0
    case state("EE"):
      return count == 9 && isDigits && CheckSums.weighted(number, "371371371") % 10 == 0
    case state("EL"): return count == 9 && isDigits && SouthernEuropeanNumbers.isGreek(number)
    case state("ES"): return count == 9 && SouthernEuropeanNumbers.isSpanish(number)
    case state("FI"):
      return count == 8 && isDigits && CheckSums.weighted(number, "79A58421") % 11 == 0
    case state("FR"): return count == 11 && isFrench(number)
    case state("HR"): return count == 11 && isDigits && CheckSums.isMod11_10(number)
    case state("HU"):
      return count == 8 && isDigits && CheckSums.weighted(number, "97319731") % 10 == 0
    case state("IE"): return isIrish(number)
    case state("IT"): return count == 11 && isDigits && CheckSums.isLuhn(number)
    case state("LT"): return isDigits && isLithuanian(number)
    case state("LU"):
      return count == 8 && isDigits && number.number(0, 6) % 89 == number.number(6, 2)
    case state("LV"): return count == 11 && isDigits && isLatvian(number)
    case state("MT"): return count == 8 && isDigits && isMaltese(number)
    case state("NL"): return count == 12 && isDutch(number)
    case state("PL"): return count == 10 && isDigits && EasternEuropeanNumbers.isPolishTax(number)
    case state("PT"): return count == 9 && isDigits && SouthernEuropeanNumbers.isPortuguese(number)
    case state("RO"):
      return (2...10).contains(count) && isDigits && EasternEuropeanNumbers.isRomanianTax(number)
    case state("SE"): return count == 12 && isDigits && CheckSums.isLuhn(number, 0..<10)
    case state("SI"): return count == 8 && isDigits && EasternEuropeanNumbers.isSlovenianTax(number)
    case state("SK"): return count == 10 && isDigits && number.number(0, 10) % 11 == 0
    case state("XI"): return count == 9 && isDigits && isBritish(number)
    default: return false
    }
  }

  @inline(__always)
  private static func state(_ code: StaticString) -> UInt16 {
    UInt16(code.utf8Start[0]) << 8 | UInt16(code.utf8Start[1])
  }

  private static func isAustrian(_ number: Bytes) -> Bool {
    guard number[0] == UInt8(ascii: "U"), number.areDigits(1..<9) else { return false }
    var sum = 4
    for index in 1..<8 {
      let value = number.value(index) &* (index & 1 == 0 ? 2 : 1)
      sum &+= value / 10 &+ value % 10
    }
    return CheckSums.complement(sum, 10) == number.value(8)
  }

  private static func isBelgian(_ number: Bytes) -> Bool {
    number.value(0) <= 1 && number.number(0, 8) > 0
      && 97 - number.number(0, 8) % 97 == number.number(8, 2)
  }

  private static func isBulgarian(_ number: Bytes) -> Bool {
    if number.count == 9 {
      var rest = CheckSums.weighted(number, "12345678") % 11
      if rest == 10 { rest = CheckSums.weighted(number, "3456789A") % 11 % 10 }
      return rest == number.value(8)
    }
    guard number.count == 10 else { return false }
    return EasternEuropeanNumbers.isBulgarian(number)
      || CheckSums.weighted(number, "LJHDB9731") % 10 == number.value(9)
      || CheckSums.complement(CheckSums.weighted(number, "432765432"), 11) == number.value(9)
  }

  private static func isCzech(_ number: Bytes) -> Bool {
    if number.count == 8 {
      let check = 11 - CheckSums.weighted(number, "8765432") % 11
      return number.value(0) != 9 && check % 10 == number.value(7)
    }
    return (number.count == 9 || number.count == 10) && EasternEuropeanNumbers.isBirthNumber(number)
  }

  private static func isFrench(_ number: Bytes) -> Bool {
    guard number.areDigits(2..<11), CheckSums.isLuhn(number, 2..<11) else { return false }
    guard number.areDigits(0..<2) else {
      return !("IO" as StaticString).has(number[0]) && !("IO" as StaticString).has(number[1])
    }
    return (12 + 3 * (number.number(2, 9) % 97)) % 97 == number.number(0, 2)
  }

  private static func isIrish(_ number: Bytes) -> Bool {
    guard number.count == 8 || number.count == 9 else { return false }
    if number.areDigits(0..<7) { return BritishNumbers.isPublicServiceNumber(number) }
    // Before 2013: a digit, a letter, five digits and the check letter.
    guard number.count == 8, number.isDigit(0), number.isUpper(1), number.areDigits(2..<7),
      number.isUpper(7)
    else { return false }
    var total = number.value(0) * 2
    for index in 2..<7 { total += number.value(index) * (9 - index) }
    let rest = total % 23
    return number[7] == (rest == 0 ? UInt8(ascii: "W") : 0x40 + UInt8(rest))
  }

  private static func isLithuanian(_ number: Bytes) -> Bool {
    guard number.count == 9 || number.count == 12 else { return false }
    let last = number.count - 1
    guard number.value(last - 1) == 1 else { return false }
    func rest(from weight: Int) -> Int {
      var sum = 0
      for index in 0..<last { sum += number.value(index) * (1 + (index + weight - 1) % 9) }
      return sum % 11
    }
    let first = rest(from: 1)
    return (first == 10 ? rest(from: 3) % 10 : first) == number.value(last)
  }

  private static func isLatvian(_ number: Bytes) -> Bool {
    guard number.value(0) > 3 else { return EasternEuropeanNumbers.isLatvian(number) }
    return CheckSums.weighted(number, "91483A25761") % 11 == 3
  }

  private static func isMaltese(_ number: Bytes) -> Bool {
    number.number(0, 6) > 100_000
      && 37 - CheckSums.weighted(number, "346789") % 37 == number.number(6, 2)
  }

  private static func isDutch(_ number: Bytes) -> Bool {
    guard number.areDigits(0..<9), number[9] == UInt8(ascii: "B"), number.areDigits(10..<12) else {
      return false
    }
    if WesternEuropeanNumbers.isCitizenNumber(Bytes(rebasing: number[0..<9])) { return true }
    // From 2020 on sole traders' numbers obey MOD 97-10 with NL before them: 23, 21.
    return CheckSums.mod97(number, 0..<12, from: 2321 % 97) == 1
  }

  private static func isBritish(_ number: Bytes) -> Bool {
    let sum = CheckSums.weighted(number, "8765432") + number.number(7, 2)
    return sum % 97 == 0 || (sum + 55) % 97 == 0
  }
}
