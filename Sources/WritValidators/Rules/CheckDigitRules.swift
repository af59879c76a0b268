import WritModel

/// The check-digit systems that take their shape from arguments.
enum CheckDigitRules {
  static let entries: [ValidatorEntry] = [
    ValidatorEntry(
      "luhn", [.init("prefix", .text, isOptional: true)],
      "The Luhn check digit at the end, computed with the prefix's digits before the value.",
      source: "ISO/IEC 7812-1 annex B"
    ) { arguments throws(ValidatorProblem) in
      let prefix = Array((arguments.text("prefix") ?? "").utf8)
      guard prefix.allSatisfy(\.isASCIIDigit), prefix.count <= 32 else {
        throw arguments.problem("`prefix`", "is not up to 32 digits")
      }
      return luhn(after: prefix)
    },
    ValidatorEntry(
      "mod97_10", .compact, 3...80, "ISO 7064 MOD 97-10: the whole value leaves 1.",
      source: "ISO/IEC 7064:2003", check: .lastTwoDigits
    ) { bytes in
      bytes.areDigits(bytes.count - 2..<bytes.count)
        && CheckSums.mod97(bytes, 0..<bytes.count) == 1
        && (2...98).contains(bytes.number(bytes.count - 2, 2))
    },
    ValidatorEntry(
      "mod11_10", .digits, 2...40, "ISO 7064 MOD 11,10 check digit at the end.",
      source: "ISO/IEC 7064:2003", check: .lastDigit, rule: CheckSums.isMod11_10),
    ValidatorEntry(
      "mod11_2", .compact, 2...40, "ISO 7064 MOD 11-2 check character at the end, X being ten.",
      source: "ISO/IEC 7064:2003",
      check: CheckCharacters(places: [-1], alphabet: Array("0123456789X".utf8))
    ) { bytes in bytes.areDigits(0..<bytes.count - 1) && CheckSums.isMod11_2(bytes) },
    ValidatorEntry(
      "mod37_36", .compact, 2...40, "ISO 7064 MOD 37,36 check character at the end.",
      source: "ISO/IEC 7064:2003", check: .lastCharacter
    ) { CheckSums.isHybrid($0, 0..<$0.count, modulus: 36) },
    ValidatorEntry(
      "verhoeff", .digits, 2...40, "Verhoeff check digit at the end.",
      source: "J. Verhoeff, Error Detecting Decimal Codes, 1969", check: .lastDigit
    ) { CheckSums.isVerhoeff($0, 0..<$0.count - 1, check: $0.count - 1) },
    ValidatorEntry(
      "damm", .digits, 2...40, "Damm check digit at the end.",
      source: "H. M. Damm, Total anti-symmetrische Quasigruppen, 2004", check: .lastDigit,
      rule: CheckSums.isDamm),
    ValidatorEntry(
      "weighted",
      [
        .init("weights", .list), .init("modulus", .integer),
        .init("remainder", .integer, isOptional: true),
      ],
      "As many digits as weights, whose weighted sum leaves the remainder (0 if not given).",
      source: "the usual form of national check digits"
    ) { arguments throws(ValidatorProblem) in
      let modulus = try arguments.integer("modulus", in: 2...997, default: 11)
      return weighted(
        try arguments.integers("weights", in: -999...999), modulus,
        try arguments.integer("remainder", in: 0...996, default: 0))
    },
    ValidatorEntry(
      "mod11", [.init("weights", .list), .init("ten", .integer, isOptional: true)],
      """
      Digits by weights, then a check digit: 11 less the remainder by 11; where that is ten the \
      digit given as `ten`, or no number at all.
      """,
      source: "the usual form of national check digits"
    ) { arguments throws(ValidatorProblem) in
      mod11(
        try arguments.integers("weights", in: 1...999),
        ten: try arguments.integer("ten", in: 0...9, default: -1))
    },
  ]

  private static func luhn(after prefix: [UInt8]) -> Validator {
    // What the prefix adds depends only on whether the value has an even number of digits.
    let offsets = [0, 1].map { parity in
      (prefix + Array(repeating: UInt8(ascii: "0"), count: parity)).withUnsafeBufferPointer {
        CheckSums.luhn($0, 0..<$0.count)
      }
    }
    let even = offsets[0]
    let odd = offsets[1]
    return Validator(reading: .digits, lengths: 2...64, check: .lastDigit) { bytes in
      let before = bytes.count.isMultiple(of: 2) ? even : odd
      return (CheckSums.luhn(bytes, 0..<bytes.count) + before) % 10 == 0 && !bytes.isUniform
    }
  }

  private static func weighted(_ weights: [Int], _ modulus: Int, _ remainder: Int) -> Validator {
    // Negative weights are allowed in writing; the sum is kept positive.
    let residues = weights.map { (($0 % modulus) + modulus) % modulus }
    return Validator(
      reading: .digits, lengths: weights.count...weights.count, check: .lastDigit
    ) { bytes in
      var sum = 0
      for index in 0..<bytes.count { sum &+= bytes.value(index) &* residues[index] }
      return sum % modulus == remainder && !bytes.isUniform
    }
  }

  private static func mod11(_ weights: [Int], ten: Int) -> Validator {
    let length = weights.count + 1
    return Validator(reading: .digits, lengths: length...length, check: .lastDigit) { bytes in
      var sum = 0
      for index in 0..<bytes.count &- 1 { sum &+= bytes.value(index) &* weights[index] }
      let check = CheckSums.complement(sum, 11)
      return bytes.lastValue == (check == 10 ? ten : check) && !bytes.isUniform
    }
  }
}
