import WritModel

/// Mexico, Central and South America.
enum LatinAmericanNumbers {
  static let entries: [ValidatorEntry] = [
    ValidatorEntry(
      "br_cpf", .digits, 11...11, "Two check digits by modulo 11.",
      source: "Receita Federal, Cadastro de Pessoas Físicas", check: .lastTwoDigits
    ) { bytes in
      !bytes.isUniform
        && bytes.value(9) == over(CheckSums.weighted(bytes, "A98765432"), 11, ten: 0)
        && bytes.value(10) == over(CheckSums.weighted(bytes, "BA98765432"), 11, ten: 0)
    },
    ValidatorEntry(
      "br_cnpj", .compact, 14...14,
      "Twelve digits or letters (from 2026) and two check digits by modulo 11.",
      source: "Receita Federal, Instrução Normativa RFB 2.229/2024", check: .lastTwoDigits,
      rule: isCompany),
    ValidatorEntry(
      "br_cnh", .digits, 11...11,
      "Two check digits by modulo 11, the second less what the first lost.",
      source: "Conselho Nacional de Trânsito, Resolução 886/2021", check: .lastTwoDigits
    ) { bytes in
      guard !bytes.isUniform else { return false }
      let first = CheckSums.weighted(bytes, "987654321") % 11
      let lost = first >= 10 ? 2 : 0
      var second = CheckSums.weighted(bytes, "123456789") % 11 &- lost
      if second < 0 { second &+= 11 }
      return bytes.value(9) == (first >= 10 ? 0 : first)
        && bytes.value(10) == (second >= 10 ? 0 : second)
    },
    ValidatorEntry(
      "ar_cuit", .digits, 11...11,
      "A person's or a company's prefix and a check digit by modulo 11.",
      source: "AFIP, Resolución General 10/97", check: .lastDigit
    ) { bytes in
      let prefix = bytes.number(0, 2)
      guard
        prefix == 20 || (23...27).contains(prefix) || prefix == 30 || prefix == 33
          || prefix == 34 || prefix == 50 || prefix == 51 || prefix == 55
      else { return false }
      return over(CheckSums.weighted(bytes, "5432765432"), 11, ten: 9) == bytes.value(10)
    },
    ValidatorEntry(
      "cl_rut", .compact, 8...9, "Weights 2 to 7 from the right, 11 less the remainder, K for ten.",
      source: "Servicio de Registro Civil e Identificación, RUN",
      check: CheckCharacters(places: [-1], alphabet: Array("0123456789K".utf8))
    ) { bytes in
      let last = bytes.count - 1
      guard bytes.areDigits(0..<last), bytes.number(0..<last) >= 50_000 else { return false }
      var sum = 0
      for offset in 0..<last { sum &+= bytes.value(last &- 1 &- offset) &* (2 &+ offset % 6) }
      return ("0123456789K" as StaticString).has(bytes[last], at: CheckSums.complement(sum, 11))
    },
    ValidatorEntry(
      "co_nit", .digits, 9...11, "Prime weights from the right and a check digit by modulo 11.",
      source: "DIAN, Orden Administrativa 4/1989", check: .lastDigit
    ) { bytes in
      let last = bytes.count - 1
      let primes = colombianWeights
      var sum = 0
      for offset in 0..<last { sum &+= bytes.value(last &- 1 &- offset) &* primes[offset] }
      let rest = sum % 11
      return bytes.value(last) == (rest < 2 ? rest : 11 - rest) && !bytes.isUniform
    },
    ValidatorEntry(
      "pe_ruc", .digits, 11...11, "Prefix 10, 15, 16, 17 or 20 and a check digit by modulo 11.",
      source: "SUNAT, Registro Único de Contribuyentes", check: .lastDigit
    ) { bytes in
      let prefix = bytes.number(0, 2)
      return (prefix == 10 || (15...17).contains(prefix) || prefix == 20)
        && (11 - CheckSums.weighted(bytes, "5432765432") % 11) % 10 == bytes.value(10)
    },
    ValidatorEntry(
      "uy_ci", .digits, 7...8, "Weights 2, 9, 8, 7, 6, 3, 4 and a check digit by modulo 10.",
      source: "Dirección Nacional de Identificación Civil", check: .lastDigit
    ) { bytes in
      let sum =
        bytes.count == 8
        ? CheckSums.weighted(bytes, "2987634") : CheckSums.weighted(bytes, "987634")
      return CheckSums.complement(sum, 10) == bytes.lastValue && !bytes.isUniform
    },
    ValidatorEntry(
      "ec_cedula", .digits, 10...10, "A province, a third digit below 6, Luhn.",
      source: "Registro Civil del Ecuador", check: .lastDigit
    ) { bytes in
      let province = bytes.number(0, 2)
      return ((1...24).contains(province) || province == 30) && bytes.value(2) < 6
        && CheckSums.isLuhn(bytes)
    },
    ValidatorEntry(
      "ve_rif", .compact, 10...10, "A letter of V, E, J, P, G and a check digit by modulo 11.",
      source: "SENIAT, Registro Único de Información Fiscal", check: .lastDigit
    ) { bytes in
      guard bytes.areDigits(1..<10) else { return false }
      let letter =
        switch bytes[0] {
        case UInt8(ascii: "V"): 4
        case UInt8(ascii: "E"): 8
        case UInt8(ascii: "J"), UInt8(ascii: "C"): 12
        case UInt8(ascii: "P"): 16
        case UInt8(ascii: "G"): 20
        default: -1
        }
      guard letter > 0 else { return false }
      let check = 11 - (letter + CheckSums.weighted(bytes, "32765432", from: 1)) % 11
      return (check > 9 ? 0 : check) == bytes.value(9)
    },
    ValidatorEntry(
      "mx_curp", .compact, 18...18,
      "Four letters, a date, sex, a state, three consonants, and the check digit.",
      source: "RENAPO, Instructivo normativo para la asignación de la CURP", check: .lastDigit,
      rule: isPopulationKey),
    ValidatorEntry(
      "mx_rfc", .raw, 12...16,
      "Three or four letters (Ñ and & among them), a date and three characters.",
      source: "SAT, Registro Federal de Contribuyentes", rule: isTaxKey),
    ValidatorEntry(
      "do_cedula", .digits, 11...11, "Luhn.",
      source: "Junta Central Electoral de la República Dominicana", check: .lastDigit
    ) { CheckSums.isLuhn($0) && !$0.isUniform },
  ]

  private static let colombianWeights = [3, 7, 13, 17, 19, 23, 29, 37, 41, 43, 47, 53]

  /// 11 less the remainder; 11 is zero, ten what the country says.
  private static func over(_ sum: Int, _ modulus: Int, ten: Int) -> Int {
    let check = CheckSums.complement(sum, modulus)
    return check == 10 ? ten : check
  }

  private static func isCompany(_ bytes: Bytes) -> Bool {
    guard bytes.areDigits(12..<14), !bytes.isUniform else { return false }
    // A letter counts as its ASCII code less 48.
    func digit(_ weights: StaticString) -> Int {
      var sum = 0
      for index in 0..<weights.utf8CodeUnitCount {
        sum &+= (Int(bytes[index]) &- 48) &* weights.utf8Start[index].base36
      }
      return over(sum, 11, ten: 0)
    }
    return bytes.value(12) == digit("543298765432") && bytes.value(13) == digit("6543298765432")
  }

  private static let states: StaticString =
    "ASBCBSCCCSCHCLCMDFDGGTGRHGJCMCMNMSNTNLOCPLQTQRSPSLSRTCTSTLVZYNZSNECX"

  private static func isPopulationKey(_ bytes: Bytes) -> Bool {
    guard bytes.areUpper(0..<4), bytes.areDigits(4..<10), bytes.isShortYearDay(4),
      ("HMX" as StaticString).has(bytes[10]), states.hasPair(bytes[11], bytes[12]),
      bytes.areUpper(13..<16), bytes.isDigit(17)
    else { return false }
    var sum = 0
    for index in 0..<17 {
      let byte = bytes[index]
      // Ñ stands between N and O in the table.
      let value = byte.base36 &+ (byte > UInt8(ascii: "N") ? 1 : 0)
      sum &+= value &* (18 &- index)
    }
    return CheckSums.complement(sum, 10) == bytes.value(17)
  }

  private static func isTaxKey(_ bytes: Bytes) -> Bool {
    var digits = 0
    var start = 0
    while start < bytes.count, !bytes.isDigit(start) { start += 1 }
    while start + digits < bytes.count, bytes.isDigit(start + digits) { digits += 1 }
    guard digits >= 6 else { return false }
    return bytes.isShortYearDay(start)
  }
}
